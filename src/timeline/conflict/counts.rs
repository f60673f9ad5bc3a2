//! Finds counts of one topic that differ between articles.
//!
//! One topic: the same thing is counted in the same unit, the sentences share
//! telling words beyond that, no date sets them apart, and for some time both
//! stood. A word right before or behind both figures tells more than one further
//! off: "ploughed 40 tonnes of fruit", "60 tonnes of melons were ploughed".
//! "Nine killed" by a drone on Wednesday and "twelve killed" in strikes on
//! Thursday are two topics, and so are numbers of another size. What is counted
//! may go by two names: "three Labour members abstained" and "two Labour
//! councillors abstained" are one, because the words that follow the figure agree
//! otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::model::{ChangeKind, DAY_IN_SECONDS};

use super::account::{Account, Clash, Mark};
use super::clusters::{Comparable, clustered};
use super::count_account::{CountAccount, counts_of};
use super::informative_words::InformativeWords;
use super::same_quantity::{QuantityPair, QuantityPairs};
use crate::timeline::cluster::story::{Cluster, EventClusters};
use crate::timeline::date_range::{DateRange, are_within_a_day};
use crate::timeline::history::quantity::{Quantity, QuantitySort};
use crate::timeline::mention::cues::is_counting;
use crate::timeline::similarity::{number, shared};

/// Common words that two sentences need to be about one topic; one beside both figures counts twice.
const ABOUT: usize = 2;
/// Numbers of which one is so many times the other do not count one thing, unless their sentences are nearly the same.
const OTHER_SIZE: f64 = 3.0;
/// The same for lengths of time: "four years in jail" and "ten years in jail" are of two people.
const OTHER_LENGTH: f64 = 2.0;
/// Seconds after which what happened is no longer news: three months.
const LONG_AGO: i64 = 90 * DAY_IN_SECONDS;
/// Seconds after which an older count beside a newer one is no contradiction: the news went on.
const NEWS_GOES_ON: i64 = 8 * 3600;

/// "20 miles away": the word says nothing of from where.
const AWAY: u32 = number("away");

/// What separates most pairs of counts at once: when the events of their sentences happened, and a bit for each word.
#[derive(Clone, Copy)]
struct Outline {
    index: usize,
    article: usize,
    name: u32,
    first: i64,
    last: i64,
    words: u64,
    near: u64,
}

impl Outline {
    fn of(index: usize, count: &CountAccount<'_>) -> Self {
        let bits = |words: &[u32]| words.iter().fold(0, |bits, word| bits | 1_u64 << (word % 64));
        let ends = || count.bounds.iter().flat_map(|bounds| [bounds.first, bounds.last]);
        Self {
            index,
            article: count.account.article,
            name: count.figure.name,
            first: ends().min().unwrap_or(i64::MIN),
            last: ends().max().unwrap_or(i64::MAX),
            words: bits(count.words) | bits(&count.figure.lead) | bits(&count.figure.near),
            near: bits(&count.figure.near),
        }
    }

    /// Returns whether two counts of different articles cannot be of one topic: they lie days apart, or share no word.
    const fn apart(&self, other: &Self) -> bool {
        let ends_before = self.last.saturating_add(DAY_IN_SECONDS) < other.first
            || other.last.saturating_add(DAY_IN_SECONDS) < self.first;
        let shared = if self.name == other.name { self.words & other.words } else { self.near & other.near };
        self.article != other.article && (ends_before || shared == 0)
    }
}

impl Comparable for Outline {
    fn index(&self) -> usize {
        self.index
    }
}

/// Returns every pair of figures of two articles that could be of one thing. For learning.
pub fn quantity_pairs(story: &EventClusters) -> Vec<QuantityPair> {
    let counts = counts_of(story);
    QuantityPairs::of(&counts, &informative_words(&counts)).all()
}

