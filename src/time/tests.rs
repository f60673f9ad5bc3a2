//! Tries whole texts and every pattern on its example; holds what the tests of the folders share.

use super::pattern::table::{COMPOUND_PATTERNS, PATTERNS};
use super::*;
use crate::model::{DocumentTime, Setting, Timex};

fn timexes_at(text: &str, at: Option<&str>) -> Vec<Timex> {
    let published = at.and_then(|at| at.parse().ok()).map(DocumentTime::Day);
    timexes_in(&crate::text::read(text), Setting { published, ..Setting::default() })
}

/// Writes what is found in a text of a day, as the tables do: "words|TYPE|value|MOD", several with "; ".
pub fn found(text: &str, at: &str) -> String {
    let write = |timex: &Timex| {
        let kind = serde_json::to_string(&timex.kind).expect("a word");
        let modifier = timex.modifier.map(|modifier| serde_json::to_string(&modifier).expect("a word"));
        let modifier = modifier.map_or(String::new(), |modifier| format!("|{modifier}"));
        format!("{}|{kind}|{}{modifier}", timex.span.of(text), timex.value).replace('"', "")
    };
    timexes_at(text, Some(at)).iter().map(write).collect::<Vec<_>>().join("; ")
}

/// Writes the dates that are found in a text as EDTF, separated by spaces.
pub fn edtf_of(text: &str, at: Option<&str>) -> String {
    let timexes = timexes_at(text, at);
    let dates = timexes.iter().filter_map(|timex| timex.edtf.as_ref().map(|edtf| edtf.as_str().to_owned()));
    dates.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_pattern_finds_its_own_example() {
    let patterns = PATTERNS.iter().chain(COMPOUND_PATTERNS);
    let wrong = patterns.filter_map(|pattern| {
        let got = found(pattern.example, pattern.at);
        (got != pattern.want)
            .then(|| format!("{}\n  {}\n  got  {got}\n  want {}", pattern.words, pattern.example, pattern.want))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whole_texts_are_read_as_the_fixture_says() {
    let fixture = include_str!("../../fixtures/gold/timex.txt");
    for block in fixture.split("\n\n").filter(|block| !block.starts_with('#')) {
        let mut lines = block.trim().lines();
        let (at, text) = (lines.next().expect("a date"), lines.next().expect("a text"));
        assert_eq!(found(text, at), lines.next().unwrap_or_default(), "in {text:?}");
    }
}
