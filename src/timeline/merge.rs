//! Joins threads that tell the same event, across articles and outlets.
//!
//! Only threads in one bucket are compared: same kind and same day (or same
//! vaguer date; or, without a date, nearly the same words). Within a bucket the
//! first report leads, and each later thread joins the leader it is most like,
//! or leads itself. The order is that of first report, never that of input, so
//! the result is the same for every order of articles; and a thread that is
//! reported later than all others is placed without looking at them again.

use super::align::share_verb;
use super::bounds::{Bounds, Grain};
use super::follow::Thread;
use super::telling::Telling;
use super::words::{likeness, number, shared};
use crate::model::EntryKind;

/// Fewest common words that make two sentences worth calling one event.
const ENOUGH: usize = 3;
/// Share of the shorter sentence's words that must be common.
const MOST: f64 = 0.5;
/// The same, where both use the same verb.
const WITH_VERB: f64 = 0.3;
/// What a common verb adds to the share of common words: who and where weigh more than "met".
const VERB: f64 = 0.25;
/// Share of common words at which a day and a clock time of that day are one.
const FINER: f64 = 0.6;
/// Share of common words at which undated sentences are one.
const COPY: f64 = 0.8;

/// What is compared with what: kind, sort of date, and the date.
pub type BucketKey = (EntryKind, u8, i64, i64);

/// Letters of a name by which its bearer's statements are kept together, however the name is transliterated.
const NAME_LETTERS: usize = 4;

/// Returns the bucket of a telling whose date allows `bounds`.
///
/// What somebody is named for is compared with all that he said: one outlet dates
/// the words, another does not.
pub fn bucket(thread: &Thread, bounds: Option<Bounds>, day: Option<i64>) -> BucketKey {
    let kind = thread.telling.kind;
    match (&thread.telling.speaker, bounds, day) {
        (Some(speaker), ..) if thread.telling.said.is_some() => (kind, 3, i64::from(number(&stem(speaker))), 0),
        (_, Some(_), Some(day)) => (kind, 0, day, 0),
        (_, Some(bounds), None) => (kind, 1, bounds.first, bounds.last),
        // The smallest number is the same in two sentences as often as their words are.
        (_, None, _) => (kind, 2, thread.line.words.first().map_or(-1, |&word| i64::from(word)), 0),
    }
}

/// Returns the first letters of a name's last word.
fn stem(name: &str) -> String {
    let last = name.split_whitespace().last().unwrap_or_default();
    last.chars().flat_map(char::to_lowercase).take(NAME_LETTERS).collect()
}

/// Returns the words by which a thread is compared.
pub fn words(thread: &Thread) -> &[u32] {
    thread.telling.said.as_ref().map_or(&thread.line.words, |said| &said.words)
}

/// A thread as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    pub thread: &'a Thread,
    pub bounds: Option<Bounds>,
}

/// Returns how sure it is that two threads of one bucket tell the same, with the reason; `None` where they do not.
pub fn same(a: Candidate<'_>, b: Candidate<'_>) -> Option<(f64, &'static str)> {
    let (old, new) = (&a.thread.telling, &b.thread.telling);
    if clocks_differ(a.bounds, b.bounds) {
        return None;
    }
    match (&old.said, &new.said) {
        (Some(_), Some(_)) if dates_agree(a.bounds, b.bounds) => same_statement(old, new),
        (None, None) => same_event(a, b),
        _ => None,
    }
}

/// Tells whether two dates may be one; a missing one agrees with all.
const fn dates_agree(a: Option<Bounds>, b: Option<Bounds>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => true,
    }
}

/// Tells whether both name a clock time and not the same minute.
fn clocks_differ(a: Option<Bounds>, b: Option<Bounds>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.grain == Grain::Clock && b.grain == Grain::Clock && a.first / 60 != b.first / 60,
        _ => false,
    }
}

/// Tells whether both name one minute that is no full or half hour: few things of a story begin at 2.40.
fn one_minute(a: Option<Bounds>, b: Option<Bounds>) -> bool {
    const HALF_HOUR: i64 = 30;
    let minute = |bounds: Bounds| (bounds.grain == Grain::Clock).then_some(bounds.first / 60);
    match (a.and_then(minute), b.and_then(minute)) {
        (Some(a), Some(b)) => a == b && a % HALF_HOUR != 0,
        _ => false,
    }
}

/// Tells whether two moments lie so near that two outlets may mean the same one.
pub const fn same_date_apart_from_clock(a: Bounds, b: Bounds) -> bool {
    const DAY: i64 = 24 * 3600;
    a.last - a.first <= DAY && b.last - b.first <= DAY && a.first.abs_diff(b.first) < DAY as u64
}

fn same_event(a: Candidate<'_>, b: Candidate<'_>) -> Option<(f64, &'static str)> {
    let (x, y) = (&a.thread.line.words, &b.thread.line.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    if a.bounds.is_none() {
        let copied = COPY <= share && ENOUGH <= common && 2 * common >= x.len().max(y.len());
        return copied.then_some((share, "the same words"));
    }
    // "On Tuesday" and "at 2.40 a.m. on Tuesday" may be two events of one night.
    if a.bounds.map(|bounds| bounds.grain) != b.bounds.map(|bounds| bounds.grain) && likeness(x, y) < FINER {
        return None;
    }
    if 1 <= common && one_minute(a.bounds, b.bounds) {
        return Some((share + 1.0, "the same minute, and common words"));
    }
    let verb = share_verb(&a.thread.telling, &b.thread.telling);
    if ENOUGH <= common && MOST <= share {
        return Some((share + if verb { VERB } else { 0.0 }, "the same date and most words"));
    }
    if verb && 2 <= common && WITH_VERB <= share {
        return Some((share + VERB, "the same date and verb, and common words"));
    }
    None
}

fn same_statement(old: &Telling, new: &Telling) -> Option<(f64, &'static str)> {
    let (x, y) = (&old.said.as_ref()?.words, &new.said.as_ref()?.words);
    let common = shared(x, y);
    let share = common as f64 / x.len().min(y.len()).max(1) as f64;
    let same = old.said.as_ref()?.content == new.said.as_ref()?.content;
    // Names are compared last: it costs most.
    if !same && (common < ENOUGH || share < MOST) {
        return None;
    }
    let one_speaker = match (&old.speaker, &new.speaker) {
        (Some(a), Some(b)) => same_name(a, b),
        _ => true,
    };
    let needed = if one_speaker { MOST } else { COPY };
    (same || needed <= share).then_some((share, "the same words said"))
}

/// Tells whether two names end in the same word, give or take a letter of transliteration.
pub fn same_name(a: &str, b: &str) -> bool {
    let last = |name: &str| name.split_whitespace().last().unwrap_or_default().to_lowercase();
    let (a, b) = (last(a), last(b));
    a == b || 5 < a.chars().count() && strsim::levenshtein(&a, &b) <= 1
}
