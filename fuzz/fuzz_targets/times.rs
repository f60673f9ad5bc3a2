//! Reads each line as a time that a person types: one that is read is a time in the calendar, whatever day it is.

#![no_main]

use chrono::{DateTime, Utc};
use libfuzzer_sys::fuzz_target;
use writethru::model::{TimeDirection, WrittenTime};
use writethru_fuzz::{ZONES, text_of};

/// Moments at which something is typed: an ordinary one, the ends of a leap day, of summer time and of the calendar.
const NOW: [&str; 5] = [
    "2025-04-24T08:00:00Z",
    "2024-02-29T23:59:59Z",
    "2025-03-30T01:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
];

fuzz_target!(|bytes: &[u8]| {
    for line in text_of(bytes).lines() {
        match WrittenTime::read(line) {
            Err(error) => assert!(!error.to_string().is_empty(), "an error says nothing"),
            Ok(written) => check(&written, line),
        }
    }
});

fn check(written: &WrittenTime, line: &str) {
    for now in NOW {
        let now: DateTime<Utc> = now.parse().expect("a time");
        for zone in ZONES {
            for direction in [TimeDirection::Past, TimeDirection::Future] {
                let Some(time) = written.resolve(now, zone, direction) else { continue };
                assert_eq!(time.in_calendar(), Some(time), "`{line}` is outside the calendar");
            }
        }
    }
}
