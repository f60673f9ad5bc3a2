//! Holds a note in which an outlet admits or announces a change.

use serde::{Deserialize, Serialize};

use super::Span;

/// A correction, clarification, update, retraction or editor's note.
///
/// Source: schema.org `correction`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub span: Span,
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
