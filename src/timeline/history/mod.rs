//! Follows each mention through the versions of one article.

pub(crate) mod align;
pub(crate) mod lazy_list;
pub(crate) mod quantity;
pub(crate) mod revision;
pub(crate) mod track;
