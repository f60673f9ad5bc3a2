//! Reads the values that one text has and the other lacks: figures, times, lengths of time and names.

use chrono::Weekday;
use rustc_hash::FxHashSet;

use super::content::Covered;
use super::covered::CoveredText;
use super::time_keys::part_of_year;
use crate::claim::figures::{plain_unit, plain_value};
use crate::claim::names::places_table::{country_of, is_demonym};
use crate::claim::names::{fold, is_acronym, is_named_the_same, titles_table};
use crate::diff::lexicon::knows;
use crate::model::{
    Analysis, ChangeKind, EntityKind, Mention, MentionForm, Span, Timex, TimexType, Upos, is_half_of_day,
    is_noon_or_midnight, touching,
};
use crate::text::dateline;
use crate::time::calendar::iso_duration::length;

/// What values have in common: only values of one sort replace each other.
#[derive(PartialEq)]
enum ValueSort {
    /// A figure, with its plain unit.
    Figure(Option<String>),
    /// A calendar date or clock time, with its digits as zeros: "0000-00-00".
    Calendar(String),
    /// A day, month or season of an unknown year.
    PartOfYear(&'static str),
    /// A weekday of an unknown week.
    Weekday,
    /// A part of a weekday of an unknown week: "Tuesday morning".
    PartOfWeekday,
    /// An hour of an unknown day.
    Clock,
    /// A length of time in one unit: "a year" is a rounder way to tell "ten months".
    Length(String),
    Person,
    Organization,
    Place,
    Acronym,
    /// A name, or a part of one, of no known kind.
    OtherName,
}

impl ValueSort {
    /// Returns the kind of change that another value is.
    const fn kind(&self) -> ChangeKind {
        match self {
            Self::Figure(_) => ChangeKind::Figure,
            Self::Calendar(_)
            | Self::PartOfYear(_)
            | Self::Weekday
            | Self::PartOfWeekday
            | Self::Clock
            | Self::Length(_) => ChangeKind::Date,
            Self::Person | Self::Organization | Self::Place | Self::Acronym | Self::OtherName => ChangeKind::Name,
        }
    }

