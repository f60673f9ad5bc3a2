//! Shapes the answer of `pipe timeline`: a story's chronology.

use std::collections::HashMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::analyze::NoteShape;
use super::{CodePoints, iso};
use crate::model::{
    ChangeKind, Conflict, ConflictState, Edtf, EntryKind, Evidence, HistoryItem, Status, Timeline, TimelineEntry,
};

#[derive(Serialize, JsonSchema)]
pub struct TimelineAnswer<'a> {
    pub id: &'a Value,
    pub entries: Vec<EntryShape<'a>>,
    pub undated: Vec<EntryShape<'a>>,
    pub conflicts: Vec<ConflictShape<'a>>,
    pub notes: Vec<NoteShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub struct EntryShape<'a> {
    pub key: &'a str,
    pub when: Option<&'a Edtf>,
    pub date: Option<NaiveDate>,
    pub kind: EntryKind,
    pub text: &'a str,
    pub sentences: &'a [String],
    pub speaker: Option<&'a str>,
    pub status: Status,
    pub outlets: usize,
    pub importance: f64,
    pub first_reported: FirstShape<'a>,
    /// Where the words of `text` stood first.
    pub words_first: Option<WordsShape<'a>>,
    pub evidence: Vec<EvidenceShape<'a>>,
    pub history: Vec<HistoryShape<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
pub struct FirstShape<'a> {
    pub article: &'a str,
    pub version: usize,
    pub published: Option<String>,
    pub captured: Option<String>,
    pub not_yet: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub struct WordsShape<'a> {
    pub article: &'a str,
    pub version: usize,
    pub sentence: usize,
}

#[derive(Serialize, JsonSchema)]
pub struct EvidenceShape<'a> {
    pub article: &'a str,
    pub version: usize,
    pub until: usize,
    pub sentence: usize,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize, JsonSchema)]
pub struct HistoryShape<'a> {
    pub article: &'a str,
    pub version: usize,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    pub kind: ChangeKind,
    /// Nothing was changed: the article's account differs from the entry's.
    pub differs: bool,
}

#[derive(Serialize, JsonSchema)]
pub struct ConflictShape<'a> {
    pub kind: ChangeKind,
    pub about: &'a str,
    pub sides: Vec<SideShape<'a>>,
    pub state: ConflictState,
}

#[derive(Serialize, JsonSchema)]
pub struct SideShape<'a> {
    pub article: &'a str,
    pub version: usize,
    pub as_of: Option<String>,
    pub value: &'a str,
    pub sentence: &'a str,
}

/// The text of every version that evidence may point into, by article and 1-based version.
pub type Texts<'t> = HashMap<(&'t str, usize), CodePoints<'t>>;

/// Shapes the answer to the question called `id`.
pub fn answer<'a>(id: &'a Value, timeline: &'a Timeline, texts: &Texts<'_>) -> TimelineAnswer<'a> {
    let entries = |list: &'a [TimelineEntry]| list.iter().map(|entry| shape_entry(entry, texts)).collect();
    TimelineAnswer {
        id,
        entries: entries(&timeline.entries),
        undated: entries(&timeline.undated),
        conflicts: timeline.conflicts.iter().map(shape_conflict).collect(),
        notes: timeline.notes.iter().map(|note| NoteShape::new(note, &CodePoints::new(""))).collect(),
    }
}

fn shape_entry<'a>(entry: &'a TimelineEntry, texts: &Texts<'_>) -> EntryShape<'a> {
    let first = entry.first_reported.as_ref().expect("only an editor adds what no text reports, and a filter has none");
    EntryShape {
        key: &entry.key,
        when: entry.when.as_ref(),
        date: entry.date,
        kind: entry.kind,
        text: &entry.text,
        sentences: &entry.sentences,
        speaker: entry.speaker.as_deref(),
        status: entry.status,
        outlets: entry.outlets,
        importance: (entry.importance * 1e4).round() / 1e4,
        first_reported: FirstShape {
            article: &first.article,
            version: first.version,
            published: first.published.map(iso),
            captured: first.captured.map(iso),
            not_yet: first.not_yet.map(iso),
        },
        words_first: entry.words_first.as_ref().map(|words| WordsShape {
            article: &words.report.article,
            version: words.report.version,
            sentence: words.sentence,
        }),
        evidence: entry.evidence.iter().map(|evidence| shape_evidence(evidence, texts)).collect(),
        history: entry.history.iter().map(shape_history).collect(),
        earliest: entry.earliest.as_ref(),
        latest: entry.latest.as_ref(),
        linked: entry.linked.as_deref(),
    }
}

fn shape_evidence<'a>(evidence: &'a Evidence, texts: &Texts<'_>) -> EvidenceShape<'a> {
    let span = evidence.span;
    let [start, end] = match texts.get(&(evidence.article.as_str(), evidence.version)) {
        Some(points) => points.span(span),
        None => [span.start, span.end],
    };
    EvidenceShape {
        article: &evidence.article,
        version: evidence.version,
        until: evidence.until,
        sentence: evidence.sentence,
        start,
        end,
    }
}

fn shape_history(item: &HistoryItem) -> HistoryShape<'_> {
    HistoryShape {
        article: &item.article,
        version: item.version,
        before: item.before.as_deref(),
        after: item.after.as_deref(),
        kind: item.kind,
        differs: item.differs,
    }
}

fn shape_conflict(conflict: &Conflict) -> ConflictShape<'_> {
    let sides = conflict.sides.iter().map(|side| SideShape {
        article: &side.article,
        version: side.version,
        as_of: side.as_of.map(iso),
        value: &side.value,
        sentence: &side.sentence,
    });
    ConflictShape { kind: conflict.kind, about: &conflict.about, sides: sides.collect(), state: conflict.state }
}
