//! Finds changed times: moments, durations, order.
//!
//! Each is read against its own version's date: "yesterday" in Tuesday's
//! version is "on Monday" in a later one, and that is wording.

use std::ops::Range;

use super::super::edit::{Edit, Found, Piece};
use super::super::fold::Sort;
use super::items::{Pairing, pair};
use crate::model::{ChangeKind, DocumentTime, Information, Setting, Timex, TimexType, Weight};

/// Words that set one time before or after another; one for the other changes the time.
const ORDER: &[&str] = &["before", "after", "until", "since", "by", "during", "earlier", "later"];

pub fn find(edit: &mut Edit<'_>, found: &mut Vec<Found>) {
    let (times_a, places_a) = times(&edit.a);
    let (times_b, places_b) = times(&edit.b);
    let same = |x: usize, y: usize| is_same(times_a[x], times_b[y], edit, &places_a[x], &places_b[y]);
    let mut pairings = pair(edit, &places_a, &places_b, same);
    let (whole_a, whole_b) = absorb(&mut pairings, &places_a, &places_b);
    for pairing in pairings {
        let (a, b) = match pairing {
            Pairing::Same(x, y) | Pairing::Changed(x, y) => {
                (phrase(&edit.a, &whole_a[x]), phrase(&edit.b, &whole_b[y]))
            }
            Pairing::Removed(x) => (phrase(&edit.a, &places_a[x]), 0..0),
            Pairing::Added(y) => (0..0, phrase(&edit.b, &places_b[y])),
        };
        let (kind, weight, information, why) = match pairing {
            Pairing::Same(..) => (ChangeKind::Wording, Weight::Minor, Information::Same, "same-time"),
            Pairing::Changed(x, y) if is_loose(times_a[x]) || is_loose(times_b[y]) => {
                (ChangeKind::Wording, Weight::Minor, Information::Same, "loose-time")
            }
            Pairing::Removed(x) if is_loose(times_a[x]) => {
                (ChangeKind::Wording, Weight::Minor, Information::Same, "loose-time")
            }
            Pairing::Added(y) if is_loose(times_b[y]) => {
                (ChangeKind::Wording, Weight::Minor, Information::Same, "loose-time")
            }
            Pairing::Changed(x, y) if is_vaguer(times_a[x], times_b[y]) => {
                (ChangeKind::Date, Weight::Material, Information::Removed, "time-vaguer")
            }
            Pairing::Changed(..) => (ChangeKind::Date, Weight::Material, Information::Updated, "time-differs"),
            Pairing::Removed(_) => (ChangeKind::Date, Weight::Material, Information::Removed, "time-removed"),
            Pairing::Added(y) if opens_entry(&edit.b, &places_b[y]) => {
                (ChangeKind::Wording, Weight::Minor, Information::Same, "entry-time")
            }
            Pairing::Added(_) => (ChangeKind::Date, Weight::Material, Information::Added, "time-added"),
        };
        let moved =
            matches!(pairing, Pairing::Same(..)) && edit.a.text(&a).to_lowercase() == edit.b.text(&b).to_lowercase();
        if !moved {
            found.push(Found { facet: edit.facet(kind, &a, &b), weight, information, why });
        }
        if let (ChangeKind::Date, Pairing::Changed(x, y)) = (kind, &pairing)
            && times_a[*x].kind == TimexType::Duration
            && times_b[*y].kind == TimexType::Duration
        {
            // A length of time is a number as well.
            let facet = edit.facet(ChangeKind::Figure, &places_a[*x], &places_b[*y]);
            found.push(Found { facet, weight, information, why: "length-of-time" });
        }
        edit.a.explain(&a);
        edit.b.explain(&b);
    }
    order(edit, found);
}

/// Takes a lone time into the changed one right before it: "noon on Monday" > "Tuesday".
fn absorb(
    pairings: &mut Vec<Pairing>,
    a: &[Range<usize>],
    b: &[Range<usize>],
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut whole_a, mut whole_b) = (a.to_vec(), b.to_vec());
    let adjoins = |places: &[Range<usize>], next: usize| places[next].start <= places[next - 1].end + 1;
    let changed = pairings.clone();
    pairings.retain(|pairing| {
        let follows = changed.iter().any(|other| match (pairing, other) {
            (Pairing::Removed(next), Pairing::Changed(x, _)) => x + 1 == *next && adjoins(a, *next),
            (Pairing::Added(next), Pairing::Changed(_, y)) => y + 1 == *next && adjoins(b, *next),
            _ => false,
        });
        match pairing {
            Pairing::Removed(next) if follows => whole_a[next - 1].end = a[*next].end,
            Pairing::Added(next) if follows => whole_b[next - 1].end = b[*next].end,
            _ => {}
        }
        !follows
    });
    (whole_a, whole_b)
}

