//! Applies what editors did by hand: pin, hide, merge, split, date, annotate, tag, add.
//!
//! `timeline date mill-fire e1f0c2a9 2018-06-02` moves one entry; its sentences
//! and evidence stay as they are. Edits are applied anew to every timeline that
//! is built, in order of their numbers. One whose entry is gone is kept and
//! reported, not applied to something like it: only what stands
//! where the entry stood, or the very same sentence, is taken for an entry that has got another key.

use chrono_tz::Tz;

use crate::model::{
    AddedByHand, Edtf, EntryKind, EntrySource, Evidence, FirstReport, ManualEdit, ManualEditKind, Note, Status,
    Timeline, TimelineEntry, WordsPlace,
};

use super::anchor::entry_at;
use super::entry_identity::part_identity;
use super::evidence_source::EvidenceSource;
use crate::timeline::date_range::place_in_time;

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
    all.sort_by_key(|entry| entry.when.as_ref().map(|when| place_in_time(when, zone)));
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
    if edit.edit.is_about_names() {
        return true;
    }
    if let ManualEditKind::Add { when, kind, speaker, sources: rests_on } = &edit.edit {
        entries.push(added(edit, when.as_ref(), *kind, speaker.as_ref(), rests_on, sources));
        return true;
    }
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
        ManualEditKind::Tag { tag } => {
            twins(entries, at).into_iter().for_each(|twin| add_tag(&mut entries[twin].tags, tag));
        }
        ManualEditKind::Untag { tag } => {
            let twins = twins(entries, at);
            twins.into_iter().for_each(|twin| entries[twin].tags.retain(|own| !is_same_tag(own, tag)));
        }
        ManualEditKind::Add { .. } | ManualEditKind::Alias { .. } | ManualEditKind::Apart { .. } => {}
        ManualEditKind::Merge { with, words } => return merge(entries, at, with, words, by, sources),
        ManualEditKind::Split { sentence } => {
            let Some(at) = divisible(entries, at, &edit.text, sentence) else { return false };
            split(entries, at, sentence, by, sources);
        }
    }
    true
}

/// Returns the entry that an editor added.
fn added(
    edit: &ManualEdit,
    when: Option<&Edtf>,
    kind: EntryKind,
    speaker: Option<&String>,
    rests_on: &[EntrySource],
    sources: &dyn EvidenceSource,
) -> TimelineEntry {
    let evidence: Vec<Evidence> = rests_on.iter().filter_map(|source| sources.evidence(source)).collect();
    let reports = evidence.iter().map(|own| sources.report(&own.article, own.version));
    TimelineEntry {
        key: edit.entry.clone(),
        when: when.cloned(),
        date: when.and_then(Edtf::day_as_written),
        kind,
        text: edit.text.clone(),
        sentences: vec![edit.text.clone()],
        speaker: speaker.cloned(),
        status: Status::Reported,
        outlets: outlets(&evidence, sources),
        importance: 0.0,
        first_reported: reports.reduce(|first, next| if was_reported_before(&next, &first) { next } else { first }),
        words_first: words_first(&edit.text, &evidence, sources),
        evidence,
        history: Vec::new(),
        earliest: None,
        latest: None,
        linked: None,
        why: vec![format!("added by {} by hand", edit.author)],
        note: None,
        pinned: false,
        tags: Vec::new(),
        by_hand: Some(AddedByHand { author: edit.author.clone(), at: edit.at, sources: rests_on.to_vec() }),
    }
}

fn add_tag(tags: &mut Vec<String>, tag: &str) {
    if !tags.iter().any(|own| is_same_tag(own, tag)) {
        tags.push(tag.to_owned());
        tags.sort_unstable();
    }
}