    /// Returns whether the sort is an amount of money: its unit is three capitals.
    fn is_money(&self) -> bool {
        matches!(self, Self::Figure(Some(unit)) if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    /// Returns whether the sort is a figure in a unit of measure.
    fn is_measure(&self) -> bool {
        matches!(self, Self::Figure(Some(unit)) if !matches!(unit.as_str(), "%" | "people")) && !self.is_money()
    }
}

/// A value of a changed sentence that the other text lacks.
pub(super) struct MissingValue {
    pub sentence: usize,
    pub span: Span,
    sort: ValueSort,
    /// What a figure counts, where that is known.
    of: Option<String>,
    /// The value as compared: two forms of one value replace nothing.
    value: String,
    /// The words of the text, in lower case.
    words: String,
    /// Whether it stands in a statement that only its text has.
    pub is_in_lone_statement: bool,
}

impl MissingValue {
    /// Returns the kind of change that another value is.
    pub(super) const fn kind(&self) -> ChangeKind {
        self.sort.kind()
    }

    /// Returns whether another value may stand in the place of this one.
    pub(super) fn may_give_way_to(&self, other: &Self) -> bool {
        if self.sort != other.sort {
            // The same amount in another currency.
            return self.sort.is_money() && other.sort.is_money() && self.value == other.value;
        }
        self.value != other.value
            && match self.sort {
                // A word of no known kind may be part of any name.
                ValueSort::OtherName => self.is_slip_of(other),
                ValueSort::Person | ValueSort::Organization | ValueSort::Place | ValueSort::Acronym => {
                    !is_named_the_same(&self.words, &other.words) || self.is_slip_of(other)
                }
                _ => true,
            }
    }

    /// Returns whether two values differ by a slip of the pen.
    fn is_slip_of(&self, other: &Self) -> bool {
        LEAST_ALIKE <= strsim::normalized_damerau_levenshtein(&self.words, &other.words)
            && knows(&self.words) == knows(&other.words)
    }

    /// Returns whether two values of one sort often stand in two texts by chance: two names, two lengths of time, counts of
    /// things that are named otherwise ("homes", "properties").
    pub(super) fn may_meet_by_chance(&self, other: &Self) -> bool {
        match self.kind() {
            ChangeKind::Figure => self.of.is_some() && other.of.is_some() && self.of != other.of,
            ChangeKind::Name => !self.is_slip_of(other),
            _ => matches!(self.sort, ValueSort::Length(_)),
        }
    }

    /// Returns whether both values count or measure the same thing: "two governors", "three governors"; "9,000 hectares",
    /// "11,500 hectares".
    pub(super) fn is_of_same_thing(&self, other: &Self) -> bool {
        let is_of_known_thing = self.of.is_some() || self.sort.is_measure();
        self.kind() == ChangeKind::Figure && self.sort == other.sort && self.of == other.of && is_of_known_thing
    }

    /// Returns whether the value is seldom met by chance: a time, a measure, a number of three digits.
    pub(super) fn is_distinctive(&self) -> bool {
        match &self.sort {
            ValueSort::Figure(Some(_)) => true,
            ValueSort::Figure(None) => self.value.parse().is_ok_and(|value: f64| 100.0 <= value),
            ValueSort::Length(_) => false,
            sort => sort.kind() == ChangeKind::Date,
        }
    }
}

/// Least likeness of two names that differ by a slip.
const LEAST_ALIKE: f64 = 0.75;

/// Most missing values of a text that are paired.
pub(super) const MOST_VALUES: usize = 40;

/// Returns the values of changed sentences that the other text lacks and that no span of `shown` shows; `lone` are the
/// statements that only this text has.
pub(super) fn missing(
    text: &CoveredText<'_>,
    other: &CoveredText<'_>,
    shown: &[Span],
    lone: &[Span],
) -> Vec<MissingValue> {
    let analysis = text.content.analysis;
    let document = &analysis.document;
    let is_open = |span: Span| {
        let tokens = document.tokens_in(span);
        tokens.start < tokens.end
            && text.content.is_changed(tokens.start)
            && !shown.iter().any(|own| own.overlaps(span))
            // The day on which an article was sent is no news.
            && !dateline::holds(document, text.sentence(span), span)
    };
    let is_missing =
        |span: Span| document.tokens_in(span).all(|at| matches!(text.covered[at], Covered::No)) && is_open(span);
    let found = |span: Span, sort: ValueSort, of, value: String| {
        let words = span.of(document.text).to_lowercase();
        let is_in_lone_statement = lone.iter().any(|own| own.overlaps(span));
        MissingValue { sentence: text.sentence(span), span, sort, of, value, words, is_in_lone_statement }
    };
    let figures = analysis.figures.iter().filter(|figure| is_missing(figure.span)).map(|figure| {
        let unit = plain_unit(figure).1.map(str::to_owned);
        found(figure.span, ValueSort::Figure(unit), figure.of.clone(), plain_value(figure).to_string())
    });
    let is_24_hours = analysis.timexes.iter().any(|timex| is_on_24_hours(timex.span.of(document.text)));
    let times = analysis.timexes.iter().filter(|timex| is_missing(timex.span)).filter_map(|timex| {
        let (sort, value) = point(timex, document.text, is_24_hours)?;
        Some(found(timex.span, sort, None, value))
    });
    let spelt = letters_of_words(other);
    let mut names: Vec<MissingValue> = Vec::new();
    for &at in &text.missing {
        let span = document.tokens[at].span;
        // "U.S." stands in the other text as "US".
        let is_open = is_open(span) && !spelt.contains(&letters(document.word(at)));
        let Some((sort, span)) = name_at(text, at).filter(|_| is_open) else { continue };
        if names.last().is_none_or(|last| last.span != span) {
            names.push(found(span, sort, None, place_or_name(span.of(document.text))));
        }
    }
    figures.chain(times).chain(names).take(MOST_VALUES).collect()
}

/// Returns the words of a text in lower case without marks.
fn letters_of_words(text: &CoveredText<'_>) -> FxHashSet<String> {
    let document = &text.content.analysis.document;
    (0..document.tokens.len()).map(|at| letters(document.word(at))).collect()
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns the sort and the span of the name in which a missing word tells who or what is meant; a person is told by the last.
fn name_at(text: &CoveredText<'_>, at: usize) -> Option<(ValueSort, Span)> {
    let analysis = text.content.analysis;
    let (document, span) = (&analysis.document, analysis.document.tokens[at].span);
    if is_demonym(document.norm(at)) {
        return Some((ValueSort::Place, span));
    }
    // A title is told in many ways ("Sgt.", "Sergeant"), and an acronym is often explained.
    if text.content.upos(at) != Upos::Propn || is_title(document.norm(at)) {
        return None;
    }
    if is_acronym(document.word(at)) {
        return Some((ValueSort::Acronym, span));
    }
    let Some(mention) = named_around(analysis, span) else { return Some((ValueSort::OtherName, span)) };
    match analysis.entities[mention.entity].kind {
        EntityKind::Person => (mention.span.end == span.end).then_some((ValueSort::Person, mention.span)),
        EntityKind::Organization => Some((ValueSort::Organization, mention.span)),
        EntityKind::Place => Some((ValueSort::Place, mention.span)),
        EntityKind::Other => Some((ValueSort::OtherName, span)),
    }
}

/// Returns whether a word in lower case is a rank, an office or a form of address, short or in full.
fn is_title(word: &str) -> bool {
    titles_table::is_address(word) || titles_table::of(titles_table::in_full(word)).is_some()
}

/// Returns the mention by name that holds a word.
fn named_around<'a>(analysis: &'a Analysis<'_>, word: Span) -> Option<&'a Mention> {
    let around = |mention: &&Mention| mention.form == MentionForm::Name && mention.span.contains(word);
    touching(&analysis.mentions, word, |mention| mention.span).find(around)
}

/// Returns a name as it is compared: the country for its people, else the letters.
fn place_or_name(name: &str) -> String {
    let folded = fold(name);
    let country = country_of(&folded).or_else(|| country_of(folded.strip_suffix('s')?));
    country.map_or(folded, str::to_owned)
}

/// Returns the sort and the value of a date, a clock time or a length of time; what leaves open which one it is has none.
fn point(timex: &Timex, text: &str, is_24_hours: bool) -> Option<(ValueSort, String)> {
    let words = timex.span.of(text);
    match timex.kind {
        TimexType::Date | TimexType::Time if timex.edtf.is_some() => {
            Some((ValueSort::Calendar(form(&timex.value)), timex.value.clone()))
        }
        TimexType::Date => part_of_year(timex, text)
            .map(|part| (ValueSort::PartOfYear(part.sort()), format!("{part:?}")))
            // A text of unknown date leaves open which Monday it means; it is no Tuesday.
            .or_else(|| Some((ValueSort::Weekday, words.parse::<Weekday>().ok()?.to_string()))),
        TimexType::Time if timex.value.is_empty() => {
            let (day, part) = words.split_once(' ')?;
            let day: Weekday = day.parse().ok()?;
            (!part.contains([' ', ':'])).then(|| (ValueSort::PartOfWeekday, format!("{day} {part}")))
        }
        TimexType::Time => clock(timex, text, is_24_hours).map(|clock| (ValueSort::Clock, clock)),
        TimexType::Duration => {
            let unit = words.rsplit(' ').next()?.trim_end_matches('s').to_lowercase();
            length(&timex.value).map(|length| (ValueSort::Length(unit), format!("{length:?}")))
        }
        TimexType::Set => None,
    }
}

/// Returns the form of a value: "0000-00-00" for a day, "0000-00-00T" for a part of one.
fn form(value: &str) -> String {
    let (date, clock) = value.split_once('T').map_or((value, None), |(date, clock)| (date, Some(clock)));
    let zeros = |value: &str| -> String { value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    match clock {
        Some(part) if part.starts_with(char::is_alphabetic) => zeros(date) + "T",
        Some(clock) => format!("{}T{}", zeros(date), zeros(clock)),
        None => zeros(date),
    }
}

/// Returns an hour of the clock in one form; `None` where the half of the day is left open.
fn clock(timex: &Timex, text: &str, is_24_hours: bool) -> Option<String> {
    let clock = timex.value.strip_prefix('T')?;
    let hour: u32 = clock.get(..2)?.parse().ok()?;
    let words = timex.span.of(text);
    let is_told = tells_half(words) || 12 < hour || is_24_hours && words.contains(':');
    is_told.then(|| if hour == 24 { clock.replacen("24", "00", 1) } else { clock.to_owned() })
}

/// Returns whether the words of a time tell the half of the day: "9 a.m.", "noon".
fn tells_half(words: &str) -> bool {
    let is_half = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_matches('.');
        is_half_of_day(word) || is_noon_or_midnight(word)
    };
    words.to_ascii_lowercase().split(|c: char| !c.is_alphanumeric() && c != '.').any(is_half)
}

/// Returns whether a time is written on a clock of 24 hours: "09:30", "14:00".
fn is_on_24_hours(words: &str) -> bool {
    let Some((hour, _)) = words.split_once(':') else { return false };
    !tells_half(words) && hour.len() == 2 && hour.parse::<u32>().is_ok_and(|hour| !(10..=12).contains(&hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_days_are_of_one_form_and_clock_times_of_another() {
        assert_eq!(form("2026-03-04TMO"), form("2026-03-05TAF"));
        assert_eq!(form("2026-03-04"), "0000-00-00");
        assert_eq!(form("2026-03-04T10:30"), "0000-00-00T00:00");
    }

    #[test]
    fn a_leading_zero_shows_a_clock_of_24_hours() {
        assert!(["09:30", "14:00", "00:15 GMT"].into_iter().all(is_on_24_hours));
        assert!(!["9:30", "10:15", "09:30 p.m.", "noon"].into_iter().any(is_on_24_hours));
    }
}
