//! Lists past forms of verbs that do not show as such by their ending; "-eed" ends few of them ("need", "speed").

/// Verbs whose past form is their dictionary form; the news uses it for the past.
#[rustfmt::skip]
pub(crate) const SAME_IN_PAST: &[&str] = &[
    "beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read",
    "rid", "set", "shed", "shut", "slit", "split", "spread", "thrust", "upset",
];

/// Irregular past forms, for verbs whose lemma the grammar may not know.
#[rustfmt::skip]
const IRREGULAR_PAST: &[&str] = &[
    "agreed", "ate", "became", "began", "begun", "blew", "bought", "broke", "broken", "brought", "built", "came", "caught", "chose", "chosen",
    "decreed", "did", "done", "drew", "drawn", "drove", "driven", "fell", "fallen", "felt", "fled", "flew", "flown", "forced", "fought", "found", "freed",
    "gave", "given", "got", "gone", "grew", "grown", "guaranteed", "heard", "held", "hung", "kept", "knew", "known", "laid", "led", "left", "lent",
    "lost", "made", "meant", "met", "paid", "ran", "rose", "risen", "said", "sank", "sunk", "sat", "saw", "seen", "sent", "shook", "shot",
    "showed", "shown", "slid", "sold", "sought", "spent", "spoke", "spoken", "stood", "stole", "stolen", "struck", "swore", "sworn",
    "taken", "taught", "thought", "threw", "thrown", "told", "took", "tore", "torn", "understood", "went", "withdrew", "withdrawn", "won",
    "wore", "wrote", "written",
];

/// Returns whether a word in lower case is a past form of a verb: "sank", "closed", "cut".
pub(crate) fn is_past_form(word: &str) -> bool {
    let stem = word.strip_suffix("ed").filter(|stem| !stem.ends_with('e'));
    stem.is_some_and(|stem| stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])) || is_irregular_past(word)
}

/// Returns whether a word in lower case is a past form that its ending does not show: "sank", "cut".
pub(crate) fn is_irregular_past(word: &str) -> bool {
    SAME_IN_PAST.contains(&word) || IRREGULAR_PAST.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_forms_are_known_by_their_ending_or_by_name() {
        for word in ["closed", "died", "agreed", "sank", "cut", "told", "tied"] {
            assert!(is_past_form(word), "{word}");
        }
        for word in ["need", "speed", "indeed", "bed", "sled", "closes", "police", ""] {
            assert!(!is_past_form(word), "{word}");
        }
    }
}
