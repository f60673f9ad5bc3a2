//! Turns a word into the few numbers that the models look at.
//!
//! "Walked" → hash of "walked", its last one to four letters, its first ones,
//! and its shape `Xx`. Digits count as one another, so "1987" and "2025" are one
//! word to the models.

/// What the models see of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// Hash of the normal form.
    pub word: u64,
    /// The first bytes of the normal form, the first one lowest.
    pub head: u64,
    /// The last bytes of the normal form, the last one highest.
    pub tail: u64,
    /// Case and kinds of characters.
    pub shape: u64,
}

impl Lexeme {
    /// Reads a word with its normal form.
    ///
    /// `shouted` says that most words around it have capitals, which then mean little.
    pub fn new(word: &str, norm: &str, shouted: bool) -> Self {
        let mut buffer = [0_u8; 32];
        let bytes = norm.as_bytes();
        let has_digit = bytes.iter().any(u8::is_ascii_digit);
        let folded = match buffer.get_mut(..bytes.len()) {
            Some(folded) if has_digit => {
                folded
                    .iter_mut()
                    .zip(bytes)
                    .for_each(|(to, byte)| *to = if byte.is_ascii_digit() { b'0' } else { *byte });
                &*folded
            }
            _ => bytes,
        };
        Self {
            word: hash(folded),
            head: head_of(folded),
            tail: tail_of(folded),
            shape: shape_of(word) << 1 | u64::from(shouted),
        }
    }

    /// Returns the last `n` bytes, at most eight.
    pub fn suffix(&self, n: u32) -> u64 {
        self.tail >> (64 - 8 * n)
    }

    /// Returns the first `n` bytes, fewer than eight.
    pub fn prefix(&self, n: u32) -> u64 {
        self.head & ((1 << (8 * n)) - 1)
    }
}

/// Returns the hash of a normal form without digits.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        hash = (hash ^ head_of(chunk)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash
}

fn head_of(bytes: &[u8]) -> u64 {
    let mut packed = [0; 8];
    packed.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    u64::from_le_bytes(packed)
}

fn tail_of(bytes: &[u8]) -> u64 {
    let mut packed = [0; 8];
    packed.iter_mut().rev().zip(bytes.iter().rev()).for_each(|(to, byte)| *to = *byte);
    u64::from_le_bytes(packed)
}

/// Returns the kinds of characters, runs shortened to two: "Walked" and "Obama" are alike.
fn shape_of(word: &str) -> u64 {
    let (mut shape, mut last, mut run) = (1_u64, 0, 0);
    for c in word.chars().take(24) {
        let kind = match c {
            'a'..='z' => 1,
            'A'..='Z' => 2,
            '0'..='9' => 3,
            '.' => 4,
            '-' => 5,
            '\'' | '’' => 6,
            c if c.is_lowercase() => 1,
            c if c.is_uppercase() => 2,
            c if c.is_alphanumeric() => 7,
            _ => 8,
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            shape = shape.wrapping_mul(11).wrapping_add(kind);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_kind_look_alike() {
        let [obama, walked, years] =
            ["Obama", "Walked", "1987"].map(|word| Lexeme::new(word, &word.to_lowercase(), false));
        assert_eq!(obama.shape, walked.shape);
        assert_eq!(years, Lexeme::new("2025", "2025", false));
        assert_eq!(walked.suffix(2), u64::from_le_bytes(*b"ed\0\0\0\0\0\0"));
        assert_eq!(walked.prefix(2), u64::from_le_bytes(*b"wa\0\0\0\0\0\0"));
    }
}
