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
const LEAST_UPDATES: u32 = 3;
const MAX_FEATURES: usize = 50_000;
const N_BUCKETS: usize = 1 << 14;

/// Returns the bytes of the tagger's weights.
pub fn learn(sentences: &[Sentence], lexicon: &[u8], epochs: usize) -> Vec<u8> {
    let lexicon = Table::new(lexicon);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let mut model = Learner::<MAX_TAGS>::new(crate::knob("TAG_RATE", 0.1) as f32, crate::knob("TAG_SEEN", 3.0) as u8);
    let mut words = Words::default();
    let epochs = crate::knob("TAG_EPOCHS", epochs as f64) as usize;
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
    let mut features = model.averaged(crate::knob("TAG_LEAST", 3.0) as u32);
    let n_all = features.len();
    features.truncate(crate::knob("TAG_FEATURES", MAX_FEATURES as f64) as usize);
    let scale = scale_of(&features, crate::knob("TAG_CLIP", 0.0005));
    let rows: Vec<_> = features.into_iter().map(|(key, weights)| (key, quantise(weights, scale))).collect();
    let (bytes, left_out) = write::rows(1 << crate::knob("TAG_BUCKETS", 14.0) as usize, &rows);
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
                let thin = Learner::<MAX_TAGS>::thin(keys.as_slice(), chance, crate::knob("TAG_DROP", 0.0));
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
