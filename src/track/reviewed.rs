//! Marks updates as reviewed, and takes the mark back.
//!
//! An update is a version as it follows the one before. Who reviewed it is not asked.

use chrono::{DateTime, SubsecRound, Utc};

use super::lookup::FoundArticle;
use super::versions::pair;
use super::{Archive, Result, TrackError};
use crate::ingest::ReviewLine;
use crate::model::{VersionId, slug};
use crate::store::ReviewMark;
use crate::view::{Reference, ReviewedView, VersionPick};

/// What is done to the mark of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewAct {
    Mark,
    Undo,
}

impl Archive {
    /// Marks an update as reviewed, or takes the mark back; without versions, the latest update is meant.
    pub fn review(&self, reference: &Reference, act: ReviewAct, now: DateTime<Utc>) -> Result<ReviewedView> {
        let found = self.article_meant(reference)?;
        let (from, to) = pair(&found, reference, None)?;
        if from + 1 != to {
            return Err(TrackError::NoUpdate { name: reference.to_string(), next: update_near(&found, to) });
        }
        let versions = (found.versions[from].id, found.versions[to].id);
        let now = now.trunc_subsecs(0);
        let known = self.reviewed(versions)?;
        let is_changed = match (act, known) {
            (ReviewAct::Mark, None) => {
                let mark = ReviewMark { from: versions.0, to: versions.1, made: now, undone: None };
                self.store.write(|store| store.add_review_mark(found.article.id, &mark))?;
                true
            }
            (ReviewAct::Undo, Some(_)) => self.store.write(|store| store.undo_review_mark(versions, now))?,
            (ReviewAct::Mark, Some(_)) | (ReviewAct::Undo, None) => false,
        };
        Ok(ReviewedView {
            article: found.head(),
            timezone: found.zone(),
            from: found.versions[from].number,
            to: found.versions[to].number,
            reviewed: self.reviewed(versions)?,
            changed: is_changed,
        })
    }

    /// Returns when an update was reviewed, if its mark stands.
    pub(super) fn reviewed(&self, versions: (VersionId, VersionId)) -> Result<Option<DateTime<Utc>>> {
        Ok(self.store.reviewed_updates()?.get(&versions).copied())
    }

    /// Returns the marks of an article for an export.
    pub(super) fn review_lines(&self, found: &FoundArticle) -> Result<Vec<ReviewLine>> {
        let version = |id| found.versions.iter().find(|version| version.id == id);
        let marks = self.store.review_marks(found.article.id)?.into_iter();
        let line = |mark: ReviewMark| {
            let (from, to) = version(mark.from).zip(version(mark.to))?;
            let (from_hash, to_hash) = (Some(from.hash.clone()), Some(to.hash.clone()));
            let (made, undone) = (mark.made, mark.undone);
            Some(ReviewLine { from: from.number, to: to.number, from_hash, to_hash, made, undone })
        };
        Ok(marks.filter_map(line).collect())
    }

    /// Takes up a mark of an export; returns whether it is new. A mark on words that this article has not is left out.
    pub(super) fn import_review(&self, story: Option<&str>, article: &str, line: &ReviewLine) -> Result<bool> {
        let story = story.map(|story| self.story_named(story)).transpose()?;
        let unknown = || TrackError::NoSuchArticle { name: article.to_owned(), close: Vec::new() };
        let slug = slug(article).ok_or_else(unknown)?;
        let known = self.store.article_called(story.map(|story| story.id), &slug)?;
        let found = self.found(known.ok_or_else(unknown)?)?;
        let Some((from, to)) = update_of(&found, line)? else { return Ok(false) };
        let mark = ReviewMark { from, to, made: line.made, undone: line.undone };
        let own = self.store.review_marks(found.article.id)?;
        let standing = own.iter().find(|own| (own.from, own.to, own.undone) == (mark.from, mark.to, None));
        match (standing, mark.undone) {
            _ if own.contains(&mark) => Ok(false),
            (Some(_), None) => Ok(false),
            // The very mark that stands here was taken back elsewhere.
            (Some(own), Some(at)) if own.made == mark.made => {
                Ok(self.store.undo_review_mark((mark.from, mark.to), at)?)
            }
            _ => {
                self.store.add_review_mark(found.article.id, &mark)?;
                Ok(true)
            }
        }
    }
}

/// Returns the two versions of a mark: those with its words, by preference those with its numbers, then those of which one
/// follows the other. A version that came between them since takes nothing from what was marked.
fn update_of(found: &FoundArticle, line: &ReviewLine) -> Result<Option<(VersionId, VersionId)>> {
    let (Some(from_hash), Some(to_hash)) = (&line.from_hash, &line.to_hash) else {
        let id = |number| Ok::<_, TrackError>(found.versions[found.place(VersionPick::Number(number))?].id);
        return Ok(Some((id(line.from)?, id(line.to)?)));
    };
    let mut pairs = Vec::new();
    // Of the versions with the words before, the last one and the one of that number.
    let (mut last, mut numbered) = (None, None);
    for (at, version) in found.versions.iter().enumerate() {
        if version.hash == *to_hash {
            pairs.extend([last, numbered].into_iter().flatten().map(|before| (before, at)));
        }
        if version.hash == *from_hash {
            last = Some(at);
            numbered = numbered.or(Some(at).filter(|_| version.number == line.from));
        }
    }
    let rank = |(from, to): &(usize, usize)| {
        let (before, after) = (&found.versions[*from], &found.versions[*to]);
        ((before.number, after.number) != (line.from, line.to), from + 1 != *to, after.number != line.to)
    };
    let pair = pairs.into_iter().min_by_key(rank);
    Ok(pair.map(|(from, to)| (found.versions[from].id, found.versions[to].id)))
}

