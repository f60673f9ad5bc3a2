//! Explains changed times: moments, durations, order.
//!
//! Each is read against its own version's date: "yesterday" in Tuesday's
//! version is "on Monday" in a later one, and that is wording.

use std::ops::Range;

use super::dates_table::{FILLERS, LEADS, ORDER};
use super::items::{ValuePairing, pair};
use super::told_by_event::event_instead;
use crate::claim::certainty::strength_of;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, DocumentTime, Edtf, Information, Role, Setting, Timex, TimexType, Weight};
use crate::text::dateline;
use crate::text::rule_table::is_listed;

/// Explains times that were changed, added or removed, each resolved against the date of its own version.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (times_a, places_a) = times(&edit.a);
    let (times_b, places_b) = times(&edit.b);
    let same = |x: usize, y: usize| is_same(times_a[x], times_b[y], edit, &places_a[x], &places_b[y]);
    let mut pairings = pair(edit, &places_a, &places_b, same, |_, _| false);
    let (whole_a, whole_b) = absorb(&mut pairings, &places_a, &places_b);
    for pairing in pairings {
        let instead = match pairing {
            ValuePairing::Removed(x) => event_instead((&edit.a, &places_a[x]), &edit.b),
            ValuePairing::Added(y) => {
                event_instead((&edit.b, &places_b[y]), &edit.a).map(|(time, event)| (event, time))
            }
            _ => None,
        };
        if let Some((a, b)) = instead {
            let (weight, information, why) = (Weight::Material, Information::Updated, "time-told-by-event");
            found.push(FoundFacet { facet: edit.facet(ChangeKind::Date, &a, &b), weight, information, why });
            edit.a.mark_explained(&a);
            edit.b.mark_explained(&b);
            continue;
        }
        let (a, b) = match pairing {
            ValuePairing::Same(x, y) | ValuePairing::Changed(x, y) => {
                (phrase(&edit.a, &whole_a[x]), phrase(&edit.b, &whole_b[y]))
            }
            ValuePairing::Removed(x) => (phrase(&edit.a, &places_a[x]), 0..0),
            ValuePairing::Added(y) => (0..0, phrase(&edit.b, &places_b[y])),
        };
        let (kind, weight, information, why) = judge(edit, &pairing, (&times_a, &places_a), (&times_b, &places_b));
        let moved = matches!(pairing, ValuePairing::Same(..))
            && edit.a.text(&a).to_lowercase() == edit.b.text(&b).to_lowercase();
        if !moved {
            found.push(FoundFacet { facet: edit.facet(kind, &a, &b), weight, information, why });
        }
        if let (ChangeKind::Date, ValuePairing::Changed(x, y)) = (kind, &pairing)
            && times_a[*x].kind == TimexType::Duration
            && times_b[*y].kind == TimexType::Duration
        {
            // A length of time is a number as well.
            let facet = edit.facet(ChangeKind::Figure, &places_a[*x], &places_b[*y]);
            found.push(FoundFacet { facet, weight, information, why: "length-of-time" });
        }
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    }
    order(edit, found);
}

type DateComparison<'x> = (&'x [&'x Timex], &'x [Range<usize>]);

