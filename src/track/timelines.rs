//! Answers what is asked of a whole story: its timeline, what it gained, where accounts differ.

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::cache::StoryTimeline;
use super::lookup::FoundArticle;
use super::names::{ArticleLabel, ArticleLabels};
use super::{Archive, Result};
use crate::model::{Clock, Story, Timeline, TimelineEntry, TimelineQuery};
use crate::timeline::{self, ArticleMentions, EventClusters, PersonNames};
use crate::view::{ConflictsView, EntryFilter, EntryView, Filtered, NoteView, TimelineDiffView, TimelineView};

/// Code of the note about a manual edit whose entry is gone.
const EDIT_WITHOUT_ENTRY: &str = "edit-without-entry";

/// A timeline as the texts have it, with the names of its articles.
pub(crate) struct Assembled {
    pub articles: Vec<ArticleLabel>,
    pub timeline: Timeline,
}

impl Archive {
    /// Returns a story in order of when it happened.
    pub fn timeline(&self, name: &str, query: &TimelineQuery) -> Result<TimelineView> {
        self.timeline_of(name, query, &EntryFilter::default())
    }

    /// Returns what a filter asks for of a story in order of when it happened.
    ///
    /// A selection of days (`TimelineQuery::dates`) is made within the days and the outlets of the filter.
    pub fn timeline_of(&self, name: &str, query: &TimelineQuery, filter: &EntryFilter) -> Result<TimelineView> {
        let story = self.story_named(name)?;
        let query = &TimelineQuery {
            from: query.dates.and(filter.from).or(query.from),
            to: query.dates.and(filter.to).or(query.to),
            ..query.clone()
        };
        let mut built = match query.dates {
            Some(_) if !filter.outlets.is_empty() => self.digest_of(&story, query, filter)?,
            _ => self.timeline_for(&story, query)?,
        };
        self.apply_manual_edits(&story, query, &mut built.timeline)?;
        if self.store.hides_held()? {
            // What an editor did to an entry of a held article quotes it.
            built.timeline.notes.retain(|note| note.code != EDIT_WITHOUT_ENTRY);
        }
        let names = self.person_names(&story, &built.timeline.speakers)?;
        let mut view = view(&story, query, built);
        name_speakers(view.entries.iter_mut().chain(&mut view.undated), &names);
        if *filter != EntryFilter::default() {
            let of = view.entries.len() + view.undated.len();
            // "the health secretary" finds what is told of her under her name.
            let person = |asked: &String| names.called(asked).unwrap_or(asked).to_owned();
            let asked = EntryFilter { speakers: filter.speakers.iter().map(person).collect(), ..filter.clone() };
            let undated = asked.undated_left_out(&view);
            asked.apply(&mut view);
            view.filter = Some(Filtered { asked, of, undated });
        }
        Ok(view)
    }

    /// Returns the timeline that a query asks for: from the cache where it asks for all of it, else built now.
    fn timeline_for(&self, story: &Story, query: &TimelineQuery) -> Result<StoryTimeline> {
        if is_whole(query) {
            return self.story_timeline(story, query.clock);
        }
        let Assembled { articles, mut timeline } = self.assembled(story, query)?;
        let notes = timeline.notes.drain(..).map(|note| NoteView::from(&note)).collect();
        Ok(StoryTimeline { articles, timeline, notes })
    }

    /// Returns the days that matter most in what some outlets report.
    fn digest_of(&self, story: &Story, query: &TimelineQuery, filter: &EntryFilter) -> Result<StoryTimeline> {
        let mut articles = self.articles_meant(Some(&story.slug))?;
        let outlet = |found: &FoundArticle| {
            let head = found.head();
            head.outlet.unwrap_or(head.reference)
        };
        let own: Vec<String> = articles.iter().map(outlet).collect();
        let meant = filter.outlets_meant(&own.iter().map(String::as_str).collect::<Vec<_>>());
        articles.retain(|found| meant.contains(&outlet(found)));
        let mut timeline = timeline::assemble(&self.mentions(&articles)?, story.timezone, query);
        let notes = timeline.notes.drain(..).map(|note| NoteView::from(&note)).collect();
        Ok(StoryTimeline { articles: articles.iter().map(ArticleLabel::of).collect(), timeline, notes })
    }

    /// Returns a story's timeline as the texts have it, without manual edits.
    ///
    /// Where all versions count, it is built from the cached mention chains.
    pub(crate) fn assembled(&self, story: &Story, query: &TimelineQuery) -> Result<Assembled> {
        if query.dates.is_some() || query.as_of.is_some() {
            let articles = self.articles_meant(Some(&story.slug))?;
            let timeline = timeline::assemble(&self.mentions(&articles)?, story.timezone, query);
            return Ok(Assembled { articles: articles.iter().map(ArticleLabel::of).collect(), timeline });
        }
        let (articles, tracks) = self.article_tracks(story)?;
        let timeline = EventClusters::new(tracks, story.timezone, query.clock).timeline(query);
        Ok(Assembled { articles, timeline })
    }

