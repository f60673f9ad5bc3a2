//! Gives quotations to whoever is said to speak them.
//!
//! `“We lost,” said Ann Lee. “The bus was late.”` is one statement with two
//! parts. A quotation looks for its words of saying right behind it, then right
//! before it; one that has none goes on with the statement before it.
//! Quotations inside a clause (`called it “a mess”`) are left to `indirect`.

use std::collections::HashSet;
use std::ops::Range;

use super::draft::StatementDraft;
use super::lexicon::cues::{self, AttributionCue};
use super::loose;
use super::syntax::phrases;
use super::view::DocumentView;
use crate::model::{Role, Upos};
use crate::text::reporting_verbs_table::QUOTE;

/// The words of saying begin at most this many tokens from the quotation.
const CLAUSE_REACH: usize = 40;

/// What was found out about quotations so far.
#[derive(Default)]
pub(super) struct Direct {
    pub drafts: Vec<StatementDraft>,
    /// Verbs that have their quotation.
    pub used: HashSet<usize>,
    /// For each outermost quotation, the draft it went into.
    pub taken: Vec<Option<usize>>,
}

/// Returns the statements that are put in quotation marks.
///
/// `is_read` tells of a paragraph whether quotations in it are looked at.
pub(super) fn quoted_statements(view: &DocumentView<'_, '_>, is_read: impl Fn(usize) -> bool) -> Direct {
    let mut direct = Direct { taken: vec![None; view.quotations.len()], ..Direct::default() };
    for index in 0..view.quotations.len() {
        if is_read(view.quotations[index].paragraph) {
            direct.taken[index] = attribute(view, &mut direct, index);
        }
    }
    direct
}

/// Returns the draft that a quotation belongs to, if it speaks for itself.
fn attribute(view: &DocumentView<'_, '_>, direct: &mut Direct, index: usize) -> Option<usize> {
    let tokens = view.tokens_of(index);
    if tokens.is_empty() || !stands_alone(view, &tokens) {
        return None;
    }
    let found = after(view, &tokens).or_else(|| before(view, &tokens));
    match found {
        Some((cue, source)) => match direct.used.contains(&cue.main) {
            true => join(direct, index, &tokens),
            false => {
                direct.used.insert(cue.main);
                let cue_tokens = vec![cue.group.clone()];
                let (negated, main) = (cue.negated, Some(cue.main));
                let content = vec![tokens];
                direct.drafts.push(StatementDraft {
                    main,
                    cue: cue_tokens,
                    source,
                    content,
                    negated,
                    ..StatementDraft::default()
                });
                Some(direct.drafts.len() - 1)
            }
        },
        None if is_answer(view, &tokens) && begins_paragraph(view, index) => {
            direct.drafts.push(StatementDraft { content: vec![tokens], ..StatementDraft::default() });
            Some(direct.drafts.len() - 1)
        }
        None if opens_sentence(view, tokens.start) && continues(view, direct, index) => join(direct, index, &tokens),
        None if stands_in_own_paragraph(view, index) => {
            direct.drafts.push(StatementDraft { content: vec![tokens], inherits: true, ..StatementDraft::default() });
            Some(direct.drafts.len() - 1)
        }
        None => {
            let source = Some(loose::speaker(view, index)?);
            direct.drafts.push(StatementDraft { content: vec![tokens], source, ..StatementDraft::default() });
            Some(direct.drafts.len() - 1)
        }
    }
}

/// Returns whether a quotation is all of its paragraph, and no mere word or two.
fn stands_in_own_paragraph(view: &DocumentView<'_, '_>, index: usize) -> bool {
    const FEWEST_WORDS: usize = 4;
    let quotation = view.quotations[index];
    let paragraph = &view.document.paragraphs[quotation.paragraph];
    let words = || view.tokens_of(index).filter(|token| !view.is_punct(*token));
    let rest = paragraph.span.of(view.document.text).len() - quotation.outer.len();
    quotation.closed && paragraph.role == Role::Body && rest <= 1 && FEWEST_WORDS <= words().count()
}

/// Adds a quotation to the statement of the one before it.
fn join(direct: &mut Direct, index: usize, tokens: &Range<usize>) -> Option<usize> {
    let draft = direct.taken[..index].last().copied().flatten().or(direct.drafts.len().checked_sub(1))?;
    direct.drafts[draft].content.push(tokens.clone());
    Some(draft)
}

/// Returns whether a quotation goes on with the statement of the quotation before it.
fn continues(view: &DocumentView<'_, '_>, direct: &Direct, index: usize) -> bool {
    let Some(previous) = index.checked_sub(1) else { return false };
    if direct.taken[previous].is_none() {
        return false;
    }
    let (here, there) = (view.quotations[index].paragraph, view.quotations[previous].paragraph);
    here == there || here == there + 1 && begins_paragraph(view, index) && is_last_of_paragraph(view, previous)
}

fn begins_paragraph(view: &DocumentView<'_, '_>, index: usize) -> bool {
    let quotation = view.quotations[index];
    view.document.paragraphs[quotation.paragraph].span.start == quotation.outer.start
}

/// Returns whether a quotation answers what was said before, so that another one speaks: “No, we built two.”
fn is_answer(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    let mut words = tokens.clone().skip_while(|token| matches!(view.norm(*token), "\"" | "'"));
    let (Some(first), Some(next)) = (words.next(), words.next()) else { return false };
    matches!(view.norm(first), "no" | "yes" | "yeah") && matches!(view.norm(next), "," | "." | "!")
}

