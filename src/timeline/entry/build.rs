//! Writes one cluster of chains as an entry: best words, first report, status, evidence.
//!
//! The words shown are always a whole sentence of a version. Of several the one
//! that dates itself is best, in the body rather than a caption, still standing
//! rather than gone, of readable length, and the earliest of these.

use std::collections::{BTreeSet, HashSet};

use crate::model::{
    ChangeKind, DocumentTime, Edtf, EntryKind, Evidence, FirstReport, HistoryItem, Role, Status, TimelineEntry,
    WordsPlace,
};

use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::history::chain::Wording;
use crate::timeline::history::revision::Revision;
use crate::timeline::mention::event_mention::TemporalOrder;

/// Words that a sentence should have at least and at most to be read easily in a list.
const READABLE: std::ops::RangeInclusive<usize> = 6..=45;

impl EventClusters {
    /// Writes a cluster as an entry; what depends on other entries is filled in later.
    pub(in crate::timeline) fn entry(&self, cluster: &Cluster, chain_ids: &[ChainId], best: ChainId) -> TimelineEntry {
        let chain = self.chain(best);
        let first = self.first_report(chain_ids);
        let when = chain.mention.when.clone();
        let mut entry = TimelineEntry {
            key: self.key(chain_ids[0]),
            date: when.as_ref().and_then(Edtf::day_as_written),
            kind: chain.mention.kind,
            text: chain.shown().text.clone(),
            sentences: self.sentences(chain_ids, best),
            speaker: self.speaker(chain_ids, best),
            status: self.status(chain_ids, best),
            outlets: self.outlets(chain_ids),
            importance: self.weight(chain_ids),
            evidence: self.evidence(chain_ids),
            history: self.history(chain_ids),
            earliest: None,
            latest: None,
            linked: self.linked(chain_ids),
            why: self.reasons(cluster, best),
            note: None,
            pinned: false,
            tags: Vec::new(),
            by_hand: None,
            first_reported: Some(first),
            words_first: self.words_first(chain_ids, best),
            when,
        };
        if entry.when.is_none() {
            self.bound(&mut entry, chain_ids);
        }
        entry
    }

    /// Returns the chain whose words are shown.
    pub(in crate::timeline) fn best(&self, chain_ids: &[ChainId]) -> ChainId {
        if let [only] = chain_ids {
            return *only;
        }
        let rank = |chain_id: &ChainId| {
            let chain = self.chain(*chain_id);
            let words = chain.text().split(' ').count();
            (
                chain.mention.when.is_none(),
                chain.shown().recalled,
                !self.stands(*chain_id),
                std::cmp::Reverse(self.sort_key(*chain_id).bounds.map(|bounds| bounds.grain)),
                chain.mention.inherited,
                matches!(chain.role, Role::Caption | Role::Standfirst | Role::PullQuote),
                !READABLE.contains(&words),
                self.sort_key(*chain_id).rank,
            )
        };
        chain_ids.iter().copied().min_by_key(rank).expect("a group has a leader")
    }

    /// Returns whether the latest version of its article still has it.
    pub(in crate::timeline) fn stands(&self, chain_id: ChainId) -> bool {
        self.chain(chain_id).last() + 1 == self.articles[chain_id.article].versions.len()
    }

    /// Returns the distinct sentences that report it, the one shown first.
    fn sentences(&self, chain_ids: &[ChainId], best: ChainId) -> Vec<String> {
        let shown = self.chain(best).shown().text.as_str();
        let mut seen = BTreeSet::from([shown]);
        let mut sentences = vec![shown.to_owned()];
        for &chain_id in std::iter::once(&best).chain(chain_ids) {
            let chain = self.chain(chain_id);
            let lead = &chain.latest_wording().lead;
            for text in lead.iter().map(|(_, text)| text.as_str()).chain([chain.text()]) {
                if seen.insert(text) {
                    sentences.push(text.to_owned());
                }
            }
        }
        sentences
    }

