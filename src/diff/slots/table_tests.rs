//! Tries every row and word of the tables by which slots are read.

use super::attributions_table::SHELLS;
use super::conditions_table::SIGNS;
use super::event_order_table::CONNECTIVES;
use super::findings_table::{FINDERS, STRENGTHS};
use super::quantifiers_table::QUANTIFIERS;
use super::slot_rules_table::SLOT_RULES;
use super::stages_table::LIGHT;
use super::time_relations_table::RELATIONS;
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
fn every_verb_whose_stage_tells_nothing_is_left_out() {
    assert!(LIGHT.is_sorted());
    let is_found = |(verb, participle): &(&str, &str)| {
        let (old, new) = (format!("Divers may {verb} the boat."), format!("Divers have {participle} the boat."));
        contradicts("stage-replaced", &old, &new)
    };
    assert!(is_found(&("lift", "lifted")));
    let needless = needless_rows(LIGHT, is_found);
    assert!(needless.is_empty(), "{needless:?}");
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
