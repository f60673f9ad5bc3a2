//! Decides whether the clause around a time looks back or ahead.
//!
//! "The board met Friday" looks back, "the board will meet Friday" ahead, and
//! that decides which Friday it is. Grammar gives the governing verb; where
//! there is no grammar, the nearest verb stands for it. Some words decide
//! alone: "until Friday", "due Friday", "agreed to meet Friday"; they stand in
//! `tense_table`.

use crate::model::{Document, Rel, Role, Span, Upos};

use super::clause::{self, ClauseMark, Clauses, Tense};
use super::tense_table::{CUES, Lean};
use crate::text::past_forms_table::is_past_form;
use crate::text::rule_table::is_in_use;
use crate::text::tells_of_future;
use crate::time::work;

/// What a clause says about the times in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TenseContext {
    /// The direction in which it looks.
    pub tense: Tense,
    /// "would meet": ahead of the reference time and not of the document.
    pub from_reference: bool,
    /// "fourth-quarter results": the time modifies a noun and does not say when something is done.
    pub modifies_noun: bool,
    /// "had begun": before what is being told.
    pub is_earlier: bool,
}

impl From<Tense> for TenseContext {
    fn from(tense: Tense) -> Self {
        Self { tense, ..Self::default() }
    }
}

/// Returns what the clause around a time says about it.
pub(crate) fn tense_context(document: &Document<'_>, clauses: &Clauses, sentence: usize, span: Span) -> TenseContext {
    let tokens = document.sentences[sentence].tokens.clone();
    let inside = document.tokens_in(span);
    let first = inside.start;
    let lead = first.checked_sub(1).filter(|lead| tokens.start <= *lead).map(|lead| document.norm(lead));
    let head = document.head_of(&inside).unwrap_or(first);
    let has_grammar = document.tokens.get(head).is_some_and(|token| token.upos != Upos::Unset);
    let governor = if has_grammar { clauses.governor(document, head) } else { None };
    match lead {
        // "Until Friday, they had not called": what ended then.
        Some(lead) if is_cue(lead, Lean::Lead) => {
            let is_over = governor.is_some_and(|verb| clauses.own_tense(document, verb) == Tense::PastPerfect);
            return if is_over { Tense::Past } else { Tense::Future }.into();
        }
        // "postponed the launch to Friday"
        Some("to") if governor.is_some_and(|verb| is_cue(document.lemma(verb), Lean::To)) => {
            return Tense::Future.into();
        }
        Some("since") => return Tense::Past.into(),
        // "The road is closed through Friday", "has lent them money through June".
        Some("through") => {
            let is_over = governor.is_none_or(|verb| clauses.own_tense(document, verb) == Tense::Past);
            return if is_over { Tense::Past } else { Tense::Future }.into();
        }
        _ => {}
    }
    // "The vote is on Monday", whatever the grammar makes of the vote.
    let in_headline = document.sentences[sentence].role == Role::Headline;
    let is_predicate = || inside.clone().any(|token| clauses.marks(token).has(ClauseMark::Is));
    if has_grammar && is_predicate() && !in_headline {
        return Tense::Present.into();
    }
    let is_over = || governor.is_some_and(|verb| clauses.own_tense(document, verb) == Tense::PastPerfect);
    if lead == Some("for") && has_grammar && is_day_alone(document, inside.clone()) && !is_over() {
        return Tense::Future.into();
    }
    if !has_grammar {
        return nearest_tense(document, tokens.start, first, tokens.end).into();
    }
    let context = match beside(document, tokens.start, first) {
        Some(verb) if is_result_of_plan(document, clauses, verb) => {
            governed(document, clauses, document.tokens[verb].head)
        }
        Some(verb) if is_past(document, clauses, verb) => Tense::Past.into(),
        Some(verb) => governed(document, clauses, verb),
        None => governor.map_or(TenseContext::default(), |verb| governed(document, clauses, verb)),
    };
    // "The talks resume Monday", but "Ford follows Monday's bid" and the headline "Jet lands Monday".
    let is_direct = governor
        .is_some_and(|verb| document.tokens[head].head == verb && dates_its_present(document, clauses, verb, first));
    let context = match context.tense {
        Tense::Present if in_headline => TenseContext::default(),
        Tense::Present if !is_direct => ahead_of(document, clauses, governor),
        _ => context,
    };
    TenseContext { modifies_noun: modifies_noun(document, head, inside.end), is_earlier: is_over(), ..context }
}

/// Returns what a present tense says of a time that hangs from another verb: where that one looks ahead, the time does too.
///
/// "The court must rule before the count begins on Thursday"
fn ahead_of(document: &Document<'_>, clauses: &Clauses, governor: Option<usize>) -> TenseContext {
    let above = governor.map(|verb| governed(document, clauses, verb));
    above.filter(|above| above.tense == Tense::Future).unwrap_or_default()
}

