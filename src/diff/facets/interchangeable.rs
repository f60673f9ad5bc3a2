//! Explains phrases that the lexicon holds for interchangeable, or for opposites, whole: "the board of directors", "the board".
//!
//! `Hallard Media has taken over two stations.` > `Hallard Media has acquired two stations.`
//!
//! A word diff may cut such a phrase in half, or a finder read a part of it as something else ("over two"). Where both versions
//! have a phrase of one set in the same place, what changed of the two is wording.

use std::ops::Range;

use super::fallback::SAME_IN_ANOTHER_FORM;
use crate::claim::certainty::strength_of;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::phrases::{KnownPhrase, SetRelation, phrases_in, set_relation};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Weight};

/// Longest stretch, in words of one side, in which two phrases surely stand for each other.
const LONGEST_STRETCH: usize = 6;

/// Words before and behind a stretch that may belong to its phrase.
const MARGIN: usize = 6;

/// What two phrases make of a stretch: kind, weight, direction of information and the name of the rule.
type PhraseVerdict = (ChangeKind, Weight, Information, &'static str);

const SAME: PhraseVerdict = (ChangeKind::Wording, Weight::Minor, Information::Same, SAME_IN_ANOTHER_FORM);
const OPPOSITE: PhraseVerdict = (ChangeKind::Statement, Weight::Material, Information::Updated, "opposite-phrase");

/// Explains the stretches whose open words belong to interchangeable phrases.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for hunk in edit.hunks.clone().iter() {
        let is_short = hunk.old.len().max(hunk.new.len()) <= LONGEST_STRETCH;
        let is_open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        if !is_short || !is_open || edit.a.is_quoted(&hunk.old) || edit.b.is_quoted(&hunk.new) {
            continue;
        }
        let same = || Some((phrases_of(edit, hunk, is_same)?, SAME));
        // "Found" and "guilty" say little without each other; opposites of one stretch are told by other finders.
        let is_spread = |(a, b): &(Range<usize>, Range<usize>)| is_spread(&edit.a, a) || is_spread(&edit.b, b);
        let opposite = || Some((phrases_of(edit, hunk, is_opposite).filter(is_spread)?, OPPOSITE));
        let Some(((old, new), (kind, weight, information, why))) = same().or_else(opposite) else { continue };
        let facet = edit.facet(kind, &old, &new);
        found.push(FoundFacet { facet, weight, information, why });
        edit.a.mark_explained(&old);
        edit.b.mark_explained(&new);
    }
}

/// Returns two phrases in one relation that hold all open words of a hunk; the longest ones.
fn phrases_of(
    edit: &EditedPassage<'_>,
    hunk: &Hunk,
    are_related: fn(SetRelation) -> bool,
) -> Option<(Range<usize>, Range<usize>)> {
    let (old, new) = (phrases_near(&edit.a, &hunk.old), phrases_near(&edit.b, &hunk.new));
    let holds = |piece: &PassageSide<'_>, phrase: &Range<usize>, places: &Range<usize>| {
        places.clone().filter(|&at| piece.is_open_at(at)).all(|at| phrase.contains(&at))
    };
    let pairs = old.iter().flat_map(|x| new.iter().map(move |y| (x, y)));
    let fits = pairs.filter(|((x, _), (y, _))| holds(&edit.a, x, &hunk.old) && holds(&edit.b, y, &hunk.new));
    let in_one_place = fits.filter(|((x, _), (y, _))| {
        let image = edit.across(x);
        image.start < y.end && y.start < image.end
    });
    let related = in_one_place.filter(|((_, x), (_, y))| are_related(set_relation(x.senses, y.senses)));
    related.map(|((x, _), (y, _))| (x.clone(), y.clone())).max_by_key(|(x, y)| x.len() + y.len())
}

/// Returns whether changed words of some places stand apart, with words between that did not change.
fn is_spread(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let mut changed = places.clone().filter(|&at| piece.is_changed(at));
    let (Some(first), Some(last)) = (changed.next(), changed.next_back()) else { return false };
    (first..last).any(|at| !piece.is_changed(at))
}

/// Returns whether every set that holds two phrases holds them for interchangeable.
fn is_same(relation: SetRelation) -> bool {
    SetRelation { same: true, ..SetRelation::default() } == relation
}

/// Returns whether every set that holds two phrases says that they deny each other.
fn is_opposite(relation: SetRelation) -> bool {
    SetRelation { opposite: true, ..SetRelation::default() } == relation
}

/// Returns the phrases of the lexicon in and round a stretch; verbs that report are for other finders.
fn phrases_near(piece: &PassageSide<'_>, places: &Range<usize>) -> Vec<(Range<usize>, KnownPhrase)> {
    let near = places.start.saturating_sub(MARGIN)..(places.end + MARGIN).min(piece.len());
    let Some((&first, &last)) = piece.tokens[near.clone()].first().zip(piece.tokens[near].last()) else {
        return Vec::new();
    };
    let place = |token: usize| piece.tokens.binary_search(&token).ok();
    let with_places = |phrase: KnownPhrase| {
        let (from, to) = (place(phrase.tokens[0])?, place(*phrase.tokens.last()?)?);
        let is_whole = phrase.tokens.windows(2).all(|two| two[0] + 1 == two[1]);
        // What a phrase takes in its midst is not part of it and stands as it stood: "found the officer not guilty".
        let is_own = |at: usize| phrase.tokens.contains(&piece.tokens[at]);
        let is_whole =
            is_whole || is_spread(piece, &(from..to + 1)) && (from..=to).all(|at| is_own(at) || !piece.is_changed(at));
        let reports = (from..=to).any(|at| strength_of(piece.norm(at)).is_some());
        // "50 percent" is told as a whole, with its amount.
        let is_unit = from.checked_sub(1).is_some_and(|before| piece.class(before) == TokenClass::Number);
        (is_whole && !reports && !is_unit).then_some((from..to + 1, phrase))
    };
    phrases_in(piece.document(), first..last + 1).into_iter().filter_map(with_places).collect()
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
    fn a_phrase_of_the_same_set_is_wording() {
        check("Hallard Media has taken over two stations.", "Hallard Media has acquired two stations.", false);
        check("The board of directors met until midnight.", "The board met until midnight.", false);
        check("Its Finnish subsidiary will be renamed.", "Its Finnish subsidiary company will be renamed.", false);
        check("Hallard Media has taken over two stations.", "Hallard Media has acquired three stations.", true);
        check("Hallard Media has taken over two stations.", "Hallard Media has sold two stations.", true);
        check("A jury found the officer not guilty of assault.", "A jury acquitted the officer of assault.", false);
        check("A jury found the officer guilty of assault.", "A jury acquitted the officer of assault.", true);
    }
}
