//! Reads each line as a reference and as a place: what is read is written in one way, and errors say what to do.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::view::{PlaceReference, Reference};
use writethru_fuzz::text_of;

fuzz_target!(|bytes: &[u8]| {
    for line in text_of(bytes).lines() {
        match line.parse::<Reference>() {
            Err(error) => assert!(!error.to_string().is_empty() && !error.hint().is_empty(), "nothing says what to do"),
            // Without a version the name is what was typed, whatever it holds.
            Ok(reference) if reference.from.is_none() => assert_eq!(reference.name, line, "a name is changed"),
            Ok(reference) => {
                let written = reference.to_string();
                let again = written.parse::<Reference>().map(|again| again.to_string());
                assert_eq!(again.as_ref(), Ok(&written), "`{line}` is written as `{written}`");
            }
        }
        if let Ok(place) = line.parse::<PlaceReference>() {
            assert!(place.sentence.is_none_or(|number| number > 0), "sentences count from 1");
            assert!(place.sentence.is_none() || place.version.to.is_none(), "a sentence of two versions is read");
        }
    }
});
