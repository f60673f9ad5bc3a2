//! Writes the archive as JSON lines.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, SecondsFormat, Utc};
use rayon::prelude::*;

use super::texts::VERSIONS_AT_ONCE;
use crate::ingest::{EntryLine, ImportLine, LineRecord, LookLine, OriginLine, OriginalLine};
use crate::model::{CaptureRecord, Story, Version, VersionId};
use crate::store::{AnchorRow, PackedTexts};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, TrackError};

/// Bytes of originals that are held at once, and of the looks in one line.
const ORIGINALS_AT_ONCE: u64 = 32 << 20;

impl Archive {
    /// Gives a story, an article, or everything to `write` as JSON lines; returns how many versions there are.
    ///
    /// Stories come first, then each article with its versions in order of recording. The manual edits follow
    /// where whole stories are asked for.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export<E>(
        &self,
        name: Option<&str>,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<TrackError>,
    {
        let whole_stories = match name {
            None => self.store.stories().map_err(TrackError::from)?,
            Some(name) => self.story_if_any(name)?.into_iter().collect(),
        };
        let mut told: HashSet<String> = HashSet::new();
        for story in &whole_stories {
            told.insert(story.slug.clone());
            write(&line(&story_line(story)))?;
        }
        if name.is_some() && whole_stories.is_empty() {
            for story in self.articles_meant(name)?.iter().filter_map(|found| found.story.as_ref()) {
                if told.insert(story.slug.clone()) {
                    write(&line(&story_line(story)))?;
                }
            }
        }
        let mut count = 0;
        let total = self.store.count_versions().map_err(TrackError::from)?;
        self.for_articles(name, |articles| self.export_articles(articles, (&mut count, total), &mut write))?;
        for story in &whole_stories {
            // Edits quote entries, those of a held article too.
            let quotes_held = self.store.hides_held().map_err(TrackError::from)?
                && self.store.has_held_article(story.id).map_err(TrackError::from)?;
            if quotes_held {
                continue;
            }
            for manual_edit in self.store.manual_edits(story.id).map_err(TrackError::from)? {
                let (slug, zone) = (Cow::Borrowed(story.slug.as_str()), Cow::Borrowed(story.timezone.name()));
                let manual_edit = Some(Box::new(manual_edit));
                let edit = ImportLine { story: Some(slug), timezone: Some(zone), manual_edit, ..ImportLine::default() };
                write(&line(&edit))?;
            }
        }
        for told in &self.setting_lines(name, &whole_stories)? {
            write(&line(told))?;
        }
        Ok(count)
    }