    /// Returns who says the words that are shown; an event reported without a speaker borrows none from another mention.
    fn speaker(&self, chain_ids: &[ChainId], best: ChainId) -> Option<String> {
        let best = &self.chain(best).mention;
        match (&best.speaker, best.kind) {
            (None, EntryKind::Statement) => {
                chain_ids.iter().find_map(|&chain_id| self.chain(chain_id).mention.speaker.clone())
            }
            (own, _) => own.clone(),
        }
    }

    /// Returns how an entry stands; revised is what became of the words shown, not of every outlet's.
    fn status(&self, chain_ids: &[ChainId], best: ChainId) -> Status {
        let revised = self.chain(best).revisions.iter().any(|revision| revision.core);
        let gone = |chain_id: ChainId| {
            !self.stands(chain_id) && self.chain(chain_id).became.is_none() && !self.chain(chain_id).rephrased
        };
        match () {
            () if chain_ids.iter().all(|&chain_id| gone(chain_id)) => Status::Withdrawn,
            // What stands in no latest version is never told as if it did.
            () if revised || !self.words_stand(chain_ids, best) => Status::Revised,
            () => Status::Reported,
        }
    }

    /// Returns whether the words shown stand in the latest version of some article.
    fn words_stand(&self, chain_ids: &[ChainId], best: ChainId) -> bool {
        let shown = self.chain(best).shown().text.as_str();
        chain_ids.iter().any(|&own| {
            let wording = self.chain(own).latest_wording();
            self.stands(own) && wording.text == shown
        })
    }

