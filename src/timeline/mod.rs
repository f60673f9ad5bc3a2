//! Orders the events and statements of a whole story.
//!
//! Two steps, so that a store can keep the first one's result for each version:
//! `gather` reads tellings off one version, `assemble` merges and orders the
//! tellings of all versions of all articles. Between them stand two states that
//! can be kept and extended by one version at a time: `Followed` (one article)
//! and `Chronology` (the story).

mod background_events;
pub mod claims;
pub(crate) mod cluster;
mod conflict;
mod date_range;
mod digest;
pub(crate) mod entry;
pub(crate) mod history;
pub(crate) mod mention;
mod similarity;
mod standing;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod tests;

pub use background_events::earlier_year;
pub use cluster::story::{Chronology, Grouping, Item};
pub use conflict::counts::are_about_one;
pub use digest::skim::skim;
pub use entry::compare::{TimelineDiff, between};
pub use entry::manual_edits::{Sources, apply};
pub use entry::order::{Row, in_order};
pub use entry::query::assemble;
pub use history::track::{Followed, Passage, Revision, Thread, Times, Wording};
pub use mention::event_mention::{ArticleTellings, FigureTold, Line, Said, Telling, Turn, VersionTellings};
pub use mention::extract::gather;
pub use standing::{Place, Stand, standing, stands_in};
