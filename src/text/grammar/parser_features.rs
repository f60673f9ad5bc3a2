//! Lists the features that the parser uses to take a step or to name a relation.

use super::features::Keys;
use super::parser::{ParseNode, State};
use super::tag_table::{COMMA, PAIRS};

/// The most features of one step.
pub const MAX_STEP_FEATURES: usize = 144;
/// The most features of one relation.
pub const MAX_REL_FEATURES: usize = 64;

/// Distances that count as one: 1, 2, 3, 4, 5-6, 7-10, more.
pub fn distance(from: usize, to: usize) -> u64 {
    match to.saturating_sub(from) {
        near @ 0..=4 => near as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

/// Packs small numbers (tags, counts, distances) into one value.
pub fn pack<const N: usize>(parts: [u64; N]) -> u64 {
    parts.iter().fold(0, |packed, part| packed << 10 | part)
}

fn valency(node: &ParseNode) -> u64 {
    u64::from(node.n_left.min(4)) << 4 | u64::from(node.n_right.min(4))
}

/// Fills `keys` with the features of the next step.
pub fn step_features(state: &State, keys: &mut Keys<MAX_STEP_FEATURES>) {
    let (top, below, next) = (state.top(0), state.top(1), state.next());
    let [s0, s1, s2] = [top, below, state.top(2)].map(|word| state.node(word));
    let [b0, b1, b2, b3] = [next, next + 1, next + 2, next + 3].map(|word| state.node(word.min(state.last_slot())));
    keys.clear();
    add_words(keys, [s0, s1, s2], [b0, b1, b2, b3]);
    add_pairs(keys, [s0, s1], [b0, b1]);
    add_triples(keys, state, [s0, s1, s2], [b0, b1, b2, b3]);
    add_dependents(keys, state, [s0, s1], b0);
    let (near, far) = (distance(top, next), distance(below, top));
    keys.two(s0.word, near);
    keys.two(b0.word, near);
    keys.one(pack([s0.tag, near]));
    keys.one(pack([b0.tag, near]));
    keys.one(pack([s0.tag, b0.tag, near]));
    keys.one(pack([s1.tag, s0.tag, far]));
    keys.one(pack([s1.tag, s0.tag, b0.tag, far, near]));
    keys.two(s1.word, far);
    keys.two(s0.word, far);
    add_passed(keys, state, [top, below], next);
    add_marked(keys, state, [s0, s1, s2], b0);
    add_meanings(keys, [s0, s1], b0);
    add_gaps(keys, state, [s0, s1], [b0, b1]);
    let last = state.node(next - 1);
    keys.one(pack([s0.tag, last.tag, b0.tag]));
    keys.one(pack([s1.tag, s0.tag, last.tag, b0.tag]));
}

fn add_words(keys: &mut Keys<MAX_STEP_FEATURES>, [s0, s1, s2]: [&ParseNode; 3], [b0, b1, b2, b3]: [&ParseNode; 4]) {
    for node in [s0, s1, b0, b1] {
        keys.one(node.word);
        keys.one(node.tag);
        keys.two(node.word, node.tag);
    }
    keys.one(s2.word);
    keys.one(s2.tag);
    keys.one(b2.word);
    keys.one(b2.tag);
    keys.one(b3.tag);
    keys.two(s0.tail, s0.tag);
    keys.two(b0.tail, b0.tag);
}

fn add_pairs(keys: &mut Keys<MAX_STEP_FEATURES>, [s0, s1]: [&ParseNode; 2], [b0, b1]: [&ParseNode; 2]) {
    for (one, other) in [(s0, b0), (s1, s0)] {
        let tags = pack([one.tag, other.tag]);
        keys.two(one.word, other.word);
        keys.two(one.word, other.tag);
        keys.two(other.word, one.tag);
        keys.one(tags);
    }
    keys.two(b0.word, b1.word);
    keys.one(pack([b0.tag, beside(b1.tag, b1.marks)]));
    keys.two(b0.word, beside(b1.tag, b1.marks));
    keys.two(b1.word, b0.tag);
    keys.one(pack([s0.tag, b1.tag]));
    keys.two(s0.word, b1.word);
    keys.one(pack([s1.tag, b0.tag]));
    keys.two(s1.word, b0.word);
    keys.two(s1.word, b0.tag);
    keys.two(b0.word, s1.tag);
}

/// Returns a tag together with what stands before the word: nothing, a comma, something that opens or another mark.
fn beside(tag: u64, marks: u64) -> u64 {
    let kind = match marks {
        0 => 0,
        _ if marks == COMMA << 8 | COMMA => 1,
        _ if PAIRS.iter().any(|pair| pair[0] == marks & 0xff) => 2,
        _ => 3,
    };
    tag | kind << 7
}

fn add_triples(
    keys: &mut Keys<MAX_STEP_FEATURES>,
    state: &State,
    [s0, s1, s2]: [&ParseNode; 3],
    [b0, b1, b2, b3]: [&ParseNode; 4],
) {
    let before = |node: &ParseNode| state.node(node.first as usize).marks;
    let (u0, v0, v1, v2, v3) = (
        beside(s0.upos, before(s0)),
        beside(b0.upos, before(b0)),
        beside(b1.upos, b1.marks),
        beside(b2.upos, b2.marks),
        beside(b3.upos, b3.marks),
    );
    let (t0, c0, c1, c2) =
        (beside(s0.tag, before(s0)), beside(b0.tag, before(b0)), beside(b1.tag, b1.marks), beside(b2.tag, b2.marks));
    keys.one(pack([s0.tag, c0, c1]));
    keys.one(pack([s1.tag, t0, c0]));
    keys.one(pack([s2.tag, s1.tag, t0]));
    keys.one(pack([b0.tag, c1, c2]));
    keys.one(pack([s1.tag, c0, c1]));
    keys.one(pack([s1.tag, t0, c0, c1]));
    keys.one(pack([s0.tag, c0, c1, c2]));
    keys.one(pack([s2.tag, s1.tag, t0, c0]));
    keys.one(pack([s0.upos, v0, v1, v2, v3]));
    keys.one(pack([s1.upos, u0, v0, v1, v2]));
    keys.two(s0.word, pack([c0, c1]));
    keys.two(b0.word, pack([s0.tag, c1]));
    keys.two(b1.word, pack([s0.tag, c0]));
    keys.two(s0.word, pack([s1.tag, c0]));
    keys.two(s1.word, pack([t0, c0]));
}

fn add_dependents(keys: &mut Keys<MAX_STEP_FEATURES>, state: &State, [s0, s1]: [&ParseNode; 2], b0: &ParseNode) {
    let at = |word: u32| state.node(word as usize);
    let [s0_left, s0_right, s1_left, s1_right, b0_left] =
        [s0.left[0], s0.right[0], s1.left[0], s1.right[0], b0.left[0]].map(at);
    keys.one(pack([s0.tag, s0_left.tag, b0.tag]));
    keys.one(pack([s0.tag, s0_right.tag, b0.tag]));
    keys.one(pack([s1.tag, s1_right.tag, s0.tag]));
    keys.one(pack([s1.tag, s1_left.tag, s0.tag]));
    keys.one(pack([b0.tag, b0_left.tag, s0.tag]));
    keys.one(pack([s1.tag, s0.tag, s0_left.tag]));
    keys.one(pack([s1.tag, s0.tag, s0_right.tag]));
    keys.two(s0_left.word, pack([s0.tag, b0.tag]));
    keys.two(s0_left.word, pack([s0.tag, s1.tag]));
    keys.three(s0_left.word, s1.word, s0.tag);
    keys.two(s0_right.word, pack([s0.tag, b0.tag]));
    keys.two(b0_left.word, pack([b0.tag, s0.tag]));
    keys.two(s1_right.word, pack([s1.tag, s0.tag]));
    keys.one(pack([s0.tag, at(s0.left[1]).tag, s0_left.tag, b0.tag]));
    keys.one(pack([s0.tag, at(s0.right[1]).tag, s0_right.tag, b0.tag]));
    for node in [s0, s1] {
        keys.one(pack([node.tag, valency(node)]));
        keys.two(node.word, valency(node));
        keys.two(node.tag, node.left_kinds);
        keys.two(node.tag, node.right_kinds);
        keys.two(node.word, node.right_kinds);
    }
    keys.two(s0.word, s0.left_kinds);
    keys.one(pack([b0.tag, u64::from(b0.n_left)]));
    keys.two(b0.tag, b0.left_kinds);
    keys.two(b0.word, b0.left_kinds);
    keys.two(pack([s0.tag, b0.tag]), s0.right_kinds);
    keys.two(pack([s0.tag, b0.tag]), s0.left_kinds);
    keys.two(pack([s0.tag, b0.tag]), b0.left_kinds);
    keys.two(pack([s1.tag, s0.tag]), s1.right_kinds);
    keys.two(pack([s1.tag, s0.tag]), s1.left_kinds);
    keys.two(pack([s1.tag, s0.tag]), s0.left_kinds);
    keys.two(pack([s1.tag, s0.tag, b0.tag]), s1.right_kinds);
    keys.three(pack([s0.tag, b0.tag]), s0.left_kinds, s0.right_kinds);
}

fn add_passed(keys: &mut Keys<MAX_STEP_FEATURES>, state: &State, [top, below]: [usize; 2], next: usize) {
    let [s0, s1, b0] = [top, below, next].map(|word| state.node(word));
    let (near, far) = (state.between(top, next), state.between(below, top));
    keys.one(pack([s0.tag, b0.tag, near]));
    keys.one(pack([s1.tag, s0.tag, far]));
    keys.one(pack([s1.tag, s0.tag, b0.tag, far, near]));
    keys.two(s0.word, pack([b0.tag, near]));
    keys.two(b0.word, pack([s0.tag, near]));
}

/// Looks at the commas, quote marks and brackets around a subtree.
fn add_gaps(keys: &mut Keys<MAX_STEP_FEATURES>, state: &State, [s0, s1]: [&ParseNode; 2], [b0, b1]: [&ParseNode; 2]) {
    let before = |node: &ParseNode| state.node(node.first as usize).marks;
    let (deep, near, far) = (before(s0), before(b0), b1.marks);
    keys.one(pack([s0.tag, b0.tag]) << 16 | near);
    keys.one(pack([s1.tag, s0.tag]) << 16 | deep);
    keys.two(pack([s0.tag, b0.tag]), near << 16 | far);
    keys.two(pack([s1.tag, s0.tag]), deep << 16 | near);
    keys.two(pack([s1.tag, s0.tag, b0.tag]), deep << 16 | near);
    keys.two(pack([s0.tag, b0.tag]), deep << 16 | near);
    keys.two(pack([s0.tag, b0.tag, b1.tag]), near << 16 | far);
    keys.two(s0.word, near);
    keys.two(s0.word, deep << 16 | near);
    keys.two(b0.word, near << 16 | b0.marks);
    keys.two(b0.word, near << 16 | far);
    keys.two(s1.word, deep << 16 | near);
    keys.two(near, deep << 16 | far);
}

/// Looks at what marks the next word or the top: "ate pizza | with a fork".
fn add_marked(keys: &mut Keys<MAX_STEP_FEATURES>, state: &State, [s0, s1, s2]: [&ParseNode; 3], b0: &ParseNode) {
    let (mark, top_mark) = (state.node(b0.left[0] as usize), state.node(s0.left[0] as usize));
    keys.three(mark.word, s0.word, b0.tag);
    keys.two(mark.word, pack([s1.tag, s0.tag, b0.tag]));
    keys.three(top_mark.word, s2.word, pack([s1.tag, s0.tag]));
    keys.two(top_mark.word, pack([s2.tag, s1.tag, s0.tag]));
    keys.three(mark.word, s0.meaning, pack([s0.tag, b0.tag]));
    keys.three(mark.word, s0.meaning, b0.meaning);
    keys.three(mark.word, s1.meaning, b0.meaning);
    keys.three(top_mark.word, s1.meaning, s0.meaning);
}

fn add_meanings(keys: &mut Keys<MAX_STEP_FEATURES>, [s0, s1]: [&ParseNode; 2], b0: &ParseNode) {
    for (one, other) in [(s0, b0), (s1, s0)] {
        let tags = pack([one.tag, other.tag]);
        keys.two(one.meaning, tags);
        keys.two(other.meaning, tags);
        keys.three(one.meaning, other.meaning, tags);
    }
}

/// Fills `keys` with the features of the relation between `head` and `dependent`.
pub fn rel_features(state: &State, dependent: usize, keys: &mut Keys<MAX_REL_FEATURES>) {
    let head = state.node(dependent).head as usize;
    let (h, d) = (state.node(head), state.node(dependent));
    let at = |word: u32| state.node(word as usize);
    let side = u64::from(dependent < head);
    let near = distance(head.min(dependent), head.max(dependent));
    let (before, after) = (state.node(dependent - 1), state.node((dependent + 1).min(state.last_slot())));
    let (first, second, last) = (at(d.left[0]), at(d.left[1]), at(d.right[0]));
    let rels = if side == 1 { h.left_rels } else { h.right_rels };
    let tags = pack([side, h.tag, d.tag]);
    keys.clear();
    keys.two(d.word, side);
    keys.one(pack([d.tag, side]));
    keys.two(h.word, side);
    keys.one(pack([h.tag, side]));
    keys.one(tags);
    keys.one(pack([tags, near]));
    keys.two(h.word, pack([d.tag, side]));
    keys.two(d.word, pack([h.tag, side]));
    keys.two(d.word, tags);
    keys.two(d.tail, tags);
    keys.two(h.tail, tags);
    keys.two(tags, rels);
    keys.two(tags, d.left_rels);
    keys.two(tags, d.right_rels);
    keys.three(tags, d.left_rels, d.right_rels);
    keys.three(tags, rels, d.left_rels);
    keys.two(h.word, rels);
    keys.two(d.word, d.left_rels);
    keys.two(first.word, tags);
    keys.two(second.word, tags);
    keys.two(last.word, tags);
    keys.three(first.word, d.word, side);
    keys.one(pack([tags, first.tag]));
    keys.one(pack([tags, last.tag]));
    keys.one(pack([tags, first.tag, second.tag]));
    keys.one(pack([tags, before.tag, after.tag]));
    keys.one(pack([tags, before.tag]));
    keys.one(pack([tags, after.tag]));
    keys.two(before.word, tags);
    keys.two(after.word, tags);
    keys.two(tags, h.left_rels);
    keys.two(pack([tags, u64::from(h.n_left)]), h.right_rels);
    keys.one(pack([tags, at(h.left[0]).tag, at(h.right[0]).tag]));
    keys.two(at(h.right[0]).word, tags);
    keys.two(at(h.left[0]).word, tags);
    add_around(keys, state, head, dependent, tags);
}

/// Looks at the whole tree: siblings, the head of the head, the names of things.
fn add_around(keys: &mut Keys<MAX_REL_FEATURES>, state: &State, head: usize, dependent: usize, tags: u64) {
    let (h, d) = (state.node(head), state.node(dependent));
    let (inner, outer, g) = (state.node(d.inner as usize), state.node(d.outer as usize), state.node(h.head as usize));
    let turn = u64::from(h.head as usize > head) + 2 * u64::from(h.head == 0);
    keys.two(tags, pack([inner.tag, outer.tag]));
    keys.two(tags, pack([inner.tag, u64::from(inner.rel)]));
    keys.two(tags, outer.tag);
    keys.two(tags, outer.word);
    keys.two(tags, inner.word);
    keys.two(tags, pack([g.tag, turn]));
    keys.two(tags, h.left_kinds);
    keys.two(tags, h.right_kinds);
    keys.three(pack([tags, turn]), h.left_kinds, h.right_kinds);
    keys.two(tags, d.left_kinds);
    keys.two(tags, d.right_kinds);
    keys.two(d.word, d.left_kinds);
    keys.two(tags, d.meaning);
    keys.two(tags, h.meaning);
    keys.three(tags, d.meaning, h.meaning);
    let mark = state.node(d.left[0] as usize);
    keys.three(mark.word, d.meaning, tags);
    keys.three(mark.word, h.meaning, d.tag);
    let passed = state.between(head.min(dependent), head.max(dependent));
    keys.two(tags, passed);
    keys.three(d.word, h.tag, passed);
    let opens = state.node(d.first as usize).marks;
    let closes = state.node(d.last as usize + 1).marks;
    keys.two(tags, opens << 16 | closes);
    keys.two(tags, opens);
    keys.two(tags, closes);
    keys.two(d.word, opens << 16 | closes);
}
