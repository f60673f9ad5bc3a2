//! Holds the signs by which two chains report the same event.

use serde::{Deserialize, Serialize};

use super::signs_table::{self, SIGNS};

/// Why a chain is in a cluster: any of the signs of `SIGNS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MergeReason(u8);

#[rustfmt::skip]
impl MergeReason {
    /// Both name the same minute.
    pub(crate) const MINUTE: Self = Self(signs_table::MINUTE);
    /// Both name the same date.
    pub(crate) const DATE: Self = Self(signs_table::DATE);
    /// Both have a verb in common.
    pub(crate) const VERB: Self = Self(signs_table::VERB);
    /// Most words of the shorter sentence are common.
    pub(crate) const MOST_WORDS: Self = Self(signs_table::MOST_WORDS);
    /// Some words are common.
    pub(crate) const SOME: Self = Self(signs_table::SOME);
    /// Nearly all words are common.
    pub(crate) const COPY: Self = Self(signs_table::COPY);
    /// Both name the same speaker.
    pub(crate) const SPEAKER: Self = Self(signs_table::SPEAKER);
    /// The quoted words are equal.
    pub(crate) const SAID: Self = Self(signs_table::SAID);
}

impl MergeReason {
    /// Adds a sign where `is_there` holds.
    pub(crate) const fn and(self, sign: Self, is_there: bool) -> Self {
        if is_there { Self(self.0 | sign.0) } else { self }
    }

    /// Returns all signs in words.
    pub(crate) fn words(self) -> String {
        let there = SIGNS.iter().filter(|(sign, ..)| self.0 & sign != 0);
        there.map(|(_, words, _)| *words).collect::<Vec<_>>().join(", ")
    }
}
