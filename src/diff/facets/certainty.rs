//! Explains changes of certainty: hedges, modals, plans, reporting verbs.
//!
//! `may have been started` > `was started`; `confirmed` > `claimed`;
//! `is due to meet` > `met`. Levels are compared, not words.

use std::ops::Range;

use super::certainty_table::{BE_TO, CUES, FirmnessCue, Level, PassiveCue, SURENESS};
use super::fulfilled;
use super::polarity::{comes_to_deny, is_negator, is_turned};
use crate::claim::certainty::{Strength, are_opposite, strength_of};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Rel, Upos, Weight};
use crate::text::conditions::condition_opened;
use crate::text::rule_table::rows;
use crate::text::{is_form_of_be, is_form_of_have};

/// A cue in a passage: where it stands, its level, and whether it governs a verb.
#[derive(Clone, Debug)]
struct CueHit {
    places: Range<usize>,
    level: Level,
    governs: bool,
}

/// Explains hunks whose cues of certainty have another level, and reporting verbs of another strength.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (cues_a, cues_b) = (cues(&edit.a, CUES, BE_TO), cues(&edit.b, CUES, BE_TO));
    for hunk in edit.hunks.clone().iter() {
        if !edit.a.is_open(&hunk.old) && !edit.b.is_open(&hunk.new) {
            continue;
        }
        let (old, new) = (within(&cues_a, &hunk.old, &edit.a), within(&cues_b, &hunk.new, &edit.b));
        if old.is_empty() && new.is_empty() {
            let is_explained = degree(edit, found, hunk)
                || fulfilled::explain(edit, found, (&hunk.old, &hunk.new))
                || came_about(edit, found, hunk);
            if !is_explained {
                reporting(edit, found, hunk);
            }
            continue;
        }
        let level = |hits: &[&CueHit]| hits.iter().map(|hit| hit.level).max();
        let governs = old.iter().chain(&new).any(|hit| hit.governs);
        let only_future =
            level(&old).max(level(&new)) == Some(Level::Planned) && level(&old).is_none() != level(&new).is_none();
        if only_future && !tells_of_past(edit, hunk, level(&old).is_none()) {
            wording(edit, found, hunk);
            continue;
        }
        if is_indirect_question(edit, hunk) {
            wording(edit, found, hunk);
            continue;
        }
        let freed = is_freed_of_condition(edit, hunk);
        if level(&old) == level(&new) && !freed || is_shift_of_tense(edit, hunk) || is_permission(edit, hunk) {
            if governs {
                wording(edit, found, hunk);
            }
            continue;
        }
        let (mut a, mut b) = (cover(&hunk.old, &old), cover(&hunk.new, &new));
        if governs {
            (a, b) = with_verb(edit, &a, &b);
            (a, b) = without_subjects(edit, a, b);
        }
        let facet = edit.facet(ChangeKind::Certainty, &a, &b);
        let came_about = level(&old) == Some(Level::Planned) && new.is_empty() && tells_of_past(edit, hunk, false);
        let why = match level(&old) < level(&new) {
            true => "less-certain",
            false if came_about => "deed-done",
            false => "more-certain",
        };
        found.push(FoundFacet { facet, weight: Weight::Material, information: Information::Updated, why });
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    }
}

/// Explains a short hunk as wording of the same certainty; "will not" for "is to" is left to the finder of reversals.
fn wording(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk) {
    if hunk.old.len().max(hunk.new.len()) > 3 || is_turned(edit, hunk) {
        return;
    }
    let facet = edit.facet(ChangeKind::Wording, &hunk.old, &hunk.new);
    found.push(FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why: "same-certainty" });
    edit.a.mark_explained(&hunk.old);
    edit.b.mark_explained(&hunk.new);
}

/// Returns every cue of a passage, longest first at each place.
fn cues(piece: &PassageSide<'_>, cues: &[FirmnessCue], passives: &[PassiveCue]) -> Vec<CueHit> {
    let mut hits: Vec<CueHit> = Vec::new();
    for place in 0..piece.len() {
        let listed = cues.iter().filter_map(|cue| {
            piece.has_phrase(place, cue.words).map(|end| CueHit {
                places: place..end,
                level: cue.level,
                governs: cue.governs,
            })
        });
        let be_to = be_to(piece, place, passives);
        if let Some(hit) = be_to.into_iter().chain(listed).max_by_key(|hit| hit.places.len()) {
            let inside = hits.last().is_some_and(|last| last.places.contains(&place));
            if !inside {
                hits.push(hit);
            }
        }
    }
    hits
}

