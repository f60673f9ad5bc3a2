//! Finds counts of one matter that differ between articles.
//!
//! One matter: the same thing is counted in the same unit, the sentences share
//! words beyond that, no date sets them apart, and for some time both stood.
//! "Nine killed" by a drone on Wednesday and "twelve killed" in strikes on
//! Thursday are two matters. What is counted may go by two names: "three Labour
//! members abstained" and "two Labour councillors abstained" are one, because the
//! words that follow the figure agree otherwise.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::ChangeKind;

use super::bounds::Bounds;
use super::chronology::Chronology;
use super::conflict::{Account, Clash};
use super::follow::{Followed, Passage};
use super::merge::same_date_apart_from_clock;
use super::revise::act;
use super::telling::FigureTold;
use super::words::{number, shared, stem};

/// Common words that two sentences need to be about one matter.
const ABOUT: usize = 2;
/// Matters of one name that a count is compared with, the latest first: bounds the cost of a story full of figures.
const MATTERS: usize = 64;
/// Seconds after which an older count beside a newer one is no contradiction: the news went on.
const NEWS_GOES_ON: i64 = 24 * 3600;

struct Count<'a> {
    account: Account<'a>,
    /// What is counted, in one word for all its names; empty for a share that says nothing of what it is of.
    of: String,
    /// The number of that word's stem.
    stem: u32,
    figure: &'a FigureTold,
    /// Figures of this kind in its sentence.
    like: usize,
    /// The threads of its article that tell its sentence.
    threads: &'a [usize],
    words: Vec<u32>,
    /// When the events of its sentence happened.
    bounds: Vec<Bounds>,
    /// When its article was first and last published with it, in seconds.
    as_of: (i64, i64),
    is_latest: bool,
}

/// What tells most counts apart at a glance: when the events of their sentences happened, and a bit for each word.
#[derive(Clone, Copy)]
struct Outline {
    article: usize,
    first: i64,
    last: i64,
    of: u32,
    words: u128,
    near: u128,
}

impl Outline {
    fn of(count: &Count<'_>) -> Self {
        let bits = |words: &[u32]| words.iter().fold(0, |bits, word| bits | 1_u128 << (word % 128));
        let ends = || count.bounds.iter().flat_map(|bounds| [bounds.first, bounds.last]);
        Self {
            article: count.account.article,
            first: ends().min().unwrap_or(i64::MIN),
            last: ends().max().unwrap_or(i64::MAX),
            of: number(&count.of),
            words: bits(&count.words),
            near: bits(&count.figure.near),
        }
    }

    /// Tells whether two counts of different articles cannot be of one matter: they lie days apart, or share no word.
    const fn apart(&self, other: &Self) -> bool {
        const DAY: i64 = 24 * 3600;
        let ends_before = self.last.saturating_add(DAY) < other.first || other.last.saturating_add(DAY) < self.first;
        let shared = if self.of == other.of { self.words & other.words } else { self.near & other.near };
        self.article != other.article && (ends_before || shared == 0)
    }
}

/// Returns the counts that differ.
pub fn find(story: &Chronology) -> Vec<Clash<'_>> {
    let counts = counts(story);
    let outlines: Vec<Outline> = counts.iter().map(Outline::of).collect();
    let mut matter_of: Vec<usize> = (0..counts.len()).collect();
    for list in by_name(&counts).chunk_by(|a, b| a.0 == b.0) {
        join(&counts, &outlines, list, &mut matter_of);
    }
    let mut matters: BTreeMap<usize, Vec<&Count<'_>>> = BTreeMap::new();
    for (index, count) in counts.iter().enumerate() {
        matters.entry(root(&mut matter_of, index)).or_default().push(count);
    }
    let matters: Vec<Vec<&Count<'_>>> = matters.into_values().collect();
    matters.into_par_iter().filter_map(|matter| clash_of(story, &matter)).collect()
}

