//! Reads the grammar around a cue: noun phrases, frames, and how far the content reaches.

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod phrases;
pub(crate) mod view;
