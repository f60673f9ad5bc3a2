//! Applies what editors did by hand: pin, hide, merge, split, date, annotate.
//!
//! `timeline date mill-fire e1f0c2a9 2018-06-02` moves one entry; its sentences
//! and evidence stay as they are. Edits are applied anew to every timeline that
//! is built, in order of their numbers. One whose entry is gone is kept and
//! reported, not applied to something like it: only what stands
//! where the entry stood, or the very same sentence, is taken for an entry that has got another key.

use chrono_tz::Tz;

use crate::model::{Edtf, Evidence, FirstReport, ManualEdit, ManualEditKind, Note, Status, Timeline, TimelineEntry};

use super::anchor::entry_at;
use super::entry_identity::part_identity;
use super::evidence_source::EvidenceSource;
use crate::timeline::date_range::{DateRange, day_of};

/// Applies the edits that stand; returns the numbers of those whose entry is gone.
pub fn apply(
    timeline: &mut Timeline,
    corrections: &[ManualEdit],
    sources: &dyn EvidenceSource,
    zone: Tz,
) -> Vec<usize> {
    let mut standing: Vec<&ManualEdit> = corrections.iter().filter(|edit| edit.undone.is_none()).collect();
    if standing.is_empty() {
        return Vec::new();
    }
    standing.sort_by_key(|edit| edit.number);
    let mut all: Vec<TimelineEntry> = timeline.entries.drain(..).chain(timeline.undated.drain(..)).collect();
    let missed: Vec<&ManualEdit> = standing.into_iter().filter(|edit| !apply_one(&mut all, edit, sources)).collect();
    all.sort_by_key(|entry| entry.when.as_ref().map(|when| DateRange::of(when, zone)));
    (timeline.entries, timeline.undated) = all.into_iter().partition(|entry| entry.when.is_some());
    for edit in &missed {
        let message = format!(
            "edit {} ({} by {}) was not applied: no such entry now",
            edit.number,
            edit.edit.as_str(),
            edit.author
        );
        timeline.notes.push(Note::new("edit-without-entry", message));
    }
    missed.into_iter().map(|edit| edit.number).collect()
}

/// Returns the place of the entry of this key, else of the one that stands where the key rested, else of the one that has or
/// had these very words.
fn place_of(entries: &[TimelineEntry], key: &str, words: &str, sources: &dyn EvidenceSource) -> Option<usize> {
    let place = |is_it: &dyn Fn(&TimelineEntry) -> bool| entries.iter().position(is_it);
    let stands = |evidence: &Evidence| sources.words(evidence).as_deref() == Some(words);
    let rested = || sources.place(key).and_then(|rested| entry_at(entries, &rested, sources));
    let told = || {
        place(&|entry| entry.text == words)
            .or_else(|| place(&|entry| entry.sentences.iter().any(|sentence| sentence == words)))
            .or_else(|| place(&|entry| entry.evidence.iter().any(stands)))
    };
    let found = place(&|entry| entry.key == key).or_else(rested);
    if words.is_empty() { found } else { found.or_else(told) }
}

/// Applies one edit; returns whether its entry was found.
fn apply_one(entries: &mut Vec<TimelineEntry>, edit: &ManualEdit, sources: &dyn EvidenceSource) -> bool {
    let Some(at) = place_of(entries, &edit.entry, &edit.text, sources) else { return false };
    let by = &edit.author;
    match &edit.edit {
        ManualEditKind::Pin => entries[at].pinned = true,
        ManualEditKind::Hide => {
            let twins = twins(entries, at);
            let mut place = 0;
            entries.retain(|_| {
                place += 1;
                !twins.contains(&(place - 1))
            });
        }
        ManualEditKind::Note { words } => {
            entries[at].note = Some(words.clone());
            entries[at].why.push(format!("annotated by {by}"));
        }
        ManualEditKind::Date { when } => {
            twins(entries, at).into_iter().for_each(|twin| date(&mut entries[twin], when.as_ref(), by));
        }
        ManualEditKind::Merge { with, words } => return merge(entries, at, with, words, by, sources),
        ManualEditKind::Split { sentence } => return split(entries, at, sentence, by, sources),
    }
    true
}

/// Returns the entries of the same sentence and date as the one at `at`: a screen shows them as one.
fn twins(entries: &[TimelineEntry], at: usize) -> Vec<usize> {
    let is_twin = |entry: &TimelineEntry| entry.text == entries[at].text && entry.when == entries[at].when;
    (0..entries.len()).filter(|&place| place == at || is_twin(&entries[place])).collect()
}

