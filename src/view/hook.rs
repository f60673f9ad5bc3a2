//! Holds who is told of changes, what is told, and what was told.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::UpdateView;
use crate::model::{HookFilter, HookTarget};

/// Every hook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HooksView {
    /// The hooks, in order of name.
    pub hooks: Vec<HookRow>,
    /// Names of hooks that this version of the program cannot read, and does not run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<String>,
}

/// One hook and how it is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HookRow {
    /// Its name.
    pub name: String,
    /// Who or what is told.
    pub target: HookTarget,
    /// Which changes are told.
    pub filter: HookFilter,
    /// Address below which the pages of the archive lie.
    pub link: Option<String>,
    /// It tells nothing until it is resumed.
    pub paused: bool,
    /// When it was made; only what is captured later is told.
    pub created: DateTime<Utc>,
    /// Changes that were told.
    pub told: usize,
    /// Changes that wait to be told.
    pub waiting: usize,
    /// Changes that could not be told.
    pub given_up: usize,
}

/// What a hook told and what waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HookLogView {
    /// The hook.
    pub hook: HookRow,
    /// The latest changes, newest first.
    pub deliveries: Vec<DeliveryRow>,
}

/// A change that a hook told, or will tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeliveryRow {
    /// Name of the hook.
    pub hook: String,
    /// The pair of versions, such as `flood/herald@2..3`.
    pub reference: String,
    /// `waiting`, `told`, `withheld` or `given-up`.
    pub state: String,
    /// When it was found.
    pub made: DateTime<Utc>,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next, while it waits.
    pub next_try: Option<DateTime<Utc>>,
    /// When it was told.
    pub told: Option<DateTime<Utc>>,
    /// What the last try said.
    pub error: Option<String>,
}

/// What one run of the hooks did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HookRunView {
    /// What was tried, in order.
    pub tried: Vec<DeliveryRow>,
    /// Changes that were told.
    pub told: usize,
    /// Changes that still wait.
    pub waiting: usize,
    /// Names of hooks that this version of the program cannot read, and did not run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<String>,
}

/// What is told of one update: the changes that passed the filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HookMessage {
    /// The same at every try, and for no other message.
    pub id: String,
    /// Name of the hook.
    pub hook: String,
    /// It only tries the hook.
    pub test: bool,
    /// The pair of versions, such as `flood/herald@2..3`.
    pub reference: String,
    /// The page that compares them, where the archive has pages.
    pub link: Option<String>,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The update with the changes that passed the filter.
    pub update: UpdateView,
}
