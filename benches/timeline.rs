//! Times a story of 1,000 articles in 10 versions each: the timeline, and one more version.
//!
//! Each article counts the dead, the injured, the houses and the money; outlets agree on two of them, so half of all pairs of
//! figures end as conflicts. Finding these is most of the time, so a story is built once for each figure.

mod allocator;

use chrono_tz::Tz;
use divan::Bencher;
use writethru::model::{Bound, Clock, DocumentTime, Edtf, EntryKind, Span, TimelineQuery};
use writethru::timeline::assemble;
use writethru::timeline::{
    ArticleMentions, ArticleTrack, EventClusters, EventMention, MentionSentence, ReportedFigure, VersionMentions,
};

fn main() {
    divan::main();
}

const ARTICLES: usize = 1_000;
const VERSIONS: usize = 10;
const SENTENCES: usize = 12;

/// Returns numbers that look random and are the same on every run.
fn scatter(seed: usize) -> usize {
    seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23) >> 7
}

/// What the sentences that all outlets have count: the thing, its unit, its value, and what each next outlet of three adds.
const COUNTS: [(&str, Option<&str>, f64, f64); 4] = [
    ("killed", Some("people"), 12.0, 3.0),
    ("injured", Some("people"), 40.0, 0.0),
    ("houses", None, 300.0, 20.0),
    ("damage", Some("USD"), 2_000_000.0, 0.0),
];

/// Returns the figure of a sentence that all outlets have.
fn figure(article: usize, at: usize, changed: usize) -> ReportedFigure {
    let (of, unit, value, apart) = COUNTS[at / 3 % COUNTS.len()];
    let value = value + apart * (article % 50 % 3) as f64 + changed as f64;
    ReportedFigure {
        words: format!("{value}"),
        span: Span::new(at * 80 + 9, at * 80 + 12),
        value,
        unit: unit.map(str::to_owned),
        of: Some(of.to_owned()),
        lead: vec![scatter(at) as u32 % 20_000],
        near: vec![scatter(at + 100) as u32 % 20_000],
        bound: Bound::Exact,
    }
}

fn version(article: usize, version: usize) -> VersionMentions {
    let captured: DocumentTime =
        format!("2024-06-{:02}T{:02}:00:00Z", 1 + version, article % 24).parse().expect("a time");
    let mut told =
        VersionMentions { captured: Some(captured), published: Some(captured), ..VersionMentions::default() };
    for at in 0..SENTENCES {
        // A third is common to all outlets, a third is dated and own, the rest undated; one sentence a version changes.
        let changed = usize::from(at == version % SENTENCES) * version;
        let topic = if at % 3 == 0 { at } else { article * SENTENCES + at };
        let mut words: Vec<u32> =
            (0..12).map(|word| scatter(topic * 16 + word + changed * 7) as u32 % 20_000).collect();
        words.sort_unstable();
        words.dedup();
        let text = format!("Sentence {topic} of the story says {changed} things about what happened on that day.");
        let day = (at % 3 != 2).then(|| Edtf::new(format!("2024-05-{:02}", 1 + scatter(topic) % 28)).expect("a day"));
        told.lines.push(MentionSentence {
            text,
            span: Span::new(at * 80, at * 80 + 79),
            words,
            figures: (at % 3 == 0).then(|| figure(article, at, changed)).into_iter().collect(),
            ..MentionSentence::default()
        });
        told.mentions.push(EventMention {
            kind: EntryKind::Event,
            line: at,
            from_line: at,
            when: day,
            span: Span::new(at * 80, at * 80 + 8),
            lemmas: vec![format!("verb{}", scatter(topic) % 500)],
            ..EventMention::default()
        });
    }
    told
}

fn story() -> Vec<ArticleMentions> {
    let article = |article| ArticleMentions {
        id: format!("outlet-{article}"),
        outlet: format!("outlet-{}", article % 50),
        versions: (0..VERSIONS).map(|number| version(article, number)).collect(),
    };
    (0..ARTICLES).map(article).collect()
}

#[divan::bench(sample_count = 1)]
fn build_from_tellings(bencher: Bencher<'_, '_>) {
    let story = story();
    let timeline = assemble(&story[..100], Tz::UTC, &TimelineQuery::default());
    assert!(!timeline.conflicts.is_empty(), "the outlets do not agree");
    bencher.bench(|| assemble(&story, Tz::UTC, &TimelineQuery::default()));
}

#[divan::bench(sample_count = 1)]
fn build_from_followed(bencher: Bencher<'_, '_>) {
    let followed: Vec<ArticleTrack> = story().iter().map(ArticleTrack::of).collect();
    bencher.with_inputs(|| followed.clone()).bench_values(|followed| {
        EventClusters::new(followed, Tz::UTC, Clock::Captured).timeline(&TimelineQuery::default())
    });
}

#[divan::bench(sample_count = 5)]
fn one_more_version(bencher: Bencher<'_, '_>) {
    let followed: Vec<ArticleTrack> = story().iter().map(ArticleTrack::of).collect();
    let built = EventClusters::new(followed, Tz::UTC, Clock::Captured);
    let new = version(7, VERSIONS);
    bencher.with_inputs(|| built.clone()).bench_refs(|built| built.extend("outlet-7", "outlet-7", &new));
}
