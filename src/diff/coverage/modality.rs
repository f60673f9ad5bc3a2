//! Reads in which mood a passage puts a deed: "could not confirm", "was unable to confirm".

use super::modality_table::{MOODS, Mood, MoodRow};
use crate::diff::lexicon::base_forms;
use crate::model::{Document, Span};
use crate::text::negation_of;
use crate::text::rule_table::rows;

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
    rows(MOODS).find(stands)
}

/// Returns the mood of a row whose words stand at a token.
fn mood_at(document: &Document<'_>, at: usize, row: &MoodRow) -> Option<Mood> {
    let near = at.saturating_sub(DENIED_WITHIN)..(at + DENIED_WITHIN + 1).min(document.tokens.len());
    let is_denied = near.into_iter().any(|near| negation_of(document.norm(near)).is_some());
    if is_denied { row.denied } else { row.mood }
}

#[cfg(test)]
mod tests {
    use super::super::modality_table::{MOODS, Mood};
    use super::mood_of;
    use crate::claim::analyze;
    use crate::model::{Setting, Span};
    use crate::text::rule_table::needless_rows;

    fn mood(text: &str) -> Option<Mood> {
        let analysis = analyze(text, Setting::default());
        mood_of(&analysis.document, Span { start: 0, end: text.len() })
    }

    #[test]
    fn every_row_is_read_off_its_example() {
        let needless = needless_rows(MOODS, |row| mood(row.example));
        assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.words).collect::<Vec<_>>());
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
