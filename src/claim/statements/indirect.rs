//! Finds statements that are reported in the writer's words, wholly or in part (indirect and mixed speech).
//!
//! Four shapes, each with its own reading of where the content lies:
//! `Lee said the port would close` (behind the verb), `The port would close,
//! Lee said` (before it), `The port, Lee said, would close` (around it), and
//! `According to Lee, the port will close`.

use std::ops::Range;

use super::draft::StatementDraft;
use super::lexicon::cue_table::{ADVERBS, PREPOSITIONS, TIME_OPENERS};
use super::lexicon::cues::{self, AttributionCue};
use super::lexicon::lookup::is_day_of_saying;
use super::nouns;
use super::syntax::extent::{self, ContentLimit};
use super::syntax::frames;
use super::syntax::phrases;
use super::unsaid;
use super::view::DocumentView;
use crate::model::{Upos, month_named};
use crate::text::dateline;
use crate::text::reporting_verbs::VerbForm;
use crate::text::reporting_verbs_table::{HEARER, PASSIVE_TO, QUOTE, THAT, WHO_TO};
use crate::text::rule_table::{is_listed, rows};
use crate::text::{is_subordinating_conjunction, opens_indirect_question};

/// The one who does it stands at most this far behind a passive: "was described last week by".
const AGENT_REACH: usize = 14;

/// Words of saying are read with so many tokens on either side; longer sentences are damage.
const MAX_TOKENS_ON_A_SIDE: usize = 600;

/// Returns the statements of one sentence; `used` verbs have their quotation already.
pub(super) fn indirect_statements(
    view: &DocumentView<'_, '_>,
    sentence: &Range<usize>,
    is_used: impl Fn(usize) -> bool,
) -> Vec<StatementDraft> {
    let within = body(view, sentence);
    let mut drafts = Vec::new();
    for token in within.clone() {
        if view.is_quoted(token) {
            continue;
        }
        let near =
            within.start.max(token.saturating_sub(MAX_TOKENS_ON_A_SIDE))..within.end.min(token + MAX_TOKENS_ON_A_SIDE);
        let found = prepositional(view, token, near.clone())
            .or_else(|| nouns::at(view, token, &near))
            .or_else(|| cues::at(view, token).filter(|_| !is_used(token)).and_then(|cue| verbal(view, &cue, &near)));
        drafts.extend(found);
    }
    if drafts.is_empty() {
        drafts.extend(
            within.clone().filter(|token| !view.is_quoted(*token)).find_map(|token| hearsay(view, token, &within)),
        );
    }
    drafts
}

/// Reads `The firm reportedly plans to close`: nobody is named, so nobody is the source.
fn hearsay(view: &DocumentView<'_, '_>, token: usize, within: &Range<usize>) -> Option<StatementDraft> {
    let word = view.norm(token);
    rows(ADVERBS).find(|(adverb, _)| *adverb == word)?;
    let parts = [within.start..token, token + 1..within.end];
    let content = parts.into_iter().filter(|part| part.start < part.end).collect();
    let cue = vec![token..token + 1];
    Some(StatementDraft { main: Some(token), cue, content, sourceless: true, ..StatementDraft::default() })
}

/// Returns a sentence without its dateline and its last stop.
fn body(view: &DocumentView<'_, '_>, sentence: &Range<usize>) -> Range<usize> {
    let mut end = sentence.end;
    while sentence.start < end && !view.is_quoted(end - 1) && matches!(view.norm(end - 1), "." | ":" | ";") {
        end -= 1;
    }
    let first = view.document.tokens.get(sentence.start);
    let number = first.and_then(|token| view.document.sentence_at(token.span.start));
    let start = number.and_then(|sentence| dateline::end(view.document, sentence));
    start.map_or(sentence.start, |start| start.min(end))..end
}

