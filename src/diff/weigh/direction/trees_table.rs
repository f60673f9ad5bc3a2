//! Lists the learnt trees that separate "more is said" from "something else is said".
//!
//! Learnt by `examples/train_balance.rs` from `VitaminC` (CC BY-SA 3.0, Schuster
//! et al. 2021); this file is therefore under CC BY-SA 4.0.

use super::features::DirectionFeatures;

/// Seven questions, of which an edit is asked three, and what the answers say for "more is said".
pub struct DecisionTree {
    /// A feature and a value; an edit with more than that goes right. The questions after `at` are `2 at + 1` and `2 at + 2`.
    pub cuts: [(usize, f32); 7],
    /// What each of the eight sequences of answers adds to the score of "more is said".
    pub leaves: [f32; 8],
}

impl DecisionTree {
    /// Returns the leaf that these features lead to.
    pub fn leaf(&self, features: &DirectionFeatures) -> usize {
        let mut at = 0;
        while let Some(&(name, above)) = self.cuts.get(at) {
            at = 2 * at + 1 + usize::from(above < features[name]);
        }
        at - self.cuts.len()
    }
}

/// What speaks for "more is said" before anything is known.
pub const BIAS: f32 = -0.5;

/// The trees, whose leaves are added up.
#[rustfmt::skip]
pub const TREES: &[DecisionTree] = &[
    DecisionTree { cuts: [(40, 0.5), (23, 0.5), (84, 0.5), (2, 1.5), (42, 0.5), (46, 0.5), (23, 3.5)], leaves: [-0.189, -0.049, 0.367, -0.005, 0.496, 0.169, -0.016, -0.158] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (22, 0.5), (102, 0.5), (3, 0.5), (42, 0.5), (55, 0.973), (0, f32::MAX)], leaves: [-0.178, -0.068, 0.26, -0.002, 0.231, 0.347, -0.131, 0.0] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (22, 0.5), (84, 0.5), (3, 0.5), (56, 0.211), (46, 0.5), (23, 3.5)], leaves: [-0.169, -0.058, 0.174, -0.019, 0.265, 0.078, -0.028, -0.153] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (22, 0.5), (56, 0.721), (8, 0.5), (55, 0.942), (24, 1.5), (102, 0.5)], leaves: [-0.159, 0.048, -0.008, 0.171, 0.181, 0.241, 0.085, -0.184] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (22, 0.5), (35, 0.5), (3, 0.5), (47, 0.5), (0, 1.5), (105, 0.5)], leaves: [-0.155, -0.029, 0.076, -0.079, 0.169, 0.218, -0.071, 0.136] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (22, 0.5), (35, 0.5), (3, 0.5), (24, 2.5), (1, 1.5), (105, 0.5)], leaves: [-0.149, -0.024, -0.014, 0.151, 0.149, 0.198, -0.066, 0.115] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (23, 0.5), (56, 0.451), (2, 1.5), (5, 0.5), (24, 1.5), (102, 0.5)], leaves: [-0.141, 0.027, -0.038, 0.086, 0.121, 0.179, 0.05, -0.156] }, // more by count of words, here
    DecisionTree { cuts: [(40, 0.5), (23, 0.5), (35, 0.5), (8, 0.5), (84, 0.5), (26, 0.5), (3, 1.5)], leaves: [-0.133, 0.094, 0.047, -0.122, 0.17, 0.114, -0.003, 0.15] }, // more by count of words, here
    DecisionTree { cuts: [(41, 0.5), (0, 1.5), (3, 0.5), (8, 0.5), (13, 22.5), (2, 1.5), (102, 0.5)], leaves: [0.077, 0.19, 0.132, 0.174, -0.13, 0.035, 0.068, -0.113] }, // words of its own, there
    DecisionTree { cuts: [(41, 0.5), (0, 1.5), (3, 0.5), (17, 0.5), (27, 0.5), (84, 0.5), (5, 0.5)], leaves: [0.103, -0.027, 0.16, 0.055, -0.067, -0.151, -0.016, 0.097] }, // words of its own, there
    DecisionTree { cuts: [(24, 0.5), (2, 0.5), (56, 0.41), (91, 0.5), (89, 0.5), (52, 0.5), (102, 0.5)], leaves: [-0.049, -0.142, 0.047, -0.08, 0.124, -0.025, 0.011, -0.147] }, // most words that stand alone in one place, here
    DecisionTree { cuts: [(22, 0.5), (84, 0.5), (42, 0.5), (36, 0.5), (91, 0.5), (23, 1.5), (1, 7.5)], leaves: [-0.053, 0.314, 0.088, -0.146, 0.065, 0.139, -0.024, 0.111] }, // places where words stand alone, here
    DecisionTree { cuts: [(91, 0.5), (81, 0.5), (2, 0.5), (52, 0.5), (6, 0.5), (36, 0.5), (88, 0.5)], leaves: [0.106, -0.016, -0.121, 0.072, -0.133, 0.099, -0.039, 0.074] }, // the same class of word, both
    DecisionTree { cuts: [(84, 0.5), (52, 0.5), (89, 0.5), (1, 1.5), (0, 7.5), (35, 5.5), (17, 1.5)], leaves: [0.011, 0.113, -0.083, 0.141, -0.057, 0.118, -0.151, -0.044] }, // number for number, both
    DecisionTree { cuts: [(84, 0.5), (24, 1.5), (89, 0.5), (6, 0.5), (35, 0.5), (35, 5.5), (17, 1.5)], leaves: [-0.028, 0.111, 0.122, 0.048, -0.052, 0.101, -0.147, -0.039] }, // number for number, both
    DecisionTree { cuts: [(89, 0.5), (46, 0.5), (47, 0.5), (1, 1.5), (1, 5.5), (92, 0.5), (17, 1.5)], leaves: [0.02, 0.099, -0.084, 0.083, -0.054, 0.089, -0.143, -0.038] }, // one word for one word, both
    DecisionTree { cuts: [(91, 0.5), (8, 0.5), (105, 0.5), (52, 0.5), (55, 0.902), (36, 0.5), (9, 0.5)], leaves: [0.045, -0.061, 0.055, 0.136, -0.121, 0.166, -0.032, 0.097] }, // the same class of word, both
    DecisionTree { cuts: [(84, 0.5), (55, 0.942), (89, 0.5), (3, 1.5), (0, 1.5), (47, 1.5), (96, 0.5)], leaves: [-0.04, 0.11, 0.024, 0.109, 0.046, -0.097, -0.142, -0.046] }, // number for number, both
    DecisionTree { cuts: [(84, 0.5), (8, 0.5), (89, 0.5), (36, 0.5), (26, 0.5), (35, 5.5), (96, 0.5)], leaves: [-0.009, 0.222, 0.109, 0.017, -0.046, 0.084, -0.139, -0.041] }, // number for number, both
    DecisionTree { cuts: [(47, 0.5), (52, 0.5), (5, 0.5), (1, 0.5), (36, 0.5), (17, 2.5), (12, 0.5)], leaves: [-0.073, 0.064, -0.062, 0.198, -0.12, 0.105, -0.037, 0.175] }, // numbers, there
    DecisionTree { cuts: [(91, 0.5), (13, 22.5), (92, 0.5), (5, 0.5), (56, 0.606), (2, 1.5), (47, 0.5)], leaves: [-0.072, 0.073, 0.083, -0.021, -0.09, 0.009, 0.082, -0.069] }, // the same class of word, both
    DecisionTree { cuts: [(102, 0.5), (55, 0.942), (17, 1.5), (3, 1.5), (15, 0.821), (9, 0.5), (95, 0.5)], leaves: [-0.034, 0.08, 0.083, -0.005, -0.125, -0.02, 0.035, -0.116] }, // figure for figure, both
    DecisionTree { cuts: [(84, 0.5), (6, 0.5), (89, 0.5), (9, 0.5), (47, 0.5), (47, 1.5), (96, 0.5)], leaves: [-0.016, 0.089, 0.117, -0.036, 0.06, -0.095, -0.128, -0.011] }, // number for number, both
    DecisionTree { cuts: [(102, 0.5), (13, 22.5), (17, 1.5), (5, 0.5), (55, 0.973), (13, 62.5), (89, 2.5)], leaves: [-0.074, 0.023, 0.007, 0.081, -0.115, 0.015, -0.03, 0.131] }, // figure for figure, both
    DecisionTree { cuts: [(91, 0.5), (16, 0.5), (44, 0.5), (13, 22.5), (44, 1.5), (36, 0.5), (94, 0.5)], leaves: [-0.05, 0.036, 0.091, -0.092, -0.075, 0.168, 0.056, -0.079] }, // the same class of word, both
    DecisionTree { cuts: [(102, 0.5), (8, 0.5), (17, 1.5), (36, 0.5), (93, 0.5), (9, 0.5), (95, 0.5)], leaves: [-0.012, 0.16, 0.075, -0.108, -0.109, -0.002, 0.041, -0.11] }, // figure for figure, both
    DecisionTree { cuts: [(56, 0.649), (13, 22.5), (36, 0.5), (5, 0.5), (103, 0.5), (13, 62.5), (0, 1.5)], leaves: [-0.065, 0.025, 0.049, -0.074, -0.062, 0.102, -0.074, 0.252] }, // share of words that only qualify, there
    DecisionTree { cuts: [(47, 0.5), (6, 0.5), (17, 1.5), (9, 0.5), (40, 0.5), (11, 0.5), (41, 6.5)], leaves: [-0.015, 0.082, 0.218, 0.043, -0.102, -0.005, 0.083, -0.087] }, // numbers, there
    DecisionTree { cuts: [(91, 0.5), (27, 0.5), (92, 0.5), (0, 1.5), (11, 0.5), (105, 0.5), (42, 7.5)], leaves: [-0.005, 0.054, -0.048, -0.208, -0.071, -0.018, 0.06, -0.094] }, // the same class of word, both
    DecisionTree { cuts: [(102, 0.5), (13, 32.5), (58, 0.5), (103, 0.5), (32, 0.5), (76, 1.5), (42, 5.5)], leaves: [0.001, -0.099, 0.02, 0.118, -0.142, -0.047, 0.032, -0.135] }, // figure for figure, both
    DecisionTree { cuts: [(102, 0.5), (27, 0.5), (76, 1.5), (55, 0.942), (0, 1.5), (58, 0.5), (55, 0.777)], leaves: [-0.01, 0.041, -0.042, -0.167, -0.137, -0.005, -0.089, 0.011] }, // figure for figure, both
    DecisionTree { cuts: [(16, 0.5), (15, 0.451), (53, 0.5), (84, 0.5), (13, 32.5), (35, 0.5), (47, 0.5)], leaves: [0.024, -0.109, -0.074, 0.014, 0.095, 0.017, -0.16, -0.039] }, // nouns that qualify, here
    DecisionTree { cuts: [(56, 0.649), (13, 22.5), (36, 0.5), (5, 0.5), (103, 0.5), (13, 62.5), (0, 1.5)], leaves: [-0.054, 0.023, 0.038, -0.062, -0.047, 0.094, -0.056, 0.212] }, // share of words that only qualify, there
    DecisionTree { cuts: [(91, 0.5), (20, 0.5), (1, 7.5), (51, 0.5), (62, 0.5), (36, 0.5), (15, 0.606)], leaves: [-0.004, 0.218, 0.077, -0.057, -0.038, 0.063, 0.106, -0.043] }, // the same class of word, both
    DecisionTree { cuts: [(13, 62.5), (103, 0.5), (10, 0.5), (5, 0.5), (55, 0.942), (11, 1.5), (0, f32::MAX)], leaves: [-0.016, 0.03, -0.092, 0.042, 0.035, 0.176, -0.075, 0.0] }, // length, here
    DecisionTree { cuts: [(47, 0.5), (6, 0.5), (58, 0.5), (36, 0.5), (40, 0.5), (35, 5.5), (55, 0.902)], leaves: [-0.009, 0.124, 0.173, 0.021, -0.08, 0.068, 0.048, -0.082] }, // numbers, there
    DecisionTree { cuts: [(93, 0.5), (47, 0.5), (55, 0.844), (6, 0.5), (12, 0.5), (41, 6.5), (102, 0.5)], leaves: [0.004, 0.072, -0.047, 0.107, 0.046, -0.124, -0.149, -0.045] }, // a cousin for a word, both
    DecisionTree { cuts: [(27, 0.5), (55, 0.942), (11, 0.5), (101, 0.931), (13, 12.5), (101, 0.899), (0, f32::MAX)], leaves: [0.003, -0.065, -0.126, 0.033, -0.132, 0.057, -0.163, 0.0] }, // alone before an adjective, here
    DecisionTree { cuts: [(13, 62.5), (103, 0.5), (10, 0.5), (16, 0.5), (58, 0.5), (1, 0.5), (0, f32::MAX)], leaves: [-0.011, 0.03, -0.022, -0.145, -0.084, 0.12, -0.071, 0.0] }, // length, here
    DecisionTree { cuts: [(93, 0.5), (3, 1.5), (15, 0.606), (51, 0.5), (17, 3.5), (42, 5.5), (84, 1.5)], leaves: [-0.004, 0.155, 0.071, -0.078, 0.01, -0.105, -0.15, 0.006] }, // a cousin for a word, both
    DecisionTree { cuts: [(53, 0.5), (16, 0.5), (74, 0.5), (15, 0.562), (6, 3.5), (75, 0.5), (0, f32::MAX)], leaves: [0.009, -0.036, 0.035, -0.114, -0.141, 0.03, 0.108, 0.0] }, // words that limit, there
    DecisionTree { cuts: [(80, 0.5), (27, 0.5), (101, 0.861), (46, 1.5), (0, 1.5), (15, 0.606), (54, 32.5)], leaves: [0.011, -0.046, -0.019, -0.133, -0.179, -0.036, 0.12, -0.091] }, // names and figures on this side only, there
    DecisionTree { cuts: [(93, 0.5), (24, 11.5), (55, 0.844), (47, 0.5), (0, f32::MAX), (52, 1.5), (102, 0.5)], leaves: [0.01, -0.032, 0.139, 0.0, 0.033, -0.128, -0.139, -0.033] }, // a cousin for a word, both
    DecisionTree { cuts: [(36, 0.5), (103, 0.5), (5, 0.5), (20, 0.5), (55, 0.942), (0, 1.5), (0, f32::MAX)], leaves: [-0.009, 0.029, -0.1, 0.042, -0.14, 0.085, 0.177, 0.0] }, // replaced places that hold the other side's words, here
    DecisionTree { cuts: [(45, 1.5), (2, 1.5), (59, 0.5), (54, 52.5), (26, 0.5), (61, 1.5), (52, 5.5)], leaves: [-0.012, 0.083, 0.053, -0.055, -0.15, 0.034, 0.171, -0.088] }, // adjectives, there
    DecisionTree { cuts: [(80, 0.5), (27, 0.5), (101, 0.861), (0, 1.5), (0, 1.5), (15, 0.54), (54, 32.5)], leaves: [-0.016, 0.017, -0.015, -0.12, -0.176, -0.039, 0.108, -0.086] }, // names and figures on this side only, there
    DecisionTree { cuts: [(87, 0.5), (13, 62.5), (54, 12.5), (26, 0.5), (11, 1.5), (0, f32::MAX), (15, 0.606)], leaves: [0.009, -0.035, 0.015, 0.133, -0.147, 0.0, 0.023, -0.073] }, // adjective for adjective, both
    DecisionTree { cuts: [(93, 0.5), (24, 11.5), (55, 0.844), (6, 3.5), (0, f32::MAX), (45, 1.5), (102, 0.5)], leaves: [0.004, -0.143, 0.129, 0.0, 0.024, -0.137, -0.133, -0.03] }, // a cousin for a word, both
    DecisionTree { cuts: [(53, 0.5), (48, 0.5), (15, 0.211), (61, 0.5), (56, 0.297), (44, 0.5), (82, 2.5)], leaves: [0.007, -0.037, 0.175, -0.062, -0.081, 0.133, -0.179, -0.039] }, // words that limit, there
    DecisionTree { cuts: [(36, 0.5), (103, 0.5), (82, 2.5), (15, 0.451), (55, 0.942), (5, 0.5), (0, f32::MAX)], leaves: [0.024, -0.011, -0.094, 0.031, 0.002, 0.255, -0.072, 0.0] }, // replaced places that hold the other side's words, here
    DecisionTree { cuts: [(102, 0.5), (30, 0.5), (58, 0.5), (52, 0.5), (9, 0.5), (76, 1.5), (43, 0.5)], leaves: [0.019, -0.017, -0.104, 0.101, -0.128, -0.022, 0.065, -0.095] }, // figure for figure, both
    DecisionTree { cuts: [(80, 0.5), (51, 0.5), (60, 0.5), (92, 0.5), (76, 1.5), (15, 0.721), (0, f32::MAX)], leaves: [-0.006, 0.042, 0.216, -0.063, -0.149, -0.005, 0.054, 0.0] }, // names and figures on this side only, there
    DecisionTree { cuts: [(32, 0.5), (53, 0.5), (54, 11.5), (101, 0.623), (82, 3.5), (4, 0.5), (56, 0.451)], leaves: [0.05, -0.008, -0.132, 0.016, 0.103, -0.316, 0.1, -0.007] }, // alone and opening with a mark, here
    DecisionTree { cuts: [(27, 0.5), (55, 0.777), (101, 0.814), (101, 0.623), (9, 0.5), (0, f32::MAX), (54, 32.5)], leaves: [0.009, -0.072, 0.002, 0.065, -0.145, 0.0, 0.013, -0.086] }, // alone before an adjective, here
    DecisionTree { cuts: [(63, 1.5), (36, 0.5), (67, 1.5), (105, 1.5), (5, 0.5), (105, 0.5), (0, f32::MAX)], leaves: [-0.007, 0.051, -0.004, 0.177, -0.06, -0.17, 0.11, 0.0] }, // places where words stand alone, there
    DecisionTree { cuts: [(87, 0.5), (13, 62.5), (54, 12.5), (22, 1.5), (10, 0.5), (0, f32::MAX), (15, 0.606)], leaves: [0.004, -0.062, 0.091, -0.069, -0.131, 0.0, 0.022, -0.062] }, // adjective for adjective, both
    DecisionTree { cuts: [(93, 0.5), (43, 0.5), (20, 0.5), (61, 0.5), (40, 0.5), (3, 0.5), (45, 0.5)], leaves: [0.002, -0.101, 0.043, -0.044, -0.124, 0.005, 0.062, -0.071] }, // a cousin for a word, both
    DecisionTree { cuts: [(18, 2.5), (63, 1.5), (0, f32::MAX), (36, 0.5), (67, 1.5), (0, f32::MAX), (0, f32::MAX)], leaves: [0.0, 0.069, -0.144, 0.094, -0.128, 0.0, 0.0, 0.0] }, // parts of a name, here
    DecisionTree { cuts: [(98, 0.5), (55, 0.074), (0, f32::MAX), (61, 1.5), (46, 1.5), (0, f32::MAX), (0, f32::MAX)], leaves: [0.121, -0.059, 0.001, -0.049, 0.107, 0.0, 0.0, 0.0] }, // adverb replaced, both
    DecisionTree { cuts: [(45, 1.5), (51, 0.5), (59, 0.5), (3, 1.5), (14, 0.902), (61, 1.5), (52, 5.5)], leaves: [-0.004, 0.048, -0.001, 0.244, -0.132, 0.037, 0.163, -0.078] }, // adjectives, there
    DecisionTree { cuts: [(80, 0.5), (60, 0.5), (101, 0.861), (92, 0.5), (56, 0.164), (56, 0.41), (54, 32.5)], leaves: [0.0, 0.061, -0.117, 0.019, -0.0, -0.15, 0.105, -0.078] }, // names and figures on this side only, there
    DecisionTree { cuts: [(102, 0.5), (23, 6.5), (58, 0.5), (18, 0.5), (14, 0.233), (54, 22.5), (95, 0.5)], leaves: [0.007, -0.045, -0.037, 0.095, -0.131, -0.023, 0.052, -0.113] }, // figure for figure, both
    DecisionTree { cuts: [(27, 0.5), (25, 1.5), (11, 0.5), (0, 1.5), (101, 0.899), (101, 0.899), (0, f32::MAX)], leaves: [-0.012, 0.013, -0.169, 0.062, -0.092, 0.068, -0.113, 0.0] }, // alone before an adjective, here
    DecisionTree { cuts: [(106, 0.5), (87, 0.5), (25, 0.5), (26, 0.5), (54, 32.5), (56, 0.606), (11, 0.5)], leaves: [0.016, -0.026, -0.085, 0.028, 0.04, -0.098, -0.056, -0.18] }, // stance or speaker for another, both
    DecisionTree { cuts: [(63, 1.5), (36, 0.5), (67, 1.5), (103, 0.5), (89, 0.5), (105, 0.5), (0, f32::MAX)], leaves: [0.004, -0.046, 0.177, -0.003, -0.049, -0.159, 0.076, 0.0] }, // places where words stand alone, there
    DecisionTree { cuts: [(18, 2.5), (5, 0.5), (0, f32::MAX), (8, 0.5), (17, 0.5), (0, f32::MAX), (0, f32::MAX)], leaves: [-0.017, 0.049, 0.039, -0.019, -0.118, 0.0, 0.0, 0.0] }, // parts of a name, here
    DecisionTree { cuts: [(93, 0.5), (13, 10.5), (55, 0.844), (35, 0.5), (13, 11.5), (52, 1.5), (102, 0.5)], leaves: [-0.199, -0.001, 0.109, 0.004, 0.035, -0.114, -0.127, -0.008] }, // a cousin for a word, both
    DecisionTree { cuts: [(7, 1.5), (40, 0.5), (0, f32::MAX), (5, 0.5), (78, 0.5), (0, f32::MAX), (0, f32::MAX)], leaves: [-0.007, 0.033, -0.004, -0.116, 0.108, 0.0, 0.0, 0.0] }, // pronouns, here
    DecisionTree { cuts: [(54, 5.5), (16, 0.5), (55, 0.777), (0, f32::MAX), (0, f32::MAX), (43, 0.5), (49, 1.5)], leaves: [-0.005, 0.0, 0.156, 0.0, -0.081, -0.007, 0.003, 0.173] }, // length, there
    DecisionTree { cuts: [(45, 1.5), (105, 1.5), (59, 0.5), (36, 0.5), (26, 0.5), (61, 1.5), (52, 5.5)], leaves: [-0.005, 0.073, 0.068, -0.051, -0.123, 0.031, 0.143, -0.073] }, // adjectives, there
    DecisionTree { cuts: [(63, 1.5), (9, 1.5), (67, 1.5), (18, 2.5), (34, 0.5), (105, 0.5), (0, f32::MAX)], leaves: [0.001, -0.143, 0.139, -0.022, -0.047, -0.155, 0.066, 0.0] }, // places where words stand alone, there
    DecisionTree { cuts: [(24, 11.5), (6, 3.5), (54, 32.5), (5, 6.5), (101, 0.861), (11, 2.5), (0, f32::MAX)], leaves: [-0.001, 0.147, -0.171, 0.084, 0.015, 0.121, 0.012, 0.0] }, // most words that stand alone in one place, here
    DecisionTree { cuts: [(98, 0.5), (35, 0.5), (0, f32::MAX), (13, 10.5), (40, 0.5), (0, f32::MAX), (0, f32::MAX)], leaves: [-0.171, 0.019, 0.002, -0.048, 0.094, 0.0, 0.0, 0.0] }, // adverb replaced, both
    DecisionTree { cuts: [(54, 5.5), (16, 0.5), (55, 0.777), (0, f32::MAX), (0, f32::MAX), (101, 0.623), (57, 0.5)], leaves: [-0.001, 0.0, 0.153, 0.0, 0.004, -0.061, -0.002, 0.045] }, // length, there
    DecisionTree { cuts: [(80, 0.5), (105, 1.5), (60, 0.5), (95, 0.5), (54, 22.5), (15, 0.721), (0, f32::MAX)], leaves: [-0.006, 0.042, 0.112, 0.001, -0.132, 0.004, 0.07, 0.0] }, // names and figures on this side only, there
    DecisionTree { cuts: [(96, 2.5), (102, 0.5), (0, f32::MAX), (58, 0.5), (76, 1.5), (0, f32::MAX), (0, f32::MAX)], leaves: [0.009, -0.026, -0.085, -0.007, 0.116, 0.0, 0.0, 0.0] }, // qualifier replaced, both
    DecisionTree { cuts: [(55, 0.085), (4, 0.5), (60, 0.5), (51, 0.5), (0, f32::MAX), (47, 0.5), (56, 0.164)], leaves: [0.185, -0.03, -0.016, 0.0, 0.009, -0.025, -0.103, 0.009] }, // share of words that the other side has, there
    DecisionTree { cuts: [(13, 62.5), (30, 0.5), (10, 0.5), (103, 0.5), (9, 0.5), (11, 1.5), (0, f32::MAX)], leaves: [0.004, -0.041, -0.087, 0.086, 0.011, 0.127, -0.076, 0.0] }, // length, here
    DecisionTree { cuts: [(106, 0.5), (32, 0.5), (25, 0.5), (53, 0.5), (54, 11.5), (20, 0.5), (11, 0.5)], leaves: [0.002, -0.092, -0.138, 0.067, -0.053, 0.073, -0.048, -0.162] }, // stance or speaker for another, both
    DecisionTree { cuts: [(40, 0.5), (101, 0.931), (78, 0.5), (55, 0.902), (26, 0.5), (45, 0.5), (13, 42.5)], leaves: [0.01, 0.093, -0.028, 0.091, 0.004, -0.099, -0.143, 0.039] }, // more by count of words, here
];
