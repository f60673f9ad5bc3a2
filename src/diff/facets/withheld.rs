//! Explains what was said and is withheld now, and the other way round.
//!
//! `The minister said the plant would close.` > `The minister declined to say whether the plant would close.`
//!
//! The content stands on both sides word for word; whether anybody vouches for it does not.

use super::sources::{places, shared, statements};
use crate::diff::edit::{EditedPassage, FoundFacet, span_over};
use crate::diff::words::word_diff::Hunk;
use crate::model::{Certainty, ChangeKind, Information, Polarity, Statement, Weight};

/// The longest stretch that is taken for words that say or withhold, in words of one side.
const MAX_WITHHELD_WORDS: usize = 8;

/// Explains statements of the same content of which one side says that it was told, the other that it was not.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (old, new) = (statements(&edit.a), statements(&edit.b));
    for a in &old {
        let content = places(&edit.a, &a.content);
        let image = edit.across(&content);
        let shares = |b: &&&Statement| content.len() <= 2 * shared(&image, &places(&edit.b, &b.content));
        let Some(b) = new.iter().find(shares).filter(|b| withholds(a) || withholds(b)) else { continue };
        let (cue_a, cue_b) = (places(&edit.a, &a.cue), places(&edit.b, &b.cue));
        let of_cues = |hunk: &&Hunk| shared(&hunk.old, &cue_a) + shared(&hunk.new, &cue_b) > 0;
        let Some(hunk) = edit.hunks.iter().find(of_cues).cloned() else { continue };
        let (x, y) = (span_over([hunk.old, cue_a].into_iter()), span_over([hunk.new, cue_b].into_iter()));
        let is_open = edit.a.is_open(&x) || edit.b.is_open(&y);
        if !is_open || MAX_WITHHELD_WORDS < x.len().max(y.len()) || edit.a.is_quoted(&x) || edit.b.is_quoted(&y) {
            continue;
        }
        let (kind, weight, information, why) = match (withholds(a), withholds(b)) {
            (true, true) => (ChangeKind::Wording, Weight::Minor, Information::Same, "withheld-otherwise"),
            (false, _) => (ChangeKind::Certainty, Weight::Material, Information::Updated, "withheld"),
            (true, false) => (ChangeKind::Certainty, Weight::Material, Information::Updated, "told-after-all"),
        };
        found.push(FoundFacet { facet: edit.facet(kind, &x, &y), weight, information, why });
        edit.a.mark_explained(&x);
        edit.b.mark_explained(&y);
    }
}

/// Returns whether somebody is said not to tell: "did not say whether", "refused to say if".
fn withholds(statement: &Statement) -> bool {
    statement.certainty == Certainty::Questioned && statement.polarity == Polarity::Negative
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting, Weight};

    #[track_caller]
    fn check(old: &str, new: &str, want: Option<(&str, &str)>) {
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let facets = comparison.changes.iter().flat_map(|change| &change.facets);
        let certainty = facets.filter(|facet| facet.kind == ChangeKind::Certainty);
        let told: Vec<_> = certainty.map(|facet| (facet.before.as_deref(), facet.after.as_deref())).collect();
        let want: Vec<_> = want.into_iter().map(|(before, after)| (Some(before), Some(after))).collect();
        assert_eq!(told, want, "{old} > {new}");
        assert_eq!(comparison.verdict.weight == Some(Weight::Material), !want.is_empty(), "{old} > {new}");
    }

    #[test]
    fn what_nobody_vouches_for_any_more_is_told() {
        let said = "The minister said the plant would close in June.";
        check(
            said,
            "The minister refused to say whether the plant would close in June.",
            Some(("said", "refused to say whether")),
        );
        check(
            "A spokeswoman said the driver was sober.",
            "A spokeswoman did not say whether the driver was sober.",
            Some(("said", "did not say whether")),
        );
        check(
            "The club declined to say if the coach had been paid.",
            "The club said the coach had been paid.",
            Some(("declined to say if", "said")),
        );
        // Withheld in other words is withheld all the same; said in other words is said.
        check(
            "A spokeswoman declined to say whether the driver was sober.",
            "A spokeswoman did not say whether the driver was sober.",
            None,
        );
        check(said, "The minister told reporters the plant would close in June.", None);
    }
}
