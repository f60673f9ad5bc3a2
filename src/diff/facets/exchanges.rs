//! Explains things that took each other's place, which is another fact and no reordering.
//!
//! `Dorley beat Ness` > `Ness beat Dorley`: the words are the same, who did
//! what to whom is not. Items of one list may stand in any order, and what
//! is done may be put in the passive: `Ness was beaten by Dorley`.

use std::ops::Range;

use super::exchanges_table::MUTUAL;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Rel, Upos, Weight};
use crate::text::rule_table::is_listed;

/// Explains a verb whose subject and object changed places.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let verbs_a = deeds(&edit.a);
    let verbs_b = deeds(&edit.b);
    for old in &verbs_a {
        let exchanged = |new: &&Deed<'_>| old.is_turned(new) && (is_open(edit, old, new));
        let Some(new) = verbs_b.iter().find(exchanged) else { continue };
        let (a, b) = (whole(&edit.a, old.places()), whole(&edit.b, new.places()));
        let named = |piece: &PassageSide<'_>, at: usize| piece.upos(at) == Upos::Propn;
        let kind = match named(&edit.a, old.subject) && named(&edit.b, new.subject) {
            true => ChangeKind::Name,
            false => ChangeKind::Statement,
        };
        let facet = edit.facet(kind, &a, &b);
        found.push(FoundFacet {
            facet,
            weight: Weight::Material,
            information: Information::Updated,
            why: "roles-exchanged",
        });
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
        return;
    }
}

/// Returns whether a verb in its dictionary form says the same with its sides exchanged.
pub(crate) fn is_mutual(verb: &str) -> bool {
    is_listed(MUTUAL, verb)
}

fn is_open(edit: &EditedPassage<'_>, old: &Deed<'_>, new: &Deed<'_>) -> bool {
    edit.a.is_open(&old.places()) || edit.b.is_open(&new.places())
}

/// A verb with its subject and its object, as places and as words.
struct Deed<'e> {
    subject: usize,
    verb: usize,
    object: usize,
    words: [&'e str; 3],
    passive: bool,
}

impl Deed<'_> {
    fn is_turned(&self, other: &Self) -> bool {
        let ([subject, verb, object], [new_subject, new_verb, new_object]) = (self.words, other.words);
        // In the other voice whoever keeps their place has the other part: "Marsh dismissed Reeve", "Marsh was dismissed by Reeve".
        let parts_are_turned = match self.passive == other.passive {
            true => subject == new_object && object == new_subject,
            false => subject == new_subject && object == new_object,
        };
        parts_are_turned && verb == new_verb && subject != object && !is_mutual(verb)
    }

    fn places(&self) -> Range<usize> {
        around([self.subject, self.verb, self.object])
    }
}

/// Returns the smallest range that holds three places.
pub(super) fn around(places: [usize; 3]) -> Range<usize> {
    let [first, _, last] = {
        let mut sorted = places;
        sorted.sort_unstable();
        sorted
    };
    first..last + 1
}

/// Returns the places with what belongs to the nouns at both ends: "the Dorley club … Ness Rovers".
pub(super) fn whole(piece: &PassageSide<'_>, places: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (places.start, places.end);
    let belongs = |at: usize, start: usize, end: usize| {
        let token = &piece.document().tokens[piece.tokens[at]];
        let of_noun = matches!(token.rel, Rel::Det | Rel::Compound | Rel::Amod | Rel::Nummod | Rel::Flat);
        let of_name =
            piece.upos(at) == Upos::Propn && piece.upos(if at < start { start } else { end - 1 }) == Upos::Propn;
        of_name || of_noun && (start..end).any(|own| piece.tokens[own] == token.head)
    };
    while 0 < start && belongs(start - 1, start, end) {
        start -= 1;
    }
    while end < piece.len() && belongs(end, start, end) {
        end += 1;
    }
    start..end
}

/// Returns the verbs of a passage that have both a subject and an object, or a doer behind "by".
fn deeds<'e>(piece: &PassageSide<'e>) -> Vec<Deed<'e>> {
    let document = piece.document();
    let token = |at: usize| &document.tokens[piece.tokens[at]];
    let near = |verb: usize| verb.saturating_sub(FARTHEST)..(verb + FARTHEST).min(piece.len());
    // The nearest one: a name of two words may have been read as two subjects.
    let of = |verb: usize, wanted: Rel| {
        let held = near(verb).filter(|&at| at != verb && token(at).head == piece.tokens[verb]);
        held.filter(|&at| token(at).rel == wanted).min_by_key(|at| at.abs_diff(verb))
    };
    // "the council, which the union sued": the council is meant.
    let meant = |at: usize, verb: usize| match piece.norm(at) {
        "which" | "that" | "who" | "whom" => near(verb).find(|&noun| piece.tokens[noun] == token(verb).head),
        _ => Some(at),
    };
    let deed = |verb: usize| {
        let passive = near(verb)
            .any(|at| token(at).head == piece.tokens[verb] && token(at).upos == Upos::Aux && piece.lemma(at) == "be")
            && token(verb).penn == "VBN";
        let by = |at: &usize| {
            0 < *at && near(*at).any(|to| to < *at && token(to).head == piece.tokens[*at] && piece.norm(to) == "by")
        };
        let doer = || of(verb, Rel::Obl).filter(by);
        let subject = of(verb, Rel::Nsubj)?;
        let object = if passive { doer()? } else { of(verb, Rel::Obj)? };
        let (subject, object) = (meant(subject, verb)?, meant(object, verb)?);
        Some(Deed { subject, verb, object, words: [subject, verb, object].map(|at| piece.lemma(at)), passive })
    };
    (0..piece.len()).filter(|&at| token(at).upos == Upos::Verb).filter_map(deed).collect()
}

/// Most words between a verb and its subject or object.
const FARTHEST: usize = 12;

/// Returns whether what stood in a hunk and what came for it changed places with another hunk, across other words.
pub(super) fn is_exchanged(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let numbers = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<u32> {
        let telling = |at: &usize| matches!(piece.class(*at), TokenClass::Content | TokenClass::Number);
        places.clone().filter(telling).map(|at| piece.word_ids[at]).collect()
    };
    let (old, new) = (numbers(&edit.a, &hunk.old), numbers(&edit.b, &hunk.new));
    let between = |other: &Hunk| {
        (hunk.old.end.min(other.old.end)..hunk.old.start.max(other.old.start))
            .any(|at| edit.a.class(at) == TokenClass::Content && edit.a.partner[at].is_some())
    };
    let turned = |other: &&Hunk| numbers(&edit.a, &other.old) == new && numbers(&edit.b, &other.new) == old;
    !old.is_empty() && !new.is_empty() && old != new && edit.hunks.iter().filter(turned).any(between)
}
