//! Spreads numbers over a table quickly.
//!
//! Words are numbered by hashes (see `words`), so what is looked up by them needs no
//! second good hash; and nobody outside chooses these numbers to make a table slow,
//! for what shares one is bounded wherever it is gone through.

use std::hash::{BuildHasherDefault, Hasher};

/// For a table whose keys are numbers.
pub type Spread = BuildHasherDefault<Spreading>;

#[derive(Clone, Default)]
pub struct Spreading(u64);

impl Hasher for Spreading {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.rotate_left(32) ^ number;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}
