//! Chooses the year or day that words leave out.
//!
//! "Friday" of a clause that looks ahead is the next one, "in March" told in
//! the past the March before, and in a story the one that comes after what was
//! told. Every choice is made among neighbours: the year before, this, the next.

use chrono::{Datelike, NaiveDate};

use super::anchors::{Anchors, at};
use crate::time::calendar::arithmetic::{add_days, holiday};
use crate::time::calendar::timex_value::CalendarPeriod;
use crate::time::phrase::{Anchor, Direction, PartialDate, TimeUnit};
use crate::time::tense::clause::Tense;
use crate::time::tense::context::TenseContext;

impl Anchors {
    /// A date as far as the words give it; the rest follows from tense and place.
    pub fn date(&self, date: &PartialDate, look: TenseContext) -> Option<CalendarPeriod> {
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
            let base = if date.direction == Direction::Same { self.from(Anchor::Reference)? } else { self.base()? };
            date.year = Some(base.year() + shift);
        }
        if date.period {
            return self.period(date.year);
        }
        if date.quarter.is_some() && date.direction == Direction::Same {
            // "the quarter ended Sept. 30", which the report has just called its first
            if let Some(quarter) = self.compared.quarter_beside(self.sentence) {
                return Some(quarter);
            }
            date.direction = Direction::Open;
        }
        match date.year {
            Some(year) => dated(&date, year),
            None => self.undated(&date, look),
        }
    }

    /// "the latest period", "the 1988 period": the stretch that figures are told of.
    fn period(&self, year: Option<i32>) -> Option<CalendarPeriod> {
        let of_year = |year| match self.compared.quarter(self.sentence) {
            Some(CalendarPeriod::Quarter(_, quarter)) if !self.compared.is_sum(self.sentence) => {
                CalendarPeriod::Quarter(year, quarter)
            }
            _ => CalendarPeriod::Year(year),
        };
        year.map(of_year).or_else(|| self.quarter())
    }

    fn decade(&self, decade: i32, is_bc: bool) -> CalendarPeriod {
        let century = match decade {
            _ if is_bc => return CalendarPeriod::DecadeBc(decade),
            10.. => 0,
            _ => self.base().map_or(19, |day| {
                let of_this = day.year().div_euclid(100);
                if day.year() < of_this * 100 + decade * 10 { of_this - 1 } else { of_this }
            }),
        };
        CalendarPeriod::Decade(century * 10 + decade)
    }

    /// A date without a year.
    fn undated(&self, date: &PartialDate, look: TenseContext) -> Option<CalendarPeriod> {
        if let (Some(weekday), None) = (date.weekday, date.day) {
            return self.weekday(weekday, date.direction, look);
        }
        let base = match date.direction {
            Direction::Previous | Direction::Following | Direction::Same => self.from(Anchor::Reference)?,
            Direction::Last | Direction::This | Direction::Next => self.from(Anchor::Document)?,
            Direction::Open => self.base()?,
        };
        let candidates = (-1..=1).filter_map(|shift| dated(date, base.year() + shift));
        let candidates: Vec<CalendarPeriod> = candidates.collect();
        let past = || candidates.iter().rev().copied().find(|point| point.days().0 <= base);
        let before = || candidates.iter().rev().copied().find(|point| point.days().1 < base);
        let ahead = || candidates.iter().copied().find(|point| base <= point.days().1);
        let after = || candidates.iter().copied().find(|point| base < point.days().0);
        let reported = || past().filter(|point| (0..=REPORTED_DAYS).contains(&(base - point.days().1).num_days()));
        let this = || candidates.iter().copied().find(|point| point.year() == base.year());
        match date.direction {
            Direction::Last | Direction::Previous => before(),
            Direction::Next | Direction::Following => after(),
            Direction::This | Direction::Same => this(),
            Direction::Open if self.year.is_some() => self.year.and_then(|year| dated(date, year)),
            Direction::Open if self.narrative && self.story.is_some() => this(),
            Direction::Open if date.quarter.is_some() || date.half.is_some() => match look.tense {
                // "It will report fourth-quarter results" may be of one that is over; "it will close in the fourth quarter".
                Tense::Future if !date.fiscal && look.of_thing => nearest(&candidates, base),
                Tense::Future if !date.fiscal => reported().or_else(ahead),
                _ => past(),
            },
            Direction::Open => match (look.tense, ahead(), nearest(&candidates, base)) {
                // TimeExpr is planned for a month long gone was told of when it was still to come.
                (Tense::Future, Some(next), _) if (next.days().0 - base).num_days() <= FAR_DAYS => Some(next),
                (Tense::Past, _, Some(soon)) if date.day.is_none() || SOON_DAYS < (soon.days().0 - base).num_days() => {
                    past()
                }
                (_, _, nearest) => nearest,
            },
        }
    }

    fn weekday(&self, weekday: u32, direction: Direction, look: TenseContext) -> Option<CalendarPeriod> {
        let base = match direction {
            Direction::Previous | Direction::Following | Direction::Same => self.told_for(TimeUnit::Day)?,
            Direction::Last | Direction::This | Direction::Next => self.from(Anchor::Document)?,
            Direction::Open if look.from_told => self.told_before().or(self.base())?,
            Direction::Open => self.base()?,
        };
        let back = (i64::from(base.weekday().number_from_monday()) - i64::from(weekday)).rem_euclid(7);
        let ahead = (-back).rem_euclid(7);
        let whole_week = |days| if days == 0 { 7 } else { days };
        let shift = match direction {
            Direction::Last | Direction::Previous => -whole_week(back),
            Direction::Next | Direction::Following => whole_week(ahead),
            Direction::This => i64::from(weekday) - i64::from(base.weekday().number_from_monday()),
            Direction::Same => ahead,
            Direction::Open if self.narrative => ahead,
            Direction::Open if look.from_told && self.told_before().is_some() => whole_week(ahead),
            Direction::Open if matches!(look.tense, Tense::Future | Tense::Present) => ahead,
            Direction::Open => -back,
        };
        add_days(base, shift).map(CalendarPeriod::Day)
    }
}

/// Days within which something planned is told of.
const FAR_DAYS: i64 = 300;

/// Days after its end within which a quarter is what companies report on: "will take a charge in the third quarter".
const REPORTED_DAYS: i64 = 45;

/// Days within which a date ahead is nearer than one a year back, whatever the tense.
const SOON_DAYS: i64 = 60;

/// Returns the candidate whose days lie nearest to `base`.
fn nearest(candidates: &[CalendarPeriod], base: NaiveDate) -> Option<CalendarPeriod> {
    let distance = |point: &CalendarPeriod| {
        let (first, last) = point.days();
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
    if let Some(place) = date.holiday {
        let (first, last) = holiday(place, year)?;
        return match (last - first).num_days() {
            0 => Some(CalendarPeriod::Day(first)),
            6 => at(first, TimeUnit::Week),
            _ => Some(CalendarPeriod::Span(first, last)),
        };
    }
    match (date.month, date.day) {
        (Some(month), Some(day)) => {
            let day = NaiveDate::from_ymd_opt(year, month, day)?;
            if date.week { at(day, TimeUnit::Week) } else { Some(CalendarPeriod::Day(day)) }
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
