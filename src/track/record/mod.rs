//! Records captures: finds the article of each, decides whether its text is new, stores it.
//!
//! In: a [`Submission`], a capture with what is known of its article. Out: the version or look that it became.
//!
//! All of it happens in one transaction, so two processes that record the same page at once
//! make one version. What is acknowledged is on disk; the analysis comes later, with the
//! first question.
//!
//! - `submission.rs`: what is handed over; `place.rs`: the article it belongs to
//! - `own_text.rs`: the lines that its site repeats are left out
//! - `judge.rs`: whether its text is new; `unchanged.rs`: a page that was seen as it was

mod judge;
mod own_text;
mod place;
mod submission;
#[cfg(test)]
mod tests;
#[cfg(feature = "fetch")]
mod unchanged;

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Archive, Result, TrackError};
use crate::ingest::{address_key, site_of};
use crate::model::{Article, ArticleId, CLOCK_SKEW, CapturedBy, Content, DocumentTime, Note, TimeDoubt, VersionId};
use crate::store::{Neighbours, NewCapture, NewVersion, hash_of};
use crate::view::{ArticleHead, NoteView, Outcome, RecordedView};
use judge::{Judgement, judge};
use place::RecordTarget;

pub use submission::Submission;

/// A submission with its article and its time of capture, before it is stored.
struct CheckedSubmission<'s> {
    submission: &'s Submission,
    place: RecordTarget,
    /// The words of the article, without those of its site.
    content: Cow<'s, Content>,
    captured: DateTime<Utc>,
    captured_by: CapturedBy,
    /// The program's clock when it was recorded, where that is known.
    recorded: Option<DateTime<Utc>>,
    notes: Vec<Note>,
}

impl Archive {
    /// Records one capture; when this returns, it is safely stored.
    pub fn record(&self, submission: &Submission, now: DateTime<Utc>) -> Result<RecordedView> {
        self.store.write(|_| self.record_within(submission, now))
    }

    /// Records many in one go: much faster, and all of it stored or nothing.
    ///
    /// A submission that cannot be used (an article name without letters) does
    /// not keep the others from being stored.
    ///
    /// # Errors
    ///
    /// When the store cannot be written to; then nothing of the batch is stored.
    pub fn record_all(&self, batch: &[Submission], now: DateTime<Utc>) -> Result<Vec<Result<RecordedView>>> {
        self.store.write(|_| {
            let mut done = Vec::with_capacity(batch.len());
            for submission in batch {
                match self.record_within(submission, now) {
                    Err(TrackError::Store(error)) => return Err(TrackError::Store(error)),
                    outcome => done.push(outcome),
                }
            }
            Ok(done)
        })
    }

    /// Records a capture in the transaction of the caller.
    pub(crate) fn record_within(&self, submission: &Submission, now: DateTime<Utc>) -> Result<RecordedView> {
        self.record_again(submission, Some(now), now)
    }

