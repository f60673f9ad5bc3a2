//! Reads lines up to a length; a longer one is passed over, so that a file without line ends does not fill the memory.

use std::io::{self, BufRead};

/// A line of a stream, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BoundedLine {
    Whole(Vec<u8>),
    /// It is longer than was asked for; nothing of it is kept.
    TooLong,
}

/// Returns the next line, if there is one, of so many bytes at most.
pub(super) fn next_line(input: &mut (impl BufRead + ?Sized), most: usize) -> io::Result<Option<BoundedLine>> {
    let (mut line, mut length, mut has_begun) = (Vec::new(), 0_usize, false);
    loop {
        let part = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            part => part?,
        };
        let end = part.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(part.len());
        length = length.saturating_add(taken);
        has_begun |= !part.is_empty();
        if length <= most {
            line.extend_from_slice(&part[..taken]);
        } else {
            line = Vec::new();
        }
        let is_last = end.is_some() || part.is_empty();
        input.consume(taken + usize::from(end.is_some()));
        if is_last {
            let whole = if length <= most { BoundedLine::Whole(line) } else { BoundedLine::TooLong };
            return Ok(has_begun.then_some(whole));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read as _};

    use super::*;

    #[test]
    fn lines_are_read_up_to_their_length_and_longer_ones_are_passed_over() {
        let mut input = BufReader::with_capacity(3, &b"abcd\n\nabcde\nab"[..]);
        let mut next = || next_line(&mut input, 4).unwrap();
        let whole = |line: &str| Some(BoundedLine::Whole(line.as_bytes().to_vec()));
        assert_eq!((next(), next(), next()), (whole("abcd"), whole(""), Some(BoundedLine::TooLong)));
        assert_eq!((next(), next()), (whole("ab"), None));
    }

    #[test]
    fn a_stream_without_line_ends_takes_no_memory() {
        let mut input = BufReader::new(io::repeat(b'a').take(64 << 20));
        let memory = allocation_counter::measure(|| {
            assert_eq!(next_line(&mut input, 1 << 16).unwrap(), Some(BoundedLine::TooLong));
        });
        assert!(memory.bytes_max < 1 << 19, "{}", memory.bytes_max);
    }
}
