//! Finds links and addresses put in, taken out or changed: where to click is no news.
//!
//! `the [schedule] (https://example.org/plan)` > `the schedule`

use std::ops::Range;

use super::super::edit::{Edit, Found, Piece};
use crate::model::{ChangeKind, Information, Weight};

pub fn find(edit: &mut Edit<'_>, found: &mut Vec<Found>) {
    for hunk in edit.hunks.clone() {
        let open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        if !open || !is_only_address(&edit.a, &hunk.old) || !is_only_address(&edit.b, &hunk.new) {
            continue;
        }
        if !has_address(&edit.a, &hunk.old) && !has_address(&edit.b, &hunk.new) {
            continue;
        }
        let facet = edit.facet(ChangeKind::Wording, &hunk.old, &hunk.new);
        found.push(Found { facet, weight: Weight::Minor, information: Information::Same, why: "address" });
        edit.a.explain(&hunk.old);
        edit.b.explain(&hunk.new);
    }
}

fn is_only_address(piece: &Piece<'_>, places: &Range<usize>) -> bool {
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    places.clone().all(|at| piece.done[at] || is_mark(piece.word(at)) || is_address(piece.word(at)))
}

fn has_address(piece: &Piece<'_>, places: &Range<usize>) -> bool {
    places.clone().any(|at| is_address(piece.word(at)))
}

fn is_address(word: &str) -> bool {
    let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    mail || word.contains("://") || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_told_from_words() {
        for word in ["https://example.org/plan", "www.example.org", "desk@example.org"] {
            assert!(is_address(word), "{word}");
        }
        for word in ["example", "@desk", "1/2", "and/or"] {
            assert!(!is_address(word), "{word}");
        }
    }
}
