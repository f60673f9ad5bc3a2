//! Names the numbers that people write in words beside a unit of time: "two hours ago".

/// The names, one first.
pub(crate) const NUMBER_NAMES: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Returns the number that a word in small letters names.
pub(crate) fn number_named(word: &str) -> Option<u32> {
    NUMBER_NAMES.iter().zip(1..).find(|(name, _)| **name == word).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_named_up_to_twelve() {
        let named = |word: &str| number_named(word);
        assert_eq!([named("one"), named("seven"), named("twelve")], [Some(1), Some(7), Some(12)]);
        assert_eq!([named("thirteen"), named("Two"), named("")], [None, None, None]);
    }
}
