//! scratch
use chrono::DateTime;
use std::time::Instant;
use writethru::model::TimelineQuery;
use writethru::track::{Desk, LINES_AT_ONCE};
const ARTICLES: usize = 1_000;
const VERSIONS: usize = 10;
const SENTENCES: usize = 20;
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

fn import(desk: &Desk, lines: &[String]) {
    for lines in lines.chunks(LINES_AT_ONCE) {
        let batch = desk.import(lines, 1, false, DateTime::UNIX_EPOCH).expect("the disk has room");
        assert_eq!(batch.refused.len(), 0);
    }
}

fn timeline(desk: &Desk) -> usize {
    let view = desk.timeline("storm", &TimelineQuery::default()).expect("a story");
    view.entries.len() + view.undated.len()
}
fn cpu() -> f64 {
    let s = std::fs::read_to_string("/proc/self/stat").unwrap();
    let f: Vec<&str> = s.rsplit_once(')').unwrap().1.split_whitespace().collect();
    (f[11].parse::<f64>().unwrap() + f[12].parse::<f64>().unwrap()) * 10.0
}
fn main() {
    let path = std::path::Path::new("/tmp/keep-storm.db");
    if std::env::args().nth(1).as_deref() == Some("make") {
        let desk = Desk::open(path).unwrap();
        let all: Vec<String> =
            (0..VERSIONS).flat_map(|version| (0..ARTICLES).map(move |article| line(article, version))).collect();
        import(&desk, &all);
        println!("{}", timeline(&desk));
        println!("{}", timeline(&desk));
        return;
    }
    std::fs::copy(path, "/tmp/keep-storm2.db").unwrap();
    let desk = Desk::open(std::path::Path::new("/tmp/keep-storm2.db")).unwrap();
    let v = desk.timeline("storm", &TimelineQuery::default()).unwrap();
    println!(
        "{} entries {} undated {} conflicts, sides {:?}",
        v.entries.len(),
        v.undated.len(),
        v.conflicts.len(),
        v.conflicts.iter().map(|c| c.sides.len()).sum::<usize>()
    );
    let mut by = std::collections::BTreeMap::new();
    for c in &v.conflicts {
        let e = by.entry(format!("{:?}", c.kind)).or_insert((0, 0, 0));
        e.0 += 1;
        e.1 += c.sides.len();
        e.2 = e.2.max(c.sides.len());
    }
    println!("{by:?}");
    for version in VERSIONS..VERSIONS + 6 {
        let (b, c) = (Instant::now(), cpu());
        import(&desk, &[line(7, version)]);
        let t = b.elapsed();
        timeline(&desk);
        let t2 = b.elapsed();
        timeline(&desk);
        let t3 = b.elapsed();
        eprintln!("== import {t:?} first timeline {:?} second {:?} cpu {}", t2 - t, t3 - t2, cpu() - c);
    }
}
