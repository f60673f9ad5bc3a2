//! Lays out what updates changed: a row for each claim, under a heading for each update.

use super::words::{change_rows, instant, stated, update};
use super::{Sheet, SheetColumn, SheetRow, hidden, shown};
use crate::model::Weight;
use crate::view::{ArticleHead, ChangesView, VersionRow};

/// The columns of every sheet of changes.
pub const COLUMNS: &[SheetColumn] = &[
    hidden("article"),
    hidden("outlet"),
    hidden("from_version"),
    hidden("to_version"),
    hidden("last_seen_before"),
    hidden("captured"),
    hidden("stated"),
    shown("weight", "Weight"),
    shown("nature", "Nature"),
    shown("what", "What"),
    shown("before", "Before"),
    shown("after", "After"),
    shown("notice", "Notice"),
    hidden("silent"),
    hidden("kind"),
    hidden("about"),
    hidden("old_sentence"),
    hidden("new_sentence"),
];

/// Returns the cells that tell which update a change is of.
pub(super) fn update_cells(article: &ArticleHead, from: &VersionRow, to: &VersionRow) -> Vec<String> {
    vec![
        article.reference.clone(),
        article.outlet.clone().unwrap_or_default(),
        from.number.to_string(),
        to.number.to_string(),
        instant(from.last_seen),
        instant(to.captured),
        stated(to.modified.or(to.published)),
    ]
}

/// Lays out the changes of a story, an article, or everything; those of typography are left out.
pub fn changes(view: &ChangesView, title: &str) -> Sheet {
    let mut rows: Vec<SheetRow> = Vec::new();
    for one in &view.updates {
        let group = update(&one.article, &one.from, &one.to, view.timezone);
        let cells = update_cells(&one.article, &one.from, &one.to);
        let told = one.changes.iter().filter(|change| change.weight != Weight::Cosmetic);
        rows.extend(change_rows(&group, &cells, told));
    }
    Sheet {
        title: format!("Changes: {title}"),
        lead: vec![format!(
            "Times are in {}. A change lies between the last look that did not find it and the first that did.",
            view.timezone
        )],
        columns: COLUMNS,
        rows,
        nothing: "No change was found that was asked for, or none but typography.",
    }
}
