//! Takes the grammar of a sentence from an earlier version that has the same sentence.
//!
//! Tags and tree of a sentence follow from its own words alone, so a sentence that stands word for word in both versions
//! is parsed once. What is taken over equals what would be read; a test compares the two.

use rustc_hash::FxHashMap;

use crate::model::Document;

/// The sentences of a document whose grammar is known.
pub(super) struct KnownGrammar<'d, 't> {
    document: &'d Document<'t>,
    by_words: FxHashMap<&'t str, usize>,
}

impl<'d, 't> KnownGrammar<'d, 't> {
    /// Indexes the sentences of a document that has been read.
    pub(super) fn of(document: &'d Document<'t>) -> Self {
        let sentences = document.sentences.iter().enumerate().filter(|_| document.is_english());
        let by_words = sentences.map(|(at, sentence)| (sentence.span.of(document.text), at)).collect();
        Self { document, by_words }
    }

    /// Gives a sentence of another document the grammar of the same sentence here; returns whether it is there.
    pub(super) fn give(&self, document: &mut Document<'_>, sentence: usize) -> bool {
        let own = &document.sentences[sentence];
        let Some(&known) = self.by_words.get(own.span.of(document.text)) else { return false };
        let known = &self.document.sentences[known];
        let range = own.tokens.clone();
        let begins = |tokens: &[crate::model::Token], start: usize| -> Vec<(usize, usize)> {
            tokens.iter().map(|token| (token.span.start - start, token.span.end - start)).collect()
        };
        let known_tokens = &self.document.tokens[known.tokens.clone()];
        // The same characters may be cut otherwise where sentences or words were given.
        if begins(known_tokens, known.span.start) != begins(&document.tokens[range.clone()], own.span.start) {
            return false;
        }
        for (at, known_token) in range.clone().zip(known_tokens) {
            let token = &mut document.tokens[at];
            (token.upos, token.penn, token.rel) = (known_token.upos, known_token.penn, known_token.rel);
            token.head = known_token.head - known.tokens.start + range.start;
            token.lemma = token.norm;
            if known_token.lemma != known_token.norm {
                let start = document.forms.len() as u32;
                let (from, to) = known_token.lemma;
                document.forms.push_str(&self.document.forms[from as usize..to as usize]);
                token.lemma = (start, document.forms.len() as u32);
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{read, read_after};

    /// Returns all that grammar gives to each token.
    fn grammar(document: &crate::model::Document<'_>) -> Vec<String> {
        let tokens = document.tokens.iter().enumerate();
        tokens
            .map(|(at, token)| {
                format!("{at} {:?} {} {:?} {} {}", token.upos, token.penn, token.rel, token.head, document.lemma(at))
            })
            .collect()
    }

    #[test]
    fn a_sentence_of_both_versions_has_the_same_grammar_as_if_it_were_read() {
        let old = "The dam burst on Monday. Crews rushed to Pelt.\n\n“We heard it,” said Ann Rigg. No. No.\n\nThe dam burst on Monday.";
        for new in [
            old,
            "Crews rushed to Pelt. The dam had burst on Sunday.\n\nNo. “We heard it,” said Ann Rigg.",
            "",
            "La digue a cédé lundi, et les secours sont arrivés dans la nuit. Les habitants ont été évacués.",
        ] {
            let earlier = read(old);
            assert_eq!(grammar(&read_after(new, &earlier)), grammar(&read(new)), "{new}");
        }
    }
}
