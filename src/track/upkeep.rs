//! Copies the archive, puts a copy back, and derives all results again.

use std::path::Path;

use super::{ANALYSER, Archive, Result, TrackError, Watcher};
use crate::model::Clock;
use crate::store::{Occupied, Restoration};
use crate::view::{BackupView, ReindexView, RestoreView, VacuumView};

impl Archive {
    /// Copies the archive to a new file while others may go on using it; the copy is read to see that it is whole.
    pub fn backup(&self, target: &Path) -> Result<BackupView> {
        self.store.backup(target, |done, total| self.progress("pages copied", done, total))?;
        let copy = crate::store::Store::open_backup(target)?;
        let counts = copy.counts()?;
        let (ledger, ledger_hash) = copy.ledger_end()?;
        let path = target.display().to_string();
        Ok(BackupView { path, versions: counts.versions, bytes: counts.bytes, ledger, ledger_hash })
    }

    /// Puts the backup `file` in the place of the store at `target`; returns what was done.
    ///
    /// What was removed from that store for legal reasons since the backup is removed from it too.
    ///
    /// # Errors
    ///
    /// Where a store stands there and `occupied` does not allow to replace it, or the backup is damaged. Nothing is
    /// changed then.
    pub fn restore_backup(
        file: &Path,
        target: &Path,
        occupied: Occupied,
        watcher: Option<&Watcher>,
    ) -> Result<RestoreView> {
        let watch = |done, total| {
            if let Some(watcher) = watcher {
                watcher("pages copied", done, total);
            }
        };
        let (restoration, store) = Restoration::begin(file, target, occupied, watch)?;
        let archive = Self { store, watcher: None };
        let tombstones = restoration.tombstones()?;
        let before = archive.store.counts()?.versions;
        archive.store.removing(|store| {
            for article in store.apply_tombstones(&tombstones)? {
                archive.index_words_of(article)?;
            }
            Ok::<_, TrackError>(())
        })?;
        archive.store.refuse_faulty(file)?;
        let counts = archive.store.counts()?;
        let (ledger, ledger_hash) = archive.store.ledger_end()?;
        let replaced = restoration.finish(archive.store)?;
        Ok(RestoreView {
            path: target.display().to_string(),
            from: file.display().to_string(),
            replaced: replaced.map(|path| path.display().to_string()),
            versions: counts.versions,
            removed: before - counts.versions,
            ledger,
            ledger_hash,
        })
    }

    /// Derives the results of every version again: all of them, or only those of another analyser.
    ///
    /// An interruption loses at most one batch; `only_stale` continues from there.
    pub fn reindex(&self, only_stale: bool) -> Result<ReindexView> {
        if !only_stale {
            self.store.write(|store| store.forget_derived(None))?;
            self.index_all_words()?;
        }
        let mut view = ReindexView { versions: 0, articles: 0 };
        let (mut done, total) = (0, self.store.count_versions()?);
        self.for_articles(None, |articles| {
            let stale = self.stale(articles)?;
            view.versions += stale.iter().map(|found| found.versions.len()).sum::<usize>();
            view.articles += stale.len();
            let read = done;
            done += articles.iter().map(|found| found.versions.len()).sum::<usize>();
            self.refresh_watched(articles, |own, _| self.progress("versions read", read + own, total))?;
            Ok::<_, TrackError>(())
        })?;
        self.progress("versions read", total, total);
        for story in self.store.stories()? {
            self.story_timeline(&story, Clock::default())?;
        }
        Ok(view)
    }

    /// Deletes what another version of the program derived, and gives the file's free pages back to the disk.
    pub fn vacuum(&self) -> Result<VacuumView> {
        let bytes_before = self.store.counts()?.bytes;
        self.store.write(|store| store.forget_derived_by_others(ANALYSER))?;
        self.store.vacuum()?;
        let path = self.store.path().display().to_string();
        Ok(VacuumView { path, bytes_before, bytes: self.store.counts()?.bytes })
    }

    /// Returns how many articles and timelines the next questions must derive before they can be answered.
    pub fn count_underived(&self) -> Result<usize> {
        let mut count = self.count_underived_articles()?;
        for story in self.store.stories()? {
            count += usize::from(!self.has_timeline(&story, Clock::default())?);
        }
        Ok(count)
    }

    /// Returns of how many articles something is still to be derived.
    pub(crate) fn count_underived_articles(&self) -> Result<usize> {
        let mut count = 0;
        self.for_articles(None, |articles| {
            count += self.stale(articles)?.len();
            Ok::<_, TrackError>(())
        })?;
        Ok(count)
    }

