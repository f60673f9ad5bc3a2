//! A timeline or a change for a frame on another site's page: nothing that a session could act on, no script, no link
//! into the archive, and nothing that is held back from publication.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;

use super::change::{ChangePlace, change_of, named};
use crate::model::TimelineQuery;
use crate::render::html::change::{self, ChangePage};
use crate::render::html::frame::single_file_policy;
use crate::render::html::timeline::{self, TimelinePage};
use crate::render::html::{Frame, Section, Site, story_title};
use crate::track::TrackError;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};

pub(crate) async fn story(State(app): State<Arc<App>>, Path(name): Path<String>) -> Answer {
    let cached = app.frames.cached();
    app.ask_for_frame(move |archive| {
        let query = TimelineQuery::default();
        let view = archive.published(Some(&name), |archive| archive.timeline(&name, &query)).map_err(not_shown)?;
        let title = story_title(view.title.as_deref(), &view.story);
        Ok((cached, framed(&title, &timeline::body(&TimelinePage::whole(&view), &Site::single_file()))).into_response())
    })
    .await
}

pub(crate) async fn one_change(State(app): State<Arc<App>>, Path(place): Path<ChangePlace>) -> Answer {
    let (own, name) = named(place)?;
    let cached = app.frames.cached();
    app.ask_for_frame(move |archive| {
        let view = archive.published(Some(&own.name), |archive| archive.diff(&own, None)).map_err(not_shown)?;
        let change = change_of(&view, &name)?;
        let page = ChangePage { view: &view, change, home: "", is_framed: false };
        Ok((cached, framed(&change::title(change), &change::embedded(&page))).into_response())
    })
    .await
}

/// Says alike of what is held and of what is not there, that it is not shown: others learn nothing of the archive here.
pub(crate) fn not_shown(error: TrackError) -> Problem {
    match error {
        TrackError::Store(_) => error.into(),
        _ => Problem::new(StatusCode::NOT_FOUND, "nothing is shown at this address", "ask who gave it to you"),
    }
}

/// Lets pages load an answer that themselves load only what agrees to it.
const LOADED_ANYWHERE: (HeaderName, &str) = (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");

/// Writes the page with a policy under which other sites may frame it.
fn framed(title: &str, body: &Markup) -> Response {
    let page = Frame::new(title, Section::None).page(&Site::single_file(), body);
    let policy = format!("{}; frame-ancestors *", single_file_policy());
    ([(header::CONTENT_SECURITY_POLICY, policy)], [LOADED_ANYWHERE], Html(page)).into_response()
}
