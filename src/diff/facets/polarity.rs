//! Explains statements that were reversed: "not" added or removed, and opposites.
//!
//! Old: `The bridge was open.`     New: `The bridge was not open.`

use std::ops::Range;

use super::polarity_table::{DENIALS, Denial, FAILING, LIMITS, REJECTING};
use super::spelling::is_slip;
use crate::claim::certainty::{are_opposite, strength_of};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::base_forms;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Rel, Upos, Weight};
use crate::text::rule_table::is_listed;
use crate::text::{Negation, negation_of};

/// Which hunks to explain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PolarityScope {
    /// Those inside quotation marks.
    Quotes,
    /// All others.
    Text,
}

/// Longest hunk, in words of one side, in which a "not" reverses the statement; a longer one was rewritten.
pub(super) const MAX_TURNED_WORDS: usize = 8;

/// Explains hunks that deny on one side only, inside quotations or outside them.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, within: PolarityScope) {
    for hunk in edit.hunks.clone().iter() {
        let open = edit.a.is_open(&hunk.old) || edit.b.is_open(&hunk.new);
        if !open || edit.in_quotes(hunk) != (within == PolarityScope::Quotes) {
            continue;
        }
        if let Some((a, b)) = denied_otherwise(edit, hunk) {
            let facet = edit.facet(ChangeKind::Wording, &a, &b);
            let why = "denied-otherwise";
            found.push(FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why });
            edit.a.mark_explained(&a);
            edit.b.mark_explained(&b);
            continue;
        }
        let turned = is_turned(edit, hunk);
        let opposite =
            opposites(edit, hunk).or_else(|| comes_to_deny(edit, hunk)).or_else(|| comes_to_admit(edit, hunk));
        if hunk.old.len().max(hunk.new.len()) > MAX_TURNED_WORDS
            || turned == opposite.is_some() && !turned && opposite.is_none()
        {
            continue;
        }
        if turned && opposite.is_some() {
            push(edit, found, hunk, ChangeKind::Wording);
        } else {
            push(edit, found, hunk, ChangeKind::Polarity);
        }
    }
}

/// Returns whether one side of a hunk denies what the other does not: "made no arrests", "arrested two people".
pub(super) fn is_turned(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let old = negations(&edit.a, &hunk.old, (&edit.b, &hunk.new));
    old % 2 != negations(&edit.b, &hunk.new, (&edit.a, &hunk.old)) % 2
}

/// Returns the denials of a hunk that denies on both sides: "pleaded not guilty to", "denies".
fn denied_otherwise(edit: &EditedPassage<'_>, hunk: &Hunk) -> Option<(Range<usize>, Range<usize>)> {
    let denial = |piece: &PassageSide<'_>, places: &Range<usize>| -> Option<Range<usize>> {
        let open = places.clone().filter(|&at| !piece.explained[at]);
        open.filter_map(|at| denial_at(piece, at, DENIALS)).find(|found| found.end <= places.end)
    };
    let (a, b) = (denial(&edit.a, &hunk.old)?, denial(&edit.b, &hunk.new)?);
    // "denied" for "denies" is a matter of tense.
    (edit.a.lemma(a.start) != edit.b.lemma(b.start) || a.len() != b.len()).then_some((a, b))
}

/// Returns where the old side of a hunk denies what the new one admits, in whatever words, or the other way round.
fn comes_to_admit(edit: &EditedPassage<'_>, hunk: &Hunk) -> Option<usize> {
    let open = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<usize> {
        places.clone().filter(|&at| !piece.explained[at]).collect()
    };
    let (old, new) = (open(&edit.a, &hunk.old), open(&edit.b, &hunk.new));
    let denies = |piece: &PassageSide<'_>, at: &&usize| denial_at(piece, **at, DENIALS).is_some();
    let admits = |piece: &PassageSide<'_>, at: &&usize| are_opposite("denied", piece.norm(**at));
    let given_up = old.iter().find(|at| denies(&edit.a, at)).filter(|_| new.iter().any(|at| admits(&edit.b, &at)));
    let taken_up = || old.iter().find(|at| admits(&edit.a, at)).filter(|_| new.iter().any(|at| denies(&edit.b, &at)));
    given_up.or_else(taken_up).copied()
}

/// Returns the places of the denial that begins at `place`, with the preposition that belongs to it.
fn denial_at(piece: &PassageSide<'_>, place: usize, denials: &[Denial]) -> Option<Range<usize>> {
    let forms = base_forms(piece.norm(place));
    let spells = |words: &str| {
        let mut rest = words.split(' ');
        let first = rest.next().is_some_and(|verb| forms.iter().any(|form| form == verb));
        let end = place + words.split(' ').count();
        (first && rest.zip(place + 1..).all(|(word, at)| word == piece.norm(at))).then_some(end)
    };
    let end = denials.iter().filter_map(|row| spells(row.words)).max()?;
    let led = end > place + 1 && matches!(piece.norm(end), "to" | "of");
    Some(place..end + usize::from(led))
}

