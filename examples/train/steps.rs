//! Learns the parser: its steps, and the relations of the arcs they make.
//!
//! The parser walks through each sentence by its own choices, right or wrong,
//! and learns from a dynamic oracle, which tells at any point which steps lose
//! no further arc of the gold tree.
//!
//! Source: Goldberg and Nivre 2013, the costs of arc-hybrid transitions.

use std::thread;

use super::Chance;
use super::learner::{Learner, Sums, quantise, scale_of};
use super::marks;
use super::net::NetLearner;
use super::treebank::Sentence;
use writethru::model::Rel;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::model::{MAX_RELS, REL_WIDTH, STEP_WIDTH, best_step};
use writethru::text::grammar::net::Net;
use writethru::text::grammar::net_features::{MAX_REL_FACTS, MAX_STEP_FACTS, rel_facts, step_facts};
use writethru::text::grammar::parser::{State, Transition};
use writethru::text::grammar::parser_features::{MAX_REL_FEATURES, MAX_STEP_FEATURES, rel_features, step_features};
use writethru::text::grammar::tagger::{TaggedWords, best_of};
use writethru::text::grammar::weights::{Table, write};

const EPOCHS: usize = 14;
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
const STEP_BUCKETS: usize = 1 << 16;
const MARK_BUCKETS: usize = 1 << 13;
const REL_BUCKETS: usize = 1 << 14;
const NET_LEAST_SEEN: u8 = 16;
const STEP_NET_BUCKETS: usize = 1 << 14;
const MAX_STEP_NET_ROWS: usize = 29_000;
const REL_NET_BUCKETS: usize = 1 << 14;
const MAX_REL_NET_ROWS: usize = 18_000;
const MAX_REL_ROWS: usize = 36_000;

/// The weights of steps and of relations, as they are stored.
#[derive(Default)]
pub struct Weights {
    pub steps: Vec<u8>,
    pub rels: Vec<u8>,
    pub marks: Vec<u8>,
    pub step_net: Vec<u8>,
    pub rel_net: Vec<u8>,
}

impl Weights {
    /// Writes the files into a folder.
    pub fn save(&self, folder: &str) -> std::io::Result<()> {
        let files = [
            ("steps", &self.steps, 0),
            ("rels", &self.rels, 0),
            ("marks", &self.marks, 0),
            ("steps_net", &self.step_net, Net::<STEP_WIDTH, 3>::LEAD),
            ("rels_net", &self.rel_net, Net::<REL_WIDTH, MAX_RELS>::LEAD),
        ];
        for (name, bytes, lead) in files {
            println!("{name}.bin: {} bytes", bytes.len());
            std::fs::write(format!("{folder}/{name}.bin"), write::packed(lead, bytes))?;
        }
        Ok(())
    }
}

/// Learns from `sentences`.
pub fn learn(sentences: &[Sentence], lexicon: &Table<'_>, classes: &Table<'_>) -> Weights {
    let teachers: Vec<Teacher> = thread::scope(|scope| {
        let run = |run| scope.spawn(move || learn_run(sentences, lexicon, classes, run));
        let runs: Vec<_> = (0..RUNS).map(run).collect();
        runs.into_iter().map(|run| run.join().expect("learning does not fail")).collect()
    });
    let (mut step_sums, mut rel_sums, mut mark_sums) = (Sums::default(), Sums::default(), Sums::default());
    for teacher in &teachers {
        teacher.steps.add_to(&mut step_sums, LEAST_UPDATES);
        teacher.rels.add_to(&mut rel_sums, LEAST_UPDATES);
        teacher.marks.add_to(&mut mark_sums, LEAST_UPDATES);
    }
    let (steps, step_unit) = step_bytes(step_sums.sorted());
    let (rels, rel_unit) = rel_bytes(rel_sums.sorted());
    let nets = teachers.into_iter().find_map(|teacher| teacher.nets);
    let (step_net, rel_net) = nets.map_or_else(Default::default, |nets| {
        let n_runs = RUNS as f32;
        (
            nets.steps.bytes(STEP_NET_BUCKETS, MAX_STEP_NET_ROWS, n_runs * step_unit),
            nets.rels.bytes(REL_NET_BUCKETS, MAX_REL_NET_ROWS, n_runs * rel_unit),
        )
    });
    Weights { steps, rels, marks: mark_bytes(mark_sums.sorted()), step_net, rel_net }
}

/// Learns one of the linear models; the first run learns the networks, too.
fn learn_run(sentences: &[Sentence], lexicon: &Table<'_>, classes: &Table<'_>, run: u64) -> Teacher {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut teacher = Teacher::new(run);
    let mut words = TaggedWords::default();
    for epoch in 0..EPOCHS {
        teacher.chance.shuffle(&mut order);
        teacher.begin(epoch);
        for &index in &order {
            words.fill(sentences[index].pairs(), lexicon, classes);
            teacher.learn_sentence(&words, &sentences[index], FIRST_FREE_EPOCH <= epoch);
        }
    }
    println!("parser run {run}: {} wrong steps in the last round", teacher.wrong);
    teacher
}