fn is_same_tag(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Returns the entries of the same sentence and date as the one at `at`: a screen shows them as one. What an editor added
/// stands for itself.
fn twins(entries: &[TimelineEntry], at: usize) -> Vec<usize> {
    let is_twin = |entry: &TimelineEntry| {
        let is_of_text = entry.by_hand.is_none() && entries[at].by_hand.is_none();
        is_of_text && entry.text == entries[at].text && entry.when == entries[at].when
    };
    (0..entries.len()).filter(|&place| place == at || is_twin(&entries[place])).collect()
}

fn date(entry: &mut TimelineEntry, when: Option<&Edtf>, by: &str) {
    let before = entry.when.as_ref().map_or("no date".to_owned(), ToString::to_string);
    entry.date = when.and_then(Edtf::day_as_written);
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
    gone.tags.iter().for_each(|tag| add_tag(&mut entry.tags, tag));
    entry.importance = entry.importance.max(gone.importance);
    entry.first_reported = match (entry.first_reported.take(), gone.first_reported) {
        (Some(own), Some(other)) if was_reported_before(&other, &own) => Some(other),
        (own, other) => own.or(other),
    };
    if let Some(place) = words_first(&entry.text, &entry.evidence, sources) {
        entry.words_first = Some(place);
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

/// Returns where these very words stood first.
fn words_first(words: &str, evidence: &[Evidence], sources: &dyn EvidenceSource) -> Option<WordsPlace> {
    let places = evidence.iter().filter(|own| sources.words(own).as_deref() == Some(words));
    let places =
        places.map(|own| WordsPlace { sentence: own.sentence, report: sources.report(&own.article, own.version) });
    places.reduce(|first, next| if was_reported_before(&next.report, &first.report) { next } else { first })
}

fn outlets(evidence: &[Evidence], sources: &dyn EvidenceSource) -> usize {
    let mut outlets: Vec<String> = evidence.iter().map(|own| sources.outlet(&own.article)).collect();
    outlets.sort_unstable();
    outlets.dedup();
    outlets.len()
}

/// Returns the entry that a split is about: the one found, if it has the sentence beside others, else the one that has it
/// and the words of the edit. Where the key rested, another entry may stand that tells less.
fn divisible(entries: &[TimelineEntry], at: usize, words: &str, sentence: &str) -> Option<usize> {
    let holds = |entry: &TimelineEntry, wanted: &str| entry.sentences.iter().any(|own| own == wanted);
    let has = |entry: &TimelineEntry| 1 < entry.sentences.len() && holds(entry, sentence);
    let own = Some(at).filter(|&at| has(&entries[at]));
    own.or_else(|| entries.iter().position(|entry| has(entry) && holds(entry, words)))
}

/// Takes a sentence with its evidence out of an entry that has others, and makes it one of its own.
fn split(entries: &mut Vec<TimelineEntry>, at: usize, sentence: &str, by: &str, sources: &dyn EvidenceSource) {
    let entry = &mut entries[at];
    let text = sentence.to_owned();
    let place = entry.sentences.iter().position(|own| *own == text);
    place.map(|place| entry.sentences.remove(place));
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
            part.first_reported = Some(sources.report(&first.article, first.version));
        }
        part.words_first = words_first(&part.text, &part.evidence, sources);
    }
    entries.insert(at + 1, other);
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

        fn evidence(&self, source: &EntrySource) -> Option<Evidence> {
            let words = source.words()?;
            let start = TEXT.find(words)?;
            let span = crate::model::Span { start, end: start + words.len() };
            Some(Evidence { article: "herald".to_owned(), version: 1, until: 1, sentence: 0, span })
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

    /// Returns an edit of the entry of this key and these words.
    fn edit(number: usize, entry: &str, text: &str, edit: ManualEditKind) -> ManualEdit {
        let (entry, text, author) = (entry.to_owned(), text.to_owned(), "Ann".to_owned());
        ManualEdit { number, entry, text, edit, author, at: chrono::DateTime::UNIX_EPOCH, undone: None }
    }

    #[test]
    fn an_entry_is_added_with_what_it_rests_on_and_tagged() {
        let passage = |words: &str| EntrySource::Passage {
            article: "herald".to_owned(),
            version: 1,
            sentence: 1,
            words: words.to_owned(),
        };
        let add = |sources| ManualEditKind::Add {
            when: Some(Edtf::new("2024-06-02T08:10:00").unwrap()),
            kind: EntryKind::Event,
            speaker: None,
            sources,
        };
        let tag = |tag: &str| ManualEditKind::Tag { tag: tag.to_owned() };
        let court = EntrySource::Document { name: "court file 12".to_owned() };
        let edits = [
            edit(1, "h1", "A lorry hit the parapet.", add(vec![passage(FELL), court.clone()])),
            edit(2, "h1", "A lorry hit the parapet.", tag("cause")),
            edit(3, "h1", "A lorry hit the parapet.", tag("Cause")),
            edit(4, "h1", "A lorry hit the parapet.", tag("lorry")),
            edit(5, "h1", "A lorry hit the parapet.", ManualEditKind::Untag { tag: "CAUSE".to_owned() }),
            edit(6, "h2", "The inquiry was told of it.", add(vec![court])),
            edit(7, "", "", ManualEditKind::Alias { name: "Ann Lee".to_owned(), other: "Lee".to_owned() }),
        ];
        let mut timeline = built();
        assert_eq!(apply(&mut timeline, &edits, &Paper, Tz::UTC), Vec::<usize>::new());
        let entry = |key: &str| timeline.entries.iter().find(|entry| entry.key == key).unwrap();
        let lorry = entry("h1");
        assert_eq!((lorry.tags.as_slice(), lorry.outlets, lorry.evidence.len()), (&["lorry".to_owned()][..], 1, 1));
        assert_eq!(lorry.by_hand.as_ref().unwrap().sources.len(), 2);
        assert_eq!(lorry.first_reported.as_ref().map(|first| first.version), Some(1));
        assert_eq!((entry("h2").first_reported.as_ref(), entry("h2").outlets), (None, 0));
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
