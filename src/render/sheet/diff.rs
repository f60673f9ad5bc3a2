//! Lays out what changed between two versions.

use super::Sheet;
use super::changes::{COLUMNS, update_cells};
use super::words::{change_rows, sentence_of, update};
use crate::model::Weight;
use crate::render::screen::REPLACED;
use crate::view::DiffView;

/// Lays out the changes between two versions; those of typography are left out.
pub fn diff(view: &DiffView) -> Sheet {
    let group = update(&view.article, &view.a, &view.b, view.timezone);
    let cells = update_cells(&view.article, &view.a, &view.b);
    let told = view.changes.iter().filter(|change| change.weight != Weight::Cosmetic);
    let rows = change_rows(&group, &cells, told);
    Sheet {
        title: format!("{}, v{} and v{}", view.article.reference, view.a.number, view.b.number),
        lead: if view.verdict.replaced { vec![sentence_of(REPLACED)] } else { Vec::new() },
        columns: COLUMNS,
        rows,
        nothing: "The two versions say the same, but for typography.",
    }
}
