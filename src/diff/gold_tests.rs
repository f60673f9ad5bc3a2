//! Holds the rules against our own cases in `fixtures/gold`, and against properties of any text.

use proptest::prelude::*;

use super::compare;
use super::words::word_diff;
use crate::claim::{ComparedVersion, read_pair, read_side};
use crate::model::{Nature, Setting, Weight};

/// Rows of `changes.txt` that are read wrongly today: the new version.
const CLAIMS_WRONG: &[&str] =
    &["The fire began on the car deck, where scooters were being charged, inspectors said on Thursday."];

/// Rows of `revisions.txt` that are read wrongly today: the new version. A slip that makes another word reads as a
/// fact.
const REVISIONS_WRONG: &[&str] = &["The mayor agreed, noting the delay.", "The crew waited, nothing each tide."];

/// `nature.txt`: as many developments as replacements, all of them right but those listed.
#[test]
fn natures_are_judged_right_in_ten_sorts_of_story() {
    let text = include_str!("../../fixtures/gold/nature.txt");
    let (mut all, mut missed) = ([0, 0], Vec::new());
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [_, want, old, new] = columns[..] else { panic!("four columns: {line}") };
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let got =
            comparison.changes.iter().find(|change| change.weight == Weight::Material).and_then(|change| change.nature);
        let development = usize::from(want == "development");
        all[development] += 1;
        if got.map(Nature::as_str) != Some(want) {
            missed.push((got, (old, new)));
        }
    }
    assert!(all[0] + all[1] >= 120 && all[0] == all[1]);
    assert_eq!(missed, []);
}

/// `headlines.txt`: a headline in other words throughout is another moment of the story.
#[test]
fn natures_of_headlines_are_judged_right() {
    let text = include_str!("../../fixtures/gold/headlines.txt");
    let mut missed = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [want, old, new] = columns[..] else { panic!("three columns: {line}") };
        let side = |title| read_side(Some(title), "The council of Dorley met on Thursday.", Setting::default());
        let comparison = compare(&side(old), &side(new));
        let got = comparison.changes.iter().find_map(|change| change.nature);
        if got.map(Nature::as_str) != Some(want) {
            missed.push((got, (old, new)));
        }
    }
    assert_eq!(missed, []);
}

fn story() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "Twelve people died on Monday.",
        "About 40 homes were lost, police said.",
        "“We saw it,” a witness said.",
        "Rain fell.",
        "The mayor may resign.",
        "The mayor resigned.",
        "\n\n",
        "Ähnlich 🙂 e\u{301}",
        "By Ann Lee",
        "He did not pay $3m.",
        "\"",
        "  ",
    ]);
    prop::collection::vec(sentence, 0..8).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn comparisons_keep_their_promises(old in story(), new in story()) {
        let setting = Setting::default();
        let (a, b) = (read_side(None, &old, setting), read_side(None, &new, setting));
        let comparison = compare(&a, &b);
        prop_assert_eq!(&comparison, &compare(&a, &b));
        prop_assert!(compare(&a, &a).changes.is_empty());
        prop_assert_eq!(old == new, comparison.changes.is_empty());
        for facet in comparison.changes.iter().flat_map(|change| &change.facets) {
            for (span, words, text) in [(facet.a_span, &facet.before, &old), (facet.b_span, &facet.after, &new)] {
                prop_assert_eq!(span.map(|span| &text[span.start..span.end]), words.as_deref());
            }
        }
    }

    #[test]
    fn what_both_versions_have_is_parsed_once_and_compared_the_same(old in story(), new in story()) {
        prop_assert!(is_read_alike(&old, &new), "{old:?} {new:?}");
    }

    #[test]
    fn runs_cover_both_sentences(old in ".{0,60}", new in ".{0,60}") {
        let runs = word_diff::diff(&old, &new);
        let all_old: String = runs.iter().map(|run| run.old.of(&old)).collect();
        let all_new: String = runs.iter().map(|run| run.new.of(&new)).collect();
        prop_assert_eq!((all_old, all_new), (old, new));
    }
}

/// Returns whether two versions that are read as a pair compare as they do when each is read by itself.
fn is_read_alike(old: &str, new: &str) -> bool {
    let setting = Setting::default();
    let version = |text| ComparedVersion { title: None, text, sentences: None, setting };
    let (a, b) = read_pair(version(old), version(new));
    compare(&a, &b) == compare(&read_side(None, old, setting), &read_side(None, new, setting))
}

