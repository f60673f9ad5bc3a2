//! Links notes of correction to the changes that they name, and checks what they say.
//!
//! In: two analyzed versions and the changes between them. Out: the same changes, each with the note that names it, and
//! what is odd about a note.
//!
//! - `link`: the note that names each material change; such a change is not silent;
//! - `check`: notes that name no change, or that call a correction a clarification.

pub(crate) mod check;
pub(crate) mod link;
mod link_table;
