//! Tries properties that hold for any text: spans, dates, steps taken, shifted documents.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use super::{timexes_in, work};
use crate::model::{Document, DocumentTime, Setting, Timex};
use crate::text;

fn setting(day: NaiveDate) -> Setting {
    Setting { published: Some(DocumentTime::Day(day)), ..Setting::default() }
}

fn read(text: &str, setting: Setting) -> Vec<Timex> {
    timexes_in(&text::read(text), setting)
}

/// Words that meet the patterns in every order.
const WORDS: &[&str] = &[
    "the", "end", "of", "May", "31", "February", "29", "2023", "0000", "9999", ",", "last", "next", "week", "three",
    "days", "ago", "before", "Friday", "night", "25:00", "11:59", "p.m.", "GMT", "BC", "1990s", "century", "every",
    "quarter", "1/2", "-", "'96", "until", "half", "a",
];

/// Returns sentences with a time that is days or weeks from the document's day or from the time before.
fn relative() -> impl Strategy<Value = String> {
    const FRAMES: &[&str] =
        &["It met", "It will meet", "It had met", "It plans to meet", "It is due to end", "It meets", "It was to meet"];
    const TIMES: &[&str] = &[
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "last night",
        "this morning",
        "the day before yesterday",
        "the day after tomorrow",
        "on WEEKDAY",
        "last WEEKDAY",
        "next WEEKDAY",
        "this coming WEEKDAY",
        "until WEEKDAY",
        "since WEEKDAY",
        "WEEKDAY night",
        "on the following WEEKDAY",
        "from WEEKDAY to WEEKDAY",
        "at 7.30pm on WEEKDAY",
        "WEEKDAY last week",
        "last week",
        "this week",
        "next week",
        "late last week",
        "earlier this week",
        "over the weekend",
        "N days ago",
        "N weeks ago",
        "N days from now",
        "N days later",
        "N days earlier",
        "the next day",
        "the previous day",
        "that day",
        "the following morning",
        "every WEEKDAY",
        "on WEEKDAYs",
        "N days before WEEKDAY",
        "N days",
    ];
    const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let pick = prop::sample::select;
    (pick(FRAMES), pick(TIMES), pick(DAYS), 2u32..40).prop_map(|(frame, time, day, n)| {
        let time = time.replace("WEEKDAY", day).replace('N', &n.to_string());
        format!("{frame} {time}.")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_dates_are_in_order(words in prop::collection::vec(prop::sample::select(WORDS), 0..30)) {
        let text = words.join(" ");
        let today = NaiveDate::from_ymd_opt(2024, 2, 29).expect("a day");
        let mut end = 0;
        for timex in read(&text, setting(today)) {
            prop_assert!(end <= timex.span.start && timex.span.start < timex.span.end && timex.span.end <= text.len());
            end = timex.span.end;
            if let Some(edtf) = timex.edtf {
                let (first, last) = edtf.bounds(chrono_tz::Tz::UTC);
                prop_assert!(first <= last, "{edtf}");
            }
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
        read(&text, Setting::default());
    }

    #[test]
    fn whole_weeks_later_relative_times_are_whole_weeks_later(
        sentences in prop::collection::vec(relative(), 1..5),
        weekday in 0i64..7,
        weeks in 0i64..1500,
    ) {
        let today = NaiveDate::from_ymd_opt(2015, 3, 9).expect("a day") + Duration::days(weekday);
        let text = sentences.join(" ");
        let away = |day: NaiveDate| -> Vec<_> {
            let zone = chrono_tz::Tz::UTC;
            let bounds = |timex: &Timex| {
                let (first, last) = timex.edtf.as_ref()?.bounds(zone);
                Some((first.date_naive() - day, last.date_naive() - day))
            };
            read(&text, setting(day)).iter().map(|timex| (timex.kind, bounds(timex))).collect()
        };
        prop_assert_eq!(away(today), away(today + Duration::weeks(weeks)), "{}", text);
    }
}

#[test]
fn what_is_impossible_gets_no_value() {
    let today = NaiveDate::from_ymd_opt(2024, 5, 15).expect("a day");
    for text in
        ["It fell on 31 April 2024.", "It fell on February 29, 2023.", "It fell on 2023-02-29.", "Filed on 31/04/2024."]
    {
        let timexes = read(text, setting(today));
        let placed: Vec<_> = timexes.iter().filter(|timex| 10 <= timex.value.len()).map(|timex| &timex.value).collect();
        assert!(placed.is_empty(), "{text} gives {placed:?}");
        let document = text::read(text);
        let notes = super::notes(&document, &timexes, setting(today));
        assert!(notes.iter().any(|note| note.code == "impossible-date"), "{text}");
    }
    assert!(read("It opens at 25:00.", setting(today)).is_empty());
}

#[test]
fn edges_of_the_calendar_are_read() {
    for text in [
        "In 0000 it fell.",
        "In 9999 it fell.",
        "A million years ago.",
        "It ends 9999999 weeks from now.",
        "In 9999, two years later.",
    ] {
        for day in [NaiveDate::MIN, NaiveDate::MAX, NaiveDate::from_ymd_opt(0, 1, 1).expect("a day")] {
            read(text, setting(day));
        }
    }
}

#[test]
fn a_text_without_a_date_invents_none() {
    let text = "It met yesterday, last week and on Friday; it will meet in March.";
    let document = text::read(text);
    let timexes = timexes_in(&document, Setting::default());
    assert!(4 <= timexes.len() && timexes.iter().all(|timex| timex.edtf.is_none()), "{timexes:?}");
    let notes = super::notes(&document, &timexes, Setting::default());
    assert!(notes.iter().any(|note| note.code == "no-document-date"));
}

#[test]
fn datelines_that_contradict_each_other_give_way_to_the_document() {
    let today = NaiveDate::from_ymd_opt(2024, 5, 15).expect("a day");
    let text = "PARIS, May 3, 2024 (Reuters) - It met yesterday.\n\nLYON, May 9, 2024 (AP) - It met today.";
    let values: Vec<_> = read(text, setting(today)).into_iter().map(|timex| timex.value).collect();
    assert_eq!(values, ["2024-05-03", "2024-05-14", "2024-05-09", "2024-05-15"]);
}

/// Steps of ten times the text by which linear work may grow: ten, and a little for where the text is cut.
const MAX_RATIO: u64 = 12;

/// Asserts that ten times the text takes about ten times the steps.
#[track_caller]
fn check_linear(words: &str, times: usize, document: impl for<'a> Fn(&'a str) -> Document<'a>) {
    let steps = |times: usize| {
        let text = words.repeat(times);
        let document = document(&text);
        work::steps_of(|| drop(timexes_in(&document, Setting::default())))
    };
    let (short, long) = (steps(times), steps(10 * times));
    assert!(times as u64 <= short, "{words:?}: the steps are not counted");
    assert!(long <= MAX_RATIO * short, "{words:?}: {short} steps grew to {long}");
}

#[test]
fn steps_grow_with_the_length_of_one_sentence() {
    for words in [
        "\"today\" ",
        "8 a.m. local time, ",
        "from May 3 to ",
        "the year ended ",
        "1954-55-",
        "in May 1990 and June, ",
        "On 60 MINUTES ",
        "one hundred and ",
    ] {
        check_linear(words, 300, text::skim);
    }
}

#[test]
fn steps_grow_with_the_number_of_figures() {
    check_linear("1998 12 31 ", 1_000, text::read);
}
