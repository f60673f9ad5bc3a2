//! Holds the same assertion as it fares through versions, articles and outlets.

use serde::{Deserialize, Serialize};

use super::{DocumentTime, Status};

/// An assertion with everywhere it stood, the first place first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub kind: ClaimKind,
    /// In the words of its latest telling.
    pub text: String,
    /// Who is said to have put it, where the text names somebody.
    pub speaker: Option<String>,
    pub status: Status,
    pub outlets: usize,
    /// Outlets that tell it in words of their own; copies of one wire text count as one.
    pub sources: usize,
    /// In order of when readers were told. Never empty.
    pub stands: Vec<Stand>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    Statement,
    Figure,
    Event,
}

/// One wording of a claim over a run of versions of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    pub article: String,
    pub outlet: String,
    /// First version that has it, from 1.
    pub version: usize,
    /// Last version that has it; `None` while the article's latest does.
    pub until: Option<usize>,
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
    /// What is said, counted or told to have happened.
    pub value: String,
    /// Index of the sentence in `version`.
    pub sentence: usize,
    pub text: String,
}
