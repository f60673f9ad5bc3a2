//! Learns a network with one hidden layer, by AdaGrad, averaged, like the linear weights.
//!
//! Every feature that is seen often enough has a row of hidden weights of its
//! own, so a decision moves only the rows of its features. Some features and some
//! hidden units are left out of each decision, so that no unit can rely on
//! another one: without that a network learns the treebank by heart. What a
//! unit gets when nothing is left out is brought back to the size it learnt with.
//!
//! Source: Srivastava and others 2014 (dropout).

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Chance;
use super::learner::{Identity, chances, quantise, scale_of};
use writethru::text::grammar::net::OUTER_BITS;
use writethru::text::grammar::weights::write;

/// How fast weights move.
const RATE: f32 = 0.05;
/// Keep the first moves small, of rows and of outer weights.
const FIRST_ROW: f32 = 1e-3;
const FIRST_OUTER: f32 = 1e-2;
/// Largest weights to begin with.
const ROW_SIZE: f32 = 0.05;
const OUTER_SIZE: f32 = 0.1;
/// Share of features left out of each decision.
const DROPPED: f64 = 0.2;
/// Share of hidden units left out of each decision.
const UNITS_DROPPED: f64 = 0.3;
/// What the other units count for meanwhile.
const UNIT_GAIN: f32 = 1.0 / (1.0 - UNITS_DROPPED as f32);
/// Decisions wrong by less than this teach nothing.
const SMALL: f32 = 0.01;
/// Share of hidden weights too large for eight bits.
const CLIPPED: f64 = 0.0001;
/// A unit of time, so that moments stay small numbers.
const TICK: f32 = 1e-6;

type Keyed<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

struct Row<const H: usize> {
    weights: [f32; H],
    squares: [f32; H],
    /// Sum of the changes, each times the moment it came.
    moments: [f32; H],
}

impl<const H: usize> Row<H> {
    fn draw(chance: &mut Chance, size: f32) -> Self {
        let weights = std::array::from_fn(|_| ((chance.draw() >> 20 & 0xffff) as f32 / 32768.0 - 1.0) * size);
        Self { weights, squares: [0.0; H], moments: [0.0; H] }
    }

    fn move_by(&mut self, changes: &[f32; H], first: f32, now: f32) {
        for (at, change) in changes.iter().enumerate() {
            self.squares[at] += change * change;
            let step = RATE * change / (first + self.squares[at]).sqrt();
            self.weights[at] += step;
            self.moments[at] += step * now;
        }
    }

    fn average(&self, now: f32) -> [f32; H] {
        std::array::from_fn(|at| self.weights[at] - self.moments[at] / now)
    }
}

/// A network with `H` hidden units and `C` classes.
pub struct NetLearner<const H: usize, const C: usize> {
    index: Keyed<u32>,
    seen: Keyed<u8>,
    least_seen: u8,
    rows: Vec<(u64, u32, Row<H>)>,
    outer: Vec<Row<H>>,
    chance: Chance,
    now: f32,
    /// When averaging began.
    start: f32,
    /// Whether features are counted still: in the first round only.
    counts: bool,
    places: Vec<u32>,
    units: [f32; H],
}

impl<const H: usize, const C: usize> NetLearner<H, C> {
    /// Features get a row when they are seen `least_seen` times in the first round.
    pub fn new(run: u64, least_seen: u8) -> Self {
        let mut chance = Chance::new(run + 100);
        let outer = (0..C).map(|_| Row::draw(&mut chance, OUTER_SIZE)).collect();
        Self {
            index: Keyed::default(),
            seen: Keyed::default(),
            least_seen,
            rows: Vec::new(),
            outer,
            chance,
            now: 0.0,
            start: 0.0,
            counts: true,
            places: Vec::new(),
            units: [0.0; H],
        }
    }

    /// Begins one of `epochs`. Weights are averaged over the second half of them: the first moves are far off.
    pub fn begin(&mut self, epoch: usize, epochs: usize) {
        self.counts = epoch == 0;
        if epoch == epochs / 2 {
            self.start = self.now;
            let rows = self.rows.iter_mut().map(|row| &mut row.2);
            rows.chain(&mut self.outer).for_each(|row| row.moments = [0.0; H]);
        }
    }

