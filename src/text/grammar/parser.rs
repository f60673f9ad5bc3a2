//! Parses a sentence word by word (arc-hybrid transitions).
//!
//! "The mayor spoke": shift *the*; attach *the* to *mayor*; shift *mayor*;
//! attach *mayor* to *spoke*. A stack holds words that may still get dependents,
//! a buffer the rest of the sentence. Each step shifts the next word, attaches
//! the top of the stack to the next word, or attaches it to the word below it,
//! so a sentence of n words takes 2n - 1 steps.
//!
//! Punctuation is skipped: a word only knows which marks stand before it. Marks
//! are attached when the tree is finished (`super::marks`), so that the words
//! behind a comma are in sight and every step is about words.
//!
//! Source: Kuhlmann, Gómez-Rodríguez, Satta 2011 (transitions); Goldberg and
//! Nivre 2013 (the oracle that `examples/train` learns from).

use super::classes::WordClass;
use super::lexeme::Lexeme;
use super::tag_table::TAGS;
use crate::model::{Rel, Upos};

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// Moves the next word onto the stack.
    Shift,
    /// Attaches the top of the stack to the next word.
    Left,
    /// Attaches the top of the stack to the word below it.
    Right,
}

/// A word of the sentence with its dependents so far. Word 0 stands for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParseNode {
    /// Hash of the normal form.
    pub word: u64,
    /// Its last three bytes.
    pub tail: u64,
    /// Number of the tag plus one; 0 for none.
    pub tag: u64,
    /// Number of the part of speech plus one.
    pub upos: u64,
    /// 0 while nothing is known, or for the root.
    pub head: u32,
    /// Number of the relation to its head.
    pub rel: u8,
    /// The outermost dependents on each side and those next to them; 0 for none.
    pub left: [u32; 2],
    /// The same on the right.
    pub right: [u32; 2],
    /// How many dependents stand on the left.
    pub n_left: u8,
    /// How many dependents stand on the right.
    pub n_right: u8,
    /// One bit for each kind of dependent on that side.
    pub left_kinds: u64,
    /// The same on the right.
    pub right_kinds: u64,
    /// One bit for each relation that a dependent on that side has.
    pub left_rels: u64,
    /// The same on the right.
    pub right_rels: u64,
    /// What kind of thing or doing the word means.
    pub meaning: u64,
    /// The first and the last word of its subtree so far, itself included.
    pub first: u32,
    pub last: u32,
    /// The marks right before the word: the tags of the first and the last of them.
    pub marks: u64,
    /// How many verbs, commas, conjunctions and other marks stand up to here, a byte each.
    passed: u32,
    /// The same without the word itself.
    before: u32,
    /// The next dependents of the same head, inwards and outwards; 0 for none.
    pub inner: u32,
    /// The one outwards.
    pub outer: u32,
}

/// A sentence half parsed. Its words without the marks are numbered from 1.
#[derive(Clone, Debug, Default)]
pub struct State {
    nodes: Vec<ParseNode>,
    stack: Vec<u32>,
    /// Dependents in the order in which they were attached.
    order: Vec<u32>,
    next: usize,
    n_words: usize,
    /// Where each node stands in the sentence, from 0; the first node stands for none.
    places: Vec<u32>,
    marks: Vec<PunctuationMark>,
}

