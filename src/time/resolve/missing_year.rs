//! Chooses the year or day that words leave out.
//!
//! "Friday" in a clause that looks ahead is the next one, "in March" in the
//! past tense the March before, and in a narrative the one after its last date.
//! Every choice is made among neighbours: the year before, this, the next.

use chrono::{Datelike, NaiveDate};

use super::anchors::Anchors;
use crate::time::calendar::arithmetic::{add_days, days_of_holiday, nth_weekday};
use crate::time::calendar::{CalendarPeriod, period_holding};
use crate::time::phrase::{Anchor, DateDirection, PartialDate, TimeUnit};
use crate::time::tense::TenseContext;
use crate::time::tense::clause::Tense;

impl Anchors {
    /// Returns the period of a date; what the words leave out follows from tense and place.
    pub(crate) fn date(&self, date: &PartialDate, tense: TenseContext) -> Option<CalendarPeriod> {
        if let Some(decade) = date.decade {
            return Some(self.decade(decade, date.is_bc));
        }
        if let Some(century) = date.century {
            return Some(if date.is_bc {
                CalendarPeriod::CenturyBc(century)
            } else {
                CalendarPeriod::Century(century)
            });
        }
        let mut date = *date;
        if date.numeric && (12 < date.month? || self.day_first && date.day? <= 12) {
            (date.month, date.day) = (date.day, date.month);
        }
        if let Some(shift) = date.year_shift {
            let base = if date.direction == DateDirection::Same {
                self.anchor_day(Anchor::Reference)?
            } else {
                self.base_day()?
            };
            date.year = Some(base.year() + shift);
        }
        if date.is_reporting_period {
            return self.reported_period(date.year);
        }
        if date.quarter.is_some() && date.direction == DateDirection::Same {
            // "the quarter ended Sept. 30", which the report has just called its fiscal first
            if let Some(quarter) = self.reporting_period.quarter_beside(self.sentence) {
                return Some(quarter);
            }
            date.direction = DateDirection::Open;
        }
        match date.year {
            Some(year) => dated(&date, year),
            None => self.undated(&date, tense),
        }
    }

    /// Returns "the latest period", "the 1988 period": the one that the text reports figures of.
    fn reported_period(&self, year: Option<i32>) -> Option<CalendarPeriod> {
        let of_year = |year| match self.reporting_period.quarter(self.sentence) {
            Some(CalendarPeriod::Quarter(_, quarter)) if !self.reporting_period.is_sum(self.sentence) => {
                CalendarPeriod::Quarter(year, quarter)
            }
            _ => CalendarPeriod::Year(year),
        };
        year.map(of_year).or_else(|| self.quarter())
    }

    /// Returns a decade; one without its century ("the nineties") is the last that has begun.
    fn decade(&self, decade: i32, is_bc: bool) -> CalendarPeriod {
        let century = match decade {
            _ if is_bc => return CalendarPeriod::DecadeBc(decade),
            10.. => 0,
            _ => self.base_day().map_or(19, |day| {
                let of_this = day.year().div_euclid(100);
                if day.year() < of_this * 100 + decade * 10 { of_this - 1 } else { of_this }
            }),
        };
        CalendarPeriod::Decade(century * 10 + decade)
    }

