//! Tries every row and word of the tables by which slots are read.

use super::attributions_table::SHELLS;
use super::conditions_table::SIGNS;
use super::directions_table::DIRECTIONS;
use super::event_order_table::CONNECTIVES;
use super::findings_table::{FINDERS, STRENGTHS};
use super::place_relations_table::{RELATIONS as PLACES, STANDS};
use super::polarity_table::PARTLY_NEGATIVE;
use super::quantifiers_table::{PAIR_WORDS, QUANTIFIERS};
use super::shares_table::{EACH, TOGETHER};
use super::slot_rules_table::SLOT_RULES;
use super::time_relations_table::RELATIONS;
use crate::diff::facets::polarity_table::LIMITS;
use crate::text::rule_table::{needless_rows, needless_words};

/// Returns whether the rule of this name finds that an old and a new text contradict each other.
fn contradicts(why: &str, old: &str, new: &str) -> bool {
    let rule = SLOT_RULES.iter().find(|rule| rule.why == why).expect("the rule is there");
    super::tests::contradicts(rule, old, new)
}

#[test]
fn every_word_before_a_time_contradicts_in_its_example() {
    assert!(RELATIONS.is_sorted_by_key(|row| row.word));
    let is_found = |(old, new)| contradicts("time-relation-replaced", old, new);
    let unfound: Vec<_> =
        RELATIONS.iter().filter(|row| !is_found(row.example)).map(|row| (row.word, row.relation)).collect();
    assert_eq!(unfound, []);
    let needless = needless_rows(RELATIONS, |row| is_found(row.example));
    assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.word).collect::<Vec<_>>());
}

