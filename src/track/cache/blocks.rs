//! Encodes results in blocks of versions and decodes them, on all cores.
//!
//! Each item carries the mark of the version that it was derived from. An item whose
//! mark no longer matches the version at its place is not used, and a block that does
//! not decode counts as not cached: both are derived again.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::derived::CachedChains;
use super::version_mark::{VersionMark, marks};
use crate::model::ArticleId;
use crate::store::{Blocks, Packed};
use crate::track::lookup::FoundArticle;

/// Versions in one block: most articles have one block, and a new version makes at most this many be written again.
pub(crate) const BLOCK: usize = 16;

/// Why a result could not be encoded or decoded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CacheError {
    #[error("a result could not be serialized, or a cached one deserialized")]
    Serialization(#[from] postcard::Error),
    #[error("a result could not be compressed, or a cached one decompressed")]
    Compression(#[from] std::io::Error),
}

/// Serializes and compresses a result.
pub(crate) fn pack(value: &impl Serialize) -> Result<Packed, CacheError> {
    Ok(Packed::new(&postcard::to_stdvec(value)?)?)
}

/// Returns the result that [`pack`] encoded.
///
/// # Errors
///
/// When the bytes are damaged or were encoded from another type.
pub(crate) fn unpack<T: DeserializeOwned>(packed: &Packed) -> Result<T, CacheError> {
    Ok(postcard::from_bytes(&packed.unpack()?)?)
}

/// The encoded blocks of several articles.
#[derive(Default)]
pub(crate) struct BlocksByArticle {
    blocks: HashMap<ArticleId, Vec<Packed>>,
}

impl BlocksByArticle {
    /// Adds every block of one article.
    pub(super) fn add_all(&mut self, found: &FoundArticle, blocks: Vec<Packed>) {
        self.blocks.insert(found.article.id, blocks);
    }

    /// Adds blocks, each with its article.
    pub(super) fn extend(&mut self, blocks: Vec<(ArticleId, Packed)>) {
        for (article, block) in blocks {
            self.blocks.entry(article).or_default().push(block);
        }
    }
}

/// Returns the items of blocks with their marks; a damaged block is left out.
pub(crate) fn items<T: DeserializeOwned>(blocks: &[Packed]) -> Vec<(VersionMark, T)> {
    blocks.iter().filter_map(|block| unpack::<Vec<(VersionMark, T)>>(block).ok()).flatten().collect()
}

/// Returns the items of each article; `None` where they do not match its versions.
///
/// A comparison carries the mark of its new version, so the first version has none.
pub(crate) fn unpacked<T: DeserializeOwned + Send>(
    kind: Blocks,
    articles: &[FoundArticle],
    blocks: BlocksByArticle,
) -> Vec<Option<Vec<T>>> {
    let first = match kind {
        Blocks::Reading => 0,
        Blocks::Comparison => 1,
    };
    let mut blocks = blocks.blocks;
    let work: Vec<(&FoundArticle, Vec<Packed>)> =
        articles.iter().map(|found| (found, blocks.remove(&found.article.id).unwrap_or_default())).collect();
    let all = work.into_par_iter().map(|(found, blocks)| {
        let items: Vec<(VersionMark, T)> = items(&blocks);
        let marks = marks(found);
        let is_complete = items.iter().map(|(own, _)| own).eq(marks.iter().skip(first));
        is_complete.then(|| items.into_iter().map(|(_, item)| item).collect())
    });
    all.collect()
}

/// Returns the mention chains of several articles; damaged ones are left out.
pub(crate) fn chains(packed: &[(ArticleId, Packed)]) -> HashMap<ArticleId, CachedChains> {
    let unpack = |(article, packed): &(ArticleId, Packed)| Some((*article, unpack::<CachedChains>(packed).ok()?));
    packed.par_iter().filter_map(unpack).collect::<Vec<_>>().into_iter().collect()
}
