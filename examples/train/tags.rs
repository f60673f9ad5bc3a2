//! Learns the tagger.

use super::Chance;
use super::learner::{Learner, Sums, quantise, scale_of};
use super::treebank::Sentence;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::model::certain;
use writethru::text::grammar::tag_table::{MAX_TAGS, TAGS};
use writethru::text::grammar::tagger::{NO_TAG, Words, best_of, tag_features};
use writethru::text::grammar::weights::{Table, write};

pub const EPOCHS: usize = 12;
pub const FOLD_EPOCHS: usize = 8;
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
const MAX_FEATURES: usize = 54_000;
const N_BUCKETS: usize = 1 << 15;

/// Returns the bytes of the tagger's weights.
pub fn learn(sentences: &[Sentence], lexicon: &Table<'_>, classes: &Table<'_>, epochs: usize, runs: u64) -> Vec<u8> {
    let mut sums = Sums::<MAX_TAGS>::default();
    for run in 0..runs {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        let mut chance = Chance::new(run);
        let mut model = Learner::new(RATE, LEAST_SEEN);
        let mut words = Words::default();
        let mut wrong = 0;
        for epoch in 0..epochs {
            chance.shuffle(&mut order);
            (wrong, model.counts) = (0, epoch == 0);
            for &index in &order {
                words.fill(sentences[index].pairs(), lexicon, classes);
                wrong += learn_sentence(&mut model, &words, &sentences[index].tags, &mut chance);
            }
        }
        println!("tagger run {run}: {wrong} wrong in the last round");
        model.add_to(&mut sums, LEAST_UPDATES);
    }
    let mut features = sums.sorted();
    let n_all = features.len();
    features.truncate(MAX_FEATURES);
    let scale = scale_of(&features, CLIPPED);
    let rows: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    let (bytes, left_out) = write::rows(N_BUCKETS, &rows);
    println!("tagger: {n_all} features, {} kept, {left_out} without room, 127 is {scale}", rows.len());
    bytes
}

fn learn_sentence(model: &mut Learner<MAX_TAGS>, words: &Words, gold: &[u8], chance: &mut Chance) -> usize {
    let mut keys = Keys::new();
    let mut places = Vec::new();
    let (mut before, mut before2, mut wrong) = (NO_TAG, NO_TAG, 0);
    for (at, &gold) in gold.iter().enumerate() {
        let chosen = match certain(words.habit(at)) {
            Some(tag) => tag,
            None => {
                tag_features(words, at, before, before2, &mut keys);
                let thin = Learner::<MAX_TAGS>::thin(keys.as_slice(), chance, DROPPED);
                model.places(&thin, &mut places);
                let scores = model.scores(&places);
                let chosen = best_of(&scores[..TAGS.len()]);
                wrong += usize::from(chosen != gold);
                let good = std::array::from_fn(|tag| tag == usize::from(gold));
                model.learn(&places, &scores, &good, &std::array::from_fn(|tag| tag < TAGS.len()));
                chosen
            }
        };
        (before2, before) = (before, chosen);
    }
    wrong
}
