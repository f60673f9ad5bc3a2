//! Gives the noun for an event and its verb one root: "derailment" and "derail", "explosion" and "explode".
//!
//! The ending is cut off, then what a verb has in its place, then a doubled letter. The root need not be a word: it only says
//! that two words are of one family. Irregular families ("death", "die") have two roots: a missed family is better than
//! two words taken for one.

/// A root has at least so many letters: "trial" has no verb "tri".
const SHORTEST: usize = 4;

/// Endings that make a verb a noun, or that a verb loses on the way, the longer ones first; each with a pair that needs it.
#[rustfmt::skip]
const ENDINGS: &[(&str, [&str; 2])] = &[
    ("ation", ["resignation", "resign"]),
    ("ition", ["competition", "compete"]),
    ("ment",  ["derailment", "derail"]),
    ("ance",  ["appearance", "appear"]),
    ("sion",  ["explosion", "explode"]),
    ("ate",   ["evacuation", "evacuate"]),
    ("ing",   ["meeting", "meet"]),
    ("ion",   ["eruption", "erupt"]),
    ("ise",   ["apology", "apologise"]),
    ("ize",   ["apology", "apologize"]),
    ("ure",   ["departure", "depart"]),
    ("al",    ["withdrawal", "withdraw"]),
    ("de",    ["collision", "collide"]),
    ("d",     ["suspension", "suspend"]),
    ("e",     ["closure", "close"]),
    ("y",     ["discovery", "discover"]),
];

/// Returns the root of a dictionary form in lower case.
pub(crate) fn event_root(lemma: &str) -> &str {
    let cut = |(ending, _): &(&str, [&str; 2])| lemma.strip_suffix(ending).filter(|root| SHORTEST <= root.len());
    // "Suspend" loses its last letter, "crowd" does not.
    let is_cut = |root: &&str| lemma.len() != root.len() + 1 || !lemma.ends_with('d') || root.ends_with('n');
    let root = ENDINGS.iter().filter_map(cut).find(is_cut).unwrap_or(lemma);
    // "Announcement" leaves "announce": what the verb loses, this loses too.
    let root = root.strip_suffix('e').filter(|root| SHORTEST <= root.len()).unwrap_or(root);
    let mut last = root.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) if a == b && a.is_ascii_alphabetic() && SHORTEST < root.len() => &root[..root.len() - 1],
        _ => root,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_joins_its_noun_and_verb() {
        for (ending, [noun, verb]) in ENDINGS {
            assert_eq!(event_root(noun), event_root(verb), "{ending}: {noun}, {verb}");
            assert!(noun.ends_with(ending) || verb.ends_with(ending), "{ending}: {noun}, {verb}");
        }
    }

    #[test]
    fn families_share_a_root_and_strangers_do_not() {
        for (noun, verb) in [
            ("arrival", "arrive"),
            ("acquittal", "acquit"),
            ("announcement", "announce"),
            ("cancellation", "cancel"),
            ("conviction", "convict"),
            ("decision", "decide"),
            ("discussion", "discuss"),
            ("investigation", "investigate"),
            ("sentencing", "sentence"),
            ("shooting", "shoot"),
            ("strike", "strike"),
        ] {
            assert_eq!(event_root(noun), event_root(verb), "{noun}, {verb}");
        }
        for (one, other) in [("trial", "try"), ("crowd", "crow"), ("message", "mess"), ("meal", "meet")] {
            assert_ne!(event_root(one), event_root(other), "{one}, {other}");
        }
        assert_eq!(event_root("é"), "é");
    }
}
