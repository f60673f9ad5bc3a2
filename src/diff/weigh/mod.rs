//! Weighs a comparison.
//!
//! In: facets and changes. Out: the nature of each change, the direction of information, the verdict.
//!
//! - `direction`: whether an edit adds information, removes it or replaces it (learnt trees over named features);
//! - `nature`: whether a material change is a development or a replacement (words in `nature_table`);
//! - `verdict`: the heaviest weight and the direction of a change, and of all changes.

pub mod direction;
pub(crate) mod nature;
mod nature_table;
pub(crate) mod verdict;
