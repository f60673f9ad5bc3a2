//! Writes a story's timeline: a date in words, then what happened and who reports it.
//!
//! ```text
//! 23 April 2025
//!   JD Vance: “We have put a clear offer on the table”  [herald v1 s3]
//! ```
//! A plan says so, what was taken out is struck through and says so, and what no
//! text dates stands apart, with the bounds that follow from the texts.

use chrono_tz::Tz;

use super::facet::quoted;
use super::wrap::hanging_indent;
use super::{ScreenStyle, StyledText, TextMark, cut, times};
use crate::model::{ChangeKind, Clock, ConflictState, Edtf, EntryKind, Status};
use crate::render::entry_words::{asked_words, rests_on, tag_words, told_before_words};
use crate::render::status::{entry_tellers, status_words};
use crate::render::unit_words::unit_words;
use crate::view::{
    ConflictView, EntryView, EvidenceView, FirstReportView, HistoryView, TimelineDiffView, TimelineView,
};

/// Columns of a sentence shown beside a value.
const EXCERPT: usize = 140;
/// A value later than this in its sentence has the beginning left out.
const EXCERPT_BEFORE: usize = 80;
/// Words shown before such a value.
const WORDS_BEFORE: usize = 6;
/// Days without an entry from which the gap is stated.
const GAP_DAYS: i64 = 7;
/// Longer gaps are between eras, not in the story.
const MAX_GAP_DAYS: i64 = 366;

/// Whether entries are shown with the ids by which they are edited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EntryIds {
    Hidden,
    Shown,
}

/// Writes the timeline.
pub fn timeline(look: ScreenStyle, view: &TimelineView) -> String {
    chronology(look, view, EntryIds::Hidden)
}

/// Writes the timeline with the id of each entry.
pub fn timeline_with_ids(look: ScreenStyle, view: &TimelineView) -> String {
    chronology(look, view, EntryIds::Shown)
}

fn chronology(look: ScreenStyle, view: &TimelineView, ids: EntryIds) -> String {
    let mut text = head(look, view);
    let mut date: Option<String> = None;
    let mut day: Option<chrono::NaiveDate> = None;
    for (at, entry) in view.entries.iter().enumerate() {
        if is_told(entry, &view.entries[..at]) {
            continue;
        }
        let words = entry.when.as_ref().map_or_else(|| "undated".to_owned(), |when| when.words_in(view.timezone));
        if date.as_ref() != Some(&words) {
            text.push('\n');
            text.push_str(&gap(look, day, entry.date));
            text.push_str(&format!("{}\n", look.paint(TextMark::Strong, &words)));
            date = Some(words);
        }
        day = entry.date.or(day);
        text.push_str(&entry_lines(look, entry, view, ids));
    }
    if !view.undated.is_empty() {
        text.push_str(&format!("\n{}\n", look.paint(TextMark::Strong, "no date given")));
        let told = |at: usize| is_told(&view.undated[at], &view.undated[..at]);
        for (_, entry) in view.undated.iter().enumerate().filter(|(at, _)| !told(*at)) {
            text.push_str(&entry_lines(look, entry, view, ids));
        }
    }
    if !view.conflicts.is_empty() {
        text.push_str(&format!("\n{}\n", look.paint(TextMark::Strong, "accounts differ")));
        text.push_str(&conflict_lines(look, &view.conflicts, view.timezone));
    }
    for note in &view.notes {
        text.push_str(&hanging_indent(look, "note: ", &[(TextMark::Faint, note.message.clone())]));
    }
    text
}

/// Returns whether the same sentence was just shown for the same date, as an event or as a statement.
fn is_told(entry: &EntryView, before: &[EntryView]) -> bool {
    let same_date = before.iter().rev().take_while(|other| other.when == entry.when);
    same_date.into_iter().any(|other| other.is_shown_with(entry) && other.status == entry.status)
}

fn head(look: ScreenStyle, view: &TimelineView) -> String {
    let mut text = look.paint(TextMark::Strong, &view.story);
    if let Some(title) = view.title.as_ref().filter(|title| **title != view.story) {
        text.push_str(&format!("  {}", super::clean(title)));
    }
    text.push_str(&look.paint(TextMark::Faint, &format!("  times in {}", view.timezone)));
    text.push('\n');
    if let Some(asked) = asked_words(view) {
        text.push_str(&look.paint(TextMark::Faint, &format!("{asked}\n")));
    }
    if let Some(at) = view.as_of {
        let clock = match view.clock {
            Clock::Captured => "by the archive’s captures",
            Clock::Stated => "by the times the pages state",
        };
        text.push_str(&format!("what readers had been told by {}, {clock}\n", times::moment(at, view.timezone)));
    }
    text
}

