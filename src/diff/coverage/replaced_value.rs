//! Describes a value of the old text that gave way to another one in the new text.

use crate::model::{ChangeKind, Span};

/// A value that took the place of another one.
pub(crate) struct ReplacedValue {
    pub kind: ChangeKind,
    /// Sentence and span in the old text.
    pub old: (usize, Span),
    /// Sentence and span in the new text.
    pub new: (usize, Span),
    /// The name of the rule that found it.
    pub why: &'static str,
}