/// Returns whether a day stands for itself: "called a rally for Tuesday", but "jailed for Monday's attack".
fn is_day_alone(document: &Document<'_>, mut inside: std::ops::Range<usize>) -> bool {
    let next = document.tokens.get(inside.end).map(|token| token.upos);
    let names_day = |token: usize| {
        let word = document.norm(token);
        word.parse::<chrono::Weekday>().is_ok() || word.contains(|c: char| c.is_ascii_digit())
    };
    inside.any(names_day) && !matches!(next, Some(Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part))
}

/// Returns whether a time is of a verb in the present, not of a deed between them: "is accused of lying on Monday".
fn dates_its_present(document: &Document<'_>, clauses: &Clauses, verb: usize, time: usize) -> bool {
    let mut between = verb + 1..time.max(verb + 1);
    clauses.own_tense(document, verb) == Tense::Present && !between.any(|token| document.tokens[token].penn == "VBG")
}

/// Returns whether a time stands before the noun that it modifies: "fourth-quarter results".
fn modifies_noun(document: &Document<'_>, head: usize, end: usize) -> bool {
    let above = document.tokens[head].head;
    end <= above && matches!(document.tokens[above].upos, Upos::Noun | Upos::Propn)
}

fn is_cue(word: &str, lean: Lean) -> bool {
    let start = CUES.partition_point(|cue| cue.word < word);
    CUES[start..].iter().take_while(|cue| cue.word == word).any(|cue| cue.lean == lean && is_in_use(cue))
}

/// Returns the verb right before a time: "announced Wednesday by", "said here on Friday".
fn beside(document: &Document<'_>, start: usize, first: usize) -> Option<usize> {
    let small = |token: &usize| matches!(document.tokens[*token].upos, Upos::Adp | Upos::Adv);
    // A line that was broken by hand ends no sentence.
    let is_broken = |at: usize| at == start && 0 < at && document.tokens[at - 1].upos != Upos::Punct;
    let start = if is_broken(first) { start.saturating_sub(3) } else { start };
    let verb = (start..first).rev().take(3).find(|token| !small(token))?;
    (document.tokens[verb].upos == Upos::Verb).then_some(verb)
}

/// Returns whether a verb's own form puts its times in the past.
fn is_past(document: &Document<'_>, clauses: &Clauses, verb: usize) -> bool {
    let marks = clauses.marks(verb);
    // "The case is heard in May", "will be heard"
    let is_plan = is_cue(document.norm(verb), Lean::Fixed) || marks.has(ClauseMark::Be) || marks.has(ClauseMark::Is);
    // A past form with "will" is a slip of the grammar; a bare one ("will cut") is none.
    let is_slip = marks.has(ClauseMark::Will) && document.norm(verb) == document.lemma(verb);
    clause::form_tense(document, verb) == Tense::Past && !is_plan && !is_slip
}

/// Returns whether a participle is the state that a plan leads to: "is to stay closed on Wednesday".
fn is_result_of_plan(document: &Document<'_>, clauses: &Clauses, verb: usize) -> bool {
    let (head, rel) = (document.tokens[verb].head, document.tokens[verb].rel);
    let marks = clauses.marks(head);
    rel == Rel::Xcomp
        && head != verb
        && (marks.has(ClauseMark::To) && marks.has(ClauseMark::Is) || marks.has(ClauseMark::Will))
}

/// Returns what a verb says about the times it governs.
fn governed(document: &Document<'_>, clauses: &Clauses, verb: usize) -> TenseContext {
    let own = clauses.own_tense(document, verb);
    // "is to resume trading Friday" goes with what it is a part of.
    let above = document.tokens[verb].head;
    let is_part = own == Tense::Unknown && document.tokens[verb].rel == Rel::Xcomp && above != verb;
    if is_part && document.norm(verb).ends_with("ing") && clauses.marks(above).has(ClauseMark::To) {
        return infinitive(document, clauses, above).into();
    }
    // "will resign after losing a vote on Thursday": before the main clause, and so either way.
    let is_before = own == Tense::Unknown && document.norm(verb).ends_with("ing");
    if is_before && verb.checked_sub(1).is_some_and(|lead| document.norm(lead) == "after") {
        return TenseContext::default();
    }
    let is_infinitive =
        own == Tense::Unknown && (clauses.marks(verb).has(ClauseMark::To) || follows_to(document, verb));
    if is_due_to(document, verb) || is_infinitive {
        return infinitive(document, clauses, verb).into();
    }
    // "A judge is to hear the case on Tuesday"
    if clauses.marks(verb).has(ClauseMark::To) && clauses.marks(verb).has(ClauseMark::Is) {
        return Tense::Future.into();
    }
    if is_inability(document, clauses, verb) {
        return Tense::Past.into();
    }
    let tense = match clauses.tense(document, verb) {
        Tense::Past | Tense::Perfect if is_cue(document.norm(verb), Lean::Fixed) => Tense::Future,
        Tense::Perfect | Tense::PastPerfect => Tense::Past,
        tense => tense,
    };
    TenseContext {
        tense,
        from_reference: tense == Tense::Future && clauses.marks(verb).has(ClauseMark::Would),
        ..TenseContext::default()
    }
}

