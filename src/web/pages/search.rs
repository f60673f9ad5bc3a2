//! Search with operators: `speaker:` `kind:` `outlet:` `story:` `before:` `after:` `removed:` `material` `silent`.
//!
//! Words alone find passages. Operators that only changes or claims can answer turn the question
//! to them, and so do operators without words; words then narrow those.

use std::cell::Cell;
use std::sync::Arc;

use axum::extract::{Query, State};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::model::{ChangeKind, DocumentTime};
use crate::render::html::frame::{FeedLink, feed_links};
use crate::render::html::lists::{self, SearchPage};
use crate::render::html::site::encoded;
use crate::render::html::{Frame, Section};
use crate::track::{Archive, ChangeFilter, ClaimFilter, SearchFilter, TrackError};
use crate::view::{ClaimKind, UpdateView};
use crate::web::app::App;
use crate::web::archives::ArchiveReader;
use crate::web::error::{Answer, Problem};
use crate::web::visit::Visit;

/// Passages, updates or claims that a page shows.
const SHOWN: usize = 50;
/// The longest query that is read.
const QUERY_CHARS: usize = 400;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SearchForm {
    q: String,
}

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SearchQuery {
    words: String,
    speaker: Option<String>,
    kind: Option<String>,
    outlet: Option<String>,
    story: Option<String>,
    before: Option<String>,
    after: Option<String>,
    removed: bool,
    material: bool,
    silent: bool,
}

impl SearchQuery {
    /// Takes a query apart; the error names the part that could not be read.
    fn read(typed: &str) -> Result<Self, String> {
        let mut query = Self::default();
        let mut words = Vec::new();
        for part in parts(typed) {
            let (name, value) = part.split_once(':').unwrap_or((part, ""));
            let value = value.trim_matches('"').to_owned();
            match name {
                "speaker" | "kind" | "outlet" | "story" | "before" | "after" if part.contains(':') => {
                    if value.is_empty() {
                        return Err(format!("`{name}:` needs a word after it, without a blank between them"));
                    }
                    match name {
                        "speaker" => query.speaker = Some(value),
                        "kind" => query.kind = Some(value.to_lowercase()),
                        "outlet" => query.outlet = Some(value),
                        "story" => query.story = Some(value),
                        "before" => query.before = Some(value),
                        _ => query.after = Some(value),
                    }
                }
                "removed" if part.contains(':') => {
                    query.removed = true;
                    words.extend((!value.is_empty()).then_some(value));
                }
                "material" if part == name => query.material = true,
                "silent" if part == name => query.silent = true,
                _ => words.push(part.to_owned()),
            }
        }
        query.words = words.join(" ");
        query.checked()
    }

    /// Refuses a time or a kind that cannot be read.
    fn checked(self) -> Result<Self, String> {
        self.filter(Tz::UTC)?;
        match self.speaker {
            Some(_) => drop(self.claim_kind()?),
            None => drop(self.change_kind()?),
        }
        Ok(self)
    }

    /// Returns where is searched; times of day are read in this zone.
    fn filter(&self, zone: Tz) -> Result<SearchFilter<'_>, String> {
        let moment = |value: &Option<String>| match value {
            None => Ok(None),
            Some(value) => DocumentTime::read(value, zone)
                .map(Some)
                .ok_or_else(|| format!("`{value}` names no day: write one such as 2025-08-13")),
        };
        Ok(SearchFilter {
            story: self.story.as_deref(),
            outlet: self.outlet.as_deref(),
            since: moment(&self.after)?,
            before: moment(&self.before)?,
            gone: self.removed,
        })
    }

    fn change_kind(&self) -> Result<Option<ChangeKind>, String> {
        named(self.kind.as_deref(), ChangeKind::ALL, ChangeKind::as_str, "changes")
    }

    fn claim_kind(&self) -> Result<Option<ClaimKind>, String> {
        let kinds = [ClaimKind::Statement, ClaimKind::Figure, ClaimKind::Event];
        named(self.kind.as_deref(), &kinds, ClaimKind::as_str, "claims")
    }

    fn asks_changes(&self) -> bool {
        self.material || self.silent || self.kind.is_some() || self.words.is_empty()
    }
}

/// Returns the kind of this name; the error lists those that there are.
fn named<K: Copy>(name: Option<&str>, all: &[K], word: fn(K) -> &'static str, of: &str) -> Result<Option<K>, String> {
    let Some(name) = name else { return Ok(None) };
    match all.iter().find(|kind| word(**kind) == name) {
        Some(kind) => Ok(Some(*kind)),
        None => {
            let names: Vec<&str> = all.iter().map(|kind| word(*kind)).collect();
            Err(format!("there is no kind `{name}`; the kinds of {of} are {}", names.join(", ")))
        }
    }
}

/// Splits a query at blanks outside quotes.
fn parts(typed: &str) -> Vec<&str> {
    let mut in_quotes = false;
    let outside = move |c: char| {
        in_quotes ^= c == '"';
        c.is_whitespace() && !in_quotes
    };
    typed.split(outside).filter(|part| !part.is_empty()).collect()
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Query(form): Query<SearchForm>) -> Answer {
    let typed = form.q.chars().take(QUERY_CHARS).collect::<String>();
    app.ask(move |archive| {
        let mut page = found(archive, &typed)?;
        let frame = Frame { feeds: feeds(&typed), ..Frame::new("Search", Section::Search) };
        page.query = typed;
        Ok(visit.page(frame, &lists::search(&page, &visit.site)))
    })
    .await
}

