//! Tries that accounts which exclude each other are found, whatever the field, and that others are left alone.

use super::story_tests::{NOON, ToldArticle, timeline};

fn differ(one: &str, other: &str) -> bool {
    let (one, other) = ([(NOON, one)], [(NOON, other)]);
    let story: [ToldArticle<'_>; 2] = [("post", &one), ("herald", &other)];
    !timeline(&story).conflicts.is_empty()
}

#[test]
fn what_one_asserts_and_another_denies_is_a_conflict() {
    for (one, other) in [
        ("Alan Pike was found guilty of fraud on Monday.", "Alan Pike was acquitted of fraud on Monday."),
        (
            "The ward had been cleaned twice a day, the trust said.",
            "The ward had not been cleaned for a week, nurses said.",
        ),
        ("No patient has died, the trust said.", "One patient has died, a relative said."),
        ("The road over the Furka Pass is closed.", "The road over the Furka Pass is open."),
        (
            "The firm denied that its water was untreated.",
            "The firm's water had not been treated since May, inspectors said.",
        ),
        ("The bridge is safe, engineers said.", "The bridge is unsafe, a union said."),
        (
            "The company denied that it had ignored warnings.",
            "Workers said the company had ignored warnings for years.",
        ),
        ("The council has approved the stadium plan.", "The stadium plan has been rejected by the council."),
        ("The alarm had not gone off, the director said.", "The alarm went off at 2.40am, the security firm said."),
        ("The minister will resign over the loan.", "The minister will not resign over the loan."),
        ("The ferry was damaged in the storm.", "The ferry was undamaged after the storm."),
        ("Workers accepted the offer of 4 per cent.", "Workers rejected the offer of 4 per cent."),
        ("Hull sued Leeds over the transfer.", "Leeds sued Hull over the transfer."),
        ("Ann Lee won the mayoral election.", "Rod Hale won the mayoral election."),
    ] {
        assert!(differ(one, other), "{one} / {other}");
    }
}

#[test]
fn one_event_at_two_places_is_a_conflict() {
    for (one, other) in [
        ("Police arrested a 34-year-old man in Ghent on Monday.", "A man of 34 was arrested in Bruges on Monday."),
        ("The storm made landfall near Gopalpur on Monday.", "The storm came ashore near Sonapur on Monday."),
    ] {
        assert!(differ(one, other), "{one} / {other}");
    }
    assert!(!differ("Two boats were found in Lom. One boat was found in Bodin.", "Two boats were found in Bodin."));
}

#[test]
fn what_may_both_be_so_is_no_conflict() {
    for (one, other) in [
        ("The road was closed on 27 May.", "The road was opened on 4 June."),
        ("Rescuers asked for help.", "Rescuers have not asked for the army."),
        ("Hale signed the deal.", "Poe did not sign the deal."),
        ("No knife had been found, police said.", "The suspect never carried a knife, his mother said."),
        ("“We did not release any acid,” said Eva Rhys.", "Borel denied that it had released acid."),
        ("Okun's campaign sued over the ballots.", "Okun did not plan to sue over the machines."),
        ("Caoimhe attended every class except the last.", "Caoimhe missed her last class."),
        ("The council approved the plan.", "The council may reject the plan."),
        ("If the board rejects the bid, shares will fall.", "The board accepted the bid."),
        ("Rovers met United on Monday.", "United met Rovers on Monday."),
        ("The plant will not close.", "The plant closed for a week in 2019."),
    ] {
        assert!(!differ(one, other), "{one} / {other}");
    }
}

#[test]
fn two_times_of_one_event_are_a_conflict_also_where_one_names_it_by_a_noun() {
    for (one, other) in [
        ("The tram derailed at 8.10am on Monday.", "Police put the time of the derailment at 8.25am on Monday."),
        (
            "Bus drivers in Carrow went on strike at 4am on Monday.",
            "The strike of Carrow bus drivers began at 6am on Monday.",
        ),
        ("The laboratory results are due on Wednesday.", "Results from the laboratory are expected on Thursday."),
        (
            "The wreck of the missing Cessna was found near Lom on Monday.",
            "The wreck of a Cessna was discovered near Lom on Sunday.",
        ),
    ] {
        assert!(differ(one, other), "{one} / {other}");
    }
    let pulled_out = "Carla Reyes pulled out of a meeting in Oslo on Sunday.";
    assert!(!differ(pulled_out, "Ministers were to meet in Oslo on Monday, but the talks were left to officials."));
    assert!(!differ("The hearing began at 10am on Monday.", "The march began at 11am on Monday."));
}

#[test]
fn two_ages_of_one_person_and_two_bare_tolls_are_conflicts() {
    assert!(differ("A 25-year-old man was stabbed in Hill Street.", "A 27-year-old man was stabbed in Hill Street."));
    assert!(!differ("A 25-year-old man was stabbed in Hill Street.", "A 47-year-old man was stabbed in Hill Street."));
    assert!(differ(
        "Seventeen people were injured, the ambulance service said.",
        "Nineteen people were injured, according to the hospital."
    ));
    let two_counts = "Nineteen people were injured. In the fog of 2011, seventeen people were injured.";
    assert!(!differ("Seventeen people were injured, the ambulance service said.", two_counts));
}