    /// Scores the decision at hand with some of its features.
    pub fn scores(&mut self, keys: &[u64]) -> [f32; C] {
        self.places.clear();
        for key in self.chance.thin(keys, DROPPED) {
            match self.index.get(&key) {
                Some(&at) => self.places.push(at),
                None if self.counts => self.count(key),
                None => {}
            }
        }
        self.units = [0.0; H];
        for &place in &self.places {
            let row = &self.rows[place as usize].2.weights;
            self.units.iter_mut().zip(row).for_each(|(unit, weight)| *unit += weight);
        }
        for unit in &mut self.units {
            let is_left_out = self.chance.falls(UNITS_DROPPED);
            *unit = if is_left_out { 0.0 } else { unit.max(0.0) * UNIT_GAIN };
        }
        std::array::from_fn(|class| {
            self.units.iter().zip(&self.outer[class].weights).map(|(unit, weight)| unit * weight).sum()
        })
    }

    /// Counts a feature without a row, and gives it one once it was seen often enough.
    fn count(&mut self, key: u64) {
        let seen = self.seen.entry(key).or_default();
        *seen += 1;
        if *seen == self.least_seen {
            self.index.insert(key, self.rows.len() as u32);
            self.rows.push((key, 0, Row::draw(&mut self.chance, ROW_SIZE)));
        }
    }

    /// Learns from the decision just scored; `good` says which classes are right, `legal` which there are.
    pub fn learn(&mut self, scores: &[f32; C], good: &[bool; C], legal: &[bool; C]) {
        self.now += TICK;
        let (wanted, given) = (chances(scores, good), chances(scores, legal));
        let mut below = [0.0; H];
        let mut moved = false;
        for class in 0..C {
            let change = wanted[class] - given[class];
            if change.abs() < SMALL {
                continue;
            }
            moved = true;
            let outer = &mut self.outer[class];
            below.iter_mut().zip(&outer.weights).for_each(|(below, weight)| *below += change * weight);
            outer.move_by(&self.units.map(|unit| change * unit), FIRST_OUTER, self.now - self.start);
        }
        if !moved {
            return;
        }
        below.iter_mut().zip(&self.units).filter(|(_, unit)| **unit <= 0.0).for_each(|(below, _)| *below = 0.0);
        below.iter_mut().for_each(|below| *below *= UNIT_GAIN);
        for &place in &self.places {
            let (_, n_updates, row) = &mut self.rows[place as usize];
            *n_updates += 1;
            row.move_by(&below, FIRST_ROW, self.now - self.start);
        }
    }

    /// Returns the averaged rows of all features as they are used when none is left out, the weightiest first.
    fn sorted(&self) -> Vec<(u64, [f32; H])> {
        let time = self.now - self.start;
        let weighed = |(key, n_updates, row): &(u64, u32, Row<H>)| {
            let row = row.average(time);
            let size: f32 = row.iter().map(|weight| weight * weight).sum();
            (size * (*n_updates as f32).sqrt(), *key, row.map(|weight| weight * (1.0 - DROPPED as f32)))
        };
        let mut rows: Vec<_> = self.rows.iter().map(weighed).collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.into_iter().map(|(_, key, row)| (key, row)).collect()
    }

    /// Returns the bytes of the network with its `most` weightiest rows; its scores are multiplied by `unit`.
    pub fn bytes(&self, n_buckets: usize, most: usize, unit: f32) -> Vec<u8> {
        let mut rows = self.sorted();
        let n_all = rows.len();
        rows.truncate(most);
        let scale = scale_of(&rows, CLIPPED);
        let rows: Vec<_> = rows.into_iter().map(|(key, row)| (key, quantise(row, scale))).collect();
        let (hidden, left_out) = write::rows(n_buckets, &rows);
        println!("net: {n_all} features, {} kept, {left_out} without room, 127 is {scale}", rows.len());
        let size = scale / 127.0 * unit * (1 << OUTER_BITS) as f32;
        let most = f32::from(i16::MAX);
        let outer = self.outer.iter().flat_map(|row| row.average(self.now - self.start));
        let outer = outer.map(|weight| (weight * size).round().clamp(-most, most) as i16);
        outer.flat_map(i16::to_le_bytes).chain(hidden).collect()
    }
}
