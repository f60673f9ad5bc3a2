//! Marks a stretch of a text by byte offsets, half-open.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in one text.
///
/// Both ends lie on character boundaries of the text the span was made for, and
/// `start <= end`; whoever makes a span sees to both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Returns the items of a list, which is in order of the text, that touch a span.
pub fn touching<'l, T>(items: &'l [T], span: Span, of: impl Fn(&T) -> Span + 'l) -> impl Iterator<Item = &'l T> {
    let first = items.partition_point(|item| of(item).end <= span.start);
    items[first..].iter().take_while(move |item| of(item).start < span.end)
}

impl Span {
    /// Returns the span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// Returns the words the span marks, or nothing where it lies outside `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Returns the span as a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Returns whether all of `other` lies in this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}
