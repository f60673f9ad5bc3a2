//! Links notes of correction to the changes that they name, and checks what they say.
//!
//! - `link`: the note that names each material change; such a change is not silent;
//! - `check`: notes that name no change, or that call a correction a clarification.

pub(crate) mod check;
pub(crate) mod link;
mod link_table;
