//! Runs the commands that the README shows, and fails where it shows something else than they print.

use std::fs;

use crate::sandbox::Sandbox;
use crate::shown_commands::{blocks, examples, first_difference};

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
