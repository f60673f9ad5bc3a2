//! Reads what the function words around a verb say: tense, modality, negation.
//!
//! "The board will not meet" has the verb `meet`, on which `will` and `not`
//! depend. One pass gathers such marks for every token, so that a question
//! about a verb takes the same time however long its sentence is.

use crate::model::{Document, Rel, Token, Upos};
use crate::text::conditions::condition_opened;
use crate::text::past_forms_table::is_past_form;
use crate::text::{Negation, is_form_of_be, is_modal, negation_of};
use crate::time::work;

/// The marks that depend on a token, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClauseMarks(u32);

/// What a function word says about the clause that it depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum ClauseMark {
    /// will, shall, 'll
    Will,
    /// may, might, could, can, should, must, ought
    Modal,
    /// would
    Would,
    /// had
    Had,
    /// has, have
    Have,
    /// was, were, did
    Was,
    /// is, are, am, do, does
    Is,
    /// be, been, being
    Be,
    /// to, before an infinitive
    To,
    /// not, never, no longer; "no" on a subject or object
    Negation,
    /// if, unless, provided, "in case"
    If,
    /// whether
    Whether,
    /// a subject of its own
    Subject,
    /// by, until, before … that make an -ing clause
    Preposition,
}

/// The marks of every token of a document.
pub(crate) struct Clauses {
    marks: Vec<ClauseMarks>,
}

/// The direction in which a clause looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    /// "met".
    Past,
    /// "had met": before the reference time.
    PastPerfect,
    /// "has met".
    Perfect,
    /// "meets".
    Present,
    /// "will meet".
    Future,
    /// The clause does not show it.
    #[default]
    Unknown,
}

impl ClauseMarks {
    /// Returns whether `mark` is in the set.
    pub(crate) const fn has(self, mark: ClauseMark) -> bool {
        self.0 & (1 << mark as u32) != 0
    }

    fn add(&mut self, mark: ClauseMark) {
        self.0 |= 1 << mark as u32;
    }
}

impl Clauses {
    /// Returns the marks of all tokens.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let mut marks = vec![ClauseMarks::default(); document.tokens.len()];
        for (index, token) in document.tokens.iter().enumerate() {
            if token.head == index || token.head >= marks.len() {
                continue;
            }
            // "Nobody was arrested", "None of the 14 was hurt"
            if matches!(token.rel, Rel::Nsubj | Rel::Obj)
                && negation_of(document.norm(index)) == Some(Negation::Pronoun)
            {
                marks[token.head].add(ClauseMark::Negation);
            }
            if let Some(mark) = mark_of(document, index, token) {
                marks[token.head].add(mark);
                // "no one was hurt": the negation is the verb's as well.
                let head = document.tokens[token.head];
                if mark == ClauseMark::Negation && matches!(head.rel, Rel::Nsubj | Rel::Obj) && head.head < marks.len()
                {
                    marks[head.head].add(ClauseMark::Negation);
                }
            }
        }
        Self { marks }
    }

    /// Returns the marks of a token.
    pub(crate) fn marks(&self, token: usize) -> ClauseMarks {
        self.marks.get(token).copied().unwrap_or_default()
    }

    /// Returns the verb, or other head of a clause, that governs a token.
    pub(crate) fn governor(&self, document: &Document<'_>, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..MAX_CLIMB {
            work::step();
            let head = document.tokens.get(at)?.head;
            if head == at {
                return is_predicate(document, self, at).then_some(at);
            }
            at = head;
            if is_predicate(document, self, at) {
                return Some(at);
            }
        }
        None
    }

    /// Returns the tense of a verb; one without its own takes that of the clause above.
    pub(crate) fn tense(&self, document: &Document<'_>, verb: usize) -> Tense {
        let mut at = verb;
        for _ in 0..MAX_CLIMB {
            let own = self.own_tense(document, at);
            let head = document.tokens[at].head;
            if own != Tense::Unknown || head == at {
                return own;
            }
            at = self.governor(document, at).unwrap_or(at);
        }
        Tense::Unknown
    }

    /// Returns the tense that a verb's own form and auxiliaries show.
    pub(crate) fn own_tense(&self, document: &Document<'_>, verb: usize) -> Tense {
        let marks = self.marks(verb);
        if marks.has(ClauseMark::Will) {
            return Tense::Future;
        }
        if marks.has(ClauseMark::Had) {
            return Tense::PastPerfect;
        }
        if marks.has(ClauseMark::Was) {
            return Tense::Past;
        }
        if marks.has(ClauseMark::Would) {
            return if marks.has(ClauseMark::Have) { Tense::Past } else { Tense::Future };
        }
        if marks.has(ClauseMark::Modal) {
            return if marks.has(ClauseMark::Have) { Tense::Past } else { Tense::Future };
        }
        if marks.has(ClauseMark::Have) {
            return Tense::Perfect;
        }
        if marks.has(ClauseMark::Is) {
            return Tense::Present;
        }
        if marks.has(ClauseMark::To) || document.tokens[verb].upos != Upos::Verb {
            return Tense::Unknown;
        }
        form_tense(document, verb)
    }
}

