//! Packs what was worked out into blocks of versions, and takes it out again, on all cores.
//!
//! Each item stands with the version it was made of and the time of its first
//! capture, on which relative dates may rest: an item that no longer fits what
//! stands at its place is not used.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::derived::KeptChains;
use super::version_mark::{VersionMark, marks};
use crate::model::ArticleId;
use crate::store::Packed;
use crate::track::lookup::FoundArticle;

/// Versions to a block: most articles have one block, and a new version packs at most so many anew.
pub(crate) const BLOCK: usize = 16;

/// Packs anything that was worked out.
pub(crate) fn pack(made: &impl Serialize) -> Option<Packed> {
    Packed::new(&postcard::to_stdvec(made).ok()?)
}

/// Takes out what was packed, unless it is damaged.
pub(crate) fn unpack<T: DeserializeOwned>(packed: &Packed) -> Option<T> {
    postcard::from_bytes(&packed.unpack()?).ok()
}

/// The packed blocks of several articles.
#[derive(Default)]
pub(crate) struct Batch {
    blocks: HashMap<ArticleId, Vec<Packed>>,
}

impl Batch {
    pub fn add_all(&mut self, found: &FoundArticle, blocks: Vec<Packed>) {
        self.blocks.insert(found.article.id, blocks);
    }

    pub fn extend(&mut self, blocks: Vec<(ArticleId, Packed)>) {
        for (article, block) in blocks {
            self.blocks.entry(article).or_default().push(block);
        }
    }
}

/// Returns the items of blocks with their marks; those of a damaged block are left out.
pub(crate) fn items<T: DeserializeOwned>(blocks: &[Packed]) -> Vec<(VersionMark, T)> {
    blocks.iter().filter_map(unpack::<Vec<(VersionMark, T)>>).flatten().collect()
}

/// Returns the items of each article; `None` where they are not those of its versions.
///
/// Comparisons stand with their new version, so the first version has none.
pub(crate) fn unpacked<T: DeserializeOwned + Send>(articles: &[FoundArticle], batch: Batch) -> Vec<Option<Vec<T>>> {
    let mut blocks = batch.blocks;
    let work: Vec<(&FoundArticle, Vec<Packed>)> =
        articles.iter().map(|found| (found, blocks.remove(&found.article.id).unwrap_or_default())).collect();
    let all = work.into_par_iter().map(|(found, blocks)| {
        let items: Vec<(VersionMark, T)> = items(&blocks);
        let marks = marks(found);
        let first = marks.len().checked_sub(items.len()).filter(|first| *first <= 1)?;
        let fits = items.iter().map(|(own, _)| own).eq(&marks[first..]);
        fits.then(|| items.into_iter().map(|(_, item)| item).collect())
    });
    all.collect()
}

/// Takes out what became of the tellings of several articles.
pub(crate) fn threads(packed: &[(ArticleId, Packed)]) -> HashMap<ArticleId, KeptChains> {
    let unpack = |(article, packed): &(ArticleId, Packed)| Some((*article, unpack::<KeptChains>(packed)?));
    packed.par_iter().filter_map(unpack).collect::<Vec<_>>().into_iter().collect()
}