fn date(entry: &mut TimelineEntry, when: Option<&Edtf>, by: &str) {
    let before = entry.when.as_ref().map_or("no date".to_owned(), ToString::to_string);
    entry.date = when.and_then(day_of);
    entry.when = when.cloned();
    (entry.earliest, entry.latest) = (None, None);
    entry.why.insert(0, format!("dated by {by} by hand; the texts give {before}"));
}

fn merge(
    entries: &mut Vec<TimelineEntry>,
    at: usize,
    with: &str,
    words: &str,
    by: &str,
    sources: &dyn EvidenceSource,
) -> bool {
    let Some(from) = place_of(entries, with, words, sources).filter(|from| *from != at) else { return false };
    let gone = entries[from].clone();
    let entry = &mut entries[at];
    for sentence in gone.sentences {
        if !entry.sentences.contains(&sentence) {
            entry.sentences.push(sentence);
        }
    }
    entry.evidence.extend(gone.evidence);
    entry.history.extend(gone.history);
    entry.outlets = outlets(&entry.evidence, sources);
    entry.when = entry.when.take().or(gone.when);
    entry.date = entry.date.or(gone.date);
    entry.note = entry.note.take().or(gone.note);
    entry.pinned |= gone.pinned;
    entry.importance = entry.importance.max(gone.importance);
    if was_reported_before(&gone.first_reported, &entry.first_reported) {
        entry.first_reported = gone.first_reported;
    }
    if entry.status == Status::Withdrawn {
        entry.status = gone.status;
    }
    entry.why.push(format!("merged with “{}” by {by} by hand", gone.text));
    entries.remove(from);
    true
}

fn was_reported_before(a: &FirstReport, b: &FirstReport) -> bool {
    let time = |report: &FirstReport| report.captured.or(report.published).map(|time| time.to_string());
    time(a).zip(time(b)).is_some_and(|(a, b)| a < b)
}

fn outlets(evidence: &[Evidence], sources: &dyn EvidenceSource) -> usize {
    let mut outlets: Vec<String> = evidence.iter().map(|own| sources.outlet(&own.article)).collect();
    outlets.sort_unstable();
    outlets.dedup();
    outlets.len()
}

