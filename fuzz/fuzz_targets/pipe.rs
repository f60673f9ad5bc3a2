//! Answers any bytes as a line of each filter: every answer is one line with one JSON object.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use writethru::cli::answers_to;

fuzz_target!(|bytes: &[u8]| {
    for answer in answers_to(bytes) {
        assert!(!answer.contains(&b'\n'), "an answer takes more than one line");
        let answer: Value = serde_json::from_slice(&answer).expect("an answer is JSON");
        assert!(answer.is_object(), "an answer is no object: {answer}");
    }
});
