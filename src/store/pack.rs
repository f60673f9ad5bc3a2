//! Packs texts with zstd, the text before as dictionary.
//!
//! Versions of one article share nearly all their words, so with the version
//! before as dictionary a rewrite takes a few hundred bytes. zstd's long
//! windows and delta formats were left aside: a dictionary needs nothing but
//! the two texts, and any zstd reads it.

use std::cell::RefCell;
use std::io;

/// Quick, and within some per cent of the best for texts of this size.
const LEVEL: i32 = 3;

/// Texts that need no more than this many others unpacked before them.
///
/// Unpacking takes microseconds, so a chain of this length is not felt.
pub(super) const MAX_DEPTH: u32 = 24;

/// Dictionaries longer than this cost more time than they save.
const MAX_DICTIONARY: usize = 8 << 20;

thread_local! {
    // Made once a thread: making one takes as long as unpacking ten kilobytes.
    static PACKER: RefCell<Option<zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<zstd::bulk::Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Packs `text`, with the help of `dictionary` where that is one.
pub(super) fn pack(text: &[u8], dictionary: Option<&[u8]>) -> io::Result<Vec<u8>> {
    PACKER.with_borrow_mut(|packer| {
        let packer = match packer {
            Some(packer) => packer,
            None => packer.insert(zstd::bulk::Compressor::new(LEVEL)?),
        };
        packer.set_dictionary(LEVEL, dictionary.filter(|words| serves(words)).unwrap_or_default())?;
        packer.compress(text)
    })
}

/// Packs bytes with a checksum: whoever unpacks them later may read a part of them and trust the rest.
pub(super) fn seal(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = zstd::bulk::Compressor::new(LEVEL)?;
    packer.include_checksum(true)?;
    packer.compress(bytes)
}

/// Unpacks what `pack` made; `size` is the length it must come to.
pub(super) fn unpack(packed: &[u8], dictionary: Option<&[u8]>, size: usize) -> io::Result<Vec<u8>> {
    let text = UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => unpacker.insert(zstd::bulk::Decompressor::new()?),
        };
        unpacker.set_dictionary(dictionary.filter(|words| serves(words)).unwrap_or_default())?;
        unpacker.decompress(packed, size)
    })?;
    match text.len() == size {
        true => Ok(text),
        false => Err(io::Error::new(io::ErrorKind::InvalidData, "a packed text has another length than noted")),
    }
}

/// Returns whether `words` can serve as dictionary.
///
/// Shorter ones hold nothing; one that begins with zstd's own mark would be
/// taken for a trained dictionary.
fn serves(words: &[u8]) -> bool {
    const MARK: [u8; 4] = 0xEC30_A437_u32.to_le_bytes();
    (16..=MAX_DICTIONARY).contains(&words.len()) && !words.starts_with(&MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rewrite_takes_a_small_part_of_its_text() {
        let old = (0..300)
            .map(|n| format!("Sentence number {n} tells of {}. ", n * 7919 % 1000))
            .collect::<Vec<_>>()
            .concat();
        let new = old.replace("number 7 ", "number seven ");
        let alone = pack(new.as_bytes(), None).unwrap();
        let packed = pack(new.as_bytes(), Some(old.as_bytes())).unwrap();
        assert!(packed.len() * 10 < alone.len(), "{} of {}", packed.len(), alone.len());
        assert_eq!(unpack(&packed, Some(old.as_bytes()), new.len()).unwrap(), new.as_bytes());
        assert_eq!(unpack(&alone, None, new.len()).unwrap(), new.as_bytes());
    }

    #[test]
    fn odd_texts_and_dictionaries_come_back() {
        let mark = 0xEC30_A437_u32.to_le_bytes();
        for dictionary in [b"".as_slice(), b"x", &mark, &[mark.as_slice(), &[0; 40]].concat()] {
            for text in ["", "a", "longer than that"] {
                let packed = pack(text.as_bytes(), Some(dictionary)).unwrap();
                assert_eq!(unpack(&packed, Some(dictionary), text.len()).unwrap(), text.as_bytes());
            }
        }
        assert!(unpack(b"nonsense", None, 10).is_err());
    }
}
