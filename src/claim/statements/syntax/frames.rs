//! Decides whether a verb has what makes it a statement, and where that begins.
//!
//! `The mayor told reporters on Monday that …`: behind "told" stand a hearer and
//! a time; what is said begins at "that". `The mayor told a joke` has nothing
//! that "tell" takes, so it is no statement.

use std::ops::Range;

use crate::claim::names::person_gender;
use crate::claim::people::{are_people, is_one_person};
use crate::claim::statements::lexicon::cue_table::{DONE_NOT_SAID, DoneTo};
use crate::claim::statements::lexicon::cues::AttributionCue;
use crate::claim::statements::view::DocumentView;
use crate::model::{Rel, Upos};
use crate::text::reporting_verbs_table::{
    AS, HEARER, ING_CLAUSE, LABEL, NOUN, QUOTE, ReportingVerb, THAT, TO, Takes, WH, WHO_TO,
};
use crate::text::rule_table::rows;
use crate::text::{is_object_pronoun, is_third_person_of_people, opens_indirect_question};
use crate::time::is_unit_of_time;

/// Hearers, times and places before the content are at most this many tokens.
const SKIP_REACH: usize = 18;

/// A clause shows its verb within this many tokens.
const CLAUSE_REACH: usize = 30;

/// Words of a length of time: "almost three hours".
const LENGTH_WORDS: usize = 3;

/// Returns whether a noun measures time: "spoke for an hour", "for ages".
fn measures_time(noun: &str) -> bool {
    is_unit_of_time(noun) || matches!(noun, "age" | "ages")
}

/// Where the content of a cue begins, and which row says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContentOpening {
    pub start: usize,
    /// One past the last word of the cue: "called for" ends behind "for".
    pub cue_end: usize,
    pub row: &'static ReportingVerb,
}

/// Returns where the content of `cue` begins behind it, at the latest before `end`.
pub(crate) fn opening(view: &DocumentView<'_, '_>, cue: &AttributionCue, end: usize) -> Option<ContentOpening> {
    let rows = cue.verb.rows();
    let with_word = rows.clone().filter(|row| !row.with.is_empty());
    let bound = with_word.into_iter().find_map(|row| bound_opening(view, cue, row, end));
    let plain = rows.clone().find(|row| row.with.is_empty());
    if plain.is_some_and(|row| is_done(view, cue, row, end)) {
        return None;
    }
    let plain_opening = plain.and_then(|row| plain_opening(view, cue, row, end));
    bound.or(plain_opening).or_else(|| by_grammar(view, cue, plain?, end))
}

/// Returns whether the object makes a deed of the verb: "claimed nine lives" is not said by anybody.
fn is_done(view: &DocumentView<'_, '_>, cue: &AttributionCue, row: &ReportingVerb, end: usize) -> bool {
    let Some((_, objects, _)) = rows(DONE_NOT_SAID).find(|(lemma, ..)| *lemma == row.lemma) else {
        return false;
    };
    let phrase = cue.main + 1..end.min(cue.main + 1 + SKIP_REACH);
    let mut words = phrase.take_while(|token| view.is_nominal(*token) || view.upos(*token) == Upos::Adv);
    words
        .find(|token| view.is_noun(*token) && (end <= token + 1 || !view.is_noun(token + 1)))
        .is_some_and(|head| is_object(view, objects, head))
}

/// Returns whether a noun is what makes a deed of a verb of saying.
fn is_object(view: &DocumentView<'_, '_>, objects: &DoneTo, head: usize) -> bool {
    let norm = view.norm(head);
    match objects {
        DoneTo::OneOf(nouns) => nouns.contains(&norm),
        DoneTo::Anybody => {
            // "Questioned Ann Lee"
            let is_first_name = |token: usize| person_gender(view.norm(token)).is_some();
            let is_name = || {
                view.upos(head) == Upos::Propn
                    && (is_first_name(head) || head.checked_sub(1).is_some_and(is_first_name))
            };
            is_third_person_of_people(norm) || are_people(norm) || is_one_person(norm) || is_name()
        }
    }
}