/// Reads a verb of saying.
fn verbal(view: &DocumentView<'_, '_>, cue: &AttributionCue, within: &Range<usize>) -> Option<StatementDraft> {
    if cue.passive {
        return passive(view, cue, within);
    }
    let draft = |source, content, cue_end| {
        let cue_tokens = vec![cue.group.start..cue_end];
        StatementDraft {
            main: Some(cue.main),
            cue: cue_tokens,
            source,
            content,
            negated: cue.negated,
            ..StatementDraft::default()
        }
    };
    if let Some((source, content)) = inverted(view, cue, within) {
        return Some(draft(Some(source), content, cue.main + 1));
    }
    let source = match cue.is_finite() {
        true => Some(behind_dateline(phrases::subject(view, cue.finite, cue.group.start)?, within)),
        false => participle_source(view, cue, within)?,
    };
    let source = source.map(|source| behind_day(view, without_relative(view, source), within));
    if source.as_ref().is_some_and(|source| matches!(view.norm(source.end - 1), "'s" | "'")) {
        return None;
    }
    if let Some(content) = source.as_ref().and_then(|source| around(view, cue, source, within)) {
        return Some(draft(source, content, cue.main + 1));
    }
    let opening = frames::opening(view, cue, within.end)?;
    if unsaid::is_only_supposed(view, cue, source.as_ref(), within)
        || unsaid::is_speech_to_come(view, cue, opening.start)
        || unsaid::is_mere_sign(view, cue, opening.start, within.end)
        || unsaid::is_wish_for_anonymity(view, cue, source.as_ref(), opening.start)
    {
        return None;
    }
    let full_end = extent::end(view, cue, &opening, place_of(view, cue, source.as_ref(), within), within.end);
    let suffered_end = unsaid::end_of_suffered(view, cue, opening.start, full_end, within);
    let (is_suffered, end) = (suffered_end.is_some(), suffered_end.unwrap_or(full_end));
    let source = source.filter(|_| !is_suffered);
    let found =
        || StatementDraft { sourceless: is_suffered, ..draft(source, vec![opening.start..end], opening.cue_end) };
    (opening.start < end).then(found)
}

/// Leaves a dateline out of a subject: `NORTHGATE WIRE — Vice President Ann Lee said …`.
fn behind_dateline(subject: Range<usize>, within: &Range<usize>) -> Range<usize> {
    match subject.start < within.start && within.start < subject.end {
        true => within.start..subject.end,
        false => subject,
    }
}

/// Leaves the day of the saying out of a subject: "On Tuesday | the mayor said", "Last week | officials said".
fn behind_day(view: &DocumentView<'_, '_>, source: Range<usize>, within: &Range<usize>) -> Range<usize> {
    let leads = |at: usize| matches!(view.norm(at), "on" | "late" | "early");
    // "Late Monday" may begin the subject, or stand before it.
    let day = source.start + usize::from(source.len() > 2 && leads(source.start));
    let is_led = within.start < day && leads(day - 1);
    let Some(rest) = day_end(view, day..source.end, is_led) else { return source };
    let is_part = rest < source.end && matches!(view.norm(rest), "morning" | "afternoon" | "evening" | "night");
    let rest = rest + usize::from(is_part)..source.end;
    // "On Friday's show Lee said": a show of that day is no speaker either, but it is no day.
    let opens = !rest.is_empty() && view.is_nominal(rest.start) && view.upos(rest.start) != Upos::Part;
    if opens { rest } else { source }
}

/// Returns the end of the day that words begin with: "Tuesday", "3 June", "last week".
fn day_end(view: &DocumentView<'_, '_>, words: Range<usize>, is_led: bool) -> Option<usize> {
    let first = words.start;
    let norm = |at: usize| if at < words.end { view.norm(at) } else { "" };
    let is_number = |at: usize| norm(at).starts_with(|c: char| c.is_ascii_digit());
    let is_month = |at: usize| month_named(norm(at)).is_some();
    let is_unit = |at: usize| matches!(norm(at), "week" | "month" | "year" | "night");
    if is_led && is_day_of_saying(norm(first)) {
        return Some(first + 1);
    }
    let is_date = is_number(first) && is_month(first + 1) || is_month(first) && is_number(first + 1);
    let is_last = norm(first) == "last" && (is_unit(first + 1) || is_day_of_saying(norm(first + 1)));
    (is_led && is_date || is_last).then_some(first + 2)
}

/// Returns a source without the "which" that is the object: "which the board called flawed".
fn without_relative(view: &DocumentView<'_, '_>, source: Range<usize>) -> Range<usize> {
    let is_object = 1 < source.len() && matches!(view.norm(source.start), "which" | "who" | "whom" | "that");
    let follows = is_object && (view.is_pronoun(source.start + 1) || view.upos(source.start + 1) == Upos::Det);
    if follows { source.start + 1..source.end } else { source }
}

