//! Finds what a text says happened, will happen or might, and when.
//!
//! "The ferry left Cebu on Monday and caught fire; an inquiry will open in
//! May": `left` is stated for Monday, `caught` inherits it, `open` is planned
//! for May. The terms are those of TimeML.
//!
//! In: a parsed document, its times and the time of the document. Out: events in order.
//!
//! 1. `noun_table`: nouns that name events; every verb may.
//! 2. `modality`: fact, plan, guess or denial, from the words around.
//! 3. `dating`: which time belongs to which event; `insertion`: those between commas; `relative`: days before or after
//!    another one.

mod dating;
mod dating_table;
mod insertion;
mod modality;
mod modality_table;
mod noun_table;
mod relative;
#[cfg(test)]
mod table_tests;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub use dating::is_compared;
pub(crate) use modality::is_denial;
use modality_table::GOING;

use crate::model::{Basis, Document, Event, Modality, Rel, Role, Setting, Timex, TimexType, Upos};
use crate::text::dateline;
use crate::text::past_forms_table::{SAME_IN_PAST, is_past_form};
use crate::text::rule_table::is_listed;
use crate::time::tense::clause::{ClauseMark, Clauses};

/// Returns the events of a text, in order.
pub fn events_in(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Event> {
    if !document.is_english() {
        return Vec::new();
    }
    let clauses = Clauses::of(document);
    let heads = candidates(document, timexes, &clauses);
    let modalities: Vec<_> = heads.iter().map(|&head| modality::of(document, &clauses, head)).collect();
    let dates = dating::dates(document, &clauses, &without_datelines(document, timexes), &heads, setting);
    let events = heads.iter().zip(modalities).zip(dates).map(|((&head, modality), (when, basis))| Event {
        span: document.tokens[head].span,
        lemma: document.lemma(head).to_owned(),
        modality: settle(modality, basis, when.as_ref(), setting),
        when,
        basis,
        sentence: document.sentence_at(document.tokens[head].span.start).unwrap_or(0),
    });
    events.collect()
}

/// Returns the times without the days of datelines: "CEBU, March 11 (NW) - A ferry sank on Tuesday" sank on Tuesday.
fn without_datelines<'t>(document: &Document<'_>, timexes: &'t [Timex]) -> Cow<'t, [Timex]> {
    let heads_page = |timex: &Timex| {
        let sentence = document.sentence_at(timex.span.start);
        sentence.is_some_and(|sentence| dateline::holds(document, sentence, timex.span))
    };
    match timexes.iter().any(heads_page) {
        true => timexes.iter().filter(|timex| !heads_page(timex)).cloned().collect(),
        false => Cow::Borrowed(timexes),
    }
}

/// Returns the modality of an event with its date: a fact of a day that is yet to come is a plan: "the inquiry opens on 25 August".
fn settle(modality: Modality, basis: Basis, when: Option<&crate::model::Edtf>, setting: Setting) -> Modality {
    let (Modality::Actual, Basis::Stated, Some(when), Some(published)) = (modality, basis, when, setting.published)
    else {
        return modality;
    };
    let zone = setting.timezone;
    let today = crate::model::Edtf::from_day(published.day(zone));
    match today {
        Some(today) if today.latest(zone) < when.earliest(zone) => Modality::Planned,
        _ => modality,
    }
}

/// Returns the tokens that name events.
fn candidates(document: &Document<'_>, timexes: &[Timex], clauses: &Clauses) -> Vec<usize> {
    let mut inside = timexes.iter().peekable();
    let mut heads = Vec::new();
    let dated = dated_heads(document, timexes);
    for (index, token) in document.tokens.iter().enumerate() {
        while inside.next_if(|timex| timex.span.end <= token.span.start).is_some() {}
        let in_timex = inside.peek().is_some_and(|timex| timex.span.start <= token.span.start);
        let is_state = token.upos == Upos::Adj && dated.contains(&index) && is_predicate(clauses, index);
        if !in_timex && (is_state || names_event(document, clauses, index)) {
            heads.push(index);
        }
    }
    heads
}

/// Returns the words that times depend on.
fn dated_heads(document: &Document<'_>, timexes: &[Timex]) -> BTreeSet<usize> {
    let dates = timexes.iter().filter(|timex| matches!(timex.kind, TimexType::Date | TimexType::Time));
    let inside = dates.map(|timex| document.tokens_in(timex.span));
    let above = inside.flat_map(|inside| {
        let heads = inside.clone().map(|token| document.tokens[token].head);
        heads.filter(|head| !inside.contains(head)).collect::<Vec<_>>()
    });
    above.collect()
}

/// Returns whether a word is a state with a day of its own: "The museum was full on Sunday".
fn is_predicate(clauses: &Clauses, index: usize) -> bool {
    let marks = clauses.marks(index);
    marks.has(ClauseMark::Subject) && (marks.has(ClauseMark::Was) || marks.has(ClauseMark::Is))
}

fn names_event(document: &Document<'_>, clauses: &Clauses, index: usize) -> bool {
    let token = &document.tokens[index];
    match token.upos {
        Upos::Verb if is_seat(document, clauses, index) || is_way_to_work(document, index) => false,
        Upos::Verb if is_set_off(document, index) => true,
        // "The governor addressed rescuers": a verb with a subject, whatever else the grammar makes of it.
        Upos::Verb if clauses.marks(index).has(ClauseMark::Subject) => true,
        Upos::Verb => {
            !matches!(token.rel, Rel::Aux | Rel::Cop | Rel::Case | Rel::Mark | Rel::Fixed | Rel::Amod | Rel::Compound)
        }
        Upos::Noun | Upos::Propn => {
            noun_table::is_event(document.lemma(index), document.norm(index)) && !is_of_a_name(document, index)
        }
        // "The road was shut on Friday": a state that has just come about, whatever the tagger made of it.
        Upos::Adj => {
            let is_done = document.lemma(index) == "dead"
                || clauses.marks(index).has(ClauseMark::Was) && SAME_IN_PAST.contains(&document.norm(index));
            token.rel == Rel::Root && clauses.marks(index).has(ClauseMark::Subject) && is_done
                || is_due(document, index)
                || is_perfect(document, index)
        }
        _ => false,
    }
}

/// Returns whether a noun is part of the name of a body, which is no event: "the Court of Appeal", "the Board of Elections".
fn is_of_a_name(document: &Document<'_>, index: usize) -> bool {
    let in_headline = document.sentence_at(document.tokens[index].span.start);
    let in_headline = in_headline.is_some_and(|at| document.sentences[at].role == Role::Headline);
    let has_capital = |token: usize| document.word(token).starts_with(char::is_uppercase);
    let links = |token: usize| matches!(document.norm(token), "of" | "for");
    let before = |back: usize| index.checked_sub(back);
    !in_headline && has_capital(index) && before(1).is_some_and(links) && before(2).is_some_and(has_capital)
}

/// Returns whether a sentence says where somebody has to be by then: "The captain is due in court on March 21".
fn is_due(document: &Document<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| document.tokens[before].upos);
    let next = document.tokens.get(index + 1).map(|next| next.upos);
    document.norm(index) == "due" && before == Some(Upos::Aux) && next == Some(Upos::Adp)
}

