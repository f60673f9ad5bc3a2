//! Shapes the answer of `pipe analyze`: everything read off one text.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{CodePoints, Points};
use crate::model::{
    Analysis, Basis, Bound, Certainty, Edtf, EntityKind, Modality, Note, NoticeKind, Polarity, StatementKind, TimexMod,
    TimexType,
};

#[derive(Serialize, JsonSchema)]
pub struct AnalyzeAnswer<'a> {
    pub id: &'a Value,
    pub sentences: Vec<Points>,
    pub timexes: Vec<TimexShape<'a>>,
    pub mentions: Vec<MentionShape<'a>>,
    pub statements: Vec<StatementShape<'a>>,
    pub figures: Vec<FigureShape<'a>>,
    pub events: Vec<EventShape<'a>>,
    pub notices: Vec<NoticeShape>,
    pub notes: Vec<NoteShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub struct TimexShape<'a> {
    pub start: usize,
    pub end: usize,
    pub r#type: TimexType,
    pub value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#mod: Option<TimexMod>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edtf: Option<&'a Edtf>,
    pub text: &'a str,
}

#[derive(Serialize, JsonSchema)]
pub struct MentionShape<'a> {
    pub start: usize,
    pub end: usize,
    pub r#type: EntityKind,
    pub name: &'a str,
    pub entity: usize,
}

#[derive(Serialize, JsonSchema)]
pub struct StatementShape<'a> {
    pub kind: StatementKind,
    pub content: Vec<Points>,
    pub cue: Option<Vec<Points>>,
    pub source: Option<Vec<Points>>,
    pub speaker: Option<&'a str>,
    pub entity: Option<usize>,
    pub anonymous: bool,
    pub certainty: Certainty,
    pub polarity: Polarity,
    pub when: Option<&'a Edtf>,
    /// What somebody else says within what is said, each with its own speaker.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nested: Vec<StatementShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub struct FigureShape<'a> {
    pub start: usize,
    pub end: usize,
    pub value: f64,
    pub upper: Option<f64>,
    pub unit: Option<&'a str>,
    pub of: Option<&'a str>,
    pub bound: Bound,
}

#[derive(Serialize, JsonSchema)]
pub struct EventShape<'a> {
    pub start: usize,
    pub end: usize,
    pub lemma: &'a str,
    pub text: &'a str,
    pub when: Option<&'a Edtf>,
    pub basis: Basis,
    pub modality: Modality,
    pub sentence: usize,
}

#[derive(Serialize, JsonSchema)]
pub struct NoticeShape {
    pub start: usize,
    pub end: usize,
    pub kind: NoticeKind,
}

/// A note, with the passage it is about where there is one.
#[derive(Serialize, JsonSchema)]
pub struct NoteShape<'a> {
    pub code: &'a str,
    pub message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

impl<'a> NoteShape<'a> {
    pub fn new(note: &'a Note, points: &CodePoints<'_>) -> Self {
        let span = note.span.map(|span| points.span(span));
        Self { code: note.code, message: &note.message, start: span.map(|s| s[0]), end: span.map(|s| s[1]) }
    }
}

/// Shapes the answer to the question called `id`.
pub fn answer<'a>(id: &'a Value, analysis: &'a Analysis<'_>) -> AnalyzeAnswer<'a> {
    let text = analysis.document.text;
    let points = CodePoints::new(text);
    AnalyzeAnswer {
        id,
        sentences: analysis.document.sentences.iter().map(|sentence| points.span(sentence.span)).collect(),
        timexes: each(&analysis.timexes, |timex| {
            let [start, end] = points.span(timex.span);
            let (r#type, value, edtf) = (timex.kind, timex.value.as_str(), timex.edtf.as_ref());
            TimexShape { start, end, r#type, value, r#mod: timex.modifier, edtf, text: timex.span.of(text) }
        }),
        mentions: each(&analysis.mentions, |mention| {
            let [start, end] = points.span(mention.span);
            let entity = &analysis.entities[mention.entity];
            MentionShape { start, end, r#type: entity.kind, name: &entity.name, entity: mention.entity }
        }),
        statements: each(&analysis.statements, |statement| statement_shape(statement, &points)),
        figures: each(&analysis.figures, |figure| {
            let [start, end] = points.span(figure.span);
            let (unit, of) = (figure.unit.as_deref(), figure.of.as_deref());
            FigureShape { start, end, value: figure.value, upper: figure.upper, unit, of, bound: figure.bound }
        }),
        events: each(&analysis.events, |event| {
            let [start, end] = points.span(event.span);
            EventShape {
                start,
                end,
                lemma: &event.lemma,
                text: event.span.of(text),
                when: event.when.as_ref(),
                basis: event.basis,
                modality: event.modality,
                sentence: event.sentence,
            }
        }),
        notices: each(&analysis.notices, |notice| {
            let [start, end] = points.span(notice.span);
            NoticeShape { start, end, kind: notice.kind }
        }),
        notes: each(&analysis.notes, |note| NoteShape::new(note, &points)),
    }
}

fn statement_shape<'a>(statement: &'a crate::model::Statement, points: &CodePoints<'_>) -> StatementShape<'a> {
    let some = |spans: &[crate::model::Span]| (!spans.is_empty()).then(|| points.spans(spans));
    StatementShape {
        kind: statement.kind,
        content: points.spans(&statement.content),
        cue: some(&statement.cue),
        source: some(&statement.source),
        speaker: statement.speaker.as_deref(),
        entity: statement.entity,
        anonymous: statement.anonymous,
        certainty: statement.certainty,
        polarity: statement.polarity,
        when: statement.when.as_ref(),
        nested: each(&statement.nested, |inner| statement_shape(inner, points)),
    }
}

fn each<'a, T, U>(list: &'a [T], shape: impl Fn(&'a T) -> U) -> Vec<U> {
    list.iter().map(shape).collect()
}
