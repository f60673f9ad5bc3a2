//! Reads the names of time zones in any case.

use chrono_tz::{TZ_VARIANTS, Tz};

/// Reads `Europe/London`, `europe/london`, `utc`.
pub(super) fn read(name: &str) -> Result<Tz, String> {
    let name = name.trim().replace(' ', "_");
    let found = TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(&name));
    found.copied().ok_or_else(|| {
        let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
        let near = TZ_VARIANTS.iter().find(|zone| last(zone.name()) == last(&name));
        match near {
            Some(zone) => format!("no zone is called so; did you mean `{zone}`?"),
            None => "no zone is called so; use a name such as Europe/London or Asia/Kolkata".to_owned(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_named_in_any_case() {
        assert_eq!(read("europe/london"), Ok(Tz::Europe__London));
        assert_eq!(read("America/New York"), Ok(Tz::America__New_York));
        assert_eq!(read("utc"), Ok(Tz::UTC));
        assert!(read("london").unwrap_err().contains("`Europe/London`"));
        assert!(read("Mars/One").unwrap_err().contains("no zone is called so"));
    }
}
