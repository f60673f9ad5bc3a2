//! Finds runs of capitalised words that may be names.
//!
//! "He left **Bank of England** on Monday for **Al-Hilal**": small words inside
//! a run and hyphens without spaces belong to it; days, months and the first
//! word of a sentence do not, unless something else says so.

use std::collections::HashSet;
use std::ops::Range;

use super::places_table;
use super::runs_table::{ARTICLES_OF_NAMES, INNER_WORDS, LISTING_HEADS, NAMES_IN_DISGUISE, PREFIXES, TIED};
use super::titles_table::{self, NO_NAMES};
use crate::model::{Document, Role, Upos};
use crate::text::is_name_particle;
use crate::text::rule_table::is_listed;

/// What the rest of the text says of its words.
pub(super) struct CaseEvidence<'d> {
    /// Capitalised inside a sentence, in lower case.
    inside: HashSet<&'d str>,
    /// Seen without a capital.
    small: HashSet<&'d str>,
}

impl<'d> CaseEvidence<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        let mut evidence = Self { inside: HashSet::new(), small: HashSet::new() };
        for sentence in &document.sentences {
            let title_case = is_title_case(document, &sentence.tokens);
            for token in sentence.tokens.clone() {
                let capital = is_capital(document, token);
                if !capital {
                    if starts_small(document, token) {
                        evidence.small.insert(document.norm(token));
                    }
                } else if !title_case && !opens(document, token, sentence.tokens.start) {
                    evidence.inside.insert(document.norm(token));
                }
            }
        }
        evidence
    }
}

fn first_char(document: &Document<'_>, token: usize) -> char {
    document.word(token).chars().next().unwrap_or('\0')
}

pub(super) fn is_capital(document: &Document<'_>, token: usize) -> bool {
    first_char(document, token).is_uppercase()
}

fn starts_small(document: &Document<'_>, token: usize) -> bool {
    first_char(document, token).is_lowercase()
}

/// Returns whether the token is the first word of a sentence, a quotation or a clause after a colon.
pub(super) fn opens(document: &Document<'_>, token: usize, start: usize) -> bool {
    token == start
        || matches!(document.norm(token - 1), "\"" | "'" | ":" | "-" | "*" | "(" | "[" | "." | "?" | "!")
            && !(document.norm(token - 1) == "-" && is_glued(document, token))
}

/// Returns whether no space stands before the token.
fn is_glued(document: &Document<'_>, token: usize) -> bool {
    token > 0 && document.tokens[token - 1].span.end == document.tokens[token].span.start
}

/// Returns whether every word of weight begins with a capital, as in the headlines of some outlets.
fn is_title_case(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let (mut n_words, mut n_capital) = (0, 0);
    for token in tokens.clone().filter(|&token| first_char(document, token).is_alphabetic()) {
        let small_word = document.word(token).len() < 5 && NO_NAMES.binary_search(&document.norm(token)).is_ok();
        match is_capital(document, token) {
            true => n_capital += 1,
            false if small_word => continue,
            false => {}
        }
        n_words += 1;
    }
    n_words > 3 && n_capital == n_words
}

/// Calls `found` with every run of the sentence.
pub(super) fn of_sentence(
    document: &Document<'_>,
    sentence_idx: usize,
    evidence: &CaseEvidence<'_>,
    mut found: impl FnMut(Range<usize>),
) {
    let sentence = &document.sentences[sentence_idx];
    if matches!(sentence.role, Role::Stamp | Role::Furniture | Role::EntryTime) {
        return;
    }
    let title_case = is_title_case(document, &sentence.tokens);
    let start = sentence.tokens.start;
    let is_part = |token: usize| start <= token && is_part(document, token, start, title_case, evidence);
    let mut token = start;
    while token < sentence.tokens.end {
        if !is_part(token) {
            token += 1;
            continue;
        }
        let mut end = token + 1;
        while let Some(next) = goes_on(document, end, sentence.tokens.end, &is_part) {
            end = next;
        }
        found(begin(document, token, start)..end);
        token = end;
    }
}

