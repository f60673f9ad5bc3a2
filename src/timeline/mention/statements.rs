//! Reads off one version who said what, and when.
//!
//! "Mr Vane, who became leader in 2023, said on Friday that …" was said on Friday:
//! a date in the words that name the speaker is not the date of saying. Two
//! statements of one sentence by one speaker are one mention, as two verbs of one
//! time are.

use crate::claim::names::is_same_name;
use crate::model::{
    Analysis, Edtf, EntityKind, EntryKind, MentionForm, Span, Statement, StatementKind, Token, Upos, beginning_in,
};

use super::acts::{is_act, is_clause};
use super::event_mention::{EventMention, StatementContent};
use super::participants::{ParticipantReader, Participants};
use super::statement_index::StatementIndex;
use super::statements_table::{NAMED_AS, NEW_CLAUSES, STAND_INS};
use crate::text::dateline;
use crate::text::rule_table::{is_listed, rows};
use crate::text::{is_article, is_possessive, is_preposition, stem};
use crate::timeline::date_range::are_of_one_day;
use crate::timeline::similarity::{self, has_content, number};

/// Fewest content words of a reported statement: "told the Courier" reports nothing.
const MIN_CONTENT_WORDS: usize = 2;

/// Returns what is said in a text, in order of the lines that hold the cues; and what was taken into another statement.
pub(super) fn statements(text: &Analysis<'_>, index: &StatementIndex<'_>) -> (Vec<EventMention>, Vec<EventMention>) {
    let reported = text.statements.iter().filter(|statement| !statement.content.is_empty());
    let reported = reported.filter(|said| !inside_a_source(said, index) && !is_act(said, text));
    let mut mentions: Vec<EventMention> = reported.filter_map(|said| statement(said, text)).collect();
    mentions.sort_by_key(|mention| mention.line);
    same_occasion(&mut mentions, text, index);
    one_a_speaker(mentions)
}

/// Returns what is said within what others say; a timeline has it as part of that.
pub(super) fn nested(text: &Analysis<'_>) -> Vec<EventMention> {
    let inner = text.statements.iter().flat_map(|outer| outer.nested.iter().map(move |inner| (outer, inner)));
    let inner = inner.filter(|(_, inner)| !inner.content.is_empty());
    let mention = |(outer, inner): (&Statement, &Statement)| {
        let mention = statement(inner, text)?;
        // "denied that it had been warned", "declined to say how many": nobody else says anything.
        let other = mention
            .speaker
            .as_deref()
            .is_some_and(|inner| outer.speaker.as_deref().is_none_or(|outer| !is_same_name(inner, outer)));
        let reports = other && mention.statement.as_ref().is_some_and(|said| MIN_CONTENT_WORDS <= said.words.len());
        reports.then(|| EventMention { via: outer.speaker.clone(), ..mention })
    };
    inner.filter_map(mention).collect()
}

/// Notes what each statement tells that somebody did, for a comparison with what stands in its place later.
pub(super) fn set_predicates(mentions: &mut [EventMention], reader: &ParticipantReader<'_>, text: &Analysis<'_>) {
    let document = &text.document;
    for mention in mentions {
        let Some(said) = mention.statement.as_mut().filter(|said| said.kind == StatementKind::Indirect) else {
            continue;
        };
        let inside = document.tokens_in(mention.span);
        let is_top = |token: usize| {
            let Token { head, upos, .. } = document.tokens[token];
            upos == Upos::Verb && (head == token || !inside.contains(&head))
        };
        let Some(root) = inside.clone().find(|&token| is_top(token)) else { continue };
        let Participants { doers, undergoers } = reader.participants(root);
        said.verb = Some(number(&stem(document.lemma(root))));
        said.parts = [doers, undergoers].concat();
    }
}

/// Joins the statements of one sentence, speaker and time; returns those taken in beside.
fn one_a_speaker(mentions: Vec<EventMention>) -> (Vec<EventMention>, Vec<EventMention>) {
    let mut taken = Vec::new();
    let mut kept: Vec<EventMention> = Vec::with_capacity(mentions.len());
    for new in mentions {
        let first = kept.partition_point(|old| old.line < new.line);
        // "said a vendor, who did not want to be named": the second statement is nobody else's.
        let one = |old: &EventMention| old.speaker == new.speaker || old.speaker.is_none() || new.speaker.is_none();
        let same =
            |old: &&mut EventMention| one(old) && (old.when == new.when || old.when.is_none() || new.when.is_none());
        match kept[first..].iter_mut().find(same) {
            Some(old) => taken.extend(take_in(old, new)),
            None => kept.push(new),
        }
    }
    (kept, taken)
}

