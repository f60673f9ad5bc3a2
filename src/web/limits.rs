//! Bounds what is taken on: the length of an address, requests at once, work at once, the time of each.
//!
//! The way in has turns of its own, few and short: whoever is not known yet cannot keep those
//! waiting who are. Work on the archive has turns too, and holds its turn until it is done, since
//! it cannot be broken off when the answer took too long.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::error::Problem;

/// The longest address that is read.
const ADDRESS_BYTES: usize = 8 << 10;
/// The largest form that is read, a file included.
pub(super) const FORM_BYTES: usize = 32 << 20;
/// The largest form that is read of somebody who is not known yet.
pub(super) const LOGIN_BYTES: usize = 4 << 10;
/// Where a password is asked for.
pub(super) const LOGIN: &str = "/login/";
/// Requests that are answered at the same time, and those to the way in.
const REQUESTS: usize = 32;
const LOGINS: usize = 8;
/// Questions that are worked on at the same time.
const QUESTIONS: usize = 16;
/// How long a request waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long an answer may take, and one of the way in: its form included.
const ANSWER: Duration = Duration::from_mins(2);
const LOGIN_ANSWER: Duration = Duration::from_secs(10);

/// The turns of one kind of work.
#[derive(Clone, Debug)]
pub(super) struct Turns(Arc<Semaphore>);

impl Turns {
    /// Returns the turns of work on the archive.
    pub(super) fn of_questions() -> Self {
        Self::new(QUESTIONS)
    }

    fn new(at_once: usize) -> Self {
        Self(Arc::new(Semaphore::new(at_once)))
    }

    /// Waits for a turn, which lasts until it is dropped.
    pub(super) async fn take(&self) -> Result<OwnedSemaphorePermit, Problem> {
        match timeout(TURN, Arc::clone(&self.0).acquire_owned()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(busy("too many questions are being answered")),
        }
    }
}

/// The turns of requests.
#[derive(Clone, Debug)]
pub(super) struct RequestTurns {
    known: Turns,
    login: Turns,
}

impl RequestTurns {
    pub(super) fn new() -> Self {
        Self { known: Turns::new(REQUESTS), login: Turns::new(LOGINS) }
    }
}

fn busy(message: &str) -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, message, "try again in a moment")
}

/// Refuses what is too long, comes too often or takes too long.
pub(super) async fn bound(State(turns): State<RequestTurns>, request: Request, next: Next) -> Response {
    if ADDRESS_BYTES < request.uri().path_and_query().map_or(0, |address| address.as_str().len()) {
        let message = "the address is too long";
        return Problem::new(StatusCode::URI_TOO_LONG, message, "ask for less at once").into_response();
    }
    let (turns, answer) = match request.uri().path() {
        LOGIN => (turns.login, LOGIN_ANSWER),
        _ => (turns.known, ANSWER),
    };
    let refused = |problem: Problem| ([(header::RETRY_AFTER, "5")], problem).into_response();
    let _turn = match turns.take().await {
        Ok(turn) => turn,
        Err(problem) => return refused(problem),
    };
    match timeout(answer, next.run(request)).await {
        Ok(response) => response,
        Err(_) => refused(busy("the answer took too long")),
    }
}
