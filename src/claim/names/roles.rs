//! Splits a run into title and name, and reads the roles beside it.
//!
//! `President Ada Okoye` → `President` + `Ada Okoye`; `Yuriy Sak, an adviser to
//! the ministry,` has the role `adviser`; `spokeswoman Ann Lee` is titled by the
//! small words before her.

use std::ops::Range;

use super::name::{Name, written};
use super::titles_table::{self, Title};
use super::{kinds, organizations_table, places_table};
use crate::model::{Document, EntityKind, Rel, Upos, is_half_of_day, is_noon_or_midnight};
use crate::text::rule_table::is_listed;
use crate::text::{is_preposition, is_subordinator};

/// A role beside a name is at most this many words long.
const MAX_ROLE: usize = 8;

/// Splits a run and adds its names to `names`.
pub(super) fn split(document: &Document<'_>, run: Range<usize>, sentence: usize, names: &mut Vec<Name>) {
    let run = without_leading_place(document, run, sentence, names);
    let start = behind_office(document, title_end(document, &run), &run);
    if start == run.end {
        lone_title(document, run, sentence, names);
        return;
    }
    let tokens = start..run.end;
    if is_no_name(document, &tokens) {
        return;
    }
    let title = if start > run.start { run.start..start } else { small_title(document, start) };
    let guess = kinds::of(document, &tokens, &title);
    let mut apposition =
        if guess.kind == EntityKind::Person { apposition(document, run.end) } else { run.end..run.end };
    if apposition.is_empty() && title.is_empty() {
        apposition = role_before(document, &tokens);
    }
    names.push(Name {
        tokens,
        title,
        apposition,
        kind: guess.kind,
        is_sure: guess.is_sure,
        gender: guess.gender,
        sentence,
    });
}

/// "ambassador to the United States Ada Okoye", "Russian Boris Petrov": a place, then a person.
fn without_leading_place(
    document: &Document<'_>,
    run: Range<usize>,
    sentence: usize,
    names: &mut Vec<Name>,
) -> Range<usize> {
    let is_head =
        |token: usize| organizations_table::is_head(document.norm(token)) || kinds::is_thing(document.norm(token));
    let (first, last) = (document.norm(run.start), run.end - 1);
    if run.len() < 3
        || run.clone().any(is_head)
        || is_title(document, run.start)
        || run.clone().any(|token| is_title(document, token))
    {
        return run;
    }
    if places_table::is_demonym(first) {
        return run.start + 1..run.end;
    }
    let place_end = (run.start + 1..last.min(run.start + places_table::MAX_PARTS + 1))
        .rev()
        .find(|&end| places_table::is_known(&written(document, &(run.start..end)).to_lowercase()));
    match place_end {
        Some(end) if !places_table::is_place_word(document.norm(last)) => {
            add_place(run.start..end, sentence, names);
            end..run.end
        }
        _ => run,
    }
}

/// "Minister of Education Ada Okoye": the office lies between the title and the name.
fn behind_office(document: &Document<'_>, start: usize, run: &Range<usize>) -> usize {
    let titled_of = |at: usize| at > 1 && matches!(document.norm(at - 1), "of" | "for") && is_title(document, at - 2);
    let office = if start == run.start && is_title(document, start) && start + 2 < run.end { start + 2 } else { start };
    let n_words = run.end.saturating_sub(office);
    if titled_of(office) && n_words == 3 { office + 1 } else { start }
}

/// "the Prime Minister" names nobody, "US" before a title is a place of its own.
fn lone_title(document: &Document<'_>, run: Range<usize>, sentence: usize, names: &mut Vec<Name>) {
    if places_table::is_known(document.norm(run.start)) {
        add_place(run.start..run.start + 1, sentence, names);
    }
}

fn add_place(tokens: Range<usize>, sentence: usize, names: &mut Vec<Name>) {
    let (title, apposition) = (tokens.start..tokens.start, tokens.end..tokens.end);
    names.push(Name { tokens, title, apposition, kind: EntityKind::Place, is_sure: true, gender: None, sentence });
}

/// Returns whether words with a capital name nobody: "the Church", "Syrian", a lone capital that the tagger takes for
/// another word.
fn is_no_name(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let norm = document.norm(tokens.start);
    let upos = document.tokens[tokens.start].upos;
    let article = tokens.start > 0 && document.norm(tokens.start - 1) == "the";
    let lone = tokens.len() == 1 && !places_table::is_known(norm);
    lone && (places_table::is_demonym(norm)
        || article && organizations_table::is_head(norm)
        || is_zone(document, tokens.start)
        || !matches!(upos, Upos::Propn | Upos::Unset | Upos::Noun | Upos::X))
}

