//! Writes sheets as one web page that needs nothing else: no script, no request to anywhere.

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::{Sheet, SheetRow};
use crate::render::safe::one_line;

const STYLE: &str = include_str!("sheet.css");

/// Writes sheets under a title.
pub fn html(title: &str, sheets: &[Sheet]) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    let title = one_line(title);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { h1 { (title) } }
                main { @for sheet in sheets { (section(sheet, sheets.len() == 1)) } }
            }
        }
    };
    page.into_string() + "\n"
}

fn section(sheet: &Sheet, is_alone: bool) -> Markup {
    html! {
        section {
            @if !is_alone { h2 { (one_line(&sheet.title)) } }
            @for paragraph in &sheet.lead { p { (one_line(paragraph)) } }
            @if sheet.rows.is_empty() && !sheet.nothing.is_empty() { p { (sheet.nothing) } }
            @for (group, rows) in sheet.groups() {
                @if !group.is_empty() { h3 { (one_line(group)) } }
                (table(sheet, rows))
            }
        }
    }
}

fn table(sheet: &Sheet, rows: &[SheetRow]) -> Markup {
    let shown = sheet.shown_in(rows);
    html! {
        div.scroll tabindex="0" {
            table {
                thead { tr { @for at in &shown { th scope="col" { (sheet.columns[*at].heading) } } } }
                tbody {
                    @for row in rows {
                        tr { @for at in &shown { (cell(sheet.columns[*at].name, &row.cells[*at])) } }
                    }
                }
            }
        }
    }
}

fn cell(column: &str, words: &str) -> Markup {
    let words = one_line(words);
    html! {
        td {
            @match column {
                "before" if !words.is_empty() => del { (words) },
                "after" if !words.is_empty() => ins { (words) },
                _ => (words),
            }
        }
    }
}
