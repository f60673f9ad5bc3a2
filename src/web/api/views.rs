//! The views as JSON, in the shapes of `--format json`.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use crate::model::{DocumentTime, TimelineQuery};
use crate::render::json;
use crate::track::{Archive, SearchFilter};
use crate::view::ClaimKind;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::pages::reference;

/// Hits that a search returns unless it is asked for another number, and at most.
const HITS: usize = 20;
const MOST_HITS: usize = 200;

/// What the interface takes and gives.
const OPENAPI: &str = include_str!("openapi.json");

fn json_text(text: impl Into<String>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text.into()).into_response()
}

/// Asks the archive and writes the view.
async fn answer<V: Serialize + Send + 'static>(
    app: &Arc<App>,
    question: impl FnOnce(&Archive) -> Result<V, Problem> + Send + 'static,
) -> Answer {
    let text = app.ask(move |archive| Ok(json::write(&question(archive)?)?)).await?;
    Ok(json_text(text))
}

pub(super) async fn openapi() -> Response {
    json_text(OPENAPI)
}

pub(super) async fn stories(State(app): State<Arc<App>>) -> Answer {
    answer(&app, |archive| Ok(archive.stories()?)).await
}

pub(super) async fn story(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    answer(&app, move |archive| Ok(archive.story(&story)?)).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TimelineParameters {
    as_of: Option<String>,
    since: Option<String>,
}

pub(super) async fn timeline(
    State(app): State<Arc<App>>,
    Path(story): Path<String>,
    Query(wanted): Query<TimelineParameters>,
) -> Answer {
    answer(&app, move |archive| {
        let zone = archive.story(&story)?.timezone;
        let moment = |words: &Option<String>| match words {
            None => Ok(None),
            // As a form sends what was left empty.
            Some(words) if words.trim().is_empty() => Ok(None),
            Some(words) => match DocumentTime::read(words, zone) {
                Some(time) => Ok(Some(time.instant(zone))),
                None => Err(bad(format!("`{words}` names no time"), "write a time such as `2025-04-24T08:00`")),
            },
        };
        let query =
            TimelineQuery { as_of: moment(&wanted.as_of)?, since: moment(&wanted.since)?, ..TimelineQuery::default() };
        Ok(archive.timeline(&story, &query)?)
    })
    .await
}

fn bad(message: String, hint: &str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, message, hint)
}

pub(super) async fn changes(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    answer(&app, move |archive| {
        archive.story(&story)?;
        Ok(archive.changes(Some(&story))?)
    })
    .await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ClaimParameters {
    speaker: Option<String>,
    kind: Option<ClaimKind>,
}

pub(super) async fn claims(
    State(app): State<Arc<App>>,
    Path(story): Path<String>,
    Query(wanted): Query<ClaimParameters>,
) -> Answer {
    answer(&app, move |archive| {
        archive.story(&story)?;
        Ok(archive.claims(&story, wanted.speaker.as_deref(), wanted.kind, None)?)
    })
    .await
}

pub(super) async fn conflicts(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    answer(&app, move |archive| Ok(archive.conflicts(&story)?)).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FigureParameters {
    of: Option<String>,
}

pub(super) async fn figures(
    State(app): State<Arc<App>>,
    Path(story): Path<String>,
    Query(wanted): Query<FigureParameters>,
) -> Answer {
    answer(&app, move |archive| Ok(archive.figures(&story, wanted.of.as_deref())?)).await
}

pub(super) async fn articles(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    answer(&app, move |archive| {
        archive.story(&story)?;
        Ok(archive.articles(Some(&story))?)
    })
    .await
}

pub(super) async fn log(State(app): State<Arc<App>>, Path((story, article)): Path<(String, String)>) -> Answer {
    let own = reference(&story, &article, None)?;
    answer(&app, move |archive| Ok(archive.log(Some(&own.name))?)).await
}

pub(super) async fn version(
    State(app): State<Arc<App>>,
    Path((story, article, version)): Path<(String, String, String)>,
) -> Answer {
    let own = reference(&story, &article, Some(&version))?;
    if own.to.is_some() {
        return Err(Problem::not_found("these are two versions; ask `diff` for them"));
    }
    answer(&app, move |archive| Ok(archive.show(&own)?)).await
}

pub(super) async fn diff(
    State(app): State<Arc<App>>,
    Path((story, article, from, to)): Path<(String, String, String, String)>,
) -> Answer {
    let own = reference(&story, &article, Some(&format!("{from}..{to}")))?;
    answer(&app, move |archive| Ok(archive.diff(&own, None)?)).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SearchParameters {
    q: String,
    limit: Option<usize>,
}

pub(super) async fn search(State(app): State<Arc<App>>, Query(wanted): Query<SearchParameters>) -> Answer {
    let limit = wanted.limit.unwrap_or(HITS);
    if limit == 0 || MOST_HITS < limit {
        return Err(bad(format!("`limit` is {limit}"), "ask for 1 to 200 hits"));
    }
    answer(&app, move |archive| Ok(archive.search(&wanted.q, &SearchFilter::default(), limit)?)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_for_programs_is_described() {
        let described: serde_json::Value = serde_json::from_str(OPENAPI).unwrap();
        let paths = described["paths"].as_object().unwrap();
        let routes = include_str!("mod.rs");
        let own = routes.split('"').filter_map(|part| part.strip_prefix("/api/v1"));
        let own: Vec<&str> = own.collect();
        assert!(10 < own.len());
        assert!(own.iter().all(|path| paths.contains_key(*path)), "described: {:?}", paths.keys().collect::<Vec<_>>());
        assert_eq!(own.len(), paths.len());
    }
}