    /// Returns the lines of what is no text: how sites are read, what is watched.
    #[cfg_attr(not(feature = "fetch"), expect(unused_variables, reason = "nothing is watched without the network"))]
    fn setting_lines(&self, name: Option<&str>, whole_stories: &[Story]) -> Result<Vec<ImportLine<'static>>> {
        let mut lines = if name.is_none() { self.site_lines()? } else { Vec::new() };
        lines.extend(if name.is_none() { self.repeated_line_lines()? } else { Vec::new() });
        #[cfg(feature = "fetch")]
        if name.is_none() || !whole_stories.is_empty() {
            let story = name.and_then(|_| whole_stories.first()).map(|story| story.slug.as_str());
            lines.extend(self.watch_lines(story)?);
        }
        Ok(lines)
    }

    /// Writes articles with their versions, up to the first that cannot be read; texts are unpacked, and lines made, on
    /// all cores.
    fn export_articles<E: From<TrackError>>(
        &self,
        articles: &[FoundArticle],
        (count, total): (&mut usize, usize),
        write: &mut impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut rest = articles;
        while !rest.is_empty() {
            let (batch, behind) = rest.split_at(self.fitting(rest)?);
            match batch {
                [found]
                    if ORIGINALS_AT_ONCE < self.store.original_bytes(found.article.id).map_err(TrackError::from)? =>
                {
                    self.export_look_by_look(found, ORIGINALS_AT_ONCE, write)?;
                }
                batch => {
                    let gathered: Vec<_> = batch.iter().map(|found| self.gathered(found)).collect();
                    let written: Vec<Result<Vec<String>>> =
                        gathered.into_par_iter().map(|gathered| gathered?.lines()).collect();
                    for lines in written {
                        lines?.iter().try_for_each(|line| write(line))?;
                    }
                }
            }
            *count += batch.iter().map(|found| found.versions.len()).sum::<usize>();
            self.progress("versions written", *count, total);
            rest = behind;
        }
        Ok(())
    }

    /// Returns how many of the articles are held at once: one at least.
    fn fitting(&self, articles: &[FoundArticle]) -> Result<usize> {
        let (mut versions, mut originals) = (0, 0);
        for (at, found) in articles.iter().enumerate() {
            versions += found.versions.len();
            originals += self.store.original_bytes(found.article.id)?;
            if 0 < at && (VERSIONS_AT_ONCE < versions || ORIGINALS_AT_ONCE < originals) {
                return Ok(at);
            }
        }
        Ok(articles.len())
    }

    /// Writes an article whose originals are too many to hold: a version that was looked at often has several lines, each
    /// with other looks, whose originals have `room` bytes.
    pub(super) fn export_look_by_look<E: From<TrackError>>(
        &self,
        found: &FoundArticle,
        room: u64,
        write: &mut impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let captures = self.captures_by_version(found)?;
        let texts = self.store.packed_texts(found.article.id).map_err(TrackError::from)?;
        let mut written: HashSet<String> = HashSet::new();
        write(&line(&article_line(found)))?;
        for version in in_order_of_recording(found) {
            let unpacked = texts.unpack(&HashSet::from([version.id])).map_err(TrackError::from)?;
            let body = unpacked.into_values().next().unwrap_or_default();
            let recorded = self.store.captured_when_recorded(version.id).map_err(TrackError::from)?;
            let looks = captures.get(&version.id).into_iter().flatten();
            let told = |looks: Vec<LookLine>| line(&version_line(found, (&version, recorded), looks, &body));
            let (mut gathered, mut bytes) = (Vec::new(), 0);
            for capture in looks {
                let look = self.look_line(capture, &mut written)?;
                let size = look.original.as_ref().and_then(|original| original.base64.as_ref()).map_or(0, String::len);
                if !gathered.is_empty() && room < bytes + size as u64 {
                    write(&told(std::mem::take(&mut gathered)))?;
                    bytes = 0;
                }
                bytes += size as u64;
                gathered.push(look);
            }
            write(&told(gathered))?;
        }
        self.lines_on(found)?.iter().try_for_each(|told| write(&line(told)))
    }

    fn captures_by_version(&self, found: &FoundArticle) -> Result<HashMap<VersionId, Vec<CaptureRecord>>> {
        let mut captures: HashMap<VersionId, Vec<CaptureRecord>> = HashMap::new();
        for capture in self.store.captures(found.article.id)? {
            captures.entry(capture.version).or_default().push(capture);
        }
        Ok(captures)
    }

    /// Collects what is stored of an article, as it is stored.
    fn gathered<'f>(&self, found: &'f FoundArticle) -> Result<GatheredArticle<'f>> {
        let captures = self.captures_by_version(found)?;
        let mut written: HashSet<String> = HashSet::new();
        let versions = in_order_of_recording(found).into_iter().map(|version| {
            let looks = captures.get(&version.id).into_iter().flatten();
            let looks = looks.map(|capture| self.look_line(capture, &mut written)).collect::<Result<_>>()?;
            Ok(GatheredVersion { recorded: self.store.captured_when_recorded(version.id)?, version, looks })
        });
        Ok(GatheredArticle {
            found,
            versions: versions.collect::<Result<_>>()?,
            texts: self.store.packed_texts(found.article.id)?,
            others: self.lines_on(found)?,
        })
    }

    /// Returns the lines that rest on an article's versions: where identities do, and which updates were reviewed.
    fn lines_on<'f>(&self, found: &'f FoundArticle) -> Result<Vec<ImportLine<'f>>> {
        let anchors = self.store.entry_anchors_on(found.article.id)?.into_iter();
        let anchors =
            anchors.map(|(anchor, _)| ImportLine { entry: Some(entry_line(anchor)), ..article_name_line(found) });
        let reviews = self.review_lines(found)?.into_iter();
        let reviews = reviews.map(|review| ImportLine { review: Some(review), ..article_name_line(found) });
        Ok(anchors.chain(reviews).collect())
    }

    /// Gives every line of the ledger to `write` as JSON, in order; returns how many there are.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export_ledger<E>(
        &self,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<TrackError>,
    {
        let (total, _) = self.store.ledger_end().map_err(TrackError::from)?;
        let mut last = 0;
        loop {
            let lines = self.store.ledger_lines_behind(last).map_err(TrackError::from)?;
            let Some(end) = lines.last() else { return Ok(last) };
            for line in &lines {
                write(&serde_json::to_string(line).expect("text and numbers become JSON"))?;
            }
            last = end.number;
            self.progress("lines of the ledger written", last, total);
        }
    }

    /// Returns the line of a look; an original that `written` has is named by its hash alone.
    fn look_line(&self, capture: &CaptureRecord, written: &mut HashSet<String>) -> Result<LookLine> {
        let original = match self.store.original_hash(capture.id)? {
            Some(hash) if written.contains(&hash) => Some(OriginalLine::of(hash, None)),
            Some(hash) => {
                let original = self.store.original(capture.id)?;
                written.insert(hash.clone());
                Some(OriginalLine::of(hash, original.as_ref()))
            }
            None => None,
        };
        Ok(LookLine {
            captured: instant(capture.captured),
            captured_by: capture.captured_by,
            recorded: capture.recorded.map(instant),
            published: capture.published.map(|time| time.to_string()),
            modified: capture.modified.map(|time| time.to_string()),
            url: capture.url.clone(),
            outlet: capture.outlet.clone(),
            origin: OriginLine { kind: capture.origin.kind, name: capture.origin.name.clone() },
            http: capture.http.clone(),
            hidden_marks: capture.hidden_marks.clone(),
            original,
        })
    }
}