/// Returns whether a participle stands right behind "had" or "has", whatever the tagger made of it: "had drunk wine".
fn is_perfect(document: &Document<'_>, index: usize) -> bool {
    let has = |before: usize| document.tokens[before].upos == Upos::Aux && document.lemma(before) == "have";
    index.checked_sub(1).is_some_and(has) && is_past_form(document.norm(index))
}

/// Returns whether a participle stands between a comma and a preposition, where no adjective does, whatever the grammar
/// says: "repairs, starting on 7 April".
fn is_set_off(document: &Document<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).filter(|&before| document.norm(before) == ",");
    let next = document.tokens.get(index + 1);
    document.tokens[index].rel == Rel::Amod && before.is_some() && next.is_some_and(|next| next.upos == Upos::Adp)
}

/// Returns whether "to work" says where somebody goes, and no aim: "returned to work on Wednesday", "went back to
/// work".
fn is_way_to_work(document: &Document<'_>, index: usize) -> bool {
    let word = |back: usize| index.checked_sub(back);
    let goes = |token: usize| is_listed(GOING, document.lemma(token));
    let back = word(2).is_some_and(|token| document.norm(token) == "back");
    let verb = if back { word(3) } else { word(2) };
    document.norm(index) == "work"
        && word(1).is_some_and(|token| document.norm(token) == "to")
        && verb.is_some_and(|token| goes(token) || back && document.lemma(token) == "be")
}

