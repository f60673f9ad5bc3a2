//! Reads off one version what it mentions: step one of a timeline.
//!
//! "The meeting began at 7pm and was halted at 9.20pm, the mayor said on Friday."
//! gives three mentions of one line: two events with clock times and, where the
//! day of saying is given, one statement. Denied and merely imagined events give
//! none, for they never happened; what is said of them is still a statement. A
//! date that is only assumed from publication is left out here already, so that
//! no later step can take it for a stated one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{
    Analysis, Basis, Bound, DocumentTime, Edtf, EntryKind, Event, Figure, Rel, Role, Setting, Side, Span, Timex,
    TimexType, Upos, beginning_in, is_day_by_today, month_named, weekday_named,
};

use super::duplicates::drop_duplicates;
use super::event_kind::kind_of;
use super::event_mention::{EventMention, MentionSentence, ReportedFigure, VersionMentions};
use super::extract_table::{ENDS, STAYING};
use super::participants::ParticipantReader;
use super::statement_index::StatementIndex;
use super::{connectives, nominal_events, statements};
use crate::claim::events::is_compared;
use crate::text::dateline;
use crate::text::reporting_verbs::has_speech_role;
use crate::text::reporting_verbs_table::SpeechRole;
use crate::text::rule_table::is_listed;
use crate::time::calendar::iso_duration::read_length;
use crate::timeline::date_range::{are_of_one_day, day_named, end_day};
use crate::timeline::similarity;

/// Reads off one version what it mentions.
pub fn gather(side: &Side<'_>, captured: Option<DocumentTime>) -> VersionMentions {
    let text = &side.text;
    let reader = ParticipantReader::new(text);
    let (mentions, unlisted_statements) = mentions_of(text, side.setting, &reader);
    VersionMentions {
        mark: side.mark(),
        captured,
        published: side.setting.published,
        title: side.title.as_ref().map(|title| title.document.text.trim().to_owned()),
        lines: lines_of(text),
        mentions,
        unlisted_statements,
    }
}

fn lines_of(text: &Analysis<'_>) -> Vec<MentionSentence> {
    let document = &text.document;
    let mut lines: Vec<MentionSentence> = document
        .sentences
        .iter()
        .enumerate()
        .map(|(index, sentence)| {
            // The outlet's dateline reports nothing: "ABERFORD, Sept 14 (Northgate Wire) - A bridge fell."
            let first_token = dateline::end(document, index).map(|first| document.tokens[first].span.start);
            let span = Span { start: first_token.unwrap_or(sentence.span.start), ..sentence.span };
            MentionSentence {
                text: span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" "),
                span,
                role: sentence.role,
                paragraph: sentence.paragraph,
                words: similarity::content_words(text, span),
                ..MentionSentence::default()
            }
        })
        .collect();
    set_attribution(text, &mut lines);
    for timex in &text.timexes {
        let line = document.sentence_at(timex.span.start).filter(|&line| lines[line].span.contains(timex.span));
        let Some(line) = line.map(|line| &mut lines[line]) else { continue };
        line.times.push_str(&timex.span.of(document.text).to_lowercase());
        line.times.push(';');
        line.days.extend(day_named(timex));
    }
    for figure in &text.figures {
        let line = document.sentence_at(figure.span.start).filter(|&line| may_count(lines[line].role));
        if let Some(line) = line.filter(|_| !in_notice(text, figure.span)) {
            lines[line].figures.push(reported_figure(figure, text));
        }
    }
    for (figure, line) in text.timexes.iter().filter_map(|timex| duration(timex, text)) {
        lines[line].figures.push(figure);
    }
    lines
}

/// Returns a length of time as a figure, with its line: "10 and a half years" and "126 months" are one.
fn duration(timex: &Timex, text: &Analysis<'_>) -> Option<(ReportedFigure, usize)> {
    let (value, unit) = read_length(&timex.value).filter(|_| timex.kind == TimexType::Duration)?;
    let line = text.document.sentence_at(timex.span.start)?;
    let unit = Some(unit.as_str().to_owned());
    let figure = Figure { span: timex.span, value, upper: None, unit, of: None, bound: Bound::Exact };
    let counts = may_count(text.document.sentences[line].role) && !in_notice(text, timex.span);
    counts.then(|| (reported_figure(&figure, text), line))
}

