//! Learns what tells a changed fact from other wording, and prints `src/diff/facets/fallback/weights_table.rs`.
//!
//! `cargo run --release --example train_weight DATA` reads
//! `DATA/summedits/dev.jsonl` (fact or style) and `DATA/vitaminc_kind/dev.jsonl`
//! (all facts). Pairs that a rule already decides are left out: the weights are
//! for the rest. Logistic regression with named features, shares of documents
//! held out to choose; the same input prints the same weights.

mod logistic;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use logistic::{Settings, score};
use serde_json::Value;
use writethru::claim;
use writethru::diff::facets::fallback::features::{FallbackFeatures, name};
use writethru::diff::{Undecided, undecided_features};
use writethru::model::Setting;

/// One pair: the features of each edit, whether a fact changed, how much it counts, its document.
struct Row {
    edits: Vec<FallbackFeatures>,
    fact: bool,
    counts: f32,
    document: String,
}

const SETTINGS: Settings = Settings { rounds: 400, step: 0.1, decay: 1e-3 };
/// What a pair of the second set counts beside one of the first.
const SECOND: f32 = 0.6;
/// The least share of rewordings that stay quiet.
const LEAST_QUIET: f32 = 0.86;

fn main() {
    let folder = std::env::args().nth(1).expect("usage: train_weight DATA");
    let (first, decided) = read(&format!("{folder}/summedits/dev.jsonl"));
    let (second, by_rule) = read(&format!("{folder}/vitaminc_kind/dev.jsonl"));
    eprintln!("left: {} and {} pairs; by rule: {decided:?} {by_rule:?}", first.len(), second.len());
    let left = |fact| first.iter().filter(|row| row.fact == fact).count();
    let totals = (
        (left(true) + decided.fact.iter().sum::<usize>()) as f32,
        (left(false) + decided.style.iter().sum::<usize>()) as f32,
    );
    let weigh = |row: Row| Row { counts: if row.fact { 1000.0 / totals.0 } else { 1000.0 / totals.1 }, ..row };
    let first: Vec<Row> = first.into_iter().map(weigh).collect();
    let second: Vec<Row> = second.into_iter().map(|row| Row { counts: SECOND, fact: true, ..row }).collect();
    let quiet = cross_validate(&first, &second, &decided, totals);
    let all: Vec<&Row> = first.iter().chain(&second).collect();
    let mut weights = learn(&all);
    weights[0] -= quiet;
    let seen = second.iter().filter(|row| loudest(&weights, row) > 0.0).count() + by_rule.fact[0];
    let all = second.len() + by_rule.fact.iter().sum::<usize>();
    eprintln!("second set: recall {:.3}", seen as f32 / all as f32);
    print_table(&weights);
}

/// What rules decide of the pairs with a fact and of those without: how many they call a fact, and wording.
#[derive(Debug, Default)]
struct Decided {
    fact: [usize; 2],
    style: [usize; 2],
}

/// Reads pairs; counts those that rules decide.
fn read(path: &str) -> (Vec<Row>, Decided) {
    let text = fs::read_to_string(path).expect("the file can be read");
    let mut rows = Vec::new();
    let mut decided = Decided::default();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).expect("a JSON object a line");
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let (a, b) = (field("a"), field("b"));
        let setting = Setting::default();
        let (old, new) = (claim::read_side(None, &a, setting), claim::read_side(None, &b, setting));
        let fact = field("label") != "style";
        let known = if fact { &mut decided.fact } else { &mut decided.style };
        match undecided_features(&old, &new) {
            Undecided::ByWeights(edits) => rows.push(Row { edits, fact, counts: 1.0, document: field("doc") }),
            Undecided::ByRule(true) => known[0] += 1,
            Undecided::ByRule(false) => known[1] += 1,
        }
    }
    (rows, decided)
}

/// Measures on held-out documents; returns the score above which a rewording is as seldom as wanted.
fn cross_validate(first: &[Row], second: &[Row], decided: &Decided, (n_fact, n_style): (f32, f32)) -> f32 {
    let names: BTreeSet<&str> = first.iter().map(|row| row.document.as_str()).collect();
    let documents: BTreeMap<&str, usize> = names.into_iter().zip(0..).collect();
    let fold = |row: &Row| documents[row.document.as_str()] % 5;
    let mut scores: Vec<(f32, bool)> = Vec::new();
    for held in 0..5 {
        let known: Vec<&Row> = first.iter().filter(|row| fold(row) != held).chain(second).collect();
        let weights = learn(&known);
        scores.extend(first.iter().filter(|row| fold(row) == held).map(|row| (loudest(&weights, row), row.fact)));
    }
    let mut rewordings: Vec<f32> = scores.iter().filter(|row| !row.1).map(|row| row.0).collect();
    rewordings.sort_by(f32::total_cmp);
    let quiet =
        rewordings[((LEAST_QUIET * n_style) as usize).saturating_sub(decided.style[1]).min(rewordings.len() - 1)];
    for least in [-0.2, 0.0, 0.2, 0.4, quiet] {
        let right = |fact: bool| scores.iter().filter(|row| row.1 == fact && (row.0 > least) == fact).count() as f32;
        let (fact, style) =
            ((right(true) + decided.fact[0] as f32) / n_fact, (right(false) + decided.style[1] as f32) / n_style);
        eprintln!(
            "held out, above {least}: fact {fact:.3}, style {style:.3}, balanced {:.3}",
            f32::midpoint(fact, style)
        );
    }
    quiet
}

fn learn(rows: &[&Row]) -> FallbackFeatures {
    // The edit that speaks loudest for a fact decides, as in the program.
    logistic::learn(SETTINGS, |weights| {
        rows.iter().filter_map(move |row| {
            let loudest = row.edits.iter().max_by(|x, y| score(&weights, x).total_cmp(&score(&weights, y)))?;
            Some((loudest, row.fact, row.counts))
        })
    })
}

/// Returns the score of the edit that speaks loudest for a fact.
fn loudest(weights: &FallbackFeatures, row: &Row) -> f32 {
    row.edits.iter().map(|edit| score(weights, edit)).fold(f32::MIN, f32::max)
}

fn print_table(weights: &FallbackFeatures) {
    println!("pub const WEIGHTS: FallbackFeatures = [");
    for (at, weight) in weights.iter().enumerate() {
        println!("    {weight:.2}, // {}", name(at));
    }
    println!("];");
}
