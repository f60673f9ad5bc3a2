//! TODO.

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod phrases;
pub(crate) mod view;
