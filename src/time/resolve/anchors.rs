//! Anchors phrases: from "last month" and a document of May 2024 to April 2024.
//!
//! A news text is read against its own date; the tense of the clause shows
//! whether "Friday" has been or will be. A narrative is read against itself:
//! the year named last holds until another is. Anaphoric words ("the next
//! day", "a year earlier") go from the reference time, the one dated last, in
//! both. `missing_year` chooses among the years that a date leaves out.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::{Edtf, Setting, TimexMod, TimexType};

use super::reporting_period::ReportingPeriod;
use crate::time::calendar::arithmetic::{add_days, add_months, monday};
use crate::time::calendar::zones;
use crate::time::calendar::{CalendarPeriod, period_holding, period_shifted, value_of_length};
use crate::time::phrase::{
    Anchor, ClockStyle, DayPart, Length, PartialDate, TimeExpr, TimeOfDay, TimePhrase, TimeUnit, Zone,
};
use crate::time::tense::TenseContext;
use crate::time::tense::clause::Tense;

/// What the text has dated so far, and how it is to be read.
pub(crate) struct Anchors {
    /// The document's date and zone as they were given.
    pub setting: Setting,
    /// The document's day, in a live blog that of the entry; `None` when it is unknown.
    pub document_day: Option<NaiveDate>,
    /// Whether dates are read against the story that the text narrates, and not against the document's day.
    pub is_narrative: bool,
    /// Whether in figures the day comes before the month.
    pub day_first: bool,
    /// The year that the path of a narrative gives to the phrase that is being read.
    pub path_year: Option<i32>,
    /// The zone that "local time" means.
    pub local_zone: Option<Tz>,
    /// The reference time: the period dated last.
    pub reference: Option<CalendarPeriod>,
    /// The sentence that the reference time stands in.
    pub reference_sentence: usize,
    /// The last reference time that was a single day, and its sentence.
    pub reference_day: Option<(NaiveDate, usize)>,
    /// Where a narrative stands; background years do not move it.
    pub narrative_time: Option<CalendarPeriod>,
    /// The sentence that moved the narrative last.
    pub narrative_moved_in: Option<usize>,
    /// A year mentioned in passing, and the only sentence it counts in.
    pub passing_mention: Option<(usize, CalendarPeriod)>,
    /// The sentence that is being read.
    pub sentence: usize,
    /// The day dated last of those in the week up to the document's day.
    pub news_day: Option<NaiveDate>,
    /// The last clock time: its day, minutes since midnight and sentence.
    pub last_clock: Option<(NaiveDate, i32, usize)>,
    /// The period that the text reports figures of.
    pub reporting_period: ReportingPeriod,
    /// The last stamp of a live blog: its minutes since midnight, and whether newer entries stand first.
    pub last_stamp: Option<(i32, Option<bool>)>,
}

/// A phrase anchored in time.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    /// TIMEX3 type.
    pub kind: Option<TimexType>,
    /// TIMEX3 value; empty when the phrase cannot be placed.
    pub value: String,
    /// The date as EDTF, not yet validated.
    pub edtf: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<TimexMod>,
}

impl Anchors {
    /// Returns the anchors of a text of which nothing has been read yet.
    pub(crate) fn new(setting: Setting, document_day: Option<NaiveDate>, is_narrative: bool) -> Self {
        Self {
            setting,
            document_day,
            is_narrative,
            day_first: false,
            path_year: None,
            local_zone: None,
            reference: None,
            reference_sentence: 0,
            reference_day: None,
            narrative_time: None,
            narrative_moved_in: None,
            passing_mention: None,
            sentence: 0,
            news_day: None,
            last_clock: None,
            reporting_period: ReportingPeriod::default(),
            last_stamp: None,
        }
    }

    /// Anchors one phrase as of `day` in place of the document's day, where `day` is given.
    pub(crate) fn resolve_as_of(
        &mut self,
        day: Option<NaiveDate>,
        phrase: &TimePhrase,
        tense: TenseContext,
        place: (usize, bool),
    ) -> Resolved {
        let Some(day) = day else { return self.resolve(phrase, tense, place) };
        let document_day = self.document_day.replace(day);
        let resolved = self.resolve(phrase, tense, place);
        self.document_day = document_day;
        resolved
    }

