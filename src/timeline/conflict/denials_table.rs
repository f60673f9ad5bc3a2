//! Lists negations, and the modal verbs behind which they deny nothing.

/// Words that deny what follows, in lower case, sorted; each with a sentence in which it denies the alarm.
pub(super) static DENIES: &[(&str, &str)] = &[
    ("never", "There was never an alarm."),
    ("no", "There was no alarm."),
    ("not", "There was not an alarm."),
    ("without", "They left without an alarm."),
];

/// Words that make a negation advice, a wish or a lack of power: "should not buy" denies no purchase; lower case, sorted.
#[rustfmt::skip]
pub(super) static MODALS: &[&str] = &[
    "can", "can't", "can’t", "could", "couldn't", "couldn’t", "may", "might", "must", "mustn't", "mustn’t",
    "should", "shouldn't", "shouldn’t", "would", "wouldn't", "wouldn’t",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted() {
        assert!(DENIES.is_sorted() && MODALS.is_sorted());
    }
}