/// Returns whether hardly anything but words of saying follows a quotation in its paragraph.
fn is_last_of_paragraph(view: &DocumentView<'_, '_>, index: usize) -> bool {
    let quotation = view.quotations[index];
    let rest = view.document.paragraphs[quotation.paragraph].span.end - quotation.outer.end;
    rest < 200
}

/// Returns whether a quotation is more than a few words inside a clause.
fn stands_alone(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    if opens_sentence(view, tokens.start) {
        return true;
    }
    let before = tokens.start - 1;
    match view.norm(before) {
        "," | ":" | ";" => true,
        _ => cues::at(view, before).is_some_and(|cue| takes_quote(&cue)) && starts_upper(view, tokens),
    }
}

fn starts_upper(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens
        .clone()
        .find(|token| !view.is_punct(*token))
        .is_some_and(|token| view.document.word(token).starts_with(char::is_uppercase))
}

/// Returns whether a token begins a sentence, give or take signs.
fn opens_sentence(view: &DocumentView<'_, '_>, token: usize) -> bool {
    let sentence = view.sentence_of(token);
    (sentence.start..token).all(|token| view.is_punct(token))
        || token.checked_sub(1).is_some_and(|before| matches!(view.norm(before), "." | "!" | "?"))
}

fn takes_quote(cue: &AttributionCue) -> bool {
    cue.verb.takes(QUOTE)
}

/// Returns the words of saying right behind a quotation: `…,” said Ann Lee`.
fn after(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> Option<(AttributionCue, Option<Range<usize>>)> {
    let last = tokens.end - 1;
    let sentence = view.sentence_of(last);
    let ceiling = sentence.end.min(tokens.end + CLAUSE_REACH);
    let mut start = tokens.end;
    while start < ceiling && view.sets_off(start) {
        start += 1;
    }
    let may_begin = |token: usize| {
        view.is_nominal(token)
            || view.upos(token) == Upos::Adv
            || is_attribute(view, token)
            || cues::at(view, token).is_some()
            || cues::manner_at(view, token).is_some()
    };
    if ceiling <= start || view.is_quoted(start) || !may_begin(start) {
        return None;
    }
    let is_open =
        tokens.clone().rev().take(2).any(|token| matches!(view.norm(token), "," | "?" | "!" | "-" | "..." | "…"))
            || tokens.end < start;
    if cues::at(view, start).is_some_and(|cue| !cue.is_finite()) {
        return None;
    }
    for token in start..ceiling {
        if view.is_quoted(token) || matches!(view.norm(token), ":" | ";") {
            return None;
        }
        let known = cues::at(view, token).filter(|cue| takes_quote(cue) && cue.is_finite());
        let Some(cue) = known.or_else(|| cues::manner_at(view, token).filter(|_| is_open)) else { continue };
        if is_relative(view, cue.group.start, start) || cue.passive {
            continue;
        }
        let source = match cue.group.start <= start {
            true => phrases::behind(view, &cue, sentence.end),
            false => Some(trim_source(view, start..cue.group.start)),
        };
        return Some((cue, source.filter(|source| !source.is_empty())));
    }
    None
}

/// Returns whether a form of a verb describes the noun behind it: "*inspecting* engineer Ann Lee".
fn is_attribute(view: &DocumentView<'_, '_>, token: usize) -> bool {
    let next = token + 1;
    view.upos(token) == Upos::Verb
        && view.norm(token).ends_with("ing")
        && cues::at(view, token).is_none()
        && next < view.document.tokens.len()
        && matches!(view.upos(next), Upos::Noun | Upos::Propn)
}

/// Returns whether a verb belongs to a relative clause: "Lee, who runs the port, said".
fn is_relative(view: &DocumentView<'_, '_>, group: usize, start: usize) -> bool {
    start < group && start < group - 1 && matches!(view.norm(group - 1), "who" | "which" | "that")
}

/// Returns a source without signs and adverbs at its ends.
fn trim_source(view: &DocumentView<'_, '_>, source: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (source.start, source.end);
    while start < end && (view.is_punct(start) || matches!(view.upos(start), Upos::Adv | Upos::Cconj | Upos::Aux)) {
        start += 1;
    }
    while start < end && (view.is_punct(end - 1) || view.upos(end - 1) == Upos::Adv) {
        end -= 1;
    }
    start..end
}

/// Returns the words of saying right before a quotation: `Ann Lee said: “…`.
fn before(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> Option<(AttributionCue, Option<Range<usize>>)> {
    let end = introduction_end(view, tokens)?;
    let sentence = view.sentence_of(end - 1);
    let floor = sentence.start.max(end.saturating_sub(CLAUSE_REACH));
    for token in (floor..end).rev() {
        if view.is_quoted(token) || matches!(view.norm(token), ";") {
            return None;
        }
        let Some(cue) = cues::at(view, token).filter(takes_quote) else { continue };
        let source = match cue.is_finite() {
            _ if cue.passive => None,
            true => phrases::subject(view, cue.finite, cue.group.start),
            false => phrases::subject_of_participle(view, cue.main, sentence.start),
        };
        return Some((cue, source));
    }
    None
}

/// Returns the end of the words that introduce a quotation, where there can be some.
///
/// Behind a colon they may be the end of the sentence or paragraph before.
fn introduction_end(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let sentence = view.sentence_of(tokens.start);
    let before = tokens.start.checked_sub(1)?;
    let is_inside = sentence.start < tokens.start;
    (is_inside || view.norm(before) == ":").then_some(tokens.start)
}