    /// Anchors one phrase and remembers the date it gives.
    pub(crate) fn resolve(
        &mut self,
        phrase: &TimePhrase,
        tense: TenseContext,
        (sentence, leading): (usize, bool),
    ) -> Resolved {
        self.sentence = sentence;
        let modifier = phrase.modifier;
        let timeless = |kind, value| Resolved { kind: Some(kind), value, edtf: None, modifier };
        match &phrase.expr {
            TimeExpr::Length(length) => {
                self.reporting_period.add_length(length, sentence);
                return timeless(TimexType::Duration, value_of_length(length));
            }
            TimeExpr::Set(value) => return timeless(TimexType::Set, value.clone()),
            TimeExpr::Unit { unit: TimeUnit::Day, shift: 0, anchor: Anchor::Document }
                if self.is_narrative && phrase.time.is_none() =>
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
        let Some(period) = self.period_of(phrase, tense, sentence) else {
            let value = match (&phrase.expr, phrase.time) {
                (TimeExpr::Time, Some(time)) => format!("T{}", Self::time_value(time)),
                // "two days later", "the next day", counted from what the text does not date
                (TimeExpr::Shift { sign: 1, anchor: Anchor::Reference, .. }, _) => "FUTURE_REF".to_owned(),
                (TimeExpr::Unit { shift, anchor: Anchor::Reference, .. }, _) if *shift != 0 => {
                    if *shift < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned()
                }
                _ => String::new(),
            };
            return Resolved { kind: Some(kind), value, edtf: None, modifier };
        };
        let period = self.past_midnight(period, phrase, tense);
        self.remember(period, phrase, sentence, leading);
        match phrase.time {
            None => {
                let edtf = match &phrase.expr {
                    // The words do not say when the fiscal year begins.
                    TimeExpr::Date(PartialDate { fiscal: true, .. }) => {
                        format!("{}~", CalendarPeriod::Year(period.year()).edtf())
                    }
                    _ => edtf_of(period, modifier),
                };
                let edtf = Some(edtf);
                Resolved { kind: Some(kind), value: period.value(), edtf, modifier }
            }
            Some(time) => self.timed(period, time, modifier),
        }
    }

    /// Returns the next day where a clock time goes on behind midnight: "called at 8 p.m. on Friday; he died at 2 a.m."
    fn past_midnight(&mut self, period: CalendarPeriod, phrase: &TimePhrase, tense: TenseContext) -> CalendarPeriod {
        let (CalendarPeriod::Day(day), Some(TimeOfDay::Clock { minutes, .. })) = (period, phrase.time) else {
            return period;
        };
        let goes_on = phrase.expr == TimeExpr::Time
            && !tense.is_earlier
            && self.last_clock.is_some_and(|(last, evening, sentence)| {
                last == day
                    && self.sentence <= sentence + 1
                    && minutes < evening
                    && minutes + 24 * 60 - evening <= MAX_NIGHT_MINUTES
            });
        let day = if goes_on { add_days(day, 1).unwrap_or(day) } else { day };
        self.last_clock = Some((day, minutes, self.sentence));
        CalendarPeriod::Day(day)
    }

    /// Returns a time of day on its day.
    fn timed(&self, period: CalendarPeriod, time: TimeOfDay, modifier: Option<TimexMod>) -> Resolved {
        let value = format!("{}T{}", period.value(), Self::time_value(time));
        let CalendarPeriod::Day(day) = period else {
            return Resolved { kind: Some(TimexType::Time), value, edtf: Some(period.edtf()), modifier };
        };
        let edtf = match time {
            TimeOfDay::Clock { minutes, zone, .. } => self.instant(day, minutes, zone),
            TimeOfDay::Part(DayPart::Noon) => self.instant(day, 12 * 60, None),
            TimeOfDay::Part(_) => Some(period.edtf()),
        };
        Resolved { kind: Some(TimexType::Time), value, edtf, modifier }
    }

    /// Returns a clock time with its offset, RFC 3339; one without a zone is in the story's.
    fn instant(&self, day: NaiveDate, minutes: i32, zone: Option<Zone>) -> Option<String> {
        use chrono::{FixedOffset, Offset, TimeZone};
        let (day, minutes) = if minutes == 24 * 60 { (add_days(day, 1)?, 0) } else { (day, minutes) };
        let local = day.and_hms_opt(minutes as u32 / 60, minutes as u32 % 60, 0)?;
        let of = |zone: Tz| zone.from_local_datetime(&local).earliest().map(|time| time.offset().fix());
        let own = self.setting.timezone;
        let offset = match zone {
            Some(Zone::Named(zone)) => of(zone)?,
            Some(Zone::Shared(_, name)) if zones::uses_abbreviation(own, name, local) => of(own)?,
            Some(Zone::Offset(minutes) | Zone::Shared(minutes, _)) => FixedOffset::east_opt(minutes * 60)?,
            Some(Zone::Local) if self.local_zone.is_some() => of(self.local_zone?)?,
            // The words do not say whose clock "local" is.
            Some(Zone::Local) if own == Tz::UTC => {
                return Some(day.format("%Y-%m-%d").to_string());
            }
            None | Some(Zone::Local) => of(own)?,
        };
        Some(format!("{}{offset}", local.format("%Y-%m-%dT%H:%M:%S")))
    }

    /// Returns what a TIMEX3 value has behind its `T`.
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

    /// Makes a period the reference time, and moves the narrative to it where the words do.
    fn remember(&mut self, period: CalendarPeriod, phrase: &TimePhrase, sentence: usize, leading: bool) {
        let is_reported = match &phrase.expr {
            TimeExpr::Date(date) => {
                date.year_shift.unwrap_or(0) == 0 && !(date.is_reporting_period && date.year.is_some())
            }
            TimeExpr::Unit { shift, .. } => *shift == 0,
            _ => false,
        };
        if is_reported {
            self.reporting_period.add(period, sentence, self.document_day);
        }
        if matches!(
            phrase.expr,
            TimeExpr::Shift { length: Length { unit: TimeUnit::Year, .. }, anchor: Anchor::Document, .. }
        ) {
            return; // a comparison moves neither reference time nor narrative
        }
        self.reference = Some(period);
        if let CalendarPeriod::Day(day) = period {
            self.reference_day = Some((day, sentence));
        }
        if let (CalendarPeriod::Day(day), Some(today)) = (period, self.document_day)
            && (0..=MAX_NEWS_DAYS).contains(&(today - day).num_days())
        {
            self.news_day = Some(day);
        }
        self.reference_sentence = sentence;
        let first = self.narrative_moved_in != Some(sentence);
        let moves = match (period, self.narrative_time) {
            (
                CalendarPeriod::Decade(_)
                | CalendarPeriod::Century(_)
                | CalendarPeriod::DecadeBc(_)
                | CalendarPeriod::CenturyBc(_),
                _,
            ) => false,
            (_, None) => true,
            (CalendarPeriod::Year(year), Some(now)) => leading || year == now.year(),
            _ => first || leading,
        };
        if moves {
            self.narrative_moved_in = Some(sentence);
        }
        match moves {
            true => (self.narrative_time, self.passing_mention) = (Some(period), None),
            false => self.passing_mention = Some((sentence, period)),
        }
    }

    /// Returns the period that a phrase names; `None` where the text does not date it.
    pub(crate) fn period_of(
        &self,
        phrase: &TimePhrase,
        tense: TenseContext,
        sentence: usize,
    ) -> Option<CalendarPeriod> {
        match &phrase.expr {
            TimeExpr::Date(date) => self.date(date, tense),
            // "The storm will hit overnight": the night to come.
            TimeExpr::Unit { unit: unit @ TimeUnit::Day, shift: -1, anchor: anchor @ Anchor::Document }
                if phrase.time == Some(TimeOfDay::Part(DayPart::Night)) && tense.tense == Tense::Future =>
            {
                self.unit(*unit, 0, *anchor)
            }
            TimeExpr::Unit { unit, shift, anchor } => self.unit(*unit, *shift, *anchor),
            TimeExpr::Shift { length, sign, anchor, of } => {
                let from = match of {
                    Some(of) => Some(self.period_of(of, tense, sentence)?),
                    None => None,
                };
                self.shift(length, *sign, *anchor, from)
            }
            TimeExpr::EdgeDay { of, is_last } => {
                let (first, last) = self.period_of(of, tense, sentence)?.days();
                Some(CalendarPeriod::Day(if *is_last { last } else { first }))
            }
            TimeExpr::Time => match self.reference {
                Some(CalendarPeriod::Day(day)) if self.reference_sentence == sentence || self.is_narrative => {
                    Some(CalendarPeriod::Day(day))
                }
                // "The fire broke out at 2 a.m.": on the last day of the news.
                _ if tense.tense == Tense::Past && self.news_day.is_some() => self.news_day.map(CalendarPeriod::Day),
                _ => self.document_day.filter(|_| !self.is_narrative).map(CalendarPeriod::Day),
            },
            _ => None,
        }
    }

    /// Returns the day that open dates are read against.
    pub(crate) fn base_day(&self) -> Option<NaiveDate> {
        match (self.narrative_time, self.passing_mention) {
            (_, Some((sentence, aside))) if self.is_narrative && sentence == self.sentence => Some(aside.days().0),
            (Some(now), _) if self.is_narrative => Some(now.days().0),
            _ => self.document_day,
        }
    }

    /// Returns the past day that the sentence has dated, from which its "would" looks ahead.
    pub(crate) fn past_reference_day(&self) -> Option<NaiveDate> {
        match self.reference {
            Some(CalendarPeriod::Day(day)) if self.reference_sentence == self.sentence => {
                self.document_day.is_some_and(|today| day < today).then_some(day)
            }
            _ => None,
        }
    }

    /// Returns the day that an anchor stands for; of a longer reference time, its first.
    pub(crate) fn anchor_day(&self, anchor: Anchor) -> Option<NaiveDate> {
        match (anchor, self.reference) {
            (Anchor::Reference, Some(reference)) => Some(reference.days().0),
            // "Last week" in a text without a date has no day.
            (Anchor::Document, _) if self.document_day.is_none() => None,
            _ => self.base_day(),
        }
    }

    /// Returns the day from which so many of a unit are counted; `None` where the reference time is longer than the unit,
    /// as a month is than a day.
    pub(crate) fn reference_day_for(&self, unit: TimeUnit) -> Option<NaiveDate> {
        let Some(reference) = self.reference else { return self.base_day() };
        let unit = match unit {
            unit if unit < TimeUnit::Day => TimeUnit::Day,
            TimeUnit::Weekend => TimeUnit::Week,
            unit => unit,
        };
        if reference.unit() <= unit {
            return Some(reference.days().0);
        }
        // "He told the jury on Wednesday that they met in June 2017. “I paid the next day”": what was told of last has no day.
        let (first, last) = reference.days();
        let moved_on = |day: NaiveDate| self.sentence <= self.reference_sentence + 1 && !(first..=last).contains(&day);
        let is_near = |at: usize| unit <= TimeUnit::Week && self.sentence <= at + MAX_REFERENCE_DISTANCE;
        let near = self.reference_day.filter(|(day, at)| is_near(*at) && !moved_on(*day));
        near.map(|(day, _)| day)
    }

    /// Returns "the quarter", "the latest quarter": the one reported on, else the last that is over.
    pub(crate) fn quarter(&self) -> Option<CalendarPeriod> {
        self.reporting_period
            .quarter(self.sentence)
            .or_else(|| period_holding(add_months(self.document_day?, -3)?, TimeUnit::Quarter))
    }

    /// Returns the period of "last week", "the next day", "that year", "the quarter".
    fn unit(&self, unit: TimeUnit, shift: i32, anchor: Anchor) -> Option<CalendarPeriod> {
        if unit == TimeUnit::Quarter && shift == 0 && anchor == Anchor::Reference {
            return self.quarter();
        }
        if unit == TimeUnit::Weekend && anchor == Anchor::Reference && shift == 0 {
            let today = self.document_day?;
            return period_holding(add_days(monday(today), -2)?, TimeUnit::Weekend);
        }
        let from = match (anchor, shift) {
            (Anchor::Reference, 0) if !self.is_narrative && unit != TimeUnit::Day => self.base_day()?,
            (Anchor::Reference, _) => self.reference_day_for(unit)?,
            (Anchor::Document, _) => self.anchor_day(anchor)?,
        };
        period_shifted(from, unit, shift)
    }

    /// Returns the period of "two weeks ago", "a year earlier", "three days after Christmas".
    fn shift(&self, length: &Length, sign: i32, anchor: Anchor, of: Option<CalendarPeriod>) -> Option<CalendarPeriod> {
        let number = length.number?;
        let from = match (of, anchor) {
            (Some(of), _) => of.days().0,
            (None, Anchor::Reference) => self.reference_day_for(length.unit)?,
            (None, Anchor::Document) => self.anchor_day(anchor)?,
        };
        // "A year ago today", "two weeks from Friday"
        if let (Some(CalendarPeriod::Day(day)), Anchor::Document, true) = (of, anchor, number.fract() == 0.0) {
            return day_shifted(day, length.unit, sign * number as i32);
        }
        // "A decade later" without a reference time is later than what the text does not date.
        if 0 < sign && anchor == Anchor::Reference && of.is_none() && self.reference.is_none() {
            return None;
        }
        let is_one_year = length.unit == TimeUnit::Year && (number - 1.0).abs() < f64::EPSILON;
        if is_one_year && sign < 0 && of.is_none() {
            if let Some(CalendarPeriod::Quarter(year, quarter)) = self.reporting_period.quarter_near(self.sentence) {
                return Some(CalendarPeriod::Quarter(year - 1, quarter));
            }
            if self.reporting_period.is_sum(self.sentence) && !self.is_narrative {
                return period_shifted(self.document_day?, TimeUnit::Year, -1);
            }
        }
        if let (true, Some(CalendarPeriod::Month(year, month))) =
            (is_one_year && sign < 0 && of.is_none(), self.reference)
            && anchor == Anchor::Reference
            && !self.is_narrative
            && self.reference_sentence == self.sentence
        {
            return Some(CalendarPeriod::Month(year - 1, month)); // "in December, up from 6 percent a year earlier"
        }
        if 0.0 < number.fract() {
            let months = if length.unit == TimeUnit::Year { number * 12.0 } else { return None };
            return period_holding(add_months(from, sign * months as i32)?, TimeUnit::Month);
        }
        if 1e5 < number {
            return None;
        }
        let unit = match length.unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return Some(CalendarPeriod::Day(from)),
            TimeUnit::Decade
                if matches!(self.reference, Some(CalendarPeriod::Decade(_))) && anchor == Anchor::Reference =>
            {
                TimeUnit::Decade
            }
            // "a decade earlier" is a year ten years before.
            TimeUnit::Decade => return period_shifted(from, TimeUnit::Year, sign * 10 * number as i32),
            TimeUnit::Century => return period_shifted(from, TimeUnit::Year, sign * 100 * number as i32),
            unit => unit,
        };
        period_shifted(from, unit, sign * number as i32)
    }
}

