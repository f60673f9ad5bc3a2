//! Indexes what a text says, so that a passage of the other text can be looked up in it.
//!
//! `Eleven students were aboard the bus.` says *eleven*, *student*, *aboard* and *bus*. Figures are found by value, times by
//! value, all other words by dictionary form, by the beginning that related words share ("demolish", "demolition") and, where the
//! tables of phrases know it, by meaning ("blaze" for "fire").

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::content_table::LIGHT;
use super::padding_table::padding_in;
use super::time_keys::{TimeKey, keys_of, sought_keys};
use crate::claim::figures::{plain_value, same_amount, same_quantity};
use crate::diff::facets::polarity::is_negator;
use crate::diff::lexicon::phrases::{KnownPhrase, MAX_PHRASE_WORDS, Sense, SetKind, phrases_in};
use crate::diff::slots::SlotText;
use crate::model::{Analysis, Document, Figure, Span, Timex, Upos};
use crate::text::dateline;
use crate::text::is_function_word;
use crate::text::rule_table::is_listed;

/// What a token contributes to what its text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenContent {
    /// Part of the figure with this number.
    Figure(usize),
    /// Part of the time with this number.
    Time(usize),
    /// "not", "no", "never", "without".
    Negation,
    /// A word with a meaning of its own.
    Word,
    /// Nothing: an article, an auxiliary, a mark.
    Nothing,
}

/// What one text says.
pub(super) struct TextContent<'t> {
    /// The analyzed text.
    pub analysis: &'t Analysis<'t>,
    /// What each token contributes.
    pub tokens: Vec<TokenContent>,
    /// Phrases of the tables in changed sentences, in order of their first token.
    pub phrases: Vec<KnownPhrase>,
    /// Whether each sentence stands otherwise in the other text.
    changed: Vec<bool>,
    /// Words by form and by dictionary form; the changed sentences in which one stands.
    words: FxHashMap<&'t str, Vec<usize>>,
    /// Beginnings of words that stand in changed sentences.
    beginnings: FxHashSet<&'t str>,
    /// Sets of interchangeable phrases that have a member in a changed sentence.
    meanings: FxHashSet<u16>,
    /// Figures by ascending plain value.
    figures: Vec<(f64, &'t Figure)>,
    /// What each time says, in every way in which two times may agree.
    times: FxHashSet<TimeKey>,
}

impl<'t> TextContent<'t> {
    /// Indexes a text whose sentences `changed` or did not.
    pub(super) fn read(analysis: &'t Analysis<'t>, changed: Vec<bool>) -> Self {
        let document = &analysis.document;
        let mut tokens: Vec<TokenContent> = (0..document.tokens.len())
            .map(|at| {
                let (norm, lemma) = (document.norm(at), document.lemma(at));
                match () {
                    () if is_negator(norm) => TokenContent::Negation,
                    () if !norm.contains(char::is_alphanumeric) => TokenContent::Nothing,
                    () if is_function_word(norm) || is_listed(LIGHT, lemma) => TokenContent::Nothing,
                    () => TokenContent::Word,
                }
            })
            .collect();
        for (at, figure) in analysis.figures.iter().enumerate() {
            tokens[document.tokens_in(figure.span)].fill(TokenContent::Figure(at));
        }
        for (at, timex) in analysis.timexes.iter().enumerate() {
            tokens[document.tokens_in(timex.span)].fill(TokenContent::Time(at));
        }
        for agency in agencies_in_datelines(document) {
            tokens[agency].fill(TokenContent::Nothing);
        }
        for padding in padding_in(document) {
            tokens[padding].fill(TokenContent::Nothing);
        }
        // What a note of correction repeats is not what the article asserts.
        for notice in &analysis.notices {
            tokens[document.tokens_in(notice.span)].fill(TokenContent::Nothing);
        }
        let asserted = |span: Span| !analysis.notices.iter().any(|notice| notice.span.overlaps(span));
        // Only what changed is looked up, in all that changed: no phrase of other sentences is asked for.
        let changed_sentences = document.sentences.iter().zip(&changed).filter(|(_, changed)| **changed);
        let phrases =
            changed_sentences.flat_map(|(sentence, _)| phrases_in(document, sentence.tokens.clone())).collect();
        let figures = analysis.figures.iter().filter(|figure| asserted(figure.span));
        let mut figures: Vec<(f64, &Figure)> = figures.map(|figure| (plain_value(figure), figure)).collect();
        figures.sort_by(|x, y| x.0.total_cmp(&y.0));
        let times = analysis.timexes.iter().filter(|timex| asserted(timex.span));
        let times = times.flat_map(|timex| keys_of(timex, document.text)).collect();
        let mut content = Self {
            words: FxHashMap::default(),
            beginnings: FxHashSet::default(),
            meanings: FxHashSet::default(),
            figures,
            times,
            analysis,
            phrases,
            changed,
            tokens,
        };
        content.index();
        content
    }

