//! Stores what is watched, and when each of its pages is looked at next.
//!
//! In and out: [`Watch`], [`PlanRow`].
//!
//! - `watch.rs`: what is watched, as the reader said it
//! - `plans.rs`: the pages of a watch, each with its next look

mod plans;
mod watch;

pub use plans::{FARTHEST_LOOK, LEASE, PlanRole, PlanRow};
pub use watch::{Watch, WatchCounts, WatchId, WatchKind};
