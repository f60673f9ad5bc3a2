//! The first page: what changed since the visitor looked last.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use chrono::SecondsFormat;
use maud::html;
use serde::Deserialize;

use super::form::TokenForm;
use crate::render::html::Frame;
use crate::render::html::lists::{self, TodayPage};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::gate::cookie;
use crate::web::headers::{redirect, with_cookie};
use crate::web::visit::{SEEN, Visit};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TodayQuery {
    /// Anything: show all updates.
    all: Option<String>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Query(query): Query<TodayQuery>) -> Answer {
    let since = visit.seen.filter(|_| query.all.is_none());
    app.ask(move |archive| {
        let mut view = archive.changes(None)?;
        view.updates.retain(|update| since.is_none_or(|since| since < update.to.captured));
        let stories = archive.stories()?;
        let seen = html! { form.acts method="post" action="seen/" { (visit.token()) button type="submit" { "I have seen this" } } };
        let page = TodayPage { view: &view, stories: &stories, since, seen: Some(seen) };
        Ok(visit.page(Frame { line: Some(archive.line()), ..lists::today_frame() }, &lists::today(&page, &visit.site)))
    })
    .await
}

/// Marks everything up to now as seen, in a cookie of the visitor's.
pub(crate) async fn seen(State(app): State<Arc<App>>, headers: HeaderMap, Form(form): Form<TokenForm>) -> Answer {
    form.check(&app)?;
    let now = (app.clock)().to_rfc3339_opts(SecondsFormat::Secs, true);
    let cookie = cookie(SEEN, &now, &headers) + "; Max-Age=31536000";
    Ok(with_cookie(redirect("../?done=seen"), &cookie))
}