fn gap(look: ScreenStyle, before: Option<chrono::NaiveDate>, after: Option<chrono::NaiveDate>) -> String {
    let (Some(before), Some(after)) = (before, after) else { return String::new() };
    match (after - before).num_days().abs() - 1 {
        days @ GAP_DAYS..MAX_GAP_DAYS => {
            look.paint(TextMark::Faint, &format!("nothing dated for {days} days")) + "\n\n"
        }
        _ => String::new(),
    }
}

fn entry_lines(look: ScreenStyle, entry: &EntryView, view: &TimelineView, ids: EntryIds) -> String {
    let id = match ids {
        EntryIds::Hidden => String::new(),
        EntryIds::Shown => look.paint(TextMark::Faint, &entry.id) + "  ",
    };
    let mut text = hanging_indent(look, &format!("  {id}"), &entry_line(entry, view));
    if let Some(note) = &entry.note {
        text.push_str(&hanging_indent(look, "      note: ", &[(TextMark::Strong, note.clone())]));
    }
    if let Some(own) = &entry.by_hand {
        let sources = rests_on(entry).join("; ");
        text.push_str(&hanging_indent(
            look,
            "      ",
            &[(TextMark::Faint, format!("added by {}; rests on {sources}", own.author))],
        ));
    }
    // Mere wording is seen in a diff; here only what is told otherwise matters.
    for item in told_otherwise(entry).filter(|item| item.kind != ChangeKind::Wording) {
        text.push_str(&history_line(look, item, view.timezone));
    }
    text
}

/// Returns what became of an entry; a settled dispute, which tells a revision from its other side, only once.
fn told_otherwise(entry: &EntryView) -> impl Iterator<Item = &HistoryView> {
    entry.history.iter().enumerate().filter_map(|(at, item)| {
        let is_mirror =
            |other: &HistoryView| other.kind == item.kind && other.before == item.after && other.after == item.before;
        (!entry.history[..at].iter().any(is_mirror)).then_some(item)
    })
}

fn entry_line(entry: &EntryView, view: &TimelineView) -> Vec<StyledText> {
    let mut pieces = Vec::new();
    if entry.kind == EntryKind::Planned {
        pieces.push((TextMark::Moved, "planned: ".to_owned()));
    }
    if let Some(speaker) = entry.untold_speaker() {
        pieces.push((TextMark::Strong, format!("{speaker}: ")));
    }
    let mark = if entry.status == Status::Withdrawn { TextMark::Removed } else { TextMark::Plain };
    pieces.push((mark, entry.text.clone()));
    if entry.status != Status::Reported {
        pieces.push((TextMark::Alert, format!("  {}", status_words(entry.status))));
    }
    if entry.when.is_none() {
        pieces.extend(bounds(entry, view.timezone).map(|told| (TextMark::Faint, format!("  ({told})"))));
    }
    if 1 < entry.outlets {
        pieces.push((TextMark::Faint, format!("  {}", entry_tellers(entry).1)));
    }
    if entry.pinned {
        pieces.push((TextMark::Faint, "  pinned".to_owned()));
    }
    if let Some(tags) = tag_words(entry) {
        pieces.push((TextMark::Moved, format!("  {tags}")));
    }
    if let Some(place) = reference(entry, view) {
        pieces.push((TextMark::Faint, format!("  {place}")));
    }
    pieces
}

/// Writes between which dates an undated entry must lie.
fn bounds(entry: &EntryView, zone: Tz) -> Option<String> {
    match (&entry.earliest, &entry.latest) {
        (None, None) => None,
        (Some(from), None) => Some(format!("not before {}", from.words_in(zone))),
        (None, Some(to)) => Some(format!("not after {}", to.words_in(zone))),
        (Some(from), Some(to)) => Some(format!("between {} and {}", from.words_in(zone), to.words_in(zone))),
    }
}

