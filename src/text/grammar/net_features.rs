//! Lists the features of the parser's networks: single facts, which their hidden units combine.

use super::features::Keys;
use super::parser::{ParseNode, State};
use super::parser_features::{distance, pack};

/// The most facts for one step.
pub const MAX_STEP_FACTS: usize = 72;
/// The most facts for one relation.
pub const MAX_REL_FACTS: usize = 64;

/// Fills `keys` with the facts for the next step.
pub fn step_facts(state: &State, keys: &mut Keys<MAX_STEP_FACTS>) {
    let (top, below, next) = (state.top(0), state.top(1), state.next());
    let [s0, s1, s2] = [top, below, state.top(2)].map(|word| state.node(word));
    let [b0, b1, b2, b3] = [next, next + 1, next + 2, next + 3].map(|word| state.node(word.min(state.last_slot())));
    let at = |word: u32| state.node(word as usize);
    keys.clear();
    for node in [s0, s1, b0, b1] {
        keys.one(node.word);
        keys.one(node.tag);
        keys.one(node.tail);
        keys.one(node.meaning);
        keys.two(node.word, node.tag);
    }
    for node in [s2, b2] {
        keys.one(node.word);
        keys.one(node.tag);
    }
    keys.one(b3.tag);
    for node in [s0, s1] {
        keys.one(node.left_kinds);
        keys.one(node.right_kinds);
        keys.one(pack([u64::from(node.n_left), u64::from(node.n_right)]));
        for dependent in [node.left[0], node.right[0]] {
            keys.one(at(dependent).tag);
            keys.one(at(dependent).word);
        }
        keys.one(at(node.left[1]).tag);
        keys.one(at(node.right[1]).tag);
    }
    keys.one(b0.left_kinds);
    keys.one(u64::from(b0.n_left));
    for dependent in b0.left {
        keys.one(at(dependent).tag);
        keys.one(at(dependent).word);
    }
    let before = |node: &ParseNode| state.node(node.first as usize).marks;
    for marks in [before(s0), before(b0), b0.marks, b1.marks, b2.marks] {
        keys.one(marks);
    }
    keys.one(distance(top, next));
    keys.one(distance(below, top));
    keys.one(state.between(top, next));
    keys.one(state.between(below, top));
    keys.two(s0.tag, b0.tag);
    keys.two(s1.tag, s0.tag);
    keys.one(state.node(next - 1).tag);
    keys.one(0);
}

/// Fills `keys` with the facts for the relation of `dependent` to its head.
pub fn rel_facts(state: &State, dependent: usize, keys: &mut Keys<MAX_REL_FACTS>) {
    let head = state.node(dependent).head as usize;
    let (h, d) = (state.node(head), state.node(dependent));
    let at = |word: u32| state.node(word as usize);
    let side = u64::from(dependent < head);
    let (inner, outer, above) = (at(d.inner), at(d.outer), at(h.head));
    let turn = u64::from(h.head as usize > head) + 2 * u64::from(h.head == 0);
    keys.clear();
    keys.one(side);
    for node in [h, d] {
        keys.two(node.tag, side);
        keys.one(node.word);
        keys.one(node.tail);
        keys.one(node.meaning);
        for bits in [node.left_kinds, node.right_kinds, node.left_rels, node.right_rels] {
            keys.one(bits);
        }
        for dependent in [node.left[0], node.left[1], node.right[0]] {
            keys.one(at(dependent).tag);
            keys.one(at(dependent).word);
        }
    }
    keys.one(pack([side, h.tag, d.tag]));
    for node in [inner, outer, above] {
        keys.one(node.tag);
        keys.one(node.word);
    }
    keys.two(u64::from(inner.rel), inner.tag);
    keys.two(turn, above.tag);
    for node in [state.node(dependent - 1), state.node(dependent + 1)] {
        keys.one(node.tag);
        keys.one(node.word);
    }
    keys.one(state.node(d.first as usize).marks);
    keys.one(state.node(d.last as usize + 1).marks);
    keys.one(pack([side, distance(head.min(dependent), head.max(dependent))]));
    keys.one(state.between(head.min(dependent), head.max(dependent)));
    keys.one(0);
}
