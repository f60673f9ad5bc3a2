//! Removes what may not be kept, and holds back what may not be published yet.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};

use super::lookup::{FoundArticle, TypedName};
use super::read::one_line;
use super::{Archive, Result, TrackError};
use crate::model::{ArticleId, ManualEdit, ManualEditKind, Story, VersionId};
use crate::store::{Hold, HoldSubject, Removal};
use crate::view::{ForgetView, HoldRow, HoldsView, Reference, TombstoneRow, TombstonesView, VersionPick};

/// An article, and those of its versions that go.
type Removed = (FoundArticle, HashSet<VersionId>);

/// Returns the places of the versions that are named.
fn places(found: &FoundArticle, from: VersionPick, to: Option<VersionPick>) -> Result<RangeInclusive<usize>> {
    let first = found.place(from)?;
    let last = to.map_or(Ok(first), |to| found.place(to))?;
    Ok(first.min(last)..=first.max(last))
}

/// Returns the numbers of the versions that go with those that are named.
fn along(reference: &Reference, articles: &[Removed]) -> Result<Vec<usize>> {
    let (Some(from), [(found, ids)]) = (reference.from, articles) else { return Ok(Vec::new()) };
    let named = places(found, from, reference.to)?;
    let others = found.versions.iter().enumerate().filter(|(place, _)| !named.contains(place));
    Ok(others.filter(|(_, version)| ids.contains(&version.id)).map(|(_, version)| version.number).collect())
}

impl Archive {
    /// Returns what [`Archive::forget`] would remove.
    pub fn forget_preview(&self, reference: &Reference) -> Result<ForgetView> {
        let (what, articles) = self.removed_by(reference)?;
        let versions = articles.iter().map(|(_, ids)| ids.len()).sum();
        let along = along(reference, &articles)?;
        Ok(ForgetView { reference: what, versions, along, ..ForgetView::default() })
    }

    /// Removes versions, an article or a story for good, for a reason that stays on record.
    pub fn forget(&self, reference: &Reference, reason: &str, now: DateTime<Utc>) -> Result<ForgetView> {
        let removal = Removal { reason, made: now };
        let (mut view, log_emptied) = self.store.removing(|store| {
            let (what, articles) = self.removed_by(reference)?;
            let versions = articles.iter().map(|(_, ids)| ids.len()).sum();
            let along = along(reference, &articles)?;
            let mut edits = 0;
            let mut lines = Vec::new();
            let story = if reference.from.is_none() { self.story_of(reference)? } else { None };
            for (found, ids) in &articles {
                // With a story, all that was done to it goes.
                edits += if story.is_none() { self.forget_quoting_edits(found, ids)? } else { 0 };
                lines.extend(self.lines_of(found, ids)?);
                match ids.len() < found.versions.len() {
                    true => {
                        let ids: Vec<VersionId> = ids.iter().copied().collect();
                        store.forget_versions(found.article.id, &ids, removal)?;
                        self.index_words_of(found.article.id)?;
                    }
                    false => store.forget_article(found.article.id, removal)?,
                }
            }
            if let Some(story) = story {
                edits += store.manual_edits(story.id)?.len();
                store.forget_story(story.id, removal)?;
            }
            self.forget_lines(&lines)?;
            store.write_tombstones()?;
            let (reason, made) = (reason.to_owned(), Some(now));
            let log_emptied = false;
            Ok::<_, TrackError>(ForgetView { reference: what, versions, along, edits, reason, made, log_emptied })
        })?;
        view.log_emptied = log_emptied;
        Ok(view)
    }

    /// Returns what was removed so far.
    pub fn tombstones(&self) -> Result<TombstonesView> {
        let rows = self.store.tombstones()?.into_iter().map(|row| TombstoneRow {
            made: DateTime::from_timestamp_millis(row.made).unwrap_or_default(),
            kind: row.kind.word().to_owned(),
            keyed_hash: row.keyed,
            reason: row.reason,
        });
        Ok(TombstonesView { tombstones: rows.collect() })
    }

    /// Returns how many texts and articles were removed from the store so far.
    pub fn removals(&self) -> Result<usize> {
        Ok(self.store.tombstone_count()?)
    }

