//! Watches feeds, sitemaps, sections and articles: finds new articles and looks at each again and again.
//!
//! In: what the reader wants watched. Out: versions in the store, and a `WatchEventView` for each look.
//!
//! In order:
//! - `plan.rs`: when a page is looked at next, as pure rules over a clock that is passed in
//! - `moves.rs`: addresses that have moved for good
//! - `lists.rs`: a look at a list, and the pages that it adds
//! - `run.rs`: workers that take what is due
//! - `manage.rs`: `watch add`, `list`, `show`, `pause`, `set`, `remove`, `test`
//!
//! The plan stands in the store: it survives a crash, and several processes may share it.

mod lists;
mod manage;
#[cfg(test)]
mod month_tests;
mod moves;
mod plan;
mod run;

pub use manage::{LookInterval, NewWatch, WatchSetting, add_watch, test_watch};
pub use plan::LONGEST_EVERY;
pub use run::{Reporter, WatchSettings, run as run_watch};
