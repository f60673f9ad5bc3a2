//! Scores classes with a small neural network: one hidden layer over the same kind of features.
//!
//! A feature that holds adds its row to the hidden units; units below zero are
//! cut off; what is left is weighed once for each class. Where the linear
//! weights know only the combinations that are listed as features, the units
//! find their own, so the two err in different places and their sum beats both.
//!
//! Nine decisions of ten are clear from the linear weights alone ([`is_sure`]);
//! only the others ask the network, which reads more memory than all else.
//!
//! All numbers are integers, so every machine gets the same sums.
//!
//! Layout: the outer weights, `C` rows of `H` 16-bit numbers, then the table of
//! hidden rows as in [`WeightRows`].
//!
//! Source: Chen and Manning 2014 (parsing with one hidden layer).

use super::weights::WeightRows;

/// Outer weights are stored this many bits up.
pub const OUTER_BITS: u32 = 12;

/// Linear scores that lie this far apart are not asked about: further up little gets better, and it takes longer (EWT dev).
pub const CLEAR: i32 = 200;

/// Returns whether the best of linear `scores` is ahead by more than `clear`, so that a network need not be asked.
pub fn is_sure(scores: &[i32], clear: i32) -> bool {
    let (mut best, mut second) = (i32::MIN, i32::MIN);
    for &score in scores {
        (best, second) = if best < score { (score, best) } else { (best, second.max(score)) };
    }
    second.saturating_add(clear) < best
}

/// A network with `H` hidden units that scores `C` classes.
#[derive(Clone, Copy, Debug)]
pub struct Net<'w, const H: usize, const C: usize> {
    hidden: WeightRows<'w, H>,
    outer: &'w [[[u8; 2]; H]],
}

impl<'w, const H: usize, const C: usize> Net<'w, H, C> {
    /// Bytes of the outer weights, which precede the table.
    pub const LEAD: usize = C * H * 2;

    /// Reads a network in place.
    pub fn new(bytes: &'w [u8]) -> Self {
        let (outer, hidden) = bytes.split_at_checked(Self::LEAD).unwrap_or((&[], &[]));
        Self { hidden: WeightRows::new(hidden), outer: outer.as_chunks().0.as_chunks().0 }
    }

    /// Adds the score of each class to `scores`.
    pub fn add(&self, keys: &[u64], scores: &mut [i32; C]) {
        let mut units = [0_i16; H];
        self.hidden.add(keys, &mut units);
        units.iter_mut().for_each(|unit| *unit = (*unit).max(0));
        for (score, weights) in scores.iter_mut().zip(self.outer) {
            let products = units
                .iter()
                .zip(weights)
                .map(|(unit, weight)| i32::from(*unit) * i32::from(i16::from_le_bytes(*weight)));
            *score += products.sum::<i32>() >> OUTER_BITS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::weights::write;

    #[test]
    fn a_clear_lead_is_sure() {
        assert!(is_sure(&[0, CLEAR + 1, 0], CLEAR) && is_sure(&[7, i32::MIN], CLEAR));
        assert!(!is_sure(&[100, 0, 90], CLEAR));
    }

    #[test]
    fn units_below_zero_say_nothing() {
        let key = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let (rows, _) = write::rows::<2>(16, &[(key(1), [5, -7]), (key(2), [1, 3])]);
        let outer = [[2_i16, 1], [-1, 4]].map(|row| row.map(|weight| (weight << OUTER_BITS).to_le_bytes()));
        let bytes = [outer.as_flattened().as_flattened(), &rows].concat();
        let scores = |keys: &[u64]| {
            let mut scores = [0; 2];
            Net::<2, 2>::new(&bytes).add(keys, &mut scores);
            scores
        };
        assert_eq!(scores(&[key(1), key(3)]), [10, -5]);
        assert_eq!(scores(&[key(2)]), [5, 11]);
    }
}
