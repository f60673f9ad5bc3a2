//! Has derived results worked out by other machines, and takes them back.
//!
//! In: the texts of an article, or answers about them. Out: answers, or rows of the cache.
//!
//! ```text
//! export shards --for reindex     an article's texts, a line each
//! pipe reindex                    their readings and comparisons, packed    (no store)
//! import results                  the rows that `reindex` would store
//! ```
//! An answer counts when this very program gave it, about the very texts that the store holds; the hash of the question
//! travels with it. It is derived data like any other: it can be thrown away, and `check --all` holds it against a rebuild.
//!
//! - `pack.rs`: results as text
//! - `read.rs`: what `pipe reindex` answers
//! - `sound.rs`: whether results fit their texts
//! - `left_out.rs`: why an answer is left out
//! - `line.rs`: a line as an answer; `judge.rs`: answers, held against the texts of their article
//! - `import.rs`: answers, taken back in batches

mod import;
mod judge;
mod left_out;
mod line;
mod pack;
mod read;
mod sound;
#[cfg(test)]
mod tests;

pub use import::ResultsImport;
pub use line::{AnswerFault, AnswerLine};
pub use pack::{pack_results, unpack_results, unpacked_length};
pub use read::read_texts;
