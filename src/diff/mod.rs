//! Tells what an update did: aligned sentences, words, kinds and weight of change.

use crate::model::{Comparison, Side};

/// Compares two versions of one text.
pub fn compare(_old: &Side<'_>, _new: &Side<'_>) -> Comparison {
    Comparison::default()
}
