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

impl<const C: usize> Feature<C> {
    fn move_by(&mut self, class: usize, change: f32, rate: f32, now: f32) {
        self.squares[class] += change * change;
        let step = rate * change / (1e-3 + self.squares[class]).sqrt();
        self.weights[class] += step;
        self.moments[class] += step * now;
    }
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

    /// Returns the places of the features that have weights; new ones get some when they are seen often enough.
    pub fn places(&mut self, keys: &[u64], places: &mut Vec<u32>) {
        places.clear();
        for &key in keys {
            match self.index.get(&key) {
                Some(&at) => places.push(at),
                None if self.counts => self.count(key),
                None => {}
            }
        }
    }

    pub fn scores(&self, places: &[u32]) -> [f32; C] {
        let mut scores = [0.0; C];
        for &at in places {
            let weights = &self.features[at as usize].weights;
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Learns from one decision; `good` says which classes are right, `legal` which there are.
    pub fn learn(&mut self, places: &[u32], scores: &[f32; C], good: &[bool; C], legal: &[bool; C]) {
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
        for &at in places {
            let feature = &mut self.features[at as usize];
            for &(class, change) in &changes {
                feature.move_by(class, change, self.rate, self.now);
            }
            feature.n_updates += 1;
        }
    }

    /// Counts a feature without weights, and gives it some once it was seen often enough.
    fn count(&mut self, key: u64) {
        let seen = &mut self.seen[(key >> (64 - SEEN_BITS)) as usize];
        *seen = seen.saturating_add(1);
        if *seen < self.least_seen {
            return;
        }
        self.index.insert(key, self.features.len() as u32);
        let none = [0.0; C];
        self.features.push(Feature { key, weights: none, moments: none, squares: none, n_updates: 0 });
    }

    /// Adds the averaged weights of features changed at least `least` times to `sums`.
    pub fn add_to(&self, sums: &mut Sums<C>, least: u32) {
        for feature in self.features.iter().filter(|feature| least <= feature.n_updates) {
            let weight = |class: usize| feature.weights[class] - feature.moments[class] / self.now;
            let weights: [f32; C] = std::array::from_fn(weight);
            let size: f32 = weights.iter().map(|weight| weight * weight).sum();
            let (sum, weight) = sums.0.entry(feature.key).or_insert(([0.0; C], 0.0));
            sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            *weight += size * (feature.n_updates as f32).sqrt();
        }
    }
}

impl Learner<1> {
    /// Learns to choose number `right` among things that have features of their own.
    pub fn learn_among(&mut self, places: &[Vec<u32>], scores: &[f32], right: usize) {
        self.now += TICK;
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = scores.iter().map(|score| (score - highest).exp()).sum();
        for (at, places) in places.iter().enumerate() {
            let change = f32::from(u8::from(at == right)) - (scores[at] - highest).exp() / sum;
            if change.abs() < SMALL {
                continue;
            }
            for &place in places {
                let feature = &mut self.features[place as usize];
                feature.move_by(0, change, self.rate, self.now);
                feature.n_updates += 1;
            }
        }
    }
}

/// Weights of several trainings on the same data, added up.
///
/// Each training sees the sentences in another order and leaves out other
/// features, so what they agree on is kept and their accidents cancel out. A sum
/// of linear models is a linear model: it costs no more to use than one.
pub struct Sums<const C: usize>(HashMap<u64, ([f32; C], f32), BuildHasherDefault<Identity>>);

impl<const C: usize> Default for Sums<C> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<const C: usize> Sums<C> {
    /// Returns each feature with its weights, the weightiest first.
    pub fn sorted(&self) -> Vec<(u64, [f32; C])> {
        let mut features: Vec<_> = self.0.iter().map(|(&key, &(weights, weight))| (weight, key, weights)).collect();
        features.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        features.into_iter().map(|(_, key, weights)| (key, weights)).collect()
    }
}

/// Returns the chance of each class among those in question (softmax).
pub fn chances<const C: usize>(scores: &[f32; C], among: &[bool; C]) -> [f32; C] {
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
