//! Lays out an edited passage for the finders of facets: words of both sides, matched and changed.
//!
//! Old: `About 300 birds were culled.`   New: `About 900 birds were culled.`
//! One hunk (`300` / `900`); every other word knows its partner. Finders take
//! the hunks in turn, return facets for them and mark the words as explained;
//! words that no finder explains are left to the last one.

use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;

use super::words::interner::TokenClass;
use super::words::word_diff::Hunk;
use crate::model::{
    Analysis, ChangeKind, Direction, Document, Facet, FacetReason, Field, Information, Rel, Span, Upos, Weight,
};

/// One side of an edited passage. Places are indices into `tokens`.
pub struct PassageSide<'e> {
    /// The whole text that the passage is part of.
    pub analysis: &'e Analysis<'e>,
    /// Indices of the sentences in the document.
    pub sentences: Vec<usize>,
    /// Indices of tokens in the document.
    pub tokens: Vec<usize>,
    /// The id of the word at each place.
    pub word_ids: Vec<u32>,
    /// The place of the same word on the other side.
    pub partner: Vec<Option<usize>>,
    /// Whether a finder has explained what became of the word.
    pub explained: Vec<bool>,
    /// Whether the word stands inside quotation marks.
    pub quoted: Vec<bool>,
    /// The day of the version, where it is known.
    pub day: Option<NaiveDate>,
    /// The class of each word, by its id.
    classes: &'e [TokenClass],
}

/// An edited passage.
pub struct EditedPassage<'e> {
    /// The old side.
    pub a: PassageSide<'e>,
    /// The new side.
    pub b: PassageSide<'e>,
    /// Changed stretches in order; shared, so that a finder can walk them while it marks words.
    pub hunks: Rc<[Hunk]>,
    /// Whether the passage is the title or of the text.
    pub field: Field,
}

/// A facet with its weight, its direction of information, and the rule that decided.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundFacet {
    /// Kind, words and spans.
    pub facet: Facet,
    /// How much it matters.
    pub weight: Weight,
    /// Whether it adds information, removes it or replaces it.
    pub information: Information,
    /// Name of the rule.
    pub why: &'static str,
}

impl FoundFacet {
    /// Returns the facet with the rule that decided on it.
    pub(super) fn into_facet(mut self) -> Facet {
        self.facet.reason.rule = self.why;
        self.facet
    }
}

impl<'e> PassageSide<'e> {
    /// Returns `sentences` of a text whose tokens have these word ids and quotation flags.
    pub fn new(
        analysis: &'e Analysis<'e>,
        word_ids: &[u32],
        quoted: &[bool],
        classes: &'e [TokenClass],
        sentences: &[usize],
    ) -> Self {
        let document = &analysis.document;
        let tokens: Vec<usize> = sentences.iter().flat_map(|&at| document.sentences[at].tokens.clone()).collect();
        Self {
            analysis,
            sentences: sentences.to_vec(),
            word_ids: tokens.iter().map(|&token| word_ids[token]).collect(),
            partner: vec![None; tokens.len()],
            explained: vec![false; tokens.len()],
            quoted: tokens.iter().map(|&token| quoted[token]).collect(),
            tokens,
            day: None,
            classes,
        }
    }

    /// Returns some of the places as a side of their own; no word has a partner yet.
    pub(super) fn part(&self, places: Range<usize>) -> Self {
        Self {
            analysis: self.analysis,
            sentences: self.sentences.clone(),
            tokens: self.tokens[places.clone()].to_vec(),
            word_ids: self.word_ids[places.clone()].to_vec(),
            partner: vec![None; places.len()],
            explained: self.explained[places.clone()].to_vec(),
            quoted: self.quoted[places].to_vec(),
            day: self.day,
            classes: self.classes,
        }
    }

    /// Returns the document that the passage is part of.
    pub fn document(&self) -> &'e Document<'e> {
        &self.analysis.document
    }