/// Returns where the words shown stood first, as evidence: `[herald v1 s3]`.
fn reference(entry: &EntryView, view: &TimelineView) -> Option<String> {
    Some(evidence_words(&entry.cited_sentence()?, view.articles.len() == 1))
}

/// Returns `[herald v1 s3]`; in a story of one article `[v1 s3]`.
fn evidence_words(evidence: &EvidenceView, only_article: bool) -> String {
    let name = evidence.article.rsplit('/').next().unwrap_or(&evidence.article);
    // Blanks that do not break keep the reference on one line; they are written as plain ones.
    match only_article {
        true => format!("[v{}\u{a0}s{}]", evidence.version, evidence.sentence),
        false => format!("[{name}\u{a0}v{}\u{a0}s{}]", evidence.version, evidence.sentence),
    }
}

fn history_line(look: ScreenStyle, item: &HistoryView, zone: Tz) -> String {
    let value = |value: &Option<String>| match (value, item.kind) {
        (None, ChangeKind::Date) => "no date".to_owned(),
        (None, _) => "nothing".to_owned(),
        (Some(date), ChangeKind::Date) => {
            Edtf::new(date.clone()).map_or_else(|_| cut(date, 80), |date| date.words_in(zone))
        }
        (Some(words), _) => cut(words, 80),
    };
    let outlet = item.outlet.as_deref().unwrap_or(&item.article);
    if item.differs {
        let other = (TextMark::Faint, format!("  {outlet} v{}", item.version));
        return hanging_indent(
            look,
            "      ",
            &[(TextMark::Alert, "accounts differ  ".to_owned()), (TextMark::Plain, value(&item.after)), other],
        );
    }
    let pieces = [
        (TextMark::Faint, format!("{} ", item.kind.as_str())),
        (TextMark::Removed, value(&item.before)),
        (TextMark::Plain, " → ".to_owned()),
        (TextMark::Added, value(&item.after)),
        (TextMark::Faint, format!("  {outlet} v{}", item.version)),
    ];
    hanging_indent(look, "      ", &pieces)
}

/// Returns the conflicts, each side on a line.
pub(super) fn conflict_lines(look: ScreenStyle, conflicts: &[ConflictView], zone: Tz) -> String {
    let mut text = String::new();
    for (_, conflict) in conflicts.iter().enumerate().filter(|(at, own)| !conflicts[..*at].contains(own)) {
        let state = match conflict.state {
            ConflictState::Open => "",
            ConflictState::Past => "  (settled since)",
        };
        let pieces = [
            (TextMark::Strong, format!("{}: ", conflict.kind.as_str())),
            (TextMark::Plain, unit_words(&conflict.about).to_owned()),
            (TextMark::Faint, state.to_owned()),
        ];
        text.push_str(&hanging_indent(look, "  ", &pieces));
        for side in &conflict.sides {
            let outlet = side.outlet.as_deref().unwrap_or(&side.article);
            let as_of = side.as_of.map(|at| format!(", {}", times::as_of(at, side.clock, zone))).unwrap_or_default();
            let pieces = [
                (TextMark::Alert, cut(&side.value, 60)),
                (TextMark::Plain, format!("  {}", quoted(&excerpt(&side.sentence, &side.value)))),
                (TextMark::Faint, format!("  {outlet} v{}{as_of}", side.version)),
            ];
            text.push_str(&hanging_indent(look, "      ", &pieces));
        }
    }
    text
}

/// Returns the sentence from a little before the value on, so that the value is seen.
fn excerpt(sentence: &str, value: &str) -> String {
    let at = sentence.find(value).filter(|at| EXCERPT_BEFORE < *at);
    let word = at.and_then(|at| sentence[..at].char_indices().rev().filter(|(_, c)| *c == ' ').nth(WORDS_BEFORE));
    match word {
        Some((start, _)) => format!("…{}", cut(&sentence[start + 1..], EXCERPT)),
        None => cut(sentence, EXCERPT),
    }
}

