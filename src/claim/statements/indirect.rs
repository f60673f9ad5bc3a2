//! Finds statements that are told in the writer's words, or partly so.
//!
//! Four shapes, each with its own reading of where the content lies:
//! `Lee said the port would close` (behind the verb), `The port would close,
//! Lee said` (before it), `The port, Lee said, would close` (around it), and
//! `According to Lee, the port will close`.

use std::ops::Range;

use super::cue_table::{PREPOSITIONS, QUOTE, THAT};
use super::cues::{self, Cue};
use super::draft::Draft;
use super::frames;
use super::lexicon::Form;
use super::phrases;
use super::view::View;
use crate::model::Upos;

/// How far a joined clause is looked into for its own words of saying.
const LOOK_AHEAD: usize = 14;

/// Finds the statements of one sentence; `used` verbs have their quotation already.
pub fn find(view: &View<'_, '_>, sentence: &Range<usize>, is_used: impl Fn(usize) -> bool) -> Vec<Draft> {
    let end = body_end(view, sentence);
    let mut drafts = Vec::new();
    for token in sentence.start..end {
        if view.is_quoted(token) {
            continue;
        }
        let found = match prepositional(view, token, sentence.start..end) {
            Some(draft) => Some(draft),
            None => cues::at(view, token)
                .filter(|_| !is_used(token))
                .and_then(|cue| verbal(view, &cue, sentence.start..end)),
        };
        drafts.extend(found);
    }
    drafts
}

/// Returns where the words of a sentence end, before its last stop.
fn body_end(view: &View<'_, '_>, sentence: &Range<usize>) -> usize {
    let mut end = sentence.end;
    while sentence.start < end && !view.is_quoted(end - 1) && matches!(view.norm(end - 1), "." | ":" | ";") {
        end -= 1;
    }
    end
}

/// Reads a verb of saying.
fn verbal(view: &View<'_, '_>, cue: &Cue, within: Range<usize>) -> Option<Draft> {
    if cue.passive {
        return passive(view, cue, within);
    }
    let source = match cue.verb.form {
        Form::Ing if !cue.supported => participle_source(view, cue, &within)?,
        _ => Some(phrases::subject(view, cue.finite, cue.group.start)?),
    };
    let draft = |content, cue_end| Draft {
        main: Some(cue.main),
        cue: vec![cue.group.start..cue_end],
        source: source.clone(),
        content,
        negated: cue.negated,
        sourceless: false,
    };
    if let Some(content) = around(view, cue, source.as_ref(), &within) {
        return Some(draft(content, cue.main + 1));
    }
    let opening = frames::opening(view, cue, within.end)?;
    let end = cut(view, cue, opening.start, within.end);
    (opening.start < end).then(|| draft(vec![opening.start..end], opening.cue_end))
}

/// Returns the content before, or before and behind, words of saying set off by a comma.
fn around(
    view: &View<'_, '_>,
    cue: &Cue,
    source: Option<&Range<usize>>,
    within: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    if !cue.verb.rows.iter().any(|row| row.takes & (THAT | QUOTE) != 0) || cue.verb.form == Form::Ing {
        return None;
    }
    let source = source?;
    let (clause_start, clause_end) = (source.start.min(cue.group.start), source.end.max(cue.main + 1));
    let mut left_end = clause_start;
    if left_end <= within.start || !matches!(view.norm(left_end - 1), "," | "-") && !view.is_quoted(left_end - 1) {
        return None;
    }
    while within.start < left_end && matches!(view.norm(left_end - 1), "," | "-") {
        left_end -= 1;
    }
    if left_end <= within.start {
        return None;
    }
    let left = within.start..left_end;
    let clause_end = skip_circumstances(view, clause_end, within.end);
    if clause_end == within.end {
        return Some(vec![left]);
    }
    let follows_comma = view.norm(clause_end) == ",";
    if !follows_comma {
        return None;
    }
    match starts_new_clause(view, clause_end, within.end, cue) {
        true => Some(vec![left]),
        false => {
            let right_end = cut(view, cue, clause_end + 1, within.end);
            Some(if clause_end + 1 < right_end { vec![left, clause_end + 1..right_end] } else { vec![left] })
        }
    }
}

/// Skips when and where something was said: "said Monday in a statement".
fn skip_circumstances(view: &View<'_, '_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let is_circumstance = matches!(
            view.upos(at),
            Upos::Adp | Upos::Adv | Upos::Noun | Upos::Propn | Upos::Num | Upos::Det | Upos::Adj
        ) || view.is_nominal(at);
        if !is_circumstance || view.is_quoted(at) || view.norm(at) == "that" {
            break;
        }
        at += 1;
    }
    if at < end && view.norm(at) != "," { from } else { at }
}

/// Tells whether what follows a comma tells something of its own: ", adding", ", but".
fn starts_new_clause(view: &View<'_, '_>, comma: usize, end: usize, cue: &Cue) -> bool {
    let next = comma + 1;
    end <= next || is_cut(view, comma, end, cue) || matches!(view.norm(next), "but" | "and" | "which" | "who")
}

/// Returns where the content that begins at `from` ends: at the end, or where another cue takes over.
fn cut(view: &View<'_, '_>, cue: &Cue, from: usize, end: usize) -> usize {
    let found = (from + 1..end).find(|token| !view.is_quoted(*token) && is_cut(view, *token, end, cue));
    let mut end = found.unwrap_or(end);
    while from < end && !view.is_quoted(end - 1) && matches!(view.norm(end - 1), "," | "-" | ";" | "and" | "but") {
        end -= 1;
    }
    end
}

