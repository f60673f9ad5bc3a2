//! Holds that rules stand in tables, and that those of every table are tried, each with an example that is read without it
//! too.

use std::ops::Range;

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

/// The folders whose code decides by words.
const FOLDERS_OF_RULES: [&str; 5] = ["src/text", "src/time", "src/claim", "src/diff", "src/timeline"];

/// So many words are a list, and a list of words stands in a table with an example for each.
const FEWEST_WORDS: usize = 6;

/// Files that may hold such lists, and why.
const MAY_LIST_WORDS: &[(&str, &str)] = &[
    ("src/diff/weigh/direction/features.rs", "what features are called, for people who read a judgement"),
    ("src/time/properties.rs", "words of texts made by chance for a test"),
    ("src/timeline/conflict/same_quantity.rs", "what features are called, for people who read a judgement"),
];

/// Returns where the string literals of a text without their content begin and end, with their marks.
fn literals(bare: &str) -> Vec<Range<usize>> {
    let marks: Vec<usize> = bare.match_indices('"').map(|(at, _)| at).collect();
    marks.chunks_exact(2).map(|marks| marks[0]..marks[1] + 1).collect()
}

/// Returns the lists of words in a file: literals with nothing but commas or bars between them, six or more of them words.
///
/// Marks and tags of grammar are no words: those hold small letters.
fn lists_of_words(source: &Source) -> Vec<String> {
    let (code, bare) = (source.code(), source.bare_code());
    let literals = literals(&bare);
    let is_next = |pair: &[Range<usize>]| bare[pair[0].end..pair[1].start].trim().trim_matches([',', '|']).is_empty();
    let lists = literals.chunk_by(|one, other| is_next(&[one.clone(), other.clone()]));
    let words = lists.map(|list| {
        let words = list.iter().map(|range| &code[range.clone()]);
        words.filter(|word| word.contains(|c: char| c.is_ascii_lowercase())).collect::<Vec<_>>()
    });
    words.filter(|words| FEWEST_WORDS <= words.len()).map(|words| words.join(" ")).collect()
}

#[test]
fn lists_of_words_are_seen_in_code_and_not_in_tests() {
    let text = "fn f(w: &str) { matches!(w, \"a\" | \"b\" | \"c\"\n | \"d\" | \"e\" | \"f\"); g([\"a\", \"b\", \",\", \"c\", \"NN\"], '\"'); }\n\
        #[cfg(test)]\nmod tests { const A: [&str; 6] = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]; }\n";
    let source = Source { path: "src/a.rs".into(), text: text.to_owned() };
    assert_eq!(lists_of_words(&source), [r#""a" "b" "c" "d" "e" "f""#]);
}

#[test]
fn lists_of_words_stand_in_tables() {
    let may_list = |source: &Source| {
        let path = source.path.to_string_lossy().into_owned();
        path.ends_with("table.rs") || path.ends_with("tests.rs") || MAY_LIST_WORDS.iter().any(|(own, _)| path == *own)
    };
    let mut found = Vec::new();
    for source in FOLDERS_OF_RULES.iter().flat_map(sources).filter(|source| !may_list(source)) {
        found.extend(lists_of_words(&source).into_iter().map(|list| format!("{}: {list}", source.path.display())));
    }
    assert!(found.is_empty(), "these belong into a table, each word with an example:\n{}", found.join("\n"));
}
