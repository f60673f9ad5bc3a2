//! Turns what a model looks at into keys: one number for each feature that holds.
//!
//! A key stands for a template and the values in it, such as "the word before
//! is *the* and this one ends in *-ing*". Weights are found by key
//! (`super::weights`), in training and in use alike.

/// Gathers the keys of one decision; `N` is the most there can be.
pub struct Keys<const N: usize> {
    keys: [u64; N],
    len: usize,
}

impl<const N: usize> Keys<N> {
    /// Returns an empty list.
    pub const fn new() -> Self {
        Self { keys: [0; N], len: 0 }
    }

    /// Removes all keys, so that the next one is that of the first template.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Returns the keys in order of their templates.
    pub fn as_slice(&self) -> &[u64] {
        &self.keys[..self.len]
    }

    /// Adds the next template with one value.
    pub fn one(&mut self, a: u64) {
        self.two(a, 0);
    }

    /// Adds the next template with two values.
    #[inline]
    pub fn two(&mut self, a: u64, b: u64) {
        let template = (self.len as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
        let key = (a ^ template).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let key = (key ^ key >> 32 ^ b).wrapping_mul(0xff51_afd7_ed55_8ccd);
        self.push(key ^ key >> 33);
    }

    /// Adds the next template with three values. Its place in the order is its name.
    #[inline]
    pub fn three(&mut self, a: u64, b: u64, c: u64) {
        let template = (self.len as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
        let mut key = (a ^ template).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        key = (key ^ key >> 32 ^ b).wrapping_mul(0xff51_afd7_ed55_8ccd);
        key = (key ^ key >> 31 ^ c).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        self.push(key ^ key >> 33);
    }

    #[inline]
    fn push(&mut self, key: u64) {
        self.keys[self.len] = key;
        self.len += 1;
    }
}

impl<const N: usize> Default for Keys<N> {
    fn default() -> Self {
        Self::new()
    }
}
