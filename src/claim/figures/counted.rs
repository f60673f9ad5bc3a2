//! Reads what a figure counts: the noun behind it, or what befell the people.
//!
//! "12 people were killed", "killed 12" and "12 dead" all count `killed`; "5,000
//! new jobs" counts `jobs`; "12 soldiers" counts `soldiers`, whose unit is `people`.

use super::bounds_table::AFTER;
use super::counted_table::{
    ASIDES, BEFORE_FATE, BROUGHT, DEADLY_ENDS, DETERMINERS, FATES, FATES_BEHIND, HOUSEHOLDS, NO_PLURALS, OTHER_PLURALS,
    STOPS, TOLL_MOVES,
};
use super::draft::FigureDraft;
use crate::claim::numbers::pieces::{PieceKind, PieceLine};
use crate::claim::numbers::{self, NumberForm};
use crate::claim::people::{are_people, is_one_person};
use crate::model::Bound;
use crate::text::rule_table::{is_in_use, is_listed, rows};
use crate::text::{Negation, base_form, is_article, is_form_of_be, is_form_of_have, is_possessive, negation_of};

/// A counted noun stands at most this many words behind its number ("12 heavily armed masked young men").
const MAX_WORDS_TO_NOUN: usize = 5;
/// An aside behind the people counted is at most this many words.
const ASIDE_REACH: usize = 10;
/// The word for what befell the people stands at most this many words behind them.
const FATE_REACH: usize = 7;
/// A toll is named at most this many words before its number ("the number of dead in the cholera outbreak has passed 120").
const TOLL_REACH: usize = 12;

/// Fills in what the draft counts.
pub(super) fn count(line: &PieceLine<'_>, draft: &mut FigureDraft) {
    let number_like = matches!(draft.unit, None | Some("%" | "fraction" | "times" | "ordinal"));
    if !number_like {
        return;
    }
    let noun = noun_after(line, draft);
    let people = noun.is_some_and(|at| are_people(line.word(at)) || draft.value <= 1.0 && is_one_person(line.word(at)));
    let fate = match noun {
        _ if is_of_nobody(line, draft.start) => None,
        Some(at) if people => fate_after(line, at + 1)
            .or_else(|| fate_before(line, draft.start))
            .or_else(|| hospitalised_after(line, at + 1)),
        Some(at) => fate_at(line, at),
        None => fate_at(line, draft.next)
            .or_else(|| fate_of_group(line, draft.next))
            .or_else(|| fate_after_copula(line, draft.next))
            .or_else(|| hospitalised_after(line, draft.next))
            .or_else(|| fate_before(line, group_start(line, draft.start))),
    };
    if let Some(noun) = noun {
        bound_behind(line, draft, noun);
    }
    let is_group = || group_start(line, draft.start) < draft.start;
    let aboard = || noun.is_none() && (names_whoever(line, draft.next) || is_group());
    if draft.unit.is_none() && (people || fate.is_some() || aboard()) {
        draft.unit = Some("people");
    }
    draft.of = match (fate, noun) {
        (Some(fate), _) => Some(fate.to_owned()),
        (None, Some(at)) => {
            Some(line.word(at).to_owned()).filter(|word| !matches!(word.as_str(), "people" | "person" | "others"))
        }
        (None, None) => None,
    };
}

/// Returns the piece that holds the counted noun.
fn noun_after(line: &PieceLine<'_>, draft: &FigureDraft) -> Option<usize> {
    let mut at = line.past_hyphen(draft.next);
    let hyphened = at > draft.next;
    let share = matches!(draft.unit, Some("%" | "fraction"));
    let of = line.word(at) == "of";
    if draft.unit == Some("%") && !of {
        return None;
    }
    if share || of || matches!(draft.form, NumberForm::Vague | NumberForm::Loose) {
        at = past_determiner(line, at + usize::from(of));
        // "14 of 17 charges": both numbers count charges.
        at = numbers::read(line, at).filter(|_| of).map_or(at, |whole| whole.next);
    }
    let from = at;
    while at < from + MAX_WORDS_TO_NOUN && line.is_word(at) {
        let word = line.word(at);
        if is_listed(STOPS, word) {
            break;
        }
        if is_plural_noun(word) || draft.value <= 1.0 && draft.unit.is_none() || hyphened {
            return Some(head_of_plural(line, at));
        }
        if fate_at(line, at).is_some() && at == from {
            return None;
        }
        at = line.past_hyphen(at + 1);
    }
    let alone = share || draft.unit == Some("ordinal");
    let counts = |at: &usize| {
        let word = line.word(*at);
        line.is_word(*at) && !is_listed(STOPS, word) && word != "most" && !word.ends_with("est")
    };
    alone.then_some(from).filter(counts)
}

