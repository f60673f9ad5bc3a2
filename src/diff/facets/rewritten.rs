//! Explains a sentence that was replaced as a whole, where comparing words would pair unrelated ones.
//!
//! `At least 12 people are missing after a boat sank off Pelt.` >
//! `The captain of a boat that sank off Pelt has been arrested.`: both recall
//! the same event, but each says something of its own. Word by word this reads
//! "12" > nothing, "people are missing after" > "captain of"; an editor sees
//! one statement for another. Values that count the same on both sides stay.

use crate::claim::certainty::strength_of;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Field, Information, Rel, Upos, Weight};

/// The rule that tells a sentence as another one, whole.
pub(super) const TOLD_ANEW: &str = "sentence-told-anew";

/// Fewest content words of a rewritten sentence; a shorter one is compared word by word.
const MIN_CONTENT_WORDS: usize = 6;

/// Replaces the facets of a sentence that was rewritten as a whole by one statement for another.
pub(super) fn replace_if_rewritten(edit: &EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    if !is_rewritten(edit) {
        return;
    }
    let counts = |found: &FoundFacet| {
        let both = found.facet.before.is_some() && found.facet.after.is_some();
        both && found.weight == Weight::Material
            && matches!(found.facet.kind, ChangeKind::Figure | ChangeKind::Polarity)
    };
    found.retain(counts);
    let facet = edit.facet(ChangeKind::Statement, &(0..edit.a.len()), &(0..edit.b.len()));
    let (weight, information) = (Weight::Material, Information::Updated);
    found.insert(0, FoundFacet { facet, weight, information, why: TOLD_ANEW });
}

/// Returns whether one sentence became another about someone else who does something else.
fn is_rewritten(edit: &EditedPassage<'_>) -> bool {
    if edit.field != Field::Text || edit.hunks.len() < 2 || edit.a.sentences.len() != 1 || edit.b.sentences.len() != 1 {
        return false;
    }
    let content = |piece: &PassageSide<'_>| -> Vec<String> {
        (0..piece.len())
            .filter(|&at| piece.class(at) == TokenClass::Content)
            .map(|at| piece.lemma(at).to_owned())
            .collect()
    };
    let old = content(&edit.a);
    let new = content(&edit.b);
    let kept = old.iter().filter(|word| new.contains(word)).count();
    let (short, long) = (old.len().min(new.len()), old.len().max(new.len()));
    let little = MIN_CONTENT_WORDS <= short && 3 * kept <= 2 * short && 2 * kept <= long;
    // Grammar that found no clause proves less.
    little
        && match (by_grammar(&edit.a), by_grammar(&edit.b)) {
            (Some(old), Some(new)) => is_another(old, new),
            _ => 2 * kept <= short && by_order(&edit.a).zip(by_order(&edit.b)).is_some_and(|(x, y)| is_another(x, y)),
        }
}

/// Returns whether somebody else does something else.
fn is_another(old: (&str, &str), new: (&str, &str)) -> bool {
    Relation::Opposite <= relation(old.0, new.0) && Relation::Opposite <= relation(old.1, new.1)
}

/// Returns who does what in the main clause, in the words of the saying where it is one.
fn by_grammar<'e>(piece: &PassageSide<'e>) -> Option<(&'e str, &'e str)> {
    let document = piece.document();
    let tokens = &document.tokens;
    let root = piece.tokens.iter().copied().find(|&token| tokens[token].rel == Rel::Root)?;
    let says = strength_of(document.norm(root)).is_some();
    let inner = |&token: &usize| tokens[token].head == root && matches!(tokens[token].rel, Rel::Ccomp | Rel::Parataxis);
    let verb = if says { piece.tokens.iter().copied().find(inner)? } else { root };
    let subject =
        piece.tokens.iter().copied().find(|&token| tokens[token].head == verb && tokens[token].rel == Rel::Nsubj)?;
    Some((document.lemma(subject), document.lemma(verb)))
}

/// Where grammar found no clause, as in a headline, the first verb is done by the noun before it.
fn by_order<'e>(piece: &PassageSide<'e>) -> Option<(&'e str, &'e str)> {
    let upos = |at: usize| piece.upos(at);
    let verb = (0..piece.len()).find(|&at| upos(at) == Upos::Verb && piece.lemma(at) != "say")?;
    let subject = (0..verb).rev().find(|&at| matches!(upos(at), Upos::Noun | Upos::Propn | Upos::Pron))?;
    Some((piece.lemma(subject), piece.lemma(verb)))
}
