//! Writes clusters as timeline entries, orders them, and applies what editors changed by hand.
//!
//! In: the clusters of a story. Out: its timeline.
//!
//! `entry_identity` names an entry; `evidence_source` is what the archive is asked.
//!
//! 1. `build`: one cluster becomes an entry: best words, first report, status, evidence.
//! 2. `order`: all entries in order, those that did not change taken over as they were.
//! 3. `anchor`: where an entry's identity rests, and the entry that stands there now.
//! 4. `query`: what is asked of a story: dates, a moment, a length.
//! 5. `manual_edits`: pinned, hidden, merged, split, dated or annotated by an editor.
//! 6. `compare`: what a timeline gained, lost and revised between two moments.

pub(crate) mod anchor;
pub(crate) mod build;
pub(crate) mod compare;
pub(crate) mod entry_identity;
pub(crate) mod evidence_source;
pub(crate) mod manual_edits;
pub(crate) mod order;
pub(crate) mod query;
