//! Computes which words differ between two sentences, as runs that a person can read.
//!
//! Old: `At least 12 people died.`     New: `At least 15 people died.`
//! Runs: same `At least `, changed `12` / `15`, same ` people died.`
//!
//! The shortest edit script is not the most readable one. Three rules improve it:
//! two changed stretches with only a shared "the" between them are joined; a
//! stretch that could start one word earlier or later starts where a clause
//! does; sentences with less than a third of their words in common are one
//! changed run. Differences of typography alone are runs of their own.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::interner::{TokenClass, WordInterner, normalize};
use crate::model::Span;

/// A stretch of two sentences. All runs together cover both, white space included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordRun {
    /// Whether the stretch is the same on both sides.
    pub kind: WordRunKind,
    /// Bytes of the old sentence; empty where words were added.
    pub old: Span,
    /// Bytes of the new sentence; empty where words were removed.
    pub new: Span,
}

/// How a stretch of two sentences compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordRunKind {
    /// The same on both sides.
    Same,
    /// The same words in other typography: quote marks, dashes, spaces, capitals.
    Typography,
    /// Different words, or words on one side only.
    Changed,
}

/// A changed stretch, as ranges of words. One of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// Words of the old side.
    pub old: Range<usize>,
    /// Words of the new side.
    pub new: Range<usize>,
}

/// Sentences that share less than this part of the words of the longer one are one changed stretch.
const LEAST_IN_COMMON: f64 = 1.0 / 3.0;
/// A sentence that keeps at least this part of the shorter one's words was extended or cut, not replaced.
const LEAST_OF_SHORTER: f64 = 0.7;
/// Above this many pairs of words, Myers would be slow; patience diff anchors on words that are unique on both sides.
const MYERS_CELLS: usize = 1 << 22;

/// Returns the word diff of two sentences.
pub fn diff(old: &str, new: &str) -> Vec<WordRun> {
    let (old_words, new_words) = (split(old), split(new));
    let mut interner = WordInterner::default();
    let old_numbers = intern_words(&mut interner, old, &old_words);
    let new_numbers = intern_words(&mut interner, new, &new_words);
    let hunks = hunks(&old_numbers, &new_numbers, &interner.classes);
    runs((old, &old_words), (new, &new_words), &hunks)
}

/// Returns the ids of the words of `text`.
pub fn word_ids<'t>(interner: &mut WordInterner<'t>, text: &'t str) -> Vec<u32> {
    let words = split(text);
    intern_words(interner, text, &words)
}

fn intern_words<'t>(interner: &mut WordInterner<'t>, text: &'t str, words: &[Span]) -> Vec<u32> {
    let number = |word: &Span| {
        let word = word.of(text);
        match word.chars().any(char::is_uppercase) {
            true => interner.intern_owned(word.to_lowercase()),
            false => interner.intern(word),
        }
    };
    words.iter().map(number).collect()
}

/// Returns the changed stretches between two sequences of words, cleaned for reading.
pub fn hunks(old: &[u32], new: &[u32], classes: &[TokenClass]) -> Vec<Hunk> {
    let mut found = raw_hunks(old, new, classes);
    if shares_too_little(&found, old, new, classes) {
        return vec![Hunk { old: 0..old.len(), new: 0..new.len() }];
    }
    slide_all(&mut found, old, new, classes);
    found
}

/// Returns the changed stretches for explaining them: however little two sentences share, it anchors the rest.
pub fn anchored_hunks(old: &[u32], new: &[u32], classes: &[TokenClass]) -> Vec<Hunk> {
    let mut found = raw_hunks(old, new, classes);
    if shares_too_little(&found, old, new, classes) {
        absorb_light(&mut found, old, classes);
    }
    slide_all(&mut found, old, new, classes);
    found
}

fn raw_hunks(old: &[u32], new: &[u32], classes: &[TokenClass]) -> Vec<Hunk> {
    let prefix = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[prefix..], &new[prefix..]);
    let suffix = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_mid, new_mid) = (&old_rest[..old_rest.len() - suffix], &new_rest[..new_rest.len() - suffix]);
    if old_mid.is_empty() && new_mid.is_empty() {
        return Vec::new();
    }
    let whole = Hunk { old: prefix..prefix + old_mid.len(), new: prefix..prefix + new_mid.len() };
    let mut found = match (old_mid.len(), new_mid.len()) {
        (0, _) | (_, 0) | (1, 1) => vec![whole],
        (n, m) => {
            let algorithm = if n * m > MYERS_CELLS { Algorithm::Patience } else { Algorithm::Myers };
            let ops = capture_diff_slices(algorithm, old_mid, new_mid);
            merge_ops(&ops, prefix)
        }
    };
    absorb_islands(&mut found, old, classes);
    found
}