fn statement(statement: &Statement, text: &Analysis<'_>) -> Option<EventMention> {
    let document = &text.document;
    let parts = statement.content.iter();
    let content = content(statement, text);
    let mut numbers: Vec<u32> = parts.flat_map(|&span| similarity::content_words(text, span)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let is_told_to = statement.cue.iter().any(|cue| matches!(cue.of(document.text), "tell" | "tells" | "told"));
    if statement.kind == StatementKind::Indirect && is_told_to && numbers.len() < MIN_CONTENT_WORDS {
        return None;
    }
    let span = statement.content[0];
    let whole = statement.content.iter().fold(span, |whole, part| whole.cover(*part));
    let is_within = |span: Span| statement.content.iter().any(|part| part.contains(span));
    let dates = beginning_in(&text.timexes, whole).iter().filter(|timex| is_within(timex.span));
    let figures = beginning_in(&text.figures, whole).iter().filter(|figure| is_within(figure.span));
    let speaker = speaker(statement, text);
    let is_speaker_named = speaker.as_deref().is_some_and(|name| is_name(name, statement.entity.is_some()));
    Some(EventMention {
        kind: EntryKind::Statement,
        line: statement.sentence,
        from_line: document.sentence_at(span.start).unwrap_or(statement.sentence).min(statement.sentence),
        when: statement.when.clone().filter(|when| is_of_saying(when, statement, text)),
        span,
        speaker,
        is_speaker_named,
        statement: Some(StatementContent {
            kind: statement.kind,
            content,
            words: numbers,
            certainty: statement.certainty,
            polarity: statement.polarity,
            dates: dates.filter_map(|timex| timex.edtf.clone()).collect(),
            figures: figures.map(|figure| figure.span.of(document.text).to_owned()).collect(),
            ..StatementContent::default()
        }),
        ..EventMention::default()
    })
}

/// Returns whether words name somebody: the last is written as a name, and another too unless the text knows who it is.
///
/// "Pedro Salgado", but not "Two European diplomats" or "Police".
fn is_name(words: &str, is_known: bool) -> bool {
    let is_written_so = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let own: Vec<&str> = words.split(' ').filter(|word| !is_article(&word.to_lowercase())).collect();
    let capitals = own.iter().copied().filter(|word| is_written_so(word)).count();
    // "unofficial results from the Board of Elections" are nobody.
    let head = own.iter().take_while(|word| !is_preposition(&word.to_lowercase()));
    let head_is_name = head.copied().any(|word| is_written_so(&word));
    own.last().is_some_and(is_written_so) && (is_known || 1 < capitals && head_is_name)
}

/// Returns what is said in its own words.
///
/// A statement without a speaker keeps its verb ("The trial is expected to last six weeks"), and so does what is no clause
/// without it: "declined to say how many", "promised an inquiry".
fn content(statement: &Statement, analysis: &Analysis<'_>) -> String {
    let text = analysis.document.text;
    let parts = &statement.content;
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let is_around = |cue: &Span| first.end <= cue.start && cue.end <= last.start;
    match statement.source.is_empty() && statement.cue.iter().any(is_around) {
        true => Span::new(first.start, last.end).of(text).to_owned(),
        false => {
            let verb = statement.cue.last().filter(|cue| cue.end <= first.start && !is_clause(statement, analysis));
            let begun = verb.and_then(|cue| text.get(cue.start..first.end)).filter(|begun| !begun.contains(['“', '"']));
            let first = begun.unwrap_or_else(|| first.of(text));
            let rest = parts[1..].iter().map(|span| span.of(text));
            std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Takes a second statement of the same sentence, speaker and time into the first, and returns the one with fewer words.
fn take_in(old: &mut EventMention, mut new: EventMention) -> Option<EventMention> {
    let words = |mention: &EventMention| mention.statement.as_ref().map_or(0, |said| said.words.len());
    if old.when.is_none() {
        (old.when, old.inherited) = (new.when.clone(), new.inherited);
    }
    let (mine, theirs) = (old.speaker.is_some(), new.speaker.is_some());
    if mine != theirs {
        old.speaker = old.speaker.take().or(new.speaker.take());
        old.is_speaker_named |= new.is_speaker_named;
    }
    if words(old) < words(&new) && mine == theirs || theirs && !mine {
        std::mem::swap(&mut old.statement, &mut new.statement);
        std::mem::swap(&mut old.span, &mut new.span);
        std::mem::swap(&mut old.from_line, &mut new.from_line);
    }
    old.from_line = old.from_line.min(new.from_line);
    if mine != theirs {
        return Some(new);
    }
    let mut all = [old.statement.as_ref()?.words.as_slice(), new.statement.as_ref()?.words.as_slice()].concat();
    all.sort_unstable();
    all.dedup();
    old.statement.as_mut()?.words = all;
    Some(new)
}

/// Returns whether a statement only describes the speaker of another: "officials, who spoke to discuss private talks".
fn inside_a_source(said: &Statement, index: &StatementIndex<'_>) -> bool {
    let inside = |source: &Span| said.content.iter().all(|content| source.contains(*content));
    said.content.first().is_some_and(|first| index.touching(*first).any(|other| other.source.iter().any(inside)))
}

/// Returns the speaker's name, unless what was taken for one is a stand-in, a time, a place line or half a phrase.
fn speaker(statement: &Statement, text: &Analysis<'_>) -> Option<String> {
    let name = statement.speaker.as_ref()?;
    let lower = name.to_lowercase();
    let last = lower.rsplit_once(' ').map_or("speaker", |(_, last)| last);
    if is_listed(STAND_INS, &lower) || !has_content(last) {
        return None;
    }
    let Some(source) = statement.source.first() else { return Some(name.clone()) };
    if let Some(name) = named_as(described(*source, text)) {
        return Some(name);
    }
    if let Some(name) = name_in_apposition(*source, text) {
        return Some(name);
    }
    if let Some(before) = described_before(statement, *source, text) {
        return speaker(before, text);
    }
    if is_place_line(*source, text) {
        return None;
    }
    let times = beginning_in(&text.timexes, *source).iter().rev().filter(|timex| source.contains(timex.span));
    let behind = times.into_iter().find_map(|timex| Some(name.split_once(timex.span.of(text.document.text))?.1));
    match behind {
        None => Some(name.clone()),
        Some(rest) => without_time(rest),
    }
}

/// Returns the person that a source ends in, behind a role: "Leader of the Council, Councillor Ann Lee".
fn name_in_apposition(source: Span, text: &Analysis<'_>) -> Option<String> {
    let words = source.of(text.document.text);
    let comma = source.start + words.find(", ")?;
    let persons = || {
        let named = beginning_in(&text.mentions, source)
            .iter()
            .filter(|mention| mention.form == MentionForm::Name && source.contains(mention.span));
        named.filter(|mention| text.entities[mention.entity].kind == EntityKind::Person)
    };
    let last = persons().next_back().filter(|mention| comma < mention.span.start)?;
    let ends = text.document.text.get(last.span.end..source.end)?.trim_matches([',', ' ']).is_empty();
    let alone = persons().all(|mention| comma < mention.span.start);
    (ends && alone).then(|| text.entities[last.entity].name.clone())
}

/// Returns the name that the words for a source end in.
fn named_as(source: &str) -> Option<String> {
    let behind = rows(NAMED_AS).find_map(|words| Some(source.split_once(words)?.1))?;
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let name = behind.split_whitespace().take_while(is_name).collect::<Vec<_>>().join(" ");
    let name = name.trim_end_matches([',', '.']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Returns the words for a source with the relative clause behind them: "a passenger *who gave her name …*".
fn described<'t>(source: Span, text: &Analysis<'t>) -> &'t str {
    let document = &text.document;
    let end = document.sentence_at(source.start).map_or(source.end, |at| document.sentences[at].span.end);
    let behind = document.text.get(source.end..end).unwrap_or_default();
    let is_clause = behind.trim_start_matches(',').starts_with(" who ");
    let end = if is_clause { end } else { source.end };
    document.text.get(source.start..end).unwrap_or_default()
}

/// Returns the antecedent statement of a pronoun source: the one just before, in this paragraph or the last,
/// if the words for its source hold a pronoun of that gender.
fn described_before<'a>(statement: &Statement, source: Span, text: &'a Analysis<'_>) -> Option<&'a Statement> {
    let document = &text.document;
    let own: &[&str] = match source.of(document.text).to_lowercase().as_str() {
        "he" => &["he", "him", "his"],
        "she" => &["her", "she"],
        _ => return None,
    };
    let start = |said: &Statement| said.content.first().map_or(0, |content| content.start);
    let before = &text.statements[..text.statements.partition_point(|other| start(other) < start(statement))];
    let before = before.last().filter(|other| !other.content.is_empty())?;
    let paragraph = |said: &Statement| document.sentences.get(said.sentence).map(|sentence| sentence.paragraph);
    let near = paragraph(before)? <= paragraph(statement)? && paragraph(statement)? <= paragraph(before)? + 1;
    let words = described(*before.source.first()?, text).to_lowercase();
    let held = words.split(|c: char| !c.is_alphanumeric()).any(|word| own.contains(&word));
    (near && held && words.contains(' ')).then_some(before)
}

/// Returns the name behind a time that was taken for part of it: "Monday after Ann Lee".
fn without_time(rest: &str) -> Option<String> {
    let words = rest.split_whitespace().skip_while(|word| !has_content(&word.to_lowercase()));
    let name = words.collect::<Vec<_>>().join(" ");
    name.chars().any(char::is_alphabetic).then_some(name)
}

/// Returns whether a source is the place line of a report: "LONDON (Harbour Wire) — …".
fn is_place_line(source: Span, text: &Analysis<'_>) -> bool {
    text.document.sentence_at(source.start).is_some_and(|at| dateline::holds(&text.document, at, source))
}

/// Returns whether a date belongs to the saying: not to the words that name the speaker, nor to another clause.
fn is_of_saying(when: &Edtf, statement: &Statement, text: &Analysis<'_>) -> bool {
    let Some(sentence) = text.document.sentences.get(statement.sentence) else { return true };
    let same = |date: &Edtf| are_of_one_day(date, when);
    let here = beginning_in(&text.timexes, sentence.span).iter().filter(|timex| sentence.span.contains(timex.span));
    let mut found = here.filter(|timex| timex.edtf.as_ref().is_some_and(same)).peekable();
    if found.peek().is_none() {
        return true;
    }
    found.any(|timex| {
        let said = statement.source.iter().chain(&statement.cue);
        let inside = statement.source.iter().any(|source| source.contains(timex.span));
        let between = said.map(|span| text.document.text.get(gap(*span, timex.span)).unwrap_or_default());
        !inside && between.min_by_key(|words| words.len()).is_none_or(|words| !crosses(words))
    })
}

/// Returns the range between two spans.
fn gap(a: Span, b: Span) -> std::ops::Range<usize> {
    if a.start <= b.start { a.end.min(b.start)..b.start } else { b.end.min(a.start)..a.start }
}

fn crosses(words: &str) -> bool {
    rows(NEW_CLAUSES).any(|clause| words.contains(clause))
}

/// Dates a statement that follows a dated one of the same speaker: it is the same occasion.
///
/// "He told reporters on Wednesday that …" and, in this paragraph or the next,
/// "“The alarm sounded,” he said."
fn same_occasion(mentions: &mut [EventMention], text: &Analysis<'_>, index: &StatementIndex<'_>) {
    let paragraph = |line: usize| text.document.sentences.get(line).map_or(0, |sentence| sentence.paragraph);
    let mut last: Option<(String, Edtf, usize)> = None;
    let mut last_line = 0;
    for mention in mentions {
        let Some(speaker) = &mention.speaker else { continue };
        let here = paragraph(mention.line);
        match (&mention.when, &last) {
            (Some(when), _) => {
                last = Some((speaker.clone(), when.clone(), here));
                last_line = mention.line;
            }
            (None, Some((name, when, there)))
                if is_same_occasion(name, speaker, here, *there)
                    || here == *there && belongs(mention.span, text, index) =>
            {
                mention.when = Some(when.clone());
                mention.inherited = true;
                last = Some((name.clone(), when.clone(), here));
            }
            // Whoever else is quoted in the very sentence does not end it.
            (None, _) if mention.line == last_line => {}
            (None, _) => last = None,
        }
    }
}

/// Returns whether a speaker is the one before, in this paragraph or the next.
fn is_same_occasion(before: &str, speaker: &str, here: usize, there: usize) -> bool {
    is_same_name(before, speaker) && here <= there + 1
}

/// Returns whether whoever says `content` belongs to someone named before: "its president, Ann Lee".
fn belongs(content: Span, text: &Analysis<'_>, index: &StatementIndex<'_>) -> bool {
    let said = index.touching(content).find(|statement| statement.content.first() == Some(&content));
    let source = said.and_then(|statement| statement.source.first());
    let first = source.and_then(|source| source.of(text.document.text).split_whitespace().next());
    first.is_some_and(|first| is_possessive(&first.to_lowercase()))
}
