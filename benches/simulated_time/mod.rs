//! A clock for benches and examples that moves only when somebody waits, so that the plan of an hour runs as fast as it can.

use std::sync::Mutex;

use chrono::{DateTime, Utc};
use writethru::track::TimeSource;

/// The time now, until somebody waits for a later one.
pub struct SimulatedTime(Mutex<DateTime<Utc>>);

impl SimulatedTime {
    /// Returns a clock that stands at `begin`.
    pub const fn new(begin: DateTime<Utc>) -> Self {
        Self(Mutex::new(begin))
    }
}

impl TimeSource for SimulatedTime {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("nobody panicked")
    }

    fn sleep_until(&self, at: DateTime<Utc>) -> bool {
        let mut now = self.0.lock().expect("nobody panicked");
        *now = at.max(*now);
        true
    }
}
