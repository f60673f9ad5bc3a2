//! Writes a story for other programs and pages; one file a format.
//!
//! Each format leaves something out (`TimelineJS` knows no vague date, a calendar
//! no undated entry); its `left_out` says what, and the export itself carries that
//! sentence where the format has a place for it. Nothing here reads a clock: what a format
//! wants as its time of making is the latest capture it shows.

pub mod atom;
pub mod chart;
pub mod csv;
pub mod html;
pub mod icalendar;
pub mod json_feed;
pub mod jsonld;
pub mod markdown;
pub mod parts;
#[cfg(test)]
pub(crate) mod sample;
pub mod timelinejs;
mod updates;
