//! Defines why bytes could not be read as an article.

use std::io;

use serde::Serialize;

use crate::model::shell_word;

/// Why bytes could not be read as an article; nothing was recorded of them.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    #[error("there is no file `{name}`")]
    Missing { name: String },
    #[error("`{name}` is a directory")]
    Directory { name: String },
    #[error("cannot read `{name}`")]
    Unreadable { name: String, source: io::Error },
    #[error("`{name}` is longer than {} MB", limit >> 20)]
    TooLong { name: String, limit: u64 },
    #[error("`{name}` is no text but {kind}")]
    Binary { name: String, kind: &'static str },
    #[error("`{name}` is no article but JSON")]
    Json { name: String },
    #[error("`{name}` holds no words")]
    Empty { name: String },
    #[error("`{name}` is no article but {}", reason.words())]
    Unusable { name: String, reason: Unusable },
}

impl IngestError {
    /// Returns what the reader can type or do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Missing { name } if name.starts_with("http://") || name.starts_with("https://") => {
                return Some(format!("`writethru fetch {name}` reads pages on the web"));
            }
            Self::Missing { .. } => "check the name; `-` reads from standard input",
            Self::Directory { name } => return Some(format!("name its files: `{}/*`", name.trim_end_matches('/'))),
            Self::Unreadable { .. } => return None,
            Self::TooLong { .. } => "record the article alone",
            Self::Binary { .. } => "save the article as text, Markdown or HTML and record that",
            Self::Json { name } => {
                let file = if name == "standard input" { "-".to_owned() } else { shell_word(name) };
                return Some(format!(
                    "`writethru import jsonl {file}` records a version for each line; `jq -c '.[]'` writes a list so"
                ));
            }
            Self::Empty { .. } => "an article needs at least one paragraph",
            Self::Unusable { .. } => "save the page from a browser that shows the article, and record that file",
        };
        Some(hint.to_owned())
    }

    /// Names what the operating system reported.
    pub(super) fn unreadable(name: &str, source: io::Error) -> Self {
        let name = name.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { name },
            io::ErrorKind::IsADirectory => Self::Directory { name },
            _ => Self::Unreadable { name, source },
        }
    }
}

/// Why a page shows no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unusable {
    ErrorPage,
    BotWall,
    ConsentWall,
    PaywallStub,
    Menu,
    Empty,
}

impl Unusable {
    /// Returns the name that programs use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ErrorPage => "error-page",
            Self::BotWall => "bot-wall",
            Self::ConsentWall => "consent-wall",
            Self::PaywallStub => "paywall-stub",
            Self::Menu => "menu",
            Self::Empty => "empty",
        }
    }

    /// Returns the reason in words that follow "no article but".
    pub const fn words(self) -> &'static str {
        match self {
            Self::ErrorPage => "an error page",
            Self::BotWall => "a page that asks whether its reader is a robot",
            Self::ConsentWall => "a page that asks its reader for consent before it shows anything",
            Self::PaywallStub => "the beginning of one that only subscribers see",
            Self::Menu => "a list of links to other pages",
            Self::Empty => "a page without text",
        }
    }
}
