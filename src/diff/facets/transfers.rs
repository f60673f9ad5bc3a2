//! Marks phrases that moved from one place of a rewritten passage to another.
//!
//! `“…,” he said during a visit to Agra` > `During a visit to Agra he said “…”`
//! with more changed beside it: what moved was neither removed nor added. A
//! phrase that changed places with another one is a case for `exchanges`.

use std::ops::Range;

use super::exchanges::is_exchanged;
use crate::diff::edit::{EditedPassage, PassageSide};
use crate::diff::words::interner::TokenClass;

/// Fewest content words of a phrase that does not occur on both sides by chance.
const LEAST_CONTENT: usize = 2;

/// Longest passage, in words, that is searched: every word is compared with every other.
const MOST_WORDS: usize = 600;

/// Marks phrases that stand among the changed words of both sides as explained.
pub(super) fn explain(edit: &mut EditedPassage<'_>) {
    if edit.hunks.len() < 2 || MOST_WORDS < edit.a.len().max(edit.b.len()) {
        return;
    }
    let exchanged: Vec<usize> =
        edit.hunks.iter().filter(|hunk| is_exchanged(edit, hunk)).flat_map(|hunk| hunk.old.clone()).collect();
    let mut at = 0;
    while at < edit.a.len() {
        if exchanged.contains(&at) {
            at += 1;
            continue;
        }
        match longest_run(edit, at) {
            Some((len, b)) if LEAST_CONTENT <= content(edit, at..at + len) => {
                edit.a.mark_explained(&(at..at + len));
                edit.b.mark_explained(&(b..b + len));
                at += len;
            }
            _ => at += 1,
        }
    }
}

/// Returns how many open words from `a` on stand in a row on the other side too, and where.
fn longest_run(edit: &EditedPassage<'_>, a: usize) -> Option<(usize, usize)> {
    let open = |piece: &PassageSide<'_>, at: usize| at < piece.len() && piece.is_open_at(at);
    let same = |a: usize, b: usize| {
        open(&edit.a, a)
            && open(&edit.b, b)
            && edit.a.word_ids[a] == edit.b.word_ids[b]
            && edit.a.class(a) != TokenClass::Mark
    };
    let run = |b: usize| (0..edit.a.len() - a).take_while(|&by| same(a + by, b + by)).count();
    let best = (0..edit.b.len()).filter(|&b| same(a, b)).map(|b| (run(b), b));
    best.max_by_key(|&(len, b)| (len, std::cmp::Reverse(b)))
}

fn content(edit: &EditedPassage<'_>, places: Range<usize>) -> usize {
    places.filter(|&at| matches!(edit.a.class(at), TokenClass::Content | TokenClass::Number)).count()
}
