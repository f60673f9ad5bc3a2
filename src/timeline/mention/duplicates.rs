//! Leaves one mention where one sentence tells one thing twice.
//!
//! "The first patient fell ill on August 28, she said" is told by its event; that it was said on the day of the sentence
//! before adds no second entry. "Keel said on Wednesday that the explosion began in a stack of batteries" is told by its
//! statement: the explosion did not begin on Wednesday.

use std::collections::BTreeSet;

use crate::model::{Analysis, Certainty, Edtf, EntryKind, Rel, Span, Statement, StatementKind, TimexType, Upos};

use super::event_mention::EventMention;
use super::statement_index::StatementIndex;
use crate::timeline::date_range::are_of_one_day;

/// Takes out mentions that only tell again what another one of their sentence tells; returns the statements among them.
pub(super) fn drop_duplicates(
    mentions: &mut Vec<EventMention>,
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
) -> Vec<EventMention> {
    mentions.iter_mut().filter(|mention| borrows_day_of_saying(mention, text, index)).for_each(|mention| {
        mention.when = None;
        mention.inherited = false;
    });
    join_open_ends(mentions);
    let is_again = |said: &EventMention| is_told_by_event(said, mentions, text) || is_occasion(said, text, index);
    let again: BTreeSet<usize> = (0..mentions.len()).filter(|&at| is_again(&mentions[at])).collect();
    let mut at = 0;
    let (taken, kept) = std::mem::take(mentions).into_iter().partition(|_| {
        at += 1;
        again.contains(&(at - 1))
    });
    *mentions = kept;
    taken
}

/// Returns whether an event that somebody tells of has its day only from the telling: "said on Wednesday that it began there"; or
/// from the text around a quotation, which tells nothing of when the quoted words are about.
///
/// What follows the words of saying at the end is the writer's own: "…, officials said on Wednesday, as the firm widened a recall".
fn borrows_day_of_saying(mention: &EventMention, text: &Analysis<'_>, index: &StatementIndex<'_>) -> bool {
    if mention.kind == EntryKind::Statement || !mention.inherited {
        return false;
    }
    let (Some(when), Some(said)) = (&mention.when, index.over(mention.span)) else { return false };
    let follows_saying = said.content.len() > 1
        && said.cue.iter().any(|cue| said.content[0].end <= cue.start && cue.end <= mention.span.start);
    let same_day = said.when.as_ref().is_some_and(|day| are_of_one_day(day, when));
    let is_quoted = said.kind == StatementKind::Direct;
    (same_day || is_quoted) && !follows_saying && !names_day(text, &said.content, when)
}

/// Returns whether a time in one of the passages names that day.
fn names_day(text: &Analysis<'_>, passages: &[Span], day: &Edtf) -> bool {
    let inside = |span: Span| passages.iter().any(|passage| passage.contains(span));
    let times = text.timexes.iter().filter(|timex| matches!(timex.kind, TimexType::Date | TimexType::Time));
    times
        .filter(|timex| inside(timex.span))
        .any(|timex| timex.edtf.as_ref().is_some_and(|date| are_of_one_day(date, day)))
}

/// Returns whether what is said is in the timeline as the event that is told, or as what was done: "gathered on Wednesday to
/// remember the dead".
fn is_told_by_event(said: &EventMention, mentions: &[EventMention], text: &Analysis<'_>) -> bool {
    let Some(statement) = said.statement.as_ref().filter(|statement| statement.kind == StatementKind::Indirect) else {
        return false;
    };
    let Some(when) = &said.when else { return false };
    let beside = || {
        let events = mentions.iter().filter(|other| other.line == said.line && other.statement.is_none());
        events.filter(|other| other.when.is_some())
    };
    let content = Span { start: said.span.start, end: said.span.start + statement.content.len() };
    let tells = |event: &EventMention| !event.inherited && content.contains(event.span);
    if said.inherited && beside().any(tells) {
        return true;
    }
    // "He died late on Monday, the hospital said on Tuesday": who is no person of the story gives the news and is none.
    let is_before = |event: &EventMention| {
        let days = event.when.as_ref().and_then(Edtf::day_as_written).zip(when.day_as_written());
        days.is_some_and(|(event, said)| event < said)
    };
    let is_plain = statement.certainty == Certainty::Asserted && !said.is_speaker_named;
    if is_plain && beside().any(|event| tells(event) && is_before(event)) {
        return true;
    }
    let is_of_day = |event: &EventMention| {
        let day = event.when.as_ref();
        day.is_some_and(|day| are_of_one_day(day, when)) && event.span.end <= said.span.start
    };
    let own = text.statements.iter().find(|own| own.content.first() == Some(&said.span));
    own.is_some_and(|own| is_purpose(own, text)) && beside().any(is_of_day)
}

/// Returns whether a noun only names where or to whom something was said that day: "told a news conference on Monday".
fn is_occasion(mention: &EventMention, text: &Analysis<'_>, index: &StatementIndex<'_>) -> bool {
    let document = &text.document;
    let noun = document.tokens_in(mention.span).start;
    let Some(token) = document.tokens.get(noun).filter(|token| token.upos == Upos::Noun) else { return false };
    let is_part = matches!(token.rel, Rel::Obj | Rel::Iobj | Rel::Obl) && mention.lemmas.len() == 1;
    let said_there = |said: &Statement| {
        let same_day = said.when.as_ref().zip(mention.when.as_ref()).is_some_and(|(a, b)| are_of_one_day(a, b));
        same_day && said.cue.iter().any(|cue| document.tokens_in(*cue).contains(&token.head))
    };
    mention.statement.is_none() && is_part && index.touching(mention.span).any(said_there)
}

/// Returns whether somebody only does something in order to say it: "met *to discuss* the drought".
fn is_purpose(statement: &Statement, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let led_by_to = |cue: &Span| {
        let before = document.tokens_in(*cue).start.checked_sub(1);
        before.is_some_and(|before| document.norm(before) == "to")
    };
    !statement.cue.is_empty() && statement.cue.iter().all(led_by_to)
}

/// Joins a mention whose date is only the open end of another's: "2 June" and "since 2 June" in one sentence.
fn join_open_ends(mentions: &mut Vec<EventMention>) {
    let of_events = mentions.iter().filter(|mention| mention.statement.is_none());
    let days: BTreeSet<(usize, EntryKind, String)> = of_events
        .filter_map(|mention| Some((mention.line, mention.kind, mention.when.as_ref()?.to_string())))
        .collect();
    let is_end = |mention: &EventMention| {
        let end = mention.when.as_ref().and_then(Edtf::closed_end).filter(|_| mention.statement.is_none());
        end.is_some_and(|day| days.contains(&(mention.line, mention.kind, day.to_string())))
    };
    mentions.retain(|mention| !is_end(mention));
}