/// Returns the day so many of a unit before or after another one.
fn day_shifted(day: NaiveDate, unit: TimeUnit, number: i32) -> Option<CalendarPeriod> {
    let shifted = match unit {
        TimeUnit::Day => add_days(day, number.into()),
        TimeUnit::Week => add_days(day, 7 * i64::from(number)),
        TimeUnit::Fortnight => add_days(day, 14 * i64::from(number)),
        TimeUnit::Month => add_months(day, number),
        TimeUnit::Year => number.checked_mul(12).and_then(|months| add_months(day, months)),
        _ => return period_shifted(day, unit, number),
    };
    shifted.map(CalendarPeriod::Day)
}

/// Sentences within which a day is still the one that "two days later" counts from.
const MAX_REFERENCE_DISTANCE: usize = 3;

/// Minutes between an evening and the small hours in which the same night is told of, at the most.
const MAX_NIGHT_MINUTES: i32 = 8 * 60;

/// Days for which a past event is news.
const MAX_NEWS_DAYS: i64 = 7;

/// Returns the EDTF of a period, marked as approximate where the words say so and EDTF level 1 can.
fn edtf_of(period: CalendarPeriod, modifier: Option<TimexMod>) -> String {
    let plain = period.edtf();
    match modifier {
        Some(TimexMod::Approx) if !plain.contains('/') => format!("{plain}~"),
        _ => plain,
    }
}

impl Resolved {
    /// Returns the date as EDTF, where the text of it is valid.
    pub(crate) fn edtf(&self) -> Option<Edtf> {
        self.edtf.clone().and_then(|date| Edtf::new(date).ok())
    }
}