/// A passage with this many changed places was rewritten; a bare "not" in it would not be understood.
const REWRITTEN: usize = 3;

/// Returns the verb group round a "not" that came or went in a rewritten passage: "had not been overloaded".
pub(super) fn with_verbs(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let upos = |at: usize| piece.upos(at);
    let helps = |at: usize| upos(at) == Upos::Aux && !piece.explained[at];
    let mut start = places.start;
    while 0 < start && helps(start - 1) {
        start -= 1;
    }
    let mut end = places.end;
    while end < piece.len() && helps(end) {
        end += 1;
    }
    let verb = end < piece.len() && matches!(upos(end), Upos::Verb | Upos::Adj);
    start..end + usize::from(verb)
}

/// Explains a hunk as reversed or, where two negatives cancel out, as wording.
fn push(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk, kind: ChangeKind) {
    let (weight, information, why) = match kind {
        ChangeKind::Polarity if is_verb_denied(edit, hunk) => (Weight::Material, Information::Updated, VERB_DENIED),
        ChangeKind::Polarity => (Weight::Material, Information::Updated, "turned-round"),
        _ => (Weight::Minor, Information::Same, "two-negatives"),
    };
    let bare = hunk.old.len() + hunk.new.len() == 1 && REWRITTEN <= edit.hunks.len();
    let facet = match bare {
        true => edit.facet(kind, &with_verbs(&edit.a, &hunk.old), &with_verbs(&edit.b, &hunk.new)),
        false => edit.facet(kind, &hunk.old, &hunk.new),
    };
    found.push(FoundFacet { facet, weight, information, why });
    edit.a.mark_explained(&hunk.old);
    edit.b.mark_explained(&hunk.new);
}

/// The rule that one version denies the deed of a subject that the other asserts of it.
pub(crate) const VERB_DENIED: &str = "verb-denied";

/// Returns whether a hunk puts a "not" to the verb of an unchanged subject, or takes it off: "the plant was not insured".
///
/// With a limit ("did not open until noon") the other version may say the same without a "not".
fn is_verb_denied(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let denial = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().find(|&at| negation_of(piece.norm(at)) == Some(Negation::Clause))
    };
    let (denying, asserting, not) = match (denial(&edit.a, &hunk.old), denial(&edit.b, &hunk.new)) {
        (Some(not), None) => (&edit.a, &edit.b, not),
        (None, Some(not)) => (&edit.b, &edit.a, not),
        _ => return false,
    };
    let Some(denied) = denying.head(not) else { return false };
    let subject = denying.dependent(denied, Rel::Nsubj).and_then(|at| denying.partner[at]);
    let Some(asserted) = subject.and_then(|at| asserting.head(at)) else { return false };
    let is_denied = |at: usize| is_negator(asserting.norm(at)) && asserting.head(at) == Some(asserted);
    let is_limited = |piece: &PassageSide<'_>| (0..piece.len()).any(|at| is_listed(LIMITS, piece.norm(at)));
    denying.lemma(denied) == asserting.lemma(asserted)
        && !(0..asserting.len()).any(is_denied)
        && !is_limited(denying)
        && !is_limited(asserting)
}

/// Counts the words of a hunk that deny, except those the other side misspells.
fn negations(
    piece: &PassageSide<'_>,
    places: &Range<usize>,
    (other, beside): (&PassageSide<'_>, &Range<usize>),
) -> usize {
    let not_only = |at: usize| {
        matches!((piece.norm(at), piece.norm(at + 1)), ("not", "only") | ("no", "matter" | "doubt") | ("none", "other"))
    };
    let fails =
        |at: usize| is_listed(FAILING, piece.lemma(at)) && piece.norm(at + 1) == "to" && places.contains(&(at + 1));
    // "noting" typed as "nothing" denies nothing.
    let mistyped = |at: usize| beside.clone().any(|place| is_slip(piece.norm(at), other.norm(place)));
    let denies = |at: usize| is_negator(piece.norm(at)) && !not_only(at) && !mistyped(at) || fails(at);
    places.clone().filter(|&at| !piece.explained[at] && denies(at)).count()
}

/// Returns a word of the old side whose opposite stands on the new one.
fn opposites(edit: &EditedPassage<'_>, hunk: &Hunk) -> Option<usize> {
    let word = |piece: &PassageSide<'_>, at: usize| (!piece.explained[at]).then(|| piece.norm(at).to_owned());
    let side = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        places.clone().filter_map(|at| word(piece, at)).collect()
    };
    // "increase and decrease" says both already.
    let both = |words: Vec<String>| words.iter().any(|one| words.iter().any(|other| are_opposite(one, other)));
    if both(side(&edit.a, &hunk.old)) || both(side(&edit.b, &hunk.new)) {
        return None;
    }
    hunk.old.clone().find(|&a| {
        let Some(old) = word(&edit.a, a).filter(|word| !is_negator(word)) else { return false };
        hunk.new.clone().filter_map(|b| word(&edit.b, b)).any(|new| !is_negator(&new) && are_opposite(&old, &new))
    })
}