/// Heads that are followed at most: a damaged tree may hold a circle.
const MAX_CLIMB: usize = 12;

/// Returns the tense that a verb's form alone shows.
pub(crate) fn form_tense(document: &Document<'_>, verb: usize) -> Tense {
    let (word, lemma) = (document.norm(verb), document.lemma(verb));
    if word.ends_with("ing") {
        return Tense::Unknown;
    }
    if word == lemma {
        return if is_past_form(word) { Tense::Past } else { Tense::Present };
    }
    match word.strip_suffix('s') {
        // "goes", "flies": only the first letters are the same.
        Some(stem) if lemma.get(..2) == stem.get(..2) && !word.ends_with("ss") => Tense::Present,
        _ => Tense::Past,
    }
}

/// Returns whether a token can head a clause.
fn is_predicate(document: &Document<'_>, clauses: &Clauses, token: usize) -> bool {
    let upos = document.tokens[token].upos;
    upos == Upos::Verb || clauses.marks(token).has(ClauseMark::Subject)
}

/// Returns whether a modal with a capital is somebody's name, since no bare verb follows: "May resigned", "Will wrote".
fn names_somebody(document: &Document<'_>, index: usize, token: &Token) -> bool {
    let verb = token.head;
    let is_past = |norm: &str| norm != document.lemma(verb) && is_past_form(norm);
    matches!(document.norm(index), "may" | "will")
        && document.word(index).starts_with(char::is_uppercase)
        && verb == index + 1
        && is_past(document.norm(verb))
}

fn mark_of(document: &Document<'_>, index: usize, token: &Token) -> Option<ClauseMark> {
    match token.rel {
        Rel::Nsubj | Rel::Csubj | Rel::Expl => return Some(ClauseMark::Subject),
        Rel::Aux if names_somebody(document, index, token) => return Some(ClauseMark::Subject),
        Rel::Aux | Rel::Cop | Rel::Mark | Rel::Advmod | Rel::Det | Rel::Cc | Rel::Case => {}
        _ => return None,
    }
    Some(match (document.norm(index), token.rel) {
        ("will" | "shall" | "sha" | "'ll" | "wo", Rel::Aux) => ClauseMark::Will,
        ("would" | "'d", Rel::Aux) => ClauseMark::Would,
        (word, Rel::Aux) if is_modal(word) => ClauseMark::Modal,
        ("had", Rel::Aux) => ClauseMark::Had,
        ("has" | "have" | "'ve" | "having", Rel::Aux) => ClauseMark::Have,
        ("was" | "were" | "did" | "got", _) => ClauseMark::Was,
        ("be" | "been" | "being", Rel::Aux | Rel::Cop) => ClauseMark::Be,
        ("do" | "does", Rel::Aux | Rel::Cop) => ClauseMark::Is,
        (word, Rel::Aux | Rel::Cop) if is_form_of_be(word) => ClauseMark::Is,
        ("to", Rel::Mark) => ClauseMark::To,
        (_, Rel::Mark) if condition_opened(document, index).is_some() => ClauseMark::If,
        ("whether", Rel::Mark) => ClauseMark::Whether,
        (_, Rel::Mark) if token.upos == Upos::Adp => ClauseMark::Preposition,
        (word, rel) => match (negation_of(word)?, rel) {
            (Negation::Clause | Negation::Pair, _) | (Negation::Noun, Rel::Det | Rel::Advmod) => ClauseMark::Negation,
            _ => return None,
        },
    })
}