/// Returns the kind, weight, direction and rule of what became of a time.
fn judge(
    edit: &EditedPassage<'_>,
    pairing: &ValuePairing,
    (times_a, places_a): DateComparison<'_>,
    (times_b, places_b): DateComparison<'_>,
) -> (ChangeKind, Weight, Information, &'static str) {
    use {ChangeKind::Date, ChangeKind::Wording, Information as I, Weight::Material, Weight::Minor};
    let dates_page = match *pairing {
        ValuePairing::Same(..) => false,
        ValuePairing::Changed(x, y) => dates_page(&edit.a, &places_a[x]) && dates_page(&edit.b, &places_b[y]),
        ValuePairing::Removed(x) => dates_page(&edit.a, &places_a[x]),
        ValuePairing::Added(y) => dates_page(&edit.b, &places_b[y]),
    };
    match *pairing {
        _ if dates_page => (Wording, Minor, I::Same, "page-date"),
        ValuePairing::Same(..) => (Wording, Minor, I::Same, "same-time"),
        ValuePairing::Changed(x, y) => {
            let (a, b) = (times_a[x], times_b[y]);
            let (in_a, in_b) = ((&edit.a, &places_a[x]), (&edit.b, &places_b[y]));
            match () {
                () if is_loose(a) || is_loose(b) => (Wording, Minor, I::Same, "loose-time"),
                () if ends_say_it(in_a, in_b) || ends_say_it(in_b, in_a) => (Wording, Minor, I::Same, "clock-style"),
                () if is_rounded(edit, a, b, &places_b[y]) => (Wording, Minor, I::Removed, "time-rounded"),
                () if is_vaguer(a, b) || says_less(in_b, in_a) => (Date, Material, I::Removed, "time-vaguer"),
                () if is_vaguer(b, a) || says_less(in_a, in_b) => (Date, Material, I::Added, "time-more-exact"),
                () => (Date, Material, I::Updated, "time-differs"),
            }
        }
        ValuePairing::Removed(x) if is_loose(times_a[x]) => (Wording, Minor, I::Same, "loose-time"),
        ValuePairing::Removed(x) if ends_say_it((&edit.a, &places_a[x]), (&edit.b, &edit.across(&places_a[x]))) => {
            (Wording, Minor, I::Same, "clock-style")
        }
        ValuePairing::Removed(x) if is_day_of_version(times_a[x], (&edit.a, &places_a[x]), &edit.b) => {
            (Wording, Minor, I::Removed, "day-of-the-page")
        }
        ValuePairing::Removed(_) => (Date, Material, I::Removed, "time-removed"),
        ValuePairing::Added(y) if is_loose(times_b[y]) => (Wording, Minor, I::Same, "loose-time"),
        ValuePairing::Added(y) if opens_entry(&edit.b, &places_b[y]) => (Wording, Minor, I::Same, "entry-time"),
        ValuePairing::Added(y) if ends_say_it((&edit.b, &places_b[y]), (&edit.a, &edit.back(&places_b[y]))) => {
            (Wording, Minor, I::Same, "clock-style")
        }
        ValuePairing::Added(y) if is_day_of_version(times_b[y], (&edit.b, &places_b[y]), &edit.a) => {
            (Wording, Minor, I::Added, "day-of-the-page")
        }
        ValuePairing::Added(_) => (Date, Material, I::Added, "time-added"),
    }
}

/// Returns whether a time only names the day of the other version: "police said on Monday" for "police said", published on Monday.
fn is_day_of_version(
    timex: &Timex,
    (piece, places): (&PassageSide<'_>, &Range<usize>),
    other: &PassageSide<'_>,
) -> bool {
    let named = timex.edtf.as_ref().and_then(|edtf| edtf.day(chrono_tz::Tz::UTC));
    let (document, mut at) = (piece.document(), piece.tokens[places.start]);
    let mut says = false;
    // What was not said on that day may have happened on the day before.
    for _ in 0..4 {
        says |= strength_of(document.norm(at)).is_some();
        at = document.tokens[at].head;
    }
    says && named.is_some() && named == other.day && timex.kind == TimexType::Date
}

/// Returns whether an hour has its half of the day from the end of a range: "3pm" in "3pm–9pm", "3" in "3–9pm".
fn ends_say_it(
    (long, hour): (&PassageSide<'_>, &Range<usize>),
    (short, bare): (&PassageSide<'_>, &Range<usize>),
) -> bool {
    let split = |words: &str| {
        let plain = words.to_lowercase().replace(['.', ' '], "");
        let digits = plain.chars().take_while(char::is_ascii_digit).count();
        (plain[..digits].to_owned(), plain[digits..].to_owned())
    };
    let (own, half) = split(long.text(hour));
    let (number, rest) = split(short.text(bare));
    // The dash may be a word of its own or stand before the second hour.
    let links = ["-", "–", "to", "until", "till"].contains(&short.norm(bare.end));
    let end = bare.end + 1..(bare.end + 3).min(short.len()).max(bare.end + 1);
    !own.is_empty()
        && own == number
        && rest.is_empty()
        && matches!(half.as_str(), "am" | "pm")
        && links
        && split(short.text(&end)).1.starts_with(&half)
}

/// Takes a lone time into the changed one right before it: "noon on Monday" > "Tuesday".
fn absorb(
    pairings: &mut Vec<ValuePairing>,
    a: &[Range<usize>],
    b: &[Range<usize>],
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut whole_a, mut whole_b) = (a.to_vec(), b.to_vec());
    let adjoins = |places: &[Range<usize>], next: usize| places[next].start <= places[next - 1].end + 1;
    let changed = pairings.clone();
    pairings.retain(|pairing| {
        let follows = changed.iter().any(|other| match (pairing, other) {
            (ValuePairing::Removed(next), ValuePairing::Changed(x, _)) => x + 1 == *next && adjoins(a, *next),
            (ValuePairing::Added(next), ValuePairing::Changed(_, y)) => y + 1 == *next && adjoins(b, *next),
            _ => false,
        });
        match pairing {
            ValuePairing::Removed(next) if follows => whole_a[next - 1].end = a[*next].end,
            ValuePairing::Added(next) if follows => whole_b[next - 1].end = b[*next].end,
            _ => {}
        }
        !follows
    });
    (whole_a, whole_b)
}

/// Returns the times of a side with their places; ages are figures.
fn times<'e>(piece: &PassageSide<'e>) -> (Vec<&'e Timex>, Vec<Range<usize>>) {
    let analysis = piece.analysis;
    let of = |timex: &'e Timex| {
        let places = piece.places(timex.span);
        let words = timex.span.of(piece.document().text);
        let is_age = words.ends_with("old") || piece.norm(places.start.wrapping_sub(1)) == "aged";
        (!places.is_empty() && !is_age).then_some((timex, places))
    };
    piece.near(&analysis.timexes, |timex| timex.span).filter_map(of).unzip()
}

