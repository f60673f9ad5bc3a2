//! Holds a text that has been read: paragraphs, sentences, tokens and grammar.
//!
//! `text::read` makes it; every later stage looks at it and none changes it.
//! Tokens lie in one flat list so that a stage can run through a long text
//! without following pointers; a sentence is a range of that list.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Note, Quotation, Span};

/// A text with everything that reading it told us.
#[derive(Clone, Debug, Default)]
pub struct Document<'t> {
    /// The text itself; every span points into it.
    pub text: &'t str,
    /// ISO 639-1 code where the language is sure (`en`, `de`), else `None`.
    pub language: Option<&'static str>,
    /// Longer than what is read with grammar: it gets sentences, words, figures and plain dates alone.
    pub is_too_long: bool,
    /// In order of the text; they do not overlap.
    pub paragraphs: Vec<Paragraph>,
    /// In order of the text; they do not overlap.
    pub sentences: Vec<Sentence>,
    /// In order of the text; they do not overlap.
    pub tokens: Vec<Token>,
    /// Normal forms and lemmas of all tokens, one behind the other.
    pub(crate) forms: String,
    /// Passages in quotation marks, in order of where they begin; one may lie in another.
    pub quotations: Vec<Quotation>,
    /// Spans of the paragraphs in which a quotation mark has no partner.
    pub odd_quotes: Vec<Span>,
    /// What reading noticed and could not use.
    pub notes: Vec<Note>,
}

/// A block of the text between line breaks, with the role it plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is for.
    pub role: Role,
    /// Indices of its sentences.
    pub sentences: Range<usize>,
}

/// One sentence: where it stands and which tokens it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// What it is for.
    pub role: Role,
}

/// What a passage is for in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The title of the article.
    Headline,
    /// The lines that sum the article up, beside the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// "Updated 14:32 BST", "Published 3 May 2025".
    Stamp,
    /// What the article tells.
    #[default]
    Body,
    /// What stands under a picture.
    Caption,
    /// A line with a bullet or number.
    ListItem,
    /// The time line that opens a live-blog entry: "14.32 BST".
    EntryTime,
    /// A quotation set apart that stands in the body too.
    PullQuote,
    /// A correction, clarification or update note.
    Notice,
    /// "Read more", share buttons, cookie lines.
    Furniture,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Universal part of speech; `Unset` without grammar.
    pub upos: Upos,
    /// The finer tag of the Penn Treebank ("VBD" for a past form); empty without grammar.
    pub penn: &'static str,
    /// Relation to the head; `Unset` without grammar.
    pub rel: Rel,
    /// Index (in the document) of the token this one depends on; its own index for a root.
    pub head: usize,
    /// Whether it stands inside quotation marks; the marks themselves do not, unless in another quotation.
    pub in_quotes: bool,
    /// Lower case, quotes and dashes plain; a range of `Document::forms`.
    pub(crate) norm: (u32, u32),
    /// Dictionary form, lower case; a range of `Document::forms`.
    pub(crate) lemma: (u32, u32),
}

impl<'t> Document<'t> {
    /// Returns a token's words as they stand in the text.
    pub fn word(&self, token: usize) -> &'t str {
        let span = self.tokens[token].span;
        &self.text[span.start..span.end]
    }

    /// Returns a token's normal form: lower case, typographic variants folded.
    pub fn norm(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].norm;
        &self.forms[start as usize..end as usize]
    }

    /// Returns a token's dictionary form in lower case ("said" → "say").
    pub fn lemma(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].lemma;
        &self.forms[start as usize..end as usize]
    }

    /// Returns the index of the sentence that holds byte `offset`, if one does.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.span.end <= offset);
        self.sentences.get(after).filter(|sentence| sentence.span.start <= offset).map(|_| after)
    }

    /// Returns the indices of the tokens that touch `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let last = self.tokens.partition_point(|token| token.span.start < span.end);
        first..last.max(first)
    }

    /// Returns the head of a phrase: the first of its tokens that depends on none of the others.
    pub fn head_of(&self, phrase: &Range<usize>) -> Option<usize> {
        phrase.clone().find(|&token| !phrase.contains(&self.tokens[token].head))
    }

    /// Returns whether the deep English analysis applies.
    pub fn is_english(&self) -> bool {
        !self.is_too_long && self.language.is_none_or(|code| code == "en")
    }
}

/// Declares an enum of tags together with their written names.
macro_rules! tags {
    ($(#[$doc:meta])* $name:ident { $($tag:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $(#[allow(missing_docs)] $tag),+ , #[default] #[doc(hidden)] Unset }

        impl $name {
            /// Every tag, in the order of its number.
            pub const ALL: &'static [Self] = &[$(Self::$tag),+];

            /// Returns the written name of Universal Dependencies.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$tag => $word),+ , Self::Unset => "_" }
            }

            /// Returns the tag written so, if there is one.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$tag)),+ , _ => None }
            }
        }
    };
}

tags! {
    /// A universal part-of-speech tag.
    ///
    /// Source: Universal Dependencies v2, UPOS.
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

tags! {
    /// A universal dependency relation, without subtypes.
    ///
    /// Source: Universal Dependencies v2.
    Rel {
        Acl = "acl", Advcl = "advcl", Advmod = "advmod", Amod = "amod", Appos = "appos", Aux = "aux", Case = "case",
        Cc = "cc", Ccomp = "ccomp", Clf = "clf", Compound = "compound", Conj = "conj", Cop = "cop", Csubj = "csubj",
        Dep = "dep", Det = "det", Discourse = "discourse", Dislocated = "dislocated", Expl = "expl", Fixed = "fixed",
        Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list", Mark = "mark", Nmod = "nmod",
        Nsubj = "nsubj", Nummod = "nummod", Obj = "obj", Obl = "obl", Orphan = "orphan", Parataxis = "parataxis",
        Punct = "punct", Reparandum = "reparandum", Root = "root", Vocative = "vocative", Xcomp = "xcomp",
    }
}
