//! Reads what a handler knows of its visitor: where the page lies, when they looked last, the token of forms.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::app::App;
use super::gate::{cookies, is_https};
use crate::render::html::site::MayEdit;
use crate::render::html::{Frame, Site};

/// The cookie that keeps when the visitor looked last.
pub(super) const SEEN: &str = "writethru-seen";

/// One request of one visitor.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub site: Site,
    /// When the visitor said to have seen everything.
    pub seen: Option<DateTime<Utc>>,
    pub form_token: String,
    pub author: Option<String>,
    /// What the page before did: the query's `done`.
    pub done: Option<String>,
}

impl Visit {
    /// Writes a page into its frame.
    pub(super) fn page(&self, frame: Frame, body: &Markup) -> Response {
        let frame = Frame { done: frame.done.or_else(|| self.done.clone()), ..frame };
        Html(frame.page(&self.site, body)).into_response()
    }

    /// Writes the hidden field by which a form is known to be ours.
    pub(super) fn token(&self) -> Markup {
        html! { input type="hidden" name="form_token" value=(self.form_token); }
    }
}

/// Returns how many folders deep a path lies: `/story/flood/` lies two deep.
pub(super) fn depth(path: &str) -> usize {
    path.matches('/').count().saturating_sub(1)
}

/// Returns the site as seen from a path.
pub(super) fn site_at(app: &App, path: &str) -> Site {
    let may_edit = if app.archives.is_read_only() { MayEdit::No } else { MayEdit::Yes };
    Site::served(depth(path), may_edit)
}

/// Returns the address of the site as the visitor sees it, with a slash at its end.
pub(super) fn home(app: &App, headers: &HeaderMap) -> String {
    let is_plain = |host: &&str| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]_".contains(c));
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).filter(is_plain);
    let scheme = if is_https(headers) { "https" } else { "http" };
    format!("{scheme}://{}{}/", host.unwrap_or("localhost"), app.prefix)
}

/// What was done on the page before, by its name in the query: words of ours, never of the address.
fn done_words(query: &str) -> Option<&'static str> {
    let name = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
    Some(match name {
        "recorded" => "Recorded.",
        "unchanged" => "The text is the same as before: the look was recorded, no new version.",
        "edited" => "Done. It can be undone below.",
        "added" => "Added. It can be undone: “Edit by hand” below leads to all edits.",
        "undone" => "Undone.",
        "paused" => "The watch rests until it is told to go on.",
        "resumed" => "The watch goes on.",
        "reviewed" => "Marked as reviewed.",
        "story" => "The story is ready.",
        "seen" => "Everything up to now is marked as seen.",
        _ => return None,
    })
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let seen = cookies(&parts.headers, SEEN).find_map(|own| own.parse().ok());
        let done = done_words(parts.uri.query().unwrap_or_default()).map(str::to_owned);
        let site = site_at(app, parts.uri.path());
        Ok(Self { site, seen, form_token: app.gate.form_token(), author: app.author.clone(), done })
    }
}
