//! Reads off one version what it mentions.
//!
//! In: the analysis of one version's text. Out: `VersionMentions`, small enough to be kept for every version, with one
//! `EventMention` for each event and statement of each sentence. In this order:
//!
//! - `event_mention`: the types
//! - `acts`: what is done and not said
//! - `statement_index`: the statements of a text by sentence
//! - `statements`: who said what, and when
//! - `nominal_events`: events that only a noun reports
//! - `predicates`: which words for events may stand for each other
//! - `participants`: who takes part in an event
//! - `duplicates`: what one sentence tells twice
//! - `event_kind`: whether an event happened or is planned
//! - `connectives`: words such as "hours later"
//! - `extract`: all of it for one version
//! - `cues`: what a sentence leaves open, whether it gives a cause

mod acts;
mod acts_table;
pub(crate) mod connectives;
mod connectives_table;
pub(crate) mod cues;
mod cues_table;
mod duplicates;
mod event_kind;
pub(crate) mod event_mention;
pub(crate) mod extract;
mod extract_table;
mod nominal_events;
mod nominal_events_table;
mod participants;
mod predicates;
pub(crate) mod statement_index;
mod statements;
mod statements_table;
#[cfg(test)]
mod table_tests;
