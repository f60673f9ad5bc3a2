//! Pairs two sentences that stand alone in one place when both say much the same in other words.
//!
//! Old: `A  Many jobs of drivers would be lost to computers that need no pay.  C`
//! New: `A  Drivers stand to lose their jobs, for a computer needs no wages.  C`
//!
//! Where one sentence lies between two that kept their places, and again one
//! does, the question is only whether it was rewritten or gave way to another.
//! Few words need be the same: forms of a word and near synonyms count as well.
//! Where more than one stand on a side, likeness this low tells nothing.

use super::pairing::Partners;
use super::sentence_words::SentenceWords;
use super::similarity::{Bag, Bags};
use crate::diff::lexicon::{Relation, relation};

/// The least part that both must say; of chance pairs on one subject hardly any has a third.
const LEAST_SAID: f32 = 0.33;
/// The least share of the very same words for synonyms to be looked up.
const LEAST_SAME: f32 = 0.15;
/// What a synonym counts beside the same word.
const SYNONYM: f32 = 0.7;
/// What a broader, similar or derived word counts.
const KIN: f32 = 0.4;
/// Words up to this weight have no synonyms worth looking up.
const LIGHT: f32 = 0.25;

/// Joins lone sentences that face each other between two pairs.
pub fn join(partners: &mut Partners, bags: &Bags, a: &SentenceWords<'_>, b: &SentenceWords<'_>) {
    for at in 0..a.len() {
        let facing = faced(partners, at).filter(|&other| said((a, at, &bags.a[at]), (b, other, &bags.b[other])));
        if let Some(other) = facing {
            partners.join(at, other);
        }
    }
}

/// Returns the lone new sentence in the place of an old one that is alone between two pairs.
fn faced(partners: &Partners, at: usize) -> Option<usize> {
    let paired = |list: &Vec<u32>| !list.is_empty();
    if paired(&partners.of_a[at]) {
        return None;
    }
    let other = match at.checked_sub(1) {
        Some(before) => *partners.of_a[before].iter().max()? as usize + 1,
        None => 0,
    };
    let end = match partners.of_a.get(at + 1) {
        Some(next) => *next.iter().min()? as usize,
        None => partners.of_b.len(),
    };
    (other + 1 == end && !paired(&partners.of_b[other])).then_some(other)
}

/// A sentence: its text, its place there, its words.
type PlacedSentence<'p> = (&'p SentenceWords<'p>, usize, &'p Bag);

/// Returns whether both sentences say much the same.
fn said((a, x, old): PlacedSentence<'_>, (b, y, new): PlacedSentence<'_>) -> bool {
    let total = old.total + new.total;
    let same = old.in_common(new);
    if total <= 0.0 || 2.0 * same / total < LEAST_SAME {
        return false;
    }
    let mut own = own_words((b, y, new), old);
    let mut common = same;
    for (word, weight) in own_words((a, x, old), new) {
        let worth = |(other, its): &(&str, f32)| nearness(word, other) * weight.min(*its);
        let best =
            (0..own.len()).map(|at| (worth(&own[at]), at)).max_by(|p, q| p.0.total_cmp(&q.0).then(q.1.cmp(&p.1)));
        if let Some((worth, at)) = best.filter(|best| 0.0 < best.0) {
            common += worth;
            own.swap_remove(at);
        }
    }
    LEAST_SAID <= 2.0 * common / total
}

/// Returns the words of some weight that only this sentence has.
fn own_words<'p>((rows, at, bag): PlacedSentence<'p>, other: &Bag) -> Vec<(&'p str, f32)> {
    let own = bag.words.iter().filter(|word| LIGHT < word.2 && !other.has(word.0));
    own.filter_map(|word| Some((rows.word(at, word.0)?, word.2))).collect()
}

fn nearness(one: &str, other: &str) -> f32 {
    match relation(one, other) {
        Relation::Same => 1.0,
        Relation::Synonym => SYNONYM,
        Relation::Kin => KIN,
        _ => 0.0,
    }
}
