//! Reads the date of an entry as an editor types it.

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use super::edtf::Edtf;
use super::moment::DocumentTime;
use super::written_time::{TimeDirection, WrittenTime};

/// The words name no date that an entry can have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no date")]
pub struct TypedDateError(String);

impl TypedDateError {
    /// What can be written instead.
    pub const HINT: &str =
        "write it as exactly as it is known: 2025-08-12, 2025-08, 2025-08-12~ for about, ../2025-09, or `none`";
}

/// Reads a date as vague as it is typed: EDTF, else words in `zone`, of which a midnight is the whole day; `none` is no date.
///
/// # Errors
///
/// [`TypedDateError`] when the words name neither.
pub fn typed_date(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<Option<Edtf>, TypedDateError> {
    let words = words.trim();
    if words.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let in_words = || {
        let time = WrittenTime::read(words).ok()?.resolve(now, zone, TimeDirection::Past)?;
        Edtf::new(as_edtf(time, zone)).ok()
    };
    Edtf::new(words).ok().or_else(in_words).map(Some).ok_or_else(|| TypedDateError(words.to_owned()))
}

fn as_edtf(time: DocumentTime, zone: Tz) -> String {
    match time {
        DocumentTime::Day(day) => day.to_string(),
        DocumentTime::Instant(at) => {
            let local = at.with_timezone(&zone).naive_local();
            let is_day = local.time() == NaiveTime::MIN;
            local.format(if is_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_vague_as_it_is_typed() {
        let now = "2025-08-14T09:00:00Z".parse().unwrap();
        let read = |words: &str| {
            let date = typed_date(words, Tz::Asia__Manila, now).map_err(|error| error.to_string())?;
            Ok::<_, String>(date.map(|date| date.to_string()))
        };
        let dated = |date: &str| Ok(Some(date.to_owned()));
        assert_eq!(read("2025-08"), dated("2025-08"));
        assert_eq!(read(" 2025-08-12~ "), dated("2025-08-12~"));
        assert_eq!(read("yesterday"), dated("2025-08-13"));
        assert_eq!(read("12 Aug 2025, 6.40am"), dated("2025-08-12T06:40:00"));
        assert_eq!((read("none"), read("None")), (Ok(None), Ok(None)));
        assert_eq!(read("soonish"), Err("`soonish` names no date".to_owned()));
        assert!(read("2025-13-45").is_err());
    }
}
