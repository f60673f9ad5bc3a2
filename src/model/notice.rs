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

/// What a notice says of the text it stands with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Something was wrong.
    Correction,
    /// Something could be misunderstood.
    Clarification,
    /// Something was added since.
    Update,
    /// The article, or a part of it, is withdrawn.
    Retraction,
    /// A note of the editor's that says none of these.
    EditorsNote,
}
