//! Explains one event told from its two sides: "Nordbank sold the unit to Velo", "Velo bought the unit from Nordbank".
//!
//! `Velo overtook Nordair.` > `Nordair fell behind Velo.` is wording; `Velo fell behind Nordair.` exchanges their parts.
//!
//! The lexicon holds such pairs of phrases (its sets of kind `turn`). Who is the subject of which phrase decides.

use std::ops::Range;

use super::exchanges::{around, whole};
use super::fallback::SAME_IN_ANOTHER_FORM;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::phrases::{Sense, SetKind, phrases_in, set_relation};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Rel, Upos, Weight};

/// A phrase of the lexicon that tells of an event from one of its sides.
struct Telling {
    /// The words of the phrase.
    phrase: Range<usize>,
    senses: &'static [Sense],
    /// Whose side it is.
    subject: usize,
}

/// Most words of a passage that is searched.
const MOST_WORDS: usize = 600;

/// Explains the first event that the two sides tell by turned phrases.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    if MOST_WORDS < edit.a.len().max(edit.b.len()) {
        return;
    }
    let old = tellings(&edit.a);
    if old.is_empty() {
        return;
    }
    let new = tellings(&edit.b);
    let pairs = old.iter().flat_map(|x| new.iter().map(move |y| (x, y)));
    let turned = pairs.filter(|(x, y)| {
        let relation = set_relation(x.senses, y.senses);
        relation.turn && !relation.same && (edit.a.is_open(&x.phrase) || edit.b.is_open(&y.phrase))
    });
    for (x, y) in turned {
        let (subject_a, subject_b) = (edit.a.lemma(x.subject), edit.b.lemma(y.subject));
        let (in_a, in_b) = (other_part(&edit.a, x, subject_b), other_part(&edit.b, y, subject_a));
        if let (false, Some(in_a), Some(in_b)) = (subject_a == subject_b, in_a, in_b) {
            let a = whole(&edit.a, around([x.subject, x.phrase.end - 1, in_a]));
            let b = whole(&edit.b, around([y.subject, y.phrase.end - 1, in_b]));
            let facet = edit.facet(ChangeKind::Wording, &a, &b);
            let (weight, information, why) = (Weight::Minor, Information::Same, SAME_IN_ANOTHER_FORM);
            found.push(FoundFacet { facet, weight, information, why });
            mark_light(&mut edit.a, &a, &[x.phrase.clone(), x.subject..x.subject + 1, in_a..in_a + 1]);
            mark_light(&mut edit.b, &b, &[y.phrase.clone(), y.subject..y.subject + 1, in_b..in_b + 1]);
            return;
        }
        let shared = (subject_a == subject_b).then(|| shared_part((&edit.a, x), (&edit.b, y))).flatten();
        if let Some((in_a, in_b)) = shared {
            let a = whole(&edit.a, around([x.subject, x.phrase.end - 1, in_a]));
            let b = whole(&edit.b, around([y.subject, y.phrase.end - 1, in_b]));
            let facet = edit.facet(ChangeKind::Statement, &a, &b);
            let (weight, information, why) = (Weight::Material, Information::Updated, "roles-exchanged");
            found.push(FoundFacet { facet, weight, information, why });
            edit.a.mark_explained(&a);
            edit.b.mark_explained(&b);
            return;
        }
    }
}

/// Returns the phrases of a side that tell of an event from one of its sides, with their subjects.
fn tellings(piece: &PassageSide<'_>) -> Vec<Telling> {
    let Some((&first, &last)) = piece.tokens.first().zip(piece.tokens.last()) else { return Vec::new() };
    let place = |token: usize| piece.tokens.binary_search(&token).ok();
    let phrases = phrases_in(piece.document(), first..last + 1).into_iter();
    let turns = phrases.filter(|phrase| phrase.senses.iter().any(|sense| sense.kind == SetKind::Turn));
    let telling = |phrase: crate::diff::lexicon::phrases::KnownPhrase| {
        let places = place(phrase.tokens[0])?..place(*phrase.tokens.last()?)? + 1;
        let heads = |at: &usize| places.contains(at);
        let subject =
            (0..piece.len()).find(|&at| piece.rel(at) == Rel::Nsubj && piece.head(at).as_ref().is_some_and(heads))?;
        let is_noun = matches!(piece.upos(subject), Upos::Noun | Upos::Propn) && !places.contains(&subject);
        (is_noun && !piece.is_quoted(&places)).then_some(Telling { phrase: places, senses: phrase.senses, subject })
    };
    turns.filter_map(telling).collect()
}

/// Returns the place of a noun of the same clause, behind or before its phrase, that has this lemma and is not the subject.
fn other_part(piece: &PassageSide<'_>, telling: &Telling, lemma: &str) -> Option<usize> {
    nouns_beside(piece, telling).find(|&at| piece.lemma(at) == lemma)
}

/// Returns the places of a noun that both clauses have beside their subject.
fn shared_part((a, x): (&PassageSide<'_>, &Telling), (b, y): (&PassageSide<'_>, &Telling)) -> Option<(usize, usize)> {
    nouns_beside(a, x).find_map(|at| Some((at, other_part(b, y, a.lemma(at))?)))
}

/// Returns the nouns near a phrase that are no part of it and not its subject.
fn nouns_beside<'p>(piece: &'p PassageSide<'_>, telling: &'p Telling) -> impl Iterator<Item = usize> + 'p {
    let near = telling.phrase.start.saturating_sub(FARTHEST)..(telling.phrase.end + FARTHEST).min(piece.len());
    near.filter(|&at| {
        let is_noun = matches!(piece.upos(at), Upos::Noun | Upos::Propn);
        is_noun && !telling.phrase.contains(&at) && at != telling.subject
    })
}

/// Most words between a phrase and a noun of its clause.
const FARTHEST: usize = 12;

/// Marks the named places of a stretch and its function words as explained; what else changed there is left to others.
fn mark_light(piece: &mut PassageSide<'_>, stretch: &Range<usize>, named: &[Range<usize>]) {
    for at in stretch.clone() {
        let is_named = named.iter().any(|places| places.contains(&at));
        if is_named || piece.class(at) == TokenClass::Function || matches!(piece.rel(at), Rel::Compound | Rel::Flat) {
            piece.mark_explained(&(at..at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};

    /// Checks whether a fact changed between two texts, in both directions.
    #[track_caller]
    fn check(old: &str, new: &str, is_fact: bool) {
        let setting = Setting::default();
        for (old, new) in [(old, new), (new, old)] {
            let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
            assert_eq!(comparison.verdict.weight == Some(Weight::Material), is_fact, "{old} / {new}");
        }
    }

    #[test]
    fn one_event_from_its_two_sides_is_wording() {
        check("Nordbank sold the unit to Velo.", "Velo bought the unit from Nordbank.", false);
        check("Velo overtook Nordair in passenger numbers.", "Nordair fell behind Velo in passenger numbers.", false);
        check("Oslo lent the canvas to Ghent.", "Ghent borrowed the canvas from Oslo.", false);
    }

    #[test]
    fn whoever_takes_the_other_part_does_something_else() {
        check("Velo overtook Nordair in passenger numbers.", "Velo fell behind Nordair in passenger numbers.", true);
        check("The guard killed the intruder.", "The guard was killed by the intruder.", true);
        check("Marsh dismissed Reeve.", "Marsh was dismissed by Reeve.", true);
        check("The guard killed the intruder.", "The intruder was killed by the guard.", false);
    }
}
