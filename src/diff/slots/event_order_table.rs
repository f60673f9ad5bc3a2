//! Lists words that order two events.

/// Words between two clauses, whether the event told first came first, and an old text; sorted.
///
/// The new text of each is "Police used gas after protesters threw stones." or the same with "before".
#[rustfmt::skip]
pub(super) static CONNECTIVES: &[(&str, bool, &str)] = &[
    ("after",  false, "Protesters threw stones after police used gas."),
    ("before", true,  "Protesters threw stones before police used gas."),
    ("once",   false, "Protesters threw stones once police used gas."),
    ("till",   true,  "Protesters threw stones till police used gas."),
    ("until",  true,  "Protesters threw stones until police used gas."),
];
