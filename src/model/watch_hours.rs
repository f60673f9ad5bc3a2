//! Holds the hours of the day at which a watch looks at its pages.
//!
//! `06:00-23:00 Europe/London` is open at six in the morning and no longer at eleven at night, summer and winter;
//! `22:00-06:00 UTC` is open over midnight.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::zone_named;

/// Hours of every day, in a zone.
///
/// Invariant: they end when they begin only where they are the whole day, `0-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WatchHours {
    from: NaiveTime,
    /// Midnight is that at the end of the day.
    to: NaiveTime,
    zone: Tz,
}

/// The words are no hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write hours such as 06:00-23:00")]
pub struct WatchHoursError;

impl WatchHours {
    /// Reads `06:00-23:00`, `6-23`, `22:00–06:00` or `0-24` as hours in a zone.
    ///
    /// # Errors
    ///
    /// When the words are no two times, or twice the same one.
    pub fn new(words: &str, zone: Tz) -> Result<Self, WatchHoursError> {
        let (from, to) = words.split_once(['-', '–']).ok_or(WatchHoursError)?;
        let (from, to) = (time(from).ok_or(WatchHoursError)?, time(to).ok_or(WatchHoursError)?);
        if from.0 == to.0 {
            return Err(WatchHoursError);
        }
        Ok(Self { from: from.time(), to: to.time(), zone })
    }

    /// Returns `at` if it lies in the hours, else when they begin next.
    pub fn open_from(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let today = at.with_timezone(&self.zone).date_naive();
        let mut days =
            [-1, 0, 1, 2, 3].into_iter().filter_map(|days| self.on(today.checked_add_signed(TimeDelta::days(days))?));
        days.find(|(_, end)| at < *end).map_or(at, |(begin, _)| at.max(begin))
    }

    /// Returns when the hours of a day begin and end; nothing where a change of clocks leaves them out.
    fn on(&self, day: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let last = if self.from < self.to { day } else { day.succ_opt()? };
        let (begin, end) = (self.instant(day, self.from)?, self.instant(last, self.to)?);
        (begin < end).then_some((begin, end))
    }

    /// Returns when the clock shows a time: first, where it does so twice; where the clocks leave it out, when they go on.
    fn instant(&self, day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
        /// Clocks have left out a whole day at most, where a country changed sides of the date line.
        const LONGEST_GAP: i64 = 25 * 60;
        let local = day.and_time(time);
        let shown = |minutes| {
            let local = local.checked_add_signed(TimeDelta::minutes(minutes))?;
            self.zone.from_local_datetime(&local).earliest()
        };
        (0..=LONGEST_GAP).find_map(shown).map(|time| time.with_timezone(&Utc))
    }
}

/// A time of day as it is written, of which 24:00 is the last.
#[derive(Clone, Copy)]
struct MinuteOfDay(u32);

impl MinuteOfDay {
    fn time(self) -> NaiveTime {
        NaiveTime::from_hms_opt(self.0 / 60 % 24, self.0 % 60, 0).unwrap_or_default()
    }
}

fn time(words: &str) -> Option<MinuteOfDay> {
    let (hour, minute) = words.trim().split_once([':', '.']).unwrap_or((words.trim(), "0"));
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let (hour, minute) = (number(hour)?, number(minute)?);
    let is_time = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
    is_time.then_some(MinuteOfDay(hour * 60 + minute))
}

impl fmt::Display for WatchHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.from.format("%H:%M"))?;
        match self.to {
            NaiveTime::MIN => write!(f, "24:00 {}", self.zone.name()),
            to => write!(f, "{} {}", to.format("%H:%M"), self.zone.name()),
        }
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
        check("0-6 UTC", "2025-01-10T23:00:00Z", "2025-01-11T00:00:00Z");
    }

    #[test]
    fn an_hour_that_clocks_leave_out_or_repeat_splits_no_hours() {
        let early = "02:30-05:00 Europe/Berlin";
        // From 02:00 to 03:00 there is no time on 30 March 2025 in Berlin, and on 26 October there is each twice.
        check(early, "2025-03-30T00:00:00Z", "2025-03-30T01:00:00Z");
        check(early, "2025-03-30T01:10:00Z", "2025-03-30T01:10:00Z");
        check(early, "2025-10-25T23:00:00Z", "2025-10-26T00:30:00Z");
        check(early, "2025-10-26T01:10:00Z", "2025-10-26T01:10:00Z");
        let late = "22:00-02:30 Europe/Berlin";
        check(late, "2025-10-26T00:29:00Z", "2025-10-26T00:29:00Z");
        check(late, "2025-10-26T01:10:00Z", "2025-10-26T21:00:00Z");
        check(late, "2025-03-30T00:59:00Z", "2025-03-30T00:59:00Z");
        check(late, "2025-03-30T01:00:00Z", "2025-03-30T20:00:00Z");
        check("02:10-02:50 Europe/Berlin", "2025-03-30T00:30:00Z", "2025-03-31T00:10:00Z");
    }

    #[test]
    fn the_whole_day_is_hours_too() {
        for words in ["0-24", "00:00-24:00"] {
            let hours = WatchHours::new(words, Tz::Europe__London).unwrap();
            assert_eq!(hours.to_string(), "00:00-24:00 Europe/London");
        }
        check("0-24 Europe/London", "2025-01-10T00:00:00Z", "2025-01-10T00:00:00Z");
        check("0-24 Europe/London", "2025-03-30T23:59:00Z", "2025-03-30T23:59:00Z");
    }

    #[test]
    fn what_is_no_hours_is_refused() {
        for words in ["", "6", "06:00", "06:00-06:00", "24-24", "0-0", "24:01-6", "25-26", "6:70-8", "a-b", "+6-8"] {
            assert_eq!(WatchHours::new(words, Tz::UTC), Err(WatchHoursError), "{words}");
        }
        assert!("06:00-23:00".parse::<WatchHours>().is_err() && "06:00-23:00 Mars".parse::<WatchHours>().is_err());
    }
}
