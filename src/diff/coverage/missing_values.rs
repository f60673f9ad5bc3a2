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
use crate::model::{Analysis, ChangeKind, EntityKind, Mention, MentionForm, Span, Timex, TimexType, Upos, touching};
use crate::text::dateline;
use crate::time::calendar::iso_duration::length;

/// A value of a changed sentence that the other text lacks.
pub(super) struct MissingValue {
    pub kind: ChangeKind,
    pub sentence: usize,
    pub span: Span,
    /// What values of one sort have in common: only they replace each other.
    sort: String,
    /// What a figure counts, where that is known.
    of: Option<String>,
    /// The value as compared: two forms of one value replace nothing.
    value: String,
    /// The words of the text, in lower case.
    word: String,
    /// Whether it stands in a statement that only its text has.
    pub is_in_lone_statement: bool,
}

impl MissingValue {
    /// Returns whether another value of the same sort may stand in the place of this one.
    pub(super) fn may_give_way_to(&self, other: &Self) -> bool {
        let is_other_currency = || {
            let are_currencies = [self, other].iter().all(|value| is_currency(&value.sort));
            self.kind == ChangeKind::Figure && self.value == other.value && are_currencies
        };
        let is_other_value = self.sort == other.sort && self.value != other.value;
        // A word of no known kind may be part of any name.
        let are_names =
            || !self.sort.is_empty() && !is_named_the_same(&self.word, &other.word) || self.is_slip_of(other);
        self.kind == other.kind
            && (is_other_value || self.sort != other.sort && is_other_currency())
            && (self.kind != ChangeKind::Name || are_names())
    }

    fn is_length(&self) -> bool {
        self.sort.starts_with(LENGTH)
    }

    /// Returns whether two values differ by a slip of the pen.
    fn is_slip_of(&self, other: &Self) -> bool {
        LEAST_ALIKE <= strsim::normalized_damerau_levenshtein(&self.word, &other.word)
            && knows(&self.word) == knows(&other.word)
    }

    /// Returns whether two values of one sort often stand in two texts by chance: two names, two lengths of time, counts of
    /// things that are named otherwise ("homes", "properties").
    pub(super) fn may_meet_by_chance(&self, other: &Self) -> bool {
        let counts_another = self.of.is_some() && other.of.is_some() && self.of != other.of;
        match self.kind {
            ChangeKind::Figure => counts_another,
            ChangeKind::Name => !self.is_slip_of(other),
            _ => self.is_length(),
        }
    }

    /// Returns whether both values count or measure the same thing: "two governors", "three governors"; "9,000 hectares",
    /// "11,500 hectares".
    pub(super) fn is_of_same_thing(&self, other: &Self) -> bool {
        let is_measure = !matches!(self.sort.as_str(), "" | "%" | "people") && !is_currency(&self.sort);
        self.kind == ChangeKind::Figure
            && self.sort == other.sort
            && (self.of == other.of && (self.of.is_some() || is_measure))
    }

    /// Returns whether the value is seldom met by chance: a time, a measure, a number of three digits.
    pub(super) fn is_distinctive(&self) -> bool {
        match self.kind {
            ChangeKind::Date => !self.is_length(),
            ChangeKind::Figure => !self.sort.is_empty() || self.value.parse().is_ok_and(|value: f64| 100.0 <= value),
            _ => false,
        }
    }
}

/// Least likeness of two names that differ by a slip.
const LEAST_ALIKE: f64 = 0.75;

/// What the sort of a length of time begins with; its unit follows, since "a year" is a rounder way to tell "ten months".
const LENGTH: &str = "length in ";

