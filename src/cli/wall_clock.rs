//! Gives the time to long work, and ends its waiting when the reader stops it.
//!
//! Each reading asks the system, so that a machine that slept or whose clock was set goes on with
//! the right time. `WRITETHRU_NOW` shifts it, as everywhere.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::error::CliError;
use crate::track::TimeSource;

/// The longest sleep before the clock is read again, since it may have been set.
const SLICE: Duration = Duration::from_secs(5);

/// The system's clock.
#[derive(Debug)]
pub(super) struct WallClock {
    offset: TimeDelta,
    stop: Arc<StopRequest>,
}

/// Whether the reader ended the program.
#[derive(Debug, Default)]
struct StopRequest {
    is_asked: Mutex<bool>,
    wake: Condvar,
}

impl StopRequest {
    fn is_asked(&self) -> bool {
        *self.is_asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self) {
        *self.is_asked.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.wake.notify_all();
    }
}

impl WallClock {
    /// Returns a clock that shows `now` at this moment.
    pub(super) fn starting_at(now: DateTime<Utc>) -> Self {
        let offset = now - system_now();
        // What passed since the program read its clock is no shift.
        let offset = if offset.abs() < TimeDelta::seconds(10) { TimeDelta::zero() } else { offset };
        Self { offset, stop: Arc::default() }
    }

    /// Ends every wait from now on.
    pub(super) fn stop(&self) {
        self.stop.ask();
    }

    /// Ends every wait when the reader presses Ctrl-C or the system asks the program to end; asked twice, it ends at once.
    pub(super) fn stop_at_signals(&self) -> Result<(), CliError> {
        let stop = Arc::clone(&self.stop);
        let set = ctrlc::set_handler(move || {
            if stop.is_asked() {
                std::process::exit(130);
            }
            stop.ask();
        });
        set.map_err(|error| CliError::refused(format!("cannot listen for signals: {error}"), "try again"))
    }
}

impl TimeSource for WallClock {
    fn now(&self) -> DateTime<Utc> {
        system_now() + self.offset
    }

    fn sleep_until(&self, at: DateTime<Utc>) -> bool {
        let mut stopped = self.stop.is_asked.lock().unwrap_or_else(PoisonError::into_inner);
        while !*stopped {
            let left = (at - self.now()).to_std().unwrap_or_default();
            if left.is_zero() {
                return true;
            }
            let waited = self.stop.wake.wait_timeout(stopped, left.min(SLICE));
            stopped = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }
}

#[expect(clippy::disallowed_methods, reason = "waiting for a moment needs the clock at every turn")]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}