fn found(archive: &ArchiveReader, typed: &str) -> Result<SearchPage, Problem> {
    let complaint = |complaint: String| SearchPage { complaint: Some(complaint), ..SearchPage::default() };
    let query = match SearchQuery::read(typed) {
        Ok(query) if query == SearchQuery::default() => return Ok(SearchPage::default()),
        Ok(query) => query,
        Err(words) => return Ok(complaint(words)),
    };
    match answer(archive, &query) {
        Err(TrackError::NoSuchStory { name, close }) => {
            let close = close.first().map(|close| format!("; did you mean `{close}`?")).unwrap_or_default();
            Ok(complaint(format!("no story is called `{name}`{close}")))
        }
        page => Ok(page?),
    }
}

/// Returns the latest changes that a query finds, for a feed; words narrow them.
pub(crate) fn changes_found(archive: &Archive, typed: &str, limit: usize) -> Result<Vec<UpdateView>, Problem> {
    let unread = |complaint| Problem::form(complaint, "the page of the search lists its operators");
    let query = SearchQuery::read(typed).map_err(unread)?;
    if query.speaker.is_some() {
        return Err(unread("changes have no speaker: a feed cannot hold claims".to_owned()));
    }
    let filter = query.filter(archive.zone_of(query.story.as_deref())?).map_err(unread)?;
    let kind = query.change_kind().map_err(unread)?;
    let wanted = ChangeFilter { material: query.material, silent: query.silent, kind };
    Ok(archive.search_changes(&query.words, &filter, wanted, limit)?)
}

/// Returns the feeds of what a query finds; claims have none.
fn feeds(typed: &str) -> Vec<FeedLink> {
    match SearchQuery::read(typed) {
        Ok(query) if query != SearchQuery::default() && query.speaker.is_none() => {
            let mut feeds = feed_links("search/", typed);
            for feed in &mut feeds {
                feed.path.push_str(&format!("?q={}", encoded(typed)));
            }
            feeds
        }
        _ => Vec::new(),
    }
}

fn answer(archive: &ArchiveReader, query: &SearchQuery) -> Result<SearchPage, TrackError> {
    let zone = archive.zone_of(query.story.as_deref())?;
    let filter = query.filter(zone).unwrap_or_default();
    let mut page = SearchPage { is_latest: true, ..SearchPage::default() };
    if query.speaker.is_some() {
        let wanted = ClaimFilter { speaker: query.speaker.as_deref(), kind: query.claim_kind().unwrap_or_default() };
        let is_old = Cell::new(false);
        let claims_of = |story: &str| {
            let now = archive.claims_now(story)?;
            is_old.set(is_old.get() || !now.is_latest);
            Ok((Arc::clone(&now.claims), Arc::clone(&now.people)))
        };
        page.claims = archive.search_claims(&query.words, (&filter, &wanted), SHOWN, claims_of)?;
        page.is_latest = !is_old.get();
    } else if query.asks_changes() {
        let kind = query.change_kind().unwrap_or_default();
        let wanted = ChangeFilter { material: query.material, silent: query.silent, kind };
        page.updates = archive.search_changes(&query.words, &filter, wanted, SHOWN)?;
    } else {
        page.passages = Some(archive.search(&query.words, &filter, SHOWN)?);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_are_told_from_words() {
        let read = |typed: &str| SearchQuery::read(typed).unwrap();
        assert_eq!(read("ferry \"walk away\" -moscow").words, "ferry \"walk away\" -moscow");
        let query = read("speaker:\"Ann Lee\" toll outlet:Herald after:2025-08-13");
        assert_eq!((query.speaker.as_deref(), query.words.as_str()), (Some("Ann Lee"), "toll"));
        assert_eq!((query.outlet.as_deref(), query.after.as_deref()), (Some("Herald"), Some("2025-08-13")));
        assert!(read("outlet:Herald").asks_changes() && !read("outlet:Herald toll").asks_changes());
        assert!(read("material").asks_changes() && read("kind:date").asks_changes());
        assert_eq!(
            read("removed:compliance"),
            SearchQuery { words: "compliance".to_owned(), removed: true, ..SearchQuery::default() }
        );
        let addresses: Vec<String> = feeds("material \"bar & grill\"").into_iter().map(|feed| feed.path).collect();
        let want =
            ["search/feed.atom", "search/feed.json"].map(|file| format!("{file}?q=material%20%22bar%20%26%20grill%22"));
        assert_eq!(addresses, want);
        assert!(feeds("speaker:Lee").is_empty() && feeds("").is_empty() && feeds("before:soon").is_empty());
        // An address or a time of day is no operator.
        assert_eq!(read("https://a.example 10:30").words, "https://a.example 10:30");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert!(SearchQuery::read("before:soon").unwrap_err().contains("`soon` names no day"));
        assert!(SearchQuery::read("speaker: Lee").unwrap_err().contains("`speaker:` needs a word"));
        let kinds = SearchQuery::read("kind:statements").unwrap_err();
        assert!(kinds.contains("no kind `statements`") && kinds.contains("figure, "), "{kinds}");
        let kinds = SearchQuery::read("speaker:Lee kind:date").unwrap_err();
        assert!(kinds.ends_with("the kinds of claims are statement, figure, event"), "{kinds}");
    }
}
