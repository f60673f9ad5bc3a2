//! Follows news articles as they are rewritten, and tells what changed.
//!
//! A version, once stored, is the truth and never changes; everything else is
//! worked out from versions and can be thrown away and rebuilt. Analysis is
//! pure: text in, values out. The modules below stand in reading order, from
//! words to whole stories; each uses only those above it (`docs/ARCHITECTURE.md`).
//!
//! ```
//! use writethru::{claim, diff, model::Setting};
//!
//! let setting = Setting::default();
//! let old = claim::read_side(None, "Twelve people were killed, police said.", setting);
//! let new = claim::read_side(None, "Fifteen people were killed, police said.", setting);
//! let comparison = diff::compare(&old, &new);
//! assert_eq!(comparison.changes.len(), 1);
//! ```

pub mod claim;
pub mod cli;
pub mod diff;
pub mod ingest;
pub mod model;
pub mod render;
pub mod store;
pub mod text;
pub mod time;
pub mod timeline;
pub mod track;
pub mod view;
