//! Explains changed figures, by value, unit and bound: twelve is 12, about 12 is not.

use std::ops::Range;

use super::items::{ValuePairing, overlaps, pair};
use super::polarity;
use crate::claim::figures::{is_rounding_of, same_quantity};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide, measure};
use crate::diff::words::word_diff::Hunk;
use crate::model::{Bound, ChangeKind, Figure, Information, Weight};

/// Which figures to explain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FigureScope {
    /// Those inside quotation marks.
    Quotes,
    /// Those outside quotation marks.
    Text,
}

/// Explains figures that were changed, added or removed inside quotations or outside them.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, within: FigureScope) {
    // A place in a row gives way to no count: in "a second term" > "with 51 percent" there is a figure new, none changed.
    for are_places in [false, true] {
        explain_among(edit, found, within, are_places);
    }
}

fn explain_among(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, within: FigureScope, are_places: bool) {
    let among = |piece| {
        let (figures, places) = figures(piece, within);
        figures.into_iter().zip(places).filter(|(figure, _)| is_place(figure) == are_places).unzip()
    };
    let (figures_a, places_a): (Vec<&Figure>, Vec<Range<usize>>) = among(&edit.a);
    let (figures_b, places_b): (Vec<&Figure>, Vec<Range<usize>>) = among(&edit.b);
    let kin = |x: usize, y: usize| {
        let (one, other) = (figures_a[x], figures_b[y]);
        one.of.is_some() && one.of == other.of && one.unit == other.unit
    };
    for pairing in pair(edit, &places_a, &places_b, |x, y| same_quantity(figures_a[x], figures_b[y]), kin) {
        let (a, b) = match pairing {
            ValuePairing::Same(x, y) | ValuePairing::Changed(x, y) => (places_a[x].clone(), places_b[y].clone()),
            ValuePairing::Removed(x) => (places_a[x].clone(), 0..0),
            ValuePairing::Added(y) => (0..0, places_b[y].clone()),
        };
        let bracketed = |piece: &PassageSide<'_>, places: &Range<usize>| {
            0 < places.start && piece.norm(places.start - 1) == "(" && places.len() <= 4
        };
        let converted = matches!(pairing, ValuePairing::Added(y) if bracketed(&edit.b, &places_b[y]))
            || matches!(pairing, ValuePairing::Removed(x) if bracketed(&edit.a, &places_a[x]));
        if converted {
            // The words in brackets are left to the last finder, as wording.
            continue;
        }
        if let ValuePairing::Changed(x, y) = pairing
            && (is_range_of(figures_a[x], &figures_b[y..]) || is_range_of(figures_b[y], &figures_a[x..]))
        {
            // "between 90 and 100", "90 to 100": the words are left to the last finder.
            continue;
        }
        if in_denial(edit, &pairing, &places_a, &places_b)
            || in_phrase(edit, &pairing, (&figures_a, &places_a), (&figures_b, &places_b))
        {
            continue;
        }
        let (kind, weight, information, why) = judge(&pairing, &figures_a, &figures_b);
        let mut facet = edit.facet(kind, &a, &b);
        if let (ChangeKind::Figure, ValuePairing::Changed(x, y)) = (kind, &pairing)
            && figures_a[*x].unit == figures_b[*y].unit
        {
            measure(&mut facet, figures_a[*x].value, figures_b[*y].value);
        }
        let moved = facet.before.as_deref().map(str::to_lowercase) == facet.after.as_deref().map(str::to_lowercase);
        if !moved {
            found.push(FoundFacet { facet, weight, information, why });
        }
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    }
}

fn is_place(figure: &Figure) -> bool {
    figure.unit.as_deref() == Some("ordinal")
}

/// Explains figures that count the same thing in another place of a rewritten passage.
///
/// `left with 80 people aboard` > `left. It had 86 people aboard`. Only where
/// each side has one such figure: two tolls in a passage are not mixed up.
pub(super) fn explain_counted(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (figures_a, places_a) = figures(&edit.a, FigureScope::Text);
    let (figures_b, places_b) = figures(&edit.b, FigureScope::Text);
    for (x, a) in figures_a.iter().enumerate() {
        let alike = |one: &Figure, other: &Figure| {
            let same_of = one.of == other.of || one.of.is_none() || other.of.is_none();
            one.unit == other.unit && same_of && (one.of.is_some() || one.unit.is_some())
        };
        let only = |list: &[&Figure]| list.iter().filter(|other| alike(a, other)).count() == 1;
        let Some(y) = figures_b.iter().position(|b| alike(a, b)) else { continue };
        let (old, new) = (&places_a[x], &places_b[y]);
        let gone = edit.a.is_open(old) && edit.b.is_open(new);
        if !only(&figures_a) || !only(&figures_b) || !gone || overlaps(&edit.across(old), new) {
            continue;
        }
        if same_quantity(a, figures_b[y]) {
            continue;
        }
        let (kind, weight, information, why) = judge(&ValuePairing::Changed(x, y), &figures_a, &figures_b);
        let mut facet = edit.facet(kind, old, new);
        measure(&mut facet, a.value, figures_b[y].value);
        found.push(FoundFacet { facet, weight, information, why });
        edit.a.mark_explained(old);
        edit.b.mark_explained(new);
    }
}

