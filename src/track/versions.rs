//! Answers what is asked of versions: log, show, diff, changes, blame, claims.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::cache::steps;
use super::lookup::{FoundArticle, row};
use super::present::Detail;
use super::read::compared_sides;
use super::{Archive, Result, TrackError, present};
use crate::model::{ArticleId, CaptureRecord, Comparison, Named, Role, Side, VersionId, identity};
use crate::view::{
    ArticleLog, BlameView, ChangeCounts, ChangesView, DiffView, LogRow, LogView, LookRow, NoteView, PageLookRow,
    ParagraphView, Reference, SentenceView, ShowView, UpdateView, VersionPick,
};

impl Archive {
    /// Returns the versions of a story, an article, or of everything.
    pub fn log(&self, name: Option<&str>) -> Result<LogView> {
        let articles = self.articles_meant(name)?;
        let timezone = zone_of(&articles);
        let updates = self.updates(&articles)?;
        let logs = articles.iter().zip(updates).map(|(found, updates)| {
            let rows = found.versions.iter().enumerate().map(|(index, version)| {
                let update = index.checked_sub(1).and_then(|before| updates.get(before));
                let counts = update.map_or_else(ChangeCounts::default, |update| update.counts);
                let seen = Vec::new();
                LogRow { version: row(version), verdict: update.map(|update| update.verdict), counts, seen }
            });
            ArticleLog { article: found.head(), versions: rows.collect(), page_looks: Vec::new() }
        });
        Ok(LogView { timezone, articles: logs.collect() })
    }

    /// Returns the log with every look that found each version.
    pub fn log_with_looks(&self, name: Option<&str>) -> Result<LogView> {
        let mut view = self.log(name)?;
        for (found, log) in self.articles_meant(name)?.iter().zip(&mut view.articles) {
            let mut looks: HashMap<VersionId, Vec<LookRow>> = HashMap::new();
            for look in self.store.captures(found.article.id)? {
                looks.entry(look.version).or_default().push(look_row(look));
            }
            for (version, row) in found.versions.iter().zip(&mut log.versions) {
                row.seen = looks.remove(&version.id).unwrap_or_default();
            }
            log.page_looks = self.page_looks(found.article.id)?;
        }
        Ok(view)
    }

    /// Returns the latest looks at an article's pages that brought no text, oldest first.
    #[cfg(feature = "fetch")]
    fn page_looks(&self, article: ArticleId) -> Result<Vec<PageLookRow>> {
        /// A page that fails for months is told by its latest looks.
        const MAX_LOOKS: usize = 50;
        let looks = self.store.page_looks_of(article, MAX_LOOKS)?;
        Ok(looks.into_iter().rev().map(|(url, look)| super::fetch::page_look_row(url, look)).collect())
    }

    #[cfg(not(feature = "fetch"))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the shape of the one that asks the store")]
    fn page_looks(&self, _: ArticleId) -> Result<Vec<PageLookRow>> {
        Ok(Vec::new())
    }

    /// Returns the numbers of an article's versions, in order of capture.
    pub fn version_numbers(&self, reference: &Reference) -> Result<Vec<usize>> {
        let found = self.article_meant(reference)?;
        Ok(found.versions.iter().map(|version| version.number).collect())
    }

    /// Returns one version to be read.
    pub fn show(&self, reference: &Reference) -> Result<ShowView> {
        let found = self.one_version_meant(reference)?;
        let place = found.place(reference.from.unwrap_or(VersionPick::BeforeLatest(0)))?;
        let texts = self.texts(&found, &found.versions[place..=place])?;
        Ok(show_view(&found, place, &compared_sides(&texts)[0]))
    }

    /// Returns the page or file of a version as it was received.
    pub fn original(&self, reference: &Reference) -> Result<Vec<u8>> {
        let found = self.one_version_meant(reference)?;
        let place = found.place(reference.from.unwrap_or(VersionPick::BeforeLatest(0)))?;
        let version = &found.versions[place];
        let captures = self.store.captures(found.article.id)?;
        let kept = captures.into_iter().find(|capture| capture.version == version.id && capture.has_original);
        let original = kept.map(|capture| self.store.original(capture.id)).transpose()?.flatten();
        let name = format!("{}@{}", found.head().reference, version.number);
        original.map(|original| original.bytes).ok_or(TrackError::NoOriginal { name })
    }

    /// Returns the words of a version, of which its hash is taken.
    pub fn words(&self, reference: &Reference) -> Result<String> {
        let found = self.one_version_meant(reference)?;
        let place = found.place(reference.from.unwrap_or(VersionPick::BeforeLatest(0)))?;
        Ok(self.store.content(&found.versions[place])?.whole())
    }

