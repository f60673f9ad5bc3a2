//! Lays out where accounts differ: a row for each side.

use super::words::{self, stated};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::render::unit_words::unit_words;
use crate::view::ConflictsView;

const COLUMNS: &[SheetColumn] = &[
    hidden("kind"),
    hidden("about"),
    hidden("state"),
    shown("value", "Value"),
    shown("outlet", "Outlet"),
    hidden("article"),
    shown("version", "Version"),
    shown("as_of", "As of"),
    shown("clock", "By"),
    hidden("sentence"),
];

/// Lays out where accounts differ.
pub fn conflicts(view: &ConflictsView) -> Sheet {
    let mut rows = Vec::new();
    for conflict in &view.conflicts {
        let about = unit_words(&conflict.about);
        let group = format!("{about} ({})", words::conflict(conflict.state));
        for side in &conflict.sides {
            let cells = vec![
                conflict.kind.as_str().to_owned(),
                about.to_owned(),
                words::conflict(conflict.state).to_owned(),
                side.value.clone(),
                side.outlet.clone().unwrap_or_else(|| side.article.clone()),
                side.article.clone(),
                side.version.to_string(),
                stated(side.as_of),
                side.as_of.map_or("", |_| side.clock.as_str()).to_owned(),
                side.sentence.clone(),
            ];
            rows.push(SheetRow { group: group.clone(), cells });
        }
    }
    Sheet {
        title: format!("Where accounts differ: {}", view.story),
        lead: Vec::new(),
        columns: COLUMNS,
        rows,
        nothing: "The accounts agree, as far as they can be compared.",
    }
}
