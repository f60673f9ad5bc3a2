//! Learns what tells a changed fact from other wording, and prints `src/diff/weights_table.rs`.
//!
//! `cargo run --release --example train_weight DATA` reads
//! `DATA/summedits/dev.jsonl` (fact or style) and `DATA/vitaminc_kind/dev.jsonl`
//! (all facts). Pairs that a rule already decides are left out: the weights are
//! for the rest. Logistic regression with named traits, shares of documents
//! held out to choose; the same input prints the same weights.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use writethru::claim;
use writethru::diff::open_traits;
use writethru::diff::traits::{N_TRAITS, NAMES, Traits};
use writethru::model::Setting;

/// One pair: its traits, whether a fact changed, how much it counts, its document.
struct Row {
    traits: Traits,
    fact: bool,
    counts: f32,
    document: String,
}

const ROUNDS: usize = 400;
const STEP: f32 = 0.1;
/// Pulls weights towards zero.
const DECAY: f32 = 1e-3;
/// What a pair of the second set counts beside one of the first.
const SECOND: f32 = 0.08;

fn main() {
    let folder = std::env::args().nth(1).expect("usage: train_weight DATA");
    let (first, decided) = read(&format!("{folder}/summedits/dev.jsonl"));
    let (second, by_rule) = read(&format!("{folder}/vitaminc_kind/dev.jsonl"));
    eprintln!("left: {} and {} pairs; by rule, style and fact: {decided:?} {by_rule:?}", first.len(), second.len());
    let n = |fact| (first.iter().filter(|row| row.fact == fact).count() + decided[usize::from(fact)]) as f32;
    let totals = (n(true), n(false));
    let weigh = |row: Row| Row { counts: if row.fact { 1000.0 / totals.0 } else { 1000.0 / totals.1 }, ..row };
    let first: Vec<Row> = first.into_iter().map(weigh).collect();
    let second: Vec<Row> = second.into_iter().map(|row| Row { counts: SECOND, fact: true, ..row }).collect();
    cross_validate(&first, &second, decided, totals);
    let all: Vec<&Row> = first.iter().chain(&second).collect();
    let weights = learn(&all);
    let seen = second.iter().filter(|row| score(&weights, &row.traits) > 0.0).count() + by_rule[1];
    eprintln!("second set: recall {:.3}", seen as f32 / (second.len() + by_rule[1]) as f32);
    print_table(&weights);
}

/// Reads pairs; counts those that rules decide, style first.
fn read(path: &str) -> (Vec<Row>, [usize; 2]) {
    let text = fs::read_to_string(path).expect("the file can be read");
    let mut rows = Vec::new();
    let mut decided = [0, 0];
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).expect("a JSON object a line");
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let (a, b) = (field("a"), field("b"));
        let setting = Setting::default();
        let (old, new) = (claim::read_side(None, &a, setting), claim::read_side(None, &b, setting));
        let fact = field("label") != "style";
        match open_traits(&old, &new) {
            Some(traits) => rows.push(Row { traits, fact, counts: 1.0, document: field("doc") }),
            None => decided[usize::from(fact)] += 1,
        }
    }
    (rows, decided)
}

fn cross_validate(first: &[Row], second: &[Row], decided: [usize; 2], (n_fact, n_style): (f32, f32)) {
    let names: BTreeSet<&str> = first.iter().map(|row| row.document.as_str()).collect();
    let documents: BTreeMap<&str, usize> = names.into_iter().zip(0..).collect();
    let fold = |row: &Row| documents[row.document.as_str()] % 5;
    let mut scores: Vec<(f32, bool)> = Vec::new();
    for held in 0..5 {
        let known: Vec<&Row> = first.iter().filter(|row| fold(row) != held).chain(second).collect();
        let weights = learn(&known);
        scores.extend(first.iter().filter(|row| fold(row) == held).map(|row| (score(&weights, &row.traits), row.fact)));
    }
    for least in [-0.4, -0.2, 0.0, 0.2, 0.4] {
        let right = |fact: bool| scores.iter().filter(|row| row.1 == fact && (row.0 > least) == fact).count() as f32;
        let (fact, style) = ((right(true) + decided[1] as f32) / n_fact, right(false) / n_style);
        eprintln!(
            "held out, above {least}: fact {fact:.3}, style {style:.3}, balanced {:.3}",
            f32::midpoint(fact, style)
        );
    }
}

/// Logistic regression by gradient descent with a step for each weight.
fn learn(rows: &[&Row]) -> Traits {
    let mut weights = [0.0; N_TRAITS];
    let mut squares = [1e-6_f32; N_TRAITS];
    let total: f32 = rows.iter().map(|row| row.counts).sum();
    for _ in 0..ROUNDS {
        let mut slopes = [0.0; N_TRAITS];
        for row in rows {
            let likely = 1.0 / (1.0 + (-score(&weights, &row.traits)).exp());
            let off = (likely - f32::from(u8::from(row.fact))) * row.counts / total;
            slopes.iter_mut().zip(&row.traits).for_each(|(slope, value)| *slope += off * value);
        }
        for at in 0..N_TRAITS {
            let slope = slopes[at] + if at == 0 { 0.0 } else { DECAY * weights[at] };
            squares[at] += slope * slope;
            weights[at] -= STEP * slope / squares[at].sqrt();
        }
    }
    weights
}

fn score(weights: &Traits, traits: &Traits) -> f32 {
    weights.iter().zip(traits).map(|(weight, value)| weight * value).sum()
}

fn print_table(weights: &Traits) {
    println!("pub const WEIGHTS: Traits = [");
    for (name, weight) in NAMES.iter().zip(weights) {
        println!("    {weight:.2}, // {name}");
    }
    println!("];");
}
