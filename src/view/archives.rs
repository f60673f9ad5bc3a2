//! Holds what became of the pages of an archive, and what is written into one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::RefusedView;
use crate::model::HttpFacts;

/// A look as it is written into a web archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookFile {
    /// Address of the page, or `urn:writethru:STORY/NAME` of an article without one (without a story, its name alone).
    pub url: String,
    /// When it was looked at.
    pub captured: DateTime<Utc>,
    /// What it found.
    pub body: LookBody,
}

/// What a look found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookBody {
    /// The page as it was received.
    Page {
        /// What the server said.
        http: HttpFacts,
        /// The page.
        bytes: Vec<u8>,
    },
    /// The text alone, where the page was not kept.
    Text(String),
    /// The same as an earlier look.
    SameAs(EarlierLook),
}

/// An earlier look, which brought the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierLook {
    /// When it was.
    pub captured: DateTime<Utc>,
    /// SHA-256 of the page or text that was written of it, in hexadecimal.
    pub digest: String,
}

/// What became of the pages of web archives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchiveImportView {
    /// Records that were read.
    pub records: usize,
    /// Pages among them that were wanted.
    pub pages: usize,
    /// Versions that were recorded.
    pub recorded: usize,
    /// Looks that found the text as before.
    pub unchanged: usize,
    /// Pages that had been taken before.
    pub known: usize,
    /// Pages that were refused, by reason.
    pub refused: BTreeMap<String, usize>,
    /// Some of them, with what was wrong.
    pub examples: Vec<RefusedView>,
    /// Files, and parts of them, that could not be read to their end, with the reason.
    pub broken: Vec<String>,
}

/// Broken files that are named one by one.
const MOST_BROKEN: usize = 100;

impl ArchiveImportView {
    /// Notes what could not be read to its end.
    pub fn note_broken(&mut self, what: String) {
        match self.broken.len() {
            count if count < MOST_BROKEN => self.broken.push(what),
            MOST_BROKEN => self.broken.push("and more".to_owned()),
            _ => {}
        }
    }

    /// Adds what another file brought.
    pub fn add(&mut self, other: Self) {
        self.records += other.records;
        self.pages += other.pages;
        self.recorded += other.recorded;
        self.unchanged += other.unchanged;
        self.known += other.known;
        for (reason, n) in other.refused {
            *self.refused.entry(reason).or_insert(0) += n;
        }
        self.examples.extend(other.examples);
        for what in other.broken {
            self.note_broken(what);
        }
    }
}
