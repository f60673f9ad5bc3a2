//! Explains what changed in quotations: words inside the marks, and marks that were added or removed.
//!
//! Marks alone change no fact, nor does a gloss or "that" for "which"; another
//! word in somebody's mouth does, and so does a cut that drops a condition.

use std::ops::Range;

use super::quotes_table::{CONDITIONS, CONTRACTED};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Weight};
use crate::text::rule_table::{is_listed, rows};
use crate::text::{Negation, is_form_of_be, is_form_of_have, is_modal, negation_of};

/// Explains quotation marks that one side has and the other has not.
pub(super) fn explain_marks(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for range in unmatched(&edit.a) {
        let image = edit.across(&range);
        push_marks(edit, found, range, image);
    }
    for range in unmatched(&edit.b) {
        let image = edit.back(&range);
        push_marks(edit, found, image, range);
    }
}

/// Explains the marks of one quotation, and with them a single word that changed inside.
fn push_marks(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, a: Range<usize>, b: Range<usize>) {
    if a.is_empty() || b.is_empty() || keeps_nothing(edit, &a, &b) {
        return;
    }
    let facet = edit.facet(ChangeKind::Quote, &a, &b);
    let is_light = |class: TokenClass| matches!(class, TokenClass::Mark | TokenClass::Function);
    let n_old = a.clone().filter(|&at| edit.a.is_changed(at) && !is_light(edit.a.class(at))).count();
    let n_new = b.clone().filter(|&at| edit.b.is_changed(at) && !is_light(edit.b.class(at))).count();
    // "called it a mistake" > "called it a “terrible mistake”".
    let is_new = |at: usize| (0..edit.a.len()).all(|old| edit.a.lemma(old) != edit.b.lemma(at));
    let mut put_in = b.clone().filter(|&at| edit.b.is_changed(at) && !is_light(edit.b.class(at)));
    let is_put_in = n_old == 0 && is_mark(edit.b.norm(b.start)) && put_in.any(is_new);
    found.push(if is_put_in {
        FoundFacet { facet, weight: Weight::Material, information: Information::Added, why: "quoted-word-added" }
    } else {
        FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why: "quote-marks" }
    });
    if n_old.max(n_new) <= 1 {
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    } else {
        a.filter(|&at| is_mark(edit.a.norm(at)))
            .collect::<Vec<_>>()
            .iter()
            .for_each(|&at| edit.a.mark_explained(&(at..at + 1)));
        b.filter(|&at| is_mark(edit.b.norm(at)))
            .collect::<Vec<_>>()
            .iter()
            .for_each(|&at| edit.b.mark_explained(&(at..at + 1)));
    }
}

/// Returns whether nothing of what one side quotes stands on the other: not the marks went, but the words.
fn keeps_nothing(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let tells = |at: &usize| edit.a.class(*at) == TokenClass::Content;
    let mut old = a.clone().filter(tells).map(|at| edit.a.lemma(at)).peekable();
    let has_words = old.peek().is_some() && b.clone().any(|at| edit.b.class(at) == TokenClass::Content);
    has_words && old.all(|word| b.clone().all(|at| edit.b.lemma(at) != word))
}

fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "'")
}

/// Returns quotations of one side, marks included, neither of whose marks the other side has.
fn unmatched(piece: &PassageSide<'_>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut opened: Option<usize> = None;
    for place in 0..piece.len() {
        if !is_mark(piece.norm(place)) {
            continue;
        }
        match opened {
            Some(start) if piece.norm(start) == piece.norm(place) => {
                if [start, place].iter().all(|&at| piece.is_open_at(at)) {
                    ranges.push(start..place + 1);
                }
                opened = None;
            }
            Some(_) => {}
            None => opened = Some(place),
        }
    }
    ranges
}

/// Explains words that differ inside the marks of both sides.
///
/// Places of one quotation with a few words between them are one change: "We believe four men may still be under it" >
/// "Two men are still under it" is read as a whole.
pub(super) fn explain_words(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let mut last: Option<(Hunk, FoundFacet)> = None;
    for hunk in edit.hunks.clone().iter() {
        if !is_within(edit, hunk) || !edit.a.is_open(&hunk.old) && !edit.b.is_open(&hunk.new) {
            continue;
        }
        let (weight, information, why) = weigh(edit, hunk);
        let (a, b) = match why {
            "quote-condition" => (quotation(&edit.a, &hunk.old), quotation(&edit.b, &hunk.new)),
            _ => (hunk.old.clone(), hunk.new.clone()),
        };
        let joined = last.take_if(|(before, known)| goes_on(edit, before, hunk) && is_one_change(known, (weight, why)));
        if let Some((before, known)) = joined {
            let whole = Hunk { old: before.old.start..hunk.old.end, new: before.new.start..hunk.new.end };
            let facet = edit.facet(ChangeKind::Quote, &whole.old, &whole.new);
            let information = if known.information == information { information } else { Information::Updated };
            let weight = known.weight.max(weight);
            last = Some((whole, FoundFacet { facet, weight, information, why: "quote-words" }));
            continue;
        }
        found.extend(last.take().map(|(_, known)| known));
        let facet = edit.facet(ChangeKind::Quote, &a, &b);
        last = Some((hunk.clone(), FoundFacet { facet, weight, information, why }));
    }
    found.extend(last.map(|(_, known)| known));
}