/// Returns the cue of a form of "be" and what follows it: "is due to", "were not expected to".
fn be_to(piece: &PassageSide<'_>, place: usize, passives: &[PassiveCue]) -> Option<CueHit> {
    if !is_form_of_be(piece.norm(place)) {
        return None;
    }
    let steps_over = |at: usize| at < piece.len() && (is_negator(piece.norm(at)) || piece.upos(at) == Upos::Adv);
    let is_cue = |at: usize| passives.iter().any(|row| row.0 == piece.norm(at));
    let at = place + 1 + usize::from(!is_cue(place + 1) && steps_over(place + 1));
    // "is to open", but "the driver is to blame"
    let is_plan = piece.norm(at) == "to" && at + 1 < piece.len() && piece.penn(at + 1) == "VB";
    if is_plan && piece.norm(at + 1) != "blame" && matches!(piece.norm(place), "is" | "are" | "'s" | "'re") {
        return Some(CueHit { places: place..at + 1, level: Level::Planned, governs: true });
    }
    let (_, level, _) = passives.iter().find(|row| row.0 == piece.norm(at))?;
    (piece.norm(at + 1) == "to").then(|| CueHit { places: place..at + 2, level: *level, governs: true })
}

/// Returns the cues that touch open words of `places`.
fn within<'h>(hits: &'h [CueHit], places: &Range<usize>, piece: &PassageSide<'_>) -> Vec<&'h CueHit> {
    let touches =
        |hit: &&CueHit| hit.places.start < places.end && places.start < hit.places.end && piece.is_open(&hit.places);
    hits.iter().filter(touches).collect()
}

/// Returns the smallest range that holds a hunk and the cues that touch it.
fn cover(hunk: &Range<usize>, hits: &[&CueHit]) -> Range<usize> {
    let words = hits.iter().map(|hit| hit.places.clone()).reduce(|x, y| x.start.min(y.start)..x.end.max(y.end));
    words.map_or(hunk.clone(), |words| words.start.min(hunk.start)..words.end.max(hunk.end))
}

/// Takes in the verb that a modal governs, so that both sides hold a verb.
fn with_verb(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let extend = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let mut end = places.end;
        while end < piece.len() && end < places.end + 3 {
            let word = piece.norm(end);
            if !word.chars().all(char::is_alphanumeric) {
                break;
            }
            end += 1;
            if !(is_form_of_be(word) || is_form_of_have(word) || matches!(word, "not" | "to")) {
                break;
            }
        }
        places.start..end
    };
    let last_is_verb = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().last().is_some_and(|at| {
            let verb = piece.upos(at) == Upos::Verb;
            !matches!(piece.norm(at), "be" | "been" | "have" | "to" | "not") && (places.len() > 1 || verb)
        })
    };
    let needs = a.is_empty() || b.is_empty() || !last_is_verb(&edit.a, a) || !last_is_verb(&edit.b, b);
    match needs {
        true => (extend(&edit.a, a), extend(&edit.b, b)),
        false => (a.clone(), b.clone()),
    }
}

/// Leaves out what stands before the verbs where both sides have something there: "lightning may have sparked it", "a short
/// sparked it" tell two things, and who did it is left to the finders that follow.
fn without_subjects(edit: &EditedPassage<'_>, a: Range<usize>, b: Range<usize>) -> (Range<usize>, Range<usize>) {
    let verbs = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let first = places.clone().find(|&at| matches!(piece.upos(at), Upos::Aux | Upos::Verb));
        let tells = |first: &usize| {
            (places.start..*first).any(|at| piece.is_open_at(at) && piece.class(at) == TokenClass::Content)
        };
        first.filter(tells)
    };
    match (verbs(&edit.a, &a), verbs(&edit.b, &b)) {
        (Some(x), Some(y)) => (x..a.end, y..b.end),
        _ => (a, b),
    }
}

