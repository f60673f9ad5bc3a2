//! Finds what someone is reported to say: source, cue and content.
//!
//! `“It is over,” said the mayor, adding that the bridge would reopen.` holds two
//! statements of one source. The parts are those of PARC3 and PolNeAR.
//!
//! In: a parsed document with its times, entities and mentions. Out: statements in order, and notes on odd marks.
//!
//! 1. `view`: the document with quotation marks and repaired tags at hand.
//! 2. `lexicon`: nouns, adverbs, prepositions and labels that attribute; reporting verbs come from `text`.
//! 3. `syntax`: noun phrases, what a verb takes, how far a content reaches.
//! 4. `labels`: transcripts, headlines and signatures.
//! 5. `direct`: quotations and their speakers; `loose`: those that nobody is said to speak.
//! 6. `indirect` and `nouns`: reports in the writer's own words; `unsaid`: where they say nothing.
//! 7. `speakers`: the entity behind each source.
//! 8. `draft`: a statement while it is read, in tokens.

mod direct;
mod draft;
mod indirect;
mod labels;
pub(crate) mod lexicon;
mod loose;
mod nouns;
mod speakers;
pub(crate) mod syntax;
#[cfg(test)]
mod tests;
mod unsaid;
mod view;

use std::ops::Range;

use crate::model::{Certainty, Document, Edtf, Note, Polarity, Role, Span, Statement, StatementKind, Timex, TimexType};
use draft::StatementDraft;
pub use speakers::Naming;
use speakers::Speaker;
pub(crate) use speakers::is_nobody;
use view::DocumentView;

/// Returns the statements of a text in order, and what could not be understood.
pub fn statements_in(document: &Document<'_>, timexes: &[Timex], naming: Naming<'_>) -> (Vec<Statement>, Vec<Note>) {
    let odd_quote =
        |&paragraph: &Span| Note::at("odd-quote-marks", "a quotation mark has no partner in its paragraph", paragraph);
    let notes = document.odd_quotes.iter().map(odd_quote).collect();
    let view = DocumentView::new(document);
    let labelled = labels::labelled_statements(&view);
    let is_read =
        |paragraph: usize| !labelled.is_spoken[paragraph] && document.paragraphs[paragraph].role != Role::Furniture;
    let direct = direct::quoted_statements(&view, is_read);
    let mut drafts = labelled.drafts;
    for sentence in document.sentences.iter().filter(|sentence| is_read(sentence.paragraph)) {
        let found = indirect::indirect_statements(&view, &sentence.tokens, |token| direct.used.contains(&token));
        drafts.extend(nested(found));
    }
    drafts.extend(direct.drafts);
    drafts.sort_by_key(StatementDraft::start);
    let speakers = speakers::resolve(&view, naming, &mut drafts);
    let told = |(draft, speaker): (StatementDraft, Speaker)| {
        if draft.inherits && speaker.name.is_none() {
            return None;
        }
        let inner = draft
            .inner
            .iter()
            .filter_map(|inner| finish(&view, timexes, inner, speakers::of_inner(&view, naming, inner, &speaker)));
        let nested = inner.collect();
        finish(&view, timexes, &draft, speaker).map(|statement| Statement { nested, ..statement })
    };
    (drafts.into_iter().zip(speakers).filter_map(told).collect(), notes)
}

/// Statements of one sentence are compared with so many before and behind them.
const NEIGHBOURS: usize = 64;

/// Puts what is said within what another one says under that one.
fn nested(found: Vec<StatementDraft>) -> Vec<StatementDraft> {
    let found: Vec<StatementDraft> = found.into_iter().filter(|draft| draft.main.is_some()).collect();
    let found = without_overreaching(found);
    let mut outer: Vec<Option<usize>> = vec![None; found.len()];
    for (index, draft) in found.iter().enumerate() {
        let main = draft.main.unwrap_or_default();
        let from = index.saturating_sub(NEIGHBOURS);
        let mut near = found.iter().enumerate().take(index + NEIGHBOURS).skip(from);
        let holds = near.find(|(other_index, other)| {
            *other_index != index && other.holds(main) && !other.main.is_some_and(|other_main| draft.holds(other_main))
        });
        outer[index] = holds.map(|(holder, _)| holder);
    }
    let mut kept: Vec<Option<StatementDraft>> = found.into_iter().map(Some).collect();
    for index in 0..kept.len() {
        let Some(mut holder) = outer[index] else { continue };
        // A chain is as deep as a sentence has sayings; whoever is outermost holds them all.
        for _ in 0..NEIGHBOURS {
            holder = outer[holder].unwrap_or(holder);
        }
        let inner = kept[index].take();
        if let Some(outermost) = kept[holder].as_mut() {
            outermost.inner.extend(inner);
        }
    }
    kept.into_iter().flatten().collect()
}

