//! Holds who is quoted in a story, under which names: what `Archive::people` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::FirstReportView;

/// Who is quoted in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeopleView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Those with most statements first.
    pub people: Vec<PersonView>,
}

/// A person or organization that is quoted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonView {
    /// The name to go by: the fullest that the story has, or an editor's.
    pub name: String,
    /// Every name that the texts use, the most used first.
    pub names: Vec<PersonNameView>,
    /// Statements that the latest versions report.
    pub statements: usize,
    /// Outlets that quote them, by name.
    pub outlets: Vec<String>,
    /// Number of articles that quote them.
    pub articles: usize,
    /// Where they are quoted first.
    pub first: FirstReportView,
}

/// A name that texts use for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNameView {
    /// The name.
    pub name: String,
    /// Outlets that use it, by name.
    pub outlets: Vec<String>,
    /// Statements under this name in the latest versions.
    pub statements: usize,
}
