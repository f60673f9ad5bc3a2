//! Reads each line as an EDTF date: what is accepted has ends in order in every zone, and is written as it was read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::model::Edtf;
use writethru_fuzz::{check_date, text_of};

fuzz_target!(|bytes: &[u8]| {
    for line in text_of(bytes).lines() {
        match Edtf::new(line) {
            Ok(date) => check_date(&date),
            Err(error) => assert!(!error.to_string().is_empty(), "an error says nothing"),
        }
    }
});
