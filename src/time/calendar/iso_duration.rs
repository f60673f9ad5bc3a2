//! Reads the value of a length of time back as a number: `P10Y6M` and `P126M` are 126 months.
//!
//! Lengths that mix months with days, and lengths of a part of a day, are left alone: no number of days is a month.

/// The unit in which lengths are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LengthUnit {
    /// Years are twelve of them.
    Months,
    /// Weeks are seven of them.
    Days,
}

impl LengthUnit {
    /// Returns the unit's name.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Days => "days",
        }
    }
}

/// Returns how long a TIMEX3 duration is, in months or in days.
pub(crate) fn read_length(value: &str) -> Option<(f64, LengthUnit)> {
    let mut rest = value.strip_prefix('P')?;
    let mut length: Option<(f64, LengthUnit)> = None;
    while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let amount: f64 = rest[..end].parse().ok()?;
        let (factor, unit) = match &rest[end..=end] {
            "Y" => (12.0, LengthUnit::Months),
            "M" => (1.0, LengthUnit::Months),
            "W" => (7.0, LengthUnit::Days),
            "D" => (1.0, LengthUnit::Days),
            _ => return None,
        };
        let before = length.map_or(0.0, |(amount, _)| amount);
        if length.is_some_and(|(_, other)| other != unit) {
            return None;
        }
        length = Some((before + amount * factor, unit));
        rest = &rest[end + 1..];
    }
    length.filter(|_| rest.is_empty())
}

/// A length of time, in minutes or in months: a month has no fixed number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TimeLength {
    Minutes(u64),
    Months(u64),
}

/// Returns a length of time in one form, `None` for a date, a month or a year: `PT24H` and `P1D` are one, `P18M` and `P1.5Y`.
pub(crate) fn length(value: &str) -> Option<TimeLength> {
    let (is_clock, amount) = match (value.strip_prefix("PT"), value.strip_prefix('P')?) {
        (Some(clock), _) => (true, clock),
        (None, days) => (false, days),
    };
    let (number, unit) = amount.split_at_checked(amount.len().checked_sub(1)?)?;
    let number: f64 = number.parse().ok()?;
    let round = |factor: f64| (number * factor).round() as u64;
    match (is_clock, unit) {
        (true, "H") => Some(TimeLength::Minutes(round(60.0))),
        (true, "M") => Some(TimeLength::Minutes(round(1.0))),
        (false, "D") => Some(TimeLength::Minutes(round(1440.0))),
        (false, "W") => Some(TimeLength::Minutes(round(10_080.0))),
        (false, "M") => Some(TimeLength::Months(round(1.0))),
        (false, "Y") => Some(TimeLength::Months(round(12.0))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_length_has_one_form() {
        assert_eq!(length("PT24H"), length("P1D"));
        assert_eq!(length("P18M"), length("P1.5Y"));
        assert_eq!(length("PT90M"), Some(TimeLength::Minutes(90)));
        assert_ne!(length("P30D"), length("P1M"));
        assert_eq!(length("2026-03"), None);
    }

    #[test]
    fn lengths_are_read_in_months_or_days() {
        assert_eq!(read_length("P10Y6M"), read_length("P126M"));
        assert_eq!(read_length("P2W"), Some((14.0, LengthUnit::Days)));
        assert_eq!(read_length("P0.5Y"), Some((6.0, LengthUnit::Months)));
        for none in ["PT5H", "PXM", "P1M2D", "P", "2025-01", "P3WE"] {
            assert_eq!(read_length(none), None, "{none}");
        }
    }
}
