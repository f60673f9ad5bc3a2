//! Compares two texts by lines and words alone, moves included, without grammar: the quick comparison.
//!
//! Old: `A⏎B⏎C`     New: `C⏎A⏎B, edited`
//! Blocks: `C` moved, `A` the same, `B` with its runs of changed words.
//!
//! A line that both texts have once, letter for letter, is not split into words
//! but gets one id. That is most of an article, and the reason why this is quick.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::align::{SentenceWords, align};
use super::words::interner::{TokenClass, WordInterner};
use super::words::word_diff::{self, WordRun};

/// A line of either text and what became of it, in the order of the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'t> {
    /// The line in the old text, where it had it.
    pub old: Option<&'t str>,
    /// The line in the new text, where it has it.
    pub new: Option<&'t str>,
    /// Whether the line stands elsewhere now.
    pub moved: bool,
    /// The words of a line that was edited; empty for one that is the same, new or gone.
    pub runs: Vec<WordRun>,
}

/// Compares two texts line by line, and edited lines word by word.
pub fn diff<'t>(old: &'t str, new: &'t str) -> Vec<Block<'t>> {
    let (a, b) = (lines(old), lines(new));
    let mut interner = WordInterner::default();
    let (ids_a, ids_b) = intern_lines(&mut interner, &a, &b);
    let alignment = align(&ids_a.sentences(), &ids_b.sentences(), &interner.classes);
    let mut partner = vec![None; b.len()];
    let mut is_gone = vec![true; a.len()];
    for &(x, y) in &alignment.pairs {
        is_gone[x] = false;
        partner[y] = partner[y].or(Some(x));
    }
    let moved = |y: usize| alignment.moved.iter().any(|passage| passage.b.contains(&y));
    let gone = |x: &usize| is_gone[*x];
    let lone = |x: usize| Block { old: Some(a[x]), new: None, moved: false, runs: Vec::new() };
    let mut blocks: Vec<Block<'t>> = (0..a.len()).take_while(gone).map(lone).collect();
    for (y, &line) in b.iter().enumerate() {
        let before = partner[y].map(|x| a[x]);
        let edited = before.is_some_and(|before| before != line);
        let runs = before.filter(|_| edited).map(|before| word_diff::diff(before, line)).unwrap_or_default();
        blocks.push(Block { old: before, new: Some(line), moved: moved(y), runs });
        if let Some(x) = partner[y] {
            blocks.extend((x + 1..a.len()).take_while(gone).map(lone));
        }
    }
    blocks
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// Word ids of all lines, one line after the other.
#[derive(Default)]
struct LineIds {
    words: Vec<u32>,
    lines: Vec<Range<usize>>,
}

impl LineIds {
    fn sentences(&self) -> SentenceWords<'_> {
        SentenceWords::of_lines(&self.words, self.lines.clone())
    }

    fn push(&mut self, ids: impl Iterator<Item = u32>) {
        let start = self.words.len();
        self.words.extend(ids);
        self.lines.push(start..self.words.len());
    }
}

/// How many words a whole line counts as: enough that it can count as moved by itself.
const LINE_AS_WORDS: usize = 3;

/// Interns the words of lines that differ; a line that both texts have once gets one id.
fn intern_lines<'t>(interner: &mut WordInterner<'t>, a: &[&'t str], b: &[&'t str]) -> (LineIds, LineIds) {
    let mut counts: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    a.iter().for_each(|line| counts.entry(line).or_default().0 += 1);
    b.iter().for_each(|line| counts.entry(line).or_default().1 += 1);
    let mut whole: FxHashMap<&str, u32> = FxHashMap::default();
    let mut read = |lines: &[&'t str]| {
        let mut ids = LineIds::default();
        for &line in lines {
            if counts[line] == (1, 1) {
                let next = interner.classes.len() as u32;
                let id = *whole.entry(line).or_insert(next);
                if id == next {
                    interner.classes.push(TokenClass::Content);
                }
                ids.push(std::iter::repeat_n(id, LINE_AS_WORDS));
            } else {
                let words = word_diff::word_ids(interner, line);
                ids.push(words.into_iter());
            }
        }
        ids
    };
    (read(a), read(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_edited_moved_new_and_gone() {
        let old = "The dam broke at noon on Friday.\nAbout 300 people left the town below it.\nRain is forecast.\nThe mayor spoke.";
        let new = "Rain is forecast.\nThe dam broke at noon on Friday.\nAbout 450 people left the town below it.\nSchools are shut.";
        let told: Vec<String> = diff(old, new)
            .iter()
            .map(|block| match (block.old, block.new) {
                (Some(_), Some(line)) if block.moved => format!("> {line}"),
                (Some(_), Some(line)) if !block.runs.is_empty() => format!("~ {line}"),
                (Some(_), Some(line)) => format!("= {line}"),
                (None, line) => format!("+ {}", line.unwrap_or_default()),
                (line, None) => format!("- {}", line.unwrap_or_default()),
            })
            .collect();
        assert_eq!(
            told,
            [
                "> Rain is forecast.",
                "- The mayor spoke.",
                "= The dam broke at noon on Friday.",
                "~ About 450 people left the town below it.",
                "+ Schools are shut.",
            ]
        );
    }

    #[test]
    fn repeated_and_empty_lines_do_no_harm() {
        assert!(diff("", "").is_empty() && diff("\n\n", " \n").is_empty());
        assert_eq!(diff("a\na\na", "a\nb\na").len(), 4);
    }
}
