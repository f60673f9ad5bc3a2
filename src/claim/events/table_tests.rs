//! Tries every row and word of the tables by which events are read.

use super::dating_table::{CLOSE, COMPARED, DELAYS, ENDS, MARKET_QUOTES};
use super::events_in;
use super::modality_table::{DENIALS, FACTS, GOING, GUESSES, PLANS};
use crate::model::{DocumentTime, Event, Setting};
use crate::text::rule_table::{needless_rows, needless_words};

fn events(text: &str) -> Vec<Event> {
    let published = "2025-08-12".parse().ok().map(DocumentTime::Day);
    let setting = Setting { published, ..Setting::default() };
    let document = crate::text::read(text);
    events_in(&document, &crate::time::timexes_in(&document, setting), setting)
}

#[track_caller]
fn check_needed(list: &'static [&'static str], frames: &[&str]) {
    assert!(list.is_sorted(), "{list:?}");
    assert_eq!(needless_words(list, frames, events), [""; 0], "in {frames:?}");
}

#[test]
fn every_row_keeps_a_time_from_its_example() {
    let needless = needless_rows(COMPARED, |(.., example)| events(example));
    assert!(needless.is_empty(), "{needless:?}");
    let needless = needless_rows(ENDS, |(.., example)| events(example));
    assert!(needless.is_empty(), "{needless:?}");
    let needless = needless_rows(MARKET_QUOTES, |(_, example)| events(example));
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn every_verb_of_facts_and_plans_decides_in_a_frame_of_its_list() {
    check_needed(
        FACTS,
        &[
            "The boat {} to sink.",
            "The storm {} the boat to sink.",
            "The boat has {} to sink.",
            "The boat was {} to sink.",
            "The crew is to {} to sink it.",
            "The crew {} to leave the boat.",
            "The storm {} them to leave the boat.",
            "The deal {} them to sell the boat.",
            "The crew {} on to win the cup.",
            "The crew {} home to win the cup.",
            "The money was {} to pay the crew.",
            "The change was {} to help the crew.",
            "The plan {} by the firm to sell the mill.",
            "{Word} to sell the mill, the firm left.",
            "The firm, {} to sell the mill, left.",
            "A firm {} to sell the mill left.",
            "The firm had {} to sell the mill.",
            "Firm {} to sell mill",
            "The {} sale of the mill.",
        ],
    );
    check_needed(
        PLANS,
        &[
            "The firm {} to sell the mill.",
            "The firm was {} to sell the mill.",
            "The firm will {} to sell the mill.",
            "The firm is {} to sell the mill.",
            "The firm has {} to sell the mill.",
            "The firm {} a strike.",
            "The firm's {} to sell the mill was clear.",
            "The plan, {} to end the strike, failed.",
            "{Word} to sell the mill, the firm left.",
            "A firm {} to sell the mill left.",
            "Firm {} to sell mill",
            "The {} strike was on Monday.",
        ],
    );
}

#[test]
fn every_verb_of_denials_and_guesses_decides_in_a_frame_of_its_list() {
    check_needed(
        DENIALS,
        &[
            "The firm {} selling the mill.",
            "The firm {} to sell the mill.",
            "The firm has {} selling the mill.",
            "The crew did {} the collapse.",
            "The crew {} the collapse.",
            "The crew {} a strike.",
            "The crew will {} a strike.",
            "They {} a collapse of the talks.",
            "{Word} selling the mill, the firm left.",
            "A firm {} to sell the mill left.",
            "Firm {} to sell mill",
            "The strike, {} by the firm, was on Monday.",
            "The {} strike was on Monday.",
        ],
    );
    check_needed(
        GUESSES,
        &[
            "The firm {} selling the mill.",
            "The firm {} a sale of the mill.",
            "The firm is {} selling the mill.",
            "The firm has {} selling the mill.",
            "The union {} a strike.",
            "The union has {} a strike.",
            "The union {} that the mill closed.",
            "The union {} the mill closed.",
            "The union is {} a strike.",
            "{Word} a strike, the union left.",
            "A union {} a strike left.",
            "Union {} strike",
            "The strike, {} by the union, was on Monday.",
            "The {} strike was on Monday.",
        ],
    );
}

#[test]
fn every_word_of_delays_and_closeness_decides_in_a_frame_of_its_list() {
    check_needed(CLOSE, &["The bridge fell {} before the end of May."]);
    check_needed(
        DELAYS,
        &[
            "The vote was {} until May 20.",
            "The firm {} the vote until May 20.",
            "They will {} the vote until May 20.",
            "The vote was {} back until May 20.",
            "The firm has {} off the vote until May 20.",
        ],
    );
}

#[test]
fn every_verb_of_going_makes_work_a_place() {
    check_needed(
        GOING,
        &[
            "They {} to work on Wednesday.",
            "They will {} to work on Wednesday.",
            "They will {} her to work on Wednesday.",
        ],
    );
}
