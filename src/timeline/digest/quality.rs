//! Measures how fit a sentence is to stand in a timeline, whatever it reports.
//!
//! A timeline reports in the third person and in whole sentences. "We are all
//! in this together!" and "See http://…" may hold the right words and the right
//! day and still not say what happened; "Ferry fire: what we know" is a
//! headline. Each such fault halves a sentence's weight.

/// Marks of sentences that are no report, in lower case, each with an example.
#[rustfmt::skip]
const MARKS: &[(&str, &str)] = &[
    ("?", "Who will pay for this?"),
    ("!", "Sign up now!"),
    ("http", "See http://example.org/more for the list."),
    ("www.", "More at www.example.org today."),
    ("@", "Write to desk@example.org with pictures."),
    ("click", "Click here for the map."),
    ("|", "Ann Day | May 8, 2025 at 6:18 pm | It will not last."),
    ("posted by", "Posted by Ann Day on Monday at noon."),
    ("report abuse", "Report abuse Only the mayor will gain by it."),
];

/// What may close a sentence, with a quotation mark or bracket behind it.
const CLOSES: &[char] = &['.', '!', '?', '…'];

/// Words of someone who speaks for himself or to the reader, in lower case.
const PERSONAL: &[&str] = &["i", "me", "my", "our", "us", "we", "you", "your"];

/// Returns a weight between 0 and 1.
pub(super) fn quality(text: &str) -> f64 {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let personal = words.any(|word| PERSONAL.contains(&word)) && !text.split_whitespace().any(|word| word == "US");
    let marked = MARKS.iter().any(|(mark, _)| lower.contains(mark));
    let closing = |c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')' | ']');
    let broken = !text.trim_end_matches(closing).ends_with(CLOSES);
    [personal, marked, broken].into_iter().filter(|fault| *fault).fold(1.0, |weight, _| weight / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_lowers_its_own_example() {
        for (mark, example) in MARKS {
            assert!((quality(example) - 0.5).abs() < 1e-9, "{mark} alone lowers {example:?}");
        }
    }

    #[test]
    fn a_report_keeps_its_weight() {
        assert!((quality("The council approved the budget on Thursday.") - 1.0).abs() < 1e-9);
        assert!((quality("(“The road is closed,” he said.) ") - 1.0).abs() < 1e-9);
        assert!(quality("We must all do our part.") < 1.0);
        assert!(quality("Ferry fire: what is known") < 1.0);
        assert!((quality("The US navy sent two ships.") - 1.0).abs() < 1e-9);
    }
}
