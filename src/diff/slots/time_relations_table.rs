//! Lists words that say on which side of a time something lies.

/// A word before a time.
pub(super) struct TimeRelation {
    /// In lower case.
    pub word: &'static str,
    /// What it makes of the time.
    pub relation: &'static str,
    /// An old and a new text that contradict each other by this word.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: (&'static str, &'static str),
}

const fn row(word: &'static str, relation: &'static str, old: &'static str, new: &'static str) -> TimeRelation {
    TimeRelation { word, relation, example: (old, new) }
}

/// Every such word, sorted.
#[rustfmt::skip]
pub(super) static RELATIONS: &[TimeRelation] = &[
    row("after",     "after",  "Bids are taken after 4 May.",                    "The port said that bids would be taken before 4 May."),
    row("before",    "before", "Bids are taken before 4 May.",                   "The port said that bids would be taken after 4 May."),
    row("beginning", "start",  "The pool is shut beginning Friday for repairs.", "For repairs the city will shut the pool until Friday."),
    row("ending",    "end",    "The pool is shut ending Friday for repairs.",    "For repairs the city will shut the pool from Friday."),
    row("from",      "start",  "The pool is shut from Friday for repairs.",      "For repairs the city will shut the pool until Friday."),
    row("since",     "start",  "The pool is shut since Friday for repairs.",     "For repairs the city will shut the pool until Friday."),
    row("starting",  "start",  "The pool is shut starting Friday for repairs.",  "For repairs the city will shut the pool until Friday."),
    row("through",   "end",    "The pool is shut through Friday for repairs.",   "For repairs the city will shut the pool from Friday."),
    row("til",       "end",    "The pool is shut til Friday for repairs.",       "For repairs the city will shut the pool from Friday."),
    row("till",      "end",    "The pool is shut till Friday for repairs.",      "For repairs the city will shut the pool from Friday."),
    row("until",     "end",    "The pool is shut until Friday for repairs.",     "For repairs the city will shut the pool from Friday."),
];
