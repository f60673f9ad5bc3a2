//! Trims facets to the whole phrases in which two versions differ, as an editor would quote them.
//!
//! `Cessna 182 with` > `Beechcraft Baron with` is told as `Cessna 182` > `Beechcraft Baron`, and as a name; of `Orvane
//! Consumer, which makes the spray` > `Orvane Pharma, which makes the spray` the names remain. A name stays whole: `Dr. Paz`
//! > `Dr. Pas`, `Tolliver` > `Tolliver Jr.`.

use std::ops::Range;

use super::rewritten::TOLD_ANEW;
use crate::claim::names::is_address;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Facet, Span, Timex, Upos, Weight};

/// Trims settled facets, and tells facts as names where they are no more.
pub(crate) fn widen_to_phrases(edit: &EditedPassage<'_>, found: &mut [FoundFacet]) {
    trim(edit, found);
    call_names(edit, found);
}

/// Leaves out what both sides of a facet begin or end with, and marks at the edges.
fn trim(edit: &EditedPassage<'_>, found: &mut [FoundFacet]) {
    let is_trimmed = |found: &&mut FoundFacet| {
        matches!(found.facet.kind, ChangeKind::Statement | ChangeKind::Source) && found.why != TOLD_ANEW
    };
    for found in found.iter_mut().filter(is_trimmed) {
        let whole = sides(edit, found);
        let (a, b) = without_common_edges(edit, whole.clone());
        let (mut a, mut b) = (without_marks(&edit.a, a), without_marks(&edit.b, b));
        if found.facet.kind == ChangeKind::Source {
            (a, b) = (whole_name(&edit.a, a, &whole.0), whole_name(&edit.b, b, &whole.1));
            if !ends_in_name(&edit.a, &a) || !ends_in_name(&edit.b, &b) {
                continue;
            }
        }
        set_words(edit, found, &a, &b);
    }
}

/// Tells a fact as a name where it only puts somebody or something else in, or one more.
fn call_names(edit: &EditedPassage<'_>, found: &mut [FoundFacet]) {
    let is_fact =
        |found: &&mut FoundFacet| found.facet.kind == ChangeKind::Statement && found.weight == Weight::Material;
    for found in found.iter_mut().filter(is_fact) {
        let (a, b) = sides(edit, found);
        let (a, b) = (without_conjunction(&edit.a, a), without_conjunction(&edit.b, b));
        let names = |piece: &PassageSide<'_>, places: &Range<usize>| places.is_empty() || names_one(piece, places);
        if a.is_empty() && b.is_empty() || !names(&edit.a, &a) || !names(&edit.b, &b) {
            continue;
        }
        // "Tolliver" > "Tolliver Jr.": the name grew.
        let (a, b) = match (a.is_empty(), b.is_empty()) {
            (true, _) => {
                let begun = begun_name(&edit.b, &b);
                (edit.back(&begun), begun.start..b.end)
            }
            (_, true) => {
                let begun = begun_name(&edit.a, &a);
                (begun.start..a.end, edit.across(&begun))
            }
            _ => (a, b),
        };
        found.facet.kind = ChangeKind::Name;
        set_words(edit, found, &a, &b);
    }
}

/// Returns the places of both sides of a facet.
fn sides(edit: &EditedPassage<'_>, found: &FoundFacet) -> (Range<usize>, Range<usize>) {
    let places = |piece: &PassageSide<'_>, span: Option<Span>| span.map_or(0..0, |span| piece.places(span));
    (places(&edit.a, found.facet.a_span), places(&edit.b, found.facet.b_span))
}

/// Gives a facet other words; what it measures and how it was found stays.
fn set_words(edit: &EditedPassage<'_>, found: &mut FoundFacet, a: &Range<usize>, b: &Range<usize>) {
    let told = edit.facet(found.facet.kind, a, b);
    let Facet { before, after, a_span, b_span, .. } = told;
    found.facet = Facet { before, after, a_span, b_span, ..found.facet.clone() };
}

/// Leaves out the words that both sides have at either end; a word remains on each side that had one.
fn without_common_edges(
    edit: &EditedPassage<'_>,
    (mut a, mut b): (Range<usize>, Range<usize>),
) -> (Range<usize>, Range<usize>) {
    let tells = |piece: &PassageSide<'_>, places: Range<usize>| {
        places.into_iter().any(|at| matches!(piece.class(at), TokenClass::Content | TokenClass::Number))
    };
    let is_same = |x: usize, y: usize| edit.a.norm(x) == edit.b.norm(y);
    while tells(&edit.a, a.start..a.end.saturating_sub(1))
        && tells(&edit.b, b.start..b.end.saturating_sub(1))
        && is_same(a.end - 1, b.end - 1)
    {
        (a.end, b.end) = (a.end - 1, b.end - 1);
    }
    while tells(&edit.a, a.start + 1..a.end) && tells(&edit.b, b.start + 1..b.end) && is_same(a.start, b.start) {
        (a.start, b.start) = (a.start + 1, b.start + 1);
    }
    (a, b)
}

