//! Looks up each proposed change of fact in the whole of the other text.
//!
//! Old: `Eleven students were aboard the bus. None was hurt.`   New: `Eleven students escaped injury when their bus …`
//! Word by word, two sentences are gone and a clause is new; yet each text says what the other says. The finders of facets
//! see one passage at a time; here what a facet puts in or takes out is looked up in all that changed on the other side.
//!
//! In: the facets that the finders propose for a passage. Out: the features of each, from which `examples/train_facts.rs`
//! learns to tell a fact from wording. The comparison does not weigh them yet.
//!
//! 1. `content`: what a text says, indexed by value, word, stem and meaning;
//! 2. `covered`: what each text covers of the other;
//! 3. `features`: what of a facet the other text covers, and how its sides are related.

mod content;
mod covered;
pub mod features;

use super::edit::FoundFacet;
use crate::model::{ChangeKind, Field, Weight};
pub(crate) use covered::Coverage;
use features::FactFeatures;

/// Returns the features of each proposed facet that is open to judgement.
pub(crate) fn features_of(coverage: &Coverage<'_>, found: &[FoundFacet]) -> Vec<(FoundFacet, FactFeatures)> {
    let open = found.iter().filter(|found| is_open(found));
    open.map(|one| (one.clone(), features::read(coverage, one, found.len()))).collect()
}

/// Returns whether the other text may overrule what the finders say: not for marks, headlines and minor changes of a value.
fn is_open(found: &FoundFacet) -> bool {
    use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source, Statement, Wording};
    found.facet.field == Field::Text
        && match found.facet.kind {
            Statement | Wording => found.why.starts_with("learnt-") || found.weight == Weight::Material,
            Source | Date | Figure | Name | Polarity | Certainty | Quote => found.weight == Weight::Material,
            _ => false,
        }
}