/// Returns in what sort of clause the words of saying stand.
fn place_of(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    source: Option<&Range<usize>>,
    within: &Range<usize>,
) -> ContentLimit {
    let start = source.map_or(cue.group.start, |source| source.start.min(cue.group.start));
    if source.is_some_and(|source| matches!(view.norm(source.start), "who" | "which" | "that")) {
        return ContentLimit::Relative;
    }
    let subordinates = |token: usize| is_subordinating_conjunction(view.norm(token));
    let opens_sentence =
        within.clone().take(2).any(|token| token <= start && (subordinates(token) || view.upos(token) == Upos::Adp));
    let is_opening = (within.start..start).all(|token| !view.sets_off(token));
    let starts_with_verb = start == within.start && matches!(view.upos(start), Upos::Verb);
    match start.checked_sub(1) {
        Some(before) if within.start <= before && subordinates(before) => ContentLimit::Subordinate,
        _ if opens_sentence && is_opening || starts_with_verb => ContentLimit::Subordinate,
        _ => ContentLimit::Main,
    }
}

/// Reads `The port would close, said Ann Lee`.
fn inverted(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    within: &Range<usize>,
) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let left_end = trim_left(view, cue.group.start, within.start);
    let has_hearer = cue.verb.takes(HEARER);
    if !cue.is_saying()
        || has_hearer
        || cue.supported
        || !cue.is_finite()
        || left_end == cue.group.start && !ends_quoted(view, left_end, within)
        || phrases::is_subject_alone(view, cue.main, within.start..left_end)
    {
        return None;
    }
    let source = phrases::behind(view, cue, within.end)?;
    let ends = source.end == within.end || view.norm(source.end) == "," || is_circumstance(view, source.end);
    (ends && has_verb(view, within.start..left_end)).then(|| (source, vec![within.start..left_end]))
}

fn ends_quoted(view: &DocumentView<'_, '_>, at: usize, within: &Range<usize>) -> bool {
    within.start < at && view.is_quoted(at - 1)
}

/// Returns the end of what stands before a comma or dash at `from`.
fn trim_left(view: &DocumentView<'_, '_>, from: usize, floor: usize) -> usize {
    let mut end = from;
    while floor < end && view.sets_off(end - 1) {
        end -= 1;
    }
    end
}

/// Returns the content before, or before and behind, words of saying that a comma sets off.
fn around(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    source: &Range<usize>,
    within: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let takes_clause = cue.verb.takes(THAT);
    let is_relative = matches!(view.norm(source.start), "who" | "which" | "that");
    if !takes_clause || !cue.is_finite() || is_relative || cue.group.start < source.start {
        return None;
    }
    let mut left_end = trim_left(view, source.start, within.start);
    if left_end == source.start && within.start < left_end && view.norm(left_end - 1) == "as" {
        // "Except as the code requires", "Shares fell as ministers warned of cuts".
        let next = view.norm(cue.main + 1);
        let has_topic = cue.main + 1 < within.end && cue.verb.rows().any(|row| row.with == next);
        if !cue.is_saying() || has_topic {
            return None;
        }
        left_end = trim_left(view, left_end - 1, within.start);
    }
    if left_end <= within.start || left_end == source.start && !ends_quoted(view, left_end, within) {
        return None;
    }
    let left = within.start..left_end;
    let told = match cue.verb.takes(HEARER) {
        true => frames::hearer_end(view, cue.main + 1, within.end),
        false => cue.main + 1,
    };
    let clause_end = skip_circumstances(view, told, within.end);
    let is_last = clause_end == within.end;
    if !is_last && view.norm(clause_end) != "," {
        return None;
    }
    if is_last || starts_new_clause(view, clause_end, within.end, cue) {
        return (has_verb(view, left.clone()) || view.is_quoted(left_end - 1)).then(|| vec![left]);
    }
    let end = extent::end_of_rest(view, cue, clause_end + 1, within.end);
    Some(if clause_end + 1 < end { vec![left, clause_end + 1..end] } else { vec![left] })
}

fn has_verb(view: &DocumentView<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|token| matches!(view.upos(token), Upos::Verb | Upos::Aux))
}

