//! Reads a text: from a string to paragraphs, sentences, tokens, tags and grammar.
//!
//! In: a text as an article holds it. Out: a [`Document`]. Nothing is refused: an
//! odd text gives an odd document, and a note where something could not be used.
//! The parts, in the order in which they run:
//!
//! 1. `language`: the language, where that is sure; only English gets grammar.
//! 2. `paragraphs`: blocks between line breaks.
//! 3. `tokens` (with `token_table`): words, numbers and marks.
//! 4. `sentences` (with `abbreviation_table`): ranges of tokens.
//! 5. `normal`: the form by which a token is compared, lower case and plain.
//! 6. `line_kind` (with `line_kind_table`) and `roles`: headline, byline, body, furniture …
//! 7. `quotations`: passages in quotation marks, and a flag for each token inside.
//! 8. `grammar`: parts of speech and dependencies, from learnt weights; `known_grammar`: from an earlier version;
//!    `verbless` gives a sentence the verb that its tags lack.
//! 9. `lemma` (with `lemma_table`): the dictionary form, with a tag or without.
//!
//! Over a finished document, later stages ask:
//!
//! - [`Tree`] (`tree`) for heads, dependents and clauses
//! - [`line_kind`](fn@line_kind) for what kind of line a sentence is, `dateline` (with `dateline_table`) for where its own
//!   words begin
//! - `reporting_verbs` for verbs of saying, `conditions` for words that open a condition
//! - the lists that all layers share: `past_forms_table`, `light_verbs_table`, `auxiliaries_table`,
//!   `function_words_table`, `name_particles_table`, `negation_table`, `units_table`
//!
//! `rule_table` lets the test of any table read an example without one of its rows.

mod abbreviation_table;
mod auxiliaries_table;
pub(crate) mod conditions;
pub(crate) mod dateline;
mod dateline_table;
mod function_words_table;
#[doc(hidden)]
pub mod grammar;
mod known_grammar;
mod language;
mod language_table;
mod lemma;
mod lemma_table;
mod light_verbs_table;
mod line_kind;
mod line_kind_table;
pub(crate) mod name_particles_table;
mod negation_table;
mod normal;
mod paragraphs;
pub(crate) mod past_forms_table;
mod quotations;
pub(crate) mod reporting_verbs;
pub(crate) mod reporting_verbs_table;
mod roles;
pub(crate) mod rule_table;
mod sentences;
mod token_table;
mod tokens;
mod tree;
pub(crate) mod units_table;
mod verbless;
mod verbless_table;

pub(crate) use auxiliaries_table::{is_auxiliary, is_form_of_be, is_form_of_have, is_modal, tells_of_future};
pub(crate) use function_words_table::{
    is_article, is_common_function_word, is_demonstrative, is_function_word, is_object_pronoun, is_possessive,
    is_preposition, is_subject_pronoun, is_subordinating_conjunction, is_subordinator, is_third_person,
    is_third_person_of_people, opens_indirect_question,
};
pub use lemma::{base_form, irregular_bases, stem};
pub(crate) use lemma::{singular, without_possessive};
pub(crate) use light_verbs_table::{is_empty_verb, is_light_verb, says_by_object};
pub use line_kind::{LineKind, line_kind};
pub(crate) use line_kind::{is_made_of_times, is_page_line, opens_notice};
pub(crate) use name_particles_table::is_name_particle;
#[cfg(test)]
pub(crate) use negation_table::{NEGATIONS, NegationWord};
pub(crate) use negation_table::{Negation, denies_verb, negation_of};
pub use tree::Tree;

use grammar::Models;
use grammar::model::Workspace;
use grammar::tag_table::{TAGS, Tag};

use crate::model::{Document, Note, Paragraph, Rel, Role, Sentence, Span, Token, Upos};

/// Bytes of a text that is read with grammar, at most: no article has them, and a book of that size takes half a
/// minute.
pub const MAX_DEEP: usize = 8 << 20;

