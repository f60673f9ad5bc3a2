//! Decides from the neighbours whether words that are often no time are one.
//!
//! "In the fall" names a season, "the fall of the city" does not; "two days
//! before the vote" gives a length, "two days before." a day.

use std::sync::LazyLock;

use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::pattern::trie::{PatternMatch, TRIE};
use crate::time::phrase::{TimeExpr, TimePhrase, TimeUnit};

/// Numbers of the words this file asks about.
struct DisambiguationWords {
    before: [u16; 2],
    /// Words after which a bare season or year is a time.
    leads: Vec<u16>,
    of: u16,
    the: u16,
    money: Vec<u16>,
    things: Vec<u16>,
    go_on: Vec<u16>,
    fall: u16,
    most: u16,
    spans: Vec<u16>,
    goals: Vec<u16>,
    campaigns: Vec<u16>,
    owners: [u16; 6],
}

/// Words after which a bare season or year is a time: "in 1990".
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "in", "by", "until", "since", "of", "during", "through", "throughout", "from", "between", "till",
];

/// TimeExpr stands before a number that is money: "$1990".
const MONEY: &[&str] = &["$"];

/// TimeExpr a number that is no year counts: "1990 people".
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "%", "people", "miles", "km", "kilometers", "kilometres", "meters", "metres", "feet", "tons", "tonnes",
    "troops", "soldiers", "jobs", "pounds", "dollars", "euros", "points", "men", "workers", "employees",
    "acres", "cars", "homes", "shares",
];

/// TimeExpr follows a time that stands alone: "two days before."
const GO_ON: &[&str] = &["and", "when", "but", "or", ",", ".", ")", ";"];

/// Other words that this file or a form asks about.
const OTHERS: &[&str] =
    &["this", "each", "every", "to", "before", "after", "the", "fall", "most", "a", "an", "his", "her", "their", "its"];

/// Words after which a bare season that is no verb is a time: "over winter".
const SPANS: &[&str] = &["over", "for", "into", "after", "before", "spent", "and"];

/// Words that make a march of a March: "the march for life", "her March on London".
const GOALS: &[&str] = &["of", "for", "on", "to", "against", "through", "across"];

/// TimeExpr a season names: "a spring offensive".
const CAMPAIGNS: &[&str] = &["offensive", "offensives", "counter", "counteroffensive", "campaign", "campaigns"];

/// Words that this file asks about and that forms may not spell out.
pub fn words() -> impl Iterator<Item = &'static str> {
    [LEADS, MONEY, THINGS, GO_ON, SPANS, GOALS, CAMPAIGNS, OTHERS].into_iter().flatten().copied()
}

static IDS: LazyLock<DisambiguationWords> = LazyLock::new(|| {
    let ids = |words: &[&str]| words.iter().map(|word| LEXICON.id(word)).collect();
    DisambiguationWords {
        before: [LEXICON.id("before"), LEXICON.id("after")],
        leads: ids(LEADS),
        of: LEXICON.id("of"),
        the: LEXICON.id("the"),
        money: ids(MONEY),
        things: ids(THINGS),
        go_on: ids(GO_ON),
        fall: LEXICON.id("fall"),
        most: LEXICON.id("most"),
        spans: ids(SPANS),
        goals: ids(GOALS),
        campaigns: ids(CAMPAIGNS),
        owners: ["the", "a", "an", "his", "her", "their"].map(|word| LEXICON.id(word)),
    }
});

/// Returns the longest phrase at the first item, less a "before" that belongs to what follows.
pub fn longest(items: &[TimeLexeme]) -> Option<PatternMatch> {
    let (phrase, length) = TRIE.longest(items)?;
    let last = items[length - 1].id;
    let ids = &*IDS;
    if ids.before.contains(&last) && matches!(phrase.what, TimeExpr::Shift { of: None, .. }) {
        let ends = items.get(length).is_none_or(|next| ids.go_on.contains(&next.id));
        if !ends {
            return TRIE.longest(&items[..length - 1]);
        }
    }
    Some((phrase, length))
}

