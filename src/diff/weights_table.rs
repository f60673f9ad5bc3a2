//! Holds what each trait of an edit says for a changed fact; above zero in sum it is one.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::traits::Traits;

/// One weight a trait, in the order of `traits::NAMES`.
#[rustfmt::skip]
pub const WEIGHTS: Traits = [
    -0.29, // bias; 0.3 below what was learnt, so that five in six rewordings stay quiet
    0.49, // same word
    -0.63, // synonym
    -0.65, // kin
    2.02, // opposite
    -0.45, // cousin
    0.03, // stranger
    0.27, // unknown
    -0.41, // one stranger alone
    0.07, // old words left over
    0.08, // new words left over
    0.61, // words only taken out
    0.56, // words only put in
    0.26, // phrase taken out
    -0.17, // phrase put in
    0.75, // quantity word replaced
    0.39, // quantity word
    0.47, // pronoun replaced
    -0.05, // modal verb
    -0.02, // preposition replaced
    0.48, // words swapped
    -0.04, // function words
    0.15, // one place only
    -0.26, // places
    1.12, // length differs
    1.37, // capital taken out
    1.17, // capital put in
    0.19, // name-like words differ
    0.12, // tense differs
    -0.65, // verb put in
    -0.15, // verb taken out
    1.43, // number differs
    0.27, // things side by side
    0.55, // noun for another noun
    -0.07, // verb for another verb
    0.10, // turned by its first syllable
];

/// Returns how much speaks for a changed fact; at or below zero it is wording.
pub fn score(traits: &Traits) -> f32 {
    traits.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
