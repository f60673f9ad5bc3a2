//! Learns what each word mostly is: the tagger's habits.

use std::collections::{BTreeMap, HashMap};

use super::treebank::Sentence;
use writethru::text::grammar::lexeme::Lexeme;
use writethru::text::grammar::model::CERTAIN;
use writethru::text::grammar::weights::write;

/// Words seen less often are treated as unknown, as unknown words will be.
const LEAST: usize = 2;
/// A word seen this often with one tag only needs no decision.
const CERTAIN_COUNT: usize = 25;
const CERTAIN_SHARE: f64 = 0.997;
/// A tag that a word has less often than this share says nothing about it.
const RARE_SHARE: f64 = 0.05;

const N_BUCKETS: usize = 1 << 13;

/// Returns the bytes of the lexicon.
pub fn learn<'s>(sentences: impl Iterator<Item = &'s Sentence>) -> Vec<u8> {
    let mut counts: HashMap<u64, BTreeMap<u8, usize>> = HashMap::new();
    for sentence in sentences {
        for ((word, norm), &tag) in sentence.pairs().zip(&sentence.tags) {
            *counts.entry(Lexeme::new(word, norm, false).word).or_default().entry(tag).or_default() += 1;
        }
    }
    let mut habits: Vec<(usize, u64, u16)> = Vec::new();
    for (word, tags) in counts {
        let total: usize = tags.values().sum();
        if LEAST <= total {
            habits.push((total, word, habit(&tags, total)));
        }
    }
    habits.sort_by_key(|(total, word, _)| (usize::MAX - total, *word));
    let contents: Vec<_> = habits.into_iter().map(|(_, word, habit)| (word, habit)).collect();
    let (bytes, left_out) = write::table(N_BUCKETS, &contents);
    println!("lexicon: {} words, {left_out} left out", contents.len());
    bytes
}

fn habit(tags: &BTreeMap<u8, usize>, total: usize) -> u16 {
    let (&main, &most) = tags.iter().max_by_key(|(_, count)| **count).expect("a word has a tag");
    if CERTAIN_COUNT <= total && CERTAIN_SHARE * total as f64 <= most as f64 {
        return CERTAIN | (u16::from(main) + 1);
    }
    let mut usual: Vec<_> = tags.iter().filter(|(_, count)| RARE_SHARE * total as f64 <= **count as f64).collect();
    usual.sort_by_key(|(tag, count)| (usize::MAX - **count, **tag));
    if let [(&only, _)] = usual[..] {
        return u16::from(only) + 1;
    }
    let mixed = usual.iter().take(3).fold(7_u64, |mixed, (tag, _)| mixed * 67 + u64::from(**tag) + 1);
    128 + (mixed % 32_000) as u16
}
