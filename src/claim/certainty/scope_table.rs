//! Lists words that open a clause without being subordinators, where the scope of a cue ends.

/// Conjunctions and prepositions before another clause, or before what stands in place of one. Sorted.
pub(super) static OPENERS: &[&str] = &["and", "but", "despite", "except", "however", "so"];
