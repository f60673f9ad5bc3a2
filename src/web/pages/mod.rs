//! Answers for pages: one file a page.
//!
//! In: the address, the visitor, a form. Out: a page. A handler asks the archive one question
//! and gives the view to `render::html`; forms change one thing and lead back to a page.
//!
//! - `today.rs`, `stories.rs`, `search.rs`: what leads to all else; `login.rs`: the way in
//! - `timeline.rs`, `story.rs`, `claims.rs`, `people.rs`, `entry.rs`, `new_entry.rs`, `edits.rs`: a story
//! - `article.rs`, `version.rs`, `change.rs`: an article, a version, two versions compared, one change
//! - `embed.rs`: what other sites may frame
//! - `watches.rs`: what is looked at again and again
//! - `add.rs`: new stories and texts; `form.rs`: forms as they are sent; `assets.rs`: style and script

pub(super) mod add;
pub(super) mod article;
pub(super) mod assets;
pub(super) mod change;
pub(super) mod claims;
pub(super) mod edits;
pub(crate) mod embed;
pub(super) mod entry;
mod form;
pub(super) mod login;
pub(super) mod new_entry;
pub(super) mod people;
pub(super) mod search;
pub(super) mod stories;
pub(super) mod story;
pub(super) mod timeline;
pub(super) mod today;
pub(super) mod version;
#[cfg(feature = "fetch")]
pub(super) mod watches;

use axum::extract::Request;
use axum::http::{Method, header};

use super::error::{Answer, Problem};
use super::headers::redirect;
use crate::render::html::site::UNFILED;
use crate::view::Reference;

/// Answers for every address that is no page; one without its last slash is led to the page.
pub(super) async fn missing(request: Request) -> Answer {
    let last = request.uri().path().rsplit('/').next().unwrap_or_default();
    let asks_page = *request.method() == Method::GET && !last.is_empty() && !last.contains('.');
    match asks_page && !request.headers().contains_key(header::AUTHORIZATION) {
        true => Ok(redirect(&format!("./{last}/"))),
        false => Err(Problem::not_found("there is no such page")),
    }
}

/// Returns the name of an article by the segments of its address.
pub(super) fn article_name(story: &str, article: &str) -> String {
    if story == UNFILED { article.to_owned() } else { format!("{story}/{article}") }
}

/// Returns the reference of an article, or of versions of it, by the segments of its address.
pub(super) fn reference(story: &str, article: &str, versions: Option<&str>) -> Result<Reference, Problem> {
    let name = article_name(story, article);
    let text = versions.map_or_else(|| name.clone(), |versions| format!("{name}@{versions}"));
    text.parse().map_err(|error: crate::view::ReferenceError| Problem::not_found(error.to_string()))
}
