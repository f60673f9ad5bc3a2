//! Tries every word of the tables by which mentions and speakers are read.

use super::event_mention::VersionMentions;
use super::extract_table::{CONDITIONS, ENDS, STAYING};
use super::statements_table::{NAMED_AS, NEW_CLAUSES, STAND_INS};
use crate::model::{DocumentTime, Setting};
use crate::text::rule_table::needless_words;

fn mentions(text: &str) -> VersionMentions {
    let published = "2025-08-12".parse().ok().map(DocumentTime::Day);
    let side = crate::claim::read_side(None, text, Setting { published, ..Setting::default() });
    super::extract::gather(&side, published)
}

#[track_caller]
fn check_needed(list: &'static [&'static str], frames: &[&str]) {
    assert_eq!(needless_words(list, frames, mentions), [""; 0], "in {frames:?}");
}

#[test]
fn every_word_about_events_decides_in_a_frame_of_its_list() {
    assert!([ENDS, CONDITIONS, STAYING].into_iter().all(<[&str]>::is_sorted));
    check_needed(
        ENDS,
        &[
            "The airline cancelled all flights {} Wednesday.",
            "The airline cancelled all flights {} Monday.",
            "The airline has closed the desk {} Wednesday.",
            "Trains stopped {} Monday.",
            "The road was shut {} Sunday.",
            "The road is shut {} 25 August.",
            "The road opens {} 25 August.",
            "The road must open {} 25 August.",
            "The firm shut three shops {} 2 August.",
            "The firm has shut three shops {} 2 August.",
            "The firm shut three shops {} the strike on 2 August.",
            "The worst storm {} Monday.",
            "The shop has been shut {} Monday.",
            "The strike has run {} Monday.",
            "Rain has fallen {} Monday.",
        ],
    );
    check_needed(
        CONDITIONS,
        &[
            "The mayor said the bridge {} open on 25 August.",
            "The mayor said the bridge opens on 25 August {} it is dry.",
            "The mayor asked {} the bridge opens on 25 August.",
            "The mayor, who {} run again, said the bridge opened on 5 August.",
            "The mayor, who asked {} trains run, said the bridge opened on 5 August.",
            "The mayor said the bridge was shut on 5 August and {} stay shut.",
            "The mayor said the bridge was shut on 5 August, {} it rains.",
            "The mayor said that {} asked, he shut the bridge on 5 August.",
            "The mayor, asked {} trains run, said he shut the bridge on 5 August.",
            "The mayor, who {} not run, said the bridge opened on 5 August.",
            "Trains {} run, the mayor said, since the bridge opened on 5 August.",
            "The mayor said the bridge opened on 5 August and trains run {} it rains.",
            "Asked {} trains run, the mayor said the bridge opened on 5 August.",
            "The mayor said the bridge opened on 5 August, and that {} it rains, trains stop.",
            "The mayor said the bridge opened on 5 August and asked {} trains run.",
            "The mayor said {} or not it rains, the bridge opened on 5 August.",
        ],
    );
    check_needed(
        STAYING,
        &[
            "The bridge will {} open.",
            "The bridge will {} to carry trains.",
            "The bridge will {} open until 25 August.",
            "The bridge will {} open on 25 August.",
            "The bridge will {} repair on 25 August.",
            "The talks will {} in Rome.",
            "The talks will {} slow.",
            "There will {} talks.",
        ],
    );
}

#[test]
fn every_word_about_speakers_decides_in_a_frame_of_its_list() {
    assert!(STAND_INS.is_sorted());
    check_needed(
        STAND_INS,
        &["“The bridge is shut for good,” {} said on Monday.", "{Word} said on Monday that the bridge was shut."],
    );
    check_needed(
        NEW_CLAUSES,
        &[
            "The mayor said the bridge was shut{}the ferry sank on Monday.",
            "The ferry sank on Monday{}the mayor said the bridge was shut.",
        ],
    );
    check_needed(
        NAMED_AS,
        &[
            "A passenger, who gave her {}Luz, said the bridge was shut.",
            "A passenger, who {}Luz, said the bridge was shut.",
        ],
    );
}
