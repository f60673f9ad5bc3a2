//! Compiles the patterns of `pattern::table` into a trie and matches it.
//!
//! The pattern `the? {ord} quarter [of {year}]` becomes four paths of one trie,
//! which all patterns share; at each word of a text one walk finds the longest
//! pattern that begins there. A pattern may hold whole phrases (`<date>`): they
//! are matched by the same trie, a level deeper, never at the first place of a
//! compound pattern, so every walk ends.

use std::sync::LazyLock;

use super::captures::{Captured, Captures};
use super::notation::{PatternElement, PhraseKind, paths};
use super::semantics;
use crate::time::calendar::holidays_table::HOLIDAYS;
use crate::time::calendar::zones_table::clock_names;
use crate::time::lex::{LEXICON, LexicalClass, TimeLexeme};
use crate::time::pattern::rule::{Pattern, Semantics};
use crate::time::pattern::table::{COMPOUND_PATTERNS, PATTERNS};
use crate::time::phrase::TimePhrase;
use crate::time::work;

/// A branching of the trie.
#[derive(Default)]
struct TrieNode {
    words: Vec<(u16, usize)>,
    classes: Vec<(LexicalClass, usize)>,
    phrases: Vec<(PhraseKind, usize)>,
    /// Number of the pattern that ends here.
    accepts: Option<u16>,
}

/// All patterns in one trie.
struct Trie {
    nodes: Vec<TrieNode>,
    /// What each pattern means, and its row in the table of holidays or clock names.
    meanings: Vec<(Semantics, usize)>,
    root: usize,
    compound: usize,
}

static TRIE: LazyLock<Trie> = LazyLock::new(|| Trie::of(patterns()));

/// Returns the longest phrase that begins at the first of `lexemes`; of equally long ones, that of the earlier row.
pub(crate) fn longest_match(lexemes: &[TimeLexeme]) -> Option<PatternMatch> {
    with_trie(|trie| trie.longest_at(lexemes, MAX_DEPTH))
}

/// Returns the rows of both tables, simple ones first, and whether each is compound.
pub(super) fn patterns() -> impl Iterator<Item = (&'static Pattern, bool)> + Clone {
    PATTERNS.iter().map(|row| (row, false)).chain(COMPOUND_PATTERNS.iter().map(|row| (row, true)))
}

/// A phrase and the number of lexemes it takes.
pub(crate) type PatternMatch = (TimePhrase, usize);

/// How deep a phrase may hold phrases: "the end of | the first week of | June".
const MAX_DEPTH: u8 = 3;

impl Trie {
    fn of(patterns: impl Iterator<Item = (&'static Pattern, bool)> + Clone) -> Self {
        let nodes = vec![TrieNode::default(), TrieNode::default()];
        let mut trie = Self { nodes, meanings: Vec::new(), root: 0, compound: 1 };
        for (pattern, _) in patterns.clone().filter(|(_, is_compound)| !is_compound) {
            trie.insert(trie.root, pattern.words, pattern.semantics, 0);
        }
        for (row, holiday) in HOLIDAYS.iter().enumerate() {
            trie.insert(trie.root, holiday.words, Semantics::Holiday, row);
        }
        trie.insert_clock_names();
        for (pattern, _) in patterns.filter(|(_, is_compound)| *is_compound) {
            trie.insert(trie.compound, pattern.words, pattern.semantics, 0);
        }
        trie
    }

    fn insert(&mut self, root: usize, words: &'static str, semantics: Semantics, row: usize) {
        self.meanings.push((semantics, row));
        let pattern = self.meanings.len() as u16 - 1;
        for path in paths(words) {
            self.insert_path(root, &path, pattern);
        }
    }

    /// Inserts "1 a.m. Kyiv time" for every place and zone name of the table.
    fn insert_clock_names(&mut self) {
        let clocks = ["{hour} {ampm}", "{clock} {ampm}?", "{dotted} {ampm}?", "{instant}"].map(paths).concat();
        for (row, (words, _)) in clock_names().enumerate() {
            self.meanings.push((Semantics::ClockIn, row));
            let pattern = self.meanings.len() as u16 - 1;
            let place = words.split(' ').chain(["time"]).map(|word| PatternElement::Words(vec![word]));
            let place: Vec<_> = place.collect();
            for clock in &clocks {
                self.insert_path(self.root, &[clock.as_slice(), place.as_slice()].concat(), pattern);
            }
        }
    }

    fn insert_path(&mut self, node: usize, path: &[PatternElement], pattern: u16) {
        let Some((element, rest)) = path.split_first() else {
            self.nodes[node].accepts.get_or_insert(pattern);
            return;
        };
        match element {
            PatternElement::Class(class) => {
                let known = self.nodes[node].classes.iter().find(|(known, _)| known == class).map(|known| known.1);
                let next = known.unwrap_or_else(|| self.grow());
                if known.is_none() {
                    self.nodes[node].classes.push((*class, next));
                }
                self.insert_path(next, rest, pattern);
            }
            PatternElement::Phrase(kind) => {
                let known = self.nodes[node].phrases.iter().find(|(known, _)| known == kind).map(|known| known.1);
                let next = known.unwrap_or_else(|| self.grow());
                if known.is_none() {
                    self.nodes[node].phrases.push((*kind, next));
                }
                self.insert_path(next, rest, pattern);
            }
            PatternElement::Words(alternatives) => {
                for word in alternatives {
                    let id = LEXICON.id(word);
                    let known = self.nodes[node].words.iter().find(|(known, _)| *known == id).map(|known| known.1);
                    let next = known.unwrap_or_else(|| self.grow());
                    if known.is_none() {
                        self.nodes[node].words.push((id, next));
                    }
                    self.insert_path(next, rest, pattern);
                }
            }
        }
    }

    fn grow(&mut self) -> usize {
        self.nodes.push(TrieNode::default());
        self.nodes.len() - 1
    }

    fn longest_at(&self, lexemes: &[TimeLexeme], depth: u8) -> Option<PatternMatch> {
        let first = lexemes.first()?;
        if !first.is_known() && first.classes.is_none() {
            return None;
        }
        let mut walk = TrieWalk { trie: self, lexemes, captured: Vec::new(), best: None, depth, base: None };
        walk.visit(self.root, 0);
        let base = walk.best.clone();
        walk.base = base;
        walk.visit(self.compound, 0);
        walk.best
    }
}

struct TrieWalk<'a> {
    trie: &'a Trie,
    lexemes: &'a [TimeLexeme],
    captured: Vec<Captured>,
    best: Option<PatternMatch>,
    depth: u8,
    /// The simple phrase at the first lexeme, for compound patterns that begin with one.
    base: Option<PatternMatch>,
}

