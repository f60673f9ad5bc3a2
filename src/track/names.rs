//! Names articles and versions as readers do: `flood/herald@3` instead of the third place of a list.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::lookup::FoundArticle;
use crate::model::{Article, Conflict, ConflictSide, DocumentTime, Evidence, FirstReport, HistoryItem, TimelineEntry};
use crate::view::{
    ArticleHead, ConflictSideView, ConflictView, EntryView, EvidenceView, FirstReportView, HistoryView, WordsPlaceView,
};

/// An article as evidence names it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ArticleLabel {
    pub slug: String,
    pub head: ArticleHead,
    /// Number and first capture of each version, in order of capture.
    pub versions: Vec<(usize, i64)>,
}

impl ArticleLabel {
    /// Returns the label of an article.
    pub(crate) fn of(found: &FoundArticle) -> Self {
        let versions = found.versions.iter().map(|version| (version.number, version.captured.timestamp_millis()));
        Self::with(&found.article, found.head(), versions.collect())
    }

    /// Returns the label of an article with this head and these versions, each by number and capture.
    pub(crate) fn with(article: &Article, head: ArticleHead, versions: Vec<(usize, i64)>) -> Self {
        Self { slug: article.slug.clone(), head, versions }
    }
}

/// The articles of a story by name.
pub(crate) struct ArticleLabels<'n> {
    articles: HashMap<&'n str, &'n ArticleLabel>,
    zone: Tz,
}

impl<'n> ArticleLabels<'n> {
    /// Returns the labels of the articles of a story.
    pub(super) fn new(articles: &'n [ArticleLabel], zone: Tz) -> Self {
        Self { articles: articles.iter().map(|named| (named.slug.as_str(), named)).collect(), zone }
    }

    /// Returns reference, outlet and number of a version given by its place, from 1.
    fn version(&self, article: &str, place: usize) -> (String, Option<String>, usize) {
        let Some(named) = self.articles.get(article) else { return (article.to_owned(), None, place) };
        let number = named.versions.get(place.wrapping_sub(1)).map_or(place, |version| version.0);
        (named.head.reference.clone(), named.head.outlet.clone(), number)
    }

    fn captured(&self, article: &str, place: usize) -> Option<DateTime<Utc>> {
        let (_, captured) = self.articles.get(article)?.versions.get(place.checked_sub(1)?)?;
        DateTime::from_timestamp_millis(*captured)
    }

    fn instant(&self, time: Option<DocumentTime>) -> Option<DateTime<Utc>> {
        time.map(|time| time.instant(self.zone))
    }

    /// Returns an entry with articles and versions named as readers know them.
    pub(super) fn entry(&self, entry: TimelineEntry) -> EntryView {
        EntryView {
            id: entry.key,
            when: entry.when,
            date: entry.date,
            kind: entry.kind,
            text: entry.text,
            sentences: entry.sentences,
            speaker: entry.speaker,
            status: entry.status,
            outlets: entry.outlets,
            importance: (entry.importance * 1e4).round() / 1e4,
            first_reported: entry.first_reported.as_ref().map(|first| self.first_report(first)),
            words_first: entry
                .words_first
                .as_ref()
                .map(|words| WordsPlaceView { sentence: words.sentence + 1, report: self.first_report(&words.report) }),
            evidence: entry.evidence.iter().map(|own| self.evidence(own)).collect(),
            history: entry.history.into_iter().map(|item| self.history(item)).collect(),
            earliest: entry.earliest,
            latest: entry.latest,
            linked: entry.linked,
            why: entry.why,
            note: entry.note,
            pinned: entry.pinned,
            tags: entry.tags,
            by_hand: entry.by_hand,
        }
    }

    fn first_report(&self, first: &FirstReport) -> FirstReportView {
        let (article, outlet, version) = self.version(&first.article, first.version);
        FirstReportView {
            article,
            outlet,
            version,
            published: first.published,
            captured: self.instant(first.captured),
            not_yet: self.instant(first.not_yet),
        }
    }

    fn evidence(&self, own: &Evidence) -> EvidenceView {
        let (article, outlet, version) = self.version(&own.article, own.version);
        EvidenceView { article, outlet, version, sentence: own.sentence + 1 }
    }

    fn history(&self, item: HistoryItem) -> HistoryView {
        let (article, outlet, version) = self.version(&item.article, item.version);
        let captured = self.captured(&item.article, item.version);
        let HistoryItem { kind, before, after, differs, .. } = item;
        HistoryView { article, outlet, version, captured, kind, before, after, differs }
    }

    /// Returns a conflict with articles and versions named as readers know them.
    pub(super) fn conflict(&self, conflict: Conflict) -> ConflictView {
        let sides = conflict.sides.into_iter().map(|side| {
            let (article, outlet, version) = self.version(&side.article, side.version);
            let ConflictSide { as_of, clock, value, sentence, .. } = side;
            ConflictSideView { article, outlet, version, as_of, clock, value, sentence }
        });
        let sides = sides.collect();
        ConflictView { kind: conflict.kind, about: conflict.about, state: conflict.state, sides }
    }
}
