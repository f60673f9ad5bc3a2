//! Records manual edits of a story's timeline, and applies them whenever a timeline is built.
//!
//! An edit keeps the identity of its entry and the words it was shown by; `entry_ids` says which entry that is now.

use chrono::{DateTime, SubsecRound, Utc};

use super::entries_by_hand::{check_entry, evidence_of, one_line};
use super::lookup::FoundArticle;
use super::{Archive, Result, TrackError};
use crate::model::{
    DocumentTime, EntrySource, Evidence, FirstReport, ManualEdit, ManualEditKind, Span, Story, StoryId, Timeline,
    TimelineEntry, TimelineQuery, Undone, Version, plain_lines,
};
use crate::store::AnchorRow;
use crate::timeline::{self, EntryPlace, EvidenceSource, place_in_time};
use crate::view::{EditRequest, EditRow, EditState, EditsView, EntryView, TimelineView};

/// Characters of a tag, at most.
const MAX_TAG_CHARS: usize = 60;

impl Archive {
    /// Edits an entry of a story; returns the edit as it was recorded.
    pub fn edit(
        &self,
        name: &str,
        entry: &str,
        request: &EditRequest,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<EditsView> {
        self.edit_all(name, entry, std::slice::from_ref(request), author, now)
    }

    /// Edits an entry of a story in several ways, or in none where one of them cannot be; returns the edits as recorded.
    pub fn edit_all(
        &self,
        name: &str,
        entry: &str,
        requests: &[EditRequest],
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<EditsView> {
        let view = self.timeline(name, &TimelineQuery::default())?;
        let meant = self.entry_meant(&view, entry)?;
        let edits = requests.iter().map(|request| {
            Ok(ManualEdit {
                number: 0,
                entry: meant.id.clone(),
                text: meant.text.clone(),
                edit: self.edit_meant(&view, meant, request)?,
                author: plain_lines(author),
                at: now.trunc_subsecs(0),
                undone: None,
            })
        });
        let edits = edits.collect::<Result<Vec<ManualEdit>>>()?;
        self.record_edits(&self.story_named(name)?, &edits)
    }

    /// Records edits; returns them as they were recorded.
    pub(super) fn record_edits(&self, story: &Story, edits: &[ManualEdit]) -> Result<EditsView> {
        let numbers = self.store.write(|store| {
            edits.iter().map(|edit| store.add_manual_edit(story.id, edit)).collect::<std::result::Result<Vec<_>, _>>()
        })?;
        self.edits_numbered(story, Some(&numbers))
    }

    /// Returns the edit that is asked for of an entry.
    fn edit_meant(&self, view: &TimelineView, meant: &EntryView, request: &EditRequest) -> Result<ManualEditKind> {
        Ok(match request {
            EditRequest::Pin => ManualEditKind::Pin,
            EditRequest::Hide => ManualEditKind::Hide,
            EditRequest::Date(when) => ManualEditKind::Date { when: when.clone() },
            EditRequest::Note(words) => ManualEditKind::Note { words: plain_lines(words) },
            EditRequest::Tag(tag) => ManualEditKind::Tag { tag: tag_meant(tag)? },
            EditRequest::Untag(tag) => {
                let tag = tag_meant(tag)?;
                if !meant.tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase()) {
                    return Err(TrackError::NoSuchTag { tag, has: meant.tags.clone() });
                }
                ManualEditKind::Untag { tag }
            }
            EditRequest::Merge(other) => {
                let other = self.entry_meant(view, other)?;
                if other.id == meant.id {
                    return Err(TrackError::MergedWithItself { entry: meant.id.clone() });
                }
                ManualEditKind::Merge { with: other.id.clone(), words: other.text.clone() }
            }
            EditRequest::Split(sentence) => ManualEditKind::Split { sentence: sentence_meant(meant, sentence)? },
        })
    }

    /// Returns every edit of a story, the oldest first, with what became of it.
    pub fn edits(&self, name: &str) -> Result<EditsView> {
        let story = self.story_named(name)?;
        self.edits_numbered(&story, None)
    }

    /// Takes an edit back; it stays on record as undone.
    pub fn undo_edit(&self, name: &str, number: usize, author: &str, now: DateTime<Utc>) -> Result<EditsView> {
        let story = self.story_named(name)?;
        let undone = Undone { author: plain_lines(author), at: now.trunc_subsecs(0) };
        if !self.store.write(|store| store.undo_manual_edit(story.id, number, &undone))? {
            let known = self.store.manual_edits(story.id)?.iter().any(|edit| edit.number == number);
            return Err(TrackError::NoSuchEdit { story: story.slug, number, is_undone: known });
        }
        self.edits_numbered(&story, Some(&[number]))
    }

    fn edits_numbered(&self, story: &Story, numbers: Option<&[usize]>) -> Result<EditsView> {
        let mut built = self.assembled(story, &TimelineQuery::default())?.timeline;
        let missed = self.apply_manual_edits(story, &TimelineQuery::default(), &mut built)?;
        let row = |edit: ManualEdit| {
            let state = match () {
                () if edit.undone.is_some() => EditState::Undone,
                () if missed.contains(&edit.number) => EditState::NoEntry,
                () => EditState::Applied,
            };
            EditRow { state, edit }
        };
        let edits = self.store.manual_edits(story.id)?.into_iter();
        let edits =
            edits.filter(|edit| numbers.is_none_or(|numbers| numbers.contains(&edit.number))).map(row).collect();
        Ok(EditsView { story: story.slug.clone(), timezone: story.timezone, edits })
    }

    /// Applies the edits of a story to a timeline; returns the numbers of those whose entry is gone.
    pub(crate) fn apply_manual_edits(
        &self,
        story: &Story,
        query: &TimelineQuery,
        built: &mut Timeline,
    ) -> Result<Vec<usize>> {
        let mut edits = self.store.manual_edits(story.id)?;
        if edits.iter().all(|edit| edit.undone.is_some()) {
            return Ok(Vec::new());
        }
        let articles = self.articles_meant(Some(&story.slug))?;
        edits.retain(|edit| self.is_told(edit, query, &articles));
        if self.store.hides_held()? {
            // An entry that rests on a held article quotes it.
            edits.retain(|edit| match &edit.edit {
                ManualEditKind::Add { sources, .. } => sources
                    .iter()
                    .all(|source| source.words().is_none() || evidence_of(self, &articles, source).is_some()),
                _ => true,
            });
        }
        let lookup = StoredEvidence { archive: self, story: story.id, articles: &articles };
        if query.dates.is_none() {
            return Ok(timeline::apply(built, &edits, &lookup, story.timezone));
        }
        // A selection holds sentences, not entries: it loses what is hidden and gains what is pinned.
        let whole = TimelineQuery { dates: None, ..query.clone() };
        let mut full = self.assembled(story, &whole)?.timeline;
        let missed = timeline::apply(&mut full, &edits, &lookup, story.timezone);
        let hidden = |text: &str| {
            let mut hides = edits.iter().filter(|edit| edit.edit == ManualEditKind::Hide && edit.undone.is_none());
            hides.any(|edit| edit.text == text)
        };
        built.entries.retain(|entry| !hidden(&entry.text));
        let is_pinned = |entry: &TimelineEntry| entry.pinned;
        let pinned: Vec<TimelineEntry> = full.entries.into_iter().filter(is_pinned).collect();
        built.entries.retain(|entry| pinned.iter().all(|pinned| pinned.text != entry.text));
        built.entries.extend(pinned);
        built.undated.extend(full.undated.into_iter().filter(is_pinned));
        built.speakers = full.speakers;
        built.entries.sort_by_key(|entry| entry.when.as_ref().map(|when| place_in_time(when, story.timezone)));
        Ok(missed)
    }

    /// Returns whether an entry added by hand belongs to what a query asks for: it was told when a version that it rests
    /// on was captured, else when it was added.
    fn is_told(&self, edit: &ManualEdit, query: &TimelineQuery, articles: &[FoundArticle]) -> bool {
        let ManualEditKind::Add { sources, .. } = &edit.edit else { return true };
        let captured = |source: &EntrySource| {
            // By where it stands now: its article may be called otherwise than it was then.
            let own = evidence_of(self, articles, source)?;
            let found = articles.iter().find(|found| found.article.slug == own.article)?;
            found.versions.get(own.version.checked_sub(1)?).map(|version| version.captured)
        };
        let told = || sources.iter().filter_map(captured).min().unwrap_or(edit.at);
        query.as_of.is_none_or(|as_of| told() <= as_of) && query.since.is_none_or(|since| since < edit.at)
    }
}

/// Returns a tag as it is kept: without the `#` that may be typed before it.
fn tag_meant(typed: &str) -> Result<String> {
    let tag = one_line("a tag", typed.trim().trim_start_matches('#'))?;
    match tag.chars().count() {
        ..=MAX_TAG_CHARS => Ok(tag),
        has => Err(TrackError::TooManyWords { what: "a tag", has, most: MAX_TAG_CHARS }),
    }
}

/// Checks that an edit from elsewhere keeps the bounds of those made here.
pub(super) fn check_bounds(edit: &ManualEdit) -> Result<()> {
    match &edit.edit {
        ManualEditKind::Tag { tag } | ManualEditKind::Untag { tag } => tag_meant(tag).map(drop),
        ManualEditKind::Add { speaker, sources, .. } => check_entry(&edit.text, speaker.as_deref(), sources),
        _ => Ok(()),
    }
}

/// Answers what edits ask about evidence, out of the store.
pub(super) struct StoredEvidence<'d> {
    pub archive: &'d Archive,
    pub story: StoryId,
    pub articles: &'d [FoundArticle],
}

