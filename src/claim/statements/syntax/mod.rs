//! Answers questions about the grammar around a cue.
//!
//! `view` (tokens with quotation marks and repaired tags), `phrases` (noun phrases and subjects), `frames` (whether a
//! verb has what it takes), `extent` (where a content ends).

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod phrases;
pub(crate) mod view;
mod view_table;
