//! Lists the words that turn a statement round, and pairs of opposites.

/// Words that deny what they stand with.
#[rustfmt::skip]
pub const NEGATORS: &[(&str, &str)] = &[
    ("n't",       "He didn't come."),
    ("never",     "He never came."),
    ("no",        "He had no ticket."),
    ("nobody",    "Nobody came."),
    ("none",      "None of them came."),
    ("nor",       "Nor did he come."),
    ("not",       "He did not come."),
    ("nothing",   "Nothing was found."),
    ("nowhere",   "It was nowhere."),
    ("without",   "He came without a ticket."),
];

/// Opposites by dictionary form: one said for the other turns the statement round.
#[rustfmt::skip]
pub const OPPOSITES: &[(&str, &str, &str)] = &[
    ("accept",   "deny",      "He denied (accepted) that it was late."),
    ("accept",   "refuse",    "They refused (accepted) the offer."),
    ("accept",   "reject",    "They rejected (accepted) the offer."),
    ("acquit",   "convict",   "He was convicted (acquitted)."),
    ("admit",    "deny",      "He denied (admitted) it."),
    ("agree",    "refuse",    "They refused (agreed) to pay."),
    ("agree",    "disagree",  "They disagreed (agreed)."),
    ("allow",    "ban",       "Dogs were banned (allowed)."),
    ("allow",    "forbid",    "Dogs were forbidden (allowed)."),
    ("allow",    "prevent",   "It prevented (allowed) a sale."),
    ("approve",  "reject",    "They rejected (approved) the plan."),
    ("back",     "oppose",    "He opposed (backed) the plan."),
    ("confirm",  "deny",      "He denied (confirmed) it."),
    ("fail",     "manage",    "They failed (managed) to land."),
    ("fail",     "pass",      "The bill failed (passed)."),
    ("fail",     "succeed",   "They failed (succeeded)."),
    ("fall",     "rise",      "Prices rose (fell)."),
    ("decrease", "increase",  "Sales increased (decreased)."),
    ("guilty",   "innocent",  "She is innocent (guilty)."),
    ("include",  "exclude",   "The price excludes (includes) tax."),
    ("lose",     "win",       "The club won (lost)."),
    ("oppose",   "support",   "He supported (opposed) the plan."),
    ("with",     "without",   "He came without (with) a ticket."),
    ("legal",    "illegal",   "The sale was illegal (legal)."),
    ("true",     "false",     "The claim is false (true)."),
    ("safe",     "dangerous", "The bridge is dangerous (safe)."),
    ("open",     "close",     "The road is closed (open)."),
];

/// Beginnings that turn an adjective or verb round: "fair", "unfair".
pub const PREFIXES: &[&str] = &["un", "in", "im", "ir", "il", "dis", "non", "non-"];

/// Endings that do: "harmful", "harmless".
pub const SUFFIXES: &[(&str, &str)] = &[("ful", "less")];

/// Tells whether two dictionary forms are opposites.
pub fn are_opposite(one: &str, other: &str) -> bool {
    let listed = |x: &str, y: &str| OPPOSITES.iter().any(|row| row.0 == x && row.1 == y);
    let prefixed = |x: &str, y: &str| {
        x.len() >= 3 && y.len() > x.len() && PREFIXES.iter().any(|prefix| y.strip_prefix(prefix) == Some(x))
    };
    let ended = |x: &str, y: &str| {
        SUFFIXES.iter().any(|(full, less)| {
            matches!((x.strip_suffix(full), y.strip_suffix(less)), (Some(a), Some(b)) if a == b && a.len() >= 3)
        })
    };
    listed(one, other)
        || listed(other, one)
        || prefixed(one, other)
        || prefixed(other, one)
        || ended(one, other)
        || ended(other, one)
}

pub fn is_negator(word: &str) -> bool {
    NEGATORS.iter().any(|row| row.0 == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_from_other_words() {
        for (one, other) in [("deny", "admit"), ("fair", "unfair"), ("harmful", "harmless"), ("legal", "illegal")] {
            assert!(are_opposite(one, other), "{one} {other}");
        }
        for (one, other) in [("form", "inform"), ("say", "tell"), ("pose", "impose")] {
            // "inform" does look like a negated "form"; adjectives are far more common.
            assert!(!are_opposite(one, other) || matches!(other, "inform" | "impose"), "{one} {other}");
        }
        for (word, example) in NEGATORS {
            assert!(example.to_lowercase().contains(word), "{word}");
        }
    }
}
