//! Reads the date of an entry as an editor types it.
//!
//! ```text
//! 2025-08-12 · 12 August 2025, 6.40am · August 2025 · about 12 August 2025 · by September 2025
//! 14 to 16 March 2025 · spring 2025 · the 1990s
//! ```
//!
//! Words are brought into EDTF as exact as they are; "early March" has no bounds that two people agree on, and is refused.

use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;

use super::calendar_names::month_named;
use super::edtf::Edtf;
use super::moment::DocumentTime;
use super::written_time::{TimeDirection, WrittenTime};

/// The words name no date that an entry can have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no date")]
pub struct TypedDateError(String);

impl TypedDateError {
    /// What can be written instead.
    pub const HINT: &str = "write it as exactly as it is known: 2025-08-12, August 2025, about 12 August 2025, by September 2025, \
        14 to 16 March 2025, EDTF such as 2025-08-12~ or ../2025-09, or `none`";
}

/// Reads a date as vague as it is typed: EDTF, else words in `zone`, of which a midnight is the whole day; `none` is no date.
///
/// # Errors
///
/// [`TypedDateError`] when the words name neither.
pub fn typed_date(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<Option<Edtf>, TypedDateError> {
    let words = words.trim();
    if words.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let found = Edtf::new(words).ok().or_else(|| TypedWords { zone, now }.date(words));
    found.map(Some).ok_or_else(|| TypedDateError(words.to_owned()))
}

/// Words before a date, and what they say of it.
const OPENINGS: &[(&str, Opening)] = &[
    ("about", Opening::Mark('~')),
    ("approximately", Opening::Mark('~')),
    ("approx.", Opening::Mark('~')),
    ("around", Opening::Mark('~')),
    ("circa", Opening::Mark('~')),
    ("c.", Opening::Mark('~')),
    ("ca.", Opening::Mark('~')),
    ("maybe", Opening::Mark('?')),
    ("perhaps", Opening::Mark('?')),
    ("possibly", Opening::Mark('?')),
    ("probably", Opening::Mark('?')),
    ("by", Opening::Until),
    ("not after", Opening::Until),
    ("until", Opening::Until),
    ("before", Opening::Before),
    ("from", Opening::From),
    ("not before", Opening::From),
    ("since", Opening::From),
    ("after", Opening::After),
    ("in", Opening::Plain),
    ("on", Opening::Plain),
    ("the", Opening::Plain),
];

/// Words between the two ends of a span.
const BETWEEN: &[&str] = &[" to ", " until ", " till ", " through ", " and ", " – ", " — ", " - ", "..", "–"];

#[derive(Clone, Copy, Debug)]
enum Opening {
    /// How sure the date is, as EDTF marks it.
    Mark(char),
    /// At its end at the latest.
    Until,
    /// Before it begins.
    Before,
    /// At its beginning at the earliest.
    From,
    /// After its end.
    After,
    /// Nothing.
    Plain,
}

/// Reads dates in words, of which the years and days that are left out are seen from `now`.
struct TypedWords {
    zone: Tz,
    now: DateTime<Utc>,
}

impl TypedWords {
    fn date(&self, words: &str) -> Option<Edtf> {
        let lower = words.to_lowercase();
        let span = lower.strip_prefix("between ").or_else(|| lower.strip_prefix("from ")).unwrap_or(&lower);
        if let Some(span) = self.span(span) {
            return Some(span);
        }
        let opened = OPENINGS.iter().find_map(|(opening, kind)| {
            let rest = lower.strip_prefix(opening)?;
            (rest.starts_with(' ') || opening.ends_with('.')).then(|| (rest.trim_start(), *kind))
        });
        match opened {
            Some((rest, opening)) => self.opened(opening, rest),
            None => self.point(&lower),
        }
    }

    fn opened(&self, opening: Opening, rest: &str) -> Option<Edtf> {
        let date = Edtf::new(rest).ok().or_else(|| match opening {
            Opening::Plain => self.date(rest),
            _ => self.point(rest.strip_prefix("the ").unwrap_or(rest)),
        })?;
        if date.is_interval() || date.is_doubtful() {
            return matches!(opening, Opening::Plain).then_some(date);
        }
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let edtf = match opening {
            Opening::Mark(mark) => format!("{date}{mark}"),
            Opening::Until => format!("../{date}"),
            Opening::From => format!("{date}/.."),
            Opening::Before => format!("../{}", day(date.earliest(self.zone)).checked_sub_days(Days::new(1))?),
            Opening::After => format!("{}/..", day(date.latest(self.zone)).checked_add_days(Days::new(1))?),
            Opening::Plain => return Some(date),
        };
        Edtf::new(edtf).ok()
    }

    /// Reads `14 to 16 March 2025`, `March to May 2025`: what the first end leaves out stands in the second.
    fn span(&self, words: &str) -> Option<Edtf> {
        let (first, last) =
            BETWEEN.iter().find_map(|between| words.split_once(between)).or_else(|| days_joined(words))?;
        let (first, last) = (first.trim(), last.trim());
        let end = Edtf::new(last).ok().or_else(|| self.point(last))?;
        let end_words: Vec<&str> = last.split_whitespace().collect();
        let written = |date: &str| Edtf::new(date).ok().or_else(|| self.full_point(date));
        let mut filled = (1..end_words.len()).rev().map(|from| format!("{first} {}", end_words[from..].join(" ")));
        let begin = written(first).or_else(|| filled.find_map(|date| written(&date)))?;
        let is_plain = |date: &Edtf| !date.is_interval() && !date.is_doubtful();
        let is_ordered = begin.earliest(self.zone) < end.earliest(self.zone);
        (is_plain(&begin) && is_plain(&end) && is_ordered).then(|| Edtf::new(format!("{begin}/{end}")).ok())?
    }

    fn point(&self, words: &str) -> Option<Edtf> {
        self.full_point(words).or_else(|| {
            let time = WrittenTime::read(words).ok()?.resolve(self.now, self.zone, TimeDirection::Past)?;
            Edtf::new(as_edtf(time, self.zone)).ok()
        })
    }

    /// Reads a date whose year is written.
    fn full_point(&self, words: &str) -> Option<Edtf> {
        let absolute = || {
            let time = WrittenTime::read(words).ok()?.absolute(self.zone)?;
            Edtf::new(as_edtf(time, self.zone)).ok()
        };
        coarse(words).or_else(absolute)
    }
}

/// Splits `14-16 march 2025` between its days.
fn days_joined(words: &str) -> Option<(&str, &str)> {
    let (first, rest) = words.split_once('-')?;
    let is_day = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_day(first) && rest.split_whitespace().next().is_some_and(is_day)).then_some((first, rest))
}

