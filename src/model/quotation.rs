//! Holds a passage in quotation marks.

use super::Span;

/// A passage in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without its marks and without white space at either end; never empty.
    pub inside: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// How many other quotations it lies in.
    pub depth: u8,
    /// Whether a closing mark ends it; without one it ends with its paragraph.
    pub closed: bool,
}
