//! Learns weights: multinomial logistic regression by AdaGrad, averaged.
//!
//! After each decision the right classes go up and the others down, by as much
//! as the model was unsure; a feature moves less the more it has moved before.
//! In the end each weight is its average over all decisions, which keeps late
//! accidents small. Features that are rare get no weights.
//!
//! Source: Duchi, Hazan, Singer 2011 (AdaGrad); Collins 2002 (averaging).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already.
#[derive(Default)]
pub struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

pub type Index = HashMap<u64, u32, BuildHasherDefault<Identity>>;

struct Feature<const C: usize> {
    key: u64,
    weights: [f32; C],
    /// Sum of the changes, each times the moment it came.
    moments: [f32; C],
    squares: [f32; C],
    n_updates: u32,
}

pub struct Learner<const C: usize> {
    index: Index,
    features: Vec<Feature<C>>,
    /// How often each feature was seen, by hash.
    seen: Vec<u8>,
    /// A feature gets weights when it is seen this often.
    least_seen: u8,
    /// Whether features are counted still: in the first round only.
    pub counts: bool,
    /// How fast weights move.
    rate: f32,
    now: f32,
}

/// Counters of features seen, as a power of two.
const SEEN_BITS: u32 = 28;
/// Classes whose chance is wrong by less than this stay as they are.
const SMALL: f32 = 0.01;
/// A unit of time, so that moments stay small numbers.
const TICK: f32 = 1e-6;

impl<const C: usize> Learner<C> {
    pub fn new(rate: f32, least_seen: u8) -> Self {
        let seen = vec![0; 1 << SEEN_BITS];
        Self { index: Index::default(), features: Vec::new(), seen, least_seen, counts: true, rate, now: 0.0 }
    }

    pub fn scores(&self, keys: &[u64]) -> [f32; C] {
        let mut scores = [0.0; C];
        for key in keys {
            if let Some(&at) = self.index.get(key) {
                let weights = &self.features[at as usize].weights;
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
            }
        }
        scores
    }

    /// Learns from one decision; `good` says which classes are right, `legal` which there are.
    pub fn learn(&mut self, keys: &[u64], scores: &[f32; C], good: &[bool; C], legal: &[bool; C]) {
        self.now += TICK;
        let wanted = chances(scores, good);
        let given = chances(scores, legal);
        let changes: Vec<(usize, f32)> = (0..C)
            .map(|class| (class, wanted[class] - given[class]))
            .filter(|(_, change)| SMALL < change.abs())
            .collect();
        if changes.is_empty() {
            return;
        }
        for &key in keys {
            let Some(feature) = self.feature(key) else { continue };
            let feature = &mut self.features[feature];
            feature.n_updates += 1;
            for &(class, change) in &changes {
                feature.squares[class] += change * change;
                let step = self.rate * change / (1e-3 + feature.squares[class]).sqrt();
                feature.weights[class] += step;
                feature.moments[class] += step * self.now;
            }
        }
    }

    /// Leaves out some of `keys`, so that no decision rests on one feature alone.
    pub fn thin(keys: &[u64], chance: &mut super::Chance, share: f64) -> Vec<u64> {
        let limit = (share * f64::from(u32::MAX)) as u64;
        keys.iter().copied().filter(|_| limit <= chance.draw() & u64::from(u32::MAX)).collect()
    }

    fn feature(&mut self, key: u64) -> Option<usize> {
        if let Some(&at) = self.index.get(&key) {
            return Some(at as usize);
        }
        let seen = &mut self.seen[(key >> (64 - SEEN_BITS)) as usize];
        *seen = seen.saturating_add(u8::from(self.counts));
        if *seen < self.least_seen {
            return None;
        }
        let at = self.features.len();
        self.index.insert(key, at as u32);
        let none = [0.0; C];
        self.features.push(Feature { key, weights: none, moments: none, squares: none, n_updates: 0 });
        Some(at)
    }

    /// Returns the averaged weights of features changed at least `least` times, the heaviest first.
    pub fn averaged(&self, least: u32) -> Vec<(u64, [f32; C])> {
        let kept = self.features.iter().filter(|feature| least <= feature.n_updates);
        let mut features: Vec<(u64, [f32; C], f32)> = kept
            .map(|feature| {
                let weight = |class: usize| feature.weights[class] - feature.moments[class] / self.now;
                let weights: [f32; C] = std::array::from_fn(weight);
                let size: f32 = weights.iter().map(|weight| weight * weight).sum();
                (feature.key, weights, size * (feature.n_updates as f32).sqrt())
            })
            .collect();
        features.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        features.into_iter().map(|(key, weights, _)| (key, weights)).collect()
    }
}

/// Returns the chance of each class among those in question (softmax).
fn chances<const C: usize>(scores: &[f32; C], among: &[bool; C]) -> [f32; C] {
    let highest = (0..C).filter(|&class| among[class]).map(|class| scores[class]).fold(f32::MIN, f32::max);
    let powers: [f32; C] =
        std::array::from_fn(|class| if among[class] { (scores[class] - highest).exp() } else { 0.0 });
    let sum: f32 = powers.iter().sum();
    powers.map(|power| power / sum)
}

/// Rounds weights to eight bits; `scale` is what 127 stands for.
pub fn quantise<const C: usize>(weights: [f32; C], scale: f32) -> [i8; C] {
    weights.map(|weight| (weight / scale * 127.0).round().clamp(-127.0, 127.0) as i8)
}

/// Returns the size that all but `share` of the weights stay below.
pub fn scale_of<const C: usize>(features: &[(u64, [f32; C])], share: f64) -> f32 {
    let mut sizes: Vec<f32> =
        features.iter().flat_map(|(_, weights)| weights.map(f32::abs)).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(((1.0 - share) * sizes.len() as f64) as usize).or(sizes.last()).copied().unwrap_or(1.0)
}
