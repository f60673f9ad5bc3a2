//! Applies what editors did by hand: pin, hide, merge, split, re-date, annotate.
//!
//! The evidence is never touched: an edit names an entry by its key and is
//! applied anew to every timeline that is built, in order of time. An edit whose
//! entry is gone is kept and reported, not applied to something like it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{Edtf, Note, Timeline, TimelineEntry};

use super::bounds::{Bounds, day_of};
use super::words::number;

/// One edit by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub entry: String,
    pub edit: Edit,
    pub author: String,
    pub at: DateTime<Utc>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    Pin,
    Hide,
    /// The entry of this key tells the same.
    Merge(String),
    /// The sentence at this place of `sentences` is another event.
    Split(usize),
    /// The true date; `None` takes a wrong one away.
    Redate(Option<Edtf>),
    Annotate(String),
}

/// Applies edits to a timeline, the oldest first.
pub fn apply(timeline: &mut Timeline, corrections: &[Correction], zone: Tz) {
    let mut ordered: Vec<&Correction> = corrections.iter().collect();
    ordered.sort_by_key(|correction| correction.at);
    let mut moved = false;
    for correction in ordered {
        let mut all: Vec<TimelineEntry> = timeline.entries.drain(..).chain(timeline.undated.drain(..)).collect();
        let done = one(&mut all, correction);
        moved |= matches!(correction.edit, Edit::Redate(_));
        (timeline.entries, timeline.undated) = all.into_iter().partition(|entry| entry.when.is_some());
        if !done {
            let message = format!(
                "the edit of {} to `{}` was not applied: no such entry now",
                correction.author, correction.entry
            );
            timeline.notes.push(Note::new("edit-without-entry", message));
        }
    }
    if moved {
        timeline.entries.sort_by_key(|entry| entry.when.as_ref().map(|when| Bounds::of(when, zone)));
    }
}

/// Applies one edit; tells whether its entry was found.
fn one(entries: &mut Vec<TimelineEntry>, correction: &Correction) -> bool {
    let Some(at) = entries.iter().position(|entry| entry.key == correction.entry) else { return false };
    match &correction.edit {
        Edit::Pin => entries[at].pinned = true,
        Edit::Hide => drop(entries.remove(at)),
        Edit::Annotate(words) => entries[at].note = Some(words.clone()),
        Edit::Redate(when) => {
            entries[at].date = when.as_ref().and_then(day_of);
            entries[at].when.clone_from(when);
            entries[at].why.insert(0, format!("dated by {} by hand", correction.author));
        }
        Edit::Merge(other) => return merge(entries, at, other, &correction.author),
        Edit::Split(sentence) => return split(entries, at, *sentence, &correction.author),
    }
    true
}

fn merge(entries: &mut Vec<TimelineEntry>, at: usize, other: &str, author: &str) -> bool {
    let Some(from) = entries.iter().position(|entry| entry.key == other).filter(|from| *from != at) else {
        return false;
    };
    let gone = entries[from].clone();
    let entry = &mut entries[at];
    entry
        .sentences
        .extend(gone.sentences.into_iter().filter(|sentence| !entry.sentences.contains(sentence)).collect::<Vec<_>>());
    entry.evidence.extend(gone.evidence);
    entry.history.extend(gone.history);
    entry.outlets = entry.outlets.max(gone.outlets);
    entry.when = entry.when.take().or(gone.when);
    entry.date = entry.date.or(gone.date);
    entry.why.push(format!("merged with `{other}` by {author} by hand"));
    entries.remove(from);
    true
}

fn split(entries: &mut Vec<TimelineEntry>, at: usize, sentence: usize, author: &str) -> bool {
    if entries[at].sentences.len() < 2 || entries[at].sentences.len() <= sentence {
        return false;
    }
    let text = entries[at].sentences.remove(sentence);
    let mut other = entries[at].clone();
    other.key = format!("e{:08x}", number(&format!("{}\n{text}", other.key)));
    other.why = vec![format!("split off by {author} by hand")];
    other.sentences = vec![text.clone()];
    other.text = text;
    let entry = &mut entries[at];
    entry.text.clone_from(&entry.sentences[0]);
    entries.insert(at + 1, other);
    true
}
