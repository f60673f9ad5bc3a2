//! Bounds what is taken on: the length of an address, requests at once, the time of each.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::error::Problem;

/// The longest address that is read.
const ADDRESS_BYTES: usize = 8 << 10;
/// Requests that are answered at the same time.
const AT_ONCE: usize = 32;
/// How long a request waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long an answer may take.
const ANSWER: Duration = Duration::from_mins(2);

/// The turns of requests.
#[derive(Clone, Debug)]
pub(super) struct Turns(Arc<Semaphore>);

impl Turns {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// Refuses what is too long, comes too often or takes too long.
pub(super) async fn bound(State(turns): State<Turns>, request: Request, next: Next) -> Response {
    if ADDRESS_BYTES < request.uri().path_and_query().map_or(0, |address| address.as_str().len()) {
        let message = "the address is too long";
        return Problem::new(StatusCode::URI_TOO_LONG, message, "ask for less at once").into_response();
    }
    let busy = |message: &str| {
        let problem = Problem::new(StatusCode::SERVICE_UNAVAILABLE, message, "try again in a moment");
        ([(header::RETRY_AFTER, "5")], problem).into_response()
    };
    let Ok(Ok(_turn)) = timeout(TURN, turns.0.acquire()).await else {
        return busy("too many questions are being answered");
    };
    match timeout(ANSWER, next.run(request)).await {
        Ok(response) => response,
        Err(_) => busy("the answer took too long"),
    }
}
