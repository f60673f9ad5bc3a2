//! Search with operators: `speaker:` `kind:` `outlet:` `story:` `before:` `after:` `removed:` `material` `silent`.
//!
//! Words alone find passages. An operator that only changes or claims can answer turns the
//! question to them; words then narrow those.

use std::sync::Arc;

use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::model::{DocumentTime, Weight};
use crate::render::html::lists::{self, SearchPage};
use crate::render::html::{Frame, Section};
use crate::track::{Archive, SearchFilter, TrackError};
use crate::view::{ChangeView, ClaimView, SearchHit, SearchView, StoryRow, UpdateView};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::visit::Visit;

/// Passages, updates or claims that a page shows.
const SHOWN: usize = 50;
/// Passages that are looked at where some are filtered out.
const LOOKED_AT: usize = 400;

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
    before: Option<DocumentTime>,
    after: Option<DocumentTime>,
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
                        "before" => query.before = Some(moment(&value)?),
                        _ => query.after = Some(moment(&value)?),
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
        Ok(query)
    }

    fn asks_changes(&self) -> bool {
        self.material || self.silent || self.kind.is_some()
    }

    /// Returns whether a moment lies from the day of `after` on, and before that of `before`.
    fn is_in_time(&self, at: DateTime<Utc>, zone: chrono_tz::Tz) -> bool {
        self.after.is_none_or(|after| after.instant(zone) <= at)
            && self.before.is_none_or(|before| at < before.instant(zone))
    }

    fn is_of_outlet(&self, outlet: Option<&str>) -> bool {
        self.outlet.as_deref().is_none_or(|wanted| outlet.is_some_and(|own| holds(own, wanted)))
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

fn moment(value: &str) -> Result<DocumentTime, String> {
    DocumentTime::read(value, chrono_tz::Tz::UTC)
        .ok_or_else(|| format!("`{value}` names no day: write one such as 2025-08-13"))
}

fn holds(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.trim_matches('"').to_lowercase())
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Query(form): Query<SearchForm>) -> Answer {
    let typed = form.q.chars().take(400).collect::<String>();
    let page = match SearchQuery::read(&typed) {
        Err(complaint) => SearchPage { query: typed, complaint: Some(complaint), ..SearchPage::default() },
        Ok(query) => app.ask(move |archive| found(archive, &query, typed)).await?,
    };
    Ok(visit.page(Frame::new("Search", Section::Search), &lists::search(&page, &visit.site)))
}

fn found(archive: &Archive, query: &SearchQuery, typed: String) -> Result<SearchPage, Problem> {
    let mut page = SearchPage { query: typed, ..SearchPage::default() };
    if query.speaker.is_some() {
        page.claims = claims(archive, query)?;
    } else if query.asks_changes() {
        page.updates = updates(archive, query)?;
    } else if !query.words.is_empty() {
        page.passages = Some(passages(archive, query)?);
    } else if *query != SearchQuery::default() {
        page.complaint = Some("these operators narrow a search: add words, `material` or `speaker:`".to_owned());
    }
    Ok(page)
}

fn passages(archive: &Archive, query: &SearchQuery) -> Result<SearchView, Problem> {
    let is_plain = *query == SearchQuery { words: query.words.clone(), ..SearchQuery::default() };
    let mut view = archive.search(&query.words, &SearchFilter::default(), if is_plain { SHOWN } else { LOOKED_AT })?;
    let wanted = |hit: &SearchHit| {
        query.is_of_outlet(hit.article.outlet.as_deref())
            && query
                .story
                .as_deref()
                .is_none_or(|story| hit.article.story.as_deref().is_some_and(|own| holds(own, story)))
            && (!query.removed || hit.gone)
            && query.is_in_time(hit.captured, hit.timezone)
    };
    view.hits.retain(wanted);
    if !is_plain {
        view.total = view.hits.len();
    }
    view.hits.truncate(SHOWN);
    Ok(view)
}

fn updates(archive: &Archive, query: &SearchQuery) -> Result<Vec<UpdateView>, Problem> {
    let view = archive.changes(query.story.as_deref())?;
    let wanted = |change: &ChangeView| {
        let is_kind = |kind: &str| change.facets.iter().any(|facet| facet.kind.as_str() == kind);
        (!query.material || change.weight == Weight::Material)
            && (!query.silent || (change.silent && change.weight == Weight::Material))
            && query.kind.as_deref().is_none_or(is_kind)
            && (!query.removed || change.b_text.is_empty())
            && query.words.split_whitespace().all(|word| holds(&change.a_text, word) || holds(&change.b_text, word))
    };
    let zone = view.timezone;
    let mut found = Vec::new();
    for mut update in view.updates.into_iter().rev() {
        if query.is_of_outlet(update.article.outlet.as_deref()) && query.is_in_time(update.to.captured, zone) {
            update.changes.retain(wanted);
            if !update.changes.is_empty() {
                found.push(update);
            }
        }
        if found.len() == SHOWN {
            break;
        }
    }
    Ok(found)
}

fn claims(archive: &Archive, query: &SearchQuery) -> Result<Vec<(StoryRow, ClaimView)>, Problem> {
    let stories = match query.story.as_deref() {
        Some(story) => vec![archive.story(story)?],
        None => archive.stories()?.stories,
    };
    let speaker = query.speaker.as_deref().unwrap_or_default();
    let wanted = |claim: &ClaimView| {
        claim.speaker.as_deref().is_some_and(|own| holds(own, speaker))
            && query.kind.as_deref().is_none_or(|kind| claim.kind.as_str() == kind)
            && query.words.split_whitespace().all(|word| holds(&claim.text, word))
            && claim.occurrences.iter().any(|own| query.is_of_outlet(own.outlet.as_deref()))
            && (!query.removed || claim.occurrences.iter().all(|own| own.gone_in.is_some()))
    };
    let mut found = Vec::new();
    for story in stories {
        let view = match archive.claims(&story.name, None, None, None) {
            // A story without an article has no claims.
            Err(TrackError::NoSuchArticle { .. }) => continue,
            view => view?,
        };
        let own = view
            .claims
            .into_iter()
            .filter(|claim| wanted(claim) && query.is_in_time(claim.first.captured, story.timezone));
        found.extend(own.map(|claim| (story.clone(), claim)));
        if SHOWN <= found.len() {
            found.truncate(SHOWN);
            break;
        }
    }
    Ok(found)
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
        assert_eq!(query.outlet.as_deref(), Some("Herald"));
        assert!(query.after.is_some() && !query.asks_changes());
        assert!(read("material").asks_changes() && read("kind:date").asks_changes());
        assert_eq!(
            read("removed:compliance"),
            SearchQuery { words: "compliance".to_owned(), removed: true, ..SearchQuery::default() }
        );
        // An address or a time of day is no operator.
        assert_eq!(read("https://a.example 10:30").words, "https://a.example 10:30");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert!(SearchQuery::read("before:soon").unwrap_err().contains("`soon` names no day"));
        assert!(SearchQuery::read("speaker: Lee").unwrap_err().contains("`speaker:` needs a word"));
    }
}
