//! Holds a note in which an outlet admits or announces a change.

use serde::{Deserialize, Serialize};

use super::Span;

/// A correction, clarification, update, retraction or editor's note.
///
/// Source: schema.org `correction`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where it stands in the text.
    pub span: Span,
    /// What it announces.
    pub kind: NoticeKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    Correction,
    Clarification,
    Update,
    Retraction,
    EditorsNote,
}
