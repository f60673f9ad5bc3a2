//! Reads any bytes as an article in plain text: no word is lost or invented, and what no reader sees is gone.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use writethru::ingest::{self, Source};
use writethru::model::Content;
use writethru_fuzz::{check_capture, words};

fuzz_target!(|bytes: &[u8]| {
    let source =
        Source { name: "story.txt", content_type: Some("text/plain"), keep_original: true, ..Source::default() };
    let decoded = ingest::decode(bytes, source.content_type);
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains(['\0', '\u{FEFF}'])
    {
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, "UTF-8"), "UTF-8 is read as something else");
    }
    match ingest::read(bytes, source) {
        Err(error) => assert!(error.hint().is_some(), "nothing says what to do: {error}"),
        Ok(capture) => {
            check_capture(&capture);
            check_words(&decoded.text, &capture.content);
            assert_eq!(
                capture.original.map(|original| original.bytes).as_deref(),
                Some(bytes),
                "the bytes are not kept"
            );
        }
    }
});

/// Checks that the parts hold the words of the text, but for a headline that is repeated.
fn check_words(text: &str, content: &Content) {
    let parts = [&content.headline, &content.standfirst, &content.byline].into_iter().filter_map(Option::as_deref);
    let kept = words(parts.chain([content.body.as_str()]));
    let headline = words(content.headline.as_deref());
    let mut left = words([text]);
    while left != kept {
        assert!(
            !headline.is_empty() && take(&mut left, &headline),
            "words are lost or invented: {left:?} became {kept:?}"
        );
    }
}

/// Takes words off a count; returns whether all of them were there.
fn take(counts: &mut BTreeMap<String, usize>, taken: &BTreeMap<String, usize>) -> bool {
    for (word, count) in taken {
        let Some(left) = counts.get(word).and_then(|have| have.checked_sub(*count)) else { return false };
        match left {
            0 => counts.remove(word),
            left => counts.insert(word.clone(), left),
        };
    }
    true
}
