//! Finds noun phrases beside a verb, and the subject of a verb.
//!
//! `Ann Lee, who runs the port, has repeatedly said …`: the grammar knows that
//! "Lee" is the subject of "said"; where it does not, the nearest noun phrase
//! to the left is taken, over an insertion between commas.

use std::ops::Range;

use crate::claim::statements::lexicon::cue_table::OUTSIDE_OF_SOURCES;
use crate::claim::statements::lexicon::cues::{self, AttributionCue};
use crate::claim::statements::view::DocumentView;
use crate::model::{Rel, Upos, is_day_by_today};
use crate::text::reporting_verbs::VerbForm;
use crate::text::rule_table::is_listed;

/// A subject stands at most this many tokens from its verb.
const SUBJECT_REACH: usize = 60;

/// An insertion between commas is at most this long.
const INSERTION_REACH: usize = 40;

/// How many verbs are climbed to find the subject they share.
const MAX_SHARED: usize = 5;

/// Returns the subject's tokens of the verb at `verb`, whose group begins at `group`.
///
/// A noun phrase that fills the space between a comma and the verb is the
/// subject, whatever the grammar says; so is the one before an insertion where
/// the grammar found only its "who".
pub(crate) fn subject(view: &DocumentView<'_, '_>, verb: usize, group: usize) -> Option<Range<usize>> {
    // "The museum today said": the day is neither.
    let is_day = group.checked_sub(1).is_some_and(|before| is_day_by_today(view.norm(before)));
    let group = group - usize::from(is_day && view.sentence_of(verb).start + 1 < group);
    // "The governor, Ines Paz, on Tuesday said"
    let is_led_day = group.checked_sub(2).is_some_and(|on| {
        let is_weekday = view.norm(on + 1).parse::<chrono::Weekday>().is_ok();
        is_weekday && matches!(view.norm(on), "on" | "late" | "early") && view.sentence_of(verb).start + 1 < on
    });
    let group = if is_led_day { group - 2 } else { group };
    let nearest = behind_conjunction(view, nearest_subject(view, verb, group)?, group);
    Some(over_owner(view, over_agent(view, nearest)))
}

/// Takes what follows "as" for a phrase that grammar led across it: in "Missiles hit Kyiv as Oslo warns", Oslo warns.
///
/// A bare noun names a part that somebody plays ("Her work as chair suggests"), and in "groups such as Reach", "a nurse who
/// gave her name as Luz, said" nobody does anything yet.
fn behind_conjunction(view: &DocumentView<'_, '_>, found: Range<usize>, group: usize) -> Range<usize> {
    let is_part = |token: usize| view.upos(token) == Upos::Noun && view.document.tokens[token].penn != "NNS";
    let joins = |token: &usize| view.norm(*token) == "as" && view.is_noun(token - 1) && !is_part(token + 1);
    let inside = (found.start + 1)..found.end.saturating_sub(1);
    let conjunction = inside.rev().find(joins).filter(|_| found.end == group);
    conjunction.map_or(found.clone(), |conjunction| conjunction + 1..found.end)
}

/// Takes whom a phrase belongs to along with whose they are: in "A friend of the actress Nina Holt said", the friend says it.
fn over_owner(view: &DocumentView<'_, '_>, found: Range<usize>) -> Range<usize> {
    let floor = view.sentence_of(found.start).start;
    let article = found.start.checked_sub(1).filter(|&before| view.upos(before) == Upos::Det && floor < before);
    let start = article.unwrap_or(found.start);
    let of = start.checked_sub(1).filter(|&of| floor < of && view.norm(of) == "of" && view.is_noun(of - 1));
    let owned = of
        .and_then(|of| ending_at(view, of, floor))
        .filter(|owned| owned.start == floor || view.sets_off(owned.start - 1) || view.norm(owned.start - 1) == "and");
    owned.map_or(found.clone(), |owned| owned.start..found.end)
}

/// Takes the thing for whoever saw it: in "court papers seen by the Courier say", the papers say it.
fn over_agent(view: &DocumentView<'_, '_>, found: Range<usize>) -> Range<usize> {
    let floor = view.sentence_of(found.start).start;
    let start = (floor..found.start).rev().take_while(|&token| view.is_nominal(token)).last().unwrap_or(found.start);
    let by = start.checked_sub(1).filter(|by| floor < *by && is_agent(view, by - 1));
    let thing = by.and_then(|by| ending_at(view, by - 1, floor));
    thing.map_or(found.clone(), |thing| thing.start..found.end)
}

