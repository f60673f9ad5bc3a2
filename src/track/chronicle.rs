//! Answers what is asked of a whole story: its timeline, what it gained, where accounts differ.

use chrono::{DateTime, Utc};

use super::find::Found;
use super::{Desk, Result};
use crate::model::view::{
    Clock, ConflictSideView, ConflictView, ConflictsView, EntryView, EvidenceView, FirstReportView, HistoryView,
    NoteView, TimelineDiffView, TimelineView,
};
use crate::model::{Conflict, DocumentTime, HistoryItem, Story, Timeline, TimelineEntry, TimelineQuery};
use crate::timeline::{self, ArticleTellings};

impl Desk {
    /// Returns a story in order of when it happened.
    pub fn timeline(&self, name: &str, query: &TimelineQuery) -> Result<TimelineView> {
        let story = self.story_named(name)?;
        let articles = self.articles_meant(Some(&story.slug))?;
        let mut assembled = self.assembled(&story, &articles, query)?;
        self.apply_by_hand(&story, &articles, query, &mut assembled)?;
        Ok(view(&story, &articles, query, &assembled))
    }

    /// Returns a story's timeline as the texts tell it, without what was done by hand.
    pub(super) fn assembled(&self, story: &Story, articles: &[Found], query: &TimelineQuery) -> Result<Timeline> {
        Ok(timeline::assemble(&self.tellings(articles)?, story.timezone, query))
    }

    /// Reads off every version what it tells; articles are named by their slugs, which keys rest on.
    pub(super) fn tellings(&self, articles: &[Found]) -> Result<Vec<ArticleTellings>> {
        let tellings = articles.iter().map(|found| {
            let head = found.head();
            let outlet = head.outlet.unwrap_or(head.reference);
            Ok(ArticleTellings { id: found.article.slug.clone(), outlet, versions: self.version_tellings(found)? })
        });
        tellings.collect()
    }

    /// Returns where accounts of a story differ.
    pub fn conflicts(&self, name: &str) -> Result<ConflictsView> {
        let view = self.timeline(name, &TimelineQuery::default())?;
        Ok(ConflictsView { story: view.story, timezone: view.timezone, conflicts: view.conflicts })
    }

    /// Returns what a story's chronology gained, lost and revised between two moments.
    pub fn timeline_diff(
        &self,
        name: &str,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        clock: Clock,
    ) -> Result<TimelineDiffView> {
        let at = |moment| TimelineQuery { as_of: Some(moment), clock, ..TimelineQuery::default() };
        let (before, after) = (self.timeline(name, &at(from))?, self.timeline(name, &at(to))?);
        let all = |view: TimelineView| -> Vec<EntryView> { view.entries.into_iter().chain(view.undated).collect() };
        let (story, timezone) = (after.story.clone(), after.timezone);
        let (before, after) = (all(before), all(after));
        let was = |id: &str| before.iter().find(|entry| entry.id == id);
        let is_other = |a: &EntryView, b: &EntryView| {
            (a.when != b.when) || (a.status != b.status) || (a.text != b.text) || (a.history != b.history)
        };
        Ok(TimelineDiffView {
            story,
            timezone,
            from,
            to,
            gained: after.iter().filter(|entry| was(&entry.id).is_none()).cloned().collect(),
            lost: before.iter().filter(|entry| after.iter().all(|other| other.id != entry.id)).cloned().collect(),
            revised: after
                .iter()
                .filter_map(|entry| Some((was(&entry.id)?.clone(), entry.clone())))
                .filter(|(before, after)| is_other(before, after))
                .collect(),
        })
    }
}

/// Names articles and versions as readers do.
fn view(story: &Story, articles: &[Found], query: &TimelineQuery, timeline: &Timeline) -> TimelineView {
    let names = Names { articles, zone: story.timezone };
    TimelineView {
        story: story.slug.clone(),
        title: story.title.clone(),
        timezone: story.timezone,
        clock: query.clock,
        as_of: query.as_of,
        articles: articles.iter().map(Found::head).collect(),
        entries: timeline.entries.iter().map(|entry| names.entry(entry)).collect(),
        undated: timeline.undated.iter().map(|entry| names.entry(entry)).collect(),
        conflicts: timeline.conflicts.iter().map(|conflict| names.conflict(conflict)).collect(),
        notes: timeline.notes.iter().map(NoteView::from).collect(),
    }
}

struct Names<'f> {
    articles: &'f [Found],
    zone: chrono_tz::Tz,
}

impl Names<'_> {
    fn found(&self, article: &str) -> Option<&Found> {
        self.articles.iter().find(|found| found.article.slug == article)
    }

    /// Returns reference, outlet and number of a version given by place.
    fn version(&self, article: &str, place: usize) -> (String, Option<String>, usize) {
        let Some(found) = self.found(article) else { return (article.to_owned(), None, place) };
        let head = found.head();
        let number = found.versions.get(place.wrapping_sub(1)).map_or(place, |version| version.number);
        (head.reference, head.outlet, number)
    }

    fn instant(&self, time: Option<DocumentTime>) -> Option<DateTime<Utc>> {
        time.map(|time| time.instant(self.zone))
    }

    fn entry(&self, entry: &TimelineEntry) -> EntryView {
        let first = &entry.first_reported;
        let (article, outlet, version) = self.version(&first.article, first.version);
        let evidence = entry.evidence.iter().map(|own| {
            let (article, outlet, version) = self.version(&own.article, own.version);
            EvidenceView { article, outlet, version, sentence: own.sentence + 1 }
        });
        EntryView {
            id: entry.key.clone(),
            when: entry.when.clone(),
            date: entry.date,
            kind: entry.kind,
            text: entry.text.clone(),
            sentences: entry.sentences.clone(),
            speaker: entry.speaker.clone(),
            status: entry.status,
            outlets: entry.outlets,
            importance: (entry.importance * 1e4).round() / 1e4,
            first_reported: FirstReportView {
                article,
                outlet,
                version,
                published: first.published,
                captured: self.instant(first.captured),
                not_yet: self.instant(first.not_yet),
            },
            evidence: evidence.collect(),
            history: entry.history.iter().map(|item| self.history(item)).collect(),
            earliest: entry.earliest.clone(),
            latest: entry.latest.clone(),
            linked: entry.linked.clone(),
            why: entry.why.clone(),
            note: entry.note.clone(),
            pinned: entry.pinned,
        }
    }

    fn history(&self, item: &HistoryItem) -> HistoryView {
        let (article, outlet, version) = self.version(&item.article, item.version);
        let captured = self.found(&item.article).and_then(|found| found.versions.get(item.version.wrapping_sub(1)));
        HistoryView {
            article,
            outlet,
            version,
            captured: captured.map(|version| version.captured),
            kind: item.kind,
            before: item.before.clone(),
            after: item.after.clone(),
        }
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictView {
        let sides = conflict.sides.iter().map(|side| {
            let (article, outlet, version) = self.version(&side.article, side.version);
            let (value, sentence) = (side.value.clone(), side.sentence.clone());
            ConflictSideView { article, outlet, version, as_of: side.as_of, value, sentence }
        });
        ConflictView {
            kind: conflict.kind,
            about: conflict.about.clone(),
            state: conflict.state,
            sides: sides.collect(),
        }
    }
}
