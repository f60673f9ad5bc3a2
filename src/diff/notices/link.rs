//! Links notes of correction to the changes they name.
//!
//! `Correction: An earlier version gave the size as $3 million.` admits that
//! `$3 million` became `$3 billion`; a note about a photograph does not, and an
//! update stamp admits nothing. An update that tells the change itself names it: `Update: The fair has been moved to
//! 7 May`, and `updated to include the company's response` names what the company says now.

use rustc_hash::FxHashSet;

use super::link_table::{COMMON_IN_NOTES, KIND_WORDS, RESPONSES};
use crate::claim::figures::same_amount;
use crate::diff::lexicon::base_forms;
use crate::model::{
    Action, Analysis, Change, ChangeKind, Facet, Field, Figure, Notice, NoticeKind, NoticeLink, Side, Span, Weight,
};
use crate::text::rule_table::{is_listed, rows};
use crate::text::{is_function_word, without_possessive};

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
    let can_name = |notice: &&Notice| admits(notice.kind) || notice.kind == NoticeKind::Update;
    let notices = new_notices(old, new).into_iter().filter(can_name);
    let notices: Vec<NoticeWords<'_>> = notices.map(|notice| NoticeWords::read(new, notice)).collect();
    if notices.is_empty() {
        return;
    }
    let (text_a, text_b) = (old.text.document.text, new.text.document.text);
    // A note that gives both values of one change is about that one, unless it says what else it is about.
    let settled: Vec<Vec<ChangeKind>> = notices
        .iter()
        .map(|notice| changes.iter().filter_map(|change| settles(old, new, notice, change)).collect())
        .collect();
    for change in changes.iter_mut().filter(|change| change.weight == Weight::Material) {
        let words_a = change.a.iter().map(|&at| old.text.document.sentences[at].span.of(text_a));
        let words_b = change.b.iter().map(|&at| new.text.document.sentences[at].span.of(text_b));
        let passage: Vec<String> = words_a.chain(words_b).flat_map(content_words).collect();
        let named = notices.iter().zip(&settled).find(|(notice, settled)| match notice.kind {
            NoticeKind::Update => tells_change(notice, change, &passage) || tells_response(new, notice, change),
            NoticeKind::Retraction => true,
            _ => settles(old, new, notice, change).is_some() || names(notice, settled, change, &passage),
        });
        if let Some((notice, _)) = named {
            change.notice = Some(NoticeLink { b_span: notice.span, kind: notice.kind });
            change.silent = false;
        }
    }
}

/// Most new notes of one version that are read.
const MOST_NOTICES: usize = 200;

/// A note with its words and figures.
struct NoticeWords<'n> {
    span: Span,
    kind: NoticeKind,
    words: FxHashSet<String>,
    /// The dictionary forms of the words.
    bases: FxHashSet<String>,
    figures: Vec<&'n Figure>,
}

impl<'n> NoticeWords<'n> {
    fn read(new: &'n Side<'_>, notice: &Notice) -> Self {
        let words: FxHashSet<String> = content_words(notice.span.of(new.text.document.text)).collect();
        let bases = words.iter().flat_map(|word| base_forms(word)).collect();
        let figures = new.text.figures.iter().filter(|figure| notice.span.contains(figure.span)).collect();
        Self { span: notice.span, kind: notice.kind, words, bases, figures }
    }
}

/// Returns the notes whose content words no note of the old version has.
pub(crate) fn new_notices<'n>(old: &Side<'_>, new: &'n Side<'_>) -> Vec<&'n Notice> {
    let words = |text: &str| content_words(text).collect::<Vec<_>>();
    let old_text = old.text.document.text;
    let before: FxHashSet<Vec<String>> = old.text.notices.iter().map(|own| words(own.span.of(old_text))).collect();
    let is_new = |notice: &&Notice| !before.contains(&words(notice.span.of(new.text.document.text)));
    new.text.notices.iter().filter(is_new).take(MOST_NOTICES).collect()
}

/// Returns the kind of a changed value of which a note holds both sides: "nine people, not 12", "Clara Lind, not Sara".
fn settles(old: &Side<'_>, new: &Side<'_>, notice: &NoticeWords<'_>, change: &Change) -> Option<ChangeKind> {
    let value = |side: &Side<'_>, span: Option<Span>| {
        side.text.figures.iter().find(|figure| Some(figure.span) == span).cloned()
    };
    let has_both = |facet: &&Facet| match facet.kind {
        _ if facet.field != Field::Text => false,
        ChangeKind::Figure => value(old, facet.a_span)
            .zip(value(new, facet.b_span))
            .is_some_and(|(x, y)| [x, y].iter().all(|own| notice.figures.iter().any(|figure| has_value(figure, own)))),
        ChangeKind::Name | ChangeKind::Source => {
            let (before, after) = differing_words(facet);
            let has = |own: &[String]| !own.is_empty() && own.iter().all(|word| notice.words.contains(word));
            has(&before) && has(&after)
        }
        _ => false,
    };
    change.facets.iter().find(has_both).map(|facet| facet.kind)
}

