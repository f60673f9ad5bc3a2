//! Holds cached results against a rebuild from the texts.

use super::analyser::key;
use super::derived::KnownVersions;
use super::refresh::packed_article;
use crate::model::{Clock, Story, TimelineQuery};
use crate::store::{Blocks, Packed};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result};

impl Archive {
    /// Returns which cached results of an article differ from a rebuild; nothing where none are cached.
    pub(crate) fn derived_faults(&self, found: &FoundArticle) -> Result<Vec<&'static str>> {
        let (article, key) = (found.article.id, key(found.zone()));
        let Some(chains) = self.store.fresh_chains(article, &key)? else { return Ok(Vec::new()) };
        let unknown = KnownVersions::new(found, &[], None, Vec::new(), Vec::new());
        let wanted = unknown.wanted();
        let texts = self.texts(found, &found.versions)?;
        let rebuilt = packed_article(found, &unknown.complete(found, &wanted, &texts));
        let Ok(rebuilt) = rebuilt else { return Ok(Vec::new()) };
        let blocks = |rows: Vec<(usize, Packed)>| rows.into_iter().map(|(_, packed)| packed).collect::<Vec<_>>();
        let pairs = [
            ("readings", self.store.blocks(Blocks::Reading, article, &key)?, blocks(rebuilt.readings)),
            ("comparisons", self.store.blocks(Blocks::Comparison, article, &key)?, blocks(rebuilt.comparisons)),
            ("mention chains", vec![chains], vec![rebuilt.chains]),
        ];
        let differing = pairs.into_iter().filter(|(_, cached, rebuilt)| !is_same(cached, rebuilt));
        Ok(differing.map(|(what, ..)| what).collect())
    }

    /// Returns whether the cached timeline of a story is that of a rebuild from its chains; true where none is cached.
    pub(crate) fn cached_timeline_holds(&self, story: &Story, clock: Clock) -> Result<bool> {
        if self.store.timeline_is_fresh(story.id, clock, &key(story.timezone))? != Some(true) {
            return Ok(true);
        }
        let query = TimelineQuery { clock, ..TimelineQuery::default() };
        let cached = self.story_timeline(story, clock)?.timeline;
        let rebuilt = self.assembled(story, &query)?.timeline;
        Ok((cached.entries, cached.undated, cached.conflicts) == (rebuilt.entries, rebuilt.undated, rebuilt.conflicts))
    }
}

fn is_same(cached: &[Packed], rebuilt: &[Packed]) -> bool {
    let bytes = |packed: &Packed| packed.unpack().ok();
    cached.len() == rebuilt.len()
        && cached.iter().zip(rebuilt).all(|(a, b)| bytes(a).zip(bytes(b)).is_some_and(|(a, b)| a == b))
}