fn informative_words(counts: &[CountAccount<'_>]) -> InformativeWords {
    InformativeWords::of(counts.iter().filter(|count| count.is_first).map(CountAccount::vocabulary))
}

/// Returns the counts that differ.
pub(super) fn differing_counts<'a>(story: &'a EventClusters, _: &[&Cluster]) -> Vec<Clash<'a>> {
    let counts = counts_of(story);
    let telling = informative_words(&counts);
    let is_one = |a: &Outline, b: &Outline| !a.apart(b) && same_topic(&counts[a.index], &counts[b.index], &telling);
    let mut topic_of = clustered(counts.len(), &lists(&counts), is_one);
    let linked = link_topics(story, &QuantityPairs::of(&counts, &telling), &counts, &mut topic_of);
    let is_pair = |a: &CountAccount<'_>, b: &CountAccount<'_>| {
        linked.contains(&(a.index, b.index)) || linked.contains(&(b.index, a.index)) || same_topic(a, b, &telling)
    };
    let mut of_topic: BTreeMap<usize, Vec<&CountAccount<'_>>> = BTreeMap::new();
    for (count, topic) in counts.iter().zip(topic_of) {
        of_topic.entry(topic).or_default().push(count);
    }
    let clusters: Vec<Vec<&CountAccount<'_>>> = of_topic.into_values().filter(|topic| 1 < topic.len()).collect();
    clusters.into_par_iter().filter_map(|topic| clash_of(story, &topic, is_pair)).collect()
}

/// Joins each topic with the one other topic that has the likeliest figure of the same thing in unlike words; returns the
/// pairs of figures that show it.
///
/// A topic is joined once: learnt weights are not sure enough for chains of them.
fn link_topics(
    story: &EventClusters,
    pairs: &QuantityPairs<'_, '_>,
    counts: &[CountAccount<'_>],
    topic_of: &mut [usize],
) -> FxHashSet<(usize, usize)> {
    let scored = |(a, b): (usize, usize)| {
        let (x, y) = (&counts[a], &counts[b]);
        let may_differ = topic_of[a] != topic_of[b]
            && clash(story, x, y)
            && !is_overtaken(x, y)
            && !is_other_size(x.figure, y.figure)
            && !are_about_others(x, y);
        Some((pairs.score(x, y).filter(|_| may_differ)?, a, b))
    };
    let mut found: Vec<(f32, usize, usize)> = pairs.candidates().into_par_iter().filter_map(scored).collect();
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut partner: FxHashMap<usize, usize> = FxHashMap::default();
    for &(_, a, b) in &found {
        let (own, other) = (topic_of[a], topic_of[b]);
        if !partner.contains_key(&own) && !partner.contains_key(&other) {
            partner.extend([(own, other), (other, own)]);
        }
    }
    let is_linked = |&(_, a, b): &(f32, usize, usize)| partner.get(&topic_of[a]) == Some(&topic_of[b]);
    let linked = found.iter().filter(|pair| is_linked(pair)).map(|&(_, a, b)| (a, b)).collect();
    for topic in topic_of {
        *topic = partner.get(topic).map_or(*topic, |other| *other.min(topic));
    }
    linked
}

/// What the counts of a list have in common besides their unit, words by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Common {
    /// What they count, and their article: one may be a later wording of another.
    Article { name: u32, article: usize },
    /// What they count, and all the words that follow.
    Words { name: u32, near: u64 },
    /// What they count, whatever follows.
    Name { name: u32 },
    /// All the words that follow or all but one, whatever they count.
    Near { near: u64 },
}

/// Counts of one unit that have something in common, by time.
type Lists = FxHashMap<(u32, Common), Vec<Outline>>;

