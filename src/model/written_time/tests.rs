//! Holds what times are read in, and what is refused.

use super::*;

/// Reads as if it were Friday, 25 April 2025, 13:00 in London.
#[track_caller]
fn check(text: &str, want: &str) {
    let now = "2025-04-25T12:00:00Z".parse().unwrap();
    let got = match WrittenTime::read(text) {
        Ok(written) => written
            .resolve(now, Tz::Europe__London, TimeDirection::Past)
            .map_or("nothing".to_owned(), |time| time.to_string()),
        Err(error) => error.to_string(),
    };
    assert_eq!(got, want, "for {text}");
}

#[test]
fn day_and_time_stand_in_any_order() {
    check("yesterday 8pm", "2025-04-24T19:00:00Z");
    check("8pm yesterday", "2025-04-24T19:00:00Z");
    check("at 8.15 p.m. on 14 March", "2025-03-14T20:15:00Z");
    check("15 Mar 2025, 9am", "2025-03-15T09:00:00Z");
    check("March 15, 2025 at 9:30 am", "2025-03-15T09:30:00Z");
    check("Friday 14 March 2025 14:30 BST", "2025-03-14T13:30:00Z");
    check("14:30 GMT 2 May 2024", "2024-05-02T14:30:00Z");
    check("2025-04-24T08:00", "2025-04-24T07:00:00Z");
    check("2025-04-24T08:00:30.5+02:00", "2025-04-24T06:00:30.500Z");
    check("2025-04-24 08:00 EST", "2025-04-24T13:00:00Z");
    check("20250424", "2025-04-24");
    check("24/04/2025 9.30", "2025-04-24T08:30:00Z");
    check("4/24/2025", "2025-04-24");
    check("04/04/2025", "2025-04-04");
}

#[test]
fn what_has_no_date_is_the_last_one() {
    check("Friday", "2025-04-25");
    check("last Friday", "2025-04-18");
    check("Saturday", "2025-04-19");
    check("friday 6pm", "2025-04-18T17:00:00Z"); // 6 p.m. today is to come
    check("midnight", "2025-04-24T23:00:00Z");
    check("noon", "2025-04-25T11:00:00Z");
    check("20:00", "2025-04-24T19:00:00Z");
    check("14:30 BST", "2025-04-24T13:30:00Z");
    check("1 May", "2024-05-01");
    check("29 February", "2024-02-29");
    check("2 hours ago", "2025-04-25T10:00:00Z");
    check("3 days ago", "2025-04-22");
    check("a month ago", "2025-03-25");
    check("now", "2025-04-25T12:00:00Z");
    check("2d", "2025-04-23");
    check("90m", "2025-04-25T10:30:00Z");
    check("2 weeks", "2025-04-11");
    check("1430h", "2025-04-25T13:30:00Z".replace("25T", "24T").as_str()); // and no length
    check("24 April 2025 24:00", "2025-04-24T23:00:00Z");
    check("2025-04-24T24:00Z", "2025-04-25T00:00:00Z");
    check("yesterday 24:00", "2025-04-24T23:00:00Z");
    check("Thursday 24:00", "2025-04-24T23:00:00Z");
    check("10 March 24:00", "2025-03-11T00:00:00Z");
    check("last Tuesday 24:00", "2025-04-22T23:00:00Z");
    check("yesterday evening at 24:00", "2025-04-24T23:00:00Z");
}

#[test]
fn what_does_not_exist_is_refused() {
    check("25:00", "no clock shows `25:00`");
    check("24:00", "no clock shows `24:00`"); // of which day?
    check("yesterday morning at 24:00", "`morning` and `24:00` do not name one time");
    check("24 April 24:30", "no clock shows `24:30`");
    check("early March 2025", "nobody can tell where `early` begins and ends");
    check("mid-March", "nobody can tell where `mid-march` begins and ends");
    check("2d 8pm", "`2d` is no part of a time");
    check("Friday 2 days", "`2` is no part of a time");
    check("2025-03-14T25:00", "no clock shows `25:00`");
    check("13pm", "no clock shows `13pm`");
    check("2025-02-30", "there is no day `2025-02-30`");
    check("30 February 2025", "there is no day `30 february 2025`");
    check("Monday 14 March 2025", "2025-03-14 is a Friday, not a Monday");
    check("04/05/2025", "`04/05/2025` may put the day or the month first");
    check("24/04/25", "`24/04/25` may put the day or the month first"); // or the year
    check("31/02/2025", "there is no day `31/02/2025`");
    check("31/13/2025", "there is no day `31/13/2025`");
    check("9.5", "`9.5` is no part of a time");
    check("soonish", "`soonish` is no part of a time");
    check("8pm 9pm", "`9pm` names a second day or time of day");
    check("", "no time is named");
    check("12", "`12` is no part of a time");
    check("+año", "`+año` is no part of a time"); // four bytes, as `+0200` has four digits
    check("-año", "`-año` is no part of a time");
    check("9999999 years ago", "nothing");
    check("12 March -999", "`-999` is no part of a time");
}

