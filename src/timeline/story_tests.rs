//! Tests whole timelines of small stories, from text to entries.

use chrono_tz::Tz;

use super::*;
use crate::claim;
use crate::model::{ChangeKind, ConflictState, DocumentTime, EntryKind, Setting, Status, Timeline, TimelineQuery};

/// An article: outlet, and its versions as time and text; an empty time is none.
pub(super) type ToldArticle<'a> = (&'a str, &'a [(&'a str, &'a str)]);

fn gathered(time: &str, text: &str) -> VersionMentions {
    let time = time.parse::<DocumentTime>().ok();
    let setting = Setting { published: time, ..Setting::default() };
    gather(&claim::read_side(None, text, setting), time)
}

pub(super) fn articles(story: &[ToldArticle<'_>]) -> Vec<ArticleMentions> {
    let article = |(outlet, versions): &ToldArticle<'_>| ArticleMentions {
        id: format!("{outlet}/1"),
        outlet: (*outlet).to_owned(),
        versions: versions.iter().map(|(time, text)| gathered(time, text)).collect(),
    };
    story.iter().map(article).collect()
}

pub(super) fn timeline(story: &[ToldArticle<'_>]) -> Timeline {
    assemble(&articles(story), Tz::UTC, &TimelineQuery::default())
}

/// Checks the conflicts of a story: kind, and the values that stand against each other.
#[track_caller]
fn check_conflicts(story: &[ToldArticle<'_>], want: &[(&str, ConflictState)]) {
    let found = timeline(story).conflicts;
    let shown: Vec<_> = found.iter().map(|conflict| (conflict.kind.as_str(), conflict.state)).collect();
    assert_eq!(shown, want, "{found:#?}");
}

pub(super) const NOON: &str = "2024-06-04T12:00:00Z";
pub(super) const EVENING: &str = "2024-06-04T18:00:00Z";

#[test]
fn a_count_under_two_names_is_one_matter() {
    let post = ("post", &[(NOON, "Three Green members walked out of the hall.")][..]);
    let herald = ("herald", &[(NOON, "Two Green councillors walked out of the hall.")][..]);
    check_conflicts(&[post, herald], &[("figure", ConflictState::Open)]);
    let mended = [
        (NOON, "Two Green councillors walked out of the hall."),
        (EVENING, "Three Green councillors walked out of the hall."),
    ];
    check_conflicts(&[post, ("herald", &mended)], &[("figure", ConflictState::Past)]);
    let other = ("herald", &[(NOON, "Two fire engines stood outside the hall.")][..]);
    check_conflicts(&[post, other], &[]);
}

#[test]
fn figures_of_one_thing_are_found_in_unlike_sentences() {
    let differ = |a: &str, b: &str| {
        let filler = "The council met in the old hall. A band played until midnight.";
        let (a, b) = (format!("{a} {filler}"), format!("{b} It rained in the valley. Two buses were late."));
        let story = [("post", &[(NOON, a.as_str())][..]), ("herald", &[(NOON, b.as_str())][..])];
        timeline(&story).conflicts.iter().any(|conflict| conflict.kind == ChangeKind::Figure)
    };
    for (a, b) in [
        (
            "The museum lent 14 paintings to Oslo.",
            "Sixteen paintings were shipped to Oslo by the museum, its director said.",
        ),
        (
            "Some 2,300 households lost power in the storm.",
            "Power failed in 3,100 households, the grid company said after the storm.",
        ),
        ("The club paid £4m for the striker.", "The striker joined the club for £5m, according to his agent."),
    ] {
        assert!(differ(a, b), "{a} / {b}");
    }
    for (a, b) in [
        ("The museum lent 14 paintings to Oslo.", "The museum has 40 guards and a restaurant."),
        ("Some 2,300 households lost power in the storm.", "Engineers mended 12 pylons after the storm."),
        ("The club paid £4m for the striker.", "Season tickets of the club cost £600."),
        ("The pier is 300 metres long.", "The lighthouse stands 35 metres above the pier."),
    ] {
        assert!(!differ(a, b), "{a} / {b}");
    }
}

#[test]
fn an_older_count_beside_a_newer_one_is_no_contradiction() {
    let old = ("post", &[("2024-06-01T08:00:00Z", "Four miners were killed in the Harrow tunnel.")][..]);
    for later in ["2024-06-04T08:00:00Z", "2024-06-01T18:00:00Z"] {
        let new = [(later, "Nine miners were killed in the Harrow tunnel.")];
        check_conflicts(&[old, ("herald", &new)], &[]);
    }
}

#[test]
fn two_clock_times_of_one_fire_differ() {
    let post = ("post", &[(NOON, "The mill in Harrow caught fire at 2:40 a.m. on Tuesday.")][..]);
    let herald = ("herald", &[(NOON, "Fire broke out in the Harrow mill at 2:15 a.m. on Tuesday.")][..]);
    check_conflicts(&[post, herald], &[("date", ConflictState::Open)]);
    let other = ("herald", &[(NOON, "A cow was found in the Harrow mill at 2:15 a.m. on Tuesday.")][..]);
    check_conflicts(&[post, other], &[]);
}

#[test]
fn two_days_of_one_event_differ() {
    let post = ("post", &[(NOON, "The council closed the Harrow road bridge to lorries on 1 June 2024.")][..]);
    let herald = (
        "herald",
        &[(NOON, "Officials of the council closed the Harrow road bridge to all lorries on 2 June 2024.")][..],
    );
    check_conflicts(&[post, herald], &[("date", ConflictState::Open)]);
    let both = "The council closed the Harrow road bridge to lorries on 1 June 2024. \
                The council closed the Harrow road bridge to lorries on 2 June 2024.";
    check_conflicts(&[post, ("herald", &[(NOON, both)])], &[]);
}

#[test]
fn names_a_letter_apart_are_of_two_people() {
    let said_by = |name: &str| format!("“Nobody asked the miners about the old pumps,” said {name}.");
    let (clark, clarke) = (said_by("John Clark"), said_by("John Clarke"));
    let post = ("post", &[(NOON, clark.as_str())][..]);
    check_conflicts(&[post, ("herald", &[(NOON, clarke.as_str())])], &[("source", ConflictState::Open)]);
    check_conflicts(&[post, ("herald", &[(NOON, clark.as_str())])], &[]);
    // An article that changes the letter has mended its own spelling.
    check_conflicts(&[("post", &[(NOON, &clark), (EVENING, &clarke)])], &[]);
}

#[test]
fn the_same_words_of_two_people_differ() {
    let post = ("post", &[(NOON, "“Nobody asked the miners about the pumps,” said Ann Lee.")][..]);
    let herald = ("herald", &[(NOON, "“Nobody asked the miners about the pumps,” said Rod Hale.")][..]);
    check_conflicts(&[post, herald], &[("source", ConflictState::Open)]);
    let other = ("herald", &[(NOON, "“Nobody asked the fishermen about the quay,” said Rod Hale.")][..]);
    check_conflicts(&[post, other], &[]);
}

#[test]
fn the_same_words_of_two_namesakes_differ() {
    let of = |name: &str| format!("“Nobody asked the miners about the pumps,” said {name}.");
    let (ann, john, lee) = (of("Ann Lee"), of("John Lee"), of("Lee"));
    let post = ("post", &[(NOON, ann.as_str())][..]);
    check_conflicts(&[post, ("herald", &[(NOON, john.as_str())])], &[("source", ConflictState::Open)]);
    check_conflicts(&[post, ("herald", &[(NOON, lee.as_str())])], &[]);
    // An article that first gave them to the one and now gives them to the other.
    check_conflicts(&[("post", &[(NOON, &ann), (EVENING, &john)])], &[("source", ConflictState::Past)]);
    check_conflicts(&[("post", &[(NOON, &ann), (EVENING, &of("Ann Leo"))])], &[]);
    check_conflicts(&[("post", &[(NOON, &lee), (EVENING, &ann)])], &[]);
}

#[test]
fn one_and_several_of_a_thing_are_counts_of_one_topic() {
    // "One bridge", "one boat" and "one tower" are not read as figures, so their counts are not compared.
    let nouns = ["ship", "worker", "house", "employee", "vehicle", "church"];
    for noun in nouns {
        let plural = match noun {
            "church" => "churches".to_owned(),
            noun => format!("{noun}s"),
        };
        let one = format!("One {noun} was lost in the flood at Harrow on Monday.");
        let several = format!("Nine {plural} were lost in the flood at Harrow on Monday.");
        let found = timeline(&[("post", &[(NOON, &one)]), ("herald", &[(NOON, &several)])]).conflicts;
        let shown: Vec<_> = found.iter().map(|conflict| (conflict.kind.as_str(), conflict.state)).collect();
        assert_eq!(shown, [("figure", ConflictState::Open)], "{noun}: {found:#?}");
    }
}

#[test]
fn two_amounts_in_nearly_the_same_sentence_differ() {
    let post = ("post", &[(NOON, "The council will spend £3m on repairs to the Harrow bridge.")][..]);
    let herald = ("herald", &[(NOON, "The council will spend £5m on repairs to the Harrow bridge.")][..]);
    check_conflicts(&[post, herald], &[("figure", ConflictState::Open)]);
    let other = ("herald", &[(NOON, "The council will spend £5m on new buses for schools.")][..]);
    check_conflicts(&[post, other], &[]);
}

#[test]
fn two_reasons_side_by_side_differ() {
    let text = "The minister stayed away from the summit. The ministry blamed “technical problems.” \
                Two officials said the minister stayed away because he had not been invited.";
    check_conflicts(&[("post", &[(NOON, text)])], &[("statement", ConflictState::Open)]);
    let one = "The minister stayed away. Two officials said the minister stayed away because he had not been invited.";
    check_conflicts(&[("post", &[(NOON, one)])], &[]);
}

#[test]
fn a_count_of_those_who_do_it_is_of_what_happened() {
    let status = |old, new| {
        let versions = [(NOON, old), ("2024-06-04T18:00:00Z", new)];
        timeline(&[("post", &versions)]).entries[0].status
    };
    let homes = ["About 200 homes lost power on Monday.", "About 900 homes lost power on Monday."];
    assert_eq!(status(homes[0], homes[1]), Status::Revised);
    let aboard =
        ["A plane with 214 people aboard crashed on Monday.", "A plane with 236 people aboard crashed on Monday."];
    assert_eq!(status(aboard[0], aboard[1]), Status::Reported);
}

#[test]
fn two_causes_of_one_thing_differ() {
    let post = ("post", &[(NOON, "The fire at Ross Mill was started by a lamp, the fire brigade said.")][..]);
    let herald =
        ("herald", &[(NOON, "The Ross Mill fire was caused by an electrical fault, the fire brigade said.")][..]);
    check_conflicts(&[post, herald], &[("statement", ConflictState::Open)]);
    let same = ("herald", &[(NOON, "The Ross Mill fire was caused by an oil lamp, the fire brigade said.")][..]);
    check_conflicts(&[post, same], &[]);
    let other = ("herald", &[(NOON, "The delays at Hull were caused by an electrical fault, the railway said.")][..]);
    check_conflicts(&[post, other], &[]);
    // The roads at the mill are not the fire at the mill.
    let beside = "The Ross Mill road closures were caused by an electrical fault, the council said.";
    check_conflicts(&[post, ("mail", &[(NOON, beside)][..])], &[]);
    let denied = "The owner denied that the Ross Mill fire was caused by an electrical fault.";
    check_conflicts(&[post, ("mail", &[(NOON, denied)][..])], &[]);
}

#[test]
fn one_disagreement_on_a_cause_is_one_conflict() {
    let fault = "The outage at Dale Hospital was caused by a faulty cable, engineers said.";
    let storm = "The Dale Hospital outage was caused by lightning, the council said.";
    let articles = [("post", fault), ("herald", storm), ("mail", fault), ("wire", storm)];
    let told = articles.map(|(name, words)| (name, [(NOON, words)]));
    let told: Vec<(&str, &[(&str, &str)])> = told.iter().map(|(name, versions)| (*name, &versions[..])).collect();
    check_conflicts(&told, &[("statement", ConflictState::Open)]);
}

#[test]
fn what_is_decided_here_and_open_there_differs() {
    let post = ("post", &[(NOON, "The council will close the baths in September.")][..]);
    let herald = ("herald", &[(NOON, "The budget includes a review of the baths, subject to consultation.")][..]);
    check_conflicts(&[post, herald], &[("certainty", ConflictState::Open)]);
    let other = ("herald", &[(NOON, "The budget includes a review of parking fees, subject to consultation.")][..]);
    check_conflicts(&[post, other], &[]);
}

#[test]
fn order_words_put_events_of_one_day_in_order() {
    let text = "The bridge collapsed on Monday. Earlier on Monday, police closed the road. \
                Hours later, on Monday, divers found the driver.";
    let entries = timeline(&[("post", &[(NOON, text)])]).entries;
    let order: Vec<_> = entries.iter().map(|entry| entry.text.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(order, ["Earlier", "The", "Hours"]);
}

#[test]
fn words_that_one_outlet_dates_and_another_does_not_are_one_entry() {
    let post = ("post", &[(NOON, "“We failed the families of Harrow badly,” Ann Lee said on Monday.")][..]);
    let herald = ("herald", &[(EVENING, "“We failed the families of Harrow badly,” said Ann Lee.")][..]);
    let found = timeline(&[herald, post]);
    assert_eq!((found.entries.len(), found.undated.len()), (1, 0), "{found:#?}");
    assert_eq!(found.entries[0].outlets, 2);
}

#[test]
fn a_passenger_who_gives_a_name_goes_on_speaking_under_it() {
    let text = "Capt. Rod Hale led the search. “We heard a bang,” said a passenger who gave her name only as Mia.\n\n\
                “There was no alarm,” she said on Monday.";
    let found = timeline(&[("post", &[(NOON, text)])]);
    let speakers: Vec<_> =
        found.entries.iter().chain(&found.undated).filter_map(|entry| entry.speaker.clone()).collect();
    assert_eq!(speakers, ["Mia", "Mia"]);
}

#[test]
fn a_role_before_a_name_does_not_hide_it() {
    let text = "Leader of the Council, Councillor Ann Lee, said on Monday: “The bridge in Harrow was never safe.”";
    let found = timeline(&[("post", &[(NOON, text)])]);
    assert_eq!(found.entries[0].speaker.as_deref(), Some("Ann Lee"), "{found:#?}");
    assert_eq!(found.entries.len(), 1);
}

#[test]
fn a_story_without_dates_invents_none() {
    let found =
        timeline(&[("post", &[("", "The bridge collapsed yesterday."), ("", "The bridge collapsed on 2 June 2024.")])]);
    let whens: Vec<_> = found.entries.iter().map(|entry| entry.when.clone().unwrap().to_string()).collect();
    assert_eq!(whens, ["2024-06-02"]);
    assert!(found.undated.iter().all(|entry| entry.latest.is_none()));
    assert_eq!(found.notes.len(), 1);
}

#[test]
fn clocks_hours_apart_are_told_as_they_stand() {
    // 23:30 in New York is 03:30 of the next day in UTC: one moment, one entry's day by the story's zone.
    let post = ("post", &[("2024-06-03T23:30:00-04:00", "The bridge in Harrow collapsed on 2 June 2024.")][..]);
    let herald = ("herald", &[("2024-06-04T03:00:00Z", "The bridge in Harrow collapsed on 2 June 2024.")][..]);
    let found = timeline(&[post, herald]);
    assert_eq!(found.entries.len(), 1);
    assert_eq!(found.entries[0].first_reported.as_ref().unwrap().article, "herald/1");
}

#[test]
fn a_version_dated_back_before_all_others_is_read_by_its_own_date() {
    let versions = [
        (NOON, "The bridge collapsed on 2 June 2024."),
        ("1970-01-01T00:00:00Z", "The bridge collapsed on 2 June 2024."),
    ];
    let found = timeline(&[("post", &versions)]);
    // Read in 1970 the collapse lies ahead, so it may stand as a plan beside the event; no other date comes of it.
    assert!(found.entries.iter().all(|entry| entry.when.as_ref().is_some_and(|when| when.as_str() == "2024-06-02")));
    assert!(found.entries.iter().any(|entry| entry.kind == EntryKind::Event), "{found:#?}");
    assert!(found.undated.is_empty());
}

#[test]
fn one_article_under_two_addresses_is_one_outlet() {
    let text = &[(NOON, "The bridge in Harrow collapsed on 2 June 2024.")][..];
    let mut story = articles(&[("post", text), ("post", text)]);
    story[1].id = "post/2".to_owned();
    let found = assemble(&story, Tz::UTC, &TimelineQuery::default());
    assert_eq!(found.entries.len(), 1);
    assert_eq!((found.entries[0].outlets, found.entries[0].evidence.len()), (1, 2));
}

#[test]
fn a_story_of_one_sentence_is_a_timeline_of_one_entry() {
    let found = timeline(&[("post", &[(NOON, "The bridge collapsed on Monday.")])]);
    assert_eq!((found.entries.len(), found.undated.len(), found.conflicts.len()), (1, 0, 0));
    assert_eq!(found.entries[0].kind, EntryKind::Event);
}

#[test]
fn ten_thousand_versions_of_one_article_are_one_history() {
    let versions = [
        gathered(NOON, "Seven people were killed in Harrow on Monday."),
        gathered(NOON, "Eight people were killed in Harrow on Monday."),
    ];
    let mut track = ArticleTrack::new("post/1", "post");
    (0..10_000).for_each(|at| track.extend(&versions[at % 2]));
    let found =
        EventClusters::new(vec![track], Tz::UTC, crate::model::Clock::Captured).timeline(&TimelineQuery::default());
    assert_eq!(found.entries.len(), 1);
    assert_eq!((found.entries[0].evidence.len(), found.entries[0].history.len()), (10_000, 9_999));
}

#[test]
fn what_was_hedged_and_is_then_stated_is_one_entry() {
    let versions = [
        (NOON, "The minister may have signed the order, officials said. The hall was full."),
        (EVENING, "The minister signed the order on Monday, officials said. The hall was full."),
    ];
    let told = timeline(&[("herald", &versions)]);
    let signed: Vec<_> =
        told.entries.iter().chain(&told.undated).filter(|entry| entry.text.contains("signed")).collect();
    assert_eq!(signed.len(), 1, "{signed:#?}");
    assert_eq!((signed[0].status, signed[0].date.is_some()), (crate::model::Status::Revised, true));
    assert!(signed[0].history.iter().any(|item| item.kind == crate::model::ChangeKind::Certainty));
}

#[test]
fn what_came_later_than_a_dated_event_did_not_come_before_it() {
    let text = "The bridge at Harrow collapsed on Monday. Hours later police arrested the owner of the lorry.";
    let told = timeline(&[("herald", &[(NOON, text)])]);
    let bounds: Vec<_> = told.undated.iter().map(|entry| (entry.earliest.clone(), entry.latest.clone())).collect();
    let day = |text: &str| crate::model::Edtf::new(text).ok();
    assert_eq!(bounds, [(day("2024-06-03"), day("2024-06-04"))], "{:#?}", told.undated);
}

#[test]
fn an_end_is_no_day_and_what_lies_ahead_has_not_happened() {
    let shown = |text: &str| {
        let told = timeline(&[("herald", &[(NOON, text)])]);
        let line = |entry: &crate::model::TimelineEntry| (entry.when.as_ref().map(ToString::to_string), entry.kind);
        told.entries.iter().chain(&told.undated).map(line).collect::<Vec<_>>()
    };
    assert_eq!(shown("The airline cancelled all flights until Wednesday."), [(None, EntryKind::Event)]);
    let put_off = shown("The vote was put off until 12 June.");
    assert!(put_off.contains(&(Some("2024-06-12".to_owned()), EntryKind::Planned)), "{put_off:?}");
    assert!(!put_off.contains(&(Some("2024-06-12".to_owned()), EntryKind::Event)), "{put_off:?}");
}

#[test]
fn two_things_told_by_one_hospital_are_two_entries() {
    let text = "Five men died on Monday, St Anne's Hospital in Dorley said. \
                Three nurses fell ill on Monday, St Anne's Hospital in Dorley said.";
    let told = timeline(&[("herald", &[(NOON, text)])]);
    let texts: Vec<_> = told.entries.iter().map(|entry| entry.text.as_str()).collect();
    assert!(texts.iter().any(|text| text.starts_with("Five")), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("Three")), "{texts:?}");
}

#[test]
fn a_toll_that_is_dated_later_is_the_same_entry() {
    let versions = [
        (NOON, "A wall fell on a market in Dorley. Five people have died, the mayor said."),
        (EVENING, "A wall fell on a market in Dorley. Eight people have died on Monday, the mayor said."),
    ];
    let told = timeline(&[("herald", &versions)]);
    let died: Vec<_> = told.entries.iter().chain(&told.undated).filter(|entry| entry.text.contains("died")).collect();
    assert_eq!(died.len(), 1, "{died:#?}");
    assert_eq!(died[0].status, crate::model::Status::Revised);
}

#[test]
fn what_another_outlet_tells_stands_in_the_history_only_while_both_stand() {
    let differs = |herald: &[(&str, &str)]| {
        let post = ("post", &[(NOON, "Three Green councillors walked out of the hall on Monday.")][..]);
        let told = timeline(&[post, ("herald", herald)]);
        let entries = told.entries.into_iter().chain(told.undated);
        let items = entries.flat_map(|entry| entry.history).filter(|item| item.differs);
        items.map(|item| (item.article, item.before.unwrap_or_default(), item.after.unwrap_or_default())).collect()
    };
    let two = (NOON, "Two Green councillors walked out of the hall on Monday.");
    let three = (EVENING, "Three Green councillors walked out of the hall on Monday.");
    let open: Vec<(String, String, String)> = differs(&[two]);
    let words = |article: &str, mine: &str, theirs: &str| (article.to_owned(), mine.to_owned(), theirs.to_owned());
    assert!(
        open.contains(&words("herald/1", "Three", "Two")) || open.contains(&words("post/1", "Two", "Three")),
        "{open:?}"
    );
    assert_eq!(differs(&[two, three]), []);
}

#[test]
fn what_is_recalled_from_afar_keeps_its_day_and_a_speaker_named_later_is_the_same() {
    let versions = [
        (NOON, "A former director of a dredging firm told the court on Monday that he handed the mayor cash."),
        (
            "2024-07-20T12:00:00Z",
            "A former director of the firm, Rod Hale, told the court in June that he handed the mayor cash.",
        ),
    ];
    let told = timeline(&[("herald", &versions)]);
    let shown: Vec<_> =
        told.entries.iter().map(|entry| (entry.when.as_ref().unwrap().as_str(), entry.status)).collect();
    assert_eq!(shown, [("2024-06-03", crate::model::Status::Reported)], "{:#?}", told.entries);
}

#[test]
fn an_opening_that_recalls_an_event_is_the_sentence_of_its_own_news() {
    let first = "Five people were killed when a quarry face collapsed at Carrow on 2 June 2024.";
    let then = "A foreman was charged on 4 June 2024 over the collapse of a quarry face that killed five people at Carrow on 2 June 2024.";
    let story = [("post", &[("2024-06-02T12:00:00Z", first), (EVENING, then)][..])];
    let told: Vec<_> =
        timeline(&story).entries.into_iter().map(|entry| (entry.when.unwrap().to_string(), entry.text)).collect();
    assert_eq!(told, [("2024-06-02".to_owned(), first.to_owned()), ("2024-06-04".to_owned(), then.to_owned())]);
}

#[test]
fn what_was_agreed_on_a_day_was_not_done_on_it() {
    let story = [("post", &[(EVENING, "The mill agreed on 3 June 2024 to be sold to its rival in Corfe.")][..])];
    let kinds: Vec<_> = timeline(&story).entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [EntryKind::Event]);
}

#[test]
fn a_digest_keeps_the_best_sentence_for_the_day_that_it_names() {
    let late = "Nine people died after a bridge fell at Carrow on 1 June 2024. An inquiry into the disaster was opened on 4 June 2024 by the council.";
    let early = "A bridge fell at Carrow on 1 June 2024, the council said. Boats searched the river on 1 June 2024 for nine people.";
    let story = [("post", &[(EVENING, late)][..]), ("herald", &[("2024-06-02T08:00:00Z", early)][..])];
    let query = TimelineQuery { dates: Some(3), sentences: 1, ..TimelineQuery::default() };
    let digest = assemble(&articles(&story), Tz::UTC, &query);
    let of = |day: &str| {
        digest.entries.iter().find(|entry| entry.date.unwrap().to_string() == day).map(|entry| entry.text.as_str())
    };
    assert!(of("2024-06-04").is_some_and(|text| text.starts_with("An inquiry")), "{digest:#?}");
    assert!(of("2024-06-01").is_some_and(|text| text.contains("1 June 2024")), "{digest:#?}");
}

#[test]
fn what_is_no_clause_keeps_its_verb_and_nobody_says_it_twice() {
    let text = "Mr Shaw declined to say how many workers were missing. Mr Shaw urged the public to stay away. The company denied that it had been warned of cracks.";
    let told = gathered(EVENING, text);
    let all = told.mentions.iter().chain(&told.unlisted_statements).filter_map(|mention| mention.statement.as_ref());
    let contents: Vec<&str> = all.map(|said| said.content.as_str()).collect();
    let want = [
        "declined to say how many workers were missing",
        "urged the public to stay away",
        "that it had been warned of cracks",
    ];
    assert_eq!(contents, want);
}

#[test]
fn news_in_the_place_of_older_news_is_an_entry_of_its_own() {
    let bids = "Rival Cluster offered on Monday to buy Larch Foods, paying 28 percent over Friday's closing price.";
    let agrees = "Larch Foods agreed on Friday to be bought by Rival Cluster, paying 28 percent over Monday's close.";
    let versions = [("2024-06-03T08:00:00Z", bids), ("2024-06-07T08:00:00Z", agrees)];
    let entries = timeline(&[("post", &versions)]).entries;
    let shown: Vec<_> = entries.iter().map(|entry| (entry.date.unwrap().to_string(), entry.status)).collect();
    let want = [("2024-06-03".to_owned(), Status::Withdrawn), ("2024-06-07".to_owned(), Status::Reported)];
    assert_eq!(shown, want, "{entries:#?}");
    assert!(entries.iter().all(|entry| entry.history.is_empty()));
    // What lay before the old version was written may be the same event, dated otherwise.
    let moved = "Rival Cluster offered on Sunday to buy Larch Foods, paying 28 percent over Friday's closing price.";
    let entries = timeline(&[("post", &[versions[0], ("2024-06-07T08:00:00Z", moved)])]).entries;
    assert_eq!((entries.len(), entries[0].status), (1, Status::Revised), "{entries:#?}");
}