/// Returns whether a passive tells what is done to its subject: "the driver is being questioned by police".
pub(crate) fn is_done_to(view: &DocumentView<'_, '_>, cue: &AttributionCue, subject: &Range<usize>) -> bool {
    let Some(head) = subject.clone().rev().find(|&token| view.is_noun(token)) else { return false };
    let is_person = is_third_person_of_people(view.norm(head));
    let mut done = rows(DONE_NOT_SAID).filter(|(lemma, ..)| cue.verb.rows().any(|row| row.lemma == *lemma));
    done.any(|(_, objects, _)| is_person || is_object(view, objects, head))
}

/// Takes the clause that the grammar makes the verb's content, over what stands between.
fn by_grammar(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    row: &'static ReportingVerb,
    end: usize,
) -> Option<ContentOpening> {
    let to = end.min(cue.main + CLAUSE_REACH);
    let heart = (cue.main + 1..to).find(|token| view.head(*token) == cue.main && view.rel(*token) == Rel::Ccomp)?;
    let start = view.reach(heart).start.max(cue.main + 1);
    (row.takes & THAT != 0 && !view.is_quoted(heart)).then_some(ContentOpening { start, cue_end: cue.main + 1, row })
}

/// Reads a verb with its fixed word: "called for", "accused X of".
fn bound_opening(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    row: &'static ReportingVerb,
    end: usize,
) -> Option<ContentOpening> {
    let next = cue.main + 1;
    // "argued for hours": how long it took is not what was said.
    let is_length = |at: usize| {
        let words = (at..end.min(at + LENGTH_WORDS)).find(|&token| view.upos(token) == Upos::Noun);
        row.with == "for" && words.is_some_and(|noun| measures_time(view.norm(noun)))
    };
    if next < end && view.norm(next) == row.with && !is_length(next + 1) {
        let start = start_of(view, row.takes, next + 1, end)?;
        return Some(ContentOpening { start, cue_end: next + 1, row });
    }
    if !matches!(row.with, "of" | "for" | "to" | "about")
        || row.takes & !(NOUN | ING_CLAUSE) != 0
        || end <= next
        || !view.is_nominal(next)
    {
        return None;
    }
    let to = end.min(next + SKIP_REACH);
    let ends =
        |token: usize| view.is_quoted(token) || matches!(view.upos(token), Upos::Verb | Upos::Sconj | Upos::Punct);
    // "of hiding": the fixed word itself may be tagged as one that opens a clause.
    let first = (next..to).find(|token| view.norm(*token) == row.with || ends(*token))?;
    (view.norm(first) == row.with).then_some(ContentOpening { start: next, cue_end: next, row })
}

/// Reads a verb without a fixed word.
fn plain_opening(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    row: &'static ReportingVerb,
    end: usize,
) -> Option<ContentOpening> {
    let start = start_of(view, row.takes, cue.main + 1, end)?;
    Some(ContentOpening { start, cue_end: cue.main + 1, row })
}