/// An article with everything that its lines tell, the texts still packed.
struct GatheredArticle<'f> {
    found: &'f FoundArticle,
    /// In order of recording.
    versions: Vec<GatheredVersion>,
    texts: PackedTexts,
    /// The lines that follow those of its versions.
    others: Vec<ImportLine<'f>>,
}

struct GatheredVersion {
    version: Version,
    /// The time of capture that it was recorded with.
    recorded: DateTime<Utc>,
    looks: Vec<LookLine>,
}

impl GatheredArticle<'_> {
    fn lines(self) -> Result<Vec<String>> {
        let wanted = self.versions.iter().map(|gathered| gathered.version.id).collect();
        let mut bodies = self.texts.unpack(&wanted)?;
        let mut lines = vec![line(&article_line(self.found))];
        for GatheredVersion { version, recorded, looks } in self.versions {
            let body = bodies.remove(&version.id).unwrap_or_default();
            lines.push(line(&version_line(self.found, (&version, recorded), looks, &body)));
        }
        lines.extend(self.others.iter().map(line));
        Ok(lines)
    }
}

/// Returns the line of a version with some of its looks; `recorded` is the time of capture that it was recorded with.
fn version_line<'g>(
    found: &'g FoundArticle,
    (version, recorded): (&'g Version, DateTime<Utc>),
    looks: Vec<LookLine>,
    body: &'g str,
) -> ImportLine<'g> {
    let some = |text: &'g Option<String>| text.as_deref().map(Cow::Borrowed);
    let story = found.story.as_ref();
    ImportLine {
        story: story.map(|story| Cow::Borrowed(story.slug.as_str())),
        timezone: story.map(|story| Cow::Borrowed(story.timezone.name())),
        article: Some(Cow::Borrowed(&found.article.slug)),
        outlet: found.article.outlet.as_ref().map(|outlet| Cow::Borrowed(outlet.name.as_str())),
        url: found.article.addresses.first().map(|url| Cow::Borrowed(url.as_str())),
        number: Some(version.number),
        published: version.published.map(|time| Cow::Owned(time.to_string())),
        modified: version.modified.map(|time| Cow::Owned(time.to_string())),
        captured: Some(Cow::Owned(instant(version.captured))),
        captured_when_recorded: (recorded != version.captured).then(|| Cow::Owned(instant(recorded))),
        headline: some(&version.headline),
        standfirst: some(&version.standfirst),
        byline: some(&version.byline),
        text: Some(Cow::Borrowed(body)),
        looks,
        ..ImportLine::default()
    }
}

pub(super) fn line(line: &ImportLine<'_>) -> String {
    serde_json::to_string(line).expect("text and numbers become JSON")
}

pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn story_line(story: &Story) -> ImportLine<'_> {
    ImportLine {
        record: Some(LineRecord::Story),
        story: Some(Cow::Borrowed(&story.slug)),
        timezone: Some(Cow::Borrowed(story.timezone.name())),
        title: story.title.as_deref().map(Cow::Borrowed),
        created: Some(Cow::Owned(instant(story.created))),
        ..ImportLine::default()
    }
}

fn article_line(found: &FoundArticle) -> ImportLine<'_> {
    let article = &found.article;
    ImportLine {
        record: Some(LineRecord::Article),
        story: found.story.as_ref().map(|story| Cow::Borrowed(story.slug.as_str())),
        article: Some(Cow::Borrowed(&article.slug)),
        outlet: article.outlet.as_ref().map(|outlet| Cow::Borrowed(outlet.name.as_str())),
        created: Some(Cow::Owned(instant(article.created))),
        addresses: article.addresses.clone(),
        ..ImportLine::default()
    }
}

/// Returns where an identity rests, without its article.
fn entry_line(anchor: AnchorRow) -> EntryLine {
    let AnchorRow { id, version, span, kind, ordinal, .. } = anchor;
    EntryLine { id, version, start: span.start, end: span.end, kind, ordinal }
}

/// Returns a line that only says which article it is about.
fn article_name_line(found: &FoundArticle) -> ImportLine<'_> {
    ImportLine {
        story: found.story.as_ref().map(|story| Cow::Borrowed(story.slug.as_str())),
        article: Some(Cow::Borrowed(&found.article.slug)),
        ..ImportLine::default()
    }
}

/// Returns an article's versions as they were recorded, so that an import gives them the same numbers.
fn in_order_of_recording(found: &FoundArticle) -> Vec<Version> {
    let mut versions = found.versions.clone();
    versions.sort_by_key(|version| version.number);
    versions
}
