//! Decides how far what is said reaches.
//!
//! `Lee said the port would close, adding that …`: the content of "said" ends
//! where "adding" takes over. `When Lee asked for help, nobody came`: it ends
//! where the main clause begins. `Lee called it a mess, but went on`: the object
//! of a verb of judging ends with its clause.

use super::frames::{self, ContentOpening};
use super::phrases;
use crate::claim::statements::lexicon::cue_table::{ENDS_OF_OBJECTS, OCCASIONS};
use crate::claim::statements::lexicon::cues::{self, AttributionCue};
use crate::claim::statements::lexicon::lookup::is_day_of_saying;
use crate::claim::statements::view::DocumentView;
use crate::model::Upos;
use crate::text::opens_indirect_question;
use crate::text::reporting_verbs::{VerbForm, VerbMatch, reporting_verb};
use crate::text::reporting_verbs_table::{LABEL, NOUN, THAT, WH, WHO_TO};
use crate::text::rule_table::is_listed;

/// How far a joined clause is looked into for its own words of saying.
const LOOK_AHEAD: usize = 14;

/// What is inserted between a subject and its verb ends within so many tokens.
const INSERTION_REACH: usize = 40;

/// The noun of an occasion stands within so many tokens of its preposition.
const OCCASION_REACH: usize = 6;

/// What ends the content of a cue besides another cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContentLimit {
    /// Nothing: the clause may be as long as the sentence.
    Main,
    /// The comma before the main clause: the cue stands in "when", "as", "although".
    Subordinate,
    /// The comma before the main verb: the cue stands behind "who" or "which".
    Relative,
}

/// Returns where a content that begins at `opening` ends, at the latest at `end`.
pub(crate) fn end(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    opening: &ContentOpening,
    within: ContentLimit,
    end: usize,
) -> usize {
    let is_clause = opening.row.takes & (THAT | WH) != 0 && is_clausal(view, opening, end);
    let is_object = opening.row.takes & (THAT | WHO_TO | LABEL) == 0;
    let may_be_object = !is_object && !is_clause && opening.row.takes & (WHO_TO | LABEL) == 0;
    let is_thing = may_be_object && !opens_with_verb(view, opening.start);
    let ends = |token: usize| {
        is_cut(view, token, end, cue)
            || within != ContentLimit::Main && resumes(view, token, end, within)
            || !is_clause && ends_phrase(view, token, end)
            || is_object && is_occasion(view, token, end)
            || is_thing && is_last_day(view, token, end)
            || is_clause && ends_before_which(view, opening.start, token, end)
    };
    let found = (opening.start + 1..end).find(|token| !view.is_quoted(*token) && ends(*token));
    trim(view, opening.start, found.unwrap_or(end))
}

/// Returns whether a clause that has its verb is followed by what the writer adds: ", which …".
fn ends_before_which(view: &DocumentView<'_, '_>, start: usize, comma: usize, end: usize) -> bool {
    let is_finite = |token: usize| matches!(view.upos(token), Upos::Verb | Upos::Aux);
    view.norm(comma) == "," && comma + 1 < end && view.norm(comma + 1) == "which" && (start..comma).any(is_finite)
}

/// Returns where the part of a content behind its words of saying ends.
pub(crate) fn end_of_rest(view: &DocumentView<'_, '_>, cue: &AttributionCue, start: usize, end: usize) -> usize {
    let found = (start + 1..end).find(|token| !view.is_quoted(*token) && is_cut(view, *token, end, cue));
    trim(view, start, found.unwrap_or(end))
}

fn trim(view: &DocumentView<'_, '_>, start: usize, mut end: usize) -> usize {
    while start < end
        && !view.is_quoted(end - 1)
        && (view.sets_off(end - 1) || matches!(view.norm(end - 1), ";" | "and" | "but"))
    {
        end -= 1;
    }
    end
}

/// Returns whether a content is a clause and no mere noun phrase.
fn is_clausal(view: &DocumentView<'_, '_>, opening: &ContentOpening, end: usize) -> bool {
    let start = opening.start;
    let opener = view.norm(start);
    opener == "that"
        || opens_indirect_question(opener)
        || view.is_quoted(start)
        || frames::is_clause(view, start, end, false)
        || goes_on_behind_insertion(view, start, end)
}

/// Returns whether a subject has its verb behind an insertion: "the report, which they called flawed, was sound".
fn goes_on_behind_insertion(view: &DocumentView<'_, '_>, start: usize, end: usize) -> bool {
    let from = start..end.min(start + INSERTION_REACH);
    let mut commas = from.filter(|token| view.sets_off(*token) && !view.is_quoted(*token));
    let (Some(_), Some(closing)) = (commas.next(), commas.next()) else { return false };
    let verb = skip_adverbs(view, closing + 1, end);
    verb < end && matches!(view.upos(verb), Upos::Verb | Upos::Aux) && !view.norm(verb).ends_with("ing")
}

/// Returns whether the day of the saying begins here and nothing of the thing follows: "a plan on Tuesday as …".
fn is_last_day(view: &DocumentView<'_, '_>, token: usize, end: usize) -> bool {
    let day = if view.norm(token) == "on" { token + 1 } else { token };
    let next = day + 1;
    let is_over = end <= next || view.sets_off(next) || view.upos(next) == Upos::Sconj;
    is_over && day < end && is_day_of_saying(view.norm(day))
}

/// Returns whether a content is what somebody is to do: "promised to leave on Tuesday", "denied taking it at the airport".
fn opens_with_verb(view: &DocumentView<'_, '_>, start: usize) -> bool {
    view.norm(start) == "to" || view.norm(start).ends_with("ing") && view.upos(start) == Upos::Verb
}