/// Skips when, where and to whom something was said: "said Monday in a statement".
fn skip_circumstances(view: &DocumentView<'_, '_>, from: usize, end: usize) -> usize {
    if end <= from || !is_circumstance(view, from) {
        return from;
    }
    let stops =
        |token: usize| view.is_quoted(token) || view.sets_off(token) || matches!(view.norm(token), "that" | ":" | ";");
    let at = (from..end).find(|token| stops(*token)).unwrap_or(end);
    let is_simple = (from..at).all(|token| matches!(view.upos(token), Upos::Adp | Upos::Adv) || view.is_nominal(token));
    let is_clause = matches!(view.norm(from), "as" | "when" | "while" | "after" | "before");
    if is_simple || is_clause { at } else { from }
}

/// Returns whether a token opens the time, place or manner of a saying.
fn is_circumstance(view: &DocumentView<'_, '_>, token: usize) -> bool {
    matches!(view.upos(token), Upos::Adp | Upos::Adv | Upos::Sconj) && view.norm(token) != "that"
        || is_day_of_saying(view.norm(token))
        || is_listed(TIME_OPENERS, view.norm(token))
}

/// Returns whether what follows a comma tells something of its own: ", adding", ", but".
fn starts_new_clause(view: &DocumentView<'_, '_>, comma: usize, end: usize, cue: &AttributionCue) -> bool {
    let next = comma + 1;
    end <= next
        || extent::is_cut(view, comma, end, cue)
        || matches!(view.norm(next), "but" | "and" | "which" | "who")
        || view.upos(next) == Upos::Verb && view.norm(next).ends_with("ing")
}

/// Returns the source of a participle: "…, adding that"; `None` when it is no participle of saying.
#[allow(clippy::option_option)] // a participle may have nobody to its name
fn participle_source(
    view: &DocumentView<'_, '_>,
    cue: &AttributionCue,
    within: &Range<usize>,
) -> Option<Option<Range<usize>>> {
    let mut before = cue.group.start;
    while within.start < before && view.upos(before - 1) == Upos::Adv {
        before -= 1;
    }
    let before = before.checked_sub(1).filter(|before| within.start <= *before)?;
    if view.is_noun(before) && view.norm(before) != "," {
        return Some(phrases::ending_at(view, before + 1, within.start));
    }
    let is_set_off = view.sets_off(before)
        || view.is_quoted(before)
        || matches!(view.upos(before), Upos::Adp | Upos::Cconj | Upos::Sconj);
    is_set_off.then(|| phrases::subject_of_participle(view, cue.main, within.start))
}

/// Reads "was told that", "was described by X as", "is believed to".
fn passive(view: &DocumentView<'_, '_>, cue: &AttributionCue, within: &Range<usize>) -> Option<StatementDraft> {
    let next = cue.main + 1;
    if within.end <= next || cue.verb.form == VerbForm::Ing {
        return None;
    }
    let subject = phrases::subject(view, cue.finite, cue.group.start)?;
    let source = agent_of(view, cue, next..within.end);
    if let Some(that) = that_behind(view, cue, source.as_ref().map_or(next, |source| source.end), within.end) {
        let content = vec![that..extent::end_of_rest(view, cue, that, within.end)];
        let (cue_tokens, sourceless) = (vec![cue.group.clone()], source.is_none());
        let draft =
            StatementDraft { main: Some(cue.main), cue: cue_tokens, source, content, ..StatementDraft::default() };
        return Some(StatementDraft { negated: cue.negated, sourceless, ..draft });
    }
    let follows = view.norm(next);
    // "It is believed the ring was stolen"
    let is_expletive = subject.len() == 1 && view.norm(subject.start) == "it" && cue.verb.takes(THAT);
    if is_expletive && view.is_nominal(next) && frames::is_clause(view, next, within.end, false) {
        let content = vec![next..extent::end_of_rest(view, cue, next, within.end)];
        let draft =
            StatementDraft { main: Some(cue.main), cue: vec![cue.group.clone()], content, ..StatementDraft::default() };
        return Some(StatementDraft { negated: cue.negated, sourceless: true, ..draft });
    }
    let behind = source.as_ref().map(|source| source.end).filter(|&at| at < within.end);
    // "was told by his doctor to rest", "was accused by prosecutors of fraud"
    let is_bound = |at: usize| {
        let is_order = view.norm(at) == "to" && cue.verb.takes(WHO_TO);
        is_order || is_fixed(view, cue, at)
    };
    let is_statement = match follows {
        "by" if behind.is_some_and(is_bound) => true,
        // "is being questioned by police": who hears it is no content.
        "by" if cue.verb.takes(HEARER) || frames::is_done_to(view, cue, &subject) => false,
        "to" => cue.verb.takes(PASSIVE_TO),
        "that" => cue.verb.takes(THAT),
        "as" | "by" => cue.verb.rows().any(|row| row.takes & QUOTE != 0 && row.takes & THAT == 0),
        _ => cue.verb.rows().any(|row| row.with == follows),
    };
    if !is_statement {
        return None;
    }
    let start = source.as_ref().map_or(next, |source| source.end);
    let rest = start..extent::end_of_rest(view, cue, start, within.end);
    let content = [subject, rest].into_iter().filter(|part| part.start < part.end).collect();
    let sourceless = source.is_none();
    Some(StatementDraft {
        main: Some(cue.main),
        cue: vec![cue.group.clone()],
        source,
        content,
        negated: cue.negated,
        sourceless,
        ..StatementDraft::default()
    })
}

