//! Reads from the grammar what befell the people counted, wherever their clause says it.
//!
//! `Nine miners, two of them brothers, were killed when …`, `Forty workers who had hidden in a tunnel were rescued`,
//! `Injuries to 30 spectators were reported`: the words between the number and its fate are of any length, so the clause
//! decides. What it says of others is left to them: in `Ten soldiers killed a farmer` nobody counted was killed.

use super::counted::fate;
use super::counted_table::{BROUGHT, DEADLY_ENDS, PARENTS, PEOPLE, SUFFERED};
use crate::model::{Document, Rel, Span, Upos};
use crate::text::Tree;
use crate::text::rule_table::{is_listed, rows};

/// Years from which a number behind a parent is an age: "a father of 62", "a father of three".
const YOUNGEST_PARENT: f64 = 16.0;

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
        let person = of.checked_sub(1).filter(|&at| document.tokens[at].penn == "NN")?;
        // "a driver of 24 old buses" counts buses.
        let counts = |at: usize| matches!(document.tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
        let is_parent = is_listed(PARENTS, document.norm(person));
        let last = document.sentence_at(span.start).map_or(number, |at| document.sentences[at].tokens.end - 1);
        if number < last && counts(number + 1) || !is_parent && !is_one_person(document.norm(person)) {
            return None;
        }
        Some(if is_parent && value < YOUNGEST_PARENT { ("people", "children") } else { ("years", "age") })
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

/// Returns whether a noun names one person, by its plural.
fn is_one_person(noun: &str) -> bool {
    let regular = || match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    };
    let plural = match noun.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None if noun == "child" => "children".to_owned(),
        None => regular(),
    };
    noun != "household" && is_listed(PEOPLE, &plural)
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
    let negated = tree.dependents(predicate).any(|at| matches!(norm(at), "not" | "n't" | "never"));
    let ends = |row: &&(&str, &str, &str)| {
        let (verb, end, _) = **row;
        (verb == "*" || verb == document.lemma(predicate)) && tree.dependents(predicate).any(|at| norm(at) == end)
    };
    if negated {
        return None;
    }
    if let Some((_, _, fate)) = rows(DEADLY_ENDS).find(ends) {
        return Some(fate);
    }
    let is_brought = is_listed(BROUGHT, norm(predicate))
        && tree.dependents(predicate).any(|at| matches!(norm(at), "hospital" | "hospitals"));
    if is_brought {
        return Some("hospitalised");
    }
    let is_passive = tree
        .dependents(predicate)
        .any(|at| matches!(document.tokens[at].rel, Rel::Aux | Rel::Cop) && matches!(document.lemma(at), "be" | "get"));
    let is_suffered = is_passive || SUFFERED.binary_search(&document.lemma(predicate)).is_ok();
    fate(norm(predicate)).filter(|_| is_suffered)
}

/// "the deaths of five hikers", "injuries to 30 spectators".
fn fate_of_complement(document: &Document<'_>, tree: &Tree, counted: usize, above: usize) -> Option<&'static str> {
    let case = tree.dependent(document, counted, &[Rel::Case])?;
    let (leads, noun) = (document.norm(case), document.norm(above));
    let fate = fate(noun).filter(|_| document.tokens[above].upos == Upos::Noun)?;
    let fits = leads == "to" && fate == "injured" || leads == "of" && fate != "injured";
    fits.then_some(fate)
}
