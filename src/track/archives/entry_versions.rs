//! Reads the databases of diffengine and NewsEdits as archives of pages.

use std::path::Path;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::ingest::archives::{
    ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedText, PageArchive, PageName, PageWanted,
};
use crate::model::instant_in_calendar;
use crate::store::{EntryVersion, EntryVersions};

/// A database, read row by row.
#[derive(Debug)]
pub struct EntryDatabase {
    rows: EntryVersions,
    read: usize,
}

impl EntryDatabase {
    /// Opens a database; of each text `max_bytes` are read at most.
    pub fn open(path: &Path, max_bytes: usize) -> Result<Self, ArchiveError> {
        let rows = EntryVersions::open(path, max_bytes).map_err(ArchiveError::of)?;
        Ok(Self { rows, read: 0 })
    }
}

impl PageArchive for EntryDatabase {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(row) = self.rows.next_row().map_err(ArchiveError::of)? {
            self.read += 1;
            let name = name_of(&row);
            let Some(captured) = moment(&row.created) else {
                // Without a moment it can be no version; it is told like anything else that is refused.
                let answer = ArchivedAnswer::Unusable("no-time");
                return Ok(Some(ArchivedPage { name, captured: DateTime::UNIX_EPOCH, answer }));
            };
            if !wanted(&name, captured) {
                continue;
            }
            let answer = match row.summary {
                Some(body) => ArchivedAnswer::Text(ArchivedText { headline: row.title, byline: None, body }),
                None => ArchivedAnswer::Unusable("no-text"),
            };
            return Ok(Some(ArchivedPage { name, captured, answer }));
        }
        Ok(None)
    }

    fn entries(&self) -> usize {
        self.read
    }
}

fn name_of(row: &EntryVersion) -> PageName {
    let url = row.url.clone().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let place = url.clone().unwrap_or_else(|| format!("entry {}", row.entry));
    let article = url.is_none().then(|| format!("entry-{}", row.entry));
    PageName { place, url, article, outlet: row.feed.clone(), ..PageName::default() }
}

/// Reads `2017-01-19 12:30:00.123456`, with or without the fraction, a `T` or an offset.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let local = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"];
    let local = local.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()).map(|time| time.and_utc());
    let time = local.or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc()));
    time.filter(|time| instant_in_calendar(time).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_the_programs_write_them() {
        let check = |text: &str, want: Option<&str>| {
            assert_eq!(moment(text).map(|time| time.to_rfc3339()).as_deref(), want, "{text}");
        };
        check("2017-01-19 12:30:00", Some("2017-01-19T12:30:00+00:00"));
        check("2017-01-19 12:30:00.5", Some("2017-01-19T12:30:00.500+00:00"));
        check("2017-01-19T12:30:00+02:00", Some("2017-01-19T10:30:00+00:00"));
        check("yesterday", None);
        check("", None);
    }
}