    /// Fills the look-ups.
    fn index(&mut self) {
        let document = &self.analysis.document;
        for (at, sentence) in document.sentences.iter().enumerate() {
            let changed = self.changed[at];
            for token in sentence.tokens.clone().filter(|&token| self.tokens[token] == TokenContent::Word) {
                for form in [document.norm(token), document.lemma(token)] {
                    let sentences = self.words.entry(form).or_default();
                    if changed && sentences.last() != Some(&at) {
                        sentences.push(at);
                    }
                }
                self.beginnings.extend(shared_beginning(document.lemma(token)).filter(|_| changed));
            }
        }
        for phrase in &self.phrases {
            let senses = phrase.senses.iter().filter(|sense| is_interchangeable(**sense));
            self.meanings.extend(senses.map(|sense| sense.set));
        }
    }

    /// Returns whether a token stands in a sentence that stands otherwise in the other text.
    pub(super) fn is_changed(&self, token: usize) -> bool {
        let sentences = &self.analysis.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        self.changed.get(at).copied().unwrap_or(false)
    }

    /// Returns the text as what it says of each thing.
    pub(super) fn slot_text(&self) -> SlotText<'_> {
        SlotText::new(self.analysis, &self.changed)
    }

    /// Returns how many sentences stand otherwise in the other text.
    pub(super) fn n_sentences_changed(&self) -> usize {
        self.changed.iter().filter(|changed| **changed).count()
    }

    /// Returns the tokens of all changed sentences.
    pub(super) fn changed_tokens(&self) -> impl Iterator<Item = usize> {
        let sentences = self.analysis.document.sentences.iter().zip(&self.changed);
        sentences.filter(|(_, changed)| **changed).flat_map(|(sentence, _)| sentence.tokens.clone())
    }

    /// Returns the word at a token in its dictionary form.
    pub(super) fn lemma(&self, at: usize) -> &'t str {
        self.analysis.document.lemma(at)
    }

    /// Returns the class of the word at a token.
    pub(super) fn upos(&self, at: usize) -> Upos {
        self.analysis.document.tokens[at].upos
    }

    /// Returns whether the text has a figure of the same amount, and whether one has the same bound too.
    fn has_figure(&self, figure: &Figure) -> (bool, bool) {
        let value = plain_value(figure);
        let slack = NEAR_VALUE * value.abs();
        let first = self.figures.partition_point(|(own, _)| *own < value - slack);
        let near = self.figures[first..].iter().take_while(|(own, _)| *own <= value + slack).map(|(_, own)| *own);
        // "a boy of 15" names no unit, "a 15-year-old boy" does.
        let agrees = |own: &&Figure| same_amount(own, figure) || own.unit.is_none() != figure.unit.is_none();
        near.filter(agrees).fold((false, false), |(_, same), own| {
            (true, same || same_quantity(own, figure) || own.unit.is_none() != figure.unit.is_none())
        })
    }

    /// Returns whether the text has a time that says the same.
    fn has_time(&self, timex: &Timex, text: &str) -> bool {
        sought_keys(timex, text).iter().any(|key| self.times.contains(key))
    }

    /// Returns the phrases of the tables that have a word in `places`.
    pub(super) fn phrases_touching(&self, places: &Range<usize>) -> impl Iterator<Item = &KnownPhrase> {
        let first = self.phrases.partition_point(|phrase| phrase.tokens[0] + MAX_PHRASE_WORDS < places.start);
        let near = self.phrases[first..].iter().take_while(|phrase| phrase.tokens[0] < places.end);
        near.filter(|phrase| phrase.tokens.iter().any(|token| places.contains(token)))
    }

    /// Returns whether this text says what `token` of another text says.
    pub(super) fn covers(&self, other: &TextContent<'_>, token: usize) -> Covered {
        let yes = |yes: bool| if yes { Covered::Exactly } else { Covered::No };
        match other.tokens[token] {
            TokenContent::Nothing => Covered::Exactly,
            TokenContent::Negation => yes(self.tokens.contains(&TokenContent::Negation)),
            TokenContent::Figure(at) => match self.has_figure(&other.analysis.figures[at]) {
                (_, true) => Covered::Exactly,
                (true, _) => Covered::WithOtherBound,
                _ => Covered::No,
            },
            TokenContent::Time(at) => yes(self.has_time(&other.analysis.timexes[at], other.analysis.document.text)),
            TokenContent::Word => self.covers_word(other, token),
        }
    }

    fn covers_word(&self, other: &TextContent<'_>, token: usize) -> Covered {
        let (norm, lemma) = (other.analysis.document.norm(token), other.lemma(token));
        let known = self.words.get(lemma).or_else(|| self.words.get(norm));
        if known.is_some_and(|sentences| !sentences.is_empty()) {
            return Covered::Exactly;
        }
        if shared_beginning(lemma).is_some_and(|beginning| self.beginnings.contains(beginning)) {
            return Covered::ByStem;
        }
        let meant = |sense: &Sense| is_interchangeable(*sense) && self.meanings.contains(&sense.set);
        match () {
            () if other.phrases_touching(&(token..token + 1)).any(|phrase| phrase.senses.iter().any(meant)) => {
                Covered::ByMeaning
            }
            () if known.is_some() => Covered::Elsewhere,
            () => Covered::No,
        }
    }

    /// Returns the largest share of the words of another text's `tokens` that stand in one, and in two, changed sentences of
    /// this text.
    pub(super) fn shares_in_sentences(&self, other: &TextContent<'_>, tokens: &[usize]) -> (f32, f32) {
        let document = &other.analysis.document;
        let known = |token: usize| self.words.get(other.lemma(token)).or_else(|| self.words.get(document.norm(token)));
        let places: Vec<&[usize]> = tokens.iter().map(|&token| known(token).map_or(&[][..], Vec::as_slice)).collect();
        let best = |without: Option<usize>| {
            let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
            for sentences in places.iter().filter(|sentences| !without.is_some_and(|at| sentences.contains(&at))) {
                for &sentence in sentences.iter().take(MOST_SENTENCES) {
                    *counts.entry(sentence).or_default() += 1;
                }
            }
            counts.into_iter().max_by_key(|&(sentence, count)| (count, std::cmp::Reverse(sentence)))
        };
        let Some((first, n_first)) = best(None) else { return (0.0, 0.0) };
        let n_second = best(Some(first)).map_or(0, |(_, count)| count);
        let n_words = tokens.len().max(1) as f32;
        (n_first as f32 / n_words, (n_first + n_second) as f32 / n_words)
    }

    /// Returns the tokens of `range` that say something.
    pub(super) fn telling(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        range.filter(|&at| self.tokens[at] != TokenContent::Nothing)
    }
}

