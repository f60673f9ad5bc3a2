//! Measures the comparison on edits of one known kind each (`fixtures/gold/planted.txt`), alone and inside an article.

use super::compare;
use crate::claim::read_side;
use crate::model::{ChangeKind, Comparison, Setting, Weight};

/// An edit whose kind is known.
struct PlantedEdit {
    /// What was done.
    deed: &'static str,
    /// The kinds that name it rightly.
    kinds: Vec<&'static str>,
    old: String,
    new: String,
}

/// What stands around an edit in an article.
const AROUND: [&str; 2] = [
    "Councillors in Tarn argued about the new market hall until midnight. Nobody took minutes.",
    "The library will stay open over the holidays. Volunteers bake bread in the old school kitchen every week.",
];

fn planted() -> Vec<PlantedEdit> {
    let rows = include_str!("../../fixtures/gold/planted.txt").lines();
    let rows = rows.filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let edit = |line: &'static str| {
        let [deed, kinds, old, new] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("four columns: {line}") };
        let text = |side: &str| side.trim().replace("\\n", "\n\n");
        PlantedEdit { deed, kinds: kinds.split('/').collect(), old: text(old), new: text(new) }
    };
    rows.map(edit).collect()
}

/// Returns whether a comparison names the edit, and how many material changes beside it do not.
fn judged(edit: &PlantedEdit, comparison: &Comparison) -> (bool, usize) {
    const QUIET: &[&str] = &["byline", "notice", "order", "typography", "wording"];
    let is_quiet = QUIET.contains(&edit.kinds[0]);
    let names = |kind: ChangeKind| edit.kinds.contains(&kind.as_str());
    let has_kind = |change: &crate::model::Change| change.facets.iter().any(|facet| names(facet.kind));
    let is_named = comparison.changes.iter().any(has_kind);
    let is_spurious =
        |change: &&crate::model::Change| change.weight == Weight::Material && (is_quiet || !has_kind(change));
    let is_seen = is_quiet || comparison.verdict.weight == Some(Weight::Material);
    (is_named && is_seen, comparison.changes.iter().filter(is_spurious).count())
}

/// Edits that are named wrongly today, or with something material beside them: the deed and the new words.
const KNOWN_WRONG: &[&str] = &[];

#[test]
fn planted_edits_are_named_and_nothing_beside_them() {
    let edits = planted();
    let deeds: std::collections::BTreeSet<&str> = edits.iter().map(|edit| edit.deed).collect();
    assert!(60 <= deeds.len());
    let mut wrong = Vec::new();
    for edit in &edits {
        let inside = |text: &str| format!("{}\n\n{text}\n\n{}", AROUND[0], AROUND[1]);
        let articles =
            [("alone", edit.old.clone(), edit.new.clone()), ("inside", inside(&edit.old), inside(&edit.new))];
        for (place, old, new) in articles {
            let side = |text| read_side(None, text, Setting::default());
            if judged(edit, &compare(&side(&old), &side(&new))) != (true, 0) {
                wrong.push(format!("{}, {place}: {}", edit.deed, edit.new));
            }
        }
    }
    assert_eq!(wrong, KNOWN_WRONG, "a row that is right now leaves the list; a new one is a fault");
}
