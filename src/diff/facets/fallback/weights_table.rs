//! Lists the learnt weight of each feature; a passage with a sum above zero is a changed fact.
//!
//! Learnt by `examples/train_weight.rs` from `SummEdits` (CC BY 4.0, Laban et al.
//! 2023) and `VitaminC` (CC BY-SA 3.0, Schuster et al. 2021); this file is
//! therefore under CC BY-SA 4.0.

use super::features::FallbackFeatures;

/// One weight a feature, in the order of `features::FEATURES`.
#[rustfmt::skip]
pub const WEIGHTS: FallbackFeatures = [
    -0.18, // bias; less what was learnt, so that six in seven rewordings stay quiet
    0.58, // same word
    -0.75, // synonym
    -0.81, // kin
    1.72, // opposite
    -0.98, // cousin
    0.27, // stranger
    0.09, // unknown
    -0.78, // one stranger alone
    0.09, // old words left over
    0.21, // new words left over
    1.01, // words only taken out
    0.70, // words only put in
    0.23, // phrase taken out
    0.42, // phrase put in
    0.53, // quantity word replaced
    0.21, // quantity word
    0.49, // pronoun replaced
    -0.64, // modal verb
    0.22, // preposition replaced
    0.63, // words swapped
    -0.26, // function words
    0.62, // one place only
    -0.49, // places
    1.28, // length differs
    1.66, // capital taken out
    1.72, // capital put in
    1.22, // name-like words differ
    0.49, // tense differs
    -0.63, // verb put in
    -0.14, // verb taken out
    0.88, // number differs
    0.10, // things side by side
    0.25, // noun for another noun
    -0.91, // verb for another verb
    0.05, // turned by its first syllable
];

/// Returns the weighted sum of the features; above zero it is a changed fact, else wording.
pub fn score(features: &FallbackFeatures) -> f32 {
    features.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum()
}
