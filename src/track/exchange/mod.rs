//! Imports and exports the archive as JSON lines: stories, articles, versions with their looks, edits by hand.
//!
//! In: lines, or what of the archive is asked for. Out: what was recorded of them, or lines.
//!
//! What `export` writes, `import` takes: an empty archive that takes it exports the very same bytes. A batch of
//! lines is read on all cores, then recorded in one transaction, so thousands of versions a second go in.
//!
//! - `export.rs`: the archive as lines
//! - `import.rs`: lines that anybody may write
//! - `restore.rs`: lines of an export, taken up as they were
//! - `texts.rs`: texts article by article, for exports to other programs
//! - `watches.rs`: what is watched; `hooks.rs`: who is told; `sites.rs`: how sites are read

mod export;
#[cfg(feature = "fetch")]
mod hooks;
mod import;
mod restore;
mod sites;
#[cfg(test)]
pub(super) mod tests;
mod texts;
#[cfg(feature = "fetch")]
mod watches;

pub use import::LINES_AT_ONCE;
pub use texts::ArticlesGiven;
pub(super) use texts::texts as article_texts;
