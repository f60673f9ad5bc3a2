//! Lists nouns that name events.
//!
//! Only nouns that name something that happens at a time, in news use.

use crate::text::singular;

/// Event nouns in the singular, in alphabetical order.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "abduction", "accident", "acquisition", "advance", "agreement", "airstrike", "ambush", "announcement", "appeal",
    "appointment", "arrest", "arrival", "assassination", "assault", "attack", "auction", "award", "ballot", "battle", "blast",
    "blaze", "bombardment", "bombing", "boycott", "breach", "break-in", "breakdown", "breakthrough", "briefing", "burglary",
    "burial", "campaign", "cancellation", "capture", "ceasefire", "celebration", "ceremony", "clash", "closure", "collapse",
    "collision", "comeback", "concert", "conference", "conflict", "contest", "conviction", "coup", "crackdown", "crash", "cut",
    "cyclone", "deal", "death", "debate", "debut", "decision", "decline", "defeat", "delay", "delivery", "demonstration",
    "departure", "derailment", "descent", "detention", "disaster", "dismissal", "drop", "drought", "earthquake", "election",
    "eruption", "evacuation", "eviction", "execution", "expansion", "explosion", "expulsion", "fall", "famine", "fight",
    "fighting", "fire", "flight", "flood", "funeral", "growth", "handover", "hearing", "heatwave", "hijacking", "hike",
    "hurricane", "incident", "increase", "inquest", "inquiry", "inspection", "interview", "invasion", "investigation",
    "kidnapping", "killing", "landing", "landslide", "launch", "lawsuit", "layoff", "marriage", "massacre", "match", "meeting",
    "merger", "mission", "move", "murder", "offensive", "opening", "operation", "outage", "outbreak", "outcry", "parade",
    "payment", "plunge", "poll", "premiere", "probe", "protest", "purchase", "quake", "race", "raid", "rally", "recall",
    "referendum", "relaunch", "release", "reopening", "rescue", "resignation", "resumption", "retirement", "revolt", "riot",
    "rise", "robbery", "ruling", "sale", "search", "seizure", "sentencing", "shooting", "shutdown", "siege", "signing", "slump",
    "speech", "spill", "stabbing", "stampede", "storm", "strike", "suicide", "summit", "surge", "surgery", "suspension",
    "takeover", "talks", "theft", "tornado", "tour", "tournament", "transfer", "treaty", "trial", "truce", "tsunami", "uprising",
    "verdict", "victory", "violence", "visit", "vote", "walkout", "war", "wedding", "wildfire", "win", "withdrawal",
];

/// Returns whether a noun names an event.
pub(super) fn is_event(lemma: &str, norm: &str) -> bool {
    let known = |word: &str| NOUNS.binary_search(&word).is_ok();
    known(lemma) || known(norm) || known(&singular(norm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(NOUNS.is_sorted());
        assert!(is_event("explosion", "explosions"));
        assert!(!is_event("table", "tables"));
    }
}