/// Takes a sentence with its evidence out of an entry and makes it one of its own.
fn split(entries: &mut Vec<TimelineEntry>, at: usize, sentence: &str, by: &str, sources: &dyn EvidenceSource) -> bool {
    let entry = &mut entries[at];
    let Some(place) = entry.sentences.iter().position(|own| own == sentence).filter(|_| 1 < entry.sentences.len())
    else {
        return false;
    };
    let text = entry.sentences.remove(place);
    let (own, rest): (Vec<Evidence>, Vec<Evidence>) =
        entry.evidence.drain(..).partition(|evidence| sources.words(evidence).as_deref() == Some(&text));
    let mut other = entry.clone();
    other.key = part_identity(&other.key, &text);
    other.why = vec![format!("split from “{}” by {by} by hand", entry.text)];
    (other.sentences, other.text) = (vec![text.clone()], text);
    (other.history, other.status, other.linked) = (Vec::new(), Status::Reported, None);
    (other.evidence, entry.evidence) = (own, rest);
    entry.text.clone_from(&entry.sentences[0]);
    entry.why.push(format!("“{}” split off by {by} by hand", other.text));
    for part in [&mut *entry, &mut other] {
        if let Some(first) = part.evidence.first() {
            part.outlets = outlets(&part.evidence, sources);
            part.first_reported = sources.report(&first.article, first.version);
        }
    }
    entries.insert(at + 1, other);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::{DocumentTime, Setting, TimelineQuery};
    use crate::timeline::ArticleMentions;
    use crate::timeline::assemble;
    use crate::timeline::entry::evidence_source::EntryPlace;
    use crate::timeline::gather;

    const TEXT: &str = "The bridge at Harrow fell on 2 June 2024.\n\nDivers found the driver on 3 June 2024.\n\n\
                        The bridge at Harrow fell into the river on 2 June 2024.";

    struct Paper;

    impl EvidenceSource for Paper {
        fn outlet(&self, article: &str) -> String {
            article.to_owned()
        }

        fn words(&self, evidence: &Evidence) -> Option<String> {
            TEXT.get(evidence.span.start..evidence.span.end).map(str::to_owned)
        }

        fn report(&self, article: &str, version: usize) -> FirstReport {
            FirstReport { article: article.to_owned(), version, published: None, captured: None, not_yet: None }
        }

        fn place(&self, _: &str) -> Option<EntryPlace> {
            None
        }
    }

    fn built() -> Timeline {
        let day: DocumentTime = "2024-06-04".parse().unwrap();
        let setting = Setting { published: Some(day), ..Setting::default() };
        let versions = vec![gather(&claim::read_side(None, TEXT, setting), Some(day))];
        let article = ArticleMentions { id: "herald".to_owned(), outlet: "Herald".to_owned(), versions };
        assemble(&[article], Tz::UTC, &TimelineQuery::default())
    }

    /// Applies edits to entries given by their place; returns `when text` of each, and the notes.
    fn after(edits: Vec<(usize, ManualEditKind)>) -> (Vec<String>, usize) {
        let mut timeline = built();
        let corrections = edits.into_iter().enumerate().map(|(index, (place, edit))| ManualEdit {
            number: index + 1,
            entry: built().entries[place].key.clone(),
            text: built().entries[place].text.clone(),
            edit,
            author: "Ann".to_owned(),
            at: chrono::DateTime::UNIX_EPOCH,
            undone: None,
        });
        let corrections: Vec<ManualEdit> = corrections.collect();
        apply(&mut timeline, &corrections, &Paper, Tz::UTC);
        let line = |entry: &TimelineEntry| {
            format!("{} {}", entry.when.as_ref().map_or("-".to_owned(), ToString::to_string), entry.text)
        };
        (timeline.entries.iter().chain(&timeline.undated).map(line).collect(), timeline.notes.len())
    }

    const FELL: &str = "The bridge at Harrow fell on 2 June 2024.";
    const FOUND: &str = "Divers found the driver on 3 June 2024.";
    const RIVER: &str = "The bridge at Harrow fell into the river on 2 June 2024.";

    #[test]
    fn edits_change_what_is_shown() {
        let none = || (vec![format!("2024-06-02 {FELL}"), format!("2024-06-03 {FOUND}")], 0);
        assert_eq!(after(Vec::new()), none());
        assert_eq!(after(vec![(0, ManualEditKind::Hide)]).0, [format!("2024-06-03 {FOUND}")]);
        let dated = after(vec![(0, ManualEditKind::Date { when: Edtf::new("2024-06").ok() })]);
        assert_eq!(dated.0, [format!("2024-06 {FELL}"), format!("2024-06-03 {FOUND}")]);
        assert_eq!(after(vec![(0, ManualEditKind::Date { when: None })]).0[1], format!("- {FELL}"));
        assert_eq!(
            after(vec![(0, ManualEditKind::Pin), (1, ManualEditKind::Note { words: "checked".to_owned() })]),
            none()
        );
    }

    #[test]
    fn entries_are_merged_and_split() {
        let merge = ManualEditKind::Merge { with: built().entries[1].key.clone(), words: String::new() };
        assert_eq!(after(vec![(0, merge.clone())]).0, [format!("2024-06-02 {FELL}")]);
        let split = ManualEditKind::Split { sentence: RIVER.to_owned() };
        let parts = [format!("2024-06-02 {FELL}"), format!("2024-06-02 {RIVER}"), format!("2024-06-03 {FOUND}")];
        assert_eq!(after(vec![(0, split)]).0, parts);
        // What was merged away is gone for later edits of it.
        assert_eq!(after(vec![(0, ManualEditKind::Hide), (0, merge)]).1, 1);
    }

    #[test]
    fn an_entry_under_another_key_is_found_by_its_very_words() {
        let mut timeline = built();
        let entry = "e00000000".to_owned();
        let correction = |text: &str| ManualEdit {
            number: 1,
            entry: entry.clone(),
            text: text.to_owned(),
            edit: ManualEditKind::Pin,
            author: "Ann".to_owned(),
            at: chrono::DateTime::UNIX_EPOCH,
            undone: None,
        };
        assert_eq!(apply(&mut timeline, &[correction(RIVER)], &Paper, Tz::UTC), Vec::<usize>::new());
        assert!(timeline.entries[0].pinned);
        assert_eq!(apply(&mut timeline, &[correction("The bridge fell.")], &Paper, Tz::UTC), [1]);
    }
}
