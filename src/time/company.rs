//! Decides from the neighbours whether words that are often no time are one.
//!
//! "In the fall" names a season, "the fall of the city" does not; "two days
//! before the vote" gives a length, "two days before." a day.

use std::sync::LazyLock;

use super::forms::{Match, TRIE};
use super::items::Item;
use super::lexicon::{Class, LEXICON};
use super::phrase::{Phrase, What};

/// Numbers of the words this file asks about.
struct Ids {
    before: [u16; 2],
    /// Words after which a bare season or year is a time.
    leads: Vec<u16>,
    of: u16,
    the: u16,
    money: Vec<u16>,
    things: Vec<u16>,
    go_on: Vec<u16>,
}

/// Words after which a bare season or year is a time: "in 1990".
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "in", "by", "until", "since", "of", "during", "through", "throughout", "from", "between", "till",
];

/// What stands before a number that is money: "$1990".
const MONEY: &[&str] = &["$"];

/// What a number that is no year counts: "1990 people".
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "%", "people", "miles", "km", "kilometers", "kilometres", "meters", "metres", "feet", "tons", "tonnes",
    "troops", "soldiers", "jobs", "pounds", "dollars", "euros", "points", "men", "workers", "employees",
    "acres", "cars", "homes", "shares",
];

/// What follows a time that stands alone: "two days before."
const GO_ON: &[&str] = &["and", "when", "but", "or", ",", ".", ")", ";"];

/// Other words that this file or a form asks about.
const OTHERS: &[&str] = &["this", "each", "every", "to", "before", "after", "the"];

/// Words that this file asks about and that forms may not spell out.
pub fn words() -> impl Iterator<Item = &'static str> {
    [LEADS, MONEY, THINGS, GO_ON, OTHERS].into_iter().flatten().copied()
}

static IDS: LazyLock<Ids> = LazyLock::new(|| {
    let ids = |words: &[&str]| words.iter().map(|word| LEXICON.id(word)).collect();
    Ids {
        before: [LEXICON.id("before"), LEXICON.id("after")],
        leads: ids(LEADS),
        of: LEXICON.id("of"),
        the: LEXICON.id("the"),
        money: ids(MONEY),
        things: ids(THINGS),
        go_on: ids(GO_ON),
    }
});

/// Returns the longest phrase at the first item, less a "before" that belongs to what follows.
pub fn longest(items: &[Item]) -> Option<Match> {
    let (phrase, length) = TRIE.longest(items)?;
    let last = items[length - 1].id;
    let ids = &*IDS;
    if ids.before.contains(&last) && matches!(phrase.what, What::Shift { of: None, .. }) {
        let ends = items.get(length).is_none_or(|next| ids.go_on.contains(&next.id));
        if !ends {
            return TRIE.longest(&items[..length - 1]);
        }
    }
    Some((phrase, length))
}

/// Tells whether a phrase of `length` items at `at` is a time here.
pub fn keeps(phrase: &Phrase, items: &[Item], at: usize, length: usize) -> bool {
    if phrase.silent {
        return false;
    }
    let is_joined = items[at + length - 1].joined;
    if is_joined && phrase.modifier.is_none() && matches!(phrase.what, What::Reference(_) | What::Unit { .. }) {
        return false; // "the last-minute deal", "the long-term plan"
    }
    if !phrase.weak {
        return true;
    }
    let ids = &*IDS;
    let first = &items[at];
    let last = &items[at + length - 1];
    let before = at.checked_sub(1).map_or(0, |before| items[before].id);
    let after = items.get(at + length).map_or(0, |after| after.id);
    let led = ids.leads.contains(&before);
    if first.classes.has(Class::Month) || first.classes.has(Class::Weekday) {
        return !(first.classes.has(Class::Common) && at == 0);
    }
    if last.classes.has(Class::Season) {
        return led && after != ids.of;
    }
    if last.classes.has(Class::Year) && last.digits == 0 && 2000 <= last.value {
        return false; // "two thousand" is a year only as "the year two thousand"
    }
    if last.classes.has(Class::Year) {
        let counts = ids.things.contains(&after) || ids.money.contains(&before);
        return !counts && (1500 <= last.value || led);
    }
    if last.classes.has(Class::ShortYear) {
        return led;
    }
    if last.classes.has(Class::Decade) {
        return last.digits == 4 || (last.digits != 3 && (first.id == ids.the || led || last.digits == 0));
    }
    true
}
