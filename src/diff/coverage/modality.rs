//! Reads in which mood a passage puts a deed: "could not confirm", "was unable to confirm".

use crate::model::{Document, Span};

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

/// Words for a mood; "be" stands for its forms, the last word for what must follow within two words.
const MOODS: &[(Mood, &[&str])] = &[
    (Mood::Unable, &["unable"]),
    (Mood::Unable, &["able", "not"]),
    (Mood::Unable, &["cannot"]),
    (Mood::Unable, &["can", "not"]),
    (Mood::Unable, &["could", "not"]),
    (Mood::Able, &["able"]),
    (Mood::Able, &["can"]),
    (Mood::Able, &["could"]),
    (Mood::Unwilling, &["refuse"]),
    (Mood::Unwilling, &["decline"]),
    (Mood::Unwilling, &["would", "not"]),
    (Mood::Forbidden, &["forbid"]),
    (Mood::Forbidden, &["ban"]),
    (Mood::Forbidden, &["bar"]),
    (Mood::Forbidden, &["prohibit"]),
    (Mood::Forbidden, &["must", "not"]),
    (Mood::Forbidden, &["allow", "not"]),
    (Mood::Forbidden, &["permit", "not"]),
    (Mood::Obliged, &["must"]),
    (Mood::Obliged, &["oblige"]),
    (Mood::Obliged, &["require"]),
    (Mood::Obliged, &["have", "to"]),
    (Mood::Obliged, &["need", "to"]),
    (Mood::Future, &["will"]),
    (Mood::Future, &["shall"]),
    (Mood::Future, &["due", "to"]),
    (Mood::Future, &["go", "to"]),
    (Mood::Future, &["be", "to"]),
];

/// Returns the mood that the words of a span, or those just after it, put a deed in; `None` where there is none or more
/// than one.
pub(super) fn mood_of(document: &Document<'_>, span: Span) -> Option<Mood> {
    let tokens = document.tokens_in(span);
    let mut moods = tokens.clone().filter_map(|at| mood_at(document, at));
    let first = moods.next()?;
    moods.all(|mood| mood == first).then_some(first)
}

fn mood_at(document: &Document<'_>, at: usize) -> Option<Mood> {
    let is_not = |at: usize| matches!(document.norm(at), "not" | "n't" | "never");
    let near = |wanted: &str, at: usize| match wanted {
        "not" => (at + 1..at + 3).chain(at.checked_sub(1)).any(|near| near < document.tokens.len() && is_not(near)),
        _ => (at + 1..at + 2).any(|near| near < document.tokens.len() && document.norm(near) == wanted),
    };
    let fits = |words: &&[&str]| {
        let is_first = document.lemma(at) == words[0] || document.norm(at) == words[0];
        is_first && words[1..].iter().all(|word| near(word, at))
    };
    MOODS.iter().find(|(_, words)| fits(words)).map(|(mood, _)| *mood)
}

#[cfg(test)]
mod tests {
    use super::{Mood, mood_of};
    use crate::claim::analyze;
    use crate::model::{Setting, Span};

    fn mood(text: &str) -> Option<Mood> {
        let analysis = analyze(text, Setting::default());
        mood_of(&analysis.document, Span { start: 0, end: text.len() })
    }

    #[test]
    fn one_mood_is_read_off_each_of_its_forms() {
        for (want, texts) in [
            (
                Mood::Unable,
                ["Monitors could not confirm it.", "Monitors were unable to confirm it.", "They can't say."],
            ),
            (Mood::Unwilling, ["The firm refused to pay.", "The firm would not pay.", "He declined to pay."]),
            (Mood::Obliged, ["Drivers must stop.", "Drivers have to stop.", "Drivers are required to stop."]),
            (Mood::Forbidden, ["Hoses must not be used.", "Hoses are banned.", "Hoses are not allowed."]),
            (Mood::Future, ["The bridge will open.", "The bridge is due to open.", "The bridge is to open."]),
            (Mood::Able, ["People can return.", "People are able to return.", "People could return."]),
        ] {
            texts.iter().for_each(|text| assert_eq!(mood(text), Some(want), "{text}"));
        }
        // What would happen depends on something that what will happen does not.
        assert_eq!(mood("The bridge would open."), None);
        assert_eq!(mood("The bridge opened."), None);
        assert_eq!(mood("The bridge must open or will fall."), None);
    }
}
