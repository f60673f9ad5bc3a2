//! Explains what differs in typography only: quote marks, dashes, capitals, spaces, commas.
//!
//! Differences near each other are one facet: the two marks of a quotation are
//! one change.

use std::ops::Range;

use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::word_diff::is_typography;
use crate::model::{ChangeKind, Information, Weight, is_half_of_day};

/// Differences at most this many words apart are one facet.
const MAX_WORDS_BETWEEN: usize = 12;

/// Explains marks that differ, and words that are the same but spelt with other signs.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let mut spots = hunks_of_marks(edit);
    spots.extend(matched_words(edit));
    spots.sort_by_key(|(a, b)| (a.start, b.start, a.end, b.end));
    let mut merged: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (a, b) in spots {
        match merged.last_mut() {
            Some(last) if a.start <= last.0.end + MAX_WORDS_BETWEEN && b.start <= last.1.end + MAX_WORDS_BETWEEN => {
                last.0.end = last.0.end.max(a.end);
                last.1.end = last.1.end.max(b.end);
            }
            _ => merged.push((a, b)),
        }
    }
    for (a, b) in merged {
        if edit.a.text(&a).chars().count() <= 5 && a.clone().any(|at| is_half_of_day(edit.a.norm(at))) {
            let with_hour = |places: &Range<usize>| places.start.saturating_sub(1)..places.end;
            let facet = edit.facet(ChangeKind::Wording, &with_hour(&a), &with_hour(&b));
            found.push(FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why: "clock-style" });
            continue;
        }
        let facet = edit.facet(ChangeKind::Typography, &a, &b);
        found.push(FoundFacet { facet, weight: Weight::Cosmetic, information: Information::Same, why: "typography" });
    }
}

/// Explains hunks that differ in marks only, and returns them with the words beside them.
fn hunks_of_marks(edit: &mut EditedPassage<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut spots = Vec::new();
    let hunks = edit.hunks.clone();
    let mut at = 0;
    while at < hunks.len() {
        // A mark that changes places with another ("." and a quote mark) is two hunks.
        let wide = hunks
            .get(at + 1)
            .filter(|next| next.old.start <= hunks[at].old.end + 1)
            .map(|next| (hunks[at].old.start..next.old.end, hunks[at].new.start..next.new.end));
        let single = (hunks[at].old.clone(), hunks[at].new.clone());
        let swapped = wide.filter(|(a, b)| is_only_marks(edit, a, b));
        let step = 1 + usize::from(swapped.is_some());
        let (a, b) = swapped.unwrap_or(single);
        let is_sign = has_minus(&edit.a, &a) || has_minus(&edit.b, &b);
        if is_only_marks(edit, &a, &b) && balanced(edit, &a, &b) && !is_sign || joins_words(edit, &a, &b) {
            edit.a.mark_explained(&a);
            edit.b.mark_explained(&b);
            spots.push((beside(&a, edit.a.len()), beside(&b, edit.b.len())));
        }
        at += step;
    }
    spots
}

/// Returns whether a mark is the sign of the number behind it: "was -12C".
pub(super) fn has_minus(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let span = |at: usize| piece.document().tokens[piece.tokens[at]].span;
    let is_minus = |at: usize| {
        matches!(piece.norm(at), "-" | "−")
            && piece.norm(at + 1).starts_with(|c: char| c.is_ascii_digit())
            && span(at).end == span(at + 1).start
            && (at == 0 || span(at - 1).end < span(at).start)
    };
    places.clone().any(is_minus)
}

fn is_only_marks(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
    let marks =
        a.clone().all(|place| is_mark(edit.a.norm(place))) && b.clone().all(|place| is_mark(edit.b.norm(place)));
    marks && (is_typography(edit.a.text(a), edit.b.text(b)) || is_brackets(edit, a, b))
}

/// Returns whether square brackets come or go outside a quotation, where they are marks of a link and gloss nothing.
fn is_brackets(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let plain = |text: &str| text.replace(['[', ']'], "");
    let outside = |piece: &PassageSide<'_>, places: &Range<usize>| {
        !piece.is_quoted(&(places.start.saturating_sub(1)..places.end + 1))
    };
    outside(&edit.a, a) && outside(&edit.b, b) && is_typography(&plain(edit.a.text(a)), &plain(edit.b.text(b)))
}

