//! TODO.

pub(crate) mod disambiguate;
pub(crate) mod extent;
pub(crate) mod finder;
pub(crate) mod ranges;