/// Notes which words of a line only say who says so.
fn set_attribution(text: &Analysis<'_>, lines: &mut [MentionSentence]) {
    for statement in &text.statements {
        let Some(line) = lines.get_mut(statement.sentence) else { continue };
        let spans = statement.source.iter().chain(&statement.cue).filter(|span| line.span.contains(**span));
        line.attribution.extend(spans.flat_map(|span| similarity::content_words(text, *span)));
    }
    for line in lines {
        let MentionSentence { words, attribution, .. } = line;
        attribution.sort_unstable();
        attribution.dedup();
        words.retain(|word| attribution.binary_search(word).is_err());
    }
}

/// Content words before and behind a figure that say what is counted.
const COUNTED: usize = 3;

fn reported_figure(figure: &Figure, text: &Analysis<'_>) -> ReportedFigure {
    ReportedFigure {
        words: figure.span.of(text.document.text).to_owned(),
        lead: similarity::words_before(text, figure.span, COUNTED),
        near: similarity::words_after(text, figure.span, COUNTED),
        span: figure.span,
        value: figure.value,
        unit: figure.unit.clone(),
        of: figure.of.clone(),
        bound: figure.bound,
    }
}

/// Returns whether a passage of this role may count something; a correction quotes the count that was wrong.
const fn may_count(role: Role) -> bool {
    may_report(role) || matches!(role, Role::Headline)
}

fn in_notice(text: &Analysis<'_>, span: Span) -> bool {
    text.notices.iter().any(|notice| notice.span.overlaps(span))
}

/// Returns whether a passage may hold news; a byline or a button may not.
const fn may_report(role: Role) -> bool {
    matches!(role, Role::Standfirst | Role::Body | Role::Caption | Role::ListItem | Role::PullQuote)
}

/// Returns what a timeline lists, and the statements beside it.
fn mentions_of(
    text: &Analysis<'_>,
    setting: Setting,
    reader: &ParticipantReader<'_>,
) -> (Vec<EventMention>, Vec<EventMention>) {
    let published = setting.published;
    let today = published.map(|time| time.day(setting.timezone));
    let sentence = |index: usize| text.document.sentences.get(index);
    let index = StatementIndex::new(text);
    let (mut mentions, mut unlisted_statements) = statements::statements(text, &index);
    statements::set_predicates(&mut mentions, reader, text);
    unlisted_statements.extend(statements::nested(text));
    mentions.extend(without_borrowed(events_of(text, &index, today, reader)));
    mentions.extend(nominal_events::nominal_events(text, &mentions, published));
    for list in [&mut mentions, &mut unlisted_statements] {
        list.retain(|mention| {
            sentence(mention.line).is_some_and(|sentence| may_report(sentence.role) && !in_notice(text, sentence.span))
        });
    }
    date_by_only_time(&mut mentions, text, &index);
    date_before_report(&mut mentions, text, published);
    unlisted_statements.extend(drop_duplicates(&mut mentions, text, &index));
    let mut shadows = drop_shadows(&mut mentions, text, &index);
    shadows.retain(|mention| mention.statement.is_some());
    unlisted_statements.extend(shadows);
    for list in [&mut mentions, &mut unlisted_statements] {
        list.sort_by_key(|mention| (mention.line, mention.span.start, mention.kind));
    }
    connectives::mark_order(&mut mentions, &text.document);
    (mentions, unlisted_statements)
}

/// Dates an event in the past tense before its report: "began at 7pm" in a morning paper was last night.
///
/// What only a noun names lies ahead then: "is due to chair a meeting at 09:30".
fn date_before_report(mentions: &mut [EventMention], text: &Analysis<'_>, published: Option<DocumentTime>) {
    let Some(DocumentTime::Instant(published)) = published else { return };
    for mention in mentions.iter_mut().filter(|mention| mention.kind == EntryKind::Event) {
        let Some(when) = mention.when.as_ref().filter(|when| when.has_time_of_day()) else {
            continue;
        };
        let ahead = when.earliest(chrono_tz::Tz::UTC) - published;
        let token = text.document.tokens_in(mention.span).start;
        let is_noun = text.document.tokens.get(token).is_some_and(|token| token.upos == Upos::Noun);
        if chrono::TimeDelta::zero() < ahead && ahead < chrono::TimeDelta::days(1) {
            match is_noun {
                true => mention.kind = EntryKind::Planned,
                // A clock time moves no named weekday to another, and no date at all.
                false => match day_words(mention.line, when, text) {
                    DayWords::Weekday => mention.when = days_before(when, 7),
                    DayWords::Date => {}
                    DayWords::None => mention.when = days_before(when, 1),
                },
            }
        }
    }
}

