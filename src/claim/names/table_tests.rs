//! Tries every word of the tables by which names are cut out of a text.

use super::compare::is_form_of_organization;
use super::organizations_table::{GENERAL, HEADS, STORMS, SUFFIXES, TAILS, THINGS};
use super::places_table::{BEFORE_PLACES, NO_PLACES, PLACE_OPENERS, PLACE_WORDS, SURNAMES};
use super::runs_table::{ARTICLES_OF_NAMES, INNER_WORDS, LISTING_HEADS, NAMES_IN_DISGUISE, PREFIXES, TIED};
use super::titles_table::MODIFIERS;
use crate::model::Setting;
use crate::text::name_particles_table::NAME_PARTICLES;
use crate::text::rule_table::{needless_rows, needless_words};

/// Returns what is named in a text, and where.
fn names(text: &str) -> String {
    let analysis = crate::claim::analyze(text, Setting::default());
    format!("{:?} {:?}", analysis.entities, analysis.mentions)
}

#[track_caller]
fn check_needed(list: &'static [&'static str], frames: &[&str]) {
    assert!(list.is_sorted(), "{list:?}");
    assert_eq!(needless_words(list, frames, names), [""; 0], "in {frames:?}");
}

#[test]
fn every_small_word_within_names_joins_two_parts() {
    check_needed(NAME_PARTICLES, &["Police met Ana {} Souza there."]);
    check_needed(ARTICLES_OF_NAMES, &["She joined the Bank of {} West in May."]);
    check_needed(INNER_WORDS, &["She joined Doctors {Word} Borders in May."]);
    check_needed(PREFIXES, &["The {}-Amr family left on Monday."]);
    check_needed(LISTING_HEADS, &["She left the {Word} for Culture, Media and Sport in May."]);
}

#[test]
fn every_word_that_is_and_is_no_name_decides() {
    check_needed(NAMES_IN_DISGUISE, &["{Word} Hurd, the mayor, left."]);
    check_needed(TIED, &["They met the Joe Biden-{} firm."]);
}

#[test]
fn a_role_ends_where_a_preposition_or_a_clause_begins() {
    let text = "an adviser from the ministry whose minister left";
    let document = crate::text::read(text);
    assert_eq!(super::role_noun(&document, &(0..document.tokens.len())), Some("adviser"));
}

#[test]
fn every_preposition_of_place_makes_a_place_of_an_unknown_name() {
    check_needed(BEFORE_PLACES, &["They drove {} Ostrova on Monday."]);
}

#[test]
fn every_word_that_makes_an_organization_or_a_thing_decides() {
    check_needed(HEADS, &["They sued Selby {Word} there.", "They sued the Selby {Word} there."]);
    check_needed(TAILS, &["They sued Selby Ashdown {Word} there."]);
    check_needed(THINGS, &["They saw Selby Ashdown {Word} there.", "They saw French Selby {Word} there."]);
    check_needed(STORMS, &["It fled {Word} Selby Ashdown there.", "They fled {Word} Koinu there."]);
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let is_one = |name: &str| is_form_of_organization(&words(name), &words("ashdown selby"));
    assert_eq!(needless_words(SUFFIXES, &["selby ashdown {}"], is_one), [""; 0]);
    check_needed(GENERAL, &["They sued Ashdown Securities on Monday. The {} lost."]);
}

#[test]
fn every_word_that_makes_a_place_decides() {
    check_needed(PLACE_WORDS, &["They saw Selby {Word} there.", "They saw the Selby {Word} there."]);
    check_needed(PLACE_OPENERS, &["They saw {Word} Selby there."]);
    check_needed(SURNAMES, &["They saw John {Word} there."]);
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    let written = |name: &str| name.split(' ').map(capital).collect::<Vec<_>>().join(" ");
    let needless = needless_rows(NO_PLACES, |name| names(&format!("They saw {} there.", written(name))));
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn every_word_before_a_role_belongs_to_it() {
    check_needed(
        MODIFIERS,
        &[
            "Selby, {} minister, left.",
            "The {} minister, Ann Lee, left.",
            "They met {} minister Ann Lee.",
            "Ann Lee left. The {} minister wept.",
        ],
    );
}
