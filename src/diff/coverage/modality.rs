//! Reads in which mood a passage puts a deed: "could not confirm", "was unable to confirm".

use crate::diff::lexicon::base_forms;
use crate::model::{Document, Span};
use crate::text::negation_of;

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
struct MoodRow {
    /// A word in any of its forms, and the word right behind it, if any.
    words: (&'static str, Option<&'static str>),
    /// The mood; `None` where the words alone say too little.
    mood: Option<Mood>,
    /// The mood with a negation beside them.
    denied: Option<Mood>,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    example: &'static str,
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
static MOODS: &[MoodRow] = &[
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

/// How many words before and behind the words of a mood deny them: "did not have to", "could not".
const DENIED_WITHIN: usize = 2;

/// Returns the mood that the words of a span put a deed in; `None` where there is none or more than one.
pub(super) fn mood_of(document: &Document<'_>, span: Span) -> Option<Mood> {
    let mut moods = document.tokens_in(span).filter_map(|at| Some(mood_at(document, at, find_row(document, at)?)));
    let first = moods.next()??;
    moods.all(|mood| mood == Some(first)).then_some(first)
}

/// Returns the row whose words stand at a token.
fn find_row(document: &Document<'_>, at: usize) -> Option<&'static MoodRow> {
    let follows = |wanted: &str| at + 1 < document.tokens.len() && document.norm(at + 1) == wanted;
    // A participle after "be" is an adjective to the tagger: its lemma is itself.
    let forms = base_forms(document.norm(at));
    let stands = |row: &&MoodRow| {
        let (word, behind) = row.words;
        (document.lemma(at) == word || forms.iter().any(|form| form == word)) && behind.is_none_or(follows)
    };
    MOODS.iter().find(stands)
}

/// Returns the mood of a row whose words stand at a token.
fn mood_at(document: &Document<'_>, at: usize, row: &MoodRow) -> Option<Mood> {
    let near = at.saturating_sub(DENIED_WITHIN)..(at + DENIED_WITHIN + 1).min(document.tokens.len());
    let is_denied = near.into_iter().any(|near| negation_of(document.norm(near)).is_some());
    if is_denied { row.denied } else { row.mood }
}

#[cfg(test)]
mod tests {
    use super::{MOODS, Mood, mood_of};
    use crate::claim::analyze;
    use crate::model::{Setting, Span};

    fn mood(text: &str) -> Option<Mood> {
        let analysis = analyze(text, Setting::default());
        mood_of(&analysis.document, Span { start: 0, end: text.len() })
    }

    #[test]
    fn every_row_is_read_off_its_example() {
        for row in MOODS {
            let wanted = if row.example.contains(" not ") { row.denied } else { row.mood };
            assert_eq!(mood(row.example), wanted, "{}", row.example);
        }
    }

    #[test]
    fn a_negation_beside_the_words_makes_another_mood_or_none() {
        for (text, want) in [
            ("Monitors could not confirm it.", Some(Mood::Unable)),
            ("They can't say.", Some(Mood::Unable)),
            ("Hoses must not be used.", Some(Mood::Forbidden)),
            ("Drivers do not have to stop.", None),
            ("Drivers have no need to stop.", None),
            ("The firm has not refused to pay.", None),
            ("The firm will not sell the mill.", None),
            ("The bridge would open.", None),
            ("The bridge opened.", None),
            ("The bridge must open or will fall.", None),
        ] {
            assert_eq!(mood(text), want, "{text}");
        }
    }
}
