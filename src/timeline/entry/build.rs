//! Writes one group of threads as an entry: best words, first report, status, evidence.
//!
//! The words shown are always a whole sentence of a version. Of several the one
//! that dates itself is best, in the body rather than a caption, still standing
//! rather than gone, of readable length, and the earliest of these.

use std::collections::{BTreeSet, HashSet};

use crate::model::{
    ChangeKind, DocumentTime, Edtf, EntryKind, Evidence, FirstReport, HistoryItem, Role, Status, TimelineEntry,
};

use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::date_range::day_of;
use crate::timeline::history::track::Revision;
use crate::timeline::mention::event_mention::TemporalOrder;
use crate::timeline::similarity::number;

/// Words that a sentence should have at least and at most to be read easily in a list.
const READABLE: std::ops::RangeInclusive<usize> = 6..=45;

impl EventClusters {
    /// Writes a group as an entry; what depends on other entries is filled in later.
    pub(in crate::timeline) fn entry(&self, group: &Cluster, items: &[ChainId], best: ChainId) -> TimelineEntry {
        let thread = self.thread(best);
        let first = self.first_report(items);
        let when = thread.telling.when.clone();
        let mut entry = TimelineEntry {
            key: self.key(items[0]),
            date: when.as_ref().and_then(day_of),
            kind: thread.telling.kind,
            text: thread.shown().text.clone(),
            sentences: self.sentences(items, best),
            speaker: self.speaker(items, best),
            status: self.status(items, best),
            outlets: self.outlets(items),
            importance: self.weight(items),
            evidence: self.evidence(items),
            history: self.history(items),
            earliest: None,
            latest: None,
            linked: self.linked(items),
            why: self.reasons(group, best),
            note: None,
            pinned: false,
            first_reported: first,
            when,
        };
        if entry.when.is_none() {
            self.bound(&mut entry, items);
        }
        entry
    }

    /// Returns the thread whose words are shown.
    pub(in crate::timeline) fn best(&self, items: &[ChainId]) -> ChainId {
        if let [only] = items {
            return *only;
        }
        let rank = |item: &ChainId| {
            let thread = self.thread(*item);
            let words = thread.text().split(' ').count();
            (
                thread.telling.when.is_none(),
                !self.stands(*item),
                std::cmp::Reverse(self.place(*item).bounds.map(|bounds| bounds.grain)),
                thread.telling.inherited,
                thread.shown().recalled,
                matches!(thread.role, Role::Caption | Role::Standfirst | Role::PullQuote),
                !READABLE.contains(&words),
                self.place(*item).rank,
            )
        };
        items.iter().copied().min_by_key(rank).expect("a group has a leader")
    }

    /// Returns a name that lasts as long as the first telling does.
    fn key(&self, leader: ChainId) -> String {
        let thread = self.thread(leader);
        let first = &thread.wordings[0];
        let kind = thread.began_as as u8;
        let before = self.articles[leader.article].threads.iter().take(leader.thread);
        let nth =
            before.filter(|other| other.wordings[0].text == first.text && other.began_as == thread.began_as).count();
        let article = &self.articles[leader.article].id;
        format!("e{:08x}", number(&format!("{article}\n{kind}\n{nth}\n{}", first.text)))
    }

    /// Returns whether the latest version of its article still has it.
    pub(in crate::timeline) fn stands(&self, item: ChainId) -> bool {
        self.thread(item).last() + 1 == self.articles[item.article].versions.len()
    }

    /// Returns the distinct sentences that tell it, the one shown first.
    fn sentences(&self, items: &[ChainId], best: ChainId) -> Vec<String> {
        let shown = self.thread(best).shown().text.as_str();
        let mut seen = BTreeSet::from([shown]);
        let mut sentences = vec![shown.to_owned()];
        for &item in std::iter::once(&best).chain(items) {
            let thread = self.thread(item);
            let lead = thread.wordings.last().map_or(&[][..], |wording| &wording.lead);
            for text in lead.iter().map(|(_, text)| text.as_str()).chain([thread.text()]) {
                if seen.insert(text) {
                    sentences.push(text.to_owned());
                }
            }
        }
        sentences
    }

    /// Returns who says the words that are shown; an event told without a speaker borrows none from another telling.
    fn speaker(&self, items: &[ChainId], best: ChainId) -> Option<String> {
        let best = &self.thread(best).telling;
        match (&best.speaker, best.kind) {
            (None, EntryKind::Statement) => items.iter().find_map(|&item| self.thread(item).telling.speaker.clone()),
            (own, _) => own.clone(),
        }
    }

    /// Returns how an entry stands; revised is what became of the words shown, not of every outlet's.
    fn status(&self, items: &[ChainId], best: ChainId) -> Status {
        let revised = self.thread(best).revisions.iter().any(|revision| revision.core);
        let rephrased = items.iter().any(|&item| self.thread(item).rephrased);
        let gone =
            |item: ChainId| !self.stands(item) && self.thread(item).became.is_none() && !self.thread(item).rephrased;
        match () {
            () if items.iter().all(|&item| gone(item)) => Status::Withdrawn,
            () if revised || rephrased && !items.iter().any(|&item| self.stands(item)) => Status::Revised,
            () => Status::Reported,
        }
    }

