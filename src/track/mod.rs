//! Joins the layers into use cases: record a version, compare, build a timeline, rebuild.
//!
//! A `Desk` is an open store with everything that can be asked of it; each
//! question is a method that returns a view. Nothing is printed here.

mod by_hand;
mod chronicle;
mod claims;
mod error;
mod exchange;
mod find;
mod keep;
mod lists;
mod manage;
mod read;
mod record;
mod review;
mod tell;
mod upkeep;
mod versions;

use std::path::Path;

use crate::store::Store;

pub use by_hand::entry_meant;
pub use error::DeskError;
pub use exchange::LINES_AT_ONCE;
pub use keep::ANALYSER;
pub use record::Submission;

type Result<T> = std::result::Result<T, DeskError>;

/// An open archive and what can be asked of it.
#[derive(Debug)]
pub struct Desk {
    store: Store,
}

impl Desk {
    /// Opens the store at `path`, made where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { store: Store::open(path)? })
    }

    /// Opens a store that is gone with the process.
    pub fn in_memory() -> Result<Self> {
        Ok(Self { store: Store::in_memory()? })
    }

    /// Returns where an older store was copied to before it was migrated just now.
    pub fn migration_backup(&self) -> Option<&Path> {
        self.store.migration_backup()
    }
}
