//! Cuts a long edited passage into pieces that are explained one by one.
//!
//! No sentence of news has a thousand words, but a page without a full stop has. Finders of facets compare the words of a
//! passage with each other, so that a passage of any length would cost its square: it is cut between changed stretches,
//! and a changed stretch that is too long itself is cut too.

use std::ops::Range;

use super::edit::EditedPassage;
use super::words::word_diff::Hunk;

/// Most words of one side that are explained as one passage.
const MOST_WORDS: usize = 600;
/// Matched words that a piece keeps before its first and behind its last changed stretch.
const CONTEXT: usize = 40;

/// Returns the pieces of a passage that hold its changed stretches; none where the passage is short enough as it is.
pub(super) fn pieces<'e>(edit: &EditedPassage<'e>) -> Vec<EditedPassage<'e>> {
    let mut pieces = Vec::new();
    if edit.a.len().max(edit.b.len()) <= 2 * MOST_WORDS {
        return pieces;
    }
    let mut held: Vec<Hunk> = Vec::new();
    for hunk in edit.hunks.iter().flat_map(parts_of) {
        let is_full = held
            .first()
            .is_some_and(|first| MOST_WORDS < (hunk.old.end - first.old.start).max(hunk.new.end - first.new.start));
        if is_full {
            pieces.push(piece(edit, &std::mem::take(&mut held)));
        }
        held.push(hunk);
    }
    if !held.is_empty() {
        pieces.push(piece(edit, &held));
    }
    pieces
}

/// Cuts a stretch that is longer than a piece; what one side has more of stands alone.
fn parts_of(hunk: &Hunk) -> impl Iterator<Item = Hunk> + use<> {
    let (old, new) = (hunk.old.clone(), hunk.new.clone());
    let n_parts = old.len().max(new.len()).div_ceil(MOST_WORDS).max(1);
    let part = move |places: &Range<usize>, at: usize| {
        (places.start + at * MOST_WORDS).min(places.end)..(places.start + (at + 1) * MOST_WORDS).min(places.end)
    };
    (0..n_parts).map(move |at| Hunk { old: part(&old, at), new: part(&new, at) })
}

/// Returns some stretches with the matched words around them.
fn piece<'e>(edit: &EditedPassage<'e>, hunks: &[Hunk]) -> EditedPassage<'e> {
    let (first, last) = (&hunks[0], &hunks[hunks.len() - 1]);
    let is_before = |by: &usize| {
        let places = first.old.start.checked_sub(*by).zip(first.new.start.checked_sub(*by));
        places.is_some_and(|(old, new)| edit.a.partner[old] == Some(new))
    };
    let is_after = |by: &usize| edit.a.partner.get(last.old.end + by) == Some(&Some(last.new.end + by));
    let (before, after) = ((1..=CONTEXT).take_while(is_before).count(), (0..CONTEXT).take_while(is_after).count());
    let (a, b) = (first.old.start - before..last.old.end + after, first.new.start - before..last.new.end + after);
    let moved = |places: &Range<usize>, by: usize| places.start - by..places.end - by;
    let moved = |hunk: &Hunk| Hunk { old: moved(&hunk.old, a.start), new: moved(&hunk.new, b.start) };
    let hunks = hunks.iter().map(moved).collect();
    EditedPassage::new(edit.a.part(a), edit.b.part(b), hunks, edit.field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::changes::texts::{VersionText, passage_of};
    use crate::diff::words::interner::WordInterner;
    use crate::model::{Field, Setting};

    /// Returns the changed words of the pieces of two texts that are laid out as one passage, and the longest piece.
    fn cut(old: &str, new: &str) -> (Vec<String>, usize) {
        let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        let mut interner = WordInterner::default();
        let a = VersionText::read(&mut interner, &old.text, old.setting);
        let b = VersionText::read(&mut interner, &new.text, new.setting);
        let edit = passage_of(a.whole(&interner.classes), b.whole(&interner.classes), Field::Text);
        let pieces = pieces(&edit);
        let told = |piece: &EditedPassage<'_>| -> Vec<String> {
            let hunks = piece.hunks.iter();
            hunks.map(|hunk| format!("{}>{}", piece.a.text(&hunk.old), piece.b.text(&hunk.new))).collect()
        };
        let longest = pieces.iter().map(|piece| piece.a.len().max(piece.b.len())).max();
        (pieces.iter().flat_map(told).collect(), longest.unwrap_or(0))
    }

    #[test]
    fn a_sentence_of_news_is_not_cut() {
        assert_eq!(cut("The dam burst on Monday.", "The dam burst on Tuesday."), (vec![], 0));
    }

    #[test]
    fn each_change_of_a_long_passage_stands_in_one_piece() {
        let words = |changed: &str| -> String {
            let word = |at: usize| if at % 50 == 7 { format!("{changed}{at}") } else { format!("word{at}") };
            (0..3_000).map(word).collect::<Vec<_>>().join(" ")
        };
        let (told, longest) = cut(&words("old"), &words("new"));
        assert_eq!(told.len(), 60);
        assert_eq!((told[0].as_str(), told[59].as_str()), ("old7>new7", "old2957>new2957"));
        assert!(longest <= MOST_WORDS + 2 * CONTEXT, "{longest}");
    }

    #[test]
    fn a_passage_without_a_common_word_is_cut_too() {
        let words = |head: &str, n: usize| (0..n).map(|at| format!("{head}{at}")).collect::<Vec<_>>().join(" ");
        let (told, longest) = cut(&words("old", 2_000), &words("new", 1_300));
        assert_eq!(told.len(), 4);
        assert!(told[3].ends_with('>') && longest <= MOST_WORDS, "{longest}");
    }
}
