//! Turns bytes into text, whatever encoding they are in.
//!
//! In order: a byte order mark, UTF-16 by its zero bytes, UTF-8 that holds, what
//! the server said, what the page says (`<meta charset>`), and at last a guess
//! from the bytes. UTF-8 goes before any statement because bytes that happen to
//! be valid UTF-8 beyond ASCII are UTF-8, and pages that state otherwise are wrong.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::Note;

/// Bytes as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The encoding's name after the WHATWG standard.
    pub encoding: &'static str,
    /// A remark where some bytes could not be decoded.
    pub note: Option<Note>,
}

/// A statement of the encoding stands within this many bytes, by the HTML standard.
const META_REACH: usize = 1024;
/// A guess gets no better by more bytes.
const GUESS_REACH: usize = 1 << 16;

/// Decodes `bytes`; what makes no sense becomes `U+FFFD` and a note.
pub fn decode(bytes: &[u8], content_type: Option<&str>) -> Decoded {
    let encoding = encoding_of(bytes, content_type);
    let (text, used, has_errors) = encoding.decode(bytes);
    let note = has_errors
        .then(|| Note::new("undecodable-bytes", format!("some bytes are no {}; each shows as \u{FFFD}", used.name())));
    Decoded { text: text.into_owned(), encoding: used.name(), note }
}

fn encoding_of(bytes: &[u8], content_type: Option<&str>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let stated = content_type.and_then(charset_in).or_else(|| meta_charset(bytes));
    stated.unwrap_or_else(|| guess(bytes))
}

/// Text in UTF-16 has a zero in every second byte of its plain letters.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(META_REACH)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match half > 4 {
        true if odd * 2 > half && even * 10 < half => Some(UTF_16LE),
        true if even * 2 > half && odd * 10 < half => Some(UTF_16BE),
        _ => None,
    }
}

fn meta_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(META_REACH)]).to_ascii_lowercase();
    head.contains('<').then(|| charset_in(&head)).flatten()
}

/// Reads `charset=…` wherever it stands.
fn charset_in(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("charset")? + "charset".len();
    let rest = lower[at..].trim_start().strip_prefix('=')?.trim_start();
    let name = rest.trim_start_matches(['"', '\'']);
    let name = name.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()?;
    // A page that could state UTF-16 in ASCII letters is not in UTF-16.
    Encoding::for_label(name.as_bytes()).map(|encoding| match encoding.is_ascii_compatible() {
        true => encoding,
        false => UTF_8,
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_REACH)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// File beginnings that are no text, with what people call them.
#[rustfmt::skip]
const MARKS: &[(&[u8], &str)] = &[
    (b"%PDF-",             "a PDF file"),
    (b"PK\x03\x04",        "a zip archive (such as a Word document)"),
    (b"\xD0\xCF\x11\xE0",  "an old Office document"),
    (b"\x89PNG",           "a picture"),
    (b"\xFF\xD8\xFF",      "a picture"),
    (b"GIF8",              "a picture"),
    (b"RIFF",              "sound or moving pictures"),
    (b"ID3",               "sound"),
    (b"\x1F\x8B",          "a gzip file"),
    (b"\x28\xB5\x2F\xFD",  "a zstd file"),
    (b"BZh",               "a bzip2 file"),
    (b"\xFD7zXZ",          "an xz file"),
    (b"\x7FELF",           "a program"),
    (b"MZ\x90",            "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"{\\rtf",            "a Rich Text file"),
    (b"WARC/",             "a web archive without a page to read"),
];

/// Returns what kind of file bytes are that hold no text.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Some(kind);
    }
    if Encoding::for_bom(bytes).is_some() || utf16_without_mark(bytes).is_some() {
        return None;
    }
    let head = &bytes[..bytes.len().min(GUESS_REACH)];
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    (head.contains(&0) || odd * 50 > head.len()).then_some("binary data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_encoding_it_is_in() {
        let check = |bytes: &[u8], said: Option<&str>, want: &str, encoding: &str| {
            let decoded = decode(bytes, said);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (want, encoding));
        };
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        check("“Café”".as_bytes(), None, "“Café”", "UTF-8");
        check("\u{FEFF}Café".as_bytes(), None, "Café", "UTF-8");
        check(b"Un caf\xE9 ferm\xE9 \xE0 Gen\xE8ve, dit-il.", None, "Un café fermé à Genève, dit-il.", "windows-1252");
        check(b"\x93Yes\x94", Some("text/html; charset=ISO-8859-1"), "“Yes”", "windows-1252");
        check(b"<meta charset=\"koi8-r\"> \xC4\xC1", None, "<meta charset=\"koi8-r\"> да", "KOI8-R");
        check(&utf16("\u{FEFF}Café"), None, "Café", "UTF-16LE");
        check(&utf16("The ferry burns"), None, "The ferry burns", "UTF-16LE");
        check("Café".as_bytes(), Some("text/plain; charset=latin1"), "Café", "UTF-8");
    }

    #[test]
    fn bytes_without_sense_get_a_note() {
        let decoded = decode(b"ab\xFFcd", Some("text/plain; charset=utf-8"));
        assert_eq!(
            (decoded.text.as_str(), decoded.note.map(|note| note.code)),
            ("ab\u{FFFD}cd", Some("undecodable-bytes"))
        );
    }

    #[test]
    fn what_is_no_text_is_told_by_name() {
        assert_eq!(binary_kind(b"%PDF-1.7 ..."), Some("a PDF file"));
        assert_eq!(binary_kind(&[7, 0, 9, 200]), Some("binary data"));
        assert_eq!(binary_kind("Café\n\ttab".as_bytes()), None);
        assert_eq!(binary_kind(b"\xFF\xFEC\0a\0f\0"), None);
    }
}
