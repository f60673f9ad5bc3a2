//! Assigns dates to events.
//!
//! A time belongs to the event that governs it ("left Cebu on Monday"), and
//! what depends on that event in the same clause shares it. "By September" and
//! "since May" keep their open end. What no clause dates takes the date of the
//! sentence's story: of the verb it is joined to, of the same event told
//! elsewhere, else the document's own, which is only assumed.

use std::borrow::Cow;
use std::collections::HashMap;

use super::dating_table::{CLOSE, COMPARED, DELAYS, ENDS, MARKET_QUOTES};
use super::insertion;
use super::relative::{EventDate, relate};
use crate::model::{Basis, Document, Edtf, Precision, Rel, Setting, Timex, TimexType, Upos};
use crate::text::reporting_verbs::{has_speech_role, reporting_verb};
use crate::text::reporting_verbs_table::SpeechRole;
use crate::text::rule_table::{is_listed, rows};
use crate::text::stem;
use crate::time::tense::clause::{ClauseMark, Clauses, Tense};

/// Returns the date of each event; `heads` are their tokens in order.
pub(super) fn dates(
    document: &Document<'_>,
    clauses: &Clauses,
    timexes: &[Timex],
    heads: &[usize],
    setting: Setting,
) -> Vec<EventDate> {
    let place = |token: usize| heads.binary_search(&token).ok();
    let mut dates: Vec<EventDate> = vec![(None, Basis::None); heads.len()];
    let mut climbs = vec![usize::MAX; heads.len()];
    let dates_none = |timex: &Timex| is_yardstick(document, timex) || is_compared(document, timex);
    for timex in timexes.iter().filter(|timex| timex.edtf.is_some() && !dates_none(timex)) {
        let far = |(event, when)| (event, when, MAX_CLIMB);
        let found = stated(document, clauses, timex, &place).or_else(|| beside(document, timex, heads).map(far));
        if let Some((event, when, climbed)) = found {
            let event = insertion::participle(document, timex, heads, event).unwrap_or(event);
            let ends = span(document, timexes, timex);
            // "postponed from 12 to 19 May": only the new day is one on which it will be.
            if ends.is_some() && is_listed(DELAYS, document.norm(heads[event])) {
                continue;
            }
            let when = ends.unwrap_or(when);
            // "The inquiry into the sinking on March 4 will start on April 14": the verb's own time before its subject's.
            let is_nearer = climbed < climbs[event];
            // "On 3 September 1945, eighty years ago": the coarser one says nothing more.
            let is_told = |known: &Edtf| known.refines(&when);
            let better = dates[event]
                .0
                .as_ref()
                .is_none_or(|known| known.precision() < when.precision() || is_nearer && !is_told(known));
            if better {
                (dates[event], climbs[event]) = ((Some(when), Basis::Stated), climbed);
            }
        }
    }
    for timex in timexes {
        if let Some((event, when)) = opening(document, clauses, timex, &place)
            && dates[event].0.is_none()
        {
            dates[event] = (Some(when), Basis::Stated);
        }
    }
    share(document, clauses, heads, &mut dates, &place);
    echo(document, heads, &mut dates);
    relate(document, timexes, heads, &mut dates);
    assume(document, clauses, heads, setting, timexes, &mut dates);
    dates
}

/// Returns the days from a time to the one that ends its span: "between March 2019 and November 2021".
fn span(document: &Document<'_>, timexes: &[Timex], first: &Timex) -> Option<Edtf> {
    let tokens = document.tokens_in(first.span);
    let lead = document.norm(tokens.start.checked_sub(1)?);
    let at = timexes.partition_point(|timex| timex.span.start <= first.span.start);
    let last = timexes.get(at).filter(|last| document.tokens_in(last.span).start == tokens.end + 1)?;
    let (from, to) = (first.edtf.as_ref()?, last.edtf.as_ref()?);
    let are_days = [from, to].into_iter().all(|end| end.precision() <= Precision::Day && !end.is_interval());
    let day = |date: &Edtf| date.as_str().parse::<chrono::NaiveDate>().ok();
    // "on Thursday and Friday"
    let follow = document.norm(tokens.end) == "and" && day(from).and_then(|day| day.succ_opt()) == day(to);
    let is_pair = follow && day(from).is_some();
    // "Sept. 26-27", "1850-58"
    let is_joined = document.norm(tokens.end) == "-" && document.tokens[tokens.end].span.start == first.span.end;
    let is_span = || rows(ENDS).any(|(word, link, _)| *word == lead && *link == document.norm(tokens.end));
    let links = are_days && (is_pair || is_joined || is_span());
    links.then(|| Edtf::new(format!("{from}/{to}")).ok()).flatten()
}