/// A comma, quote mark, bracket or full stop; it is attached when the tree is finished.
#[derive(Clone, Copy, Debug, Default)]
pub struct PunctuationMark {
    /// Where it stands in the sentence, from 0.
    pub place: u32,
    /// The word it stands before; one past the last for marks at the end.
    pub gap: u32,
    /// Hash of the normal form.
    pub word: u64,
    /// Number of the tag plus one.
    pub tag: u64,
    /// The word it depends on; 0 for none yet.
    pub head: u32,
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
    pub fn begin<'w>(&mut self, words: impl Iterator<Item = (&'w Lexeme, WordClass, u8)> + Clone) {
        self.nodes.clear();
        self.places.clear();
        self.marks.clear();
        self.stack.clear();
        self.order.clear();
        self.nodes.push(ParseNode::default());
        self.places.push(0);
        let upos_of = |tag: u8| TAGS.get(usize::from(tag)).map_or(Upos::X, |tag| tag.upos);
        let has_words = words.clone().any(|(.., tag)| upos_of(tag) != Upos::Punct);
        let (mut passed, mut marks) = (0, 0);
        for (place, (lexeme, class, tag)) in words.enumerate() {
            let (before, upos) = (passed, upos_of(tag));
            passed = counted(passed, upos, usize::from(tag));
            let number = u64::from(tag) + 1;
            let (gap, place) = (self.nodes.len() as u32, place as u32);
            if has_words && upos == Upos::Punct {
                marks = marks & 0xff00 | number | if marks == 0 { number << 8 } else { 0 };
                self.marks.push(PunctuationMark { place, gap, word: lexeme.word, tag: number, head: 0 });
                continue;
            }
            self.places.push(place);
            self.nodes.push(ParseNode {
                word: lexeme.word,
                tail: lexeme.suffix(3),
                tag: number,
                upos: upos as u64 + 1,
                meaning: class.meaning(),
                first: gap,
                last: gap,
                marks,
                passed,
                before,
                ..ParseNode::default()
            });
            marks = 0;
        }
        self.n_words = self.nodes.len() - 1;
        let end = ParseNode { passed, before: passed, ..ParseNode::default() };
        self.nodes.push(ParseNode { marks, first: self.nodes.len() as u32, ..end });
        self.nodes.resize(self.nodes.len() + MARGIN, end);
        self.next = 1;
    }

    /// Returns which of verbs, commas, conjunctions and other marks stand between two words, one bit each.
    pub fn between(&self, from: usize, to: usize) -> u64 {
        if to <= from || from == 0 {
            return 0;
        }
        let (a, b) = (self.nodes[from].passed.to_le_bytes(), self.nodes[to].before.to_le_bytes());
        (0..4).fold(0, |bits, at| bits << 1 | u64::from(a[at] != b[at]))
    }

    /// Returns where a word stands in the sentence, from 0.
    pub fn place(&self, word: usize) -> usize {
        self.places[word] as usize
    }

    /// Returns the punctuation marks in order.
    pub fn marks(&self) -> &[PunctuationMark] {
        &self.marks
    }

    /// Attaches a mark to a word.
    pub fn attach_mark(&mut self, mark: usize, head: usize) {
        self.marks[mark].head = head as u32;
    }

    /// Returns how many words the sentence has, punctuation left out.
    pub fn n_words(&self) -> usize {
        self.n_words
    }

    /// Returns whether every word but the root has a head.
    pub fn is_done(&self) -> bool {
        self.n_words < self.next && self.stack.len() <= 1
    }

    /// Returns which steps can be taken: shift, left, right.
    pub fn legal(&self) -> [bool; 3] {
        let waits = self.next <= self.n_words;
        [waits, waits && !self.stack.is_empty(), 2 <= self.stack.len()]
    }

    /// Returns head and dependent of the arc that a step would make.
    pub fn arc(&self, step: Transition) -> Option<(usize, usize)> {
        match step {
            Transition::Shift => None,
            Transition::Left => Some((self.next, self.top(0))),
            Transition::Right => Some((self.top(1), self.top(0))),
        }
    }

    /// Takes a legal step.
    pub fn take(&mut self, step: Transition) {
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
        let (first, last) = (node.first, node.last);
        let above = &mut self.nodes[head];
        match step {
            Transition::Left => above.first = above.first.min(first),
            _ => above.last = above.last.max(last),
        }
        let (near, count, kinds) = match step {
            Transition::Left => (&mut above.left, &mut above.n_left, &mut above.left_kinds),
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

    /// Returns how many words have a head by now.
    pub fn n_attached(&self) -> usize {
        self.order.len()
    }

    /// Returns the word that was attached at that turn; of the dependents on one side the inner ones come first.
    pub fn attached(&self, turn: usize) -> usize {
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

    /// Attaches a word, the last in the subtree of its head, to an ancestor of that head.
    pub fn move_to(&mut self, dependent: usize, head: usize) {
        let before = self.nodes[dependent].first - 1;
        let mut left = self.nodes[dependent].head as usize;
        while left != head && left != 0 {
            self.nodes[left].last = before;
            left = self.nodes[left].head as usize;
        }
        self.nodes[dependent].head = head as u32;
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

    /// Returns a word, by its number from 1.
    pub fn node(&self, word: usize) -> &ParseNode {
        &self.nodes[word]
    }

    /// Returns head (0 for the root, else counted from 1) and relation of each word and mark, in order.
    pub fn arcs(&self) -> Vec<(usize, Rel)> {
        let mut arcs = vec![(0, Rel::Root); self.n_words + self.marks.len()];
        let place = |node: u32| self.place(node as usize) + 1;
        for (node, at) in self.nodes[1..=self.n_words].iter().zip(&self.places[1..]) {
            if node.head != 0 {
                let rel = Rel::ALL.get(usize::from(node.rel)).copied().unwrap_or(Rel::Dep);
                arcs[*at as usize] = (place(node.head), rel);
            }
        }
        for mark in &self.marks {
            arcs[mark.place as usize] = (place(mark.head), Rel::Punct);
        }
        arcs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_of(marks: &[bool]) -> State {
        let lexeme = Lexeme::default();
        let comma = TAGS.iter().position(|tag| tag.penn == ",").expect("commas have a tag") as u8;
        let mut state = State::default();
        state.begin(marks.iter().map(|is_mark| (&lexeme, WordClass::default(), if *is_mark { comma } else { 0 })));
        state
    }

    #[test]
    fn steps_build_a_tree() {
        let mut state = state_of(&[false; 3]);
        assert_eq!(state.legal(), [true, false, false]);
        for step in [Transition::Shift, Transition::Left, Transition::Shift, Transition::Shift, Transition::Right] {
            assert!(!state.is_done());
            state.take(step);
        }
        for turn in 0..state.n_attached() {
            let word = state.attached(turn);
            state.name(word, Rel::Det as u8);
        }
        assert!(state.is_done());
        assert_eq!(state.arcs(), [(2, Rel::Det), (0, Rel::Root), (2, Rel::Det)]);
    }

    #[test]
    fn marks_are_stepped_over() {
        let mut state = state_of(&[false, true, true, false, true]);
        assert_eq!((state.n_words(), state.marks().len(), state.place(2)), (2, 3, 3));
        assert_eq!(state.marks().iter().map(|mark| mark.gap).collect::<Vec<_>>(), [2, 2, 3]);
        for step in [Transition::Shift, Transition::Left, Transition::Shift] {
            state.take(step);
        }
        assert_eq!((state.node(2).first, state.node(2).last), (1, 2));
        (0..3).for_each(|mark| state.attach_mark(mark, 2));
        let heads: Vec<_> = state.arcs().iter().map(|arc| arc.0).collect();
        assert_eq!(heads, [4, 4, 4, 0, 4]);
        assert_eq!(state_of(&[true, true]).n_words(), 2, "a sentence of marks alone is read as words");
    }
}
