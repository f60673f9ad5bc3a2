//! Holds what a text says happened, will happen or might.

use serde::{Deserialize, Serialize};

use super::{Edtf, Span};

/// An event: the verb or noun that names it, with its date and modality.
///
/// Source: TimeML EVENT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The one word that names it: "hosted", "explosion".
    pub span: Span,
    /// Dictionary form of the word that names it.
    pub lemma: String,
    /// When it happened, as far as the text says.
    pub when: Option<Edtf>,
    /// What the date rests on.
    pub basis: Basis,
    /// Whether it happened, will, may or did not.
    pub modality: Modality,
    /// Index of its sentence.
    pub sentence: usize,
}

/// Where an event's date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A temporal expression in its clause.
    Stated,
    /// An earlier clause or the paragraph.
    Inherited,
    /// Assumed from the date of publication.
    Document,
    /// Nothing dates the event.
    #[default]
    None,
}

/// How real an event is told to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened, or is happening.
    #[default]
    Actual,
    /// It is to happen.
    Planned,
    /// It may happen, or would under a condition.
    Hypothetical,
    /// It is told not to have happened.
    Negated,
}