    fn outlets(&self, items: &[ChainId]) -> usize {
        items.iter().map(|item| self.articles[item.article].outlet.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// Returns how much a group weighs before weights are made shares: outlets count most, then articles, then versions.
    fn weight(&self, items: &[ChainId]) -> f64 {
        let articles = items.iter().map(|item| item.article).collect::<BTreeSet<_>>().len() as f64;
        let versions: usize = items.iter().map(|&item| self.thread(item).last() + 1 - self.thread(item).first()).sum();
        let dated = self.thread(items[0]).telling.when.is_some();
        self.outlets(items) as f64 + articles.ln() + (versions as f64).ln() / 2.0 + f64::from(u8::from(dated))
    }

    fn evidence(&self, items: &[ChainId]) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut seen = BTreeSet::new();
        for &item in items {
            for wording in &self.thread(item).wordings {
                let lead = wording.lead.iter().enumerate();
                let lead = lead.map(|(at, (span, _))| (wording.sentence - wording.lead.len() + at, *span));
                for (sentence, span) in lead.chain([(wording.sentence, wording.span)]) {
                    let (version, until) = (wording.from + 1, wording.to + 1);
                    let article = self.articles[item.article].id.clone();
                    let found = Evidence { article, version, until, sentence, span };
                    if seen.insert((item.article, version, until, sentence, span.start)) {
                        evidence.push(found);
                    }
                }
            }
        }
        evidence
    }

    fn history(&self, items: &[ChainId]) -> Vec<HistoryItem> {
        let of = |item: ChainId| self.thread(item).revisions.iter().map(move |revision| (item.article, revision));
        let mut steps: Vec<(usize, &Revision)> = items.iter().flat_map(|&item| of(item)).collect();
        steps.sort_by_key(|(article, revision)| self.told_at(*article, revision.version));
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

    fn first_report(&self, items: &[ChainId]) -> FirstReport {
        let first = items.iter().copied().min_by_key(|&item| self.place(item).rank).expect("a group has a leader");
        let article = &self.articles[first.article];
        // A date that was moved is first told where it was moved to.
        let moved = self
            .thread(first)
            .revisions
            .iter()
            .rev()
            .find(|revision| revision.core && revision.kind == ChangeKind::Date);
        let version =
            moved.filter(|_| items.len() == 1).map_or(self.thread(first).first(), |revision| revision.version);
        FirstReport {
            article: article.id.clone(),
            version: version + 1,
            published: article.versions[version].published,
            captured: article.versions[version].captured,
            not_yet: version.checked_sub(1).and_then(|before| article.versions[before].captured),
        }
    }

    /// Returns the key of the plan that the group carries out, or of the event that its plan became.
    fn linked(&self, items: &[ChainId]) -> Option<String> {
        items.iter().find_map(|item| {
            let thread = self.thread(*item);
            let other = thread.planned.or(thread.became)?;
            Some(self.leader_key(ChainId { article: item.article, thread: other }))
        })
    }

    /// Returns the key of the entry that `item` is in.
    fn leader_key(&self, item: ChainId) -> String {
        self.key(self.leader(item).unwrap_or(item))
    }

    fn reasons(&self, group: &Cluster, best: ChainId) -> Vec<String> {
        let telling = &self.thread(best).telling;
        let date = match (&telling.when, telling.inherited) {
            (None, _) => "no date is told".to_owned(),
            (Some(when), false) => format!("dated {when} by words in the sentence"),
            (Some(when), true) => format!("dated {when} by the clause or sentence before"),
        };
        let merged = group.members[1..].iter().map(|member| {
            let article = &self.articles[member.item.article].id;
            format!("{article}@{} merged: {}", self.thread(member.item).first() + 1, member.why.words())
        });
        std::iter::once(date).chain(merged).collect()
    }

    /// DateRange what no text dates: an event came before its report, a plan lies after it.
    fn bound(&self, entry: &mut TimelineEntry, items: &[ChainId]) {
        let first = &entry.first_reported;
        let told = [first.published, first.captured].into_iter().flatten().next();
        let day = told.map(|time: DocumentTime| time.day(self.zone)).and_then(Edtf::from_day);
        match entry.kind {
            EntryKind::Planned => entry.earliest = day,
            EntryKind::Event | EntryKind::Statement => entry.latest = day,
        }
        self.bound_by_others(entry, items);
    }

    /// Narrows the bounds by what the text ties the entry to: "later" than a dated event, what a plan came to.
    fn bound_by_others(&self, entry: &mut TimelineEntry, items: &[ChainId]) {
        for &item in items {
            let thread = self.thread(item);
            let of = |other: usize| &self.articles[item.article].threads[other];
            if let Some((turn, other)) = thread.turn
                && let Some(when) = of(other).telling.when.as_ref().filter(|when| !when.is_interval())
            {
                match turn {
                    TemporalOrder::Later => entry.earliest.get_or_insert(when.clone()),
                    TemporalOrder::Earlier => entry.latest.insert(when.clone()),
                };
            }
            if let Some(plan) = thread.planned {
                let told = self.articles[item.article].versions[of(plan).first()];
                let day = told.published.or(told.captured).map(|time| time.day(self.zone)).and_then(Edtf::from_day);
                entry.earliest = entry.earliest.take().or(day);
            }
        }
    }
}
