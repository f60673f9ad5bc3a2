//! Links a change to a notice that a later version brought.
//!
//! v2 changes the speaker in silence; v3 says "An earlier version attributed the
//! words to President Zelensky." The change of v2 is then named, with the delay.

use crate::model::{ChangeKind, NoticeKind, Weight};
use crate::text::is_function_word;
use crate::view::{ChangeView, NoticeView, UpdateView};

/// A notice that names a headline's change names at most so many words.
const MOST_DIFFERING: usize = 4;

/// Marks the changes of each update that a notice of a later update names.
pub(crate) fn link_later_notices(updates: &mut [UpdateView]) {
    for at in 0..updates.len() {
        let notices: Vec<NoticeView> = updates[at + 1..].iter().flat_map(new_notices).collect();
        let changed = updates[at].to.captured;
        let later = updates[at + 1..].iter().map(|update| (update.to.number, update.to.captured)).collect::<Vec<_>>();
        let update = &mut updates[at];
        for change in update.changes.iter_mut().filter(|change| change.silent && change.weight == Weight::Material) {
            let Some(notice) = notices.iter().find(|notice| names(&notice.text, change)) else { continue };
            let seen = later.iter().find(|(number, _)| *number == notice.version);
            let delay_seconds = seen.map_or(0, |(_, captured)| (*captured - changed).num_seconds());
            change.notice = Some(NoticeView { delay_seconds, ..notice.clone() });
            change.silent = false;
            update.counts.silent = update.counts.silent.saturating_sub(1);
        }
        update.verdict.silent = update.counts.silent != 0;
    }
}

/// Returns the notices that an update brought; one that only says "updated" admits nothing.
fn new_notices(update: &UpdateView) -> Vec<NoticeView> {
    let facets = update.changes.iter().flat_map(|change| &change.facets);
    let new = facets.filter(|facet| facet.kind == ChangeKind::Notice).filter_map(|facet| facet.after.clone());
    let notices =
        new.map(|text| NoticeView { kind: kind_of(&text), text, version: update.to.number, delay_seconds: 0 });
    notices.filter(|notice| notice.kind != NoticeKind::Update).collect()
}

fn kind_of(text: &str) -> NoticeKind {
    let lower = text.to_lowercase();
    match () {
        () if lower.contains("retract") || lower.contains("withdrawn") => NoticeKind::Retraction,
        () if lower.contains("clarif") => NoticeKind::Clarification,
        () if lower.contains("correct") || lower.contains("earlier version") => NoticeKind::Correction,
        () if lower.contains("editor") => NoticeKind::EditorsNote,
        () => NoticeKind::Update,
    }
}

/// Returns whether a notice names the value that a change took out or put in.
fn names(notice: &str, change: &ChangeView) -> bool {
    let lower = words(notice);
    let named = |value: &Option<String>| {
        value.as_ref().is_some_and(|value| {
            let telling: Vec<String> = words(value).into_iter().filter(|word| tells(word)).collect();
            telling.last().is_some_and(|word| lower.contains(word))
        })
    };
    let told = |kind: ChangeKind| !matches!(kind, ChangeKind::Wording | ChangeKind::Typography | ChangeKind::Order);
    let facets = change.facets.iter().filter(|facet| told(facet.kind) && facet.kind != ChangeKind::Notice);
    facets.into_iter().any(|facet| match facet.kind {
        // These are not named by one word: a note tells again what the old sentence said.
        ChangeKind::Statement => retells(&lower, &change.a_text),
        ChangeKind::Polarity | ChangeKind::Certainty if retells(&lower, &change.a_text) => true,
        // Too long to be named by one word: what differs is.
        ChangeKind::Headline => names_difference(&lower, facet.before.as_deref(), facet.after.as_deref()),
        _ => named(&facet.before) && (facet.after.is_none() || named(&facet.after)),
    })
}

/// Returns whether a notice holds what a sentence tells: at least two content words, and four in five of all.
fn retells(notice: &[String], sentence: &str) -> bool {
    let content: Vec<String> = words(sentence).into_iter().filter(|word| !is_function_word(word)).collect();
    let held = content.iter().filter(|word| notice.contains(word)).count();
    2 <= held && 4 * content.len() <= 5 * held
}

/// Returns whether a notice holds every word by which two texts differ, where these are few.
fn names_difference(notice: &[String], before: Option<&str>, after: Option<&str>) -> bool {
    let (before, after) = (words(before.unwrap_or_default()), words(after.unwrap_or_default()));
    let gone = before.iter().filter(|word| !after.contains(word));
    let new = after.iter().filter(|word| !before.contains(word));
    let differing: Vec<&String> = gone.chain(new).filter(|word| tells(word)).collect();
    (1..=MOST_DIFFERING).contains(&differing.len()) && differing.into_iter().all(|word| notice.contains(word))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '%' | ','));
    let words = words.map(|word| word.trim_matches(['.', ',', '%']).to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

/// Returns whether a word says something of its own: a number or a word of some length.
fn tells(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit()) || 3 <= word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_tells_again_what_was_reversed() {
        let check = |notice: &str, sentence: &str, want: bool| {
            assert_eq!(retells(&words(notice), sentence), want, "{notice}: {sentence}");
        };
        let note = "An earlier version of this story wrongly said that the driver had been suspended.";
        check(note, "The driver has been suspended.", true);
        check(note, "The driver has been charged with two offences.", false);
        check("An earlier version misspelled the name of the driver.", "The driver has been suspended.", false);
    }

    #[test]
    fn a_notice_names_the_value_that_a_headline_changed() {
        let notice =
            words("An earlier version said tax would rise by 9.4 per cent. The correct figure is 4.9 per cent.");
        let check = |before: &str, after: &str, want: bool| {
            assert_eq!(names_difference(&notice, Some(before), Some(after)), want, "{before} → {after}");
        };
        check("Tax to rise by 9.4%", "Tax to rise by 4.9%", true);
        check("Tax to rise by 9.4%", "Mayor resigns over tax", false);
        check("Tax to rise", "Tax to rise", false);
    }
}