/// Returns the first token of a run, with the small word that a hyphen ties to it.
fn begin(document: &Document<'_>, token: usize, start: usize) -> usize {
    let small = token.checked_sub(2).filter(|small| start <= *small && document.norm(small + 1) == "-");
    let is_tied = |small: &usize| is_glued(document, token) && is_glued(document, small + 1);
    small.filter(is_tied).filter(|&small| is_listed(PREFIXES, document.norm(small))).unwrap_or(token)
}

/// Returns whether a token can be part of a name.
fn is_part(document: &Document<'_>, token: usize, start: usize, title_case: bool, evidence: &CaseEvidence<'_>) -> bool {
    if !is_capital(document, token) {
        return false;
    }
    let norm = document.norm(token);
    // "The WHO": the acronym is a pronoun in small letters.
    let has_small = |at: usize| document.tokens.get(at).is_some() && document.word(at).contains(char::is_lowercase);
    if document.word(token) == "WHO" && (has_small(token + 1) || token > start && has_small(token - 1)) {
        return true;
    }
    let is_inner = || start < token && is_capital(document, token - 1) && joins_on(document, token - 1);
    if !title_case && is_inner_small_word(document, token) && is_inner() {
        return true;
    }
    if is_first_name_in_disguise(document, token, start, title_case) {
        return true;
    }
    if norm.ends_with('$') || NO_NAMES.binary_search(&norm).is_ok() || norm == "us" && document.word(token) != "US" {
        return false;
    }
    // "Rolls-Royce"
    if is_hyphen_within(document, token + 1, document.tokens.len()) && is_capital(document, token + 2) && !title_case {
        return true;
    }
    let upos = document.tokens[token].upos;
    if matches!(
        upos,
        Upos::Det | Upos::Pron | Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Aux | Upos::Intj | Upos::Punct
    ) {
        return places_table::is_known(norm);
    }
    if !title_case && !opens(document, token, start) {
        return norm.len() > 1 || document.norm((token + 1).min(document.tokens.len() - 1)) == ".";
    }
    // "Marks & Reid", "Save Our Forest"
    if joins_on(document, token) {
        return true;
    }
    let known = evidence.inside.contains(norm)
        || places_table::is_known(norm)
        || super::organizations_table::is_known(norm)
        || super::first_names_table::gender(norm).is_some();
    let next_capital = token + 1 < document.tokens.len() && is_capital(document, token + 1) && !title_case;
    match upos {
        Upos::Propn => known || title_case || !evidence.small.contains(norm) || next_capital,
        Upos::Unset | Upos::Noun | Upos::Adj | Upos::Verb | Upos::X | Upos::Num | Upos::Adv => {
            known && !evidence.small.contains(norm)
                || next_capital && places_table::opens_place(norm)
                || next_capital
                    && !title_case
                    && (upos == Upos::Unset
                        || titles_table::of(norm).is_some()
                        || upos == Upos::Noun
                        || upos == Upos::Adj)
        }
        _ => false,
    }
}

/// Returns whether a word that is mostly no name is a first name here, since a surname follows: "April Jones", "Will Hurd".
fn is_first_name_in_disguise(document: &Document<'_>, token: usize, start: usize, title_case: bool) -> bool {
    let next = token + 1;
    let is_name = |at: usize| document.tokens.get(at).is_some_and(|token| token.upos == Upos::Propn);
    if title_case
        || !is_listed(NAMES_IN_DISGUISE, document.norm(token))
        || !is_name(next)
        || !is_capital(document, next)
    {
        return false;
    }
    // "In April Jones resigned", "Will Jones resign?"
    let is_led = start < token && matches!(document.tokens[token - 1].upos, Upos::Adp | Upos::Num | Upos::Det);
    let sentence =
        document.sentence_at(document.tokens[token].span.start).map(|at| document.sentences[at].tokens.clone());
    let asks = sentence.is_some_and(|tokens| tokens.end.checked_sub(1).is_some_and(|last| document.norm(last) == "?"));
    let is_weekday_or_month = |norm: &str| NO_NAMES.binary_search(&norm).is_ok();
    !is_led && !asks && !is_weekday_or_month(document.norm(next))
}