#[test]
fn what_is_to_come_is_the_next_one() {
    // Friday, 25 April 2025, 13:00 in London.
    let now = "2025-04-25T12:00:00Z".parse().unwrap();
    let check = |text: &str, want: &str| {
        let written = WrittenTime::read(text).unwrap();
        let got = written.resolve(now, Tz::Europe__London, TimeDirection::Future);
        assert_eq!(got.unwrap().to_string(), want, "for {text}");
    };
    check("8pm", "2025-04-25T19:00:00Z");
    check("noon", "2025-04-26T11:00:00Z");
    check("Friday", "2025-05-02");
    check("Saturday", "2025-04-26");
    check("Friday 6pm", "2025-04-25T17:00:00Z");
    check("Friday 6am", "2025-05-02T05:00:00Z");
    check("1 May", "2025-05-01");
    check("25 April 8pm", "2025-04-25T19:00:00Z");
    check("25 April 8am", "2026-04-25T07:00:00Z");
    check("14 March", "2026-03-14");
    check("tomorrow 8am", "2025-04-26T07:00:00Z");
    check("2025-05-02T08:00Z", "2025-05-02T08:00:00Z");
}

#[test]
fn a_clock_of_another_zone_shows_its_own_day() {
    // In Tokyo it is the 26th, in Los Angeles still the morning of the 25th.
    let now: DateTime<Utc> = "2025-04-25T17:00:00Z".parse().unwrap();
    let check = |text: &str, want: &str| {
        let got = WrittenTime::read(text).unwrap().resolve(now, Tz::Asia__Tokyo, TimeDirection::Past);
        assert_eq!(got.unwrap().to_string(), want, "for {text}");
    };
    check("23:00 PST", "2025-04-25T07:00:00Z");
    check("08:00 PT", "2025-04-25T15:00:00Z");
    check("yesterday 08:00 PT", "2025-04-24T15:00:00Z");
    check("01:00", "2025-04-25T16:00:00Z");
}

#[test]
fn what_people_say_is_what_they_would_write() {
    check("last night at 11pm", "2025-04-24T22:00:00Z");
    check("8pm last night", "2025-04-24T19:00:00Z");
    check("last night at 12:30am", "2025-04-24T23:30:00Z"); // it is half past midnight today
    check("this morning at 9", "2025-04-25T08:00:00Z");
    check("9.30 this morning", "2025-04-25T08:30:00Z");
    check("Thursday evening at 8", "2025-04-24T19:00:00Z");
    check("9 March 2025 at 10 in the morning", "2025-03-09T10:00:00Z");
    check("at 9 in the evening on 9 March 2025", "2025-03-09T21:00:00Z");
    check("the day before yesterday", "2025-04-23");
    check("two hours ago", "2025-04-25T10:00:00Z");
    check("thirteen hours ago", "2025-04-24T23:00:00Z");
    check("ninety minutes ago", "2025-04-25T10:30:00Z");
    check("twenty-one days ago", "2025-04-04");
    check("twenty one days ago", "`twenty` is no part of a time");
    check("2h ago", "2025-04-25T10:00:00Z");
    check("30min ago", "2025-04-25T11:30:00Z");
    check("half an hour ago", "2025-04-25T11:30:00Z");
    check("just now", "2025-04-25T12:00:00Z");
    check("yesterday evening", "`evening` needs an hour beside it, as in `evening at 8`");
    check("last night at 3", "`last night` and `3:00` do not name one time"); // of the night or of the day before
    check("at night", "`night` needs an hour beside it, as in `night at 8`");
}

