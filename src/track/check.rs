//! Checks everything that can be wrong with an archive, and repairs what can be repaired.
//!
//! In order: the file (`SQLite`), the ledger, each article's texts and files as received, and
//! results that were worked out, held against a rebuild.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};

use super::cache::ANALYSER;
use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{Article, Clock, StoryId, VersionId};
use crate::store::NEWEST_SCHEMA;
use crate::view::{CheckProblem, CheckView, DamagedVersion, RepairView};

/// Articles whose derived results are held against a rebuild, unless all are asked for.
const SAMPLE: usize = 8;

const RESTORE: &str =
    "put back a backup with `writethru restore`; `writethru export jsonl` saves what can still be read";
const REPAIR: &str =
    "put back a backup with `writethru restore`, or set it apart with `writethru check --repair` and use the rest";
const REINDEX: &str = "`writethru check --repair` works it out again; no version is touched";
const MISPLACED: &str =
    "`writethru check --repair` takes it out; links by it then lead nowhere, and edits by hand go by their words";

/// How much of an archive is checked.
#[derive(Clone, Copy, Debug)]
pub struct CheckScope {
    /// Hold every derived result against a rebuild, not a sample.
    pub all: bool,
    /// Which part of how many, counted from 1; the file and the ledger belong to the first.
    pub part: (usize, usize),
}

impl Default for CheckScope {
    fn default() -> Self {
        Self { all: false, part: (1, 1) }
    }
}

impl CheckScope {
    fn has(&self, article: &Article) -> bool {
        let (part, of) = self.part;
        article.id.0.unsigned_abs() % of as u64 == (part % of) as u64
    }
}

/// What was found so far.
#[derive(Default)]
struct Findings {
    problems: Vec<CheckProblem>,
    damaged: Vec<DamagedVersion>,
}

impl Findings {
    fn add(&mut self, problem: String, hint: &str) {
        self.problems.push(CheckProblem { problem, hint: Some(hint.to_owned()) });
    }
}

impl Archive {
    /// Checks an archive; reads every text of the part that is asked for.
    pub fn check(&self, scope: &CheckScope) -> Result<CheckView> {
        let counts = self.store.counts()?;
        let mut found = Findings::default();
        if scope.part.0 == 1 {
            self.store.file_faults()?.into_iter().for_each(|fault| found.add(fault, RESTORE));
            self.store.ledger_faults()?.into_iter().for_each(|fault| found.add(fault, RESTORE));
            #[cfg(feature = "fetch")]
            for name in self.store.idle_watches()? {
                let hint =
                    format!("`writethru watch remove {name}` ends it; then `writethru watch add` begins it anew");
                found.add(format!("the watch `{name}` has nothing to look at"), &hint);
            }
        }
        let mut articles = self.store.articles()?;
        articles.retain(|article| scope.has(article));
        let apart: HashSet<VersionId> = self.store.versions_set_apart()?.into_iter().collect();
        for (index, article) in articles.iter().enumerate() {
            self.check_article(article, &apart, &mut found)?;
            self.progress("articles checked", index + 1, articles.len());
        }
        let rebuilt = self.check_derived(scope, &articles, &mut found)?;
        let (ledger, ledger_hash) = self.store.ledger_end()?;
        Ok(CheckView {
            ok: found.problems.is_empty(),
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
            part: scope.part,
            checked: articles.len(),
            rebuilt,
            damaged: found.damaged,
            receipt: None,
            problems: found.problems,
        })
    }

    fn check_article(&self, article: &Article, apart: &HashSet<VersionId>, found: &mut Findings) -> Result<()> {
        let name = self.found(article.clone())?.head().reference;
        for fault in self.store.version_faults(article.id)? {
            let set_apart = fault.lost.is_some_and(|(id, _)| apart.contains(&id));
            if let Some((_, version)) = fault.lost {
                let fault = fault.what.clone();
                found.damaged.push(DamagedVersion { article: name.clone(), version, fault, set_apart });
            }
            if !set_apart {
                let hint = if fault.lost.is_some() { REPAIR } else { RESTORE };
                found.add(format!("{name}: {}", fault.what), hint);
            }
        }
        for fault in self.store.original_faults(article.id)? {
            // What is packed with a version that is set apart is lost with it.
            if !fault.packed_with.is_some_and(|version| apart.contains(&version)) {
                found.add(format!("{name}: {}", fault.what), RESTORE);
            }
        }
        for id in self.misplaced_identities(article.id)? {
            found.add(format!("{name}: the identity `{id}` does not rest where the store says"), MISPLACED);
        }
        Ok(())
    }

    /// Holds derived results against a rebuild; returns of how many articles.
    fn check_derived(&self, scope: &CheckScope, articles: &[Article], found: &mut Findings) -> Result<usize> {
        let step = if scope.all { 1 } else { articles.len().div_ceil(SAMPLE).max(1) };
        let lost: BTreeSet<String> = found.damaged.iter().map(|damaged| damaged.article.clone()).collect();
        let mut stories: BTreeSet<StoryId> = BTreeSet::new();
        let sample: Vec<&Article> = articles.iter().step_by(step).collect();
        let (mut rebuilt, mut sound) = (0, true);
        for (index, article) in sample.iter().enumerate() {
            let own = self.found((*article).clone())?;
            let name = own.head().reference;
            // Texts that cannot be read are told already.
            if lost.contains(&name) {
                continue;
            }
            for what in self.derived_faults(&own)? {
                found.add(format!("{name}: the {what} are not those of a rebuild"), REINDEX);
                sound = false;
            }
            if let Some(version) = self.first_not_indexed(&own)? {
                found.add(format!("{name}: the word index does not have what version {version} brought"), REINDEX);
            }
            stories.extend(article.story);
            rebuilt += 1;
            self.progress("articles held against a rebuild", index + 1, sample.len());
        }
        for id in stories {
            let Some(story) = self.store.story(id)?.filter(|_| sound && lost.is_empty()) else { continue };
            for clock in [Clock::Captured, Clock::Stated] {
                if !self.cached_timeline_holds(&story, clock)? {
                    found.add(format!("{}: the timeline is not that of a rebuild", story.slug), REINDEX);
                }
            }
        }
        Ok(rebuilt)
    }

