//! Finds statements turned round: "not" put in or taken out, and opposites.

use std::ops::Range;

use super::super::edit::{Edit, Found, Piece};
use super::super::words::Hunk;
use crate::claim::certainty::are_opposite;
use crate::model::{ChangeKind, Information, Weight};

/// Which words to look at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Quotes,
    Text,
}

/// A hunk longer than this was rewritten; a "not" in it proves little.
const LONGEST: usize = 8;

pub fn find(edit: &mut Edit<'_>, found: &mut Vec<Found>, within: Within) {
    for hunk in edit.hunks.clone() {
        let open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        if !open || edit.in_quotes(&hunk) != (within == Within::Quotes) {
            continue;
        }
        let turned = negations(&edit.a, &hunk.old) % 2 != negations(&edit.b, &hunk.new) % 2;
        let opposite = opposites(edit, &hunk);
        if hunk.old.len().max(hunk.new.len()) > LONGEST || turned == opposite.is_some() && !turned && opposite.is_none()
        {
            continue;
        }
        if turned && opposite.is_some() {
            tell(edit, found, &hunk, ChangeKind::Wording);
        } else {
            tell(edit, found, &hunk, ChangeKind::Polarity);
        }
    }
}

fn tell(edit: &mut Edit<'_>, found: &mut Vec<Found>, hunk: &Hunk, kind: ChangeKind) {
    let (weight, information, why) = match kind {
        ChangeKind::Polarity => (Weight::Material, Information::Updated, "turned-round"),
        _ => (Weight::Minor, Information::Same, "two-negatives"),
    };
    let facet = edit.facet(kind, &hunk.old, &hunk.new);
    found.push(Found { facet, weight, information, why });
    edit.a.explain(&hunk.old);
    edit.b.explain(&hunk.new);
}

fn negations(piece: &Piece<'_>, places: &Range<usize>) -> usize {
    let not_only = |at: usize| piece.norm(at) == "not" && piece.norm(at + 1) == "only";
    places.clone().filter(|&at| is_negator(piece.norm(at)) && !piece.done[at] && !not_only(at)).count()
}

/// Returns a word of the old side whose opposite stands on the new one.
fn opposites(edit: &Edit<'_>, hunk: &Hunk) -> Option<usize> {
    let word = |piece: &Piece<'_>, at: usize| (!piece.done[at]).then(|| piece.norm(at).to_owned());
    hunk.old.clone().find(|&a| {
        let Some(old) = word(&edit.a, a).filter(|word| !is_negator(word)) else { return false };
        hunk.new.clone().filter_map(|b| word(&edit.b, b)).any(|new| !is_negator(&new) && are_opposite(&old, &new))
    })
}

/// Words that deny what they stand with.
const NEGATORS: &[&str] =
    &["n't", "cannot", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "without"];

fn is_negator(word: &str) -> bool {
    NEGATORS.contains(&word)
}