    /// Returns how many words and marks the side has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns the word at a place, in lower case and plain; empty outside the passage.
    pub fn norm(&self, place: usize) -> &'e str {
        self.tokens.get(place).map_or("", |&token| self.analysis.document.norm(token))
    }

    /// Returns the lemma of the word at a place; empty outside the passage.
    pub fn lemma(&self, place: usize) -> &'e str {
        self.tokens.get(place).map_or("", |&token| self.analysis.document.lemma(token))
    }

    /// Returns the word at a place as it stands in the text; empty outside the passage.
    pub fn word(&self, place: usize) -> &'e str {
        self.tokens.get(place).map_or("", |&token| self.analysis.document.word(token))
    }

    /// Returns the bytes from the first to the last word of `places`.
    pub fn span(&self, places: &Range<usize>) -> Option<Span> {
        let token = |place: usize| self.analysis.document.tokens[self.tokens[place]].span;
        (!places.is_empty()).then(|| token(places.start).cover(token(places.end - 1)))
    }

    /// Returns the text from the first to the last word of `places`.
    pub fn text(&self, places: &Range<usize>) -> &'e str {
        self.span(places).map_or("", |span| span.of(self.analysis.document.text))
    }

    /// Returns the places whose words touch `span`.
    pub fn places(&self, span: Span) -> Range<usize> {
        let tokens = self.analysis.document.tokens_in(span);
        let first = self.tokens.partition_point(|&token| token < tokens.start);
        let last = self.tokens.partition_point(|&token| token < tokens.end);
        first..last.max(first)
    }

    /// Returns the items of a list, which is in order of the text, from the first to the last sentence of the passage.
    pub fn near<T>(&self, items: &'e [T], span: impl Fn(&T) -> Span + 'e) -> impl Iterator<Item = &'e T> {
        let bounds = self.span(&(0..self.len())).unwrap_or_default();
        let first = items.partition_point(|item| span(item).start < bounds.start);
        items[first..].iter().take_while(move |item| span(item).start < bounds.end)
    }

    /// Returns the class of each word, by its id.
    pub fn classes(&self) -> &'e [TokenClass] {
        self.classes
    }

    /// Returns the class of the word at a place.
    pub fn class(&self, place: usize) -> TokenClass {
        self.classes[self.word_ids[place] as usize]
    }

    /// Returns the universal part of speech of the word at a place.
    pub fn upos(&self, place: usize) -> Upos {
        self.document().tokens[self.tokens[place]].upos
    }

    /// Returns the Penn Treebank tag of the word at a place.
    pub fn penn(&self, place: usize) -> &'static str {
        self.document().tokens[self.tokens[place]].penn
    }

    /// Returns the relation of the word at a place to its head.
    pub fn rel(&self, place: usize) -> Rel {
        self.document().tokens[self.tokens[place]].rel
    }

    /// Returns the place of the word that the word at a place depends on, where the passage holds it.
    pub fn head(&self, place: usize) -> Option<usize> {
        let head = self.document().tokens[self.tokens[place]].head;
        self.tokens.binary_search(&head).ok().filter(|&head| head != place)
    }

    /// Returns the place of the first word that depends on the word at a place in this way.
    pub fn dependent(&self, place: usize, rel: Rel) -> Option<usize> {
        (0..self.len()).find(|&at| self.rel(at) == rel && self.head(at) == Some(place))
    }

    /// Returns whether the word at a place has no partner on the other side.
    pub fn is_changed(&self, place: usize) -> bool {
        self.partner[place].is_none()
    }

    /// Returns whether the word at a place is changed and no finder has explained it yet.
    pub fn is_open_at(&self, place: usize) -> bool {
        self.is_changed(place) && !self.explained[place]
    }

    /// Returns whether any word of `places` is changed and not explained yet.
    pub fn is_open(&self, places: &Range<usize>) -> bool {
        places.clone().any(|place| self.is_open_at(place))
    }

    /// Returns whether any word of `places` stands inside quotation marks.
    pub fn is_quoted(&self, places: &Range<usize>) -> bool {
        places.clone().any(|place| self.quoted.get(place).is_some_and(|&quoted| quoted))
    }

    /// Returns the range from the first to the last open word of `places`; empty, at their end, where none is open.
    pub fn open_part(&self, places: &Range<usize>) -> Range<usize> {
        let mut left = places.clone().filter(|&at| self.is_open_at(at));
        match left.next() {
            None => places.end..places.end,
            Some(first) => first..left.next_back().unwrap_or(first) + 1,
        }
    }

    /// Marks words as explained, so that later finders leave them alone.
    pub fn mark_explained(&mut self, places: &Range<usize>) {
        self.explained[places.clone()].fill(true);
    }

    /// Returns the place after `phrase` ("is set to") if its words stand at `place`.
    pub fn has_phrase(&self, place: usize, phrase: &str) -> Option<usize> {
        let mut end = place;
        for word in phrase.split(' ') {
            if self.norm(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }
}

impl<'e> EditedPassage<'e> {
    /// Matches the words between `hunks`, which cover every changed word of both sides in order.
    pub fn new(mut a: PassageSide<'e>, mut b: PassageSide<'e>, hunks: Vec<Hunk>, field: Field) -> Self {
        let (mut old, mut new) = (0, 0);
        for hunk in hunks.iter().chain([&Hunk { old: a.len()..a.len(), new: b.len()..b.len() }]) {
            while old < hunk.old.start {
                (a.partner[old], b.partner[new]) = (Some(new), Some(old));
                (old, new) = (old + 1, new + 1);
            }
            (old, new) = (hunk.old.end, hunk.new.end);
        }
        Self { a, b, hunks: hunks.into(), field }
    }

    /// Returns the facet of these words; an empty range means nothing stands there.
    pub fn facet(&self, kind: ChangeKind, a: &Range<usize>, b: &Range<usize>) -> Facet {
        facet_of(kind, self.field, (self.a.span(a), self.a.document().text), (self.b.span(b), self.b.document().text))
    }

    /// Returns the places of the new side that correspond to `places` of the old one.
    pub fn across(&self, places: &Range<usize>) -> Range<usize> {
        let hunk = |place: usize| self.hunks.iter().find(|hunk| hunk.old.contains(&place)).map(|hunk| hunk.new.clone());
        span_over(places.clone().filter_map(|at| self.a.partner[at].map(|b| b..b + 1).or_else(|| hunk(at))))
    }

    /// Returns the places of the old side that correspond to `places` of the new one.
    pub fn back(&self, places: &Range<usize>) -> Range<usize> {
        let hunk = |place: usize| self.hunks.iter().find(|hunk| hunk.new.contains(&place)).map(|hunk| hunk.old.clone());
        span_over(places.clone().filter_map(|at| self.b.partner[at].map(|a| a..a + 1).or_else(|| hunk(at))))
    }

    /// Returns whether a hunk stands inside quotation marks on both sides.
    pub fn in_quotes(&self, hunk: &Hunk) -> bool {
        let inside = |piece: &PassageSide<'_>, range: &Range<usize>| {
            let quoted = |place: usize| piece.quoted.get(place).is_some_and(|&word| word);
            let mark = |place: usize| matches!(piece.norm(place), "\"" | "'");
            let before = range.start.checked_sub(1);
            match (range.is_empty(), before) {
                // Between two quoted words, or right before the mark that closes them.
                (true, Some(before)) => {
                    quoted(before) && (quoted(range.start) || mark(range.start)) || mark(before) && quoted(range.start)
                }
                (true, None) => false,
                (false, _) => piece.quoted[range.clone()].iter().all(|&word| word),
            }
        };
        inside(&self.a, &hunk.old) && inside(&self.b, &hunk.new)
    }
}

