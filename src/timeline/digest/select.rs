//! Picks the few sentences that together say most of what many say.
//!
//! The centre of all candidates is what the day was about. Greedily, the
//! sentence comes next that brings the summary as a whole nearest to that
//! centre: a second sentence is worth nothing for repeating the first, and much
//! for the half that the first left out.

/// A sentence that may be picked.
pub(super) struct DigestCandidate {
    /// Unit-length sparse term vector; term ids are unique, in any order.
    pub vector: Vec<(usize, f64)>,
    /// How fit it is to stand in a timeline, whatever it reports; 0 to 1.
    pub quality: f64,
}

/// Likeness from which two sentences repeat each other: half of what the one says, the other has said.
const REPEATS: f64 = 0.5;

/// Returns up to `wanted` places in `candidates`, the first picked first.
pub(super) fn pick(candidates: &[&DigestCandidate], n_words: usize, wanted: usize) -> Vec<usize> {
    let centre = centre(candidates, n_words);
    let near: Vec<f64> = candidates.iter().map(|candidate| dot(&candidate.vector, &centre)).collect();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    let first = |at: &usize| near[*at] * candidates[*at].quality;
    order.sort_by(|a, b| first(b).total_cmp(&first(a)).then(a.cmp(b)));
    let mut summary = vec![0.0; n_words];
    let (mut summary_near, mut summary_square) = (0.0, 0.0);
    let mut picked: Vec<usize> = Vec::new();
    while picked.len() < wanted {
        let mut best: Option<(f64, usize, usize, f64)> = None;
        for (place, &at) in order.iter().enumerate() {
            let overlap = dot(&candidates[at].vector, &summary);
            let square: f64 = summary_square + 2.0 * overlap + 1.0;
            let score = (summary_near + near[at]) / square.sqrt() * candidates[at].quality;
            if best.is_none_or(|(most, ..)| most < score) {
                best = Some((score, place, at, square));
            }
        }
        let Some((_, place, at, square)) = best else { break };
        order.remove(place);
        if picked.iter().any(|&other| REPEATS < alike(candidates[at], candidates[other])) {
            continue;
        }
        candidates[at].vector.iter().for_each(|&(word, weight)| summary[word] += weight);
        summary_near += near[at];
        summary_square = square;
        picked.push(at);
    }
    picked
}

/// Returns the direction in which the candidates point together, the fitter ones more.
fn centre(candidates: &[&DigestCandidate], n_words: usize) -> Vec<f64> {
    let mut centre = vec![0.0; n_words];
    for candidate in candidates {
        candidate.vector.iter().for_each(|&(word, weight)| centre[word] += weight * candidate.quality);
    }
    let length = centre.iter().map(|weight| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    centre.iter_mut().for_each(|weight| *weight /= length);
    centre
}

fn dot(vector: &[(usize, f64)], dense: &[f64]) -> f64 {
    vector.iter().map(|&(word, weight)| weight * dense[word]).sum()
}

fn alike(a: &DigestCandidate, b: &DigestCandidate) -> f64 {
    let in_b = |word: usize| b.vector.iter().find(|(other, _)| *other == word).map_or(0.0, |(_, weight)| *weight);
    a.vector.iter().map(|&(word, weight)| weight * in_b(word)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_sentence_tells_what_the_first_left_out() {
        let of = |words: &[usize]| {
            let weight = 1.0 / (words.len() as f64).sqrt();
            DigestCandidate { vector: words.iter().map(|&word| (word, weight)).collect(), quality: 1.0 }
        };
        let candidates = [of(&[0, 1, 2]), of(&[0, 1, 2, 3]), of(&[4, 5, 0]), of(&[4, 5, 6])];
        let picked = pick(&candidates.iter().collect::<Vec<_>>(), 7, 2);
        assert_eq!(picked.len(), 2);
        assert!(picked.contains(&0) != picked.contains(&1), "only one of the two that repeat each other");
    }
}
