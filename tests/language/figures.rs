//! Reads `fixtures/gold/figures.txt` and holds every figure against it.
//!
//! `At least 12 people were killed. => 12 people killed at-least`: value, unit,
//! what it counts, bound; `-` where there is none, `none` for no figure.

use writethru::claim;
use writethru::model::{Bound, Figure, Setting};

/// Cases that are read wrongly today, each with the answer given.
#[rustfmt::skip]
const KNOWN_WRONG: &[(&str, &str)] = &[
    ("Ten or more villagers are feared dead.",  "10 people killed at-least"),
];

fn written(figure: &Figure) -> String {
    let value = match figure.upper {
        Some(upper) => format!("{}..{}", round(figure.value), round(upper)),
        None => round(figure.value).to_string(),
    };
    let or_none = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".to_owned());
    let bound = match figure.bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::AtLeast => "at-least",
        Bound::AtMost => "at-most",
        Bound::Between => "between",
    };
    format!("{value} {} {} {bound}", or_none(&figure.unit), or_none(&figure.of))
}

/// Thirds are written with four digits.
fn round(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

#[test]
fn figures_are_read_as_people_read_them() {
    let gold = include_str!("../../fixtures/gold/figures.txt");
    let cases: Vec<(&str, &str)> = gold.lines().filter_map(|line| line.split_once(" => ")).collect();
    let mut wrong = Vec::new();
    for (text, want) in &cases {
        let figures = claim::analyze(text, Setting::default()).figures;
        let got: Vec<String> = figures.iter().map(written).collect();
        let got = if got.is_empty() { "none".to_owned() } else { got.join("; ") };
        if got != *want {
            wrong.push((*text, got));
        }
    }
    assert!(200 <= cases.len(), "{} cases are too few", cases.len());
    let known = KNOWN_WRONG.iter().map(|(text, got)| (*text, (*got).to_owned()));
    assert_eq!(wrong, known.collect::<Vec<_>>(), "a row that is right now leaves the list; a new one is a fault");
}
