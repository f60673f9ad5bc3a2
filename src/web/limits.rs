//! Bounds what is taken on: the length of an address, requests at once, work at once, the time of each.
//!
//! The way in has turns of its own, few and short, and so has what is shown to everybody in frames of other sites:
//! whoever is not known cannot keep those waiting who are. Work on the archive has turns too, and holds its turn until
//! it is done, since it cannot be broken off when the answer took too long.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::error::Problem;
use super::frames::{FramesFor, is_frame};

/// The longest address that is read.
const ADDRESS_BYTES: usize = 8 << 10;
/// The largest form that is read, a file included.
pub(super) const FORM_BYTES: usize = 32 << 20;
/// The largest form that is read of somebody who is not known yet.
pub(super) const LOGIN_BYTES: usize = 4 << 10;
/// Where a password is asked for.
pub(super) const LOGIN: &str = "/login/";
/// Requests that are answered at the same time, those to the way in, and those of anybody for a frame.
const REQUESTS: usize = 32;
const LOGINS: usize = 8;
const PUBLIC: usize = 16;
/// Questions that are worked on at the same time, and those of anybody for a frame.
const QUESTIONS: usize = 16;
const PUBLIC_QUESTIONS: usize = 2;
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

    /// Returns the turns of work on the archive for frames that anybody may ask for.
    pub(super) fn of_public_questions() -> Self {
        Self::new(PUBLIC_QUESTIONS)
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
    /// Those of frames, where anybody may ask for them.
    public: Option<Turns>,
}

impl RequestTurns {
    /// Returns the turns of a server that shows frames to those it knows, or to all.
    pub(super) fn new(frames: FramesFor) -> Self {
        let public = (frames == FramesFor::Everybody).then(|| Turns::new(PUBLIC));
        Self { known: Turns::new(REQUESTS), login: Turns::new(LOGINS), public }
    }

    /// Returns the turns of a request, and how long its answer may take.
    fn of(&self, path: &str) -> (&Turns, Duration) {
        match &self.public {
            _ if path == LOGIN => (&self.login, LOGIN_ANSWER),
            Some(public) if is_frame(path) => (public, ANSWER),
            _ => (&self.known, ANSWER),
        }
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
    let (turns, answer) = turns.of(request.uri().path());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_asks_for_frames_keeps_nobody_waiting_who_is_known() {
        let turns = RequestTurns::new(FramesFor::Everybody);
        let (public, _) = turns.of("/embed/story/flood/");
        let mut taken = Vec::new();
        while let Ok(turn) = Arc::clone(&public.0).try_acquire_owned() {
            taken.push(turn);
        }
        assert_eq!(taken.len(), PUBLIC);
        let free = |path: &str, turns: &RequestTurns| turns.of(path).0.0.available_permits();
        assert_eq!(
            (free("/oembed", &turns), free("/story/flood/", &turns), free(LOGIN, &turns)),
            (0, REQUESTS, LOGINS)
        );
        // Where only known visitors see frames, these are pages like any other.
        assert_eq!(free("/embed/story/flood/", &RequestTurns::new(FramesFor::Known)), REQUESTS);
    }
}
