//! Links notes of correction to the changes that they name, and checks what they say.

pub mod check;
pub(crate) mod link;
