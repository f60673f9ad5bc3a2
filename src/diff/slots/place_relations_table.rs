//! Lists prepositions of which one for another tells of another place or another stand.

/// A preposition. "In" and "to" are left out: a fire in Hull may be told as outside its centre, and letters to Hull come from it.
pub(super) struct PlaceRelation {
    pub preposition: &'static str,
    /// What the preposition and its opposite are about.
    pub pair: &'static str,
    /// On which of two sides it is.
    pub side: usize,
    /// Old and new text, of which it stands in the old one.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: (&'static str, &'static str),
}

const fn row(
    preposition: &'static str,
    pair: &'static str,
    side: usize,
    old: &'static str,
    new: &'static str,
) -> PlaceRelation {
    PlaceRelation { preposition, pair, side, example: (old, new) }
}

/// Every preposition.
#[rustfmt::skip]
pub(super) static RELATIONS: &[PlaceRelation] = &[
    row("inside",  "bounds", 0, "The march ended inside the old fort of Delby.", "The march in Delby ended outside the fort."),
    row("within",  "bounds", 0, "The march ended within the old fort of Delby.", "The march in Delby ended outside the fort."),
    row("outside", "bounds", 1, "The march ended outside the old fort of Delby.", "The march in Delby ended inside the fort."),
    row("beyond",  "bounds", 1, "The march ended beyond the old fort of Delby.", "The march in Delby ended inside the fort."),
    row("for",     "stand",  0, "The senator voted for the welfare bill.", "Against the welfare bill the senator had voted."),
    row("against", "stand",  1, "The senator voted against the welfare bill.", "For the welfare bill the senator had voted."),
];

/// Verbs and nouns that make "for" a stand, sorted; what is "for the bill" otherwise may be against something else.
pub(super) static STANDS: &[&str] =
    &["argue", "ballot", "campaign", "lobby", "march", "protest", "rally", "rule", "speak", "vote"];
