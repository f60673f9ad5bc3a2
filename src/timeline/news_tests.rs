//! Tries small stories as an editor reads their timelines: what is listed once, under which day, as plan or fact.

use super::story_tests::{EVENING, NOON, timeline};
use crate::model::{EntryKind, TimelineEntry};

/// Returns all entries of one text, dated ones first.
fn entries(published: &str, text: &str) -> Vec<TimelineEntry> {
    let told = timeline(&[("herald", &[(published, text)])]);
    told.entries.into_iter().chain(told.undated).collect()
}

/// Returns the day and the kind of each entry of one text.
fn days(published: &str, text: &str) -> Vec<(Option<String>, EntryKind)> {
    let line = |entry: TimelineEntry| (entry.when.map(|when| when.to_string()), entry.kind);
    entries(published, text).into_iter().map(line).collect()
}

#[test]
fn what_happened_between_the_day_of_the_lead_and_the_report_is_no_plan() {
    let lead = "The board counted the votes of Tuesday's election in Harrow. ";
    for news in
        ["A vote was held on Friday.", "The trial of the clerk began on Friday.", "There was a protest on Friday."]
    {
        let found = days("2024-06-07T18:00:00Z", &format!("{lead}{news}"));
        let of_friday: Vec<_> = found.iter().filter(|(when, _)| when.as_deref() == Some("2024-06-07")).collect();
        assert!(
            !of_friday.is_empty() && of_friday.iter().all(|(_, kind)| *kind == EntryKind::Event),
            "{news}: {found:?}"
        );
    }
    let ahead = days("2024-06-04T18:00:00Z", &format!("{lead}There will be a protest on Friday."));
    assert!(ahead.contains(&(Some("2024-06-07".to_owned()), EntryKind::Planned)), "{ahead:?}");
}

#[test]
fn where_something_was_said_is_no_event_beside_the_saying() {
    for text in [
        "The dam is safe, Ann Lee told a news conference on Monday.",
        "Ann Lee said at a rally on Monday that the dam was safe.",
    ] {
        let kinds: Vec<_> = days(NOON, text).into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [EntryKind::Statement], "{text}");
    }
    let held = days(NOON, "Ann Lee held a rally on Monday.");
    assert_eq!(held, [(Some("2024-06-03".to_owned()), EntryKind::Event)]);
}

#[test]
fn what_stands_beside_the_news_does_not_hide_it() {
    let kinds =
        |text: &str| days(NOON, text).into_iter().map(|(when, kind)| (when.is_some(), kind)).collect::<Vec<_>>();
    let both = [(true, EntryKind::Event), (false, EntryKind::Statement)];
    for text in [
        "Ann Lee, who took over the club in 1998, said that the ground was safe.",
        "Ann Lee said that the firm made money from works by Edith Bell, who died in 1957.",
        "Ann Lee said the children had drunk a milk that was sold in the town on 1 June.",
    ] {
        assert_eq!(kinds(text), both, "{text}");
    }
    assert_eq!(
        kinds("The bridge, which opened in 1931, has collapsed."),
        [(true, EntryKind::Event), (false, EntryKind::Event)]
    );
    // What is said of the dated event itself is told by it.
    assert_eq!(kinds("Ann Lee said that the club was founded in 1998."), [(true, EntryKind::Event)]);
}

#[test]
fn a_body_that_gives_the_news_is_no_news_beside_it() {
    let kinds = |text: &str| days("2024-06-05T12:00:00Z", text).into_iter().map(|(_, kind)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("A boy drowned in the lake on Monday, police said on Tuesday."), [EntryKind::Event]);
    let person = kinds("A boy drowned in the lake on Monday, Ann Lee said on Tuesday.");
    assert_eq!(person, [EntryKind::Event, EntryKind::Statement]);
}

#[test]
fn the_news_of_an_event_is_shown_rather_than_what_recalls_it() {
    let news = "A judge ordered the council on 3 June to count 118 ballots.";
    let later = "The recount included 118 ballots that a judge ordered the council to count on 3 June.";
    let post = [("2024-06-03T18:00:00Z", news), ("2024-06-05T18:00:00Z", "The count goes on in the hall.")];
    let told = timeline(&[("post", &post), ("herald", &[("2024-06-05T12:00:00Z", later)])]);
    let of_day =
        told.entries.iter().find(|entry| entry.when.as_ref().is_some_and(|when| when.as_str() == "2024-06-03"));
    assert_eq!(of_day.map(|entry| entry.text.as_str()), Some(news), "{told:#?}");
}

#[test]
fn other_news_in_the_same_place_is_no_later_wording() {
    let versions = [
        (
            NOON,
            "Sixteen people have fallen ill in an outbreak in Harrow that may be linked to a milk, officials said on Tuesday.",
        ),
        (EVENING, "A boy of three has died in an outbreak in Harrow that has been linked to a milk."),
    ];
    let told = timeline(&[("herald", &versions)]);
    let all: Vec<_> = told.entries.iter().chain(&told.undated).collect();
    assert_eq!(all.len(), 2, "{all:#?}");
    assert!(all.iter().all(|entry| entry.history.is_empty()), "{all:#?}");
    // The same people, in other words.
    let versions = [
        (NOON, "Sixteen people have fallen ill in an outbreak in Harrow, officials said on Tuesday."),
        (EVENING, "Sixteen people were sickened in an outbreak in Harrow, officials said on Tuesday."),
    ];
    let told = timeline(&[("herald", &versions)]);
    assert_eq!(told.entries.len() + told.undated.len(), 1, "{told:#?}");
}

#[test]
fn what_goes_on_tomorrow_is_a_plan() {
    let found = days("2024-06-04T12:00:00Z", "The trial continues on Wednesday.");
    assert_eq!(found, [(Some("2024-06-05".to_owned()), EntryKind::Planned)]);
    let found = days("2024-06-05T12:00:00Z", "The trial continued on Wednesday.");
    assert_eq!(found, [(Some("2024-06-05".to_owned()), EntryKind::Event)]);
}
