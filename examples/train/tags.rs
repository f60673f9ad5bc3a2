//! Learns the tagger.

use super::Chance;
use super::learner::{Learner, quantise, scale_of};
use super::treebank::Sentence;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::model::certain;
use writethru::text::grammar::tag_table::{MAX_TAGS, TAGS};
use writethru::text::grammar::tagger::{NO_TAG, Words, best_of, tag_features};
use writethru::text::grammar::weights::{Table, write};

pub const EPOCHS: usize = 10;
pub const FOLD_EPOCHS: usize = 6;
/// Features changed less often than this are left out.
/// How fast weights move.
const RATE: f32 = 0.1;
/// Features seen less often in the first round get no weights.
const LEAST_SEEN: u8 = 4;
/// Share of features left out of each decision in training.
const DROPPED: f64 = 0.2;
/// Share of weights too large for eight bits.
const CLIPPED: f64 = 0.00005;
const LEAST_UPDATES: u32 = 3;
const MAX_FEATURES: usize = 55_000;
const N_BUCKETS: usize = 1 << 15;

/// Returns the bytes of the tagger's weights.
pub fn learn(sentences: &[Sentence], lexicon: &[u8], epochs: usize) -> Vec<u8> {
    let lexicon = Table::new(lexicon);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let mut model = Learner::<MAX_TAGS>::new(RATE, LEAST_SEEN);
    let mut words = Words::default();
    for epoch in 0..epochs {
        chance.shuffle(&mut order);
        let mut wrong = 0;
        model.counts = epoch == 0;
        for &index in &order {
            words.fill(sentences[index].pairs(), &lexicon);
            wrong += learn_sentence(&mut model, &words, &sentences[index].tags, &mut chance);
        }
        if epoch + 1 == epochs {
            println!("tagger epoch {epoch}: {wrong} wrong");
        }
    }
    let mut features = model.averaged(LEAST_UPDATES);
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
    let (mut before, mut before2, mut wrong) = (NO_TAG, NO_TAG, 0);
    for (at, &gold) in gold.iter().enumerate() {
        let chosen = match certain(words.habit(at)) {
            Some(tag) => tag,
            None => {
                tag_features(words, at, before, before2, &mut keys);
                let thin = Learner::<MAX_TAGS>::thin(keys.as_slice(), chance, DROPPED);
                let scores = model.scores(&thin);
                let chosen = best_of(&scores[..TAGS.len()]);
                wrong += usize::from(chosen != gold);
                let good = std::array::from_fn(|tag| tag == usize::from(gold));
                model.learn(&thin, &scores, &good, &std::array::from_fn(|tag| tag < TAGS.len()));
                chosen
            }
        };
        (before2, before) = (before, chosen);
    }
    wrong
}
