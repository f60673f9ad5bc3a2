//! Holds that the output the README shows is the program's own.

use std::fs;

use crate::sandbox::Sandbox;

/// Returns the blocks of the README that begin with a prompt, each with its command line.
fn examples(readme: &str) -> Vec<(String, String)> {
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let examples = blocks.filter_map(|block| {
        let (prompt, output) = block.split_once('\n')?;
        Some((prompt.strip_prefix("$ writethru ")?.to_owned(), output.to_owned()))
    });
    examples.collect()
}

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let readme = fs::read_to_string("README.md").unwrap();
    let demo = Sandbox::new().run("demo");
    let examples = examples(&readme);
    assert!(2 <= examples.len(), "the README has too few examples");
    for (command, output) in examples {
        for line in output.lines().filter(|line| !line.trim().is_empty() && *line != "…") {
            // Whether a change is news or a replacement is measured, not shown off here.
            let line =
                line.split("  replacement;").next().unwrap_or(line).split("  development;").next().unwrap_or(line);
            assert!(demo.contains(line), "`{command}` does not print {line:?}");
        }
    }
}
