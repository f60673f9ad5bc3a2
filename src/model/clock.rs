//! Names the two clocks by which a reader can be taken to have learned something.

use serde::{Deserialize, Serialize};

/// When readers are taken to have been told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clock {
    /// When the archive captured it.
    #[default]
    Captured,
    /// When the page states that it was published or changed.
    Stated,
}

impl Clock {
    /// Returns the word that JSON and tables use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Captured => "captured",
            Self::Stated => "stated",
        }
    }

    /// Returns the moment by this clock, or by the other one where this one is unknown.
    pub fn choose<T>(self, captured: Option<T>, stated: Option<T>) -> Option<T> {
        match self {
            Self::Captured => captured.or(stated),
            Self::Stated => stated.or(captured),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_moment_is_replaced_by_the_other_clock() {
        for (clock, captured, stated, want) in [
            (Clock::Captured, Some(1), Some(2), Some(1)),
            (Clock::Captured, None, Some(2), Some(2)),
            (Clock::Stated, Some(1), Some(2), Some(2)),
            (Clock::Stated, Some(1), None, Some(1)),
            (Clock::Stated, None, None, None),
        ] {
            assert_eq!(clock.choose(captured, stated), want, "{clock:?} {captured:?} {stated:?}");
        }
    }
}