/// Returns whether both sides have the same quotation marks; put on or taken off they are no typography.
fn balanced(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let is_quote = |word: &str| matches!(word, "\"" | "'");
    let n_a = a.clone().filter(|&place| is_quote(edit.a.norm(place))).count();
    let n_b = b.clone().filter(|&place| is_quote(edit.b.norm(place))).count();
    let cut = |text: &str| text.contains(['…', '[', ']']) || text.contains("...");
    n_a == n_b && (cut(edit.a.text(a)) == cut(edit.b.text(b)) || is_brackets(edit, a, b))
}

/// Returns whether the same letters stand on both sides, cut into words otherwise: "two-thirds".
fn joins_words(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let has_digit = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    // "re-signed" is not "resigned", nor "re-cover" "recover".
    let repeats = |text: &str| text.to_lowercase().starts_with("re-");
    let (old, new) = (edit.a.text(a), edit.b.text(b));
    !a.is_empty() && !b.is_empty() && !has_digit(old) && repeats(old) == repeats(new) && is_typography(old, new)
}

/// Returns the places with one word on each side.
fn beside(places: &Range<usize>, len: usize) -> Range<usize> {
    places.start.saturating_sub(1)..(places.end + 1).min(len)
}

/// Returns words that are the same but written otherwise, and spaces between them that differ.
fn matched_words(edit: &EditedPassage<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut spots = Vec::new();
    for a in 0..edit.a.len() {
        let Some(b) = edit.a.partner[a] else { continue };
        if edit.a.word(a) != edit.b.word(b) && !is_sentence_case(edit, a, b) {
            let mark = !edit.a.norm(a).chars().any(char::is_alphanumeric);
            let wide =
                |place: usize, len: usize| if mark { beside(&(place..place + 1), len) } else { place..place + 1 };
            spots.push((wide(a, edit.a.len()), wide(b, edit.b.len())));
        } else if a > 0 && b > 0 && edit.a.partner[a - 1] == Some(b - 1) && gap(&edit.a, a) != gap(&edit.b, b) {
            spots.push((a - 1..a + 1, b - 1..b + 1));
        }
    }
    spots
}

/// Returns whether a capital differs only because the word opens the sentence on one side.
fn is_sentence_case(edit: &EditedPassage<'_>, a: usize, b: usize) -> bool {
    let opens = |piece: &PassageSide<'_>, place: usize| {
        let sentences = &piece.document().sentences;
        let first = piece.sentences.iter().any(|&at| sentences[at].tokens.start == piece.tokens[place]);
        first || place > 0 && matches!(piece.norm(place - 1), "." | "?" | "!" | ":" | "\"" | "-")
    };
    edit.a.word(a).to_lowercase() == edit.b.word(b).to_lowercase() && opens(&edit.a, a) != opens(&edit.b, b)
}

/// Returns what stands between the word before `place` and the word at it.
fn gap<'e>(piece: &PassageSide<'e>, place: usize) -> &'e str {
    let document = piece.document();
    let token = |place: usize| document.tokens[piece.tokens[place]].span;
    let between = document.text.get(token(place - 1).end..token(place).start).unwrap_or_default();
    // A break between paragraphs is layout, not a difference within the passage.
    if between.contains('\n') { " " } else { between }
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};

    #[test]
    fn a_hyphen_that_makes_another_word_or_number_is_no_typography() {
        let side = |text| read_side(None, text, Setting::default());
        let weight = |old, new| compare(&side(old), &side(new)).verdict.weight;
        assert_eq!(weight("It was -12C at noon.", "It was 12C at noon."), Some(Weight::Material));
        assert!(
            Some(Weight::Cosmetic)
                < weight("The goalkeeper re-signed on Friday.", "The goalkeeper resigned on Friday.")
        );
        assert_eq!(weight("The co-pilot left the field.", "The copilot left the field."), Some(Weight::Cosmetic));
    }
}
