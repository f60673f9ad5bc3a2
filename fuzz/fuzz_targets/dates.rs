//! Reads any text on any document date: every span lies in the text, every date is valid and all are in order.
//!
//! The first line is the document's date and zone, the rest is the text:
//! `2025-04-24T08:00 Europe/London`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::claim;
use writethru::time;
use writethru_fuzz::{check_analysis, setting_of, text_of};

fuzz_target!(|bytes: &[u8]| {
    let whole = text_of(bytes);
    let (first, text) = whole.split_once('\n').unwrap_or(("", &whole));
    let setting = setting_of(first);
    let analysis = claim::analyze(text, setting);
    check_analysis(&analysis);
    let alone = time::timexes_in(&analysis.document, setting);
    assert_eq!(alone, analysis.timexes, "the dates of a text depend on who asks");
});
