//! Runs every command that the guide shows, in order and in one store, and compares what is shown below it.
//!
//! A shown output may leave out lines and ends of lines, as the README's may (`shown_commands.rs`). A command may end in
//! `> FILE`: then the file is written into the test's folder.

use std::fs;

use crate::sandbox::Sandbox;
use crate::shown_commands::{blocks, examples, first_difference};

const GUIDE: &str = "docs/GUIDE.md";

/// Runs a command of the guide; returns what it wrote besides a file.
fn run(sandbox: &Sandbox, command: &str) -> String {
    let Some((command, file)) = command.rsplit_once(" > ") else { return sandbox.run(command) };
    let written = sandbox.run(command);
    assert!(!written.is_empty() && !written.contains("--- exit"), "`{command}` writes no file:\n{written}");
    sandbox.file(file, written);
    String::new()
}

#[test]
fn the_guide_shows_what_its_commands_print() {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let sandbox = Sandbox::new();
    let examples = examples(&guide);
    for (command, shown) in &examples {
        let output = run(&sandbox, command);
        let is_shown = !shown.trim().is_empty();
        if is_shown {
            let difference = first_difference(shown, &output);
            assert_eq!(difference, None, "`writethru {command}` prints\n{output}");
        } else {
            assert!(!output.contains("--- exit"), "`writethru {command}` fails:\n{output}");
        }
    }
    assert!(30 <= examples.len(), "the guide has {} examples", examples.len());
}

#[test]
fn the_guide_shows_commands_in_no_other_way() {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let fences = guide.lines().filter(|line| line.starts_with("```")).count();
    assert_eq!(fences, 2 * blocks(&guide, "console").len(), "every block is one of commands");
    let prompts = guide.lines().filter(|line| line.starts_with("$ ")).count();
    assert_eq!(prompts, examples(&guide).len(), "every prompt runs writethru");
}

#[test]
fn the_guide_leads_to_every_command_for_readers() {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let told = |name: &str| guide.contains(&format!("writethru {name}")) || guide.contains(&format!("`{name}`"));
    let help = Sandbox::new().run("--help");
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A line that is indented further continues the words of a command.
    let names = commands.filter(|line| !line.starts_with("    ")).filter_map(|line| line.split_whitespace().next());
    let missing: Vec<&str> = names.filter(|name| *name != "help" && !told(name)).collect();
    assert!(missing.is_empty(), "the guide does not name {missing:?}");
}
