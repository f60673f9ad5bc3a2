//! Holds what commands print about a store or a story in which nothing is recorded, or was by then.

use chrono::{DateTime, Utc};

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::model::shell_word;
use crate::render::screen;
use crate::track::TrackError;

/// The remark of a command that lists versions or stories and finds none.
pub(crate) const NOTHING_YET: &str = "nothing is recorded yet; `writethru add FILE --story NAME` records a version";

/// Returns the same for a story; without one, for the whole store.
pub(crate) fn nothing_in(story: Option<&str>) -> String {
    match story {
        Some(story) => {
            let typed = shell_word(story);
            format!("no article stands in `{story}` yet; `writethru add FILE --story {typed}` records one")
        }
        None => NOTHING_YET.to_owned(),
    }
}

/// Tells when the first version was captured, where that was later than the moment that is asked for.
pub(crate) fn nothing_by(
    ctx: &mut Context,
    name: &str,
    as_of: Option<DateTime<Utc>>,
) -> Result<Option<String>, CliError> {
    let zone = ctx.archive()?.zone_of(Some(name))?;
    let first = ctx.archive()?.first_captured(Some(name))?;
    Ok(first.zip(as_of).filter(|(first, as_of)| as_of < first).map(|(first, as_of)| {
        let (first, wanted) = (screen::moment_of_zone(first, zone), screen::moment_of_zone(as_of, zone));
        let error = TrackError::NothingBy { name: name.to_owned(), wanted, first };
        format!("{error}; {}", error.hint().unwrap_or_default())
    }))
}