    /// Returns the period of a date without a year.
    fn undated(&self, date: &PartialDate, tense: TenseContext) -> Option<CalendarPeriod> {
        if let (Some(weekday), None, None) = (date.weekday, date.day, date.which) {
            return self.weekday(weekday, date.direction, tense);
        }
        let base = match date.direction {
            DateDirection::Previous | DateDirection::Following | DateDirection::Same => {
                self.anchor_day(Anchor::Reference)?
            }
            DateDirection::Last | DateDirection::This | DateDirection::Next => self.anchor_day(Anchor::Document)?,
            DateDirection::Open => self.base_day()?,
        };
        if date.which.is_some() && date.month.is_none() {
            return dated(&PartialDate { month: Some(base.month()), ..*date }, base.year());
        }
        let candidates = (-1..=1).filter_map(|shift| dated(date, base.year() + shift));
        let candidates: Vec<CalendarPeriod> = candidates.collect();
        let past = || candidates.iter().rev().copied().find(|period| period.days().0 <= base);
        let before = || candidates.iter().rev().copied().find(|period| period.days().1 < base);
        let ahead = || candidates.iter().copied().find(|period| base <= period.days().1);
        let after = || candidates.iter().copied().find(|period| base < period.days().0);
        let reported = || past().filter(|period| (0..=MAX_REPORT_DAYS).contains(&(base - period.days().1).num_days()));
        let this = || candidates.iter().copied().find(|period| period.year() == base.year());
        match date.direction {
            DateDirection::Last | DateDirection::Previous => before(),
            DateDirection::Next | DateDirection::Following => after(),
            DateDirection::This | DateDirection::Same => this(),
            DateDirection::Open if self.path_year.is_some() => self.path_year.and_then(|year| dated(date, year)),
            DateDirection::Open if self.is_narrative && self.narrative_time.is_some() => this(),
            DateDirection::Open if date.day.is_some() && self.goes_on_from_past(date, tense, &candidates, base) => {
                self.reference_day.and_then(|(day, _)| following(date, day))
            }
            DateDirection::Open if date.quarter.is_some() || date.half.is_some() => match tense.tense {
                // "It will report fourth-quarter results" may be of one that is over; "it will close in the fourth quarter".
                Tense::Future if !date.fiscal && tense.modifies_noun => nearest(&candidates, base),
                Tense::Future if !date.fiscal => reported().or_else(ahead),
                _ => past(),
            },
            DateDirection::Open => match (tense.tense, ahead(), nearest(&candidates, base)) {
                // A month further ahead is no plan: the text speaks of one that was still to come.
                (Tense::Future, Some(next), _) if (next.days().0 - base).num_days() <= MAX_PLAN_DAYS => Some(next),
                // "The season ends on 24 May"
                (Tense::Present, Some(next), _)
                    if date.day.is_some() && (next.days().0 - base).num_days() <= MAX_PLAN_DAYS =>
                {
                    Some(next)
                }
                (Tense::Past, _, Some(soon))
                    if date.day.is_none() || MAX_DAYS_AHEAD < (soon.days().0 - base).num_days() =>
                {
                    past()
                }
                (_, _, nearest) => nearest,
            },
        }
    }

    /// Returns whether a day without its year goes on from a day of a year long past that has just been told: "on 22 February
    /// 2021. Police were called in on 15 March". A day near the text's own is one of the news.
    fn goes_on_from_past(
        &self,
        date: &PartialDate,
        tense: TenseContext,
        candidates: &[CalendarPeriod],
        base: NaiveDate,
    ) -> bool {
        let Some((day, sentence)) = self.reference_day.filter(|(day, _)| MAX_PLAN_DAYS < (base - *day).num_days())
        else {
            return false;
        };
        let is_near = |period: &CalendarPeriod| (period.days().0 - base).num_days().abs() <= MAX_REPORT_DAYS;
        self.sentence <= sentence + 1
            && tense.tense == Tense::Past
            && !candidates.iter().any(is_near)
            && following(date, day).is_some_and(|period| period.days().1 < base)
    }

    /// Returns the day of a weekday without a date.
    fn weekday(&self, weekday: u32, direction: DateDirection, tense: TenseContext) -> Option<CalendarPeriod> {
        let base = match direction {
            DateDirection::Previous | DateDirection::Following | DateDirection::Same => {
                self.reference_day_for(TimeUnit::Day)?
            }
            DateDirection::Last | DateDirection::This | DateDirection::Next => self.anchor_day(Anchor::Document)?,
            DateDirection::Open if tense.from_reference => self.past_reference_day().or(self.base_day())?,
            DateDirection::Open => self.base_day()?,
        };
        let back = (i64::from(base.weekday().number_from_monday()) - i64::from(weekday)).rem_euclid(7);
        let ahead = (-back).rem_euclid(7);
        let whole_week = |days| if days == 0 { 7 } else { days };
        let shift = match direction {
            DateDirection::Last | DateDirection::Previous => -whole_week(back),
            DateDirection::Next | DateDirection::Following => whole_week(ahead),
            DateDirection::This => i64::from(weekday) - i64::from(base.weekday().number_from_monday()),
            DateDirection::Same => ahead,
            DateDirection::Open if self.is_narrative => ahead,
            DateDirection::Open if tense.from_reference && self.past_reference_day().is_some() => whole_week(ahead),
            DateDirection::Open if matches!(tense.tense, Tense::Future | Tense::Present) => ahead,
            DateDirection::Open => -back,
        };
        add_days(base, shift).map(CalendarPeriod::Day)
    }
}

