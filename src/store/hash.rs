//! Names the type of hashes, reads them back from hexadecimal, and makes keyed ones.

use sha2::{Digest as _, Sha256};

pub(super) use crate::model::hex;

/// SHA-256 of something.
pub(super) type Hash = [u8; 32];

/// Reads a hash that [`hex`] wrote.
pub(super) fn unhex(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if text.len() != 2 * hash.len() || !text.is_ascii() {
        return None;
    }
    for (byte, at) in hash.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(hash)
}

/// Returns the HMAC-SHA-256 of `message` (RFC 2104).
pub(crate) fn keyed_hash(key: &[u8], message: &[u8]) -> [u8; 32] {
    const BLOCK: usize = 64;
    let hashed = Sha256::digest(key);
    let key = if BLOCK < key.len() { &hashed[..] } else { key };
    let pad = |with: u8| {
        let mut block = [with; BLOCK];
        block.iter_mut().zip(key).for_each(|(byte, own)| *byte ^= own);
        block
    };
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_is_read_back() {
        let hash: Hash = Sha256::digest("abc").into();
        assert_eq!(unhex(&hex(&hash)), Some(hash));
        for odd in ["", "00", &"g".repeat(64), &"é".repeat(32), &"0".repeat(66)] {
            assert_eq!(unhex(odd), None, "{odd}");
        }
    }

    /// The third case of RFC 4231 has a key of 20 bytes; zeros at its end change nothing.
    #[test]
    fn keyed_hashes_are_those_of_the_standard() {
        let mut key = Hash::default();
        key[..20].fill(0xaa);
        let expected = "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe";
        assert_eq!(hex(&keyed_hash(&key, &[0xdd; 50])), expected);
        assert_eq!(hex(&keyed_hash(&key[..20], &[0xdd; 50])), expected);
        // The sixth case has a key longer than a block.
        let expected = "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54";
        let message = b"Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(hex(&keyed_hash(&[0xaa; 131], message)), expected);
    }
}
