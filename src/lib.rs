//! Follows news articles as they are rewritten: what changed, was it admitted, what happened when.
//!
//! A version of an article, once stored, never changes; everything else is derived from versions and can be rebuilt.
//! Analysis is pure: text in, values out, no clock, no disk, no network, and no failure. The table stands in reading
//! order, from words to whole stories; each uses only those above it.
//!
//! | module | entry point | gives |
//! | --- | --- | --- |
//! | [`model`] | | the shared words: [`Document`](model::Document), [`Statement`](model::Statement), [`Change`](model::Change), [`TimelineEntry`](model::TimelineEntry) … |
//! | [`view`] | | what a screen or a file shows, as plain data |
//! | [`text`] | [`text::read`] | sentences, tokens, tags and grammar |
//! | [`time`] | [`time::timexes_in`] | expressions of time, resolved to calendar dates |
//! | [`claim`] | [`claim::analyze`] | who says what, figures, events, notices |
//! | [`diff`] | [`diff::compare`] | what changed between two versions, and how much that weighs |
//! | [`timeline`] | [`timeline::assemble`] | the events and statements of a whole story, in order |
//!
//! The modules that store, fetch and show are for the program of the same name and are not part of the interface.
//!
//! # Analyze one text
//!
//! ```
//! use writethru::claim;
//! use writethru::model::{DocumentTime, Setting};
//!
//! let published = "2025-04-24".parse().ok().map(DocumentTime::Day);
//! let text = "At least 12 people were killed on Wednesday, Mayor Ann Lee said.";
//! let analysis = claim::analyze(text, Setting { published, ..Setting::default() });
//!
//! assert_eq!(analysis.figures[0].value, 12.0);
//! assert_eq!(analysis.timexes[0].value, "2025-04-23");
//! assert_eq!(analysis.statements[0].speaker.as_deref(), Some("Ann Lee"));
//! ```
//!
//! # Compare two versions
//!
//! ```
//! use writethru::model::{ChangeKind, Setting, Weight};
//! use writethru::{claim, diff};
//!
//! let old = claim::read_side(None, "Twelve people were killed, police said.", Setting::default());
//! let new = claim::read_side(None, "Fifteen people were killed, police said.", Setting::default());
//! let comparison = diff::compare(&old, &new);
//!
//! assert_eq!(comparison.verdict.weight, Some(Weight::Material));
//! assert_eq!(comparison.changes[0].facets[0].kind, ChangeKind::Figure);
//! ```
//!
//! # Put a story in order
//!
//! ```
//! use writethru::model::{DocumentTime, Setting, TimelineQuery};
//! use writethru::timeline::{self, ArticleMentions};
//! use writethru::claim;
//!
//! let published = "2025-04-25".parse().ok().map(DocumentTime::Day);
//! let setting = Setting { published, ..Setting::default() };
//! let text = "The bridge closed on Thursday. A ferry sank on Tuesday, the coastguard said.";
//! let version = timeline::gather(&claim::read_side(None, text, setting), published);
//! let article = ArticleMentions { id: "herald/1".into(), outlet: "herald".into(), versions: vec![version] };
//! let story = timeline::assemble(&[article], chrono_tz::Tz::UTC, &TimelineQuery::default());
//!
//! assert!(story.entries[0].text.contains("ferry"), "Tuesday comes before Thursday");
//! ```

// `pub` means the interface, and the interface is documented; what only this crate uses is `pub(crate)`.
#![warn(missing_docs, unreachable_pub)]

pub mod claim;
pub mod diff;
pub mod model;
pub mod text;
pub mod time;
pub mod timeline;
pub mod view;

#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod ingest;
#[cfg(feature = "fetch")]
mod notify;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod store;
#[doc(hidden)]
pub mod track;
#[cfg(feature = "web")]
#[doc(hidden)]
pub mod web;
