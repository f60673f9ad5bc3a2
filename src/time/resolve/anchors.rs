//! Anchors phrases: from "last month" and a document of May 2024 to April 2024.
//!
//! A news text is read against its own date; the tense of the clause tells
//! whether "Friday" has been or will be. A narrative is read against itself:
//! the year last named holds until another is. Words that point back ("the
//! next day", "a year earlier") go from the time told of last in either.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::model::{Edtf, Setting, TimexMod, TimexType};

use super::reporting_period::ReportingPeriod;
use crate::time::calendar::arithmetic::{add_days, add_months, monday};
use crate::time::calendar::timex_value::{self, CalendarPeriod};
use crate::time::calendar::zones;
use crate::time::phrase::{
    Anchor, ClockStyle, DayPart, Length, PartialDate, TimeExpr, TimeOfDay, TimePhrase, TimeUnit, Zone,
};
use crate::time::tense::clause::Tense;
use crate::time::tense::context::TenseContext;

/// TimeExpr the text has told so far, and how it is to be read.
pub struct Anchors {
    pub setting: Setting,
    /// The document's day; `None` when nobody gave one.
    pub today: Option<NaiveDate>,
    /// The reference moves with the story.
    pub narrative: bool,
    /// In figures the day comes first.
    pub day_first: bool,
    /// The year that a story's path gives the phrase that is being read.
    pub year: Option<i32>,
    /// The zone that "local time" means.
    pub local: Option<Tz>,
    /// The date told of last.
    pub told: Option<CalendarPeriod>,
    /// Where a narrative stands; background years do not move it.
    pub story: Option<CalendarPeriod>,
    /// A year told in passing, and the only sentence it counts in.
    pub aside: Option<(usize, CalendarPeriod)>,
    /// The sentence that moved the story last.
    pub moved_in: Option<usize>,
    /// The sentence that is being read.
    pub sentence: usize,
    /// The day of the last week that the text told of last.
    pub news: Option<NaiveDate>,
    /// The stretch that figures are told of.
    pub compared: ReportingPeriod,
    /// The sentence `told` stands in.
    pub told_sentence: usize,
    /// The day told of last, and its sentence.
    pub told_day: Option<(NaiveDate, usize)>,
    /// Minutes of the clock that a live blog's last entry was stamped with, and whether newer entries stand first.
    pub stamped: Option<(i32, Option<bool>)>,
}

/// A phrase anchored in time.
#[derive(Debug, Default)]
pub struct Resolved {
    pub kind: Option<TimexType>,
    pub value: String,
    pub edtf: Option<String>,
    pub modifier: Option<TimexMod>,
}

impl Anchors {
    pub fn new(setting: Setting, today: Option<NaiveDate>, narrative: bool) -> Self {
        Self {
            setting,
            today,
            narrative,
            day_first: false,
            local: None,
            year: None,
            told: None,
            story: None,
            aside: None,
            moved_in: None,
            sentence: 0,
            compared: ReportingPeriod::default(),
            news: None,
            told_sentence: 0,
            told_day: None,
            stamped: None,
        }
    }

    /// Anchors one phrase and remembers the date it gives.
    pub fn resolve(&mut self, phrase: &TimePhrase, look: TenseContext, (sentence, leading): (usize, bool)) -> Resolved {
        self.sentence = sentence;
        let modifier = phrase.modifier;
        let timeless = |kind, value| Resolved { kind: Some(kind), value, edtf: None, modifier };
        match &phrase.what {
            TimeExpr::Length(length) => {
                self.compared.tell_length(length, sentence);
                return timeless(TimexType::Duration, timex_value::of_length(length));
            }
            TimeExpr::Set(value) => return timeless(TimexType::Set, value.clone()),
            TimeExpr::Unit { unit: TimeUnit::Day, shift: 0, anchor: Anchor::Document }
                if self.narrative && phrase.time.is_none() =>
            {
                return timeless(TimexType::Date, "PRESENT_REF".to_owned());
            }
            TimeExpr::Reference(value) => return timeless(TimexType::Date, (*value).to_owned()),
            TimeExpr::Shift { length: Length { number: None, .. }, sign, .. } => {
                let value = if *sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
                return timeless(TimexType::Date, value.to_owned());
            }
            _ => {}
        }
        let kind = if phrase.time.is_some() { TimexType::Time } else { TimexType::Date };
        let Some(point) = self.point(phrase, look, sentence) else {
            let value = match (&phrase.what, phrase.time) {
                (TimeExpr::Time, Some(time)) => format!("T{}", Self::time_value(time)),
                // "two days later", "the next day", counted from something the text does not date
                (TimeExpr::Shift { sign: 1, anchor: Anchor::Reference, .. }, _) => "FUTURE_REF".to_owned(),
                (TimeExpr::Unit { shift, anchor: Anchor::Reference, .. }, _) if *shift != 0 => {
                    if *shift < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned()
                }
                _ => String::new(),
            };
            return Resolved { kind: Some(kind), value, edtf: None, modifier };
        };
        self.remember(point, phrase, sentence, leading);
        match phrase.time {
            None => {
                let edtf = match &phrase.what {
                    // Whose fiscal year it is, and when it begins, the words do not say.
                    TimeExpr::Date(PartialDate { fiscal: true, .. }) => {
                        format!("{}~", CalendarPeriod::Year(point.year()).edtf())
                    }
                    _ => edtf_of(point, modifier),
                };
                let edtf = Some(edtf);
                Resolved { kind: Some(kind), value: point.value(), edtf, modifier }
            }
            Some(time) => self.timed(point, time, modifier),
        }
    }

