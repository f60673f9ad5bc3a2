//! Stores what is known of servers and pages that are asked over the network.
//!
//! In and out: [`HostState`], [`PageState`], [`PageLook`].
//!
//! - `hosts.rs`: when a server may be asked again, and what its robots.txt says
//! - `pages.rs`: what the next request for an address needs, and the looks that brought no text
//! - `variants.rs`: texts that a server gives in turn

mod hosts;
mod pages;
mod variants;

pub use hosts::HostState;
pub use pages::{Doubt, PageId, PageLook, PageLookKind, PageState};
pub use variants::{SeenText, VariantRun};