/// Returns whether a word of a passage opens a condition: "if", "unless", "provided".
fn is_conditional(piece: &PassageSide<'_>) -> bool {
    piece.tokens.iter().any(|&token| condition_opened(&piece.analysis.document, token).is_some())
}

/// Returns whether "will" has become "would" or the reverse on the two sides of "said", which say the same.
fn is_shift_of_tense(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let words = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().map(|at| piece.norm(at).to_owned()).collect::<Vec<_>>()
    };
    let (old, new) = (words(&edit.a, &hunk.old), words(&edit.b, &hunk.new));
    let shifted = matches!((old.join(" ").as_str(), new.join(" ").as_str()), ("will", "would") | ("would", "will"));
    shifted && is_conditional(&edit.a) == is_conditional(&edit.b)
}

/// Returns whether "if" has become "whether" or the reverse: "asked if" is "asked whether".
fn is_indirect_question(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let only = |piece: &PassageSide<'_>, places: &Range<usize>| -> Option<String> {
        (places.len() == 1).then(|| piece.norm(places.start).to_owned())
    };
    let (old, new) = (only(&edit.a, &hunk.old), only(&edit.b, &hunk.new));
    matches!((old.as_deref(), new.as_deref()), (Some("if"), Some("whether")) | (Some("whether"), Some("if")))
}

/// Returns whether "would" has become "will" because its condition is gone: "If approved, the line would cut".
fn is_freed_of_condition(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let only = |piece: &PassageSide<'_>, places: &Range<usize>, word: &str| {
        places.len() == 1 && piece.norm(places.start) == word
    };
    let (would, will) = ("would", "will");
    only(&edit.a, &hunk.old, would)
        && only(&edit.b, &hunk.new, will)
        && is_conditional(&edit.a)
        && !is_conditional(&edit.b)
        || only(&edit.a, &hunk.old, will)
            && only(&edit.b, &hunk.new, would)
            && !is_conditional(&edit.a)
            && is_conditional(&edit.b)
}

/// Explains a change of how sure somebody is: "very likely" > "likely", "medium confidence" > "high confidence"; returns
/// whether it is one.
fn degree(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk) -> bool {
    let names = |piece: &PassageSide<'_>, at: usize| rows(SURENESS).any(|(word, _)| *word == piece.norm(at));
    let grades = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.len() <= 2 && places.clone().all(|at| matches!(piece.upos(at), Upos::Adj | Upos::Adv | Upos::Det))
    };
    let (a, b) = (hunk.old.start..hunk.old.end + 1, hunk.new.start..hunk.new.end + 1);
    let is_degree = names(&edit.a, hunk.old.end)
        && names(&edit.b, hunk.new.end)
        && grades(&edit.a, &hunk.old)
        && grades(&edit.b, &hunk.new);
    if is_degree {
        let facet = edit.facet(ChangeKind::Certainty, &a, &b);
        let (weight, information) = (Weight::Material, Information::Updated);
        found.push(FoundFacet { facet, weight, information, why: "as-sure-as" });
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    }
    is_degree
}

/// Returns whether a day that lay ahead has passed: "closes on 14 March" > "closed on 14 March".
fn came_about(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk) -> bool {
    let ([old, new], (1, 1)) = ([hunk.old.start, hunk.new.start], (hunk.old.len(), hunk.new.len())) else {
        return false;
    };
    let penn = |piece: &PassageSide<'_>, at: usize| piece.penn(at);
    let turns_past = matches!(penn(&edit.a, old), "VBZ" | "VBP")
        && penn(&edit.b, new) == "VBD"
        // "is to plead when she appears on Friday": the verb above tells whether it is over.
        && edit.b.rel(new) != Rel::Advcl
        && edit.a.lemma(old) == edit.b.lemma(new);
    let (Some(a), Some(b)) = (with_day(&edit.a, old), with_day(&edit.b, new)) else { return false };
    if !turns_past || (a.start + 1..a.end).any(|at| edit.a.is_changed(at)) {
        return false;
    }
    let facet = edit.facet(ChangeKind::Certainty, &a, &b);
    found.push(FoundFacet {
        facet,
        weight: Weight::Material,
        information: Information::Updated,
        why: "day-has-passed",
    });
    edit.a.mark_explained(&hunk.old);
    edit.b.mark_explained(&hunk.new);
    true
}

