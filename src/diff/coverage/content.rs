//! Indexes what a text says, so that a passage of the other text can be looked up in it.
//!
//! `Eleven students were aboard the bus.` says *eleven*, *student*, *aboard* and *bus*. Figures are found by value, times by
//! value, all other words by dictionary form, by the stem that related words share ("decide", "decision") and, where the
//! tables of phrases know it, by meaning ("blaze" for "fire").

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::figures::{same_amount, same_quantity};
use crate::diff::lexicon::phrases::{KnownPhrase, SetKind, phrases_in};
use crate::diff::words::stop_words_table::is_function_word;
use crate::model::{Analysis, Figure, Timex, Upos};

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
    /// Phrases of the tables, in order of their first token.
    pub phrases: Vec<KnownPhrase>,
    /// Whether each sentence stands otherwise in the other text.
    changed: Vec<bool>,
    /// Words by form and by dictionary form; the changed sentences in which one stands.
    words: FxHashMap<&'t str, Vec<usize>>,
    /// Beginnings of words that stand in changed sentences.
    stems: FxHashSet<&'t str>,
    /// Sets of interchangeable phrases that have a member in a changed sentence.
    meanings: FxHashSet<u16>,
}

/// Verbs that carry no meaning beside their object, and nouns that stand for anything.
const LIGHT: &[&str] =
    &["be", "have", "do", "get", "go", "say", "tell", "add", "there", "also", "mr", "mrs", "ms", "dr"];

const NEGATIONS: &[&str] = &[
    "not", "no", "n't", "never", "nobody", "none", "nothing", "neither", "nor", "without", "nowhere", "cannot",
    "unable",
];

impl<'t> TextContent<'t> {
    /// Indexes a text whose sentences `changed` or did not.
    pub(super) fn read(analysis: &'t Analysis<'t>, changed: Vec<bool>) -> Self {
        let document = &analysis.document;
        let mut tokens: Vec<TokenContent> = (0..document.tokens.len())
            .map(|at| {
                let (norm, lemma) = (document.norm(at), document.lemma(at));
                match () {
                    () if NEGATIONS.contains(&norm) => TokenContent::Negation,
                    () if !norm.contains(char::is_alphanumeric) => TokenContent::Nothing,
                    () if is_function_word(norm) || LIGHT.contains(&lemma) => TokenContent::Nothing,
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
        let phrases = phrases_in(document, 0..document.tokens.len());
        let mut content = Self {
            words: FxHashMap::default(),
            stems: FxHashSet::default(),
            meanings: FxHashSet::default(),
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
                self.stems.extend(stem(document.lemma(token)).filter(|_| changed));
            }
        }
        for phrase in &self.phrases {
            if self.is_changed(phrase.tokens[0]) {
                let same = phrase.senses.iter().filter(|sense| matches!(sense.kind, SetKind::Same | SetKind::Style));
                self.meanings.extend(same.map(|sense| sense.set));
            }
        }
    }

    /// Returns whether a token stands in a sentence that stands otherwise in the other text.
    pub(super) fn is_changed(&self, token: usize) -> bool {
        let sentences = &self.analysis.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        self.changed.get(at).copied().unwrap_or(false)
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
        let own = &self.analysis.figures;
        (own.iter().any(|own| same_amount(own, figure)), own.iter().any(|own| same_quantity(own, figure)))
    }

    /// Returns whether the text has a time of the same value.
    fn has_time(&self, timex: &Timex, words: &str) -> bool {
        self.analysis.timexes.iter().any(|own| {
            own.edtf.is_some() && own.edtf == timex.edtf && own.modifier == timex.modifier
                || own.edtf.is_none() && own.value == timex.value
                || minutes(&own.value).is_some_and(|own| minutes(&timex.value) == Some(own))
                || own.span.of(self.analysis.document.text).eq_ignore_ascii_case(words)
        })
    }

    /// Returns the phrases of the tables that hold the token.
    pub(super) fn phrases_at(&self, at: usize) -> impl Iterator<Item = &KnownPhrase> {
        // A phrase begins at most a few words before any of its own.
        let first = self.phrases.partition_point(|phrase| phrase.tokens[0] + 8 < at);
        self.phrases[first..]
            .iter()
            .take_while(move |phrase| phrase.tokens[0] <= at)
            .filter(move |p| p.tokens.contains(&at))
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
            TokenContent::Time(at) => {
                let timex = &other.analysis.timexes[at];
                yes(self.has_time(timex, timex.span.of(other.analysis.document.text)))
            }
            TokenContent::Word => self.covers_word(other, token),
        }
    }

    fn covers_word(&self, other: &TextContent<'_>, token: usize) -> Covered {
        let (norm, lemma) = (other.analysis.document.norm(token), other.lemma(token));
        let known = self.words.get(lemma).or_else(|| self.words.get(norm));
        if known.is_some_and(|sentences| !sentences.is_empty()) {
            return Covered::Exactly;
        }
        if stem(lemma).is_some_and(|stem| self.stems.contains(stem)) {
            return Covered::ByStem;
        }
        let meant = |sense: &crate::diff::lexicon::phrases::Sense| {
            matches!(sense.kind, SetKind::Same | SetKind::Style) && self.meanings.contains(&sense.set)
        };
        match () {
            () if other.phrases_at(token).any(|phrase| phrase.senses.iter().any(meant)) => Covered::ByMeaning,
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

/// How a text says what a token of the other text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Covered {
    /// With the same word or value.
    Exactly,
    /// With a related word: "decision" for "decide".
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

/// Returns how many minutes a length of time has, `None` for a date, a month or a year: `PT24H` and `P1D` are one.
fn minutes(value: &str) -> Option<f64> {
    let (factor, amount) = match (value.strip_prefix("PT"), value.strip_prefix('P')?) {
        (Some(clock), _) if clock.ends_with('H') => (60.0, clock),
        (Some(clock), _) if clock.ends_with('M') => (1.0, clock),
        (None, days) if days.ends_with('D') => (1440.0, days),
        (None, weeks) if weeks.ends_with('W') => (10_080.0, weeks),
        _ => return None,
    };
    amount[..amount.len() - 1].parse::<f64>().ok().map(|amount| amount * factor)
}

/// Most sentences in which one word is looked for.
const MOST_SENTENCES: usize = 40;

/// Shortest beginning that related words share.
const STEM: usize = 5;

/// Returns the beginning that related words share; `None` for a short word.
fn stem(lemma: &str) -> Option<&str> {
    lemma.is_ascii().then(|| lemma.get(..STEM)).flatten()
}
