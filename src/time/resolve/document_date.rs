//! Reads against whose day a passage speaks: the page's, an entry's, a speaker's.
//!
//! A page without a date has one in its stamp ("Published 3 May 2025") or its
//! dateline ("PARIS, May 3, 2025 (Reuters) -"). The entries of a live blog may
//! run over several days, each under its own stamp. And "We vote tomorrow," she
//! said on Monday, speaks of Tuesday.

use chrono::{Duration, NaiveDate};

use super::anchors::{Anchors, Resolved};
use crate::model::{Document, Edtf, Role, Timex};
use crate::text::dateline;
use crate::time::calendar::arithmetic::add_days;
use crate::time::calendar::timex_value::CalendarPeriod;
use crate::time::context::finder::{DayCarrier, FoundPhrase};
use crate::time::phrase::{Anchor, Direction, TimeExpr, TimeOfDay, TimePhrase, TimeUnit};
use crate::time::tense::clause::Clauses;
use crate::time::tense::context::{self, TenseContext};

/// Sentences, the headline and byline among them, that may hold a dateline.
const TOP: usize = 4;

/// Returns the day that a page gives itself: that of its first stamp, else of its dateline.
pub fn day(document: &Document<'_>, found: &[FoundPhrase]) -> Option<NaiveDate> {
    let full = |found: &&FoundPhrase| exact(&found.phrase).is_some();
    let role = |found: &FoundPhrase| document.sentences[found.sentence].role;
    let stamp = found.iter().filter(full).find(|found| matches!(role(found), Role::Stamp | Role::EntryTime));
    let heads = |found: &&FoundPhrase| found.sentence < TOP && dateline::holds(document, found.sentence, found.span);
    let dateline = || found.iter().filter(full).find(heads);
    stamp.or_else(dateline).and_then(|found| exact(&found.phrase))
}

/// Returns the day of a phrase that needs no other to be placed.
fn exact(phrase: &TimePhrase) -> Option<NaiveDate> {
    let date = phrase.date().filter(|date| !date.numeric && date.direction == Direction::Open)?;
    NaiveDate::from_ymd_opt(date.year?, date.month?, date.day?)
}

/// Lets the stamp of a live-blog entry give the day to what follows it.
pub fn turn(document: &Document<'_>, anchors: &mut Anchors, sentence: usize, resolved: &Resolved) {
    let line = &document.sentences[sentence];
    let is_bare = line.span.of(document.text).starts_with(|c: char| c.is_ascii_digit());
    let in_body = || document.sentences[..sentence].iter().take(LONGEST).any(|before| before.role == Role::Body);
    match line.role {
        Role::EntryTime => {}
        Role::Stamp if is_bare || in_body() => {}
        _ => return,
    }
    let day = resolved.value.get(..10).and_then(|day| day.parse().ok());
    anchors.today = day.or(anchors.today);
}

/// Lets the entries of a live blog pass midnight: one stamped "00.10" after one of "23.50" is of the next day.
///
/// Blogs run either way; which one is seen where two stamps lie close together.
pub fn pass_midnight(document: &Document<'_>, anchors: &mut Anchors, found: &FoundPhrase) {
    /// Minutes from noon on; more than half a day between two entries is a night.
    const HALF_DAY: i32 = 12 * 60;
    let role = document.sentences[found.sentence].role;
    let (Role::EntryTime | Role::Stamp, Some(TimeOfDay::Clock { minutes, .. })) = (role, found.phrase.time) else {
        return;
    };
    let (last, newest_first) = anchors.stamped.unwrap_or((minutes, None));
    let apart = minutes - last;
    let is_near = apart != 0 && apart.abs() <= HALF_DAY;
    anchors.stamped = Some((minutes, if is_near { Some(apart < 0) } else { newest_first }));
    if found.phrase.what != TimeExpr::Time {
        return; // it tells its own day
    }
    let days = match (apart, newest_first) {
        (apart, None | Some(false)) if apart < -HALF_DAY => 1,
        (apart, None | Some(true)) if HALF_DAY < apart => -1,
        _ => 0,
    };
    anchors.today = anchors.today.and_then(|today| add_days(today, days));
}

