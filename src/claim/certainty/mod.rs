//! Finds the words that say how certain a passage is, and whether it is denied.
//!
//! "Police **denied** that the bridge **might not** open **if** it rains": a
//! denial, a modal, a negation, a condition, each with the words it governs.
//! Where grammar is known it decides the scope, else the clause does, up to the
//! next mark or conjunction. The categories follow `FactBank` and TimeML's SLINKs.
//!
//! In: a document. Out: its cues in order, and the certainty and polarity of an assertion.
//!
//! 1. `cue`: what a cue is.
//! 2. `table` and `pattern`: which words are cues; reporting verbs come from `text`.
//! 3. `scope`: which words a cue governs.
//! 4. `reading`: the cues of one assertion summed up.
//! 5. `opposites`: pairs of words that exclude each other.

mod cue;
mod opposites;
mod opposites_table;
mod pattern;
mod reading;
mod scope;
mod scope_table;
mod table;

use std::ops::Range;

use crate::model::{Document, Upos};
use pattern::{CuePattern, patterns_from};

pub(crate) use cue::{CertaintyCue, CueKind, Strength};
pub(crate) use opposites::are_opposite;
pub(crate) use opposites_table::NEGATIVE_PREFIXES;
pub(crate) use reading::certainty_and_polarity;

/// Returns every cue of the document, in order.
pub(crate) fn cues_in(document: &Document<'_>) -> Vec<CertaintyCue> {
    let mut cues = Vec::new();
    let mut scopes = scope::Scopes::new(document);
    for (sentence_idx, sentence) in document.sentences.iter().enumerate() {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            let Some((pattern, next)) = pattern_at(document, token, sentence.tokens.end) else {
                token += 1;
                continue;
            };
            let tokens: Range<usize> = token..next;
            let span = document.tokens[token].span.cover(document.tokens[next - 1].span);
            let scope = scopes.of(&tokens, pattern.kind, &sentence.tokens);
            cues.push(CertaintyCue {
                span,
                tokens,
                sentence: sentence_idx,
                kind: pattern.kind,
                strength: pattern.strength,
                scope,
            });
            token = next;
        }
    }
    cues
}

/// Returns how firmly a reporting verb, in any of its forms, puts what it reports.
pub(crate) fn strength_of(verb: &str) -> Option<Strength> {
    let reports =
        |pattern: &&CuePattern| matches!(pattern.kind, CueKind::Reporting | CueKind::Denial) && !pattern.is_phrase();
    patterns_from(verb).find(reports).map(|pattern| pattern.strength)
}

/// Returns the longest pattern that the tokens from `token` on spell, and the token after it.
fn pattern_at(document: &Document<'_>, token: usize, end: usize) -> Option<(&'static CuePattern, usize)> {
    patterns_from(document.norm(token)).find_map(|pattern| {
        let word = |at: usize| (token + at < end).then(|| document.norm(token + at));
        let next = token + pattern.n_tokens(word)?;
        fits_tags(document, token, pattern).then_some((pattern, next))
    })
}

/// Returns whether the tags allow the cue: not "May" the month, "will" the document, "claims" the noun.
fn fits_tags(document: &Document<'_>, token: usize, pattern: &CuePattern) -> bool {
    let upos = document.tokens[token].upos;
    if upos == Upos::Unset {
        let may = document.norm(token) == "may" && document.word(token).starts_with('M');
        return !may || document.sentences.iter().any(|sentence| sentence.tokens.start == token);
    }
    if pattern.is_phrase() {
        return upos != Upos::Propn;
    }
    match pattern.kind {
        CueKind::Reporting => !matches!(upos, Upos::Propn | Upos::Noun | Upos::Adj),
        CueKind::Modal | CueKind::Denial => !matches!(upos, Upos::Propn | Upos::Noun),
        CueKind::Hedge | CueKind::Plan | CueKind::Conditional | CueKind::Question | CueKind::Negation => {
            upos != Upos::Propn
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reporting_verbs_table::REPORTING_VERBS;
    use crate::text::rule_table::needless_rows;

    fn cues_of(text: &str) -> Vec<CertaintyCue> {
        cues_in(&crate::text::read(text))
    }

    #[test]
    fn every_word_that_denies_is_a_cue_too() {
        for row in crate::text::NEGATIONS {
            let [plain, denied] = row.example.map(|text| {
                let cues = cues_of(text);
                cues.iter().filter(|cue| cue.kind == CueKind::Negation).count()
            });
            assert!(plain < denied, "{} in {:?}", row.word, row.example);
        }
    }

    #[test]
    fn every_row_makes_a_cue_of_its_own_example() {
        let mut silent = Vec::new();
        for row in table::ROWS {
            let fires = |cue: &CertaintyCue| {
                let words = cue.span.of(row.example).to_lowercase();
                let forms: Vec<&str> = row.words.split(' ').next().unwrap_or_default().split('|').collect();
                cue.kind == row.kind && cue.strength == row.strength && forms.iter().any(|form| words.starts_with(form))
            };
            if !cues_of(row.example).iter().any(fires) {
                silent.push(row.example);
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
        let needless = needless_rows(table::ROWS, |row| cues_of(row.example));
        assert!(needless.is_empty(), "{:#?}", needless.iter().map(|row| row.example).collect::<Vec<_>>());
    }

    #[test]
    fn every_stance_makes_a_cue_of_its_verbs_example() {
        let needless = needless_rows(REPORTING_VERBS, |row| (row.stance.is_none(), cues_of(row.example)));
        let silent: Vec<&str> = needless.iter().filter(|row| row.stance.is_some()).map(|row| row.example).collect();
        assert!(silent.is_empty(), "{silent:#?}");
    }

    #[test]
    fn some_words_are_no_cues() {
        for text in ["The meeting is in May.", "The bridge opened on time.", "He left the town."] {
            assert_eq!(cues_in(&crate::text::read(text)), [], "{text}");
        }
    }

    #[test]
    fn strength_follows_the_verb() {
        assert_eq!(strength_of("confirmed"), Some(Strength::Strong));
        assert_eq!(strength_of("says"), Some(Strength::Neutral));
        assert_eq!(strength_of("insisted"), Some(Strength::Distanced));
        assert_eq!(strength_of("alleges"), Some(Strength::Weak));
        assert_eq!(strength_of("walked"), None);
    }
}
