//! Learns weights by the averaged perceptron.
//!
//! Whenever a decision is wrong, the features of the right class go up by one
//! and those of the chosen class down; in the end each weight is its average
//! over all decisions, which keeps late accidents small.
//!
//! Source: Collins 2002.

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

#[derive(Clone)]
struct Feature<const C: usize> {
    key: u64,
    weights: [f32; C],
    /// Sum of the changes, each times the moment it came.
    moments: [f64; C],
    n_updates: u32,
}

pub struct Perceptron<const C: usize> {
    index: Index,
    features: Vec<Feature<C>>,
    now: f64,
}

impl<const C: usize> Perceptron<C> {
    pub fn new() -> Self {
        Self { index: Index::default(), features: Vec::new(), now: 1.0 }
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

    /// Counts a decision; call it once for each.
    pub fn tick(&mut self) {
        self.now += 1.0;
    }

    /// Moves the features of a wrong decision from `chosen` to `gold`.
    pub fn update(&mut self, keys: &[u64], gold: usize, chosen: usize) {
        for &key in keys {
            let at = *self.index.entry(key).or_insert_with(|| {
                self.features.push(Feature { key, weights: [0.0; C], moments: [0.0; C], n_updates: 0 });
                self.features.len() as u32 - 1
            });
            let feature = &mut self.features[at as usize];
            feature.n_updates += 1;
            for (class, change) in [(gold, 1.0), (chosen, -1.0)] {
                feature.weights[class] += change;
                feature.moments[class] += f64::from(change) * self.now;
            }
        }
    }

    /// Returns the averaged weights of features changed at least `least` times, the heaviest first.
    pub fn averaged(&self, least: u32) -> Vec<(u64, [f32; C])> {
        let average = |feature: &Feature<C>| {
            let weight = |class: usize| (f64::from(feature.weights[class]) - feature.moments[class] / self.now) as f32;
            (feature.key, std::array::from_fn(weight))
        };
        let kept = self.features.iter().filter(|feature| least <= feature.n_updates);
        let mut features: Vec<(u64, [f32; C], f32)> = kept
            .map(|feature| {
                let (key, weights) = average(feature);
                let size: f32 = weights.iter().map(|weight| weight * weight).sum();
                (key, weights, size * (feature.n_updates as f32))
            })
            .collect();
        features.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        features.into_iter().map(|(key, weights, _)| (key, weights)).collect()
    }
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
