//! Lists verbs that say the same with their sides exchanged.

/// Who met somebody was met: dictionary forms, sorted.
#[rustfmt::skip]
pub(super) static MUTUAL: &[&str] = &[
    "accompany", "adjoin", "battle", "border", "date", "divorce", "embrace", "encounter", "equal", "face", "fight", "hug", "join",
    "kiss", "marry", "match", "meet", "neighbour", "play", "rejoin", "resemble", "rival", "wed",
];
