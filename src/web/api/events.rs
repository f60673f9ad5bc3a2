//! Server-sent events: what was recorded since a page was written, while it is open and after it was away.
//!
//! Source: HTML Living Standard, section 9.2. An event is named `recorded`, bears the line of the ledger up to which it
//! tells as its `id`, and JSON: `{"line":812,"stories":[{"story":"ferry","versions":12,"new":1}],"unfiled":[]}`. Whoever
//! comes back names the line that was told last, by `Last-Event-ID` or as `?since=812`, and hears all since.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use futures_util::stream;
use serde::Deserialize;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::timeout;

use crate::view::NewsView;
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::news::StoreProgress;

/// How often a comment is sent where nothing happens, so that nothing in between takes the connection for dead.
const PULSE: Duration = Duration::from_secs(20);

/// Where a browser names the event that it heard last.
const LAST_EVENT: &str = "last-event-id";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EventsQuery {
    /// The line of the ledger up to which everything is known.
    since: String,
}

/// What a listener holds between two events.
struct Listener {
    app: Arc<App>,
    progress: watch::Receiver<StoreProgress>,
    _turn: OwnedSemaphorePermit,
    /// The line up to which the listener was told.
    told: usize,
    is_new: bool,
}

pub(super) async fn events(
    State(app): State<Arc<App>>,
    Query(query): Query<EventsQuery>,
    headers: HeaderMap,
) -> Answer {
    let (progress, turn) = app.archives.news().listen().ok_or_else(|| {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too many pages listen already", "load the page again later")
    })?;
    // A browser that connects again by itself knows more than the address that its page once gave it.
    let known = headers.get(LAST_EVENT).and_then(|line| line.to_str().ok()?.parse().ok());
    let known = known.or_else(|| query.since.trim().parse().ok());
    let line = app.ask(|archive| Ok(archive.ledger_line()?)).await?;
    // A line beyond the end was told by another store, which a backup has replaced since.
    let told = known.filter(|known| *known <= line).unwrap_or(line);
    let listener = Listener { app, progress, _turn: turn, told, is_new: true };
    let body = Body::from_stream(stream::unfold(listener, |listener| async move {
        let (event, listener) = next(listener).await?;
        Some((Ok::<_, std::convert::Infallible>(event), listener))
    }));
    Ok(([(header::CONTENT_TYPE, "text/event-stream")], body).into_response())
}

/// Waits for what a listener is told next; `None` where the server ends or cannot say what is new.
async fn next(mut listener: Listener) -> Option<(String, Listener)> {
    if std::mem::take(&mut listener.is_new) {
        return Some((opening(listener.told), listener));
    }
    loop {
        let StoreProgress { line, is_over } = *listener.progress.borrow_and_update();
        if is_over {
            return None;
        }
        if listener.told < line {
            let told = listener.told;
            // Whoever is not answered comes back with the same line.
            let news = listener.app.ask(move |archive| Ok(archive.recorded_since(told)?)).await.ok()?;
            listener.told = news.line;
            if !news.stories.is_empty() || !news.unfiled.is_empty() {
                return Some((event(&news), listener));
            }
        }
        match timeout(PULSE, listener.progress.changed()).await {
            Err(_) => return Some((":\n\n".to_owned(), listener)),
            Ok(Err(_)) => return None,
            Ok(Ok(())) => {}
        }
    }
}

/// Asks the browser to wait a while before it connects again, and says what it knows until then.
fn opening(told: usize) -> String {
    format!("retry: 10000\nid: {told}\n\n")
}

fn event(news: &NewsView) -> String {
    format!("event: recorded\nid: {}\ndata: {}\n\n", news.line, serde_json::to_string(news).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::StoryNews;

    #[test]
    fn an_event_is_one_line_of_json() {
        let stories = vec![StoryNews { story: "a\nb".to_owned(), versions: 3, new: 1 }];
        let want = "event: recorded\nid: 9\ndata: {\"line\":9,\"stories\":[{\"story\":\"a\\nb\",\"versions\":3,\"new\":1}],\"unfiled\":[]}\n\n";
        assert_eq!(event(&NewsView { line: 9, stories, unfiled: Vec::new() }), want);
    }
}
