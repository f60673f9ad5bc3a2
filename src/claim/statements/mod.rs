//! Finds what someone is reported to say: source, cue and content.
//!
//! `“It is over,” said the mayor, adding that the bridge would reopen.` holds two
//! statements of one source. `quotes` pairs the marks, `direct` gives quotations
//! to their speakers, `indirect` reads what is told in the writer's words.

mod cue_table;
mod cues;
mod direct;
mod draft;
mod form_table;
mod frames;
mod indirect;
mod label_table;
mod labels;
mod lexicon;
mod phrases;
pub mod quotes;
mod view;

use std::ops::Range;

use self::draft::Draft;
use self::view::View;
use crate::model::{Certainty, Document, Note, Polarity, Role, Span, Statement, StatementKind};

/// Returns the statements of a text in order, and what could not be understood.
pub fn find(document: &Document<'_>) -> (Vec<Statement>, Vec<Note>) {
    let (quotations, notes) = quotes::find(document);
    let view = View::new(document, &quotations);
    let labelled = labels::find(&view);
    let is_read =
        |paragraph: usize| !labelled.is_spoken[paragraph] && document.paragraphs[paragraph].role != Role::Furniture;
    let direct = direct::find(&view, is_read);
    let mut drafts = labelled.drafts;
    for sentence in document.sentences.iter().filter(|sentence| is_read(sentence.paragraph)) {
        let found = indirect::find(&view, &sentence.tokens, |token| direct.used.contains(&token));
        drafts.extend(outermost(found, &direct.drafts));
    }
    drafts.extend(direct.drafts);
    drafts.sort_by_key(Draft::start);
    (drafts.into_iter().filter_map(|draft| finish(&view, &draft)).collect(), notes)
}

/// Leaves out what is said within what another one says.
fn outermost(found: Vec<Draft>, _direct: &[Draft]) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::new();
    for (index, draft) in found.iter().enumerate() {
        let Some(main) = draft.main else { continue };
        let is_inner = found.iter().enumerate().any(|(other_index, other)| {
            other_index != index && other.holds(main) && !other.main.is_some_and(|other_main| draft.holds(other_main))
        });
        if !is_inner {
            kept.push(draft.clone());
        }
    }
    kept
}

/// Turns a draft into a statement.
fn finish(view: &View<'_, '_>, draft: &Draft) -> Option<Statement> {
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|range| view.span(range.clone())).collect::<Vec<_>>();
    let mut content: Vec<Span> = draft.content.iter().filter_map(|range| content_span(view, range.clone())).collect();
    content.sort();
    let first = content.first()?;
    let main = draft.main.unwrap_or_else(|| draft.start());
    let sentence = view.document.sentence_at(view.document.tokens[main].span.start)?;
    let _ = first;
    Some(Statement {
        kind: kind_of(view, draft),
        content,
        cue: spans(&draft.cue),
        source: draft.source.clone().map(|range| view.span(range)).into_iter().collect(),
        entity: None,
        speaker: None,
        anonymous: draft.sourceless,
        certainty: Certainty::Asserted,
        polarity: if draft.negated { Polarity::Negative } else { Polarity::Positive },
        when: None,
        sentence,
    })
}

/// Returns the bytes of a stretch of content without marks at its ends.
fn content_span(view: &View<'_, '_>, range: Range<usize>) -> Option<Span> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && view.is_punct(start) {
        start += 1;
    }
    while start < end && view.is_punct(end - 1) && matches!(view.norm(end - 1), "\"" | "'" | "," | "-") {
        end -= 1;
    }
    (start < end).then(|| view.span(start..end))
}

/// Tells how much of the content stands in quotation marks.
fn kind_of(view: &View<'_, '_>, draft: &Draft) -> StatementKind {
    let words = || draft.content.iter().cloned().flatten().filter(|token| !view.is_punct(*token));
    let (n_words, n_quoted) = (words().count(), words().filter(|token| view.is_quoted(*token)).count());
    match n_quoted {
        0 => StatementKind::Indirect,
        _ if n_words * 9 <= n_quoted * 10 => StatementKind::Direct,
        _ => StatementKind::Mixed,
    }
}
