//! Looks at pages over the network and records what they show.
//!
//! In: an address and a page source. Out: a `LookedView`. A look that fails, or whose text is
//! doubtful, is kept with its reason and touches nothing that was recorded before.
//!
//! In order:
//! - `options.rs`: how pages are fetched and filed; `time_source.rs`: the clock, which tests replace
//! - `shared.rs`: the archive, locked for single questions and never while a server is waited for
//! - `hosts.rs`: pauses between requests and robots.txt, shared by all processes through the store
//! - `walk.rs`: a request and its redirects, one by one
//! - `page_text.rs`: the article that an answer shows, or why it shows none
//! - `doubt.rs`: whether a text must be seen again before it counts
//! - `keep.rs`: what a look brings to the store; `look.rs`: all of it, one look

mod doubt;
mod hosts;
mod keep;
mod look;
mod options;
mod page_text;
mod shared;
mod time_source;
mod walk;

pub use hosts::Access;
pub(crate) use keep::{LookFacts, page_look_row, refusal_code};
pub use look::look;
pub(crate) use look::look_then;
pub use options::FetchOptions;
pub use shared::SharedArchive;
pub(crate) use shared::lock;
pub use time_source::TimeSource;
pub(crate) use walk::{Walk, walk};