/// Returns the tense of an infinitive: "agreed to meet Friday" looks ahead, "refused to meet Friday" back, as the verb
/// above does.
fn infinitive(document: &Document<'_>, clauses: &Clauses, verb: usize) -> Tense {
    let token = &document.tokens[verb];
    let above = clauses.governor(document, verb);
    let over = above.map_or(Tense::Unknown, |above| clauses.tense(document, above));
    if over == Tense::PastPerfect {
        return Tense::Past;
    }
    // "a plan to meet", "is likely to meet", "asked him to meet"
    let leans = |at: usize| {
        is_cue(document.lemma(at), Lean::Aim)
            || is_cue(document.norm(at), Lean::Aim)
            || document.tokens[at].upos == Upos::Noun && is_cue(document.lemma(at), Lean::Plan)
    };
    // "her intention to resign", whatever the grammar ties "to" to
    let noun = verb.checked_sub(2).filter(|&noun| document.norm(noun + 1) == "to");
    let is_aim = [Some(token.head), above, noun].into_iter().flatten().any(leans) || is_due_to(document, verb);
    let is_bare = above.is_none_or(|above| matches!(document.lemma(above), "be" | "have"));
    match over {
        _ if is_aim || is_bare => Tense::Future,
        Tense::Past | Tense::Perfect => Tense::Past,
        _ => Tense::Future,
    }
}

/// Returns whether a verb is an infinitive by its place: "to resume Monday", whatever the grammar made of it.
fn follows_to(document: &Document<'_>, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|before| document.norm(before) == "to")
        && document.norm(verb) == document.lemma(verb)
}

/// Returns whether a verb speaks of a failed attempt, which is past: "could not be reached Friday".
fn is_inability(document: &Document<'_>, clauses: &Clauses, verb: usize) -> bool {
    let marks = clauses.marks(verb);
    let before = verb.saturating_sub(MAX_AUXILIARY_DISTANCE)..verb;
    marks.has(ClauseMark::Modal)
        && marks.has(ClauseMark::Negation)
        && before.into_iter().any(|token| document.norm(token) == "could" && document.tokens[token].head == verb)
}

/// Tokens between an auxiliary and the verb behind it.
const MAX_AUXILIARY_DISTANCE: usize = 6;

/// Returns whether a verb is what is due: "is due to arrive Friday". Where "due to" gives a cause, no bare verb follows.
fn is_due_to(document: &Document<'_>, verb: usize) -> bool {
    let word = |back: usize| verb.checked_sub(back).map_or("", |token| document.norm(token));
    word(0) == "due" || word(1) == "to" && word(2) == "due" && document.norm(verb) == document.lemma(verb)
}

/// Returns the tense of the nearest verb, known by its form, before the time, else behind it.
fn nearest_tense(document: &Document<'_>, start: usize, middle: usize, end: usize) -> Tense {
    let known = |tense: &Tense| *tense != Tense::Unknown;
    let before =
        (start..middle).rev().take(MAX_VERB_DISTANCE).map(|token| tense_of_word(document.norm(token))).find(known);
    let after = || (middle..end).take(MAX_VERB_DISTANCE).map(|token| tense_of_word(document.norm(token))).find(known);
    before.or_else(after).unwrap_or_default()
}

/// Tokens between a time and the verb that stands for the governing one.
const MAX_VERB_DISTANCE: usize = 25;

/// Returns the tense that a word shows without grammar.
fn tense_of_word(word: &str) -> Tense {
    work::step();
    match word {
        "scheduled" | "plans" | "expected" | "due" => Tense::Future,
        word if tells_of_future(word) => Tense::Future,
        "was" | "were" | "had" | "has" | "have" => Tense::Past,
        word if is_past_form(word) => Tense::Past,
        _ => Tense::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentTime, Setting};
    use crate::text::rule_table::needless_rows;
    use crate::time::tense::tense_table::{AHEAD, BEHIND};
    use crate::time::timexes_in;

    /// Returns the sentences whose one time is not `want`.
    fn wrong<'a>(sentences: impl Iterator<Item = &'a str>, want: &str) -> Vec<String> {
        let published = "2024-05-15".parse().ok().map(DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let read = |text: &str| timexes_in(&crate::text::read(text), setting).first().map(|timex| timex.value.clone());
        let bad = sentences.filter(|text| read(text).as_deref() != Some(want));
        bad.map(|text| format!("{text} {:?}", read(text))).collect()
    }

    #[test]
    fn every_cue_puts_its_example_ahead() {
        assert!(CUES.is_sorted_by_key(|cue| cue.word));
        assert_eq!(wrong(CUES.iter().map(|cue| cue.example), "2024-05-17"), [""; 0]);
        let needless = needless_rows(CUES, |cue| wrong(std::iter::once(cue.example), "2024-05-17"));
        assert_eq!(needless.iter().map(|cue| (cue.word, cue.lean)).collect::<Vec<_>>(), []);
    }

    #[test]
    fn verbs_decide_which_friday_it_is() {
        assert_eq!(wrong(AHEAD.iter().copied(), "2024-05-17"), [""; 0]);
        assert_eq!(wrong(BEHIND.iter().copied(), "2024-05-10"), [""; 0]);
    }
}