impl TrieWalk<'_> {
    fn visit(&mut self, node: usize, at: usize) {
        work::step();
        let trie = self.trie;
        let node = &trie.nodes[node];
        if let Some(pattern) = node.accepts {
            self.accept(pattern, at);
        }
        let Some(&lexeme) = self.lexemes.get(at) else { return };
        if lexeme.id != 0
            && let Some(&(_, next)) = node.words.iter().find(|(id, _)| *id == lexeme.id)
        {
            self.visit(next, at + 1);
        }
        for &(class, next) in &node.classes {
            if lexeme.classes.has(class) {
                self.captured.push(Captured::Class(class, lexeme));
                self.visit(next, at + 1);
                self.captured.pop();
            }
        }
        if node.phrases.is_empty() {
            return;
        }
        let inner = if at == 0 {
            self.base.clone()
        } else if 0 < self.depth {
            trie.longest_at(&self.lexemes[at..], self.depth - 1)
        } else {
            None
        };
        let Some((phrase, length)) = inner else { return };
        for &(kind, next) in &node.phrases {
            if kind.fits(&phrase) {
                self.captured.push(Captured::Phrase(phrase.clone()));
                self.visit(next, at + length);
                self.captured.pop();
            }
        }
    }

    fn accept(&mut self, pattern: u16, length: usize) {
        if self.best.as_ref().is_some_and(|(_, known)| length <= *known) {
            return;
        }
        let (semantics, row) = self.trie.meanings[pattern as usize];
        if matches!(semantics, Semantics::UnitAway(_)) && self.lexemes.get(length).is_some_and(takes_direction) {
            return;
        }
        let captures = Captures { elements: &self.captured, lexemes: &self.lexemes[..length], row };
        if let Some(phrase) = semantics::phrase_of(semantics, &captures) {
            self.best = Some((phrase, length));
        }
    }
}

/// Returns whether "last" and "next" belong to the word behind them: "the week before last *Tuesday*".
fn takes_direction(next: &TimeLexeme) -> bool {
    use LexicalClass::{Month, Part, Season, Unit, Weekday};
    [Month, Part, Season, Unit, Weekday].into_iter().any(|class| next.classes.has(class))
}

#[cfg(not(test))]
fn with_trie<T>(ask: impl FnOnce(&Trie) -> T) -> T {
    ask(&TRIE)
}

#[cfg(test)]
thread_local! {
    /// The trie that a test asks in place of that of all rows.
    static IN_PLACE: std::cell::RefCell<Option<Trie>> = const { std::cell::RefCell::new(None) };
}

#[cfg(test)]
fn with_trie<T>(ask: impl FnOnce(&Trie) -> T) -> T {
    IN_PLACE.with_borrow(|trie| ask(trie.as_ref().unwrap_or(&TRIE)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::tests::found;

    #[test]
    fn every_pattern_is_needed_for_its_example() {
        let mut wrong = Vec::new();
        for (place, (row, _)) in patterns().enumerate() {
            let got = found(row.example, row.at);
            let others = patterns().enumerate().filter(|(other, _)| *other != place).map(|(_, row)| row);
            IN_PLACE.set(Some(Trie::of(others.collect::<Vec<_>>().into_iter())));
            let without = found(row.example, row.at);
            IN_PLACE.set(None);
            if got != row.want {
                wrong.push(format!("{}\n  {}\n  got  {got}\n  want {}", row.words, row.example, row.want));
            } else if without == row.want {
                wrong.push(format!("{}\n  {}\n  is read so without the row", row.words, row.example));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
