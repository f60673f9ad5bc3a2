//! Pairs two sentences that stand alone in one place when both say much the same in other words.
//!
//! Old: `A  Many jobs of drivers would be lost to computers that need no pay.  C`
//! New: `A  Drivers stand to lose their jobs, for a computer needs no wages.  C`
//!
//! Where one sentence lies between two that kept their places, and again one
//! does, the question is only whether it was rewritten or gave way to another.
//! Few words need be the same: forms of a word and near synonyms count as well.
//! Where more than one sentence stands on a side, so low a similarity proves nothing.

use super::pairing::Partners;
use super::sentence_words::SentenceWords;
use super::similarity::{Bag, Bags};
use crate::diff::lexicon::{Relation, relation};
use crate::model::{Rel, Upos};

/// Least share of weighted words, synonyms included, that both have; hardly any chance pair on one subject reaches it.
const LEAST_SHARED: f32 = 0.33;
/// Least share of identical words for which synonyms are looked up, which is slow.
const LEAST_SAME: f32 = 0.15;
/// What a synonym counts, where the same word counts 1.
const SYNONYM: f32 = 0.7;
/// What a broader, similar or derived word counts, where the same word counts 1.
const KIN: f32 = 0.4;
/// Words up to this weight are too common for their synonyms to matter.
const MAX_COMMON_WEIGHT: f32 = 0.25;

/// Joins lone sentences that face each other between two pairs.
pub(super) fn join_lone_pairs(partners: &mut Partners, bags: &Bags, a: &SentenceWords<'_>, b: &SentenceWords<'_>) {
    for at in 0..a.len() {
        let facing = facing(partners, at).filter(|&other| {
            have_one_subject((a, at), (b, other))
                || mean_much_the_same((a, at, &bags.a[at]), (b, other, &bags.b[other]))
        });
        if let Some(other) = facing {
            partners.join(at, other);
        }
    }
}

/// Returns the lone new sentence in the place of an old one that is alone between two pairs.
fn facing(partners: &Partners, at: usize) -> Option<usize> {
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

/// Returns whether two sentences say something of the same thing: "The euro was little changed", "The euro fell".
fn have_one_subject((a, x): (&SentenceWords<'_>, usize), (b, y): (&SentenceWords<'_>, usize)) -> bool {
    subject(a, x).is_some_and(|own| subject(b, y) == Some(own))
}

/// Returns the lemma of the subject of a sentence's main clause, where it is a noun.
fn subject<'r>(sentences: &SentenceWords<'r>, sentence: usize) -> Option<&'r str> {
    let document = sentences.document?;
    let mut tokens = document.sentences[sentence].tokens.clone();
    let is_subject = |&token: &usize| {
        let token = &document.tokens[token];
        let of_root = document.tokens[token.head].rel == Rel::Root;
        token.rel == Rel::Nsubj && of_root && matches!(token.upos, Upos::Noun | Upos::Propn)
    };
    tokens.find(is_subject).map(|token| document.lemma(token))
}

/// A sentence: the text it stands in, its index there, its words.
type PlacedSentence<'p> = (&'p SentenceWords<'p>, usize, &'p Bag);

/// Returns whether two sentences share enough words, related ones included, to mean much the same.
fn mean_much_the_same((a, x, old): PlacedSentence<'_>, (b, y, new): PlacedSentence<'_>) -> bool {
    let total = old.total + new.total;
    let same = old.in_common(new);
    if total <= 0.0 || 2.0 * same / total < LEAST_SAME {
        return false;
    }
    let mut own = own_words((b, y, new), old);
    let mut common = same;
    for (word, weight) in own_words((a, x, old), new) {
        let worth = |(other, its): &(&str, f32)| relatedness(word, other) * weight.min(*its);
        let best =
            (0..own.len()).map(|at| (worth(&own[at]), at)).max_by(|p, q| p.0.total_cmp(&q.0).then(q.1.cmp(&p.1)));
        if let Some((worth, at)) = best.filter(|best| 0.0 < best.0) {
            common += worth;
            own.swap_remove(at);
        }
    }
    LEAST_SHARED <= 2.0 * common / total
}

/// Returns the words of some weight that only this sentence has.
fn own_words<'p>((sentences, at, bag): PlacedSentence<'p>, other: &Bag) -> Vec<(&'p str, f32)> {
    let own = bag.words.iter().filter(|word| MAX_COMMON_WEIGHT < word.2 && !other.has(word.0));
    own.filter_map(|word| Some((sentences.word(at, word.0)?, word.2))).collect()
}

/// Returns what a word counts as the counterpart of another one, 0 to 1.
fn relatedness(one: &str, other: &str) -> f32 {
    match relation(one, other) {
        Relation::Same => 1.0,
        Relation::Synonym => SYNONYM,
        Relation::Kin => KIN,
        _ => 0.0,
    }
}
