//! Server-sent events: which stories got new versions, while a page is open.
//!
//! Source: HTML Living Standard, section 9.2. An event is named `recorded` and bears JSON:
//! `{"stories":[{"story":"ferry","versions":12,"new":1}]}`.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use futures_util::stream;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::timeout;

use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::news::News;

/// How often a comment is sent where nothing happens, so that nothing in between takes the connection for dead.
const PULSE: Duration = Duration::from_secs(20);
/// Asks the browser to wait this long before it connects again.
const OPENING: &str = "retry: 10000\n\n";

/// What a listener holds between two events.
struct Listener {
    news: watch::Receiver<News>,
    _turn: OwnedSemaphorePermit,
    is_new: bool,
}

pub(super) async fn events(State(app): State<Arc<App>>) -> Answer {
    let (news, turn) = app.archives.news().listen().ok_or_else(|| {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too many pages listen already", "load the page again later")
    })?;
    let listener = Listener { news, _turn: turn, is_new: true };
    let body = Body::from_stream(stream::unfold(listener, |listener| async move {
        let (event, listener) = next(listener).await?;
        Some((Ok::<_, std::convert::Infallible>(event), listener))
    }));
    Ok(([(header::CONTENT_TYPE, "text/event-stream")], body).into_response())
}

/// Waits for what a listener is told next; `None` where the server ends.
async fn next(mut listener: Listener) -> Option<(String, Listener)> {
    if std::mem::take(&mut listener.is_new) {
        return Some((OPENING.to_owned(), listener));
    }
    let event = match timeout(PULSE, listener.news.changed()).await {
        Err(_) => ":\n\n".to_owned(),
        Ok(Err(_)) => return None,
        Ok(Ok(())) => {
            let news = listener.news.borrow_and_update();
            if news.is_over {
                return None;
            }
            event(&news)
        }
    };
    Some((event, listener))
}

fn event(news: &News) -> String {
    format!("event: recorded\ndata: {}\n\n", serde_json::to_string(news).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::news::StoryNews;

    #[test]
    fn an_event_is_one_line_of_json() {
        let stories = vec![StoryNews { story: "a\nb".to_owned(), versions: 3, new: 1 }];
        let want = "event: recorded\ndata: {\"stories\":[{\"story\":\"a\\nb\",\"versions\":3,\"new\":1}]}\n\n";
        assert_eq!(event(&News { stories, is_over: false }), want);
    }
}
