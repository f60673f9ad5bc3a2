//! Holds what each trait of an edit says for a changed fact; above zero in sum it is one.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::traits::Traits;

/// One weight a trait, in the order of `traits::NAMES`.
#[rustfmt::skip]
pub const WEIGHTS: Traits = [
    -0.26, // bias; 0.3 below what was learnt, so that four in five rewordings stay quiet
    0.50, // same word
    -0.60, // synonym
    -0.65, // kin
    1.99, // opposite
    -0.34, // cousin
    0.20, // stranger
    0.05, // unknown
    -0.37, // one stranger alone
    0.24, // old words left over
    0.17, // new words left over
    0.55, // words only taken out
    0.54, // words only put in
    0.23, // phrase taken out
    -0.01, // phrase put in
    0.87, // quantity word replaced
    0.40, // quantity word
    0.36, // pronoun replaced
    -0.06, // modal verb
    0.13, // preposition replaced
    0.56, // words swapped
    -0.10, // function words
    0.22, // one place only
    -0.31, // places
    1.15, // length differs
    1.30, // capital taken out
    1.22, // capital put in
    0.21, // name-like words differ
    0.12, // tense differs
    -0.68, // verb put in
    -0.20, // verb taken out
    1.58, // number differs
];

/// Returns how much speaks for a changed fact; at or below zero it is wording.
pub fn score(traits: &Traits) -> f32 {
    traits.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