/// Returns whether a participle and its "by" begin here: "seen by".
pub(crate) fn is_agent(view: &DocumentView<'_, '_>, token: usize) -> bool {
    let tokens = &view.document.tokens;
    tokens.get(token).is_some_and(|own| own.penn == "VBN") && tokens.len() > token + 1 && view.norm(token + 1) == "by"
}

fn nearest_subject(view: &DocumentView<'_, '_>, verb: usize, group: usize) -> Option<Range<usize>> {
    let sentence = view.sentence_of(verb);
    let grammar = by_grammar(view, verb, &sentence);
    let beside = before(view, group, sentence.start);
    match (grammar, beside) {
        (Some(grammar), beside) if is_day_by_today(view.norm(grammar.start)) && grammar.len() == 1 => {
            beside.or(Some(grammar))
        }
        (Some(grammar), Some(beside)) => {
            let is_set_off = sentence.start < beside.start && view.sets_off(beside.start - 1);
            let is_relative = view.sets_off(group - 1) && matches!(view.norm(grammar.start), "who" | "which" | "that");
            let agree = grammar.start <= beside.start && beside.start < grammar.end;
            let is_behind = group <= grammar.start;
            let is_inserted = view.norm(group - 1) == "," && beside.start < grammar.start;
            let errs = is_set_off || is_relative || is_behind || is_inserted;
            Some(if errs && !agree { beside } else { grammar })
        }
        (None, Some(beside)) => Some(over_relative(view, beside, sentence.start)),
        (None, None) => shared(view, verb, &sentence).or_else(|| capitals_before(view, group, sentence.start)),
        (grammar, beside) => grammar.or(beside),
    }
}

/// Takes the noun that a relative clause describes for that clause's object: in "a blast that killed eight people said", the
/// blast; `floor` is where the sentence begins.
fn over_relative(view: &DocumentView<'_, '_>, object: Range<usize>, floor: usize) -> Range<usize> {
    let Some(verb) = object.start.checked_sub(1).filter(|&verb| floor < verb && view.upos(verb) == Upos::Verb) else {
        return object;
    };
    let helps = |token: &usize| matches!(view.upos(*token), Upos::Aux | Upos::Adv);
    let first = (floor..verb).rev().take_while(helps).last().unwrap_or(verb);
    let pronoun = first.checked_sub(1).filter(|&before| matches!(view.norm(before), "who" | "which" | "that"));
    let noun = pronoun.and_then(|pronoun| ending_at(view, pronoun, floor));
    noun.unwrap_or(object)
}

/// Returns the run of capitalised words right before `end`, whatever the tagger made of them.
fn capitals_before(view: &DocumentView<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let start = (floor..end).rev().take_while(|token| is_capital(view, *token)).last()?;
    Some(start..end)
}

fn is_capital(view: &DocumentView<'_, '_>, token: usize) -> bool {
    !view.is_quoted(token) && view.document.word(token).starts_with(char::is_uppercase)
}

/// Returns the subject that depends on the verb itself.
fn by_grammar(view: &DocumentView<'_, '_>, verb: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = sentence.start.max(verb.saturating_sub(SUBJECT_REACH));
    let to = sentence.end.min(verb + SUBJECT_REACH);
    let is_subject = |token: usize| {
        view.head(token) == verb && matches!(view.rel(token), Rel::Nsubj | Rel::Csubj) && !view.is_quoted(token)
    };
    let left = (from..verb).rev().find(|token| is_subject(*token));
    let found = left.or_else(|| (verb + 1..to).find(|token| is_subject(*token)))?;
    let phrase = phrase_of(view, found, verb);
    let noun = (sentence.start + 1 < phrase.start && found < verb)
        .then(|| view.upos(phrase.start - 1) == Upos::Adp && view.is_noun(phrase.start - 2));
    // "The trial before Judge Lee is due": what a preposition ties to a noun is no subject by itself.
    match noun == Some(true) {
        true => Some(ending_at(view, phrase.start - 1, sentence.start)?.start..phrase.end),
        false => Some(phrase),
    }
}

/// Returns whether words before a verb are its subject and nothing else: "Lee, who led the town, denies all charges".
pub(crate) fn is_subject_alone(view: &DocumentView<'_, '_>, verb: usize, words: Range<usize>) -> bool {
    let from = words.start.max(verb.saturating_sub(SUBJECT_REACH));
    let is_subject = |token: &usize| view.head(*token) == verb && view.rel(*token) == Rel::Nsubj;
    let mut subjects = (from..words.end).filter(is_subject).map(|token| view.reach(token));
    subjects.any(|reach| reach.start <= words.start && words.end <= reach.end)
        && !words.clone().any(|token| view.is_quoted(token))
}

