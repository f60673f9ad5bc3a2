//! Gives each word its tag, from left to right.
//!
//! "the run ended": `DET` `NOUN` `VERB`: "run" is a noun because of "the".
//!
//! Each decision sees the word, its neighbours, what they mostly are in the
//! treebank, and the two tags just given; linear weights and a network judge it
//! together. Words that are nearly always the same get their tag without a decision.

use super::classes::{WordClass, class_of};
use super::features::Keys;
use super::lexeme::Lexeme;
use super::net::{Net, is_sure};
use super::tag_table::{MAX_TAGS, TAGS};
use super::weights::{Table, WeightRows};

/// The most features of one decision.
pub const MAX_TAG_FEATURES: usize = 56;

/// The most facts that the tagger's network looks at.
pub const MAX_TAG_FACTS: usize = 48;

/// Hidden units of the tagger's network.
pub const TAG_WIDTH: usize = 48;

/// Stands for the tag before the first word.
pub const NO_TAG: u8 = MAX_TAGS as u8;

/// What a word was in the treebank: a number for each set of tags; 0 for words unknown.
pub type Habit = u16;

/// What the tagger has learnt.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'w> {
    /// Linear weights.
    pub linear: WeightRows<'w, MAX_TAGS>,
    /// The network.
    pub net: Net<'w, TAG_WIDTH, MAX_TAGS>,
    /// The network is asked unless the linear weights lead by more than this.
    pub clear: i32,
}

/// Words on both sides that a decision looks at.
const SIDE: usize = 2;

/// The words of one sentence, with two empty ones on each side.
#[derive(Debug, Default)]
pub struct TaggedWords {
    lexemes: Vec<Lexeme>,
    habits: Vec<Habit>,
    classes: Vec<WordClass>,
}

impl TaggedWords {
    fn clear(&mut self) {
        self.lexemes.clear();
        self.habits.clear();
        self.classes.clear();
        self.classes.resize(SIDE, WordClass::default());
        self.lexemes.resize(SIDE, Lexeme::default());
        self.habits.resize(SIDE, 0);
    }

    fn push(&mut self, lexeme: Lexeme, habit: Habit, class: WordClass) {
        self.classes.push(class);
        self.lexemes.push(lexeme);
        self.habits.push(habit);
    }

    fn close(&mut self) {
        self.lexemes.resize(self.lexemes.len() + SIDE, Lexeme::default());
        self.habits.resize(self.habits.len() + SIDE, 0);
        self.classes.resize(self.classes.len() + SIDE, WordClass::default());
    }

    /// Replaces what is held by the sentence of `words`, each with its normal form.
    pub fn fill<'w>(
        &mut self,
        words: impl Iterator<Item = (&'w str, &'w str)> + Clone,
        lexicon: &Table<'_>,
        classes: &Table<'_>,
    ) {
        self.clear();
        let shouted = is_shouted(words.clone().map(|(word, _)| word));
        for (word, norm) in words {
            let lexeme = Lexeme::new(word, norm, shouted);
            self.push(lexeme, lexicon.find(lexeme.word), class_of(norm, lexeme.word, classes));
        }
        self.close();
    }

    /// Returns how many words the sentence has.
    pub fn len(&self) -> usize {
        self.lexemes.len() - 2 * SIDE
    }

    /// Returns whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns what a word was in the treebank.
    pub fn habit(&self, word: usize) -> Habit {
        self.habits[word + SIDE]
    }

    /// Returns what the dictionary knows of a word.
    pub fn class(&self, word: usize) -> WordClass {
        self.classes[word + SIDE]
    }

    /// Returns a word as the models see it.
    pub fn lexeme(&self, word: usize) -> &Lexeme {
        &self.lexemes[word + SIDE]
    }
}

/// Returns whether nearly all longer words have capitals, as in a headline.
fn is_shouted<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let (mut capital, mut long) = (0, 0);
    for word in words.take(60).filter(|word| 4 <= word.len()) {
        let first = word.chars().next().unwrap_or_default();
        capital += usize::from(first.is_uppercase());
        long += usize::from(first.is_alphabetic());
    }
    3 <= long && long * 4 <= capital * 5
}