/// Returns the end of the run when it goes on behind `end`.
fn goes_on(document: &Document<'_>, end: usize, limit: usize, is_part: &impl Fn(usize) -> bool) -> Option<usize> {
    if end >= limit {
        return None;
    }
    let norm = document.norm(end);
    let next = end + 1;
    match norm {
        _ if is_part(end) => Some(next),
        "." if is_glued(document, end) && document.word(end - 1).len() == 1 => {
            (next < limit && is_part(next)).then_some(next + 1)
        }
        "-" if is_hyphen_within(document, end, limit) => {
            let is_number = document.word(next).starts_with(|c: char| c.is_ascii_digit());
            let is_given_name = || is_syllable(document, next) && end.checked_sub(2).is_some_and(is_part);
            (is_capital(document, next) || is_number || is_given_name()).then_some(next + 1)
        }
        _ if matches!(norm, "of" | "&") || is_name_particle(norm) => {
            let is_article = |at: usize| is_listed(ARTICLES_OF_NAMES, document.norm(at));
            let article = usize::from(next < limit && norm != "&" && is_article(next));
            let behind = next + article;
            // "Suleiman al-Amr" is cut into five tokens.
            let hyphen = usize::from(is_hyphen_within(document, behind, limit));
            let behind = behind + hyphen;
            let of_fits = norm != "of" || joins_with_of(document, end - 1);
            (of_fits && behind < limit && (is_part(behind) || hyphen == 1 && is_capital(document, behind)))
                .then_some(behind + 1)
        }
        // "Earvin “Magic” Johnson"
        "\"" if end + 3 < limit && document.norm(end + 2) == "\"" => {
            let is_nickname = is_capital(document, next) && is_glued(document, next) && is_glued(document, end + 2);
            (is_nickname && !is_glued(document, end) && is_part(end + 3) && is_capital(document, end + 3))
                .then_some(end + 4)
        }
        "'" | "'s" if next < limit && owns_body(document, end) => is_capital(document, next).then_some(next + 1),
        "," if lists_duties(document, end, limit) => Some(next + 1),
        "for" | "and" if next < limit && is_part(next) && joins_with_and(document, end - 1, norm) => Some(next + 1),
        _ => None,
    }
}

/// Returns whether a capital at the head of a sentence leads into a name: "Marks & Reid", "Save Our Forest".
fn joins_on(document: &Document<'_>, token: usize) -> bool {
    let next = token + 1;
    next + 1 < document.tokens.len()
        && is_capital(document, next + 1)
        && (document.norm(next) == "&" || is_inner_small_word(document, next))
}

/// Returns whether a small word has a capital as within a name: "Doctors *Without* Borders", "Save *Our* Forest".
///
/// "The" is left out: it may begin the name of a paper.
fn is_inner_small_word(document: &Document<'_>, token: usize) -> bool {
    is_capital(document, token) && is_listed(INNER_WORDS, document.norm(token))
}

/// Returns whether a mark of owning stands within the name of a body: "the Port Workers' Union", "the Women's Institute".
fn owns_body(document: &Document<'_>, mark: usize) -> bool {
    let (owner, body) = (document.norm(mark - 1), document.norm(mark + 1));
    let are_many = document.norm(mark) == "'" && owner.ends_with('s') || matches!(owner, "women" | "men" | "children");
    is_glued(document, mark)
        && are_many
        && !places_table::is_demonym(owner)
        && super::organizations_table::is_head(body)
}

