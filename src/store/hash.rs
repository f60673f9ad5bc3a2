//! Names the type of hashes.

pub(super) use crate::model::hex;

/// SHA-256 of something.
pub(super) type Hash = [u8; 32];
