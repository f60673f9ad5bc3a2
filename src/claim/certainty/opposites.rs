//! Tells words that say the opposite: "denied" and "admitted", "fair" and "unfair".

use super::opposites_table::{NEGATIVE_PREFIXES, OPPOSITES, PREFIXED};

/// Returns whether two lower-case words or short phrases say the opposite of each other.
pub fn are_opposite(a: &str, b: &str) -> bool {
    let listed = |row: &(&str, &str)| has(row.0, a) && has(row.1, b) || has(row.0, b) && has(row.1, a);
    listed_prefix(a, b) || listed_prefix(b, a) || OPPOSITES.iter().any(listed)
}

fn has(forms: &str, word: &str) -> bool {
    forms.split('|').any(|form| form == word)
}

/// "fair" and "unfair": a negative prefix on a word of four letters or more.
fn listed_prefix(plain: &str, negative: &str) -> bool {
    let prefixed = |prefix: &&&str| negative.strip_prefix(**prefix) == Some(plain);
    match NEGATIVE_PREFIXES.iter().find(prefixed) {
        Some(&"un" | &"non" | &"non-") => plain.len() > 3,
        Some(_) => PREFIXED.binary_search(&negative).is_ok(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_go_both_ways() {
        for (a, b) in
            [("denied", "admitted"), ("fair", "unfair"), ("illegal", "legal"), ("with", "without"), ("passes", "fails")]
        {
            assert!(are_opposite(a, b) && are_opposite(b, a), "{a} {b}");
        }
        for (a, b) in
            [("said", "told"), ("til", "until"), ("denied", "denies"), ("side", "inside"), ("press", "impress")]
        {
            assert!(!are_opposite(a, b), "{a} {b}");
        }
    }

    #[test]
    fn every_row_is_opposite_by_itself() {
        assert!(PREFIXED.is_sorted());
        for (left, right) in OPPOSITES {
            let first = |forms: &'static str| forms.split('|').next().unwrap_or_default();
            assert!(are_opposite(first(left), first(right)), "{left} {right}");
        }
    }
}
