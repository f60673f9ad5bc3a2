//! Lays out who is quoted in a story: a row for each name that the texts use.

use super::words::{instant, moment};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::view::PeopleView;

const COLUMNS: &[SheetColumn] = &[
    hidden("person"),
    shown("name", "Name"),
    shown("statements", "Statements"),
    shown("outlets", "Outlets"),
    shown("first_words", "First quoted"),
    hidden("first_article"),
    hidden("first_version"),
    hidden("first_captured"),
];

/// Lays out the people of a story.
pub fn people(view: &PeopleView) -> Sheet {
    let rows = view.people.iter().flat_map(|person| {
        let first = &person.first;
        let seen = first.captured.map(|at| moment(at, view.timezone)).unwrap_or_default();
        let who = first.outlet.as_deref().unwrap_or(&first.article);
        person.names.iter().map(move |own| SheetRow {
            group: person.name.clone(),
            cells: vec![
                person.name.clone(),
                own.name.clone(),
                own.statements.to_string(),
                own.outlets.join("; "),
                format!("{who} v{}, {seen}", first.version),
                first.article.clone(),
                first.version.to_string(),
                first.captured.map(instant).unwrap_or_default(),
            ],
        })
    });
    Sheet {
        title: format!("People: {}", view.story),
        lead: vec![
            "Who is quoted, with every name that the texts use. Statements are those of the latest versions."
                .to_owned(),
        ],
        columns: COLUMNS,
        rows: rows.collect(),
        nothing: "Nobody is quoted by name.",
    }
}
