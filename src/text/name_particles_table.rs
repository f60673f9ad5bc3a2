//! Lists the small words between the parts of a name: "Ana *de* Souza", "Omar *bin* Said".

use super::rule_table::is_listed;

/// In lower case, sorted.
#[rustfmt::skip]
pub(crate) static NAME_PARTICLES: &[&str] = &[
    "af", "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter",
    "ul", "van", "von", "y", "zu",
];

/// Returns whether a word, in lower case, stands between the parts of names.
pub(crate) fn is_name_particle(word: &str) -> bool {
    is_listed(NAME_PARTICLES, word)
}