    /// Compares two versions: those of the reference, else the one that stood at `since`
    /// with the latest, else the last two.
    pub fn diff(&self, reference: &Reference, since: Option<DateTime<Utc>>) -> Result<DiffView> {
        let found = self.article_meant(reference)?;
        let (a, b) = pair(&found, reference, since)?;
        let versions = [found.versions[a].clone(), found.versions[b].clone()];
        let texts = self.texts(&found, &versions)?;
        let sides = compared_sides(&texts);
        let comparison = crate::diff::compare(&sides[0], &sides[1]);
        let reviewed = self.reviewed((versions[0].id, versions[1].id))?;
        Ok(DiffView { reviewed, ..diff_view(&found, (a, b), (&sides[0], &sides[1]), &comparison) })
    }

    /// Returns every update of a story, an article, or of everything, in order of capture.
    pub fn changes(&self, name: Option<&str>) -> Result<ChangesView> {
        let articles = self.articles_meant(name)?;
        Ok(ChangesView { timezone: zone_of(&articles), updates: self.updates_in_order(&articles)? })
    }

    /// Returns the latest updates of a story, an article, or of everything, in order of capture; only articles that have
    /// one of these are read.
    pub fn latest_changes(&self, name: Option<&str>, limit: usize) -> Result<ChangesView> {
        let mut articles = self.articles_meant(name)?;
        let timezone = zone_of(&articles);
        let updates_of = |found: &FoundArticle| found.versions.iter().skip(1).map(|version| version.captured).collect();
        let mut captured: Vec<DateTime<Utc>> = articles.iter().flat_map::<Vec<_>, _>(updates_of).collect();
        captured.sort_unstable();
        if limit < captured.len() {
            let from = captured.get(captured.len() - limit);
            articles.retain(|found| updates_of(found).last().zip(from).is_some_and(|(last, from)| from <= last));
        }
        let mut updates = self.updates_in_order(&articles)?;
        updates.drain(..updates.len().saturating_sub(limit));
        Ok(ChangesView { timezone, updates })
    }

    /// Returns the updates of articles in order of capture.
    fn updates_in_order(&self, articles: &[FoundArticle]) -> Result<Vec<UpdateView>> {
        let mut updates: Vec<UpdateView> = self.updates(articles)?.into_iter().flatten().collect();
        updates.sort_by(|a, b| (a.to.captured, &a.article.reference).cmp(&(b.to.captured, &b.article.reference)));
        Ok(updates)
    }

    /// Leaves the updates of one outlet: of this name, or with it in its name where none is called so.
    pub fn retain_outlet(&self, view: &mut ChangesView, outlet: &str) -> Result<()> {
        let outlets = self.outlets_meant(Some(outlet))?;
        view.updates.retain(|update| outlets.hold(update.article.outlet.as_deref()));
        Ok(())
    }