/// Returns whether an acronym says by whose clock a time goes: "6:20 p.m. CST", "0800 GMT".
fn is_zone(document: &Document<'_>, token: usize) -> bool {
    let word = document.word(token);
    let is_short = (3..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let before = token.checked_sub(1).map_or("", |before| document.norm(before));
    let is_clock = is_half_of_day(before)
        || is_noon_or_midnight(before)
        || before.starts_with(|c: char| c.is_ascii_digit()) && (before.contains([':', '.']) || before.len() == 4);
    is_short && (word.ends_with('T') || word == "UTC") && is_clock
}

/// Returns where the name begins behind its title; the run's end when it is all title.
fn title_end(document: &Document<'_>, run: &Range<usize>) -> usize {
    let last_title = run.clone().rev().find(|&token| is_title(document, token));
    let Some(last) = last_title else { return run.start };
    let mut start = last + 1;
    if start < run.end && document.norm(start) == "." {
        start += 1;
    }
    // "Martin Luther King Jr." is no king called Jr.
    let is_suffix =
        |token: usize| matches!(document.norm(token).trim_end_matches('.'), "jr" | "sr" | "ii" | "iii" | "iv" | "");
    if start < run.end && run.start < last && !is_title(document, last - 1) && (start..run.end).all(is_suffix) {
        return run.start;
    }
    // "Ministry of Defence Secretary" and "Chief of Staff John Kelly" are read to their last title;
    // a title inside an organization ("Royal Court") or before "of" stays.
    let holds_head = run.clone().any(|token| organizations_table::is_head(document.norm(token)));
    match () {
        () if start < run.end && matches!(document.norm(start), "of" | "for" | "and" | "," | "de" | "-" | "&") => {
            run.start
        }
        () if holds_head && start >= run.end => run.start,
        () => start,
    }
}

fn is_title(document: &Document<'_>, token: usize) -> bool {
    titles_table::of(document.norm(token)).is_some()
}

/// Returns the small words of a role right before a name: "prime minister", "defence secretary".
fn small_title(document: &Document<'_>, name: usize) -> Range<usize> {
    let floor =
        document.sentence_at(document.tokens[name].span.start).map_or(0, |at| document.sentences[at].tokens.start);
    let Some(last) = name.checked_sub(1).filter(|&token| floor <= token) else { return name..name };
    let stopped = || document.norm(last) == "." && last > floor && is_title(document, last - 1);
    if !is_title(document, last) && !stopped() {
        return name..name;
    }
    let mut start = last;
    while start > floor && name - start < 4 && is_modifier(document, start - 1) {
        start -= 1;
    }
    start..name
}

/// "The firm's **chief executive**, Nora Vance, quit": the role stands before a comma.
fn role_before(document: &Document<'_>, name: &Range<usize>) -> Range<usize> {
    let none = name.start..name.start;
    let Some(last) = name.start.checked_sub(2) else { return none };
    let hangs_on_role = name.clone().any(|token| {
        let token = &document.tokens[token];
        token.rel == Rel::Appos && token.head == last
    });
    if document.norm(last + 1) != "," || !is_title(document, last) || !hangs_on_role {
        return none;
    }
    let floor = last.saturating_sub(4);
    let start = (floor..last).rev().take_while(|&token| is_modifier(document, token)).last().unwrap_or(last);
    start..last + 1
}

/// Returns whether a word may stand inside a role: "prime", "foreign", "deputy", "UK".
fn is_modifier(document: &Document<'_>, token: usize) -> bool {
    let norm = document.norm(token);
    is_title(document, token) || is_listed(titles_table::MODIFIERS, norm) || places_table::is_known(norm)
}

/// Returns the words between commas behind a name that give it a role.
fn apposition(document: &Document<'_>, from: usize) -> Range<usize> {
    let none = from..from;
    let Some(sentence) = from.checked_sub(1).and_then(|token| document.sentence_at(document.tokens[token].span.start))
    else {
        return none;
    };
    let limit = document.sentences[sentence].tokens.end.min(from + 2 * MAX_ROLE);
    if from >= limit || document.norm(from) != "," {
        return none;
    }
    let end = (from + 1..limit)
        .find(|&token| matches!(document.norm(token), "," | "." | ";" | ":" | "who" | "which" | ")"))
        .unwrap_or(limit);
    let words = from + 1..end;
    let has_role = words.clone().take(MAX_ROLE).any(|token| is_title(document, token));
    if has_role { words } else { none }
}

/// Returns the noun of a role: `secretary` of "UK defence secretary", `adviser` of "an adviser to the ministry".
pub(crate) fn role_noun<'d>(document: &'d Document<'_>, tokens: &Range<usize>) -> Option<&'d str> {
    let ends = |norm: &str| is_preposition(norm) || is_subordinator(norm);
    let stop = tokens.clone().find(|&token| ends(document.norm(token)));
    let front = tokens.start..stop.unwrap_or(tokens.end);
    front.rev().map(|token| document.norm(token)).find(|norm| titles_table::of(norm).is_some_and(Title::is_role))
}
