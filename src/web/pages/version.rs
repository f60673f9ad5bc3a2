//! A version as it stood, or two versions compared: `3/`, `2..3/`.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use serde::Deserialize;

use super::form::check_token;
use super::reference;
use crate::render::html::diff::{self, DiffMode, DiffPage};
use crate::render::html::version::{self, VersionPage};
use crate::render::html::{Frame, Section};
use crate::track::ReviewAct;
use crate::view::{DiffView, Reference};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::headers::redirect;
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
        Some(_) => compared(&app, visit, own, DiffMode::named(&query.mode)).await,
        None => alone(&app, visit, own).await,
    }
}

async fn alone(app: &Arc<App>, visit: Visit, own: Reference) -> Answer {
    app.ask(move |archive| {
        let (view, versions, blame) = (archive.show(&own)?, archive.version_numbers(&own)?, archive.blame(&own)?);
        let page = VersionPage { view: &view, versions: &versions, blame: Some(&blame), quoted: None };
        Ok(visit.page(Frame::new(version::title(&view), Section::Stories), &version::body(&page, &visit.site)))
    })
    .await
}

async fn compared(app: &Arc<App>, visit: Visit, own: Reference, mode: DiffMode) -> Answer {
    app.ask(move |archive| {
        let (view, versions) = (archive.diff(&own, None)?, archive.version_numbers(&own)?);
        let review = review_form(&visit, &view, &versions);
        let page = DiffPage { view: &view, versions: &versions, mode, is_excerpt: false, review };
        Ok(visit.page(Frame::new(diff::title(&view), Section::Stories), &diff::body(&page, &visit.site)))
    })
    .await
}

/// Writes the form that marks an update as reviewed, or takes the mark back; versions that lie apart are no update.
fn review_form(visit: &Visit, view: &DiffView, versions: &[usize]) -> Option<Markup> {
    let is_update = versions.windows(2).any(|pair| pair == [view.a.number, view.b.number]);
    let (act, words) = match view.reviewed {
        None => ("mark", "Mark as reviewed"),
        Some(_) => ("undo", "Not reviewed after all"),
    };
    let form = html! {
        form.acts method="post" action="./" {
            (visit.token()) input type="hidden" name="act" value=(act);
            button type="submit" { (words) }
        }
    };
    (is_update && visit.site.is_editable()).then_some(form)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReviewForm {
    form_token: String,
    /// `mark`, `undo`.
    act: String,
}

/// Marks an update as reviewed, or takes the mark back.
pub(crate) async fn review(
    State(app): State<Arc<App>>,
    Path((story, article, versions)): Path<(String, String, String)>,
    Form(form): Form<ReviewForm>,
) -> Answer {
    check_token(&app, &form.form_token)?;
    let own = reference(&story, &article, Some(&versions))?;
    let act = if form.act == "undo" { ReviewAct::Undo } else { ReviewAct::Mark };
    app.change(move |archive, now| Ok(archive.review(&own, act, now)?)).await?;
    Ok(redirect(&format!("./?done={}", if act == ReviewAct::Undo { "undone" } else { "reviewed" })))
}
