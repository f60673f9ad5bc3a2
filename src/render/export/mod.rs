//! Writes a story for other programs and pages; one file a format.
//!
//! In: a view. Out: the text of a file. Each format leaves something out (`TimelineJS`
//! has no vague dates, a calendar no undated entries); `left_out` of its row in
//! [`FORMATS`] says what, and the export itself carries that sentence where the format
//! has a place for it. Nothing here reads a clock: where a format states when it was
//! made, it states the latest capture that it shows.
//!
//! - `markdown.rs`, `html.rs`, `csv.rs`, `timelinejs.rs`, `icalendar.rs`, `jsonld.rs`: a timeline
//! - `atom.rs`, `json_feed.rs`: the changes of a story as a feed, from `updates.rs`
//! - `message.rs`: what a hook tells, as plain text
//! - `warc.rs`: looks as a web archive
//! - `chart.rs`: a series of figures; `parquet_table.rs`: a plain table
//! - `sample.rs`: the story that their tests write

pub mod atom;
pub mod chart;
pub mod csv;
pub mod html;
pub mod icalendar;
pub mod json_feed;
pub mod jsonld;
pub mod markdown;
pub mod message;
#[cfg(feature = "parquet")]
pub mod parquet_table;
#[cfg(test)]
pub(crate) mod sample;
pub mod timelinejs;
mod updates;
#[cfg(feature = "fetch")]
pub mod warc;

pub(crate) use updates::facet_words;

use super::json;
use crate::view::TimelineView;

/// A format in which a timeline is exported.
#[derive(Clone, Copy, Debug)]
pub struct TimelineFormat {
    /// What one types after `--format`.
    pub name: &'static str,
    /// What the command line says about it; empty where the name says enough.
    pub help: &'static str,
    /// Writes the file.
    pub write: fn(&TimelineView) -> Result<String, serde_json::Error>,
    /// Returns a sentence about what the format cannot hold of this timeline, if there is anything.
    pub left_out: fn(&TimelineView) -> Option<String>,
}

/// The sentence for a format that holds the whole timeline.
const fn nothing(_: &TimelineView) -> Option<String> {
    None
}

/// Every format in which a timeline is exported, in the order in which the command line lists them.
#[rustfmt::skip]
pub const FORMATS: &[TimelineFormat] = &[
    TimelineFormat { name: "md",          help: "Markdown",                          write: |view| Ok(markdown::timeline(view)),   left_out: nothing },
    TimelineFormat { name: "html",        help: "One self-contained page",           write: |view| Ok(html::timeline(view)),       left_out: nothing },
    TimelineFormat { name: "json",        help: "",                                  write: |view| json::write(view),              left_out: nothing },
    TimelineFormat { name: "csv",         help: "Every column the timeline has",     write: |view| Ok(csv::timeline(view)),        left_out: nothing },
    TimelineFormat { name: "knight-lab",  help: "The spreadsheet of `TimelineJS`",   write: |view| Ok(csv::knight_lab(view)),      left_out: timelinejs::left_out },
    TimelineFormat { name: "timeline-js", help: "`TimelineJS`",                      write: |view| Ok(timelinejs::timeline(view)), left_out: timelinejs::left_out },
    TimelineFormat { name: "ics",         help: "iCalendar",                         write: |view| Ok(icalendar::timeline(view)),  left_out: icalendar::left_out },
    TimelineFormat { name: "json-ld",     help: "schema.org in JSON-LD",             write: |view| Ok(jsonld::timeline(view)),     left_out: nothing },
];

/// Returns the format of this name.
pub fn format_named(name: &str) -> Option<&'static TimelineFormat> {
    FORMATS.iter().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_a_name_of_its_own_and_writes_the_sample() {
        let view = sample::timeline();
        for format in FORMATS {
            assert_eq!(format_named(format.name).map(|own| own.help), Some(format.help));
            let text = (format.write)(&view).unwrap();
            assert!(!text.trim().is_empty(), "{}", format.name);
        }
    }
}
