//! Explains what changed in an edited passage: one finder a kind of change, in a fixed order.
//!
//! `At least 19 people died …, a rescue worker said.` becomes
//! `At least 23 people died …, Mayor Ligaya Ramos said.`: a figure (19, 23) and
//! a source.
//!
//! In: an edited passage with its hunks. Out: facets, each with weight, direction of information and the name of a rule.
//! A finder looks at words that no finder before it explained, so the order decides: `typography`, `openings` of sentences,
//! `exchanges`, `two_sides`, `restrictions`, `reorder`, `addresses`, `quotes`, `sources`, `withheld`, `interchangeable`, `arguments`, `transfers`, `clauses`, `dates` (with
//! `told_by_event`), `one_thing`, `owned_figures`, `figures`, `unproven`, `certainty` (with `fulfilled`), `polarity`, `names`;
//! `fallback` decides on the rest, and `rewritten` replaces all of it where the whole sentence is another one; `whole_phrases`
//! trims what is settled. `items` pairs the values of both sides;
//! `mentions`, `spelling` and `spelled_numbers` recognize two forms of the same thing. Tables of words stand beside their finder.

pub(crate) mod addresses;
mod arguments;
mod certainty;
mod certainty_table;
mod clauses;
mod clauses_table;
mod dates;
mod dates_table;
pub(super) mod desk_tags_table;
pub(crate) mod exchanges;
mod exchanges_table;
pub(crate) mod exclusive_sets_table;
pub mod fallback;
mod figures;
mod fulfilled;
pub(super) mod fulfilled_table;
mod interchangeable;
mod items;
mod mentions;
pub(crate) mod names;
mod names_table;
mod one_thing;
mod openings;
mod owned_figures;
pub(crate) mod polarity;
pub(crate) mod polarity_table;
mod quotes;
mod quotes_table;
mod reorder;
mod restrictions;
mod restrictions_table;
mod rewritten;
mod sources;
mod spelled_numbers;
mod spelling;
#[cfg(test)]
mod table_tests;
mod told_by_event;
mod transfers;
mod two_sides;
mod typography;
mod unproven;
mod unproven_table;
pub(crate) mod whole_phrases;
mod withheld;

use super::edit::{EditedPassage, FoundFacet};
use super::long_passage::pieces;
use crate::model::{ChangeKind, Weight};

/// Returns the facets of an edited passage; those of a long one come from its pieces, and its own words stay unmarked.
pub fn explain_passage(edit: &mut EditedPassage<'_>) -> Vec<FoundFacet> {
    match pieces(edit) {
        pieces if pieces.is_empty() => explain_piece(edit),
        mut pieces => pieces.iter_mut().flat_map(explain_piece).collect(),
    }
}

fn explain_piece(edit: &mut EditedPassage<'_>) -> Vec<FoundFacet> {
    let mut found = explain_by_rules(edit);
    fallback::explain(edit, &mut found);
    rewritten::replace_if_rewritten(edit, &mut found);
    soften_tone(&mut found);
    found
}

/// Makes a change of tone of a reporting verb ("insisted" for "said") wording where something material changed as well.
fn soften_tone(found: &mut [FoundFacet]) {
    if found.iter().all(|found| found.weight < Weight::Material) {
        return;
    }
    found
        .iter_mut()
        .filter(|found| found.why == "reporting-verb-tone")
        .for_each(|found| found.facet.kind = ChangeKind::Wording);
}

/// Returns the facets that rules explain; words that no rule explains stay open.
pub fn explain_by_rules(edit: &mut EditedPassage<'_>) -> Vec<FoundFacet> {
    let mut found = Vec::new();
    typography::explain(edit, &mut found);
    openings::explain(edit, &mut found);
    exchanges::explain(edit, &mut found);
    two_sides::explain(edit, &mut found);
    restrictions::explain(edit, &mut found);
    reorder::explain(edit, &mut found);
    addresses::explain(edit, &mut found);
    quotes::explain_marks(edit, &mut found);
    quotes::explain_words(edit, &mut found);
    figures::explain(edit, &mut found, figures::FigureScope::Quotes);
    polarity::explain(edit, &mut found, polarity::PolarityScope::Quotes);
    quotes::close(edit);
    sources::explain(edit, &mut found);
    withheld::explain(edit, &mut found);
    interchangeable::explain(edit, &mut found);
    arguments::explain(edit, &mut found);
    figures::explain_counted(edit, &mut found);
    transfers::explain(edit);
    clauses::explain(edit, &mut found);
    dates::explain(edit, &mut found);
    one_thing::explain(edit, &mut found);
    owned_figures::explain(edit, &mut found);
    figures::explain(edit, &mut found, figures::FigureScope::Text);
    unproven::explain(edit, &mut found);
    certainty::explain(edit, &mut found);
    polarity::explain(edit, &mut found, polarity::PolarityScope::Text);
    names::explain(edit, &mut found);
    found
}
