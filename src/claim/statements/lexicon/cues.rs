//! Reads a verb that attributes, with the words that belong to it.
//!
//! In `The firm has repeatedly declined to say why`, the cue is "has repeatedly
//! declined to say": auxiliaries, adverbs and the verbs that lead to it go with
//! the verb.

use std::ops::Range;

use super::cue_table::ADJECTIVES_BEFORE_VERBS;
use super::lookup;
use crate::claim::statements::view::DocumentView;
use crate::model::Upos;
use crate::text::reporting_verbs::{VerbForm, VerbMatch, is_surely_said, reporting_verb};
use crate::text::reporting_verbs_table::{MIND, QUOTE, THAT};
use crate::text::rule_table::is_listed;
use crate::text::{is_form_of_be, opens_indirect_question};

/// A verb that attributes, as it stands in a text.
#[derive(Clone, Debug)]
pub(crate) struct AttributionCue {
    /// From the first auxiliary to the verb.
    pub group: Range<usize>,
    /// The attributing verb itself.
    pub main: usize,
    /// The verb that has the subject: "declined" of "declined to say".
    pub finite: usize,
    pub verb: VerbMatch,
    /// "was told", "is believed".
    pub passive: bool,
    pub negated: bool,
    /// An auxiliary or a leading verb stands before it.
    pub supported: bool,
}

impl AttributionCue {
    /// Returns whether the verb is one of saying, not of thinking or judging.
    pub(crate) fn is_saying(&self) -> bool {
        self.verb.rows().any(|row| row.takes & (THAT | QUOTE | MIND) == THAT | QUOTE)
    }

    /// Returns whether the verb can have a subject of its own in front of it.
    pub(crate) fn is_finite(&self) -> bool {
        self.supported || self.verb.form != VerbForm::Ing
    }
}

/// The words of a verb group are at most this many.
const GROUP_REACH: usize = 12;

/// Returns the cue whose verb is `main`, if that word is one.
pub(crate) fn at(view: &DocumentView<'_, '_>, main: usize) -> Option<AttributionCue> {
    let verb = reporting_verb(view.norm(main))?;
    let is_said = is_surely_said(view.norm(main));
    if view.upos(main) != Upos::Verb
        && !is_said
        && !introduces_quote(view, main)
        && !stands_as_verb(view, main, verb.form)
        || follows_determiner(view, main)
    {
        return None;
    }
    let cue = group(view, main, verb);
    (view.upos(main) == Upos::Verb || is_said || cue.is_saying() || stands_as_verb(view, main, verb.form))
        .then_some(cue)
}

/// Returns whether a quotation follows, which makes a verb of what the tagger took for a noun.
fn introduces_quote(view: &DocumentView<'_, '_>, main: usize) -> bool {
    let end = view.sentence_of(main).end;
    let next = main + 1;
    let mark = if next < end && matches!(view.norm(next), "," | ":") { next + 1 } else { next };
    mark < end && view.is_quoted(mark)
}

/// Returns whether a past tense stands between a subject and an object, whatever the tagger made of it.
fn stands_as_verb(view: &DocumentView<'_, '_>, main: usize, form: VerbForm) -> bool {
    let sentence = view.sentence_of(main);
    let (Some(before), next) = (main.checked_sub(1).filter(|before| sentence.start <= *before), main + 1) else {
        return false;
    };
    if sentence.end <= next || !view.is_noun(before) {
        return false;
    }
    let opens = matches!(view.norm(next), "that" | "how" | "whether");
    let is_object = matches!(view.upos(next), Upos::Det | Upos::Pron | Upos::Part | Upos::Adp) || view.is_punct(next);
    let is_only = || {
        sentence.len() < 2 * GROUP_REACH
            && !sentence.clone().any(|token| {
                matches!(view.upos(token), Upos::Verb | Upos::Aux)
                    && view.norm(token - usize::from(sentence.start < token)) != "to"
            })
    };
    match form {
        VerbForm::Past => opens || is_object || view.is_nominal(next) && is_only(),
        // "… will take two years, the Law Society estimates."
        VerbForm::Third => opens || matches!(view.upos(next), Upos::Det | Upos::Pron) || ends_insertion(view, main),
        VerbForm::Base | VerbForm::Ing => opens && lookup::reporting_noun(view.norm(main)).is_none(),
    }
}

