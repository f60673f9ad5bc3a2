//! Compares two versions of a text: paired sentences, words, kinds and weight of each change.
//!
//! Old: `The toll stands at eight.`
//! New: `The toll stands at nine. The archbishop led prayers at the quayside.`
//! Changes: a figure (eight, nine) and a statement added; both material.
//!
//! In: two analyzed versions ([`Side`]). Out: pairs of sentences, changes, verdict ([`Comparison`]). Every step is a rule
//! that can be named: `Change::why` holds the names. The order of the parts:
//!
//! 1. `words`: words become ids; sequences of ids are compared;
//! 2. `align`: sentences are paired, so that words are compared within a passage and never across the text;
//! 3. `edit`: an edited passage is laid out, each word with its partner or in a changed stretch; `split_hunks` cuts those
//!    stretches so that each holds one claim, `long_passage` cuts a passage that is too long to be one;
//! 4. `facets`: finders explain the changed stretches, one kind of change each (`lexicon` relates words);
//! 5. `coverage`: each facet is looked up in the whole of the other text, and settled: a fact, or wording;
//!    `slots`: what both texts say of one thing, wherever they say it;
//! 6. `changes`: facets, and sentences that were added, removed or moved, become changes;
//! 7. `notices`: notes of correction are linked to the changes that they name, and checked;
//! 8. `weigh`: the nature of each change, the direction of information, the verdict.
//!
//! `text_diff` compares two texts by lines and words, without grammar; `trees` evaluates learnt trees.

pub(crate) mod align;
pub(crate) mod changes;
#[doc(hidden)]
pub mod coverage;
mod edit;
#[doc(hidden)]
pub mod facets;
#[cfg(test)]
mod gold_tests;
pub(crate) mod lexicon;
mod long_passage;
pub(crate) mod notices;
#[cfg(test)]
mod planted_tests;
mod slots;
mod split_hunks;
#[doc(hidden)]
pub mod text_diff;
#[doc(hidden)]
pub mod trees;
#[doc(hidden)]
pub mod weigh;
#[doc(hidden)]
pub mod words;

use crate::model::{Comparison, Facet, Side, Weight};
use changes::group;
use changes::texts::AlignedTexts;
use coverage::features::FactFeatures;
use facets::fallback::features::FallbackFeatures;
use weigh::direction::features::DirectionFeatures;

/// Compares two versions of one text.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let texts = AlignedTexts::read(old, new);
    let mut changes = changes::text_changes(&texts);
    let headline = changes::headline::title_change(old, new, &texts, &changes);
    changes.splice(0..0, headline);
    notices::link::link(old, new, &mut changes);
    weigh::nature::judge(old, new, &mut changes);
    let mut verdict = weigh::verdict::of(&changes);
    if weigh::verdict::is_mixed(&changes)
        && let Some(mut passage) = group::as_one_passage(&texts)
    {
        verdict.information = weigh::direction::passage_direction(&mut passage);
    }
    Comparison { pairs: texts.alignment.pairs, changes, verdict }
}

/// What the words that no rule explained say. For learning weights.
#[doc(hidden)]
pub enum Undecided {
    /// Rules decide: whether a fact changed.
    ByRule(bool),
    /// The features of each passage that is left to the weights.
    ByWeights(Vec<FallbackFeatures>),
}

/// Returns what no rule explains between two texts. For learning weights.
#[doc(hidden)]
pub fn undecided_features(old: &Side<'_>, new: &Side<'_>) -> Undecided {
    let texts = AlignedTexts::read(old, new);
    let mut left = Vec::new();
    let mut fact = false;
    for group in group::groups(&texts) {
        if group.is_lone() {
            fact = true;
        } else if !group.is_unchanged(&texts) {
            let mut edit = texts.lay_out(&group.a, &group.b);
            fact |= facets::explain_by_rules(&mut edit).iter().any(|found| found.weight == Weight::Material);
            match facets::fallback::by_rule(&edit) {
                Some(by_rule) => fact |= by_rule,
                None => left.push(facets::fallback::features::fallback_features(&edit)),
            }
        }
    }
    if fact || left.is_empty() { Undecided::ByRule(fact) } else { Undecided::ByWeights(left) }
}

/// Returns each facet that the finders propose for a text, with the features that tell a fact from wording. For learning.
#[doc(hidden)]
pub fn proposed_facets(old: &Side<'_>, new: &Side<'_>) -> Vec<(Facet, FactFeatures)> {
    let texts = AlignedTexts::read(old, new);
    changes::proposed_facets(&texts).into_iter().map(|(found, features)| (found.facet, features)).collect()
}

/// Returns the features that decide whether a text says more or less, seen from the old side and from the new one.
///
/// `None` where nothing or too much changed to be read as one passage. For learning weights.
#[doc(hidden)]
pub fn direction_features(old: &Side<'_>, new: &Side<'_>) -> Option<(DirectionFeatures, DirectionFeatures)> {
    let texts = AlignedTexts::read(old, new);
    let mut edit = group::as_one_passage(&texts)?;
    let found = facets::explain_passage(&mut edit);
    Some(weigh::direction::features_of(&edit, &found))
}
