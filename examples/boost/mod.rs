//! Grows boosted trees of three cuts, for the examples that learn tables of the library.

use writethru::diff::trees::DecisionTree;

/// The most values of a feature that are tried as a cut.
const MOST_CUTS: usize = 24;

/// How trees are grown.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How far each tree goes towards what it would say alone.
    pub rate: f32,
    /// Pulls leaves towards zero.
    pub decay: f32,
    /// The fewest samples on either side of a cut.
    pub fewest: f32,
}

/// All samples, with each feature's value as the number of the cuts below it.
pub struct Samples<const N: usize> {
    bins: Vec<[u8; N]>,
    cuts: Vec<Vec<f32>>,
}

impl<const N: usize> Samples<N> {
    /// Bins the features of all samples.
    pub fn new(features: &[&[f32; N]]) -> Self {
        let cuts: Vec<Vec<f32>> = (0..N).map(|at| cuts_of(features.iter().map(|row| row[at]).collect())).collect();
        let bin =
            |row: &&[f32; N]| std::array::from_fn(|at| cuts[at].iter().take_while(|cut| **cut < row[at]).count() as u8);
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

/// What the samples of one node ask for: slope, curvature, how many.
type Sum = [f32; 3];

/// Grows one tree towards the slopes; each sample has a slope and a curvature.
pub fn grow<const N: usize>(samples: &Samples<N>, slopes: &[(f32, f32)], settings: Settings) -> DecisionTree {
    let mut tree = DecisionTree { cuts: [(0, f32::MAX); 7], leaves: [0.0; 8] };
    let mut node = vec![0_usize; slopes.len()];
    for level in 0..3 {
        let first = (1 << level) - 1;
        for own in first..=(2 * first) {
            let here: Vec<usize> = (0..node.len()).filter(|&at| node[at] == own).collect();
            let best = best_cut(samples, slopes, &here, settings);
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
    let leaf = |[slope, curve]: [f32; 2]| (settings.rate * slope / (curve + settings.decay) * 1000.0).round() / 1000.0;
    tree.leaves = sums.map(leaf);
    tree
}

/// Returns the feature, and the number of its cut, that parts these samples best.
fn best_cut<const N: usize>(
    samples: &Samples<N>,
    slopes: &[(f32, f32)],
    here: &[usize],
    settings: Settings,
) -> Option<(usize, usize)> {
    let mut bins = vec![[[0.0_f32; 3]; MOST_CUTS + 2]; N];
    for &at in here {
        for (feature_bins, &bin) in bins.iter_mut().zip(&samples.bins[at]) {
            let sum = &mut feature_bins[usize::from(bin)];
            sum[0] += slopes[at].0;
            sum[1] += slopes[at].1;
            sum[2] += 1.0;
        }
    }
    let add = |x: Sum, y: Sum| [x[0] + y[0], x[1] + y[1], x[2] + y[2]];
    let worth = |sum: Sum| sum[0] * sum[0] / (sum[1] + settings.decay);
    let mut best = (1e-3, None);
    for (at, sums) in bins.iter().enumerate() {
        let all = sums.iter().copied().fold([0.0; 3], add);
        let mut below = [0.0; 3];
        for (bin, &own) in sums.iter().enumerate().take(samples.cuts[at].len()) {
            below = add(below, own);
            let above = [all[0] - below[0], all[1] - below[1], all[2] - below[2]];
            let gain = worth(below) + worth(above) - worth(all);
            if settings.fewest <= below[2].min(above[2]) && best.0 < gain {
                best = (gain, Some((at, bin)));
            }
        }
    }
    best.1
}

/// Prints the table of `trees`, each with a comment on its first question.
pub fn print_table(trees: &[DecisionTree], bias: f32, name: impl Fn(usize) -> String) {
    println!(
        "pub const BIAS: f32 = {bias:?};\n\n/// The trees, whose leaves are added up.\n#[rustfmt::skip]\n#[allow(clippy::approx_constant)] // learnt numbers may lie near any constant\npub const TREES: &[DecisionTree] = &["
    );
    for tree in trees {
        let cuts = tree.cuts.map(|(at, above)| {
            format!("({at}, {})", if f32::MAX <= above { "f32::MAX".to_owned() } else { format!("{above:?}") })
        });
        let leaves = tree.leaves.map(|leaf| format!("{leaf:?}"));
        println!(
            "    DecisionTree {{ cuts: [{}], leaves: [{}] }}, // {}",
            cuts.join(", "),
            leaves.join(", "),
            name(tree.cuts[0].0)
        );
    }
    println!("];");
}
