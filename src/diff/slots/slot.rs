//! Describes what one text says of one thing, and the text as those who read slots see it.

use std::collections::BTreeMap;

use crate::model::{Analysis, Rel, Span, TimexType, Upos, touching};
use crate::text::Tree;
use crate::text::{is_function_word, negation_of, stem};

/// One thing that a text says of a subject.
pub(super) struct Slot {
    /// The subject, in a form that is the same in both texts.
    pub of: String,
    /// What is said of it, in a form that is the same in both texts.
    pub value: String,
    /// The words that say it.
    pub span: Span,
}

/// The slots of one sort that a text has, by their subject.
pub(super) struct SubjectSlots<'t> {
    /// The text.
    pub text: &'t SlotText<'t>,
    /// Its slots.
    pub slots: BTreeMap<String, Vec<Slot>>,
}

impl<'t> SubjectSlots<'t> {
    /// Groups slots of a text by their subject.
    pub(super) fn new(text: &'t SlotText<'t>, slots: Vec<Slot>) -> Self {
        let mut subjects: BTreeMap<String, Vec<Slot>> = BTreeMap::new();
        for slot in slots {
            subjects.entry(slot.of.clone()).or_default().push(slot);
        }
        Self { text, slots: subjects }
    }

    /// Returns the first slot of a subject that stands in a changed sentence, where all its slots have one value.
    pub(super) fn told(&self, subject: &str) -> Option<&Slot> {
        let slots = self.slots.get(subject)?;
        let is_one = slots.iter().all(|slot| slot.value == slots[0].value);
        slots.iter().find(|slot| is_one && self.text.is_changed(slot))
    }
}

/// What one text says.
pub(crate) struct SlotText<'t> {
    /// The analyzed text.
    pub analysis: &'t Analysis<'t>,
    /// Its grammar.
    pub tree: Tree,
    /// Whether each sentence stands otherwise in the other text.
    changed: &'t [bool],
    /// Whether each token tells that somebody says something: "said", "was urged".
    cues: Vec<bool>,
}

impl<'t> SlotText<'t> {
    /// Indexes a text whose sentences `changed` or did not.
    pub(crate) fn new(analysis: &'t Analysis<'t>, changed: &'t [bool]) -> Self {
        let document = &analysis.document;
        let mut cues = vec![false; document.tokens.len()];
        for &cue in analysis.statements.iter().flat_map(|statement| &statement.cue) {
            cues[document.tokens_in(cue)].fill(true);
        }
        Self { analysis, tree: Tree::new(document), changed, cues }
    }

    /// Returns the sentence in which a span begins.
    pub(super) fn sentence(&self, span: Span) -> usize {
        self.analysis.document.sentence_at(span.start).unwrap_or_default()
    }

    /// Returns the words of a span that tell something, in their dictionary form.
    pub(super) fn telling_words(&self, span: Span) -> impl Iterator<Item = &'t str> {
        let document = &self.analysis.document;
        let tells = |at: &usize| {
            let is_word = document.word(*at).contains(char::is_alphanumeric);
            is_word && !is_function_word(document.norm(*at)) && document.tokens[*at].upos != Upos::Aux
        };
        document.tokens_in(span).filter(tells).map(|at| document.lemma(at))
    }

    /// Returns the stem of a word, by which two texts name one thing or deed.
    pub(super) fn stem_of(&self, token: usize) -> String {
        stem(self.analysis.document.lemma(token)).into_owned()
    }

    /// Returns whether a form of "be" ties a word to its subject: "turnout was 54%".
    pub(super) fn has_copula(&self, token: usize) -> bool {
        self.tree.dependent(&self.analysis.document, token, &[Rel::Cop]).is_some()
    }

    /// Returns a span with the word before it: "until Friday".
    pub(super) fn with_word_before(&self, span: Span) -> Span {
        let document = &self.analysis.document;
        let before = document.tokens_in(span).start.checked_sub(1);
        before.map_or(span, |before| document.tokens[before].span.cover(span))
    }

    /// Returns whether a token tells that somebody says something.
    pub(super) fn is_cue(&self, token: usize) -> bool {
        self.cues[token]
    }

    /// Returns whether a token belongs to a time.
    pub(super) fn is_time(&self, token: usize) -> bool {
        let span = self.analysis.document.tokens[token].span;
        touching(&self.analysis.timexes, span, |timex| timex.span).next().is_some()
    }

    /// Returns whether a token belongs to a figure.
    pub(super) fn is_figure(&self, token: usize) -> bool {
        let span = self.analysis.document.tokens[token].span;
        touching(&self.analysis.figures, span, |figure| figure.span).next().is_some()
    }

    /// Returns whether a sentence tells how often something happens: "9,000 a day", "on Mondays".
    pub(super) fn tells_how_often(&self, sentence: usize) -> bool {
        let span = self.analysis.document.sentences[sentence].span;
        touching(&self.analysis.timexes, span, |timex| timex.span).any(|timex| timex.kind == TimexType::Set)
    }

    /// Returns whether a word of a sentence denies something.
    pub(super) fn has_negation(&self, sentence: usize) -> bool {
        let document = &self.analysis.document;
        document.sentences[sentence].tokens.clone().any(|at| negation_of(document.norm(at)).is_some())
    }

    /// Returns whether a sentence stands otherwise in the other text.
    pub(super) fn is_sentence_changed(&self, sentence: usize) -> bool {
        self.changed.get(sentence).copied().unwrap_or(false)
    }

    fn is_changed(&self, slot: &Slot) -> bool {
        self.is_sentence_changed(self.sentence(slot.span))
    }
}
