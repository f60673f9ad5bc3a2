//! Writes an EDTF date as people do.
//!
//! `2025-08-12~` is "about 12 August 2025", `../2025-09` "on or before
//! September 2025", `200X` "the 2000s". The order is day, month, year, as most
//! of the world writes it; nothing is added that the date does not say.

use chrono::{NaiveDateTime, Offset as _, TimeZone as _};
use chrono_tz::{OffsetName as _, Tz};

use super::bounds::{EdtfTime, End, Part};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// Returns the words of a date with these ends; a time of day is told as people of `zone` do.
pub(super) fn of(ends: (End, End), zone: Option<Tz>) -> String {
    let of_part = |part: &Part| of_part(part, zone);
    match ends {
        (End::Open, End::Open) => "unknown".to_owned(),
        (End::Open, End::At(to)) => format!("on or before {}", of_part(&to)),
        (End::At(from), End::Open) => format!("on or after {}", of_part(&from)),
        (End::At(from), End::At(to)) if from == to => of_part(&from),
        (End::At(from), End::At(to)) => format!("{} to {}", of_part(&from), of_part(&to)),
    }
}

fn of_part(part: &Part, zone: Option<Tz>) -> String {
    let year = match part.years {
        (first, last) if first == last => of_year(first),
        (first, last) if last < 0 => format!("{} to {}", of_year(first), of_year(last)),
        (first, last) if last - first < 10 => format!("the {first}s"),
        (first, _) => format!("the {} century", ordinal(first / 100 + 1)),
    };
    let month = match part.month {
        None => None,
        Some(season @ 21..=24) => Some(SEASONS[season as usize - 21]),
        Some(month) => MONTHS.get((month as usize).wrapping_sub(1)).copied(),
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
            let at = part.calendar_day().map(|day| day.and_time(clock.time));
            let local = zone.zip(at).and_then(|(zone, at)| zone_name(zone, at, clock));
            let zone = match (local, clock.is_utc, clock.offset) {
                (Some(name), ..) => format!(" {name}"),
                (None, true, _) => " UTC".to_owned(),
                (None, false, Some(offset)) => format!(" UTC{offset}"),
                (None, false, None) => String::new(),
            };
            format!("{mark}{date}, {}{zone}", clock.time.format("%H:%M"))
        }
    }
}

/// Returns what people of a zone call the offset of a time of theirs: "BST", "Dhaka time"; nothing where it is not theirs.
fn zone_name(zone: Tz, at: NaiveDateTime, clock: EdtfTime) -> Option<String> {
    let moment = at.checked_sub_offset(clock.offset?)?;
    let own = zone.offset_from_utc_datetime(&moment);
    if own.fix() != clock.offset? {
        return None;
    }
    // Where nobody agreed on letters, the tables have a number.
    let letters = own.abbreviation().filter(|name| name.bytes().all(|c| c.is_ascii_alphabetic()));
    Some(letters.map_or_else(|| format!("{} time", place_of(zone)), str::to_owned))
}

/// Returns the place that a zone is named by.
fn place_of(zone: Tz) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// Returns a year; astronomical year 0 is 1 BC.
fn of_year(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - year),
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
        check("../2025-09", "on or before September 2025");
        check("2023-05/..", "on or after May 2023");
        check("2025-03-17/2025-03-23", "17 March 2025 to 23 March 2025");
        check("2027-21", "spring 2027");
        check("200X", "the 2000s");
        check("19XX", "the 20th century");
        check("-0479", "480 BC");
        check("2025-08-12T02:15:00+08:00", "12 August 2025, 02:15 UTC+08:00");
        check("2025-08-12T02:15:00Z", "12 August 2025, 02:15 UTC");
    }

    #[track_caller]
    fn check_in(zone: chrono_tz::Tz, date: &str, want: &str) {
        assert_eq!(Edtf::new(date).expect("a date").words_in(zone), want, "for {date} in {zone}");
    }

    #[test]
    fn a_zone_is_named_as_its_people_do() {
        use chrono_tz::Tz;
        check_in(Tz::Europe__London, "2025-08-12T02:15:00+01:00", "12 August 2025, 02:15 BST");
        check_in(Tz::Europe__London, "2025-01-12T02:15:00+00:00", "12 January 2025, 02:15 GMT");
        check_in(Tz::America__New_York, "2025-08-12T02:15:00-04:00", "12 August 2025, 02:15 EDT");
        check_in(Tz::Asia__Dhaka, "2025-08-12T02:15:00+06:00", "12 August 2025, 02:15 Dhaka time");
        check_in(Tz::UTC, "2025-08-12T02:15:00Z", "12 August 2025, 02:15 UTC");
        // Another place's clock stays what it is.
        check_in(Tz::Europe__London, "2025-08-12T02:15:00+08:00", "12 August 2025, 02:15 UTC+08:00");
        check_in(Tz::Europe__London, "2025-08-12T02:15:00Z", "12 August 2025, 02:15 UTC");
        check_in(Tz::Europe__London, "2025-08-12", "12 August 2025");
    }
}
