//! Brings the learnt models together: from words to tags and arcs.

use super::features::Keys;
use super::marks;
use super::net::{CLEAR, Net, is_sure};
use super::net_features::{MAX_REL_FACTS, MAX_STEP_FACTS, rel_facts, step_facts};
use super::parser::{State, Transition};
use super::parser_features::{MAX_REL_FEATURES, MAX_STEP_FEATURES, rel_features, step_features};
use super::repair;
use super::tagger::{self, Habit, TaggedWords, best_of};
use super::weights::{Pairs, Table, WeightRows};
use crate::model::Rel;

/// A row of weights for relations has room for this many.
pub const MAX_RELS: usize = 40;
/// Hidden units of the networks.
pub const STEP_WIDTH: usize = 72;
/// Hidden units of the network for relations.
pub const REL_WIDTH: usize = 48;
/// Marks a word that is always tagged alike, in its habit.
pub const CERTAIN: Habit = 1 << 15;

/// The bytes of a file of weights, as `build.rs` has unpacked them.
macro_rules! weights {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".bin"))
    };
}

/// The learnt models, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Models<'w> {
    /// What each word of the treebanks was tagged as.
    pub lexicon: Table<'w>,
    /// What a dictionary knows of a word.
    pub classes: Table<'w>,
    /// Weights of the tagger.
    pub tags: tagger::Weights<'w>,
    /// Linear weights of the parser's steps.
    pub steps: Pairs<'w>,
    /// Linear weights of relations.
    pub rels: WeightRows<'w, MAX_RELS>,
    /// Network for the parser's steps.
    pub step_net: Net<'w, STEP_WIDTH, 3>,
    /// Network for relations.
    pub rel_net: Net<'w, REL_WIDTH, MAX_RELS>,
    /// Weights for the heads of punctuation.
    pub marks: Pairs<'w>,
}

impl Models<'static> {
    /// Returns the models that come with the program.
    pub fn built_in() -> Self {
        Self {
            lexicon: Table::new(weights!("lexicon")),
            classes: Table::new(weights!("classes")),
            tags: tagger::Weights {
                linear: WeightRows::new(weights!("tags")),
                net: Net::new(weights!("tags_net")),
                clear: CLEAR,
            },
            steps: Pairs::new(weights!("steps")),
            rels: WeightRows::new(weights!("rels")),
            step_net: Net::new(weights!("steps_net")),
            rel_net: Net::new(weights!("rels_net")),
            marks: Pairs::new(weights!("marks")),
        }
    }
}

/// The memory for one sentence, used again for the next one.
#[derive(Default)]
pub struct Workspace {
    /// The words of the sentence.
    pub words: TaggedWords,
    /// Numbers of their tags.
    pub tags: Vec<u8>,
    /// The tree.
    pub state: State,
    step_keys: Keys<MAX_STEP_FEATURES>,
    rel_keys: Keys<MAX_REL_FEATURES>,
    step_facts: Keys<MAX_STEP_FACTS>,
    rel_facts: Keys<MAX_REL_FACTS>,
}

impl Models<'_> {
    /// Tags the words in the workspace.
    pub fn tag(&self, workspace: &mut Workspace) {
        workspace.tags.clear();
        tagger::tag(&self.tags, certain, &workspace.words, &mut workspace.tags);
    }

    /// Parses the words in the workspace, which are tagged: first the tree, then its relations, then punctuation.
    pub fn parse(&self, workspace: &mut Workspace) {
        let Workspace { words, tags, state, .. } = workspace;
        state.begin(tags.iter().enumerate().map(|(word, &tag)| (words.lexeme(word), words.class(word), tag)));
        while !workspace.state.is_done() {
            let step = self.choose(workspace);
            workspace.state.take(step);
        }
        for turn in 0..workspace.state.n_attached() {
            let dependent = workspace.state.attached(turn);
            let rel = self.name(workspace, dependent);
            workspace.state.name(dependent, rel);
        }
        repair::reattach_conjuncts(&mut workspace.state);
        marks::attach(&self.marks, &mut workspace.state);
    }

    fn choose(&self, workspace: &mut Workspace) -> Transition {
        let Workspace { state, step_keys, step_facts: facts, .. } = workspace;
        let legal = state.legal();
        match legal {
            [true, false, false] => return Transition::Shift,
            [false, false, _] => return Transition::Right,
            _ => {}
        }
        step_features(state, step_keys);
        let (left, right) = self.steps.score(step_keys.as_slice());
        let mut scores = [0, left, right];
        let scored: [i32; 3] = std::array::from_fn(|at| if legal[at] { scores[at] } else { i32::MIN });
        if !is_sure(&scored, CLEAR) {
            step_facts(state, facts);
            self.step_net.add(facts.as_slice(), &mut scores);
        }
        best_step(legal, scores)
    }

    fn name(&self, workspace: &mut Workspace, dependent: usize) -> u8 {
        let Workspace { state, rel_keys, rel_facts: facts, .. } = workspace;
        rel_features(state, dependent, rel_keys);
        let mut sums = [0; MAX_RELS];
        self.rels.add(rel_keys.as_slice(), &mut sums);
        let mut scores = sums.map(i32::from);
        if !is_sure(&scores[..Rel::ALL.len()], CLEAR) {
            rel_facts(state, dependent, facts);
            self.rel_net.add(facts.as_slice(), &mut scores);
        }
        best_of(&scores[..Rel::ALL.len()])
    }
}

/// Returns the legal step with the highest score.
pub fn best_step<T: PartialOrd + Copy>(legal: [bool; 3], scores: [T; 3]) -> Transition {
    let steps = [Transition::Shift, Transition::Left, Transition::Right];
    let mut best: Option<usize> = None;
    for at in 0..3 {
        if legal[at] && best.is_none_or(|best| scores[best] < scores[at]) {
            best = Some(at);
        }
    }
    best.map_or(Transition::Shift, |best| steps[best])
}

/// Returns the tag of a word that is always tagged alike.
pub fn certain(habit: Habit) -> Option<u8> {
    (habit & CERTAIN != 0).then(|| (habit & 0xff) as u8 - 1)
}