    fn outlets(&self, chain_ids: &[ChainId]) -> usize {
        chain_ids.iter().map(|chain_id| self.articles[chain_id.article].outlet.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// Returns the weight of a cluster, not yet as a share of the greatest: outlets count most, then articles, then versions.
    fn weight(&self, chain_ids: &[ChainId]) -> f64 {
        let articles = chain_ids.iter().map(|chain_id| chain_id.article).collect::<BTreeSet<_>>().len() as f64;
        let versions: usize =
            chain_ids.iter().map(|&chain_id| self.chain(chain_id).last() + 1 - self.chain(chain_id).first()).sum();
        let dated = self.chain(chain_ids[0]).mention.when.is_some();
        self.outlets(chain_ids) as f64 + articles.ln() + (versions as f64).ln() / 2.0 + f64::from(u8::from(dated))
    }

    fn evidence(&self, chain_ids: &[ChainId]) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut seen = BTreeSet::new();
        for &chain_id in chain_ids {
            for wording in &self.chain(chain_id).wordings {
                let lead = wording.lead.iter().enumerate();
                let lead = lead.map(|(at, (span, _))| (wording.sentence - wording.lead.len() + at, *span));
                for (sentence, span) in lead.chain([(wording.sentence, wording.span)]) {
                    let (version, until) = (wording.from + 1, wording.to + 1);
                    let article = self.articles[chain_id.article].id.clone();
                    let found = Evidence { article, version, until, sentence, span };
                    if seen.insert((chain_id.article, version, until, sentence, span.start)) {
                        evidence.push(found);
                    }
                }
            }
        }
        evidence
    }

    fn history(&self, chain_ids: &[ChainId]) -> Vec<HistoryItem> {
        let of =
            |chain_id: ChainId| self.chain(chain_id).revisions.iter().map(move |revision| (chain_id.article, revision));
        let mut steps: Vec<(usize, &Revision)> = chain_ids.iter().flat_map(|&chain_id| of(chain_id)).collect();
        steps.sort_by_key(|(article, revision)| self.reported_at(*article, revision.version));
        let mut seen = HashSet::new();
        steps.retain(|(article, revision)| {
            let Revision { version, kind, before, after, .. } = revision;
            seen.insert((*article, version, kind, before, after)) && (*kind != ChangeKind::Wording || before != after)
        });
        let step = |(article, revision): (usize, &Revision)| HistoryItem {
            article: self.articles[article].id.clone(),
            version: revision.version + 1,
            before: revision.before.clone(),
            after: revision.after.clone(),
            kind: revision.kind,
            differs: false,
        };
        steps.into_iter().map(step).collect()
    }

    fn first_report(&self, chain_ids: &[ChainId]) -> FirstReport {
        let first = chain_ids
            .iter()
            .copied()
            .min_by_key(|&chain_id| self.sort_key(chain_id).rank)
            .expect("a group has a leader");
        let article = &self.articles[first.article];
        // A date that was moved is first reported where it was moved to.
        let moved = self
            .chain(first)
            .revisions
            .iter()
            .rev()
            .find(|revision| revision.core && revision.kind == ChangeKind::Date);
        let version =
            moved.filter(|_| chain_ids.len() == 1).map_or(self.chain(first).first(), |revision| revision.version);
        article.report(version)
    }

    /// Returns where the words shown stood first, by the story's clock.
    fn words_first(&self, chain_ids: &[ChainId], best: ChainId) -> Option<WordsPlace> {
        let shown = self.chain(best).shown().text.as_str();
        let wordings = chain_ids.iter().flat_map(|&own| self.chain(own).wordings.iter().map(move |at| (own, at)));
        let rank = |(own, at): &(ChainId, &Wording)| (self.reported_at(own.article, at.from), own.article, at.from);
        let (own, at) = wordings.filter(|(_, at)| at.text == shown).min_by_key(rank)?;
        Some(WordsPlace { sentence: at.sentence, report: self.articles[own.article].report(at.from) })
    }

    /// Returns the key of the plan that the cluster carries out, or of the event that its plan became.
    fn linked(&self, chain_ids: &[ChainId]) -> Option<String> {
        chain_ids.iter().find_map(|chain_id| {
            let chain = self.chain(*chain_id);
            let other = chain.planned.or(chain.became)?;
            Some(self.leader_key(ChainId { article: chain_id.article, chain: other }))
        })
    }

    /// Returns the key of the entry that `item` is in.
    fn leader_key(&self, chain_id: ChainId) -> String {
        self.key(self.leader(chain_id).unwrap_or(chain_id))
    }

    fn reasons(&self, cluster: &Cluster, best: ChainId) -> Vec<String> {
        let mention = &self.chain(best).mention;
        let date = match (&mention.when, mention.inherited) {
            (None, _) => "no date is told".to_owned(),
            (Some(when), false) => format!("dated {when} by words in the sentence"),
            (Some(when), true) => format!("dated {when} by the clause or sentence before"),
        };
        let merged = cluster.members[1..].iter().map(|member| {
            let article = &self.articles[member.chain_id.article].id;
            format!("{article}@{} merged: {}", self.chain(member.chain_id).first() + 1, member.why.words())
        });
        std::iter::once(date).chain(merged).collect()
    }

    /// Bounds what no text dates: an event came before its report, a plan lies after it.
    fn bound(&self, entry: &mut TimelineEntry, chain_ids: &[ChainId]) {
        let times = entry.first_reported.as_ref().and_then(|first| first.published.or(first.captured));
        let day = times.map(|time: DocumentTime| time.day(self.zone)).and_then(Edtf::from_day);
        match entry.kind {
            EntryKind::Planned => entry.earliest = day,
            EntryKind::Event | EntryKind::Statement => entry.latest = day,
        }
        self.bound_by_others(entry, chain_ids);
    }

    /// Narrows the bounds by what the text ties the entry to: "later" than a dated event, what a plan came to.
    fn bound_by_others(&self, entry: &mut TimelineEntry, chain_ids: &[ChainId]) {
        for &chain_id in chain_ids {
            let chain = self.chain(chain_id);
            let of = |other: usize| &self.articles[chain_id.article].chains[other];
            if let Some((temporal_order, other)) = chain.temporal_order
                && let Some(when) = of(other).mention.when.as_ref().filter(|when| !when.is_interval())
            {
                match temporal_order {
                    TemporalOrder::Later => entry.earliest.get_or_insert(when.clone()),
                    TemporalOrder::Earlier => entry.latest.insert(when.clone()),
                };
            }
            if let Some(plan) = chain.planned {
                let times = self.articles[chain_id.article].versions[of(plan).first()];
                let day = times.published.or(times.captured).map(|time| time.day(self.zone)).and_then(Edtf::from_day);
                entry.earliest = entry.earliest.take().or(day);
            }
        }
    }
}
