//! Distinguishes facts from plans, guesses and denials.
//!
//! The verb's own marks come first ("will", "may", "not", "if"), then the verb
//! above it: what someone plans is planned, what someone urges or doubts is
//! hypothetical, and whatever depends on a hypothesis is one.

use crate::model::{Document, Modality, Rel, Upos};
use crate::text::rule_table::is_listed;
use crate::time::tense::clause::{ClauseMark, Clauses, Tense};

use super::modality_table::{DENIALS, FACTS, GUESSES, PLANS};

/// Returns the modality of the event that a token names.
pub(super) fn of(document: &Document<'_>, clauses: &Clauses, event: usize) -> Modality {
    own(document, clauses, event, 0)
}

/// Returns whether the complement of a word in lower case did not happen: "failed to stop".
pub(crate) fn is_denial(norm: &str) -> bool {
    DENIALS.binary_search(&norm).is_ok()
}

/// Clauses above one another, at the most.
const MAX_DEPTH: u8 = 6;

fn own(document: &Document<'_>, clauses: &Clauses, event: usize, depth: u8) -> Modality {
    let marks = clauses.marks(event);
    let token = &document.tokens[event];
    if marks.has(ClauseMark::If) || marks.has(ClauseMark::Whether) || inverted(document, clauses, event) {
        return Modality::Hypothetical;
    }
    if conditional(document, clauses, event) || opens_counterfactual(document, event) {
        return Modality::Hypothetical;
    }
    if marks.has(ClauseMark::Negation) {
        return Modality::Negated;
    }
    if marks.has(ClauseMark::Would) && token.rel == Rel::Ccomp && !marks.has(ClauseMark::Have) {
        return Modality::Planned; // "said it would open an inquiry"
    }
    // "The captain is due in court", "He must repay the money by July 9."
    if document.norm(event) == "due" || marks.has(ClauseMark::Modal) && is_deadline(document, event) {
        return Modality::Planned;
    }
    if marks.has(ClauseMark::Modal) || marks.has(ClauseMark::Would) {
        return Modality::Hypothetical;
    }
    if marks.has(ClauseMark::Will) {
        return Modality::Planned;
    }
    if marks.has(ClauseMark::To) && marks.has(ClauseMark::Is) {
        return Modality::Planned; // "is to be sold"
    }
    if token.head == event || MAX_DEPTH <= depth {
        return Modality::Actual;
    }
    above(document, clauses, event, depth)
}

/// What the clause above makes of an event without marks of its own.
fn above(document: &Document<'_>, clauses: &Clauses, event: usize, depth: u8) -> Modality {
    let token = &document.tokens[event];
    let head = token.head;
    let word = document.lemma(head);
    let form = document.norm(head);
    let is = |list| is_listed(list, word) || is_listed(list, form);
    let infinitive = clauses.marks(event).has(ClauseMark::To);
    let complement =
        matches!(token.rel, Rel::Xcomp | Rel::Ccomp | Rel::Obj | Rel::Csubj | Rel::Acl | Rel::Obl | Rel::Nmod);
    let head_is_event = document.tokens[head].upos == Upos::Verb;
    if infinitive && !matches!(token.rel, Rel::Conj) {
        return match () {
            () if is(FACTS) => own(document, clauses, head, depth + 1),
            () if is(PLANS) => negated_or(document, clauses, head, Modality::Planned),
            () if is(DENIALS) => Modality::Negated,
            () => Modality::Hypothetical,
        };
    }
    if complement && is(DENIALS) {
        return Modality::Negated;
    }
    if complement && is(GUESSES) {
        if asks_about_fact(document, clauses, event) {
            return Modality::Actual;
        }
        return Modality::Hypothetical;
    }
    if token.upos == Upos::Noun && complement && is(PLANS) {
        return Modality::Planned;
    }
    match token.rel {
        Rel::Conj | Rel::Xcomp => own(document, clauses, head, depth + 1),
        Rel::Obj | Rel::Obl | Rel::Nsubj if head_is_event && token.upos != Upos::Verb => {
            match own(document, clauses, head, depth + 1) {
                // "No one survived the crash": the crash did happen.
                Modality::Negated => Modality::Actual,
                Modality::Hypothetical if token.rel == Rel::Obl => Modality::Actual,
                modality => modality,
            }
        }
        // "will resign after losing a vote"
        Rel::Advcl if event.checked_sub(1).is_some_and(|lead| document.norm(lead) == "after") => Modality::Actual,
        Rel::Acl | Rel::Advcl if document.norm(event).ends_with("ing") => match own(document, clauses, head, depth + 1)
        {
            Modality::Negated => Modality::Actual,
            modality => modality,
        },
        _ => Modality::Actual,
    }
}

/// Returns whether a question takes for granted that something happened: "Will ask why the crane fell".
fn asks_about_fact(document: &Document<'_>, clauses: &Clauses, event: usize) -> bool {
    let before = event.saturating_sub(MAX_WORDS_TO_CLAUSE)..event;
    let mut own = before.filter(|&token| document.tokens[token].head == event);
    let asks = own.any(|token| matches!(document.norm(token), "why" | "how" | "when" | "where"));
    asks && matches!(clauses.own_tense(document, event), Tense::Past | Tense::PastPerfect)
}

