//! Picks the days that matter and the best sentences of each: a long story on one page.
//!
//! One entry a day. Candidates are the sentences that name the day and the first
//! sentences of what was published then or on the day after, for news is
//! written on its day and says so seldom.

pub(crate) mod quality;
pub(crate) mod salience;
pub(crate) mod select;
pub(crate) mod skim;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::Clock;
use crate::model::{
    DocumentTime, Edtf, EntryKind, Evidence, FirstReport, Note, Role, Status, Timeline, TimelineEntry, TimelineQuery,
};

use super::mention::event_mention::{ArticleMentions, MentionSentence, VersionMentions};
use super::similarity::number;
use quality::quality;
use select::{DigestCandidate, pick};

/// Sentences of an article that tell its own day's news: a summary, the lead, and the sentence that backs it.
pub const LEADS: usize = 3;
/// Words that a sentence needs at least and may have at most.
const READABLE: std::ops::RangeInclusive<usize> = 6..=60;

/// The latest known version of an article.
pub struct LatestVersion<'a> {
    pub article: &'a ArticleMentions,
    pub version: usize,
    pub day: Option<NaiveDate>,
    pub lines: Vec<DigestSentence<'a>>,
}

/// A sentence with what picking needs to know of it.
#[derive(Clone, Copy)]
pub struct DigestSentence<'a> {
    pub line: &'a MentionSentence,
    /// Holds a word of the query.
    pub asked: bool,
}

/// Returns one entry for each of the most important days.
pub fn digest(articles: &[ArticleMentions], zone: Tz, query: &TimelineQuery) -> Timeline {
    let readings: Vec<LatestVersion<'_>> = articles.iter().filter_map(|article| read(article, zone, query)).collect();
    let wanted = query.dates.unwrap_or(usize::MAX);
    let within = |day: NaiveDate| query.from.is_none_or(|from| from <= day) && query.to.is_none_or(|to| day <= to);
    let mut days = salience::weigh(&readings);
    days.retain(|(day, _)| within(*day));
    let most = days.first().map_or(1.0, |(_, weight)| weight.max(f64::MIN_POSITIVE));
    let places = candidates(&readings);
    let rarity = Rarity::of(&readings, &places);
    let mut entries = Vec::new();
    let kept_for = best_of_own_day(&days, &readings, &places, &rarity, wanted);
    let mut told: HashSet<&str> = HashSet::new();
    for (day, weight) in days {
        if entries.len() == wanted {
            break;
        }
        let places = places.get(&day).map_or(&[][..], Vec::as_slice);
        let untold = |&&(article, index): &&SentenceId| {
            let text = readings[article].lines[index].line.text.as_str();
            !told.contains(text) && kept_for.get(text).is_none_or(|own| *own == day)
        };
        let new: Vec<SentenceId> = places.iter().filter(untold).copied().collect();
        let places = if new.is_empty() { places } else { &new };
        let picked = pick_day(day, &readings, places, &rarity, query.sentences.max(1));
        told.extend(picked.iter().map(|&(article, index)| readings[article].lines[index].line.text.as_str()));
        if let Some(entry) = entry(day, weight / most, &picked, &readings, zone) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| entry.date);
    let notes = if entries.is_empty() {
        vec![Note::new("no-date", "no day is named or can be told from publication")]
    } else {
        Vec::new()
    };
    Timeline { entries, notes, ..Timeline::default() }
}

/// Returns the sentence that tells most of each day, where a later report names that day in it: the day of that report
/// may not have it.
fn best_of_own_day<'a>(
    days: &[(NaiveDate, f64)],
    readings: &[LatestVersion<'a>],
    places: &BTreeMap<NaiveDate, Vec<SentenceId>>,
    rarity: &Rarity,
    wanted: usize,
) -> HashMap<&'a str, NaiveDate> {
    let best = days.iter().take(wanted).filter_map(|&(day, _)| {
        let &(article, index) = pick_day(day, readings, places.get(&day)?, rarity, 1).first()?;
        let line = readings[article].lines[index].line;
        let is_old = readings[article].day.and_then(|own| own.pred_opt()).is_some_and(|eve| day < eve);
        (is_old && line.days.contains(&day)).then_some((line.text.as_str(), day))
    });
    let mut kept_for = HashMap::new();
    best.for_each(|(text, day)| _ = kept_for.entry(text).or_insert(day));
    kept_for
}

