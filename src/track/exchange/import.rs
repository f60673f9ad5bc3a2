//! Reads lines and records what they hold.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;

#[cfg(feature = "fetch")]
use super::hooks;
use super::restore::Restored;
use super::sites;
#[cfg(feature = "fetch")]
use super::watches::{RestoredPage, RestoredWatch};
use crate::ingest::{EntryLine, ImportLine, LineError, LineRecord, ReviewLine};
use crate::model::{CapturedBy, ManualEdit, RepeatedLine, SiteSelectors, instant_in_calendar, slug};
use crate::store::AnchorRow;
#[cfg(feature = "fetch")]
use crate::store::Hook;
use crate::track::manual_edits::check_bounds;
use crate::track::{Archive, Result, Submission, TrackError};
use crate::view::{BatchView, RecordedView, RefusedView};

/// How many lines are best imported in one go: long enough to pay for the disk, short enough to show progress.
pub const LINES_AT_ONCE: usize = 1000;

/// What a line of an import holds.
enum ExchangeLine<'l> {
    /// A story, an article or a version with its looks, as `export` writes them.
    Restored(Box<Restored<'l>>),
    Version(Box<Submission>),
    Edit {
        story: String,
        manual_edit: Box<ManualEdit>,
    },
    /// Where the identity of a timeline entry rests.
    Entry {
        story: String,
        anchor: AnchorRow,
    },
    Review {
        story: Option<String>,
        article: String,
        review: ReviewLine,
    },
    Site(SiteSelectors),
    /// A line that a site repeats, and the articles of which it is left out.
    Repeated(RepeatedLine, Vec<String>),
    #[cfg(feature = "fetch")]
    Watch(Box<RestoredWatch>),
    #[cfg(feature = "fetch")]
    Page(Box<RestoredPage>),
    #[cfg(feature = "fetch")]
    Hook(Box<Hook>),
}

/// What became of a line.
enum LineDone {
    Recorded(Box<RecordedView>),
    Edit {
        is_new: bool,
    },
    Site {
        is_new: bool,
    },
    /// A story, an article or a page, which is no text.
    Made,
    #[cfg(feature = "fetch")]
    Watch {
        is_new: bool,
    },
    #[cfg(feature = "fetch")]
    Hook {
        is_new: bool,
    },
}

impl Archive {
    /// Imports lines; `first` is the number of the first one, for messages. Empty ones are passed over.
    ///
    /// When this returns, what it reports as recorded is on disk.
    ///
    /// # Errors
    ///
    /// When the store cannot be written to; then nothing of the batch is stored.
    pub fn import(
        &self,
        lines: &[String],
        first: usize,
        keep_originals: bool,
        now: DateTime<Utc>,
    ) -> Result<BatchView> {
        let parsed: Vec<_> = lines.par_iter().map(|line| parse(line)).collect();
        let zones = self.zones_of(parsed.iter().flatten().flatten())?;
        let understood = parsed.into_par_iter().map(|line| match line {
            Ok(Some(line)) => understand(line, &zones, keep_originals).map(Some),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        });
        let read: Vec<_> = understood.collect();
        let mut batch = BatchView::default();
        self.store.write(|_| {
            for (number, read) in (first..).zip(read) {
                let done = match read {
                    Ok(None) => continue,
                    Ok(Some(line)) => self.take(line, keep_originals, now),
                    Err(error) => {
                        batch.refused.push(refused(number, error.to_string(), error.hint()));
                        continue;
                    }
                };
                match done {
                    Ok(LineDone::Recorded(recorded)) => batch.recorded.push(*recorded),
                    Ok(LineDone::Edit { is_new }) => batch.edits += usize::from(is_new),
                    #[cfg(feature = "fetch")]
                    Ok(LineDone::Watch { is_new }) => batch.watches += usize::from(is_new),
                    #[cfg(feature = "fetch")]
                    Ok(LineDone::Hook { is_new }) => batch.hooks += usize::from(is_new),
                    Ok(LineDone::Site { is_new }) => batch.sites += usize::from(is_new),
                    Ok(LineDone::Made) => {}
                    Err(TrackError::Store(error)) => return Err(TrackError::Store(error)),
                    Err(error) => batch.refused.push(refused(number, error.to_string(), error.hint())),
                }
            }
            Ok(batch)
        })
    }