/// Returns whether a time bounds a comparison, and so dates no event: "the deadliest raid since last July", "its first
/// win since 2019".
fn is_yardstick(document: &Document<'_>, timex: &Timex) -> bool {
    let first = document.tokens_in(timex.span).start;
    let Some(lead) = first.checked_sub(1).filter(|&lead| document.norm(lead) == "since") else { return false };
    let phrase = (lead.saturating_sub(MAX_WORDS_TO_VERB)..lead).rev();
    let phrase =
        phrase.take_while(|&token| !matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Punct));
    phrase.into_iter().any(|token| is_superlative(document, token))
}

/// Returns whether a time is that of what is compared with, and so dates no event: "64 percent, down from 68 percent in
/// 2021", "more than in 2021".
pub fn is_compared(document: &Document<'_>, timex: &Timex) -> bool {
    let first = document.tokens_in(timex.span).start;
    if is_market_quote(document, timex) {
        return true;
    }
    let before = |token: usize| token.checked_sub(1).map_or("", |before| document.norm(before));
    if before(first) == "than" || first.checked_sub(1).is_some_and(|lead| before(lead) == "than") {
        return true;
    }
    let phrase = (first.saturating_sub(SIDE)..first).rev();
    let mut phrase =
        phrase.take_while(|&token| !matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Punct));
    let opens = |token: usize| {
        rows(COMPARED).any(|(word, leads, _)| *word == document.norm(token) && leads.contains(&before(token)))
    };
    phrase.any(opens)
}

/// Words that the other side of a comparison has before its time, at the most.
const SIDE: usize = 8;

/// Returns whether a time is the day of what is quoted daily, and so dates no event: "28 percent over Friday's close".
fn is_market_quote(document: &Document<'_>, timex: &Timex) -> bool {
    let next = document.tokens_in(timex.span).end;
    let upos = |token: usize| document.tokens.get(token).map(|token| token.upos);
    let owns = |token: usize| token < document.tokens.len() && matches!(document.norm(token), "'s" | "’s" | "'" | "’");
    // The mark may be a part of the time or stand behind it.
    let noun = if owns(next) { next + 1 } else { next };
    let is_owner = owns(next) || next.checked_sub(1).is_some_and(owns);
    let names = |token: usize| {
        let is_head = !matches!(upos(token + 1), Some(Upos::Noun | Upos::Propn | Upos::Adj));
        token < document.tokens.len() && is_head && rows(MARKET_QUOTES).any(|(word, _)| *word == document.norm(token))
    };
    is_owner && (names(noun) || noun < document.tokens.len() && document.norm(noun) == "closing" && names(noun + 1))
}

/// Returns whether a word is a superlative: "deadliest", "worst", "first".
fn is_superlative(document: &Document<'_>, token: usize) -> bool {
    let (norm, upos) = (document.norm(token), document.tokens[token].upos);
    matches!(norm, "first" | "most" | "least" | "worst" | "best")
        || norm.ends_with("est") && matches!(upos, Upos::Adj | Upos::Adv) && norm != document.lemma(token)
}

/// Climbs of a tree that is none end here.
const MAX_CLIMB: usize = 12;

