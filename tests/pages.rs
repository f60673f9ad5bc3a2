//! Reads the pages of `fixtures/pages`: sixty articles in layouts of their own, and pages that show none.
//!
//! The pages were written without a look at what the reader does (`fixtures/pages/make.py`). What is read wrongly today is
//! listed by name, so that a page that gets better, or worse, is seen.

use std::fs;
use std::path::Path;

use chrono_tz::Tz;
use serde_json::Value;
use writethru::ingest::{Extracted, Unusable, extract};

/// What is read wrongly: the page, and which part of it.
const KNOWN_WRONG: &[(&str, &str)] = &[];

const PARTS: [&str; 4] = ["headline", "byline", "published", "paragraphs"];

fn read(name: &str) -> Extracted {
    let html = fs::read_to_string(Path::new("fixtures/pages").join(format!("{name}.html"))).expect("a page");
    extract(&html, Some(&format!("https://www.post.example/news/{name}")), Tz::UTC, None)
}

fn expected() -> Value {
    let text = fs::read_to_string("fixtures/pages/expected.json").expect("what stands on the pages");
    serde_json::from_str(&text).expect("JSON")
}

/// Returns the parts of a page that are read otherwise than they stand there, with what was read.
fn wrong_parts(want: &Value, got: &Extracted) -> Vec<(&'static str, Value)> {
    let paragraphs: Vec<&str> = got.text.split("\n\n").collect();
    let published = got.published.map(|time| time.to_string());
    let read: [Value; 4] =
        [got.headline.clone().into(), got.byline.clone().into(), published.into(), paragraphs.into()];
    PARTS.into_iter().zip(read).filter(|(part, read)| want[part] != *read).collect()
}

#[test]
fn articles_of_many_layouts_are_read_as_they_stand() {
    let expected = expected();
    let pages = expected["pages"].as_object().expect("pages");
    assert_eq!(pages.len(), 60);
    let (mut wrong, mut told) = (Vec::new(), String::new());
    for (name, want) in pages {
        let got = read(name);
        assert_eq!(got.unusable, None, "{name}");
        for (part, read) in wrong_parts(want, &got) {
            told.push_str(&format!("{name}, {part}:\n  want {}\n  read {read}\n", want[part]));
            wrong.push((name.as_str(), part));
        }
    }
    assert_eq!(wrong, KNOWN_WRONG, "{told}");
}

#[test]
fn pages_without_an_article_are_refused_each_for_its_reason() {
    let expected = expected();
    let mut told = String::new();
    for (name, reason) in expected["walls"].as_object().expect("pages") {
        let got = read(name);
        if got.unusable.map(Unusable::as_str) != reason.as_str() {
            told.push_str(&format!("{name}: {:?}, {:?}: {:?}\n", got.unusable, got.headline, got.text));
        }
    }
    assert!(told.is_empty(), "{told}");
}
