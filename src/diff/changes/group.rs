//! Groups paired sentences into passages: one for one, one for several, or sentences without partner.
//!
//! Pairs: `0-0 1-1 1-2`, sentence 3 new
//! Groups: `[0] [0]`, `[1] [1, 2]`, `[] [3]`

use super::texts::AlignedTexts;
use crate::diff::edit::EditedPassage;

/// Sentences that are compared with each other; where one side is empty, a run of sentences without partner.
pub(crate) struct AlignedGroup {
    /// Sentences of the old text.
    pub a: Vec<usize>,
    /// Sentences of the new text.
    pub b: Vec<usize>,
}

impl AlignedGroup {
    /// Returns whether the group is one sentence that stands word for word in both texts.
    pub(crate) fn is_unchanged(&self, texts: &AlignedTexts<'_>) -> bool {
        matches!((&self.a[..], &self.b[..]), ([x], [y]) if texts.a.sentence(*x) == texts.b.sentence(*y))
    }

    /// Returns whether only one text has the sentences.
    pub(crate) fn is_lone(&self) -> bool {
        self.a.is_empty() || self.b.is_empty()
    }
}

/// Returns the connected groups of pairs, then the runs of sentences without partner.
pub(crate) fn groups(texts: &AlignedTexts<'_>) -> Vec<AlignedGroup> {
    let n_a = texts.a.n_sentences();
    let (mut of_a, mut of_b) = (vec![Vec::new(); n_a], vec![Vec::new(); texts.b.n_sentences()]);
    for &(a, b) in &texts.alignment.pairs {
        of_a[a].push(b);
        of_b[b].push(a);
    }
    let mut groups = Vec::new();
    let mut seen = vec![false; n_a];
    for start in 0..n_a {
        if seen[start] || of_a[start].is_empty() {
            continue;
        }
        let (mut group_a, mut group_b) = (Vec::new(), Vec::new());
        let mut waiting = vec![start];
        seen[start] = true;
        while let Some(a) = waiting.pop() {
            group_a.push(a);
            for &b in of_a[a].iter().filter(|b| !group_b.contains(*b)).collect::<Vec<_>>() {
                group_b.push(b);
                for &next in of_b[b].iter().filter(|&&next| !seen[next]).collect::<Vec<_>>() {
                    seen[next] = true;
                    waiting.push(next);
                }
            }
        }
        group_a.sort_unstable();
        group_b.sort_unstable();
        groups.push(AlignedGroup { a: group_a, b: group_b });
    }
    groups.extend(runs(&of_a).into_iter().map(|a| AlignedGroup { a, b: vec![] }));
    groups.extend(runs(&of_b).into_iter().map(|b| AlignedGroup { a: vec![], b }));
    groups
}

/// Returns runs of neighbours without partner.
fn runs(partners: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for at in (0..partners.len()).filter(|&at| partners[at].is_empty()) {
        match found.last_mut() {
            Some(run) if run.last() == at.checked_sub(1).as_ref() => run.push(at),
            _ => found.push(vec![at]),
        }
    }
    found
}

/// Most sentences of one side that are read as one passage: more say different things, and reading them is slow.
const MOST_AS_ONE: usize = 8;

/// Returns all that was edited, added or removed as one passage, or `None` where it is nothing or long.
pub(crate) fn as_one_passage<'p>(texts: &'p AlignedTexts<'_>) -> Option<EditedPassage<'p>> {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for group in groups(texts).into_iter().filter(|group| !group.is_unchanged(texts)) {
        old.extend(group.a);
        new.extend(group.b);
    }
    old.sort_unstable();
    new.sort_unstable();
    (1..=MOST_AS_ONE).contains(&old.len().max(new.len())).then(|| texts.lay_out(&old, &new))
}
