//! Evaluates learnt trees: each asks three questions of some features, and the answers are added up.

/// Seven questions, of which three are asked, and what each sequence of answers adds to the score.
pub struct DecisionTree {
    /// A feature and a value; more than that goes right. The questions after `at` are `2 at + 1` and `2 at + 2`.
    pub cuts: [(usize, f32); 7],
    /// What each of the eight sequences of answers adds to the score.
    pub leaves: [f32; 8],
}

impl DecisionTree {
    /// Returns the leaf that these features lead to.
    pub fn leaf(&self, features: &[f32]) -> usize {
        let mut at = 0;
        while let Some(&(name, above)) = self.cuts.get(at) {
            at = 2 * at + 1 + usize::from(above < features[name]);
        }
        at - self.cuts.len()
    }
}

/// Adds up the leaves that the features reach, one in each tree, and the bias.
pub fn score(trees: &[DecisionTree], bias: f32, features: &[f32]) -> f32 {
    bias + trees.iter().map(|tree| tree.leaves[tree.leaf(features)]).sum::<f32>()
}

/// Returns what each feature that was asked for adds to the score of these features, the most telling ones first.
///
/// A question moves the score from the mean of all leaves that it leaves open to the mean of those behind its answer.
pub fn contributions(trees: &[DecisionTree], features: &[f32]) -> Vec<(usize, f32)> {
    let mut moved = vec![0.0_f32; features.len()];
    for tree in trees {
        let (mut at, mut open) = (0, 0..tree.leaves.len());
        let mean = |open: &std::ops::Range<usize>| tree.leaves[open.clone()].iter().sum::<f32>() / open.len() as f32;
        while let Some(&(name, above)) = tree.cuts.get(at) {
            let is_above = above < features[name];
            let middle = usize::midpoint(open.start, open.end);
            let behind = if is_above { middle..open.end } else { open.start..middle };
            moved[name] += mean(&behind) - mean(&open);
            at = 2 * at + 1 + usize::from(is_above);
            open = behind;
        }
    }
    let mut moved: Vec<(usize, f32)> = moved.into_iter().enumerate().filter(|(_, by)| *by != 0.0).collect();
    moved.sort_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then(x.0.cmp(&y.0)));
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contributions_add_up_to_the_score() {
        let tree = DecisionTree {
            cuts: [(0, 0.5), (1, 0.5), (1, 1.5), (2, 0.5), (2, 0.5), (0, 2.0), (2, 0.5)],
            leaves: [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8],
        };
        for features in [[0.0, 0.0, 0.0], [1.0, 2.0, 1.0], [3.0, 1.0, 0.0]] {
            let mean = tree.leaves.iter().sum::<f32>() / 8.0;
            let sum: f32 = contributions(std::slice::from_ref(&tree), &features).iter().map(|(_, by)| by).sum();
            assert!((score(std::slice::from_ref(&tree), 0.0, &features) - mean - sum).abs() < 1e-6);
        }
    }
}