/// Returns whether a comma, somebody and this word are all that ends a sentence.
fn ends_insertion(view: &DocumentView<'_, '_>, main: usize) -> bool {
    let sentence = view.sentence_of(main);
    let closes = main + 1 < sentence.end && (view.norm(main + 1) == "." || view.norm(main + 1) == ",");
    // "the Federation of Builders"
    let joins = |token: usize| matches!(view.norm(token), "of" | "for") && sentence.start < token;
    let is_inside = |token: &usize| view.is_nominal(*token) || joins(*token) && view.is_noun(*token - 1);
    let first = (sentence.start..main).rev().take_while(is_inside).last();
    let comma = first.and_then(|first| first.checked_sub(1)).filter(|&comma| sentence.start < comma);
    let is_verb = |token: usize| matches!(view.upos(token), Upos::Verb | Upos::Aux);
    closes
        && comma.is_some_and(|comma| view.norm(comma) == "," && (sentence.start..comma).any(is_verb))
        && first.is_some_and(|first| view.norm(first) == "the" || view.upos(first) == Upos::Propn)
}

/// Returns any verb at `main` as a cue: words in quotation marks make one of "he sang".
pub(crate) fn manner_at(view: &DocumentView<'_, '_>, main: usize) -> Option<AttributionCue> {
    if view.upos(main) != Upos::Verb || view.norm(main).ends_with("ing") {
        return None;
    }
    Some(group(view, main, VerbMatch::unlisted(VerbForm::Past)))
}

/// Returns whether a verb form stands as an adjective: "the said clause", "the so-called tax".
fn follows_determiner(view: &DocumentView<'_, '_>, main: usize) -> bool {
    let is_joined = |hyphen: usize| {
        let ends = |token: usize| view.document.tokens[token].span.end;
        view.document.word(hyphen) == "-"
            && view.document.tokens[main].span.start == ends(hyphen)
            && hyphen.checked_sub(1).is_some_and(|word| ends(word) == view.document.tokens[hyphen].span.start)
    };
    if main.checked_sub(1).is_some_and(is_joined) {
        return true;
    }
    let Some(before) = main.checked_sub(1).filter(|before| view.sentence_of(main).contains(before)) else {
        return false;
    };
    view.upos(before) == Upos::Det && !matches!(view.norm(before), "all" | "both" | "some" | "that" | "this")
}

/// Collects the words that lead to a verb.
fn group(view: &DocumentView<'_, '_>, main: usize, verb: VerbMatch) -> AttributionCue {
    let floor = view.sentence_of(main).start.max(main.saturating_sub(GROUP_REACH));
    let mut cue = AttributionCue {
        group: main..main + 1,
        main,
        finite: main,
        verb,
        passive: false,
        negated: false,
        supported: false,
    };
    let mut at = main;
    while floor < at {
        at -= 1;
        match view.upos(at) {
            _ if view.is_negation(at) => cue.negated = true,
            Upos::Aux => {
                cue.supported = true;
                cue.passive |= cue.finite == main && verb.form == VerbForm::Past && is_form_of_be(view.norm(at));
            }
            Upos::Adv if !opens_indirect_question(view.norm(at)) => continue,
            Upos::Part | Upos::Adp if view.norm(at) == "to" && floor < at && leads(view, at - 1) => {
                at -= 1;
                // "has yet to say": nothing is said so far.
                cue.negated |= view.norm(at) == "yet";
                cue.finite = at;
                cue.supported = true;
            }
            _ => break,
        }
        cue.group.start = at;
    }
    while cue.group.start < main && view.upos(cue.group.start) == Upos::Adv && !view.is_negation(cue.group.start) {
        cue.group.start += 1;
    }
    cue
}

/// Returns whether a word may lead to an infinitive: "declined to", "is able to".
fn leads(view: &DocumentView<'_, '_>, token: usize) -> bool {
    matches!(view.upos(token), Upos::Verb)
        || view.norm(token) == "yet"
        || is_listed(ADJECTIVES_BEFORE_VERBS, view.norm(token))
}
