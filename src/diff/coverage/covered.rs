//! Pairs two texts with what each covers of the other.

use std::ops::Range;

use super::content::{Covered, TextContent, TokenContent};
use crate::model::{Analysis, Span};
use crate::text::stem;

/// A text with what of it the other text covers.
pub(super) struct CoveredText<'t> {
    /// What the text says.
    pub content: TextContent<'t>,
    /// How the other text covers each token; what did not change is covered.
    pub covered: Vec<Covered>,
    /// Words of changed sentences that the other text lacks.
    pub missing: Vec<usize>,
    /// How many figures and times of changed sentences the other text lacks.
    pub missing_values: usize,
    /// Negations in changed sentences.
    pub negations: usize,
    /// Tokens of changed sentences.
    pub n_changed: usize,
}

/// What each of two texts covers of the other.
pub(crate) struct Coverage<'t> {
    /// The old text.
    pub(super) a: CoveredText<'t>,
    /// The new text.
    pub(super) b: CoveredText<'t>,
}

impl<'t> Coverage<'t> {
    /// Reads two texts whose sentences changed or did not.
    pub(crate) fn read(a: &'t Analysis<'t>, b: &'t Analysis<'t>, changed: (Vec<bool>, Vec<bool>)) -> Self {
        let (a, b) = (TextContent::read(a, changed.0), TextContent::read(b, changed.1));
        let covered_by = |own: &TextContent<'_>, other: &TextContent<'_>| -> Vec<Covered> {
            let mut covered = vec![Covered::Exactly; own.tokens.len()];
            own.changed_tokens().for_each(|at| covered[at] = other.covers(own, at));
            covered
        };
        let (covered_a, covered_b) = (covered_by(&a, &b), covered_by(&b, &a));
        Self { a: CoveredText::new(a, covered_a), b: CoveredText::new(b, covered_b) }
    }
}

impl Coverage<'_> {
    /// Returns the telling words of a facet, each with how the other text tells it.
    pub(super) fn how_told(&self, old: Option<Span>, new: Option<Span>) -> Vec<(String, &'static str)> {
        let sides = [(&self.a, old), (&self.b, new)];
        let told = sides.into_iter().filter_map(|(text, span)| Some((text, span?))).flat_map(|(text, span)| {
            let document = &text.content.analysis.document;
            let places = text.content.telling(document.tokens_in(span)).take(MOST_TOLD);
            places.map(|at| (document.word(at).to_owned(), text.covered[at].words()))
        });
        told.collect()
    }
}

/// Most words of each side whose telling is written down.
const MOST_TOLD: usize = 6;

impl<'t> CoveredText<'t> {
    /// Returns the sentence in which a span begins.
    pub(super) fn sentence(&self, span: Span) -> usize {
        self.content.analysis.document.sentence_at(span.start).unwrap_or_default()
    }

    /// Returns the stems of the telling words among some tokens, sorted.
    pub(super) fn stems(&self, tokens: Range<usize>) -> Vec<String> {
        let words = tokens.filter(|&at| self.content.tokens[at] == TokenContent::Word);
        let stems = words.map(|at| stem(self.content.lemma(at)).into_owned());
        let mut stems: Vec<String> = stems.collect();
        stems.sort_unstable();
        stems
    }

    fn new(content: TextContent<'t>, covered: Vec<Covered>) -> Self {
        let changed: Vec<usize> = content.changed_tokens().collect();
        let missing = |at: &usize| covered[*at] == Covered::No;
        let is = |at: usize, wanted: TokenContent| content.tokens[at] == wanted;
        let words = changed.iter().copied().filter(|&at| is(at, TokenContent::Word)).filter(missing).collect();
        let values = changed
            .iter()
            .filter(|&&at| matches!(content.tokens[at], TokenContent::Figure(_) | TokenContent::Time(_)))
            .filter(|at| missing(at) && !at.checked_sub(1).is_some_and(|before| is(before, content.tokens[**at])))
            .count();
        let negations = changed.iter().filter(|&&at| is(at, TokenContent::Negation)).count();
        Self { missing: words, missing_values: values, negations, n_changed: changed.len(), content, covered }
    }
}

/// Returns how many telling words two passages share, and which part of the shorter one that is; both lists are sorted.
pub(super) fn shared(old: &[String], new: &[String]) -> (usize, f32) {
    let both = old.iter().filter(|word| new.binary_search(word).is_ok()).count();
    (both, both as f32 / old.len().min(new.len()).max(1) as f32)
}
