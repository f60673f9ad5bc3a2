//! Writes a timeline as CSV: our own columns, or the 18 that `TimelineJS`'s spreadsheet has.
//!
//! No cell can start a formula: a spreadsheet that opens the file must not run
//! what an article says, so such a cell gets an apostrophe in front.

use super::timelinejs::{DateParts, date_parts};
use crate::model::DocumentTime;
use crate::render::entry_words::{addresses, first_report_words, rests_on, speaker_prefix, status_word, when_words};
use crate::render::safe::one_line;
use crate::view::{EntryView, FirstReportView, TimelineView};

/// The columns of an entry.
pub const COLUMNS: [&str; 23] = [
    "id",
    "when",
    "earliest",
    "latest",
    "words",
    "kind",
    "status",
    "speaker",
    "text",
    "outlets",
    "importance",
    "first_article",
    "first_version",
    "first_captured",
    "first_stated",
    "words_article",
    "words_version",
    "words_captured",
    "evidence",
    "addresses",
    "tags",
    "note",
    "added_by",
];

const KNIGHT_LAB: [&str; 18] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
];

/// Writes every entry, the undated ones last.
pub fn timeline(view: &TimelineView) -> String {
    let entries = view.entries.iter().chain(&view.undated);
    table(&COLUMNS, entries.map(|entry| own_row(entry, view)))
}

/// Writes the dated entries as `TimelineJS`'s spreadsheet wants them; [`super::timelinejs::left_out`] tells what is not there.
pub fn knight_lab(view: &TimelineView) -> String {
    let rows = view.entries.iter().filter_map(|entry| {
        let (start, end) = date_parts(entry, view.timezone)?;
        Some(knight_lab_row(entry, &start, end.as_ref(), view))
    });
    table(&KNIGHT_LAB, rows)
}

/// Returns the cells of an entry, one for each column.
pub fn own_row(entry: &EntryView, view: &TimelineView) -> Vec<String> {
    let first = entry.first_reported.as_ref();
    let stated = first.and_then(|first| first.published).map(|time| match time {
        DocumentTime::Day(day) => day.to_string(),
        DocumentTime::Instant(instant) => instant.to_rfc3339(),
    });
    let date = |date: &Option<crate::model::Edtf>| date.as_ref().map(ToString::to_string).unwrap_or_default();
    let place = |report: Option<&FirstReportView>| {
        let captured = report.and_then(|report| report.captured).map(|captured| captured.to_rfc3339());
        let article = report.map(|report| report.article.clone()).unwrap_or_default();
        let version = report.map(|report| report.version.to_string()).unwrap_or_default();
        [article, version, captured.unwrap_or_default()]
    };
    let [first_article, first_version, first_captured] = place(first);
    let [words_article, words_version, words_captured] = place(entry.cited());
    vec![
        entry.id.clone(),
        date(&entry.when),
        date(&entry.earliest),
        date(&entry.latest),
        when_words(entry, view.timezone),
        entry.kind.as_str().to_owned(),
        entry.status.as_str().to_owned(),
        entry.speaker.clone().unwrap_or_default(),
        entry.text.clone(),
        entry.outlets.to_string(),
        format!("{:.4}", entry.importance),
        first_article,
        first_version,
        first_captured,
        stated.unwrap_or_default(),
        words_article,
        words_version,
        words_captured,
        rests_on(entry).join("; "),
        addresses(entry, view).join(" "),
        entry.tags.join("; "),
        entry.note.clone().unwrap_or_default(),
        entry.by_hand.as_ref().map(|own| own.author.clone()).unwrap_or_default(),
    ]
}

fn knight_lab_row(entry: &EntryView, start: &DateParts, end: Option<&DateParts>, view: &TimelineView) -> Vec<String> {
    let mut row = vec![String::new(); KNIGHT_LAB.len()];
    for (at, parts) in [(0, Some(start)), (4, end)] {
        let Some(parts) = parts else { continue };
        row[at] = parts.year.to_string();
        row[at + 1] = parts.month.map(|month| month.to_string()).unwrap_or_default();
        row[at + 2] = parts.day.map(|day| day.to_string()).unwrap_or_default();
        row[at + 3] =
            parts.hour.zip(parts.minute).map(|(hour, minute)| format!("{hour}:{minute:02}")).unwrap_or_default();
    }
    row[8] = when_words(entry, view.timezone);
    row[9] = format!("{}{}", speaker_prefix(entry), entry.text);
    let told = status_word(entry).map(|word| format!("{word}; ")).unwrap_or_default();
    let told = format!("{told}{}", first_report_words(entry, view.timezone));
    row[10] = [told.as_str()].into_iter().chain(addresses(entry, view)).collect::<Vec<_>>().join(" ");
    entry.kind.as_str().clone_into(&mut row[16]);
    row
}

/// Writes a table; no cell can start a formula.
pub(crate) fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let head = columns.iter().map(|&column| column.to_owned()).collect();
    for row in std::iter::once(head).chain(rows) {
        writer.write_record(row.iter().map(|cell| tame(cell))).expect("writing to memory does not fail");
    }
    let bytes = writer.into_inner().expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("cells are UTF-8")
}

/// Puts an apostrophe before what a spreadsheet would run, and leaves out what steers.
fn tame(cell: &str) -> String {
    let cell = one_line(cell);
    match cell.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{cell}"),
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    fn cells(text: &str) -> Vec<csv::StringRecord> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("a row as long as the first")).collect()
    }

    #[test]
    fn every_entry_is_a_row_and_no_cell_starts_a_formula() {
        let rows = cells(&timeline(&sample::timeline()));
        assert_eq!(rows.len(), 6);
        assert_eq!(&rows[3][8], "'=The gates <b>held</b>, & hold.");
        assert_eq!(&rows[4][1], "../2025-09");
        for row in cells(&timeline(&sample::timeline())).iter().chain(&cells(&knight_lab(&sample::timeline()))) {
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        }
    }

    #[test]
    fn a_cell_is_one_line_that_nothing_steers() {
        let written = table(&["a"], [vec!["x\u{202e}\u{1b}[2J\ny".to_owned()], vec![" =1".to_owned()]].into_iter());
        assert_eq!(written, "a\r\nx[2J y\r\n' =1\r\n");
    }

    #[test]
    fn the_spreadsheet_has_dates_in_parts() {
        let rows = cells(&knight_lab(&sample::timeline()));
        assert_eq!(rows[0].len(), 18);
        let toll: Vec<_> = rows[2].iter().take(4).collect();
        assert_eq!(toll, ["2025", "5", "1", ""]);
        assert_eq!(&rows[3][3], "21:15");
    }
}
