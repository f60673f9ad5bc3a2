//! Reads off one version what it tells: step one of a timeline.
//!
//! "The meeting began at 7pm and was halted at 9.20pm, the mayor said on Friday."
//! gives three tellings of one line: two events with clock times and, where the
//! day of saying is told, one statement. Denied and merely imagined events give
//! none, for they never happened; what is said of them is still a statement. A
//! date that is only assumed from publication is left out here already, so that
//! no later step can take it for a told one.

use std::collections::BTreeMap;

use crate::model::{
    Analysis, Basis, Certainty, DocumentTime, Edtf, EntryKind, Event, Figure, Modality, Role, Side, Span, Statement,
    TimexType,
};

use super::bounds::day_of;
use super::telling::{FigureTold, Line, Said, Telling, VersionTellings};
use super::words;

/// Reads off one version what it tells.
pub fn gather(side: &Side<'_>, captured: Option<DocumentTime>) -> VersionTellings {
    let text = &side.text;
    VersionTellings {
        captured,
        published: side.setting.published,
        title: side.title.as_ref().map(|title| title.document.text.trim().to_owned()),
        lines: lines_of(text),
        tellings: tellings_of(text),
    }
}

fn lines_of(text: &Analysis<'_>) -> Vec<Line> {
    let document = &text.document;
    let mut lines: Vec<Line> = document
        .sentences
        .iter()
        .map(|sentence| Line {
            text: sentence.span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" "),
            span: sentence.span,
            role: sentence.role,
            paragraph: sentence.paragraph,
            words: words::of_span(text, sentence.span),
            ..Line::default()
        })
        .collect();
    for timex in &text.timexes {
        let is_point = matches!(timex.kind, TimexType::Date | TimexType::Time);
        let day = timex.edtf.as_ref().filter(|_| is_point).and_then(day_of);
        if let (Some(day), Some(line)) = (day, document.sentence_at(timex.span.start)) {
            lines[line].days.push(day);
        }
    }
    for figure in &text.figures {
        if let Some(line) = document.sentence_at(figure.span.start) {
            lines[line].figures.push(told(figure, document.text));
        }
    }
    lines
}

fn told(figure: &Figure, text: &str) -> FigureTold {
    FigureTold {
        words: figure.span.of(text).to_owned(),
        span: figure.span,
        value: figure.value,
        unit: figure.unit.clone(),
        of: figure.of.clone(),
        bound: figure.bound,
    }
}

/// Tells whether a passage may hold news; a byline or a button may not.
const fn tells(role: Role) -> bool {
    matches!(role, Role::Standfirst | Role::Body | Role::Caption | Role::ListItem | Role::PullQuote)
}

fn tellings_of(text: &Analysis<'_>) -> Vec<Telling> {
    let role = |sentence: usize| text.document.sentences.get(sentence).map(|sentence| sentence.role);
    let mut tellings = statements_of(text);
    tellings.extend(events_of(text));
    tellings.retain(|telling| role(telling.line).is_some_and(tells));
    drop_shadows(&mut tellings);
    tellings.sort_by_key(|telling| (telling.line, telling.span.start, telling.kind));
    tellings
}

fn statements_of(text: &Analysis<'_>) -> Vec<Telling> {
    text.statements.iter().filter(|statement| !statement.content.is_empty()).map(|said| statement(said, text)).collect()
}

fn statement(statement: &Statement, text: &Analysis<'_>) -> Telling {
    let document = &text.document;
    let parts = statement.content.iter();
    let content = parts.clone().map(|span| span.of(document.text)).collect::<Vec<_>>().join(" ");
    let mut numbers: Vec<u32> = parts.flat_map(|&span| words::of_span(text, span)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let span = statement.content[0];
    Telling {
        kind: EntryKind::Statement,
        line: statement.sentence,
        when: statement.when.clone(),
        inherited: false,
        span,
        lemmas: Vec::new(),
        speaker: statement.speaker.clone(),
        said: Some(Said { content, words: numbers, certainty: statement.certainty, polarity: statement.polarity }),
    }
}

/// Returns one telling for each sentence, kind and time.
fn events_of(text: &Analysis<'_>) -> Vec<Telling> {
    let mut found: BTreeMap<(usize, EntryKind, String), Telling> = BTreeMap::new();
    for event in &text.events {
        let Some(kind) = kind_of(event, text) else { continue };
        let when = told_date(event);
        let key = (event.sentence, kind, when.as_ref().map(Edtf::to_string).unwrap_or_default());
        let telling = found.entry(key).or_insert_with(|| Telling {
            kind,
            line: event.sentence,
            when,
            inherited: true,
            span: event.span,
            lemmas: Vec::new(),
            speaker: speaker_over(event.span, text),
            said: None,
        });
        telling.inherited &= event.basis != Basis::Stated;
        if !telling.lemmas.contains(&event.lemma) {
            telling.lemmas.push(event.lemma.clone());
        }
    }
    found.into_values().collect()
}

/// Returns the date that the text tells of an event; one assumed from publication is none.
fn told_date(event: &Event) -> Option<Edtf> {
    matches!(event.basis, Basis::Stated | Basis::Inherited).then(|| event.when.clone()).flatten()
}

/// Returns what an event is in a chronology, or `None` where it did not happen or is only the saying of something.
fn kind_of(event: &Event, text: &Analysis<'_>) -> Option<EntryKind> {
    let says = text.statements.iter().any(|statement| statement.cue.iter().any(|cue| cue.overlaps(event.span)));
    let doubted = statement_over(event.span, text).is_some_and(|statement| {
        matches!(statement.certainty, Certainty::Conditional | Certainty::Questioned | Certainty::Denied)
    });
    match event.modality {
        _ if says || doubted => None,
        Modality::Actual => Some(EntryKind::Event),
        Modality::Planned => Some(EntryKind::Planned),
        Modality::Hypothetical | Modality::Negated => None,
    }
}

/// Returns the narrowest statement whose content holds `span`.
fn statement_over<'a>(span: Span, text: &'a Analysis<'_>) -> Option<&'a Statement> {
    let holding = text.statements.iter().filter(|said| said.content.iter().any(|content| content.contains(span)));
    holding.min_by_key(|statement| statement.content.iter().map(|content| content.len()).sum::<usize>())
}

fn speaker_over(span: Span, text: &Analysis<'_>) -> Option<String> {
    statement_over(span, text).and_then(|statement| statement.speaker.clone())
}

/// Drops an undated telling where its sentence stands in the chronology already.
fn drop_shadows(tellings: &mut Vec<Telling>) {
    let dated: Vec<usize> =
        tellings.iter().filter(|telling| telling.when.is_some()).map(|telling| telling.line).collect();
    let spoken: Vec<usize> =
        tellings.iter().filter(|telling| telling.said.is_some()).map(|telling| telling.line).collect();
    tellings.retain(|telling| {
        telling.when.is_some()
            || !dated.contains(&telling.line) && (telling.said.is_some() || !spoken.contains(&telling.line))
    });
}
