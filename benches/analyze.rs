//! Times the reading of texts from 1 KB to 10 MB, and of one sentence of 1 MB.
//!
//! `cargo bench --bench analyze` prints time and throughput of each stage;
//! bytes a second must not fall as texts grow.

mod allocator;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use writethru::model::{Analysis, Setting};
use writethru::{claim, text, time};

fn main() {
    divan::main();
}

const STORY: &str = "The harbour bridge will stay closed until May, the mayor said on Monday, after a barge broke loose in the storm \
and struck two of its piers. “We will not take risks with people's lives,” Ann Reyes told reporters at city hall. About 12,000 drivers \
use the bridge each day, and the detour through Northfield adds 25 minutes. The port authority, which owns the barge, declined to \
comment. An inspection on Tuesday found cracks as long as 3.5 metres; repairs may cost $4.2m, according to a report seen by the Courier.\n\n";

/// Sizes of texts, in bytes.
const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

fn story(size: usize) -> String {
    STORY.repeat(size / STORY.len() + 1)
}

/// Sentences and words, without grammar.
#[divan::bench(args = SIZES, sample_count = 5)]
fn sentences(bencher: Bencher<'_, '_>, size: usize) {
    let text = story(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| text::skim(black_box(&text)));
}

/// Sentences, words, tags and grammar.
#[divan::bench(args = SIZES, sample_count = 5)]
fn grammar(bencher: Bencher<'_, '_>, size: usize) {
    let text = story(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| text::read(black_box(&text)));
}

/// Times what one stage makes of a text of which all before it is known.
fn stage<T>(bencher: Bencher<'_, '_>, size: usize, run: impl Fn(&Analysis<'_>) -> T + Sync) {
    let text = story(size);
    let analysis = claim::analyze(&text, Setting::default());
    bencher.counter(BytesCount::of_str(&text)).bench(|| run(black_box(&analysis)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn times(bencher: Bencher<'_, '_>, size: usize) {
    stage(bencher, size, |known| time::timexes_in(&known.document, Setting::default()));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn figures(bencher: Bencher<'_, '_>, size: usize) {
    stage(bencher, size, |known| claim::figures::figures_in(&known.document, &known.timexes));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn events(bencher: Bencher<'_, '_>, size: usize) {
    stage(bencher, size, |known| claim::events::events_in(&known.document, &known.timexes, Setting::default()));
}

/// Names, entities and coreference.
#[divan::bench(args = SIZES, sample_count = 5)]
fn names(bencher: Bencher<'_, '_>, size: usize) {
    stage(bencher, size, |known| claim::entities::entities_in(&known.document));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn statements(bencher: Bencher<'_, '_>, size: usize) {
    stage(bencher, size, |known| {
        let naming = claim::statements::Naming { entities: &known.entities, mentions: &known.mentions };
        claim::statements::statements_in(&known.document, &known.timexes, naming)
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn analyze(bencher: Bencher<'_, '_>, size: usize) {
    let text = story(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| claim::analyze(black_box(&text), Setting::default()));
}

/// Texts that strangers may write, each of about a megabyte.
const HOSTILE: [&str; 6] = ["one-quote", "odd-marks", "nested-quotes", "list-of-quotes", "transcript", "all-caps"];

#[divan::bench(args = HOSTILE, sample_count = 3)]
fn statements_of_hostile_texts(bencher: Bencher<'_, '_>, name: &str) {
    let text = match name {
        "one-quote" => format!("“{}” said Ann Lee.", "We go on and on, he said. ".repeat(40_000)),
        "odd-marks" => "“One, he said. \"Two' three” said Lee. ".repeat(25_000),
        "nested-quotes" => "“He said ‘she said “no” to us’,” said Lee. ".repeat(20_000),
        "list-of-quotes" => "“We lost the boat and all the nets.”\n\n".repeat(25_000),
        "transcript" => {
            "LEE: We said that they had said so, and nobody asked why it was so late in the day.\n".repeat(10_000)
        }
        _ => "POLICE SAID THE BRIDGE WAS CLOSED AND NOBODY WAS HURT. ".repeat(18_000),
    };
    // The stage alone: text, grammar, times and names are read beforehand.
    let document = text::read(&text);
    let timexes = time::timexes_in(&document, Setting::default());
    let found = claim::entities::entities_in(&document);
    let naming = claim::statements::Naming { entities: &found.entities, mentions: &found.mentions };
    let find = || claim::statements::statements_in(black_box(&document), &timexes, naming);
    bencher.counter(BytesCount::of_str(&text)).bench(find);
}

#[divan::bench(sample_count = 3)]
fn analyze_one_sentence_of_a_megabyte(bencher: Bencher<'_, '_>) {
    let text = "and the mayor said that ".repeat(1_000_000 / 24);
    bencher.counter(BytesCount::of_str(&text)).bench(|| claim::analyze(black_box(&text), Setting::default()));
}
