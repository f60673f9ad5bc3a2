//! Links notes of correction to the changes they name.
//!
//! `Correction: An earlier version gave the size as $3 million.` admits that
//! `$3 million` became `$3 billion`; a note about a photograph does not, and an
//! update stamp admits nothing.

use rustc_hash::FxHashSet;

use crate::claim::figures::same_amount;
use crate::diff::lexicon::base_forms;
use crate::diff::words::stop_words_table::is_function_word;
use crate::model::{Analysis, Change, ChangeKind, Facet, Field, Figure, Notice, NoticeKind, NoticeLink, Side, Weight};

/// Returns whether a note of this kind admits that something was wrong or unclear.
pub(crate) fn admits(kind: NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::Correction | NoticeKind::Clarification | NoticeKind::Retraction | NoticeKind::EditorsNote
    )
}

/// Returns the kind of the note that a sentence belongs to.
pub(crate) fn holding(analysis: &Analysis<'_>, sentence: usize) -> Option<NoticeKind> {
    let span = analysis.document.sentences[sentence].span;
    analysis.notices.iter().find(|notice| notice.span.overlaps(span)).map(|notice| notice.kind)
}

/// Links each new note to the changes it names; such changes are not silent.
pub(crate) fn link(old: &Side<'_>, new: &Side<'_>, changes: &mut [Change]) {
    let notices: Vec<&Notice> =
        new.text.notices.iter().filter(|notice| admits(notice.kind) && is_new(old, new, notice)).collect();
    if notices.is_empty() {
        return;
    }
    let (text_a, text_b) = (old.text.document.text, new.text.document.text);
    // A note that gives both values of one change is about that one, unless it says what else it is about.
    let settled: Vec<bool> =
        notices.iter().map(|notice| changes.iter().any(|change| names_values(old, new, notice, change))).collect();
    for change in changes.iter_mut().filter(|change| change.weight == Weight::Material) {
        let words_a = change.a.iter().map(|&at| old.text.document.sentences[at].span.of(text_a));
        let words_b = change.b.iter().map(|&at| new.text.document.sentences[at].span.of(text_b));
        let passage: Vec<String> = words_a.chain(words_b).flat_map(content_words).collect();
        let named = notices.iter().zip(&settled).find(|(notice, settled)| {
            let note = (notice.span.of(text_b), notice.kind);
            names_values(old, new, notice, change) || names(note, **settled, change, &passage)
        });
        if let Some((notice, _)) = named {
            change.notice = Some(NoticeLink { b_span: notice.span, kind: notice.kind });
            change.silent = false;
        }
    }
}

/// Returns whether the old version has no note with the same content words.
pub(crate) fn is_new(old: &Side<'_>, new: &Side<'_>, notice: &Notice) -> bool {
    let words = |text: &str| content_words(text).collect::<Vec<_>>();
    let own = words(notice.span.of(new.text.document.text));
    !old.text.notices.iter().any(|before| words(before.span.of(old.text.document.text)) == own)
}

/// Returns whether a note holds both values of a changed figure, in whatever form: "nine people, not 12".
fn names_values(old: &Side<'_>, new: &Side<'_>, notice: &Notice, change: &Change) -> bool {
    let noted: Vec<&Figure> = new.text.figures.iter().filter(|figure| notice.span.contains(figure.span)).collect();
    let value = |side: &Side<'_>, span: Option<crate::model::Span>| {
        side.text.figures.iter().find(|figure| Some(figure.span) == span).cloned()
    };
    change.facets.iter().filter(|facet| facet.kind == ChangeKind::Figure && facet.field == Field::Text).any(|facet| {
        let (Some(before), Some(after)) = (value(old, facet.a_span), value(new, facet.b_span)) else { return false };
        [before, after].iter().all(|own| noted.iter().any(|figure| has_value(figure, own)))
    })
}

/// The same number, in the same unit where the note names one.
fn has_value(noted: &Figure, own: &Figure) -> bool {
    let bare = noted.unit.is_none() || noted.unit.as_deref() == Some("people");
    same_amount(noted, own) || bare && (noted.value - own.value).abs() < 1e-9 * own.value.abs().max(1.0)
}

