//! Tells the time to work that goes on for long, and ends its waiting when the reader stops it.
//!
//! Each reading asks the system, so that a machine that slept or whose clock was set goes on with
//! the right time. `WRITETHRU_NOW` shifts it, as everywhere.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::track::TimeSource;

/// The longest sleep before the clock is read again, since it may have been set.
const SLICE: Duration = Duration::from_secs(5);

/// The system's clock.
#[derive(Debug)]
pub(super) struct WallClock {
    offset: TimeDelta,
    stopped: Mutex<bool>,
    wake: Condvar,
}

impl WallClock {
    /// Returns a clock that shows `now` at this moment.
    pub(super) fn starting_at(now: DateTime<Utc>) -> Self {
        let offset = now - system_now();
        // What passed since the program read its clock is no shift.
        let offset = if offset.abs() < TimeDelta::seconds(10) { TimeDelta::zero() } else { offset };
        Self { offset, stopped: Mutex::new(false), wake: Condvar::new() }
    }
}

impl TimeSource for WallClock {
    fn now(&self) -> DateTime<Utc> {
        system_now() + self.offset
    }

    fn sleep_until(&self, at: DateTime<Utc>) -> bool {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        while !*stopped {
            let left = (at - self.now()).to_std().unwrap_or_default();
            if left.is_zero() {
                return true;
            }
            let waited = self.wake.wait_timeout(stopped, left.min(SLICE));
            stopped = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }
}

#[expect(clippy::disallowed_methods, reason = "waiting for a moment needs the clock at every turn")]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}