/// `changes.txt`, its passages joined to texts in which one in three is edited, one dropped, and two change places.
#[test]
fn a_pair_of_long_texts_is_compared_as_if_each_were_read_by_itself() {
    let text = include_str!("../../fixtures/gold/changes.txt");
    let rows: Vec<(&str, &str)> = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .filter_map(|line| line.split_once(" | ").and_then(|(old, rest)| Some((old, rest.split_once(" | ")?.0))))
        .collect();
    assert!(20 < rows.len());
    for rows in rows.chunks(12) {
        let old: Vec<&str> = rows.iter().map(|row| row.0).collect();
        let edited = rows.iter().enumerate().map(|(at, row)| if at % 3 == 0 { row.1 } else { row.0 });
        let mut new: Vec<&str> = edited.collect();
        if 6 < new.len() {
            new.swap(1, 5);
            new.remove(2);
        }
        assert!(is_read_alike(&old.join("\n\n"), &new.join("\n\n")), "{}", old[0]);
    }
}

/// Returns the facets of a comparison as "kind: before > after".
fn facets(old: &str, new: &str) -> Vec<String> {
    let setting = Setting::default();
    let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
    let side = |words: &Option<String>| words.clone().unwrap_or_default();
    let all = comparison.changes.iter().flat_map(|change| &change.facets);
    all.map(|facet| format!("{}: {} > {}", facet.kind.as_str(), side(&facet.before), side(&facet.after))).collect()
}

/// `changes.txt`: every facet is found, and no other that would be told.
#[test]
fn claims_of_a_rewritten_passage_are_separate_facets() {
    let text = include_str!("../../fixtures/gold/changes.txt");
    let mut missed = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [old, new, want] = columns[..] else { panic!("three columns: {line}") };
        let mut want: Vec<String> = want.split(" & ").filter(|facet| *facet != "-").map(str::to_owned).collect();
        let mut got = facets(old, new);
        got.retain(|facet| !facet.starts_with("wording") && !facet.starts_with("typography"));
        let mut got: Vec<String> = got.iter().map(|facet| facet.replace(":  >", ": - >")).collect();
        got.iter_mut().filter(|facet| facet.ends_with("> ")).for_each(|facet| facet.push('-'));
        want.sort();
        got.sort();
        if (want != got) != CLAIMS_WRONG.contains(&new) {
            missed.push(format!("{line}\n   got {got:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// `revisions.txt`: every facet, wording and typography too, and the weight of the whole.
#[test]
fn what_readers_objected_to_is_right() {
    let text = include_str!("../../fixtures/gold/revisions.txt");
    let mut missed = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [old, new, weight, want] = columns[..] else { panic!("four columns: {line}") };
        let side = |words: &str| words.replace('⏎', "\n\n");
        let (old, new) = (side(old), side(new));
        let setting = Setting::default();
        let verdict = compare(&read_side(None, &old, setting), &read_side(None, &new, setting)).verdict;
        let mut got: Vec<String> =
            facets(&old, &new).iter().map(|facet| facet.replace(":  >", ": - >").replace("\n\n", "⏎")).collect();
        got.iter_mut().filter(|facet| facet.ends_with("> ")).for_each(|facet| facet.push('-'));
        got.sort();
        let mut want: Vec<&str> = want.split(" & ").collect();
        want.sort_unstable();
        let is_wrong = want != got || verdict.weight.map(Weight::as_str) != Some(weight);
        if is_wrong != REVISIONS_WRONG.contains(&new.as_str()) {
            missed.push(format!("{line}\n   got {:?} {got:?}", verdict.weight));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_belongs_together_is_one_facet() {
    let old = "The gates of the lock open by seven o'clock on Monday morning.";
    let new = "The gates of the lock open by Thursday night.";
    assert_eq!(facets(old, new), ["date: seven o'clock on Monday morning > Thursday night"]);
    let old = "The pier closed for the winter.";
    let new = format!("{old} “Nobody told us. Nobody came,” a stallholder said.");
    assert_eq!(facets(old, &new), ["statement:  > “Nobody told us. Nobody came,” a stallholder said."]);
}

#[test]
fn a_denial_given_up_on_a_day_that_is_named_is_a_development() {
    let setting = Setting::default();
    let (old, new) = ("The bridge had not been inspected.", "The bridge had been inspected on Tuesday.");
    let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
    assert_eq!(comparison.changes[0].nature, Some(Nature::Development));
}

#[test]
fn the_day_of_the_page_is_no_news() {
    let on = |text: &'static str, day: &str| {
        let published = Some(day.parse().expect("a day"));
        read_side(None, text, Setting { published, ..Setting::default() })
    };
    let weight = |old: &crate::model::Side<'_>, new: &crate::model::Side<'_>| compare(old, new).verdict.weight;
    let (monday, tuesday) = ("2024-05-06", "2024-05-07");
    for (bare, dated, want) in [
        ("Two men were held, police said.", "Two men were held, police said on Monday.", Weight::Minor),
        ("The fair is off, the mayor announced.", "The fair is off, the mayor announced on Monday.", Weight::Minor),
        ("Two men were held, police said.", "Two men were held, police said on Sunday.", Weight::Material),
        ("Two men were held.", "Two men were held on Monday.", Weight::Material),
    ] {
        for later in [monday, tuesday] {
            assert_eq!(weight(&on(bare, monday), &on(dated, later)), Some(want), "{dated} on {later}");
        }
    }
}
