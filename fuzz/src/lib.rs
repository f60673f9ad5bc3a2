//! Holds what the fuzz targets share: how bytes become input, and what must hold of every reading.
//!
//! A target takes its bytes as they are, so that a seed is a file that a person
//! can read and write. Each check panics with the rule that is broken; the
//! fuzzer then keeps the bytes that broke it.

mod analysis;
mod capture;

pub use analysis::{check_analysis, check_date, check_span};
pub use capture::{check_capture, letters, words};

use std::borrow::Cow;

use chrono_tz::Tz;
use writethru::model::{DocumentTime, Setting};

/// Zones in which dates are read: none, summer time, summer time by half an hour, the first and the last of the day.
pub const ZONES: [Tz; 5] =
    [Tz::UTC, Tz::Europe__London, Tz::Australia__Lord_Howe, Tz::Pacific__Kiritimati, Tz::Pacific__Niue];

/// Returns the bytes as text; what is no UTF-8 becomes `U+FFFD`.
pub fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Returns the text before and after the first line that is `mark` alone; without one, the second text is empty.
pub fn split_at_line<'t>(text: &'t str, mark: &str) -> (&'t str, &'t str) {
    text.split_once(&format!("\n{mark}\n")).unwrap_or((text, ""))
}

/// Reads a line such as `2025-04-24T08:00 Europe/London`; a part that cannot be read is left unset.
pub fn setting_of(line: &str) -> Setting {
    let mut parts = line.split_whitespace();
    let time = parts.next().unwrap_or_default();
    let timezone = parts.next().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC);
    Setting { published: DocumentTime::read(time, timezone), timezone }
}
