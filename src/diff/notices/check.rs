//! Checks notes of correction against the changes of the text.
//!
//! A note that names a change which the text does not show, and one that calls a
//! changed figure a clarification, are reported: an editor may want to look.

use super::link;
use crate::model::{ChangeKind, Comparison, Nature, Note, NoticeKind, Side};

/// Returns a note for each new correction that names no change, or that calls a correction a clarification.
pub(crate) fn check(old: &Side<'_>, new: &Side<'_>, comparison: &Comparison) -> Vec<Note> {
    let mut notes = Vec::new();
    for notice in link::new_notices(old, new).into_iter().filter(|notice| link::admits(notice.kind)) {
        let named: Vec<_> = comparison
            .changes
            .iter()
            .filter(|change| change.notice.is_some_and(|link| link.b_span == notice.span))
            .collect();
        if named.is_empty() {
            let message = "the note names a change that these two versions do not show";
            notes.push(Note::at("note-without-change", message, notice.span));
        }
        let fact = |kind: ChangeKind| {
            matches!(
                kind,
                ChangeKind::Figure | ChangeKind::Date | ChangeKind::Name | ChangeKind::Polarity | ChangeKind::Source
            )
        };
        let replaced = named.iter().any(|change| {
            change.nature == Some(Nature::Replacement) && change.facets.iter().any(|facet| fact(facet.kind))
        });
        if notice.kind == NoticeKind::Clarification && replaced {
            let message = "the note calls a changed fact a clarification";
            notes.push(Note::at("clarification-of-fact", message, notice.span));
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::Setting;

    #[track_caller]
    fn codes(old: &str, new: &str, want: &[&str]) {
        let (a, b) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        let found: Vec<_> = check(&a, &b, &compare(&a, &b)).into_iter().map(|note| note.code).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn notes_are_held_against_the_text() {
        let old = "The fund holds $3 million.";
        codes(old, "The fund holds $3 billion.\n\nCorrection: The fund holds $3 billion, not $3 million.", &[]);
        codes(
            old,
            "The fund holds $3 million.\n\nCorrection: An earlier version misspelled the name of the harbour master.",
            &["note-without-change"],
        );
        let toll = "Twelve people died in the pile-up on Monday.";
        let note = "Correction: We first said that 12 people had been killed; there were nine.";
        codes(toll, &format!("Nine people died in the pile-up on Monday.\n\n{note}"), &[]);
        codes(
            old,
            "The fund holds $3 billion.\n\nClarification: The fund holds $3 billion, not $3 million.",
            &["clarification-of-fact"],
        );
    }
}