    /// Returns the updates of each article, oldest first.
    pub(crate) fn updates(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<UpdateView>>> {
        let mut updates = self.cached_updates(articles)?;
        updates.iter_mut().for_each(|updates| present::link_later_notices(updates));
        Ok(updates)
    }

    /// Returns which version brought each sentence.
    pub fn blame(&self, reference: &Reference) -> Result<BlameView> {
        let found = self.one_version_meant(reference)?;
        let place = found.place(reference.from.unwrap_or(VersionPick::BeforeLatest(0)))?;
        let articles = std::slice::from_ref(&found);
        let (readings, compared) = (self.readings(articles)?, self.comparisons(articles)?);
        let lines = present::Blames::of(&steps(&found, &readings[0], &compared[0])[..=place]).of_step(place);
        Ok(BlameView { timezone: found.zone(), article: found.head(), version: row(&found.versions[place]), lines })
    }
}

/// Returns one version to be read, by its place and its text.
pub(super) fn show_view(found: &FoundArticle, place: usize, side: &Side<'_>) -> ShowView {
    ShowView {
        timezone: found.zone(),
        article: found.head(),
        version: row(&found.versions[place]),
        versions: found.versions.len(),
        language: side.text.document.language.map(str::to_owned),
        paragraphs: paragraphs(side),
        notes: side.text.notes.iter().map(NoteView::from).collect(),
    }
}

/// Returns two versions compared, by their places and their texts.
pub(super) fn diff_view(
    found: &FoundArticle,
    (a, b): (usize, usize),
    (old, new): (&Side<'_>, &Side<'_>),
    comparison: &Comparison,
) -> DiffView {
    let (a, b) = (row(&found.versions[a]), row(&found.versions[b]));
    DiffView {
        timezone: found.zone(),
        article: found.head(),
        verdict: present::verdict(old, new, comparison),
        counts: present::counts(&comparison.changes),
        reviewed: None,
        changes: present::change_views(old, new, comparison, b.number, Detail::Reasons),
        passages: present::passages(old, new, comparison),
        notes: new.text.notes.iter().map(NoteView::from).collect(),
        a,
        b,
    }
}

fn look_row(look: CaptureRecord) -> LookRow {
    LookRow {
        captured: look.captured,
        captured_by: look.captured_by,
        recorded: look.recorded,
        published: look.published,
        modified: look.modified,
        origin: look.origin.kind,
        source: look.origin.name,
        url: look.url,
        hidden_marks: look.hidden_marks,
        has_original: look.has_original,
    }
}

/// Returns the zone that all articles share, else UTC.
pub(crate) fn zone_of(articles: &[FoundArticle]) -> Tz {
    let mut zones = articles.iter().map(FoundArticle::zone);
    let first = zones.next().unwrap_or(Tz::UTC);
    if zones.all(|zone| zone == first) { first } else { Tz::UTC }
}

/// Returns the places of the two versions to compare.
pub(super) fn pair(
    found: &FoundArticle,
    reference: &Reference,
    since: Option<DateTime<Utc>>,
) -> Result<(usize, usize)> {
    let last = found.versions.len().saturating_sub(1);
    match (reference.from, reference.to, since) {
        (Some(from), Some(to), _) => Ok((found.place(from)?, found.place(to)?)),
        // One version: what it did to the one before.
        (Some(one), None, _) => match found.place(one)? {
            0 if last == 0 => Err(TrackError::OnlyOne { name: found.head().reference }),
            0 => {
                let (first, second) = (found.versions[0].number, found.versions[1].number);
                let next = format!("{}@{first}..{second}", reference.name);
                Err(TrackError::NothingBefore { name: format!("{reference}"), next })
            }
            place => Ok((place - 1, place)),
        },
        (None, _, Some(since)) => {
            let stood = found.versions.iter().rposition(|version| version.captured <= since);
            Ok((stood.unwrap_or(0), last))
        }
        (None, _, None) if last == 0 => Err(TrackError::OnlyOne { name: found.head().reference }),
        (None, _, None) => Ok((last - 1, last)),
    }
}

fn paragraphs(side: &Side<'_>) -> Vec<ParagraphView> {
    let document = &side.text.document;
    let mark = side.mark();
    let sentence = |index: usize| SentenceView {
        id: identity(Named::Sentence, (mark, document.sentences[index].span.start), ""),
        number: index + 1,
        text: present::sentences_of(side, &[index]),
    };
    let shown = document.paragraphs.iter().filter(|paragraph| !paragraph.sentences.is_empty());
    shown
        .map(|paragraph| ParagraphView {
            role: role_word(paragraph.role).to_owned(),
            sentences: paragraph.sentences.clone().map(sentence).collect(),
        })
        .collect()
}

/// Returns what a role is called.
pub(crate) fn role_word(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Standfirst => "standfirst",
        Role::Byline => "byline",
        Role::Stamp => "stamp",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::ListItem => "list-item",
        Role::EntryTime => "entry-time",
        Role::PullQuote => "pull-quote",
        Role::Notice => "notice",
        Role::Furniture => "furniture",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_changes_are_the_end_of_all_changes() {
        let archive = Archive::in_memory().unwrap();
        // Three articles of two stories and one of none; some updates were captured at the same moment.
        let line = |(place, hour, toll): (&str, usize, usize)| {
            format!(
                r#"{{{place},"captured":"2025-08-12T{hour:02}:00:00Z","text":"At least {toll} people were killed when a ferry caught fire."}}"#
            )
        };
        let (post, wire) = (r#""story":"ferry","article":"post""#, r#""story":"ferry","article":"wire""#);
        let (mill, loose) = (r#""story":"mill","article":"post""#, r#""article":"loose""#);
        let versions = [
            (post, 7, 1),
            (wire, 7, 2),
            (mill, 7, 3),
            (loose, 7, 4),
            (post, 8, 5),
            (mill, 8, 6),
            (loose, 9, 7),
            (mill, 10, 8),
            (post, 11, 9),
            (wire, 11, 10),
            (loose, 12, 11),
        ];
        let lines: Vec<String> = versions.into_iter().map(line).collect();
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        for name in [None, Some("ferry"), Some("mill/post"), Some("loose")] {
            let all = archive.changes(name).unwrap().updates;
            for limit in 0..=all.len() + 1 {
                let latest = archive.latest_changes(name, limit).unwrap().updates;
                assert_eq!(latest, all[all.len().saturating_sub(limit)..], "{limit} of {name:?}");
            }
        }
    }
}
