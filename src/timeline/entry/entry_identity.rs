//! Names entries: by the sentence that each began with, of the version that had it first.

use std::collections::HashMap;

use crate::model::{EntryKind, Named, TimelineEntry, WordsMark, identity};
use crate::timeline::cluster::story::{ChainId, EventClusters};

/// Returns the identity of an entry that began at the sentence at `start` of a version.
pub fn entry_identity(version: WordsMark, start: usize, kind: EntryKind, ordinal: usize) -> String {
    identity(Named::Entry, (version, start), &format!("{}\n{ordinal}", kind.as_str()))
}

impl EventClusters {
    /// Returns the identity of the entry that a chain leads.
    pub(super) fn key(&self, leader: ChainId) -> String {
        let (chain, article) = (self.chain(leader), &self.articles[leader.article]);
        let first = chain.first_wording();
        let mark = article.words_marks.get(first.from).copied().unwrap_or_default();
        entry_identity(mark, first.span.start, chain.began_as, self.summary(leader).ordinal)
    }
}

/// Gives entries of one identity identities of their own: two articles with the very same words.
pub(super) fn tell_apart(entries: &mut [TimelineEntry]) {
    let mut met: HashMap<String, usize> = HashMap::with_capacity(entries.len());
    for entry in entries {
        let before = met.entry(entry.key.clone()).or_default();
        if 0 < *before {
            entry.key = part_identity(&entry.key, &before.to_string());
        }
        *before += 1;
    }
}

/// Returns the identity of what is taken out of an entry, or told beside one of the same identity.
pub(super) fn part_identity(key: &str, part: &str) -> String {
    identity(Named::Entry, (0, 0), &format!("{key}\n{part}"))
}
