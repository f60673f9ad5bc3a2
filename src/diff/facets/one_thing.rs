//! Explains a count that stands where the other version tells of one thing with an article: "a boat", "three boats".
//!
//! `The storm sank a single boat.` > `The storm sank three boats and damaged a pier.`
//!
//! An article is no figure, so the finder of figures would tell three boats that are new. The noun is the same on both sides,
//! and its two phrases stand in the same place of the passage.

use std::ops::Range;

use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide, measure};
use crate::model::{ChangeKind, Figure, Information, Rel, Upos, Weight};

/// Explains counts of things of which the other side tells one.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for (phrase, value) in counted(&edit.b) {
        if let Some(single) = one_like(&edit.a, &edit.back(&phrase), (&edit.b, &phrase)) {
            push(edit, found, (&single, 1.0), (&phrase, value));
        }
    }
    for (phrase, value) in counted(&edit.a) {
        if let Some(single) = one_like(&edit.b, &edit.across(&phrase), (&edit.a, &phrase)) {
            push(edit, found, (&phrase, value), (&single, 1.0));
        }
    }
}

fn push(
    edit: &mut EditedPassage<'_>,
    found: &mut Vec<FoundFacet>,
    (a, before): (&Range<usize>, f64),
    (b, after): (&Range<usize>, f64),
) {
    use {ChangeKind::Figure as Kind, ChangeKind::Wording, Information as I, Weight::Material, Weight::Minor};
    let is_one = before.total_cmp(&after).is_eq();
    let (kind, weight, information, why) = match is_one {
        true => (Wording, Minor, I::Same, "same-quantity"),
        false => (Kind, Material, I::Updated, "figure-differs"),
    };
    let mut facet = edit.facet(kind, a, b);
    if !is_one {
        measure(&mut facet, before, after);
    }
    found.push(FoundFacet { facet, weight, information, why });
    edit.a.mark_explained(a);
    edit.b.mark_explained(b);
}

/// Returns the open phrases of a side from a whole number to the noun that it counts, with the number.
fn counted(piece: &PassageSide<'_>) -> Vec<(Range<usize>, f64)> {
    let of = |figure: &Figure| {
        let places = piece.places(figure.span);
        let is_count = matches!(figure.unit.as_deref(), None | Some("people"))
            && figure.upper.is_none()
            && figure.value.fract() == 0.0
            && 1.0 <= figure.value;
        let is_open = !places.is_empty() && piece.is_open(&places) && !piece.is_quoted(&places);
        let noun = (places.end..piece.len()).take(MAX_WORDS_TO_NOUN).find(|&at| is_last_noun(piece, at))?;
        let is_phrase = (places.end..noun).all(|at| matches!(piece.upos(at), Upos::Adj | Upos::Noun));
        (is_count && is_open && is_phrase).then_some((places.start..noun + 1, figure.value))
    };
    piece.near(&piece.analysis.figures, |figure| figure.span).filter_map(of).collect()
}

/// Most words from a number or an article to the noun, the noun included: "three small fishing boats".
const MAX_WORDS_TO_NOUN: usize = 4;

fn is_last_noun(piece: &PassageSide<'_>, at: usize) -> bool {
    piece.upos(at) == Upos::Noun && (at + 1 == piece.len() || piece.upos(at + 1) != Upos::Noun)
}

/// Returns the phrase from "a" to the noun of another phrase, in the singular, that touches `places`.
fn one_like(
    piece: &PassageSide<'_>,
    places: &Range<usize>,
    (other, phrase): (&PassageSide<'_>, &Range<usize>),
) -> Option<Range<usize>> {
    let noun = phrase.end - 1;
    let near = places.start..(places.end + MAX_WORDS_TO_NOUN).min(piece.len());
    let article = near.clone().find(|&at| {
        let is_one = matches!(piece.norm(at), "a" | "an") && piece.upos(at) == Upos::Det;
        is_one && (piece.is_open_at(at) || piece.is_changed(at)) && !piece.explained[at]
    })?;
    let last = (article + 1..near.end.max(article + 1)).find(|&at| is_last_noun(piece, at))?;
    let is_phrase = (article + 1..last).all(|at| matches!(piece.upos(at), Upos::Adj | Upos::Noun));
    let is_alike = piece.lemma(last) == other.lemma(noun) && piece.penn(last) == "NN";
    // "a number of cases", "a dozen boats" and "a second boat" are no single thing.
    let is_counted = (article + 1..=last).any(|at| piece.rel(at) == Rel::Nummod || piece.norm(at) == "second");
    let is_in_place = article < places.end.max(places.start + 1) && !places.is_empty();
    (is_phrase && is_alike && !is_counted && is_in_place && !piece.is_quoted(&(article..last + 1)))
        .then_some(article..last + 1)
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting, Weight};

    /// Checks the figures that changed, as "before > after", in both directions.
    #[track_caller]
    fn check(old: &str, new: &str, want: &[(&str, &str)]) {
        let setting = Setting::default();
        let (one, other) = (read_side(None, old, setting), read_side(None, new, setting));
        for (from, to, is_turned) in [(&one, &other, false), (&other, &one, true)] {
            let comparison = compare(from, to);
            let facets = comparison.changes.iter().flat_map(|change| &change.facets);
            let figures = facets.filter(|facet| facet.kind == ChangeKind::Figure);
            let told = figures.map(|facet| (facet.before.as_deref(), facet.after.as_deref()));
            let told = told.filter(|(before, after)| before.is_some() && after.is_some());
            let told: Vec<_> =
                told.map(|(before, after)| if is_turned { (after, before) } else { (before, after) }).collect();
            let want: Vec<_> = want.iter().map(|&(before, after)| (Some(before), Some(after))).collect();
            assert_eq!(told, want, "{old} > {new}");
        }
    }

    #[test]
    fn several_things_stand_for_one() {
        check("A man was arrested after the raid.", "Two men were arrested after the raid.", &[("A man", "Two men")]);
        check(
            "The storm sank a single boat in the harbour.",
            "The storm sank three boats in the harbour and damaged a pier.",
            &[("a single boat", "three boats")],
        );
        check("Doctors found a new case.", "Doctors found four new cases.", &[("a new case", "four new cases")]);
        // What is told of something else gives way to nothing.
        check("A crane fell at the port.", "Two men were at the port when a crane fell.", &[]);
    }

    #[test]
    fn one_thing_is_one_thing() {
        let setting = Setting::default();
        for (old, new) in [
            ("A man was arrested. He is 31.", "One man was arrested. He is 31."),
            ("A single vote decided the motion.", "One vote decided the motion."),
        ] {
            let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
            assert_ne!(comparison.verdict.weight, Some(Weight::Material), "{old} > {new}");
        }
    }
}
