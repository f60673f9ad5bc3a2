//! Holds what became of a look at a page over the network.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::RecordedView;

/// One look at a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookedView {
    /// The address that was asked for.
    pub url: String,
    /// When the answer came.
    pub looked: DateTime<Utc>,
    /// The HTTP status code of the last answer, where a server answered.
    pub status: Option<u16>,
    /// The addresses that the request was redirected to, in order.
    pub redirects: Vec<String>,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: LookOutcome,
}

/// What came of a look at a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "look", rename_all = "kebab-case")]
pub enum LookOutcome {
    /// The page shows an article, which is recorded.
    Recorded {
        /// What was recorded.
        recorded: Box<RecordedView>,
        /// The server said, or the bytes show, that the page is as it was, so nothing was read.
        unmodified: bool,
    },
    /// The page shows a text that is looked at again before it counts; nothing was recorded.
    Doubtful {
        /// One word for programs.
        reason: String,
        /// What is doubtful about it.
        message: String,
    },
    /// One of several texts that the server gives in turn; nothing was recorded.
    Variant {
        /// What is known of it.
        message: String,
    },
    /// There was nothing that could be recorded.
    Failed {
        /// One word for programs.
        reason: String,
        /// What happened.
        message: String,
        /// What the reader can do, where something is known.
        hint: Option<String>,
    },
}

impl LookOutcome {
    /// Returns whether the server was asked: it may have asked for a pause, or the program's end came before its turn.
    pub fn was_asked(&self) -> bool {
        !matches!(self, Self::Failed { reason, .. } if matches!(reason.as_str(), "paused" | "stopped"))
    }
}

/// A look that brought no text, as it was kept: a failure, a text in doubt, or a fact of the page itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageLookRow {
    /// The address that was looked at.
    pub url: String,
    /// When.
    pub looked: DateTime<Utc>,
    /// `failed`, `doubtful`, `variant`, `gone`, `returned` or `moved`.
    pub kind: String,
    /// One word for programs.
    pub reason: String,
    /// The same for people.
    pub message: String,
    /// The HTTP status code, where a server answered.
    pub status: Option<u16>,
}

/// Several looks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LookedBatchView {
    /// The looks, in the order in which they were asked for.
    pub looks: Vec<LookedView>,
}
