//! Lays out the material changes for which no notice was found.

use super::changes::{COLUMNS, update_cells};
use super::words::{change_rows, update};
use super::{Sheet, SheetRow};
use crate::render::counted::count;
use crate::view::AuditView;

/// Lays out what an editor may want to look at.
pub fn audit(view: &AuditView, title: &str) -> Sheet {
    let mut rows: Vec<SheetRow> = Vec::new();
    for own in view.updates() {
        let row = &own[0];
        let group = update(&row.article, &row.from, &row.to, view.timezone);
        let cells = update_cells(&row.article, &row.from, &row.to);
        rows.extend(change_rows(&group, &cells, own.iter().map(|row| &row.change)));
    }
    let mut lead = vec![format!(
        "Material changes without a notice, for review: {} of them; {} more are developments of the story, {} a notice names.",
        view.rows.len(),
        view.developments,
        view.admitted
    )];
    if 0 < view.reviewed {
        lead.push(format!(
            "{} left out: their updates are marked as reviewed.",
            count(view.reviewed, "change is", "changes are")
        ));
    }
    for note in &view.notes {
        lead.push(format!("{} v{}: {}: “{}”", note.article.reference, note.version.number, note.message, note.text));
    }
    Sheet {
        title: format!("Changes to review: {title}"),
        lead,
        columns: COLUMNS,
        rows,
        nothing: "No material change without a notice was found.",
    }
}