/// Returns the document of `text`, with grammar if it is in English; never fails.
pub fn read(text: &str) -> Document<'_> {
    let mut document = skim(text);
    add_all_grammar(&mut document);
    document
}

/// Returns the document of a later version of `earlier`: the same as [`read`] returns, but sentences that stand in both
/// are not parsed again.
pub fn read_after<'t>(text: &'t str, earlier: &Document<'_>) -> Document<'t> {
    let mut document = skim(text);
    add_grammar_after(&mut document, earlier);
    document
}

/// Reads paragraphs, sentences, tokens, roles and quotations; [`add_grammar`] adds the rest where it is wanted.
pub fn skim(text: &str) -> Document<'_> {
    let mut document = begin(text);
    let is_english = document.is_english();
    let mut spans = Vec::with_capacity(text.len() / 5);
    for span in paragraphs::paragraphs_in(text) {
        let first = spans.len();
        if is_english {
            tokens::cut(text, span, &mut spans);
            read_paragraph(&mut document, span, &spans, first);
        } else {
            read_foreign_paragraph(&mut document, span);
        }
    }
    roles::set(&mut document);
    quotations::set(&mut document);
    document
}

/// Begins a document with its language.
fn begin(text: &str) -> Document<'_> {
    let language = language::language_of(text);
    let mut document = Document { text, language, is_too_long: MAX_DEEP < text.len(), ..Document::default() };
    if document.is_too_long {
        let message =
            format!("the text is longer than {} MB: only sentences, figures and plain dates are read", MAX_DEEP >> 20);
        document.notes.push(Note::new("too-long", message));
    } else if !document.is_english() {
        let code = language.unwrap_or_default();
        let message =
            format!("the text is in another language ({code}): only sentences, figures and plain dates are read");
        document.notes.push(Note::new("other-language", message));
    }
    document
}

/// Returns the document of sentences that are given; they are neither split nor joined.
pub fn read_given<'t>(text: &'t str, sentences: &[Span]) -> Document<'t> {
    let mut document = skim_given(text, sentences);
    add_all_grammar(&mut document);
    document
}

/// Returns the document of sentences that are given, as [`read_given`] does, without parsing again what `earlier` has.
pub fn read_given_after<'t>(text: &'t str, sentences: &[Span], earlier: &Document<'_>) -> Document<'t> {
    let mut document = skim_given(text, sentences);
    add_grammar_after(&mut document, earlier);
    document
}

fn skim_given<'t>(text: &'t str, sentences: &[Span]) -> Document<'t> {
    let mut document = begin(text);
    let mut spans = Vec::new();
    for &span in sentences {
        spans.clear();
        tokens::cut(text, span, &mut spans);
        push_paragraph_of(&mut document, span, &spans);
    }
    quotations::set(&mut document);
    document
}

/// Returns the document of sentences whose words are given; they are neither split nor joined.
pub fn read_words<'t>(text: &'t str, sentences: &[Vec<Span>]) -> Document<'t> {
    let mut document = begin(text);
    for words in sentences {
        let span = words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.cover(*last));
        push_paragraph_of(&mut document, span, words);
    }
    quotations::set(&mut document);
    add_all_grammar(&mut document);
    document
}

fn read_paragraph(document: &mut Document<'_>, span: Span, tokens: &[Span], first: usize) {
    let index = document.paragraphs.len();
    let first_sentence = document.sentences.len();
    let text = document.text;
    sentences::split(text, tokens, first..tokens.len(), |range| {
        let words = &tokens[range];
        let span = words[0].cover(words[words.len() - 1]);
        push_sentence(document, span, words, index);
    });
    let sentences = first_sentence..document.sentences.len();
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences });
}

