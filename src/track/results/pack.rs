//! Packs results as text: postcard, zstd with a checksum, base64.
//!
//! Lines of JSON and columns of Parquet carry text alone. The packed form is that of one build of the program, so whoever
//! unpacks it compares the name of the analyser first.

use std::io;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Quick; what is packed is kept until it is taken back.
const LEVEL: i32 = 3;

/// Characters at the beginning of a text in which the length of what is packed stands.
const HEAD: usize = 24;

/// Returns results as text.
///
/// # Errors
///
/// When a value has no packed form, or memory is short.
pub fn pack_results(results: &impl Serialize) -> io::Result<String> {
    let bytes = postcard::to_stdvec(results).map_err(invalid)?;
    let mut packer = zstd::bulk::Compressor::new(LEVEL)?;
    packer.include_checksum(true)?;
    Ok(BASE64_STANDARD.encode(packer.compress(&bytes)?))
}

/// Returns how many bytes results take unpacked, by what stands at their beginning; `None` where [`pack_results`] did not make
/// them.
pub fn unpacked_length(text: &str) -> Option<usize> {
    let head = BASE64_STANDARD.decode(text.get(..HEAD.min(text.len()))?).ok()?;
    usize::try_from(zstd::zstd_safe::get_frame_content_size(&head).ok()??).ok()
}

/// Returns the results that [`pack_results`] made text of, if they take no more than `most` bytes.
///
/// # Errors
///
/// When the text was damaged, holds something else, or is longer unpacked than it may be or than it says.
pub fn unpack_results<T: DeserializeOwned>(text: &str, most: usize) -> io::Result<T> {
    let length = unpacked_length(text).ok_or_else(|| invalid("it does not say how long it is"))?;
    if most < length {
        return Err(invalid("it is longer than it may be"));
    }
    let bytes = zstd::bulk::decompress(&BASE64_STANDARD.decode(text).map_err(invalid)?, length)?;
    match postcard::take_from_bytes(&bytes).map_err(invalid)? {
        (results, []) => Ok(results),
        _ => Err(invalid("it goes on behind its end")),
    }
}

fn invalid(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_back_and_nothing_else_does() {
        let results = (vec![1_u32, 70_000], Some("words of a text".repeat(40)));
        let text = pack_results(&results).unwrap();
        let read = |text: &str, most| unpack_results::<(Vec<u32>, Option<String>)>(text, most).ok();
        assert_eq!(read(&text, 1 << 20), Some(results));
        let length = unpacked_length(&text).unwrap();
        assert_eq!(length, 5 + 1 + 2 + 15 * 40);
        assert!(read(&text, length).is_some() && read(&text, length - 1).is_none(), "it is longer unpacked");
        for damaged in ["", "AAAA", "no base64 …", &text[4..], &text[..text.len() - 8]] {
            assert_eq!(read(damaged, 1 << 20), None, "{damaged}");
        }
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(read(&String::from_utf8(bytes).unwrap(), 1 << 20), None, "character {at}");
        }
        // A thousandth of its size: a small text must not fill the memory.
        let bomb = pack_results(&(vec![7_u32; 10 << 20], None::<String>)).unwrap();
        assert!(bomb.len() < 100_000 && read(&bomb, 1 << 20).is_none());
    }
}
