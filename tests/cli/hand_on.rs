//! Holds what is handed on: answers as web pages, Markdown and tables, and the report on a story.

use crate::sandbox::Sandbox;

#[test]
fn every_answer_that_is_handed_on_has_each_format() {
    let talks = Sandbox::ukraine_talks();
    let commands = [
        "changes ukraine-talks",
        "audit ukraine-talks",
        "diff ukraine-talks/lantern-1@2..3",
        "claims ukraine-talks",
        "conflicts ukraine-talks",
        "figures ukraine-talks killed",
    ];
    for command in commands {
        let csv = talks.run(&format!("{command} --format csv"));
        let mut rows = csv.lines();
        let columns = rows.next().unwrap().split(',').count();
        assert!(3 < columns && rows.next().is_some(), "{command}: {csv}");
        let html = talks.run(&format!("{command} --format html"));
        assert!(
            html.starts_with("<!DOCTYPE html>") && (html.contains("<table>") || html.contains("<ins")),
            "{command}: {html}"
        );
        let markdown = talks.run(&format!("{command} --format md"));
        assert!(markdown.starts_with("# ") && markdown.contains("\n| --- |"), "{command}: {markdown}");
    }
}

#[test]
fn a_report_tells_silent_changes_first_and_how_to_read_it() {
    let talks = Sandbox::ukraine_talks();
    let report = talks.run("report ukraine-talks --format md");
    let places: Vec<usize> =
        ["## Changes without a notice", "## Developments", "## Timeline", "## Sources", "## How to read this"]
            .iter()
            .map(|heading| report.find(heading).unwrap_or_else(|| panic!("{heading} is missing in {report}")))
            .collect();
    assert!(places.is_sorted());
    assert!(report.contains("no notice found") && report.contains("Northgate Wire"));
    let page = talks.run("report ukraine-talks");
    assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("<script"));
}

#[test]
fn shells_complete_names() {
    let mill = Sandbox::mill_fire();
    assert_eq!(mill.run("names"), "mill-fire\nmill-fire/post-1\n");
    assert!(!mill.run("completions bash").contains("--data-home"));
    assert!(mill.run("completions zsh").contains("_writethru_names"));
}

#[test]
fn manual_pages_tell_the_options_of_every_command() {
    let sandbox = Sandbox::new();
    let folder = sandbox.path("man/man1");
    assert_eq!(sandbox.run(&format!("man --folder {}", folder.display())), "");
    let page = std::fs::read_to_string(folder.join("writethru-log.1")).unwrap();
    assert!(page.contains("\\-\\-db"), "{page}");
}

#[test]
fn what_was_reviewed_is_not_asked_for_again() {
    let mill = Sandbox::mill_fire();
    let before = mill.run("audit mill-fire");
    assert!(before.contains("v1 → v2"), "{before}");
    mill.run("review mill-fire@1..2");
    let after = mill.run("audit mill-fire");
    assert!(!after.contains("v1 → v2") && after.contains("reviewed (`--reviewed` lists"), "{after}");
    assert!(mill.run("audit mill-fire --reviewed").contains("v1 → v2"));
    assert!(mill.run("changes mill-fire").contains("; reviewed "));
    assert!(!mill.run("changes mill-fire --unreviewed").contains("v1 → v2"));
    assert_eq!(mill.run("diff mill-fire@1..2 --quiet"), mill.run("diff mill-fire@1..2"));
}