impl StoredEvidence<'_> {
    fn found(&self, article: &str) -> Option<&FoundArticle> {
        self.articles.iter().find(|found| found.article.slug == article)
    }

    /// Returns a passage of a version on one line.
    fn words_at(&self, version: &Version, span: Span) -> Option<String> {
        let text = self.archive.store.content(version).ok()?;
        let words = text.text().get(span.start..span.end)?.to_owned();
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl EvidenceSource for StoredEvidence<'_> {
    fn outlet(&self, article: &str) -> String {
        let outlet = self.found(article).and_then(|found| found.article.outlet.as_ref());
        outlet.map_or_else(|| article.to_owned(), |outlet| outlet.name.clone())
    }

    fn words(&self, evidence: &Evidence) -> Option<String> {
        let found = self.found(&evidence.article)?;
        self.words_at(found.versions.get(evidence.version.checked_sub(1)?)?, evidence.span)
    }

    fn evidence(&self, source: &EntrySource) -> Option<Evidence> {
        evidence_of(self.archive, self.articles, source)
    }

    fn report(&self, article: &str, version: usize) -> FirstReport {
        let versions = self.found(article).map_or(&[][..], |found| &found.versions);
        let own = version.checked_sub(1).and_then(|place| versions.get(place));
        let before = version.checked_sub(2).and_then(|place| versions.get(place));
        FirstReport {
            article: article.to_owned(),
            version,
            published: own.and_then(crate::model::Version::stated),
            captured: own.map(|version| DocumentTime::Instant(version.captured)),
            not_yet: before.map(|version| DocumentTime::Instant(version.last_seen)),
        }
    }

    fn place(&self, id: &str) -> Option<EntryPlace> {
        let AnchorRow { article, version, span, kind, .. } = self.archive.store.entry_anchor(self.story, id).ok()??;
        let versions = &self.found(&article)?.versions;
        let index = versions.iter().position(|own| own.number == version)?;
        let words = self.words_at(&versions[index], span)?;
        Some(EntryPlace { article, version: index + 1, span, kind, words })
    }
}

