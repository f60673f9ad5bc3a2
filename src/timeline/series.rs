//! Follows a count through versions and outlets: how "killed" went from 7 to 19 and back to 18.
//!
//! A point is a value that an article did not have before, so a count that
//! stands through ten versions is one point. Counts of another event ("in 2013,
//! more than 100 people died") are a series of their own: a sentence that dates
//! itself well before the story began counts by its own year.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::model::{Bound, DocumentTime};

use super::bounds::day_of;
use super::revise::same_act;
use super::telling::{ArticleTellings, FigureTold, VersionTellings};

/// A count through versions and outlets.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted: `killed`.
    pub of: String,
    pub unit: Option<String>,
    /// The year of an earlier event that the sentences date themselves to.
    pub year: Option<i32>,
    /// In order of capture.
    pub points: Vec<Point>,
}

/// A value that an article gives from one version to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub article: String,
    pub outlet: String,
    /// 1-based; the first version that gives the value.
    pub version: usize,
    /// 1-based; the last version that gives it.
    pub until: usize,
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
    pub value: f64,
    pub bound: Bound,
    /// As written: "at least 12".
    pub words: String,
    /// Index of the sentence in `version`.
    pub sentence: usize,
    pub text: String,
    pub speaker: Option<String>,
}

/// Days before the first report from which a sentence tells of another event.
const ANOTHER_EVENT: i64 = 60;

type Key = (String, Option<String>, Option<i32>);

/// Returns the series of what `of` names, or of everything counted, those that move most first.
pub fn figures(articles: &[ArticleTellings], of: Option<&str>, zone: Tz) -> Vec<Series> {
    let began = began(articles, zone);
    let mut series: BTreeMap<Key, Vec<Point>> = BTreeMap::new();
    for article in articles {
        for (index, version) in article.versions.iter().enumerate() {
            for (key, point) in points(article, index, version, began) {
                if of.is_none_or(|of| same_act(&key.0, of) || key.0.contains(of)) {
                    add(series.entry(key).or_default(), point);
                }
            }
        }
    }
    let mut series: Vec<Series> = series
        .into_iter()
        .map(|((of, unit, year), mut points)| {
            points.sort_by_key(|point| point.captured.or(point.published).map(|time| time.instant(zone)));
            Series { of, unit, year, points }
        })
        .collect();
    series.sort_by_key(|series| (series.year.is_some(), std::cmp::Reverse(series.points.len())));
    series
}

/// Returns the day of the first report.
fn began(articles: &[ArticleTellings], zone: Tz) -> Option<NaiveDate> {
    let versions = articles.iter().flat_map(|article| &article.versions);
    versions.filter_map(|version| version.published.or(version.captured)).map(|time| time.day(zone)).min()
}

fn points(
    article: &ArticleTellings,
    index: usize,
    version: &VersionTellings,
    began: Option<NaiveDate>,
) -> Vec<(Key, Point)> {
    let mut found: Vec<(Key, Point)> = Vec::new();
    for (line, told) in version.lines.iter().enumerate() {
        let year = other_year(version, line, began);
        let speaker =
            version.tellings.iter().filter(|telling| telling.line == line).find_map(|telling| telling.speaker.clone());
        for figure in &told.figures {
            let Some(of) = &figure.of else { continue };
            let key = (of.to_lowercase(), figure.unit.clone(), year);
            let point = point(article, index, version, figure, (line, &told.text), speaker.clone());
            found.push((key, point));
        }
    }
    found
}

fn point(
    article: &ArticleTellings,
    index: usize,
    version: &VersionTellings,
    figure: &FigureTold,
    (line, text): (usize, &str),
    speaker: Option<String>,
) -> Point {
    Point {
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        version: index + 1,
        until: index + 1,
        captured: version.captured,
        published: version.published,
        value: figure.value,
        bound: figure.bound,
        words: figure.words.clone(),
        sentence: line,
        text: text.to_owned(),
        speaker,
    }
}

/// Returns the year that a sentence dates itself to, where that lies well before the story.
fn other_year(version: &VersionTellings, line: usize, began: Option<NaiveDate>) -> Option<i32> {
    let began = began?;
    let dates =
        version.tellings.iter().filter(|telling| telling.line == line).filter_map(|telling| telling.when.as_ref());
    let years = dates.filter_map(|when| match day_of(when) {
        Some(day) => (ANOTHER_EVENT < (began - day).num_days()).then(|| day.year()),
        None => when.as_str().get(..4).and_then(|year| year.parse().ok()).filter(|year| *year < began.year()),
    });
    years.min()
}

/// Adds a point, or lets the article's last one go on where the value is the same.
fn add(points: &mut Vec<Point>, point: Point) {
    let same = |other: &&mut Point| {
        other.article == point.article
            && other.until + 1 >= point.version
            && (other.value - point.value).abs() < f64::EPSILON
            && other.bound == point.bound
    };
    match points.iter_mut().rfind(same) {
        Some(last) => last.until = point.version,
        None => points.push(point),
    }
}
