//! Writes views as terminal text, HTML, JSON and other formats; one file a format.
//!
//! In: a view, or the result of an analysis. Out: text. Nothing is computed here that a
//! view does not state, so that a page shows what is there and escapes it in one layer.
//!
//! - `entry_words.rs`: the parts of an entry in words; `safe.rs`: addresses and text that cannot act
//! - `screen/`: text for a terminal or a pipe, one file a view
//! - `sheet/`: answers that are handed on, as a table in HTML, Markdown or CSV
//! - `html/`: pages, for the server and for files, one file a page
//! - `export/`: files for other programs, one file a format
//! - `titles.rs`, `counted.rs`, `unit_words.rs`: what a story is called, numbers of things, units of measure
//! - `facts.rs`: which lines tell a list of changes, for all of them
//! - `json.rs`: views as JSON, with the version of their shape
//! - `pipe/`: the answers of `writethru pipe`, one file a filter
//! - `status.rs`: how a claim stands, in words; `hidden_marks.rs`: which marks a text carries

pub mod counted;
pub mod entry_words;
pub mod export;
pub(crate) mod facts;
mod hidden_marks;
pub mod html;
pub mod json;
pub mod pipe;
pub(crate) mod safe;
pub mod screen;
pub mod sheet;
mod status;
mod titles;
mod unit_words;