/// Reads what is coarser than a day: `march 2025`, `03/2025`, `spring 2025`, `1990s`.
fn coarse(words: &str) -> Option<Edtf> {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(decade) = words.strip_suffix("0s").filter(|decade| decade.len() == 3) {
        return Edtf::new(format!("{decade}X")).ok();
    }
    let parts: Vec<&str> = words.split([' ', ',', '/']).filter(|part| !matches!(*part, "" | "of")).collect();
    let (part, year) = match parts[..] {
        [part, year] if is_year(year) => (part, year),
        [year, part] if is_year(year) => (part, year),
        _ => return None,
    };
    let number = match part {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ if words.contains('/') => part.parse().ok()?,
        _ => month_named(part.trim_end_matches('.'))?,
    };
    Edtf::new(format!("{year}-{number:02}")).ok()
}

fn as_edtf(time: DocumentTime, zone: Tz) -> String {
    match time {
        DocumentTime::Day(day) => day.to_string(),
        DocumentTime::Instant(at) => {
            let local = at.with_timezone(&zone).naive_local();
            let is_day = local.time() == NaiveTime::MIN;
            local.format(if is_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" }).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_vague_as_it_is_typed() {
        let now = "2025-08-14T09:00:00Z".parse().unwrap();
        let read = |words: &str| {
            let date = typed_date(words, Tz::Asia__Manila, now).map_err(|error| error.to_string())?;
            Ok::<_, String>(date.map(|date| date.to_string()))
        };
        let dated = |date: &str| Ok(Some(date.to_owned()));
        assert_eq!(read("2025-08"), dated("2025-08"));
        assert_eq!(read(" 2025-08-12~ "), dated("2025-08-12~"));
        assert_eq!(read("yesterday"), dated("2025-08-13"));
        assert_eq!(read("12 Aug 2025, 6.40am"), dated("2025-08-12T06:40:00"));
        assert_eq!((read("none"), read("None")), (Ok(None), Ok(None)));
        assert_eq!(read("soonish"), Err("`soonish` names no date".to_owned()));
        assert!(read("2025-13-45").is_err());
    }
    #[track_caller]
    fn check(words: &str, want: &str) {
        let now = "2025-08-14T09:00:00Z".parse().unwrap();
        let got = typed_date(words, Tz::Asia__Manila, now)
            .map_or_else(|error| error.to_string(), |date| date.expect("a date").to_string());
        assert_eq!(got, want, "for {words}");
    }

    #[test]
    fn a_date_coarser_than_a_day_can_be_written_in_words() {
        check("March 2025", "2025-03");
        check("in Sept. 2024", "2024-09");
        check("2024, September", "2024-09");
        check("03/2025", "2025-03");
        check("spring 2025", "2025-21");
        check("the fall of 2024", "2024-23");
        check("the 1990s", "199X");
        check("13/2025", "`13/2025` names no date");
        check("early March 2025", "`early March 2025` names no date"); // nobody knows where it ends
        check("March", "`March` names no date");
    }

    #[test]
    fn doubt_and_open_ends_can_be_written_in_words() {
        check("about 12 August 2025", "2025-08-12~");
        check("c. 1990", "1990~");
        check("perhaps yesterday", "2025-08-13?");
        check("by September 2025", "../2025-09");
        check("before 15 March 2025", "../2025-03-14");
        check("before March 2025", "../2025-02-28");
        check("since 2025-03", "2025-03/..");
        check("after March 2025", "2025-04-01/..");
        check("about by 2025", "`about by 2025` names no date");
        check("before 2025-03/2025-04", "`before 2025-03/2025-04` names no date");
    }

    #[test]
    fn a_span_can_leave_out_what_its_second_end_has() {
        check("14 to 16 March 2025", "2025-03-14/2025-03-16");
        check("between 1 and 5 March 2025", "2025-03-01/2025-03-05");
        check("14-16 March 2025", "2025-03-14/2025-03-16");
        check("14–16 March 2025", "2025-03-14/2025-03-16");
        check("30 March to 2 April 2025", "2025-03-30/2025-04-02");
        check("March to May 2025", "2025-03/2025-05");
        check("2025-03-14..2025-03-16", "2025-03-14/2025-03-16");
        check("from 2019 to 2021", "2019/2021");
        check("16 to 14 March 2025", "`16 to 14 March 2025` names no date");
        check("12-08-2025", "`12-08-2025` names no date"); // the day or the month first
    }
}
