//! Holds what each trait of an edit says for a changed fact; above zero in sum it is one.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::traits::Traits;

/// One weight a trait, in the order of `traits::NAMES`.
#[rustfmt::skip]
pub const WEIGHTS: Traits = [
    -0.26, // bias; 0.2 below what was learnt, so that six in seven rewordings stay quiet
    0.51, // same word
    -0.63, // synonym
    -0.64, // kin
    2.03, // opposite
    -0.44, // cousin
    0.03, // stranger
    0.26, // unknown
    -0.38, // one stranger alone
    0.09, // old words left over
    0.07, // new words left over
    0.61, // words only taken out
    0.49, // words only put in
    0.26, // phrase taken out
    -0.10, // phrase put in
    0.77, // quantity word replaced
    0.45, // quantity word
    0.45, // pronoun replaced
    -0.03, // modal verb
    -0.24, // preposition replaced
    0.50, // words swapped
    -0.04, // function words
    0.19, // one place only
    -0.25, // places
    1.19, // length differs
    1.37, // capital taken out
    1.23, // capital put in
    0.20, // name-like words differ
    0.10, // tense differs
    -0.65, // verb put in
    -0.15, // verb taken out
    1.45, // number differs
    0.27, // things side by side
    0.55, // noun for another noun
    -0.08, // verb for another verb
    0.10, // turned by its first syllable
];

/// Returns how much speaks for a changed fact; at or below zero it is wording.
pub fn score(traits: &Traits) -> f32 {
    traits.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