/// Returns where what a verb takes begins, at or behind `from`.
fn start_of(view: &DocumentView<'_, '_>, takes: Takes, from: usize, end: usize) -> Option<usize> {
    let verb_end = from;
    let from = skip_adverbs(view, from, end);
    if end <= from {
        return None;
    }
    if let Some(start) = opener_at(view, takes, from, end) {
        // "vowed never to surrender": what is denied is said.
        let is_denied = verb_end < from && view.norm(start) == "to" && view.is_negation(from - 1);
        return Some(start - usize::from(is_denied));
    }
    if let Some(that) = behind_insertion(view, from, end).filter(|_| takes & THAT != 0) {
        return Some(that);
    }
    let marked = marked_opening(view, takes, from, end);
    if marked.is_some() {
        return marked;
    }
    if view.is_nominal(from) || view.is_quoted(from) {
        let over_commas = takes & NOUN == 0;
        if takes & HEARER == 0 && takes & THAT != 0 && is_clause(view, from, end, over_commas) {
            return Some(from);
        }
        if takes & HEARER != 0 && takes & THAT != 0 {
            let after = hearer_end(view, from, end);
            if after < end && view.is_nominal(after) && is_clause(view, after, end, over_commas || from < after) {
                return Some(after);
            }
            if takes & WHO_TO == 0 && is_clause(view, from, end, over_commas) {
                return Some(from);
            }
        }
        if takes & WHO_TO != 0 && infinitive_follows(view, from, end) {
            return Some(from);
        }
        let needs_as = takes & AS != 0 && takes & (NOUN | LABEL) == 0;
        let has_as = || takes & AS != 0 && has_word(view, "as", from, end);
        let labels = takes & LABEL != 0 && (has_label(view, from, end) || has_as());
        if takes & NOUN != 0 || labels || needs_as && has_word(view, "as", from, end) {
            return Some(from);
        }
    }
    None
}

/// Returns the "that" behind an insertion: "reported, citing the ministry, that".
fn behind_insertion(view: &DocumentView<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let to = end.min(from + SKIP_REACH);
    let close = (from + 1..to).find(|&token| view.norm(token) == ",").filter(|_| view.norm(from) == ",")?;
    let that = close + 1;
    (that < end && view.norm(that) == "that" && opens_clause(view, that, end)).then_some(that)
}

/// Returns whether an object is called something: "called the plan a mess", "called it unfair", but not "called the police".
fn has_label(view: &DocumentView<'_, '_>, from: usize, end: usize) -> bool {
    let object = hearer_end(view, from, end);
    let is_quoted = (from..end.min(from + SKIP_REACH)).any(|token| view.is_quoted(token));
    let goes_on = object < end
        && (view.is_nominal(object)
            || matches!(view.upos(object), Upos::Verb | Upos::Adv)
            || view.norm(object) == "to" && is_infinitive(view, object, end));
    is_quoted || goes_on || from + 1 < object && view.upos(object - 1) == Upos::Adj
}

/// Returns `token` if a word there opens what the verb takes.
fn opener_at(view: &DocumentView<'_, '_>, takes: Takes, token: usize, end: usize) -> Option<usize> {
    let opens = match view.norm(token) {
        "that" => takes & THAT != 0,
        "to" => takes & TO != 0 && is_infinitive(view, token, end),
        word if opens_indirect_question(word) => takes & WH != 0,
        word if word.ends_with("ing") && view.upos(token) == Upos::Verb => takes & ING_CLAUSE != 0,
        _ if view.is_quoted(token) => takes & (QUOTE | NOUN | LABEL) != 0,
        "there" => takes & THAT != 0,
        _ => false,
    };
    opens.then_some(token)
}

/// Returns whether a verb follows "to", over quotation marks and adverbs.
fn is_infinitive(view: &DocumentView<'_, '_>, to: usize, end: usize) -> bool {
    let next = (to + 1..end).find(|token| !view.is_punct(*token) && view.upos(*token) != Upos::Adv);
    next.is_some_and(|next| next <= to + 3 && matches!(view.upos(next), Upos::Verb | Upos::Aux))
}

/// Returns where "that", "whether" or a quotation follows a hearer, a time or a place.
fn marked_opening(view: &DocumentView<'_, '_>, takes: Takes, from: usize, end: usize) -> Option<usize> {
    let to = end.min(from + SKIP_REACH);
    for token in from..to {
        let is_adp = view.upos(token) == Upos::Adp;
        match view.norm(token) {
            "that" if takes & THAT != 0 && opens_clause(view, token, end) => return Some(token),
            "to" if takes & (TO | WHO_TO) == TO && takes & HEARER != 0 && opener_at(view, TO, token, end).is_some() => {
                return Some(token);
            }
            word if takes & HEARER != 0 && takes & WH != 0 && from < token && opens_indirect_question(word) => {
                return (view.norm(token) != "who").then_some(token);
            }
            _ if view.is_quoted(token) => return (takes & QUOTE != 0 && takes & HEARER != 0).then_some(token),
            _ if view.is_nominal(token) || is_adp || view.upos(token) == Upos::Adv => {}
            "," => {}
            _ => return None,
        }
    }
    None
}

