//! Reads from the grammar what befell the people counted, wherever their clause says it.
//!
//! `Nine miners, two of them brothers, were killed when …`, `Forty workers who had hidden in a tunnel were rescued`,
//! `Injuries to 30 spectators were reported`: the words between the number and its fate are of any length, so the clause
//! decides. What it says of others is left to them: in `Ten soldiers killed a farmer` nobody counted was killed.

use super::counted::{fate, is_deed};
use super::counted_table::{BROUGHT, DEADLY_ENDS, SUFFERED};
use crate::claim::people::{is_one_person, youngest_parent};
use crate::model::{Document, Rel, Span, Upos};
use crate::text::rule_table::{is_listed, rows};
use crate::text::{Negation, Tree, negation_of};

/// Years that anybody lives, at the most: "a director of 300" is no age.
const OLDEST: f64 = 115.0;

/// The grammar of a document, indexed when the first count asks for it.
pub(super) struct CountClauses<'d, 't> {
    document: &'d Document<'t>,
    tree: Option<Tree>,
}

impl<'d, 't> CountClauses<'d, 't> {
    pub(super) const fn new(document: &'d Document<'t>) -> Self {
        Self { document, tree: None }
    }

    /// Returns unit and what is counted where a number tells of the one person before it: "a woman of 81", "a mother of two".
    pub(super) fn of_one_person(&self, span: Span, value: f64) -> Option<(&'static str, &'static str)> {
        let document = self.document;
        let number = document.tokens_in(span).next()?;
        let of = number.checked_sub(1).filter(|&of| document.norm(of) == "of")?;
        let is_noun = |at: &usize| matches!(document.tokens[*at].penn, "NN" | "NNP");
        let person = document.norm(of.checked_sub(1).filter(is_noun)?);
        // "a driver of 24 old buses" counts buses.
        let counts = |at: usize| matches!(document.tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
        let last = document.sentence_at(span.start).map_or(number, |at| document.sentences[at].tokens.end - 1);
        if number < last && counts(number + 1) {
            return None;
        }
        match youngest_parent(person) {
            Some(youngest) if value < youngest => Some(("people", "children")),
            None if !is_one_person(person) => None,
            _ => (value <= OLDEST).then_some(("years", "age")),
        }
    }

    /// Returns what befell the people whose number stands at `span`, as far as their clause says it.
    pub(super) fn fate_of(&mut self, span: Span) -> Option<&'static str> {
        let document = self.document;
        let number = document.tokens_in(span).rev().find(|&at| document.tokens[at].upos == Upos::Num)?;
        let tree = self.tree.get_or_insert_with(|| Tree::new(document));
        let mut counted = head_of_count(document, tree, number)?;
        while document.tokens[counted].rel == Rel::Conj {
            counted = tree.head(counted)?;
        }
        let above = tree.head(counted)?;
        match document.tokens[counted].rel {
            Rel::Nsubj => fate_of_subject(document, tree, above),
            Rel::Nmod => fate_of_complement(document, tree, counted, above),
            _ => None,
        }
    }
}

/// "miners" of "nine miners"; the number itself where nothing else is counted.
fn head_of_count(document: &Document<'_>, tree: &Tree, number: usize) -> Option<usize> {
    let token = &document.tokens[number];
    match token.rel {
        Rel::Nummod => tree.head(number),
        Rel::Nsubj | Rel::Nmod if tree.dependent(document, number, &[Rel::Nmod]).is_none() => Some(number),
        _ => None,
    }
}

/// "were killed", "froze to death", "have lost their lives", "were found dead": what the predicate says of its subject.
fn fate_of_subject(document: &Document<'_>, tree: &Tree, predicate: usize) -> Option<&'static str> {
    let norm = |at: usize| document.norm(at);
    let negated = tree.dependents(predicate).any(|at| negation_of(norm(at)) == Some(Negation::Clause));
    if negated {
        return None;
    }
    let is_passive = tree
        .dependents(predicate)
        .any(|at| matches!(document.tokens[at].rel, Rel::Aux | Rel::Cop) && matches!(document.lemma(at), "be" | "get"));
    let has_object = tree.dependent(document, predicate, &[Rel::Obj]).is_some();
    if let Some(is_killed) = deadly_end(document, tree, predicate, is_passive || !has_object) {
        return is_killed.then_some("killed");
    }
    let is_brought = is_listed(BROUGHT, norm(predicate))
        && tree.dependents(predicate).any(|at| matches!(norm(at), "hospital" | "hospitals"));
    if is_brought {
        return Some("hospitalised");
    }
    let is_suffered =
        |fate: &&str| is_passive && !is_deed(norm(predicate), fate) || is_listed(SUFFERED, document.lemma(predicate));
    fate(norm(predicate)).filter(is_suffered)
}

/// Returns whether a deed that ends in death kills its subject; `None` for any other.
///
/// "Nine were beaten to death"; "two men beat a guard to death", "three were suspended after the death of a guard" and
/// "two crews lost 30 lives" are of others.
fn deadly_end(document: &Document<'_>, tree: &Tree, predicate: usize, is_of_subject: bool) -> Option<bool> {
    let is_end = |at: usize, end: &str| {
        let rel = |own: usize| document.tokens[own].rel;
        let has = |rels: &[Rel]| tree.dependent(document, at, rels).is_some();
        let is_of = |own: usize| rel(own) == Rel::Nmod && tree.dependents(own).any(|case| document.norm(case) == "of");
        document.norm(at) == end
            && match end {
                "death" => {
                    tree.dependents(at).filter(|&own| rel(own) != Rel::Punct).map(|own| document.norm(own)).eq(["to"])
                }
                "dead" => is_of_subject && !has(&[Rel::Case, Rel::Det]),
                // "61 lives were lost"
                _ if rel(at) != Rel::Obj => is_of_subject,
                // "lost 30 lives", "lost the lives of others"
                _ => !has(&[Rel::Nummod]) && !tree.dependents(at).any(is_of),
            }
    };
    let ends = |row: &&(&str, &str, bool)| {
        let (verb, end, _) = **row;
        (verb == "*" || verb == document.lemma(predicate)) && tree.dependents(predicate).any(|at| is_end(at, end))
    };
    let (_, end, is_killed) = rows(DEADLY_ENDS).find(ends)?;
    Some(*is_killed && (is_of_subject || *end != "death"))
}

/// "the deaths of five hikers", "injuries to 30 spectators".
fn fate_of_complement(document: &Document<'_>, tree: &Tree, counted: usize, above: usize) -> Option<&'static str> {
    let case = tree.dependent(document, counted, &[Rel::Case])?;
    let (leads, noun) = (document.norm(case), document.norm(above));
    let fate = fate(noun).filter(|_| document.tokens[above].upos == Upos::Noun)?;
    let fits = leads == "to" && fate == "injured" || leads == "of" && fate != "injured";
    fits.then_some(fate)
}
