//! Tries every row and word of the tables by which figures are read.

use super::bounds_table::{AFTER, BEFORE};
use super::counted_table::{
    ASIDES, BEFORE_FATE, BROUGHT, DEADLY_ENDS, DETERMINERS, FATES, FATES_BEHIND, HOUSEHOLDS, NO_PLURALS, OTHER_PLURALS,
    STOPS, SUFFERED, TOLL_MOVES,
};
use super::forms_table::{BARE_FACTORS, BEFORE_AGES, FACTORS};
use super::labels_table::{
    AFTER_HALF, AFTER_ORDINAL, AFTER_RANGE, AFTER_TWO, AFTER_ZERO, BEFORE_HALF, BEFORE_LABELS, BEFORE_ORDINAL, CALLS,
    CLOCK_WORDS, CONTEST_WORDS, COUNTS_OF_ONE, EMERGENCY, EMERGENCY_CALLS, MOVES, MOVES_OF, NAMED_HALVES,
    NOT_AFTER_ONE, NOT_BEFORE_ONE, NUMBER_SIGNS, POUNDS_OF_MONEY, STREETS, TIMES_COUNTED,
};
use crate::claim::numbers::table::{AFTER_METRES, AFTER_SHARE, SPACED_SHORT_SCALES};
use crate::claim::people_table::{
    AGED_IN_BRACKETS, GRAND_KIN, GROUPS, KIN_PREFIXES, NO_PEOPLE, PARENTS, PEOPLE, PEOPLE_ENDINGS,
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
        TIMES_COUNTED,
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
    check_needed(MOVES_OF, &["It {} $2 to $50."]);
    check_needed(CONTEST_WORDS, &["The side {} 1-2.", "It was a {} of 1-2.", "It was a {} of 48 to 52."]);
}

#[test]
fn every_word_of_what_is_counted_decides_in_a_frame_of_its_list() {
    check_needed(
        PEOPLE,
        &["There were 12 {} there.", "One {} was there.", "They saw one {} there.", "Half of the {} fled."],
    );
    let needless = needless_rows(PEOPLE_ENDINGS, |(.., many)| figures_of(&format!("There were 12 {many} there.")));
    assert!(needless.is_empty(), "{needless:?}");
    check_needed(NO_PEOPLE, &["There were 12 {} there.", "A {} of 40 was there.", "Half of the {} fled."]);
    check_needed(GROUPS, &["A {} of 40 was there."]);
    check_needed(HOUSEHOLDS, &["The storm killed a {} of five.", "The storm struck a {} of five."]);
    check_needed(DETERMINERS, &["Half of {} boats sank.", "None of {} 14 sailors was killed."]);
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
}

#[test]
fn every_word_around_what_is_counted_decides_in_a_frame_of_its_list() {
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
        "12 climbers were sentenced to death.",
        "12 climbers were condemned to death.",
    ];
    let needless = needless_rows(DEADLY_ENDS, |_| sentences.map(figures_of));
    assert!(needless.is_empty(), "{needless:?}");
    let sentences = [
        "12 sailors from the raft died there.",
        "12 sailors from the raft drowned there.",
        "12 sailors from the raft fled there.",
        "12 sailors from the raft perished there.",
    ];
    let needless = needless_rows(SUFFERED, |_| sentences.map(figures_of));
    assert!(needless.is_empty(), "{needless:?}");
}

#[track_caller]
fn check(text: &str, want: &[(f64, &str)]) {
    let figures = figures_of(text);
    let told: Vec<(f64, &str)> =
        figures.iter().map(|figure| (figure.value, figure.of.as_deref().unwrap_or_default())).collect();
    assert_eq!(told, want, "{text}");
}

#[test]
fn who_died_is_counted_as_killed_and_nobody_else() {
    check("Six hikers froze to death on the pass.", &[(6.0, "killed")]);
    check("Eleven prisoners were beaten to death.", &[(11.0, "killed")]);
    check("Four divers were found dead.", &[(4.0, "killed")]);
    check("Ten firefighters lost their lives.", &[(10.0, "killed")]);
    check("Two guards were put to death.", &[(2.0, "killed")]);
    check("Three nurses were suspended after the death of a patient.", &[(3.0, "nurses")]);
    check("Three nurses were questioned about the death of a patient.", &[(3.0, "nurses")]);
    check("Two teenagers beat a pensioner to death.", &[(2.0, "teenagers")]);
    check("Five smugglers were sentenced to death in the capital.", &[(5.0, "smugglers")]);
    check("The court condemned to death eight rebels.", &[(8.0, "rebels")]);
    check("Two rangers found a poacher dead.", &[(2.0, "rangers")]);
    check("Ten pilots lost the lives of passengers.", &[(10.0, "pilots")]);
    check("Two skippers lost four sailors.", &[(2.0, "skippers"), (4.0, "sailors")]);
    check("Ten divers were rescuing a crew.", &[(10.0, "divers")]);
}