/// Bounds a figure by the words behind what it counts: "12 members or fewer".
fn bound_behind(line: &PieceLine<'_>, draft: &mut FigureDraft, noun: usize) {
    let or_more = || rows(AFTER).find(|row| line.has(noun + 1, row.words).is_some());
    if draft.bound == Bound::Exact
        && line.word(noun + 1) == "or"
        && let Some(row) = or_more()
    {
        draft.bound = row.bound;
    }
}

/// Returns whether a bare number is of people by what follows it: "62 on board", "12 of whom", "40 who".
fn names_whoever(line: &PieceLine<'_>, at: usize) -> bool {
    match line.word(at) {
        "who" | "aboard" => true,
        "on" => line.word(at + 1) == "board",
        "of" => line.word(at + 1) == "whom",
        _ => false,
    }
}

/// Returns where the group begins whose number stands at `start`: "a family of five", "a crew of 24".
fn group_start(line: &PieceLine<'_>, start: usize) -> usize {
    let is_group = start.checked_sub(3).is_some_and(|article| {
        line.word(start - 1) == "of"
            && (is_article(line.word(article)) || is_possessive(line.word(article)) || line.word(article) == "another")
            && is_listed(HOUSEHOLDS, line.word(start - 2))
            && !line.is_capital(start - 2)
    });
    if is_group { start - 3 } else { start }
}

/// Returns whether what is told befell nobody counted: "none of the 14", "no one among the 70", "no deaths or injuries
/// among his 30".
fn is_of_nobody(line: &PieceLine<'_>, start: usize) -> bool {
    let back = |at: usize| at.checked_sub(1);
    let mut joint = back(start);
    while joint.is_some_and(|at| is_listed(DETERMINERS, line.word(at))) {
        joint = joint.and_then(back);
    }
    let Some(joint) = joint.filter(|&at| matches!(line.word(at), "of" | "among" | "to")) else { return false };
    let mut at = back(joint);
    let is_harm = |at: usize| fate_at(line, at).is_some() || line.word(at) == "or";
    while at.is_some_and(is_harm) {
        at = at.and_then(back);
    }
    let harms = at.map_or(joint, |at| joint - at - 1);
    let word = at.map_or("", |at| line.word(at));
    match negation_of(word) {
        Some(Negation::Noun | Negation::Preposition) => return 0 < harms,
        Some(Negation::Pronoun | Negation::Pair) => return harms == 0,
        Some(Negation::Clause) => return false,
        None => {}
    }
    match word {
        "zero" => 0 < harms,
        "one" => harms == 0 && at.is_some_and(|at| matches!(line.before(at), "no" | "not")),
        _ => false,
    }
}

/// "half of the", "12 of its 40".
pub(super) fn past_determiner(line: &PieceLine<'_>, at: usize) -> usize {
    let next = at + usize::from(is_listed(DETERMINERS, line.word(at)));
    if next == at {
        return at;
    }
    numbers::read(line, next).map_or(next, |number| number.next)
}

/// "police officers", "security forces": the last plural in a row is what is counted.
fn head_of_plural(line: &PieceLine<'_>, at: usize) -> usize {
    if is_plural_noun(line.word(at + 1)) && line.is_word(at + 1) && line.word(at) == "police" { at + 1 } else { at }
}

/// Returns whether a lower-case word looks like a plural noun.
pub(super) fn is_plural_noun(word: &str) -> bool {
    if is_listed(OTHER_PLURALS, word) {
        return true;
    }
    let in_s = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.contains(['\'', '’']);
    // "men", "women", "policemen", "schoolchildren"
    (in_s || word.ends_with("men") || word.ends_with("children")) && !is_listed(NO_PLURALS, word)
}

/// Returns whether people are counted, or nothing is named yet, and what befell them is still unknown.
pub(super) fn may_have_fate(line: &PieceLine<'_>, draft: &FigureDraft) -> bool {
    let bare = draft.unit.is_none() && draft.of.is_none();
    let is_open = bare || draft.unit == Some("people") && draft.of.as_deref().is_none_or(|of| fate(of).is_none());
    is_open && !is_of_nobody(line, draft.start)
}

/// Returns the word under which figures count what befell people: `killed` for "dead" and "deaths".
pub(crate) fn fate(word: &str) -> Option<&'static str> {
    let row = FATES.binary_search_by_key(&word, |row| row.0).ok().map(|index| &FATES[index]);
    row.filter(|row| is_in_use(*row)).map(|row| row.1)
}

/// Returns whether a word for a fate tells what is done to others: "ten divers were *rescuing* a crew"; "missing" is a state.
pub(super) fn is_deed(word: &str, fate: &str) -> bool {
    word.ends_with("ing") && word != fate
}