/// Joins neighbouring operations that are not `Equal`.
fn merge_ops(ops: &[DiffOp], offset: usize) -> Vec<Hunk> {
    let mut found: Vec<Hunk> = Vec::new();
    for op in ops {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let (old, new) = (old.start + offset..old.end + offset, new.start + offset..new.end + offset);
        match found.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => found.push(Hunk { old, new }),
        }
    }
    found
}

/// Joins two changed stretches when only one or two function words lie between, fewer than either has.
fn absorb_islands(hunks: &mut Vec<Hunk>, old: &[u32], classes: &[TokenClass]) {
    let mut at = 1;
    while at < hunks.len() {
        let island = hunks[at - 1].old.end..hunks[at].old.start;
        let light = old[island.clone()].iter().all(|&word| classes[word as usize] == TokenClass::Function);
        let size = |hunk: &Hunk| hunk.old.len().max(hunk.new.len());
        let replaces = |hunk: &Hunk| !hunk.old.is_empty() && !hunk.new.is_empty();
        let smaller = island.len() <= size(&hunks[at - 1]).min(size(&hunks[at])) && island.len() <= 2;
        if light && smaller && (replaces(&hunks[at - 1]) && replaces(&hunks[at])) {
            let next = hunks.remove(at);
            hunks[at - 1].old.end = next.old.end;
            hunks[at - 1].new.end = next.new.end;
        } else {
            at += 1;
        }
    }
}

/// Joins changed stretches with only function words between: unrelated sentences share these by chance.
fn absorb_light(hunks: &mut Vec<Hunk>, old: &[u32], classes: &[TokenClass]) {
    hunks.dedup_by(|next, last| {
        let island = last.old.end..next.old.start;
        let light = island.len() <= 3 && old[island].iter().all(|&word| classes[word as usize] == TokenClass::Function);
        if light {
            last.old.end = next.old.end;
            last.new.end = next.new.end;
        }
        light
    });
}

/// Returns whether two sentences have too few words in common to be compared word by word.
fn shares_too_little(hunks: &[Hunk], old: &[u32], new: &[u32], classes: &[TokenClass]) -> bool {
    let words = |numbers: &[u32]| numbers.iter().filter(|&&word| classes[word as usize] != TokenClass::Mark).count();
    let mut same = words(old);
    for hunk in hunks {
        same -= words(&old[hunk.old.clone()]);
    }
    let longest = words(old).max(words(new));
    let shortest = words(old).min(words(new));
    hunks.len() > 1
        && (same as f64) < LEAST_IN_COMMON * longest as f64
        && (same as f64) < LEAST_OF_SHORTER * shortest as f64
}

/// Slides each stretch to where it reads best; two stretches that touch then are joined.
fn slide_all(hunks: &mut Vec<Hunk>, old: &[u32], new: &[u32], classes: &[TokenClass]) {
    hunks.iter_mut().for_each(|hunk| slide(hunk, old, new, classes));
    hunks.dedup_by(|next, last| {
        let touch = last.old.end == next.old.start && last.new.end == next.new.start;
        if touch {
            (last.old.end, last.new.end) = (next.old.end, next.new.end);
        }
        touch
    });
}

/// Slides a pure insertion or deletion to where it reads best, among the places that give the same texts.
fn slide(hunk: &mut Hunk, old: &[u32], new: &[u32], classes: &[TokenClass]) {
    let inserted = hunk.old.is_empty();
    if !inserted && !hunk.new.is_empty() {
        return;
    }
    let (words, range) = if inserted { (new, hunk.new.clone()) } else { (old, hunk.old.clone()) };
    let (other, place) = if inserted { (old, hunk.old.start) } else { (new, hunk.new.start) };
    let left = (1..=range.start.min(place))
        .take_while(|&by| {
            words[range.start - by] == words[range.end - by] && words[range.start - by] == other[place - by]
        })
        .count() as isize;
    let right = (0..(words.len() - range.end).min(other.len() - place))
        .take_while(|&by| {
            words[range.start + by] == words[range.end + by] && words[range.end + by] == other[place + by]
        })
        .count() as isize;
    let moved = |by: isize| (range.start.wrapping_add_signed(by), range.end.wrapping_add_signed(by));
    let best = (-left..=right).max_by_key(|&by| {
        let (start, end) = moved(by);
        (readability(words, start, end, classes), -by.abs())
    });
    let by = best.unwrap_or(0);
    let (start, end) = moved(by);
    let place = place.wrapping_add_signed(by);
    *hunk = if inserted {
        Hunk { old: place..place, new: start..end }
    } else {
        Hunk { old: start..end, new: place..place }
    };
}

