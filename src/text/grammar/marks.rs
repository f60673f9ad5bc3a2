//! Attaches punctuation to a head in the finished tree of a sentence.
//!
//! "When it rained, we left.": the comma can depend on *rained*, the last word
//! before it and the head of its clause, or on *left*, whose subtree stands on
//! both sides. The candidate heads of a mark are the word before it and the word
//! behind it, each with its ancestors up to the one whose subtree spans the
//! mark: an arc from any of them crosses no other arc. The weights choose one.
//!
//! The parser itself skips punctuation; it sees marks as what stands between words.

use super::features::Keys;
use super::parser::{ParseNode, State};
use super::parser_features::{distance, pack};
use super::tag_table::PAIRS;
use super::weights::Pairs;

/// The most features of one candidate head.
pub const MAX_MARK_FEATURES: usize = 20;
/// Ancestors looked at on each side of a mark; deeper trees are rare.
const MAX_HEIGHT: u64 = 24;

/// A word that a mark can depend on.
#[derive(Clone, Copy, Debug)]
pub struct HeadCandidate {
    /// Its number in the sentence, from 1.
    pub word: usize,
    /// Whether the word was reached from the one behind the mark.
    is_behind: bool,
    /// How many arcs lie between it and the word beside the mark.
    height: u64,
    /// The word before it on the way up; 0 for none.
    below: usize,
    /// Whether its subtree stands on both sides of the mark, or it is the root.
    is_top: bool,
}

/// Fills `candidates` with the words that a mark in the gap before word `gap` can depend on.
pub fn fill_head_candidates(state: &State, gap: usize, candidates: &mut Vec<HeadCandidate>) {
    candidates.clear();
    if 1 < gap {
        climb(state, gap, false, candidates);
    }
    if gap <= state.n_words() {
        climb(state, gap, true, candidates);
    }
}

fn climb(state: &State, gap: usize, is_behind: bool, candidates: &mut Vec<HeadCandidate>) {
    let (mut word, mut below) = (if is_behind { gap } else { gap - 1 }, 0);
    for height in 0..MAX_HEIGHT {
        let node = state.node(word);
        let spans = (node.first as usize) < gap && gap <= node.last as usize;
        let is_top = spans || node.head == 0;
        if is_top && is_behind && candidates.iter().any(|candidate| candidate.word == word) {
            return;
        }
        candidates.push(HeadCandidate { word, is_behind, height, below, is_top });
        if is_top {
            return;
        }
        (below, word) = (word, node.head as usize);
    }
}

/// Returns the mark before number `mark` that forms a pair with it: an opening one, or one of the same kind.
fn twin(state: &State, mark: usize) -> Option<usize> {
    let tag = state.marks()[mark].tag;
    let wanted = PAIRS.iter().find(|pair| pair[1] == tag).map_or(tag, |pair| pair[0]);
    (mark.saturating_sub(8)..mark).rev().find(|&other| state.marks()[other].tag == wanted)
}

