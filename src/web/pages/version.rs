//! A version as it stood, or two versions compared: `3/`, `2..3/`.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use super::reference;
use crate::render::html::diff::{self, DiffMode, DiffPage};
use crate::render::html::version::{self, VersionPage};
use crate::render::html::{Frame, Section};
use crate::view::Reference;
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::visit::Visit;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DiffQuery {
    /// `inline`, `side`, `linear`.
    mode: String,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((story, article, versions)): Path<(String, String, String)>,
    Query(query): Query<DiffQuery>,
) -> Answer {
    let own = reference(&story, &article, Some(&versions))?;
    match own.to {
        Some(_) => compared(&app, &visit, own, DiffMode::named(&query.mode)).await,
        None => alone(&app, &visit, own).await,
    }
}

async fn alone(app: &Arc<App>, visit: &Visit, own: Reference) -> Answer {
    let (view, versions, blame) =
        app.ask(move |archive| Ok((archive.show(&own)?, archive.version_numbers(&own)?, archive.blame(&own)?))).await?;
    let page = VersionPage { view: &view, versions: &versions, blame: Some(&blame), quoted: None };
    Ok(visit.page(Frame::new(version::title(&view), Section::Stories), &version::body(&page, &visit.site)))
}

async fn compared(app: &Arc<App>, visit: &Visit, own: Reference, mode: DiffMode) -> Answer {
    let (view, versions) =
        app.ask(move |archive| Ok((archive.diff(&own, None)?, archive.version_numbers(&own)?))).await?;
    let page = DiffPage { view: &view, versions: &versions, mode, is_excerpt: false };
    Ok(visit.page(Frame::new(diff::title(&view), Section::Stories), &diff::body(&page, &visit.site)))
}