/// Returns whether a noun phrase ends before this token.
fn ends_phrase(view: &DocumentView<'_, '_>, token: usize, end: usize) -> bool {
    let is_list =
        || token + 1 < end && (view.is_quoted(token + 1) || view.is_nominal(token + 1) && view.norm(token) == ",");
    match view.norm(token) {
        "when" => !asks_when(view, token, end),
        ";" => true,
        word if is_listed(ENDS_OF_OBJECTS, word) => true,
        "as" => view.upos(token) == Upos::Sconj && begins_clause(view, token + 1, end),
        _ if view.is_dash(token) => true,
        "," => !is_list() || begins_clause(view, token + 1, end),
        "but" => true,
        _ => false,
    }
}

/// Returns whether "when" begins what is asked or told, not when it was: "to say when the vote would be", but "to comment
/// when the figures came out", "to say when asked".
fn asks_when(view: &DocumentView<'_, '_>, token: usize, end: usize) -> bool {
    let verb = token.checked_sub(1).and_then(|before| reporting_verb(view.norm(before)));
    // One comments on a question, but says when.
    let has_topic = |verb: VerbMatch| verb.rows().any(|row| row.with == "on" && row.takes & NOUN != 0);
    verb.is_some_and(|verb| verb.takes(WH) && !has_topic(verb)) && begins_clause(view, token + 1, end)
}

/// Returns whether the time or the occasion of the saying begins here: "on Tuesday", "in a speech to farmers".
fn is_occasion(view: &DocumentView<'_, '_>, token: usize, end: usize) -> bool {
    let is_day = |token: usize| {
        let owns = token + 1 < end && matches!(view.norm(token + 1), "'s" | "'");
        token < end && !owns && is_day_of_saying(view.norm(token))
    };
    let is_bare = is_day(token) && (token + 1 == end || view.norm(token) == "yesterday");
    if (token..end).any(|token| view.is_quoted(token)) {
        return false;
    }
    if !matches!(view.norm(token), "at" | "during" | "in" | "on" | "over") {
        return is_bare;
    }
    let mut noun = (token + 1..end.min(token + OCCASION_REACH)).take_while(|token| view.is_nominal(*token));
    is_day(token + 1) || noun.any(|token| is_listed(OCCASIONS, view.norm(token)))
}

/// Returns whether a subject and its finite verb begin here.
fn begins_clause(view: &DocumentView<'_, '_>, from: usize, end: usize) -> bool {
    for token in from..end.min(from + LOOK_AHEAD) {
        match view.upos(token) {
            Upos::Aux => return from < token,
            Upos::Verb => return from < token && !view.norm(token).ends_with("ing") && view.norm(token - 1) != "to",
            _ if view.is_quoted(token) || view.sets_off(token) => return false,
            _ if view.is_nominal(token) || matches!(view.upos(token), Upos::Adv | Upos::Adp | Upos::Cconj) => {}
            _ => return false,
        }
    }
    false
}

/// Returns whether the clause that holds the cue's own goes on behind the comma at `token`.
fn resumes(view: &DocumentView<'_, '_>, token: usize, end: usize, within: ContentLimit) -> bool {
    let next = token + 1;
    if view.norm(token) != "," || end <= next {
        return false;
    }
    match within {
        ContentLimit::Main => false,
        ContentLimit::Subordinate => begins_clause(view, next, end),
        ContentLimit::Relative => {
            let verb = skip_adverbs(view, next, end);
            verb < end && matches!(view.upos(verb), Upos::Verb | Upos::Aux) && !view.norm(verb).ends_with("ing")
        }
    }
}

/// Returns whether the clause at `token` attributes by itself.
pub(crate) fn is_cut(view: &DocumentView<'_, '_>, token: usize, end: usize, cue: &AttributionCue) -> bool {
    let next = token + 1;
    if end <= next {
        return false;
    }
    let norm = view.norm(token);
    if norm == "according" {
        return view.norm(next) == "to";
    }
    if norm == "," {
        let verb = skip_adverbs(view, next, end);
        let participle = |verb: usize| cues::at(view, verb).is_some_and(|other| !other.is_finite());
        return verb < end && !view.is_quoted(verb) && participle(verb);
    }
    let is_joint = view.upos(token) == Upos::Cconj && !matches!(norm, "both" | "either" | "neither")
        || matches!(norm, "though" | "although" | "while" | "whereas" | ";")
        || view.is_dash(token);
    is_joint && joins_cue(view, next, end, cue)
}

/// Returns whether a cue follows, with a subject of its own or the same one.
fn joins_cue(view: &DocumentView<'_, '_>, from: usize, end: usize, cue: &AttributionCue) -> bool {
    for token in from..end.min(from + LOOK_AHEAD) {
        if view.is_quoted(token) {
            return false;
        }
        if let Some(other) = cues::at(view, token) {
            let group = other.group.start.max(from);
            let has_subject = phrases::before(view, group, from).is_some_and(|source| source.start <= from + 1);
            let shares_subject = skip_adverbs(view, from, end) == group;
            let agrees = other.supported
                || matches!(other.verb.form, VerbForm::Past | VerbForm::Third)
                || other.verb.form == cue.verb.form;
            let is_statement = !other.passive && frames::opening(view, &other, end).is_some();
            return is_statement && other.is_finite() && (has_subject || shares_subject && agrees);
        }
        if !(view.is_nominal(token) || matches!(view.upos(token), Upos::Adv | Upos::Aux | Upos::Adp)) {
            return false;
        }
    }
    false
}

pub(crate) fn skip_adverbs(view: &DocumentView<'_, '_>, from: usize, end: usize) -> usize {
    (from..end).find(|token| view.upos(*token) != Upos::Adv).unwrap_or(end)
}