fn negated_or(document: &Document<'_>, clauses: &Clauses, head: usize, modality: Modality) -> Modality {
    let marks = clauses.marks(head);
    if marks.has(ClauseMark::Negation) {
        return Modality::Negated;
    }
    if marks.has(ClauseMark::If)
        || marks.has(ClauseMark::Modal)
        || !document.tokens.is_empty() && marks.has(ClauseMark::Whether)
    {
        return Modality::Hypothetical;
    }
    modality
}

/// Returns whether a modal stands before its subject without a question: "Should funding not improve, …".
fn inverted(document: &Document<'_>, clauses: &Clauses, event: usize) -> bool {
    if !clauses.marks(event).has(ClauseMark::Subject) {
        return false;
    }
    let Some(sentence) = document.sentence_at(document.tokens[event].span.start) else { return false };
    let tokens = document.sentences[sentence].tokens.clone();
    let before = tokens.start.max(event.saturating_sub(MAX_WORDS_TO_CLAUSE))..event;
    // "The firm would have failed had the loan been called in", whatever the grammar ties the second verb to.
    if document.tokens[event].rel != Rel::Advcl && !before.clone().any(|token| supposes(document, token)) {
        return false;
    }
    let mut seen_subject = false;
    for child in before.filter(|&token| document.tokens[token].head == event) {
        match document.tokens[child].rel {
            Rel::Nsubj => seen_subject = true,
            Rel::Aux if !seen_subject => return matches!(document.norm(child), "should" | "had" | "were"),
            _ => {}
        }
    }
    false
}

/// Returns whether what must be done has a day by which it must.
fn is_deadline(document: &Document<'_>, event: usize) -> bool {
    /// Words from the verb to its day, at the most.
    const MAX_WORDS_TO_DEADLINE: usize = 10;
    let before = event.saturating_sub(3)..event;
    let after = event..document.tokens.len().min(event + MAX_WORDS_TO_DEADLINE);
    let mut after = after.take_while(|&token| !matches!(document.norm(token), "." | ";" | ","));
    before.into_iter().any(|token| document.norm(token) == "must" && document.tokens[token].head == event)
        && after.any(|token| matches!(document.norm(token), "by" | "before"))
}

/// Returns whether a sentence begins with "had" or "were" and is no question: "Had the valve failed, the plant would
/// have exploded".
fn opens_counterfactual(document: &Document<'_>, event: usize) -> bool {
    let Some(sentence) = document.sentence_at(document.tokens[event].span.start) else { return false };
    let tokens = document.sentences[sentence].tokens.clone();
    let is_question = tokens.end.checked_sub(1).is_some_and(|last| document.norm(last) == "?");
    if follows_counterfactual(document, tokens.clone(), event) {
        return true;
    }
    if is_question || !matches!(document.norm(tokens.start), "had" | "were" | "should") {
        return false;
    }
    let comma = tokens.clone().take(MAX_WORDS_TO_CLAUSE).find(|&token| document.norm(token) == ",");
    comma.is_some_and(|comma| {
        event < comma && (comma..tokens.end).take(MAX_WORDS_TO_CLAUSE).any(|token| supposes(document, token))
    })
}

/// Returns whether a word says what would be, were something else so.
fn supposes(document: &Document<'_>, token: usize) -> bool {
    matches!(document.norm(token), "would" | "could" | "might")
}

/// Returns whether "had" stands before its subject behind what would have been: "It would have failed had the loan been
/// called in".
fn follows_counterfactual(document: &Document<'_>, sentence: std::ops::Range<usize>, event: usize) -> bool {
    let near = |token: usize| sentence.start.max(token.saturating_sub(MAX_WORDS_TO_CLAUSE))..token;
    let opens = |token: &usize| {
        let next = document.tokens.get(token + 1).map(|next| next.upos);
        let is_subject = |own: usize| document.tokens[own].head == *token && document.tokens[own].rel == Rel::Nsubj;
        document.norm(*token) == "had"
            && matches!(next, Some(Upos::Det | Upos::Propn | Upos::Pron))
            && !near(*token).any(is_subject)
    };
    let Some(had) = (sentence.start + 1..=event).rev().take(MAX_WORDS_TO_CLAUSE).find(opens) else { return false };
    let is_perfect = |token: usize| supposes(document, token) && document.norm(token + 1) == "have";
    let in_clause = !(had..event).any(|token| matches!(document.norm(token), "," | ";"));
    in_clause && near(had).any(is_perfect)
}

/// Returns whether an event is in the main clause of a condition, and tells no more than it: "if …, the port would
/// close".
fn conditional(document: &Document<'_>, clauses: &Clauses, event: usize) -> bool {
    let tokens = &document.tokens;
    let near = event.saturating_sub(MAX_WORDS_TO_CLAUSE)..(event + MAX_WORDS_TO_CLAUSE).min(tokens.len());
    tokens[near.clone()].iter().zip(near).any(|(token, index)| {
        token.head == event && token.rel == Rel::Advcl && clauses.marks(index).has(ClauseMark::If)
    })
}

/// Words within which a condition stands from its main clause, and a modal from its verb.
const MAX_WORDS_TO_CLAUSE: usize = 40;
