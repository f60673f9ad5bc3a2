//! Feeds of changes: of everything, of a story, an article, an outlet, a search.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use chrono_tz::Tz;
use serde::Deserialize;

use crate::render::export::{atom, json_feed};
use crate::render::html::frame::{ATOM, JSON_FEED};
use crate::view::ChangesView;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::pages::article_name;
use crate::web::pages::search::changes_found;

/// Updates that a feed holds, the latest ones.
const UPDATES: usize = 100;

/// What a feed is of.
enum FeedSubject {
    Everything,
    /// A story or an article.
    Named(String),
    Search(String),
}

impl FeedSubject {
    /// Returns the changes of an outlet: a search by its name.
    fn outlet(name: &str) -> Self {
        Self::Search(format!("outlet:\"{}\"", name.replace('"', "")))
    }

    fn title(&self) -> &str {
        match self {
            Self::Everything => "all stories",
            Self::Named(own) | Self::Search(own) => own,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FeedQuery {
    q: String,
}

async fn write(
    app: Arc<App>,
    subject: FeedSubject,
    media_type: &'static str,
    write: fn(&ChangesView, &str) -> String,
) -> Answer {
    let title = subject.title().to_owned();
    let view = changes(&app, subject).await?;
    Ok(([(header::CONTENT_TYPE, media_type)], write(&view, &title)).into_response())
}

async fn changes(app: &Arc<App>, subject: FeedSubject) -> Result<ChangesView, Problem> {
    app.ask(move |archive| {
        Ok(match &subject {
            FeedSubject::Everything => archive.published(None, |archive| archive.latest_changes(None, UPDATES))?,
            FeedSubject::Named(name) => {
                archive.published(Some(name), |archive| archive.latest_changes(Some(name), UPDATES))?
            }
            FeedSubject::Search(typed) => {
                let mut updates = archive.published(None, |archive| Ok(changes_found(archive, typed, UPDATES)))??;
                updates.reverse();
                ChangesView { timezone: Tz::UTC, updates }
            }
        })
    })
    .await
}

pub(super) async fn atom_of_all(State(app): State<Arc<App>>) -> Answer {
    write(app, FeedSubject::Everything, ATOM, atom::changes).await
}

pub(super) async fn json_of_all(State(app): State<Arc<App>>) -> Answer {
    write(app, FeedSubject::Everything, JSON_FEED, json_feed::changes).await
}

pub(super) async fn atom_of_story(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    write(app, FeedSubject::Named(story), ATOM, atom::changes).await
}

pub(super) async fn json_of_story(State(app): State<Arc<App>>, Path(story): Path<String>) -> Answer {
    write(app, FeedSubject::Named(story), JSON_FEED, json_feed::changes).await
}

pub(super) async fn atom_of_article(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
) -> Answer {
    write(app, FeedSubject::Named(article_name(&story, &article)), ATOM, atom::changes).await
}

pub(super) async fn json_of_article(
    State(app): State<Arc<App>>,
    Path((story, article)): Path<(String, String)>,
) -> Answer {
    write(app, FeedSubject::Named(article_name(&story, &article)), JSON_FEED, json_feed::changes).await
}

pub(super) async fn atom_of_outlet(State(app): State<Arc<App>>, Path(outlet): Path<String>) -> Answer {
    write(app, FeedSubject::outlet(&outlet), ATOM, atom::changes).await
}

pub(super) async fn json_of_outlet(State(app): State<Arc<App>>, Path(outlet): Path<String>) -> Answer {
    write(app, FeedSubject::outlet(&outlet), JSON_FEED, json_feed::changes).await
}

pub(super) async fn atom_of_search(State(app): State<Arc<App>>, Query(query): Query<FeedQuery>) -> Answer {
    write(app, FeedSubject::Search(query.q), ATOM, atom::changes).await
}

pub(super) async fn json_of_search(State(app): State<Arc<App>>, Query(query): Query<FeedQuery>) -> Answer {
    write(app, FeedSubject::Search(query.q), JSON_FEED, json_feed::changes).await
}