/// Returns the sentence of an entry that is meant by number, from 1, or by words in it.
fn sentence_meant(entry: &EntryView, wanted: &str) -> Result<String> {
    let lower = wanted.to_lowercase();
    let numbered = wanted.parse::<usize>().ok().and_then(|number| entry.sentences.get(number.checked_sub(1)?));
    let found = numbered.or_else(|| entry.sentences.iter().find(|own| own.to_lowercase().contains(&lower)));
    match found.filter(|_| 1 < entry.sentences.len()) {
        Some(sentence) => Ok(sentence.clone()),
        None => Err(TrackError::NoSuchSentence { entry: entry.id.clone(), has: entry.sentences.len() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::track::exchange::tests::exported;

    const NOW: &str = "2025-08-13T08:00:00Z";

    fn line(article: &str, minute: usize, dead: usize) -> String {
        format!(
            r#"{{"story":"ferry","timezone":"Asia/Manila","article":"{article}","outlet":"{article}","published":"2025-08-12T06:50:00+08:00","captured":"2025-08-12T{minute:02}:00+08:00","headline":"Ferry burns off Cebu","text":"A ferry caught fire on Tuesday, killing at least {dead} people, the coast guard said.\n\nThe ship had left Cebu on Monday."}}"#
        )
    }

    fn archive() -> Archive {
        let archive = Archive::in_memory().unwrap();
        archive.import(&[line("post", 7, 12), line("post", 13, 15)], 1, true, NOW.parse().unwrap()).unwrap();
        archive
    }

    fn edit(archive: &Archive, entry: &str, request: &EditRequest) -> Result<EditsView> {
        archive.edit("ferry", entry, request, "Ann Lee", NOW.parse().unwrap())
    }

    fn shown(archive: &Archive) -> Vec<String> {
        let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        let line = |entry: &EntryView| format!("{:?} {}", entry.when.as_ref().map(ToString::to_string), entry.text);
        view.entries.iter().chain(&view.undated).map(line).collect()
    }

    #[test]
    fn edits_survive_new_versions_new_articles_and_a_rebuild() {
        let archive = archive();
        edit(&archive, "had left Cebu", &EditRequest::Hide).unwrap();
        let note = edit(&archive, "caught fire", &EditRequest::Note("checked".to_owned())).unwrap();
        assert_eq!((note.edits[0].edit.number, note.edits[0].state), (2, EditState::Applied));
        let stands = |archive: &Archive| {
            let view = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
            assert!(view.notes.is_empty(), "{:?}", view.notes);
            assert!(!shown(archive).iter().any(|line| line.contains("had left")), "{:?}", shown(archive));
            view.entries.iter().filter(|entry| entry.note.as_deref() == Some("checked")).count()
        };
        assert_eq!(stands(&archive), 1);
        // An earlier report by an article whose name comes first takes the lead of both entries.
        archive.import(&[line("post", 18, 16), line("echo", 6, 12)], 1, true, NOW.parse().unwrap()).unwrap();
        assert_eq!(stands(&archive), 1);
        archive.reindex(false).unwrap();
        assert_eq!(stands(&archive), 1);
    }

    #[test]
    fn what_was_done_can_be_undone_once_and_stays_on_record() {
        let archive = archive();
        let before = shown(&archive);
        edit(&archive, "had left Cebu", &EditRequest::Date(None)).unwrap();
        assert_ne!(shown(&archive), before);
        let undo = || archive.undo_edit("ferry", 1, "Bo", NOW.parse().unwrap());
        assert_eq!(undo().unwrap().edits[0].state, EditState::Undone);
        assert_eq!(shown(&archive), before);
        assert!(undo().unwrap_err().to_string().contains("undone already"));
        assert_eq!(archive.edits("ferry").unwrap().edits.len(), 1);
    }

    #[test]
    fn edits_travel_with_an_export() {
        let archive = archive();
        edit(&archive, "had left Cebu", &EditRequest::Hide).unwrap();
        let lines = exported(&archive);
        assert_eq!(archive.export(None, |_| Ok::<_, TrackError>(())).unwrap(), 2);
        let other = Archive::in_memory().unwrap();
        for added in [1, 0] {
            let batch = other.import(&lines, 1, true, NOW.parse().unwrap()).unwrap();
            assert_eq!((batch.edits, batch.refused.len()), (added, 0));
        }
        assert_eq!(shown(&other), shown(&archive));
    }

    #[test]
    fn an_entry_is_named_by_what_only_it_has() {
        let archive = archive();
        let check = |entry: &str, want: &str| {
            let told = match edit(&archive, entry, &EditRequest::Pin) {
                Ok(view) => view.edits[0].edit.text.clone(),
                Err(error) => error.to_string(),
            };
            assert!(told.contains(want), "{entry}: {told}");
        };
        check("[post v1 s2]", "had left Cebu");
        check("ferry/post v1 s2", "had left Cebu");
        check("HAD LEFT", "had left Cebu");
        check("e", "may mean 2 entries");
        check("volcano", "no entry of `ferry` is called or holds `volcano`");
        let split = edit(&archive, "had left", &EditRequest::Split("1".to_owned())).unwrap_err();
        assert!(split.hint().unwrap().contains("one sentence"));
        assert!(edit(&archive, "had left", &EditRequest::Merge("left Cebu".to_owned())).is_err());
    }
}
