//! Shows a document to the finders of statements: words, tags, grammar and quotation at hand.
//!
//! Everything here is worked out once in one pass, so that asking costs no search.

use std::ops::Range;

use crate::model::{Document, Quotation, Rel, Span, Upos};
use crate::text::reporting_verbs::reporting_verb;
use crate::text::{
    Negation, is_article, is_auxiliary, is_demonstrative, is_object_pronoun, is_preposition, is_subject_pronoun,
    is_subordinator, is_third_person, negation_of,
};

/// How far up the grammar a token's words are counted in; deeper trees are damage.
const MAX_CLIMB: usize = 64;

/// A document with its outermost quotations and the reach of every token.
pub(crate) struct DocumentView<'d, 't> {
    pub document: &'d Document<'t>,
    /// Outermost quotations, in order.
    pub quotations: Vec<Quotation>,
    /// For each token, one more than the quotation it lies in (its marks too); 0 for none.
    quoted: Vec<u32>,
    /// For each token, the first and last token that depend on it, itself included.
    reach: Vec<(u32, u32)>,
}

impl<'d, 't> DocumentView<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>) -> Self {
        let quotations: Vec<Quotation> =
            document.quotations.iter().copied().filter(|quotation| quotation.depth == 0).collect();
        let mut quoted = vec![0; document.tokens.len()];
        for (index, quotation) in quotations.iter().enumerate() {
            quoted[document.tokens_in(quotation.outer)].fill(index as u32 + 1);
        }
        Self { document, quotations, quoted, reach: reaches(document) }
    }

    /// Returns a token in lower case; an acronym that would be a pronoun then stays as it is written: "the WHO".
    pub(crate) fn norm(&self, token: usize) -> &str {
        let norm = self.document.norm(token);
        match norm {
            "who" | "us" | "it" if self.is_acronym(token) => self.document.word(token),
            _ => norm,
        }
    }

    /// Returns whether a word of capitals stands beside one that has small letters.
    fn is_acronym(&self, token: usize) -> bool {
        let sentence = self.sentence_of(token);
        let is_small = |at: usize| sentence.contains(&at) && self.document.word(at).contains(char::is_lowercase);
        let is_upper = self.document.word(token).chars().all(char::is_uppercase);
        is_upper && (is_small(token + 1) || token.checked_sub(1).is_some_and(is_small))
    }

    pub(crate) fn upos(&self, token: usize) -> Upos {
        match self.document.tokens[token].upos {
            Upos::Unset => guess(self.document.word(token)),
            // Taggers take some names for auxiliaries.
            Upos::Aux if !is_auxiliary(self.norm(token)) => Upos::Propn,
            upos => upos,
        }
    }

    pub(crate) fn rel(&self, token: usize) -> Rel {
        self.document.tokens[token].rel
    }

    pub(crate) fn head(&self, token: usize) -> usize {
        self.document.tokens[token].head
    }

    /// Returns the quotation that a token lies in, its marks included.
    pub(crate) fn quotation_at(&self, token: usize) -> Option<usize> {
        (self.quoted[token] as usize).checked_sub(1)
    }

    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.quoted[token] != 0
    }

    /// Returns the tokens that depend on `token`, as one stretch.
    pub(crate) fn reach(&self, token: usize) -> Range<usize> {
        let (first, last) = self.reach[token];
        first as usize..last as usize + 1
    }

    /// Returns the tokens of a quotation, its marks included.
    pub(crate) fn tokens_of(&self, quotation: usize) -> Range<usize> {
        self.document.tokens_in(self.quotations[quotation].outer)
    }

    /// Returns the tokens of the sentence that holds `token`.
    pub(crate) fn sentence_of(&self, token: usize) -> Range<usize> {
        let sentences = &self.document.sentences;
        let after = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        sentences.get(after).map_or(token..token + 1, |sentence| sentence.tokens.clone())
    }

    /// Returns the paragraph that holds `token`.
    pub(crate) fn paragraph_of(&self, token: usize) -> usize {
        let sentences = &self.document.sentences;
        let after = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        sentences.get(after).map_or(0, |sentence| sentence.paragraph)
    }

    /// Returns the bytes from the first to the last token of a range.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match (self.document.tokens.get(tokens.start), tokens.end.checked_sub(1)) {
            (Some(first), Some(last)) if tokens.start <= last => first.span.cover(self.document.tokens[last].span),
            _ => Span::default(),
        }
    }

    /// Returns whether a token belongs to the inside of a noun phrase.
    pub(crate) fn is_nominal(&self, token: usize) -> bool {
        use Upos::*;
        match self.upos(token) {
            Det | Adj | Noun | Propn | Num | Pron | Sym | X => true,
            Part => self.norm(token) != "to" && !self.is_negation(token),
            _ => false,
        }
    }

    /// Returns whether a token can be the heart of a noun phrase.
    pub(crate) fn is_noun(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron | Upos::X)
    }

    pub(crate) fn is_negation(&self, token: usize) -> bool {
        negation_of(self.norm(token)) == Some(Negation::Clause)
    }

    /// Returns whether a token is a dash between clauses, not the hyphen of a word.
    pub(crate) fn is_dash(&self, token: usize) -> bool {
        let (tokens, text) = (&self.document.tokens, self.document.text);
        let span = tokens[token].span;
        let is_apart = |at: usize| text.as_bytes().get(at).is_none_or(u8::is_ascii_whitespace);
        self.norm(token) == "-"
            && (span.of(text) != "-" || is_apart(span.end) || span.start == 0 || is_apart(span.start - 1))
    }

    /// Returns whether a clause may be set off here: by a comma or a dash.
    pub(crate) fn sets_off(&self, token: usize) -> bool {
        self.norm(token) == "," || self.is_dash(token)
    }

    pub(crate) fn is_punct(&self, token: usize) -> bool {
        self.upos(token) == Upos::Punct
    }

    /// Returns whether a token is "he", "they", "who": a noun phrase by itself.
    pub(crate) fn is_pronoun(&self, token: usize) -> bool {
        is_subject_pronoun(self.norm(token))
    }
}

