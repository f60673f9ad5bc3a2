//! Says why a question could not be answered, and what to type next.

use crate::store::StoreError;

/// Why a question could not be answered or a text not be recorded.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    #[error("no story is called `{name}`")]
    NoSuchStory { name: String, close: Vec<String> },
    #[error("no story or article is called `{name}`")]
    NoSuchArticle { name: String, close: Vec<String> },
    #[error("`{name}` may mean {} articles", candidates.len())]
    Ambiguous { name: String, candidates: Vec<String> },
    #[error("`{name}` has no version {wanted}")]
    NoSuchVersion { name: String, wanted: String, has: Vec<usize> },
    #[error("`{name}` has only one version")]
    OnlyOne { name: String },
    #[error("the page or file of `{name}` was not kept")]
    NoOriginal { name: String },
    #[error("`{name}` cannot be a name: it holds no letter or digit")]
    BadName { name: String },
    #[error("there is a story called `{name}` already")]
    StoryTaken { name: String },
    #[error("there is an article called `{name}` already")]
    ArticleTaken { name: String },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DeskError {
    /// Returns what the reader can type next, if we know.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoSuchStory { close, .. } | Self::NoSuchArticle { close, .. } => match close.first() {
                Some(name) => format!("did you mean `{name}`?"),
                None => "`writethru story list` and `writethru article list` tell what there is".to_owned(),
            },
            Self::Ambiguous { candidates, .. } => format!("name one of them: {}", candidates.join(", ")),
            Self::NoSuchVersion { name, has, .. } => match (has.iter().min(), has.iter().max()) {
                (Some(first), Some(last)) if first < last => format!("`{name}` has versions {first} to {last}"),
                _ => format!("`writethru log {name}` tells what there is"),
            },
            Self::OnlyOne { name } => format!("record another with `writethru add FILE --article {name}`"),
            Self::BadName { .. } => "write words, such as `ferry-fire`".to_owned(),
            Self::StoryTaken { name } => format!("choose another name, or `writethru story merge` into `{name}`"),
            Self::ArticleTaken { .. } => "choose another name with `writethru article rename`".to_owned(),
            Self::NoOriginal { name } => format!("`writethru show {name}` prints its text"),
            Self::Store(error) => return error.hint(),
        })
    }
}