/// Returns the event a time belongs to, with the date its preposition makes of it, and how many words are between.
fn stated(
    document: &Document<'_>,
    clauses: &Clauses,
    timex: &Timex,
    place: &impl Fn(usize) -> Option<usize>,
) -> Option<(usize, Edtf, usize)> {
    if !matches!(timex.kind, TimexType::Date | TimexType::Time) || is_denied(document, timex) {
        return None;
    }
    let inside = document.tokens_in(timex.span);
    let head = document.head_of(&inside)?;
    let mut at = head;
    for climbed in 0..MAX_CLIMB {
        let above = document.tokens[at].head;
        if above == at {
            break;
        }
        if let Some(event) = place(above).filter(|_| !passes_up(document, clauses, above, timex)) {
            let lead = inside.start.checked_sub(1).map_or("", |lead| document.norm(lead));
            // "a timber hall from 1987", "set a trial date of 8 May": how old a thing is or what it is for dates nothing that
            // befell it.
            let is_of_thing = document.tokens[head].rel == Rel::Nmod && document.tokens[above].upos == Upos::Verb;
            let noun = document.tokens[head].head;
            let is_date = lead == "of" && matches!(document.lemma(noun), "date" | "deadline");
            if (lead == "from" || is_date) && is_of_thing {
                return None;
            }
            let moved = lead == "until" && is_listed(DELAYS, document.norm(above));
            // "shortly before midnight on Monday" is Monday.
            let is_close = lead == "before"
                && inside.start.checked_sub(2).is_some_and(|close| is_listed(CLOSE, document.norm(close)));
            let lead = if moved || is_close { "" } else { lead };
            return Some((event, bounded(timex.edtf.clone()?, lead), climbed));
        }
        // A predicate that is no event keeps its times.
        if clauses.marks(above).has(ClauseMark::Subject) {
            break;
        }
        at = above;
    }
    None
}

/// Returns whether a day is denied, and so dates nothing: "not on Tuesday but on Thursday".
fn is_denied(document: &Document<'_>, timex: &Timex) -> bool {
    let inside = document.tokens_in(timex.span);
    let preposition = inside.start.checked_sub(1);
    let negation = preposition.and_then(|preposition| preposition.checked_sub(1));
    let is_not = |token: Option<usize>| token.is_some_and(|token| document.norm(token) == "not");
    let end = document.tokens.len().min(inside.end + 2);
    (is_not(preposition) || is_not(negation)) && (inside.end..end).any(|token| document.norm(token) == "but")
}

/// Where grammar ties a time to nothing, the nearest verb before it in its sentence has it.
fn beside(document: &Document<'_>, timex: &Timex, heads: &[usize]) -> Option<(usize, Edtf)> {
    if !matches!(timex.kind, TimexType::Date | TimexType::Time) || is_denied(document, timex) {
        return None;
    }
    let sentence = document.sentences.get(document.sentence_at(timex.span.start)?)?;
    let first = document.tokens_in(timex.span).start;
    let before = heads.partition_point(|&head| head < first);
    let has_times = |head: usize| document.tokens[head].upos == Upos::Verb || document.norm(head) == "due";
    let near = heads[..before].iter().rposition(|&head| has_times(head))?;
    let in_sentence = sentence.tokens.contains(&heads[near]) && first - heads[near] <= MAX_WORDS_TO_VERB;
    in_sentence.then_some((near, timex.edtf.clone()?))
}

/// "In 1996, following the merger, Lee returned": a time set off at the beginning is that of the main verb too.
fn opening(
    document: &Document<'_>,
    clauses: &Clauses,
    timex: &Timex,
    place: &impl Fn(usize) -> Option<usize>,
) -> Option<(usize, Edtf)> {
    let inside = document.tokens_in(timex.span);
    let sentence = document.sentences.get(document.sentence_at(timex.span.start)?)?;
    let opens = inside.start <= sentence.tokens.start + 1 && inside.end < sentence.tokens.end;
    if !opens || document.norm(inside.end) != "," || !matches!(timex.kind, TimexType::Date | TimexType::Time) {
        return None;
    }
    let is_past = |token: usize| matches!(clauses.own_tense(document, token), Tense::Past | Tense::PastPerfect);
    let is_root = |token: usize| document.tokens[token].head == token && document.tokens[token].upos == Upos::Verb;
    let rest = inside.end..sentence.tokens.end;
    // A sentence that the grammar gives no verb to has its first finite one.
    let main = rest
        .clone()
        .find(|&token| is_root(token))
        .or_else(|| rest.clone().find(|&token| is_past(token) && clauses.marks(token).has(ClauseMark::Subject)))?;
    let lead = inside.start.checked_sub(1).filter(|_| sentence.tokens.start < inside.start);
    let when = bounded(timex.edtf.clone()?, lead.map_or("", |lead| document.norm(lead)));
    Some((place(main).filter(|_| is_past(main))?, when))
}