/// Leaves out marks that join the words to their sentence: ", a mile from the ledge".
fn without_marks(piece: &PassageSide<'_>, mut places: Range<usize>) -> Range<usize> {
    let joins = |at: usize| matches!(piece.norm(at), "," | ";" | ":" | "-" | "–" | "—");
    while 1 < places.len() && joins(places.start) {
        places.start += 1;
    }
    while 1 < places.len() && joins(places.end - 1) {
        places.end -= 1;
    }
    places
}

/// Leaves out the "and" that puts one more into a list.
fn without_conjunction(piece: &PassageSide<'_>, places: Range<usize>) -> Range<usize> {
    let mut places = without_marks(piece, places);
    while 1 < places.len() && matches!(piece.norm(places.start), "and" | "or" | "," | "&") {
        places.start += 1;
    }
    places
}

/// Returns whether a word is part of a name.
fn is_proper(piece: &PassageSide<'_>, at: usize) -> bool {
    piece.upos(at) == Upos::Propn && piece.word(at).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Takes in the words of a name that trimming cut, within the places the facet had: "Dr. Paz" of "Paz".
fn whole_name(piece: &PassageSide<'_>, mut places: Range<usize>, within: &Range<usize>) -> Range<usize> {
    let belongs = |at: usize| is_proper(piece, at) || matches!(piece.norm(at), "." | "the");
    while within.start < places.start && belongs(places.start - 1) {
        places.start -= 1;
    }
    while places.end < within.end && is_proper(piece, places.end) {
        places.end += 1;
    }
    places
}

/// Returns whether the last word is part of a name.
fn ends_in_name(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    places.clone().next_back().is_some_and(|at| is_proper(piece, at))
}

/// Returns whether the words, up to a comma, are one name with the words that lead up to it: "candidate Orla Fennessy".
fn names_one(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let end = places.clone().find(|&at| piece.norm(at) == ",").unwrap_or(places.end);
    let places = places.start..end;
    let leads = |at: usize| {
        let upos = piece.upos(at);
        matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::Det)
            || matches!(piece.norm(at), "." | "of" | "'s" | "&")
    };
    let last = places.clone().rev().find(|&at| piece.upos(at) != Upos::Num && piece.norm(at) != ".");
    let is_time = |timex: &Timex| piece.places(timex.span).any(|at| places.contains(&at));
    let titles = places.clone().filter(|&at| is_proper(piece, at));
    let only_titles = titles.clone().all(|at| is_address(piece.norm(at)));
    last.is_some_and(|at| is_proper(piece, at))
        && !only_titles
        && places.clone().all(leads)
        && !piece.near(&piece.analysis.timexes, |timex| timex.span).any(is_time)
}

/// Returns the words of a name right before some places; they stand in both versions.
fn begun_name(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let is_kept = |at: &usize| is_proper(piece, *at) && piece.partner[*at].is_some();
    let n_kept = (0..places.start).rev().take_while(is_kept).count();
    places.start - n_kept..places.start
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Returns the facets that are no wording as "kind: before > after".
    fn facets(old: &str, new: &str) -> Vec<String> {
        let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        let changes = compare(&old, &new).changes;
        let facets = changes.iter().flat_map(|change| &change.facets);
        let telling = facets.filter(|facet| facet.kind != ChangeKind::Wording);
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
        telling
            .map(|facet| format!("{}: {} > {}", facet.kind.as_str(), side(&facet.before), side(&facet.after)))
            .collect()
    }

    #[test]
    fn what_both_sides_end_with_is_not_told() {
        let (old, new) = ("The boat sank in deep water near Pelt.", "The boat sank in shallow water near Pelt.");
        assert_eq!(facets(old, new), ["statement: deep > shallow"]);
    }

    #[test]
    fn a_source_is_told_by_name_without_the_clause_about_it() {
        let said = |who: &str| format!("{who}, which runs the ferries, said it had cancelled the noon sailing.");
        assert_eq!(
            facets(&said("Nordline Cargo"), &said("Nordline Ferries")),
            ["source: Nordline Cargo > Nordline Ferries"]
        );
    }

    #[test]
    fn one_more_in_a_list_is_a_name() {
        let found = facets("The club signed Tom Reed on Friday.", "The club signed Tom Reed and Ann Rigg on Friday.");
        assert_eq!(found, ["name: – > Ann Rigg"]);
    }

    #[test]
    fn a_name_that_grew_is_told_whole() {
        let found = facets(
            "The firm was left to Robert Tolliver by his aunt.",
            "The firm was left to Robert Tolliver Jr. by his aunt.",
        );
        assert_eq!(found, ["name: Robert Tolliver > Robert Tolliver Jr."]);
    }
}
