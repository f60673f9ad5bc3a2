//! Lists words within names, those that a hyphen ties to one, and those that do not belong to it.
//!
//! Small words between the parts of any name ("van") are listed for all layers in `text/name_particles_table.rs`.

/// Articles behind a small word of names or behind "of", sorted: "Ana de *la* Cruz", "Jan van *der* Berg", "the Bank of *the* West".
pub(super) static ARTICLES_OF_NAMES: &[&str] = &["den", "der", "la", "las", "los", "the"];

/// Small words that have a capital within a name, sorted: "Doctors *Without* Borders".
pub(super) static INNER_WORDS: &[&str] = &["against", "for", "my", "not", "of", "our", "without", "your"];

/// Articles and words of kinship that a hyphen ties to an Arabic name, in lower case, sorted: "the al-Amr family".
pub(super) static PREFIXES: &[&str] =
    &["abu", "ad", "al", "an", "ar", "as", "ash", "at", "az", "bin", "el", "ibn", "ul"];

/// First names that are months or verbs elsewhere, sorted.
pub(super) static NAMES_IN_DISGUISE: &[&str] = &["april", "august", "june", "may", "will"];

/// Short words that a hyphen ties to a name and that are none, sorted: "the Joe Biden-era rule".
#[rustfmt::skip]
pub(super) static TIED: &[&str] = &[
    "area", "based", "bound", "built", "class", "era", "esque", "held", "in", "led", "like", "made", "old", "on",
    "owned", "run", "size", "style", "to", "trade", "type", "up", "wide",
];

/// Bodies whose names may list what they are for, sorted: "the Department for Culture, Media and Sport".
#[rustfmt::skip]
pub(super) static LISTING_HEADS: &[&str] = &[
    "agency", "association", "authority", "board", "bureau", "college", "commission", "committee", "confederation", "council", "department",
    "directorate", "faculty", "federation", "guild", "institute", "ministry", "office", "school", "society", "union",
];
