//! Any text, any document date: spans lie inside the text, dates are valid and in order.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::claim;
use writethru::model::{DocumentTime, Setting};

fuzz_target!(|input: (&str, Option<i32>)| {
    let (text, days) = input;
    let published = days.and_then(chrono::NaiveDate::from_num_days_from_ce_opt).map(DocumentTime::Day);
    let analysis = claim::analyze(text, Setting { published, ..Setting::default() });
    for timex in &analysis.timexes {
        assert!(text.get(timex.span.range()).is_some(), "a span cuts a character");
    }
});
