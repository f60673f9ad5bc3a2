//! Pairs the sentences of two versions and finds the passages that moved.
//!
//! Old: `A B C`     New: `A X C B`
//!
//! A line diff reports `B` as deleted and added. Readers want "X is new, B moved".
//!
//! In: the sentences of both texts as word ids ([`SentenceWords`]). Out: pairs and moved passages ([`Alignment`]).
//! Each step looks at a bounded number of candidates a sentence:
//!
//! 1. `same`: sentences that are equal word for word are paired first;
//! 2. `similarity`: for the others, plausible pairs are proposed, each with a score;
//! 3. `chain`: the heaviest chain of pairs that keeps both orders is what stayed in place, not the first greedy one;
//! 4. `displacement`: pairs far from their expected place are dropped, unless they are clearly the most similar ones;
//! 5. `moves`: very similar sentences that are left over pair across the order: these moved;
//! 6. `split`: a sentence without partner joins the pair next to it that it was split from or merged into;
//! 7. `same_event`: sentences left over in one gap pair when they share subject and verb;
//! 8. `lone_pair`: two sentences that face each other alone in a gap pair when they mean much the same.
//!
//! `sentence_words` and `pairing` define what the steps work on and produce.

mod chain;
mod displacement;
mod lone_pair;
mod moves;
mod pairing;
mod same;
mod same_event;
mod sentence_words;
mod similarity;
mod split;

use super::words::interner::TokenClass;
use pairing::Partners;
pub(crate) use pairing::{Alignment, MovedPassage};
pub(crate) use sentence_words::SentenceWords;

/// Pairs the sentences of two texts.
pub(crate) fn align(a: &SentenceWords<'_>, b: &SentenceWords<'_>, classes: &[TokenClass]) -> Alignment {
    let equal = same::pair_equal(a, b);
    let bags = similarity::Bags::new(a, b, classes);
    let candidates = bags.candidates(&equal);
    let kept = displacement::drop_displaced(&chain::heaviest_chain(&candidates, b.len()), a.len(), b.len());
    let mut partners = Partners::new(a.len(), b.len());
    kept.iter().for_each(|link| partners.join(link.a, link.b));
    let crossing = moves::crossing_pairs(&candidates, &partners, &bags);
    crossing.iter().for_each(|link| partners.join(link.a, link.b));
    let moved = moves::moved_passages(&crossing, &partners);
    split::attach_split(&mut partners, &bags, classes);
    same_event::join_same_event(&mut partners, a, b);
    lone_pair::join_lone_pairs(&mut partners, &bags, a, b);
    Alignment { pairs: partners.pairs(), moved }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::words::interner::WordInterner;
    use crate::text;

    /// Aligns texts with one sentence a line; writes pairs and moved passages.
    #[track_caller]
    fn check(old: &str, new: &str, want: &str) {
        let (old, new) = (text::read(old), text::read(new));
        let mut interner = WordInterner::default();
        let (a, b) = (interner.intern_document(&old), interner.intern_document(&new));
        let alignment = align(&SentenceWords::new(&old, &a), &SentenceWords::new(&new, &b), &interner.classes);
        let pairs: Vec<_> = alignment.pairs.iter().map(|(a, b)| format!("{a}-{b}")).collect();
        let moved: Vec<_> = alignment.moved.iter().map(|p| format!(" moved {:?}>{:?}", p.a, p.b)).collect();
        assert_eq!(pairs.join(" ") + &moved.concat(), want);
    }

    const DAM: &str = "Engineers closed the dam on Friday after cracks were seen.";
    const TOWN: &str = "About 300 people left the town below it.";
    const RAIN: &str = "More rain is forecast for the weekend, the weather service said.";
    const MAYOR: &str = "The mayor asked residents to stay away from the river.";

    #[test]
    fn an_edited_sentence_keeps_its_partner() {
        let edited = TOWN.replace("300", "450");
        check(&[DAM, TOWN, RAIN].join("\n"), &[DAM, &edited, RAIN].join("\n"), "0-0 1-1 2-2");
    }

    #[test]
    fn new_and_lost_sentences_stand_alone() {
        check(&[DAM, TOWN].join("\n"), &[DAM, MAYOR, RAIN].join("\n"), "0-0");
    }

    #[test]
    fn a_passage_that_goes_up_is_one_move() {
        let (old, new) = ([DAM, TOWN, RAIN, MAYOR, "He spoke at noon."], [RAIN, MAYOR, DAM, TOWN, "He spoke at noon."]);
        check(&old.join("\n"), &new.join("\n"), "0-2 1-3 2-0 3-1 4-4 moved 0..2>2..4");
    }

    #[test]
    fn a_short_item_that_both_lists_have_once_moved() {
        check("• Water\n• A lamp\n• A map", "• A map\n• Water\n• A lamp", "0-1 1-2 2-0 moved 2..3>0..1");
        // Where one stands twice, nobody can say which of them moved.
        check("• Water\n• A lamp\n• A map", "• A map\n• Water\n• A lamp\n• A map", "0-1 1-2 2-3");
    }

    #[test]
    fn a_split_sentence_has_two_partners() {
        let old = "The ship left the port of Harwich at noon, and it lost power off the island of Texel.";
        let new = "The ship left the port of Harwich at noon.\nIt lost power off the island of Texel.";
        check(old, new, "0-0 0-1");
        check(new, old, "0-0 1-0");
    }

    #[test]
    fn the_same_act_in_other_words_is_one_sentence() {
        let old = "The fire may have started in the galley, the captain said.";
        let new = "The fire started on the car deck, where electric bikes were being charged, police found later.";
        check(&[DAM, old, TOWN].join("\n"), &[DAM, new, TOWN].join("\n"), "0-0 1-1 2-2");
    }

    #[test]
    fn a_sentence_rewritten_between_two_that_stayed_is_one_sentence() {
        let old = "Many jobs of drivers would be lost to computers that need no pay.";
        let new = "Drivers stand to lose their jobs, for a computer needs neither sleep nor wages.";
        check(&[DAM, old, TOWN].join("\n"), &[DAM, new, TOWN].join("\n"), "0-0 1-1 2-2");
        check(&[DAM, old, TOWN].join("\n"), &[DAM, MAYOR, TOWN].join("\n"), "0-0 2-2");
    }

    #[test]
    fn what_is_said_of_one_subject_in_one_place_is_one_sentence() {
        let (old, new) = ("The euro was little changed.", "The euro fell by a cent against the yen.");
        check(&[DAM, old, TOWN].join("\n"), &[DAM, new, TOWN].join("\n"), "0-0 1-1 2-2");
        check(&[DAM, old, TOWN].join("\n"), &[DAM, "The yen rose.", TOWN].join("\n"), "0-0 2-2");
    }

    #[test]
    fn a_long_opening_in_common_outweighs_words_in_common_further_on() {
        let old = "Safer roads would be won by cutting accidents, since a computer pays attention and nobody need stay sober to drive home.";
        let begun = "Safer roads would be won by cutting accidents, for people cause four crashes in five.";
        let other = "That nobody need stay sober to drive home means fewer drunk drivers.";
        check(&[DAM, old, TOWN].join("\n"), &[DAM, begun, other, TOWN].join("\n"), "0-0 1-1 2-3");
    }

    #[test]
    fn nothing_pairs_with_nothing() {
        check("", "", "");
        check(DAM, "", "");
    }
}
