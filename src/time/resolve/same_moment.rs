//! Dates two clock times that give one moment in two zones.
//!
//! "It rose at 8:43 p.m. EDT (0043 GMT Wednesday)": the first is of Tuesday.

use chrono::Duration;

use crate::model::{Edtf, Timex};
use crate::time::context::DayCarrier;

/// Moves one of two clock times that give one moment in two zones to the day of the other.
///
/// Where they are no whole days apart they stay: the words contradict each other, or a zone is unknown.
pub(crate) fn agree_on_day(twin: DayCarrier, first: &mut Timex, second: &mut Timex) {
    /// In minutes.
    const DAY: i64 = 24 * 60;
    let instant = |timex: &Timex| timex.edtf.as_ref()?.instant();
    let (Some(one), Some(two)) = (instant(first), instant(second)) else { return };
    let apart = (two - one).num_minutes();
    if apart % DAY != 0 {
        return;
    }
    match twin {
        DayCarrier::FirstDated => move_by(second, -apart / DAY),
        DayCarrier::SecondDated => move_by(first, apart / DAY),
    }
}

/// Moves a clock time by whole days.
fn move_by(timex: &mut Timex, days: i64) {
    let moved = |edtf: &Edtf| {
        let day = edtf.day_as_written()?.checked_add_signed(Duration::try_days(days)?)?;
        let (_, clock) = timex.value.split_once('T')?;
        Some((edtf.on_day(day)?, format!("{}T{clock}", day.format("%Y-%m-%d"))))
    };
    if let Some((edtf, value)) = timex.edtf.as_ref().and_then(moved) {
        (timex.edtf, timex.value) = (Some(edtf), value);
    }
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    #[test]
    fn clock_times_of_one_moment_agree_on_their_day() {
        let at = Some("2025-04-24");
        check("It fell at 1 a.m. Kyiv time on Thursday.", at, "2025-04-24T01:00:00+03:00");
        check(
            "It fell at 1 a.m. Kyiv time (10 p.m. GMT) on Thursday.",
            at,
            "2025-04-24T01:00:00+03:00 2025-04-23T22:00:00+00:00 2025-04-24",
        );
        check(
            "It rose at 8:43 p.m. EDT (0043 GMT Wednesday).",
            at,
            "2025-04-22T20:43:00-04:00 2025-04-23T00:43:00+00:00",
        );
        check("It fell in Nairobi at 8 a.m. local time on Thursday.", at, "2025-04-24T08:00:00+03:00");
        check("It opens at 8 a.m. ET today.", at, "2025-04-24T08:00:00-04:00");
    }
}