#[test]
fn every_quantifier_contradicts_another_class_and_none_of_its_own() {
    assert!(QUANTIFIERS.is_sorted());
    let others = [
        ("some", "Officials found that some flats have alarms."),
        ("all", "Officials found that all flats have alarms."),
    ];
    let is_found = |(_, class, old): &(&str, &str, &str)| {
        others.map(|(other, new)| (other == *class) != contradicts("quantifier-replaced", old, new))
    };
    let wrong: Vec<_> = QUANTIFIERS.iter().filter(|row| is_found(row) != [true; 2]).map(|row| row.0).collect();
    assert_eq!(wrong, [""; 0]);
    let needless = needless_rows(QUANTIFIERS, is_found);
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn one_of_two_things_is_not_both() {
    assert!(PAIR_WORDS.is_sorted());
    let [both, one] = [0, 1].map(|at| PAIR_WORDS[at].2);
    let is_found = |_: &(&str, &str, &str)| contradicts("quantifier-replaced", both, one);
    assert!(is_found(&PAIR_WORDS[0]) && !contradicts("quantifier-replaced", both, "Most flats have an alarm."));
    let needless = needless_rows(PAIR_WORDS, is_found);
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn every_connective_orders_two_events() {
    assert!(CONNECTIVES.is_sorted());
    let is_found = |(_, is_in_order, old): &(&str, bool, &str)| {
        let new = if *is_in_order { "after" } else { "before" };
        let new = format!("Protesters threw stones {new} police used gas.");
        contradicts("order-of-events", old, &new)
    };
    for row in CONNECTIVES {
        assert!(is_found(row), "{}", row.0);
    }
    let needless = needless_rows(CONNECTIVES, is_found);
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn every_verb_and_noun_of_findings_decides() {
    assert!(STRENGTHS.is_sorted() && FINDERS.is_sorted());
    let is_found = |(verb, strength): &(&str, &str)| {
        let other = if *strength == "hint" { "prove" } else { "suggest" };
        let text = |verb: &str| format!("The studies {verb} that the mill leaked.");
        contradicts("strength-of-finding-replaced", &text(verb), &text(other))
    };
    for row in STRENGTHS {
        assert!(is_found(row), "{}", row.0);
    }
    let needless = needless_rows(STRENGTHS, is_found);
    assert!(needless.is_empty(), "{needless:?}");
    let frames = [
        "The {} suggested that the mill leaked.",
        "The {} of the mill suggested that it leaked.",
        "It was suggested by the {} that the mill leaked.",
    ];
    let needless = needless_words(FINDERS, &frames, |old| {
        contradicts("strength-of-finding-replaced", old, &old.replace("suggested", "proved"))
    });
    assert_eq!(needless, [""; 0]);
}

#[test]
fn every_sign_of_dependence_takes_back_a_contradiction() {
    assert!(SIGNS.is_sorted());
    let plain = "The firm would sell the ships. The word {} was read.";
    let conditional = "Unless prices rise, the firm would sell the ships.";
    assert!(contradicts("condition-replaced", &plain.replace("{}", "ship"), conditional));
    let needless = needless_words(SIGNS, &[plain, "The firm would sell the ships. It said {}."], |old| {
        contradicts("condition-replaced", old, conditional)
    });
    assert_eq!(needless, [""; 0]);
}

#[test]
fn every_word_for_an_unnamed_source_is_left_out() {
    assert!(SHELLS.is_sorted());
    let frames = [
        "A worn valve caused the leak in the mill, her {} said.",
        "A worn valve caused the leak in the mill, the {}s said.",
    ];
    let new = "A worn valve caused the leak in the mill, a plumber said.";
    assert!(contradicts("source-replaced", &frames[0].replace("{}", "aunt"), new));
    let needless = needless_words(SHELLS, &frames, |old| contradicts("source-replaced", old, new));
    assert_eq!(needless, [""; 0]);
}

#[test]
fn every_direction_contradicts_the_other() {
    assert!(DIRECTIONS.is_sorted());
    let frames = [
        "Sales of beer {} 3% in May.",
        "Sales of beer were {} 3% in May.",
        "Sales of beer were 3% {} in May.",
        "In May there was a {} of 3% in sales of beer.",
        "The brewery saw beer {} by 3% in sales in May.",
    ];
    let is_found = |(word, direction): &(&str, &str)| {
        let new =
            if *direction == "up" { "In May sales of beer fell by 3%." } else { "In May sales of beer rose by 3%." };
        frames.map(|frame| contradicts("direction-replaced", &frame.replace("{}", word), new))
    };
    let needless = needless_rows(DIRECTIONS, is_found);
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn every_preposition_contradicts_the_one_of_the_other_side() {
    let is_found = |row: &super::place_relations_table::PlaceRelation| {
        contradicts("relation-to-a-place-replaced", row.example.0, row.example.1)
    };
    let unfound: Vec<_> = PLACES.iter().filter(|row| !is_found(row)).map(|row| row.preposition).collect();
    assert_eq!(unfound, [""; 0]);
    assert!(needless_rows(PLACES, is_found).is_empty());
    assert!(STANDS.is_sorted());
    let frames = ["Three men {} for the road.", "There was a {} for the road of three men."];
    let needless = needless_words(STANDS, &frames, |old| {
        contradicts("relation-to-a-place-replaced", old, &old.replace(" for ", " against "))
    });
    assert_eq!(needless, [""; 0]);
}

#[test]
fn every_limit_and_every_partly_negative_word_takes_back_a_denial() {
    assert!(LIMITS.is_sorted() && PARTLY_NEGATIVE.is_sorted());
    let old = "The farms were not flooded as the dam in Delby broke.";
    let frames =
        ["The farms were flooded {} the dam in Delby broke.", "{} the farms were flooded as the dam in Delby broke."];
    assert!(contradicts("denial-replaced", old, &frames[1].replace("{} ", "")));
    for list in [LIMITS, PARTLY_NEGATIVE] {
        let needless = needless_words(list, &frames, |new| contradicts("denial-replaced", old, new));
        assert_eq!(needless, [""; 0]);
    }
}

#[test]
fn every_word_of_a_share_contradicts_the_other_share() {
    assert!(EACH.is_sorted() && TOGETHER.is_sorted());
    let frames = ["The two farms in Delby got $4,000 {}.", "The two farms in Delby got a {} of $4,000."];
    for (list, other) in [(EACH, "in all"), (TOGETHER, "each")] {
        let new = format!("In Delby two farms got $4,000 {other}.");
        let needless = needless_words(list, &frames, |old| contradicts("share-replaced", old, &new));
        assert_eq!(needless, [""; 0]);
    }
}
