//! Orders the events and statements of a whole story.
//!
//! In: the analysis of each version of each article. Out: a `Timeline` with its conflicts, and the claims of the story.
//! Two steps, so that a store can keep the first one's result for each version: `gather` reads mentions off one
//! version, `assemble` clusters and orders the mentions of all versions of all articles. Between them are two states
//! that can be kept and extended by one version at a time: `ArticleTrack` (one article) and `EventClusters` (the story).
//! In this order:
//!
//! - `similarity`, `date_range`: words and dates as numbers that can be compared
//! - `mention`: what one version mentions
//! - `history`: each mention through the versions of one article
//! - `cluster`: mentions of all articles that report one event
//! - `conflict`: accounts that cannot both be true
//! - `entry`: clusters as timeline entries, in order, with manual edits
//! - `digest`: the other way from mentions to a timeline: one entry a day, for long stories
//! - `person_names`: who is one person across the articles
//! - `claims` (with `claim_identity`), `standing`, `background_events`: other questions about the mentions of a story

mod background_events;
#[cfg(test)]
mod citation_tests;
pub(crate) mod claim_identity;
pub(crate) mod claims;
pub(crate) mod cluster;
mod conflict;
mod date_range;
mod digest;
pub(crate) mod entry;
pub(crate) mod history;
pub(crate) mod mention;
#[cfg(test)]
mod news_tests;
pub(crate) mod person_names;
mod similarity;
mod standing;
mod stop_words_table;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod tests;

pub use background_events::earlier_year;
pub use cluster::story::{ChainId, ClusterSnapshot, EventClusters};
pub use conflict::are_about_one;
#[doc(hidden)]
pub use conflict::{quantity_pairs, same_quantity};
pub(crate) use date_range::place_in_time;
pub use digest::skim::skim;
pub use entry::anchor::{EntryAnchor, entry_at};
pub use entry::compare::{TimelineDiff, timeline_diff};
pub use entry::entry_identity::entry_identity;
pub use entry::evidence_source::{EntryPlace, EvidenceSource};
pub use entry::manual_edits::apply;
pub use entry::order::{OrderedEntry, in_order};
pub use entry::query::assemble;
pub use history::chain::{MentionChain, Wording};
pub use history::revision::Revision;
pub use history::track::{ArticleTrack, SentenceChain, VersionTimes};
pub use mention::event_mention::{
    ArticleMentions, EventMention, MentionSentence, ReportedFigure, StatementContent, TemporalOrder, VersionMentions,
};
pub use mention::extract::gather;
pub(crate) use mention::statement_index::StatementIndex;
pub use person_names::{NameCounts, PersonNames, count_names, named_speakers};
pub use standing::{StandingPart, StandingWords, standing, stands_in};
