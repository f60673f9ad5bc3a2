//! Answers for programs: the views as JSON, feeds, Memento, the server's health.
//!
//! In: the address. Out: what the pages show, in a form that programs read. Shapes are those
//! of `--format json` (`docs/JSON.md`), described in `openapi.json`.
//!
//! - `views.rs`: JSON; `feeds.rs`: Atom and JSON Feed; `memento.rs`: `TimeMap` and `TimeGate`
//! - `oembed.rs`: how other sites may show a page; `events.rs`: what is recorded, as it happens
//! - `health.rs`: whether the server is well, and what it counted

pub(super) mod events;
pub(super) mod feeds;
pub(super) mod health;
pub(super) mod memento;
pub(super) mod oembed;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::app::App;

/// Every address for programs.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/api/v1/openapi.json", get(views::openapi))
        .route("/api/v1/stories", get(views::stories))
        .route("/api/v1/stories/{story}", get(views::story))
        .route("/api/v1/stories/{story}/timeline", get(views::timeline))
        .route("/api/v1/stories/{story}/changes", get(views::changes))
        .route("/api/v1/stories/{story}/claims", get(views::claims))
        .route("/api/v1/stories/{story}/conflicts", get(views::conflicts))
        .route("/api/v1/stories/{story}/figures", get(views::figures))
        .route("/api/v1/stories/{story}/articles", get(views::articles))
        .route("/api/v1/articles/{story}/{article}", get(views::log))
        .route("/api/v1/articles/{story}/{article}/versions/{version}", get(views::version))
        .route("/api/v1/articles/{story}/{article}/diff/{from}/{to}", get(views::diff))
        .route("/api/v1/search", get(views::search))
        .route("/events", get(events::events))
        .route("/oembed", get(oembed::oembed))
        .route("/feed.atom", get(feeds::atom_of_all))
        .route("/feed.json", get(feeds::json_of_all))
        .route("/story/{story}/feed.atom", get(feeds::atom_of_story))
        .route("/story/{story}/feed.json", get(feeds::json_of_story))
        .route("/article/{story}/{article}/feed.atom", get(feeds::atom_of_article))
        .route("/article/{story}/{article}/feed.json", get(feeds::json_of_article))
        .route("/outlet/{outlet}/feed.atom", get(feeds::atom_of_outlet))
        .route("/outlet/{outlet}/feed.json", get(feeds::json_of_outlet))
        .route("/search/feed.atom", get(feeds::atom_of_search))
        .route("/search/feed.json", get(feeds::json_of_search))
        .route("/article/{story}/{article}/timemap", get(memento::timemap))
        .route("/article/{story}/{article}/timegate", get(memento::timegate))
}