    /// Returns the zones of the stories that lines name, of those that are there.
    fn zones_of<'l>(&self, lines: impl Iterator<Item = &'l ImportLine<'l>>) -> Result<HashMap<String, Tz>> {
        let named: HashSet<String> = lines.filter_map(|line| slug(line.story.as_deref()?)).collect();
        let zones = named.into_iter().map(|name| {
            let zone = self.store.story_called(&name)?.map(|story| story.timezone);
            Ok(zone.map(|zone| (name, zone)))
        });
        zones.filter_map(Result::transpose).collect()
    }

    fn take(&self, line: ExchangeLine<'_>, keep_originals: bool, now: DateTime<Utc>) -> Result<LineDone> {
        match line {
            #[cfg(feature = "fetch")]
            ExchangeLine::Watch(watch) => Ok(LineDone::Watch { is_new: self.restore_watch(&watch, now)? }),
            #[cfg(feature = "fetch")]
            ExchangeLine::Page(page) => self.restore_page(&page, now).map(|()| LineDone::Made),
            #[cfg(feature = "fetch")]
            ExchangeLine::Hook(hook) => Ok(LineDone::Hook { is_new: self.restore_hook(*hook)? }),
            ExchangeLine::Repeated(line, left_out_of) => {
                self.restore_repeated(&line, &left_out_of)?;
                Ok(LineDone::Made)
            }
            ExchangeLine::Site(site) => Ok(LineDone::Site { is_new: self.restore_site(&site)? }),
            ExchangeLine::Restored(restored) => {
                let newest = self.store.newest_version()?;
                let recorded = self.restore(*restored, keep_originals, now)?;
                self.store.are_no_news(newest, now)?;
                Ok(recorded.map_or(LineDone::Made, |recorded| LineDone::Recorded(Box::new(recorded))))
            }
            ExchangeLine::Version(submission) => {
                self.record_within(&submission, now).map(|recorded| LineDone::Recorded(Box::new(recorded)))
            }
            ExchangeLine::Edit { story, manual_edit } => {
                self.import_edit(&story, &manual_edit).map(|is_new| LineDone::Edit { is_new })
            }
            ExchangeLine::Entry { story, anchor } => {
                let story = self.story_named(&story)?;
                if let Some(anchor) = self.anchor_here(&story, anchor)? {
                    self.store.add_entry_anchors(story.id, &[anchor])?;
                }
                Ok(LineDone::Made)
            }
            ExchangeLine::Review { story, article, review } => {
                self.import_review(story.as_deref(), &article, &review).map(|is_new| LineDone::Edit { is_new })
            }
        }
    }

    /// Adds a manual edit to a story, which must exist; returns whether the edit was new.
    fn import_edit(&self, story: &str, manual_edit: &ManualEdit) -> Result<bool> {
        let story = self.story_named(story)?;
        let is_known = |own: &ManualEdit| ManualEdit { number: manual_edit.number, ..own.clone() } == *manual_edit;
        if self.store.manual_edits(story.id)?.iter().any(is_known) {
            return Ok(false);
        }
        check_bounds(manual_edit)?;
        self.store.add_manual_edit(story.id, manual_edit)?;
        Ok(true)
    }
}

/// A line as JSON, nothing where it is empty.
type ParsedLine<'l> = std::result::Result<Option<ImportLine<'l>>, LineError>;

fn parse(line: &str) -> ParsedLine<'_> {
    // Editors of other systems put a byte order mark before the first line.
    match line.trim_start_matches('\u{FEFF}').trim() {
        "" => Ok(None),
        line => ImportLine::read(line).map(Some),
    }
}