/// Leaves out what was read over the words of saying around it: "He had shown “no remorse”, the judge said" is the judge's.
fn without_overreaching(mut found: Vec<StatementDraft>) -> Vec<StatementDraft> {
    let mains: Vec<(usize, usize)> =
        found.iter().filter_map(|draft| Some((draft.main?, draft.start()))).take(NEIGHBOURS).collect();
    found.retain(|draft| {
        let main = draft.main.unwrap_or_default();
        !mains.iter().any(|&(other, start)| main < other && draft.holds(other) && start < main)
    });
    found
}

/// Turns a draft into a statement.
fn finish(
    view: &DocumentView<'_, '_>,
    timexes: &[Timex],
    draft: &StatementDraft,
    speaker: Speaker,
) -> Option<Statement> {
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|range| view.span(range.clone())).collect::<Vec<_>>();
    let mut content: Vec<Span> = draft.content.iter().filter_map(|range| content_span(view, range.clone())).collect();
    content.sort();
    content.first()?;
    let main = draft.main.unwrap_or_else(|| draft.start());
    let sentence = view.document.sentence_at(view.document.tokens[main].span.start)?;
    Some(Statement {
        kind: kind_of(view, draft),
        content,
        cue: spans(&draft.cue),
        source: draft.source.clone().map(|range| view.span(range)).into_iter().collect(),
        entity: speaker.entity,
        speaker: speaker.name,
        anonymous: speaker.anonymous,
        certainty: Certainty::Asserted,
        polarity: if draft.negated { Polarity::Negative } else { Polarity::Positive },
        when: said_at(view, timexes, draft, main),
        sentence,
        nested: Vec::new(),
    })
}

/// Returns the bytes of a stretch of content without marks at its ends.
fn content_span(view: &DocumentView<'_, '_>, range: Range<usize>) -> Option<Span> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && (view.sets_off(start) || matches!(view.norm(start), "\"" | "'")) {
        start += 1;
    }
    let opens_inside =
        |mark: usize| view.quotation_at(mark).is_some_and(|quotation| start < view.tokens_of(quotation).start);
    while start < end && view.is_punct(end - 1) && matches!(view.norm(end - 1), "\"" | "'" | "," | "-") {
        // The mark of a quotation that begins within stays: `the talks “constructive”`.
        if matches!(view.norm(end - 1), "\"" | "'") && opens_inside(end - 1) {
            break;
        }
        end -= 1;
    }
    (start < end).then(|| view.span(start..end))
}

/// Returns how much of the content stands in quotation marks.
fn kind_of(view: &DocumentView<'_, '_>, draft: &StatementDraft) -> StatementKind {
    let words = || draft.content.iter().cloned().flatten().filter(|token| !view.is_punct(*token));
    let (n_words, n_quoted) = (words().count(), words().filter(|token| view.is_quoted(*token)).count());
    match n_quoted {
        0 => StatementKind::Indirect,
        _ if n_words * 9 <= n_quoted * 10 => StatementKind::Direct,
        _ => StatementKind::Mixed,
    }
}

/// How far from the cue the day of saying stands, in tokens.
const WHEN_REACH: usize = 12;

/// Returns whether a token says more of the source, not of the saying: "the mayor, elected in *2021*, said".
fn describes(view: &DocumentView<'_, '_>, source: &Range<usize>, main: usize, mut token: usize) -> bool {
    if source.contains(&token) {
        return true;
    }
    for _ in 0..WHEN_REACH {
        let head = view.head(token);
        if head == token || head == main {
            return false;
        }
        if source.contains(&head) {
            return main < token;
        }
        token = head;
    }
    false
}

/// Returns when something was said: the time named beside the cue, outside what is said.
fn said_at(view: &DocumentView<'_, '_>, timexes: &[Timex], draft: &StatementDraft, main: usize) -> Option<Edtf> {
    let sentence = view.sentence_of(main);
    let near = sentence.start.max(main.saturating_sub(WHEN_REACH))..sentence.end.min(main + WHEN_REACH);
    let span = view.span(near);
    let from = timexes.partition_point(|timex| timex.span.end <= span.start);
    let is_beside = |timex: &&Timex| {
        let mut tokens = view.document.tokens_in(timex.span);
        matches!(timex.kind, TimexType::Date | TimexType::Time)
            && tokens.all(|token| !draft.holds(token) && !view.is_quoted(token))
    };
    let cue = view.document.tokens[main].span.start;
    // "Said Lee, who joined last summer": what a relative clause dates is not the saying.
    let relates = |token: usize| matches!(view.norm(token), "who" | "whose" | "which" | "where");
    let is_of_cue = |timex: &&Timex| {
        let tokens = view.document.tokens_in(timex.span);
        let is_of_source = draft.source.as_ref().is_some_and(|source| describes(view, source, main, tokens.start));
        !(main + 1..tokens.start).any(relates) && !is_of_source
    };
    let beside =
        timexes[from..].iter().take_while(|timex| timex.span.start < span.end).filter(is_beside).filter(is_of_cue);
    beside.min_by_key(|timex| timex.span.start.abs_diff(cue)).and_then(|timex| timex.edtf.clone())
}