/// Returns the smallest range that holds all of `parts`.
pub(super) fn span_over(parts: impl Iterator<Item = Range<usize>>) -> Range<usize> {
    parts.filter(|part| !part.is_empty()).reduce(|x, y| x.start.min(y.start)..x.end.max(y.end)).unwrap_or(0..0)
}

/// Returns a facet without delta.
pub(super) fn facet_of(kind: ChangeKind, field: Field, a: (Option<Span>, &str), b: (Option<Span>, &str)) -> Facet {
    let words = |(span, text): (Option<Span>, &str)| span.map(|span| span.of(text).to_owned());
    let (before, after) = (words(a), words(b));
    let reason = FacetReason::default();
    Facet { kind, before, after, a_span: a.0, b_span: b.0, field, delta: None, direction: None, reason }
}

/// Sets the difference of two values and its direction.
pub(super) fn measure(facet: &mut Facet, before: f64, after: f64) {
    let delta = after - before;
    // Binary fractions of decimals would show as 0.09999999999999964.
    let rounded = (delta * 1e6).round() / 1e6;
    facet.delta = Some(if rounded == 0.0 { delta } else { rounded });
    facet.direction = match delta {
        delta if delta > 0.0 => Some(Direction::Up),
        delta if delta < 0.0 => Some(Direction::Down),
        _ => None,
    };
}
