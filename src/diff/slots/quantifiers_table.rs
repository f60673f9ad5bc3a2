//! Lists words that say how many of a thing are meant, where no number says it.

/// Every word with its class and an old text that, for this word, contradicts one of three new ones; sorted.
#[rustfmt::skip]
pub(super) static QUANTIFIERS: &[(&str, &str, &str)] = &[
    ("all",      "all",  "All flats have an alarm."),
    ("each",     "all",  "Each flat has an alarm."),
    ("every",    "all",  "Every flat has an alarm."),
    ("few",      "few",  "Few flats have an alarm."),
    ("half",     "half", "Half of the flats have an alarm."),
    ("majority", "most", "A majority of the flats have an alarm."),
    ("many",     "some", "Many flats have an alarm."),
    ("most",     "most", "Most flats have an alarm."),
    ("neither",  "none", "Neither flat has an alarm."),
    ("no",       "none", "No flat has an alarm."),
    ("none",     "none", "None of the flats have an alarm."),
    ("numerous", "some", "Numerous flats have an alarm."),
    ("several",  "some", "Several flats have an alarm."),
    ("some",     "some", "Some flats have an alarm."),
    ("various",  "some", "Various flats have an alarm."),
];

/// Words that say of two things which are meant, as above; each contradicts the other alone.
pub(super) static PAIR_WORDS: &[(&str, &str, &str)] =
    &[("both", "both", "Both flats have an alarm."), ("one", "one", "One of the two flats has an alarm.")];
