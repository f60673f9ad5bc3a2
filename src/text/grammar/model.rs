//! Brings the learnt models together: from words to tags and arcs.

use super::features::Keys;
use super::parser::{State, Step};
use super::parser_features::{MAX_REL_FEATURES, MAX_STEP_FEATURES, rel_features, step_features};
use super::tag_table::MAX_TAGS;
use super::tagger::{self, Habit, Words, best_of};
use super::weights::{Pairs, Rows, Table};
use crate::model::Rel;

/// A row of weights for relations has room for this many.
pub const MAX_RELS: usize = 40;
/// Marks a word that is always tagged alike, in its habit.
pub const CERTAIN: Habit = 1 << 15;

/// The learnt models, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Models<'w> {
    pub lexicon: Table<'w>,
    pub classes: Table<'w>,
    pub tags: Rows<'w, MAX_TAGS>,
    pub steps: Pairs<'w>,
    pub rels: Rows<'w, MAX_RELS>,
}

impl Models<'static> {
    /// Returns the models that come with the program.
    pub fn built_in() -> Self {
        Self {
            lexicon: Table::new(include_bytes!("lexicon.bin")),
            classes: Table::new(include_bytes!("classes.bin")),
            tags: Rows::new(include_bytes!("tags.bin")),
            steps: Pairs::new(include_bytes!("steps.bin")),
            rels: Rows::new(include_bytes!("rels.bin")),
        }
    }
}

/// Room for one sentence at a time, used again for the next one.
#[derive(Default)]
pub struct Desk {
    pub words: Words,
    pub tags: Vec<u8>,
    pub state: State,
    step_keys: Keys<MAX_STEP_FEATURES>,
    rel_keys: Keys<MAX_REL_FEATURES>,
}

impl Models<'_> {
    /// Tags the words on the desk.
    pub fn tag(&self, desk: &mut Desk) {
        desk.tags.clear();
        tagger::tag(&self.tags, certain, &desk.words, &mut desk.tags);
    }

    /// Parses the words on the desk, which have been tagged: first the tree, then the names of its arcs.
    pub fn parse(&self, desk: &mut Desk) {
        let Desk { words, tags, state, step_keys, rel_keys } = desk;
        state.begin(tags.iter().enumerate().map(|(word, &tag)| (words.lexeme(word), words.class(word), tag)));
        while !state.is_done() {
            let step = self.choose(state, step_keys);
            state.take(step);
        }
        for turn in 0..state.n_hung() {
            let dependent = state.hung(turn);
            rel_features(state, dependent, rel_keys);
            let mut scores = [0; MAX_RELS];
            self.rels.add(rel_keys.as_slice(), &mut scores);
            state.name(dependent, best_of(&scores[..Rel::ALL.len()]));
        }
    }

    fn choose(&self, state: &State, keys: &mut Keys<MAX_STEP_FEATURES>) -> Step {
        let legal = state.legal();
        match legal {
            [true, false, false] => return Step::Shift,
            [false, false, _] => return Step::Right,
            _ => {}
        }
        step_features(state, keys);
        let (left, right) = self.steps.score(keys.as_slice());
        best_step(legal, [0, left, right])
    }
}

/// Returns the legal step with the highest score.
pub fn best_step<T: PartialOrd + Copy>(legal: [bool; 3], scores: [T; 3]) -> Step {
    let steps = [Step::Shift, Step::Left, Step::Right];
    let mut best: Option<usize> = None;
    for at in 0..3 {
        if legal[at] && best.is_none_or(|best| scores[best] < scores[at]) {
            best = Some(at);
        }
    }
    best.map_or(Step::Shift, |best| steps[best])
}

/// Returns the tag of a word that is always tagged alike.
pub fn certain(habit: Habit) -> Option<u8> {
    (habit & CERTAIN != 0).then(|| (habit & 0xff) as u8 - 1)
}
