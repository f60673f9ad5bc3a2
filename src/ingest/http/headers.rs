//! Reads what an answer says of time: how long it is good, and when to ask again.

use chrono::{DateTime, Duration, Utc};

/// The longest pause that a server is believed to want.
const MAX_PAUSE: Duration = Duration::days(7);

/// Returns when a server with this `Retry-After` wants to be asked again: seconds or an HTTP date.
pub fn retry_after(value: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let value = value.trim();
    let at = match value.parse::<u32>() {
        Ok(seconds) => now + Duration::seconds(i64::from(seconds)),
        Err(_) => DateTime::parse_from_rfc2822(value).ok()?.to_utc(),
    };
    Some(at.clamp(now, now + MAX_PAUSE))
}

/// Returns the seconds for which `Cache-Control` calls an answer good.
pub(super) fn max_age(cache_control: &str) -> Option<u64> {
    let parts = cache_control.split(',').map(|part| part.trim().to_ascii_lowercase());
    let mut age = None;
    for part in parts {
        match part.split_once('=') {
            Some(("max-age", seconds)) => age = age.or(seconds.trim_matches('"').parse().ok()),
            None if part == "no-store" || part == "no-cache" => return None,
            _ => {}
        }
    }
    age
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_read_as_seconds_or_dates() {
        let now = "2025-04-24T08:00:00Z".parse().unwrap();
        let check = |value: &str, want: Option<i64>| {
            assert_eq!(retry_after(value, now).map(|at| (at - now).num_seconds()), want, "for {value}");
        };
        check(" 120 ", Some(120));
        check("Thu, 24 Apr 2025 08:01:00 GMT", Some(60));
        check("Thu, 24 Apr 2025 07:00:00 GMT", Some(0)); // a date that has passed asks for no pause
        check("4294967295", Some(7 * 86_400));
        check("soon", None);
        check("-5", None);
    }

    #[test]
    fn lifetimes_are_read_from_cache_control() {
        assert_eq!(max_age("public, max-age=300"), Some(300));
        assert_eq!(max_age("no-cache, max-age=300"), None);
        assert_eq!(max_age("max-age=\"60\", max-age=90"), Some(60));
        assert_eq!(max_age("private"), None);
    }
}
