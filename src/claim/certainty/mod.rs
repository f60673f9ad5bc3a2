//! Finds the words that say how firmly, and whether, something is told.
//!
//! "Police **denied** that the bridge **might not** open **if** it rains": a
//! denial, a modal, a negation, a condition, each with the words it governs.
//! The cues are rows of tables; where grammar is known it decides the scope,
//! else the clause does, up to the next mark or conjunction.

mod opposites;
pub mod opposites_table;
mod reading;
mod scope;
pub mod table;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::model::{Document, Span, Upos};

pub use opposites::are_opposite;
pub use reading::read;

/// How firmly a cue puts what it governs, from weak to strong.
///
/// Two steps apart, a careful reader holds something else true: "confirmed" and
/// "claimed", "said" and "allegedly". One step is a matter of tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// "may", "allegedly", "suggests"
    Weak,
    /// "likely", "claimed", "appears to"
    Distanced,
    /// "said", "will"
    Neutral,
    /// "confirmed", "certainly"
    Strong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueKind {
    /// "reportedly", "appears to"
    Hedge,
    /// "may", "could", "will"
    Modal,
    /// "is due to", "plans to"
    Plan,
    /// "said", "confirmed"
    Reporting,
    /// "if", "unless"
    Conditional,
    /// "whether", or the mark at the end
    Question,
    /// "denied", "ruled out"
    Denial,
    /// "not", "without"
    Negation,
}

/// A word or phrase that changes how something is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertaintyCue {
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub kind: CueKind,
    pub strength: Strength,
    /// The words it governs.
    pub scope: Span,
}

/// Rows of the table by their first word; looked up only, so that its order never shows.
static ROWS: LazyLock<HashMap<&'static str, Vec<&'static table::CertaintyRow>>> = LazyLock::new(|| {
    let mut rows: HashMap<&'static str, Vec<&'static table::CertaintyRow>> = HashMap::new();
    for row in table::ROWS {
        let first = row.words.split(' ').next().unwrap_or_default();
        first.split('|').for_each(|form| rows.entry(form).or_default().push(row));
    }
    for rows in rows.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.words.matches(' ').count()));
    }
    rows
});

/// Finds every cue of the document, in order.
pub fn cues(document: &Document<'_>) -> Vec<CertaintyCue> {
    let mut cues = Vec::new();
    let mut scopes = scope::Scopes::new(document);
    for (sentence_idx, sentence) in document.sentences.iter().enumerate() {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            let Some((row, next)) = row_at(document, token, sentence.tokens.end) else {
                token += 1;
                continue;
            };
            let tokens = token..next;
            let span = document.tokens[token].span.cover(document.tokens[next - 1].span);
            let scope = scopes.of(&tokens, row.kind, &sentence.tokens);
            cues.push(CertaintyCue {
                span,
                tokens,
                sentence: sentence_idx,
                kind: row.kind,
                strength: row.strength,
                scope,
            });
            token = next;
        }
    }
    cues
}

/// Returns how firmly a reporting verb, in any of its forms, puts what it reports.
pub fn strength_of(verb: &str) -> Option<Strength> {
    let rows = ROWS.get(verb)?;
    let reporting = |row: &&&table::CertaintyRow| {
        matches!(row.kind, CueKind::Reporting | CueKind::Denial) && !row.words.contains(' ')
    };
    rows.iter().find(reporting).map(|row| row.strength)
}

/// Returns the longest row that the tokens from `token` on spell, and the token after it.
fn row_at(document: &Document<'_>, token: usize, end: usize) -> Option<(&'static table::CertaintyRow, usize)> {
    let rows = ROWS.get(document.norm(token))?;
    rows.iter().find_map(|row| {
        let more = row.words.split(' ').skip(1);
        let mut next = token + 1;
        for word in more {
            if next >= end || !word.split('|').any(|form| form == document.norm(next)) {
                return None;
            }
            next += 1;
        }
        fits_tags(document, token, row).then_some((*row, next))
    })
}

/// Uses tags where there are some: "May" the month, "will" the paper, "claims" the noun.
fn fits_tags(document: &Document<'_>, token: usize, row: &table::CertaintyRow) -> bool {
    let upos = document.tokens[token].upos;
    if upos == Upos::Unset {
        let may = document.norm(token) == "may" && document.word(token).starts_with('M');
        return !may || document.sentences.iter().any(|sentence| sentence.tokens.start == token);
    }
    if row.words.contains(' ') {
        return upos != Upos::Propn;
    }
    match row.kind {
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

    #[test]
    fn every_row_fires_on_its_own_example() {
        let mut silent = Vec::new();
        for row in table::ROWS {
            let document = crate::text::read(row.example);
            let found = cues(&document);
            let fires = |cue: &CertaintyCue| {
                let words = cue.span.of(row.example).to_lowercase();
                let forms: Vec<&str> = row.words.split(' ').next().unwrap_or_default().split('|').collect();
                cue.kind == row.kind && cue.strength == row.strength && forms.iter().any(|form| words.starts_with(form))
            };
            if !found.iter().any(fires) {
                silent.push(row.example);
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
    }

    #[test]
    fn some_words_are_no_cues() {
        for text in ["The meeting is in May.", "The bridge opened on time.", "He left the town."] {
            assert_eq!(cues(&crate::text::read(text)), [], "{text}");
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