#[test]
fn what_befell_nobody_is_told_of_nobody() {
    check("There were no injuries to the 30 spectators.", &[(30.0, "spectators")]);
    check("There were no deaths or injuries among his 30 guests.", &[(30.0, "guests")]);
    check("None of these 14 sailors was hurt.", &[(14.0, "sailors")]);
    check("Neither of our two guards was killed.", &[(2.0, "guards")]);
    check("Not one of the 14 sailors was hurt.", &[(14.0, "sailors")]);
    check("All of the 14 sailors were hurt.", &[(14.0, "injured")]);
    check("There were injuries to 30 spectators.", &[(30.0, "injured")]);
}

#[test]
fn pounds_are_weight_where_something_weighs_them() {
    let unit = |text: &str, want: &str| {
        let units: Vec<_> = figures_of(text).into_iter().map(|figure| figure.unit.unwrap_or_default()).collect();
        assert_eq!(units, [want], "{text}");
    };
    unit("A 300-pound sailor was rescued.", "lb");
    unit("A 300 pound sailor was rescued.", "lb");
    unit("Customs seized 40 pounds of heroin.", "lb");
    unit("The baby weighed in at just over 7 pounds.", "lb");
    unit("The pump held 90 pounds per square inch.", "lb");
    unit("She was fined 300 pounds.", "GBP");
    unit("The court weighed whether to fine her 300 pounds.", "GBP");
    unit("She got a 60 pound parking fine.", "GBP");
    unit("The firm owed 900 pounds of unpaid tax.", "GBP");
    unit("The museum spent two million pounds.", "GBP");
}

#[test]
fn a_level_that_something_moved_to_is_no_end_of_a_range() {
    let n_figures = |text: &str, want: usize| assert_eq!(figures_of(text).len(), want, "{text}");
    n_figures("Shares fell 12 cents to 95 cents.", 2);
    n_figures("Profit shrank by $2 to $50.", 2);
    n_figures("The fund is losing $2 to $50.", 2);
    n_figures("Prices have risen $2 to $5.", 2);
    n_figures("Tickets rose from 2 to 3 there.", 2);
    n_figures("The mill lost $2 million to $3 million.", 1);
    n_figures("Staff was cut by 300 to 400.", 1);
    n_figures("Rents rose 3 to 5 percent.", 1);
}

#[test]
fn a_number_behind_one_person_is_an_age_or_counts_children() {
    check("A woman of 81 died on the ward.", &[(81.0, "age")]);
    check("A boy of nine was killed when a wall fell.", &[(9.0, "age")]);
    check("A policeman of 24 was shot.", &[(24.0, "age")]);
    check("A grandmother of three was killed.", &[(3.0, "children")]);
    check("A father of 62 died in hospital.", &[(62.0, "age")]);
    check("A granny of six was robbed.", &[(6.0, "children")]);
    check("A grandmother of 23 was robbed.", &[(23.0, "children")]);
    check("A great-grandpa of nine was robbed.", &[(9.0, "children")]);
    check("A step-mum of two was robbed.", &[(2.0, "children")]);
    check("A witness of 40 was heard.", &[(40.0, "age")]);
    check("A thief of 22 was held.", &[(22.0, "age")]);
    check("An actress of 61 resigned.", &[(61.0, "age")]);
    check("A botanist of 61 resigned.", &[(61.0, "age")]);
    // A group, and what somebody has or does, are counted.
    check("A crew of 24 was rescued.", &[(24.0, "rescued")]);
    check("A family of four died in the fire.", &[(4.0, "killed")]);
    check("The driver of 12 buses was tired.", &[(12.0, "buses")]);
    check("A director of 300 resigned.", &[(300.0, "")]);
    check("A list of 40 was shown.", &[(40.0, "")]);
    check("Her son (7) was hurt.", &[(7.0, "age")]);
    check("A mother (41) was hurt.", &[(41.0, "age")]);
    check("The captain (7) and the winner (12) left.", &[]);
    check("Two boys aged 12 and 15 were hurt.", &[(2.0, "injured"), (12.0, "age"), (15.0, "age")]);
    check("A boy aged 12 and 15 others were hurt.", &[(12.0, "age"), (15.0, "injured")]);
    check_needed(AGED_IN_BRACKETS, &["A {} (7) was hurt."]);
    check_needed(PARENTS, &["A {} of three was killed.", "The {} of three was hurt."]);
    check_needed(KIN_PREFIXES, &["A {}mother of three was killed."]);
    check_needed(GRAND_KIN, &["A {} of three was killed.", "The {} of three was hurt."]);
}

