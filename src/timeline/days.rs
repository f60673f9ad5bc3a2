//! Says which days of a story matter.
//!
//! A day matters when many articles name it, when it is named on many days of
//! publication, and when much is published on it. Coverage swells and ebbs over
//! a long story, so each day is weighed against the coverage around it: a day
//! that six of six articles name in a quiet month counts as much as one that
//! thirty of a hundred name in a loud one. Days announced count a quarter of
//! days told, for many announced days never come.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::digest::Reading;

/// How many days before the first report may still belong to the story: what the reports are about.
const BEFORE: u64 = 7;
/// Days on each side over which coverage is averaged: about a month, the slowest that news cycles go.
const AROUND: i64 = 30;
/// Articles a day that are taken as the least coverage, so that one report in a silent year does not outweigh all.
const LEAST: f64 = 0.5;
/// Weight of a day that lies after the report that names it.
const AHEAD: f64 = 0.25;
/// Weight of an article published on the day: it tells of that day or the one before without naming either.
const PUBLISHED: f64 = 2.0;
/// Power of the coverage that a day's weight is divided by: between not at all (0) and wholly (1).
const LEVELLING: f64 = 0.4;
/// Weight that a word of the query adds to the sentence it stands in.
const ASKED: f64 = 1.0;

#[derive(Clone, Copy, Debug, Default)]
struct Named {
    by_articles: f64,
    by_days: f64,
    published: f64,
}

/// Returns the days that matter, the most important first, each with its weight.
pub fn weigh(articles: &[Reading<'_>]) -> Vec<(NaiveDate, f64)> {
    let published: BTreeMap<NaiveDate, f64> = count(articles.iter().filter_map(|article| article.day));
    let (Some(first), Some(last)) = (published.keys().next(), published.keys().next_back()) else {
        return weigh_undated(articles);
    };
    let from = first.checked_sub_days(Days::new(BEFORE)).unwrap_or(*first);
    let mut named = named_between(articles, from, *last);
    for (&day, &count) in &published {
        named.entry(day).or_default().published = count;
    }
    let coverage = |day: NaiveDate| {
        let ends = (day - chrono::Duration::days(AROUND), day + chrono::Duration::days(AROUND));
        let around: f64 = published.range(ends.0..=ends.1).map(|(_, count)| count).sum();
        around / (2 * AROUND + 1) as f64 + LEAST
    };
    let weight = |day, named: Named| {
        (named.by_articles + named.by_days + PUBLISHED * named.published) / coverage(day).powf(LEVELLING)
    };
    sorted(named.into_iter().map(|(day, named)| (day, weight(day, named))).collect())
}

/// Weighs the days of articles of which none says when it was published.
fn weigh_undated(articles: &[Reading<'_>]) -> Vec<(NaiveDate, f64)> {
    let days = named_between(articles, NaiveDate::MIN, NaiveDate::MAX);
    sorted(days.into_iter().map(|(day, named)| (day, named.by_articles)).collect())
}

fn named_between(articles: &[Reading<'_>], from: NaiveDate, to: NaiveDate) -> BTreeMap<NaiveDate, Named> {
    let mut named: BTreeMap<NaiveDate, Named> = BTreeMap::new();
    let mut on_day: BTreeMap<(NaiveDate, Option<NaiveDate>), f64> = BTreeMap::new();
    for article in articles {
        let mut best: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        for line in &article.lines {
            for &day in line.line.days.iter().filter(|day| from <= **day && **day <= to) {
                let ahead = if article.day.is_some_and(|published| published < day) { AHEAD } else { 1.0 };
                let weight = ahead * if line.asked { 1.0 + ASKED } else { 1.0 };
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