/// Reads a paragraph in another language than English.
fn read_foreign_paragraph(document: &mut Document<'_>, span: Span) {
    let index = document.paragraphs.len();
    let first_sentence = document.sentences.len();
    let block = span.of(document.text);
    let mut words = Vec::new();
    for piece in sentencex::get_sentence_boundaries(document.language.unwrap_or("en"), block) {
        let start = span.start + (piece.text.as_ptr() as usize - block.as_ptr() as usize);
        words.clear();
        tokens::cut(document.text, Span::new(start, start + piece.text.len()), &mut words);
        if let (Some(&first), Some(&last)) = (words.first(), words.last()) {
            push_sentence(document, first.cover(last), &words, index);
        }
    }
    let sentences = first_sentence..document.sentences.len();
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences });
}

/// Appends a paragraph of one sentence.
fn push_paragraph_of(document: &mut Document<'_>, span: Span, words: &[Span]) {
    let index = document.paragraphs.len();
    let sentence = document.sentences.len();
    push_sentence(document, span, words, index);
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences: sentence..sentence + 1 });
}

fn push_sentence(document: &mut Document<'_>, span: Span, words: &[Span], paragraph: usize) {
    let first = document.tokens.len();
    for &word in words {
        let from = document.forms.len() as u32;
        normal::fold_into(word.of(document.text), &mut document.forms);
        let form = (from, document.forms.len() as u32);
        let head = document.tokens.len();
        document.tokens.push(Token {
            span: word,
            upos: Upos::Unset,
            penn: "",
            rel: Rel::Unset,
            head,
            in_quotes: false,
            norm: form,
            lemma: form,
        });
    }
    let tokens = first..document.tokens.len();
    document.sentences.push(Sentence { span, tokens, paragraph, role: Role::Body });
}

fn add_all_grammar(document: &mut Document<'_>) {
    add_grammar(document, 0..document.sentences.len());
}

/// Adds the grammar of all sentences, those that `earlier` has too from there.
fn add_grammar_after(document: &mut Document<'_>, earlier: &Document<'_>) {
    let known = known_grammar::KnownGrammar::of(earlier);
    let mut new = Vec::new();
    for sentence in 0..document.sentences.len() {
        if !known.give(document, sentence) {
            new.push(sentence);
        }
    }
    add_grammar(document, new);
}

/// Tags and parses some sentences, given by their indices.
pub fn add_grammar(document: &mut Document<'_>, sentences: impl IntoIterator<Item = usize>) {
    if !document.is_english() {
        return;
    }
    let models = Models::built_in();
    let mut workspace = Workspace::default();
    for sentence in sentences {
        let range = document.sentences[sentence].tokens.clone();
        let pairs = range.clone().map(|token| (document.word(token), document.norm(token)));
        workspace.words.fill(pairs, &models.lexicon, &models.classes);
        models.tag(&mut workspace);
        verbless::give_verb(document, range.clone(), &mut workspace.tags);
        models.parse(&mut workspace);
        let arcs = workspace.state.arcs().into_iter().zip(&workspace.tags);
        for (token, ((head, rel), &tag)) in document.tokens[range.clone()].iter_mut().zip(arcs) {
            let Tag { upos, penn } = TAGS[usize::from(tag)];
            (token.upos, token.penn, token.rel) = (upos, penn, rel);
            token.lemma = lemma_range(&mut document.forms, token);
            token.head = head.checked_sub(1).map_or(token.head, |head| range.start + head);
        }
        verbless::raise_verb(document, range);
    }
}

/// Returns where the dictionary form of `token` stands in `forms`, appending it if need be.
fn lemma_range(forms: &mut String, token: &Token) -> (u32, u32) {
    let norm = token.norm.0 as usize..token.norm.1 as usize;
    let Some((stem, ending)) = lemma::lemma(&forms[norm.clone()], token.upos, token.penn) else { return token.norm };
    let stem = norm.start..norm.start + stem.len();
    let start = forms.len() as u32;
    let stem = forms[stem].to_owned();
    forms.push_str(&stem);
    forms.push_str(ending);
    (start, forms.len() as u32)
}