/// Returns whether a note speaks of this change: its values, or its kind and its passage.
fn names((note, kind): (&str, NoticeKind), settled: bool, change: &Change, passage: &[String]) -> bool {
    if kind == NoticeKind::Retraction {
        return true;
    }
    let note_words: Vec<String> = content_words(note).collect();
    let has = |word: &String| note_words.contains(word);
    let values =
        change.facets.iter().filter(|facet| facet.kind != ChangeKind::Wording && facet.kind != ChangeKind::Typography);
    let values = values.flat_map(|facet| [facet.before.as_deref(), facet.after.as_deref()]).flatten();
    let value_words: Vec<String> = values.flat_map(content_words).collect();
    let shared_values = value_words.iter().filter(|word| has(word)).count();
    // Two forms of one word have a dictionary form in common.
    let note_bases: FxHashSet<String> = note_words.iter().flat_map(|word| base_forms(word)).collect();
    let tells = |word: &String| base_forms(word).iter().any(|base| note_bases.contains(base));
    let mut shared: Vec<&String> = passage.iter().filter(|word| tells(word)).collect();
    shared.sort_unstable();
    shared.dedup();
    let kinds = change.facets.iter().any(|facet| {
        KIND_WORDS.iter().any(|(kind, words)| {
            *kind == facet.kind && words.iter().any(|word| note_words.iter().any(|own| own == word))
        })
    });
    if change.facets.iter().any(|facet| names_both_values(facet, &note_words)) {
        return true;
    }
    if settled {
        return kinds && !shared.is_empty();
    }
    let short = value_words.len() <= 6;
    short && shared_values > 0 || shared_values >= 3 || shared.len() >= 3 || kinds && !shared.is_empty()
}

/// Returns whether a note holds a number that a headline dropped and the one it took instead.
fn names_both_values(facet: &Facet, note: &[String]) -> bool {
    let numbers = |words: Option<&str>| -> Vec<String> {
        let words = words.map(|words| content_words(words).collect::<Vec<_>>()).unwrap_or_default();
        words.into_iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
    };
    let (before, after) = (numbers(facet.before.as_deref()), numbers(facet.after.as_deref()));
    let gone = before.iter().any(|word| !after.contains(word) && note.contains(word));
    let come = after.iter().any(|word| !before.contains(word) && note.contains(word));
    facet.kind == ChangeKind::Headline && gone && come
}

/// How notes call what they correct.
#[rustfmt::skip]
const KIND_WORDS: &[(ChangeKind, &[&str])] = &[
    (ChangeKind::Figure,    &["number", "figure", "figures", "amount", "sum", "age", "total", "toll", "score", "percentage", "size", "price", "cost"]),
    (ChangeKind::Date,      &["date", "day", "time", "year", "month", "when", "timing"]),
    (ChangeKind::Name,      &["name", "misspelled", "misspelt", "misnamed", "misidentified", "title", "spelling", "identified", "role"]),
    (ChangeKind::Source,    &["attributed", "misattributed", "quotation", "quote", "said", "speaker", "remark", "comment"]),
    (ChangeKind::Quote,     &["quotation", "quote", "quoted", "misquoted", "remark"]),
    (ChangeKind::Polarity,  &["incorrectly", "wrongly", "said"]),
    (ChangeKind::Statement, &["wrongly", "incorrectly", "removed"]),
];

fn content_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '’')))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty() && !is_function_word(word) && !COMMON_IN_NOTES.contains(&word.as_str()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Words that every note has.
const COMMON_IN_NOTES: &[&str] = &[
    "correction",
    "clarification",
    "note",
    "editor's",
    "editor",
    "earlier",
    "version",
    "story",
    "article",
    "report",
    "amended",
    "updated",
];

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::model::Setting;

    /// Returns the new sentences, by number, of the changes that a note names.
    fn named(old: &str, new: &str) -> Vec<usize> {
        let read = |text| read_side(None, text, Setting::default());
        let changes = crate::diff::compare(&read(old), &read(new)).changes;
        changes.iter().filter(|change| change.notice.is_some()).filter_map(|change| change.b.first().copied()).collect()
    }

    const RESULT: &str = "Lee had 51.3 percent of the vote.";
    const LATER: &str = "Lee won with 50.9 percent of the vote.";
    const TURNOUT: &str = "Turnout was 64 percent, down from 68 percent in 2021.";

    #[test]
    fn a_note_that_gives_both_values_is_about_that_change() {
        let note = "Correction: An earlier version of this article misstated turnout in 2021. It was 67 percent, not 68 percent.";
        let new = format!("{LATER}\n\n{}\n\n{note}", TURNOUT.replace("68", "67"));
        assert_eq!(named(&format!("{RESULT}\n\n{TURNOUT}"), &new), [1]);
    }

    #[test]
    fn a_note_may_name_another_change_beside_that() {
        let old = format!("Mayor Ann Riggs voted at noon.\n\n{TURNOUT}");
        let note = "Correction: Turnout in 2021 was 67 percent, not 68 percent. The name of Mayor Ann Rigg was also misspelled.";
        let new = format!("Mayor Ann Rigg voted at noon.\n\n{}\n\n{note}", TURNOUT.replace("68", "67"));
        assert_eq!(named(&old, &new), [0, 1]);
    }
}
