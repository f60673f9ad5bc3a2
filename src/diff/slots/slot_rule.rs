//! Defines what a rule on one sort of slot consists of.

use super::slot::{Slot, SlotText, SubjectSlots};
use crate::model::ChangeKind;

/// Reads one sort of slot and tells which of its values exclude each other.
pub(super) struct SlotRule {
    pub kind: ChangeKind,
    /// The name of the rule.
    pub why: &'static str,
    /// Returns the slots of both texts.
    pub read: fn([&SlotText<'_>; 2]) -> [Vec<Slot>; 2],
    /// Whether the subject alone is too little: one word may be said of two things.
    pub needs_context: bool,
    /// Returns whether an old and a new value of one subject exclude each other.
    pub exclude: fn([&SubjectSlots<'_>; 2], &Slot, &Slot) -> bool,
    /// Old and new texts that contradict each other.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub examples: &'static [(&'static str, &'static str)],
    /// Old and new texts that say the same, or of which too little is known.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub counter_examples: &'static [(&'static str, &'static str)],
}
