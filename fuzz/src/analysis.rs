//! Checks what is read off a text against the promises of the model.

use writethru::model::{Analysis, Document, Edtf, Precision, Span, Statement, TimexType};

use crate::ZONES;

/// Checks every list of an analysis: spans lie in the text, indices lead somewhere, everything is in order.
pub fn check_analysis(analysis: &Analysis<'_>) {
    let document = &analysis.document;
    check_document(document);
    check_timexes(analysis);
    check_lists(analysis);
    analysis.statements.iter().for_each(|statement| check_statement(statement, analysis));
    for note in analysis.notes.iter().chain(&document.notes) {
        assert!(!note.message.is_empty(), "a note says nothing");
        note.span.iter().for_each(|span| check_span(*span, document.text));
    }
}

/// Checks that a span marks words of `text`.
pub fn check_span(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "span {span:?} cuts a character or leaves the text");
    assert!(!span.is_empty(), "span {span:?} marks nothing");
}

/// Checks that a date is valid EDTF and that its ends are in order wherever it is read.
pub fn check_date(date: &Edtf) {
    assert_eq!(Edtf::new(date.as_str()).as_ref(), Ok(date), "the date is no EDTF");
    for zone in ZONES {
        let (first, last) = date.bounds(zone);
        assert!(first <= last, "{date} ends before it begins in {zone}");
        let is_day = !date.is_interval() && date.precision() >= Precision::Day;
        assert_eq!(date.day(zone).is_some(), is_day, "{date} names a day exactly where it is a day or finer");
    }
    assert!(!date.words().is_empty(), "{date} has no words");
}

/// Checks that spans follow one another without a common byte.
fn check_apart(spans: impl Iterator<Item = Span>, text: &str, of: &str) {
    let mut end = 0;
    for span in spans {
        check_span(span, text);
        assert!(end <= span.start, "{of} overlap or are out of order at {span:?}");
        end = span.end;
    }
}

/// Checks that spans are in order of where they begin; they may lie within one another.
fn check_order(spans: impl Iterator<Item = Span>, text: &str, of: &str) {
    let mut start = 0;
    for span in spans {
        check_span(span, text);
        assert!(start <= span.start, "{of} are out of order at {span:?}");
        start = span.start;
    }
}

fn check_document(document: &Document<'_>) {
    let text = document.text;
    check_apart(document.paragraphs.iter().map(|paragraph| paragraph.span), text, "paragraphs");
    check_apart(document.sentences.iter().map(|sentence| sentence.span), text, "sentences");
    check_apart(document.tokens.iter().map(|token| token.span), text, "tokens");
    let (mut token, mut sentence) = (0, 0);
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        assert_eq!(paragraph.sentences.start, sentence, "a sentence belongs to no paragraph or to two");
        sentence = paragraph.sentences.end;
        for inner in &document.sentences[paragraph.sentences.clone()] {
            assert_eq!(inner.paragraph, index, "a sentence names another paragraph");
            assert!(paragraph.span.contains(inner.span), "a sentence leaves its paragraph");
        }
    }
    assert_eq!(sentence, document.sentences.len(), "the last sentences belong to no paragraph");
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, token, "a token belongs to no sentence or to two");
        token = sentence.tokens.end;
        for inner in &document.tokens[sentence.tokens.clone()] {
            assert!(sentence.span.contains(inner.span), "a token leaves its sentence");
            assert!(sentence.tokens.contains(&inner.head), "a token depends on another sentence");
        }
    }
    assert_eq!(token, document.tokens.len(), "the last tokens belong to no sentence");
    for token in 0..document.tokens.len() {
        assert!(!document.norm(token).is_empty() && !document.lemma(token).is_empty(), "a token has no form");
    }
}

fn check_timexes(analysis: &Analysis<'_>) {
    check_apart(analysis.timexes.iter().map(|timex| timex.span), analysis.document.text, "temporal expressions");
    for timex in &analysis.timexes {
        let Some(date) = &timex.edtf else { continue };
        assert!(matches!(timex.kind, TimexType::Date | TimexType::Time), "a duration or set has the date {date}");
        assert!(!timex.value.is_empty(), "the date {date} has no value");
        check_date(date);
    }
}

fn check_lists(analysis: &Analysis<'_>) {
    let (text, sentences) = (analysis.document.text, &analysis.document.sentences);
    check_order(analysis.mentions.iter().map(|mention| mention.span), text, "mentions");
    check_order(analysis.figures.iter().map(|figure| figure.span), text, "figures");
    check_order(analysis.events.iter().map(|event| event.span), text, "events");
    check_order(analysis.notices.iter().map(|notice| notice.span), text, "notices");
    for mention in &analysis.mentions {
        assert!(mention.entity < analysis.entities.len(), "a mention is of no entity");
    }
    for entity in &analysis.entities {
        assert!(!entity.name.trim().is_empty(), "an entity has no name");
    }
    for figure in &analysis.figures {
        assert!(figure.value.is_finite(), "a figure is no number");
        assert!(figure.upper.is_none_or(f64::is_finite), "the end of a range is no number");
    }
    for event in &analysis.events {
        assert!(sentences[event.sentence].span.contains(event.span), "an event leaves its sentence");
        event.when.iter().for_each(check_date);
    }
}

fn check_statement(statement: &Statement, analysis: &Analysis<'_>) {
    assert!(!statement.content.is_empty(), "a statement has no content");
    for span in statement.content.iter().chain(&statement.cue).chain(&statement.source) {
        check_span(*span, analysis.document.text);
    }
    assert!(statement.sentence < analysis.document.sentences.len(), "a statement stands in no sentence");
    assert!(statement.entity.is_none_or(|entity| entity < analysis.entities.len()), "a speaker is no entity");
    statement.when.iter().for_each(check_date);
    for nested in &statement.nested {
        assert!(nested.nested.is_empty(), "a nested statement holds a further one");
        check_statement(nested, analysis);
    }
}
