//! Checks the archive, copies it, and derives all results again.

use std::path::Path;

use super::cache::ANALYSER;
use super::{Archive, Result};
use crate::model::Clock;
use crate::store::NEWEST_SCHEMA;
use crate::view::{BackupView, CheckProblem, CheckView, ReindexView};

impl Archive {
    /// Checks everything that can be wrong with an archive; reads every text.
    pub fn check(&self) -> Result<CheckView> {
        let counts = self.store.counts()?;
        let mut problems = Vec::new();
        let restore = "put back a backup; `writethru export jsonl` saves what can still be read";
        for fault in self.store.file_faults()? {
            problems.push(CheckProblem { problem: fault, hint: Some(restore.to_owned()) });
        }
        for fault in self.store.ledger_faults()? {
            problems.push(CheckProblem { problem: fault, hint: Some(restore.to_owned()) });
        }
        let (ledger, ledger_hash) = self.store.ledger_end()?;
        let articles = self.store.articles()?;
        for (index, article) in articles.iter().enumerate() {
            let faults = [self.store.faults(article.id)?, self.store.original_faults(article.id)?];
            for fault in faults.into_iter().flatten() {
                let problem = format!("{}: {fault}", article.slug);
                problems.push(CheckProblem { problem, hint: Some(restore.to_owned()) });
            }
            self.progress("articles checked", index + 1, articles.len());
        }
        Ok(CheckView {
            ok: problems.is_empty(),
            path: self.store.path().display().to_string(),
            schema_version: NEWEST_SCHEMA,
            stories: counts.stories,
            articles: counts.articles,
            versions: counts.versions,
            captures: counts.captures,
            bytes: counts.bytes,
            ledger,
            ledger_hash,
            stale: self.store.count_made_by_other_analysers(ANALYSER)?,
            problems,
        })
    }

    /// Copies the archive to a new file while others may go on using it.
    pub fn backup(&self, target: &Path) -> Result<BackupView> {
        self.store.backup(target, |done, total| self.progress("pages copied", done, total))?;
        let counts = self.store.counts()?;
        Ok(BackupView { path: target.display().to_string(), versions: counts.versions, bytes: counts.bytes })
    }

    /// Derives the results of every version again: all of them, or only those of another analyser.
    ///
    /// An interruption loses at most one batch; `only_stale` continues from there.
    pub fn reindex(&self, only_stale: bool) -> Result<ReindexView> {
        if !only_stale {
            self.store.write(|store| store.forget_derived(None))?;
            self.index_all_words()?;
        }
        let articles = self.articles_meant(None)?;
        let stale = self.stale(&articles)?;
        let view =
            ReindexView { versions: stale.iter().map(|found| found.versions.len()).sum(), articles: stale.len() };
        self.refresh(&articles)?;
        for story in self.store.stories()? {
            self.story_timeline(&story, Clock::default())?;
        }
        Ok(view)
    }

    /// Returns how many articles and timelines the next questions must derive before they can be answered.
    pub fn count_underived(&self) -> Result<usize> {
        let articles = self.articles_meant(None)?;
        let mut count = self.stale(&articles)?.len();
        for story in self.store.stories()? {
            count += usize::from(!self.has_timeline(&story, Clock::default())?);
        }
        Ok(count)
    }

    /// Builds the word index from the texts.
    fn index_all_words(&self) -> Result<()> {
        self.store.write(|store| {
            store.forget_words()?;
            let articles = store.articles()?;
            for (index, article) in articles.iter().enumerate() {
                self.progress("articles indexed", index + 1, articles.len());
                let mut versions = store.versions(article.id)?;
                versions.sort_by_key(|version| version.number);
                let mut before = None;
                for version in versions {
                    let content = store.content(&version)?;
                    let words = super::record::new_words(before.as_ref(), &content);
                    store.index_words(version.id, &words)?;
                    before = Some(content);
                }
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert!(late.check().unwrap().ok);
    }

    #[test]
    fn a_check_finds_nothing_in_a_sound_archive_and_its_backup() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("archive.db"));
        answers(&archive);
        let view = archive.check().unwrap();
        assert!(view.ok, "{:?}", view.problems);
        assert_eq!((view.stories, view.articles, view.versions, view.captures), (1, 2, 4, 4));
        let copy = folder.path().join("copy.db");
        assert_eq!(archive.backup(&copy).unwrap().versions, 4);
        let copy = Archive::open(&copy).unwrap();
        assert!(copy.check().unwrap().ok);
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
}
