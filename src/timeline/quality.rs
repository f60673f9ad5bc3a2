//! Says how fit a sentence is to stand in a chronology, whatever it tells.
//!
//! A chronology reports in the third person. "We are all in this together!" and
//! "Posted by: reader | 9.14 am" may hold the right words and the right day and
//! still tell nobody what happened.

/// Marks of passages that are no report, in lower case, with what each looks like.
#[rustfmt::skip]
const MARKS: &[(&str, &str)] = &[
    ("?", "Who will pay for this?"),
    ("!", "Sign up now!"),
    ("posted by", "Posted by : harborlight | 9.14 am"),
    ("report abuse", "6.02 pm | Report abuse"),
    ("| reply", "May 3 at 6.02 pm | Reply"),
    ("http", "See http://example.org/more for the list."),
    ("www.", "More at www.example.org today."),
    ("e-mail", "E-mail the newsroom with your pictures."),
    ("click", "Click here for the map."),
    ("photo", "Photo : the harbour on Monday ."),
    ("(update", "(Update 6.02 pm) Crews are on their way."),
    ("-lrb- update", "-LRB- Update 6.02 pm -RRB- Crews are on their way ."),
];

/// Words of someone who speaks for himself or to the reader, in lower case.
const PERSONAL: &[&str] = &["i", "me", "my", "our", "us", "we", "you", "your"];

/// Weight of a sentence in the first or second person.
const PERSONAL_WEIGHT: f64 = 0.5;
/// Weight of a sentence that bears a mark.
const MARKED_WEIGHT: f64 = 0.3;

/// Returns a weight between 0 and 1.
pub fn quality(text: &str) -> f64 {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let personal =
        words.clone().any(|word| PERSONAL.contains(&word)) && !text.split_whitespace().any(|word| word == "US");
    let marked = MARKS.iter().any(|(mark, _)| lower.contains(mark));
    let person = if personal { PERSONAL_WEIGHT } else { 1.0 };
    let mark = if marked { MARKED_WEIGHT } else { 1.0 };
    person * mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_lowers_its_own_example() {
        for (mark, example) in MARKS {
            assert!(quality(example) <= MARKED_WEIGHT, "{mark} in {example:?}");
        }
    }

    #[test]
    fn a_report_keeps_its_weight() {
        assert!((quality("The council approved the budget on Thursday.") - 1.0).abs() < 1e-9);
        assert!(quality("We must all do our part.") < 1.0);
        assert!((quality("The US navy sent two ships.") - 1.0).abs() < 1e-9);
    }
}
