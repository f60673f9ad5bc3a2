//! Reads the days that people type for entries: EDTF, words, or `none`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::model::{DocumentTime, Edtf};

/// Reads a date as vague as it is typed: EDTF, else words, of which a midnight is the whole day.
pub(super) fn read(ctx: &mut Context, story: &str, words: &str) -> Result<Option<Edtf>, CliError> {
    let words = words.trim();
    if words.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    if let Ok(date) = Edtf::new(words) {
        return Ok(Some(date));
    }
    let zone = ctx.archive()?.zone_of(Some(story))?;
    let text = match moment::read(words, zone, ctx.now) {
        Ok(DocumentTime::Day(day)) => day.to_string(),
        Ok(DocumentTime::Instant(at)) => {
            let local = at.with_timezone(&zone).naive_local();
            let midnight = local.time() == chrono::NaiveTime::MIN;
            local.format(if midnight { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
        }
        Err(_) => String::new(),
    };
    Edtf::new(text).map(Some).map_err(|_| {
        CliError::usage(
            format!("`{words}` names no date"),
            "write it as exactly as it is known: 2025-04-24, 2025-04, 2025, ../2025-09, or `none`",
        )
    })
}
