//! Times a story of 1,000 articles in 10 versions each: the timeline, and one more version.

mod allocator;

use chrono_tz::Tz;
use divan::Bencher;
use writethru::model::Clock;
use writethru::model::{DocumentTime, Edtf, EntryKind, Span, TimelineQuery};
use writethru::timeline::assemble;
use writethru::timeline::{
    ArticleMentions, ArticleTrack, EventClusters, EventMention, MentionSentence, VersionMentions,
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

#[divan::bench(sample_count = 5)]
fn build_from_tellings(bencher: Bencher<'_, '_>) {
    let story = story();
    bencher.bench(|| assemble(&story, Tz::UTC, &TimelineQuery::default()));
}

#[divan::bench(sample_count = 5)]
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