/// Returns whether a participle only says where somebody sits: "Paris based Airbus".
fn is_seat(document: &Document<'_>, clauses: &Clauses, index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| document.tokens[before].upos);
    let marks = clauses.marks(index);
    document.norm(index) == "based"
        && before == Some(Upos::Propn)
        && !marks.has(ClauseMark::Was)
        && !marks.has(ClauseMark::Is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentTime;

    fn read(text: &str) -> String {
        let published = "2025-08-12".parse().ok().map(DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let document = crate::text::read(text);
        let timexes = crate::time::timexes_in(&document, setting);
        let write = |event: &Event| {
            let when = event.when.as_ref().map_or("-", |when| when.as_str());
            format!("{} {when} {:?} {:?}", event.span.of(text), event.basis, event.modality).to_lowercase()
        };
        events_in(&document, &timexes, setting).iter().map(write).collect::<Vec<_>>().join("; ")
    }

    #[track_caller]
    pub(super) fn check(text: &str, want: &str) {
        let got = read(text);
        assert!(got.contains(want), "in {text:?}: {got}");
    }

    #[test]
    fn what_is_asked_why_did_happen_and_what_nobody_suffered_did_not() {
        check("The panel will ask why the crane fell on 2 June.", "fell 2025-06-02 stated actual");
        check("The panel will ask that the crane be sold on 2 October.", "sold 2025-10-02 stated hypothetical");
        check("Nobody was arrested on Monday.", "arrested 2025-08-11 stated negated");
        check("None of the sailors was hurt on Monday.", "hurt 2025-08-11 stated negated");
    }

    #[test]
    fn a_noun_in_the_name_of_a_body_is_no_event() {
        for (text, noun) in [
            ("The Court of Appeal heard the case on Monday.", "appeal "),
            ("The county Board of Elections met on Monday.", "elections "),
            ("The Institute for Conflict met on Monday.", "conflict "),
        ] {
            let got = read(text);
            assert!(!got.contains(noun), "in {text:?}: {got}");
        }
        check("The court heard of the appeal on Monday.", "appeal 2025-08-11");
        check("The Paris Agreement was signed in 2015.", "agreement 2015");
    }

    #[test]
    fn of_two_times_of_one_event_the_finer_is_told() {
        check("The pact was signed on 3 September 1945, eighty years ago.", "signed 1945-09-03 stated actual");
        check("The storm came ashore shortly before midnight on Monday.", "came 2025-08-11 stated actual");
        check("The storm came ashore before Monday.", "came ../2025-08-11 stated actual");
    }

    #[test]
    fn both_ends_of_a_span_are_told() {
        check("He took cash between March 2019 and November 2021.", "took 2019-03/2021-11 stated actual");
        check("She worked there from 2012 to 2015.", "worked 2012/2015 stated actual");
        check("The crews returned to work on Sunday after a strike.", "returned 2025-08-10 stated actual");
        check("• £3.1m for road repairs, starting on 20 August;", "starting 2025-08-20 stated planned");
        check("She moved from Bonn in May and to Rome in July.", "moved 2025-05 stated actual");
    }

    #[test]
    fn dates_of_the_clause_are_stated() {
        check("The ferry left the port on Monday.", "left 2025-08-11 stated actual");
        check("The law, passed on 3 May, bans smoking.", "passed 2025-05-03 stated actual");
        check("The mayor, elected in 2021, opened the pool on Monday.", "elected 2021 stated actual");
        check("The mayor, elected in 2021, opened the pool on Monday.", "opened 2025-08-11 stated actual");
        check(
            "The firm would have failed on Monday had the loan been called in.",
            "called 2025-08-11 document hypothetical",
        );
        check("Whatever the bank might say, the firm had left the port on Monday.", "left 2025-08-11 stated actual");
        check("The law was passed in May 2023.", "passed 2023-05 stated actual");
        check("The force chose Leeds based Brown Group on 3 March to build it.", "chose 2025-03-03 stated actual");
    }

    #[test]
    fn plans_and_guesses_are_no_facts() {
        check("The council will open the park on 1 September.", "open 2025-09-01 stated planned");
        check("The president is set to meet the ministers in Moscow.", "meet 2025-08-12 document planned");
        check("If the hull breaks up, oil could reach the coast.", "breaks 2025-08-12 document hypothetical");
        check("The firm may sell the plant.", "sell 2025-08-12 document hypothetical");
        check("The department said it would open an inquiry on 25 August.", "open 2025-08-25 stated planned");
        check("The firm did not sell the plant.", "negated");
        check("The inquiry opens on 25 August.", "opens 2025-08-25 stated planned");
    }

    #[test]
    fn what_precedes_a_plan_has_happened() {
        check("The mill is to be sold to a rival.", "sold 2025-08-12 document planned");
        check("The minister will resign after losing a vote on Monday.", "losing 2025-08-11 stated actual");
        check(
            "The mill is to be bought by Orrin after accepting a higher offer on Monday.",
            "accepting 2025-08-11 stated actual",
        );
    }

    #[test]
    fn the_time_of_what_is_compared_with_dates_nothing() {
        check("Turnout was put at 64 percent, down from 68 percent in 2021.", "put 2025-08-12 document actual");
        check("The harbour handled 90 ships, compared with 40 in May.", "handled 2025-08-12 document actual");
        check("The firm sold more cars than in 2019.", "sold 2025-08-12 document actual");
        check("The ferry was moved from Pelt in May.", "moved 2025-05 stated actual");
        check("The storm killed more than 40 people in May.", "killed 2025-05 stated actual");
    }

    #[test]
    fn the_day_of_a_dateline_dates_nothing() {
        let dated = "collapsed 2025-08-11 stated actual";
        check("CARROW, Aug. 12 (HP) - Five people were hurt when a wall collapsed on Monday, police said.", dated);
        let text = "HARROW, Aug. 12 (HP) - A ferry was towed to the harbour with 40 people on board.";
        check(text, "towed 2025-08-12 document actual");
    }

    #[test]
    fn what_has_no_date_is_assumed_from_the_document() {
        check("The mayor has resigned.", "resigned 2025-08-12 document actual");
    }
}