/// Returns the bytes and what a weight of one is stored as.
fn step_bytes(features: Vec<(u64, [f32; 3])>) -> (Vec<u8>, f32) {
    let against_shift = |weights: [f32; 3]| [weights[1] - weights[0], weights[2] - weights[0]];
    let features: Vec<_> = features.into_iter().map(|(key, weights)| (key, against_shift(weights))).collect();
    let scale = scale_of(&features, CLIPPED);
    let n_all = features.len();
    let mut pairs: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    pairs.retain(|(_, weights)| *weights != [0, 0]);
    let (bytes, left_out) = write::pairs(STEP_BUCKETS, &pairs);
    println!("steps: {n_all} features, {} not zero, {left_out} without room, 127 is {scale}", pairs.len());
    (bytes, 127.0 / scale)
}

fn rel_bytes(mut features: Vec<(u64, [f32; MAX_RELS])>) -> (Vec<u8>, f32) {
    let n_all = features.len();
    features.truncate(MAX_REL_ROWS);
    let scale = scale_of(&features, CLIPPED);
    let rows: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    let (bytes, left_out) = write::rows(REL_BUCKETS, &rows);
    println!("relations: {n_all} features, {} kept, {left_out} without room, 127 is {scale}", rows.len());
    (bytes, 127.0 / scale)
}

fn mark_bytes(features: Vec<(u64, [f32; 1])>) -> Vec<u8> {
    let scale = scale_of(&features, CLIPPED);
    let n_all = features.len();
    let mut pairs: Vec<_> = features.into_iter().map(|(key, [weight])| (key, quantise([weight, 0.0], scale))).collect();
    pairs.retain(|(_, weights)| *weights != [0, 0]);
    let (bytes, left_out) = write::pairs(MARK_BUCKETS, &pairs);
    println!("marks: {n_all} features, {} not zero, {left_out} without room, 127 is {scale}", pairs.len());
    bytes
}

/// The networks of the parser.
struct Nets {
    steps: NetLearner<STEP_WIDTH, 3>,
    rels: NetLearner<REL_WIDTH, MAX_RELS>,
}

impl Default for Nets {
    fn default() -> Self {
        Self { steps: NetLearner::new(0, NET_LEAST_SEEN), rels: NetLearner::new(0, NET_LEAST_SEEN) }
    }
}

struct Teacher {
    steps: Learner<3>,
    rels: Learner<MAX_RELS>,
    marks: Learner<1>,
    step_keys: Keys<MAX_STEP_FEATURES>,
    rel_keys: Keys<MAX_REL_FEATURES>,
    chance: Chance,
    state: State,
    /// Places of the features of the decision at hand.
    places: Vec<u32>,
    wrong: usize,
    nets: Option<Box<Nets>>,
    step_facts: Keys<MAX_STEP_FACTS>,
    rel_facts: Keys<MAX_REL_FACTS>,
}

impl Teacher {
    fn new(run: u64) -> Self {
        Self {
            steps: Learner::new(RATE, LEAST_SEEN),
            rels: Learner::new(RATE, LEAST_SEEN),
            marks: Learner::new(RATE, LEAST_SEEN),
            step_keys: Keys::new(),
            rel_keys: Keys::new(),
            chance: Chance::new(run),
            state: State::default(),
            places: Vec::new(),
            wrong: 0,
            nets: (run == 0).then(Box::default),
            step_facts: Keys::new(),
            rel_facts: Keys::new(),
        }
    }

    /// Begins an epoch; features are counted in the first one.
    fn begin(&mut self, epoch: usize) {
        self.wrong = 0;
        self.steps.counts = epoch == 0;
        self.rels.counts = epoch == 0;
        self.marks.counts = epoch == 0;
        if let Some(nets) = &mut self.nets {
            nets.steps.begin(epoch, EPOCHS);
            nets.rels.begin(epoch, EPOCHS);
        }
    }

    fn learn_sentence(&mut self, words: &TaggedWords, sentence: &Sentence, free: bool) {
        self.state
            .begin(sentence.tags.iter().enumerate().map(|(word, &tag)| (words.lexeme(word), words.class(word), tag)));
        let gold = Gold::new(sentence, &self.state);
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
        for turn in 0..self.state.n_attached() {
            let dependent = self.state.attached(turn);
            let rel = self.learn_rel(&gold, dependent);
            self.state.name(dependent, rel);
        }
        let heads: Vec<Option<usize>> =
            self.state.marks().iter().map(|mark| gold.node_of(sentence.heads[mark.place as usize])).collect();
        marks::learn(&mut self.marks, &mut self.state, &mut self.chance, DROPPED, |mark| heads[mark]);
    }

