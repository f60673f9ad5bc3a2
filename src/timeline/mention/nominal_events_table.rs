//! Lists nouns that report an event, nouns in -ing that do not, and words that make a time a bound.

/// Words that make the time behind them a bound.
pub(super) static BOUNDS: &[&str] = &["before", "from", "since", "than", "until"];

/// Nouns that name a happening although nothing in their form says so, sorted.
#[rustfmt::skip]
pub(super) static HAPPENINGS: &[&str] = &[
    "accident", "attack", "blast", "collapse", "coup", "crash", "death", "derailment", "disaster", "earthquake",
    "election", "fire", "flood", "invasion", "landslide", "massacre", "merger", "murder", "outbreak",
    "quake", "raid", "referendum", "revolt", "riot", "storm", "strike", "summit", "tsunami", "typhoon",
    "vote", "war", "wreck",
];

/// Nouns in -ing that name no happening, sorted.
pub(super) static THINGS: &[&str] = &[
    "being", "building", "ceiling", "clothing", "evening", "feeling", "king", "morning", "spring", "string", "thing",
    "wing",
];
