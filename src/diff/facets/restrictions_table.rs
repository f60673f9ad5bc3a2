//! Lists the two ways to tell under what condition alone something is so.

/// A word behind a negation, and the word that "only" has in its place.
pub(super) struct Restriction {
    /// "not … without".
    pub negative: &'static str,
    /// "only with".
    pub positive: &'static str,
    /// A sentence told both ways.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test compares both"))]
    pub example: [&'static str; 2],
}

/// Every pair of words.
pub(super) static RESTRICTIONS: &[Restriction] = &[
    Restriction {
        negative: "without",
        positive: "with",
        example: ["Visitors cannot board without a ticket.", "Visitors can board only with a ticket."],
    },
    Restriction {
        negative: "unless",
        positive: "if",
        example: ["The firm will not sell unless the price rises.", "The firm will sell only if the price rises."],
    },
    Restriction {
        negative: "until",
        positive: "after",
        example: ["The court will not sit until the vote.", "The court will sit only after the vote."],
    },
    Restriction {
        negative: "until",
        positive: "when",
        example: ["Trains will not run until the snow melts.", "Trains will run only when the snow melts."],
    },
    Restriction {
        negative: "before",
        positive: "after",
        example: ["The club will not pay before the audit.", "The club will pay only after the audit."],
    },
];
