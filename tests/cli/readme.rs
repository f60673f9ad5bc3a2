//! Runs the commands that the README shows, and fails where it shows something else than they print.
//!
//! ```text
//! $ writethru log rain          a prompt: the command is run on the demo's store
//! rain/a  Post                  printed exactly so
//! …                             any number of lines are left out
//!   v1  3 Mar 2025 21:00 …      the rest of this line is left out
//! ```

use std::fs;

use crate::sandbox::Sandbox;

/// Marks what the README leaves out.
const LEFT_OUT: &str = "…";

/// Returns the blocks of one language, such as `console`.
fn blocks<'r>(readme: &'r str, language: &str) -> Vec<&'r str> {
    let opening = format!("```{language}\n");
    readme.split(opening.as_str()).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// Returns every command line of the console blocks with the output that is shown below it.
fn examples(readme: &str) -> Vec<(&str, &str)> {
    let prompts = blocks(readme, "console").into_iter().flat_map(|block| block.split("$ writethru ").skip(1));
    prompts.map(|example| example.split_once('\n').unwrap_or((example, ""))).collect()
}

/// Returns the first shown line that the output does not have in its place, if there is one.
fn first_difference(shown: &str, output: &str) -> Option<String> {
    let mut rest = output.lines();
    let mut may_skip = false;
    for line in shown.lines() {
        if line == LEFT_OUT {
            may_skip = true;
            continue;
        }
        let is_shown = |printed: &str| match line.strip_suffix(" …") {
            Some(start) => printed.starts_with(start),
            None => printed == line,
        };
        let found = if may_skip { rest.any(is_shown) } else { rest.next().is_some_and(is_shown) };
        if !found {
            return Some(line.to_owned());
        }
        may_skip = false;
    }
    if may_skip { None } else { rest.find(|line| !line.is_empty()).map(|line| format!("nothing more, but {line}")) }
}

#[test]
fn the_readme_shows_what_its_commands_print() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (talks, demo) = (Sandbox::ukraine_talks(), Sandbox::new().run("demo"));
    let examples = examples(&readme);
    assert!(2 <= examples.len(), "the README has too few examples");
    for (command, shown) in examples {
        let output = talks.run(command);
        let difference = first_difference(shown, &output);
        assert_eq!(difference, None, "`writethru {command}` prints\n{output}");
        assert!(demo.contains(&format!("$ writethru {command}\n{output}")), "`demo` does not show `{command}`");
    }
}

#[test]
fn the_shell_commands_of_the_readme_work() {
    let readme = fs::read_to_string("README.md").unwrap();
    let sandbox = Sandbox::new();
    let shell = blocks(&readme, "sh").join("\n");
    let commands: Vec<&str> = shell.lines().filter_map(|line| line.split('#').next()).map(str::trim).collect();
    for command in &commands {
        if let Some(arguments) = command.strip_prefix("cargo run --release -- ") {
            let output = sandbox.run(arguments);
            assert!(!output.contains("--- "), "`{command}` fails:\n{output}");
        } else if let Some(script) = command.strip_prefix("./") {
            assert!(fs::exists(script).unwrap(), "there is no `{command}`");
        }
    }
    assert!(commands.contains(&"./test") && commands.contains(&"cargo run --release -- demo"), "{commands:?}");
}

#[test]
fn the_commands_that_the_readme_names_have_help() {
    let readme = fs::read_to_string("README.md").unwrap();
    let sandbox = Sandbox::new();
    let prose: String = readme.split("```").step_by(2).collect();
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let mut seen = 0;
    for quoted in prose.split('`').skip(1).step_by(2) {
        // Either a command line, `writethru add FILE`, or the bare name of a command, `add`.
        let line = quoted.strip_prefix("writethru ").unwrap_or(quoted);
        let names: Vec<&str> = line.split_whitespace().take_while(is_name).collect();
        if names.is_empty() || (line == quoted && line.contains(|c: char| !c.is_ascii_lowercase())) {
            continue;
        }
        let help = sandbox.run(&format!("{} --help", names.join(" ")));
        assert!(help.contains(&format!("Usage: writethru {}", names.join(" "))), "`{quoted}`:\n{help}");
        seen += 1;
    }
    assert!(10 <= seen, "the README names only {seen} commands");
}

#[test]
fn a_readme_that_shows_something_else_is_noticed() {
    let output = "one\ntwo  and more\n\nthree\nfour\n";
    let check = |shown: &str, difference: Option<&str>| {
        assert_eq!(first_difference(shown, output).as_deref(), difference, "{shown:?}");
    };
    check("one\ntwo  and more\n\nthree\nfour", None);
    check("one\ntwo …\n…\nfour", None);
    check("…\nthree\n…", None);
    check("one\nthree\n…", Some("three"));
    check("…\nfour\n…\none", Some("one"));
    check("one\n…\ntwo  and\n…", Some("two  and"));
    check("one\ntwo  and more", Some("nothing more, but three"));
}
