//! Holds what each trait of an edit says for a changed fact; above zero in sum it is one.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::traits::Traits;

/// One weight a trait, in the order of `traits::NAMES`.
#[rustfmt::skip]
pub const WEIGHTS: Traits = [
    -0.27, // bias; 0.3 below what was learnt, so that four in five rewordings stay quiet
    0.56, // same word
    -0.60, // synonym
    -0.69, // kin
    2.00, // opposite
    -0.38, // cousin
    0.21, // stranger
    0.07, // unknown
    -0.43, // one stranger alone
    0.15, // old words left over
    0.10, // new words left over
    0.55, // words only taken out
    0.61, // words only put in
    0.21, // phrase taken out
    -0.21, // phrase put in
    0.91, // quantity word replaced
    0.55, // quantity word
    0.47, // pronoun replaced
    -0.06, // modal verb
    0.04, // preposition replaced
    0.50, // words swapped
    -0.06, // function words
    0.20, // one place only
    -0.24, // places
    0.96, // length differs
    1.33, // capital taken out
    1.28, // capital put in
    0.22, // name-like words differ
    0.14, // tense differs
    -0.70, // verb put in
    -0.17, // verb taken out
    1.19, // number differs
    -0.24, // adverb put in or out
    0.79, // opening words
    0.52, // share of words
    -0.34, // only function words on one side
];

/// Returns how much speaks for a changed fact; at or below zero it is wording.
pub fn score(traits: &Traits) -> f32 {
    traits.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
