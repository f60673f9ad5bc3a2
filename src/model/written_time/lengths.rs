//! Reads lengths of time that say how far a moment lies from now: `3 days ago`, `in 2 hours`, `2d` alone.

use super::parts::{WrittenTimeError, count_and_unit, count_named};
use super::{WrittenDay, WrittenTime};

/// The most digits of a count that is joined to its unit: `1430h` is a time of day.
const JOINED_DIGITS: usize = 3;

impl WrittenTime {
    /// Returns whether a length of time alone is written, which names a moment only to those who look back or ahead.
    pub fn is_length(&self) -> bool {
        self.is_length
    }

    /// Takes `3 days ago`, `2h ago`, `in 2 hours`, `now`.
    pub(super) fn take_ago(&mut self, words: &[&str]) -> Result<Option<usize>, WrittenTimeError> {
        if words[0] == "now" {
            return self.set_day(WrittenDay::MinutesAgo(0), "now").map(|()| Some(1));
        }
        let (count, unit, sign, taken) = match *words {
            [count, unit, "ago", ..] => (count, unit, 1, 3),
            [joined, "ago", ..] => {
                let (count, unit) = count_and_unit(joined);
                (count, unit, 1, 2)
            }
            ["in", count, unit, ..] if count_named(count).is_some() => (count, unit, -1, 3),
            ref all => return self.take_length(all),
        };
        let count = count_named(count).ok_or_else(|| WrittenTimeError::Word(count.to_owned()))?;
        let many = i64::from(count) * sign;
        let day = match (singular(unit), sign) {
            ("minute" | "min" | "m", _) => WrittenDay::MinutesAgo(many),
            ("hour" | "hr" | "h", _) => WrittenDay::MinutesAgo(many * 60),
            ("day" | "d", _) => WrittenDay::FromToday(-many),
            ("week" | "w", _) => WrittenDay::FromToday(-many * 7),
            ("month", 1) => WrittenDay::MonthsAgo(count),
            ("year" | "y", 1) => WrittenDay::MonthsAgo(count.saturating_mul(12)),
            _ => return Err(WrittenTimeError::Word(unit.to_owned())),
        };
        self.set_day(day, words[0]).map(|()| Some(taken))
    }

    /// Takes `2d`, `90m`, `2 weeks`, where nothing else is said.
    fn take_length(&mut self, words: &[&str]) -> Result<Option<usize>, WrittenTimeError> {
        let (count, unit) = match *words {
            [joined] if count_and_unit(joined).0.len() <= JOINED_DIGITS => count_and_unit(joined),
            [count, unit] => (count, unit),
            _ => return Ok(None),
        };
        let is_first = self.day.is_none() && self.time.is_none() && self.beside.is_none() && self.part.is_none();
        let is_unit =
            matches!(singular(unit), "minute" | "min" | "m" | "hour" | "hr" | "h" | "day" | "d" | "week" | "w");
        if !is_first || !is_unit || count_named(count).is_none() {
            return Ok(None);
        }
        self.is_length = true;
        self.take_ago(&[count, unit, "ago"])?;
        Ok(Some(words.len()))
    }
}

/// Returns a unit without the "s" of several: "mins"; "ms" is no unit.
fn singular(unit: &str) -> &str {
    unit.strip_suffix('s').filter(|unit| 1 < unit.len()).unwrap_or(unit)
}
