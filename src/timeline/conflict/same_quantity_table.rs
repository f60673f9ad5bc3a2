//! Lists the learnt weights that say whether two figures are of one thing.
//!
//! Learnt by `examples/train_same_quantity.rs` from stories and changes of the project's own.

/// A pair that scores more is of one thing.
pub(super) const LEAST_SCORE: f32 = -1.0;

/// The weight of each feature, in the order of `same_quantity::name`.
pub(super) const WEIGHTS: [f32; 9] = [
    -1.297, // bias
    0.624,  // one name for what is counted
    0.368,  // likeness of the sentences
    0.806,  // a word that follows both figures
    0.294,  // how rare the rarest common word is
    -0.858, // better partners of the one, at least
    -0.733, // better partners of the one, at most
    0.657,  // lead over the next partner
    -0.377, // people or things
];
