//! Tells whether the clause around a time looks back or ahead.
//!
//! "The board met Friday" looks back, "the board will meet Friday" ahead, and
//! that decides which Friday it is. Grammar names the governing verb; where
//! there is no grammar, the nearest verb stands for it. Some words settle it
//! alone: "until Friday", "due Friday", "the Friday deadline".

use crate::model::{Document, Span, Upos};

use super::clause::{self, Clauses, Mark, Tense};

/// Returns the tense of the clause around a time.
pub fn around(document: &Document<'_>, clauses: &Clauses, sentence: usize, span: Span) -> Tense {
    let tokens = document.sentences[sentence].tokens.clone();
    let inside = document.tokens_in(span);
    let first = inside.start;
    let lead = first.checked_sub(1).filter(|lead| tokens.start <= *lead).map(|lead| document.norm(lead));
    if lead.is_some_and(|lead| AHEAD.contains(&lead)) {
        return Tense::Future;
    }
    if lead == Some("since") {
        return Tense::Past;
    }
    let head = inside.clone().find(|&token| !inside.contains(&document.tokens[token].head)).unwrap_or(first);
    if document.tokens.get(head).is_none_or(|token| token.upos == Upos::Unset) {
        return nearest(document, tokens.start, first, tokens.end);
    }
    if let Some(verb) = beside(document, tokens.start, first) {
        let marks = clauses.marks(verb);
        let is_plan = PLANS.contains(&document.norm(verb)) || marks.has(Mark::Be);
        // A past form with "will" is a slip of the grammar; a bare one ("will cut") is none.
        let is_slip = marks.has(Mark::Will) && document.norm(verb) == document.lemma(verb);
        let is_past = clause::form_tense(document, verb) == Tense::Past && !is_plan && !is_slip;
        return if is_past { Tense::Past } else { governed(document, clauses, verb) };
    }
    match clauses.governor(document, head) {
        Some(verb) => governed(document, clauses, verb),
        None => Tense::Unknown,
    }
}

/// Returns the verb right before a time: "announced Wednesday by", "said here on Friday".
fn beside(document: &Document<'_>, start: usize, first: usize) -> Option<usize> {
    let small = |token: &usize| matches!(document.tokens[*token].upos, Upos::Adp | Upos::Adv);
    // A line that was broken by hand ends no sentence.
    let goes_on = |at: usize| at == start && 0 < at && document.tokens[at - 1].upos != Upos::Punct;
    let start = if goes_on(first) { start.saturating_sub(3) } else { start };
    let verb = (start..first).rev().take(3).find(|token| !small(token))?;
    (document.tokens[verb].upos == Upos::Verb).then_some(verb)
}

/// Words before a time that put it ahead.
const AHEAD: &[&str] = &["until", "till", "due"];

/// Returns the tense of a verb as it bears on its times.
fn governed(document: &Document<'_>, clauses: &Clauses, verb: usize) -> Tense {
    if is_due_to(document, verb) {
        return Tense::Future;
    }
    let own = clauses.own_tense(document, verb);
    if own == Tense::Unknown && clauses.marks(verb).has(Mark::To) {
        // "plans to meet Friday", "is set to open in May"
        return match clauses.governor(document, verb) {
            Some(above) if IMPLICATIVE.contains(&document.lemma(above)) => clauses.tense(document, above),
            _ => Tense::Future,
        };
    }
    match clauses.tense(document, verb) {
        Tense::Present if AIMS.contains(&document.lemma(verb)) => Tense::Future,
        Tense::Past | Tense::Perfect if PLANS.contains(&document.norm(verb)) => Tense::Future,
        Tense::PastPerfect | Tense::Perfect => Tense::Past,
        tense => tense,
    }
}

/// "is due to arrive Friday": where "due to" gives the cause, no bare verb follows.
fn is_due_to(document: &Document<'_>, verb: usize) -> bool {
    let word = |back: usize| verb.checked_sub(back).map_or("", |token| document.norm(token));
    word(0) == "due" || word(1) == "to" && word(2) == "due" && document.norm(verb) == document.lemma(verb)
}

/// Verbs whose infinitive happened when they did.
const IMPLICATIVE: &[&str] =
    &["begin", "start", "continue", "manage", "go", "come", "help", "force", "get", "fail", "seem", "appear", "use"];
/// Verbs that look ahead in the present.
const AIMS: &[&str] = &["expect", "plan", "hope", "schedule", "intend", "aim", "expire", "mature", "open"];
/// Participles that look ahead: "a vote scheduled for Friday".
const PLANS: &[&str] = &["scheduled", "planned", "slated", "expected", "due", "set"];

/// Looks for a verb by its form, first before the time, then behind it.
fn nearest(document: &Document<'_>, start: usize, middle: usize, end: usize) -> Tense {
    let known = |tense: &Tense| *tense != Tense::Unknown;
    let before = (start..middle).rev().take(WINDOW).map(|token| read(document.norm(token))).find(known);
    let after = || (middle..end).take(WINDOW).map(|token| read(document.norm(token))).find(known);
    before.or_else(after).unwrap_or_default()
}

/// How many words away the verb may stand.
const WINDOW: usize = 25;

fn read(word: &str) -> Tense {
    match word {
        "will" | "'ll" | "shall" | "would" | "scheduled" | "plans" | "expected" | "due" => Tense::Future,
        "was" | "were" | "had" | "did" | "said" | "told" => Tense::Past,
        word if word.ends_with("ed") && 4 < word.len() => Tense::Past,
        "is" | "are" | "has" | "have" | "does" => Tense::Present,
        _ => Tense::Unknown,
    }
}