fn read<'a>(article: &'a ArticleMentions, zone: Tz, query: &TimelineQuery) -> Option<LatestVersion<'a>> {
    let time = |version: &VersionMentions| match query.clock {
        Clock::Captured => version.captured.or(version.published),
        Clock::Stated => version.published.or(version.captured),
    };
    let known = |version: &VersionMentions| {
        query.as_of.is_none_or(|as_of| time(version).is_some_and(|time: DocumentTime| time.instant(zone) <= as_of))
    };
    let (index, version) = article.versions.iter().enumerate().rfind(|(_, version)| known(version))?;
    let words: Vec<String> = query.query.iter().map(|word| word.to_lowercase()).collect();
    let lines = version.lines.iter().map(|line| {
        let lower = if words.is_empty() { String::new() } else { line.text.to_lowercase() };
        DigestSentence { line, asked: words.iter().any(|word| lower.contains(word.as_str())) }
    });
    let day = version.published.or(version.captured).map(|time| time.day(zone));
    Some(LatestVersion { article, version: index + 1, day, lines: lines.collect() })
}

/// A sentence by article and place.
type SentenceId = (usize, usize);

/// Returns for each day the sentences that may tell it.
fn candidates(readings: &[LatestVersion<'_>]) -> BTreeMap<NaiveDate, Vec<SentenceId>> {
    let mut places: BTreeMap<NaiveDate, Vec<SentenceId>> = BTreeMap::new();
    for (article, reading) in readings.iter().enumerate() {
        for (index, line) in reading.lines.iter().enumerate() {
            for day in days_told(reading, index, line.line) {
                places.entry(day).or_default().push((article, index));
            }
        }
    }
    places
}

/// Returns the days that a sentence may tell: those that it names and, at the top of an article, the article's own.
fn days_told(reading: &LatestVersion<'_>, index: usize, line: &MentionSentence) -> BTreeSet<NaiveDate> {
    let is_lead = index < LEADS;
    if !is_lead && line.days.is_empty() || !may_tell(line.role) || !is_readable(&line.text) {
        return BTreeSet::new();
    }
    let own = reading.day.filter(|_| is_lead);
    line.days.iter().copied().chain(own).chain(own.and_then(|day| day.pred_opt())).collect()
}

const fn may_tell(role: Role) -> bool {
    matches!(role, Role::Body | Role::Standfirst | Role::ListItem)
}

/// Returns whether a sentence is neither a scrap nor endless.
pub fn is_readable(sentence: &str) -> bool {
    READABLE.contains(&sentence.split_ascii_whitespace().count())
}

/// How rare each word is among the sentences that may be picked, by its number.
struct Rarity {
    ids: HashMap<u32, usize>,
    weights: Vec<f64>,
}

impl Rarity {
    fn of(readings: &[LatestVersion<'_>], places: &BTreeMap<NaiveDate, Vec<SentenceId>>) -> Self {
        let mut ids: HashMap<u32, usize> = HashMap::new();
        let mut counts: Vec<f64> = Vec::new();
        let mut sentences = 0.0;
        let once: BTreeSet<SentenceId> = places.values().flatten().copied().collect();
        for line in once.into_iter().map(|(article, index)| readings[article].lines[index]) {
            sentences += 1.0;
            for &word in line.line.words.iter().chain(&line.line.attribution) {
                let id = *ids.entry(word).or_insert_with(|| {
                    counts.push(0.0);
                    counts.len() - 1
                });
                counts[id] += 1.0;
            }
        }
        let weights = counts.iter().map(|count| (sentences / count).ln().max(0.0).sqrt()).collect();
        Self { ids, weights }
    }

    /// Returns a sentence as a vector of length one.
    fn vector(&self, line: &MentionSentence) -> Vec<(usize, f64)> {
        // Who says so is part of what a summary has to name.
        let ids = line.words.iter().chain(&line.attribution).map(|word| self.ids[word]);
        let mut vector: Vec<(usize, f64)> = ids.map(|id| (id, self.weights[id])).collect();
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        vector.iter_mut().for_each(|(_, weight)| *weight /= length.max(f64::MIN_POSITIVE));
        vector
    }
}

/// Returns how fit a sentence is to tell what happened on `day`.
///
/// A sentence has one unit of length to give: one that tells n days gives each
/// of them 1/√n. Announced days count as in the choice of days.
fn fitness(day: NaiveDate, published: Option<NaiveDate>, line: &MentionSentence) -> f64 {
    let ahead = line.days.contains(&day) && published.is_some_and(|published| published < day);
    let days: HashSet<NaiveDate> = line.days.iter().copied().collect();
    let share = 1.0 / (days.len().max(1) as f64).sqrt();
    quality(&line.text) * share * if ahead { salience::AHEAD } else { 1.0 }
}

fn pick_day(
    day: NaiveDate,
    readings: &[LatestVersion<'_>],
    places: &[SentenceId],
    rarity: &Rarity,
    wanted: usize,
) -> Vec<SentenceId> {
    let mut seen = HashSet::new();
    let lines = places.iter().map(|&(article, index)| (article, index, readings[article].lines[index]));
    let once = lines.filter(|(.., line)| seen.insert(line.line.text.as_str()));
    let candidates: Vec<(SentenceId, DigestCandidate)> = once
        .map(|(article, index, line)| {
            let vector = rarity.vector(line.line);
            ((article, index), DigestCandidate { vector, quality: fitness(day, readings[article].day, line.line) })
        })
        .collect();
    let vectors: Vec<&DigestCandidate> = candidates.iter().map(|(_, candidate)| candidate).collect();
    pick(&vectors, rarity.weights.len(), wanted).into_iter().map(|at| candidates[at].0).collect()
}

fn entry(
    day: NaiveDate,
    importance: f64,
    picked: &[SentenceId],
    readings: &[LatestVersion<'_>],
    zone: Tz,
) -> Option<TimelineEntry> {
    let sentences: Vec<String> =
        picked.iter().map(|&(article, index)| readings[article].lines[index].line.text.clone()).collect();
    let evidence = picked.iter().map(|&(article, index)| Evidence {
        article: readings[article].article.id.clone(),
        version: readings[article].version,
        until: readings[article].version,
        sentence: index,
        span: readings[article].lines[index].line.span,
    });
    let first = first_report(day, picked, readings, zone)?;
    let outlets: HashSet<&str> = picked.iter().map(|&(article, _)| readings[article].article.outlet.as_str()).collect();
    Some(TimelineEntry {
        key: format!("e{:08x}", number(&day.to_string())),
        when: Edtf::from_day(day),
        date: Some(day),
        kind: EntryKind::Event,
        text: sentences.first()?.clone(),
        outlets: outlets.len(),
        evidence: evidence.collect(),
        sentences,
        speaker: None,
        status: Status::Reported,
        importance,
        first_reported: first,
        history: Vec::new(),
        earliest: None,
        latest: None,
        linked: None,
        why: vec!["one of the days that matter most".to_owned()],
        note: None,
        pinned: false,
    })
}

/// Returns the earliest of the articles that the day's sentences were picked from.
fn first_report(
    day: NaiveDate,
    picked: &[SentenceId],
    readings: &[LatestVersion<'_>],
    zone: Tz,
) -> Option<FirstReport> {
    let told = |reading: &LatestVersion<'_>| {
        let version = &reading.article.versions[reading.version - 1];
        version.captured.or(version.published).map(|time| time.instant(zone))
    };
    let first = picked
        .iter()
        .map(|&(article, _)| &readings[article])
        .min_by_key(|reading| (told(reading).is_none(), told(reading)))?;
    let version = &first.article.versions[first.version - 1];
    debug_assert!(day != NaiveDate::MIN);
    Some(FirstReport {
        article: first.article.id.clone(),
        version: first.version,
        published: version.published,
        captured: version.captured,
        not_yet: None,
    })
}
