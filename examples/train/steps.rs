//! Learns the parser: its steps, and the relations of the arcs they make.
//!
//! The parser walks through each sentence by its own choices, right or wrong,
//! and learns from a dynamic oracle, which tells at any point which steps lose
//! no further arc of the gold tree.
//!
//! Source: Goldberg and Nivre 2013, the costs of arc-hybrid transitions.

use super::Chance;
use super::learner::{Learner, Sums, quantise, scale_of};
use super::treebank::Sentence;
use writethru::model::Rel;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::model::{MAX_RELS, best_step};
use writethru::text::grammar::parser::{State, Step};
use writethru::text::grammar::parser_features::{MAX_REL_FEATURES, MAX_STEP_FEATURES, rel_features, step_features};
use writethru::text::grammar::tagger::{Words, best_of};
use writethru::text::grammar::weights::{Table, write};

const EPOCHS: usize = 8;
/// Trainings whose weights are added up.
const RUNS: u64 = 3;
/// How fast weights move.
const RATE: f32 = 0.1;
/// Features seen less often in the first round get no weights.
const LEAST_SEEN: u8 = 4;
/// Share of features left out of each decision in training.
const DROPPED: f64 = 0.3;
/// Share of weights too large for eight bits.
const CLIPPED: f64 = 0.00005;
/// From this epoch on, the parser walks by its own choices.
const FIRST_FREE_EPOCH: usize = 1;
/// Of ten wrong steps, this many are taken.
const FREE_SHARE: u64 = 9;
/// Features changed less often than this are left out.
const LEAST_UPDATES: u32 = 2;
const STEP_BUCKETS: usize = 1 << 18;
const REL_BUCKETS: usize = 1 << 15;
const MAX_REL_ROWS: usize = 65_000;

/// The weights of steps and of relations, as they are stored.
#[derive(Default)]
pub struct Weights {
    pub steps: Vec<u8>,
    pub rels: Vec<u8>,
}

/// Learns from `sentences`; `check` looks at what is there after each training.
pub fn learn(sentences: &[Sentence], lexicon: &Table<'_>, classes: &Table<'_>, check: impl Fn(&Weights)) -> Weights {
    let (mut step_sums, mut rel_sums) = (Sums::default(), Sums::default());
    let mut weights = Weights::default();
    for run in 0..RUNS {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        let mut teacher = Teacher::new(run);
        let mut words = Words::default();
        for epoch in 0..EPOCHS {
            teacher.chance.shuffle(&mut order);
            teacher.wrong = 0;
            (teacher.steps.counts, teacher.rels.counts) = (epoch == 0, epoch == 0);
            for &index in &order {
                words.fill(sentences[index].pairs(), lexicon, classes);
                teacher.learn_sentence(&words, &sentences[index], FIRST_FREE_EPOCH <= epoch);
            }
        }
        println!("parser run {run}: {} wrong steps in the last round", teacher.wrong);
        teacher.steps.add_to(&mut step_sums, LEAST_UPDATES);
        teacher.rels.add_to(&mut rel_sums, LEAST_UPDATES);
        weights = Weights { steps: step_bytes(step_sums.sorted()), rels: rel_bytes(rel_sums.sorted()) };
        check(&weights);
    }
    weights
}

fn step_bytes(features: Vec<(u64, [f32; 3])>) -> Vec<u8> {
    let against_shift = |weights: [f32; 3]| [weights[1] - weights[0], weights[2] - weights[0]];
    let features: Vec<_> = features.into_iter().map(|(key, weights)| (key, against_shift(weights))).collect();
    let scale = scale_of(&features, CLIPPED);
    let n_all = features.len();
    let mut pairs: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    pairs.retain(|(_, weights)| *weights != [0, 0]);
    let (bytes, left_out) = write::pairs(STEP_BUCKETS, &pairs);
    println!("steps: {n_all} features, {} not zero, {left_out} without room, 127 is {scale}", pairs.len());
    bytes
}

fn rel_bytes(mut features: Vec<(u64, [f32; MAX_RELS])>) -> Vec<u8> {
    let n_all = features.len();
    features.truncate(MAX_REL_ROWS);
    let scale = scale_of(&features, CLIPPED);
    let rows: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    let (bytes, left_out) = write::rows(REL_BUCKETS, &rows);
    println!("relations: {n_all} features, {} kept, {left_out} without room, 127 is {scale}", rows.len());
    bytes
}

struct Teacher {
    steps: Learner<3>,
    rels: Learner<MAX_RELS>,
    step_keys: Keys<MAX_STEP_FEATURES>,
    rel_keys: Keys<MAX_REL_FEATURES>,
    chance: Chance,
    state: State,
    /// Places of the features of the decision at hand.
    places: Vec<u32>,
    wrong: usize,
}

