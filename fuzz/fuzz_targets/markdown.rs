//! Reads any bytes as an article in Markdown: no letter is invented, and what no reader sees is gone.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::{self, Source};
use writethru_fuzz::{check_capture, letters};

fuzz_target!(|bytes: &[u8]| {
    let source = Source { name: "story.md", content_type: Some("text/markdown"), ..Source::default() };
    let text = ingest::decode(bytes, source.content_type).text;
    match ingest::read(bytes, source) {
        Err(error) => assert!(error.hint().is_some(), "nothing says what to do: {error}"),
        Ok(capture) => {
            check_capture(&capture);
            let content = &capture.content;
            let parts =
                [&content.headline, &content.standfirst, &content.byline].into_iter().filter_map(Option::as_deref);
            let given = letters([text.as_str()]);
            for (letter, count) in letters(parts.chain([content.body.as_str()])) {
                assert!(count <= given.get(&letter).copied().unwrap_or(0), "the letter {letter:?} was invented");
            }
            assert_eq!(ingest::read(bytes, source).ok(), Some(capture), "the same bytes read twice give two articles");
        }
    }
});
