//! Looks after the archive: checks it, copies it, works everything out anew.

use std::path::Path;

use super::keep::ANALYSER;
use super::{Desk, Result};
use crate::model::view::{BackupView, CheckProblem, CheckView, ReindexView};
use crate::store::NEWEST_SCHEMA;

impl Desk {
    /// Tries everything that can be wrong with an archive; reads every text.
    pub fn check(&self) -> Result<CheckView> {
        let counts = self.store.counts()?;
        let mut problems = Vec::new();
        let restore = "put back a backup; `writethru export jsonl` saves what can still be read";
        for fault in self.store.file_faults()? {
            problems.push(CheckProblem { problem: fault, hint: Some(restore.to_owned()) });
        }
        for article in self.store.articles()? {
            let captures = self.store.captures(article.id)?;
            let faults = self.store.faults(article.id)?.into_iter().map(|fault| (fault, restore));
            let kept = captures.iter().filter(|capture| capture.has_original);
            let lost = kept.filter_map(|capture| Some((self.store.original(capture.id).err()?.to_string(), restore)));
            for (problem, hint) in faults.chain(lost) {
                let problem = format!("{}: {problem}", article.slug);
                problems.push(CheckProblem { problem, hint: Some(hint.to_owned()) });
            }
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
            problems,
        })
    }

    /// Copies the archive to a new file while others may go on using it.
    pub fn backup(&self, target: &Path) -> Result<BackupView> {
        self.store.backup(target)?;
        let counts = self.store.counts()?;
        Ok(BackupView { path: target.display().to_string(), versions: counts.versions, bytes: counts.bytes })
    }

    /// Works out anew what is kept for every version: all of it, or only what another analyser made.
    ///
    /// `done` is told how many articles of how many are ready.
    pub fn reindex(&self, only_stale: bool, mut done: impl FnMut(usize, usize)) -> Result<ReindexView> {
        if !only_stale {
            self.store.write(|store| store.forget_derived(None))?;
            self.index_all_words()?;
        }
        let articles = self.store.articles()?;
        let mut view = ReindexView { versions: 0, articles: 0 };
        let total = articles.len();
        for (index, article) in articles.into_iter().enumerate() {
            if !only_stale || self.store.is_stale(article.id, ANALYSER)? {
                let found = self.found(article)?;
                self.version_tellings(&found)?;
                self.kept_updates(&found)?;
                view.versions += found.versions.len();
                view.articles += 1;
            }
            done(index + 1, total);
        }
        Ok(view)
    }

    /// Builds the word index from the texts.
    fn index_all_words(&self) -> Result<()> {
        self.store.write(|store| {
            store.forget_words()?;
            for article in store.articles()? {
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
