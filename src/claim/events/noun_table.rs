//! Lists nouns that name events.
//!
//! Only nouns that name something that happens at a time, in news use.

use crate::text::singular;

/// Event nouns in the singular, in alphabetical order.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "abduction", "accident", "acquisition", "agreement", "airstrike", "ambush", "announcement", "appeal", "appointment", "arrest",
    "arrival", "assassination", "assault", "attack", "auction", "award", "ballot", "battle", "blast", "blaze", "bombing", "briefing",
    "burial", "campaign", "cancellation", "capture", "ceasefire", "celebration", "ceremony", "clash", "closure", "collapse", "collision",
    "concert", "conference", "conflict", "contest", "conviction", "coup", "crackdown", "crash", "cyclone", "deal", "death", "debate",
    "debut", "decision", "defeat", "delay", "delivery", "demonstration", "departure", "derailment", "disaster", "dismissal", "earthquake",
    "election", "eruption", "evacuation", "execution", "expansion", "explosion", "famine", "fight", "fighting", "fire", "flight", "flood",
    "funeral", "hearing", "hurricane", "incident", "inquest", "inspection", "interview", "invasion", "kidnapping", "killing", "landing",
    "landslide", "launch", "lawsuit", "layoff", "marriage", "massacre", "match", "meeting", "merger", "mission", "murder", "offensive",
    "opening", "operation", "outage", "outbreak", "parade", "payment", "poll", "premiere", "protest", "purchase", "quake", "race", "raid",
    "rally", "recall", "referendum", "release", "rescue", "resignation", "retirement", "revolt", "riot", "robbery", "ruling", "sale",
    "seizure", "shooting", "shutdown", "siege", "speech", "spill", "stabbing", "storm", "strike", "suicide", "summit", "surgery",
    "takeover", "talks", "theft", "tornado", "tour", "tournament", "transfer", "treaty", "trial", "uprising", "verdict", "victory",
    "violence", "visit", "vote", "walkout", "war", "wedding", "withdrawal",
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