/// Days ahead within which the news speaks of a plan.
const MAX_PLAN_DAYS: i64 = 300;

/// Days after its end within which a quarter is what companies report on: "will take a charge in the third quarter".
const MAX_REPORT_DAYS: i64 = 45;

/// Days within which a date ahead is nearer than one a year back, whatever the tense.
const MAX_DAYS_AHEAD: i64 = 60;

/// Returns the first day that a date without its year can be on or after `day`.
fn following(date: &PartialDate, day: NaiveDate) -> Option<CalendarPeriod> {
    (0..=1).filter_map(|shift| dated(date, day.year() + shift)).find(|period| day <= period.days().0)
}

/// Returns the candidate whose days lie nearest to `base`.
fn nearest(candidates: &[CalendarPeriod], base: NaiveDate) -> Option<CalendarPeriod> {
    let distance = |period: &CalendarPeriod| {
        let (first, last) = period.days();
        if first <= base && base <= last {
            0
        } else {
            (first - base).num_days().abs().min((last - base).num_days().abs())
        }
    };
    candidates.iter().copied().min_by_key(distance)
}

/// Returns the date in a year; `None` when there is no such day.
fn dated(date: &PartialDate, year: i32) -> Option<CalendarPeriod> {
    if let (Some(which), Some(month), Some(weekday)) = (date.which, date.month, date.weekday) {
        return nth_weekday(year, month, weekday, which).map(CalendarPeriod::Day);
    }
    if let Some(row) = date.holiday {
        let (first, last) = days_of_holiday(row, year)?;
        return match (last - first).num_days() {
            0 => Some(CalendarPeriod::Day(first)),
            6 => period_holding(first, TimeUnit::Week),
            _ => Some(CalendarPeriod::Span(first, last)),
        };
    }
    match (date.month, date.day) {
        (Some(month), Some(day)) => {
            let day = NaiveDate::from_ymd_opt(year, month, day)?;
            if date.week { period_holding(day, TimeUnit::Week) } else { Some(CalendarPeriod::Day(day)) }
        }
        (Some(month), None) => (1..=12).contains(&month).then_some(CalendarPeriod::Month(year, month)),
        (None, Some(_)) => None,
        (None, None) => match (date.quarter, date.half, date.season) {
            (Some(quarter), ..) => Some(CalendarPeriod::Quarter(year, quarter)),
            (_, Some(half), _) => Some(CalendarPeriod::Half(year, half)),
            (_, _, Some(season)) => Some(CalendarPeriod::Season(year, season)),
            _ => Some(CalendarPeriod::Year(year)),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    #[test]
    fn a_day_in_the_present_tense_lies_ahead() {
        check("The season ends on 24 May.", Some("2025-08-11"), "2026-05-24");
        check("The season ended on 24 May.", Some("2025-08-11"), "2025-05-24");
        check("He is accused of hiding the files on 24 May.", Some("2025-08-11"), "2025-05-24");
        check("The clerk faces claims of selling tickets on 3 March.", Some("2025-08-11"), "2025-03-03");
        check("The lease, signed by her on 24 May, is void.", Some("2025-08-11"), "2025-05-24");
    }

    #[test]
    fn a_month_has_only_its_own_weekdays() {
        check("It opened on the fifth Friday of February 2025.", Some("2025-08-11"), "");
        check("It opened on the fifth Friday of May 2025.", Some("2025-08-11"), "2025-05-30");
    }

    #[test]
    fn a_week_before_a_named_day_is_counted_from_it() {
        let at = Some("2024-05-15");
        check("It closed the week before last.", at, "2024-04-29/2024-05-05");
        check("It closed the week before last Tuesday.", at, "2024-05-06/2024-05-12");
    }

    #[test]
    fn a_number_before_a_part_of_the_day_is_an_hour_behind_at() {
        let at = Some("2024-05-15");
        check("It opens at 8 this evening.", at, "2024-05-15T20:00:00+00:00");
        check("The blast killed 3 this morning.", at, "2024-05-15");
        check("They caught 4 in the afternoon.", at, "");
    }

    #[test]
    fn a_quarter_that_is_planned_for_lies_ahead() {
        let at = Some("2026-03-05");
        check("It will close the deal in the fourth quarter.", at, "2026-10/2026-12");
        check("It will report fourth-quarter results on Friday.", at, "2025-10/2025-12 2026-03-06");
    }
}
