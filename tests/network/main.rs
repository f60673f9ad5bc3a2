//! Runs the real program against a real HTTP server on this machine.
//!
//! ```text
//! let site = Server::start(|request, n| Answer::page("…"));
//! let desk = Desk::new();
//! desk.run(&format!("fetch {}", site.url("/a")));
//! ```
//! The server hears every request, so a test can say what was sent, not only what came of it.

#![cfg(feature = "fetch")]

mod archive;
mod desk;
mod fetch;
mod history;
mod hook;
mod server;
mod smtp;
mod stamp;
mod watch;
