//! Feeds of changes: of everything, of a story, of an article.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use crate::render::export::{atom, json_feed};
use crate::render::html::frame::{ATOM, JSON_FEED};
use crate::view::ChangesView;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::pages::article_name;

/// Updates that a feed holds, the latest ones.
const UPDATES: usize = 100;

async fn changes(app: &Arc<App>, name: Option<String>) -> Result<ChangesView, Problem> {
    app.ask(move |archive| {
        let mut view = archive.published(name.as_deref(), |archive| archive.changes(name.as_deref()))?;
        let old = view.updates.len().saturating_sub(UPDATES);
        view.updates.drain(..old);
        Ok(view)
    })
    .await
}

async fn atom(app: Arc<App>, name: Option<String>) -> Answer {
    let title = name.clone().unwrap_or_else(|| "all stories".to_owned());
    let text = atom::changes(&changes(&app, name).await?, &title);
    Ok(([(header::CONTENT_TYPE, ATOM)], text).into_response())
}

async fn json(app: Arc<App>, name: Option<String>) -> Answer {
    let title = name.clone().unwrap_or_else(|| "all stories".to_owned());
    let text = json_feed::changes(&changes(&app, name).await?, &title);
    Ok(([(header::CONTENT_TYPE, JSON_FEED)], text).into_response())
}

pub(super) async fn atom_of_all(State(app): State<Arc<App>>) -> Answer {
    atom(app, None).await
}

pub(super) async fn json_of_all(State(app): State<Arc<App>>) -> Answer {
    json(app, None).await
}

pub(super) async fn atom_of_story(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    atom(app, Some(story)).await
}

pub(super) async fn json_of_story(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    json(app, Some(story)).await
}

pub(super) async fn atom_of_article(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
) -> Answer {
    atom(app, Some(article_name(&story, &article))).await
}

pub(super) async fn json_of_article(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
) -> Answer {
    json(app, Some(article_name(&story, &article))).await
}