    /// Builds the word index from the texts.
    fn index_all_words(&self) -> Result<()> {
        self.store.write(|store| {
            store.forget_words()?;
            let articles = store.article_ids()?;
            for (index, article) in articles.iter().enumerate() {
                self.progress("articles indexed", index + 1, articles.len());
                self.index_words_of(*article)?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::track::CheckScope;
    use crate::view::{Outcome, Reference};
    use chrono::DateTime;

    fn line(article: &str, minute: usize, dead: usize) -> String {
        format!(
            r#"{{"story":"ferry","timezone":"Asia/Manila","article":"{article}","outlet":"{article}","published":"2025-08-12T06:50:00+08:00","captured":"2025-08-12T{minute:02}:00+08:00","headline":"Ferry burns off Cebu","text":"A ferry caught fire on Tuesday, killing at least {dead} people, the coast guard said.\n\nThe ship had left Cebu on Monday."}}"#
        )
    }

    fn archive(path: &Path) -> Archive {
        let archive = Archive::open(path).unwrap();
        let lines = [line("post", 7, 12), line("wire", 8, 12), line("post", 13, 15), line("post", 18, 16)];
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        archive
    }

    /// Returns every answer that rests on derived results.
    fn answers(archive: &Archive) -> String {
        let log = archive.log(None).unwrap();
        let (changes, timeline) = (
            archive.changes(None).unwrap(),
            archive.timeline("ferry", &crate::model::TimelineQuery::default()).unwrap(),
        );
        let found = archive.search("coast guard", &crate::track::SearchFilter::default(), 10).unwrap();
        serde_json::to_string(&(log, changes, timeline, found)).unwrap()
    }

    #[test]
    fn answers_are_the_same_kept_or_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("archive.db"));
        let first = answers(&archive);
        assert_eq!(answers(&archive), first);
        let view = archive.reindex(false).unwrap();
        assert_eq!((view.articles, view.versions), (2, 4));
        assert_eq!(archive.reindex(true).unwrap().articles, 0);
        assert_eq!(answers(&archive), first);
    }

    #[test]
    fn what_is_still_to_be_derived_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("archive.db"));
        // Two articles, and the timeline of their story.
        assert_eq!(archive.count_underived().unwrap(), 3);
        archive.changes(None).unwrap();
        assert_eq!(archive.count_underived().unwrap(), 1);
        archive.reindex(true).unwrap();
        assert_eq!(archive.count_underived().unwrap(), 0);
        archive.import(&[line("post", 19, 17)], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(archive.count_underived().unwrap(), 2);
    }

    #[test]
    fn a_vacuum_gives_room_back_while_others_read_and_changes_no_answer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive.db");
        let archive = archive(&path);
        let first = answers(&archive);
        let lines: Vec<String> = (0..200).map(|n| line(&format!("gone-{n}"), n % 24, n)).collect();
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        (0..200).for_each(|n| drop(archive.delete_article(&format!("ferry/gone-{n}")).unwrap()));
        answers(&archive);
        let reader = Archive::open_read_only(&path).unwrap();
        let view = archive.vacuum().unwrap();
        assert_eq!(archive.count_underived().unwrap(), 0, "what this program derived is still there");
        assert!(view.bytes < view.bytes_before, "{view:?}");
        assert_eq!(std::fs::metadata(&path).unwrap().len(), view.bytes);
        assert_eq!(answers(&reader), first);
        assert_eq!(answers(&archive), first);
    }