impl Teacher {
    fn new(run: u64) -> Self {
        Self {
            steps: Learner::new(RATE, LEAST_SEEN),
            rels: Learner::new(RATE, LEAST_SEEN),
            step_keys: Keys::new(),
            rel_keys: Keys::new(),
            chance: Chance::new(run),
            state: State::default(),
            places: Vec::new(),
            wrong: 0,
        }
    }

    fn learn_sentence(&mut self, words: &Words, sentence: &Sentence, free: bool) {
        self.state
            .begin(sentence.tags.iter().enumerate().map(|(word, &tag)| (words.lexeme(word), words.class(word), tag)));
        let gold = Gold::new(sentence);
        while !self.state.is_done() {
            let legal = self.state.legal();
            let costs = gold.costs(&self.state, legal);
            let step = if legal.iter().filter(|is| **is).count() == 1 {
                best_step(legal, [0.0; 3])
            } else {
                self.learn_step(legal, costs, free)
            };
            self.state.take(step);
        }
        for turn in 0..self.state.n_hung() {
            let dependent = self.state.hung(turn);
            let rel = self.learn_rel(&gold, dependent);
            self.state.name(dependent, rel);
        }
    }

    fn learn_step(&mut self, legal: [bool; 3], costs: [usize; 3], free: bool) -> Step {
        step_features(&self.state, &mut self.step_keys);
        let thin = Learner::<3>::thin(self.step_keys.as_slice(), &mut self.chance, DROPPED);
        self.steps.places(&thin, &mut self.places);
        let scores = self.steps.scores(&self.places);
        let chosen = best_step(legal, scores);
        let least = (0..3).filter(|&step| legal[step]).map(|step| costs[step]).min().unwrap_or(0);
        let good = std::array::from_fn(|step| legal[step] && costs[step] == least);
        self.steps.learn(&self.places, &scores, &good, &legal);
        if good[chosen as usize] {
            return chosen;
        }
        self.wrong += 1;
        if free && self.chance.draw() % 10 < FREE_SHARE { chosen } else { best_step(good, scores) }
    }

    fn learn_rel(&mut self, gold: &Gold<'_>, dependent: usize) -> u8 {
        let head = self.state.node(dependent).head as usize;
        rel_features(&self.state, dependent, &mut self.rel_keys);
        let thin = Learner::<3>::thin(self.rel_keys.as_slice(), &mut self.chance, DROPPED);
        self.rels.places(&thin, &mut self.places);
        let scores = self.rels.scores(&self.places);
        let chosen = best_of(&scores[..Rel::ALL.len()]);
        if gold.sentence.heads[dependent - 1] == head {
            let right = usize::from(gold.sentence.rels[dependent - 1]);
            let good = std::array::from_fn(|rel| rel == right);
            let legal = std::array::from_fn(|rel| rel < Rel::ALL.len());
            self.rels.learn(&self.places, &scores, &good, &legal);
        }
        chosen
    }
}

/// A gold tree, ready to tell what a step costs.
struct Gold<'s> {
    sentence: &'s Sentence,
    /// Dependents of each word, in order.
    dependents: Vec<Vec<usize>>,
}

impl<'s> Gold<'s> {
    fn new(sentence: &'s Sentence) -> Self {
        let mut dependents = vec![Vec::new(); sentence.len() + 1];
        sentence.heads.iter().enumerate().for_each(|(at, &head)| dependents[head].push(at + 1));
        Self { sentence, dependents }
    }

    fn head(&self, word: usize) -> usize {
        self.sentence.heads[word - 1]
    }

    /// Returns how many gold arcs each legal step would put out of reach.
    fn costs(&self, state: &State, legal: [bool; 3]) -> [usize; 3] {
        let (top, below, next) = (state.top(0), state.top(1), state.next());
        let waiting = |word: usize| next <= word;
        let stack = state.stack();
        let mut costs = [0; 3];
        if legal[0] {
            let deeper = &stack[..stack.len().saturating_sub(1)];
            let head = self.head(next);
            let loses_head = if head == 0 { !stack.is_empty() } else { deeper.contains(&(head as u32)) };
            let lost = self.dependents[next].iter().take_while(|word| **word < next);
            let lost = lost.filter(|word| stack.contains(&(**word as u32))).count();
            costs[Step::Shift as usize] = usize::from(loses_head) + lost;
        }
        if top == 0 {
            return costs;
        }
        let orphans = self.dependents[top].iter().filter(|word| waiting(**word)).count();
        let head = self.head(top);
        if legal[1] {
            let loses_head = head == 0 || head == below && below != 0 || next < head;
            costs[Step::Left as usize] = usize::from(loses_head) + orphans;
        }
        if legal[2] {
            costs[Step::Right as usize] = usize::from(head == 0 || waiting(head)) + orphans;
        }
        costs
    }
}
