//! Lists the modal verbs behind which a negation denies nothing.

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
        assert!(MODALS.is_sorted());
    }
}