    fn timed(&self, point: CalendarPeriod, time: TimeOfDay, modifier: Option<TimexMod>) -> Resolved {
        let value = format!("{}T{}", point.value(), Self::time_value(time));
        let CalendarPeriod::Day(day) = point else {
            return Resolved { kind: Some(TimexType::Time), value, edtf: Some(point.edtf()), modifier };
        };
        let edtf = match time {
            TimeOfDay::Clock { minutes, zone, .. } => self.instant(day, minutes, zone),
            TimeOfDay::Part(DayPart::Noon) => self.instant(day, 12 * 60, None),
            TimeOfDay::Part(_) => Some(point.edtf()),
        };
        Resolved { kind: Some(TimexType::Time), value, edtf, modifier }
    }

    /// Writes a clock time with its offset; without a zone of its own it is in the story's.
    fn instant(&self, day: NaiveDate, minutes: i32, zone: Option<Zone>) -> Option<String> {
        use chrono::{FixedOffset, Offset, TimeZone};
        let (day, minutes) = if minutes == 24 * 60 { (add_days(day, 1)?, 0) } else { (day, minutes) };
        let local = day.and_hms_opt(minutes as u32 / 60, minutes as u32 % 60, 0)?;
        let of = |zone: Tz| zone.from_local_datetime(&local).earliest().map(|time| time.offset().fix());
        let own = self.setting.timezone;
        let offset = match zone {
            Some(Zone::Named(zone)) => of(zone)?,
            Some(Zone::Shared(_, name)) if zones::calls_itself(own, name, local) => of(own)?,
            Some(Zone::Offset(minutes) | Zone::Shared(minutes, _)) => FixedOffset::east_opt(minutes * 60)?,
            Some(Zone::Local) if self.local.is_some() => of(self.local?)?,
            // Whose clock "local" is, the words do not say.
            Some(Zone::Local) if own == Tz::UTC => {
                return Some(day.format("%Y-%m-%d").to_string());
            }
            None | Some(Zone::Local) => of(own)?,
        };
        Some(format!("{}{offset}", local.format("%Y-%m-%dT%H:%M:%S")))
    }

    fn time_value(time: TimeOfDay) -> String {
        match time {
            TimeOfDay::Part(part) => part.value().to_owned(),
            TimeOfDay::Clock { minutes, zone, style: ClockStyle::Hour | ClockStyle::Minute } => {
                let zone = match zone {
                    Some(Zone::Offset(0)) => "Z".to_owned(),
                    _ => String::new(),
                };
                format!("{:02}:{:02}{zone}", minutes / 60, minutes % 60)
            }
        }
    }

    fn remember(&mut self, point: CalendarPeriod, phrase: &TimePhrase, sentence: usize, leading: bool) {
        let is_compared = match &phrase.what {
            TimeExpr::Date(date) => date.year_shift.unwrap_or(0) == 0 && !(date.period && date.year.is_some()),
            TimeExpr::Unit { shift, .. } => *shift == 0,
            _ => false,
        };
        if is_compared {
            self.compared.tell(point, sentence, self.today);
        }
        if matches!(
            phrase.what,
            TimeExpr::Shift { length: Length { unit: TimeUnit::Year, .. }, anchor: Anchor::Document, .. }
        ) {
            return; // a comparison does not move the story
        }
        self.told = Some(point);
        if let CalendarPeriod::Day(day) = point {
            self.told_day = Some((day, sentence));
        }
        if let (CalendarPeriod::Day(day), Some(today)) = (point, self.today)
            && (0..=NEWS_DAYS).contains(&(today - day).num_days())
        {
            self.news = Some(day);
        }
        self.told_sentence = sentence;
        let first = self.moved_in != Some(sentence);
        let moves = match (point, self.story) {
            (
                CalendarPeriod::Decade(_)
                | CalendarPeriod::Century(_)
                | CalendarPeriod::DecadeBc(_)
                | CalendarPeriod::CenturyBc(_),
                _,
            ) => false,
            (_, None) => true,
            (CalendarPeriod::Year(year), Some(story)) => leading || year == story.year(),
            _ => first || leading,
        };
        if moves {
            self.moved_in = Some(sentence);
        }
        match moves {
            true => (self.story, self.aside) = (Some(point), None),
            false => self.aside = Some((sentence, point)),
        }
    }