#[test]
fn a_part_is_of_what_its_pronoun_can_stand_for() {
    check("The port lost 12 boats, three of which sank.", &[(12.0, "boats"), (3.0, "boats")]);
    let figures = figures_of("12 boats carried 40 people, three of which sank.");
    assert_eq!(figures.iter().map(|figure| figure.unit.as_deref()).collect::<Vec<_>>(), [None, Some("people"), None]);
    let figures = figures_of("12 boats carried 40 people, three of whom drowned.");
    assert_eq!(figures.last().and_then(|figure| figure.unit.as_deref()), Some("people"));
}

#[test]
fn minus_is_below_zero_before_a_scale_only() {
    let value = |text: &str, want: f64| {
        let values: Vec<f64> = figures_of(text).iter().map(|figure| figure.value).collect();
        assert_eq!(values.last(), Some(&want), "{text}");
    };
    value("It was minus 12C there.", -12.0);
    value("Growth fell to minus 2%.", -2.0);
    value("He was paid the fee minus $500.", 500.0);
    value("They get 10% minus 2%.", 2.0);
    value("They pay the rate minus 2%.", 2.0);
}

#[test]
fn peoples_and_callings_count_as_people() {
    check("The blast hurt 40 Kenyans.", &[(40.0, "injured")]);
    check("Nine Canadians were killed.", &[(9.0, "killed")]);
    check("Two Dutchmen were arrested.", &[(2.0, "arrested")]);
    check("The blast hurt 40 cardiologists.", &[(40.0, "injured")]);
    check("The blast destroyed 40 checklists.", &[(40.0, "checklists")]);
}

#[test]
fn every_word_of_ages_shares_and_asides_decides_in_a_frame_of_its_list() {
    check_needed(
        ASIDES,
        &["They found 12 people, {} three children, dead there.", "Some 12 people, {} of them children, died."],
    );
    check_needed(
        BEFORE_AGES,
        &["A man aged {} 45 left.", "A man under the age {} 45 left.", "Boys aged {} 5 and 11 left."],
    );
    check_needed(AFTER_SHARE, &["It rose by a fifth {} it.", "It was a fifth {} there.", "A fifth {} it burned."]);
    check_needed(AFTER_METRES, &["It is a 30m {} there.", "It is 30m-{} there.", "They saw the 100m {}."]);
    check_needed(SPACED_SHORT_SCALES, &["It cost 1.2 {} dollars."]);
}

#[test]
fn every_word_that_multiplies_decides() {
    for table in [FACTORS, BARE_FACTORS] {
        let frames = ["Sales {} in May.", "Sales will {} in May.", "There was a {} rise.", "It cost {} as much."];
        let needless = needless_rows(table, |(word, _)| frames.map(|frame| figures_of(&frame.replace("{}", word))));
        assert!(needless.is_empty(), "{needless:?}");
    }
}

#[test]
fn closed_classes_of_small_words_are_read_whole() {
    for (text, like) in [
        ("Our crew of 24 left.", "Their crew of 24 left."),
        ("Sales must double.", "Sales will double."),
        ("Sales double our costs.", "Sales double their costs."),
        ("A man aged nearly 45 left.", "A man aged about 45 left."),
    ] {
        let values = |text: &str| -> Vec<(f64, Option<String>)> {
            figures_of(text).into_iter().map(|figure| (figure.value, figure.of)).collect()
        };
        assert!(!values(text).is_empty(), "{text}");
        assert_eq!(values(text), values(like), "{text}");
    }
}
