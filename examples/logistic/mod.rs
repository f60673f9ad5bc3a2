//! Logistic regression, for the examples that learn weights of the library.

/// How weights are learnt.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How often all samples are gone through.
    pub rounds: usize,
    /// How far the first step goes.
    pub step: f32,
    /// Pulls weights towards zero, but not the first one, which is the bias.
    pub decay: f32,
}

/// A sample: its features, whether it is so, and how much it counts.
pub type Sample<'s, const N: usize> = (&'s [f32; N], bool, f32);

/// Learns weights by gradient descent with a step of its own for each; `samples` may choose by the weights so far.
pub fn learn<'s, const N: usize, I: Iterator<Item = Sample<'s, N>>>(
    settings: Settings,
    samples: impl Fn([f32; N]) -> I,
) -> [f32; N] {
    let mut weights = [0.0; N];
    let mut squares = [1e-6_f32; N];
    for _ in 0..settings.rounds {
        let mut slopes = [0.0; N];
        let mut total = 0.0;
        for (features, is_so, counts) in samples(weights) {
            let likely = 1.0 / (1.0 + (-score(&weights, features)).exp());
            let off = (likely - f32::from(u8::from(is_so))) * counts;
            slopes.iter_mut().zip(features).for_each(|(slope, value)| *slope += off * value);
            total += counts;
        }
        for at in 0..N {
            let slope = slopes[at] / total + if at == 0 { 0.0 } else { settings.decay * weights[at] };
            squares[at] += slope * slope;
            weights[at] -= settings.step * slope / squares[at].sqrt();
        }
    }
    weights
}

/// Returns what weights make of features; above 0 it is likelier so than not.
pub fn score<const N: usize>(weights: &[f32; N], features: &[f32; N]) -> f32 {
    weights.iter().zip(features).map(|(weight, value)| weight * value).sum()
}
