//! Tries every row and word of the tables by which figures are read.

use super::bounds_table::{AFTER, BEFORE};
use super::counted_table::{
    BEFORE_FATE, BROUGHT, DEADLY_ENDS, FATES, FATES_BEHIND, NO_PLURALS, OTHER_PLURALS, PARENTS, PEOPLE, STOPS,
    TOLL_MOVES,
};
use super::labels_table::{
    AFTER_HALF, AFTER_ORDINAL, AFTER_RANGE, AFTER_TWO, AFTER_ZERO, BEFORE_HALF, BEFORE_LABELS, BEFORE_ORDINAL, CALLS,
    CLOCK_WORDS, CONTEST_WORDS, COUNTS_OF_ONE, EMERGENCY, EMERGENCY_CALLS, MOVES, NAMED_HALVES, NOT_AFTER_ONE,
    NOT_BEFORE_ONE, NUMBER_SIGNS, POUNDS_OF_MONEY, STREETS, TIME_UNITS,
};
use crate::model::{Bound, Figure};
use crate::text::rule_table::{needless_rows, needless_words};

fn figures_of(text: &str) -> Vec<Figure> {
    super::figures_in(&crate::text::read(text), &[])
}

#[track_caller]
fn check_needed(list: &'static [&'static str], frames: &[&str]) {
    assert_eq!(list.windows(2).find(|pair| pair[0] >= pair[1]), None, "unsorted");
    assert_eq!(needless_words(list, frames, figures_of), [""; 0], "in {frames:?}");
}

#[test]
fn every_row_bounds_its_own_example() {
    for row in BEFORE.iter().chain(AFTER) {
        let figures = figures_of(row.example);
        let bounds: Vec<Bound> = figures.iter().map(|figure| figure.bound).collect();
        assert!(bounds.contains(&row.bound), "{:?}: {figures:?}", row.example);
        let spans = figures.iter().map(|figure| figure.span.of(row.example).to_lowercase());
        assert!(spans.into_iter().any(|words| words.contains(row.words)), "{:?}: {figures:?}", row.example);
    }
    for table in [BEFORE, AFTER] {
        let needless = needless_rows(table, |row| figures_of(row.example));
        assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.words).collect::<Vec<_>>());
    }
}

#[test]
fn every_word_of_the_labels_decides_in_a_frame_of_its_list() {
    check_needed(BEFORE_LABELS, &["They came to {} 4.", "They came to {} four.", "It was {} zero."]);
    check_needed(
        TIME_UNITS,
        &["It took 12 {}.", "It lasted half a {}.", "It began in the 5th {}.", "It closed at 12 {}."],
    );
    check_needed(CALLS, &["Witnesses should {} 4410 for help.", "The {} 4410 is open."]);
    check_needed(EMERGENCY, &["A {} caller saw smoke.", "The {} operator was told."]);
    check_needed(EMERGENCY_CALLS, &["A 911 {} was made.", "All 911 {} were taped."]);
    check_needed(CLOCK_WORDS, &["It closed at 7 {}.", "It closed at 7{}.", "It closed at seven {}."]);
    check_needed(STREETS, &["She lives at 10 Mill {Word} now."]);
    check_needed(COUNTS_OF_ONE, &["Police found one {} there.", "They lost one {}.", "They had one old {}."]);
    check_needed(NOT_BEFORE_ONE, &["They chose {} one person.", "They chose {} one dead."]);
    check_needed(NOT_AFTER_ONE, &["They chose one {} person.", "At least one {} person.", "Only one {} it."]);
    check_needed(AFTER_ORDINAL, &["It was the third {}.", "It was the 3rd {}."]);
    check_needed(BEFORE_ORDINAL, &["They saw {} third blast.", "He {} third."]);
    check_needed(AFTER_ZERO, &["It was zero {}.", "There were zero {} there."]);
    check_needed(AFTER_TWO, &["It is a two-{} road.", "It is a two {}.", "It is two {} there."]);
    check_needed(NAMED_HALVES, &["The {} half of it was lost.", "The {} half was lost."]);
    check_needed(
        AFTER_HALF,
        &["Half {} boats sank.", "Half {} lost.", "They lost half {} boats.", "They lost half {} it."],
    );
    check_needed(
        BEFORE_HALF,
        &[
            "It was cut {} half yesterday.",
            "It was cut {} half when they left.",
            "It was cut {} half.",
            "They lost {} half yesterday.",
            "They lost {} half a boat.",
            "They won {} half there.",
        ],
    );
    check_needed(NUMBER_SIGNS, &["It is {}. 10.", "See {}. 10 there."]);
    check_needed(AFTER_RANGE, &["They chose 12-10 {} there.", "The side won 12-10 {} there."]);
    check_needed(POUNDS_OF_MONEY, &["They lost 12 pounds of {} there."]);
    check_needed(MOVES, &["It {} $2 to $5.", "It {} 2 to 5 there."]);
    check_needed(CONTEST_WORDS, &["The side {} 1-2.", "It was a {} of 1-2.", "It was a {} of 48 to 52."]);
}

