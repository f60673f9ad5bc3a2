//! Reads the date of an entry as an editor types it.
//!
//! ```text
//! 2025-08-12 · 12 August 2025, 6.40am · August 2025 · about 12 August 2025 · by September 2025
//! 14 to 16 March 2025 · spring 2025 · the 1990s · 20th century · 480 BC
//! ```
//!
//! Words are brought into EDTF as exact as they are: "Q1 2025" is three months. "Early March" has no bounds that two people
//! agree on, and is refused.
//! So is "the 1900s", which may be ten years (`190X`) or a hundred (`19XX`); of this century, "the 2000s" are ten. EDTF has no
//! open span that begins or ends within a day: `before 14 March 2025 9am` is until that day. Whatever `Edtf::words_in` writes
//! is read. `openings` lists the words around a date, `coarse` reads what is no day.

mod coarse;
mod openings;

use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;

use super::edtf::{Edtf, Precision};
use super::moment::DocumentTime;
use super::written_time::{TimeDirection, WrittenTime, WrittenTimeError};
use coarse::{coarse, decade_or_century};
use openings::{BETWEEN, CLOSINGS, OPENINGS, Opening, SPAN_OPENINGS};

/// The words name no date that an entry can have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct TypedDateError {
    message: String,
    hint: String,
}

/// What can be written for a date.
const HINT: &str = "write it as exactly as it is known: `2025-08-12`, `August 2025`, `about 12 August 2025`, \
    `by September 2025`, `14 to 16 March 2025`, EDTF such as `2025-08-12~` or `../2025-09`, or `none`";

impl TypedDateError {
    /// Returns what can be written instead.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    /// Returns why these words are refused, as they are `typed`.
    fn of(words: &str, typed: &TypedWords) -> Self {
        let lower = words.to_lowercase();
        let plain = format!("`{words}` names no date");
        if let Some((decade, century)) = decade_or_century(&lower) {
            return Self {
                message: format!("`{words}` may be ten years or a hundred"),
                hint: format!("write `{decade}` for the ten years, `{century}` for the century"),
            };
        }
        let span = words.split_once(" and ").map(|(first, last)| format!("{first} to {last}"));
        if let Some(span) = span.filter(|span| typed.date(&span.to_lowercase()).is_some()) {
            return Self {
                message: format!("{plain}: two dates are no span"),
                hint: format!("write `{span}` for all that lies between, or one of the two"),
            };
        }
        if let Some(rest) = without_phase(&lower).filter(|rest| typed.date(rest).is_some()) {
            // As it was typed: small letters are as long as large ones, in dates.
            let rest = words.get(words.len().saturating_sub(rest.len())..).unwrap_or(rest);
            return Self {
                message: format!("{plain}: nobody can tell where that part begins and ends"),
                hint: format!("write `{rest}`, or the days, as in `1 to 10 March 2025`"),
            };
        }
        // Of a part, only the order of its figures is told: any other word may be one around a date.
        let of_part = lower.split_whitespace().filter_map(|word| WrittenTime::read(word).err());
        let mut of_part = of_part.filter(|error| matches!(error, WrittenTimeError::Order(_)));
        let of_all = || WrittenTime::read(&lower).err().filter(|error| error.hint().is_some());
        match of_part.next().or_else(of_all).map(|error| (error.hint(), error)) {
            Some((Some(hint), error)) => Self { message: error.to_string(), hint },
            _ => Self { message: plain, hint: HINT.to_owned() },
        }
    }
}

/// What takes a date away, and how answers say that there is none.
const NO_DATE: [&str; 5] = ["none", "no date given", "unknown", "undated", "no date"];