    fn learn_step(&mut self, legal: [bool; 3], costs: [usize; 3], free: bool) -> Transition {
        step_features(&self.state, &mut self.step_keys);
        let thin = self.chance.thin(self.step_keys.as_slice(), DROPPED);
        self.steps.places(&thin, &mut self.places);
        let scores = self.steps.scores(&self.places);
        let mut both = scores;
        let net_scores = self.nets.as_mut().map(|nets| {
            step_facts(&self.state, &mut self.step_facts);
            nets.steps.scores(self.step_facts.as_slice())
        });
        both.iter_mut().zip(net_scores.iter().flatten()).for_each(|(both, score)| *both += score);
        let chosen = best_step(legal, both);
        let least = (0..3).filter(|&step| legal[step]).map(|step| costs[step]).min().unwrap_or(0);
        let good = std::array::from_fn(|step| legal[step] && costs[step] == least);
        self.steps.learn(&self.places, &scores, &good, &legal);
        if let (Some(nets), Some(scores)) = (&mut self.nets, &net_scores) {
            nets.steps.learn(scores, &good, &legal);
        }
        if good[chosen as usize] {
            return chosen;
        }
        self.wrong += 1;
        if free && self.chance.draw() % 10 < FREE_SHARE { chosen } else { best_step(good, both) }
    }

    fn learn_rel(&mut self, gold: &Gold, dependent: usize) -> u8 {
        let head = self.state.node(dependent).head as usize;
        rel_features(&self.state, dependent, &mut self.rel_keys);
        let thin = self.chance.thin(self.rel_keys.as_slice(), DROPPED);
        self.rels.places(&thin, &mut self.places);
        let scores = self.rels.scores(&self.places);
        let mut both = scores;
        let net_scores = self.nets.as_mut().map(|nets| {
            rel_facts(&self.state, dependent, &mut self.rel_facts);
            nets.rels.scores(self.rel_facts.as_slice())
        });
        both.iter_mut().zip(net_scores.iter().flatten()).for_each(|(both, score)| *both += score);
        let chosen = best_of(&both[..Rel::ALL.len()]);
        if gold.heads[dependent] == head {
            let right = usize::from(gold.rels[dependent]);
            let good = std::array::from_fn(|rel| rel == right);
            let legal = std::array::from_fn(|rel| rel < Rel::ALL.len());
            self.rels.learn(&self.places, &scores, &good, &legal);
            if let (Some(nets), Some(scores)) = (&mut self.nets, &net_scores) {
                nets.rels.learn(scores, &good, &legal);
            }
        }
        chosen
    }
}

/// A gold tree without marks, ready to tell what a step costs.
pub struct Gold {
    /// Head of each word; 0 for the root.
    heads: Vec<usize>,
    rels: Vec<u8>,
    /// Dependents of each word, in order.
    dependents: Vec<Vec<usize>>,
    /// Node of each place in the sentence; 0 for marks and the root.
    nodes: Vec<usize>,
}

impl Gold {
    fn node_of(&self, place: usize) -> Option<usize> {
        Some(self.nodes[place]).filter(|node| *node != 0)
    }

    /// Reads the tree of the words that `state` has begun with; what hangs on a mark hangs on the mark's head.
    pub fn new(sentence: &Sentence, state: &State) -> Self {
        let mut nodes = vec![0; sentence.len() + 1];
        (1..=state.n_words()).for_each(|node| nodes[state.place(node) + 1] = node);
        let head_of = |node: usize| {
            let mut at = sentence.heads[state.place(node)];
            while at != 0 && nodes[at] == 0 {
                at = sentence.heads[at - 1];
            }
            nodes[at]
        };
        let mut gold = Self {
            heads: vec![0],
            rels: vec![0],
            dependents: vec![Vec::new(); state.n_words() + 1],
            nodes: Vec::new(),
        };
        for node in 1..=state.n_words() {
            let head = head_of(node);
            gold.heads.push(head);
            gold.rels.push(sentence.rels[state.place(node)]);
            gold.dependents[head].push(node);
        }
        gold.nodes = nodes;
        gold
    }

    fn head(&self, word: usize) -> usize {
        self.heads[word]
    }

    /// Returns how many gold arcs each legal step would put out of reach.
    pub fn costs(&self, state: &State, legal: [bool; 3]) -> [usize; 3] {
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
            costs[Transition::Shift as usize] = usize::from(loses_head) + lost;
        }
        if top == 0 {
            return costs;
        }
        let orphans = self.dependents[top].iter().filter(|word| waiting(**word)).count();
        let head = self.head(top);
        if legal[1] {
            let loses_head = head == 0 || head == below && below != 0 || next < head;
            costs[Transition::Left as usize] = usize::from(loses_head) + orphans;
        }
        if legal[2] {
            costs[Transition::Right as usize] = usize::from(head == 0 || waiting(head)) + orphans;
        }
        costs
    }
}