    /// Returns the number of the first version that the word index does not have.
    fn first_not_indexed(&self, found: &FoundArticle) -> Result<Option<usize>> {
        let mut versions = found.versions.clone();
        versions.sort_by_key(|version| version.number);
        let mut before = None;
        for version in &versions {
            let content = self.store.content(version)?;
            let words = super::record::new_words(before.as_ref(), &content);
            if !self.store.is_indexed(version.id, &words)? {
                return Ok(Some(version.number));
            }
            before = Some(content);
        }
        Ok(None)
    }

    /// Rebuilds all that is derived and sets damaged versions apart, after a copy of the store as it is.
    ///
    /// No version is changed or deleted. A version that can be read again is no longer set apart.
    pub fn repair(&self, now: DateTime<Utc>) -> Result<RepairView> {
        let copy = self.store.keep_copy("repair")?;
        self.store.rebuild_indexes()?;
        let (mut lost, mut misplaced) = (Vec::new(), Vec::new());
        let articles = self.store.articles()?;
        for (index, article) in articles.iter().enumerate() {
            let faults = self.store.version_faults(article.id)?.into_iter();
            lost.extend(faults.filter_map(|fault| Some((fault.lost?.0, fault.what))));
            misplaced.push((article.id, self.misplaced_identities(article.id)?));
            self.progress("articles checked", index + 1, articles.len());
        }
        self.store.write(|store| {
            misplaced.iter().try_for_each(|(article, ids)| store.remove_entry_anchors(*article, ids))?;
            store.set_apart(&lost, now)
        })?;
        let done = self.reindex(false)?;
        Ok(RepairView {
            copy: copy.display().to_string(),
            set_apart: lost.len(),
            versions: done.versions,
            articles: done.articles,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TimelineQuery;
    use crate::store::Corruption;
    use std::path::Path;

    fn line(article: &str, hour: usize, dead: usize) -> String {
        format!(
            r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T{hour:02}:00:00Z","headline":"Ferry burns","text":"A ferry caught fire on Tuesday, killing at least {dead} people, the coast guard said.\n\nThe ship had left Cebu on Monday."}}"#
        )
    }

    fn archive(path: &Path) -> Archive {
        let archive = Archive::open(path).unwrap();
        for hour in 1..9 {
            archive
                .import(&[line("post", hour, hour), line("wire", hour, hour + 1)], 1, true, DateTime::UNIX_EPOCH)
                .unwrap();
            archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        }
        archive
    }

    /// The results are those of eight steps, and equal those of one.
    #[test]
    fn a_sound_archive_has_no_problem_in_any_part() {
        let archive = Archive::in_memory().unwrap();
        assert!(archive.check(&CheckScope::default()).unwrap().ok);
        let folder = tempfile::tempdir().unwrap();
        let archive = self::archive(&folder.path().join("store.db"));
        let view = archive.check(&CheckScope { all: true, part: (1, 1) }).unwrap();
        assert!(view.ok, "{:?}", view.problems);
        assert_eq!((view.checked, view.rebuilt), (2, 2));
        let parts = (1..=3).map(|part| archive.check(&CheckScope { all: false, part: (part, 3) }).unwrap().checked);
        assert_eq!(parts.sum::<usize>(), 2);
    }

    #[test]
    fn results_that_are_not_those_of_a_rebuild_are_found_and_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder.path().join("store.db"));
        let problems = |archive: &Archive| archive.check(&CheckScope::default()).unwrap().problems;
        for (table, word) in [("reading", "readings"), ("comparison", "comparisons"), ("thread", "mention chains")] {
            archive.store.corrupt(table, Corruption::Nonsense);
            assert!(problems(&archive)[0].problem.contains(word), "{table}: {:?}", problems(&archive));
            archive.repair(DateTime::UNIX_EPOCH).unwrap();
            assert_eq!(problems(&archive), []);
        }
        archive.store.forget_words().unwrap();
        assert!(problems(&archive)[0].problem.contains("word index"));
        archive.repair(DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(problems(&archive), []);
    }

    #[test]
    fn a_damaged_version_is_set_apart_and_the_rest_is_of_use() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let archive = archive(&path);
        archive.store.damage_text_of(VersionId(3));
        assert!(
            archive.log(Some("ferry/post")).is_err()
                || archive.export(None, |_| Ok::<_, super::super::TrackError>(())).is_err()
        );
        let view = archive.check(&CheckScope::default()).unwrap();
        assert!(!view.ok && !view.damaged.is_empty() && view.damaged.iter().all(|own| !own.set_apart));
        let done = archive.repair(DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(done.set_apart, view.damaged.len());
        assert!(Path::new(&done.copy).exists());
        let view = archive.check(&CheckScope::default()).unwrap();
        assert!(view.ok && view.damaged.iter().all(|own| own.set_apart), "{view:?}");
        assert_eq!(view.versions, 16, "nothing is deleted");
        archive.timeline("ferry", &TimelineQuery::default()).unwrap();
        archive.export(None, |_| Ok::<_, super::super::TrackError>(())).unwrap();
        // Recording goes on, also after a damaged latest version.
        archive.import(&[line("post", 10, 30)], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert!(archive.check(&CheckScope::default()).unwrap().ok);
    }
}