/// Returns whether "that" opens a clause instead of pointing or relating.
fn opens_clause(view: &DocumentView<'_, '_>, that: usize, end: usize) -> bool {
    let next = that + 1;
    // "That damaged batteries were inside": a participle may begin the subject.
    let is_participle = next + 1 < end && view.norm(next).ends_with("ed") && view.is_noun(next + 1);
    next < end
        && (view.upos(that) == Upos::Sconj && (!matches!(view.upos(next), Upos::Verb | Upos::Aux) || is_participle)
            || view.is_quoted(next)
            || view.is_nominal(next) && is_clause(view, next, end, true))
}

/// Skips adverbs and the days and times of saying.
fn skip_adverbs(view: &DocumentView<'_, '_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && view.upos(at) == Upos::Adv && !opens_indirect_question(view.norm(at)) && view.norm(at) != "there"
    {
        at += 1;
    }
    // "acknowledged Friday that"
    let is_day = at + 1 < end && view.norm(at + 1) == "that" && view.norm(at).parse::<chrono::Weekday>().is_ok();
    at + usize::from(is_day)
}

/// Returns the end of the hearer that begins at `from`: "told reporters"; `from` where there is none.
pub(crate) fn hearer_end(view: &DocumentView<'_, '_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && view.is_nominal(at) {
        let is_new = from < at && view.is_noun(at - 1) && (view.upos(at) == Upos::Det || view.upos(at) == Upos::Pron);
        if is_new {
            break;
        }
        at += 1;
        if view.is_pronoun(at - 1) || is_object_pronoun(view.norm(at - 1)) {
            break;
        }
    }
    at
}

/// Returns whether a subject and its finite verb stand from `from` on.
///
/// An insertion between commas is passed over only where `over_commas`: with a
/// verb that takes a plain object as well, what precedes the comma is that.
pub(crate) fn is_clause(view: &DocumentView<'_, '_>, from: usize, end: usize, over_commas: bool) -> bool {
    for token in from..end.min(from + CLAUSE_REACH) {
        match view.upos(token) {
            Upos::Aux => return from < token,
            Upos::Verb if view.norm(token).ends_with("ing") => {}
            Upos::Verb => return from < token && view.norm(token - 1) != "to",
            Upos::Sconj => return false,
            // "told a joke and left": the second verb has the subject of the first.
            Upos::Cconj if token + 1 < end && is_bare_verb(view, token + 1) => return false,
            _ if view.norm(token) == ";" || view.sets_off(token) && !over_commas => return false,
            _ => {}
        }
    }
    false
}

/// Returns whether a verb that no subject belongs to stands at a token.
fn is_bare_verb(view: &DocumentView<'_, '_>, token: usize) -> bool {
    view.upos(token) == Upos::Verb && !view.norm(token).ends_with("ing") && !view.norm(token).ends_with("ed")
}

/// Returns whether "to" and a verb follow before anything finite does.
fn infinitive_follows(view: &DocumentView<'_, '_>, from: usize, end: usize) -> bool {
    for token in from..end.min(from + SKIP_REACH) {
        if opener_at(view, TO, token, end).is_some() {
            return true;
        }
        if matches!(view.upos(token), Upos::Verb | Upos::Aux) {
            return false;
        }
    }
    false
}

fn has_word(view: &DocumentView<'_, '_>, word: &str, from: usize, end: usize) -> bool {
    (from..end.min(from + 30)).any(|token| view.norm(token) == word)
}
