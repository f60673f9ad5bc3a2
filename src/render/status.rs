//! Writes the status of a claim or an entry in words: the same in every format.

use crate::model::Status;

/// Returns what a status is called.
pub(crate) const fn status_words(status: Status) -> &'static str {
    match status {
        Status::Reported => "reported",
        Status::Revised => "revised",
        Status::Disputed => "accounts differ",
        Status::Withdrawn => "no longer in the text",
    }
}
