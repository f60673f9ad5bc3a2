//! Takes the prefix off the addresses under which a proxy shows the site, before they are routed.
//!
//! A proxy may take it off itself: an address without it is answered too.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::Response;

use super::headers::redirect;

/// Answers the address behind the prefix, which begins with a slash and ends without one.
pub(super) async fn strip(State(prefix): State<Arc<str>>, mut request: Request, next: Next) -> Response {
    let uri = request.uri();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    match uri.path().strip_prefix(&*prefix) {
        Some("") => {
            let last = prefix.rsplit('/').next().unwrap_or_default();
            return redirect(&format!("./{last}/{query}"));
        }
        Some(rest) if rest.starts_with('/') => {
            if let Ok(stripped) = format!("{rest}{query}").parse::<Uri>() {
                *request.uri_mut() = stripped;
            }
        }
        _ => {}
    }
    next.run(request).await
}
