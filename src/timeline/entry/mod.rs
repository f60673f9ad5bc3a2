//! Writes clusters as timeline entries, orders them, and applies what editors changed by hand.
//!
//! In: the clusters of a story. Out: its timeline.
//!
//! 1. `build`: one cluster becomes an entry: best words, first report, status, evidence.
//! 2. `order`: all entries in order, those that did not change taken over as they were.
//! 3. `query`: what is asked of a story: dates, a moment, a length.
//! 4. `manual_edits`: pinned, hidden, merged, split, dated or annotated by an editor.
//! 5. `compare`: what a timeline gained, lost and revised between two moments.

pub(crate) mod build;
pub(crate) mod compare;
pub(crate) mod manual_edits;
pub(crate) mod order;
pub(crate) mod query;
