//! Holds what of a timeline is asked for.
//!
//! `--from 2025-03-01 --outlet Herald` asks for what may have happened since 1 March and what the Herald reports.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{EntryKind, Status};

/// What of a timeline is asked for; what is empty asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryFilter {
    /// The first day of what happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of what happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Outlets, of which one must report it: whole names, or parts where none is called so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<String>,
    /// Speakers, by name or a part of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// Events, statements, plans.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<EntryKind>,
    /// How it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Tags, of which it must have one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Words that it must hold.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What happened last stands first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub newest_first: bool,
}

impl EntryFilter {
    /// Returns whether everything is asked for, in whatever order.
    pub fn is_whole(&self) -> bool {
        Self { newest_first: false, ..self.clone() } == Self::default()
    }

    /// Returns which of these outlets are meant: those called so, else those with the words in their name.
    pub fn outlets_meant(&self, own: &[&str]) -> Vec<String> {
        let meant = |asked: &String| {
            let asked = asked.trim().to_lowercase();
            let whole: Vec<&str> = own.iter().copied().filter(|name| name.to_lowercase() == asked).collect();
            let part = own.iter().copied().filter(|name| name.to_lowercase().contains(&asked));
            if whole.is_empty() { part.collect() } else { whole }
        };
        self.outlets.iter().flat_map(meant).map(str::to_owned).collect()
    }
}
