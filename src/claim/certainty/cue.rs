//! Defines the cues of certainty and polarity.

use std::ops::Range;

use crate::model::Span;
pub(crate) use crate::text::reporting_verbs_table::Strength;

/// What a cue does to the words it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CueKind {
    /// "reportedly", "appears to"
    Hedge,
    /// "may", "could", "will"
    Modal,
    /// "is due to", "plans to"
    Plan,
    /// "said", "confirmed"
    Reporting,
    /// "if", "unless"
    Conditional,
    /// "whether", or the mark at the end
    Question,
    /// "denied", "ruled out"
    Denial,
    /// "not", "without"
    Negation,
}

/// A word or phrase that changes the certainty or polarity of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CertaintyCue {
    /// The words of the cue.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it does.
    pub kind: CueKind,
    /// How firmly it puts what it governs.
    pub strength: Strength,
    /// The words it governs.
    pub scope: Span,
}
