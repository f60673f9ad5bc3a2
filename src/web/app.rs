//! Holds what every handler needs: the archives, the gate, the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use tokio::sync::oneshot;

use super::archives::{ArchiveReader, Archives};
use super::error::Problem;
#[cfg(feature = "fetch")]
use super::fetcher::Fetcher;
use super::frames::FramesFor;
use super::gate::Gate;
use super::guesses::Guesses;
use super::limits::Turns;
use crate::track::Archive;

/// Returns the present moment.
pub type ServerClock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What every handler needs.
pub(super) struct App {
    pub archives: Archives,
    pub gate: Gate,
    pub guesses: Guesses,
    /// The turns of work on the archive, and those of work for frames that anybody may ask for.
    pub questions: Turns,
    pub public_questions: Turns,
    /// Where a proxy shows the site: `/archive`, or nothing.
    pub prefix: String,
    pub clock: ServerClock,
    /// Who edits, unless the form names somebody else.
    pub author: Option<String>,
    pub counters: Counters,
    /// Who may ask for what is made to be framed.
    pub frames: FramesFor,
    #[cfg(feature = "fetch")]
    pub fetcher: Fetcher,
}

/// What the server counts about itself.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub requests: AtomicU64,
    pub refused: AtomicU64,
    pub failed: AtomicU64,
}

impl Counters {
    /// Adds one.
    pub(super) fn add(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

impl App {
    /// Asks a reader of the archive, off the threads that wait for requests.
    pub(super) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&ArchiveReader) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        self.work(&self.questions, move |app| app.archives.read(question)?).await
    }

    /// Asks a reader for what is made to be framed; where anybody may ask for it, that has turns of its own.
    pub(super) async fn ask_for_frame<T: Send + 'static>(
        self: &Arc<Self>,
        question: impl FnOnce(&ArchiveReader) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let turns = match self.frames {
            FramesFor::Known => &self.questions,
            FramesFor::Everybody => &self.public_questions,
        };
        self.work(turns, move |app| app.archives.read(question)?).await
    }

    /// Changes the archive, off the threads that wait for requests.
    pub(super) async fn change<T: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&Archive, DateTime<Utc>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        self.work(&self.questions, move |app| {
            let done = app.archives.write(|archive| change(archive, (app.clock)()));
            done.unwrap_or_else(|| Err(read_only()))
        })
        .await
    }

    /// Works off the threads that wait for requests; the work keeps its turn until it is done, whoever still waits.
    ///
    /// All work is of one type to the threads: what waits for it is then compiled once, not for each question.
    pub(super) async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        turns: &Turns,
        work: impl FnOnce(&Self) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let (app, turn) = (Arc::clone(self), turns.take().await?);
        let (answer, answered) = oneshot::channel();
        let work: Box<dyn FnOnce() + Send> = Box::new(move || {
            let done = work(&app);
            drop(turn);
            let _ = answer.send(done);
        });
        tokio::task::spawn_blocking(work);
        answered.await.map_err(|_| crashed())?
    }
}

fn crashed() -> Problem {
    let message = "this question made the program fail";
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, message, "nothing recorded is lost; please report what you asked")
}

/// Returns the problem of a change to a read-only archive.
pub(super) fn read_only() -> Problem {
    let message = "this archive is served to be read only";
    Problem::new(StatusCode::FORBIDDEN, message, "start `writethru serve` without `--read-only` to change things")
}
