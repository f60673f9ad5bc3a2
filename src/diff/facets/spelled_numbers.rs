//! Recognizes one ordinal or decade of life in figures and in letters: "5th" and "fifth", "mid-40s" and "mid-forties".

use crate::claim::numbers;

/// Returns whether two words in lower case are one such number.
pub(super) fn is_one_number(one: &str, other: &str) -> bool {
    let one = SpelledNumber::read(one);
    one.is_some() && one == SpelledNumber::read(other)
}

#[derive(PartialEq, Eq)]
enum SpelledNumber {
    /// "5th", "fifth"
    Ordinal(u32),
    /// "40s", "forties", with what stands before it: "mid"
    Decade(String, u32),
}

impl SpelledNumber {
    fn read(word: &str) -> Option<Self> {
        if let Some(place) = numbers::ordinal(word) {
            return Some(Self::Ordinal(place));
        }
        let (part, decade) = word.rsplit_once('-').unwrap_or(("", word));
        let digits = decade.trim_end_matches(|c: char| !c.is_ascii_digit());
        match (&decade[digits.len()..], digits.parse()) {
            ("st" | "nd" | "rd" | "th", Ok(place)) => Some(Self::Ordinal(place)),
            ("s" | "'s", Ok(ten)) => Some(Self::Decade(part.to_owned(), ten)),
            _ => {
                let ten = numbers::ten(&format!("{}y", decade.strip_suffix("ies")?))?;
                Some(Self::Decade(part.to_owned(), ten))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_number;

    #[test]
    fn figures_and_letters_are_one_number() {
        for (one, other) in [("5th", "fifth"), ("12th", "twelfth"), ("40s", "forties"), ("mid-40s", "mid-forties")] {
            assert!(is_one_number(one, other), "{one} / {other}");
        }
        for (one, other) in [("40th", "40s"), ("5th", "sixth"), ("mid-40s", "late-forties"), ("ferries", "series")] {
            assert!(!is_one_number(one, other), "{one} / {other}");
        }
    }
}