/// Returns the bracketed mark of the agency in each dateline: "DELBY (NW) —".
fn agencies_in_datelines(document: &Document<'_>) -> impl Iterator<Item = Range<usize>> {
    (0..document.sentences.len()).filter_map(|sentence| {
        let opening = document.sentences[sentence].tokens.start..dateline::end(document, sentence)?;
        let open = opening.clone().find(|&at| document.word(at) == "(")?;
        let close = (open..opening.end).find(|&at| document.word(at) == ")")?;
        Some(open..close + 1)
    })
}

/// How a text says what a token of the other text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Covered {
    /// With the same word or value.
    Exactly,
    /// With a related word: "demolition" for "demolish".
    ByStem,
    /// With a phrase that means the same.
    ByMeaning,
    /// The same amount with another bound: "at least 90" for "no more than 90".
    WithOtherBound,
    /// With the same word, but only in sentences that did not change.
    Elsewhere,
    /// Not at all.
    No,
}

impl Covered {
    /// Returns how the other text tells the word, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Exactly => "told",
            Self::ByStem => "told by a related word",
            Self::ByMeaning => "told by a phrase that means the same",
            Self::WithOtherBound => "told with another bound",
            Self::Elsewhere => "told only where nothing changed",
            Self::No => "not told",
        }
    }
}

