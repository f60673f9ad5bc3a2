//! Defines why an answer is left out, and what can be done about it.

use super::super::ANALYSER;

/// Why an answer is left out.
#[derive(Debug, thiserror::Error)]
pub(super) enum LeftOut {
    #[error("it cannot be read, or not to its end: {0}")]
    Unreadable(String),
    #[error("it is no answer: {0}")]
    NoJson(String),
    #[error("it has no `id` that is text")]
    NoId,
    #[error("the filter could not use the question: {0}")]
    Refused(String),
    #[error("the answer to `{0}` holds no packed results")]
    NoResults(String),
    #[error("`{id}` was read by {analyser}, and this program is {ANALYSER}")]
    OtherAnalyser { id: String, analyser: String },
    #[error("no article is called `{0}`")]
    NoSuchArticle(String),
    #[error("`{0}` has other texts than those that were asked about")]
    OtherTexts(String),
    #[error("the results of `{0}` are damaged")]
    Damaged(String),
    #[error("its article changed while the results were stored")]
    NotStored,
}

impl LeftOut {
    /// Returns what the reader can do about it.
    pub(super) fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "what was read before it is stored; give the file again once it is there and whole",
            Self::NoJson(_) | Self::NoId => "each line is an answer of `writethru pipe reindex`",
            Self::Refused(_) => "its `hint` says what to do about the question; then have it answered again",
            Self::NoResults(_) => {
                "`pipe reindex` answers what `export shards --for reindex` asks; what other filters answer is for queries \
                 and is not taken back"
            }
            Self::OtherAnalyser { .. } => "have the shards answered by the very program that takes the answers",
            Self::NoSuchArticle(_) | Self::OtherTexts(_) | Self::NotStored => {
                "it changed since: `writethru export shards DIR --for reindex --stale` asks about what is missing"
            }
            Self::Damaged(_) => "have its shard answered again",
        }
    }
}
