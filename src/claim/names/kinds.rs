//! Decides whether a name is a person, an organization or a place.
//!
//! A title or a known first name makes a person, a head such as `Ministry` or a
//! lone acronym an organization, a table or `in` a place; two and more
//! capitalised words with none of these are most often a person.

use std::ops::Range;

use super::name::{Gender, written};
use super::organizations_table::STORMS;
use super::places_table::BEFORE_PLACES;
use super::titles_table::{self, Title};
use super::{first_names_table, organizations_table, places_table};
use crate::model::{Document, EntityKind, Rel};
use crate::text::is_article;
use crate::text::rule_table::is_listed;

/// What the words tell of a name.
pub(super) struct Guess {
    pub kind: EntityKind,
    pub is_sure: bool,
    pub gender: Option<Gender>,
}

/// Guesses the kind of the name at `tokens` with its title.
pub(super) fn of(document: &Document<'_>, tokens: &Range<usize>, title: &Range<usize>) -> Guess {
    let titled = title.clone().filter_map(|token| titles_table::of(document.norm(token))).next_back();
    let gender = gender(document, tokens, titled);
    if titled.is_some() {
        return Guess { kind: EntityKind::Person, is_sure: true, gender };
    }
    let words = || tokens.clone().map(|token| document.norm(token));
    let whole = written(document, tokens).to_lowercase();
    let sure = |kind| Guess { kind, is_sure: true, gender: None };
    let loose = |kind| Guess { kind, is_sure: false, gender: None };
    if places_table::is_known(&whole) {
        return sure(EntityKind::Place);
    }
    // "Bell & Rowe": people are joined by "and".
    let bears_first_name = first_names_table::gender(document.norm(tokens.start)).is_some();
    // "Ashdown Capital", but not "Jim Chronicle"
    let has_tail = || !bears_first_name && words().skip(1).next_back().is_some_and(organizations_table::is_tail);
    let is_firm = words().skip(1).any(|norm| matches!(norm, "&" | "without" | "our" | "against"));
    if is_firm || has_tail() || organizations_table::is_known(&whole) || words().any(organizations_table::is_head) {
        return sure(EntityKind::Organization);
    }
    if is_called_which(document, tokens) {
        return sure(EntityKind::Other);
    }
    if bears_first_name && words().next_back().is_some_and(|last| is_listed(places_table::SURNAMES, last)) {
        return Guess { kind: EntityKind::Person, is_sure: true, gender };
    }
    if words().next_back().is_some_and(places_table::is_place_word)
        || 1 < tokens.len()
            && words().next().is_some_and(places_table::opens_place)
            && !places_table::is_no_place(&whole)
    {
        return sure(EntityKind::Place);
    }
    // "Typhoon Koinu"
    if is_listed(STORMS, document.norm(tokens.start)) {
        return loose(EntityKind::Other);
    }
    let n_words = words().filter(|norm| norm.chars().next().is_some_and(char::is_alphabetic)).count();
    if bears_first_name {
        return Guess { kind: EntityKind::Person, is_sure: n_words > 1, gender };
    }
    match n_words {
        1 if is_acronym(document.word(tokens.start)) => loose(EntityKind::Organization),
        1 if is_located(document, tokens) => loose(EntityKind::Place),
        2..=4 if behind_article(document, tokens) || is_thing_like(document, tokens) => loose(EntityKind::Other),
        2..=4 => Guess { kind: EntityKind::Person, is_sure: false, gender },
        _ => loose(EntityKind::Other),
    }
}

/// Returns whether "which" tells more of a name, as it does of no person: "Glen Farm, which makes cheese, was shut".
///
/// Behind an object it may tell of the whole clause: "dropped Glen Shaw, which surprised nobody".
fn is_called_which(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let is = |token: usize, word: &str| token < document.tokens.len() && document.norm(token) == word;
    let is_subject = tokens.clone().any(|token| document.tokens[token].rel == Rel::Nsubj);
    is_subject && is(tokens.end, ",") && is(tokens.end + 1, "which")
}

fn gender(document: &Document<'_>, tokens: &Range<usize>, title: Option<Title>) -> Option<Gender> {
    title.and_then(Title::gender).or_else(|| first_names_table::gender(document.norm(tokens.start)))
}

/// Returns whether a name has an article, which people bear none of: "the World Cup".
fn behind_article(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    tokens.start.checked_sub(1).is_some_and(|before| is_article(document.norm(before)))
}

/// Returns whether a name is that of an event or a work, or led by a place or firm: "Google Science Fair", "Larkfield
/// Festival".
fn is_thing_like(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let (first, last) = (document.norm(tokens.start), document.norm(tokens.end - 1));
    is_thing(last)
        || [first, last].into_iter().any(|norm| {
            places_table::is_known(norm) || organizations_table::is_known(norm) || places_table::is_demonym(norm)
        })
}

/// Returns whether a word ends the names of things: "Prize", "Act", "Festival".
pub(super) fn is_thing(norm: &str) -> bool {
    is_listed(organizations_table::THINGS, norm)
}

/// Returns whether a word is made of capitals: "NATO", "WHO", "A&E".
pub(crate) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=6).contains(&letters) && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&') || c.is_ascii_digit())
}

/// Returns whether a lone word stands behind a preposition of place: "in Larkfield", "near Ostrava".
fn is_located(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    tokens.start.checked_sub(1).is_some_and(|before| is_listed(BEFORE_PLACES, document.norm(before)))
}
