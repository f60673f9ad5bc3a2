//! The first page: what changed since the visitor looked last.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use maud::html;
use serde::Deserialize;

use super::form::TokenForm;
use crate::render::html::lists::{self, TodayPage};
use crate::render::html::{Frame, Section};
use crate::web::api::feeds::feed_links;
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::headers::redirect;
use crate::web::visit::{SEEN, Visit};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TodayQuery {
    /// Anything: show all updates.
    all: Option<String>,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Query(query): Query<TodayQuery>) -> Answer {
    let since = visit.seen.filter(|_| query.all.is_none());
    let (view, stories) = app
        .ask(move |archive| {
            let mut view = archive.changes(None)?;
            view.updates.retain(|update| since.is_none_or(|since| since < update.to.captured));
            Ok((view, archive.stories()?))
        })
        .await?;
    let seen = html! { form.acts method="post" action="seen/" { (visit.token()) button type="submit" { "I have seen this" } } };
    let page = TodayPage { view: &view, stories: &stories, since, seen: Some(seen) };
    let frame = Frame { feeds: feed_links("", "All changes"), ..Frame::new("What changed", Section::Today) };
    Ok(visit.page(frame, &lists::today(&page, &visit.site)))
}

/// Marks everything up to now as seen, in a cookie of the visitor's.
pub(crate) async fn seen(State(app): State<Arc<App>>, Form(form): Form<TokenForm>) -> Answer {
    form.check(&app)?;
    let now = (app.clock)().to_rfc3339_opts(SecondsFormat::Secs, true);
    let cookie = format!("{SEEN}={now}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
    let mut response: Response = redirect("../?done=seen").into_response();
    if let Ok(cookie) = cookie.parse() {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