    /// Returns the name of what a reference means, and the versions of each article that go.
    ///
    /// Versions with the very words of one that goes go along: words do not come back under another number.
    fn removed_by(&self, reference: &Reference) -> Result<(String, Vec<Removed>)> {
        let whole = |found: FoundArticle| {
            let ids = found.versions.iter().map(|version| version.id).collect();
            (found, ids)
        };
        let Some(from) = reference.from else {
            let articles = self.articles_meant(Some(&reference.name))?;
            return match self.story_of(reference)? {
                Some(story) => Ok((story.slug, articles.into_iter().map(whole).collect())),
                None => {
                    let found = self.article_meant(reference)?;
                    Ok((found.head().reference, vec![whole(found)]))
                }
            };
        };
        let found = self.article_meant(reference)?;
        let words: HashSet<&str> =
            found.versions[places(&found, from, reference.to)?].iter().map(|version| version.hash.as_str()).collect();
        let gone = found.versions.iter().filter(|version| words.contains(version.hash.as_str()));
        let ids: HashSet<VersionId> = gone.map(|version| version.id).collect();
        Ok((reference.to_string(), vec![(found, ids)]))
    }

    /// Returns the story that a reference names, if it names one as a whole.
    fn story_of(&self, reference: &Reference) -> Result<Option<Story>> {
        match reference.name.contains('/') {
            true => Ok(None),
            false => self.story_if_any(&reference.name),
        }
    }

