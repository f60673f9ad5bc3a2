//! Decides whether 3/5/2024 is the third of May or the fifth of March.
//!
//! A text that also has 25/3/2024, or that writes "3 May", puts the day first;
//! 3/25/2024 and "May 3" put it behind. Where the text does not say, the story's
//! zone does, and where that is unknown too the month comes first, with a note.

use chrono_tz::Tz;

use super::day_month_order_table::DAY_FIRST_ZONES;
use crate::text::rule_table::rows;

/// Which of two figures is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayMonthOrder {
    /// 3/5/2024 is the third of May.
    DayFirst,
    /// 3/5/2024 is the fifth of March.
    MonthFirst,
    /// Neither the text nor the zone decides.
    Unknown,
}

/// Returns the order that the words of a text's times show, else that of the story's zone.
pub(crate) fn order_in<'a>(words: impl Iterator<Item = &'a str>, zone: Tz) -> DayMonthOrder {
    let mut leaning = DayMonthOrder::Unknown;
    for words in words {
        if let Some((first, second)) = open_figures(words) {
            match (12 < first, 12 < second) {
                (true, false) => return DayMonthOrder::DayFirst,
                (false, true) => return DayMonthOrder::MonthFirst,
                _ => {}
            }
        } else if leaning == DayMonthOrder::Unknown {
            leaning = written(words);
        }
    }
    match leaning {
        DayMonthOrder::Unknown => of_zone(zone),
        known => known,
    }
}

/// Returns the two figures of "3/5/2024" whose order may be open.
pub(crate) fn open_figures(words: &str) -> Option<(u32, u32)> {
    let mut fields = words.split(['/', '.', '-']);
    let field = |text: Option<&str>| text.filter(|text| text.len() <= 2).and_then(|text| text.parse::<u32>().ok());
    let (first, second) = (field(fields.next())?, field(fields.next())?);
    let year = fields.next()?;
    let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    (is_year && fields.next().is_none()).then_some((first, second))
}

/// Returns the order of "3 May" or "May 3".
fn written(words: &str) -> DayMonthOrder {
    let mut parts = words.split([' ', ',', '.', '\n']).filter(|part| !part.is_empty());
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else { return DayMonthOrder::Unknown };
    let is_day = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| {
        part.len() >= 3 && part.starts_with(char::is_uppercase) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    match (is_day(first) && is_month(second), is_month(first) && is_day(second)) {
        (true, _) => DayMonthOrder::DayFirst,
        (_, true) => DayMonthOrder::MonthFirst,
        _ => DayMonthOrder::Unknown,
    }
}

/// Returns the order that is usual in a zone: the United States and the Philippines put the month first.
fn of_zone(zone: Tz) -> DayMonthOrder {
    let name = zone.name();
    match name {
        "UTC" | "Etc/UTC" | "GMT" => DayMonthOrder::Unknown,
        "Asia/Manila" | "Pacific/Honolulu" => DayMonthOrder::MonthFirst,
        _ if name.starts_with("US/") => DayMonthOrder::MonthFirst,
        _ if name.starts_with("America/") && !rows(DAY_FIRST_ZONES).any(|zone| name.starts_with(zone)) => {
            DayMonthOrder::MonthFirst
        }
        _ => DayMonthOrder::DayFirst,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;

    #[test]
    fn every_zone_that_puts_the_day_first_decides() {
        let frames = ["{}", "{}/Buenos_Aires"];
        let order = |name: &str| name.parse::<Tz>().ok().map(of_zone);
        assert_eq!(needless_words(DAY_FIRST_ZONES, &frames, order), [""; 0]);
    }

    #[track_caller]
    fn check(words: &[&str], zone: Tz, want: DayMonthOrder) {
        assert_eq!(order_in(words.iter().copied(), zone), want, "{words:?}");
    }

    #[test]
    fn the_text_decides_before_the_zone() {
        check(&["3/5/2024", "25/3/2024"], Tz::America__New_York, DayMonthOrder::DayFirst);
        check(&["3/5/2024", "3/25/2024"], Tz::Europe__London, DayMonthOrder::MonthFirst);
        check(&["3/5/2024", "4 May 2023"], Tz::UTC, DayMonthOrder::DayFirst);
        check(&["3/5/2024", "May 4, 2023"], Tz::Europe__London, DayMonthOrder::MonthFirst);
        check(&["3/5/2024"], Tz::Europe__London, DayMonthOrder::DayFirst);
        check(&["3/5/2024"], Tz::America__Chicago, DayMonthOrder::MonthFirst);
        check(&["3/5/2024"], Tz::UTC, DayMonthOrder::Unknown);
    }
}
