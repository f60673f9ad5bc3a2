//! Runs the real program: one test a behaviour of a command.
//!
//! ```text
//! let mill = Sandbox::mill_fire();
//! insta::assert_snapshot!(mill.run("log mill-fire"), @"…");
//! ```
//! A sandbox has a store of its own, a fixed clock and a fixed width, and an
//! environment with nothing else in it, so every machine prints the same.

mod bad_input;
mod commands;
mod demo;
mod guide;
mod habits;
mod hand_on;
mod json;
mod many;
mod parallel;
mod phantom_versions;
mod power_cut;
#[cfg(feature = "proof")]
mod proofs;
mod readme;
mod record;
mod references;
mod repeated_lines;
mod results;
mod robust;
mod safety;
mod sandbox;
#[cfg(feature = "web")]
mod serve;
#[cfg(feature = "web")]
mod serve_api;
#[cfg(feature = "web")]
mod serve_guard;
#[cfg(feature = "web")]
mod serve_share;
#[cfg(feature = "web")]
mod served;
mod shown_commands;
mod site;
mod site_rules;
mod snapshots;
mod typed;