/// Returns a reporting verb for which the other side has "denied": "said she knew", "denied she knew".
pub(super) fn comes_to_deny(edit: &EditedPassage<'_>, hunk: &Hunk) -> Option<usize> {
    let denies = |piece: &PassageSide<'_>, at: usize| piece.lemma(at) == "deny";
    let asserts = |piece: &PassageSide<'_>, at: usize| !denies(piece, at) && strength_of(piece.norm(at)).is_some();
    let has = |piece: &PassageSide<'_>, places: &Range<usize>, test: &dyn Fn(&PassageSide<'_>, usize) -> bool| {
        places.clone().find(|&at| !piece.explained[at] && test(piece, at))
    };
    // "said the claims were false" denies them as well.
    let rejects = |piece: &PassageSide<'_>| {
        (0..piece.len())
            .any(|at| piece.is_changed(at) && (is_listed(REJECTING, piece.norm(at)) || is_negator(piece.norm(at))))
    };
    if let (Some(a), Some(_)) = (has(&edit.a, &hunk.old, &asserts), has(&edit.b, &hunk.new, &denies)) {
        return Some(a).filter(|_| !rejects(&edit.a));
    }
    let (a, _) = (has(&edit.a, &hunk.old, &denies)?, has(&edit.b, &hunk.new, &asserts)?);
    Some(a).filter(|_| !rejects(&edit.b))
}

/// Returns whether a word, in lower case, denies what it stands with.
pub(crate) fn is_negator(word: &str) -> bool {
    negation_of(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::changes::texts::VersionText;
    use crate::diff::words::interner::WordInterner;
    use crate::model::Setting;
    use crate::text::NEGATIONS;
    use crate::text::rule_table::needless_rows;

    /// Returns whether some word of a sentence begins a denial.
    fn denies(text: &str, denials: &[Denial]) -> bool {
        let side = read_side(None, text, Setting::default());
        let mut interner = WordInterner::default();
        let read = VersionText::read(&mut interner, &side.text, side.setting);
        let piece = read.whole(&interner.classes);
        (0..piece.len()).any(|at| denial_at(&piece, at, denials).is_some())
    }

    #[test]
    fn every_word_that_denies_turns_its_example_round() {
        let turned = |row: &crate::text::NegationWord| {
            let [plain, denied] = row.example.map(|text| read_side(None, text, Setting::default()));
            let changes = crate::diff::compare(&plain, &denied).changes;
            changes.iter().flat_map(|change| &change.facets).any(|facet| facet.kind == ChangeKind::Polarity)
        };
        let silent: Vec<_> = NEGATIONS.iter().filter(|row| !turned(row)).map(|row| row.word).collect();
        assert_eq!(silent, [] as [&str; 0]);
        assert!(needless_rows(NEGATIONS, turned).is_empty(), "{:?}", needless_rows(NEGATIONS, turned));
    }

    #[test]
    fn a_verb_that_is_denied_is_turned_round_whatever_stands_beside_it() {
        let turned = |old: &str, new: &str| {
            let [old, new] = [old, new].map(|text| read_side(None, text, Setting::default()));
            let changes = crate::diff::compare(&old, &new).changes;
            changes.iter().flat_map(|change| &change.facets).any(|facet| facet.kind == ChangeKind::Polarity)
        };
        for (old, new) in [
            ("The ministry announced the sale.", "The ministry did not announce the sale."),
            ("She admitted that she had lied.", "She did not admit that she had lied."),
            ("The plant was not insured.", "The plant was insured, though the cover had a limit of $2m."),
            ("Keeper Jan Holub did not play.", "Keeper Jan Holub played for an hour and made three saves."),
        ] {
            assert!(turned(old, new), "{old} > {new}");
            assert!(turned(new, old), "{new} > {old}");
        }
        assert!(!turned("The firm did not reply.", "The firm, which has 40 shops, did not reply."));
    }

    #[test]
    fn every_denial_is_found_in_its_example_and_not_without_its_row() {
        for (at, row) in DENIALS.iter().enumerate() {
            assert!(denies(row.example, DENIALS), "{}", row.words);
            let others = [&DENIALS[..at], &DENIALS[at + 1..]].concat();
            assert!(!denies(row.example, &others), "{} is found by another row", row.words);
        }
        assert!(!denies("The firm admits the claims.", DENIALS));
    }
}
