//! Lays out a timeline for a report: a row for each entry. `export` has the formats of a timeline by itself.

use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::render::entry_words::{first_report_words, rests_on, status_word, when_words};
use crate::view::TimelineView;

const COLUMNS: &[SheetColumn] = &[
    hidden("id"),
    shown("when", "When"),
    shown("what", "What happened"),
    shown("status", "Status"),
    shown("evidence", "Told by"),
    shown("first", "First report"),
];

/// Lays out the entries, the undated ones last.
pub(super) fn timeline(view: &TimelineView) -> Sheet {
    let rows = view.entries.iter().chain(&view.undated).map(|entry| {
        let speaker = entry.speaker.as_ref().map(|speaker| format!("{speaker}: ")).unwrap_or_default();
        let cells = vec![
            entry.id.clone(),
            when_words(entry, view.timezone),
            format!("{speaker}{}", entry.text),
            status_word(entry).unwrap_or_default(),
            rests_on(entry).join("; "),
            first_report_words(entry, view.timezone),
        ];
        SheetRow { group: String::new(), cells }
    });
    Sheet {
        title: "Timeline".to_owned(),
        lead: Vec::new(),
        columns: COLUMNS,
        rows: rows.collect(),
        nothing: "Nothing dated is told yet.",
    }
}
