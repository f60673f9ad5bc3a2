//! Tries that an entry is cited where its words stand, and that what no longer stands says so.

use chrono_tz::Tz;

use super::story_tests::{EVENING, NOON, articles, timeline};
use super::*;
use crate::model::{Status, TimelineQuery};

#[test]
fn the_words_shown_are_cited_where_they_stood_first() {
    let revised = [
        (NOON, "Three people have been taken to hospital, the health authority said."),
        (EVENING, "Eleven people have been taken to hospital, the health authority said."),
    ];
    let told = timeline(&[("herald", &revised)]);
    let entry = &told.undated[0];
    let words = entry.words_first.as_ref().unwrap();
    assert!(entry.text.starts_with("Eleven"), "{entry:#?}");
    assert_eq!((words.report.version, words.sentence), (2, 0));
    assert_eq!(entry.first_reported.as_ref().unwrap().version, 1, "the event was told in other words before");
    assert_eq!(entry.status, Status::Revised);
}

#[test]
fn every_entry_is_cited_where_its_words_stand() {
    let herald = [
        (NOON, "Smoke rose on Monday.\n\nA ferry caught fire off Cebu on Monday, killing at least twelve people."),
        (EVENING, "A ferry caught fire off Cebu on Monday, killing at least fifteen people, the coast guard said."),
    ];
    let post = [(NOON, "It was hot.\n\nA ferry caught fire off Cebu late on Monday, killing fifteen people.")];
    let story = articles(&[("herald", &herald), ("post", &post)]);
    for dates in [None, Some(3)] {
        let told = assemble(&story, Tz::UTC, &TimelineQuery { dates, sentences: 2, ..TimelineQuery::default() });
        assert!(!told.entries.is_empty());
        for entry in told.entries.iter().chain(&told.undated) {
            let words = entry.words_first.as_ref().unwrap();
            let article = story.iter().find(|article| article.id == words.report.article).unwrap();
            assert_eq!(article.versions[words.report.version - 1].lines[words.sentence].text, entry.text);
        }
    }
}

#[test]
fn a_sentence_that_a_later_version_reverses_says_so() {
    let reversed = [(NOON, "The driver has been suspended."), (EVENING, "The driver has not been suspended.")];
    let told = timeline(&[("herald", &reversed)]);
    let entry = &told.undated[0];
    assert_eq!((entry.text.as_str(), entry.status), ("The driver has been suspended.", Status::Revised));
    assert_eq!(entry.history[0].after.as_deref(), Some("The driver has not been suspended."));
}

#[test]
fn what_two_people_say_is_never_one_entry() {
    let versions = [
        (NOON, "Councillor Ed Marsh said the company had known about the leak."),
        (EVENING, "Northfold Water denied that it had known about a leak."),
    ];
    let told = timeline(&[("herald", &versions)]);
    let shown: Vec<_> = told
        .undated
        .iter()
        .map(|entry| (entry.speaker.as_deref(), entry.first_reported.as_ref().unwrap().version, entry.status))
        .collect();
    assert!(shown.contains(&(Some("Ed Marsh"), 1, Status::Withdrawn)), "{shown:?}");
    assert!(shown.contains(&(Some("Northfold Water"), 2, Status::Reported)), "{shown:?}");
}

#[test]
fn the_same_words_credited_to_another_speaker_are_one_statement() {
    let quoted = |name: &str| format!("“It is time for them to say yes or to walk away,” {name} told reporters.");
    let (old, new) = (quoted("Ann Lee"), quoted("Bo Tan"));
    let told = timeline(&[("herald", &[(NOON, old.as_str()), (EVENING, new.as_str())])]);
    let shown: Vec<_> = told.undated.iter().map(|entry| (entry.speaker.as_deref(), entry.status)).collect();
    assert_eq!(shown, [(Some("Bo Tan"), Status::Revised)]);
}

#[test]
fn a_count_that_opens_a_sentence_disputes_no_death_told_beside_it() {
    let a = "Eleven people have been taken to hospital with stomach illness.\n\n\
             A woman of 81 died on Monday afternoon, the authority said.";
    let b = "Twelve people were in hospital on Monday afternoon and one woman has died, said Dr Priya Raman.";
    let told = timeline(&[("post", &[(NOON, a)]), ("herald", &[("2024-06-04T16:00:00Z", b)])]);
    let death = told.entries.iter().find(|entry| entry.text.contains("died")).unwrap();
    assert!(death.history.iter().all(|item| !item.differs), "{death:#?}");
}

#[test]
fn a_clock_time_moves_no_named_weekday_to_another() {
    let when = |text: &str| timeline(&[("post", &[("2026-03-05T10:00:00Z", text)])]).entries[0].when.clone().unwrap();
    assert_eq!(when("The bridge fell at 3pm on Thursday.").as_str(), "2026-02-26T15:00:00+00:00");
    assert_eq!(when("The bridge fell at 3pm on 5 March 2026.").as_str(), "2026-03-05T15:00:00+00:00");
    assert_eq!(when("The bridge fell at 3pm.").as_str(), "2026-03-04T15:00:00+00:00");
}

#[test]
fn a_selection_of_days_gives_a_day_to_the_short_sentence_that_names_it() {
    let text = "The bridge fell on Monday.\n\nNorthfold Water has told 16,500 households to boil their water.";
    let story = articles(&[("post", &[("2026-05-05T10:00:00Z", text)])]);
    let told = assemble(&story, Tz::UTC, &TimelineQuery { dates: Some(3), sentences: 1, ..TimelineQuery::default() });
    let first = (told.entries[0].date.unwrap().to_string(), told.entries[0].text.as_str());
    assert_eq!(first, ("2026-05-04".to_owned(), "The bridge fell on Monday."));
}
