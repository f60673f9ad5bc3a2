//! Reads off one version what it mentions.
//!
//! In: the analysis of one version's text. Out: `VersionMentions`, small enough to be kept for every version, with one
//! `EventMention` for each event and statement of each sentence. In this order:
//!
//! - `event_mention`: the types
//! - `statement_index`: the statements of a text by sentence
//! - `statements`: who said what, and when
//! - `nominal_events`: events that only a noun reports
//! - `connectives`: words such as "hours later"
//! - `extract`: all of it for one version
//! - `cues`: what a sentence leaves open, whether it gives a cause

pub(crate) mod connectives;
mod connectives_table;
pub(crate) mod cues;
mod cues_table;
pub(crate) mod event_mention;
pub(crate) mod extract;
mod extract_table;
mod nominal_events;
mod nominal_events_table;
pub(crate) mod statement_index;
mod statements;
mod statements_table;
#[cfg(test)]
mod table_tests;