/// Returns whether members of the set of a sense may stand for each other.
fn is_interchangeable(sense: Sense) -> bool {
    matches!(sense.kind, SetKind::Same | SetKind::Style)
}

/// Values farther apart than this share of one are no longer compared.
const NEAR_VALUE: f64 = 1e-6;

/// Most sentences in which one word is looked for.
const MOST_SENTENCES: usize = 40;

/// Letters that related words share.
const BEGINNING: usize = 5;

/// Returns the beginning that related words share; `None` for a short word.
fn shared_beginning(lemma: &str) -> Option<&str> {
    lemma.is_ascii().then(|| lemma.get(..BEGINNING)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::Setting;
    use crate::text::rule_table::needless_words;

    #[test]
    fn every_light_word_tells_nothing() {
        assert!(LIGHT.is_sorted());
        let telling = |text: &str| -> Vec<bool> {
            let side = read_side(None, text, Setting::default());
            let content = TextContent::read(&side.text, vec![true]);
            content.tokens.iter().map(|token| matches!(token, TokenContent::Word)).collect()
        };
        assert_eq!(needless_words(LIGHT, &["They met {Word} Lee.", "They will {} it."], telling), [""; 0]);
    }

    /// Checks how `other` says the first word `word` of `own`; the last sentence of each stands in both texts.
    #[track_caller]
    fn check(own: &str, word: &str, other: &str, want: Covered) {
        let (own, other) = (read_side(None, own, Setting::default()), read_side(None, other, Setting::default()));
        let changed = |analysis: &Analysis<'_>| -> Vec<bool> {
            let n_sentences = analysis.document.sentences.len();
            (0..n_sentences).map(|at| n_sentences == 1 || at + 1 < n_sentences).collect()
        };
        let read = |analysis| TextContent::read(analysis, changed(analysis));
        let (own, other) = (read(&own.text), read(&other.text));
        let document = &own.analysis.document;
        let token = (0..document.tokens.len())
            .find(|&at| document.word(at).contains(word))
            .expect("the word stands in the text");
        assert_eq!(other.covers(&own, token), want, "{word}");
    }

    #[test]
    fn values_are_covered_by_value() {
        check("They paid $1.2bn.", "1.2", "They paid 1.2 billion dollars.", Covered::Exactly);
        check("The gap is at least 90 metres.", "90", "The gap is no more than 90 metres.", Covered::WithOtherBound);
        check("They paid $1.2bn.", "1.2", "They paid $1.3bn.", Covered::No);
        check("It lasted 24 hours.", "24", "It lasted one day.", Covered::Exactly);
        check("It lasted 24 hours.", "24", "It lasted two days.", Covered::No);
    }

    #[test]
    fn words_are_covered_by_form_beginning_and_meaning() {
        check("They demolished the mill.", "demolished", "The demolition of the mill began.", Covered::ByStem);
        check("Crews fought the blaze.", "blaze", "Crews fought the fire.", Covered::ByMeaning);
        check("Crews fought the blaze.", "blaze", "Crews fought the flood.", Covered::No);
        check("The mill burned. It is old.", "mill", "The barn burned. The mill is old.", Covered::Elsewhere);
    }
}