/// Returns the same time of day, so many days earlier.
fn days_before(when: &Edtf, days: u64) -> Option<Edtf> {
    when.on_day(when.day_as_written()?.checked_sub_days(chrono::Days::new(days))?)
}

/// By what the words of a time name its day.
enum DayWords {
    /// By its weekday: one of many.
    Weekday,
    /// By its date, or by today: "at 3pm today", "at 7 this morning".
    Date,
    /// Not at all: "at 7pm".
    None,
}

/// Returns by what the words of a sentence name the day of a time.
fn day_words(line: usize, when: &Edtf, text: &Analysis<'_>) -> DayWords {
    let of_line = |timex: &&Timex| text.document.sentence_at(timex.span.start) == Some(line);
    let named = text.timexes.iter().filter(of_line).filter(|timex| timex.edtf.as_ref() == Some(when));
    let words = named.flat_map(|timex| timex.span.of(text.document.text).split([' ', ',', '\n']));
    let (mut is_weekday, mut is_date) = (false, false);
    for word in words {
        is_weekday |= weekday_named(word.trim_end_matches('.')).is_some();
        is_date |= month_named(word.trim_end_matches('.')).is_some()
            || is_day_by_today(word)
            || matches!(word, "this" | "last");
    }
    match () {
        () if is_date => DayWords::Date,
        () if is_weekday => DayWords::Weekday,
        () => DayWords::None,
    }
}

/// Dates a sentence's first event by the one time that the sentence names, where grammar tied it to nothing.
fn date_by_only_time(mentions: &mut [EventMention], text: &Analysis<'_>, index: &StatementIndex<'_>) {
    let dated: BTreeSet<usize> =
        mentions.iter().filter(|mention| mention.when.is_some()).map(|mention| mention.line).collect();
    let mut times: BTreeMap<usize, Vec<&Timex>> = BTreeMap::new();
    for timex in &text.timexes {
        if let Some(line) = text.document.sentence_at(timex.span.start).filter(|line| !dated.contains(line)) {
            times.entry(line).or_default().push(timex);
        }
    }
    for (line, times) in times {
        let [timex @ Timex { span, kind: TimexType::Date | TimexType::Time, edtf: Some(when), .. }] = times[..] else {
            continue;
        };
        if is_bound(*span, text) || is_compared(&text.document, timex) {
            continue;
        }
        let level = |span: Span| index.over(span).map(|statement| statement.content[0]);
        let event = mentions
            .iter_mut()
            .find(|mention| mention.line == line && mention.statement.is_none() && level(mention.span) == level(*span));
        if let Some(event) = event {
            event.when = Some(when.clone());
        }
    }
}

fn is_bound(span: Span, text: &Analysis<'_>) -> bool {
    let first = text.document.tokens_in(span).start;
    first.checked_sub(1).is_some_and(|before| is_listed(ENDS, text.document.norm(before)))
}

/// Content words behind a verb that are taken for what it is done to.
const OBJECT: usize = 2;

/// Returns one mention for each sentence, kind and time.
fn events_of(
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
    today: Option<NaiveDate>,
    reader: &ParticipantReader<'_>,
) -> Vec<EventMention> {
    let mut found: BTreeMap<(usize, EntryKind, String), EventMention> = BTreeMap::new();
    for event in &text.events {
        let Some(mut kind) = kind_of(event, text, index, today) else { continue };
        let mut when = stated_date(event, text);
        if kind == EntryKind::Event && when.as_ref().is_some_and(|when| ends_ahead(when, today)) {
            // "The bridge remains shut until Friday" tells how things stand, and to when.
            match holds_now(event, text) {
                true => kind = EntryKind::Planned,
                false => when = None,
            }
        }
        if is_only_referred_to(event, text) {
            continue;
        }
        let key = (event.sentence, kind, when.as_ref().map(Edtf::to_string).unwrap_or_default());
        let mention = found.entry(key).or_insert_with(|| EventMention {
            kind,
            line: event.sentence,
            from_line: event.sentence,
            when,
            inherited: true,
            recalled: true,
            span: event.span,
            speaker: index.over(event.span).and_then(|statement| statement.speaker.clone()),
            ..EventMention::default()
        });
        mention.inherited &= event.basis != Basis::Stated;
        mention.recalled &= is_recalled(event, text);
        if !mention.lemmas.contains(&event.lemma) {
            mention.lemmas.push(event.lemma.clone());
            mention.object.extend(similarity::words_after(text, event.span, OBJECT));
            let token = text.document.tokens_in(event.span).start;
            mention.senses.extend(reader.senses(token));
            let participants = reader.participants(token);
            mention.doers.extend(participants.doers);
            mention.undergoers.extend(participants.undergoers);
        }
    }
    let sorted = |mut mention: EventMention| {
        mention.senses.sort_unstable();
        mention.senses.dedup();
        for words in [&mut mention.doers, &mut mention.undergoers] {
            words.sort_unstable();
            words.dedup();
        }
        mention
    };
    found.into_values().map(sorted).collect()
}