/// Fills `keys` with the features of the word at `at`, after tags `before` and `before2`.
pub fn tag_features(words: &TaggedWords, at: usize, before: u8, before2: u8, keys: &mut Keys<MAX_TAG_FEATURES>) {
    let at = at + SIDE;
    let [w2, w1, w0, n1, n2] = [at - 2, at - 1, at, at + 1, at + 2].map(|index| &words.lexemes[index]);
    let [h1, h0, g1, g2] = [at - 1, at, at + 1, at + 2].map(|index| u64::from(words.habits[index]));
    let (t1, t2) = (u64::from(before) + 1, u64::from(before2) + 1);
    let first = u64::from(at == SIDE);
    keys.clear();
    keys.one(first);
    keys.one(w0.word);
    keys.two(w0.word, w0.shape);
    (1..=4).for_each(|n| keys.one(w0.suffix(n)));
    (1..=3).for_each(|n| keys.one(w0.prefix(n)));
    keys.two(w0.shape, first);
    keys.two(w0.shape, w0.suffix(3));
    keys.one(w1.word);
    keys.one(n1.word);
    keys.one(w2.word);
    keys.one(n2.word);
    keys.one(n1.suffix(3));
    keys.one(w1.suffix(3));
    keys.one(n1.suffix(2));
    keys.two(n1.shape, w0.shape);
    keys.two(w1.shape, w0.shape);
    keys.one(t1);
    keys.one(t2);
    keys.two(t1, t2);
    keys.two(t1, w0.word);
    keys.two(t1, n1.word);
    keys.two(t1, w0.suffix(3));
    keys.two(t1, h0);
    keys.two(h0, g1);
    keys.two(t1, g1);
    keys.three(t1, t2, h0);
    keys.two(h1, h0);
    keys.one(g2);
    keys.two(w0.shape, t1);
    let [c1, c0, d1, d2] = [at - 1, at, at + 1, at + 2].map(|index| words.classes[index].parts());
    keys.one(c0);
    keys.two(c0, t1);
    keys.two(c0, w0.shape);
    keys.two(c0, h0);
    keys.two(c0, d1);
    keys.two(c1, c0);
    keys.three(t1, c0, d1);
    keys.three(t1, t2, c0);
    keys.three(c0, d1, d2);
    keys.one(d1);
    keys.one(words.classes[at].meaning());
    keys.one(w0.suffix(5));
    keys.three(w0.shape, c0, first);
    keys.three(w0.shape, h0, first);
    keys.three(w1.shape, w0.shape, n1.shape);
    keys.three(t1, w0.shape, n1.shape);
    keys.two(c0, w1.word);
    keys.two(c0, n1.word);
}

/// Fills `keys` with the single facts that the tagger's network combines.
pub fn tag_facts(words: &TaggedWords, at: usize, before: u8, before2: u8, keys: &mut Keys<MAX_TAG_FACTS>) {
    let at = at + SIDE;
    let w0 = &words.lexemes[at];
    keys.clear();
    for index in at - 2..=at + 2 {
        keys.one(words.lexemes[index].word);
        keys.one(u64::from(words.habits[index]));
        keys.one(words.classes[index].parts());
    }
    for index in at - 1..=at + 1 {
        let lexeme = &words.lexemes[index];
        keys.one(lexeme.shape);
        keys.one(lexeme.suffix(2));
        keys.one(lexeme.suffix(3));
        keys.one(words.classes[index].meaning());
    }
    keys.one(w0.suffix(1));
    keys.one(w0.suffix(4));
    keys.one(w0.suffix(5));
    keys.one(w0.prefix(2));
    keys.one(w0.prefix(3));
    keys.one(w0.prefix(4));
    let (t1, t2) = (u64::from(before) + 1, u64::from(before2) + 1);
    keys.one(t1);
    keys.one(t2);
    keys.two(t1, t2);
    keys.two(t1, u64::from(words.habits[at]));
    keys.two(w0.shape, u64::from(at == SIDE));
    keys.one(u64::from(at == SIDE));
}

/// Appends the tag of every word of the sentence.
pub fn tag(model: &Weights<'_>, certain: impl Fn(Habit) -> Option<u8>, words: &TaggedWords, tags: &mut Vec<u8>) {
    let (mut keys, mut facts) = (Keys::new(), Keys::new());
    let (mut before, mut before2) = (NO_TAG, NO_TAG);
    for at in 0..words.len() {
        let chosen = certain(words.habits[at + SIDE]).unwrap_or_else(|| {
            tag_features(words, at, before, before2, &mut keys);
            let mut sums = [0; MAX_TAGS];
            model.linear.add(keys.as_slice(), &mut sums);
            let mut scores = sums.map(i32::from);
            if !is_sure(&scores[..TAGS.len()], model.clear) {
                tag_facts(words, at, before, before2, &mut facts);
                model.net.add(facts.as_slice(), &mut scores);
            }
            best_of(&scores[..TAGS.len()])
        });
        tags.push(chosen);
        (before2, before) = (before, chosen);
    }
}

/// Returns the number of the highest score, the first one of equals.
pub fn best_of<T: PartialOrd + Copy>(scores: &[T]) -> u8 {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if scores[best] < *score {
            best = index;
        }
    }
    best as u8
}
