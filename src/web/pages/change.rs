//! One change between two versions, and its picture.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;

use super::reference;
use crate::render::html::change::{self, ChangePage};
use crate::render::html::frame::oembed_link;
use crate::render::html::site::change_path;
use crate::render::html::{Frame, Section, card};
use crate::view::{ChangeView, DiffView, Reference};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::frames::FramesFor;
use crate::web::visit::{Visit, home};

/// Story, article, versions and name of a change, as they stand in its address.
pub(crate) type ChangePlace = (String, String, String, String);

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(place): Path<ChangePlace>,
    headers: HeaderMap,
) -> Answer {
    let home = home(&app, &headers);
    let is_framed = app.frames == FramesFor::Everybody;
    let (own, name) = named(place)?;
    app.ask(move |archive| {
        let view = archive.diff(&own, None)?;
        let change = change_of(&view, &name)?;
        let path = change_path(&view.article.reference, view.a.number, view.b.number, &name);
        let feeds = is_framed.then(|| oembed_link(&path, change::title(change))).into_iter().collect();
        let frame = Frame { feeds, ..Frame::new(change::title(change), Section::Stories) };
        Ok(visit.page(frame, &change::body(&ChangePage { view: &view, change, home: &home, is_framed }, &visit.site)))
    })
    .await
}

pub(crate) async fn picture(State(app): State<Arc<App>>, Path(place): Path<ChangePlace>) -> Answer {
    let (own, name) = named(place)?;
    app.ask(move |archive| {
        let view = archive.diff(&own, None)?;
        let svg = card::card(&view, change_of(&view, &name)?);
        Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
    })
    .await
}

/// Returns the two versions and the name of the change.
pub(crate) fn named((story, article, versions, change): ChangePlace) -> Result<(Reference, String), Problem> {
    let own = reference(&story, &article, Some(&versions))?;
    match own.to {
        Some(_) => Ok((own, change)),
        None => Err(Problem::not_found("a change lies between two versions, such as `2..3`")),
    }
}

/// Returns the change of this name.
pub(crate) fn change_of<'v>(view: &'v DiffView, name: &str) -> Result<&'v ChangeView, Problem> {
    change::change_named(view, name).ok_or_else(|| {
        let message = "these two versions have no such change now";
        Problem {
            hint: Some("the comparison lists their changes: take the last part off the address".to_owned()),
            ..Problem::not_found(message)
        }
    })
}
