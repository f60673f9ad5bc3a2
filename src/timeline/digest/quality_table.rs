//! Lists marks and words of sentences that are unfit for a timeline.

/// Marks of sentences that are no report, in lower case, each with an example.
#[rustfmt::skip]
pub(super) static MARKS: &[(&str, &str)] = &[
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

/// Words of someone who speaks for himself or to the reader, in lower case, sorted.
#[rustfmt::skip]
pub(super) static PERSONAL: &[&str] = &[
    "i", "me", "my", "myself", "our", "ours", "ourselves", "us", "we", "you", "your", "yours", "yourself", "yourselves",
];
