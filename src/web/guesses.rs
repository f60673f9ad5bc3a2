//! Tries secrets one after the other, so that nobody can guess many of them at once.
//!
//! A wrong password keeps all others waiting for a second, whether its sender waits for the answer
//! or hangs up. Only a few may wait; whoever comes after them is told to try again later.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use tokio::sync::{Mutex, Semaphore};

use super::error::Problem;

/// Secrets that may wait to be tried; one more is refused.
const WAITING: usize = 4;
/// How long a wrong secret keeps the next one waiting.
const WRONG: Duration = Duration::from_secs(1);

/// The queue in which secrets are tried.
#[derive(Debug)]
pub(super) struct Guesses {
    places: Arc<Semaphore>,
    turn: Arc<Mutex<()>>,
}

impl Default for Guesses {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(WAITING)), turn: Arc::default() }
    }
}

impl Guesses {
    /// Returns whether a secret is right, once it is its turn.
    pub(super) async fn is_right(&self, check: impl FnOnce() -> bool) -> Result<bool, Problem> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else { return Err(too_many()) };
        let turn = Arc::clone(&self.turn).lock_owned().await;
        if check() {
            return Ok(true);
        }
        // In a task of its own: hanging up does not end it.
        let penalty = tokio::spawn(async move {
            tokio::time::sleep(WRONG).await;
            drop((turn, place));
        });
        let _ = penalty.await;
        Ok(false)
    }
}

fn too_many() -> Problem {
    let message = "too many passwords are being tried";
    Problem::new(StatusCode::TOO_MANY_REQUESTS, message, "try again in a few seconds")
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn wrong_secrets_wait_for_each_other_and_few_may_wait() {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let guesses = Arc::new(Guesses::default());
            let began = Instant::now();
            // One that hangs up costs its second all the same.
            let hasty = Arc::clone(&guesses);
            let _ =
                tokio::time::timeout(Duration::from_millis(50), async move { hasty.is_right(|| false).await }).await;
            let tries: Vec<_> = (0..6)
                .map(|_| {
                    let guesses = Arc::clone(&guesses);
                    tokio::spawn(async move { guesses.is_right(|| false).await.map_err(|problem| problem.status) })
                })
                .collect();
            let mut refused = 0;
            for one in tries {
                match one.await.unwrap() {
                    Ok(is_right) => assert!(!is_right),
                    Err(status) => refused += usize::from(status == StatusCode::TOO_MANY_REQUESTS),
                }
            }
            assert_eq!(refused, 6 + 1 - WAITING);
            assert!(WRONG * WAITING as u32 <= began.elapsed(), "{:?}", began.elapsed());
            assert_eq!(guesses.is_right(|| true).await, Ok(true));
        });
    }
}
