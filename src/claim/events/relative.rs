//! Dates events by another one: "two days after the election of May 14", "the day after his arrest".
//!
//! The event that is referred to keeps its date. What happened so many days before or after gets a day of its own; what
//! happened just before or after it, or an unknown time away, only gets an end: "before the 3 March vote" is on or before
//! that day, "days before the election on 11 May" before it.

use std::ops::Range;

use crate::model::{Basis, Document, Edtf, Precision, Span, Timex, TimexType, Upos, beginning_in};
use crate::time::calendar::iso_duration::{LengthUnit, read_length};

/// A date and where it comes from.
pub(super) type EventDate = (Option<Edtf>, Basis);

/// Words between "after" and the date that belongs to it, at the most: "after *the election of* May 14".
const MAX_WORDS_TO_DATE: usize = 8;
/// Words between "after" and the event that it puts another one behind.
const CLAUSE_REACH: usize = 12;

/// Which side of the other event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EventSide {
    Before,
    After,
}

/// How far from the other event.
enum Distance {
    Days(i64),
    /// "days before", "hours after".
    Unknown,
    /// Nothing is told: "after the vote".
    Untold,
}

/// Dates the events that stand before or after another one; `heads` are the tokens of events in order.
pub(super) fn relate(document: &Document<'_>, timexes: &[Timex], heads: &[usize], dates: &mut [EventDate]) {
    for token in 0..document.tokens.len() {
        let side = match document.norm(token) {
            "after" => EventSide::After,
            "before" => EventSide::Before,
            _ => continue,
        };
        let Some((event, other, is_own)) = related(document, timexes, heads, dates, token) else { continue };
        let distance = distance(document, timexes, token);
        let is_borrowed =
            dates[event].0.as_ref().is_none_or(|own| *own == other && is_own) || dates[event].1 != Basis::Stated;
        let is_told = matches!(distance, Distance::Days(_));
        if (is_borrowed || is_told)
            && let Some(when) = placed(&other, side, &distance)
        {
            dates[event] = (Some(when), Basis::Stated);
        }
    }
}

/// Returns the event that a conjunction or preposition dates, the date of the other one, and whether that one has it of
/// its own: "after a search, he was found on Friday" dates the finding.
fn related(
    document: &Document<'_>,
    timexes: &[Timex],
    heads: &[usize],
    dates: &[EventDate],
    token: usize,
) -> Option<(usize, Edtf, bool)> {
    let tokens = &document.tokens;
    let sentence = document.sentences.get(document.sentence_at(tokens[token].span.start)?)?.tokens.clone();
    let place = |token: usize| heads.binary_search(&token).ok();
    let inner = tokens[token].head;
    // A time alone behind it is no event: "after 3 March".
    let words = |tokens: Range<usize>| {
        let own = &document.tokens[tokens.start.min(document.tokens.len())..tokens.end.min(document.tokens.len())];
        own.iter().map(|token| token.span).reduce(Span::cover).unwrap_or_default()
    };
    let is_time = beginning_in(timexes, words(sentence.start..token + 2)).iter().any(|timex| {
        document.tokens_in(timex.span).contains(&(token + 1)) && {
            let end = document.tokens_in(timex.span).end;
            end >= sentence.end || !matches!(tokens[end].upos, Upos::Noun | Upos::Propn)
        }
    });
    if is_time || inner <= token || !sentence.contains(&inner) {
        return None;
    }
    let outer = std::iter::successors(Some(inner), |&at| Some(tokens[at].head).filter(|&head| head != at));
    let event = outer.skip(1).take(MAX_WORDS_TO_DATE).filter(|at| *at < token || inner < *at).find_map(place)?;
    let end = sentence.end.min(token + CLAUSE_REACH);
    let is_inside = |head: usize| token < head && head < end;
    let known = |at: usize| {
        let (when, basis) = &dates[at];
        let when = when.clone().filter(|_| matches!(basis, Basis::Stated | Basis::Inherited))?;
        Some((when, *basis == Basis::Stated))
    };
    // The event that is referred to, else the date that stands with it.
    let referred = place(inner).filter(|&at| at != event && is_inside(heads[at])).and_then(known);
    let named = || {
        let reach = token + 1..sentence.end.min(token + 1 + MAX_WORDS_TO_DATE);
        let near = beginning_in(timexes, words(token + 1..reach.end)).iter();
        let mut timed = near.filter(|timex| reach.contains(&document.tokens_in(timex.span).start));
        let timex = timed.find(|timex| timex.kind == TimexType::Date)?;
        let between = token + 1..document.tokens_in(timex.span).start;
        let is_phrase = !between.into_iter().any(|token| matches!(tokens[token].upos, Upos::Verb | Upos::Punct));
        timex.edtf.clone().filter(|_| is_phrase).map(|when| (when, true))
    };
    let (when, is_own) = referred.or_else(named)?;
    Some((event, when, is_own))
}

