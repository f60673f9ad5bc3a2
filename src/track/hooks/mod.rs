//! Tells readers of changes as they come: each change once, and never what is doubtful or held.
//!
//! In: hooks, which say who is told and of what. Out: a `HookMessage` for each update with changes
//! that pass the filter, handed to a [`Messenger`].
//!
//! In order:
//! - `filter.rs`: which changes of an update pass, as a pure rule
//! - `queue.rs`: looks through what was recorded and queues what is to be told
//! - `deliver.rs`: hands messages over, again and again until they are taken
//! - `manage.rs`: `hook add`, `list`, `log`, `pause`, `resume`, `remove`, `test`
//!
//! A look that is in doubt makes no version, and only versions are told. The queue stands in the
//! store: it survives a crash, and several processes may share it.

mod deliver;
mod filter;
mod manage;
mod queue;
#[cfg(test)]
mod tests;

pub use deliver::{DeliveryFailure, Messenger, run_hooks};
pub use manage::NewHook;
