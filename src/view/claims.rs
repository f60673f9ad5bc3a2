//! Holds how each claim fared through versions and outlets: what `Desk::claims` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use crate::model::ClaimKind;
use crate::model::{Assertion, DocumentTime, Status};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimsView {
    pub timezone: Tz,
    pub claims: Vec<ClaimView>,
}

/// The same assertion across statements, versions and outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimView {
    pub number: usize,
    pub kind: ClaimKind,
    /// What is claimed, in the words of its latest telling.
    pub text: String,
    pub speaker: Option<String>,
    /// What a figure counts: `killed`.
    pub about: Option<String>,
    pub status: Status,
    pub outlets: usize,
    /// Outlets that tell it in words of their own; copies of one wire text count as one.
    pub sources: usize,
    /// What put it first: the earliest telling.
    pub first: ClaimFirst,
    /// In order of when readers were told; one for each way an article put it, not for each version.
    pub tellings: Vec<ClaimTelling>,
}

/// Who first told it, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimFirst {
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    pub captured: DateTime<Utc>,
    pub published: Option<DocumentTime>,
}

/// What one article said, from one version to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimTelling {
    /// What one types to name the article.
    pub article: String,
    pub outlet: Option<String>,
    /// The first version that says it so.
    pub version: usize,
    /// The last version that says it so, unless it is the article's latest.
    pub until: Option<usize>,
    pub captured: DateTime<Utc>,
    pub published: Option<DocumentTime>,
    /// The version that no longer has it, where the article took it out or put it otherwise.
    pub gone_in: Option<usize>,
    /// Sentence of `version`, from 1.
    pub sentence: usize,
    #[serde(flatten)]
    pub put: Assertion,
}
