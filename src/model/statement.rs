//! Holds what someone is reported to say, think, order or deny.

use serde::{Deserialize, Serialize};

use super::{Edtf, Span};

/// An attributed assertion: `source`, `cue` and `content`.
///
/// A span list has more than one part when other words stand between. Content
/// leaves out quote marks.
///
/// Source: PARC3 and PolNeAR attribution scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Whether it is quoted.
    pub kind: StatementKind,
    /// Never empty.
    pub content: Vec<Span>,
    /// The words that attribute ("said"); empty for a floating quote.
    pub cue: Vec<Span>,
    /// Who is responsible; empty when nobody is named in the sentence.
    pub source: Vec<Span>,
    /// Index into `Analysis::entities` of whoever speaks, where known.
    pub entity: Option<usize>,
    /// The speaker's name or role as people would write it.
    pub speaker: Option<String>,
    /// "a senior official", "people familiar with the matter", "reportedly".
    pub anonymous: bool,
    /// How firmly it is put.
    pub certainty: Certainty,
    /// Whether it affirms or negates.
    pub polarity: Polarity,
    /// When it was said.
    pub when: Option<Edtf>,
    /// Index of the sentence that holds the cue, else the content's first.
    pub sentence: usize,
    /// What somebody else says within what is said: "Lee said the minister had told her …". Never holds further ones.
    pub nested: Vec<Statement>,
}

/// In whose words a statement is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    /// In quotation marks.
    Direct,
    /// In the writer's words.
    #[default]
    Indirect,
    /// Partly in quotation marks, partly in the writer's words.
    Mixed,
}

/// How firmly something is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Told as a fact.
    #[default]
    Asserted,
    /// Told as possible or likely: "may", "reportedly".
    Hedged,
    /// Rejected by the speaker.
    Denied,
    /// Asked.
    Questioned,
    /// Told under a condition.
    Conditional,
}

/// Whether something is said to be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so.
    Negative,
}
