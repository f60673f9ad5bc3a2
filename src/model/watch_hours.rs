//! Holds the hours of the day at which a watch looks at its pages.
//!
//! `06:00-23:00 Europe/London` is open at six in the morning and no longer at eleven at night, summer and winter;
//! `22:00-06:00 UTC` is open over midnight.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::zone_named;

/// Hours of every day, in a zone.
///
/// Invariant: they do not end when they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WatchHours {
    from: NaiveTime,
    to: NaiveTime,
    zone: Tz,
}

/// The words are no hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write hours such as 06:00-23:00")]
pub struct WatchHoursError;

impl WatchHours {
    /// Reads `06:00-23:00`, `6-23` or `22:00–06:00` as hours in a zone.
    ///
    /// # Errors
    ///
    /// When the words are no two times, or twice the same one.
    pub fn new(words: &str, zone: Tz) -> Result<Self, WatchHoursError> {
        let (from, to) = words.split_once(['-', '–']).ok_or(WatchHoursError)?;
        let (from, to) = (time(from).ok_or(WatchHoursError)?, time(to).ok_or(WatchHoursError)?);
        if from == to {
            return Err(WatchHoursError);
        }
        Ok(Self { from, to, zone })
    }

    /// Returns `at` if it lies in the hours, else when they begin next.
    pub fn open_from(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let local = at.with_timezone(&self.zone);
        let is_open = match self.from < self.to {
            true => self.from <= local.time() && local.time() < self.to,
            false => self.from <= local.time() || local.time() < self.to,
        };
        if is_open {
            return at;
        }
        // An hour that the clocks leave out is looked for on the next hour, and on the next day.
        let today = local.date_naive();
        let days = [Some(today), today.checked_add_days(Days::new(1)), today.checked_add_days(Days::new(2))];
        let openings = days.into_iter().flatten().filter_map(|day| {
            let begin = day.and_time(self.from);
            let begins = [begin, begin + TimeDelta::hours(1)];
            begins.into_iter().find_map(|begin| self.zone.from_local_datetime(&begin).earliest())
        });
        openings.map(|time| time.with_timezone(&Utc)).find(|time| at < *time).unwrap_or(at)
    }
}

fn time(words: &str) -> Option<NaiveTime> {
    let (hour, minute) = words.trim().split_once([':', '.']).unwrap_or((words.trim(), "0"));
    let number = |digits: &str| digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    match (number(hour)?, number(minute)?) {
        (24, 0) => Some(NaiveTime::MIN),
        (hour, minute) => NaiveTime::from_hms_opt(hour, minute, 0),
    }
}

impl fmt::Display for WatchHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{} {}", self.from.format("%H:%M"), self.to.format("%H:%M"), self.zone.name())
    }
}

impl FromStr for WatchHours {
    type Err = WatchHoursError;

    /// Reads what `Display` writes.
    fn from_str(words: &str) -> Result<Self, WatchHoursError> {
        let (hours, zone) = words.split_once(' ').ok_or(WatchHoursError)?;
        Self::new(hours, zone_named(zone).map_err(|_| WatchHoursError)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hours: &str, at: &str, want: &str) {
        let hours: WatchHours = hours.parse().unwrap();
        let at: DateTime<Utc> = at.parse().unwrap();
        assert_eq!(hours.open_from(at), want.parse::<DateTime<Utc>>().unwrap(), "{hours} at {at}");
        assert_eq!(hours.to_string().parse(), Ok(hours));
    }

    #[test]
    fn hours_are_those_of_their_zone_in_summer_and_winter() {
        let day = "06:00-23:00 Europe/London";
        check(day, "2025-01-10T12:00:00Z", "2025-01-10T12:00:00Z");
        check(day, "2025-01-10T05:59:00Z", "2025-01-10T06:00:00Z");
        check(day, "2025-07-10T05:00:00Z", "2025-07-10T05:00:00Z");
        check(day, "2025-07-10T22:00:00Z", "2025-07-11T05:00:00Z");
        check(day, "2025-01-10T23:00:00Z", "2025-01-11T06:00:00Z");
    }

    #[test]
    fn hours_may_go_over_midnight_and_over_a_change_of_clocks() {
        check("22:00-06:00 UTC", "2025-01-10T23:00:00Z", "2025-01-10T23:00:00Z");
        check("22:00-06:00 UTC", "2025-01-10T05:59:59Z", "2025-01-10T05:59:59Z");
        check("22:00-06:00 UTC", "2025-01-10T06:00:00Z", "2025-01-10T22:00:00Z");
        check("6-24 UTC", "2025-01-10T23:59:00Z", "2025-01-10T23:59:00Z");
        // 02:30 is left out on 30 March 2025 in Berlin.
        check("02:30-05:00 Europe/Berlin", "2025-03-30T00:00:00Z", "2025-03-30T01:30:00Z");
        check("02:30-05:00 Europe/Berlin", "2025-10-25T23:00:00Z", "2025-10-26T00:30:00Z");
    }

    #[test]
    fn what_is_no_hours_is_refused() {
        for words in ["", "6", "06:00", "06:00-06:00", "25-26", "6:70-8", "a-b", "+6-8"] {
            assert_eq!(WatchHours::new(words, Tz::UTC), Err(WatchHoursError), "{words}");
        }
        assert!("06:00-23:00".parse::<WatchHours>().is_err() && "06:00-23:00 Mars".parse::<WatchHours>().is_err());
    }
}
