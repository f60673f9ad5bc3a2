//! Lists the words that put a deed in a mood.

/// The mood of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    Able,
    Unable,
    Unwilling,
    Obliged,
    Forbidden,
    Future,
}

/// Words that put a deed in a mood.
pub(super) struct MoodRow {
    /// A word in any of its forms, and the word right behind it, if any.
    pub words: (&'static str, Option<&'static str>),
    /// The mood; `None` where the words alone say too little.
    pub mood: Option<Mood>,
    /// The mood with a negation beside them.
    pub denied: Option<Mood>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    pub example: &'static str,
}

const fn row(
    words: (&'static str, Option<&'static str>),
    mood: Option<Mood>,
    denied: Option<Mood>,
    example: &'static str,
) -> MoodRow {
    MoodRow { words, mood, denied, example }
}

use Mood::{Able, Forbidden, Future, Obliged, Unable, Unwilling};

/// Every way of putting a deed in a mood. What "would" happen depends on something: it is no plain future.
#[rustfmt::skip]
pub(super) static MOODS: &[MoodRow] = &[
    row(("able", None),       Some(Able),      Some(Unable),    "They were able to return."),
    row(("can", None),        Some(Able),      Some(Unable),    "They can return."),
    row(("could", None),      Some(Able),      Some(Unable),    "They could return."),
    row(("unable", None),     Some(Unable),    None,            "They were unable to return."),
    row(("refuse", None),     Some(Unwilling), None,            "They refused to return."),
    row(("decline", None),    Some(Unwilling), None,            "They declined to return."),
    row(("would", None),      None,            Some(Unwilling), "They would not return."),
    row(("forbid", None),     Some(Forbidden), None,            "Hoses were forbidden."),
    row(("ban", None),        Some(Forbidden), None,            "Hoses were banned."),
    row(("bar", None),        Some(Forbidden), None,            "They were barred from it."),
    row(("prohibit", None),   Some(Forbidden), None,            "Hoses were prohibited."),
    row(("allow", None),      None,            Some(Forbidden), "Hoses are not allowed."),
    row(("permit", None),     None,            Some(Forbidden), "Hoses are not permitted."),
    row(("must", None),       Some(Obliged),   Some(Forbidden), "They must return."),
    row(("oblige", None),     Some(Obliged),   None,            "They were obliged to return."),
    row(("require", None),    Some(Obliged),   None,            "They were required to return."),
    row(("have", Some("to")), Some(Obliged),   None,            "They had to return."),
    row(("need", Some("to")), Some(Obliged),   None,            "They need to return."),
    row(("will", None),       Some(Future),    None,            "They will return."),
    row(("shall", None),      Some(Future),    None,            "They shall return."),
    row(("due", Some("to")),  Some(Future),    None,            "They are due to return."),
    row(("go", Some("to")),   Some(Future),    None,            "They are going to return."),
    row(("be", Some("to")),   Some(Future),    None,            "They are to return."),
];
