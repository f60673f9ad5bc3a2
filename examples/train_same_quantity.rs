//! Learns what tells two figures of one thing from figures of two things, and prints the weights of
//! `src/timeline/conflict/same_quantity_table.rs`.
//!
//! `cargo run --release --example train_same_quantity FILE…` reads a story a line, as `pipe timeline` takes it, with
//! `conflicts: [{key_a, key_b}]` where it is known which accounts differ; `train_stories.py` makes such lines. Two figures
//! of two articles are of one thing where they agree on a number that is not small, or where they are the two sides of
//! a known conflict; where they differ otherwise, they are of two things. Equal small numbers say nothing and are left
//! out.
//!
//! Logistic regression; each story with conflicts is held out in turn to measure. The same input prints the same table.

mod logistic;

use std::fs;

use logistic::{Settings, score};
use serde_json::Value;
use writethru::claim;
use writethru::model::{Clock, Setting};
use writethru::timeline::same_quantity::{N_FEATURES, PairFeatures, QuantityPair, name};
use writethru::timeline::{self, ArticleMentions, ArticleTrack, EventClusters, quantity_pairs};

/// Two articles that give the same number up to this one may do so by chance.
const SMALL: f64 = 12.0;
/// What a pair of a known conflict counts beside one that agrees.
const CONFLICT: f32 = 5.0;
const SETTINGS: Settings = Settings { rounds: 1500, step: 0.05, decay: 1e-3 };
/// Scores above which pairs are measured.
const THRESHOLDS: [f32; 5] = [-2.0, -1.5, -1.0, -0.5, 0.0];

/// A pair of figures with what is known of it.
struct Row {
    pair: QuantityPair,
    is_conflict: bool,
    story: usize,
}

fn main() {
    let mut rows: Vec<Row> = Vec::new();
    let mut tested = Vec::new();
    let lines = std::env::args().skip(1).map(|path| fs::read_to_string(path).expect("the file can be read"));
    for (story, line) in lines.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).enumerate() {
        let value: Value = serde_json::from_str(&line).expect("a JSON object a line");
        let conflicts = value["conflicts"].as_array().cloned().unwrap_or_default();
        if !conflicts.is_empty() {
            tested.push(story);
        }
        let pairs = quantity_pairs(&read(&value));
        rows.extend(pairs.into_iter().map(|pair| Row { is_conflict: is_conflict(&pair, &conflicts), pair, story }));
    }
    let mut counts = [[0_usize; 3]; THRESHOLDS.len()];
    for held in tested {
        let weights = learn(&rows.iter().filter(|row| row.story != held).collect::<Vec<_>>());
        for row in rows.iter().filter(|row| row.story == held && !row.pair.agree) {
            for (count, least) in counts.iter_mut().zip(THRESHOLDS) {
                let is_one = least < score(&weights, &row.pair.features);
                count[0] += usize::from(is_one && row.is_conflict);
                count[1] += usize::from(row.is_conflict);
                count[2] += usize::from(is_one);
            }
        }
    }
    for (least, [found, conflicts, listed]) in THRESHOLDS.iter().zip(counts) {
        eprintln!("held out, above {least}: {found} of {conflicts} pairs of conflicts, {listed} listed");
    }
    let weights = learn(&rows.iter().collect::<Vec<_>>());
    println!("pub(super) const WEIGHTS: [f32; {N_FEATURES}] = [");
    for (feature, weight) in weights.iter().enumerate() {
        println!("    {weight:.3}, // {}", name(feature));
    }
    println!("];");
}

/// Reads the articles of a story.
fn read(value: &Value) -> EventClusters {
    let zone = value["timezone"].as_str().and_then(|name| name.parse().ok()).unwrap_or(chrono_tz::Tz::UTC);
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let time = |value: &Value, name: &str| value[name].as_str()?.parse().ok();
    let articles = value["articles"].as_array().expect("articles").iter().map(|article| {
        let versions = article["versions"].as_array().expect("versions").iter().map(|version| {
            let setting = Setting { published: time(version, "published"), timezone: zone };
            let side = claim::read_side(version["title"].as_str(), version["text"].as_str().expect("text"), setting);
            timeline::gather(&side, time(version, "captured"))
        });
        let (id, outlet) = (text(article, "id"), text(article, "outlet"));
        ArticleTrack::of(&ArticleMentions { id, outlet, versions: versions.collect() })
    });
    EventClusters::new(articles.collect(), zone, Clock::Stated)
}

/// Returns whether two figures are the sides of a known conflict: each stands in a sentence that holds a key.
fn is_conflict(pair: &QuantityPair, conflicts: &[Value]) -> bool {
    let plain = |text: &str| text.replace(['“', '”'], "\"").replace('’', "'").to_lowercase();
    let holds = |at: usize, key: &Value| {
        let key = plain(key.as_str().unwrap_or_default());
        plain(&pair.sentences[at]).contains(&key) && key.contains(&plain(&pair.words[at]))
    };
    let sides = |a: usize, b: usize| conflicts.iter().any(|one| holds(a, &one["key_a"]) && holds(b, &one["key_b"]));
    !pair.agree && (sides(0, 1) || sides(1, 0))
}

/// Returns whether a pair is of one thing, where it is known.
fn label(row: &Row) -> Option<bool> {
    let is_small = row.pair.values.iter().all(|value| *value <= SMALL);
    match (row.is_conflict, row.pair.agree) {
        (true, _) => Some(true),
        (_, true) => (!is_small).then_some(true),
        _ => Some(false),
    }
}

fn learn(rows: &[&Row]) -> PairFeatures {
    let known: Vec<_> = rows.iter().filter_map(|row| Some((&row.pair.features, label(row)?, counts(row)))).collect();
    logistic::learn(SETTINGS, |_| known.iter().copied())
}

/// Returns how much a pair counts.
fn counts(row: &Row) -> f32 {
    if row.is_conflict { CONFLICT } else { 1.0 }
}
