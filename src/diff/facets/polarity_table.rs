//! Lists the phrases that deny without a "not" of their own; one for another is wording.
//!
//! `pleaded not guilty to the charges` > `denies the charges`. The first word
//! of a row is a lemma, the others stand as they are.

/// A phrase that denies.
#[derive(Clone)]
pub(super) struct Denial {
    /// Lemma of a verb, then the words that follow it.
    pub words: &'static str,
    /// A sentence that denies "the claims" with it.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test runs the finder on it"))]
    pub example: &'static str,
}

/// Every phrase that denies.
#[rustfmt::skip]
pub(super) static DENIALS: &[Denial] = &[
    Denial { words: "contest",                 example: "The firm contests the claims." },
    Denial { words: "contradict",              example: "The firm contradicts the claims." },
    Denial { words: "deny",                    example: "The firm denies the claims." },
    Denial { words: "dismiss",                 example: "The firm dismisses the claims." },
    Denial { words: "dispute",                 example: "The firm disputes the claims." },
    Denial { words: "enter a not guilty plea", example: "The firm entered a not guilty plea to the claims." },
    Denial { words: "insist on his innocence", example: "He insists on his innocence of the claims." },
    Denial { words: "plead innocent",          example: "The firm pleaded innocent to the claims." },
    Denial { words: "plead not guilty",        example: "The firm pleaded not guilty to the claims." },
    Denial { words: "rebuff",                  example: "The firm rebuffs the claims." },
    Denial { words: "refute",                  example: "The firm refutes the claims." },
    Denial { words: "reject",                  example: "The firm rejects the claims." },
    Denial { words: "repudiate",               example: "The firm repudiates the claims." },
];

/// Words by which somebody who speaks denies a claim.
pub(super) static REJECTING: &[&str] =
    &["baseless", "fabricated", "false", "groundless", "nonsense", "unfounded", "untrue", "wrong"];

/// Put before a verb, these deny it: "fails to show", "has yet to arrive".
pub(super) static FAILING: &[&str] = &["decline", "fail", "neglect", "refuse", "unable", "yet"];

/// Words that leave open what a denial of their clause says, sorted: who "did not leave until Friday" left.
#[rustfmt::skip]
pub(crate) static LIMITS: &[&str] = &[
    "before", "but", "enough", "except", "further", "if", "just", "merely", "more", "only", "since", "till", "unless",
    "until", "whether",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::{ChangeKind, Setting, Weight};

    #[test]
    fn one_denial_for_another_turns_nothing_round() {
        let side = |text: &'static str| read_side(None, text, Setting::default());
        let plain = side("Marlow denied the claims.");
        for row in DENIALS {
            let changes = crate::diff::compare(&plain, &side(row.example)).changes;
            let facets = changes.iter().flat_map(|change| &change.facets);
            assert!(facets.clone().all(|facet| facet.kind != ChangeKind::Polarity), "{}", row.words);
            let turned = crate::diff::compare(&side("Marlow admitted the claims."), &side(row.example));
            assert_eq!(turned.verdict.weight, Some(Weight::Material), "{}", row.words);
        }
    }
}
