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

#[test]
fn planted_edits_are_named_and_nothing_beside_them() {
    let edits = planted();
    let deeds: std::collections::BTreeSet<&str> = edits.iter().map(|edit| edit.deed).collect();
    assert!(60 <= deeds.len());
    let (mut named, mut spurious, mut missed) = (0, 0, Vec::new());
    for edit in &edits {
        let inside = |text: &str| format!("{}\n\n{text}\n\n{}", AROUND[0], AROUND[1]);
        for (old, new) in [(edit.old.clone(), edit.new.clone()), (inside(&edit.old), inside(&edit.new))] {
            let side = |text| read_side(None, text, Setting::default());
            let (is_named, n_spurious) = judged(edit, &compare(&side(&old), &side(&new)));
            named += usize::from(is_named);
            spurious += n_spurious;
            if !is_named || 0 < n_spurious {
                missed.push(format!("{}: {}", edit.deed, edit.new));
            }
        }
    }
    let n = 2 * edits.len();
    assert!(95 * n <= 100 * named && 100 * spurious <= 2 * n, "{named} of {n} named, {spurious} spurious: {missed:#?}");
}
