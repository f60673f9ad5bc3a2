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
//! 2. `features`: what of a facet the other text covers, and how its sides are related.

mod content;
pub mod features;

use super::edit::FoundFacet;
use crate::model::{Analysis, ChangeKind, Field, Weight};
use content::{Covered, TextContent, TokenContent};
use features::FactFeatures;

/// A text with what of it the other text covers.
struct CoveredText<'t> {
    content: TextContent<'t>,
    /// How the other text covers each token.
    covered: Vec<Covered>,
    /// Words of changed sentences that the other text lacks.
    missing: Vec<usize>,
    /// How many figures and times of changed sentences the other text lacks.
    missing_values: usize,
    /// Negations in changed sentences.
    negations: usize,
    /// Tokens of changed sentences.
    n_changed: usize,
}

/// What each of two texts covers of the other.
pub(crate) struct Coverage<'t> {
    a: CoveredText<'t>,
    b: CoveredText<'t>,
}

impl<'t> Coverage<'t> {
    /// Reads two texts whose sentences changed or did not.
    pub(crate) fn read(a: &'t Analysis<'t>, b: &'t Analysis<'t>, changed: (Vec<bool>, Vec<bool>)) -> Self {
        let (a, b) = (TextContent::read(a, changed.0), TextContent::read(b, changed.1));
        let covered_by = |own: &TextContent<'_>, other: &TextContent<'_>| -> Vec<Covered> {
            (0..own.tokens.len()).map(|at| other.covers(own, at)).collect()
        };
        let (covered_a, covered_b) = (covered_by(&a, &b), covered_by(&b, &a));
        Self { a: CoveredText::new(a, covered_a), b: CoveredText::new(b, covered_b) }
    }

    /// Returns the features of each proposed facet that is open to judgement. For learning.
    pub(crate) fn features_of(&self, found: &[FoundFacet]) -> Vec<(FoundFacet, FactFeatures)> {
        let open = found.iter().filter(|found| is_open(found));
        open.map(|one| (one.clone(), features::read(self, one, found.len()))).collect()
    }
}

impl<'t> CoveredText<'t> {
    fn new(content: TextContent<'t>, covered: Vec<Covered>) -> Self {
        let changed: Vec<usize> = content.changed_tokens().collect();
        let missing = |at: &usize| covered[*at] == Covered::No;
        let is = |at: usize, wanted: TokenContent| content.tokens[at] == wanted;
        let words = changed.iter().copied().filter(|&at| is(at, TokenContent::Word)).filter(missing).collect();
        let values = changed
            .iter()
            .filter(|&&at| matches!(content.tokens[at], TokenContent::Figure(_) | TokenContent::Time(_)))
            .filter(|at| missing(at) && !at.checked_sub(1).is_some_and(|before| is(before, content.tokens[**at])))
            .count();
        let negations = changed.iter().filter(|&&at| is(at, TokenContent::Negation)).count();
        Self { missing: words, missing_values: values, negations, n_changed: changed.len(), content, covered }
    }
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