/// Returns the lists in which counts are compared: where most is common first.
fn lists(counts: &[CountAccount<'_>]) -> [Vec<Vec<Outline>>; 2] {
    let mut by_time: Vec<usize> = (0..counts.len()).collect();
    by_time.sort_unstable_by_key(|&index| (counts[index].as_of.0, index));
    let (mut narrow, mut wide) = (Lists::default(), Lists::default());
    for index in by_time {
        let (outline, figure) = (Outline::of(index, &counts[index]), counts[index].figure);
        let (name, article) = (figure.name, outline.article);
        let words = Common::Words { name: figure.name, near: hash_of_set(&figure.near) };
        narrow.entry((figure.unit, Common::Article { name, article })).or_default().push(outline);
        narrow.entry((figure.unit, words)).or_default().push(outline);
        wide.entry((figure.unit, Common::Name { name })).or_default().push(outline);
    }
    let mut near = Lists::default();
    let classes = narrow.iter().filter(|((_, common), _)| matches!(common, Common::Words { .. }));
    for ((unit, _), class) in classes {
        let words = &counts[class[0].index].figure.near;
        let whole = hash_of_set(words);
        let less = words.iter().map(|word| whole.wrapping_sub(hash_of_set(&[*word])));
        let keys: BTreeSet<u64> = less.chain([whole]).collect();
        keys.into_iter().for_each(|key| near.entry((*unit, Common::Near { near: key })).or_default().extend(class));
    }
    near.retain(|_, list| list.iter().any(|outline| outline.name != list[0].name));
    near.values_mut().for_each(|list| list.sort_by_key(|outline| (counts[outline.index].as_of.0, outline.index)));
    wide.extend(near);
    [narrow, wide].map(|lists| lists.into_values().filter(|list| 1 < list.len()).collect())
}

/// Returns a number for words in whatever order: the sum of their hashes.
fn hash_of_set(words: &[u32]) -> u64 {
    words.iter().map(|word| FxBuildHasher.hash_one(word)).fold(0, u64::wrapping_add)
}

/// Returns the conflict of a topic, where articles differ in it.
///
/// A topic holds what a chain of likenesses joins; set against each other are only counts that are alike themselves. Of an
/// article's wordings of one value those that stand are shown, else the first one.
fn clash_of<'a>(
    story: &EventClusters,
    topic: &[&CountAccount<'a>],
    is_pair: impl Fn(&CountAccount<'_>, &CountAccount<'_>) -> bool,
) -> Option<Clash<'a>> {
    let times = ValueTimes::of(topic);
    if topic.iter().all(|count| count.account.mark == topic[0].account.mark) {
        return None;
    }
    let new = |count: &&&CountAccount<'_>| times.is_first(&count.account);
    let latest = |count: &&&CountAccount<'_>| count.is_latest;
    let standing: Vec<_> = topic.iter().filter(|count| new(count) || latest(count)).copied().collect();
    let stands = |count: &CountAccount<'_>| {
        let Account { article, mark, .. } = count.account;
        times.runs(article, mark).any(|(_, to)| to + 1 == story.articles[article].versions.len())
    };
    let is_shown = |count: &&&CountAccount<'_>| latest(count) || new(count) && !stands(count);
    let couples = || standing.iter().enumerate().flat_map(|(at, a)| standing[at + 1..].iter().map(move |b| (*a, *b)));
    let real = |(a, b): &(&CountAccount<'a>, &CountAccount<'a>)| {
        clash(story, a, b) && !is_overtaken(a, b) && !times.both(a, b) && is_pair(a, b)
    };
    let real: Vec<_> = couples().filter(real).collect();
    let open = real.iter().any(|(a, b)| still_differ(a, b));
    // What was overtaken is history; a conflict that is open is told by those who still differ.
    let shown = real.iter().filter(|(a, b)| !open || still_differ(a, b));
    // Whoever else gives one of the numbers stands on its side.
    let sides: BTreeSet<Mark> = shown.flat_map(|(a, b)| [a.account.mark, b.account.mark]).collect();
    let is_side = |count: &&&CountAccount<'_>| {
        sides.contains(&count.account.mark) && if open { latest(count) } else { is_shown(count) }
    };
    real.first().map(|(a, _)| Clash {
        kind: ChangeKind::Figure,
        about: about(a.figure),
        accounts: topic.iter().filter(is_side).map(|count| count.account).collect(),
        open: Some(open),
    })
}

