//! Builds the grammar of a sentence word by word (arc-hybrid transitions).
//!
//! "The mayor spoke": take *the*; *the* hangs on *mayor*; take *mayor*; *mayor*
//! hangs on *spoke*. A stack holds words that may still get dependents, the
//! rest of the sentence waits. Each step takes the next word, hangs the top of
//! the stack on the next word, or hangs it on the word below it, so a sentence
//! of n words needs 2n - 1 steps, however long it is.
//!
//! Source: Kuhlmann, Gómez-Rodríguez, Satta 2011 (transitions); Goldberg and
//! Nivre 2013 (the oracle that `examples/train` learns from).

use super::classes::Class;
use super::lexeme::Lexeme;
use super::tag_table::TAGS;
use crate::model::{Rel, Upos};

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Takes the next word onto the stack.
    Shift,
    /// Hangs the top of the stack on the next word.
    Left,
    /// Hangs the top of the stack on the word below it.
    Right,
}

/// A word of the sentence with what hangs on it so far. Word 0 stands for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    pub word: u64,
    pub tail: u64,
    /// Number of the tag plus one; 0 for none.
    pub tag: u64,
    pub upos: u64,
    /// 0 while nothing is known, or for the root.
    pub head: u32,
    pub rel: u8,
    /// The outermost dependents on each side and those next to them; 0 for none.
    pub left: [u32; 2],
    pub right: [u32; 2],
    pub n_left: u8,
    pub n_right: u8,
    /// One bit for each kind of dependent on that side.
    pub left_kinds: u64,
    pub right_kinds: u64,
    /// One bit for each relation that a dependent on that side has.
    pub left_rels: u64,
    pub right_rels: u64,
    /// What kind of thing or doing the word means.
    pub meaning: u64,
    /// How many verbs, commas, conjunctions and other marks stand up to here, a byte each.
    passed: u32,
    /// The next dependents of the same head, inwards and outwards; 0 for none.
    pub inner: u32,
    pub outer: u32,
}

/// A sentence half parsed.
#[derive(Debug, Default)]
pub struct State {
    nodes: Vec<Node>,
    stack: Vec<u32>,
    /// Dependents in the order they were hung.
    order: Vec<u32>,
    next: usize,
    n_words: usize,
}

/// Kinds of dependents that mark what a word is for: prepositions, "to", conjunctions.
const MARKS: u64 = 3 << (Upos::Adp as u64 * 2) | 3 << (Upos::Sconj as u64 * 2) | 3 << (Upos::Part as u64 * 2);

/// Adds a word to the counts of verbs, commas, conjunctions and other marks.
fn counted(passed: u32, upos: Upos, tag: usize) -> u32 {
    let mut counts = passed.to_le_bytes();
    let at = match upos {
        Upos::Verb => 0,
        Upos::Punct if TAGS[tag].penn == "," => 1,
        Upos::Cconj => 2,
        Upos::Punct => 3,
        _ => return passed,
    };
    counts[at] = counts[at].wrapping_add(1);
    u32::from_le_bytes(counts)
}

/// Words behind the last one that features may look at.
const MARGIN: usize = 4;

