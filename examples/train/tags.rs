//! Learns the tagger.

use std::thread;

use super::Chance;
use super::learner::{Learner, Sums, quantise, scale_of};
use super::net::NetLearner;
use super::treebank::Sentence;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::model::certain;
use writethru::text::grammar::net::Net;
use writethru::text::grammar::tag_table::{MAX_TAGS, TAGS};
use writethru::text::grammar::tagger::{NO_TAG, TAG_WIDTH, TaggedWords, Weights, best_of, tag_facts, tag_features};
use writethru::text::grammar::weights::{Table, WeightRows, write};

pub const EPOCHS: usize = 18;
pub const FOLD_EPOCHS: usize = 10;
/// Trainings whose weights are added up.
pub const RUNS: u64 = 3;
/// How fast weights move.
const RATE: f32 = 0.1;
/// Features seen less often in the first round get no weights.
const LEAST_SEEN: u8 = 8;
/// Share of features left out of each decision in training.
const DROPPED: f64 = 0.3;
/// Share of weights too large for eight bits.
const CLIPPED: f64 = 0.00005;
/// Features changed less often than this are left out.
const LEAST_UPDATES: u32 = 3;
const MAX_FEATURES: usize = 30_000;
const N_BUCKETS: usize = 1 << 14;

const NET_LEAST_SEEN: u8 = 4;
const MAX_NET_ROWS: usize = 43_000;
const NET_BUCKETS: usize = 1 << 15;

type TagNet = NetLearner<TAG_WIDTH, MAX_TAGS>;

/// The tagger's weights as they are stored.
#[derive(Default)]
pub struct Bytes {
    pub linear: Vec<u8>,
    pub net: Vec<u8>,
}

impl Bytes {
    /// Returns the weights to tag with; both kinds are always asked in training.
    pub fn weights(&self) -> Weights<'_> {
        Weights { linear: WeightRows::new(&self.linear), net: Net::new(&self.net), clear: i32::MAX }
    }
}

/// Returns the bytes of the tagger's weights.
pub fn learn(sentences: &[Sentence], lexicon: &Table<'_>, classes: &Table<'_>, epochs: usize, runs: u64) -> Bytes {
    let learnt = thread::scope(|scope| {
        let run = |run| scope.spawn(move || learn_run(sentences, lexicon, classes, epochs, run));
        let runs: Vec<_> = (0..runs).map(run).collect();
        runs.into_iter().map(|run| run.join().expect("learning does not fail")).collect::<Vec<_>>()
    });
    let mut sums = Sums::<MAX_TAGS>::default();
    learnt.iter().for_each(|(model, _)| model.add_to(&mut sums, LEAST_UPDATES));
    let mut features = sums.sorted();
    let n_all = features.len();
    features.truncate(MAX_FEATURES);
    let scale = scale_of(&features, CLIPPED);
    let rows: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    let (bytes, left_out) = write::rows(N_BUCKETS, &rows);
    println!("tagger: {n_all} features, {} kept, {left_out} without room, 127 is {scale}", rows.len());
    let unit = runs as f32 * 127.0 / scale;
    let net = learnt.into_iter().find_map(|(_, net)| net);
    Bytes { linear: bytes, net: net.map(|net| net.bytes(NET_BUCKETS, MAX_NET_ROWS, unit)).unwrap_or_default() }
}

/// Learns one of the linear models; the first run learns the network, too.
fn learn_run(
    sentences: &[Sentence],
    lexicon: &Table<'_>,
    classes: &Table<'_>,
    epochs: usize,
    run: u64,
) -> (Learner<MAX_TAGS>, Option<TagNet>) {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut chance = Chance::new(run);
    let mut model = Learner::new(RATE, LEAST_SEEN);
    let mut net = (run == 0).then(|| NetLearner::new(run, NET_LEAST_SEEN));
    let mut words = TaggedWords::default();
    let mut wrong = 0;
    for epoch in 0..epochs {
        chance.shuffle(&mut order);
        (wrong, model.counts) = (0, epoch == 0);
        net.iter_mut().for_each(|net| net.begin(epoch, epochs));
        for &index in &order {
            words.fill(sentences[index].pairs(), lexicon, classes);
            wrong += learn_sentence(&mut model, net.as_mut(), &words, &sentences[index].tags, &mut chance);
        }
    }
    println!("tagger run {run}: {wrong} wrong in the last round");
    (model, net)
}

fn learn_sentence(
    model: &mut Learner<MAX_TAGS>,
    mut net: Option<&mut TagNet>,
    words: &TaggedWords,
    gold: &[u8],
    chance: &mut Chance,
) -> usize {
    let (mut keys, mut facts) = (Keys::new(), Keys::new());
    let mut places = Vec::new();
    let (mut before, mut before2, mut wrong) = (NO_TAG, NO_TAG, 0);
    for (at, &gold) in gold.iter().enumerate() {
        let chosen = match certain(words.habit(at)) {
            Some(tag) => tag,
            None => {
                tag_features(words, at, before, before2, &mut keys);
                let thin = chance.thin(keys.as_slice(), DROPPED);
                model.places(&thin, &mut places);
                let scores = model.scores(&places);
                let mut both = scores;
                let good = std::array::from_fn(|tag| tag == usize::from(gold));
                let legal = std::array::from_fn(|tag| tag < TAGS.len());
                if let Some(net) = &mut net {
                    tag_facts(words, at, before, before2, &mut facts);
                    let net_scores = net.scores(facts.as_slice());
                    both.iter_mut().zip(net_scores).for_each(|(both, score)| *both += score);
                    net.learn(&net_scores, &good, &legal);
                }
                let chosen = best_of(&both[..TAGS.len()]);
                wrong += usize::from(chosen != gold);
                model.learn(&places, &scores, &good, &legal);
                chosen
            }
        };
        (before2, before) = (before, chosen);
    }
    wrong
}
