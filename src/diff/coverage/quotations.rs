//! Finds words that were replaced inside a quotation: what stands between quotation marks is repeated, not retold.
//!
//! Old: `In a hearing the judge called the residents "professional complainers".`
//! New: `The residents were "professional campaigners", the judge said at a hearing.`

use std::ops::Range;

use super::covered::{Coverage, CoveredText, shared};
use super::replaced_value::ReplacedValue;
use crate::diff::lexicon::{Relation, relation};
use crate::model::{ChangeKind, Span};

/// Most quotations of a text that are compared.
const MOST_QUOTATIONS: usize = 20;
/// Least share of the telling words of the shorter of two quotations that the other one has.
const LEAST_SHARED: f32 = 0.5;
/// Most words that are replaced in one quotation; where more are, another one is quoted.
const MOST_REPLACED: usize = 2;

/// Words between quotation marks of which the other text lacks some.
struct QuotedPassage {
    stems: Vec<String>,
    /// The words that the other text lacks.
    missing: Vec<usize>,
}

/// Returns the words that were replaced in quotations and that no span of `shown_old` or `shown_new` shows.
pub(super) fn replaced_in_quotations(
    coverage: &Coverage<'_>,
    shown_old: &[Span],
    shown_new: &[Span],
) -> Vec<ReplacedValue> {
    let (old, new) = (quotations(&coverage.a, shown_old), quotations(&coverage.b, shown_new));
    let is_repeated = |one: &QuotedPassage, other: &QuotedPassage| LEAST_SHARED <= shared(&one.stems, &other.stems).1;
    let mut replaced = Vec::new();
    for one in &old {
        let mut fits = new.iter().filter(|other| is_repeated(one, other));
        let (Some(other), None) = (fits.next(), fits.next()) else { continue };
        let (before, after) = (place(&coverage.a, &one.missing), place(&coverage.b, &other.missing));
        let is_lone = old.iter().filter(|own| is_repeated(own, other)).count() == 1;
        if is_lone && !is_spelt_otherwise((&coverage.a, before.1), (&coverage.b, after.1)) {
            let (kind, why) = (ChangeKind::Quote, "quoted-word-replaced");
            replaced.push(ReplacedValue { kind, old: before, new: after, why });
        }
    }
    replaced
}

/// Returns whether two passages are one in two spellings: "colour" and "color", "rated" and "under-rated", "d***ed".
fn is_spelt_otherwise((a, old): (&CoveredText<'_>, Span), (b, new): (&CoveredText<'_>, Span)) -> bool {
    let letters = |text: &CoveredText<'_>, span: Span| -> String {
        let words = span.of(text.content.analysis.document.text).chars().filter(|c| c.is_alphanumeric());
        words.flat_map(char::to_lowercase).collect()
    };
    let is_masked = |text: &CoveredText<'_>, span: Span| span.of(text.content.analysis.document.text).contains('*');
    let (before, after) = (letters(a, old), letters(b, new));
    before.contains(&after)
        || after.contains(&before)
        || is_masked(a, old)
        || is_masked(b, new)
        || relation(&before, &after) == Relation::Same
}

/// Returns the sentence and the span of some words of a text.
fn place(text: &CoveredText<'_>, words: &[usize]) -> (usize, Span) {
    let spans = words.iter().map(|&at| text.content.analysis.document.tokens[at].span);
    let span = spans.reduce(Span::cover).unwrap_or(Span::new(0, 0));
    (text.sentence(span), span)
}

/// Returns the quotations of changed sentences that have a few words the other text lacks.
fn quotations(text: &CoveredText<'_>, shown: &[Span]) -> Vec<QuotedPassage> {
    let document = &text.content.analysis.document;
    let quotation = |run: Range<usize>| {
        let first = text.missing.partition_point(|&at| at < run.start);
        let missing: Vec<usize> = text.missing[first..].iter().copied().take_while(|&at| at < run.end).collect();
        let is_open = missing.iter().all(|&at| !shown.iter().any(|own| own.overlaps(document.tokens[at].span)));
        let is_one = (1..=MOST_REPLACED).contains(&missing.len()) && is_open;
        is_one.then(|| QuotedPassage { stems: text.stems(run), missing })
    };
    runs(document.tokens.iter().map(|token| token.in_quotes)).filter_map(quotation).take(MOST_QUOTATIONS).collect()
}

/// Returns the runs of tokens for which something holds.
fn runs(holds: impl Iterator<Item = bool>) -> impl Iterator<Item = Range<usize>> {
    let mut start = None;
    let ends = holds.chain([false]).enumerate();
    ends.filter_map(move |(at, holds)| match (start, holds) {
        (None, true) => {
            start = Some(at);
            None
        }
        (Some(first), false) => {
            start = None;
            Some(first..at)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Returns the sides of the facets of quotations.
    fn quotes(old: &str, new: &str) -> Vec<(String, String)> {
        let comparison = compare(&read_side(None, old, Setting::default()), &read_side(None, new, Setting::default()));
        let facets = comparison.changes.into_iter().flat_map(|change| change.facets);
        let own = facets.filter(|facet| facet.kind == ChangeKind::Quote);
        own.map(|facet| (facet.before.unwrap_or_default(), facet.after.unwrap_or_default())).collect()
    }

    const HEARING: &str =
        "Some 40 residents sued the firm. In a hearing the judge called them \"professional complainers\".";

    #[test]
    fn a_word_replaced_in_a_quotation_of_a_rewritten_sentence_is_found() {
        let new = "They are \"professional campaigners\", the judge said of 40 residents who had brought the suit against the firm.";
        let found = quotes(HEARING, new);
        assert!(found.iter().any(|(old, new)| old.contains("complainers") && new.contains("campaigners")), "{found:?}");
    }

    #[test]
    fn another_spelling_is_no_other_word() {
        let old =
            "In a hearing the judge said that \"the colour of a badge\" was no reason for the police to stop him.";
        let new = "It was no reason for the police to stop him, \"the color of a badge\", the judge said in a hearing.";
        assert_eq!(quotes(old, new).iter().filter(|(old, new)| old == "colour" && new == "color").count(), 0);
    }

    #[test]
    fn the_same_words_quoted_elsewhere_are_no_other_ones() {
        let new = "They are \"professional complainers\", the judge said of 40 residents who had brought the suit against the firm.";
        assert!(
            quotes(HEARING, new).iter().all(|(old, new)| !(old.contains("complainers") ^ new.contains("complainers")))
        );
    }
}
