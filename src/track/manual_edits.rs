//! Records manual edits of a story's timeline, and applies them whenever a timeline is built.
//!
//! An entry is named by its id, by where it stands (`[herald v2 s5]`), or by
//! words that only it holds; a name that fits several entries is refused with the
//! list of those, since an edit must change the entry that the editor saw.

use chrono::{DateTime, SubsecRound, Utc};

use super::lookup::FoundArticle;
use super::{Archive, Result, TrackError};
use crate::model::{
    DocumentTime, Evidence, FirstReport, ManualEdit, ManualEditKind, Story, Timeline, TimelineEntry, TimelineQuery,
    Undone,
};
use crate::timeline::{self, EvidenceSource};
use crate::view::{EditRequest, EditRow, EditState, EditsView, EntryView, TimelineView};

/// Entries that are listed, at most, where words fit several.
const NAMED: usize = 6;

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
        let view = self.timeline(name, &TimelineQuery::default())?;
        let meant = entry_meant(&view, entry)?;
        let edit = match request {
            EditRequest::Pin => ManualEditKind::Pin,
            EditRequest::Hide => ManualEditKind::Hide,
            EditRequest::Date(when) => ManualEditKind::Date { when: when.clone() },
            EditRequest::Note(words) => ManualEditKind::Note { words: words.clone() },
            EditRequest::Merge(other) => {
                let other = entry_meant(&view, other)?;
                if other.id == meant.id {
                    return Err(TrackError::MergedWithItself { entry: meant.id.clone() });
                }
                ManualEditKind::Merge { with: other.id.clone(), words: other.text.clone() }
            }
            EditRequest::Split(sentence) => ManualEditKind::Split { sentence: sentence_meant(meant, sentence)? },
        };
        let (entry, text) = (meant.id.clone(), meant.text.clone());
        let manual_edit = ManualEdit {
            number: 0,
            entry,
            text,
            edit,
            author: author.to_owned(),
            at: now.trunc_subsecs(0),
            undone: None,
        };
        let story = self.story_named(name)?;
        let number = self.store.write(|store| store.add_manual_edit(story.id, &manual_edit))?;
        self.edits_numbered(&story, Some(number))
    }

    /// Returns every edit of a story, the oldest first, with what became of it.
    pub fn edits(&self, name: &str) -> Result<EditsView> {
        let story = self.story_named(name)?;
        self.edits_numbered(&story, None)
    }

    /// Takes an edit back; it stays on record as undone.
    pub fn undo_edit(&self, name: &str, number: usize, author: &str, now: DateTime<Utc>) -> Result<EditsView> {
        let story = self.story_named(name)?;
        let undone = Undone { author: author.to_owned(), at: now.trunc_subsecs(0) };
        if !self.store.write(|store| store.undo_manual_edit(story.id, number, &undone))? {
            let known = self.store.manual_edits(story.id)?.iter().any(|edit| edit.number == number);
            return Err(TrackError::NoSuchEdit { story: story.slug, number, is_undone: known });
        }
        self.edits_numbered(&story, Some(number))
    }

    fn edits_numbered(&self, story: &Story, number: Option<usize>) -> Result<EditsView> {
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
        let edits = edits.filter(|edit| number.is_none_or(|number| edit.number == number)).map(row).collect();
        Ok(EditsView { story: story.slug.clone(), timezone: story.timezone, edits })
    }

    /// Applies the edits of a story to a timeline; returns the numbers of those whose entry is gone.
    pub(crate) fn apply_manual_edits(
        &self,
        story: &Story,
        query: &TimelineQuery,
        built: &mut Timeline,
    ) -> Result<Vec<usize>> {
        let edits = self.store.manual_edits(story.id)?;
        if edits.iter().all(|edit| edit.undone.is_some()) {
            return Ok(Vec::new());
        }
        let articles = self.articles_meant(Some(&story.slug))?;
        let lookup = StoredEvidence { archive: self, articles: &articles };
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
        built.entries.sort_by_key(|entry| entry.when.as_ref().map(|when| when.earliest(story.timezone)));
        Ok(missed)
    }
}

/// Answers what edits ask about evidence, out of the store.
struct StoredEvidence<'d> {
    archive: &'d Archive,
    articles: &'d [FoundArticle],
}

impl StoredEvidence<'_> {
    fn found(&self, article: &str) -> Option<&FoundArticle> {
        self.articles.iter().find(|found| found.article.slug == article)
    }
}

impl EvidenceSource for StoredEvidence<'_> {
    fn outlet(&self, article: &str) -> String {
        let outlet = self.found(article).and_then(|found| found.article.outlet.as_ref());
        outlet.map_or_else(|| article.to_owned(), |outlet| outlet.name.clone())
    }

    fn words(&self, evidence: &Evidence) -> Option<String> {
        let found = self.found(&evidence.article)?;
        let version = found.versions.get(evidence.version.checked_sub(1)?)?;
        let text = self.archive.store.content(version).ok()?;
        let words = text.text().get(evidence.span.start..evidence.span.end)?.to_owned();
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
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
}

/// Returns the one entry that is meant by an id, a place such as `herald v2 s5`, or words in it.
pub fn entry_meant<'v>(view: &'v TimelineView, wanted: &str) -> Result<&'v EntryView> {
    let all = || view.entries.iter().chain(&view.undated);
    if let Some(entry) = all().find(|entry| entry.id == wanted) {
        return Ok(entry);
    }
    let lower = wanted.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&lower);
    let placed: Vec<&EntryView> = all().filter(|entry| stands_at(entry, &lower)).collect();
    let shown: Vec<&EntryView> = all().filter(|entry| holds(&entry.text)).collect();
    let told = all().filter(|entry| entry.sentences.iter().any(|sentence| holds(sentence)));
    let meant = match (placed.is_empty(), shown.is_empty()) {
        (false, _) => placed,
        (true, false) => shown,
        (true, true) => told.collect(),
    };
    // An event and a statement of one sentence are shown as one.
    let is_one = |entry: &&EntryView| entry.text == meant[0].text && entry.when == meant[0].when;
    match meant.first() {
        None => Err(TrackError::NoSuchEntry { story: view.story.clone(), wanted: wanted.to_owned() }),
        Some(entry) if meant.iter().all(is_one) => Ok(entry),
        Some(_) => {
            let name = |entry: &&EntryView| (entry.id.clone(), entry.text.clone());
            let (count, candidates) = (meant.len(), meant.iter().take(NAMED).map(name).collect());
            Err(TrackError::AmbiguousEntry { wanted: wanted.to_owned(), count, candidates })
        }
    }
}

/// Returns whether an entry has evidence at a place written as on the screen: `[herald v2 s5]`, `v2 s5`.
fn stands_at(entry: &EntryView, wanted: &str) -> bool {
    let wanted = wanted.trim_matches(['[', ']']);
    entry.evidence.iter().any(|own| {
        let (whole, name) = (&own.article, own.article.rsplit('/').next().unwrap_or_default());
        let place = format!("v{} s{}", own.version, own.sentence);
        wanted == place || wanted == format!("{name} {place}") || wanted == format!("{whole} {place}")
    })
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
        let mut lines = Vec::new();
        let keep = |line: &str| {
            lines.push(line.to_owned());
            Ok::<_, TrackError>(())
        };
        assert_eq!(archive.export(None, keep).unwrap(), 2);
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
