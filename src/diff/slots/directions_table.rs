//! Lists words that say in which direction something changed, or on which side of a value it lies.

/// Directions, and the words of each in their dictionary form.
const DIRECTIONS: &[(&str, &[&str])] = &[
    (
        "up",
        &[
            "add", "advance", "climb", "extra", "gain", "grow", "growth", "high", "higher", "improve", "increase",
            "jump", "lift", "more", "raise", "rally", "rise", "soar", "surge", "swell", "up", "upward",
        ],
    ),
    (
        "down",
        &[
            "cut",
            "decline",
            "decrease",
            "dip",
            "down",
            "downward",
            "drop",
            "fall",
            "fewer",
            "less",
            "low",
            "lower",
            "plummet",
            "plunge",
            "reduce",
            "reduction",
            "shed",
            "shrink",
            "sink",
            "slide",
            "slip",
            "slump",
            "tumble",
        ],
    ),
];

/// Returns the direction that a word in lower case tells.
pub(super) fn direction_of(word: &str) -> Option<&'static str> {
    DIRECTIONS.iter().find(|(_, words)| words.contains(&word)).map(|(direction, _)| *direction)
}
