//! `pipe extract`: takes the article out of one web page.

use super::answer::write_json;
use super::question::{Question, Refusal, missing};
use crate::ingest;
use crate::model::Selectors;
use crate::render::pipe::extract as shape;

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let url = question.text("url")?;
    let zone = question.timezone()?;
    let selectors: Option<Selectors> = match question.field("selectors") {
        Some(given) => Some(serde_json::from_value(given.clone()).map_err(|error| bad_selectors(&error))?),
        None => None,
    };
    let raw;
    let html = match question.text("html")? {
        Some(html) => html,
        None => {
            let base64 = question.text("html_base64")?.ok_or_else(|| missing("html"))?;
            let bytes = bytes_of(base64).ok_or_else(|| {
                Refusal::new("bad-field", "`html_base64` is no Base64", "encode the bytes as in RFC 4648")
            })?;
            raw = ingest::decode(&bytes, question.text("content_type")?).text;
            &raw
        }
    };
    let found = ingest::extract(html, url, zone, selectors.as_ref());
    let reason = found.unusable.map(ingest::Unusable::as_str);
    let page = shape::ExtractedPage {
        headline: found.headline.as_deref(),
        standfirst: found.standfirst.as_deref(),
        byline: &found.byline,
        published: found.published,
        modified: found.modified,
        outlet: found.outlet.as_deref(),
        canonical: found.canonical.as_deref(),
        language: found.language.as_deref(),
        text: &found.text,
    };
    write_json(&shape::answer(question.id(), page, reason, &found.notes), out)
}

fn bad_selectors(error: &serde_json::Error) -> Refusal {
    let hint = "write `{\"body\": \".article-body\", \"remove\": [\".ad\"]}`";
    Refusal::new("bad-field", format!("`selectors` cannot be used: {error}"), hint)
}

/// Reads Base64 (RFC 4648, either alphabet, with or without padding).
fn bytes_of(base64: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(base64.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for c in base64.bytes().filter(|c| !c.is_ascii_whitespace()) {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_becomes_bytes() {
        assert_eq!(bytes_of("Y2Fm6Q==").as_deref(), Some(b"caf\xE9".as_slice()));
        assert_eq!(bytes_of("__-_"), Some(vec![0xFF, 0xFF, 0xBF]));
        assert_eq!(bytes_of("a*b"), None);
    }
}
