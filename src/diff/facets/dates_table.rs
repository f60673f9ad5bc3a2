//! Lists the words around dates: what orders them, what leads to them, what adds nothing.

/// Words that set one time before or after another; one for the other changes the time.
pub(super) const ORDER: &[&str] = &["before", "after", "until", "since", "by", "during", "earlier", "later"];

/// Words beside a time that do not change it: "the whole month of May".
pub(super) const FILLERS: &[&str] = &[
    "a", "calendar", "coming", "complete", "day", "entire", "full", "month", "of", "the", "upcoming", "whole", "year",
];

/// Words that stand before a time and belong to it: "shortly after 9pm".
pub(super) const LEADS: &[&str] = &[
    "about", "after", "around", "at", "before", "by", "early", "for", "from", "in", "just", "late", "nearly", "on",
    "since", "shortly", "soon", "until",
];