/// Returns whether a verb says how things are at the time of writing.
fn holds_now(event: &Event, text: &Analysis<'_>) -> bool {
    let token = text.document.tokens_in(event.span).start;
    text.document.tokens.get(token).is_some_and(|token| matches!(token.penn, "VBZ" | "VBP"))
}

/// Words between "after" and the event that it refers to, at the most.
const REFERRED: usize = 6;

/// Returns whether a noun only says before or after what something else happened: "two days after the election of May 14".
fn is_only_referred_to(event: &Event, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let token = document.tokens_in(event.span).start;
    if document.tokens.get(token).is_none_or(|token| token.upos != Upos::Noun) {
        return false;
    }
    let before = (token.saturating_sub(REFERRED)..token).rev();
    let mut phrase =
        before.take_while(|&token| !matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Punct));
    phrase.any(|token| matches!(document.norm(token), "after" | "before"))
}

/// Leaves out plans that have their day from what happened then: "agreed on Friday to be sold" was not sold on Friday.
fn without_borrowed(mentions: Vec<EventMention>) -> Vec<EventMention> {
    let happened = |mention: &EventMention| mention.kind == EntryKind::Event && mention.when.is_some();
    let days: BTreeSet<(usize, String)> = mentions
        .iter()
        .filter(|mention| happened(mention))
        .filter_map(|mention| Some((mention.line, mention.when.as_ref()?.to_string())))
        .collect();
    let borrows = |mention: &EventMention| {
        let day = mention.when.as_ref().map(|when| (mention.line, when.to_string()));
        mention.kind == EntryKind::Planned && mention.inherited && day.is_some_and(|day| days.contains(&day))
    };
    mentions.into_iter().filter(|mention| !borrows(mention)).collect()
}

/// Climbs of a tree that is none end here.
const MAX_CLIMB: usize = 12;

/// Returns whether an event stands in a relative clause: it says which thing is meant, and is not the news itself.
fn is_recalled(event: &Event, text: &Analysis<'_>) -> bool {
    let tokens = &text.document.tokens;
    let first = text.document.tokens_in(event.span).start;
    let chain = std::iter::successors(Some(first), |&at| Some(tokens.get(at)?.head).filter(|&head| head != at));
    chain.take(MAX_CLIMB).any(|at| tokens.get(at).is_some_and(|token| token.rel == Rel::Acl))
}

/// Returns whether an event stands in a relative clause, beside the news: "Lee, who took over in 1957, said …".
fn is_aside(mention: &EventMention, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let event = document.tokens_in(mention.span).start;
    let opens = |token: usize| {
        document.tokens[token].head == event
            && matches!(document.norm(token), "who" | "which" | "that")
            && !matches!(document.tokens[token].rel, Rel::Mark | Rel::Det)
    };
    mention.recalled && (event.saturating_sub(REFERRED).max(1)..event).any(opens)
}

/// Returns whether a date is only an end that lies ahead, which says nothing of what has happened: "was closed until Friday".
fn ends_ahead(when: &Edtf, today: Option<NaiveDate>) -> bool {
    end_day(when).zip(today).is_some_and(|(end, today)| today < end)
}

/// Returns the date that the text gives an event; one assumed from publication is none.
///
/// A date is inherited within a paragraph or from the one before it; from
/// further off it is rather a guess.
fn stated_date(event: &Event, text: &Analysis<'_>) -> Option<Edtf> {
    let when = event.when.as_ref()?;
    let is_stated = match event.basis {
        Basis::Stated => true,
        Basis::Inherited => {
            let paragraph = |offset: usize| {
                text.document.sentence_at(offset).map(|sentence| text.document.sentences[sentence].paragraph)
            };
            let here = paragraph(event.span.start)?;
            let near =
                |timex: &&Timex| paragraph(timex.span.start).is_some_and(|there| there <= here && here <= there + 1);
            let same = |date: &Edtf| are_of_one_day(date, when);
            let reach = paragraphs_before(text, here, event.span);
            beginning_in(&text.timexes, reach).iter().filter(near).any(|timex| timex.edtf.as_ref().is_some_and(same))
        }
        Basis::Document | Basis::None => false,
    };
    is_stated.then(|| when.clone())
}