/// Counts by unit and name, sorted: they go by what they count and by the words that follow.
fn by_name(counts: &[Count<'_>]) -> Vec<((u32, u32), usize)> {
    let mut all: Vec<((u32, u32), usize)> = Vec::with_capacity(4 * counts.len());
    for (index, count) in counts.iter().enumerate() {
        let unit = unit(count).map_or(0, number);
        let names = count.figure.near.iter().copied().chain([count.stem]);
        all.extend(names.map(|name| ((unit, name), index)));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Joins the counts of one name that are of one matter.
///
/// Where the counts right before are all of one matter, joining one of them is joining all.
fn join(counts: &[Count<'_>], outlines: &[Outline], list: &[((u32, u32), usize)], matter_of: &mut [usize]) {
    // What each place was last seen to be of: most are of the same matter again.
    let mut seen: Vec<usize> = Vec::with_capacity(list.len());
    let mut run = 0;
    for (at, &(_, index)) in list.iter().enumerate() {
        let first = at.saturating_sub(MATTERS);
        let mut own = root(matter_of, index);
        let mut place = at;
        let mut is_in_run = run == at;
        while first < place {
            place -= 1;
            if seen[place] != own {
                seen[place] = root(matter_of, seen[place]);
            }
            let other = seen[place];
            let near = || !outlines[list[place].1].apart(&outlines[index]);
            let joins = other == own || near() && one_matter(&counts[list[place].1], &counts[index]);
            if joins && other != own {
                matter_of[other.max(own)] = other.min(own);
                own = other.min(own);
                seen[place] = own;
            }
            if joins && run <= place {
                is_in_run = true;
                place = run.max(first);
            }
        }
        if !is_in_run {
            run = at;
        }
        seen.push(own);
    }
}

/// Returns the first count of the matter that a count is in.
fn root(matter_of: &mut [usize], mut at: usize) -> usize {
    while matter_of[at] != at {
        matter_of[at] = matter_of[matter_of[at]];
        at = matter_of[at];
    }
    at
}

/// Returns the unit in which a count can be compared; people and things are told apart by what is counted.
fn unit<'a>(count: &Count<'a>) -> Option<&'a str> {
    count.figure.unit.as_deref().filter(|unit| *unit != "people")
}

fn counts(story: &Chronology) -> Vec<Count<'_>> {
    let articles = story.articles.par_iter().enumerate();
    articles.flat_map_iter(|(article, followed)| counts_of(story, article, followed)).collect()
}

/// Returns the counts of one article, each with the threads that tell its sentence.
fn counts_of<'a>(story: &'a Chronology, article: usize, followed: &'a Followed) -> Vec<Count<'a>> {
    let count = |passage: &'a Passage, figure: &'a FigureTold| {
        let account = Account::of_passage(article, passage, &figure.words, figure.value.to_bits());
        let of = name(figure);
        let same = |other: &&FigureTold| other.unit == figure.unit && (other.of == figure.of || name(other) == of);
        let threads = passage.tellers.as_slice();
        let cards = threads.iter().map(|&thread| &followed.cards[thread]);
        Count {
            like: passage.figures.iter().filter(same).count(),
            is_latest: story.is_latest(&account),
            as_of: (story.told_at(article, passage.from), story.told_at(article, passage.to)),
            words: passage.words.iter().copied().filter(|word| !is_counting(*word)).collect(),
            bounds: cards.filter(|card| !card.is_said).filter_map(|card| card.bounds).collect(),
            stem: number(stem(&of)),
            threads,
            account,
            of,
            figure,
        }
    };
    let figures =
        followed.passages.iter().flat_map(|passage| passage.figures.iter().map(move |figure| (passage, figure)));
    figures.filter(|(_, figure)| counts_something(figure)).map(|(passage, figure)| count(passage, figure)).collect()
}

/// Returns the one word for what a figure counts.
fn name(figure: &FigureTold) -> String {
    figure.of.as_deref().map(act).unwrap_or_default()
}

/// An ordinal counts nothing, a bare number nobody knows what; a share or an amount can be compared by its sentence.
fn counts_something(figure: &FigureTold) -> bool {
    let unit = figure.unit.as_deref();
    unit != Some("ordinal") && (figure.of.is_some() || matches!(unit, Some("%" | "pp")) || is_money(figure))
}

/// Tells whether a figure is an amount of money: its unit is a currency's three letters.
fn is_money(figure: &FigureTold) -> bool {
    figure.unit.as_deref().is_some_and(|unit| unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase()))
}

/// Returns the conflict of a matter, where articles differ in it.
///
/// An article's later wordings of a value that it had before bring nothing new.
fn clash_of<'a>(story: &Chronology, matter: &[&Count<'a>]) -> Option<Clash<'a>> {
    let told = Told::of(matter);
    if matter.iter().all(|count| count.account.mark == matter[0].account.mark) {
        return None;
    }
    let new = |count: &&&Count<'_>| told.is_first(&count.account);
    let latest = |count: &&&Count<'_>| count.is_latest;
    let standing: Vec<_> = matter.iter().filter(|count| new(count) || latest(count)).copied().collect();
    let pairs = || standing.iter().enumerate().flat_map(|(at, a)| standing[at + 1..].iter().map(move |b| (*a, *b)));
    let real = |a: &Count<'_>, b: &Count<'_>| clash(story, a, b) && !told.both(a, b);
    pairs().any(|(a, b)| real(a, b)).then(|| Clash {
        kind: ChangeKind::Figure,
        about: matter[0].of.clone(),
        accounts: matter.iter().filter(new).map(|count| count.account).collect(),
        open: Some(pairs().any(|(a, b)| real(a, b) && still_differ(a, b))),
    })
}

