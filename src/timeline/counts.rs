//! Finds counts and clock times of one matter that differ between articles.
//!
//! One matter: the same thing is counted in the same unit, the sentences share
//! words beyond that, no date sets them apart, and for some time both stood.
//! "Nine killed" by a drone on Wednesday and "twelve killed" in strikes on
//! Thursday are two matters.

use std::collections::BTreeMap;

use crate::model::{ChangeKind, EntryKind};

use super::bounds::{Bounds, Grain};
use super::chronology::{Chronology, Group, Item};
use super::conflict::{Account, Clash};
use super::follow::Wording;
use super::merge::same_date_apart_from_clock;
use super::revise::act;
use super::telling::FigureTold;
use super::words::{number, shared};

/// Common words that two sentences need to be about one matter.
const ABOUT: usize = 2;

struct Count<'a> {
    account: Account<'a>,
    figure: &'a FigureTold,
    words: Vec<u32>,
    bounds: Option<Bounds>,
    stood: (i64, i64),
}

/// Returns the counts and the times that differ.
pub fn find<'a>(story: &'a Chronology, groups: &[&Group]) -> Vec<Clash<'a>> {
    let mut by_kind: BTreeMap<(String, Option<&str>), Vec<Count<'a>>> = BTreeMap::new();
    for (index, group) in groups.iter().enumerate() {
        for item in group.members.iter().map(|member| member.item) {
            let thread = story.thread(item);
            for wording in &thread.wordings {
                for figure in &wording.figures {
                    let of = figure.of.as_deref().map(act).unwrap_or_default();
                    let list = by_kind.entry((of, figure.unit.as_deref())).or_default();
                    list.push(count(story, index, item, wording, figure));
                }
            }
        }
    }
    let mut clashes: Vec<Clash<'a>> =
        by_kind.into_iter().flat_map(|((of, _), counts)| clashes_of(&of, counts)).collect();
    clashes.extend(times(story, groups));
    clashes
}

fn count<'a>(
    story: &'a Chronology,
    group: usize,
    item: Item,
    wording: &'a Wording,
    figure: &'a FigureTold,
) -> Count<'a> {
    Count {
        account: Account { group, item, wording, value: &figure.words, mark: figure.value.to_bits() },
        figure,
        words: story.thread(item).line.words.iter().copied().filter(|word| !counting(*word)).collect(),
        bounds: story.place(item).bounds,
        stood: story.stood(item, wording),
    }
}

/// Joins counts of one matter and keeps those that differ across articles.
fn clashes_of<'a>(of: &str, counts: Vec<Count<'a>>) -> Vec<Clash<'a>> {
    let mut matters: Vec<Vec<Count<'a>>> = Vec::new();
    for count in counts {
        match matters.iter_mut().find(|matter| matter.iter().any(|other| one_matter(other, &count))) {
            Some(matter) => matter.push(count),
            None => matters.push(vec![count]),
        }
    }
    let differ =
        |matter: &Vec<Count<'_>>| matter.iter().enumerate().any(|(at, a)| matter[at + 1..].iter().any(|b| clash(a, b)));
    let clash = |matter: Vec<Count<'a>>| Clash {
        kind: ChangeKind::Figure,
        about: of.to_owned(),
        accounts: matter.into_iter().map(|count| count.account).collect(),
    };
    matters.into_iter().filter(differ).map(clash).collect()
}

fn one_matter(a: &Count<'_>, b: &Count<'_>) -> bool {
    let one_thread = a.account.item == b.account.item;
    // "4.9 per cent" says nothing of what it measures, so its sentence must.
    let needed = if a.figure.of.is_some() { ABOUT } else { ABOUT + 1 };
    let one_place = a.account.item.article == b.account.item.article;
    one_thread && same_slot(a, b)
        || !one_place && !dates_apart(a.bounds, b.bounds) && needed <= shared(&a.words, &b.words)
}

/// Tells whether two wordings of one thread give the same count: the nearest in size of those that stand in one sentence.
fn same_slot(a: &Count<'_>, b: &Count<'_>) -> bool {
    let alone = |count: &Count<'_>| {
        let like = count.account.wording.figures.iter().filter(|other| {
            other.unit == count.figure.unit && other.of.as_deref().map(act) == count.figure.of.as_deref().map(act)
        });
        like.count() == 1
    };
    alone(a) && alone(b)
}

/// Words that every count of people holds and that therefore tell no matter.
fn counting(word: u32) -> bool {
    const COUNTING: &[&str] =
        &["people", "person", "kill", "killed", "die", "died", "dead", "injure", "injured", "least", "cent", "per"];
    COUNTING.iter().any(|other| number(other) == word)
}

fn dates_apart(a: Option<Bounds>, b: Option<Bounds>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !a.overlaps(b) && !same_date_apart_from_clock(a, b))
}

/// Tells whether two articles gave other values at one time.
fn clash(a: &Count<'_>, b: &Count<'_>) -> bool {
    let other_value = f64::EPSILON < (a.figure.value - b.figure.value).abs();
    let together = a.stood.0 < b.stood.1 && b.stood.0 < a.stood.1;
    other_value && together && a.account.item.article != b.account.item.article
}

/// Returns events of one day and matter that two articles put at different clock times.
fn times<'a>(story: &'a Chronology, groups: &[&Group]) -> Vec<Clash<'a>> {
    let clocked = groups.iter().enumerate().filter_map(|(index, group)| {
        let item = group.members[0].item;
        let bounds = story.place(item).bounds.filter(|bounds| bounds.grain == Grain::Clock)?;
        (story.thread(item).telling.kind == EntryKind::Event).then_some((index, item, bounds))
    });
    let clocked: Vec<_> = clocked.collect();
    let mut clashes = Vec::new();
    for (at, &(group, item, bounds)) in clocked.iter().enumerate() {
        for &(other_group, other, other_bounds) in &clocked[at + 1..] {
            let (a, b) = (story.thread(item), story.thread(other));
            let apart = bounds.first.abs_diff(other_bounds.first);
            let near = 60 <= apart && apart < 12 * 3600;
            if near && item.article != other.article && story.one_event(item, other) {
                let account = |group, item, thread: &'a super::follow::Thread| Account {
                    group,
                    item,
                    wording: thread.wordings.last().expect("a thread begins with a wording"),
                    value: thread.telling.when.as_ref().map_or("", |when| when.as_str()),
                    mark: group as u64,
                };
                let accounts = vec![account(group, item, a), account(other_group, other, b)];
                clashes.push(Clash { kind: ChangeKind::Date, about: a.telling.lemmas.join(", "), accounts });
            }
        }
    }
    clashes
}
