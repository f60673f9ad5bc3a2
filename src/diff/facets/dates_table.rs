//! Lists the words around dates: what orders them, what leads to them, what adds nothing.

/// Words that set one time before or after another; one for the other changes the time.
pub(super) static ORDER: &[&str] = &["after", "before", "by", "during", "earlier", "later", "since", "till", "until"];

/// Words beside a time that do not change it: "the full year 2020".
pub(super) static FILLERS: &[&str] = &["a", "calendar", "coming", "day", "full", "of", "the", "upcoming", "year"];

/// Words that stand before a time and belong to it: "shortly after 9pm".
pub(super) static LEADS: &[&str] = &[
    "about", "after", "around", "at", "before", "by", "early", "for", "from", "in", "just", "late", "nearly", "on",
    "shortly", "since", "soon", "till", "until",
];
