//! States what is handed over for recording.

use chrono_tz::Tz;

use crate::model::{Capture, CapturedBy, DocumentTime};

/// A capture and what the reader said of it.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    pub capture: Capture,
    /// Name of the story; made where there is none.
    pub story: Option<String>,
    /// Name of the article; without it, found by address, else by file name, else by headline.
    pub article: Option<String>,
    /// Zone of a story that has to be made; for another it has to be the same.
    pub timezone: Option<Tz>,
    /// When it was seen; without it, now. What the page says of itself never stands in.
    pub captured: Option<DocumentTime>,
    /// Who set that time.
    pub captured_by: CapturedBy,
}
