//! Reads any bytes as a web page in any encoding: no letter is invented, and what no reader sees is gone.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::{self, Decoded, Source};
use writethru::model::Capture;
use writethru_fuzz::{check_capture, letters};

const ADDRESS: &str = "https://www.example.org/news/ferry";

fuzz_target!(|bytes: &[u8]| {
    // As a server sends it, as a file without a name, and with an encoding that the server states.
    for content_type in [Some("text/html"), None, Some("text/html; charset=iso-8859-1")] {
        let source = Source { content_type, url: Some(ADDRESS), keep_original: true, ..Source::default() };
        let decoded = ingest::decode(bytes, content_type);
        check_decoded(bytes, &decoded);
        match ingest::read(bytes, source) {
            Err(error) => assert!(error.hint().is_some(), "nothing says what to do: {error}"),
            Ok(capture) => check(bytes, &decoded, &capture),
        }
    }
});

fn check_decoded(bytes: &[u8], decoded: &Decoded) {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains(['\0', '\u{FEFF}'])
    {
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, "UTF-8"), "UTF-8 is read as something else");
    }
    assert!(decoded.note.is_none() || decoded.text.contains('\u{FFFD}'), "a note tells of bytes that all made sense");
}

fn check(bytes: &[u8], decoded: &Decoded, capture: &Capture) {
    check_capture(capture);
    assert_eq!(capture.addresses.first().map(String::as_str), Some(ADDRESS), "the page was read elsewhere");
    let original = capture.original.as_ref().expect("the bytes are to be kept");
    assert_eq!(
        (original.bytes.as_slice(), original.encoding.as_str()),
        (bytes, decoded.encoding),
        "other bytes are kept"
    );
    // An entity or an escape within JSON may stand for any letter.
    if decoded.text.contains(['&', '\\']) {
        return;
    }
    let given = letters([decoded.text.as_str()]);
    for (letter, count) in letters([capture.content.body.as_str()]) {
        assert!(count <= given.get(&letter).copied().unwrap_or(0), "the letter {letter:?} was invented or told twice");
    }
}
