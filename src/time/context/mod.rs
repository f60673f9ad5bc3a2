//! Finds time phrases in a text and settles their extent by the words beside them.

pub(crate) mod disambiguate;
pub(crate) mod extent;
pub(crate) mod finder;
pub(crate) mod ranges;