/// Returns what stands before "after": "two days", "the day", "days".
fn distance(document: &Document<'_>, timexes: &[Timex], token: usize) -> Distance {
    let span = document.tokens[token].span;
    let sentence = document.sentence_at(span.start).map_or(span, |at| document.sentences[at].span);
    let begun = beginning_in(timexes, Span::new(sentence.start, span.start));
    let before = begun.iter().rfind(|timex| document.tokens_in(timex.span).end == token);
    let Some(timex) = before else { return Distance::Untold };
    match timex.kind {
        TimexType::Duration => match read_length(&timex.value) {
            Some((days, LengthUnit::Days)) => Distance::Days(days as i64),
            _ => Distance::Unknown,
        },
        TimexType::Date if timex.span.of(document.text).eq_ignore_ascii_case("the day") => Distance::Days(1),
        _ => Distance::Untold,
    }
}

/// Returns the date that lies at a distance from another one.
fn placed(other: &Edtf, side: EventSide, distance: &Distance) -> Option<Edtf> {
    let day = other.as_str().split('T').next().and_then(|day| day.parse::<chrono::NaiveDate>().ok());
    let shifted = |days: i64| {
        let days = if side == EventSide::After { days } else { -days };
        day.filter(|_| Precision::Day <= other.precision() && !other.is_interval())
            .and_then(|day| day.checked_add_signed(chrono::TimeDelta::try_days(days)?))
    };
    match distance {
        Distance::Days(days) => Edtf::from_day(shifted(*days)?),
        Distance::Unknown if side == EventSide::Before => Edtf::new(format!("../{}", shifted(1)?)).ok(),
        Distance::Untold if other.is_interval() => None,
        Distance::Untold if side == EventSide::Before => Edtf::new(format!("../{}", day?)).ok(),
        Distance::Unknown | Distance::Untold => Edtf::new(format!("{}/..", day?)).ok(),
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::events::tests::check;

    #[test]
    fn an_event_is_dated_by_another_one() {
        check("The speaker stepped down two days after the election of August 4.", "stepped 2025-08-06 stated");
        check(
            "He was arrested on 3 May 2021. He was suspended the day after his arrest.",
            "suspended 2021-05-04 stated",
        );
        check("The attack came a day after the talks ended on Wednesday.", "came 2025-08-07 stated");
        check("She resigned a week before the 3 March vote.", "resigned 2025-02-24 stated");
    }

    #[test]
    fn what_is_not_told_exactly_has_one_end() {
        check("Before the 3 March vote, he met the envoy.", "met ../2025-03-03 stated");
        check("The attack came days before the election on 11 August.", "came ../2025-08-10 stated");
        check("The bank failed days after the ruling of 4 August.", "failed 2025-08-04/.. stated");
    }

    #[test]
    fn what_has_a_day_of_its_own_keeps_it() {
        check("He met the envoy on Monday, before the vote on Tuesday.", "met 2025-08-11 stated");
        check("After a search lasting two days, he was found on Friday.", "found 2025-08-08 stated");
        check("The road was shut on 3 May after a bridge fell on 2 May.", "shut 2025-05-03 stated");
    }
}