/// Returns how the update that brought a version is named.
fn update_near(found: &FoundArticle, to: usize) -> String {
    let to = to.max(1);
    format!("{}@{}..{}", found.head().reference, found.versions[to - 1].number, found.versions[to].number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::track::exchange::tests::exported;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn archive() -> Archive {
        let archive = Archive::in_memory().unwrap();
        let line = |hour: usize, dead: usize| {
            format!(
                r#"{{"story":"ferry","article":"post","captured":"2025-08-12T{hour:02}:00:00Z","text":"At least {dead} people were killed when a ferry caught fire, the coast guard said."}}"#
            )
        };
        archive.import(&[line(7, 12), line(9, 15), line(11, 19)], 1, true, DateTime::UNIX_EPOCH).unwrap();
        archive
    }

    fn reviewed(archive: &Archive) -> Vec<bool> {
        archive.changes(None).unwrap().updates.iter().map(|update| update.reviewed.is_some()).collect()
    }

    #[test]
    fn a_mark_stands_until_it_is_taken_back() {
        let archive = archive();
        let reference = |text: &str| text.parse::<Reference>().unwrap();
        let review = |text: &str, act| archive.review(&reference(text), act, at("2025-08-13T08:00:00Z"));
        assert_eq!(reviewed(&archive), [false, false]);
        let done = review("ferry/post@1..2", ReviewAct::Mark).unwrap();
        assert_eq!((done.changed, done.reviewed), (true, Some(at("2025-08-13T08:00:00Z"))));
        assert!(!review("ferry/post@1..2", ReviewAct::Mark).unwrap().changed);
        assert_eq!(reviewed(&archive), [true, false]);
        assert!(archive.diff(&reference("ferry/post@1..2"), None).unwrap().reviewed.is_some());
        let jump = review("ferry/post@1..3", ReviewAct::Mark).unwrap_err();
        assert!(jump.hint().unwrap().contains("ferry/post@2..3"), "{jump}");
        // Without versions, the latest update is meant.
        assert_eq!(review("ferry/post", ReviewAct::Undo).unwrap().to, 3);
        let undone = review("ferry/post@2", ReviewAct::Undo).unwrap();
        assert_eq!((undone.changed, undone.reviewed), (true, None));
        assert_eq!(reviewed(&archive), [false, false]);
        assert!(archive.check(&crate::track::CheckScope::default()).unwrap().ok);
    }

    #[test]
    fn marks_are_exported_and_taken_up_once() {
        let archive = archive();
        let reference: Reference = "ferry/post@2..3".parse().unwrap();
        let now = at("2025-08-13T08:00:00Z");
        for act in [ReviewAct::Mark, ReviewAct::Undo, ReviewAct::Mark] {
            archive.review(&reference, act, now).unwrap();
        }
        let lines = exported(&archive);
        let other = Archive::in_memory().unwrap();
        for _ in 0..2 {
            assert_eq!(other.import(&lines, 1, true, now).unwrap().refused, []);
        }
        assert_eq!(reviewed(&other), [false, true]);
        // What is taken back here is taken back there.
        archive.review(&reference, ReviewAct::Undo, at("2025-08-13T09:00:00Z")).unwrap();
        assert_eq!(other.import(&exported(&archive), 1, true, now).unwrap().edits, 1);
        assert_eq!(reviewed(&other), [false, false]);
        assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
    }

    #[test]
    fn a_mark_is_told_by_its_words_where_numbers_differ() {
        let archive = archive();
        let now = at("2025-08-13T08:00:00Z");
        archive.review(&"ferry/post@2..3".parse().unwrap(), ReviewAct::Mark, now).unwrap();
        // The first version is left out of what is handed on, so that the others are counted from 1.
        let mut lines = exported(&archive);
        lines.retain(|line| !line.contains("At least 12 people"));
        let other = Archive::in_memory().unwrap();
        assert_eq!(other.import(&lines, 1, true, now).unwrap().refused, []);
        assert_eq!(reviewed(&other), [true]);
        // Where the words are not, neither is the mark.
        lines.retain(|line| !line.contains("At least 15 people"));
        let other = Archive::in_memory().unwrap();
        assert_eq!(other.import(&lines, 1, true, now).unwrap().edits, 0);
    }

    #[test]
    fn a_version_between_takes_the_mark_away() {
        let archive = archive();
        archive.review(&"ferry/post@1..2".parse().unwrap(), ReviewAct::Mark, at("2025-08-13T08:00:00Z")).unwrap();
        let between = r#"{"story":"ferry","article":"post","captured":"2025-08-12T08:00:00Z","text":"At least 13 people were killed when a ferry caught fire, the coast guard said."}"#;
        archive.import(&[between.to_owned()], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(reviewed(&archive), [false, false, false]);
        // The mark itself is kept, and goes along with an export, and on from there.
        let lines = exported(&archive);
        assert!(lines.iter().any(|line| line.contains("\"review\"")), "{lines:?}");
        let other = Archive::in_memory().unwrap();
        assert_eq!(other.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap().refused, []);
        assert_eq!(exported(&other), lines);
    }
}
