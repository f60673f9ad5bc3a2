//! Judges whether the news moved on or the same thing is told otherwise.

use crate::model::{Change, Nature, Side, Weight};

/// Sets the nature of every material change.
pub fn judge(_old: &Side<'_>, _new: &Side<'_>, changes: &mut [Change]) {
    for change in changes.iter_mut() {
        change.nature = (change.weight == Weight::Material).then_some(Nature::Replacement);
    }
}