/// Scores a stretch: one that starts with a mark or a function word and ends with a content word reads best.
fn readability(words: &[u32], start: usize, end: usize, classes: &[TokenClass]) -> u32 {
    let class = |at: usize| classes[words[at] as usize];
    let opens = match class(start) {
        TokenClass::Mark => 2,
        TokenClass::Function => 1,
        _ => 0,
    };
    let closes = match class(end - 1) {
        TokenClass::Content | TokenClass::Number => 2,
        TokenClass::Mark if class(start) != TokenClass::Mark => 1,
        _ => 0,
    };
    let at_sentence_start = u32::from(start == 0 || end == words.len());
    opens + closes + at_sentence_start
}

/// Splits a sentence into words, numbers and single marks.
fn split(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if is_word_char(c) {
            while let Some(&(at, next)) = chars.peek() {
                let rest = &text[at + next.len_utf8()..];
                if !is_word_char(next) && !joins(text[..at].chars().next_back(), next, rest) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        words.push(Span::new(start, end));
    }
    words
}

/// Returns whether a character is part of a word by itself.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric()
        || unicode_normalization::char::is_combining_mark(c)
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0f}')
}

/// Returns whether a mark holds a word together: "don't", "1,500", "U.S.", "12.5".
fn joins(before: Option<char>, mark: char, rest: &str) -> bool {
    let Some(before) = before else { return false };
    let after = rest.chars().next();
    match mark {
        '\'' | '’' => before.is_alphabetic() && after.is_some_and(char::is_alphabetic),
        ',' => before.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit()),
        '.' => {
            let dotted = rest.chars().nth(1) == Some('.');
            after.is_some_and(|c| c.is_ascii_digit()) && before.is_ascii_digit()
                || after.is_some_and(char::is_alphabetic) && before.is_uppercase() && dotted
        }
        _ => false,
    }
}

/// Turns hunks of words into runs of bytes that cover both sentences.
fn runs(old: (&str, &[Span]), new: (&str, &[Span]), hunks: &[Hunk]) -> Vec<WordRun> {
    let mut writer = Writer { old, new, runs: Vec::new(), old_end: 0, new_end: 0 };
    let (mut old_word, mut new_word) = (0, 0);
    for hunk in hunks {
        writer.matched(old_word..hunk.old.start, new_word);
        writer.changed(hunk);
        (old_word, new_word) = (hunk.old.end, hunk.new.end);
    }
    writer.matched(old_word..old.1.len(), new_word);
    writer.close(WordRunKind::Same, old.0.len(), new.0.len());
    writer.runs
}

/// Writes runs so that each begins where the one before it ends, on both sides.
struct Writer<'w> {
    old: (&'w str, &'w [Span]),
    new: (&'w str, &'w [Span]),
    runs: Vec<WordRun>,
    old_end: usize,
    new_end: usize,
}

