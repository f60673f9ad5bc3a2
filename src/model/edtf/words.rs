//! Writes an EDTF date as people do.
//!
//! `2025-08-12~` is "about 12 August 2025", `../2025-09` "by
//! September 2025", `200X` "the 2000s". The order is day, month, year, as most
//! of the world writes it; nothing is added that the date does not say. What is
//! written here, `typed_date` reads again.

use chrono::Datelike;
use chrono_tz::Tz;

use super::bounds::{End, Part};
use crate::model::calendar_names::{FIRST_SEASON, MONTHS, SEASONS};
use crate::model::zone_name::zone_label;

/// Returns the words of a date with these ends; a clock time of known offset is told by the clock of `zone`.
pub(super) fn of(ends: (End, End), zone: Option<Tz>) -> String {
    let of_part = |part: &Part| of_part(part, zone);
    match ends {
        (End::Open, End::Open) => "unknown".to_owned(),
        (End::Open, End::At(to)) if to.month.is_none() => format!("by the end of {}", of_part(&to)),
        (End::Open, End::At(to)) => format!("by {}", of_part(&to)),
        (End::At(from), End::Open) => format!("from {} on", of_part(&from)),
        (End::At(from), End::At(to)) if from == to => of_part(&from),
        (End::At(from), End::At(to)) => format!("{} to {}", of_part(&from), of_part(&to)),
    }
}

fn of_part(part: &Part, zone: Option<Tz>) -> String {
    if let (Some(zone), Some(clock)) = (zone, part.clock)
        && (clock.is_utc || clock.offset.is_some())
    {
        let local = part.first(zone).with_timezone(&zone);
        let day = Part {
            years: (local.year(), local.year()),
            month: Some(local.month()),
            day: Some(local.day()),
            clock: None,
            ..*part
        };
        return format!("{}, {} {}", of_part(&day, None), local.format("%H:%M"), zone_label(local.to_utc(), zone));
    }
    let year = match part.years {
        (first, last) if first == last => of_year(first),
        (first, last) if last < 0 => format!("{} to {}", of_year(first), of_year(last)),
        // "The 1900s" may be a century; of this one nobody has seen more than the decade.
        (first, last) if last - first < 10 && (first < 1000 || first % 100 == 0 && first != 2000) => {
            format!("the years {first} to {last}")
        }
        (first, last) if last - first < 10 => format!("the {first}s"),
        (first, _) => format!("the {} century", ordinal(first / 100 + 1)),
    };
    let month = match part.month {
        None => None,
        Some(season @ FIRST_SEASON..) => SEASONS.get((season - FIRST_SEASON) as usize).map(|name| name.long),
        Some(month) => MONTHS.get((month as usize).wrapping_sub(1)).map(|name| name.long),
    };
    let date = match (part.day, month) {
        (Some(day), Some(month)) => format!("{day} {month} {year}"),
        (None, Some(month)) => format!("{month} {year}"),
        _ => year,
    };
    let mark = match (part.approximate, part.uncertain) {
        (true, true) => "perhaps about ",
        (true, false) => "about ",
        (false, true) => "perhaps ",
        (false, false) => "",
    };
    match part.clock {
        None => format!("{mark}{date}"),
        Some(clock) => {
            let zone = match (clock.is_utc, clock.offset) {
                (true, _) => " UTC".to_owned(),
                (false, Some(offset)) => format!(" UTC{offset}"),
                (false, None) => String::new(),
            };
            format!("{mark}{date}, {}{zone}", clock.time.format("%H:%M"))
        }
    }
}

/// Returns a year; astronomical year 0 is 1 BC. One of fewer than four digits would be read as another number.
fn of_year(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - year),
        1..1000 => format!("{year} AD"),
        _ => year.to_string(),
    }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::Tz;
    use crate::model::Edtf;

    #[track_caller]
    fn check(date: &str, want: &str) {
        assert_eq!(Edtf::new(date).expect("a date").words(), want, "for {date}");
    }

    #[test]
    fn dates_read_as_people_write_them() {
        check("2025-08-12", "12 August 2025");
        check("2025-08-12~", "about 12 August 2025");
        check("2025-08?", "perhaps August 2025");
        check("2025-08-XX", "August 2025");
        check("../2025-09", "by September 2025");
        check("../2025", "by the end of 2025");
        check("../2025-12-31", "by 31 December 2025");
        check("2023-05/..", "from May 2023 on");
        check("2025-03-17/2025-03-23", "17 March 2025 to 23 March 2025");
        check("2027-21", "spring 2027");
        check("200X", "the 2000s");
        check("190X", "the years 1900 to 1909");
        check("0480-03", "March 480 AD");
        check("19XX", "the 20th century");
        check("-0479", "480 BC");
        check("2025-08-12T02:15:00+08:00", "12 August 2025, 02:15 UTC+08:00");
        check("2025-08-12T02:15:00Z", "12 August 2025, 02:15 UTC");
    }

    #[test]
    fn clock_times_are_told_by_the_clock_of_a_zone() {
        let check = |date: &str, zone: Tz, want: &str| {
            assert_eq!(Edtf::new(date).expect("a date").words_in(zone), want, "for {date}");
        };
        check("2025-08-12T02:15:00+01:00", Tz::Europe__London, "12 August 2025, 02:15 BST");
        check("2025-01-12T02:15:00+00:00", Tz::Europe__London, "12 January 2025, 02:15 GMT");
        check("2025-08-12T02:15:00-04:00", Tz::America__New_York, "12 August 2025, 02:15 EDT");
        check("2025-08-12T02:15:00+06:00", Tz::Asia__Dhaka, "12 August 2025, 02:15 UTC+06:00");
        // Another place's clock is told by that of the zone.
        check("2025-08-12T02:15:00+08:00", Tz::Europe__London, "11 August 2025, 19:15 BST");
        check("2025-08-12T23:15:00Z", Tz::Asia__Manila, "13 August 2025, 07:15 PST");
        check("2025-08-12T23:15:00Z", Tz::America__Sao_Paulo, "12 August 2025, 20:15 UTC-03:00");
        check("2025-08-12T23:15:00Z", Tz::UTC, "12 August 2025, 23:15 UTC");
        check("2025-08-12T02:15:00", Tz::Europe__London, "12 August 2025, 02:15");
        check("2025-08-12", Tz::Europe__London, "12 August 2025");
        check("../2025-09", Tz::Europe__London, "by September 2025");
    }
}