/// Most words between a verb and the day on which it happens.
const NEAR_DAY: usize = 4;

/// Returns the places from a verb to the day or the hour named right after it.
fn with_day(piece: &PassageSide<'_>, verb: usize) -> Option<Range<usize>> {
    let names_day = |timex: &&crate::model::Timex| {
        let names = |part: &str| timex.value.split('T').next().is_some_and(|date| date.len() >= part.len());
        timex.kind != crate::model::TimexType::Duration
            && timex.kind != crate::model::TimexType::Set
            && (timex.value.is_empty() || names("2000-01-01") || timex.value.contains('T'))
    };
    piece
        .near(&piece.analysis.timexes, |timex| timex.span)
        .filter(names_day)
        .map(|timex| piece.places(timex.span))
        .find(|places| verb < places.start && places.start <= verb + NEAR_DAY)
        .map(|places| verb..places.end)
}

/// Returns whether "may" allows, as "can" does: "visitors may enter".
fn is_permission(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    matches!(
        (edit.a.text(&hunk.old), edit.b.text(&hunk.new)),
        ("may", "can") | ("can", "may") | ("could", "might") | ("might", "could")
    )
}

/// Compares reporting verbs: said, claimed, confirmed.
fn reporting(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk) {
    // "said the company claimed" is as firm as "claimed".
    let verb = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let verbs = places.clone().filter_map(|at| {
            strength_of(piece.norm(at)).filter(|_| !piece.explained[at]).map(|strength| (at, strength))
        });
        verbs.min_by_key(|(_, strength)| rank(*strength))
    };
    let (Some((a, old)), Some((b, new))) = (verb(&edit.a, &hunk.old), verb(&edit.b, &hunk.new)) else { return };
    // "announced" > "did not announce" is for the finder of reversals.
    if are_opposite(edit.a.norm(a), edit.b.norm(b)) || comes_to_deny(edit, hunk).is_some() || is_turned(edit, hunk) {
        return;
    }
    let same_verb = relation(edit.a.norm(a), edit.b.norm(b)) == Relation::Same;
    let (kind, weight, information, why) = match (rank(old) - rank(new)).abs() {
        _ if same_verb => (ChangeKind::Wording, Weight::Minor, Information::Same, "reporting-verb"),
        0 => (ChangeKind::Wording, Weight::Minor, Information::Same, "reporting-verb"),
        1 => (ChangeKind::Certainty, Weight::Minor, Information::Same, "reporting-verb-tone"),
        _ => (ChangeKind::Certainty, Weight::Material, Information::Updated, "reporting-verb-strength"),
    };
    // What other finders explained, such as the source beside the verb, is not told again.
    let left = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let mut open = places.clone().filter(|&at| !piece.explained[at]);
        open.next().map_or(places.clone(), |first| first..open.next_back().unwrap_or(first) + 1)
    };
    let facet = edit.facet(kind, &left(&edit.a, &hunk.old), &left(&edit.b, &hunk.new));
    found.push(FoundFacet { facet, weight, information, why });
    edit.a.mark_explained(&hunk.old);
    edit.b.mark_explained(&hunk.new);
}

/// Two ranks apart, a careful reader holds something else true.
fn rank(strength: Strength) -> i32 {
    match strength {
        Strength::Weak => 0,
        Strength::Distanced => 1,
        Strength::Neutral => 2,
        Strength::Strong => 3,
    }
}