/// Returns whether two figures in a row are the ends of a range: "$90m to $100m", "$90m and $100m".
fn is_range_of(range: &Figure, ends: &[&Figure]) -> bool {
    let same = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(y.abs());
    match (range.upper, ends) {
        (Some(upper), [first, second, ..]) => {
            first.upper.is_none() && same(range.value, first.value) && same(upper, second.value)
        }
        _ => false,
    }
}

/// Returns whether a figure stands for a "no": "made no arrests", "arrested two people".
fn in_denial(edit: &EditedPassage<'_>, pairing: &ValuePairing, a: &[Range<usize>], b: &[Range<usize>]) -> bool {
    let holds = |hunk: &Hunk| match *pairing {
        ValuePairing::Removed(x) => overlaps(&hunk.old, &a[x]),
        ValuePairing::Added(y) => overlaps(&hunk.new, &b[y]),
        _ => false,
    };
    let replaces = |hunk: &Hunk| {
        !hunk.old.is_empty() && !hunk.new.is_empty() && hunk.old.len().max(hunk.new.len()) <= polarity::MAX_TURNED_WORDS
    };
    edit.hunks.iter().any(|hunk| holds(hunk) && replaces(hunk) && polarity::is_turned(edit, hunk))
}

/// Returns whether a place in a row that only one side has belongs to the words it came with: "the guide", "a second
/// guide, …".
fn in_phrase(
    edit: &EditedPassage<'_>,
    pairing: &ValuePairing,
    (figures_a, a): (&[&Figure], &[Range<usize>]),
    (figures_b, b): (&[&Figure], &[Range<usize>]),
) -> bool {
    let longer = |places: &Range<usize>, own: &Range<usize>| places.start <= own.start && own.end < places.end;
    match *pairing {
        ValuePairing::Removed(x) if is_place(figures_a[x]) => edit.hunks.iter().any(|hunk| longer(&hunk.old, &a[x])),
        ValuePairing::Added(y) if is_place(figures_b[y]) => edit.hunks.iter().any(|hunk| longer(&hunk.new, &b[y])),
        _ => false,
    }
}

pub(super) fn judge(
    pairing: &ValuePairing,
    a: &[&Figure],
    b: &[&Figure],
) -> (ChangeKind, Weight, Information, &'static str) {
    use {ChangeKind::Figure as Kind, Information as I, Weight::*};
    match *pairing {
        ValuePairing::Same(..) => (ChangeKind::Wording, Minor, I::Same, "same-quantity"),
        ValuePairing::Changed(x, y) if rounds(b[y], a[x]) => (Kind, Minor, I::Removed, "figure-rounded"),
        ValuePairing::Changed(x, y) if rounds(a[x], b[y]) => (Kind, Minor, I::Added, "figure-made-exact"),
        ValuePairing::Changed(..) => (Kind, Material, I::Updated, "figure-differs"),
        ValuePairing::Removed(_) => (Kind, Material, I::Removed, "figure-removed"),
        ValuePairing::Added(_) => (Kind, Material, I::Added, "figure-added"),
    }
}

fn figures<'e>(piece: &PassageSide<'e>, within: FigureScope) -> (Vec<&'e Figure>, Vec<Range<usize>>) {
    let of = |figure: &'e Figure| {
        let places = piece.places(figure.span);
        let in_quotes = piece.is_quoted(&places);
        (!places.is_empty() && in_quotes == (within == FigureScope::Quotes)).then_some((figure, places))
    };
    piece.near(&piece.analysis.figures, |figure| figure.span).filter_map(of).unzip()
}

/// Returns whether `rough` only says `exact` less exactly: "about 1,200" for 1,196, "48%" for "48.3%".
///
/// A bare "10" for "12" is another count, however round it is; "413 million" for "412.6 million" is none.
fn rounds(rough: &Figure, exact: &Figure) -> bool {
    let is_near = |figure: &Figure| matches!(figure.bound, Bound::Exact | Bound::About);
    let loses_fraction = rough.value.fract() == 0.0 && exact.value.fract() != 0.0;
    let is_of_millions =
        MILLION <= rough.value.abs() && (rough.value - exact.value).abs() <= CLOSEST * rough.value.abs();
    let says_so = rough.bound != Bound::Exact || loses_fraction || is_of_millions;
    says_so && is_near(exact) && is_rounding_of(rough, exact)
}

/// From this value on, counts are told in millions, with as many digits as the writer likes.
const MILLION: f64 = 1e6;
/// Such amounts differ by no more than this share of them when one rounds the other.
const CLOSEST: f64 = 0.01;

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    #[test]
    fn a_count_gives_way_to_a_count_of_the_same() {
        let check = |old: &str, new: &str, want: &[(&str, &str)]| {
            let setting = Setting::default();
            let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
            let facets = comparison.changes.iter().flat_map(|change| &change.facets);
            let figures = facets.filter(|facet| facet.kind == ChangeKind::Figure);
            let told = figures
                .map(|facet| (facet.before.as_deref().unwrap_or_default(), facet.after.as_deref().unwrap_or_default()));
            assert_eq!(told.collect::<Vec<_>>(), want, "{old} > {new}");
        };
        check(
            "At least 30 people were hurt when two trains collided near Marlow on Tuesday.",
            "One person died and 38 people were hurt when two trains collided near Marlow on Tuesday.",
            &[("At least 30", "38"), ("", "One")],
        );
        // Where only one thing is counted, the place in the sentence decides.
        check("About 40 homes were damaged.", "About 60 homes were damaged.", &[("About 40", "About 60")]);
    }
}