/// When each article told each value of a matter, in order.
struct Told(Vec<((usize, u64), usize, usize)>);

impl Told {
    fn of(matter: &[&Count<'_>]) -> Self {
        let told = |count: &&Count<'_>| {
            let Account { article, mark, from, to, .. } = count.account;
            ((article, mark), from, to)
        };
        let mut told: Vec<_> = matter.iter().map(told).collect();
        told.sort_unstable();
        Self(told)
    }

    fn runs(&self, article: usize, mark: u64) -> impl Iterator<Item = (usize, usize)> {
        let key = (article, mark);
        let start = self.0.partition_point(|(own, ..)| *own < key);
        self.0[start..].iter().take_while(move |(own, ..)| *own == key).map(|&(_, from, to)| (from, to))
    }

    /// Tells whether no earlier version of its article gave this value.
    fn is_first(&self, account: &Account<'_>) -> bool {
        self.runs(account.article, account.mark).next().is_some_and(|(from, _)| from == account.from)
    }

    /// Tells whether one of the articles tells the other's number too: then the numbers count two things.
    fn both(&self, a: &Count<'_>, b: &Count<'_>) -> bool {
        let tells = |teller: &Account<'_>, value: &Account<'_>| {
            self.runs(teller.article, value.mark).any(|(from, to)| from <= teller.to && teller.from <= to)
        };
        tells(&a.account, &b.account) || tells(&b.account, &a.account)
    }
}

fn one_matter(a: &Count<'_>, b: &Count<'_>) -> bool {
    if a.account.article == b.account.article {
        // A later wording of one sentence: the same count where each has just one of its kind.
        return a.of == b.of && a.like == 1 && b.like == 1 && follow_each_other(a, b);
    }
    if dates_apart(&a.bounds, &b.bounds) {
        return false;
    }
    let common = shared(&a.words, &b.words);
    match (a.of == b.of, a.of.is_empty()) {
        (true, false) => ABOUT <= common,
        // "4.9 per cent" says nothing of what it measures, so its sentence must.
        (true, true) if !is_money(a.figure) => ABOUT < common,
        // What an amount of money is for is seldom said, so the sentences must be nearly one.
        (true, true) => {
            2 * ABOUT <= common && a.like == 1 && b.like == 1 && a.words.len().max(b.words.len()) <= 2 * common
        }
        (false, _) => same_but_for_a_name(a, b),
    }
}

/// Tells whether the words after two figures are the same but for one: "Labour members abstained", "Labour councillors abstained".
fn same_but_for_a_name(a: &Count<'_>, b: &Count<'_>) -> bool {
    let (x, y) = (&a.figure.near, &b.figure.near);
    let common = x.iter().filter(|word| y.contains(word)).count();
    ABOUT <= common && x.len().max(y.len()) <= common + 1
}

/// Tells whether one passage takes the other's place in a thread of the article.
fn follow_each_other(a: &Count<'_>, b: &Count<'_>) -> bool {
    let (old, new) = if a.account.from <= b.account.from { (a, b) } else { (b, a) };
    old.account.to < new.account.from && old.threads.iter().any(|thread| new.threads.contains(thread))
}

/// Tells whether two sentences that count people have enough in common beside that: sorted words by number.
pub fn are_about_one(a: &[u32], b: &[u32]) -> bool {
    let told = |words: &[u32]| words.iter().copied().filter(|word| !is_counting(*word)).collect::<Vec<_>>();
    ABOUT <= shared(&told(a), &told(b))
}

/// Words that every count of people holds and that therefore tell no matter.
pub fn is_counting(word: u32) -> bool {
    const COUNTING: [u32; 12] = [
        number("people"),
        number("person"),
        number("kill"),
        number("killed"),
        number("die"),
        number("died"),
        number("dead"),
        number("injure"),
        number("injured"),
        number("least"),
        number("cent"),
        number("per"),
    ];
    COUNTING.contains(&word)
}

fn dates_apart(a: &[Bounds], b: &[Bounds]) -> bool {
    let near = |a: Bounds, b: Bounds| a.overlaps(b) || same_date_apart_from_clock(a, b);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|&a| b.iter().any(|&b| near(a, b)))
}

/// Tells whether two articles gave other values at one time.
fn clash(story: &Chronology, a: &Count<'_>, b: &Count<'_>) -> bool {
    let other_value = f64::EPSILON < (a.figure.value - b.figure.value).abs();
    other_value && a.account.article != b.account.article && story.together(&a.account, &b.account)
}

/// Tells whether two counts still stand and stand for about the same time.
fn still_differ(a: &Count<'_>, b: &Count<'_>) -> bool {
    let apart = a.as_of.0.saturating_sub(b.as_of.1).max(b.as_of.0.saturating_sub(a.as_of.1));
    a.is_latest && b.is_latest && apart < NEWS_GOES_ON
}
