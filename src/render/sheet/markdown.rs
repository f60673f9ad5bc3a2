//! Writes sheets as Markdown: a heading a sheet, a heading and a table a group.

use super::{Sheet, SheetRow};
use crate::render::safe::escape_markdown;

/// Writes sheets under a title.
pub fn markdown(title: &str, sheets: &[Sheet]) -> String {
    let mut text = format!("# {}\n", plain(title));
    let is_alone = sheets.len() == 1;
    for sheet in sheets {
        if !is_alone {
            text.push_str(&format!("\n## {}\n", plain(&sheet.title)));
        }
        for paragraph in &sheet.lead {
            text.push_str(&format!("\n{}\n", plain(paragraph)));
        }
        if sheet.rows.is_empty() && !sheet.nothing.is_empty() {
            text.push_str(&format!("\n{}\n", sheet.nothing));
        }
        for (group, rows) in sheet.groups() {
            if !group.is_empty() {
                text.push_str(&format!("\n{} {}\n", if is_alone { "##" } else { "###" }, plain(group)));
            }
            text.push_str(&table(sheet, rows));
        }
    }
    text
}

fn table(sheet: &Sheet, rows: &[SheetRow]) -> String {
    let shown = sheet.shown_in(rows);
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = String::from("\n");
    text.push_str(&line(shown.iter().map(|at| sheet.columns[*at].heading.to_owned()).collect()));
    text.push_str(&line(shown.iter().map(|_| "---".to_owned()).collect()));
    for row in rows {
        text.push_str(&line(shown.iter().map(|at| plain(&row.cells[*at])).collect()));
    }
    text
}

fn plain(words: &str) -> String {
    escape_markdown(words)
}
