//! Reads the days that people type for entries: EDTF, words, or `none`.

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::model::{Edtf, typed_date};

/// Reads a date as vague as it is typed, in the zone of the story.
pub(super) fn read(ctx: &mut Context, story: &str, words: &str) -> Result<Option<Edtf>, CliError> {
    let zone = ctx.archive()?.zone_of(Some(story))?;
    typed_date(words, zone, ctx.now).map_err(|error| CliError::usage(error.to_string(), error.hint()))
}