/// Returns whether a unit is a currency: three capitals.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

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
    let found = |kind, span: Span, sort: String, of, value: String| {
        let word = span.of(document.text).to_lowercase();
        let is_in_lone_statement = lone.iter().any(|own| own.overlaps(span));
        MissingValue { kind, sentence: text.sentence(span), span, sort, of, value, word, is_in_lone_statement }
    };
    let figures = analysis.figures.iter().filter(|figure| is_missing(figure.span)).map(|figure| {
        let unit = plain_unit(figure).1.unwrap_or_default().to_owned();
        found(ChangeKind::Figure, figure.span, unit, figure.of.clone(), plain_value(figure).to_string())
    });
    let is_24_hours = analysis.timexes.iter().any(|timex| is_on_24_hours(timex.span.of(document.text)));
    let times = analysis.timexes.iter().filter(|timex| is_missing(timex.span)).filter_map(|timex| {
        let (sort, value) = point(timex, document.text, is_24_hours)?;
        Some(found(ChangeKind::Date, timex.span, sort, None, value))
    });
    let spelt = letters_of_words(other);
    let mut names: Vec<MissingValue> = Vec::new();
    for &at in &text.missing {
        let span = document.tokens[at].span;
        // "U.S." stands in the other text as "US".
        let is_open = is_open(span) && !spelt.contains(&letters(document.word(at)));
        let Some((sort, span)) = name_at(text, at).filter(|_| is_open) else { continue };
        if names.last().is_none_or(|last| last.span != span) {
            names.push(found(ChangeKind::Name, span, sort.to_owned(), None, place_or_name(span.of(document.text))));
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
fn name_at(text: &CoveredText<'_>, at: usize) -> Option<(&'static str, Span)> {
    let analysis = text.content.analysis;
    let (document, span) = (&analysis.document, analysis.document.tokens[at].span);
    if is_demonym(document.norm(at)) {
        return Some(("place", span));
    }
    // A title is told in many ways ("Sgt.", "Sergeant"), and an acronym is often explained.
    if text.content.upos(at) != Upos::Propn || is_title(document.norm(at)) {
        return None;
    }
    if is_acronym(document.word(at)) {
        return Some(("acronym", span));
    }
    let Some(mention) = named_around(analysis, span) else { return Some(("", span)) };
    match analysis.entities[mention.entity].kind {
        EntityKind::Person => (mention.span.end == span.end).then_some(("person", mention.span)),
        EntityKind::Organization => Some(("organization", mention.span)),
        EntityKind::Place => Some(("place", mention.span)),
        EntityKind::Other => Some(("", span)),
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
fn point(timex: &Timex, text: &str, is_24_hours: bool) -> Option<(String, String)> {
    let words = timex.span.of(text);
    match timex.kind {
        TimexType::Date | TimexType::Time if timex.edtf.is_some() => Some((form(&timex.value), timex.value.clone())),
        TimexType::Date => part_of_year(timex, text)
            .map(|part| (part.sort().to_owned(), format!("{part:?}")))
            // A text of unknown date leaves open which Monday it means; it is no Tuesday.
            .or_else(|| Some(("weekday".to_owned(), words.parse::<Weekday>().ok()?.to_string()))),
        TimexType::Time if timex.value.is_empty() => {
            let (day, part) = words.split_once(' ')?;
            let day: Weekday = day.parse().ok()?;
            (!part.contains([' ', ':'])).then(|| ("part of a weekday".to_owned(), format!("{day} {part}")))
        }
        TimexType::Time => clock(timex, text, is_24_hours).map(|clock| ("clock".to_owned(), clock)),
        TimexType::Duration => {
            let unit = words.rsplit(' ').next()?.trim_end_matches('s');
            length(&timex.value).map(|length| (format!("{LENGTH}{unit}"), format!("{length:?}")))
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
    let words = timex.span.of(text).to_ascii_lowercase();
    let is_half = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_matches('.');
        matches!(word, "am" | "a.m" | "pm" | "p.m" | "noon" | "midnight" | "midday")
    };
    let tells_half = words.split(|c: char| !c.is_alphanumeric() && c != '.').any(is_half);
    let is_told = tells_half || 12 < hour || is_24_hours && words.contains(':');
    is_told.then(|| if hour == 24 { clock.replacen("24", "00", 1) } else { clock.to_owned() })
}

/// Returns whether a time is written on a clock of 24 hours: "09:30", "14:00".
fn is_on_24_hours(words: &str) -> bool {
    let Some((hour, _)) = words.split_once(':') else { return false };
    hour.len() == 2 && hour.parse::<u32>().is_ok_and(|hour| !(10..=12).contains(&hour))
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
        assert!(!["9:30", "10:15", "noon"].into_iter().any(is_on_24_hours));
    }
}