/// Tells whether the clause at `token` attributes by itself.
fn is_cut(view: &View<'_, '_>, token: usize, end: usize, cue: &Cue) -> bool {
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
        return verb < end
            && cues::at(view, verb).is_some_and(|other| other.verb.form == Form::Ing && !other.supported);
    }
    let is_joint = matches!(view.upos(token), Upos::Cconj)
        || matches!(norm, "though" | "although" | "while" | "whereas" | ";" | "-");
    is_joint && joins_cue(view, next, end, cue)
}

/// Tells whether a cue follows, with a subject of its own or the same one.
fn joins_cue(view: &View<'_, '_>, from: usize, end: usize, cue: &Cue) -> bool {
    let to = end.min(from + LOOK_AHEAD);
    for token in from..to {
        if view.is_quoted(token) {
            return false;
        }
        if let Some(other) = cues::at(view, token) {
            let has_subject = from < other.group.start
                && phrases::before(view, other.group.start, from).is_some_and(|source| source.start <= from + 1);
            let shares_subject =
                skip_adverbs(view, from, end) == other.group.start.max(from) || other.group.start == from;
            let is_finite = matches!(other.verb.form, Form::Past | Form::Third) || other.supported;
            let agrees = other.verb.form == cue.verb.form || other.supported;
            let takes = frames::opening(view, &other, end).is_some();
            return takes && !other.passive && is_finite && (has_subject || shares_subject && agrees);
        }
        let may_lead = view.is_nominal(token) || matches!(view.upos(token), Upos::Adv | Upos::Aux | Upos::Adp);
        if !may_lead {
            return false;
        }
    }
    false
}

fn skip_adverbs(view: &View<'_, '_>, from: usize, end: usize) -> usize {
    (from..end).find(|token| view.upos(*token) != Upos::Adv).unwrap_or(end)
}

/// Returns the source of a participle: "…, adding that"; `None` when it is no participle of saying.
#[allow(clippy::option_option)] // a participle may have nobody to its name
fn participle_source(view: &View<'_, '_>, cue: &Cue, within: &Range<usize>) -> Option<Option<Range<usize>>> {
    if cue.group.start == within.start {
        return None;
    }
    let before = cue.group.start - 1;
    let is_set_off = view.norm(before) == "," || view.is_noun(before) || view.is_quoted(before);
    is_set_off.then(|| phrases::subject_of_participle(view, cue.main, within.start))
}

/// Reads "was told that", "was described by X as", "is believed to".
fn passive(view: &View<'_, '_>, cue: &Cue, within: Range<usize>) -> Option<Draft> {
    let next = cue.main + 1;
    if within.end <= next {
        return None;
    }
    let subject = phrases::subject(view, cue.finite, cue.group.start)?;
    let agent =
        (next..within.end.min(next + LOOK_AHEAD)).find(|token| view.norm(*token) == "by" && !view.is_quoted(*token));
    let source = agent.and_then(|by| phrases::starting_at(view, by + 1, within.end));
    let follows = view.norm(next);
    let is_statement = match follows {
        "to" | "that" | "as" => true,
        "of" | "for" | "by" => cue.verb.rows.iter().any(|row| row.takes & (THAT | QUOTE) != 0 || row.with == follows),
        _ => false,
    };
    if !is_statement {
        return None;
    }
    let rest = source.as_ref().map_or(next, |source| source.end)..cut(view, cue, next, within.end);
    let content = [subject, rest].into_iter().filter(|part| part.start < part.end).collect();
    let sourceless = source.is_none();
    Some(Draft {
        main: Some(cue.main),
        cue: vec![cue.group.clone()],
        source,
        content,
        negated: cue.negated,
        sourceless,
    })
}

/// Reads "according to" and its like at `token`.
fn prepositional(view: &View<'_, '_>, token: usize, within: Range<usize>) -> Option<Draft> {
    let n_words = PREPOSITIONS.iter().find_map(|(words, _)| starts_with(view, token, within.end, words))?;
    let source = phrases::whole_from(view, token + n_words, within.end)?;
    let mut content = Vec::new();
    let mut left_end = token;
    while within.start < left_end && matches!(view.norm(left_end - 1), "," | "-" | "(") {
        left_end -= 1;
    }
    if within.start < left_end
        && (within.start..left_end).any(|token| matches!(view.upos(token), Upos::Verb | Upos::Aux | Upos::Noun))
    {
        content.push(within.start..left_end);
    }
    if source.end + 1 < within.end
        && view.norm(source.end) == ","
        && (content.is_empty() || left_end - within.start < 4)
    {
        content.push(source.end + 1..within.end);
    }
    let cue = vec![token..token + n_words];
    (!content.is_empty()).then_some(Draft { main: Some(token), cue, source: Some(source), content, ..Draft::default() })
}

/// Returns how many tokens `words` are, if they stand at `token`.
fn starts_with(view: &View<'_, '_>, token: usize, end: usize, words: &str) -> Option<usize> {
    let mut n_words = 0;
    for word in words.split(' ') {
        if end <= token + n_words || view.norm(token + n_words) != word {
            return None;
        }
        n_words += 1;
    }
    Some(n_words)
}