/// Reads a date as vague as it is typed: EDTF, else words in `zone`; `none` is no date.
///
/// # Errors
///
/// [`TypedDateError`] when the words name neither.
pub fn typed_date(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<Option<Edtf>, TypedDateError> {
    let words = words.trim();
    if NO_DATE.iter().any(|none| words.eq_ignore_ascii_case(none)) {
        return Ok(None);
    }
    let typed = TypedWords { zone, now };
    let found = Edtf::new(words).ok().or_else(|| typed.date(&words.to_lowercase()));
    found.map(Some).ok_or_else(|| TypedDateError::of(words, &typed))
}

/// Reads dates in words in small letters, of which the years and days that are left out are seen from `now`.
struct TypedWords {
    zone: Tz,
    now: DateTime<Utc>,
}

impl TypedWords {
    fn date(&self, words: &str) -> Option<Edtf> {
        if let Some(span) = self.span(words) {
            return Some(span);
        }
        match opened(words) {
            Some((opening, rest)) => self.opened(opening, rest),
            None => self.point(words),
        }
    }

    fn opened(&self, opening: Opening, rest: &str) -> Option<Edtf> {
        let closed = CLOSINGS.iter().find_map(|closing| rest.strip_suffix(closing.words));
        let rest = closed.filter(|_| opening == Opening::From).unwrap_or(rest);
        if opening == Opening::Plain {
            return edtf(rest).or_else(|| self.date(rest));
        }
        let date = marked(rest, |words| self.point(words)).filter(|date| !date.is_interval())?;
        let is_closed = matches!(opening, Opening::Until | Opening::From);
        if date.is_doubtful() && !is_closed {
            return None;
        }
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let (first, last) = (day(date.earliest(self.zone)), day(date.latest(self.zone)));
        // A span with an open end has no times of day: the day itself is let in.
        let is_clock = date.precision() == Precision::Second;
        let edtf = match opening {
            Opening::Mark(mark) => format!("{date}{mark}"),
            Opening::Until | Opening::Before if is_clock => format!("../{last}"),
            Opening::From | Opening::After if is_clock => format!("{first}/.."),
            Opening::Until => format!("../{date}"),
            Opening::From => format!("{date}/.."),
            Opening::Before => format!("../{}", first.checked_sub_days(Days::new(1))?),
            Opening::After => format!("{}/..", last.checked_add_days(Days::new(1))?),
            Opening::Plain => return Some(date),
        };
        Edtf::new(edtf).ok()
    }

    /// Reads `14 to 16 March 2025`, `March to May 2025`: what the first end leaves out stands in the second.
    fn span(&self, words: &str) -> Option<Edtf> {
        let opening = SPAN_OPENINGS.iter().find(|opening| words.starts_with(opening.words));
        let opening = opening.map(|opening| opening.words);
        let words = &words[opening.map_or(0, str::len)..];
        let may_part = |needed: Option<&str>| needed.is_none() || needed == opening;
        let marks = BETWEEN.iter().filter(|between| may_part(between.kind)).map(|between| between.words);
        let ends = marks
            .flat_map(|mark| words.match_indices(mark))
            .map(|(at, mark)| (&words[..at], &words[at + mark.len()..]));
        ends.chain(days_joined(words)).find_map(|(first, last)| self.between(first.trim(), last.trim()))
    }

    /// Reads the span between two ends.
    fn between(&self, first: &str, last: &str) -> Option<Edtf> {
        let end = marked(last, |words| self.point(words))?;
        let last_words: Vec<&str> = last.split_whitespace().collect();
        // The longest first: of `16 March 480 AD`, the era alone would make a year of the day 14.
        let mut filled = (1..last_words.len()).map(|from| format!("{first} {}", last_words[from..].join(" ")));
        let full = marked(first, |words| self.full_point(words));
        let begin = full.or_else(|| filled.find_map(|date| self.full_point(&date)))?;
        let is_single = !begin.is_interval() && !end.is_interval();
        is_single.then(|| Edtf::new(format!("{begin}/{end}")).ok())?
    }

    fn point(&self, words: &str) -> Option<Edtf> {
        self.full_point(words).or_else(|| {
            let written = WrittenTime::read(words).ok().filter(|written| !written.is_length())?;
            self.edtf_of(&written, written.resolve(self.now, self.zone, TimeDirection::Past)?)
        })
    }

    /// Reads a date whose year is written.
    fn full_point(&self, words: &str) -> Option<Edtf> {
        let absolute = || {
            let written = WrittenTime::read(words).ok()?;
            self.edtf_of(&written, written.absolute(self.zone)?)
        };
        edtf(words).or_else(|| coarse(words)).or_else(absolute)
    }

    /// Returns a time in EDTF by the clock of the zone; with the offset where a zone is named.
    fn edtf_of(&self, written: &WrittenTime, time: DocumentTime) -> Option<Edtf> {
        let local = |at: DateTime<Utc>| at.with_timezone(&self.zone);
        Edtf::new(match time {
            DocumentTime::Day(day) => day.to_string(),
            DocumentTime::Instant(at) if written.names_zone() => local(at).format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            DocumentTime::Instant(at) => local(at).format("%Y-%m-%dT%H:%M:%S").to_string(),
        })
        .ok()
    }
}

/// Returns what is left of `early March 2025`, `mid-March 2025`, `the end of 2024`.
fn without_phase(words: &str) -> Option<&str> {
    const PHASES: [&str; 9] =
        ["early", "mid-", "mid", "late", "beginning of", "start of", "middle of", "end of", "the"];
    let rest = PHASES.iter().find_map(|phase| words.strip_prefix(phase))?.trim_start();
    if words.starts_with("the ") { without_phase(rest) } else { Some(rest) }
}

/// Reads a date with or without a mark of doubt before it.
fn marked(words: &str, read: impl Fn(&str) -> Option<Edtf>) -> Option<Edtf> {
    let (mark, rest) = match opened(words) {
        Some((Opening::Mark(mark), rest)) => (Some(mark), rest),
        _ => (None, words),
    };
    let rest = match opened(rest) {
        Some((Opening::Plain, rest)) => rest,
        _ => rest,
    };
    let date = read(rest)?;
    match mark {
        None => Some(date),
        Some(mark) => Edtf::new(format!("{date}{mark}")).ok().filter(|_| !date.is_doubtful()),
    }
}

/// Reads EDTF in small letters.
fn edtf(words: &str) -> Option<Edtf> {
    Edtf::new(words.to_ascii_uppercase()).ok()
}

/// Returns what the words before a date say of it, and the rest.
fn opened(words: &str) -> Option<(Opening, &str)> {
    OPENINGS.iter().find_map(|opening| {
        let rest = words.strip_prefix(opening.words)?;
        (rest.starts_with(' ') || opening.words.ends_with('.')).then(|| (opening.kind, rest.trim_start()))
    })
}

/// Splits `14-16 march 2025` between its days.
fn days_joined(words: &str) -> Option<(&str, &str)> {
    let (first, rest) = words.split_once('-')?;
    let is_day = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_day(first) && rest.split_whitespace().next().is_some_and(is_day)).then_some((first, rest))
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
        assert_eq!([read("none"), read("None"), read("no date given")], [Ok(None), Ok(None), Ok(None)]);
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
        check("the 2000s", "200X");
        check("1900s", "`1900s` may be ten years or a hundred");
        check("190X", "190X");
        check("the years 1900 to 1909", "190X");
        check("the 20th century", "19XX");
        check("March 480 BC", "-0479-03");
        check("12 March 480 AD", "0480-03-12");
        check("13/2025", "`13/2025` names no date");
        check("early March 2025", "`early March 2025` names no date: nobody can tell where that part begins and ends");
        check("Q1 2025", "2025-01/2025-03");
        check("the fourth quarter of 2024", "2024-10/2024-12");
        check("first half of 2025", "2025-01/2025-06");
        check("2025-W10", "2025-03-03/2025-03-09");
        check("2025-W54", "`2025-W54` names no date");
        check("Q5 2025", "`Q5 2025` names no date");
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
        check("before 14 March 2025 9am", "../2025-03-14"); // the day has hours before nine
        check("after 14 March 2025 9am", "2025-03-14/..");
        check("by about 12 August 2025", "../2025-08-12~");
        check("before about 2025", "`before about 2025` names no date");
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
        check("30 March – 2 April 2025", "2025-03-30/2025-04-02");
        check("14 to 16 March 480 AD", "0480-03-14/0480-03-16");
        check("1 to 5 March 900 AD", "0900-03-01/0900-03-05");
        check("14 to 16 March 480 BC", "-0479-03-14/-0479-03-16");
        check("480 to 470 BC", "-0479/-0469");
        check("March to May 2025", "2025-03/2025-05");
        check("2025-03-14..2025-03-16", "2025-03-14/2025-03-16");
        check("from 2019 to 2021", "2019/2021");
        check("about 12 August 2025 to 14 August 2025", "2025-08-12~/2025-08-14");
        check("16 to 14 March 2025", "`16 to 14 March 2025` names no date");
        check("14 and 16 March 2025", "`14 and 16 March 2025` names no date: two dates are no span");
        check("12-08-2025", "`12-08-2025` may put the day or the month first");
        check("before 03/04/2025", "`03/04/2025` may put the day or the month first");
    }

    #[test]
    fn a_hint_can_be_copied() {
        let now = "2025-08-14T09:00:00Z".parse().unwrap();
        let read = |words: &str| typed_date(words, Tz::Asia__Manila, now);
        let plain = [
            "early March 2025",
            "the end of 2024",
            "mid-March 2025",
            "soonish",
            "the 1900s",
            "14 and 16 March 2025",
            "about 03/04/2025",
            "Thursday night at 12",
        ];
        let of_no_span = ["salt and pepper", "30 and 40 march 2025", "between soon and later"];
        for refused in plain.into_iter().chain(of_no_span) {
            let error = read(refused).unwrap_err();
            for said in error.hint().split('`').skip(1).step_by(2) {
                assert!(read(said).is_ok(), "`{said}` in the hint for `{refused}`");
            }
        }
    }

    /// Dates of every kind that EDTF level 1 has, as answers may print them.
    fn any_date() -> impl proptest::strategy::Strategy<Value = Edtf> {
        use proptest::prelude::*;
        let mark = || prop_oneof![Just(""), Just("?"), Just("~"), Just("%")];
        let part = || {
            prop_oneof![
                (1..9999, 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")),
                (1..9999, 1..=12).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
                (1..9999, 21..=24).prop_map(|(year, season)| format!("{year:04}-{season}")),
                (0..9999).prop_map(|year| format!("{year:04}")),
                (2..9999).prop_map(|year| format!("-{year:04}")),
                (1..999).prop_map(|decade| format!("{decade:03}X")),
                (190..205).prop_map(|decade| format!("{decade:03}X")),
                (0..99).prop_map(|century| format!("{century:02}XX")),
            ]
        };
        let marked = move || (part(), mark()).prop_map(|(part, mark)| format!("{part}{mark}"));
        let clock = (1980..2030, 1..=12, 1..=28, 0..24, 0..60, prop_oneof![Just("Z"), Just("+08:00"), Just("")]);
        let date = prop_oneof![
            marked(),
            marked().prop_map(|date| format!("../{date}")),
            marked().prop_map(|date| format!("{date}/..")),
            (marked(), marked()).prop_map(|(from, to)| format!("{from}/{to}")),
            clock.prop_map(|(y, m, d, h, min, zone)| format!("{y:04}-{m:02}-{d:02}T{h:02}:{min:02}:00{zone}")),
        ];
        date.prop_filter_map("no date", |date| Edtf::new(date).ok())
    }

    proptest::proptest! {
        #[test]
        fn a_date_that_is_printed_can_be_typed(date in any_date(), zone in 0..chrono_tz::TZ_VARIANTS.len()) {
            let zone = chrono_tz::TZ_VARIANTS[zone];
            let printed = date.words_in(zone);
            let read = typed_date(&printed, zone, "2025-08-14T09:00:00Z".parse().unwrap());
            let again = read.map(|date| date.expect("a date").words_in(zone));
            proptest::prop_assert_eq!(again, Ok(printed.clone()), "for {}", date);
        }
    }
}