fn fate_at(line: &PieceLine<'_>, at: usize) -> Option<&'static str> {
    fate(line.word(at))
}

/// "five of the dead": those of whom the number is a part.
fn fate_of_group(line: &PieceLine<'_>, at: usize) -> Option<&'static str> {
    (line.word(at) == "of" && line.word(at + 1) == "the").then(|| fate_at(line, at + 2)).flatten()
}

/// "40 were taken to hospital": a bare number of whom only that is told.
fn hospitalised_after(line: &PieceLine<'_>, from: usize) -> Option<&'static str> {
    let is_copula = |at: &usize| is_form_of_be(line.word(*at)) || is_form_of_have(line.word(*at));
    // "left another 70 in hospital"
    if line.word(from) == "in" && matches!(line.word(from + 1), "hospital" | "hospitals") {
        return Some("hospitalised");
    }
    let copulas = (from..from + FATE_REACH).take_while(is_copula).count();
    (0 < copulas && is_brought_to_hospital(line, from + copulas)).then_some("hospitalised")
}

/// Returns whether somebody comes to a hospital: "taken to hospital", "rushed by ambulance to a nearby hospital",
/// "treated in hospital".
fn is_brought_to_hospital(line: &PieceLine<'_>, at: usize) -> bool {
    let is_hospital = |at: usize| matches!(line.word(at), "hospital" | "hospitals");
    let leads = |at: &usize| matches!(line.word(*at), "to" | "in" | "at");
    is_listed(BROUGHT, line.word(at))
        && (at + 1..at + 5).find(leads).is_some_and(|to| (to + 1..to + 5).any(is_hospital))
}

/// "12 people have been killed": over forms of *be*, adverbs, no other verb.
fn fate_after(line: &PieceLine<'_>, from: usize) -> Option<&'static str> {
    let from = past_aside(line, from);
    for at in from..from + FATE_REACH {
        if let Some(fate) = fate_at(line, at) {
            return (!is_deed(line.word(at), fate)).then_some(fate);
        }
        let passes = is_listed(BEFORE_FATE, line.word(at));
        if !passes || line.kind(at) != Some(PieceKind::Word) {
            return None;
        }
    }
    None
}

/// Returns what befell the people whose noun ends before this piece.
pub(super) fn fate_behind(line: &PieceLine<'_>, at: usize) -> Option<&'static str> {
    fate_after(line, at)
}

/// Steps over what is said of some of them, or by whom: "12 people, including three children, were killed"; "six
/// sailors, one of them a cook, were hurt".
fn past_aside(line: &PieceLine<'_>, at: usize) -> usize {
    let is_opening = line.char(at) == ',';
    let names_some = || is_listed(ASIDES, line.word(at + 1));
    let Some(close) = (at + 1..at + 1 + ASIDE_REACH).find(|&at| line.char(at) == ',').filter(|_| is_opening) else {
        return at;
    };
    // The verb of many goes on with them, whatever the aside says.
    let goes_on = matches!(line.word(close + 1), "were" | "are" | "have");
    if names_some() || goes_on { close + 1 } else { at }
}

/// Returns whether a verb takes back what stands at its end: "sentenced to death".
fn ends_alive(verb: &str, end: &str) -> bool {
    let lemma = base_form(verb);
    rows(DEADLY_ENDS).any(|(own, ends, is_killed)| !is_killed && *own == lemma && *ends == end)
}

/// Returns what the number behind "the death toll", "the number of missing" counts.
fn tolled(line: &PieceLine<'_>, at: usize) -> Option<&'static str> {
    match line.word(at) {
        "toll" => Some("killed"),
        "number" if line.word(at + 1) == "of" => {
            fate_at(line, at + 2 + usize::from(matches!(line.word(at + 2), "people" | "the")))
        }
        _ => None,
    }
}

fn fate_after_copula(line: &PieceLine<'_>, at: usize) -> Option<&'static str> {
    let at = at + usize::from(matches!(line.word(at), "more" | "others"));
    let is_fate = || fate_at(line, at).filter(|_| matches!(line.before(at), "more" | "others"));
    is_listed(BEFORE_FATE, line.word(at)).then(|| fate_after(line, at)).flatten().or_else(is_fate)
}

/// "killed 12", "killing at least 12 people", "the death toll rose to 12", "wounding another 12".
fn fate_before(line: &PieceLine<'_>, start: usize) -> Option<&'static str> {
    let mut at = start.checked_sub(1)?;
    // Bound words ("nearly", "some") are part of the figure.
    if matches!(line.word(at), "another" | "the" | "other") && at > 0 {
        at -= 1;
    }
    // "shot dead three rioters", "beat to death two guards", but "sentenced to death two guards"
    let is_spared = || at.checked_sub(1).is_some_and(|to| ends_alive(line.before(to), line.word(at)));
    let is_killing = match (line.before(at), line.word(at)) {
        ("to", "death") => !is_spared(),
        pair => pair == ("shot", "dead"),
    };
    if let Some(fate) = fate_at(line, at).filter(|_| is_killing || !is_listed(FATES_BEHIND, line.word(at))) {
        return Some(fate);
    }
    let moves = is_listed(TOLL_MOVES, line.word(at)) || is_listed(TOLL_MOVES, line.word(start));
    (start.saturating_sub(TOLL_REACH)..start).filter(|_| moves).find_map(|at| tolled(line, at))
}
