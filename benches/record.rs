//! Times recording: one version more in an archive of 10,000, and many in one go.
//!
//! `cargo bench --bench record`; the size of the archive is printed first.

mod allocator;

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use divan::Bencher;
use divan::counter::ItemsCount;
use writethru::ingest::{self, Source};
use writethru::model::DocumentTime;
use writethru::store::Store;
use writethru::track::{Archive, LINES_AT_ONCE, Submission};

const ARTICLES: usize = 500;
const VERSIONS: usize = 20;
const WORDS: usize = 1000;

fn main() {
    divan::main();
}

/// Words from which texts are made; frequent ones come first, as in any text.
const VOCABULARY: &str = "the of and to in a was that on for with at by from said were it as after had council ferry \
    minister police river flood rescue vote budget talks border engine harbour spokesman morning hospital people island \
    report inquiry bridge school company market strike union court judge station train weather storm coast guard village";

/// Numbers that look random and are the same on every machine.
fn noise(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// Returns an article of about a thousand words; versions of one article differ in a few sentences.
fn article(number: usize, version: usize) -> String {
    let words: Vec<&str> = VOCABULARY.split_whitespace().collect();
    let mut text = String::new();
    for sentence in 0..WORDS / 20 {
        let changed = sentence % VERSIONS < version && sentence % 7 == version % 7;
        let mut seed = (number * 1000 + sentence + if changed { version * 77_777 } else { 0 }) as u64;
        for place in 0..20 {
            let rank = noise(&mut seed) % words.len() * (noise(&mut seed) % 4 + 1) / 4;
            let word = words[rank];
            match place {
                0 => {
                    text.extend(word.chars().enumerate().map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }));
                }
                9 => write!(text, " {}", noise(&mut seed) % 900).expect("a String takes everything"),
                _ => write!(text, " {word}").expect("a String takes everything"),
            }
        }
        text.push_str(if sentence % 3 == 2 { ".\n\n" } else { ". " });
    }
    text
}

fn line(number: usize, version: usize) -> String {
    let text = serde_json::to_string(&article(number, version)).expect("text becomes JSON");
    let story = number % 50;
    format!(
        r#"{{"story":"story-{story}","article":"article-{number}","outlet":"Outlet {story}","captured":"2025-04-{day:02}T10:00Z","headline":"Headline {number}","text":{text}}}"#,
        day = version + 1
    )
}

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn fill(archive: &Archive, versions: impl Iterator<Item = (usize, usize)>) {
    let lines: Vec<String> = versions.map(|(number, version)| line(number, version)).collect();
    for (index, lines) in lines.chunks(LINES_AT_ONCE).enumerate() {
        let batch = archive.import(lines, index * LINES_AT_ONCE + 1, false, now()).expect("the disk has room");
        assert_eq!(batch.refused.len(), 0);
    }
}

fn all() -> impl Iterator<Item = (usize, usize)> {
    (0..VERSIONS).flat_map(|version| (0..ARTICLES).map(move |number| (number, version)))
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn one_version_into_ten_thousand(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder for the archive");
    let path = folder.path().join("archive.db");
    let archive = Archive::open(&path).expect("a new archive");
    fill(&archive, all());
    let counts = Store::open(&path).and_then(|store| store.counts()).expect("an archive that was just made");
    let (each, text) = (counts.bytes / counts.versions as u64, counts.version_bytes / counts.versions as u64);
    println!("\n{} versions, {each} bytes each in the file, {text} of them packed text", counts.versions);
    let mut version = VERSIONS;
    bencher
        .with_inputs(|| {
            version += 1;
            let text = format!("Headline\n\n{}", article(version % ARTICLES, version));
            let capture =
                ingest::read(text.as_bytes(), Source { name: "a.txt", keep_original: true, ..Source::default() });
            Submission {
                capture: capture.expect("an article"),
                story: Some(format!("story-{}", version % 50)),
                article: Some(format!("article-{}", version % ARTICLES)),
                captured: DocumentTime::read("2025-06-01", chrono_tz::Tz::UTC),
                ..Submission::default()
            }
        })
        .bench_local_values(|submission| archive.record(&submission, now()).expect("the disk has room"));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn import(bencher: Bencher<'_, '_>) {
    bencher
        .counter(ItemsCount::new(4000_usize))
        .with_inputs(|| {
            let folder = tempfile::tempdir().expect("a folder for the archive");
            let lines: Vec<String> = all().take(4000).map(|(number, version)| line(number, version)).collect();
            (Archive::open(&folder.path().join("archive.db")).expect("a new archive"), lines, folder)
        })
        .bench_local_values(|(archive, lines, folder)| {
            for (index, lines) in lines.chunks(LINES_AT_ONCE).enumerate() {
                archive.import(lines, index * LINES_AT_ONCE + 1, false, now()).expect("the disk has room");
            }
            drop(archive);
            folder
        });
}