/// Returns where a paragraph and the one before it stand, for an event of the paragraph.
fn paragraphs_before(text: &Analysis<'_>, here: usize, event: Span) -> Span {
    let sentences = &text.document.sentences;
    let first = sentences.partition_point(|sentence| sentence.paragraph + 1 < here);
    let last = sentences.partition_point(|sentence| sentence.paragraph <= here);
    let of = sentences.get(first..last).unwrap_or_default();
    of.iter().fold(event, |whole, sentence| whole.cover(sentence.span))
}

/// Takes out an undated mention where its words stand in the timeline already, or say how things are in general.
fn drop_shadows(
    mentions: &mut Vec<EventMention>,
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
) -> Vec<EventMention> {
    let lines = |mention: &EventMention| mention.from_line..=mention.line;
    let is_news =
        |mention: &&EventMention| mention.when.is_some() && (mention.statement.is_some() || !is_aside(mention, text));
    let dated: BTreeSet<usize> = mentions.iter().filter(is_news).flat_map(lines).collect();
    let spoken: BTreeSet<usize> =
        mentions.iter().filter(|mention| mention.statement.is_some()).flat_map(lines).collect();
    let said = |mention: &EventMention| {
        let line = mentions.iter().filter(|other| other.line == mention.line && other.statement.is_some());
        mention.kind == EntryKind::Event
            && mention.lemmas.iter().all(|lemma| has_speech_role(lemma, SpeechRole::OnlySpeech))
            && line.into_iter().any(|other| other.when == mention.when)
    };
    let speech: BTreeSet<(usize, usize)> =
        mentions.iter().filter(|mention| said(mention)).map(|mention| (mention.line, mention.span.start)).collect();
    let is_listed = |mention: &EventMention| match (&mention.when, &mention.statement) {
        (Some(_), None) if speech.contains(&(mention.line, mention.span.start)) => false,
        (None, _) if dated.contains(&mention.line) => false,
        (Some(_), _) | (None, Some(_)) => true,
        (None, None) => {
            !spoken.contains(&mention.line) && index.over(mention.span).is_none() && !is_general(mention, text)
        }
    };
    let (kept, mut shadows): (Vec<EventMention>, Vec<EventMention>) =
        std::mem::take(mentions).into_iter().partition(is_listed);
    // One undated entry a sentence: "will raise its share, the most it is allowed to" is the plan.
    let plans: BTreeSet<usize> = undated_of(&kept, EntryKind::Planned).collect();
    let again = |mention: &EventMention| {
        mention.when.is_none() && mention.kind == EntryKind::Event && plans.contains(&mention.line)
    };
    let (again, kept): (Vec<EventMention>, Vec<EventMention>) = kept.into_iter().partition(again);
    *mentions = kept;
    shadows.extend(again);
    shadows
}

fn undated_of(mentions: &[EventMention], kind: EntryKind) -> impl Iterator<Item = usize> {
    mentions.iter().filter(move |mention| mention.when.is_none() && mention.kind == kind).map(|mention| mention.line)
}

/// Returns whether an undated mention says how things are, not what happened: "Hearings are held in public."
///
/// A standfirst or caption reports its news in the present tense; running text does not.
fn is_general(mention: &EventMention, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let Some(sentence) = document.sentences.get(mention.line) else { return true };
    if mention.kind == EntryKind::Planned {
        return mention.lemmas.iter().all(|lemma| is_listed(STAYING, lemma));
    }
    if mention.kind != EntryKind::Event || sentence.role != Role::Body {
        return false;
    }
    if sentence.span.of(document.text).trim_end().ends_with(':') {
        return true;
    }
    let Some(root) = sentence.tokens.clone().find(|&token| document.tokens[token].head == token) else { return false };
    let helpers = || {
        let all = sentence.tokens.clone().filter(|&token| token != root && document.tokens[token].head == root);
        all.filter(|&token| matches!(document.tokens[token].rel, Rel::Aux | Rel::Cop))
    };
    let present = |token: usize| matches!(document.tokens[token].penn, "VBZ" | "VBP");
    let is_ongoing = document.tokens[root].penn == "VBG";
    let perfect = helpers().any(|token| document.lemma(token) == "have" || document.norm(token) == "been");
    let state = helpers().any(|token| present(token) || document.tokens[token].penn == "MD");
    present(root) || state && !is_ongoing && !perfect
}