/// Writes all the evidence of one entry and how it came about.
pub fn why(look: ScreenStyle, entry: &EntryView, view: &TimelineView) -> String {
    let zone = view.timezone;
    let date = entry.when.as_ref().map_or_else(|| "no date given".to_owned(), |when| when.words_in(zone));
    let mut text = format!("{}  {}\n", look.paint(TextMark::Strong, &date), look.paint(TextMark::Faint, &entry.id));
    text.push_str(&entry_lines(look, entry, view, EntryIds::Hidden));
    text.push_str(&entry.cited().map(|first| first_seen(first, zone)).unwrap_or_default());
    text.push_str(&told_before_words(entry).map(|told| format!("{told}\n")).unwrap_or_default());
    text.push_str(&format!("told by {}, in these words:\n", entry_tellers(entry).1));
    for (at, sentence) in entry.sentences.iter().enumerate() {
        text.push_str(&hanging_indent(look, &format!("  {}  ", at + 1), &[(TextMark::Plain, sentence.clone())]));
    }
    let places: Vec<String> = entry.evidence.iter().map(|own| evidence_words(own, false)).collect();
    text.push_str(&hanging_indent(look, "evidence: ", &[(TextMark::Faint, places.join(" "))]));
    text.push_str(&linked(look, entry, view));
    entry
        .why
        .iter()
        .for_each(|reason| text.push_str(&hanging_indent(look, "why: ", &[(TextMark::Plain, reason.clone())])));
    text
}

/// Writes in which version the words shown were seen first, and when.
fn first_seen(first: &FirstReportView, zone: Tz) -> String {
    let outlet = first.outlet.as_deref().unwrap_or(&first.article);
    let seen = first.captured.map(|at| times::moment(at, zone)).unwrap_or_default();
    let before = match first.not_yet {
        Some(at) => format!("not yet at {}", times::moment(at, zone)),
        None => "earliest in this archive".to_owned(),
    };
    let stated = first.published.map(|at| format!("; the page says {}", times::stated(at, zone))).unwrap_or_default();
    format!("first seen: {outlet} v{}, {seen}, {before}{stated}\n", first.version)
}

/// Writes the plan that an event carries out, or the event that a plan became.
fn linked(look: ScreenStyle, entry: &EntryView, view: &TimelineView) -> String {
    let other = view.entries.iter().chain(&view.undated).find(|other| Some(&other.id) == entry.linked.as_ref());
    let Some(other) = other else { return String::new() };
    let what = if entry.kind == EntryKind::Planned { "came about: " } else { "was planned: " };
    hanging_indent(look, what, &[(TextMark::Plain, other.text.clone()), (TextMark::Faint, format!("  {}", other.id))])
}

/// Writes what the chronology gained, lost and revised.
pub fn timeline_diff(look: ScreenStyle, view: &TimelineDiffView) -> String {
    let zone = view.timezone;
    let mut text = format!(
        "{}  {}  times in {zone}\n",
        look.paint(TextMark::Strong, &view.story),
        times::range(view.from, view.to, zone)
    );
    text.push_str(&timeline_diff_lines(look, view));
    if view.gained.is_empty() && view.lost.is_empty() && view.revised.is_empty() {
        text.push_str("the chronology is the same at both moments\n");
    }
    if !view.conflicts.is_empty() {
        text.push_str(&format!("\n{}\n", look.paint(TextMark::Strong, "accounts differ since")));
        text.push_str(&conflict_lines(look, &view.conflicts, zone));
    }
    text
}

/// Writes a line for each entry that was gained, lost or revised.
pub(super) fn timeline_diff_lines(look: ScreenStyle, view: &TimelineDiffView) -> String {
    let zone = view.timezone;
    let mut text = String::new();
    let line = |sign: &str, mark: TextMark, entry: &EntryView| {
        let date = entry.when.as_ref().map_or_else(|| "no date given".to_owned(), |when| when.words_in(zone));
        let speaker = entry.untold_speaker().map(|speaker| format!("{speaker}: ")).unwrap_or_default();
        let pieces = [(TextMark::Faint, format!("{date}  ")), (mark, format!("{speaker}{}", entry.text))];
        hanging_indent(look, &format!("{sign} "), &pieces)
    };
    view.gained.iter().for_each(|entry| text.push_str(&line("+", TextMark::Added, entry)));
    view.lost.iter().for_each(|entry| text.push_str(&line("-", TextMark::Removed, entry)));
    for (_, after) in &view.revised {
        text.push_str(&line("~", TextMark::Plain, after));
        if after.status == Status::Withdrawn {
            text.push_str(&hanging_indent(look, "      ", &[(TextMark::Faint, "no longer in the text".to_owned())]));
        }
        told_otherwise(after).for_each(|item| text.push_str(&history_line(look, item, zone)));
    }
    text
}
