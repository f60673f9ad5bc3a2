//! Tries whole texts; holds what the tests of the folders share.

use super::*;
use crate::model::{DocumentTime, Setting, Timex};

fn timexes_at(text: &str, at: Option<&str>) -> Vec<Timex> {
    let published = at.and_then(|at| at.parse().ok()).map(DocumentTime::Day);
    timexes_in(&crate::text::read(text), Setting { published, ..Setting::default() })
}

/// Writes what is found in a text of a day, as the tables do: "words|TYPE|value|MOD", several with "; ".
pub(super) fn found(text: &str, at: &str) -> String {
    let write = |timex: &Timex| {
        let kind = serde_json::to_string(&timex.kind).expect("a word");
        let modifier = timex.modifier.map(|modifier| serde_json::to_string(&modifier).expect("a word"));
        let modifier = modifier.map_or(String::new(), |modifier| format!("|{modifier}"));
        format!("{}|{kind}|{}{modifier}", timex.span.of(text), timex.value).replace('"', "")
    };
    timexes_at(text, Some(at)).iter().map(write).collect::<Vec<_>>().join("; ")
}

/// Writes the dates that are found in a text as EDTF, separated by spaces.
pub(super) fn edtf_of(text: &str, at: Option<&str>) -> String {
    let timexes = timexes_at(text, at);
    let dates = timexes.iter().filter_map(|timex| timex.edtf.as_ref().map(|edtf| edtf.as_str().to_owned()));
    dates.collect::<Vec<_>>().join(" ")
}

/// Checks the dates of `text` as [`edtf_of`] writes them.
#[track_caller]
pub(super) fn check_edtf(text: &str, at: Option<&str>, want: &str) {
    assert_eq!(edtf_of(text, at), want, "in {text:?}");
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

#[test]
fn two_hours_in_a_range_share_the_day_that_the_second_one_names() {
    let day = Some("2025-10-23");
    let found = "2025-10-24T01:00:00+00:00 2025-10-24T03:00:00+00:00";
    check_edtf("The storm will make landfall between 1 am and 3 am on Friday, officials said.", day, found);
    let found = "2025-10-28T09:00:00+00:00 2025-10-28T17:00:00+00:00";
    check_edtf("The road will be shut from 9am to 5pm on Tuesday.", day, found);
    let found = "2025-10-19T02:00:00+00:00 2025-10-19T05:00:00+00:00";
    check_edtf("The blasts were heard at 2am and 5am on Sunday.", day, found);
    let night = edtf_of("The bridge will be shut from 10pm to 6am on Saturday.", day);
    assert!(night.ends_with("2025-10-25T06:00:00+00:00") && !night.starts_with("2025-10-25T22"), "{night}");
}

#[test]
fn the_day_after_what_has_no_day_is_none() {
    let met = "He told the jury on Wednesday that they had met.";
    let day = Some("2026-02-18");
    check_edtf(&format!("{met} He left the next day."), day, "2026-02-18 2026-02-19");
    check_edtf(&format!("{met} That was in June 2017. “I paid the next day,” he said."), day, "2026-02-18 2017-06");
    // A month that holds the day is told of together with it.
    check_edtf(
        "They fell on 3 May. It was the worst fall of May. She died the next day.",
        Some("2026-05-20"),
        "2026-05-03 2026-05 2026-05-04",
    );
}

/// More that rows of the pattern table must read: text, date of the document, what is found.
const FURTHER_EXAMPLES: &[(&str, &str, &str)] = &[
    ("It opened on 2 August 1964.", "2024-05-01", "2 August 1964|DATE|1964-08-02"),
    ("It opened on the 3rd of March 1918.", "2024-05-01", "the 3rd of March 1918|DATE|1918-03-03"),
    ("It opened in March 1996.", "2024-05-01", "March 1996|DATE|1996-03"),
    ("It opened in March of 1996.", "2024-05-01", "March of 1996|DATE|1996-03"),
    ("It opened in March '96.", "2024-05-01", "March '96|DATE|1996-03"),
    ("It fell in August 480 BC.", "2024-05-01", "August 480 BC|DATE|BC0480-08"),
    ("It opened in the spring of 1997.", "2024-05-01", "the spring of 1997|DATE|1997-SP"),
    ("It fell in the spring of 480 BC.", "2024-05-01", "the spring of 480 BC|DATE|BC0480-SP"),
    ("Profit rose in the third quarter of 1984.", "1989-10-26", "the third quarter of 1984|DATE|1984-Q3"),
    ("It opened the day before yesterday.", "2024-05-01", "the day before yesterday|DATE|2024-04-29"),
    ("It opened in March 1988 and closed that year.", "1989-11-02", "March 1988|DATE|1988-03; that year|DATE|1988"),
    ("Sales fell from those of a year earlier.", "2024-05-15", "a year earlier|DATE|2023"),
    ("Profit rose over the past decade.", "2024-05-15", "the past decade|DURATION|P10Y"),
    ("About three-quarters of them left.", "2024-05-15", ""),
    ("More than a quarter of them left.", "2024-05-15", ""),
    ("The former owner left.", "2024-05-15", ""),
    ("A future owner may stay.", "2024-05-15", ""),
    ("It closed on the last day of February.", "2024-05-15", "the last day of February|DATE|2024-02-29"),
    ("It opened on the first day of spring.", "2024-05-15", "the first day of spring|DATE|2024-SP|START"),
    (
        "He called at 11 p.m. on Friday. He died at 5 a.m.",
        "2024-05-15",
        "11 p.m. on Friday|TIME|2024-05-10T23:00; 5 a.m.|TIME|2024-05-11T05:00",
    ),
    (
        "The fire was out at 11 p.m. on Friday. It had begun at 5 a.m.",
        "2024-05-15",
        "11 p.m. on Friday|TIME|2024-05-10T23:00; 5 a.m.|TIME|2024-05-10T05:00",
    ),
];

#[test]
fn further_examples_are_read() {
    for (text, at, want) in FURTHER_EXAMPLES {
        assert_eq!(found(text, at), *want, "in {text:?}");
    }
}