/// Says what a line holds; its dates are in the zone of its story where that is there, else in the one it states.
fn understand<'l>(
    mut line: ImportLine<'l>,
    zones: &HashMap<String, Tz>,
    keep_original: bool,
) -> std::result::Result<ExchangeLine<'l>, LineError> {
    if let Some(manual_edit) = line.manual_edit.take() {
        let story = line.story.ok_or(LineError::NoName("story"))?.into_owned();
        let times = [Some(&manual_edit.at), manual_edit.undone.as_ref().map(|undone| &undone.at)];
        if let Some(at) = times.into_iter().flatten().find(|at| instant_in_calendar(*at).is_none()) {
            return Err(LineError::Date { field: "at", value: at.to_string() });
        }
        return Ok(ExchangeLine::Edit { story, manual_edit });
    }
    if let Some(entry) = line.entry {
        let story = line.story.ok_or(LineError::NoName("story"))?.into_owned();
        let article = line.article.ok_or(LineError::NoName("article"))?.into_owned();
        let span = entry.span()?;
        let EntryLine { id, version, kind, ordinal, .. } = entry;
        return Ok(ExchangeLine::Entry { story, anchor: AnchorRow { id, article, version, span, kind, ordinal } });
    }
    if let Some(review) = line.review {
        let article = line.article.ok_or(LineError::NoName("article"))?.into_owned();
        return Ok(ExchangeLine::Review { story: line.story.map(Cow::into_owned), article, review });
    }
    if let Some(site) = &line.site {
        return sites::read(site).map(ExchangeLine::Site);
    }
    if let Some(line) = &line.repeated {
        return sites::read_repeated(line).map(|(line, left_out_of)| ExchangeLine::Repeated(line, left_out_of));
    }
    if let Some(line) = of_the_network(&line) {
        return line;
    }
    let timezone = line.zone()?;
    if matches!(line.record, Some(LineRecord::Story | LineRecord::Article)) || !line.looks.is_empty() {
        return Restored::read(line).map(|restored| ExchangeLine::Restored(Box::new(restored)));
    }
    let known = line.story.as_deref().and_then(slug).and_then(|slug| zones.get(&slug).copied());
    let zone = known.or(timezone).unwrap_or(Tz::UTC);
    Ok(ExchangeLine::Version(Box::new(Submission {
        capture: line.capture(zone, keep_original)?,
        captured: line.captured(zone)?,
        captured_by: if line.captured.is_some() { CapturedBy::Given } else { CapturedBy::Clock },
        story: line.story.map(Cow::into_owned),
        article: line.article.map(Cow::into_owned),
        timezone,
    })))
}

/// Reads the watch, the page or the hook of a line, where it has one.
#[cfg(feature = "fetch")]
fn of_the_network<'l>(line: &ImportLine<'l>) -> Option<std::result::Result<ExchangeLine<'l>, LineError>> {
    match (&line.watch, &line.page, &line.hook) {
        (Some(watch), ..) => Some(RestoredWatch::read(watch).map(|watch| ExchangeLine::Watch(Box::new(watch)))),
        (None, Some(page), _) => Some(RestoredPage::read(page).map(|page| ExchangeLine::Page(Box::new(page)))),
        (None, None, Some(hook)) => Some(hooks::read(hook).map(|hook| ExchangeLine::Hook(Box::new(hook)))),
        (None, None, None) => None,
    }
}

#[cfg(not(feature = "fetch"))]
fn of_the_network<'l>(line: &ImportLine<'l>) -> Option<std::result::Result<ExchangeLine<'l>, LineError>> {
    let is_any = line.watch.is_some() || line.page.is_some() || line.hook.is_some();
    is_any.then(|| Err(LineError::Watch("this program was built without the network".to_owned())))
}

fn refused(line: usize, error: String, hint: Option<String>) -> RefusedView {
    RefusedView { from: format!("line {line}"), error, hint }
}
