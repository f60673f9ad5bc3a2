//! Reads a number that limits an answer: nought would ask for nothing.

/// Reads a number from 1.
pub(super) fn read(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("0 would show nothing; give 1 or more".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("a whole number is needed".to_owned()),
    }
}