    /// Returns the stretch of the calendar a phrase names.
    pub fn point(&self, phrase: &TimePhrase, look: TenseContext, sentence: usize) -> Option<CalendarPeriod> {
        match &phrase.what {
            TimeExpr::Date(date) => self.date(date, look),
            TimeExpr::Unit { unit, shift, anchor } => self.unit(*unit, *shift, *anchor),
            TimeExpr::Shift { length, sign, anchor, of } => {
                let from = match of {
                    Some(of) => Some(self.point(of, look, sentence)?),
                    None => None,
                };
                self.shift(length, *sign, *anchor, from)
            }
            TimeExpr::Time => match self.told {
                Some(CalendarPeriod::Day(day)) if self.told_sentence == sentence || self.narrative => {
                    Some(CalendarPeriod::Day(day))
                }
                // "The fire broke out at 2 a.m.": on the day the text spoke of.
                _ if look.tense == Tense::Past && self.news.is_some() => self.news.map(CalendarPeriod::Day),
                _ => self.today.filter(|_| !self.narrative).map(CalendarPeriod::Day),
            },
            _ => None,
        }
    }

    /// Returns the day that open dates are read against.
    pub fn base(&self) -> Option<NaiveDate> {
        match (self.story, self.aside) {
            (_, Some((sentence, aside))) if self.narrative && sentence == self.sentence => Some(aside.days().0),
            (Some(story), _) if self.narrative => Some(story.days().0),
            _ => self.today,
        }
    }

    /// Returns the past day that the sentence has told of, which its "would" looks ahead from.
    pub fn told_before(&self) -> Option<NaiveDate> {
        match self.told {
            Some(CalendarPeriod::Day(day)) if self.told_sentence == self.sentence => {
                self.today.is_some_and(|today| day < today).then_some(day)
            }
            _ => None,
        }
    }

    pub fn from(&self, anchor: Anchor) -> Option<NaiveDate> {
        match (anchor, self.told) {
            (Anchor::Reference, Some(told)) => Some(told.days().0),
            // "Last week" in a text without a date is nobody knows when.
            (Anchor::Document, _) if self.today.is_none() => None,
            _ => self.base(),
        }
    }

    /// Returns the day that so many of a unit are counted from: of a month told of nobody knows the day.
    pub fn told_for(&self, unit: TimeUnit) -> Option<NaiveDate> {
        let Some(told) = self.told else { return self.base() };
        let unit = match unit {
            unit if unit < TimeUnit::Day => TimeUnit::Day,
            TimeUnit::Weekend => TimeUnit::Week,
            unit => unit,
        };
        if told.unit() <= unit {
            return Some(told.days().0);
        }
        let near = self.told_day.filter(|(_, at)| unit <= TimeUnit::Week && self.sentence <= at + NEAR_SENTENCES);
        near.map(|(day, _)| day)
    }

    /// "the quarter", "the latest quarter": that told of, else the last that is over.
    pub fn quarter(&self) -> Option<CalendarPeriod> {
        self.compared.quarter(self.sentence).or_else(|| at(add_months(self.today?, -3)?, TimeUnit::Quarter))
    }

    /// "last week", "the next day", "that year", "the quarter".
    fn unit(&self, unit: TimeUnit, shift: i32, anchor: Anchor) -> Option<CalendarPeriod> {
        if unit == TimeUnit::Quarter && shift == 0 && anchor == Anchor::Reference {
            return self.quarter();
        }
        if unit == TimeUnit::Weekend && anchor == Anchor::Reference && shift == 0 {
            let today = self.today?;
            return at(add_days(monday(today), -2)?, TimeUnit::Weekend);
        }
        let from = match (anchor, shift) {
            (Anchor::Reference, 0) if !self.narrative && unit != TimeUnit::Day => self.base()?,
            (Anchor::Reference, _) => self.told_for(unit)?,
            (Anchor::Document, _) => self.from(anchor)?,
        };
        moved(from, unit, shift)
    }

