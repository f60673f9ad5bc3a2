//! Reads the names of time zones in any case, and names the time of a zone as people do.

use chrono::{DateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::zone_abbreviations::{ABBREVIATIONS, LABELS, ZoneTime};

/// No zone is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZoneNameError {
    /// A zone has this last part, `London` for `Europe/London`, or is meant by an abbreviation, `ET` for `America/New_York`.
    #[error("no zone is called so; did you mean `{0}`?")]
    Near(Tz),
    /// `BST` is a time of a part of the year, which a zone is not.
    #[error(
        "an abbreviation names one offset, which changes with the season; use the zone's name, such as Europe/London"
    )]
    Abbreviation,
    /// Nothing like it is known.
    #[error("no zone is called so; use a name such as Europe/London or Asia/Kolkata")]
    Unknown,
}

/// Returns the zone called so: `Europe/London`, `europe/london`, `America/New York`, `utc`.
///
/// # Errors
///
/// With the zone that may be meant, where a part of its name is written.
pub fn zone_named(name: &str) -> Result<Tz, ZoneNameError> {
    let name = name.trim().replace(' ', "_");
    let found = TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(&name));
    found.copied().ok_or_else(|| {
        let abbreviation = ABBREVIATIONS.iter().find(|row| row.name.eq_ignore_ascii_case(&name));
        match abbreviation.map(|row| row.time) {
            Some(ZoneTime::Clock(zone)) => return ZoneNameError::Near(zone),
            Some(_) => return ZoneNameError::Abbreviation,
            None => {}
        }
        let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
        let near = TZ_VARIANTS.iter().find(|zone| last(zone.name()) == last(&name));
        near.map_or(ZoneNameError::Unknown, |zone| ZoneNameError::Near(*zone))
    })
}

/// Returns what people of a zone call its time at a moment: `BST`, `UTC-03:00` where it has no name that is read again.
pub fn zone_label(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    let name = local.format("%Z").to_string();
    match ABBREVIATIONS.iter().chain(LABELS).any(|row| row.name == name) {
        true => name,
        false => format!("UTC{}", local.format("%:z")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_named_in_any_case() {
        assert_eq!(zone_named("europe/london"), Ok(Tz::Europe__London));
        assert_eq!(zone_named("America/New York"), Ok(Tz::America__New_York));
        assert_eq!(zone_named("utc"), Ok(Tz::UTC));
        assert_eq!(zone_named("london"), Err(ZoneNameError::Near(Tz::Europe__London)));
        assert_eq!(zone_named("PT"), Err(ZoneNameError::Near(Tz::America__Los_Angeles)));
        assert_eq!(zone_named("bst"), Err(ZoneNameError::Abbreviation));
        assert_eq!(zone_named("Mars/One"), Err(ZoneNameError::Unknown));
    }
}
