//! Follows each mention through the versions of one article.
//!
//! In: the mentions of each version, oldest first. Out: an `ArticleTrack` with one `MentionChain` for each thing
//! mentioned, and one `SentenceChain` for each sentence that counts something. In this order:
//!
//! - `align`: pairs the sentences and mentions of two neighbouring versions
//! - `revision`: says what a later wording changed
//! - `chain`: one mention through the versions
//! - `quantity`: the figures of a sentence, as accounts are compared by them
//! - `lazy_list`: a list whose members are decoded on first access
//! - `chain_summary`: what a story needs to know of every chain
//! - `track`: an article with all its chains

pub(crate) mod align;
pub(crate) mod chain;
pub(crate) mod chain_summary;
pub(crate) mod lazy_list;
mod moving_words_table;
pub(crate) mod quantity;
pub(crate) mod revision;
pub(crate) mod track;