/// Returns whether the side without a cue of the future has a verb in the past: "is due to meet" > "met".
fn tells_of_past(edit: &EditedPassage<'_>, hunk: &Hunk, old_side: bool) -> bool {
    let (piece, places) = if old_side { (&edit.a, &hunk.old) } else { (&edit.b, &hunk.new) };
    let is_past = |at: usize| {
        let word = piece.norm(at);
        let upos = piece.upos(at);
        let helps = is_form_of_have(word) || matches!(word, "was" | "were" | "did");
        helps || upos == Upos::Verb && !word.ends_with("ing") && !word.ends_with('s') && word != piece.lemma(at)
    };
    (places.start..(places.end + 1).min(piece.len())).any(is_past)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::changes::texts::VersionText;
    use crate::diff::words::interner::WordInterner;
    use crate::model::Setting;
    use crate::text::rule_table::needless_rows;

    /// Returns the cues of a sentence: words in lower case, level, whether they govern a verb.
    fn found(text: &str, listed: &[FirmnessCue], passives: &[PassiveCue]) -> Vec<(String, Level, bool)> {
        let side = read_side(None, text, Setting::default());
        let mut interner = WordInterner::default();
        let read = VersionText::read(&mut interner, &side.text, side.setting);
        let piece = read.whole(&interner.classes);
        let show = |hit: CueHit| (piece.text(&hit.places).to_lowercase(), hit.level, hit.governs);
        cues(&piece, listed, passives).into_iter().map(show).collect()
    }

    #[test]
    fn every_row_is_found_in_its_example_and_not_without_the_row() {
        for (at, row) in CUES.iter().enumerate() {
            let want = (row.words.to_owned(), row.level, row.governs);
            assert!(found(row.example, CUES, BE_TO).contains(&want), "{want:?} in {:?}", row.example);
            let others = [&CUES[..at], &CUES[at + 1..]].concat();
            assert!(!found(row.example, &others, BE_TO).contains(&want), "{want:?} is found by another row");
        }
        for (at, (word, level, example)) in BE_TO.iter().enumerate() {
            let is_it =
                |hit: &(String, Level, bool)| hit.0.ends_with(&format!(" {word} to")) && hit.1 == *level && hit.2;
            assert!(found(example, CUES, BE_TO).iter().any(is_it), "{word} in {example:?}");
            let others = [&BE_TO[..at], &BE_TO[at + 1..]].concat();
            assert!(!found(example, CUES, &others).iter().any(is_it), "{word} is found by another row");
        }
    }

    #[test]
    fn every_word_that_opens_a_condition_is_one_here_too() {
        let rules = |opener: &str| {
            let read = |text: String| read_side(None, Box::leak(text.into_boxed_str()), Setting::default());
            let old = read(format!("{opener} the plan is approved, the line would cut the trip in half."));
            let new = read("The line will cut the trip in half.".to_owned());
            let changes = crate::diff::compare(&old, &new).changes;
            changes.iter().flat_map(|change| &change.facets).map(|facet| facet.reason.rule).collect::<Vec<_>>()
        };
        assert_eq!(rules("Provided"), rules("If"));
    }

    #[test]
    fn another_degree_of_sureness_is_told_with_its_word() {
        let told = |(_, [old, new]): &(&str, [&str; 2])| {
            let [old, new] = [old, new].map(|text| read_side(None, text, Setting::default()));
            let changes = crate::diff::compare(&old, &new).changes;
            changes.iter().flat_map(|change| &change.facets).any(|facet| facet.reason.rule == "as-sure-as")
        };
        let needless = needless_rows(SURENESS, told);
        assert!(needless.is_empty(), "{needless:?}");
        for (word, [old, new]) in SURENESS {
            let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
            let changes = crate::diff::compare(&old, &new).changes;
            let by_degree = |facet: &&crate::model::Facet| facet.reason.rule == "as-sure-as";
            let facet = changes.iter().flat_map(|change| &change.facets).find(by_degree);
            assert!(
                facet.and_then(|facet| facet.after.as_deref()).is_some_and(|after| after.ends_with(word)),
                "{word}"
            );
        }
    }

    #[test]
    fn an_adverb_may_stand_between() {
        for (text, want) in [
            ("He is currently due to speak.", "is currently due to"),
            ("He was reportedly expected to speak.", "was reportedly expected to"),
            ("He is still to speak.", "is still to"),
        ] {
            let words: Vec<_> = found(text, CUES, BE_TO).into_iter().map(|(words, ..)| words).collect();
            assert!(words.iter().any(|words| words == want), "{text}: {words:?}");
        }
    }

    #[test]
    fn a_plain_assertion_has_no_cue() {
        assert_eq!(found("The dam failed at noon, police said.", CUES, BE_TO), []);
    }
}
