//! Finds statements that a sign gives to their speaker instead of a verb.
//!
//! `LEE: We lost the boat.` in a transcript, `Lee: Port Will Close` over an
//! article, `“We lost the boat.” — Ann Lee` under a quotation. In a transcript,
//! paragraphs between two labels go on with the speaker before them.

use std::ops::Range;

use super::draft::StatementDraft;
use super::lexicon::label_table::{ASIDES, SOURCES};
use super::view::DocumentView;
use crate::model::{Role, Upos};
use crate::text::rule_table::is_listed;

/// A label is at most this many words.
const MAX_LABEL: usize = 7;

/// A signature under a quotation is at most this many words.
const MAX_SIGNATURE: usize = 16;

/// This many labels make a text a transcript.
const MIN_TRANSCRIPT: usize = 3;

/// What labels say, and which paragraphs they use up.
#[derive(Default)]
pub(super) struct Labelled {
    pub drafts: Vec<StatementDraft>,
    /// For each paragraph: all of it is somebody's speech.
    pub is_spoken: Vec<bool>,
}

/// Returns the labelled statements of a text.
pub(super) fn labelled_statements(view: &DocumentView<'_, '_>) -> Labelled {
    let n_paragraphs = view.document.paragraphs.len();
    let labels: Vec<Option<Range<usize>>> = (0..n_paragraphs).map(|paragraph| label_of(view, paragraph)).collect();
    let n_labels = labels.iter().flatten().count();
    let mut found = Labelled { is_spoken: vec![false; n_paragraphs], ..Labelled::default() };
    if MIN_TRANSCRIPT <= n_labels {
        read_transcript(view, &labels, &mut found);
    }
    for (paragraph, label) in labels.iter().enumerate() {
        if found.is_spoken[paragraph] {
            continue;
        }
        let draft = match label {
            Some(label) if is_headline(view, paragraph) => headline(view, label.clone(), paragraph),
            _ => signature(view, paragraph),
        };
        found.is_spoken[paragraph] = draft.is_some();
        found.drafts.extend(draft);
    }
    found
}

/// Returns the tokens of a paragraph.
fn tokens_of(view: &DocumentView<'_, '_>, paragraph: usize) -> Range<usize> {
    view.document.tokens_in(view.document.paragraphs[paragraph].span)
}

/// Returns the words before the colon that opens a paragraph, if they can name a speaker.
fn label_of(view: &DocumentView<'_, '_>, paragraph: usize) -> Option<Range<usize>> {
    let tokens = tokens_of(view, paragraph);
    let start = tokens.clone().take(2).find(|token| !is_mark(view, *token))?;
    let colon = (start + 1..tokens.end.min(start + MAX_LABEL + 1)).find(|token| view.norm(*token) == ":")?;
    let label = start..colon;
    let first = view.norm(start);
    let is_source = label.len() <= 2 && is_listed(SOURCES, view.norm(colon - 1));
    let is_name =
        label.clone().all(|token| is_name_part(view, token)) && label.clone().any(|token| !view.is_punct(token));
    let has_content = colon + 1 < tokens.end && !view.norm(colon + 1).starts_with('/');
    (has_content && (is_name || is_source) && !is_listed(ASIDES, first) && !is_listed(ASIDES, view.norm(colon - 1)))
        .then_some(label)
}

fn is_mark(view: &DocumentView<'_, '_>, token: usize) -> bool {
    matches!(view.norm(token), "\"" | "'")
}

/// Returns whether a word can stand in a name: capitals, initials, no small words.
fn is_name_part(view: &DocumentView<'_, '_>, token: usize) -> bool {
    let word = view.document.word(token);
    let is_small = matches!(
        view.upos(token),
        Upos::Adp | Upos::Det | Upos::Cconj | Upos::Sconj | Upos::Pron | Upos::Aux | Upos::Verb
    ) && !word.chars().all(char::is_uppercase);
    word.starts_with(char::is_uppercase) && !is_small || matches!(word, "." | "-" | "'" | "of" | "the" | "’s" | "'s")
}

/// Returns whether a paragraph is the headline, or stands where one would.
fn is_headline(view: &DocumentView<'_, '_>, paragraph: usize) -> bool {
    let role = view.document.paragraphs[paragraph].role;
    matches!(role, Role::Headline | Role::Standfirst)
        || paragraph == 0 && view.document.paragraphs[0].sentences.len() == 1
}

/// Reads `Lee: Port Will Close`.
fn headline(view: &DocumentView<'_, '_>, label: Range<usize>, paragraph: usize) -> Option<StatementDraft> {
    let mut content = label.end + 1..tokens_of(view, paragraph).end;
    while content.start < content.end && view.norm(content.end - 1) == "." {
        content.end -= 1;
    }
    (3 <= content.len()).then(|| draft(label.end..label.end + 1, label, content))
}

fn draft(cue: Range<usize>, source: Range<usize>, content: Range<usize>) -> StatementDraft {
    StatementDraft {
        main: Some(cue.start),
        cue: vec![cue],
        source: Some(source),
        content: vec![content],
        ..StatementDraft::default()
    }
}

/// Reads a text in which labels say who speaks.
fn read_transcript(view: &DocumentView<'_, '_>, labels: &[Option<Range<usize>>], found: &mut Labelled) {
    let last = labels.iter().rposition(Option::is_some).unwrap_or(0);
    let mut has_speaker = false;
    for (paragraph, label) in labels.iter().enumerate().take(last + 1) {
        if paragraph == 0 && is_headline(view, 0) {
            continue;
        }
        let tokens = tokens_of(view, paragraph);
        match label {
            Some(label) => {
                found.drafts.push(draft(label.end..label.end + 1, label.clone(), label.end + 1..tokens.end));
                has_speaker = true;
            }
            None if has_speaker && !is_aside(view, &tokens) => {
                let speech = found.drafts.last_mut().map(|draft| &mut draft.content);
                speech.into_iter().for_each(|content| content.push(tokens.clone()));
            }
            None => {}
        }
        found.is_spoken[paragraph] = has_speaker;
    }
}

/// Returns whether a paragraph is a stage direction: `(CROSSTALK)`.
fn is_aside(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.clone().find(|token| !is_mark(view, *token)).is_none_or(|token| matches!(view.norm(token), "(" | "["))
}

/// Reads `“We lost the boat.” — Ann Lee`.
fn signature(view: &DocumentView<'_, '_>, paragraph: usize) -> Option<StatementDraft> {
    let tokens = tokens_of(view, paragraph);
    let quotation = view.quotation_at(tokens.clone().next()?)?;
    let quoted = view.tokens_of(quotation);
    let dash = quoted.end;
    if quoted.start != tokens.start || tokens.end <= dash + 1 || view.norm(dash) != "-" {
        return None;
    }
    let source = dash + 1..tokens.end;
    let is_name = view.document.word(source.start).starts_with(char::is_uppercase) && source.len() <= MAX_SIGNATURE;
    let is_clause = source.clone().any(|token| matches!(view.upos(token), Upos::Verb | Upos::Aux));
    (is_name && !is_clause).then(|| draft(dash..dash + 1, source, quoted))
}
