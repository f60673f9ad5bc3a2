//! Any two texts: the comparison ends, and only equal texts compare as unchanged.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::model::Setting;
use writethru::{claim, diff};

fuzz_target!(|input: (&str, &str)| {
    let (old, new) = input;
    let setting = Setting::default();
    let a = claim::read_side(None, old, setting);
    let b = claim::read_side(None, new, setting);
    let comparison = diff::compare(&a, &b);
    assert!(old != new || comparison.changes.is_empty(), "a text differs from itself");
    for pair in &comparison.pairs {
        assert!(pair.0 < a.text.document.sentences.len() && pair.1 < b.text.document.sentences.len());
    }
});
