//! Recognizes a slip of spelling: the same word with a letter or two wrong.
//!
//! Old: `Investigaters closed the road.`     New: `Investigators closed the road.`
//! One word spelt two ways, so no fact changed. Short words are left out: `four`
//! and `five`, `hill` and `mill` differ by as little and mean different things.

/// Returns whether two long words differ by a letter or two: "Investigaters", "seperate".
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let short = one.chars().count().min(other.chars().count());
    let spelling = 6 <= short && one.chars().all(char::is_alphabetic) && other.chars().all(char::is_alphabetic);
    spelling && strsim::damerau_levenshtein(one, other) <= 1 + usize::from(9 <= short)
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn long_words_may_differ_by_a_letter_and_short_ones_may_not() {
        for (one, other) in [("investigaters", "investigators"), ("separate", "seperate"), ("protester", "protestor")] {
            assert!(is_slip(one, other), "{one} / {other}");
        }
        for (one, other) in [("hill", "mill"), ("council", "counsel"), ("3000000", "3000001")] {
            assert!(!is_slip(one, other), "{one} / {other}");
        }
    }
}
