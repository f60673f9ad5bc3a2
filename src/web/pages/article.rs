//! An article with its versions, the looks at it, and the form that compares two of them.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use super::reference;
use crate::render::html::article::{self, ArticlePage};
use crate::render::html::frame::feed_links;
use crate::render::html::looks;
use crate::render::html::site::article_path;
use crate::render::html::{Frame, Section};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::redirect;
use crate::web::visit::Visit;

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((story, name)): Path<(String, String)>,
) -> Answer {
    let own = reference(&story, &name, None)?;
    app.ask(move |archive| {
        let view = archive.log(Some(&own.name))?;
        let log = view.articles.first().ok_or_else(|| Problem::not_found("there is no such article"))?;
        let title = article::title(log);
        let feeds = feed_links(&article_path(&log.article), title);
        let page = ArticlePage { log, timezone: view.timezone };
        let frame = Frame { feeds, line: Some(archive.line()), ..Frame::new(title, Section::Stories) };
        Ok(visit.page(frame, &article::body(&page, &visit.site)))
    })
    .await
}

/// Shows every look at the article.
pub(crate) async fn looks(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((story, name)): Path<(String, String)>,
) -> Answer {
    let own = reference(&story, &name, None)?;
    app.ask(move |archive| {
        let view = archive.log_with_looks(Some(&own.name))?;
        let log = view.articles.first().ok_or_else(|| Problem::not_found("there is no such article"))?;
        let page = ArticlePage { log, timezone: view.timezone };
        Ok(visit.page(Frame::new(looks::title(log), Section::Stories), &looks::body(&page, &visit.site)))
    })
    .await
}

#[derive(Debug, Deserialize)]
pub(crate) struct Pair {
    from: usize,
    to: usize,
}

/// Leads to the comparison of the two versions that are marked.
pub(crate) async fn compare(Query(pair): Query<Pair>) -> Answer {
    match pair.from == pair.to {
        true => Ok(redirect(&format!("../{}/", pair.from))),
        false => Ok(redirect(&format!("../{}..{}/", pair.from, pair.to))),
    }
}
