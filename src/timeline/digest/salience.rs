//! Ranks the days of a story by how much they matter.
//!
//! Three things speak for a day: every article that names it, every day of
//! publication on which it is named (what is still named a month later mattered),
//! and every article published on it, for news is of its day. A day announced
//! counts as half a past day. Coverage swells and ebbs over a long story, so the
//! sum is divided by the spread that the coverage around the day would give by
//! chance: a day that six of six articles name in a quiet month stands out as
//! much as one that thirty of a hundred name in a loud one.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::reading::LatestVersion;

/// Days before the first report that may still belong to the story: a week of what the reports are about.
const BEFORE: u64 = 7;
/// Days on each side over which coverage is averaged: with two weeks before and two after, every weekday counts alike.
const AROUND: i64 = 14;
/// Weight of a day that lies after the report that names it. In the Wikinews articles of SemEval-2015 Task 4
/// (CC BY 3.0), 6 of 21 announced days turn up among the days of events, 45 of 74 others: half as many.
pub(super) const AHEAD: f64 = 0.5;

/// Weight of an article published on the day. In the same articles, 37 of 52 days of publication turn up and 11 of 24
/// past days that are named: half as many again as a naming, which counts twice, for its article and for its day.
const PUBLISHED: f64 = 3.0;

#[derive(Clone, Copy, Debug, Default)]
struct NamedDay {
    by_articles: f64,
    by_days: f64,
    published: f64,
}

/// Returns the days that matter, the most important first, each with its weight.
pub(super) fn weigh(articles: &[LatestVersion<'_>]) -> Vec<(NaiveDate, f64)> {
    let published: BTreeMap<NaiveDate, f64> = count(articles.iter().filter_map(|article| article.day));
    let (Some(first), Some(last)) = (published.keys().next(), published.keys().next_back()) else {
        return weigh_undated(articles);
    };
    let from = first.checked_sub_days(Days::new(BEFORE)).unwrap_or(*first);
    let mut named = named_between(articles, from, *last);
    for (&day, &count) in &published {
        named.entry(day).or_default().published = count;
    }
    let spread = |day: NaiveDate| {
        let ends = (day - chrono::Duration::days(AROUND), day + chrono::Duration::days(AROUND));
        let around: f64 = published.range(ends.0..=ends.1).map(|(_, count)| count).sum();
        // A count that is expected to be n varies by √n (Poisson); the one report that a day needs is counted with it.
        (1.0 + around / (2 * AROUND + 1) as f64).sqrt()
    };
    let weight = |day, named: NamedDay| (named.by_articles + named.by_days + PUBLISHED * named.published) / spread(day);
    sorted(named.into_iter().map(|(day, named)| (day, weight(day, named))).collect())
}

/// Weighs the days of articles of which none says when it was published.
fn weigh_undated(articles: &[LatestVersion<'_>]) -> Vec<(NaiveDate, f64)> {
    let days = named_between(articles, NaiveDate::MIN, NaiveDate::MAX);
    sorted(days.into_iter().map(|(day, named)| (day, named.by_articles)).collect())
}

fn named_between(articles: &[LatestVersion<'_>], from: NaiveDate, to: NaiveDate) -> BTreeMap<NaiveDate, NamedDay> {
    let mut named: BTreeMap<NaiveDate, NamedDay> = BTreeMap::new();
    let mut on_day: BTreeMap<(NaiveDate, Option<NaiveDate>), f64> = BTreeMap::new();
    for article in articles {
        let mut best: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        for line in &article.lines {
            for &day in line.line.days.iter().filter(|day| from <= **day && **day <= to) {
                let ahead = if article.day.is_some_and(|published| published < day) { AHEAD } else { 1.0 };
                // What answers the question is counted among all, and once more among the answers.
                let weight = ahead * if line.asked { 2.0 } else { 1.0 };
                let most = best.entry(day).or_default();
                *most = most.max(weight);
            }
        }
        for (day, weight) in best {
            named.entry(day).or_default().by_articles += weight;
            let most = on_day.entry((day, article.day)).or_default();
            *most = most.max(weight);
        }
    }
    for ((day, _), weight) in on_day {
        named.entry(day).or_default().by_days += weight;
    }
    named
}

fn count(days: impl Iterator<Item = NaiveDate>) -> BTreeMap<NaiveDate, f64> {
    let mut counts = BTreeMap::new();
    days.for_each(|day| *counts.entry(day).or_default() += 1.0);
    counts
}

fn sorted(mut days: Vec<(NaiveDate, f64)>) -> Vec<(NaiveDate, f64)> {
    days.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    days
}