#[test]
fn every_word_of_what_is_counted_decides_in_a_frame_of_its_list() {
    check_needed(
        PEOPLE,
        &["There were 12 {} there.", "One {} was there.", "They saw one {} there.", "Half of the {} fled."],
    );
    check_needed(OTHER_PLURALS, &["There were 12 {} there."]);
    check_needed(
        NO_PLURALS,
        &[
            "There were 12 {} there.",
            "There were 12 {} boats there.",
            "Witnesses should call 4410 {} there.",
            "The side won 3-2 {} there.",
            "It was in 2019 {} there.",
        ],
    );
    check_needed(STOPS, &["There were 12 {} boats there.", "There were 12 {} old boats there."]);
    check_needed(BROUGHT, &["12 people were {} to hospital.", "40 were {} to hospital.", "40 were {} in hospital."]);
    check_needed(
        BEFORE_FATE,
        &[
            "12 people {} killed.",
            "12 people were {} killed.",
            "12 people {} dead.",
            "12 people who had {} killed came.",
        ],
    );
    check_needed(FATES_BEHIND, &["There were {} 12 boats.", "Many are {} 12 others fled.", "He was {} 12."]);
    check_needed(
        TOLL_MOVES,
        &["The toll {} 12.", "The toll rose {} 12.", "The toll {} 12 there.", "The toll {} passed 12."],
    );
    assert!(FATES.is_sorted_by_key(|row| row.0));
    let frames = [
        "It left 12 {}.",
        "There were 12 {}.",
        "The storm {} 12 people.",
        "The storm {} 12.",
        "12 people were {}.",
        "12 people {}.",
    ];
    let needless = needless_rows(FATES, |(word, _)| frames.map(|frame| figures_of(&frame.replace("{}", word))));
    assert!(needless.is_empty(), "{needless:?}");
    let sentences = [
        "12 climbers froze to death there.",
        "12 climbers were found dead.",
        "12 climbers have lost their lives.",
        "12 climbers each lost a life.",
    ];
    let needless = needless_rows(DEADLY_ENDS, |_| sentences.map(figures_of));
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn a_number_behind_one_person_is_an_age_or_counts_children() {
    let check = |text: &str, want: &[(f64, &str)]| {
        let figures = figures_of(text);
        let told: Vec<(f64, &str)> =
            figures.iter().map(|figure| (figure.value, figure.of.as_deref().unwrap_or_default())).collect();
        assert_eq!(told, want, "{text}");
    };
    check("A woman of 81 died on the ward.", &[(81.0, "age")]);
    check("A boy of nine was killed when a wall fell.", &[(9.0, "age")]);
    check("A policeman of 24 was shot.", &[(24.0, "age")]);
    check("A grandmother of three was killed.", &[(3.0, "children")]);
    check("A father of 62 died in hospital.", &[(62.0, "age")]);
    // A group, and what somebody has or does, are counted.
    check("A crew of 24 was rescued.", &[(24.0, "rescued")]);
    check("A family of four died in the fire.", &[(4.0, "killed")]);
    check("The driver of 12 buses was tired.", &[(12.0, "buses")]);
    check_needed(PARENTS, &["A {} of three was killed.", "The {} of three was hurt."]);
}