/// Returns who does what a passive tells: "accused by prosecutors | of speeding".
fn agent_of(view: &DocumentView<'_, '_>, cue: &AttributionCue, rest: Range<usize>) -> Option<Range<usize>> {
    let near = rest.start..rest.end.min(rest.start + AGENT_REACH);
    let by = near.into_iter().find(|token| view.norm(*token) == "by" && !view.is_quoted(*token))?;
    let agent = phrases::starting_at(view, by + 1, rest.end)?;
    let fixed = (agent.start + 1..agent.end).rev().find(|&token| is_fixed(view, cue, token));
    Some(agent.start..fixed.unwrap_or(agent.end))
}

/// Returns whether a token is the word that goes with a verb: "of" of "accused".
fn is_fixed(view: &DocumentView<'_, '_>, cue: &AttributionCue, token: usize) -> bool {
    cue.verb.rows().any(|row| !row.with.is_empty() && row.with == view.norm(token))
}

/// Returns the "that" of a passive whose subject says nothing: "it was announced on Monday that", "ministers were told by
/// officials that".
fn that_behind(view: &DocumentView<'_, '_>, cue: &AttributionCue, from: usize, end: usize) -> Option<usize> {
    if !cue.verb.takes(THAT) || cue.main + 1 == from && view.norm(from) == "that" {
        return None;
    }
    let reach = end.min(from + AGENT_REACH);
    // "The court was told how he hid the knife"
    let asks = |token: usize| cue.verb.takes(HEARER) && opens_indirect_question(view.norm(token));
    let that = (from..reach).find(|&token| view.norm(token) == "that" || asks(token))?;
    let is_circumstance = |token: usize| view.is_nominal(token) || view.upos(token) == Upos::Adp;
    ((from..that).all(is_circumstance) && frames::is_clause(view, that + 1, end, true)).then_some(that)
}

/// Reads "according to" and its like at `token`.
fn prepositional(view: &DocumentView<'_, '_>, token: usize, within: Range<usize>) -> Option<StatementDraft> {
    let n_words = rows(PREPOSITIONS).find_map(|(words, _)| starts_with(view, token, within.end, words))?;
    let source = phrases::whole_from(view, token + n_words, within.end)?;
    let left_end = trim_left(view, token, within.start);
    let has_right = source.end + 1 < within.end && view.norm(source.end) == ",";
    let mut content = Vec::new();
    let right = source.end + 1;
    // "The police, according to the mayor, arrived late": the subject goes on with its verb.
    let is_subject =
        || has_right && left_end < token && right < within.end && matches!(view.upos(right), Upos::Verb | Upos::Aux);
    let is_clause = || has_verb(view, within.start..left_end) || 3 < left_end - within.start;
    if within.start < left_end && (is_clause() || is_subject()) {
        content.push(within.start..left_end);
    }
    let left_is_whole = has_verb(view, within.start..left_end) && left_end < token;
    if has_right && !left_is_whole {
        content.push(source.end + 1..within.end);
    }
    let cue = vec![token..token + n_words];
    (!content.is_empty()).then_some(StatementDraft {
        main: Some(token),
        cue,
        source: Some(source),
        content,
        ..StatementDraft::default()
    })
}

/// Returns how many tokens `words` are, if they stand at `token`.
fn starts_with(view: &DocumentView<'_, '_>, token: usize, end: usize, words: &str) -> Option<usize> {
    let mut n_words = 0;
    for word in words.split(' ') {
        if end <= token + n_words || view.norm(token + n_words) != word {
            return None;
        }
        n_words += 1;
    }
    Some(n_words)
}
