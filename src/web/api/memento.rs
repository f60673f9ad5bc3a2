//! Memento: the versions of an article by time, for programs that travel in it.
//!
//! Source: RFC 7089. A `TimeMap` lists all versions; a `TimeGate` leads to the one that stood
//! at the moment of `Accept-Datetime`.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use crate::render::safe::web_address;
use crate::view::{ArticleLog, Reference};
use crate::web::app::App;
use crate::web::error::Problem;
use crate::web::pages::reference;
use crate::web::visit::home;

/// Writes a moment as headers do.
pub(crate) fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

async fn log_of(app: &Arc<App>, own: Reference) -> Result<ArticleLog, Problem> {
    let view = app.ask(move |archive| Ok(archive.log(Some(&own.name))?)).await?;
    view.articles.into_iter().next().ok_or_else(|| Problem::not_found("there is no such article"))
}

/// Returns the address of the article's folder as the visitor sees it, with a slash at the end.
fn folder(app: &App, headers: &HeaderMap, address: &Uri) -> String {
    let path = address.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{}{path}/", home(app, headers).trim_end_matches('/'))
}

pub(super) async fn timemap(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
    address: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let log = log_of(&app, reference(&story, &article, None)?).await?;
    let folder = folder(&app, &headers, &address);
    let mut links = Vec::new();
    links.extend(log.article.url.as_deref().and_then(web_address).map(|url| format!("<{url}>; rel=\"original\"")));
    links.push(format!("<{folder}timemap>; rel=\"self\"; type=\"application/link-format\""));
    links.push(format!("<{folder}timegate>; rel=\"timegate\""));
    let last = log.versions.len().saturating_sub(1);
    for (index, row) in log.versions.iter().enumerate() {
        let first = if index == 0 { "first " } else { "" };
        let latest = if index == last { "last " } else { "" };
        let (number, at) = (row.version.number, http_date(row.version.captured));
        links.push(format!("<{folder}{number}/>; rel=\"{first}{latest}memento\"; datetime=\"{at}\""));
    }
    Ok(([(header::CONTENT_TYPE, "application/link-format")], links.join(",\n") + "\n").into_response())
}

pub(super) async fn timegate(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
    address: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let wanted = match headers.get("accept-datetime").map(|value| value.to_str().unwrap_or_default()) {
        None => None,
        Some(text) => Some(DateTime::parse_from_rfc2822(text).map_err(|_| {
            let hint = "write it as in `Accept-Datetime: Thu, 24 Apr 2025 08:00:00 GMT`";
            Problem::new(StatusCode::BAD_REQUEST, format!("`{text}` names no moment"), hint)
        })?),
    };
    let own = reference(&story, &article, None)?;
    let log = log_of(&app, own).await?;
    let stood = wanted.and_then(|at| log.versions.iter().rfind(|row| row.version.captured <= at));
    // Before the first capture the first one is nearest; without a moment the latest is meant.
    let near = if wanted.is_some() { log.versions.first() } else { log.versions.last() };
    let row = stood.or(near).ok_or_else(|| Problem::not_found("this article has no version"))?;
    let folder = folder(&app, &headers, &address);
    let original = log.article.url.as_deref().and_then(web_address).map(|url| format!("<{url}>; rel=\"original\", "));
    let link =
        format!("{}<{folder}timemap>; rel=\"timemap\"; type=\"application/link-format\"", original.unwrap_or_default());
    let fields = [
        (header::LOCATION, format!("{}/", row.version.number)),
        (header::VARY, "accept-datetime".to_owned()),
        (header::LINK, link),
    ];
    Ok((StatusCode::FOUND, fields).into_response())
}