    /// Returns the mentions of every version; articles are named by their slugs, on which the keys of entries rest.
    pub(crate) fn mentions(&self, articles: &[FoundArticle]) -> Result<Vec<ArticleMentions>> {
        let readings = self.readings(articles)?;
        let mentions = articles.iter().zip(readings).map(|(found, readings)| {
            let head = found.head();
            let outlet = head.outlet.unwrap_or(head.reference);
            let versions = readings.into_iter().map(|reading| reading.mentions).collect();
            ArticleMentions { id: found.article.slug.clone(), outlet, versions }
        });
        Ok(mentions.collect())
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
        let story = self.story_named(name)?;
        let at = |moment| -> Result<StoryTimeline> {
            let query = TimelineQuery { as_of: Some(moment), clock, ..TimelineQuery::default() };
            let mut built = self.timeline_for(&story, &query)?;
            self.apply_manual_edits(&story, &query, &mut built.timeline)?;
            Ok(built)
        };
        let (before, after) = (at(from)?, at(to)?);
        let diff = timeline::timeline_diff(&before.timeline, &after.timeline);
        let (old, new) =
            (ArticleLabels::new(&before.articles, story.timezone), ArticleLabels::new(&after.articles, story.timezone));
        let mut view = TimelineDiffView {
            timezone: story.timezone,
            from,
            to,
            gained: diff.gained.into_iter().map(|entry| new.entry(entry)).collect(),
            lost: diff.lost.into_iter().map(|entry| old.entry(entry)).collect(),
            revised: diff.revised.into_iter().map(|(was, is)| (old.entry(was), new.entry(is))).collect(),
            conflicts: diff.conflicts.into_iter().map(|conflict| new.conflict(conflict)).collect(),
            story: story.slug.clone(),
        };
        let names = self.person_names(&story, &after.timeline.speakers)?;
        name_speakers(view.gained.iter_mut().chain(&mut view.lost), &names);
        name_speakers(view.revised.iter_mut().flat_map(|(was, is)| [was, is]), &names);
        Ok(view)
    }
}

/// Returns whether all of a story is asked for, as it is now known.
fn is_whole(query: &TimelineQuery) -> bool {
    let part = query.dates.is_some() || query.as_of.is_some() || query.since.is_some();
    !part && query.from.is_none() && query.to.is_none()
}

/// Gives each speaker the name that the person goes by in the story.
fn name_speakers<'v>(entries: impl Iterator<Item = &'v mut EntryView>, names: &PersonNames) {
    for speaker in entries.filter_map(|entry| entry.speaker.as_mut()) {
        if let Some(known) = names.other_name(speaker) {
            *speaker = known.to_owned();
        }
    }
}

fn view(story: &Story, query: &TimelineQuery, built: StoryTimeline) -> TimelineView {
    let names = ArticleLabels::new(&built.articles, story.timezone);
    let timeline = built.timeline;
    let entries = |entries: Vec<TimelineEntry>| entries.into_par_iter().map(|entry| names.entry(entry)).collect();
    TimelineView {
        story: story.slug.clone(),
        title: story.title.clone(),
        timezone: story.timezone,
        clock: query.clock,
        as_of: query.as_of,
        filter: None,
        entries: entries(timeline.entries),
        undated: entries(timeline.undated),
        conflicts: timeline.conflicts.into_iter().map(|conflict| names.conflict(conflict)).collect(),
        notes: built.notes.into_iter().chain(timeline.notes.iter().map(NoteView::from)).collect(),
        articles: built.articles.iter().map(|named| named.head.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_time_is_said_to_be_stated_where_the_page_states_none() {
        let archive = Archive::in_memory().unwrap();
        let line = |article: &str, hour: u32, dead: &str| {
            format!(
                r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T{hour:02}:00:00Z","text":"{dead} people were killed when a ferry sank off Cebu on Monday."}}"#
            )
        };
        let lines = [line("post", 8, "Nine"), line("herald", 9, "Twelve")];
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        for report in [view.entries[0].cited(), view.entries[0].first_reported.as_ref()] {
            assert_eq!(report.unwrap().published, None);
        }
        let clocks: Vec<Clock> = view.conflicts[0].sides.iter().map(|side| side.clock).collect();
        assert_eq!(clocks, [Clock::Captured; 2]);
        assert!(view.notes.is_empty());
        let stated = TimelineQuery { clock: Clock::Stated, ..TimelineQuery::default() };
        let codes = |view: TimelineView| view.notes.into_iter().map(|note| note.code).collect::<Vec<_>>();
        assert_eq!(codes(archive.timeline("ferry", &stated).unwrap()), ["no-stated-time"]);
    }
}
