//! Holds the notes of an article's updates against what its versions show.
//!
//! v3 says "Correction: the mayor's name was misspelled", and no version spells
//! it otherwise: an editor may want to look. A change that an earlier version
//! made in silence counts as shown when the note names it.

use super::one_line;
use crate::diff::notices::check;
use crate::model::{ChangeKind, Comparison, Side};
use crate::view::{NoteCheckView, UpdateView};

/// The code of a note that names a change which no version shows.
const UNSHOWN: &str = "note-without-change";

/// Returns whether an update brought a note that can be checked.
pub(crate) fn brings_note(update: &UpdateView) -> bool {
    let mut facets = update.changes.iter().flat_map(|change| &change.facets);
    facets.any(|facet| facet.kind == ChangeKind::Notice && facet.after.is_some())
}

/// Returns what there is to say about the new notes of `update`; `all` are the updates of its article.
pub(crate) fn check_notes(
    (old, new): (&Side<'_>, &Side<'_>),
    comparison: &Comparison,
    update: &UpdateView,
    all: &[UpdateView],
) -> Vec<NoteCheckView> {
    let named_earlier = |text: &str| {
        let notices = all.iter().flat_map(|other| &other.changes).filter_map(|change| change.notice.as_ref());
        notices.into_iter().any(|notice| notice.version == update.to.number && notice.text.contains(text))
    };
    let notes = check::check(old, new, comparison).into_iter().filter_map(|note| {
        let text = note.span.map(|span| one_line(span, new.text.document.text)).unwrap_or_default();
        let told = note.code != UNSHOWN || !named_earlier(&text);
        told.then(|| NoteCheckView {
            article: update.article.clone(),
            version: update.to.clone(),
            code: note.code.to_owned(),
            message: note.message,
            text,
        })
    });
    notes.collect()
}