/// Returns the words around the heart of a phrase, without what lies across the verb or in quotation marks.
pub(crate) fn phrase_of(view: &DocumentView<'_, '_>, heart: usize, verb: usize) -> Range<usize> {
    let reach = view.reach(heart);
    let mut start = if heart > verb { reach.start.max(verb + 1) } else { reach.start };
    let mut end = if heart < verb { reach.end.min(verb) } else { reach.end };
    while start < heart && !can_open(view, start) {
        start += 1;
    }
    if let Some(cut) = (start..heart).rev().find(|token| view.is_quoted(*token)) {
        start = cut + 1;
    }
    if let Some(cut) = (heart..end).find(|token| view.is_quoted(*token)) {
        end = cut.max(heart + 1);
    }
    while heart + 1 < end && view.is_punct(end - 1) && !matches!(view.norm(end - 1), ")" | ".") {
        end -= 1;
    }
    start..end
}

/// Returns whether a noun phrase may begin with this token.
fn can_open(view: &DocumentView<'_, '_>, token: usize) -> bool {
    view.is_nominal(token) || matches!(view.upos(token), Upos::Verb | Upos::Adv)
}

/// Returns the subject of the verb that this one is joined to: "said … and added".
fn shared(view: &DocumentView<'_, '_>, verb: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut at = verb;
    for _ in 0..MAX_SHARED {
        let (head, rel) = (view.head(at), view.rel(at));
        if head == at || !sentence.contains(&head) {
            return None;
        }
        match rel {
            // "The need to admit that …": whose need it is stands elsewhere.
            Rel::Acl if at == verb && is_infinitive(view, verb) => return None,
            Rel::Acl if view.is_noun(head) => return Some(phrase_of(view, head, at.max(head + 1))),
            Rel::Conj | Rel::Xcomp | Rel::Advcl | Rel::Parataxis | Rel::Acl | Rel::Dep => {}
            _ => return None,
        }
        let teller = teller_of(view, at, head).filter(|_| rel == Rel::Conj);
        if let Some(found) = by_grammar(view, teller.unwrap_or(head), sentence) {
            return Some(found);
        }
        at = head;
    }
    None
}

/// Returns the verb of saying that `verb` goes on with, where it was joined to what is said: "said it was a mess and warned".
///
/// Who is said to have said something may go on saying: "said Lee had denied it and blamed the pump".
fn teller_of(view: &DocumentView<'_, '_>, verb: usize, joined: usize) -> Option<usize> {
    let teller = view.head(joined);
    let tense = |token: usize| view.document.tokens[token].penn;
    let is_told =
        view.rel(joined) == Rel::Ccomp && teller < joined && joined < verb && cues::at(view, joined).is_none();
    (is_told && tense(teller) == tense(verb) && cues::at(view, teller).is_some_and(|cue| cue.is_saying()))
        .then_some(teller)
}

fn is_infinitive(view: &DocumentView<'_, '_>, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|before| view.norm(before) == "to")
}

/// Returns the noun phrase that ends right before `end`, over an insertion between commas.
pub(crate) fn before(view: &DocumentView<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| floor <= *last)?;
    if matches!(view.norm(last), "to" | "'s" | "'") {
        return None;
    }
    if view.norm(last) != "," {
        return ending_at(view, end, floor);
    }
    let from = floor.max(last.saturating_sub(INSERTION_REACH));
    let comma = (from..last).rev().find(|token| view.norm(*token) == ",")?;
    let phrase = ending_at(view, comma, floor)?;
    Some(phrase.start..last)
}

