//! Reads the lines of questions and answers, numbered as an editor shows them.

use std::io::{self, BufRead};

use super::bounded_line::{BoundedLine, next_line};

/// A line with its number, from 1.
pub(super) type ReadLine = (usize, io::Result<BoundedLine>);

/// A longer line is refused unread, in bytes: two texts of the longest that are read, escaped or in base64.
pub(super) const MAX_LINE: usize = 256 << 20;

/// Returns lines up to the first that cannot be read; empty ones are passed over.
pub(super) fn lines(mut input: impl BufRead + Send) -> impl Iterator<Item = ReadLine> + Send {
    let mut has_failed = false;
    let lines = std::iter::from_fn(move || next_line(&mut input, MAX_LINE).transpose());
    let read = (1..).zip(lines).map(|(number, line)| {
        // Editors of other systems put a byte order mark before the first line.
        let line = line.map(|line| match line {
            BoundedLine::Whole(line) => match line.strip_prefix(b"\xEF\xBB\xBF") {
                Some(rest) if number == 1 => BoundedLine::Whole(rest.to_vec()),
                _ => BoundedLine::Whole(line),
            },
            BoundedLine::TooLong => BoundedLine::TooLong,
        });
        (number, line)
    });
    let until_failed = read.take_while(move |(_, line)| !std::mem::replace(&mut has_failed, line.is_err()));
    until_failed.filter(|(_, line)| !matches!(line, Ok(BoundedLine::Whole(line)) if line.trim_ascii().is_empty()))
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use super::*;

    /// Fails whenever it is read.
    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("broken"))
        }
    }

    #[test]
    fn lines_have_the_numbers_of_an_editor_and_end_with_the_first_failure() {
        let given = |input: &mut (dyn BufRead + Send)| -> Vec<String> {
            let told = |(number, line): ReadLine| match line {
                Ok(BoundedLine::Whole(line)) => format!("{number} {}", String::from_utf8(line).unwrap()),
                Ok(BoundedLine::TooLong) => format!("{number} too long"),
                Err(error) => format!("{number} {error}"),
            };
            lines(input).map(told).collect()
        };
        assert_eq!(given(&mut &b"\xEF\xBB\xBFa\n\n \r\n\nb\n"[..]), ["1 a", "5 b"]);
        assert_eq!(given(&mut BufReader::new(b"\na\n".chain(Broken))), ["2 a", "3 broken"]);
        assert_eq!(given(&mut &b"\n\n"[..]), [""; 0]);
    }
}
