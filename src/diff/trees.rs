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
