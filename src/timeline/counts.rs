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
    /// When its article was first and last published with it, in seconds.
    as_of: (i64, i64),
    is_latest: bool,
}

/// Seconds after which an older count beside a newer one is no contradiction: the news went on.
const NEWS_GOES_ON: i64 = 24 * 3600;

/// Returns the counts and the times that differ.
pub fn find<'a>(story: &'a Chronology, groups: &[&Group]) -> Vec<Clash<'a>> {
    let mut by_kind: BTreeMap<(String, Option<&str>), Vec<Count<'a>>> = BTreeMap::new();
    for (index, group) in groups.iter().enumerate() {
        for item in group.members.iter().map(|member| member.item) {
            let thread = story.thread(item);
            for wording in &thread.wordings {
                for figure in &wording.figures {
                    // What an amount of money measures is seldom said; a share of something can be compared.
                    if figure.of.is_none() && !matches!(figure.unit.as_deref(), Some("%" | "pp")) {
                        continue;
                    }
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
    let account = Account { group, item, wording, value: &figure.words, mark: figure.value.to_bits() };
    Count {
        is_latest: story.is_latest(&account),
        as_of: (story.told_at(item.article, wording.from), story.told_at(item.article, wording.to)),
        account,
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
    let mut clashes = Vec::new();
    for matter in matters {
        let pairs = || matter.iter().enumerate().flat_map(|(at, a)| matter[at + 1..].iter().map(move |b| (a, b)));
        let real = |a: &Count<'_>, b: &Count<'_>| clash(a, b) && !both_tell_both(a, b, &matter);
        if pairs().any(|(a, b)| real(a, b)) {
            let open = pairs().any(|(a, b)| real(a, b) && still_differ(a, b));
            let accounts = matter.iter().map(|count| count.account).collect();
            clashes.push(Clash { kind: ChangeKind::Figure, about: of.to_owned(), accounts, open: Some(open) });
        }
    }
    clashes
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

/// Tells whether two counts still stand and stand for about the same time.
fn still_differ(a: &Count<'_>, b: &Count<'_>) -> bool {
    let apart = a.as_of.0.saturating_sub(b.as_of.1).max(b.as_of.0.saturating_sub(a.as_of.1));
    a.is_latest && b.is_latest && apart < NEWS_GOES_ON
}

/// Tells whether one of the articles tells the other's number too: then the numbers count two things.
fn both_tell_both(a: &Count<'_>, b: &Count<'_>, matter: &[Count<'_>]) -> bool {
    let tells = |teller: &Count<'_>, told: &Count<'_>| {
        matter.iter().any(|count| {
            count.account.item.article == teller.account.item.article
                && count.account.mark == told.account.mark
                && count.account.wording.from <= teller.account.wording.to
                && teller.account.wording.from <= count.account.wording.to
        })
    };
    tells(a, b) || tells(b, a)
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
            let near = (60..12 * 3600).contains(&apart);
            if near && item.article != other.article && story.one_event(item, other) {
                let account = |group, item, thread: &'a super::follow::Thread| Account {
                    group,
                    item,
                    wording: thread.wordings.last().expect("a thread begins with a wording"),
                    value: thread.telling.when.as_ref().map_or("", |when| when.as_str()),
                    mark: group as u64,
                };
                let accounts = vec![account(group, item, a), account(other_group, other, b)];
                clashes.push(Clash {
                    kind: ChangeKind::Date,
                    about: a.telling.lemmas.join(", "),
                    accounts,
                    open: None,
                });
            }
        }
    }
    clashes
}
