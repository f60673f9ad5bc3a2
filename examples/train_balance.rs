//! Learns what tells "more is said" from "something else is said", and prints `src/diff/weigh/direction/trees_table.rs`.
//!
//! `cargo run --release --example train_balance DATA` reads
//! `DATA/vitaminc_kind/dev.jsonl` (added, removed or updated). All that a pair
//! changes is read as one passage and learnt from twice: the text that says more
//! is the new one or the old one, and what speaks for "more" is the same in
//! both. Boosted trees of three cuts; every fifth part of the pages is held out
//! in turn to measure. The same input prints the same table.

mod boost;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use boost::{Samples, Settings, grow, print_table};
use serde_json::Value;
use writethru::claim;
use writethru::diff::direction_features;
use writethru::diff::trees::DecisionTree;
use writethru::diff::weigh::direction::features::{DirectionFeatures, name};
use writethru::model::Setting;

const ROUNDS: usize = 80;
const SETTINGS: Settings = Settings { rate: 0.15, decay: 1.0, fewest: 30.0 };
/// What speaks for "more" before anything is known.
const BIAS: f32 = -0.5;

/// One pair: its features from both sides; 0 for updated, 1 for more in the new text, 2 for more in the old one.
struct Row {
    sides: [DirectionFeatures; 2],
    class: usize,
    page: String,
}

fn main() {
    let folder = std::env::args().nth(1).expect("usage: train_balance DATA");
    let rows = read(&format!("{folder}/vitaminc_kind/dev.jsonl"));
    cross_validate(&rows);
    let trees = learn(&rows.iter().collect::<Vec<_>>());
    print_table(&trees, BIAS, |at| format!("{}, {}", name(at).1, name(at).0));
}

fn read(path: &str) -> Vec<Row> {
    let text = fs::read_to_string(path).expect("the file can be read");
    let row = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("a JSON object a line");
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let (a, b) = (field("a"), field("b"));
        let setting = Setting::default();
        let (old, new) = (claim::read_side(None, &a, setting), claim::read_side(None, &b, setting));
        let (more, less) = direction_features(&old, &new)?;
        let class = ["updated", "added", "removed"].iter().position(|name| *name == field("label"))?;
        Some(Row { sides: [more, less], class, page: field("doc") })
    };
    text.lines().filter_map(row).collect()
}

fn cross_validate(rows: &[Row]) {
    let names: BTreeSet<&str> = rows.iter().map(|row| row.page.as_str()).collect();
    let pages: BTreeMap<&str, usize> = names.into_iter().zip(0..).collect();
    let fold = |row: &Row| pages[row.page.as_str()] % 5;
    let mut table = [[0_usize; 3]; 3];
    for held in 0..5 {
        let known: Vec<&Row> = rows.iter().filter(|row| fold(row) != held).collect();
        let trees = learn(&known);
        for row in rows.iter().filter(|row| fold(row) == held) {
            let scores = [0.0, score(&trees, &row.sides[0]), score(&trees, &row.sides[1])];
            let best = (0..3).max_by(|&x, &y| scores[x].total_cmp(&scores[y]).then(y.cmp(&x))).expect("three classes");
            table[row.class][best] += 1;
        }
    }
    let f1 = |class: usize| {
        let given: usize = (0..3).map(|gold| table[gold][class]).sum();
        2.0 * table[class][class] as f32 / (given + table[class].iter().sum::<usize>()) as f32
    };
    let all = (f1(0) + f1(1) + f1(2)) / 3.0;
    eprintln!(
        "{} pairs, held out: updated {:.3}, added {:.3}, removed {:.3}, all {all:.3}",
        rows.len(),
        f1(0),
        f1(1),
        f1(2)
    );
}

fn score(trees: &[DecisionTree], features: &DirectionFeatures) -> f32 {
    BIAS + trees.iter().map(|tree| tree.leaves[tree.leaf(features)]).sum::<f32>()
}

fn learn(rows: &[&Row]) -> Vec<DecisionTree> {
    let n = rows.len();
    let features: Vec<&DirectionFeatures> =
        (0..2).flat_map(|side| rows.iter().map(move |row| &row.sides[side])).collect();
    let samples = Samples::new(&features);
    let mut scores = vec![BIAS; 2 * n];
    let mut trees = Vec::new();
    for _ in 0..ROUNDS {
        let mut slopes = vec![(0.0, 0.0); 2 * n];
        for at in 0..n {
            let (more, less) = (scores[at].exp(), scores[n + at].exp());
            for (side, own) in [more, less].into_iter().enumerate() {
                let likely = own / (1.0 + more + less);
                let wanted = f32::from(u8::from(rows[at].class == side + 1));
                slopes[side * n + at] = (wanted - likely, (likely * (1.0 - likely)).max(1e-6));
            }
        }
        let tree = grow(&samples, &slopes, SETTINGS);
        scores.iter_mut().zip(&features).for_each(|(score, features)| *score += tree.leaves[tree.leaf(&features[..])]);
        trees.push(tree);
    }
    trees
}
