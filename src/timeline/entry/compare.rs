//! Compares two timelines: what the later one gained, lost and revised.
//!
//! Entries are the same by key; where the first mention itself was rewritten or
//! an earlier one surfaced, by their words.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Conflict, Timeline, TimelineEntry};

/// The differences of two timelines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineDiff {
    /// Entries that only the later one has.
    pub gained: Vec<TimelineEntry>,
    /// Entries that only the earlier one has.
    pub lost: Vec<TimelineEntry>,
    /// Before and after.
    pub revised: Vec<(TimelineEntry, TimelineEntry)>,
    /// Where accounts differ in the later one only.
    pub conflicts: Vec<Conflict>,
}

/// Returns what `new` has that `old` had not, and the other way round, in order of the timeline.
pub fn timeline_diff(old: &Timeline, new: &Timeline) -> TimelineDiff {
    let before: Vec<&TimelineEntry> = old.entries.iter().chain(&old.undated).collect();
    let by_key: BTreeMap<&str, usize> = before.iter().enumerate().map(|(at, entry)| (entry.key.as_str(), at)).collect();
    let by_text: BTreeMap<&str, usize> =
        before.iter().enumerate().map(|(at, entry)| (entry.text.as_str(), at)).collect();
    let mut met = BTreeSet::new();
    let mut diff = TimelineDiff::default();
    for entry in new.entries.iter().chain(&new.undated) {
        let found = by_key.get(entry.key.as_str()).or_else(|| by_text.get(entry.text.as_str()));
        match found.filter(|at| met.insert(**at)) {
            None => diff.gained.push(entry.clone()),
            Some(&at) if reads_the_same(before[at], entry) => {}
            Some(&at) => diff.revised.push((before[at].clone(), entry.clone())),
        }
    }
    diff.lost =
        before.iter().enumerate().filter(|(at, _)| !met.contains(at)).map(|(_, entry)| (*entry).clone()).collect();
    let is_old = |new: &&Conflict| old.conflicts.iter().any(|old| differ_alike(old, new));
    diff.conflicts = new.conflicts.iter().filter(|conflict| !is_old(conflict)).cloned().collect();
    diff
}

/// Returns whether two conflicts are of the same values about the same.
fn differ_alike(a: &Conflict, b: &Conflict) -> bool {
    let values = |own: &Conflict| own.sides.iter().map(|side| side.value.clone()).collect::<BTreeSet<String>>();
    (a.kind, &a.about, a.state) == (b.kind, &b.about, b.state) && values(a) == values(b)
}

/// Returns whether a reader learns the same; more evidence for it is no revision.
fn reads_the_same(old: &TimelineEntry, new: &TimelineEntry) -> bool {
    old.when == new.when
        && old.kind == new.kind
        && old.text == new.text
        && old.speaker == new.speaker
        && old.status == new.status
}
