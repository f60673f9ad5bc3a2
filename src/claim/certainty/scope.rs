//! Works out which words a cue governs.
//!
//! "It did **not** close [on Monday], officials said": the clause from the cue
//! on, up to a mark or a conjunction that opens another. A hedge inside a noun
//! phrase ("the **alleged** bribe") governs the words behind it as well.

use std::ops::Range;

use super::cue::CueKind;
use super::scope_table::OPENERS;
use crate::model::{Document, Rel, Span};
use crate::text::is_subordinator;
use crate::text::rule_table::is_listed;

/// Reads the scopes of cues that come in the order of the text, in one walk over it.
pub(super) struct Scopes<'d> {
    document: &'d Document<'d>,
    /// The first word that closes a clause at or behind those asked about, once looked for.
    close: usize,
    /// The nearest subject of each head among the words before `read`, one past its index; 0 for none.
    subjects: Vec<u32>,
    read: usize,
}

impl<'d> Scopes<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        Self { document, close: 0, subjects: Vec::new(), read: 0 }
    }

    /// Returns the span that the cue at `tokens` governs within its sentence.
    pub(super) fn of(&mut self, tokens: &Range<usize>, kind: CueKind, sentence: &Range<usize>) -> Span {
        let document = self.document;
        let first = match kind {
            CueKind::Question if document.norm(tokens.start) == "?" => sentence.start,
            _ => self.governed_from(tokens, sentence),
        };
        if self.close < tokens.end {
            let close = (tokens.end..sentence.end).find(|&token| closes(document, token));
            self.close = close.unwrap_or(sentence.end);
        }
        let last = self.close.max(tokens.end).max(first + 1);
        document.tokens[first].span.cover(document.tokens[last - 1].span)
    }

    /// With grammar, a cue that depends on a verb behind it governs that verb's subject too.
    fn governed_from(&mut self, tokens: &Range<usize>, sentence: &Range<usize>) -> usize {
        let cue = &self.document.tokens[tokens.start];
        if !matches!(cue.rel, Rel::Aux | Rel::Advmod | Rel::Cop) {
            return tokens.start;
        }
        self.subjects.resize(self.document.tokens.len(), 0);
        for token in self.read.max(sentence.start)..tokens.start {
            let word = &self.document.tokens[token];
            if word.rel == Rel::Nsubj {
                self.subjects[word.head] = token as u32 + 1;
            }
        }
        self.read = tokens.start;
        (self.subjects[cue.head] as usize).checked_sub(1).unwrap_or(tokens.start)
    }
}

/// Returns whether another clause begins at the token.
fn closes(document: &Document<'_>, token: usize) -> bool {
    let norm = document.norm(token);
    let mark = matches!(norm, "," | ";" | ":" | "--" | "(" | ")" | "\"" | "?" | "!");
    let apart = norm == "-" && token > 0 && document.tokens[token - 1].span.end < document.tokens[token].span.start;
    mark || apart || is_subordinator(norm) || is_listed(OPENERS, norm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let document = crate::text::read(text);
        let cues = crate::claim::certainty::cues_in(&document);
        let got = cues.iter().map(|cue| cue.scope.of(text)).collect::<Vec<_>>().join(" | ");
        assert!(got.contains(want), "{text}: {got}");
    }

    #[test]
    fn scope_ends_with_the_clause() {
        assert!(OPENERS.is_sorted());
        let scopes = |text: &str| {
            let document = crate::text::read(text);
            crate::claim::certainty::cues_in(&document).iter().map(|cue| cue.scope).collect::<Vec<_>>()
        };
        assert_eq!(needless_words(OPENERS, &["It did not close {} they left."], scopes), [""; 0]);
        check("It did not close on Monday, officials said.", "not close on Monday");
        check("The guard allegedly took a bribe and fled.", "allegedly took a bribe");
        check("Unless it rains, the match is on.", "Unless it rains");
        check("Did he know?", "Did he know?");
    }
}
