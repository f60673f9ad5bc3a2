//! Serves the archive to a browser: pages, forms, a JSON interface, feeds.
//!
//! In: a store, and who may look at it from where ([`ServeOptions`]). Out: a server that runs
//! until it is told to stop. Pages are written by `render::html`, as those of an export are;
//! a handler asks `track` one question and hands the answer to `render`.
//!
//! - `server.rs`: every route on one page, start and stop
//! - `gate.rs`: who may ask; `guesses.rs`: passwords tried one by one;
//!   `limits.rs`: how much at once, how long; `headers.rs`: what every answer carries
//! - `archives.rs`: readers that only read, one writer, and the keeper of derived results
//! - `frames.rs`: what other sites may frame, and for whom; `news.rs`: what is recorded while somebody looks
//! - `prefix.rs`: the site behind a proxy that shows it below a path
//! - `visit.rs`: what a handler knows of its visitor; `error.rs`: why something was refused
//! - `fetcher.rs`: looks at a page that a visitor asks to record
//! - `app.rs`: what every handler needs; `heads.rs`, `story_shelf.rs`: what stories come to, worked out once
//! - `pages/`: one file a page; `api/`: the same views as JSON, feeds, Memento
//! - `assets/`: the script, which no page needs

mod api;
mod app;
mod archives;
mod error;
#[cfg(feature = "fetch")]
mod fetcher;
mod frames;
mod gate;
mod guesses;
mod headers;
mod heads;
mod limits;
mod news;
mod pages;
mod prefix;
mod server;
mod story_shelf;
mod visit;

pub use error::ServeError;
pub use gate::GateAccess;
pub use server::{ServeOptions, Server, ServerClock};
