//! Learns on which words marks hang, from trees as the parser makes them.

use super::Chance;
use super::learner::Learner;
use writethru::text::grammar::features::Keys;
use writethru::text::grammar::marks::{MAX_MARK_FEATURES, fill_head_candidates, mark_features};
use writethru::text::grammar::parser::State;

/// Learns from each mark of a sentence; `gold` gives its head, if that is a word.
///
/// A mark hangs on the right word afterwards, or where it is nearest to it.
pub fn learn(
    model: &mut Learner<1>,
    state: &mut State,
    chance: &mut Chance,
    dropped: f64,
    gold: impl Fn(usize) -> Option<usize>,
) {
    let mut keys = Keys::<MAX_MARK_FEATURES>::new();
    let mut candidates = Vec::new();
    for mark in 0..state.marks().len() {
        fill_head_candidates(state, state.marks()[mark].gap as usize, &mut candidates);
        let places: Vec<Vec<u32>> = candidates
            .iter()
            .map(|&candidate| {
                mark_features(state, mark, &candidates, candidate, &mut keys);
                let mut places = Vec::new();
                model.places(&chance.thin(keys.as_slice(), dropped), &mut places);
                places
            })
            .collect();
        let scores: Vec<f32> = places.iter().map(|places| model.scores(places)[0]).collect();
        let best = (0..scores.len()).fold(0, |best, at| if scores[best] < scores[at] { at } else { best });
        let right = gold(mark).and_then(|head| candidates.iter().position(|candidate| candidate.word == head));
        if let Some(right) = right {
            model.learn_among(&places, &scores, right);
        }
        state.attach_mark(mark, candidates[best].word);
    }
}
