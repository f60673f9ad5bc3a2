//! Tries every row and word of the tables by which facets are found.

use super::clauses_table::OPENERS;
use super::dates_table::{FILLERS, LEADS, ORDER};
use super::exchanges_table::MUTUAL;
use super::fallback::loose_words_table::LOOSE;
use super::names_table::{QUALITIES, RANKING};
use super::polarity_table::{FAILING, REJECTING};
use super::quotes_table::{CONDITIONS, CONTRACTED};
use crate::claim::read_side;
use crate::diff::compare;
use crate::model::Setting;
use crate::text::rule_table::{needless_rows, needless_words};

/// Returns the changes from an old to a new text, which " / " parts.
fn changes(texts: &str) -> String {
    let setting = Setting::default();
    let (old, new) = texts.split_once(" / ").expect("a frame has an old and a new text");
    let changes = compare(&read_side(None, old, setting), &read_side(None, new, setting)).changes;
    format!("{changes:?}")
}

#[track_caller]
fn check_needed(list: &'static [&'static str], frames: &[&str]) {
    assert!(list.is_sorted(), "{list:?}");
    assert_eq!(needless_words(list, frames, changes), [""; 0], "in {frames:?}");
}

#[test]
fn every_mutual_verb_may_exchange_its_sides() {
    check_needed(
        MUTUAL,
        &[
            "The singers may {} the dancers. / The dancers may {} the singers.",
            "The singers {}d the dancers. / The dancers {}d the singers.",
        ],
    );
}

#[test]
fn every_small_word_in_a_quotation_decides() {
    check_needed(CONDITIONS, &["“We will {} sell the mill,” said Ann Lee. / “We will … the mill,” said Ann Lee."]);
    let needless = needless_rows(CONTRACTED, |row| changes(row.example));
    assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.words).collect::<Vec<_>>());
}

#[test]
fn another_auxiliary_in_a_quotation_is_no_contraction() {
    let texts = "“We will sell the mill,” said Ann Lee. / “We would sell the mill,” said Ann Lee.";
    assert!(changes(texts).contains("quote-words"), "{}", changes(texts));
}

#[test]
fn every_word_that_rejects_or_fails_denies() {
    check_needed(REJECTING, &["Lee denied the claims. / Lee said the claims were {}."]);
    check_needed(FAILING, &["They {} to close the valve. / They close the valve."]);
}

#[test]
fn every_word_around_a_date_decides() {
    check_needed(
        ORDER,
        &[
            "The mill closed on Monday before. / The mill closed on Monday {}.",
            "The mill closed after the strike. / The mill closed {} the strike.",
        ],
    );
    check_needed(
        FILLERS,
        &[
            "It closed for {} winter. / It closed for winter.",
            "It rained in the year {} 2020. / It rained in 2020.",
            "It rained in the {} year 2020. / It rained in 2020.",
            "In the month of May {} 2020 it rained. / In May 2020 it rained.",
            "It rained in the {} of 2020. / It rained in 2020.",
            "It rained the {} week. / It rained the week.",
        ],
    );
    check_needed(LEADS, &["The mill opened {} at noon. / The mill opened 4pm."]);
}

#[test]
fn every_opener_makes_a_clause_of_what_follows() {
    check_needed(OPENERS, &["The mill closed on Friday. / The mill, {} name is old, closed on Friday."]);
}

#[test]
fn every_word_of_the_moment_may_come_and_go() {
    check_needed(LOOSE, &["It failed in {} talks. / It failed in talks."]);
}

#[test]
fn every_word_of_rank_makes_another_office() {
    check_needed(RANKING, &["The {} mayor left Pelt. / The mayor left Pelt."]);
    check_needed(
        QUALITIES,
        &["The {} claims failed. / The claims failed.", "She runs a {} store. / She runs a store."],
    );
}
