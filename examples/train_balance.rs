//! Learns what tells "more is said" from "something else is said", and prints `src/diff/weigh/direction/trees_table.rs`.
//!
//! `cargo run --release --example train_balance DATA` reads
//! `DATA/vitaminc_kind/dev.jsonl` (added, removed or updated). All that a pair
//! changes is read as one passage and learnt from twice: the text that says more
//! is the new one or the old one, and what speaks for "more" is the same in
//! both. Boosted trees of three cuts; every fifth part of the pages is held out
//! in turn to measure. The same input prints the same table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use writethru::claim;
use writethru::diff::direction_features;
use writethru::diff::weigh::direction::features::{DirectionFeatures, N_FEATURES, name};
use writethru::diff::weigh::direction::trees_table::DecisionTree;
use writethru::model::Setting;

const ROUNDS: usize = 80;
/// How far each tree goes towards what it would say alone.
const RATE: f32 = 0.15;
/// Pulls leaves towards zero.
const DECAY: f32 = 1.0;
/// The fewest edits on either side of a cut.
const FEWEST: f32 = 30.0;
/// What speaks for "more" before anything is known.
const BIAS: f32 = -0.5;
/// The most values of a feature that are tried as a cut.
const MOST_CUTS: usize = 24;

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
    print_table(&learn(&rows.iter().collect::<Vec<_>>()));
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

/// All edits from both sides, with each feature's value as the number of the cuts below it.
struct Samples {
    bins: Vec<[u8; N_FEATURES]>,
    cuts: Vec<Vec<f32>>,
}

impl Samples {
    fn new(features: &[&DirectionFeatures]) -> Self {
        let cuts: Vec<Vec<f32>> =
            (0..N_FEATURES).map(|at| cuts_of(features.iter().map(|row| row[at]).collect())).collect();
        let bin = |row: &&DirectionFeatures| {
            std::array::from_fn(|at| cuts[at].iter().take_while(|cut| **cut < row[at]).count() as u8)
        };
        Self { bins: features.iter().map(bin).collect(), cuts }
    }
}

/// Returns the values halfway between those that occur, thinned out where there are many.
fn cuts_of(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    values.dedup();
    let between: Vec<f32> = values.windows(2).map(|two| f32::midpoint(two[0], two[1])).collect();
    // Small counts matter most: the first cuts stay, of the others every so many.
    let (first, rest) = between.split_at(between.len().min(MOST_CUTS / 2));
    let step = rest.len().div_ceil(MOST_CUTS / 2).max(1);
    let cuts = first.iter().chain(rest.iter().step_by(step));
    cuts.map(|cut| (cut * 1000.0).round() / 1000.0).collect()
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
        let tree = grow(&samples, &slopes);
        scores.iter_mut().zip(&features).for_each(|(score, features)| *score += tree.leaves[tree.leaf(features)]);
        trees.push(tree);
    }
    trees
}

/// What the edits of one node ask for: slope, curvature, how many.
type Sum = [f32; 3];

fn grow(samples: &Samples, slopes: &[(f32, f32)]) -> DecisionTree {
    let mut tree = DecisionTree { cuts: [(0, f32::MAX); 7], leaves: [0.0; 8] };
    let mut node = vec![0_usize; slopes.len()];
    for level in 0..3 {
        let first = (1 << level) - 1;
        for own in first..=(2 * first) {
            let here: Vec<usize> = (0..node.len()).filter(|&at| node[at] == own).collect();
            let best = best_cut(samples, slopes, &here);
            if let Some((at, bin)) = best {
                tree.cuts[own] = (at, samples.cuts[at][bin]);
            }
            for at in here {
                let above = best.is_some_and(|(name, bin)| bin < usize::from(samples.bins[at][name]));
                node[at] = 2 * own + 1 + usize::from(above);
            }
        }
    }
    let mut sums = [[0.0_f32; 2]; 8];
    for (own, (slope, curve)) in node.iter().zip(slopes) {
        sums[own - 7][0] += slope;
        sums[own - 7][1] += curve;
    }
    let leaf = |[slope, curve]: [f32; 2]| (RATE * slope / (curve + DECAY) * 1000.0).round() / 1000.0;
    tree.leaves = sums.map(leaf);
    tree
}

/// Returns the feature, and the number of its cut, that parts these edits best.
fn best_cut(samples: &Samples, slopes: &[(f32, f32)], here: &[usize]) -> Option<(usize, usize)> {
    let mut bins = vec![[[0.0_f32; 3]; MOST_CUTS + 2]; N_FEATURES];
    for &at in here {
        for (feature_bins, &bin) in bins.iter_mut().zip(&samples.bins[at]) {
            let sum = &mut feature_bins[usize::from(bin)];
            sum[0] += slopes[at].0;
            sum[1] += slopes[at].1;
            sum[2] += 1.0;
        }
    }
    let add = |x: Sum, y: Sum| [x[0] + y[0], x[1] + y[1], x[2] + y[2]];
    let worth = |sum: Sum| sum[0] * sum[0] / (sum[1] + DECAY);
    let mut best = (1e-3, None);
    for (at, sums) in bins.iter().enumerate() {
        let all = sums.iter().copied().fold([0.0; 3], add);
        let mut below = [0.0; 3];
        for (bin, &own) in sums.iter().enumerate().take(samples.cuts[at].len()) {
            below = add(below, own);
            let above = [all[0] - below[0], all[1] - below[1], all[2] - below[2]];
            let gain = worth(below) + worth(above) - worth(all);
            if FEWEST <= below[2].min(above[2]) && best.0 < gain {
                best = (gain, Some((at, bin)));
            }
        }
    }
    best.1
}

fn print_table(trees: &[DecisionTree]) {
    println!("pub const BIAS: f32 = {BIAS:?};\n\n#[rustfmt::skip]\npub const TREES: &[DecisionTree] = &[");
    for tree in trees {
        let cuts = tree.cuts.map(|(at, above)| {
            format!("({at}, {})", if f32::MAX <= above { "f32::MAX".to_owned() } else { format!("{above:?}") })
        });
        let leaves = tree.leaves.map(|leaf| format!("{leaf:?}"));
        let (side, first) = name(tree.cuts[0].0);
        println!(
            "    DecisionTree {{ cuts: [{}], leaves: [{}] }}, // {first}, {side}",
            cuts.join(", "),
            leaves.join(", ")
        );
    }
    println!("];");
}
