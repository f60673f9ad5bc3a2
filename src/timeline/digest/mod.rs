//! Picks the days that matter and the best sentences of each: a long story on one page.
//!
//! In: the mentions of each article. Out: a `Timeline` of one entry a day. Candidates are the sentences that name
//! the day and the first sentences of what was published then or on the day after, because news is written on its
//! day and seldom says so. In this order:
//!
//! - `skim`: reads only the part of a text that a digest needs
//! - `reading`: the latest known version of an article
//! - `salience`: which days matter
//! - `quality`: how fit a sentence is to stand in a timeline
//! - `select`: which sentences together say most of a day

mod quality;
mod quality_table;
mod reading;
mod salience;
mod select;
pub(crate) mod skim;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::{
    Clock, Edtf, EntryKind, Evidence, FirstReport, Note, Status, Timeline, TimelineEntry, TimelineQuery, WordsPlace,
};

use super::history::track::{VersionTimes, unstated};
use super::mention::event_mention::{ArticleMentions, MentionSentence};
use quality::quality;
use reading::{LatestVersion, is_short_report, latest_version};
use select::{DigestCandidate, pick};

/// Returns one entry for each of the most important days.
pub(super) fn digest(articles: &[ArticleMentions], zone: Tz, query: &TimelineQuery) -> Timeline {
    let latest: Vec<LatestVersion<'_>> =
        articles.iter().filter_map(|article| latest_version(article, zone, query)).collect();
    let wanted = query.dates.unwrap_or(usize::MAX);
    let within = |day: NaiveDate| query.from.is_none_or(|from| from <= day) && query.to.is_none_or(|to| day <= to);
    let mut days = salience::weigh(&latest);
    days.retain(|(day, _)| within(*day));
    let most = days.first().map_or(1.0, |(_, weight)| weight.max(f64::MIN_POSITIVE));
    let places = candidates(&latest);
    let rarity = Rarity::of(&latest, &places);
    let mut entries = Vec::new();
    let kept_for = best_of_own_day(&days, &latest, &places, &rarity, wanted);
    let mut shown: HashSet<&str> = HashSet::new();
    for (day, weight) in days {
        if entries.len() == wanted {
            break;
        }
        let places = places.get(&day).map_or(&[][..], Vec::as_slice);
        let untold = |&&(article, index): &&SentenceId| {
            let text = latest[article].lines[index].line.text.as_str();
            !shown.contains(text) && kept_for.get(text).is_none_or(|own| *own == day)
        };
        let new: Vec<SentenceId> = places.iter().filter(untold).copied().collect();
        let places = if new.is_empty() { places } else { &new };
        let picked = pick_day(day, &latest, places, &rarity, query.sentences.max(1));
        shown.extend(picked.iter().map(|&(article, index)| latest[article].lines[index].line.text.as_str()));
        if let Some(entry) = entry(day, weight / most, &picked, &latest, (zone, query.clock)) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| entry.date);
    let no_date = entries.is_empty().then(|| Note::new("no-date", "no day is named or can be told from publication"));
    let times: Vec<VersionTimes> = latest.iter().map(LatestVersion::times).collect();
    let notes = no_date.into_iter().chain(unstated(&times, query.clock)).collect();
    Timeline { entries, notes, ..Timeline::default() }
}

/// Returns the sentence that says most of each day, where a later report names that day in it: the day of that report
/// may not have it.
fn best_of_own_day<'a>(
    days: &[(NaiveDate, f64)],
    latest: &[LatestVersion<'a>],
    places: &BTreeMap<NaiveDate, Vec<SentenceId>>,
    rarity: &Rarity,
    wanted: usize,
) -> HashMap<&'a str, NaiveDate> {
    let best = days.iter().take(wanted).filter_map(|&(day, _)| {
        let &(article, index) = pick_day(day, latest, places.get(&day)?, rarity, 1).first()?;
        let line = latest[article].lines[index].line;
        let is_old = latest[article].day.and_then(|own| own.pred_opt()).is_some_and(|eve| day < eve);
        (is_old && line.days.contains(&day)).then_some((line.text.as_str(), day))
    });
    let mut kept_for = HashMap::new();
    best.for_each(|(text, day)| _ = kept_for.entry(text).or_insert(day));
    kept_for
}

