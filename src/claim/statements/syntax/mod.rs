//! Answers questions about the grammar around a cue.
//!
//! In: a [`DocumentView`](super::view::DocumentView) and a place in it. Out: stretches of tokens, or whether something
//! stands there. `phrases` (noun phrases and subjects), `frames` (whether a verb has what it takes), `extent` (where a
//! content ends).

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod phrases;
