//! Shapes the answer of `pipe compare`: what changed between two texts.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{CodePoints, Points};
use crate::model::{
    Action, Analysis, Change, ChangeKind, Comparison, Direction, Facet, Field, Information, Nature, NoticeKind, Side,
    Span, Weight,
};

#[derive(Serialize, JsonSchema)]
pub struct CompareAnswer<'a> {
    pub id: &'a Value,
    pub pairs: &'a [(usize, usize)],
    pub changes: Vec<ChangeShape<'a>>,
    pub verdict: VerdictShape,
}

#[derive(Serialize, JsonSchema)]
pub struct ChangeShape<'a> {
    pub action: Action,
    pub a: &'a [usize],
    pub b: &'a [usize],
    pub weight: Weight,
    pub information: Information,
    pub nature: Option<Nature>,
    pub silent: bool,
    pub notice: Option<ChangeNoticeShape>,
    pub facets: Vec<FacetShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub struct ChangeNoticeShape {
    pub b_span: Points,
    pub kind: NoticeKind,
}

#[derive(Serialize, JsonSchema)]
pub struct FacetShape<'a> {
    pub kind: ChangeKind,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    pub a_span: Option<Points>,
    pub b_span: Option<Points>,
    /// Where sentences were given, the one that `a_span` points into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_sentence: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b_sentence: Option<usize>,
    pub field: Field,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
}

#[derive(Serialize, JsonSchema)]
pub struct VerdictShape {
    /// `none` when nothing changed.
    pub weight: &'static str,
    pub information: Information,
    pub silent: bool,
}

/// One text of the question, ready to turn spans of it into code points.
struct SpanFrame<'a> {
    text: CodePoints<'a>,
    title: CodePoints<'a>,
    analysis: &'a Analysis<'a>,
    sentences_given: bool,
}

impl<'a> SpanFrame<'a> {
    fn new(side: &'a Side<'_>, sentences_given: bool) -> Self {
        let title = side.title.as_ref().map_or("", |title| title.document.text);
        let text = CodePoints::new(side.text.document.text);
        Self { text, title: CodePoints::new(title), analysis: &side.text, sentences_given }
    }

    /// Returns the span in code points and, where sentences were given, the sentence it counts from.
    fn place(&self, span: Option<Span>, field: Field) -> (Option<Points>, Option<usize>) {
        let Some(span) = span else { return (None, None) };
        if field == Field::Title {
            return (Some(self.title.span(span)), None);
        }
        let [start, end] = self.text.span(span);
        let document = &self.analysis.document;
        match document.sentence_at(span.start).filter(|_| self.sentences_given) {
            None => (Some([start, end]), None),
            Some(sentence) => {
                let origin = self.text.at(document.sentences[sentence].span.start);
                (Some([start - origin, end - origin]), Some(sentence))
            }
        }
    }
}

/// Shapes the answer to the question called `id`; the flags say which sides came as sentences.
pub fn answer<'a>(
    id: &'a Value,
    (a, a_given): (&Side<'_>, bool),
    (b, b_given): (&Side<'_>, bool),
    comparison: &'a Comparison,
) -> CompareAnswer<'a> {
    let (a, b) = (SpanFrame::new(a, a_given), SpanFrame::new(b, b_given));
    let changes = comparison.changes.iter().map(|change| shape_change(change, &a, &b)).collect();
    let verdict = comparison.verdict;
    let weight = verdict.weight.map_or("none", Weight::as_str);
    let verdict = VerdictShape { weight, information: verdict.information, silent: verdict.silent };
    CompareAnswer { id, pairs: &comparison.pairs, changes, verdict }
}

fn shape_change<'a>(change: &'a Change, a: &SpanFrame<'_>, b: &SpanFrame<'_>) -> ChangeShape<'a> {
    let shape_facet = |facet: &'a Facet| {
        let (a_span, a_sentence) = a.place(facet.a_span, facet.field);
        let (b_span, b_sentence) = b.place(facet.b_span, facet.field);
        FacetShape {
            kind: facet.kind,
            before: facet.before.as_deref(),
            after: facet.after.as_deref(),
            a_span,
            b_span,
            a_sentence,
            b_sentence,
            field: facet.field,
            delta: facet.delta,
            direction: facet.direction,
        }
    };
    ChangeShape {
        action: change.action,
        a: &change.a,
        b: &change.b,
        weight: change.weight,
        information: change.information,
        nature: change.nature,
        silent: change.silent,
        notice: change.notice.map(|link| ChangeNoticeShape { b_span: b.text.span(link.b_span), kind: link.kind }),
        facets: change.facets.iter().map(shape_facet).collect(),
    }
}