/// Returns whether a time belongs to the verb above: "chose a builder on 29 February to make it" dates the choice.
fn passes_up(document: &Document<'_>, clauses: &Clauses, verb: usize, timex: &Timex) -> bool {
    let token = &document.tokens[verb];
    let above = token.head;
    above != verb
        && timex.span.end <= token.span.start
        && clauses.marks(verb).has(ClauseMark::To)
        && matches!(clauses.own_tense(document, above), Tense::Past | Tense::PastPerfect)
}

/// "by September" is open before, "since May" after.
fn bounded(when: Edtf, lead: &str) -> Edtf {
    let open = match lead {
        _ if when.is_interval() => None,
        "by" | "until" | "till" | "before" => Some(format!("../{when}")),
        "since" | "from" => Some(format!("{when}/..")),
        _ => None,
    };
    open.and_then(|open| Edtf::new(open).ok()).unwrap_or(when)
}

/// Gives events of the same clause one date: "met and signed", "began searching".
fn share(
    document: &Document<'_>,
    clauses: &Clauses,
    heads: &[usize],
    dates: &mut [EventDate],
    place: &impl Fn(usize) -> Option<usize>,
) {
    // Down the tree first, then up from nouns to their verb.
    for (event, &head) in heads.iter().enumerate() {
        let token = &document.tokens[head];
        let Some(above) = place(token.head).filter(|above| *above != event) else { continue };
        let shared = match token.rel {
            Rel::Xcomp | Rel::Obj | Rel::Nsubj => true,
            Rel::Conj => {
                let own = clauses.own_tense(document, head);
                own == clauses.own_tense(document, token.head)
                    || !clauses.marks(head).has(ClauseMark::Subject) && own == Tense::Present
            }
            Rel::Advcl => document.norm(head).ends_with("ing") || together(document, clauses, head, token.head),
            Rel::Obl => token.upos != Upos::Verb,
            _ => false,
        };
        if !shared {
            continue;
        }
        match (dates[event].0.is_some(), dates[above].0.is_some()) {
            (true, false) if token.rel == Rel::Conj => dates[above] = (dates[event].0.clone(), Basis::Inherited),
            (true, false) if token.rel == Rel::Obl => dates[above] = (dates[event].0.clone(), Basis::Inherited),
            (false, true) if token.rel == Rel::Obl => {}
            (true, false) if token.rel == Rel::Advcl => dates[above] = (dates[event].0.clone(), Basis::Inherited),
            (false, true) => dates[event] = (dates[above].0.clone(), Basis::Inherited),
            (true, false) if token.upos != Upos::Verb && !is_saying(document, token.head) => {
                dates[above] = (dates[event].0.clone(), Basis::Inherited);
            }
            _ => {}
        }
    }
}

/// Returns whether two events happened at the one time named: "When the force chose a builder in February, a rival
/// protested".
fn together(document: &Document<'_>, clauses: &Clauses, clause: usize, main: usize) -> bool {
    let is_past = |verb: usize| clauses.own_tense(document, verb) == Tense::Past;
    let marked = |token: &usize| {
        document.tokens[*token].head == clause && matches!(document.norm(*token), "when" | "as" | "while")
    };
    is_past(clause) && is_past(main) && (clause.saturating_sub(MAX_WORDS_TO_VERB)..clause).any(|token| marked(&token))
}

/// Words within which a conjunction stands from its verb.
const MAX_WORDS_TO_VERB: usize = 20;

