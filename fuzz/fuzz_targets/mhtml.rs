//! Reads any bytes as a page that a browser saved as one file: it is refused with a cure, or is an article in stored form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::{self, Source};
use writethru_fuzz::check_capture;

fuzz_target!(|bytes: &[u8]| {
    let source = Source { name: "story.mhtml", keep_original: true, ..Source::default() };
    match ingest::read(bytes, source) {
        Err(error) => assert!(error.hint().is_some(), "nothing says what to do: {error}"),
        Ok(capture) => {
            check_capture(&capture);
            let original = capture.original.as_ref().expect("the bytes are to be kept");
            assert!(!original.bytes.is_empty(), "nothing is kept of the page");
        }
    }
});