/// Works out what depends on each token.
fn reaches(document: &Document<'_>) -> Vec<(u32, u32)> {
    let mut reach: Vec<(u32, u32)> = (0..document.tokens.len() as u32).map(|token| (token, token)).collect();
    for token in 0..document.tokens.len() {
        let own = token as u32;
        let mut at = token;
        for _ in 0..MAX_CLIMB {
            let head = document.tokens[at].head;
            let (first, last) = reach[head];
            if head == at || first <= own && own <= last {
                break;
            }
            reach[head] = (first.min(own), last.max(own));
            at = head;
        }
    }
    reach
}

/// Guesses the class of a word where no tagger has run: in texts that are too long for it.
fn guess(word: &str) -> Upos {
    match word.to_lowercase().as_str() {
        "and" | "or" | "but" => Upos::Cconj,
        "that" => Upos::Sconj,
        "to" | "not" | "n't" | "'s" => Upos::Part,
        "also" | "later" | "then" | "however" | "now" => Upos::Adv,
        "some" | "another" => Upos::Det,
        "about" | "after" | "before" => Upos::Adp,
        word if is_article(word) || is_demonstrative(word) => Upos::Det,
        word if is_third_person(word) || is_subject_pronoun(word) || is_object_pronoun(word) => Upos::Pron,
        word if is_preposition(word) => Upos::Adp,
        word if is_subordinator(word) => Upos::Sconj,
        word if is_auxiliary(word) => Upos::Aux,
        word if reporting_verb(word).is_some() => Upos::Verb,
        word if word.chars().all(|c| !c.is_alphanumeric()) => Upos::Punct,
        word if word.ends_with("ly") => Upos::Adv,
        _ if word.starts_with(char::is_uppercase) => Upos::Propn,
        _ => Upos::Noun,
    }
}
