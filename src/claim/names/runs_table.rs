//! Lists the small words that a hyphen ties to a name, those that belong to it and those that do not.

/// Articles and words of kinship that a hyphen ties to an Arabic name, in lower case: "the al-Amr family".
pub(super) const PREFIXES: &[&str] =
    &["abu", "ad", "al", "an", "ar", "as", "ash", "at", "az", "bin", "el", "ibn", "ul"];

/// First names that are months or verbs elsewhere, sorted.
pub(super) const NAMES_IN_DISGUISE: &[&str] = &["april", "august", "june", "may", "will"];

/// Short words that a hyphen ties to a name and that are none, sorted: "the Joe Biden-era rule".
#[rustfmt::skip]
pub(super) const TIED: &[&str] = &[
    "area", "based", "bound", "built", "class", "era", "esque", "held", "in", "led", "like", "made", "old", "on",
    "owned", "run", "size", "style", "to", "trade", "type", "up", "wide",
];

/// Bodies whose names may list what they are for, sorted: "the Department for Culture, Media and Sport".
#[rustfmt::skip]
pub(super) const LISTING_HEADS: &[&str] = &[
    "agency", "association", "authority", "board", "bureau", "college", "commission", "committee", "confederation", "council", "department",
    "directorate", "faculty", "federation", "guild", "institute", "ministry", "office", "school", "society", "union",
];