/// A sentence by article and place.
type SentenceId = (usize, usize);

/// Returns for each day the sentences that may report it.
fn candidates(latest: &[LatestVersion<'_>]) -> BTreeMap<NaiveDate, Vec<SentenceId>> {
    let mut places: BTreeMap<NaiveDate, Vec<SentenceId>> = BTreeMap::new();
    for (article, version) in latest.iter().enumerate() {
        for (index, line) in version.lines.iter().enumerate() {
            for day in version.days_reported(index, line.line) {
                places.entry(day).or_default().push((article, index));
            }
        }
    }
    add_short_reports(latest, &mut places);
    places
}

/// Gives each day that only short sentences name to these: what an article tells first is then not taken for that day's news.
fn add_short_reports(latest: &[LatestVersion<'_>], places: &mut BTreeMap<NaiveDate, Vec<SentenceId>>) {
    let line = |&(article, index): &SentenceId| latest[article].lines[index].line;
    let mut short: BTreeMap<NaiveDate, Vec<SentenceId>> = BTreeMap::new();
    for (article, version) in latest.iter().enumerate() {
        let reports = version.lines.iter().enumerate().filter(|(_, own)| is_short_report(own.line));
        for (index, own) in reports {
            let days: BTreeSet<NaiveDate> = own.line.days.iter().copied().collect();
            days.into_iter().for_each(|day| short.entry(day).or_default().push((article, index)));
        }
    }
    for (day, reports) in short {
        let known = places.entry(day).or_default();
        if !known.iter().any(|place| line(place).days.contains(&day)) {
            *known = reports;
        }
    }
}

/// How rare each word is among the sentences that may be picked, by its number.
struct Rarity {
    ids: HashMap<u32, usize>,
    weights: Vec<f64>,
}

impl Rarity {
    fn of(latest: &[LatestVersion<'_>], places: &BTreeMap<NaiveDate, Vec<SentenceId>>) -> Self {
        let mut ids: HashMap<u32, usize> = HashMap::new();
        let mut counts: Vec<f64> = Vec::new();
        let mut sentences = 0.0;
        let once: BTreeSet<SentenceId> = places.values().flatten().copied().collect();
        for line in once.into_iter().map(|(article, index)| latest[article].lines[index]) {
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

/// Returns how fit a sentence is to report what happened on `day`.
///
/// A sentence has one unit of length to give: one that names n days gives each
/// of them 1/√n. Announced days count as in the choice of days.
fn fitness(day: NaiveDate, published: Option<NaiveDate>, line: &MentionSentence) -> f64 {
    let ahead = line.days.contains(&day) && published.is_some_and(|published| published < day);
    let days: HashSet<NaiveDate> = line.days.iter().copied().collect();
    let share = 1.0 / (days.len().max(1) as f64).sqrt();
    quality(&line.text) * share * if ahead { salience::AHEAD } else { 1.0 }
}

fn pick_day(
    day: NaiveDate,
    latest: &[LatestVersion<'_>],
    places: &[SentenceId],
    rarity: &Rarity,
    wanted: usize,
) -> Vec<SentenceId> {
    let mut seen = HashSet::new();
    let lines = places.iter().map(|&(article, index)| (article, index, latest[article].lines[index]));
    let once = lines.filter(|(.., line)| seen.insert(line.line.text.as_str()));
    let candidates: Vec<(SentenceId, DigestCandidate)> = once
        .map(|(article, index, line)| {
            let vector = rarity.vector(line.line);
            ((article, index), DigestCandidate { vector, quality: fitness(day, latest[article].day, line.line) })
        })
        .collect();
    let vectors: Vec<&DigestCandidate> = candidates.iter().map(|(_, candidate)| candidate).collect();
    pick(&vectors, rarity.weights.len(), wanted).into_iter().map(|at| candidates[at].0).collect()
}

fn entry(
    day: NaiveDate,
    importance: f64,
    picked: &[SentenceId],
    latest: &[LatestVersion<'_>],
    by: (Tz, Clock),
) -> Option<TimelineEntry> {
    let sentences: Vec<String> =
        picked.iter().map(|&(article, index)| latest[article].lines[index].line.text.clone()).collect();
    let evidence: Vec<Evidence> = picked.iter().map(|&(article, index)| latest[article].evidence(index)).collect();
    let first = first_report(&evidence, picked, latest, by)?;
    let (shown, &(article, _)) = (evidence.first()?, picked.first()?);
    let words_first = WordsPlace { sentence: shown.sentence, report: latest[article].report(shown.version) };
    let outlets: HashSet<&str> = picked.iter().map(|&(article, _)| latest[article].article.outlet.as_str()).collect();
    Some(TimelineEntry {
        key: format!("d{day}"),
        when: Edtf::from_day(day),
        date: Some(day),
        kind: EntryKind::Event,
        text: sentences.first()?.clone(),
        outlets: outlets.len(),
        evidence,
        sentences,
        speaker: None,
        status: Status::Reported,
        importance,
        first_reported: Some(first),
        words_first: Some(words_first),
        history: Vec::new(),
        earliest: None,
        latest: None,
        linked: None,
        why: vec!["one of the days that matter most".to_owned()],
        note: None,
        pinned: false,
        tags: Vec::new(),
        by_hand: None,
    })
}

/// Returns the earliest, by `query`'s clock, of the versions in which the day's sentences stood first.
fn first_report(
    evidence: &[Evidence],
    picked: &[SentenceId],
    latest: &[LatestVersion<'_>],
    (zone, clock): (Tz, Clock),
) -> Option<FirstReport> {
    let reports = picked.iter().zip(evidence).map(|(&(article, _), own)| latest[article].report(own.version));
    let told = |first: &FirstReport| clock.choose(first.captured, first.published).map(|time| time.instant(zone));
    reports.min_by_key(|first| (told(first).is_none(), told(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::VersionMentions;

    /// Returns an article of one version, seen and published on these days of June 2024, that names 1 June.
    fn article(id: &str, captured: u32, published: u32) -> ArticleMentions {
        let text = format!("Article {id} says that the bridge fell on that day.");
        let day = NaiveDate::from_ymd_opt(2024, 6, 1).unwrap();
        let line = MentionSentence { text, days: vec![day], words: vec![1, 2, 3], ..MentionSentence::default() };
        let time = |day: u32| format!("2024-06-{day:02}").parse().ok();
        let version = VersionMentions {
            captured: time(captured),
            published: time(published),
            lines: vec![line],
            ..VersionMentions::default()
        };
        ArticleMentions { id: id.to_owned(), outlet: id.to_owned(), versions: vec![version] }
    }

    #[test]
    fn the_first_report_is_first_by_the_clock_that_is_asked_for() {
        let articles = [article("seen-early", 3, 9), article("written-early", 8, 4)];
        let latest: Vec<_> =
            articles.iter().filter_map(|article| latest_version(article, Tz::UTC, &TimelineQuery::default())).collect();
        let evidence: Vec<_> = latest.iter().map(|own| own.evidence(0)).collect();
        let picked = [(0, 0), (1, 0)];
        let first = |clock| first_report(&evidence, &picked, &latest, (Tz::UTC, clock)).map(|first| first.article);
        assert_eq!(first(Clock::Captured).as_deref(), Some("seen-early"));
        assert_eq!(first(Clock::Stated).as_deref(), Some("written-early"));
    }
}