/// Fills `keys` with the features of attaching mark number `mark` to one of `candidates`.
pub fn mark_features(
    state: &State,
    mark: usize,
    candidates: &[HeadCandidate],
    candidate: HeadCandidate,
    keys: &mut Keys<MAX_MARK_FEATURES>,
) {
    let this = state.marks()[mark];
    let gap = this.gap as usize;
    let h = state.node(candidate.word);
    let below = state.node(candidate.below);
    let top = candidates.iter().find(|candidate| candidate.is_top).map_or(0, |top| top.word);
    let is_other = |other: &&HeadCandidate| !other.is_top && other.is_behind != candidate.is_behind;
    let other = state.node(candidates.iter().rev().find(is_other).map_or(0, |other| other.word));
    let (top, before, behind) = (state.node(top), state.node(gap - 1), state.node(gap));
    let rel = |node: &ParseNode| if node.head == 0 { 63 } else { u64::from(node.rel) };
    let side = u64::from(candidate.is_behind) << 1 | u64::from(candidate.is_top);
    let shape = pack([side, candidate.height.min(4), u64::from(h.head == 0)]);
    let far = if candidate.is_behind { state.node(h.last as usize + 1) } else { state.node(h.first as usize) }.marks;
    let twin = twin(state, mark).map_or(0, |twin| 1 + u64::from(state.marks()[twin].head as usize == candidate.word));
    let neighbour = |at: Option<usize>| {
        let other = at.and_then(|at| state.marks().get(at)).filter(|other| other.gap == this.gap);
        other.map_or(0, |other| other.tag)
    };
    let last = mark.checked_sub(1).map_or(0, |at| state.marks()[at].head as usize);
    let place = u64::from(gap == 1) << 1 | u64::from(state.n_words() < gap);
    let near = distance(candidate.word.min(gap - 1), candidate.word.max(gap - 1));
    let form = this.word;
    keys.clear();
    keys.two(form, shape);
    keys.two(pack([rel(h), h.tag]) ^ form, shape);
    keys.three(form, pack([rel(h), rel(top), rel(below), side]), shape);
    keys.three(form, pack([twin, rel(h), side]), 0);
    keys.three(form, twin, shape);
    keys.three(form, shape, far);
    keys.three(form, pack([rel(h), side]), far);
    keys.three(form, shape, pack([before.tag, behind.tag]));
    keys.three(form, pack([rel(other), rel(h), side]), pack([rel(top)]));
    keys.three(form, behind.word, pack([rel(h), side]));
    keys.three(form, h.word, side);
    keys.three(form, shape, near);
    keys.three(form, pack([h.tag, top.tag, below.tag]), shape);
    keys.three(form, pack([neighbour(mark.checked_sub(1)), neighbour(Some(mark + 1))]), shape);
    keys.three(form, u64::from(last == candidate.word), pack([rel(h), side]));
    keys.three(form, place, shape);
    keys.three(form, pack([rel(below), rel(other), side]), shape);
    keys.two(this.tag, pack([rel(h), rel(top), rel(below), side]));
    keys.two(this.tag, pack([far, shape]));
    keys.two(this.tag, pack([twin, shape]));
}

/// Attaches every mark of a sentence whose tree is finished and whose relations are named.
pub fn attach(weights: &Pairs<'_>, state: &mut State) {
    let mut keys = Keys::new();
    let mut candidates = Vec::new();
    for mark in 0..state.marks().len() {
        fill_head_candidates(state, state.marks()[mark].gap as usize, &mut candidates);
        let mut best = (i32::MIN, 0);
        for &candidate in &candidates {
            mark_features(state, mark, &candidates, candidate, &mut keys);
            let (score, _) = weights.score(keys.as_slice());
            if best.0 < score {
                best = (score, candidate.word);
            }
        }
        state.attach_mark(mark, best.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::classes::WordClass;
    use crate::text::grammar::lexeme::Lexeme;
    use crate::text::grammar::parser::Transition;

    #[test]
    fn candidates_cross_no_arc() {
        let lexeme = Lexeme::default();
        let mut state = State::default();
        state.begin((0..5).map(|_| (&lexeme, WordClass::default(), 0)));
        // "When it rained we left": 1 and 2 hang on 3, 3 and 4 on 5.
        for step in [
            Transition::Shift,
            Transition::Shift,
            Transition::Left,
            Transition::Left,
            Transition::Shift,
            Transition::Shift,
            Transition::Left,
            Transition::Left,
            Transition::Shift,
        ] {
            state.take(step);
        }
        let mut candidates = Vec::new();
        let mut words = |gap: usize| {
            fill_head_candidates(&state, gap, &mut candidates);
            candidates.iter().map(|candidate| candidate.word).collect::<Vec<_>>()
        };
        assert_eq!(words(4), [3, 5, 4]);
        assert_eq!(words(6), [5]);
        assert_eq!(words(1), [1, 3, 5]);
        assert_eq!(words(3), [2, 3]);
    }
}