/// Returns whether two times are the same, each read against its own version's date.
fn is_same(a: &Timex, b: &Timex, edit: &EditedPassage<'_>, place_a: &Range<usize>, place_b: &Range<usize>) -> bool {
    if a.modifier != b.modifier {
        return false;
    }
    let (text_a, text_b) = (edit.a.text(place_a).to_lowercase(), edit.b.text(place_b).to_lowercase());
    match (&a.edtf, &b.edtf) {
        // "4:50 p.m. local time" is on the day that "4:50 p.m. on Wednesday" names, and in no zone that is known.
        (Some(x), Some(y)) if is_clock_time(a) && a.value == b.value => x == y || is_day_of(x, y) || is_day_of(y, x),
        (Some(x), Some(y)) => x == y || plain_time(&text_a) == plain_time(&text_b),
        _ if !a.value.is_empty() && a.value == b.value => a.kind == b.kind || !a.value.contains("REF"),
        _ if text_a == text_b || plain_time(&text_a) == plain_time(&text_b) => true,
        _ => matches!((pretend(edit.a.text(place_a)), pretend(edit.b.text(place_b))), (Some(x), Some(y)) if x == y),
    }
}

fn is_clock_time(timex: &Timex) -> bool {
    timex.kind == TimexType::Time && timex.value.contains(':')
}

/// Returns whether a date is the day alone of a moment.
fn is_day_of(day: &Edtf, moment: &Edtf) -> bool {
    moment.as_str().strip_prefix(day.as_str()).is_some_and(|rest| rest.starts_with('T'))
}

/// Returns the words that place a time: "the full year 2020" is "2020".
fn plain_time(words: &str) -> Vec<&str> {
    let plain: Vec<&str> = words.split_whitespace().filter(|word| !is_listed(FILLERS, word)).collect();
    if plain.is_empty() { words.split_whitespace().collect() } else { plain }
}

/// Returns whether words name no time that could be another: "now", "recently", "soon".
fn is_loose(timex: &Timex) -> bool {
    timex.value.ends_with("_REF")
}

/// Reads a date without year as if both texts were of one day: "Feb. 3" is "February 3".
fn pretend(words: &str) -> Option<String> {
    let day = chrono::NaiveDate::from_ymd_opt(2001, 6, 15)?;
    let setting = Setting { published: Some(DocumentTime::Day(day)), ..Setting::default() };
    let document = crate::text::read(words);
    let times = crate::time::timexes_in(&document, setting);
    times.first().map(|timex| timex.value.clone()).filter(|value| !value.is_empty())
}

