//! Puts small stories in order: evidence lies in the texts, entries are in order, and no way of building differs.
//!
//! A line such as `@ herald 2025-04-24T08:00 Ferry burns` opens a version with
//! the article's name, the time of capture and the title.

#![no_main]

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use libfuzzer_sys::fuzz_target;
use writethru::model::Clock;
use writethru::model::{DocumentTime, Edtf, Setting, Timeline, TimelineEntry, TimelineQuery};
use writethru::timeline::{self, ArticleMentions, EventClusters};
use writethru::{claim, text};
use writethru_fuzz::{check_date, check_span, text_of};

const ZONE: Tz = Tz::Europe__London;
/// More versions than this take too long for one try.
const MAX_VERSIONS: usize = 6;

struct Version<'t> {
    article: &'t str,
    captured: Option<DocumentTime>,
    title: Option<&'t str>,
    text: String,
}

/// Texts by article, in order of their versions.
type Texts<'t> = BTreeMap<&'t str, Vec<&'t str>>;

fuzz_target!(|bytes: &[u8]| {
    let whole = text_of(bytes);
    let versions = versions_of(&whole);
    let mut texts = Texts::new();
    versions.iter().for_each(|version| texts.entry(version.article).or_default().push(&version.text));
    let mut grown = EventClusters::new(Vec::new(), ZONE, Clock::Captured);
    let mut articles: Vec<ArticleMentions> = Vec::new();
    for version in &versions {
        let setting = Setting { published: version.captured, timezone: ZONE };
        let told = timeline::gather(&claim::read_side(version.title, &version.text, setting), version.captured);
        grown.extend(version.article, version.article, &told);
        match articles.iter_mut().find(|article| article.id == version.article) {
            Some(article) => article.versions.push(told),
            None => articles.push(ArticleMentions {
                id: version.article.to_owned(),
                outlet: version.article.to_owned(),
                versions: vec![told],
            }),
        }
    }
    let query = TimelineQuery::default();
    let built = timeline::assemble(&articles, ZONE, &query);
    check(&built, &texts);
    assert_eq!(grown.timeline(&query), built, "a story that grew differs from one that is built at once");
    let digest = timeline::assemble(&articles, ZONE, &TimelineQuery { dates: Some(3), sentences: 2, ..query });
    check_digest(&digest, &texts);
});

fn versions_of(whole: &str) -> Vec<Version<'_>> {
    let mut versions: Vec<Version<'_>> = Vec::new();
    for line in whole.lines() {
        if let Some(head) = line.strip_prefix("@ ") {
            if versions.len() == MAX_VERSIONS {
                break;
            }
            let mut parts = head.splitn(3, ' ');
            let article = parts.next().unwrap_or_default();
            let captured = parts.next().and_then(|time| DocumentTime::read(time, ZONE));
            versions.push(Version { article, captured, title: parts.next(), text: String::new() });
        } else if let Some(version) = versions.last_mut() {
            version.text.push_str(line);
            version.text.push('\n');
        }
    }
    versions
}

fn check(timeline: &Timeline, texts: &Texts<'_>) {
    let keys: BTreeSet<&str> = all(timeline).map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys.len(), all(timeline).count(), "two entries have one key");
    assert!(
        timeline.entries.iter().all(|entry| entry.when.is_some()),
        "an entry without a date stands among the dated"
    );
    assert!(timeline.undated.iter().all(|entry| entry.when.is_none()), "an entry with a date stands among the undated");
    for entry in all(timeline) {
        check_entry(entry, texts);
        assert!(entry.linked.as_deref().is_none_or(|key| keys.contains(key)), "an entry is linked to none");
        assert_ne!(entry.linked.as_ref(), Some(&entry.key), "an entry is linked to itself");
    }
    check_days(timeline);
    for conflict in &timeline.conflicts {
        assert!(conflict.sides.len() > 1, "a conflict has one side");
        conflict.sides.iter().for_each(|side| check_place(&side.article, side.version, texts));
    }
}

fn all(timeline: &Timeline) -> impl Iterator<Item = &TimelineEntry> {
    timeline.entries.iter().chain(&timeline.undated)
}

/// Checks that entries with a full day and no interval stand in order of their days.
fn check_days(timeline: &Timeline) {
    let days: Vec<_> = timeline.entries.iter().filter_map(|entry| entry.when.as_ref()?.day(ZONE)).collect();
    assert!(days.is_sorted(), "entries are out of order: {days:?}");
}

fn check_place(article: &str, version: usize, texts: &Texts<'_>) {
    let versions = texts.get(article).map_or(0, Vec::len);
    assert!((1..=versions).contains(&version), "there is no {article}@{version}");
}

fn check_entry(entry: &TimelineEntry, texts: &Texts<'_>) {
    assert!(!entry.text.is_empty() && !entry.evidence.is_empty(), "an entry has no words or no evidence");
    assert!((0.0..=1.0).contains(&entry.importance), "importance {} is no share", entry.importance);
    assert!((1..=texts.len()).contains(&entry.outlets), "{} of {} outlets tell it", entry.outlets, texts.len());
    [&entry.when, &entry.earliest, &entry.latest].into_iter().flatten().for_each(check_date);
    assert_eq!(entry.date.is_some(), entry.when.as_ref().and_then(day_named).is_some(), "date and day differ");
    let first = entry.first_reported.as_ref().expect("an entry that a program read has a first report");
    check_place(&first.article, first.version, texts);
    entry.history.iter().for_each(|item| check_place(&item.article, item.version, texts));
    for evidence in &entry.evidence {
        check_place(&evidence.article, evidence.version, texts);
        check_place(&evidence.article, evidence.until, texts);
        assert!(evidence.version <= evidence.until, "evidence ends before it begins");
        let text = texts[evidence.article.as_str()][evidence.version - 1];
        check_span(evidence.span, text);
        let document = text::skim(text);
        let sentence = document.sentences.get(evidence.sentence).expect("evidence names a sentence");
        assert!(sentence.span.contains(evidence.span), "evidence leaves its sentence");
    }
}

/// Returns the day that a date names on its own clock.
fn day_named(date: &Edtf) -> Option<chrono::NaiveDate> {
    date.day(Tz::UTC)
}

fn check_digest(digest: &Timeline, texts: &Texts<'_>) {
    for entry in &digest.entries {
        assert!(
            !entry.sentences.is_empty() && entry.sentences.len() <= 2,
            "a day has {} sentences",
            entry.sentences.len()
        );
        entry.when.iter().for_each(check_date);
        assert!(entry.evidence.iter().all(|evidence| texts.contains_key(evidence.article.as_str())), "no such article");
    }
    assert!(digest.entries.len() <= 3, "more days are told than were asked for");
    check_days(digest);
}
