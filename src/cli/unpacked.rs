//! Unpacks what is packed with zstd, as `export shards` packs it; anything else is read as it is.

use std::io::{self, BufRead, BufReader};

/// Begins what zstd packs.
const ZSTD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// Bytes that are read at once.
const AT_ONCE: usize = 1 << 16;

/// Returns an input, unpacked where it is packed with zstd.
pub(super) fn unpacked(input: impl io::Read + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    let mut input = BufReader::with_capacity(AT_ONCE, input);
    if !input.fill_buf()?.starts_with(&ZSTD) {
        return Ok(Box::new(input));
    }
    Ok(Box::new(BufReader::with_capacity(AT_ONCE, zstd::stream::read::Decoder::with_buffer(input)?)))
}