    #[test]
    fn a_back_dated_version_reaches_everything_worked_out() {
        let folder = tempfile::tempdir().unwrap();
        let late = archive(&folder.path().join("late.db"));
        answers(&late);
        let extra = line("post", 10, 14);
        let batch = late.import(std::slice::from_ref(&extra), 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(batch.recorded[0].outcome, Outcome::Backdated);
        let fresh = Archive::open(&folder.path().join("fresh.db")).unwrap();
        let mut lines =
            vec![line("post", 7, 12), line("wire", 8, 12), extra, line("post", 13, 15), line("post", 18, 16)];
        fresh.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let updates = |archive: &Archive| {
            let updates = archive.changes(None).unwrap().updates;
            updates
                .into_iter()
                .map(|update| (update.to.captured, update.verdict, update.changes.len()))
                .collect::<Vec<_>>()
        };
        assert_eq!(updates(&late), updates(&fresh));
        lines.clear();
        assert!(late.check(&CheckScope::default()).unwrap().ok);
    }

    #[test]
    fn a_check_finds_nothing_in_a_sound_archive_and_its_backup() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("archive.db"));
        answers(&archive);
        let view = archive.check(&CheckScope::default()).unwrap();
        assert!(view.ok, "{:?}", view.problems);
        assert_eq!((view.stories, view.articles, view.versions, view.captures), (1, 2, 4, 4));
        let copy = folder.path().join("copy.db");
        assert_eq!(archive.backup(&copy).unwrap().versions, 4);
        let copy = Archive::open(&copy).unwrap();
        assert!(copy.check(&CheckScope::default()).unwrap().ok);
        assert_eq!(answers(&copy), answers(&archive));
        assert!(archive.backup(&folder.path().join("copy.db")).unwrap_err().hint().is_some());
    }

    #[test]
    fn versions_are_named_by_the_number_of_their_recording() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("archive.db"));
        archive.import(&[line("post", 10, 14)], 1, true, DateTime::UNIX_EPOCH).unwrap();
        let reference: Reference = "ferry/post@4".parse().unwrap();
        assert!(archive.show(&reference).unwrap().paragraphs[0].sentences[0].text.contains("14 people"));
        let latest: Reference = "ferry/post@latest".parse().unwrap();
        assert_eq!(archive.show(&latest).unwrap().version.number, 3);
    }

    fn restored(file: &Path, target: &Path, occupied: Occupied) -> Result<RestoreView> {
        Archive::restore_backup(file, target, occupied, None)
    }

    #[test]
    fn a_backup_takes_the_place_of_a_store_only_when_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("archive.db"), folder.path().join("copy.db"));
        let archive = archive(&path);
        let first = answers(&archive);
        let view = archive.backup(&copy).unwrap();
        assert_eq!((view.versions, view.ledger_hash.clone()), (4, archive.store.ledger_end().unwrap().1));
        archive.import(&[line("post", 19, 20)], 1, true, DateTime::UNIX_EPOCH).unwrap();
        let later = answers(&archive);
        assert_ne!(later, first);
        let refused = restored(&copy, &path, Occupied::Refuse).unwrap_err();
        assert!(refused.hint().unwrap().contains("--overwrite"));
        assert_eq!(answers(&archive), later);
        // Another process has the store open all the while, and sees it change as a whole.
        let view = restored(&copy, &path, Occupied::Replace).unwrap();
        assert_eq!(answers(&archive), first);
        let kept = Archive::open(Path::new(&view.replaced.unwrap())).unwrap();
        assert_eq!(answers(&kept), later);
        let new = folder.path().join("new/store.db");
        assert_eq!(restored(&copy, &new, Occupied::Refuse).unwrap().versions, 4);
        assert_eq!(answers(&Archive::open(&new).unwrap()), first);
        assert!(std::fs::read_dir(folder.path()).unwrap().all(|entry| {
            let name = entry.unwrap().file_name();
            !name.to_string_lossy().contains("restoring") && !name.to_string_lossy().contains(".part")
        }));
    }

    #[test]
    fn a_damaged_backup_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("archive.db"), folder.path().join("copy.db"));
        let archive = archive(&path);
        archive.backup(&copy).unwrap();
        let mut bytes = std::fs::read(&copy).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 4096].fill(0x2a);
        std::fs::write(&copy, bytes).unwrap();
        let before = answers(&archive);
        assert!(restored(&copy, &path, Occupied::Replace).is_err());
        assert_eq!(answers(&archive), before);
        std::fs::write(&copy, "no store").unwrap();
        assert!(restored(&copy, &path, Occupied::Replace).is_err());
        assert!(restored(&folder.path().join("none.db"), &path, Occupied::Replace).is_err());
    }

    #[test]
    fn what_was_removed_stays_removed_when_a_backup_is_put_back() {
        for name in ["ferry/post@2", "ferry/post", "ferry"] {
            let folder = tempfile::tempdir().unwrap();
            let (path, copy) = (folder.path().join("archive.db"), folder.path().join("copy.db"));
            let archive = archive(&path);
            archive.backup(&copy).unwrap();
            let gone = archive.forget(&name.parse().unwrap(), "court order", DateTime::UNIX_EPOCH).unwrap();
            let expected = answers_or_none(&archive);
            drop(archive);
            let view = restored(&copy, &path, Occupied::Replace).unwrap();
            assert_eq!((view.versions, view.removed), (4 - gone.versions, gone.versions), "{name}");
            let archive = Archive::open(&path).unwrap();
            assert_eq!(answers_or_none(&archive), expected);
            let checked = archive.check(&CheckScope { all: true, ..CheckScope::default() }).unwrap();
            assert!(checked.ok, "{:?}", checked.problems);
            assert_eq!(archive.tombstones().unwrap().tombstones[0].reason, "court order");
        }
    }

    fn answers_or_none(archive: &Archive) -> String {
        match archive.stories().unwrap().stories.is_empty() {
            true => String::new(),
            false => answers(archive),
        }
    }
}