/// Returns the day on which a quotation was said, for a time inside it that is told from there.
pub fn day_said(
    document: &Document<'_>,
    clauses: &Clauses,
    found: &[FoundPhrase],
    place: usize,
    anchors: &Anchors,
) -> Option<NaiveDate> {
    let this = &found[place];
    if anchors.narrative || !is_deictic(&this.phrase) || !is_quoted(document, this) {
        return None;
    }
    let others =
        found[place.saturating_sub(NEAR)..].iter().take(2 * NEAR).filter(|other| other.sentence == this.sentence);
    let mut days = others.filter(|other| !is_quoted(document, other)).filter_map(|other| {
        let verb = clauses.governor(document, document.tokens_in(other.span).start)?;
        let says = SAYING.contains(&document.lemma(verb));
        let look = context::around(document, clauses, other.sentence, other.span);
        says.then(|| anchors.point(&other.phrase, look, other.sentence)).flatten()
    });
    days.find_map(|point| match point {
        CalendarPeriod::Day(day) => Some(day),
        _ => None,
    })
}

/// Times of a sentence that are looked at on either side.
const NEAR: usize = 8;

/// Verbs that a quotation goes with.
const SAYING: &[&str] = &["say", "tell", "announce", "declare", "write", "add", "warn", "state"];

/// Sentences before a stamp among which one of the body is looked for.
const LONGEST: usize = 500;

/// "today", "last night", "next week": told from the day of speaking.
fn is_deictic(phrase: &TimePhrase) -> bool {
    match &phrase.what {
        TimeExpr::Unit { unit, anchor: Anchor::Document, .. } => *unit <= TimeUnit::Week,
        TimeExpr::Date(date) => date.weekday.is_some() && date.day.is_none(),
        _ => false,
    }
}

/// Returns whether a phrase stands inside quotation marks.
fn is_quoted(document: &Document<'_>, found: &FoundPhrase) -> bool {
    document.tokens[document.tokens_in(found.span)].first().is_some_and(|token| token.in_quotes)
}

/// Lets two clock times that tell one moment in two zones agree on their day.
pub fn agree(twin: DayCarrier, first: &mut Timex, second: &mut Timex) {
    /// Minutes of a day.
    const DAY: i64 = 24 * 60;
    let instant = |timex: &Timex| timex.edtf.as_ref()?.instant();
    let (Some(one), Some(two)) = (instant(first), instant(second)) else { return };
    let apart = (two - one).num_minutes();
    if apart % DAY != 0 {
        return; // the words contradict each other, or a zone is unknown
    }
    match twin {
        DayCarrier::FirstDated => shift(second, -apart / DAY),
        DayCarrier::SecondDated => shift(first, apart / DAY),
    }
}

/// Moves a clock time by whole days.
fn shift(timex: &mut Timex, days: i64) {
    let moved = |text: &str| {
        let day: NaiveDate = text.get(..10)?.parse().ok()?;
        let day = day.checked_add_signed(Duration::try_days(days)?)?;
        Some(format!("{}{}", day.format("%Y-%m-%d"), &text[10..]))
    };
    if let (Some(value), Some(edtf)) = (moved(&timex.value), timex.edtf.as_ref().and_then(|edtf| moved(edtf.as_str())))
    {
        timex.value = value;
        timex.edtf = Edtf::new(edtf).ok();
    }
}