    /// "two weeks ago", "a year earlier", "three days after Christmas".
    fn shift(&self, length: &Length, sign: i32, anchor: Anchor, of: Option<CalendarPeriod>) -> Option<CalendarPeriod> {
        let number = length.number?;
        let from = match (of, anchor) {
            (Some(of), _) => of.days().0,
            (None, Anchor::Reference) => self.told_for(length.unit)?,
            (None, Anchor::Document) => self.from(anchor)?,
        };
        // "A decade later" that follows nothing is later than something the text does not date.
        if 0 < sign && anchor == Anchor::Reference && of.is_none() && self.told.is_none() {
            return None;
        }
        let is_one_year = length.unit == TimeUnit::Year && (number - 1.0).abs() < f64::EPSILON;
        if is_one_year && sign < 0 && of.is_none() {
            if let Some(CalendarPeriod::Quarter(year, quarter)) = self.compared.quarter_near(self.sentence) {
                return Some(CalendarPeriod::Quarter(year - 1, quarter));
            }
            if self.compared.is_sum(self.sentence) && !self.narrative {
                return moved(self.today?, TimeUnit::Year, -1);
            }
        }
        if let (true, Some(CalendarPeriod::Month(year, month))) = (is_one_year && sign < 0 && of.is_none(), self.told)
            && anchor == Anchor::Reference
            && !self.narrative
            && self.told_sentence == self.sentence
        {
            return Some(CalendarPeriod::Month(year - 1, month)); // "in December, up from 6 percent a year earlier"
        }
        if 0.0 < number.fract() {
            let months = if length.unit == TimeUnit::Year { number * 12.0 } else { return None };
            return at(add_months(from, sign * months as i32)?, TimeUnit::Month);
        }
        if 1e5 < number {
            return None;
        }
        let unit = match length.unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return Some(CalendarPeriod::Day(from)),
            TimeUnit::Decade if matches!(self.told, Some(CalendarPeriod::Decade(_))) && anchor == Anchor::Reference => {
                TimeUnit::Decade
            }
            // "a decade earlier" is a year ten years before.
            TimeUnit::Decade => return moved(from, TimeUnit::Year, sign * 10 * number as i32),
            TimeUnit::Century => return moved(from, TimeUnit::Year, sign * 100 * number as i32),
            unit => unit,
        };
        moved(from, unit, sign * number as i32)
    }
}

/// Sentences within which a day is still the one that "two days later" counts from.
const NEAR_SENTENCES: usize = 3;

/// Days for which something past is news.
const NEWS_DAYS: i64 = 7;

/// Returns the unit that holds `day`.
#[allow(clippy::unnecessary_wraps, reason = "callers chain it behind days that may not exist")]
pub fn at(day: NaiveDate, unit: TimeUnit) -> Option<CalendarPeriod> {
    let week = day.iso_week();
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => CalendarPeriod::Day(day),
        TimeUnit::Weekend => CalendarPeriod::Weekend(week.year(), week.week()),
        TimeUnit::Week | TimeUnit::Fortnight => CalendarPeriod::Week(week.year(), week.week()),
        TimeUnit::Month => CalendarPeriod::Month(day.year(), day.month()),
        TimeUnit::Quarter => CalendarPeriod::Quarter(day.year(), day.month0() / 3 + 1),
        TimeUnit::Year => CalendarPeriod::Year(day.year()),
        TimeUnit::Decade if day.year() <= 0 => CalendarPeriod::DecadeBc((1 - day.year()) / 10),
        TimeUnit::Decade => CalendarPeriod::Decade(day.year().div_euclid(10)),
        _ if day.year() <= 0 => CalendarPeriod::CenturyBc((1 - day.year()) / 100),
        TimeUnit::Century | TimeUnit::Millennium => CalendarPeriod::Century(day.year().div_euclid(100)),
    })
}

/// Returns the unit that lies `n` units after the one that holds `from`.
pub fn moved(from: NaiveDate, unit: TimeUnit, n: i32) -> Option<CalendarPeriod> {
    let days = |each: i64| add_days(from, each * i64::from(n));
    let months = |each: i32| add_months(from.with_day(1)?, each.checked_mul(n)?);
    let day = match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => from,
        TimeUnit::Day => days(1)?,
        TimeUnit::Week | TimeUnit::Weekend => days(7)?,
        TimeUnit::Fortnight => days(14)?,
        TimeUnit::Month => months(1)?,
        TimeUnit::Quarter => months(3)?,
        TimeUnit::Year => months(12)?,
        TimeUnit::Decade => months(120)?,
        TimeUnit::Century | TimeUnit::Millennium => months(1200)?,
    };
    at(day, unit)
}

/// ClauseMarks a date as approximate where the words do and EDTF can.
fn edtf_of(point: CalendarPeriod, modifier: Option<TimexMod>) -> String {
    let plain = point.edtf();
    match modifier {
        Some(TimexMod::Approx) if !plain.contains('/') => format!("{plain}~"),
        _ => plain,
    }
}

impl Resolved {
    /// Returns the date as EDTF, where the text of it is valid.
    pub fn edtf(&self) -> Option<Edtf> {
        self.edtf.clone().and_then(|date| Edtf::new(date).ok())
    }
}
