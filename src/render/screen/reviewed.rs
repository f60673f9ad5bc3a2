//! Writes what became of the mark of an update: `ferry/post v1 → v2: marked as reviewed`.

use super::times;
use crate::view::ReviewedView;

/// Writes how the update stands now.
pub fn reviewed(view: &ReviewedView) -> String {
    let state = match (view.reviewed, view.changed) {
        (Some(_), true) => "marked as reviewed".to_owned(),
        (Some(at), false) => format!("reviewed already, {}", times::moment_of_zone(at, view.timezone)),
        (None, true) => "no longer marked as reviewed".to_owned(),
        (None, false) => "was not marked as reviewed".to_owned(),
    };
    format!("{} v{} → v{}: {state}\n", view.article.reference, view.from, view.to)
}
