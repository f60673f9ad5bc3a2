//! Holds articles with the texts of their versions, for exports to other programs.

use chrono_tz::Tz;

use super::{ArticleHead, VersionRow};
use crate::model::{Content, DocumentTime};

/// An article with the texts of all its versions, in order of capture.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleTexts {
    /// How it is named.
    pub article: ArticleHead,
    /// Zone in which its dates are read.
    pub timezone: Tz,
    /// Its versions.
    pub versions: Vec<VersionContent>,
}

/// A version with its text.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionContent {
    /// The facts.
    pub row: VersionRow,
    /// The time that its relative dates are read against.
    pub document_time: Option<DocumentTime>,
    /// The words.
    pub content: Content,
}