impl Anchors {
    /// Anchors a phrase, on the day it was said if that is known.
    pub fn resolve_said(
        &mut self,
        phrase: &TimePhrase,
        look: TenseContext,
        place: (usize, bool),
        said: Option<NaiveDate>,
    ) -> Resolved {
        let Some(day) = said else { return self.resolve(phrase, look, place) };
        let today = self.today.replace(day);
        let resolved = self.resolve(phrase, look, place);
        self.today = today;
        resolved
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{DocumentTime, Setting};
    use crate::time::find;

    /// Returns the dates that people see, as EDTF.
    fn dates(text: &str, at: Option<&str>) -> String {
        let published = at.and_then(|at| at.parse().ok()).map(DocumentTime::Day);
        let timexes = find(&crate::text::read(text), Setting { published, ..Setting::default() });
        let dates = timexes.iter().filter_map(|timex| timex.edtf.as_ref().map(|edtf| edtf.as_str().to_owned()));
        dates.collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, at: Option<&str>, want: &str) {
        assert_eq!(dates(text, at), want, "in {text:?}");
    }

    #[test]
    fn places_lend_their_clocks() {
        let at = Some("2025-04-24");
        check("It fell at 1 a.m. Kyiv time on Thursday.", at, "2025-04-24T01:00:00+03:00");
        check(
            "It fell at 1 a.m. Kyiv time (10 p.m. GMT) on Thursday.",
            at,
            "2025-04-24T01:00:00+03:00 2025-04-23T22:00:00+00:00 2025-04-24",
        );
        check(
            "It rose at 8:43 p.m. EDT (0043 GMT Wednesday).",
            at,
            "2025-04-22T20:43:00-04:00 2025-04-23T00:43:00+00:00",
        );
        check("It fell in Nairobi at 8 a.m. local time on Thursday.", at, "2025-04-24T08:00:00+03:00");
        check("It opens at 8 a.m. ET today.", at, "2025-04-24T08:00:00-04:00");
    }

    #[test]
    fn a_page_without_a_date_takes_its_stamp_or_dateline() {
        check("Published 3 May 2025\n\nThe bridge was closed yesterday.", None, "2025-05-03 2025-05-02");
        check("PARIS, May 3, 2025 (Reuters) - The bridge was closed yesterday.", None, "2025-05-03 2025-05-02");
        check("It was closed on May 3, 2025. It opened yesterday.", None, "2025-05-03");
    }

    #[test]
    fn entries_of_a_live_blog_have_their_own_day() {
        let text = "3 May 14.32 BST\n\nThe bridge was closed today.\n\n4 May 09.10 BST\n\nIt opened today.";
        check(text, Some("2025-05-05"), "2025-05-03T14:32:00+01:00 2025-05-03 2025-05-04T09:10:00+01:00 2025-05-04");
    }

    #[test]
    fn a_live_blog_passes_midnight_either_way() {
        let at = Some("2025-05-03");
        let entries = |stamps: [&str; 3]| stamps.map(|stamp| format!("{stamp} BST\n\nIt met today.")).join("\n\n");
        check(
            &entries(["22.40", "23.50", "00.10"]),
            at,
            "2025-05-03T22:40:00+01:00 2025-05-03 2025-05-03T23:50:00+01:00 2025-05-03 2025-05-04T00:10:00+01:00 2025-05-04",
        );
        check(
            &entries(["01.20", "00.10", "23.50"]),
            at,
            "2025-05-03T01:20:00+01:00 2025-05-03 2025-05-03T00:10:00+01:00 2025-05-03 2025-05-02T23:50:00+01:00 2025-05-02",
        );
    }

    #[test]
    fn a_quarter_that_is_planned_for_lies_ahead() {
        let at = Some("2026-03-05");
        check("It will close the deal in the fourth quarter.", at, "2026-10/2026-12");
        check("It will report fourth-quarter results on Friday.", at, "2025-10/2025-12 2026-03-06");
    }

    #[test]
    fn a_quotation_speaks_of_the_day_it_was_said() {
        check("\"We vote tomorrow,\" she said on Monday.", Some("2025-05-07"), "2025-05-06 2025-05-05");
        check("\"We vote tomorrow,\" she said.", Some("2025-05-07"), "2025-05-08");
    }
}
