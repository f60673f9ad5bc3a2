//! Gives a clock time beside a part of the day its hour and its day: `yesterday evening at 8`, `last night at 1`.

use chrono::Timelike as _;

use super::day_part::{HourForm, PartOfDay};
use super::parts::WrittenTimeError;
use super::{WrittenDay, WrittenTime};

/// The hour with which a day ends.
const LAST_HOUR: u32 = 23;

impl WrittenTime {
    /// Sets the hour that the part of the day means, and the day that it is on.
    pub(super) fn set_hour_of(&mut self, part: PartOfDay) -> Result<(), WrittenTimeError> {
        let without_hour = || WrittenTimeError::Hour { part: part.to_string(), bounds: part.bounds() };
        let time = self.time.ok_or_else(without_hour)?;
        let unclear = || WrittenTimeError::PartOfDay {
            part: part.to_string(),
            clock: match self.form {
                _ if self.is_end_of_day => "24:00".to_owned(),
                HourForm::Bare => time.format("%-H:%M").to_string(),
                HourForm::Clear => time.format("%H:%M").to_string(),
            },
        };
        if self.is_end_of_day {
            return part.hour(LAST_HOUR, HourForm::Clear).map(|_| ()).ok_or_else(unclear);
        }
        let meant = part.hour(time.hour(), self.form).ok_or_else(unclear)?;
        self.time = time.with_hour(meant.hour);
        self.day = match self.day {
            Some(WrittenDay::FromToday(days)) => Some(WrittenDay::FromToday(days + meant.days)),
            day => day,
        };
        Ok(())
    }
}