/// Returns the times of a side with their places; ages are figures.
fn times<'e>(piece: &Piece<'e>) -> (Vec<&'e Timex>, Vec<Range<usize>>) {
    let analysis = piece.analysis;
    let of = |timex: &'e Timex| {
        let places = piece.places(timex.span);
        let words = timex.span.of(piece.document().text);
        let is_age = words.ends_with("old") || piece.norm(places.start.wrapping_sub(1)) == "aged";
        (!places.is_empty() && !is_age).then_some((timex, places))
    };
    piece.near(&analysis.timexes, |timex| timex.span).filter_map(of).unzip()
}

/// Tells whether two times are the same, each read against its own version's date.
fn is_same(a: &Timex, b: &Timex, edit: &Edit<'_>, place_a: &Range<usize>, place_b: &Range<usize>) -> bool {
    if a.modifier != b.modifier {
        return false;
    }
    let (text_a, text_b) = (edit.a.text(place_a).to_lowercase(), edit.b.text(place_b).to_lowercase());
    match (&a.edtf, &b.edtf) {
        (Some(x), Some(y)) => x == y,
        _ if !a.value.is_empty() && a.value == b.value => a.kind == b.kind || !a.value.contains("REF"),
        _ if text_a == text_b => true,
        _ => matches!((pretend(edit.a.text(place_a)), pretend(edit.b.text(place_b))), (Some(x), Some(y)) if x == y),
    }
}

/// "now", "recently", "soon" name no time that could be another.
fn is_loose(timex: &Timex) -> bool {
    timex.value.ends_with("_REF")
}

/// Reads a date without year as if both texts were of one day: "Feb. 3" is "February 3".
fn pretend(words: &str) -> Option<String> {
    let day = chrono::NaiveDate::from_ymd_opt(2001, 6, 15)?;
    let setting = Setting { published: Some(DocumentTime::Day(day)), ..Setting::default() };
    let document = crate::text::read(words);
    let times = crate::time::find(&document, setting);
    times.first().map(|timex| timex.value.clone()).filter(|value| !value.is_empty())
}

/// Tells whether a firm date gave way to a vague one.
fn is_vaguer(a: &Timex, b: &Timex) -> bool {
    let precision = |timex: &Timex| timex.value.split('T').next().unwrap_or_default().len();
    let is_moment = |timex: &Timex| matches!(timex.kind, TimexType::Date | TimexType::Time);
    let starts = |long: &str, short: &str| long.starts_with(short) || short.ends_with("_REF");
    is_moment(a) && is_moment(b) && precision(b) < precision(a) && !b.value.is_empty() && starts(&a.value, &b.value)
}

/// Tells whether a time opens its sentence as the time line of a live entry: "14:05 — ".
fn opens_entry(piece: &Piece<'_>, places: &Range<usize>) -> bool {
    places.start == 0 && matches!(piece.norm(places.end), "-" | ":" | "|")
}

/// Returns the places with the preposition before them.
fn phrase(piece: &Piece<'_>, places: &Range<usize>) -> Range<usize> {
    let before = places.start.checked_sub(1);
    let takes =
        |place: &usize| matches!(piece.norm(*place), "on" | "in" | "at" | "by" | "for") && piece.is_changed(*place);
    before.filter(takes).unwrap_or(places.start)..places.end
}

fn order(edit: &mut Edit<'_>, found: &mut Vec<Found>) {
    for hunk in edit.hunks.clone() {
        if hunk.old.len() != 1 || hunk.new.len() != 1 || edit.a.done[hunk.old.start] || edit.b.done[hunk.new.start] {
            continue;
        }
        let (old, new) = (edit.a.norm(hunk.old.start), edit.b.norm(hunk.new.start));
        if ORDER.contains(&old) && ORDER.contains(&new) && edit.sort_a(hunk.old.start) == Sort::Function {
            let facet = edit.facet(ChangeKind::Date, &hunk.old, &hunk.new);
            found.push(Found {
                facet,
                weight: Weight::Material,
                information: Information::Updated,
                why: "order-of-times",
            });
            edit.a.explain(&hunk.old);
            edit.b.explain(&hunk.new);
        }
    }
}