/// Returns whether a comma lists what a ministry is for: "the Department for Culture, Media and Sport".
fn lists_duties(document: &Document<'_>, comma: usize, limit: usize) -> bool {
    /// Tokens on either side of the comma that belong to the list, at the most.
    const MAX_TOKENS_TO_AND: usize = 8;
    let head = (comma.saturating_sub(MAX_TOKENS_TO_AND)..comma)
        .rev()
        .find(|&at| matches!(document.norm(at), "of" | "for"))
        .and_then(|joint| joint.checked_sub(1));
    let is_body = head.is_some_and(|head| is_listed(LISTING_HEADS, document.norm(head)));
    let rest = comma + 1..limit.min(comma + MAX_TOKENS_TO_AND);
    let end = rest.clone().find(|&at| !is_capital(document, at) && !matches!(document.norm(at), "," | "and" | "&"));
    let listed = rest.start..end.unwrap_or(rest.end);
    let last_and = listed.clone().rev().find(|&at| matches!(document.norm(at), "and" | "&"));
    let begins = |at: usize| is_capital(document, at) && !is_capital(document, at - 1);
    is_body
        && !listed.clone().filter(|&at| begins(at)).any(|at| is_name_of_its_own(document, at))
        && last_and.is_some_and(|and| and + 1 < listed.end && is_capital(document, and + 1))
}

/// Returns whether a person, a place or a known body is named from a token on, which no ministry is for: "the Ministry of Health,
/// *Ann* Lee and Rod Hale".
fn is_name_of_its_own(document: &Document<'_>, first: usize) -> bool {
    let norm = document.norm(first);
    super::organizations_table::is_known(norm)
        || super::first_names_table::gender(norm).is_some()
        || places_table::is_known(norm)
        || titles_table::is_address(norm.trim_end_matches('.'))
}

/// Returns whether the words before an "and" are duties of a ministry that commas list.
fn closes_duties(document: &Document<'_>, before: usize) -> bool {
    let comma = if document.norm(before - 1) == "," { before - 1 } else { before - 2 };
    lists_duties(document, comma, document.tokens.len())
}

/// Letters of a syllable of a Korean or Chinese name, at the most: "Kim Min-*jun*", "Lai Ching-*te*".
const SYLLABLE: usize = 5;

/// Returns whether a token in small letters may be the second syllable of a given name.
fn is_syllable(document: &Document<'_>, token: usize) -> bool {
    let word = document.word(token);
    let is_short = word.len() <= SYLLABLE && word.chars().all(|c| c.is_ascii_lowercase());
    is_short && !is_listed(TIED, word)
}

/// Returns whether a token is a hyphen without spaces around it.
fn is_hyphen_within(document: &Document<'_>, token: usize, limit: usize) -> bool {
    token + 1 < limit && document.norm(token) == "-" && is_glued(document, token) && is_glued(document, token + 1)
}

/// Returns whether "of" joins two parts of a name: "Bank of England", "Ministry of Defence", but not "Smith of London".
fn joins_with_of(document: &Document<'_>, before: usize) -> bool {
    super::organizations_table::is_head(document.norm(before))
        || places_table::is_place_word(document.norm(before))
        || titles_table::of(document.norm(before)).is_some()
}

/// Returns whether "and" or "for" joins two parts of a name: "Department for Transport", "Ministry of Justice and
/// Security".
fn joins_with_and(document: &Document<'_>, before: usize, joint: &str) -> bool {
    match joint {
        "for" => super::organizations_table::is_head(document.norm(before)),
        _ => {
            let listed = before > 2 && (document.norm(before - 1) == "," || document.norm(before - 2) == ",");
            let is_one_body = !is_name_of_its_own(document, before + 2);
            is_one_body
                && before > 1
                && (matches!(document.norm(before - 1), "of" | "for")
                    && super::organizations_table::is_head(document.norm(before - 2))
                    || listed && closes_duties(document, before))
        }
    }
}
