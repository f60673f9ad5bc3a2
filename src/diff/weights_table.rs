//! Holds what each trait of an edit says for a changed fact; above zero in sum it is one.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::traits::Traits;

/// One weight a trait, in the order of `traits::NAMES`.
#[rustfmt::skip]
pub const WEIGHTS: Traits = [
    -0.15, // bias; 0.3 below what was learnt, so that five in six rewordings stay quiet
    0.78, // same word
    -0.36, // synonym
    -0.32, // kin
    1.96, // opposite
    -0.60, // cousin
    -0.09, // stranger
    0.23, // unknown
    -0.42, // one stranger alone
    0.10, // old words left over
    0.08, // new words left over
    0.58, // words only taken out
    0.22, // words only put in
    0.25, // phrase taken out
    0.09, // phrase put in
    0.69, // quantity word replaced
    0.50, // quantity word
    0.50, // pronoun replaced
    0.02, // modal verb
    -0.23, // preposition replaced
    0.33, // words swapped
    -0.06, // function words
    0.23, // one place only
    -0.01, // places
    1.04, // length differs
    1.23, // capital taken out
    1.03, // capital put in
    0.25, // name-like words differ
    0.12, // tense differs
    -0.56, // verb put in
    -0.13, // verb taken out
    1.44, // number differs
    0.15, // things side by side
    0.45, // noun for another noun
    0.01, // verb for another verb
    0.08, // turned by its first syllable
    -1.29, // share of near words
    -0.18, // no near word
    0.25, // noun for noun in few places
    -0.63, // verb for verb in one place
    0.94, // put in at one place
];

/// Returns how much speaks for a changed fact; at or below zero it is wording.
pub fn score(traits: &Traits) -> f32 {
    traits.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
