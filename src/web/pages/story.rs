//! The pages of a story that show one view each: changes, conflicts, figures, articles.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use crate::render::html::changes::{ChangesWanted, ReviewFilter};
use crate::render::html::story::frame;
use crate::render::html::{changes as change_pages, conflicts as conflict_pages, figures as figure_pages, lists};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::visit::Visit;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ChangesQuery {
    /// `no`, `yes`, or empty.
    reviewed: String,
    /// Number of the page, from 1.
    page: String,
}

pub(crate) async fn changes(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(story): Path<String>,
    Query(query): Query<ChangesQuery>,
) -> Answer {
    let page = query.page.trim().parse().unwrap_or_default();
    let wanted = ChangesWanted { filter: ReviewFilter::named(&query.reviewed), page };
    app.ask(move |archive| {
        let (head, view) = (archive.head(&story)?, archive.changes(Some(&story))?);
        Ok(visit.page(frame(&head, "changes"), &change_pages::story_changes(&head, &view, wanted, &visit.site)))
    })
    .await
}

pub(crate) async fn conflicts(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    app.ask(move |archive| {
        let (head, view) = (archive.head(&story)?, archive.conflicts(&story)?);
        Ok(visit.page(frame(&head, "accounts that differ"), &conflict_pages::body(&head, &view, &visit.site)))
    })
    .await
}

pub(crate) async fn figures(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    app.ask(move |archive| {
        let (head, view) = (archive.head(&story)?, archive.figures(&story, None)?);
        Ok(visit.page(frame(&head, "figures"), &figure_pages::body(&head, &view, &visit.site)))
    })
    .await
}

pub(crate) async fn articles(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    app.ask(move |archive| {
        let (head, view) = (archive.head(&story)?, archive.articles(Some(&story))?);
        Ok(visit.page(frame(&head, "articles"), &lists::story_articles(&head, &view, &visit.site)))
    })
    .await
}
