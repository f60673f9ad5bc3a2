//! Writes answers that are handed on: as one web page, as Markdown, as CSV.
//!
//! In: a view. Out: the text of a file. Each view is first laid out as a [`Sheet`], a table with headings, so that a
//! new kind of answer needs no writer of its own and a new format serves every answer.
//!
//! - `briefing.rs`, `changes.rs`, `diff.rs`, `audit.rs`, `claims.rs`, `conflicts.rs`, `figures.rs`, `people.rs`, `timeline.rs`: a view as a sheet
//! - `report.rs`: a story as several sheets, with how to read them
//! - `words.rs`: moments, numbers and changes in words
//! - `html.rs`, `markdown.rs`, `csv.rs`: sheets as a file

mod audit;
mod briefing;
mod changes;
mod claims;
mod conflicts;
mod csv;
mod diff;
mod figures;
mod html;
mod markdown;
mod people;
mod report;
mod timeline;
mod words;

pub use audit::audit;
pub use briefing::briefing;
pub use changes::{COLUMNS as CHANGE_COLUMNS, changes};
pub use claims::{COLUMNS as CLAIM_COLUMNS, claims};
pub use conflicts::conflicts;
pub use csv::csv;
pub use diff::diff;
pub use figures::figures;
pub use html::html;
pub use markdown::markdown;
pub use people::people;
pub use report::{ReportParts, report};

/// An answer as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub title: String,
    /// What stands above the table, a paragraph each.
    pub lead: Vec<String>,
    pub columns: &'static [SheetColumn],
    pub rows: Vec<SheetRow>,
    /// What stands in place of an empty table.
    pub nothing: &'static str,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetColumn {
    /// Name for programs, in CSV.
    pub name: &'static str,
    /// Heading for readers; without one, the column is for programs only.
    pub heading: &'static str,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// Heading of the rows that stand together.
    pub group: String,
    /// As many as the sheet has columns.
    pub cells: Vec<String>,
}

/// Returns a column that readers see.
pub(super) const fn shown(name: &'static str, heading: &'static str) -> SheetColumn {
    SheetColumn { name, heading }
}

/// Returns a column for programs only.
pub(super) const fn hidden(name: &'static str) -> SheetColumn {
    SheetColumn { name, heading: "" }
}

impl Sheet {
    /// Returns the rows in groups of one heading, in order.
    fn groups(&self) -> Vec<(&str, &[SheetRow])> {
        let groups = self.rows.chunk_by(|a, b| a.group == b.group);
        groups.map(|rows| (rows[0].group.as_str(), rows)).collect()
    }

    /// Returns the places of the columns that readers see in some row of these.
    fn shown_in(&self, rows: &[SheetRow]) -> Vec<usize> {
        let is_shown =
            |at: &usize| !self.columns[*at].heading.is_empty() && rows.iter().any(|row| !row.cells[*at].is_empty());
        (0..self.columns.len()).filter(is_shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    const HOSTILE: &str = "=cmd|<script>alert(1)</script>\u{1b}[31m\u{202e} [x](javascript:alert(1)) *b*\r\nnext";

    const COLUMNS: &[SheetColumn] = &[shown("what", "What"), hidden("id")];

    fn hostile() -> Sheet {
        Sheet {
            title: HOSTILE.to_owned(),
            lead: vec![HOSTILE.to_owned()],
            columns: COLUMNS,
            rows: vec![SheetRow { group: HOSTILE.to_owned(), cells: vec![HOSTILE.to_owned(), HOSTILE.to_owned()] }],
            nothing: "Nothing.",
        }
    }

    #[test]
    fn every_format_neutralises_what_a_page_says() {
        let sheets = [hostile()];
        for (name, text) in [("html", html("T", &sheets)), ("md", markdown("T", &sheets)), ("csv", csv(&sheets[0]))] {
            let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\r') || c == '\u{202e}';
            assert!(!text.contains(steers), "{name}: {text:?}");
            assert!(text.contains("alert(1)"), "{name} keeps the words");
        }
        assert!(!html("T", &sheets).contains("<script>"));
        let text = markdown("T", &sheets);
        assert!(!text.contains(" [x](") && !text.contains("<script>"), "{text}");
        assert!(csv(&sheets[0]).contains("\"'=cmd") || csv(&sheets[0]).contains("'=cmd"));
    }

    #[test]
    fn each_view_has_as_many_cells_as_columns_in_every_row() {
        let sheets = [changes(&sample::changes(), "flood"), timeline::timeline(&sample::timeline())];
        for sheet in sheets {
            assert!(!sheet.rows.is_empty());
            assert!(sheet.rows.iter().all(|row| row.cells.len() == sheet.columns.len()), "{}", sheet.title);
        }
    }

    #[test]
    fn an_empty_sheet_says_so() {
        let sheet = Sheet { rows: Vec::new(), ..hostile() };
        assert!(html("T", std::slice::from_ref(&sheet)).contains("Nothing."));
        assert!(markdown("T", std::slice::from_ref(&sheet)).contains("Nothing."));
        assert_eq!(csv(&sheet), "what,id\r\n");
    }
}
