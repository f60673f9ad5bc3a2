//! States what the watch needs of a clock: tests bring one that runs a month in a second.

use chrono::{DateTime, Utc};

/// A clock that can be waited by.
pub trait TimeSource: Sync {
    /// Returns the present moment.
    fn now(&self) -> DateTime<Utc>;

    /// Waits until `at`; returns whether nobody ended the program meanwhile.
    fn sleep_until(&self, at: DateTime<Utc>) -> bool;
}