    /// Removes the manual edits that quote what goes and nothing that stays in the story; returns how many.
    fn forget_quoting_edits(&self, found: &FoundArticle, gone: &HashSet<VersionId>) -> Result<usize> {
        let Some(story) = &found.story else { return Ok(0) };
        let edits = self.store.manual_edits(story.id)?;
        if edits.is_empty() {
            return Ok(0);
        }
        let going: Vec<_> = found.versions.iter().filter(|version| gone.contains(&version.id)).cloned().collect();
        let quoted = |edit: &ManualEdit| -> Vec<String> {
            let all = std::iter::once(edit.text.as_str()).chain(edit.edit.quoted()).map(one_line);
            all.filter(|words| !words.is_empty()).collect()
        };
        let mut unseen: HashSet<String> = edits.iter().flat_map(quoted).collect();
        let mut leaving = HashSet::new();
        for text in self.texts(found, &going)? {
            text.take_held(&mut unseen, &mut leaving);
        }
        let mut staying = HashSet::new();
        for mut other in self.articles_meant(Some(&story.slug))? {
            if leaving.is_empty() {
                return Ok(0);
            }
            other.versions.retain(|version| !gone.contains(&version.id));
            for text in self.texts(&other, &other.versions)? {
                text.take_held(&mut leaving, &mut staying);
            }
        }
        // An entry that was added by hand goes with what it rests on, and so does what was done to it since.
        let mut entries: HashSet<String> = HashSet::new();
        let mut removed = 0;
        for edit in edits {
            let is_of_it = entries.contains(&edit.entry);
            if is_of_it || quoted(&edit).iter().any(|words| leaving.contains(words)) {
                if matches!(edit.edit, ManualEditKind::Add { .. }) {
                    entries.insert(edit.entry.clone());
                }
                self.store.forget_manual_edit(story.id, edit.number)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Builds the word index of one article again.
    pub(crate) fn index_words_of(&self, article: ArticleId) -> Result<()> {
        let mut versions = self.store.versions(article)?;
        versions.sort_by_key(|version| version.number);
        let mut before = None;
        for version in versions {
            let content = self.store.content(&version)?;
            self.store.forget_words_of(version.id)?;
            self.store.index_words(version.id, &super::record::new_words(before.as_ref(), &content))?;
            before = Some(content);
        }
        Ok(())
    }

    /// Holds a story or an article back from publication.
    pub fn hold(&self, name: &str, reason: Option<&str>, now: DateTime<Utc>) -> Result<HoldsView> {
        self.store.write(|store| {
            let held = self.held_by(name)?;
            // Held once more, it keeps its reason unless another one is given, and the day since when it is held.
            let before = store.holds()?.into_iter().find(|hold| hold.held == held);
            let made = before.as_ref().map_or(now, |before| before.made);
            let reason = reason.map(str::to_owned).or_else(|| before.and_then(|before| before.reason));
            store.hold(&Hold { held, made, reason })?;
            Ok::<_, TrackError>(())
        })?;
        self.holds()
    }

    /// Ends a hold.
    pub fn release(&self, name: &str) -> Result<HoldsView> {
        self.store.write(|store| match store.release(self.held_by(name)?)? {
            true => Ok(()),
            false => Err(TrackError::NotHeld { name: name.to_owned() }),
        })?;
        self.holds()
    }

    /// Returns everything that is held.
    pub fn holds(&self) -> Result<HoldsView> {
        let mut held = Vec::new();
        for hold in self.store.holds()? {
            let reference = match hold.held {
                HoldSubject::Story(id) => self.store.story(id)?.map(|story| story.slug),
                HoldSubject::Article(id) => {
                    let found = self.store.article(id)?.map(|article| self.found(article)).transpose()?;
                    found.map(|found| found.head().reference)
                }
            };
            held.extend(reference.map(|reference| HoldRow { reference, since: hold.made, reason: hold.reason }));
        }
        Ok(HoldsView { held })
    }

    /// Hides what is held from every question asked from now on; returns how much is held.
    ///
    /// # Errors
    ///
    /// [`TrackError::Held`] where `name` itself, which is to be published, is held.
    pub fn hide_held(&self, name: Option<&str>) -> Result<usize> {
        let held = self.store.holds()?;
        if let Some(name) = name {
            let story = TypedName::read(name).story().map(|story| self.story_if_any(story)).transpose()?.flatten();
            let meant = match self.held_by(name) {
                Ok(meant) => vec![Some(meant), story.map(|story| HoldSubject::Story(story.id))],
                Err(_) => vec![story.map(|story| HoldSubject::Story(story.id))],
            };
            if held.iter().any(|hold| meant.contains(&Some(hold.held))) {
                return Err(TrackError::Held { name: name.to_owned() });
            }
        }
        self.store.hide_held()?;
        Ok(held.len())
    }

    /// Asks with everything hidden that is held, as for what is published; `name` is what is asked for.
    ///
    /// # Errors
    ///
    /// Those of `ask`, and [`TrackError::Held`].
    pub fn published<T>(&self, name: Option<&str>, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.hide_held(name)?;
        let answer = ask(self);
        self.store.show_held()?;
        answer
    }

    fn held_by(&self, name: &str) -> Result<HoldSubject> {
        let plain = Reference::to(name);
        if let Some(story) = self.story_of(&plain)? {
            return Ok(HoldSubject::Story(story.id));
        }
        Ok(HoldSubject::Article(self.article_meant(&plain)?.article.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntryKind, TimelineQuery};
    use crate::store::Tombstones;
    use crate::track::exchange::tests::exported;
    use crate::track::{CheckScope, SearchFilter};
    use crate::view::{EditRequest, EntryRequest};
    use std::path::Path;

    const SECRET: &str = "Quillfeather";

    fn line(article: &str, hour: usize, words: &str) -> String {
        format!(
            r#"{{"story":"ferry","timezone":"Asia/Manila","article":"{article}","outlet":"{article}","published":"2025-08-12T06:50:00+08:00","captured":"2025-08-12T{hour:02}:00:00+08:00","headline":"{words} burns off Cebu","text":"A ferry caught fire on Tuesday, the coast guard said. {words} died at sea, police said.\n\nThe ship had left Cebu on Monday."}}"#
        )
    }

    fn record(archive: &Archive, lines: &[String]) {
        archive.import(lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        archive.timeline("ferry", &TimelineQuery::default()).unwrap();
    }

    /// Four versions of one article, the second with a name that no other has, pinned by hand and the source of an entry
    /// that was added and tagged, and one of another.
    fn archive(path: &Path) -> Archive {
        let archive = Archive::open(path).unwrap();
        record(&archive, &[line("post", 7, "Nobody"), line("post", 8, SECRET)]);
        archive.edit("ferry", SECRET, &EditRequest::Pin, "Ann Lee", DateTime::UNIX_EPOCH).unwrap();
        let inquest = EntryRequest {
            when: None,
            kind: EntryKind::Event,
            text: "The family was told.".to_owned(),
            speaker: None,
            sources: vec!["post v2 s2".to_owned()],
        };
        archive.add_entry("ferry", &inquest, "Ann Lee", DateTime::UNIX_EPOCH).unwrap();
        let tag = EditRequest::Tag("family".to_owned());
        archive.edit("ferry", "The family was told", &tag, "Ann Lee", DateTime::UNIX_EPOCH).unwrap();
        record(&archive, &[line("post", 9, "A sailor"), line("post", 10, "A captain"), line("wire", 9, "Someone")]);
        archive
    }

    fn bytes_hold(folder: &Path, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let holds = files.filter(|path| {
            let bytes = std::fs::read(path).unwrap().to_ascii_lowercase();
            bytes.windows(word.len()).any(|window| window == word.as_bytes())
        });
        holds.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_forgotten_version_leaves_no_trace_and_the_rest_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let archive = archive(&path);
        assert!(!bytes_hold(folder.path(), SECRET).is_empty(), "the test would see it");
        let texts = |archive: &Archive| {
            let shown = ["ferry/post@1", "ferry/post@3", "ferry/post@4", "ferry/wire@1"];
            shown.map(|name| serde_json::to_string(&archive.show(&name.parse().unwrap()).unwrap().paragraphs).unwrap())
        };
        let before = texts(&archive);
        let view = archive.forget(&"ferry/post@2".parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
        assert_eq!((view.versions, view.edits), (1, 3));
        assert_eq!(texts(&archive), before);
        assert_eq!(bytes_hold(folder.path(), SECRET), Vec::<String>::new());
        assert_eq!(archive.search(SECRET, &SearchFilter::default(), 10).unwrap().total, 0);
        assert_eq!(archive.search("sailor", &SearchFilter::default(), 10).unwrap().total, 1);
        let timeline = archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        assert!(!serde_json::to_string(&timeline).unwrap().contains(SECRET));
        let checked = archive.check(&CheckScope::default()).unwrap();
        assert!(checked.ok, "{:?}", checked.problems);
        let kept = Tombstones::read(&path).unwrap();
        assert_eq!((kept.rows.len(), kept.rows[0].reason.as_str()), (1, "court order"));
        // The number is not given again, and the chain goes on.
        archive.import(&[line("post", 11, "An engineer")], 1, true, DateTime::UNIX_EPOCH).unwrap();
        let log = archive.log(Some("ferry/post")).unwrap();
        let numbers: Vec<usize> = log.articles[0].versions.iter().map(|row| row.version.number).collect();
        assert_eq!(numbers, [1, 3, 4, 5]);
        assert!(archive.check(&CheckScope::default()).unwrap().ok);
    }

    #[test]
    fn the_latest_version_can_go_and_its_number_stays_taken() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("store.db"));
        archive.forget(&"ferry/post@4".parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
        archive.import(&[line("post", 11, "An engineer")], 1, true, DateTime::UNIX_EPOCH).unwrap();
        let log = archive.log(Some("ferry/post")).unwrap();
        assert_eq!(log.articles[0].versions.last().unwrap().version.number, 5);
        let checked = archive.check(&CheckScope::default()).unwrap();
        assert!(checked.ok, "{:?}", checked.problems);
    }

    #[test]
    fn articles_and_stories_go_whole() {
        for (name, versions, left) in [("ferry/post", 4, 1), ("ferry", 5, 0)] {
            let folder = tempfile::tempdir().unwrap();
            let archive = archive(&folder.path().join("store.db"));
            let preview = archive.forget_preview(&name.parse().unwrap()).unwrap();
            let view = archive.forget(&name.parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
            assert_eq!((preview.versions, view.versions), (versions, versions));
            let checked = archive.check(&CheckScope::default()).unwrap();
            assert!(checked.ok && checked.versions == left, "{:?}", checked.problems);
            assert_eq!(bytes_hold(folder.path(), SECRET), Vec::<String>::new(), "{name}");
            let word = if left == 0 { "Manila" } else { "\"post\"" };
            assert_eq!(bytes_hold(folder.path(), word), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn an_edit_whose_words_another_article_has_too_stays() {
        let archive = Archive::in_memory().unwrap();
        record(&archive, &[line("post", 7, SECRET), line("wire", 9, "Someone")]);
        for words in [SECRET, "The ship had left"] {
            archive.edit("ferry", words, &EditRequest::Pin, "Ann Lee", DateTime::UNIX_EPOCH).unwrap();
        }
        let view = archive.forget(&"ferry/post".parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(view.edits, 1);
        let edits = archive.edits("ferry").unwrap().edits;
        assert!(edits.len() == 1 && edits[0].edit.text.contains("left Cebu"), "{edits:?}");
    }

    #[test]
    fn a_line_of_a_site_is_held_with_the_last_article_that_has_it() {
        let archive = Archive::in_memory().unwrap();
        let line = "The Wire is owned by those who read it.";
        let article = |story: &str| {
            format!(
                r#"{{"story":"{story}","article":"wire","url":"https://wire.example/{story}","captured":"2025-08-12T10:00:00Z","text":"A {story} caught fire.\n\n{line}"}}"#
            )
        };
        let repeated = format!(
            r#"{{"repeated":{{"host":"wire.example","line":"{line}","articles":9,"looked":20,"learnt":"2025-08-12T11:00:00Z"}}}}"#
        );
        let batch =
            archive.import(&[article("ferry"), article("mill"), repeated], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(batch.refused, []);
        let told = |archive: &Archive| {
            let lines = archive.published(None, |archive| Ok(exported(archive))).unwrap();
            lines.iter().any(|told| told.contains("repeated") && told.contains(line))
        };
        assert!(told(&archive));
        archive.hold("ferry", None, DateTime::UNIX_EPOCH).unwrap();
        assert!(told(&archive), "another article has it");
        archive.hold("mill", None, DateTime::UNIX_EPOCH).unwrap();
        assert!(!told(&archive));
    }

    #[test]
    fn what_is_held_is_not_published() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("store.db"));
        let all = |archive: &Archive| {
            let (log, changes) = (archive.log(None)?, archive.changes(None)?);
            let timeline = archive.timeline("ferry", &TimelineQuery::default()).ok();
            Ok((serde_json::to_string(&(log, changes, timeline)).unwrap(), exported(archive).concat()))
        };
        let before = archive.published(None, all).unwrap();
        assert!(before.0.contains(SECRET) && before.1.contains(SECRET));
        archive.hold("ferry/post", Some("under review"), DateTime::UNIX_EPOCH).unwrap();
        let (shown, exported) = archive.published(None, all).unwrap();
        assert!(!shown.contains(SECRET) && !exported.contains(SECRET) && !shown.contains("ferry/post"));
        assert!(shown.contains("ferry/wire") && exported.contains("Someone"));
        let refused = archive.published(Some("ferry/post"), all).unwrap_err();
        assert!(matches!(refused, TrackError::Held { .. }) && refused.hint().is_some());
        let (own, _) = all(&archive).unwrap();
        assert!(own.contains(SECRET), "the desk itself still sees it");
        archive.release("ferry/post").unwrap();
        assert_eq!(archive.published(None, all).unwrap(), before);
        assert!(matches!(archive.release("ferry/post"), Err(TrackError::NotHeld { .. })));

        let watched = r#"{"watch":{"name":"desk","url":"https://wire.example/ferry","kind":"feed","story":"Ferry","created":"2025-04-24T10:00:00Z"}}"#;
        archive.import(&[watched.to_owned()], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert!(all(&archive).unwrap().1.contains("wire.example"));
        archive.hold("ferry", None, DateTime::UNIX_EPOCH).unwrap();
        let (shown, exported) = archive.published(None, all).unwrap();
        assert!(!shown.contains("ferry/wire") && exported.is_empty());
        assert_eq!(archive.holds().unwrap().held[0].reference, "ferry");
    }
}
