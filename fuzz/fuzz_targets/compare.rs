//! Compares any two texts: the comparison ends, what it names exists, and only unequal texts differ.
//!
//! A line `====` stands between the old text and the new one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::model::{Change, Comparison, Field, Setting, Side, Weight};
use writethru::{claim, diff};
use writethru_fuzz::{check_span, split_at_line, text_of};

fuzz_target!(|bytes: &[u8]| {
    let whole = text_of(bytes);
    let (old, new) = split_at_line(&whole, "====");
    let setting = Setting::default();
    let (a, b) = (side(old, setting), side(new, setting));
    check(&a, &b, &diff::compare(&a, &b));
    check(&b, &a, &diff::compare(&b, &a));
    for side in [&a, &b] {
        let itself = diff::compare(side, side);
        assert!(itself.changes.is_empty(), "a text differs from itself");
        assert_eq!(itself.verdict.weight, None, "a text weighs against itself");
        assert_eq!(itself.pairs.len(), side.text.document.sentences.len(), "a sentence is not its own pair");
    }
});

/// Reads a side whose first line is the title.
fn side(text: &str, setting: Setting) -> Side<'_> {
    match text.split_once('\n') {
        Some((title, text)) => claim::read_side(Some(title), text, setting),
        None => claim::read_side(None, text, setting),
    }
}

fn check(a: &Side<'_>, b: &Side<'_>, comparison: &Comparison) {
    let counts = (a.text.document.sentences.len(), b.text.document.sentences.len());
    for pair in &comparison.pairs {
        assert!(pair.0 < counts.0 && pair.1 < counts.1, "a pair names no sentence");
    }
    assert!(comparison.pairs.is_sorted(), "the pairs are out of order");
    for change in &comparison.changes {
        assert!(change.a.iter().all(|&sentence| sentence < counts.0), "a change names no old sentence");
        assert!(change.b.iter().all(|&sentence| sentence < counts.1), "a change names no new sentence");
        check_change(a, b, change);
    }
    let weights = comparison.changes.iter().map(|change| change.weight);
    assert_eq!(comparison.verdict.weight, weights.max(), "the verdict is not that of its heaviest change");
    let silent = comparison.changes.iter().any(|change| change.silent);
    assert_eq!(comparison.verdict.silent, silent, "the verdict is silent and no change is, or the other way round");
}

fn check_change(a: &Side<'_>, b: &Side<'_>, change: &Change) {
    assert!(!change.facets.is_empty() || !change.why.is_empty(), "nothing says what changed");
    assert!(!change.silent || change.weight == Weight::Material, "a change without weight is silent");
    assert!(!change.silent || change.notice.is_none(), "an admitted change is silent");
    assert!(change.nature.is_none() || change.weight == Weight::Material, "a change without weight has a nature");
    change.notice.iter().for_each(|notice| check_span(notice.b_span, b.text.document.text));
    for facet in &change.facets {
        let text = |side: &Side<'_>| match facet.field {
            Field::Text => side.text.document.text.to_owned(),
            Field::Title => side.title.as_ref().map_or_else(String::new, |title| title.document.text.to_owned()),
        };
        facet.a_span.iter().for_each(|span| check_span(*span, &text(a)));
        facet.b_span.iter().for_each(|span| check_span(*span, &text(b)));
        assert!(facet.delta.is_none_or(f64::is_finite), "the difference of two figures is no number");
    }
}