/// Returns the words of each side of a facet that the other side lacks.
fn differing_words(facet: &Facet) -> (Vec<String>, Vec<String>) {
    let words = |side: &Option<String>| side.iter().flat_map(|side| content_words(side)).collect::<FxHashSet<String>>();
    let (before, after) = (words(&facet.before), words(&facet.after));
    (before.difference(&after).cloned().collect(), after.difference(&before).cloned().collect())
}

/// Returns whether an update tells the change itself: the value that holds now, of the thing that the passage is about.
fn tells_change(NoticeWords { words, .. }: &NoticeWords<'_>, change: &Change, passage: &[String]) -> bool {
    use ChangeKind::{Date, Figure, Name, Source};
    let is_told = |facet: &Facet| {
        let (gone, come) = differing_words(facet);
        let has_value = !come.is_empty() && come.iter().all(|word| words.contains(word));
        let about = passage.iter().filter(|word| !come.contains(word) && !gone.contains(word));
        has_value && facet.before.is_some() && about.into_iter().any(|word| words.contains(word))
    };
    change.facets.iter().filter(|facet| matches!(facet.kind, Date | Figure | Name | Source)).any(is_told)
}

/// Returns whether an update announces what somebody says, and the change brings it.
fn tells_response(new: &Side<'_>, notice: &NoticeWords<'_>, change: &Change) -> bool {
    let announces = notice.words.iter().any(|word| is_listed(RESPONSES, word));
    let is_said = |sentence: &usize| {
        let mut statements = new.text.statements.iter();
        statements.any(|statement| statement.sentence == *sentence && statement.speaker.is_some())
    };
    announces && change.action == Action::Added && change.b.iter().all(is_said)
}

/// Returns whether a figure has the number, and the unit where the note names one.
fn has_value(noted: &Figure, own: &Figure) -> bool {
    let bare = noted.unit.is_none() || noted.unit.as_deref() == Some("people");
    same_amount(noted, own) || bare && (noted.value - own.value).abs() < 1e-9 * own.value.abs().max(1.0)
}

/// Returns whether a note speaks of this change: its values, or its kind and its passage.
///
/// `settled` are the kinds of changes of which the note gives both values: words for those are used up.
fn names(notice: &NoticeWords<'_>, settled: &[ChangeKind], change: &Change, passage: &[String]) -> bool {
    let has = |word: &String| notice.words.contains(word);
    let values =
        change.facets.iter().filter(|facet| facet.kind != ChangeKind::Wording && facet.kind != ChangeKind::Typography);
    let value_words: Vec<String> = values.map(differing_words).flat_map(|(gone, come)| [gone, come].concat()).collect();
    let shared_values = value_words.iter().filter(|word| has(word)).count();
    // Two forms of one word have a dictionary form in common.
    // "said" and "wrongly" tell what sort of change a note is about, and of none that the passage is meant.
    let is_kind_word = |word: &String| rows(KIND_WORDS).any(|(_, kind_word)| kind_word == word);
    let tells = |word: &String| !is_kind_word(word) && base_forms(word).iter().any(|base| notice.bases.contains(base));
    let mut shared: Vec<&String> = passage.iter().filter(|word| tells(word)).collect();
    shared.sort_unstable();
    shared.dedup();
    let kinds = change
        .facets
        .iter()
        .filter(|facet| !settled.contains(&facet.kind))
        .any(|facet| rows(KIND_WORDS).any(|(kind, word)| *kind == facet.kind && notice.words.contains(*word)));
    if change.facets.iter().any(|facet| names_both_values(facet, &notice.words)) {
        return true;
    }
    if !settled.is_empty() {
        return kinds && !shared.is_empty();
    }
    let short = value_words.len() <= 6;
    short && shared_values > 0 || shared_values >= 3 || shared.len() >= 3 || kinds && !shared.is_empty()
}

/// Returns whether a note holds a number that a headline dropped and the one it took instead.
fn names_both_values(facet: &Facet, note: &FxHashSet<String>) -> bool {
    let numbers = |words: Option<&str>| -> Vec<String> {
        let words = words.map(|words| content_words(words).collect::<Vec<_>>()).unwrap_or_default();
        words.into_iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
    };
    let (before, after) = (numbers(facet.before.as_deref()), numbers(facet.after.as_deref()));
    let gone = before.iter().any(|word| !after.contains(word) && note.contains(word));
    let come = after.iter().any(|word| !before.contains(word) && note.contains(word));
    facet.kind == ChangeKind::Headline && gone && come
}