#[test]
fn what_programs_write_is_read() {
    check("Fri Mar 14 09:00:00 2025", "2025-03-14T09:00:00Z");
    check("Fri Mar 14 09:00:00 UTC 2025", "2025-03-14T09:00:00Z");
    check("2025 March 14", "2025-03-14");
    check("14-Mar-2025 09:00", "2025-03-14T09:00:00Z");
    check("14/Mar/2025", "2025-03-14");
    check("14.03.2025 09:00", "2025-03-14T09:00:00Z");
    check("03.04.2025", "2025-04-03");
    check("1.3.2025", "2025-03-01");
    check("1.12.2025 9.30", "2025-12-01T09:30:00Z");
    check("31.2.2025", "there is no day `31.2.2025`");
    check("2025.03.14", "2025-03-14");
    check("20250314T090000Z", "2025-03-14T09:00:00Z");
    check("20250314090000", "2025-03-14T09:00:00Z");
    check("202503140900", "2025-03-14T09:00:00Z");
    check("2025-03-14T09Z", "2025-03-14T09:00:00Z");
    check("2025-03-14T09:00[Europe/Berlin]", "2025-03-14T08:00:00Z");
    check("2025-03-14T09:00+01:00[Europe/Berlin]", "2025-03-14T08:00:00Z");
    check("14 March 2025 9am Europe/Berlin", "2025-03-14T08:00:00Z");
    check("14 March 2025 21h30", "2025-03-14T21:30:00Z");
    check("14 March 0930", "2025-03-14T09:30:00Z");
    check("14 March 2025 1430 GMT", "2025-03-14T14:30:00Z");
    check("1430 hrs 14 March 2025", "2025-03-14T14:30:00Z");
    check("@1741942800", "2025-03-14T09:00:00Z");
    check("2025-W11-5", "2025-03-14");
    check("2025-073", "2025-03-14");
    check("2025-W54-1", "`2025-w54-1` is no part of a time");
    check("2025", "`2025` is no part of a time");
    check("Friday 2025", "`2025` is no part of a time");
    check("29 February 09:00 2025", "there is no day `2025-02-29`");
    check("1741942800", "`1741942800` is no part of a time"); // seconds, or a day and an hour
    check("9am Mars/Base", "`mars/base` is no part of a time");
}

#[test]
fn a_month_or_a_year_is_no_clock_time() {
    check("2025-03", "`2025-03` names a month and no day"); // and not 20:25, three hours behind
    check("March 2025", "`march 2025` names a month and no day");
    check("1430-03", "`1430-03` names a month and no day");
    check("2025 -03", "`2025` is no part of a time");
    check("1430 +0100", "2025-04-24T13:30:00Z");
    check("1430-05:00", "`1430-05:00` is no part of a time");
    check("1430gmt", "`1430gmt` is no part of a time");
    check("1430z 14 March 2025", "2025-03-14T14:30:00Z");
    check("14 March 1430h", "2025-03-14T14:30:00Z");
    check("14 March 1430 h", "2025-03-14T14:30:00Z");
    check("14 March 1430 GMT", "a zone needs a time of day beside it");
    check("14 March 1430 [GMT]", "a zone needs a time of day beside it");
    check("March 14 1430 GMT", "a zone needs a time of day beside it");
    check("14 March 1430 GMT 9am", "1430-03-14T09:00:00Z");
    check("2025-03-14 GMT", "a zone needs a time of day beside it");
    check("yesterday PT", "a zone needs a time of day beside it");
    check("two hours ago UTC", "2025-04-25T10:00:00Z");
}

#[test]
fn a_part_of_the_day_has_its_own_hours() {
    check("Thursday evening at 12:30", "`evening` and `12:30` do not name one time");
    check("Thursday night at 12", "`night` and `12:00` do not name one time");
    check("Thursday night at 1:30", "`night` and `1:30` do not name one time");
    check("9 March 2025 1:30am at night", "`night` and `01:30` do not name one time");
    check("yesterday afternoon at 11", "`afternoon` and `11:00` do not name one time");
    check("last night at 2pm", "`last night` and `14:00` do not name one time");
    check("yesterday morning at 23:00", "`morning` and `23:00` do not name one time");
    check("tonight at 1", "`tonight` and `1:00` do not name one time");
    check("tonight", "`tonight` needs an hour beside it, as in `tonight at 8`");
    check("this evening at 08:00", "`evening` and `08:00` do not name one time");
    check("last night at midnight", "2025-04-24T23:00:00Z");
    check("yesterday at 8:30 in the evening", "2025-04-24T19:30:00Z");
    check("3 days ago in the morning at 9", "2025-04-22T08:00:00Z");
    check("in the morning, 3 days ago", "`morning` needs an hour beside it, as in `morning at 8`");
    check("9 March 2025 10:30 +01:00 in the morning", "2025-03-09T09:30:00Z");
    check("in the evening of 9 March at 8", "2025-03-09T20:00:00Z");
    check("evening 8 pm yesterday", "2025-04-24T19:00:00Z");
}

#[test]
fn every_time_in_a_hint_can_be_copied() {
    let refused =
        ["03/04/2025", "24/04/25", "Thursday evening at 12:30", "2025-03", "yesterday evening", "14 March 1430 GMT"];
    for text in refused {
        let hint = WrittenTime::read(text).unwrap_err().hint().unwrap_or_else(|| panic!("no hint for {text}"));
        let said = hint.split('`').skip(1).step_by(2).filter(|said| *said != "1430");
        for said in said {
            WrittenTime::read(said).unwrap_or_else(|error| panic!("{error} in {hint:?}"));
        }
    }
}
