//! Says where an entry's identity rests, and which entry stands there now.
//!
//! ```text
//! yesterday  e3f1… rests on “The bridge fell on Monday.”, Herald v1, byte 0
//! today      a better reading clusters it with the Post's telling, which was first: the entry is e77a… now
//! asked      e3f1… → Herald v1, byte 0 → the entry with evidence there → e77a…
//! ```
//! The archive keeps the place of every identity it has shown, so links and edits by hand lead on.

use std::collections::HashMap;

use crate::model::{EntryKind, Span, TimelineEntry};

use super::evidence_source::{EntryPlace, EvidenceSource};
use super::order::OrderedEntry;
use crate::timeline::cluster::story::{ChainId, EventClusters};
use crate::timeline::similarity::number;

/// The place on which an entry's identity rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryAnchor {
    /// The identity.
    pub id: String,
    /// Index of the article in the story.
    pub article: usize,
    /// Index of the version in the article, in order of capture.
    pub version: usize,
    /// The sentence in the text of the version.
    pub span: Span,
    /// What the entry told at first.
    pub kind: EntryKind,
    /// Entries of this kind that began at the same place before it.
    pub ordinal: usize,
}

impl EventClusters {
    /// Returns the places on which these entries rest.
    pub fn anchors<'r>(&self, rows: impl IntoIterator<Item = &'r OrderedEntry>) -> Vec<EntryAnchor> {
        rows.into_iter().map(|row| self.anchor(row.leader, row.entry.key.clone())).collect()
    }

    /// Returns the places on which the identities of 32 bits rest that earlier versions of the program gave.
    ///
    /// They hash an article's name, a kind, the words of a mention, and which of these it is.
    pub fn short_anchors(&self) -> Vec<EntryAnchor> {
        let mut anchors = Vec::new();
        for (article, track) in self.articles.iter().enumerate() {
            let mut began: HashMap<(&str, EntryKind), usize> = HashMap::new();
            for (index, chain) in track.chains.iter().enumerate() {
                let text = chain.first_wording().text.as_str();
                let ordinal = began.entry((text, chain.began_as)).or_default();
                let own = format!("{}\n{}\n{ordinal}\n{text}", track.id, chain.began_as as u8);
                anchors.push(self.anchor(ChainId { article, chain: index }, format!("e{:08x}", number(&own))));
                *ordinal += 1;
            }
        }
        anchors
    }

    fn anchor(&self, leader: ChainId, id: String) -> EntryAnchor {
        let chain = self.chain(leader);
        let first = chain.first_wording();
        EntryAnchor {
            id,
            article: leader.article,
            version: first.from,
            span: first.span,
            kind: chain.began_as,
            ordinal: self.summary(leader).ordinal,
        }
    }
}

/// Returns the index of the entry that stands now where an identity rested.
///
/// First the entry with evidence at the very place, of the same kind where there is one; then the one whose evidence has
/// the very words in a run of versions that holds the place; then, in any article, the one that has them.
pub fn entry_at(entries: &[TimelineEntry], place: &EntryPlace, sources: &dyn EvidenceSource) -> Option<usize> {
    let find = |is_it: &dyn Fn(&TimelineEntry) -> bool| {
        let of_kind = |entry: &TimelineEntry| entry.kind == place.kind && is_it(entry);
        entries.iter().position(of_kind).or_else(|| entries.iter().position(is_it))
    };
    let stands = |entry: &TimelineEntry| {
        let mut own = entry.evidence.iter().filter(|own| own.article == place.article);
        own.any(|own| own.version == place.version && own.span.overlaps(place.span))
    };
    let stood = |entry: &TimelineEntry| {
        let held = |from: usize, until: usize| (from..=until).contains(&place.version);
        let mut own = entry.evidence.iter().filter(|own| own.article == place.article && held(own.version, own.until));
        own.any(|own| sources.words(own).is_some_and(|words| words == place.words))
    };
    let tells = |entry: &TimelineEntry| entry.text == place.words || entry.sentences.contains(&place.words);
    find(&stands).or_else(|| find(&stood)).or_else(|| find(&tells))
}