/// Returns whether a phrase of `length` items at `at` is a time here.
pub fn keeps(phrase: &TimePhrase, items: &[TimeLexeme], at: usize, length: usize) -> bool {
    if phrase.silent {
        return false;
    }
    if is_newspaper(phrase, items, at, length) {
        return false;
    }
    let is_joined = items[at + length - 1].joined;
    // "the now-defunct firm", "the most recent talks"
    let leads_on = items.get(at + length).is_some_and(|next| next.joined);
    let is_degree = at.checked_sub(1).is_some_and(|before| items[before].id == IDS.most);
    if length == 1 && (leads_on || is_degree) && matches!(phrase.what, TimeExpr::Reference(_)) {
        return false;
    }
    if is_joined && phrase.modifier.is_none() && matches!(phrase.what, TimeExpr::Reference(_) | TimeExpr::Unit { .. }) {
        return false; // "the last-minute deal", "the long-term plan"
    }
    let first = &items[at];
    let last = &items[at + length - 1];
    let is_quarters = last.unit == TimeUnit::Quarter as u8 && last.classes.has(LexicalClass::Units);
    let is_bare_unit = is_quarters && (length == 1 || length == 2 && first.id == IDS.the);
    if is_bare_unit
        || phrase.date().is_none() && is_name(items, at, length)
        || is_number_of_past(phrase, items, at + length)
    {
        return false;
    }
    if !phrase.weak {
        return true;
    }
    let ids = &*IDS;
    let before = at.checked_sub(1).map_or(0, |before| items[before].id);
    let after = items.get(at + length).map_or(0, |after| after.id);
    let led = ids.leads.contains(&before);
    if first.classes.has(LexicalClass::Common) {
        return at != 0 && !is_march(items, at);
    }
    if first.classes.has(LexicalClass::Month) || first.classes.has(LexicalClass::Weekday) {
        return true;
    }
    if last.classes.has(LexicalClass::Season) {
        let is_fall = last.id == ids.fall;
        let names = length == 1 && after != 0 && ids.campaigns.contains(&after);
        return after != ids.of && (names || led || !is_fall && (first.id == ids.the || ids.spans.contains(&before)));
    }
    if last.classes.has(LexicalClass::Year) && last.digits == 0 && 2000 <= last.value {
        return false; // "two thousand" is a year only as "the year two thousand"
    }
    if last.classes.has(LexicalClass::Year) {
        let counts = ids.things.contains(&after) || ids.money.contains(&before);
        return !counts && (1500 <= last.value || led);
    }
    if last.classes.has(LexicalClass::ShortYear) {
        return led;
    }
    if last.classes.has(LexicalClass::Decade) {
        return last.digits == 4 || (last.digits != 3 && (first.id == ids.the || led || last.digits == 0));
    }
    true
}

/// "the Long March", "his March to the sea": people march.
fn is_march(items: &[TimeLexeme], at: usize) -> bool {
    let ids = &*IDS;
    let before = at.checked_sub(1).map(|before| &items[before]);
    let next = items.get(at + 1);
    let names =
        |item: &TimeLexeme| item.is_word && item.capital && item.classes.is_none() && !ids.leads.contains(&item.id);
    let is_named = 1 < at && before.is_some_and(names);
    let is_owned = before.is_some_and(|before| before.id != 0 && ids.owners.contains(&before.id));
    let has_goal = next.is_some_and(|next| next.id != 0 && ids.goals.contains(&next.id));
    let ends = next.is_none_or(|next| !next.is_word);
    // "the annual March for peace": no month stands bare behind a word that leads to no time.
    let is_loose = before.is_some_and(|before| before.id == 0 && before.classes.is_none());
    is_named || is_owned && (has_goal || ends) || is_loose && has_goal
}

/// "ABC's This Week", "on 60 Minutes", "VOA Today": a unit with a capital in the middle of a sentence is a name.
fn is_name(items: &[TimeLexeme], at: usize, length: usize) -> bool {
    let is_unit = |item: &TimeLexeme| item.classes.has(LexicalClass::Unit) || item.classes.has(LexicalClass::Units);
    let plain = |item: &TimeLexeme| item.is_word && !item.capital;
    let odd = (at + 1..at + length).any(|at| items[at].capital && is_unit(&items[at]));
    odd && items.iter().any(plain)
}

/// "the Party daily Granma": a name on either side.
fn is_newspaper(phrase: &TimePhrase, items: &[TimeLexeme], at: usize, length: usize) -> bool {
    let is_name = |item: Option<&TimeLexeme>| item.is_some_and(|item| item.is_word && item.capital);
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    matches!(phrase.what, TimeExpr::Set(_)) && length == 1 && is_name(before) && is_name(items.get(at + 1))
}

/// "the past three summers": the past is no time of its own there.
fn is_number_of_past(phrase: &TimePhrase, items: &[TimeLexeme], end: usize) -> bool {
    matches!(phrase.what, TimeExpr::Reference("PAST_REF"))
        && items.get(end).is_some_and(|next| next.classes.has(LexicalClass::Number))
}

#[cfg(test)]
mod tests {
    use crate::time::tests::found;

    #[test]
    fn neighbours_tell_times_from_other_words() {
        for (text, want) in [
            ("He joined the Long March.", ""),
            ("She led her March on London.", ""),
            ("She went to the annual March for peace.", ""),
            ("They launched a spring offensive.", "spring|DATE|2024-SP"),
            ("The Party daily Granma said so.", ""),
            ("It opened on a March morning.", "March|DATE|2024-03"),
            ("He spoke on \"This Week\" of it.", ""),
            ("He spoke on 60 Minutes of it.", ""),
            ("It opens over the winter.", "the winter|DATE|2023-WI"),
            ("They saw the fall of the city.", ""),
            ("They searched the quarters.", ""),
            ("It failed in the past three summers.", ""),
            ("The now-defunct firm held the most recent talks.", ""),
        ] {
            assert_eq!(found(text, "2024-05-15"), want, "in {text:?}");
        }
    }
}