fn content_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '’')))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .map(|word| without_possessive(&word).to_owned())
        .filter(|word| !word.is_empty() && !is_function_word(word) && !is_listed(COMMON_IN_NOTES, word))
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::link_table::{COMMON_IN_NOTES, KIND_WORDS, RESPONSES};
    use crate::claim::read_side;
    use crate::model::{ChangeKind, Setting};
    use crate::text::rule_table::{needless_rows, needless_words};

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
    fn a_note_that_gives_one_name_excuses_no_other() {
        let old = "Her death was confirmed by her daughter, Sara Lind. Lind was born in Gothenburg in 1936.";
        let note =
            "Correction: An earlier version misstated the given name of Lind's daughter. She is Clara Lind, not Sara.";
        let new = format!("{}\n\n{note}", old.replace("Sara", "Clara").replace("Gothenburg", "Malmo"));
        assert_eq!(named(old, &new), [0]);
    }

    #[test]
    fn an_update_names_what_it_tells_itself() {
        let old = "The fair will open on 3 May in Dorwick. Tickets cost £8.";
        let new = old.replace("3 May", "7 May").replace("£8", "£9");
        assert_eq!(named(old, &format!("{new}\n\nUpdate: The fair has been moved to 7 May.")), [0]);
        assert_eq!(named(old, &format!("{new}\n\nUpdated at 14:32 BST on 2 April.")), Vec::<usize>::new());
    }

    #[test]
    fn an_update_with_a_response_names_what_is_said() {
        let old = "The union accused Harrow Foods of locking doors.";
        let said = "Harrow Foods said all doors were open.";
        let note = "This story has been updated to include the company's response.";
        assert_eq!(named(old, &format!("{old}\n\n{said}\n\n{note}")), [1]);
        let other = "This story has been updated with a map.";
        assert_eq!(named(old, &format!("{old}\n\n{said}\n\n{other}")), Vec::<usize>::new());
    }

    #[test]
    fn a_note_in_other_words_names_the_change() {
        let old = "The driver, aged 45, was taken to hospital after the crash. Chief executive Ada Moss said the firm would pay.";
        let new = old.replace("45", "54").replace("Ada", "Ida");
        for (note, want) in [
            ("Note: we originally said the driver was 45. We apologise for the error.", 0),
            ("Updated at 3.15pm to correct age of driver", 0),
            ("Correction: An earlier version of this story misstated Ms Moss's first name. It is Ida.", 1),
        ] {
            assert_eq!(named(old, &format!("{new}\n\n{note}")), [want], "{note}");
        }
    }

    #[test]
    fn a_note_may_name_another_change_beside_that() {
        let old = format!("Mayor Ann Riggs voted at noon.\n\n{TURNOUT}");
        let note = "Correction: Turnout in 2021 was 67 percent, not 68 percent. The name of Mayor Ann Rigg was also misspelled.";
        let new = format!("Mayor Ann Rigg voted at noon.\n\n{}\n\n{note}", TURNOUT.replace("68", "67"));
        assert_eq!(named(&old, &new), [0, 1]);
    }

    #[test]
    fn every_word_for_a_kind_of_change_names_one() {
        let is_named = |(kind, word): &(ChangeKind, &str)| {
            let [old, new] = match kind {
                ChangeKind::Figure => {
                    ["The clinic in Dorwick treated 45 guests.", "The clinic in Dorwick treated 54 guests."]
                }
                ChangeKind::Date => ["The fair in Dorwick opens on 3 May.", "The fair in Dorwick opens on 7 May."],
                ChangeKind::Name => ["Mayor Ann Riggs left Dorwick.", "Mayor Ann Hobbs left Dorwick."],
                ChangeKind::Source => {
                    ["The bridge in Dorwick is shut, said Ann Lee.", "The bridge in Dorwick is shut, said Rod Hale."]
                }
                ChangeKind::Quote => ["“Dorwick is a safe town,” said Lee.", "“Dorwick is a sane town,” said Lee."],
                ChangeKind::Polarity => ["The bridge in Dorwick was open.", "The bridge in Dorwick was not open."],
                _ => ["The crew left Dorwick.", "The crew left Dorwick after a quarrel over pay with the owner."],
            };
            let note = format!("Correction: This was about Dorwick and the {word} there.");
            !named(old, &format!("{new}\n\n{note}")).is_empty()
        };
        let unnamed: Vec<_> = KIND_WORDS.iter().filter(|row| !is_named(row)).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
        let needless = needless_rows(KIND_WORDS, is_named);
        assert!(needless.is_empty(), "{needless:?}");
    }

    #[test]
    fn every_word_of_responses_and_of_notes_decides() {
        assert!(RESPONSES.is_sorted() && COMMON_IN_NOTES.is_sorted());
        let old = "The union accused Harrow Foods of locking doors.";
        let said = "Harrow Foods said all doors were open.";
        let response = "This story has been updated to include the company's {}.";
        let needless = needless_words(RESPONSES, &[response], |note| named(old, &format!("{old}\n\n{said}\n\n{note}")));
        assert_eq!(needless, [""; 0]);
        let frame = "The {} cost 45 pounds. / Correction: The price of the {} was wrong.";
        let needless = needless_words(COMMON_IN_NOTES, &[frame], |texts| {
            let (old, note) = texts.split_once(" / ").expect("two texts");
            named(old, &format!("{}\n\n{note}", old.replace("45", "54")))
        });
        assert_eq!(needless, [""; 0]);
    }
}
