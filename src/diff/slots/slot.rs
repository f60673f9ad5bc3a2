//! Describes what one text says of one thing, and the text as those who read slots see it.

use crate::model::{Analysis, Rel, Span, Upos};
use crate::text::Tree;

/// One thing that a text says of a subject.
pub(super) struct Slot {
    /// The subject, in a form that is the same in both texts.
    pub of: String,
    /// What is said of it, in a form that is the same in both texts.
    pub value: String,
    /// The words that say it.
    pub span: Span,
}

/// What one text says.
pub(crate) struct SlotText<'t> {
    /// The analyzed text.
    pub analysis: &'t Analysis<'t>,
    /// Its grammar.
    pub tree: Tree,
    /// Whether each sentence stands otherwise in the other text.
    pub changed: &'t [bool],
}

/// Most steps from a word up to its predicate.
const MOST_STEPS: usize = 6;

impl<'t> SlotText<'t> {
    /// Indexes a text whose sentences `changed` or did not.
    pub(crate) fn new(analysis: &'t Analysis<'t>, changed: &'t [bool]) -> Self {
        Self { analysis, tree: Tree::new(&analysis.document), changed }
    }

    /// Returns the sentence in which a span begins.
    pub(super) fn sentence(&self, span: Span) -> usize {
        let sentences = &self.analysis.document.sentences;
        sentences.partition_point(|sentence| sentence.span.end <= span.start)
    }

    /// Returns the verb, or the adjective or noun in its place, of the clause in which a token stands.
    pub(super) fn predicate(&self, token: usize) -> usize {
        let tokens = &self.analysis.document.tokens;
        let mut at = token;
        for _ in 0..MOST_STEPS {
            let is_predicate = at != token && (tokens[at].upos == Upos::Verb || self.has_copula(at));
            if is_predicate || tokens[at].head == at {
                break;
            }
            at = tokens[at].head;
        }
        at
    }

    /// Returns whether a form of "be" ties a word to its subject: "turnout was 54%".
    pub(super) fn has_copula(&self, token: usize) -> bool {
        self.tree.dependents(token).any(|own| self.analysis.document.tokens[own].rel == Rel::Cop)
    }

    /// Returns a span with the word before it: "until Friday".
    pub(super) fn with_word_before(&self, span: Span) -> Span {
        let document = &self.analysis.document;
        let before = document.tokens_in(span).start.checked_sub(1);
        before.map_or(span, |before| document.tokens[before].span.cover(span))
    }

    /// Returns whether words tell that somebody says something: "said", "was urged".
    pub(super) fn is_cue(&self, span: Span) -> bool {
        self.analysis.statements.iter().flat_map(|statement| &statement.cue).any(|cue| cue.overlaps(span))
    }

    /// Returns whether a slot stands in a sentence that stands otherwise in the other text.
    pub(super) fn is_changed(&self, slot: &Slot) -> bool {
        self.changed.get(self.sentence(slot.span)).copied().unwrap_or(false)
    }
}
