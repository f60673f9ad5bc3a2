//! Holds what is taken off a page.

use serde::Serialize;

use crate::model::{DocumentTime, Note};

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extracted {
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    /// Names of those who wrote it.
    pub byline: Vec<String>,
    /// The line that names them, as it stands on the page.
    pub byline_line: Option<String>,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub outlet: Option<String>,
    pub canonical: Option<String>,
    pub language: Option<String>,
    /// Paragraphs with an empty line between them.
    pub text: String,
    /// Words that the page says its article has, where far fewer were found.
    pub promised_words: Option<usize>,
    /// Why the page shows no article, if it shows none.
    pub unusable: Option<Unusable>,
    pub notes: Vec<Note>,
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