/// Gives a further mention of the same event the date that it has elsewhere: "The ferry sank on Monday. The sinking …".
fn echo(document: &Document<'_>, heads: &[usize], dates: &mut [EventDate]) {
    let mut known: HashMap<Cow<'_, str>, Option<Edtf>> = HashMap::new();
    for event in 0..heads.len() {
        let head = heads[event];
        if dates[event].0.is_none()
            && !is_saying(document, head)
            && let Some(Some(when)) = known.get(&stem(document.lemma(head)))
        {
            dates[event] = (Some(when.clone()), Basis::Inherited);
        }
        if let (Some(when), Basis::Stated) = &dates[event] {
            if when.precision() < Precision::Month {
                continue; // a year tells too little to say that it is the same event
            }
            let same = known.entry(stem(document.lemma(head))).or_insert_with(|| Some(when.clone()));
            if same.as_ref() != Some(when) {
                *same = None; // two of the kind: nobody knows which
            }
        }
    }
}

/// Returns whether an event is an act of speech, whose own date says nothing of what is reported.
fn is_saying(document: &Document<'_>, token: usize) -> bool {
    has_speech_role(document.lemma(token), SpeechRole::SpeechEvent)
        || reporting_verb(document.norm(token)).is_some_and(|verb| verb.plays(SpeechRole::SpeechEvent))
}

/// Assumes the day of the story for what nothing dates.
///
/// That is the document's own day, or, for what is told in the simple past, the
/// day that the text's first sentences name, if it lies shortly before.
fn assume(
    document: &Document<'_>,
    clauses: &Clauses,
    heads: &[usize],
    setting: Setting,
    timexes: &[Timex],
    dates: &mut [EventDate],
) {
    let Some(published) = setting.published else { return };
    let Some(today) = Edtf::from_day(published.day(setting.timezone)) else { return };
    let lead = lead_day(document, timexes, setting);
    for (event, &head) in heads.iter().enumerate() {
        if dates[event].0.is_some() {
            continue;
        }
        let in_lead = document.sentence_at(document.tokens[head].span.start).is_some_and(|sentence| sentence <= 1);
        let of_lead = match clauses.tense(document, head) {
            Tense::Past | Tense::PastPerfect => true,
            Tense::Perfect | Tense::Present => in_lead,
            Tense::Future | Tense::Unknown => false,
        };
        let day = lead.clone().filter(|_| of_lead).unwrap_or_else(|| today.clone());
        dates[event] = (Some(day), Basis::Document);
    }
}

/// Days before publication that a text's first sentences may tell of as its news.
const LEAD_DAYS: i64 = 7;

/// Sentences, the headline among them, that name the day of the news.
const LEAD_SENTENCES: usize = 4;

/// Returns the past day that the first sentences name, if it lies shortly before publication.
fn lead_day(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Option<Edtf> {
    let today = setting.published?.day(setting.timezone);
    let end = document.sentences.get(LEAD_SENTENCES).map_or(document.text.len(), |sentence| sentence.span.start);
    let days = timexes
        .iter()
        .take_while(|timex| timex.span.start < end)
        .filter_map(|timex| timex.edtf.as_ref()?.day(setting.timezone));
    days.into_iter().find(|day| (0..=LEAD_DAYS).contains(&(today - *day).num_days())).and_then(Edtf::from_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_day_owns_may_date_an_event_if_it_is_not_quoted_daily() {
        for plain in [
            "Friday's crash killed nine.",
            "Monday's high court ruling ended it.",
            "Sunday's price rise was the third.",
        ] {
            let document = crate::text::read(plain);
            let timexes = crate::time::timexes_in(&document, Setting::default());
            assert!(timexes.iter().all(|timex| !is_compared(&document, timex)) && !timexes.is_empty(), "{plain}");
        }
    }

    #[test]
    fn every_comparison_leaves_its_example_undated() {
        assert!(MARKET_QUOTES.is_sorted());
        for example in
            COMPARED.iter().map(|(.., example)| *example).chain(MARKET_QUOTES.iter().map(|(_, example)| *example))
        {
            let document = crate::text::read(example);
            let timexes = crate::time::timexes_in(&document, Setting::default());
            assert!(timexes.iter().all(|timex| is_compared(&document, timex)) && !timexes.is_empty(), "{example}");
        }
    }
}
