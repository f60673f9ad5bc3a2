//! Holds that the rules of every table are tried, each with an example that is read without it too.

use crate::sources::{Source, sources};

/// What the test of a list holds that leaves out one row after the other.
const LEAVES_OUT: &[&str] =
    &["needless_rows", "needless_words", "check_needed", "without(", "others", "SWITCHED_OFF", "needs no row"];

/// Words that only help the tagger or a date; no sentence was found that one of them decides alone.
const UNDECIDED: &[&str] = &["ADJECTIVES_BEFORE_VERBS", "MOVING_WORDS", "TIME_OPENERS"];

/// Returns the names of the lists of rules that a table defines: rows that a test can leave out are `static`.
fn rule_lists(table: &Source) -> Vec<String> {
    let code = table.bare_code();
    let items = code.lines().filter_map(|line| {
        let item = line.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        let (name, kind) = item.strip_prefix("static ")?.split_once(": ")?;
        kind.trim_start_matches('&').starts_with('[').then(|| name.to_owned())
    });
    items.collect()
}

fn holds_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|other| other == word)
}

#[test]
fn every_list_of_rules_is_tried_without_each_row() {
    let all = sources("src");
    let tests: Vec<&str> = all.iter().flat_map(|source| source.text.split("#[test]").skip(1)).collect();
    let tests: Vec<&str> = tests.into_iter().filter(|test| LEAVES_OUT.iter().any(|word| test.contains(word))).collect();
    let is_table = |source: &&Source| source.path.to_string_lossy().ends_with("table.rs");
    let mut untried = Vec::new();
    for table in all.iter().filter(is_table) {
        let names = rule_lists(table).into_iter().filter(|name| !UNDECIDED.contains(&name.as_str()));
        let names = names.filter(|name| !tests.iter().any(|test| holds_word(test, name)));
        untried.extend(names.map(|name| format!("{}: {name}", table.path.display())));
    }
    assert!(untried.is_empty(), "no test leaves out the rows of:\n{}", untried.join("\n"));
}
