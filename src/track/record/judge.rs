//! Decides whether a capture of an article brought a new text.
//!
//! ```text
//! looks so far:   08:00 A     09:00 A     11:00 B
//! 10:00 A         seen again: a look at A
//! 10:30 B         B was there earlier than known: a look at B
//! 08:30 C         new, and the look of 09:00 found A again
//! ```
//!
//! Looks may arrive in any order, so only the two neighbours in time decide.

use crate::store::{CaptureLook, Neighbours};

/// What a capture brings to its article.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Judgement {
    /// The words of this neighbour: another look, no version.
    Again(CaptureLook),
    /// Words that neither neighbour has; `splits` when both are looks at one version.
    New { splits: bool },
}

/// Judges a capture by its two neighbours in time; `hash` is that of its text.
pub(crate) fn judge(around: &Neighbours, hash: &[u8; 32]) -> Judgement {
    let is_same = |seen: &&CaptureLook| seen.hash == *hash;
    if let Some(before) = around.before.as_ref().filter(is_same) {
        return Judgement::Again(*before);
    }
    if let Some(after) = around.after.as_ref().filter(is_same) {
        return Judgement::Again(*after);
    }
    let splits = around.before.zip(around.after).is_some_and(|(before, after)| before.version == after.version);
    Judgement::New { splits }
}