/// Returns whether a firm date gave way to a vague one.
fn is_vaguer(a: &Timex, b: &Timex) -> bool {
    let precision = |timex: &Timex| timex.value.split('T').next().unwrap_or_default().len();
    let is_moment = |timex: &Timex| matches!(timex.kind, TimexType::Date | TimexType::Time);
    let starts = |long: &str, short: &str| long.starts_with(short) || short.ends_with("_REF");
    is_moment(a) && is_moment(b) && precision(b) < precision(a) && !b.value.is_empty() && starts(&a.value, &b.value)
}

/// Returns whether a time says less than another, also where neither can be placed: "May 22" and "May 22, 1974".
fn says_less((one, few): (&PassageSide<'_>, &Range<usize>), (other, many): (&PassageSide<'_>, &Range<usize>)) -> bool {
    let words = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        let words = places.clone().map(|at| piece.norm(at));
        words.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
    };
    let (few, many) = (words(one, few), words(other, many));
    few.len() < many.len() && few.iter().all(|word| many.contains(word))
}

/// Returns whether a past day is given by its week or month, which takes nothing back: "said Wednesday" > "said this week".
fn is_rounded(edit: &EditedPassage<'_>, a: &Timex, b: &Timex, places_b: &Range<usize>) -> bool {
    let (Some(day), Some(span)) = (&a.edtf, &b.edtf) else { return false };
    let zone = chrono_tz::Tz::UTC;
    let vaguer_than_a_day = span.day(zone).is_none();
    let contains =
        vaguer_than_a_day && span.earliest(zone) <= day.earliest(zone) && day.latest(zone) <= span.latest(zone);
    let document = edit.b.document();
    let mut at = edit.b.tokens[places_b.start];
    // The verb that the time hangs on says whether it is over.
    for _ in 0..4 {
        at = document.tokens[at].head;
        match document.tokens[at].penn {
            "VBD" | "VBN" => return contains && day != span && b.modifier.is_none(),
            "VB" | "VBZ" | "VBP" => return false,
            _ => {}
        }
    }
    false
}

/// Returns whether a time opens its sentence as the time line of a live entry: "14:05 — ".
fn opens_entry(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    places.start == 0 && matches!(piece.norm(places.end), "-" | ":" | "|")
}

/// Returns whether a time dates the page, in its stamp or dateline, and nothing that the page reports.
fn dates_page(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let document = piece.document();
    let Some(span) = piece.span(places) else { return false };
    let Some(sentence) = document.sentence_at(span.start) else { return false };
    document.sentences[sentence].role == Role::Stamp || dateline::holds(document, sentence, span)
}

/// Returns the places with the preposition before them.
fn phrase(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let takes = |place: usize| is_listed(LEADS, piece.norm(place)) && piece.is_open_at(place);
    let mut start = places.start;
    while 0 < start && takes(start - 1) {
        start -= 1;
    }
    start..places.end
}

/// Explains a preposition of time that was replaced: "before" for "after".
fn order(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for hunk in edit.hunks.clone().iter() {
        if hunk.old.len() != 1
            || hunk.new.len() != 1
            || edit.a.explained[hunk.old.start]
            || edit.b.explained[hunk.new.start]
        {
            continue;
        }
        let (old, new) = (edit.a.norm(hunk.old.start), edit.b.norm(hunk.new.start));
        let same = matches!(
            (old, new),
            ("before", "earlier") | ("earlier", "before") | ("after", "later") | ("later", "after")
        );
        if is_listed(ORDER, old)
            && is_listed(ORDER, new)
            && !same
            && edit.a.class(hunk.old.start) == TokenClass::Function
        {
            let facet = edit.facet(ChangeKind::Date, &hunk.old, &hunk.new);
            found.push(FoundFacet {
                facet,
                weight: Weight::Material,
                information: Information::Updated,
                why: "order-of-times",
            });
            edit.a.mark_explained(&hunk.old);
            edit.b.mark_explained(&hunk.new);
        }
    }
}
