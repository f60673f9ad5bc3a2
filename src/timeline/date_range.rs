//! Says which moments a date allows, so that entries can be ordered and compared as numbers.
//!
//! An open end counts as its known side: "by September" stands in September,
//! not at the beginning of time, and "since May 2023" in May 2023.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{Edtf, Precision};

/// First and last moment, in seconds since 1970, and how finely they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DateRange {
    pub first: i64,
    pub last: i64,
    pub grain: DateGrain,
}

/// How finely a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DateGrain {
    Coarse,
    Day,
    Clock,
}

impl DateRange {
    /// Returns the moments that `date` allows, with days and months in `zone`.
    pub fn of(date: &Edtf, zone: Tz) -> Self {
        let (first, last) = date.bounds(zone);
        let known = match (first == DateTime::<Utc>::MIN_UTC, last == DateTime::<Utc>::MAX_UTC) {
            (false, false) => (first, last),
            _ => known_end(date).map_or((first, last), |end| end.bounds(zone)),
        };
        let grain = match date.precision() {
            _ if date.is_interval() => DateGrain::Coarse,
            fine if Precision::Day < fine => DateGrain::Clock,
            Precision::Day => DateGrain::Day,
            _ => DateGrain::Coarse,
        };
        Self { first: known.0.timestamp(), last: known.1.timestamp(), grain }
    }

    pub const fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    pub const fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// Returns the one end of an interval that is known.
fn known_end(date: &Edtf) -> Option<Edtf> {
    let ends = date.as_str().split('/');
    ends.filter(|end| !matches!(*end, "" | "..")).find_map(|end| Edtf::new(end).ok())
}

/// Returns the day that `date` names, as its own clock shows it.
pub fn day_of(date: &Edtf) -> Option<NaiveDate> {
    let text = date.as_str();
    if text.contains('/') {
        return None;
    }
    text.split('T').next().unwrap_or(text).trim_end_matches(['?', '~', '%']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, want: &str) {
        let found = DateRange::of(&Edtf::new(date).unwrap(), chrono_tz::Europe::London);
        let show = |seconds| DateTime::from_timestamp(seconds, 0).unwrap().format("%Y-%m-%d").to_string();
        assert_eq!(format!("{} {} {:?}", show(found.first), show(found.last), found.grain), want, "for {date}");
    }

    #[test]
    fn an_open_end_counts_as_its_known_side() {
        check("2025-02-27", "2025-02-27 2025-02-27 Day");
        check("../2025-12", "2025-12-01 2025-12-31 Coarse");
        check("2023-02/..", "2023-02-01 2023-02-28 Coarse");
        check("2025-02-27T19:00:00Z", "2025-02-27 2025-02-27 Clock");
    }

    #[test]
    fn a_day_is_a_day_only_when_it_is_one() {
        let day = |text: &str| day_of(&Edtf::new(text).unwrap()).map(|day| day.to_string());
        assert_eq!(day("2025-02-27T19:00:00Z").as_deref(), Some("2025-02-27"));
        assert_eq!(day("2025-02").as_deref(), None);
        assert_eq!(day("2025-02-27/2025-02-28").as_deref(), None);
    }
}
