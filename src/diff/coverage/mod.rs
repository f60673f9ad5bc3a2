//! Looks up each proposed change of fact in the whole of the other text.
//!
//! Old: `Eleven students were aboard the bus. None was hurt.`   New: `Eleven students escaped injury when their bus …`
//! Word by word, two sentences are gone and a clause is new; yet each text says what the other says. The finders of facets
//! see one passage at a time; here what a facet puts in or takes out is looked up in all that changed on the other side.
//!
//! In: the facets that the finders propose for a passage. Out: the same facets, each a fact or wording (`settle`); and
//! what only both whole texts show: replaced values, and headlines that tell nothing new.
//!
//! 1. `content`: what a text says, indexed by value, word, stem and meaning (`time_keys`: when two times say the same,
//!    `padding_table`: phrases that say nothing);
//! 2. `covered`: what each text covers of the other;
//! 3. `same_value`: facets whose two sides state one value, condition or mood (`modality`) in two forms are wording;
//! 4. `features` of every other facet: what of it the other text covers, and how its sides are related;
//! 5. `trees_table`: learnt trees weigh the features (`examples/train_facts.rs` grows them);
//! 6. `values`: values that were replaced inside text that is otherwise only told in other words (`missing_values` reads
//!    them, `quotations` finds words replaced between quotation marks; `replaced_value` is what both return);
//! 7. `untold`: what a headline says that the other version tells nowhere.

mod content;
mod content_table;
mod covered;
pub mod features;
mod missing_values;
mod modality;
mod modality_table;
mod padding_table;
mod quotations;
mod replaced_value;
mod same_value;
mod time_keys;
pub mod trees_table;
mod untold;
mod values;

use super::edit::FoundFacet;
use super::facets::fallback::{SAME_IN_ANOTHER_FORM, SIGN_OF_A_NUMBER};
use super::facets::polarity::VERB_DENIED;
use super::trees::{contributions, score};
use crate::model::{ChangeKind, Information, Weight};
pub(crate) use covered::Coverage;
use features::FactFeatures;
pub(crate) use replaced_value::ReplacedValue;
use trees_table::{BIAS, TREES};
pub(crate) use untold::UntoldWords;
pub(crate) use values::replaced_values;

/// A facet that scores more is a fact.
const LEAST_SCORE: f32 = -0.3;

/// Makes each proposed facet a fact or wording.
pub(crate) fn settle(coverage: &Coverage<'_>, found: &mut [FoundFacet]) {
    let n_facets = found.len();
    let exchanged = exchanged(found);
    let open = found.iter_mut().zip(exchanged).filter(|(found, exchanged)| !exchanged && is_open(found));
    for (found, _) in open {
        let is_one_value = same_value::has_one_value(coverage, found);
        let is_fact = !is_one_value && weigh(coverage, found, n_facets);
        match (is_fact, found.facet.kind) {
            (true, ChangeKind::Wording) => {
                found.facet.kind = ChangeKind::Statement;
                found.weight = Weight::Material;
                found.information = information_of(found);
                found.why = "another-fact";
            }
            (false, _) if found.weight == Weight::Material => {
                found.facet.kind = ChangeKind::Wording;
                found.weight = Weight::Minor;
                found.information = Information::Same;
                found.why = if is_one_value { "same-value" } else { "covered-by-other-text" };
            }
            _ => {}
        }
    }
}

/// Returns whether the learnt trees take a facet for a fact, and writes down why.
fn weigh(coverage: &Coverage<'_>, found: &mut FoundFacet, n_facets: usize) -> bool {
    let features = features::fact_features(coverage, found, n_facets);
    let score = score(TREES, BIAS, &features);
    let reason = &mut found.facet.reason;
    (reason.score, reason.threshold) = (Some(score), LEAST_SCORE);
    let moved = contributions(TREES, &features).into_iter().take(FEATURES_NAMED);
    reason.features = moved.map(|(feature, by)| (features::name(feature), by)).collect();
    reason.told = coverage.how_told(found.facet.a_span, found.facet.b_span);
    LEAST_SCORE < score
}

/// How many features a reason names.
const FEATURES_NAMED: usize = 4;

/// Returns of each facet whether another one takes its new side for its old one: "from 12 to 14", "from 14 to 12".
///
/// An exchange puts nothing in and takes nothing out, so looking words up shows nothing.
fn exchanged(found: &[FoundFacet]) -> Vec<bool> {
    // "Nine were given the drug and two …": the word that opens the sentence has a capital.
    let folded = |side: &Option<String>| side.as_deref().map(str::to_lowercase);
    let sides: Vec<_> = found
        .iter()
        .take(MOST_EXCHANGED)
        .map(|found| (folded(&found.facet.before), folded(&found.facet.after)))
        .collect();
    let turns = |one: &FoundFacet| {
        let (before, after) = (folded(&one.facet.before), folded(&one.facet.after));
        before.is_some() && before != after && sides.iter().any(|other| other.0 == after && other.1 == before)
    };
    found.iter().map(turns).collect()
}

/// Most facets of a passage among which exchanges are looked for.
const MOST_EXCHANGED: usize = 60;

/// Returns the direction of a fact by the sides that it has.
fn information_of(found: &FoundFacet) -> Information {
    match (&found.facet.before, &found.facet.after) {
        (None, _) => Information::Added,
        (_, None) => Information::Removed,
        _ => Information::Updated,
    }
}

/// Returns the features of each proposed facet that is open to judgement.
pub(crate) fn features_of(coverage: &Coverage<'_>, found: &[FoundFacet]) -> Vec<(FoundFacet, FactFeatures)> {
    let open = found.iter().filter(|found| is_open(found));
    open.map(|one| (one.clone(), features::fact_features(coverage, one, found.len()))).collect()
}

/// Returns whether the other text may overrule what the finders say: not for marks and minor changes of a value.
fn is_open(found: &FoundFacet) -> bool {
    use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source, Statement, Wording};
    !matches!(found.why, "order-of-times" | "roles-exchanged" | SIGN_OF_A_NUMBER | VERB_DENIED)
        && match found.facet.kind {
            Wording if found.why == SAME_IN_ANOTHER_FORM => false,
            Statement | Wording => found.why.starts_with("learnt-") || found.weight == Weight::Material,
            Source | Date | Figure | Name | Polarity | Certainty | Quote => found.weight == Weight::Material,
            _ => false,
        }
}
