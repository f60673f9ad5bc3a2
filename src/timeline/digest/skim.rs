//! Reads off a text what a digest needs: the days that its sentences name, and the grammar of a few sentences.
//!
//! A pile of a thousand articles has a million words, of which a digest looks
//! at the first sentences of each article and at those that name a day. Only
//! those are tagged and parsed: a fifth of the text.

use crate::model::{Analysis, Setting};
use crate::{text, time};

use super::reading::{LEADS, is_readable};
use crate::timeline::date_range::day_named;

/// Reads what a digest needs, and no claims.
pub fn skim(text: &str, setting: Setting) -> Analysis<'_> {
    let mut document = text::skim(text);
    let timexes = time::timexes_in(&document, setting);
    let days = timexes.iter().filter(|timex| day_named(timex).is_some());
    let dated = days.filter_map(|timex| document.sentence_at(timex.span.start));
    let mut wanted: Vec<usize> = dated.chain(0..document.sentences.len().min(LEADS)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.retain(|&sentence| is_readable(document.sentences[sentence].span.of(text)));
    text::add_grammar(&mut document, wanted);
    Analysis { document, timexes, ..Analysis::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Upos;

    #[test]
    fn grammar_is_read_where_a_digest_looks() {
        let text = "The bridge fell into the river at noon. The mayor came to see it soon after. \
            Divers went down to look for cars. Two boats stood by for the whole afternoon. \
            It had been closed on 3 May 2025 for repairs.";
        let analysis = skim(text, Setting::default());
        let is_tagged = |sentence: usize| {
            let tokens = analysis.document.sentences[sentence].tokens.clone();
            analysis.document.tokens[tokens].iter().all(|token| token.upos != Upos::Unset)
        };
        assert_eq!((0..5).map(is_tagged).collect::<Vec<_>>(), [true, true, true, false, true]);
    }
}
