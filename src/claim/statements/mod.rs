//! Finds what someone is reported to say: source, cue and content.

pub mod quotes;