/// Words that stay between two places of one change in a quotation, at the most.
const FEW_WORDS: usize = 3;

/// Returns whether a place adds to what was found before it; a small word goes with whatever it stands by.
fn is_one_change(known: &FoundFacet, (weight, why): (Weight, &str)) -> bool {
    const SMALL: &str = "quote-function-word";
    known.weight == weight || known.why == SMALL || why == SMALL
}

/// Returns whether two changed places stand near each other in one quotation.
fn goes_on(edit: &EditedPassage<'_>, before: &Hunk, next: &Hunk) -> bool {
    let near =
        |piece: &PassageSide<'_>, gap: Range<usize>| gap.len() <= FEW_WORDS && gap.clone().all(|at| piece.quoted[at]);
    near(&edit.a, before.old.end..next.old.start) && near(&edit.b, before.new.end..next.new.start)
}

/// A quotation up to this long is shown whole where a condition in it comes or goes.
const SHORT_QUOTATION: usize = 12;

/// Returns the words between the marks round `places`, if they are few.
fn quotation(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let start = (0..places.start).rev().take_while(|&at| piece.quoted[at]).last().unwrap_or(places.start);
    let end = (places.end..piece.len()).take_while(|&at| piece.quoted[at]).last().map_or(places.end, |last| last + 1);
    if end - start <= SHORT_QUOTATION { start..end } else { places.clone() }
}

/// Marks all words inside quotations as explained, so that later finders leave them alone.
pub(super) fn close(edit: &mut EditedPassage<'_>) {
    for hunk in edit.hunks.clone().iter() {
        if is_within(edit, hunk) {
            edit.a.mark_explained(&hunk.old);
            edit.b.mark_explained(&hunk.new);
        }
    }
}

fn is_within(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    edit.in_quotes(hunk)
}

fn weigh(edit: &EditedPassage<'_>, hunk: &Hunk) -> (Weight, Information, &'static str) {
    let (old, new) = (edit.a.text(&hunk.old), edit.b.text(&hunk.new));
    let cut = |text: &str| text.contains('…') || text.contains("...") || text.contains(". . .");
    let old_words = || hunk.old.clone().map(|at| edit.a.norm(at));
    let new_words = || hunk.new.clone().map(|at| edit.b.norm(at));
    if new.contains('[') || old.contains('[') {
        return (Weight::Minor, Information::Same, "quote-gloss");
    }
    if cut(new) && !cut(old) {
        return match old_words().any(|word| is_listed(CONDITIONS, word)) {
            true => (Weight::Material, Information::Updated, "quote-cut-drops-condition"),
            false => (Weight::Minor, Information::Removed, "quote-cut"),
        };
    }
    let condition = |word: Option<&str>| word.is_some_and(|word| is_listed(CONDITIONS, word) && !is_auxiliary(word));
    if hunk.old.is_empty() && condition(new_words().next()) || hunk.new.is_empty() && condition(old_words().next()) {
        return (Weight::Material, Information::Updated, "quote-condition");
    }
    let telling =
        |class: TokenClass, word: &str| matches!(class, TokenClass::Content | TokenClass::Number) || is_auxiliary(word);
    let n_old = hunk.old.clone().filter(|&at| telling(edit.a.class(at), edit.a.norm(at))).count();
    let n_new = hunk.new.clone().filter(|&at| telling(edit.b.class(at), edit.b.norm(at))).count();
    let is_contracted =
        |(old, new)| old == new || rows(CONTRACTED).any(|row| row.words == [old, new] || row.words == [new, old]);
    let contracted = hunk.old.len() == hunk.new.len() && old_words().zip(new_words()).all(is_contracted);
    match (n_old, n_new) {
        (0, 0) => (Weight::Minor, Information::Same, "quote-function-word"),
        _ if contracted => (Weight::Minor, Information::Same, "quote-contraction"),
        (0, 1) if new_words().any(is_auxiliary) => (Weight::Material, Information::Updated, "quote-words"),
        (0, _) if hunk.old.is_empty() => (Weight::Material, Information::Added, "quote-longer"),
        (_, 0) if hunk.new.is_empty() => (Weight::Material, Information::Removed, "quote-shorter"),
        _ => (Weight::Material, Information::Updated, "quote-words"),
    }
}

/// Returns whether a word is an auxiliary verb or denies one: in a quotation their tense and number are what was said.
fn is_auxiliary(word: &str) -> bool {
    let is_own =
        is_form_of_be(word) || is_form_of_have(word) || is_modal(word) || matches!(word, "do" | "does" | "did");
    is_own && !word.starts_with('\'') || matches!(negation_of(word), Some(Negation::Clause | Negation::Noun))
}
