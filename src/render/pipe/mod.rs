//! Shapes the answers of `writethru pipe …`; one file a filter.
//!
//! In: what the pure layers found in a question. Out: an answer that serializes to one line of JSON.
//!
//! These types are the public contract: `pipe schema` prints their JSON Schema.
//! Their spans count Unicode code points, as other languages index strings.

pub mod analyze;
pub mod compare;
pub mod extract;
pub mod parse;
pub mod questions;
pub mod timeline;

use crate::model::{DocumentTime, Span};

/// A half-open range in code points.
pub type Points = [usize; 2];

/// Turns byte offsets of one text into code points.
///
/// Keeps the number of code points before every 64th byte, so a look-up scans
/// at most 64 bytes; a text in ASCII needs no table at all.
pub struct CodePoints<'t> {
    text: &'t str,
    before: Vec<u32>,
}

/// Bytes between two entries of the table.
const STRIDE: usize = 64;

impl<'t> CodePoints<'t> {
    /// Counts the code points of a text.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for block in text.as_bytes().chunks(STRIDE) {
                before.push(count);
                count += count_starts(block);
            }
            before.push(count);
        }
        Self { text, before }
    }

    /// Returns the number of code points before byte `offset`.
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        match self.before.get(offset / STRIDE) {
            None => offset,
            Some(&count) => {
                let from = offset / STRIDE * STRIDE;
                (count + count_starts(&self.text.as_bytes()[from..offset])) as usize
            }
        }
    }

    /// Returns a span of bytes in code points.
    pub fn span(&self, span: Span) -> Points {
        [self.at(span.start), self.at(span.end)]
    }

    /// Returns spans of bytes in code points.
    pub fn spans(&self, spans: &[Span]) -> Vec<Points> {
        spans.iter().map(|&span| self.span(span)).collect()
    }
}

/// Counts the bytes that begin a code point.
fn count_starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

/// Writes a document time as ISO 8601.
pub fn iso(time: DocumentTime) -> String {
    time.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points() {
        let text = "é€😀x".repeat(40);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(CodePoints::new("plain").at(3), 3);
    }
}
