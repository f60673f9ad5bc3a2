//! Holds how each claim fared through versions and outlets: what `Archive::claims` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

pub use crate::model::ClaimKind;
use crate::model::{Assertion, DocumentTime, Status};

/// The claims of a story or an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimsView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The claims, the earliest first.
    pub claims: Vec<ClaimView>,
}

/// The same assertion across statements, versions and outlets: a [`crate::model::Claim`] with articles and versions named as readers know them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimView {
    /// Stays the same while the claim's first telling does.
    pub id: String,
    /// Place in the list, from 1.
    pub number: usize,
    /// What is claimed: a statement, an event or a figure.
    pub kind: ClaimKind,
    /// What is claimed, in the words of its latest occurrence.
    pub text: String,
    /// Who said it, where somebody is named.
    pub speaker: Option<String>,
    /// What a figure counts: `killed`.
    pub about: Option<String>,
    /// How it stands now.
    pub status: Status,
    /// Number of outlets.
    pub outlets: usize,
    /// Outlets that report it in words of their own; copies of one wire text count as one.
    pub sources: usize,
    /// The earliest occurrence.
    pub first: ClaimFirst,
    /// In order of publication; one for each way in which an article put it, not one for each version.
    #[serde(rename = "tellings")]
    pub occurrences: Vec<ClaimOccurrence>,
}

impl ClaimView {
    /// Returns the occurrence whose words are shown: of those that put it so, the first.
    pub fn cited(&self) -> Option<&ClaimOccurrence> {
        self.occurrences.iter().find(|own| own.put.value == self.text).or_else(|| self.occurrences.last())
    }
}

/// Who asserted it first, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimFirst {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
}

/// What one article said, from one version to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimOccurrence {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// The first version that says it so.
    pub version: usize,
    /// The last version that says it so, unless it is the article's latest.
    pub until: Option<usize>,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// The version that no longer has it, where the article took it out or put it otherwise.
    pub gone_in: Option<usize>,
    /// Sentence of `version`, from 1.
    pub sentence: usize,
    /// What is asserted, and how.
    #[serde(flatten)]
    pub put: Assertion,
}
