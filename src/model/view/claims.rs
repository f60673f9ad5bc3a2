//! Holds how each claim fared through versions and outlets: what `Desk::claims` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use crate::model::ClaimKind;
use crate::model::{DocumentTime, Status};

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
    /// In order of capture; one for each value an article gave it, not for each version.
    pub tellings: Vec<ClaimTelling>,
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
    /// The speaker, figure or certainty that this telling gives.
    pub value: String,
    /// Sentence of `version`, from 1.
    pub sentence: usize,
    pub text: String,
}