/// Returns the noun phrase that ends right before `end`.
pub(crate) fn ending_at(view: &DocumentView<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = end;
    while floor < start {
        let token = start - 1;
        if view.is_quoted(token) {
            break;
        }
        if view.is_pronoun(token) {
            if start == end {
                start = token;
            }
            break;
        }
        let joins = start < end && floor < token && view.is_noun(token - 1);
        match view.upos(token) {
            _ if view.is_nominal(token) => {}
            Upos::Adp if joins => {}
            Upos::Adp if start < end && describes_noun(view, token, floor) => {
                start = token - 1;
                continue;
            }
            Upos::Cconj if joins && view.is_nominal(start) => {}
            Upos::Verb if start < end && is_participle(view, token, floor) => {}
            Upos::Punct if view.norm(token) == ")" => match opening_bracket(view, token, floor) {
                Some(open) => {
                    start = open;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        start = token;
    }
    while start < end && matches!(view.upos(start), Upos::Adp | Upos::Cconj | Upos::Part | Upos::Punct) {
        start += 1;
    }
    (start..end).any(|token| view.is_noun(token) || view.upos(token) == Upos::Det).then_some(start..end)
}

/// Returns whether a preposition goes with a word that describes the noun before it: "sources close *to* the club",
/// "officials briefed *on* the plan".
fn describes_noun(view: &DocumentView<'_, '_>, preposition: usize, floor: usize) -> bool {
    let Some(word) = preposition.checked_sub(1).filter(|word| floor < *word) else { return false };
    let is_participle = view.upos(word) == Upos::Verb && view.norm(word).ends_with("ed");
    let describes = matches!(view.upos(word), Upos::Adj | Upos::Adv) || is_participle || view.norm(word) == "close";
    describes && view.is_noun(word - 1) && !view.is_pronoun(word - 1) && !view.is_quoted(word)
}

/// Returns whether a verb form at the very beginning of a phrase describes its noun: "retired general Lee".
fn is_participle(view: &DocumentView<'_, '_>, token: usize, floor: usize) -> bool {
    let opens =
        token == floor || view.sets_off(token - 1) || view.is_quoted(token - 1) || view.upos(token - 1) == Upos::Det;
    opens && (view.norm(token).ends_with("ed") || view.norm(token).ends_with("ing"))
}

/// Returns the bracket that opens what the one at `close` ends.
fn opening_bracket(view: &DocumentView<'_, '_>, close: usize, floor: usize) -> Option<usize> {
    (floor.max(close.saturating_sub(8))..close).rev().find(|token| view.norm(*token) == "(")
}

/// Returns the noun phrase that begins at `start`, with its appositions.
pub(crate) fn starting_at(view: &DocumentView<'_, '_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let mut end = core_end(view, start, ceiling);
    if end == start || !(start..end).any(|token| view.is_noun(token) || view.upos(token) == Upos::Det) {
        return None;
    }
    if let Some(name_end) = name_behind(view, start..end, ceiling) {
        return Some(start..name_end);
    }
    if end < ceiling && view.norm(end) == "," && opens_apposition(view, end + 1, ceiling) {
        let to = ceiling.min(end + INSERTION_REACH);
        let stop = (end + 1..to).find(|token| view.norm(*token) == "," || view.is_quoted(*token)).unwrap_or(to);
        // "said Lee, who called it “a mess”": what runs into a quotation says more than who she is.
        let is_relative = matches!(view.norm(end + 1), "who" | "whose" | "which");
        if !is_relative || to <= stop || !view.is_quoted(stop) {
            end = stop;
        }
        while start < end && view.is_punct(end - 1) {
            end -= 1;
        }
    }
    Some(start..end)
}

/// Returns where the name ends that a comma sets behind a role: "said a neighbour, Dina Kovac, on Sunday".
///
/// "Said Kovac, Lee and Hart" names three, and in "said the coach, Hart told her" another clause begins.
fn name_behind(view: &DocumentView<'_, '_>, role: Range<usize>, ceiling: usize) -> Option<usize> {
    let is_name = |token: usize| {
        view.upos(token) == Upos::Propn && is_capital(view, token)
            || view.norm(token) == "."
                && token + 1 < ceiling
                && view.upos(token + 1) == Upos::Propn
                && !view.sets_off(token)
    };
    let heart_end = role.clone().find(|&token| view.upos(token) == Upos::Adp && role.start < token);
    let heart = (role.start..heart_end.unwrap_or(role.end)).rev().find(|&token| view.is_noun(token))?;
    if ceiling <= role.end + 1 || view.norm(role.end) != "," || view.upos(heart) == Upos::Propn {
        return None;
    }
    let end = (role.end + 1..ceiling).find(|&token| !is_name(token)).unwrap_or(ceiling);
    let closes = end == ceiling
        || view.is_punct(end)
        || view.is_quoted(end)
        || matches!(view.upos(end), Upos::Adp | Upos::Adv | Upos::Sconj);
    (role.end + 1 < end && closes).then_some(end)
}

/// Returns whether what follows a comma says more about the noun before it.
fn opens_apposition(view: &DocumentView<'_, '_>, token: usize, ceiling: usize) -> bool {
    token < ceiling
        && (matches!(view.norm(token), "who" | "whose" | "which")
            || matches!(view.upos(token), Upos::Det | Upos::Noun | Upos::Adj) && !view.is_pronoun(token))
}

/// Returns where the noun phrase ends that begins at `start`, without appositions.
fn core_end(view: &DocumentView<'_, '_>, start: usize, ceiling: usize) -> usize {
    let mut end = start;
    while end < ceiling && !view.is_quoted(end) {
        if view.is_pronoun(end) {
            return if end == start { end + 1 } else { end };
        }
        let follows = end + 1 < ceiling && view.is_nominal(end + 1) && !view.is_quoted(end + 1);
        let joins = start < end && follows;
        match view.upos(end) {
            _ if view.is_nominal(end) => {}
            Upos::Adp if joins && !is_listed(OUTSIDE_OF_SOURCES, view.norm(end)) => {}
            Upos::Cconj if joins => {}
            Upos::Punct if view.norm(end) == "(" => {}
            Upos::Punct if view.norm(end) == ")" && start < end => {}
            _ => break,
        }
        end += 1;
    }
    while start < end && view.is_punct(end - 1) && view.norm(end - 1) != ")" {
        end -= 1;
    }
    end
}

/// Returns the subject that a participle shares: "Lee said …, adding that".
///
/// It is the source of the words of saying before it, where there are some.
pub(crate) fn subject_of_participle(view: &DocumentView<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let sentence = view.sentence_of(verb);
    let said = (floor.max(verb.saturating_sub(SUBJECT_REACH))..verb).rev().filter(|token| !view.is_quoted(*token));
    let mut said =
        said.filter_map(|token| cues::at(view, token)).filter(|cue| cue.is_saying() && cue.verb.form != VerbForm::Ing);
    let source = |cue: AttributionCue| {
        let source = subject(view, cue.finite, cue.group.start).or_else(|| behind(view, &cue, sentence.end))?;
        Some(cut_before(view, source, verb))
    };
    let is_own = |source: &Range<usize>| !matches!(view.norm(source.start), "who" | "which" | "that");
    said.by_ref()
        .filter_map(source)
        .find(is_own)
        .or_else(|| shared(view, verb, &sentence))
        .or_else(|| starting_at(view, floor, verb))
}

/// Ends a phrase before a token that grammar took into it: "Ann Lee, | adding that".
fn cut_before(view: &DocumentView<'_, '_>, phrase: Range<usize>, token: usize) -> Range<usize> {
    if !phrase.contains(&token) || token == phrase.start {
        return phrase;
    }
    let mut end = token;
    while phrase.start + 1 < end && view.is_punct(end - 1) {
        end -= 1;
    }
    phrase.start..end
}

/// Returns the source behind a verb of saying: "…, said Ann Lee".
pub(crate) fn behind(view: &DocumentView<'_, '_>, cue: &AttributionCue, end: usize) -> Option<Range<usize>> {
    let next = cue.main + 1;
    if end <= next || view.norm(next) == "that" {
        return None;
    }
    let capitals = || (next..end).take_while(|token| is_capital(view, *token)).last().map(|last| next..last + 1);
    // "said lead author Ann Lee", "said retired nurse Bo Ek": what stands before the noun may pass for a verb.
    let is_attribute = view.upos(next) == Upos::Verb && next + 1 < end && view.is_noun(next + 1);
    let described = || starting_at(view, next + 1, end).filter(|_| is_attribute).map(|noun| next..noun.end);
    (next < end).then(|| starting_at(view, next, end).or_else(described).or_else(capitals)).flatten()
}

/// Returns the words from `start` to the next comma, quotation or verb of the main clause.
pub(crate) fn whole_from(view: &DocumentView<'_, '_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let stops = |token: usize| {
        view.is_quoted(token)
            || view.sets_off(token)
            || matches!(view.norm(token), ":" | ";")
            || token > start + 1 && view.upos(token) == Upos::Aux
    };
    let to = ceiling.min(start + INSERTION_REACH);
    let mut end = (start..to).find(|token| stops(*token)).unwrap_or(to);
    if let Some(name_end) = name_behind(view, start..end, ceiling) {
        return Some(start..name_end);
    }
    if end < ceiling && view.norm(end) == "," && opens_apposition(view, end + 1, ceiling) {
        let closes = (end + 1..ceiling.min(end + 14)).find(|token| view.norm(*token) == ",");
        let is_clause = |upto: usize| (end + 1..upto).any(|token| matches!(view.upos(token), Upos::Verb | Upos::Aux));
        end = closes.filter(|closes| !is_clause(*closes)).unwrap_or(end);
    }
    while start < end && !view.is_nominal(end - 1) && view.norm(end - 1) != ")" && view.is_punct(end - 1) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