/// Returns what accounts differ in, for a reader: what is counted, else the sort of quantity.
fn about(figure: &Quantity) -> String {
    match figure.sort {
        QuantitySort::Length => "length of time".to_owned(),
        QuantitySort::Share => "share".to_owned(),
        QuantitySort::Money => "amount".to_owned(),
        QuantitySort::Harmed | QuantitySort::Counted | QuantitySort::Measured => figure.of.clone(),
    }
}

/// When each article had each value of a topic, in order.
struct ValueTimes(Vec<((usize, Mark), usize, usize)>);

impl ValueTimes {
    fn of(topic: &[&CountAccount<'_>]) -> Self {
        let run = |count: &&CountAccount<'_>| {
            let Account { article, mark, from, to, .. } = count.account;
            ((article, mark), from, to)
        };
        let mut runs: Vec<_> = topic.iter().map(run).collect();
        runs.sort_unstable();
        Self(runs)
    }

    fn runs(&self, article: usize, mark: Mark) -> impl Iterator<Item = (usize, usize)> {
        let key = (article, mark);
        let start = self.0.partition_point(|(own, ..)| *own < key);
        self.0[start..].iter().take_while(move |(own, ..)| *own == key).map(|&(_, from, to)| (from, to))
    }

    /// Returns whether no earlier version of its article gave this value.
    fn is_first(&self, account: &Account<'_>) -> bool {
        self.runs(account.article, account.mark).next().is_some_and(|(from, _)| from == account.from)
    }

    /// Returns whether one of the articles has the other's number too: then the numbers count two things.
    fn both(&self, a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
        let has_value = |account: &Account<'_>, value: &Account<'_>| {
            self.runs(account.article, value.mark).any(|(from, to)| from <= account.to && account.from <= to)
        };
        has_value(&a.account, &b.account) || has_value(&b.account, &a.account)
    }
}

fn same_topic(a: &CountAccount<'_>, b: &CountAccount<'_>, telling: &InformativeWords) -> bool {
    let (x, y) = (a.figure, b.figure);
    if a.account.article == b.account.article {
        // A later wording of one sentence: the same count where each has just one of its kind.
        return x.name == y.name && x.like == 1 && y.like == 1 && follow_each_other(a, b);
    }
    let is_alike = || 2 * ABOUT <= shared(a.words, b.words);
    !are_about_others(a, b) && (!is_other_size(x, y) || is_alike()) && share_topic_words(a, b, telling)
}

/// Returns whether two figures are of two things, whatever words their sentences share: by when it happened, or by what
/// the money is for.
fn are_about_others(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    dates_apart(&a.bounds, &b.bounds) || is_recalled(a) != is_recalled(b) || has_other_purpose(a.figure, b.figure)
}

/// Returns whether the words that two sentences share show that their figures are of one topic.
fn share_topic_words(a: &CountAccount<'_>, b: &CountAccount<'_>, telling: &InformativeWords) -> bool {
    let (x, y) = (a.figure, b.figure);
    let is_alike = || 2 * ABOUT <= shared(a.words, b.words);
    let common = || telling.shared(a.words, b.words) + 2 * beside_both(x, y, telling);
    match x.sort {
        _ if x.name != y.name => same_but_for_a_name(a, b),
        // A story has one toll, so what all its sentences hold will do.
        QuantitySort::Harmed => ABOUT <= shared(a.words, b.words) || ABOUT <= common(),
        // "97 people fell ill" and "40 people were in hospital" count two things: what befell them must be said of both.
        QuantitySort::Counted if is_counting(x.name) => {
            1 <= beside_both(x, y, telling) && ABOUT <= common() || is_alike()
        }
        QuantitySort::Counted => ABOUT <= common() || is_alike(),
        // "Fell by 30cm" and "stood 1.2 metres below the crest" measure two things.
        QuantitySort::Measured => 1 <= beside_both(x, y, telling) && ABOUT <= common(),
        QuantitySort::Length => ABOUT <= common(),
        // "4.9 per cent" or "£5m" says nothing of what it is of, so its sentence must.
        QuantitySort::Share | QuantitySort::Money => ABOUT < common(),
    }
}