    /// Records a capture that another archive had recorded at `recorded`, where that is known.
    pub(crate) fn record_again(
        &self,
        submission: &Submission,
        recorded: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<RecordedView> {
        let (place, mut notes) = self.place_of(submission, now)?;
        notes.splice(0..0, submission.capture.notes.iter().cloned());
        let zone = place.zone;
        let captured = captured_of(submission, zone, now, &mut notes);
        let captured_by = submission.captured_by;
        let known = Some(place.article.id).filter(|_| !place.new_article);
        let (content, note, left_out) = self.own_text(&submission.capture, known)?;
        notes.extend(note);
        notes.extend(self.removed_before(&content, zone)?);
        let look = CheckedSubmission { submission, place, content, captured, captured_by, recorded, notes };
        let (number, outcome) = self.store_look(&look)?;
        let article = &look.place.article;
        left_out.iter().try_for_each(|line| self.store.settle_repeated_line(article.id, *line, true))?;
        for url in &submission.capture.addresses {
            self.store.add_address(article.id, &address_key(url), url)?;
        }
        if let Some(host) = submission.capture.addresses.first().and_then(|url| site_of(url))
            && submission.capture.is_page
            && outcome == Outcome::First
        {
            self.count_site_article(&host, now)?;
        }
        Ok(look.view(number, outcome))
    }

    /// Returns a note where a version with these words, as a version has them, was removed.
    fn removed_before(&self, content: &Content, zone: Tz) -> Result<Option<Note>> {
        let Some(removed) = self.store.removal_of(content)? else { return Ok(None) };
        let day = DateTime::from_timestamp_millis(removed.made).unwrap_or_default().with_timezone(&zone);
        let words =
            format!("a version with these words was removed on {}: {}", day.format("%-d %B %Y"), removed.reason);
        Ok(Some(Note::new("removed-before", words)))
    }

    /// Judges a look and stores what it brings; returns the number of the version it shows.
    fn store_look(&self, look: &CheckedSubmission<'_>) -> Result<(usize, Outcome)> {
        let article = look.place.article.id;
        let content = &*look.content;
        let hash = hash_of(content);
        if let Some(seen) = self.store.look_at(article, look.captured, &hash, &look.submission.capture.origin)? {
            return Ok((seen.number, Outcome::Unchanged));
        }
        let around = self.store.neighbours(article, look.captured)?;
        match judge(&around, &hash) {
            Judgement::Again(seen) => {
                self.add_look(look, seen.version)?;
                Ok((seen.number, Outcome::Unchanged))
            }
            Judgement::New { splits } => {
                let (version, number) = self.add_version(look, content)?;
                self.add_look(look, version)?;
                if splits {
                    self.split(article, look.captured, &around)?;
                }
                let outcome = self.outcome(article, version, number, &around)?;
                Ok((number, outcome))
            }
        }
    }

    fn add_version(&self, look: &CheckedSubmission<'_>, content: &Content) -> Result<(VersionId, usize)> {
        let article = look.place.article.id;
        let capture = &look.submission.capture;
        let newest = self.store.newest_content(article)?;
        self.add_indexed(NewVersion {
            article,
            captured: look.captured,
            published: capture.published,
            modified: capture.modified,
            content,
            newest: newest.as_ref(),
        })
    }

    /// Adds a version, and to the word index what it brings; returns its number.
    pub(crate) fn add_indexed(&self, new: NewVersion<'_>) -> Result<(VersionId, usize)> {
        let words = new_words(new.newest, new.content);
        let (version, number) = self.store.add_version(new)?;
        self.store.index_words(version, &words)?;
        Ok((version, number))
    }

    fn add_look(&self, look: &CheckedSubmission<'_>, version: VersionId) -> Result<()> {
        let capture = &look.submission.capture;
        self.store.add_capture(NewCapture {
            article: look.place.article.id,
            version,
            captured: look.captured,
            captured_by: look.captured_by,
            recorded: look.recorded,
            url: capture.addresses.first().map(String::as_str),
            outlet: capture.outlet.as_deref(),
            published: capture.published,
            modified: capture.modified,
            origin: &capture.origin,
            http: capture.http.as_ref(),
            hidden_marks: &capture.hidden_marks,
            original: capture.original.as_ref(),
        })?;
        Ok(())
    }

    /// Gives the looks after a back-dated version, which found the text before it, a version that returns to it.
    fn split(&self, article: ArticleId, at: DateTime<Utc>, around: &Neighbours) -> Result<()> {
        let (Some(before), Some(after)) = (around.before, around.after) else { return Ok(()) };
        let versions = self.store.versions(article)?;
        let Some(old) = versions.iter().find(|version| version.id == before.version) else { return Ok(()) };
        let content = self.store.content(old)?;
        let (captured, published, modified) = (after.captured, after.published, after.modified);
        let newest = self.store.newest_content(article)?;
        let new = NewVersion { article, captured, published, modified, content: &content, newest: newest.as_ref() };
        let (version, _) = self.add_indexed(new)?;
        self.store.split_run(article, at, before.version, version)?;
        Ok(())
    }

    fn outcome(&self, article: ArticleId, id: VersionId, number: usize, around: &Neighbours) -> Result<Outcome> {
        if number == 1 {
            return Ok(Outcome::First);
        }
        if around.after.is_some() {
            return Ok(Outcome::Backdated);
        }
        Ok(match self.store.earlier_twin(article, id)? {
            Some(to) => Outcome::Returned { to },
            None => Outcome::New,
        })
    }
}

/// Sets when the words were seen: as given, else now; notes what is odd about the times.
fn captured_of(given: &Submission, zone: Tz, now: DateTime<Utc>, notes: &mut Vec<Note>) -> DateTime<Utc> {
    let capture = &given.capture;
    // Milliseconds are what the store keeps; two looks at one moment must stay one.
    let captured = given.captured.map_or(now, |time| time.instant(zone));
    let captured = DateTime::from_timestamp_millis(captured.timestamp_millis()).unwrap_or(captured);
    if capture.modified.or(capture.published).is_none() {
        let words = "the text states no date: relative dates are read against the time of capture";
        notes.push(Note::new("no-date", words));
    }
    if let Some(DocumentTime::Day(_)) = given.captured {
        notes.push(Note::new("no-hour", "only the day is known on which it was seen: it counts as 00:00 of that day"));
    }
    for (name, time) in [("published", capture.published), ("modified", capture.modified)] {
        let Some((time, doubt)) = time.and_then(|time| Some((time, time.doubt(captured)?))) else { continue };
        let note = match doubt {
            TimeDoubt::Future => Note::new(
                "future-date",
                format!("`{name}` is {time}, after the page was seen: it is kept, but nothing is dated by it"),
            ),
            TimeDoubt::Past => Note::new(
                "impossible-date",
                format!("`{name}` is {time}, which no page can mean: it is kept, but nothing is dated by it"),
            ),
        };
        notes.push(note);
    }
    if now + CLOCK_SKEW < captured {
        notes.push(Note::new("future-capture", "`captured` lies in the future"));
    }
    captured
}

impl CheckedSubmission<'_> {
    fn view(self, number: usize, outcome: Outcome) -> RecordedView {
        let capture = &self.submission.capture;
        let place = self.place;
        RecordedView {
            article: head(&place.article, place.story.as_deref(), capture.addresses.first()),
            outcome,
            version: number,
            captured: self.captured,
            captured_by: self.captured_by,
            published: capture.published,
            modified: capture.modified,
            headline: self.content.headline.clone(),
            words: self.content.words(),
            new_article: place.new_article,
            new_story: place.new_story,
            notes: self.notes.iter().map(NoteView::from).collect(),
        }
    }
}

/// Returns the paragraphs that the version recorded before did not have.
pub(crate) fn new_words(before: Option<&Content>, content: &Content) -> String {
    let whole = content.whole();
    let before = before.map(Content::whole).unwrap_or_default();
    let known: HashSet<&str> = before.lines().collect();
    let new: Vec<&str> = whole.lines().filter(|line| !line.is_empty() && !known.contains(line)).collect();
    new.join("\n")
}

fn head(article: &Article, story: Option<&str>, url: Option<&String>) -> ArticleHead {
    let name = article.slug.clone();
    ArticleHead {
        reference: story.map_or_else(|| name.clone(), |story| format!("{story}/{name}")),
        story: story.map(str::to_owned),
        name,
        outlet: article.outlet.as_ref().map(|outlet| outlet.name.clone()),
        url: article.addresses.first().or(url).cloned(),
    }
}
