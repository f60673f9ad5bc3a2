//! Completes every answer: refuses strangers before it, and writes policies and problems into it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use super::app::{App, Counters};
use super::error::Problem;
use super::frames::{FramesFor, is_frame};
use super::gate::{bearer, is_own_origin};
use super::limits::LOGIN;
use super::visit::{depth, site_at};
use crate::render::html::{Frame, Section, problem as problem_page};

/// What pages may load: our own style, our own script, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";
/// Bytes that are read of the reason why a request was refused.
const REASON_BYTES: usize = 4 << 10;

const FIXED: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Own pages learn which page a form was sent from; with `no-referrer`, browsers send their `Origin` as `null`.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Gives every answer its headers, and problems their words.
pub(super) async fn complete(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    Counters::add(&app.counters.requests);
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if let Some(problem) = problem_of(&mut response).await {
        let counter = if problem.status.is_server_error() { &app.counters.failed } else { &app.counters.refused };
        Counters::add(counter);
        let headers = std::mem::take(response.headers_mut());
        response = problem_response(&app, &path, &problem);
        let kept = headers.into_iter().filter_map(|(name, value)| Some((name?, value)));
        response
            .headers_mut()
            .extend(kept.filter(|(name, _)| name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH));
    }
    // Only what is made to be framed brings a policy of its own.
    let is_framed = response.headers().contains_key(header::CONTENT_SECURITY_POLICY);
    for (name, value) in FIXED.into_iter().filter(|(name, _)| !is_framed || *name != header::X_FRAME_OPTIONS) {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    let by_default = HeaderValue::from_static("no-store");
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(by_default);
    response
}

/// Returns why a request was refused, by a handler or by what reads addresses and forms for the handlers.
async fn problem_of(response: &mut Response) -> Option<Problem> {
    let status = response.status();
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return Some(problem);
    }
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let (message, hint) = match status {
        StatusCode::METHOD_NOT_ALLOWED => {
            ("this address is not asked in that way", "pages are read with GET; only forms are sent with POST")
        }
        StatusCode::PAYLOAD_TOO_LARGE => ("what was sent is too large", "send less at once"),
        _ => ("", "go back, load the page again, and check what you typed"),
    };
    let body = axum::body::to_bytes(std::mem::take(response.body_mut()), REASON_BYTES).await.unwrap_or_default();
    let reason = String::from_utf8_lossy(&body);
    let message = if message.is_empty() { reason.trim() } else { message };
    let message = if message.is_empty() { "this could not be answered" } else { message };
    Some(Problem::new(status, message, hint))
}

/// Writes a problem as a page, or as JSON where a program asks.
fn problem_response(app: &App, path: &str, problem: &Problem) -> Response {
    if path.starts_with("/api/") {
        let body = json!({ "error": problem.message, "hint": problem.hint }).to_string() + "\n";
        return (problem.status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    }
    let (site, hint) = (site_at(app, path), problem.hint.as_deref().map(sentence));
    let body = problem_page::body(title(problem.status), &sentence(&problem.message), hint.as_deref(), &site);
    (problem.status, Html(Frame::new(title(problem.status), Section::None).page(&site, &body))).into_response()
}

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "Not found",
        StatusCode::UNAUTHORIZED => "Who is asking?",
        StatusCode::FORBIDDEN | StatusCode::MISDIRECTED_REQUEST => "Not allowed",
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => "Busy",
        status if status.is_server_error() => "Something failed",
        _ => "This could not be done",
    }
}

/// Returns a message as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if message.ends_with(['.', '?', '!', '`']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

/// Lets known visitors pass, and anybody to what tells nothing.
pub(super) async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (headers, path) = (request.headers(), request.uri().path());
    if !app.gate.is_our_name(headers) {
        let message = "this server does not answer to the name by which it was asked";
        let hint = "ask for it by its address, or name it with `--allow-host`";
        return Problem::new(StatusCode::MISDIRECTED_REQUEST, message, hint).into_response();
    }
    if !is_own_origin(request.method(), headers) {
        let message = "this form was sent by another site";
        return Problem::new(StatusCode::FORBIDDEN, message, "open the page here and send its form").into_response();
    }
    let shown = bearer(headers).map(str::to_owned);
    let is_known = match shown {
        _ if is_open(&app, path) => true,
        None => app.gate.knows(headers),
        // Nobody guesses the key of the link, so its wrong ones keep nobody waiting.
        Some(secret) if !app.gate.asks_password() => app.gate.is_link(&secret),
        Some(secret) => match app.guesses.is_right(|| app.gate.is_password(&secret)).await {
            Ok(is_right) => is_right,
            Err(problem) => return problem.into_response(),
        },
    };
    if is_known {
        return next.run(request).await;
    }
    let (headers, path) = (request.headers(), request.uri().path());
    match link_of(request.uri().query().unwrap_or_default()) {
        Some(secret) if app.gate.is_link(secret) => admitted(&app, headers, path),
        _ if app.gate.asks_password() && !path.starts_with("/api/") => to_login(path),
        _ => {
            let hint = match app.gate.asks_password() {
                true => "send the password as `Authorization: Bearer`",
                false => "open the link that `writethru serve` printed: it holds the key to this archive",
            };
            Problem::new(StatusCode::UNAUTHORIZED, "this archive is not open to everybody", hint).into_response()
        }
    }
}

/// Returns whether a path tells nothing of the archive.
fn is_open(app: &App, path: &str) -> bool {
    let is_shown_to_all = app.frames == FramesFor::Everybody && is_frame(path);
    is_shown_to_all
        || ["/healthz", "/favicon.ico"].contains(&path)
        || (path == LOGIN && app.gate.asks_password())
        || path.starts_with("/assets/")
}

fn link_of(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("key="))
}

/// Makes the visitor known, and takes the secret out of the address.
fn admitted(app: &App, headers: &HeaderMap, path: &str) -> Response {
    let last = path.rsplit('/').next().unwrap_or_default();
    with_cookie(redirect(&format!("./{last}")), &app.gate.pass(headers))
}

/// Gives an answer a cookie.
pub(super) fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(cookie) = cookie.parse() {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn to_login(path: &str) -> Response {
    let up = if depth(path) == 0 { "./".to_owned() } else { "../".repeat(depth(path)) };
    redirect(&format!("{up}login/"))
}

/// Leads to another page, by an address relative to this one; it begins with a dot, so that nothing in it can be a host.
pub(super) fn redirect(address: &str) -> Response {
    debug_assert!(address.starts_with('.'), "{address}");
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}

/// Returns the answer that a page has another address for good, relative to this one as in [`redirect`].
pub(super) fn moved_permanently(address: &str) -> Response {
    debug_assert!(address.starts_with('.'), "{address}");
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, address.to_owned())]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_become_sentences() {
        assert_eq!(sentence("no story is called `flod`"), "No story is called `flod`");
        assert_eq!(sentence("did you mean `flood`?"), "Did you mean `flood`?");
        assert_eq!(sentence("there is one"), "There is one.");
        assert_eq!(sentence(""), ".");
    }

    #[test]
    fn the_key_is_read_out_of_the_query() {
        assert_eq!(link_of("a=1&key=abc"), Some("abc"));
        assert_eq!(link_of("monkey=abc"), None);
    }
}
