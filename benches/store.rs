//! Times a story of 1,000 articles in 10 versions each, from the store: as it is kept, and after a new version.
//!
//! `cargo bench --bench store`; reading all of it the first time takes some
//! twenty seconds, and the size of what is kept is printed.

mod allocator;

use std::time::Instant;

use chrono::DateTime;
use divan::Bencher;
use writethru::model::TimelineQuery;
use writethru::store::Store;
use writethru::track::{Archive, LINES_AT_ONCE};

const ARTICLES: usize = 1_000;
const VERSIONS: usize = 10;
const SENTENCES: usize = 20;

fn main() {
    divan::main();
}

const PLACES: &[&str] = &["Harrow", "Milford", "Kestrel", "Ashby", "Denton", "Corfe", "Lyndon", "Marlow", "Tarn"];
const THINGS: &[&str] = &["bridge", "ferry", "dam", "tunnel", "school", "harbour", "station", "market", "clinic"];
const KINDS: &[&str] = &["old", "new", "main", "northern", "southern", "eastern", "western", "stone", "iron"];
const DEEDS: &[&str] = &["collapsed", "was closed", "was evacuated", "caught fire", "was flooded", "was reopened"];
const PEOPLE: &[&str] = &["Ann Lee", "Peter Dolan", "Maria Voss", "James Okoro", "Helen Marsh", "Omar Haddad"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Returns numbers that look random and are the same on every run.
fn scatter(seed: usize) -> usize {
    seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23) >> 7
}

fn pick<'w>(words: &[&'w str], seed: usize) -> &'w str {
    words[scatter(seed) % words.len()]
}

/// A third is common to many articles, the rest an article's own; `changed` makes the count another one.
fn sentence(article: usize, at: usize, changed: usize) -> String {
    let seed = if at.is_multiple_of(3) { scatter(article + at) % 60 * 7 } else { (article * SENTENCES + at) * 7 };
    let (kind, thing, place) = (pick(KINDS, seed), pick(THINGS, seed + 1), pick(PLACES, seed + 2));
    let (day, who) = (pick(DAYS, seed + 3), pick(PEOPLE, seed + 4));
    let count = 2 + scatter(seed + 5) % 40 + changed;
    match at % 5 {
        0 | 3 => {
            format!("The {kind} {thing} near {place} {} on {day}, and {count} people were hurt.", pick(DEEDS, seed + 6))
        }
        1 => format!(
            "“We will rebuild {count} homes at the {kind} {thing} in {place},” said {who}, the mayor, on {day}."
        ),
        2 => format!("{who} said that the {thing} in {place} had been inspected {count} times since 2014."),
        _ => format!("Engineers are due to return to the {kind} {thing} in {place} on {} July.", 1 + count % 30),
    }
}

/// Returns a version as a line of JSON; each changes one sentence of the one before.
fn line(article: usize, version: usize) -> String {
    let told = |at| sentence(article, at, (at..=version).step_by(SENTENCES).count() * usize::from(at <= version));
    let text: String = (0..SENTENCES).map(|at| told(at) + if at % 3 == 2 { "\\n\\n" } else { " " }).collect();
    let (day, hour) = (1 + version % 28, article % 24);
    format!(
        r#"{{"story":"storm","timezone":"Europe/London","article":"a{article}","outlet":"Outlet {}","modified":"2024-06-{day:02}T{hour:02}:00Z","captured":"2024-06-{day:02}T{hour:02}:00Z","headline":"Storm damage","text":"{text}"}}"#,
        article % 50
    )
}

fn import(archive: &Archive, lines: &[String]) {
    for lines in lines.chunks(LINES_AT_ONCE) {
        let batch = archive.import(lines, 1, false, DateTime::UNIX_EPOCH).expect("the disk has room");
        assert_eq!(batch.refused.len(), 0);
    }
}

/// A store with the whole story, read once.
fn storm(folder: &tempfile::TempDir) -> Archive {
    let path = folder.path().join("archive.db");
    let archive = Archive::open(&path).expect("a new archive");
    let all: Vec<String> =
        (0..VERSIONS).flat_map(|version| (0..ARTICLES).map(move |article| line(article, version))).collect();
    let begun = Instant::now();
    import(&archive, &all);
    let imported = begun.elapsed();
    timeline(&archive);
    archive.changes(Some("storm")).expect("a story");
    let counts = Store::open(&path).and_then(|store| store.counts()).expect("an archive that was just made");
    let a_version = |bytes: u64| bytes / counts.versions as u64;
    println!(
        "\n{} versions imported in {imported:.1?}, read in {:.1?}; bytes a version: {} in the file, {} of text, {} worked out",
        counts.versions,
        begun.elapsed().saturating_sub(imported),
        a_version(counts.bytes),
        a_version(counts.version_bytes),
        a_version(counts.derived_bytes),
    );
    archive
}

fn timeline(archive: &Archive) -> usize {
    let view = archive.timeline("storm", &TimelineQuery::default()).expect("a story");
    view.entries.len() + view.undated.len()
}

#[divan::bench]
fn a_story_of_ten_thousand_versions(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder for the archive");
    let archive = storm(&folder);
    let mut version = VERSIONS;
    let time = |what: &str, work: &mut dyn FnMut(&Archive)| {
        let mut times: Vec<_> = (0..9)
            .map(|_| {
                let begun = Instant::now();
                work(&archive);
                begun.elapsed()
            })
            .collect();
        times.sort();
        println!("  {what}: {:.1?} median, {:.1?} fastest", times[4], times[0]);
    };
    time("timeline as it is kept", &mut |archive| {
        timeline(archive);
    });
    time("one new version recorded and the timeline put in order", &mut |archive| {
        import(archive, &[line(7, version)]);
        version += 1;
        timeline(archive);
    });
    time("claims", &mut |archive| drop(archive.claims("storm", None, None, None)));
    time("figures", &mut |archive| drop(archive.figures("storm", Some("hurt"))));
    time("standing", &mut |archive| drop(archive.standing("storm", "9 people")));
    time("changes", &mut |archive| drop(archive.changes(Some("storm"))));
    bencher.bench_local(|| timeline(&archive));
}
