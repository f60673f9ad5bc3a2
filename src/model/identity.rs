//! Names what rests on a place of a version: entries, claims, changes, sentences.
//!
//! `e3f1c09a27b5d8e44` is `e` for entry and the first 64 bits of SHA-256 over four lines: the letter, the first 16
//! digits of the version's `hash`, the byte at which the sentence begins in the text below the headline, and whatever
//! else tells two things of one sentence apart. So an identity needs no names and no numbers of a store: it outlives
//! a renamed article and an import elsewhere, and whoever has the version can make it again.

use sha2::{Digest as _, Sha256};

use super::hex;

/// The first 64 bits of the hash of a version's words.
pub type WordsMark = u64;

/// Hashes a version's words as `show --plain` prints them.
pub fn hash_of_words(headline: Option<&str>, text: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    if let Some(headline) = headline {
        hash.update(headline);
        hash.update("\n");
    }
    hash.update(text);
    hash.update("\n");
    hash.finalize().into()
}

/// Returns the mark of a version by the hash of its words.
pub fn words_mark(hash: [u8; 32]) -> WordsMark {
    hash.iter().take(8).fold(0, |mark, byte| mark << 8 | WordsMark::from(*byte))
}

/// What an identity names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An entry of a timeline.
    Entry,
    /// A claim.
    Claim,
    /// A change between two versions.
    Change,
    /// A sentence of a version.
    Sentence,
}

impl Named {
    const fn letter(self) -> char {
        match self {
            Self::Entry => 'e',
            Self::Claim => 'k',
            Self::Change => 'c',
            Self::Sentence => 's',
        }
    }
}

/// Returns the identity of what rests on the sentence that begins at `start` of the version with this mark.
pub fn identity(named: Named, (version, start): (WordsMark, usize), apart: &str) -> String {
    let letter = named.letter();
    let hash = Sha256::digest(format!("{letter}\n{version:016x}\n{start}\n{apart}"));
    format!("{letter}{}", hex(&hash[..8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_what_the_documents_say() {
        let hash = hash_of_words(Some("Rain"), "It rained.");
        assert_eq!(hash, <[u8; 32]>::from(Sha256::digest("Rain\nIt rained.\n")));
        assert_eq!(format!("{:016x}", words_mark(hash)), hex(&hash)[..16]);
        let lines = format!("s\n{}\n0\n", &hex(&hash)[..16]);
        let wanted = format!("s{}", &hex(&Sha256::digest(lines))[..16]);
        assert_eq!(identity(Named::Sentence, (words_mark(hash), 0), ""), wanted);
    }

    #[test]
    fn what_differs_in_anything_has_another_identity() {
        let all = [
            identity(Named::Entry, (1, 2), ""),
            identity(Named::Claim, (1, 2), ""),
            identity(Named::Entry, (2, 2), ""),
            identity(Named::Entry, (1, 3), ""),
            identity(Named::Entry, (1, 2), "0"),
        ];
        let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
    }
}
