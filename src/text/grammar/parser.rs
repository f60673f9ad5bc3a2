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
    /// One bit for each relation that a dependent on that side has.
    pub left_rels: u64,
    pub right_rels: u64,
}

/// A sentence half parsed.
#[derive(Debug, Default)]
pub struct State {
    nodes: Vec<Node>,
    stack: Vec<u32>,
    next: usize,
    n_words: usize,
}

/// Words behind the last one that features may look at.
const MARGIN: usize = 4;

impl State {
    /// Begins a sentence of `words`, each with its tag's number.
    pub fn begin<'w>(&mut self, words: impl Iterator<Item = (&'w Lexeme, u8)>) {
        self.nodes.clear();
        self.stack.clear();
        self.nodes.push(Node::default());
        self.nodes.extend(words.map(|(lexeme, tag)| Node {
            word: lexeme.word,
            tail: lexeme.suffix(3),
            tag: u64::from(tag) + 1,
            upos: TAGS.get(usize::from(tag)).map_or(Upos::X, |tag| tag.upos) as u64 + 1,
            ..Node::default()
        }));
        self.n_words = self.nodes.len() - 1;
        self.nodes.resize(self.nodes.len() + MARGIN, Node::default());
        self.next = 1;
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

    /// Takes a legal step; `rel` is the relation of the arc it makes.
    pub fn take(&mut self, step: Step, rel: u8) {
        let Some((head, dependent)) = self.arc(step) else {
            self.stack.push(self.next as u32);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let node = &mut self.nodes[dependent];
        (node.head, node.rel) = (head as u32, rel);
        let above = &mut self.nodes[head];
        let bit = 1 << (rel & 63);
        let (near, count, rels) = match step {
            Step::Left => (&mut above.left, &mut above.n_left, &mut above.left_rels),
            _ => (&mut above.right, &mut above.n_right, &mut above.right_rels),
        };
        *near = [dependent as u32, near[0]];
        *count = count.saturating_add(1);
        *rels |= bit;
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
        state.begin(words.iter().map(|word| (word, 0)));
        assert_eq!(state.legal(), [true, false, false]);
        for step in [Step::Shift, Step::Left, Step::Shift, Step::Shift, Step::Right] {
            assert!(!state.is_done());
            state.take(step, Rel::Det as u8);
        }
        assert!(state.is_done());
        assert_eq!(state.arcs().collect::<Vec<_>>(), [(2, Rel::Det), (0, Rel::Root), (2, Rel::Det)]);
    }
}