impl State {
    /// Begins a sentence of `words`, each with its tag's number.
    pub fn begin<'w>(&mut self, words: impl Iterator<Item = (&'w Lexeme, Class, u8)>) {
        self.nodes.clear();
        self.stack.clear();
        self.order.clear();
        self.nodes.push(Node::default());
        let mut passed = 0;
        self.nodes.extend(words.map(|(lexeme, class, tag)| {
            let upos = TAGS.get(usize::from(tag)).map_or(Upos::X, |tag| tag.upos);
            passed = counted(passed, upos, usize::from(tag));
            Node {
                word: lexeme.word,
                tail: lexeme.suffix(3),
                tag: u64::from(tag) + 1,
                upos: upos as u64 + 1,
                meaning: class.meaning(),
                passed,
                ..Node::default()
            }
        }));
        self.n_words = self.nodes.len() - 1;
        self.nodes.resize(self.nodes.len() + MARGIN, Node { passed, ..Node::default() });
        self.next = 1;
    }

    /// Tells which of verbs, commas, conjunctions and other marks stand between two words.
    pub fn between(&self, from: usize, to: usize) -> u64 {
        if to <= from + 1 || from == 0 {
            return 0;
        }
        let (a, b) = (self.nodes[from].passed.to_le_bytes(), self.nodes[to - 1].passed.to_le_bytes());
        (0..4).fold(0, |bits, at| bits << 1 | u64::from(a[at] != b[at]))
    }

    pub fn is_done(&self) -> bool {
        self.n_words < self.next && self.stack.len() <= 1
    }

    /// Tells which steps can be taken: shift, left, right.
    pub fn legal(&self) -> [bool; 3] {
        let waits = self.next <= self.n_words;
        [waits, waits && !self.stack.is_empty(), 2 <= self.stack.len()]
    }

    /// Returns head and dependent of the arc that a step would make.
    pub fn arc(&self, step: Step) -> Option<(usize, usize)> {
        match step {
            Step::Shift => None,
            Step::Left => Some((self.next, self.top(0))),
            Step::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Takes a legal step.
    pub fn take(&mut self, step: Step) {
        let Some((head, dependent)) = self.arc(step) else {
            self.stack.push(self.next as u32);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.order.push(dependent as u32);
        let node = &mut self.nodes[dependent];
        node.head = head as u32;
        let marked = node.left_kinds & MARKS != 0;
        let bit = 1 << ((node.upos - 1) * 2 + u64::from(marked));
        let above = &mut self.nodes[head];
        let (near, count, kinds) = match step {
            Step::Left => (&mut above.left, &mut above.n_left, &mut above.left_kinds),
            _ => (&mut above.right, &mut above.n_right, &mut above.right_kinds),
        };
        let inner = near[0];
        *near = [dependent as u32, inner];
        *count = count.saturating_add(1);
        *kinds |= bit;
        self.nodes[dependent].inner = inner;
        if inner != 0 {
            self.nodes[inner as usize].outer = dependent as u32;
        }
    }

    /// Returns how many words hang on another one by now.
    pub fn n_hung(&self) -> usize {
        self.order.len()
    }

    /// Returns the word that was hung at that turn; of the dependents on one side the inner ones come first.
    pub fn hung(&self, turn: usize) -> usize {
        self.order[turn] as usize
    }

    /// Names the relation of a word to its head.
    pub fn name(&mut self, dependent: usize, rel: u8) {
        let head = self.nodes[dependent].head as usize;
        self.nodes[dependent].rel = rel;
        let above = &mut self.nodes[head];
        let rels = if dependent < head { &mut above.left_rels } else { &mut above.right_rels };
        *rels |= 1 << (rel & 63);
    }

    /// Returns the word `depth` below the top of the stack; 0 for none.
    pub fn top(&self, depth: usize) -> usize {
        self.stack.len().checked_sub(depth + 1).map_or(0, |index| self.stack[index] as usize)
    }

    /// Returns the stack, its bottom first.
    pub fn stack(&self) -> &[u32] {
        &self.stack
    }

    /// Returns the next word that waits; one past the last when none does.
    pub fn next(&self) -> usize {
        self.next
    }

    /// Returns the last place that [`State::node`] can look at; it holds no word.
    pub fn last_slot(&self) -> usize {
        self.nodes.len() - 1
    }

    pub fn node(&self, word: usize) -> &Node {
        &self.nodes[word]
    }

    /// Returns head (0 for the root) and relation of each word.
    pub fn arcs(&self) -> impl Iterator<Item = (usize, Rel)> {
        self.nodes[1..=self.n_words].iter().map(|node| match node.head {
            0 => (0, Rel::Root),
            head => (head as usize, Rel::ALL.get(usize::from(node.rel)).copied().unwrap_or(Rel::Dep)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_build_a_tree() {
        let words = [Lexeme::default(); 3];
        let mut state = State::default();
        state.begin(words.iter().map(|word| (word, Class::default(), 0)));
        assert_eq!(state.legal(), [true, false, false]);
        for step in [Step::Shift, Step::Left, Step::Shift, Step::Shift, Step::Right] {
            assert!(!state.is_done());
            state.take(step);
        }
        for turn in 0..state.n_hung() {
            let word = state.hung(turn);
            state.name(word, Rel::Det as u8);
        }
        assert!(state.is_done());
        assert_eq!(state.arcs().collect::<Vec<_>>(), [(2, Rel::Det), (0, Rel::Root), (2, Rel::Det)]);
    }
}
