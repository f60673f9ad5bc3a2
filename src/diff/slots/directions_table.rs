//! Lists words that say in which direction something changed.

use crate::text::rule_table::rows;

/// Words in their dictionary form, each with its direction; sorted.
#[rustfmt::skip]
pub(super) static DIRECTIONS: &[(&str, &str)] = &[
    ("add", "up"),
    ("advance", "up"),
    ("climb", "up"),
    ("cut", "down"),
    ("decline", "down"),
    ("decrease", "down"),
    ("dip", "down"),
    ("down", "down"),
    ("downward", "down"),
    ("drop", "down"),
    ("extra", "up"),
    ("fall", "down"),
    ("fewer", "down"),
    ("gain", "up"),
    ("grow", "up"),
    ("growth", "up"),
    ("higher", "up"),
    ("increase", "up"),
    ("jump", "up"),
    ("less", "down"),
    ("lift", "up"),
    ("lower", "down"),
    ("more", "up"),
    ("plummet", "down"),
    ("plunge", "down"),
    ("raise", "up"),
    ("rally", "up"),
    ("reduce", "down"),
    ("reduction", "down"),
    ("rise", "up"),
    ("shed", "down"),
    ("shrink", "down"),
    ("sink", "down"),
    ("slide", "down"),
    ("slip", "down"),
    ("slump", "down"),
    ("soar", "up"),
    ("surge", "up"),
    ("swell", "up"),
    ("tumble", "down"),
    ("up", "up"),
    ("upward", "up"),
];

/// Returns the direction that a word in lower case tells.
pub(super) fn direction_of(word: &str) -> Option<&'static str> {
    rows(DIRECTIONS).find(|row| row.0 == word).map(|row| row.1)
}