/// Returns whether two amounts are for two things, which follow them: "£3m on repairs", "£5m on new buses".
fn has_other_purpose(a: &Quantity, b: &Quantity) -> bool {
    a.sort == QuantitySort::Money && !a.near.is_empty() && !b.near.is_empty() && !have_one(&a.near, &b.near)
}

fn have_one(a: &[u32], b: &[u32]) -> bool {
    a.iter().any(|word| b.contains(word))
}

/// Returns whether a sentence only recalls what was long over when it was written: "in 2016 an outbreak made 144 people ill".
fn is_recalled(count: &CountAccount<'_>) -> bool {
    !count.bounds.is_empty() && count.bounds.iter().all(|bounds| bounds.last < count.as_of.0.saturating_sub(LONG_AGO))
}

/// Returns how many telling words stand beside both figures.
fn beside_both(a: &Quantity, b: &Quantity, telling: &InformativeWords) -> usize {
    let says = |word: u32| word != a.name && word != AWAY && !is_counting(word);
    let is_common = |word: &u32| says(*word) && b.surroundings().any(|other| other == *word);
    a.surroundings().filter(|word| is_common(word) && telling.tells(*word)).count()
}

fn is_other_size(a: &Quantity, b: &Quantity) -> bool {
    let most = if a.sort == QuantitySort::Length { OTHER_LENGTH } else { OTHER_SIZE };
    most * a.value.min(b.value) < a.value.max(b.value)
}

/// Returns whether the words after two figures are the same but for one: "Labour members abstained", "Labour councillors abstained".
fn same_but_for_a_name(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    let (x, y) = (&a.figure.near, &b.figure.near);
    // "Nine people in three states" counts two things.
    if x.contains(&b.figure.name) || y.contains(&a.figure.name) {
        return false;
    }
    let common = x.iter().filter(|word| y.contains(word)).count();
    ABOUT <= common && x.len().max(y.len()) <= common + 1
}

/// Returns whether one sentence takes the other's place in a chain of the article.
fn follow_each_other(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    let (old, new) = if a.account.from <= b.account.from { (a, b) } else { (b, a) };
    old.account.to < new.account.from && old.chains.iter().any(|chain| new.chains.contains(chain))
}

/// Returns whether two sentences that count people have enough in common beside that: sorted words by number.
pub fn are_about_one(a: &[u32], b: &[u32]) -> bool {
    let others = |words: &[u32]| words.iter().copied().filter(|word| !is_counting(*word)).collect::<Vec<_>>();
    ABOUT <= shared(&others(a), &others(b))
}

fn dates_apart(a: &[DateRange], b: &[DateRange]) -> bool {
    let near = |a: DateRange, b: DateRange| a.overlaps(b) || are_within_a_day(a, b);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|&a| b.iter().any(|&b| near(a, b)))
}

/// Returns whether two articles gave other values at one time.
fn clash(story: &EventClusters, a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    !a.figure.agrees_with(b.figure) && a.account.article != b.account.article && story.together(&a.account, &b.account)
}

/// Returns whether two counts still stand.
const fn still_differ(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    a.is_latest && b.is_latest
}

/// Returns whether the later of two counts is a newer one of a toll that grew: the older one is history.
fn is_overtaken(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    let (old, new) = if a.as_of.1 <= b.as_of.1 { (a, b) } else { (b, a) };
    let went_on = NEWS_GOES_ON <= new.as_of.0.saturating_sub(old.as_of.1);
    let is_count = matches!(old.figure.sort, QuantitySort::Harmed | QuantitySort::Counted);
    went_on && is_count && old.figure.value < new.figure.value
}