impl Writer<'_> {
    /// Writes up to these bytes; runs of one kind that touch become one.
    fn close(&mut self, kind: WordRunKind, old_end: usize, new_end: usize) {
        if old_end <= self.old_end && new_end <= self.new_end {
            return;
        }
        let (old, new) = (Span::new(self.old_end, old_end), Span::new(self.new_end, new_end));
        (self.old_end, self.new_end) = (old_end, new_end);
        match self.runs.last_mut() {
            Some(last) if last.kind == kind => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => self.runs.push(WordRun { kind, old, new }),
        }
    }

    /// Writes words that both sides share, each with the space before it.
    fn matched(&mut self, words: Range<usize>, first_new: usize) {
        for (new_word, word) in (first_new..).zip(words) {
            let (old, new) = (self.old.1[word], self.new.1[new_word]);
            let gaps = (&self.old.0[self.old_end..old.start], &self.new.0[self.new_end..new.start]);
            let after_change = self.runs.last().is_some_and(|run| run.kind == WordRunKind::Changed);
            let gap_kind = if gaps.0 == gaps.1 || after_change { WordRunKind::Same } else { WordRunKind::Typography };
            self.close(gap_kind, old.start, new.start);
            let same = old.of(self.old.0) == new.of(self.new.0);
            self.close(if same { WordRunKind::Same } else { WordRunKind::Typography }, old.end, new.end);
        }
    }

    /// Writes a changed stretch, and the space before it as unchanged.
    fn changed(&mut self, hunk: &Hunk) {
        let bounds = |words: &[Span], range: &Range<usize>, done: usize| {
            match words[range.clone()] {
                [] => None,
                [only] => Some(only),
                [first, .., last] => Some(first.cover(last)),
            }
            .map_or((done, done), |span| (span.start, span.end))
        };
        let (old_start, old_end) = bounds(self.old.1, &hunk.old, self.old_end);
        let (new_start, new_end) = bounds(self.new.1, &hunk.new, self.new_end);
        self.close(WordRunKind::Same, old_start, new_start);
        let only_typography = is_typography(&self.old.0[old_start..old_end], &self.new.0[new_start..new_end]);
        self.close(if only_typography { WordRunKind::Typography } else { WordRunKind::Changed }, old_end, new_end);
    }
}

/// Returns whether two stretches differ only in marks that change no meaning.
pub fn is_typography(old: &str, new: &str) -> bool {
    let telling = |text: &str| text.contains(['?', '!', '%', '$', '£', '€', '¥', '+', '[', ']', '@', '#', '&']);
    squeeze(old) == squeeze(new) && !telling(old) && !telling(new)
}

/// Returns the letters and digits of a stretch, normalized, without anything between.
pub fn squeeze(text: &str) -> String {
    normalize(&text.to_lowercase()).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a diff as `same [-old-]{+new+} ~typography~`.
    fn show(old: &str, new: &str) -> String {
        let mut out = String::new();
        for run in diff(old, new) {
            let (a, b) = (run.old.of(old), run.new.of(new));
            match run.kind {
                WordRunKind::Same => out.push_str(b),
                WordRunKind::Typography => out.push_str(&format!("~{b}~")),
                WordRunKind::Changed => {
                    if !a.is_empty() {
                        out.push_str(&format!("[-{a}-]"));
                    }
                    if !b.is_empty() {
                        out.push_str(&format!("{{+{b}+}}"));
                    }
                }
            }
        }
        out
    }

    #[track_caller]
    fn check(old: &str, new: &str, want: &str) {
        assert_eq!(show(old, new), want);
    }

    #[test]
    fn a_changed_word_stands_alone() {
        check("At least 12 people died.", "At least 15 people died.", "At least [-12-]{+15+} people died.");
        check("It held $1,200.50 then.", "It held $1,300.50 then.", "It held $[-1,200.50-]{+1,300.50+} then.");
    }

    #[test]
    fn an_insertion_starts_where_its_clause_does() {
        check("Schools and roads shut.", "Schools and parks and roads shut.", "Schools {+and parks+} and roads shut.");
        check("He left. She stayed.", "He left, angry. She stayed.", "He left{+, angry+}. She stayed.");
    }

    #[test]
    fn typography_is_a_run_of_its_own() {
        check("He said \"no\".", "He said “no”.", "He said ~“~no~”~.");
        check("A two-part  plan", "A two part plan", "A two~ ~part~ ~plan");
    }

    #[test]
    fn sentences_with_little_in_common_are_one_changed_run() {
        let (old, new) = ("The fire spread to the roof at noon.", "Nobody at the school was hurt in the end.");
        check(old, new, &format!("[-{old}-]{{+{new}+}}"));
    }

    #[test]
    fn all_runs_together_are_both_sentences() {
        for (old, new) in [("", "a"), ("a b", ""), (" x  y ", "x y"), ("e\u{301}👩‍👩‍👧 ok", "é ok"), ("ﬁn", "fin")]
        {
            let runs = diff(old, new);
            let join =
                |text: &str, part: fn(&WordRun) -> Span| runs.iter().map(|run| part(run).of(text)).collect::<String>();
            assert_eq!((join(old, |run| run.old).as_str(), join(new, |run| run.new).as_str()), (old, new));
        }
    }
}
