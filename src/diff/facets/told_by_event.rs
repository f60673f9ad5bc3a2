//! Explains a time that gives way to an event, or an event that gives way to a time: "until Friday", "until further notice".
//!
//! `Shares had fallen 4% by noon.` > `Shares had fallen 4% by the closing bell.`
//!
//! Both stand behind the same word of time order, so what changed is when, though one of the two is no date.

use std::ops::Range;

use super::dates_table::ORDER;
use crate::diff::edit::PassageSide;
use crate::model::Upos;
use crate::text::is_form_of_be;
use crate::text::rule_table::is_listed;

/// Returns the time with the word of order before it, and the event that the other side has behind the same word.
pub(super) fn event_instead(
    (own, time): (&PassageSide<'_>, &Range<usize>),
    other: &PassageSide<'_>,
) -> Option<(Range<usize>, Range<usize>)> {
    let order = time.start.checked_sub(1).filter(|&at| is_listed(ORDER, own.norm(at)))?;
    let event = own.partner[order]? + 1;
    let phrase = event..noun_phrase_end(other, event)?;
    let is_new = phrase.clone().all(|at| other.is_open_at(at) || other.norm(at) == "the");
    let is_agent = own.norm(order) == "by" && follows_passive(other, event - 1);
    (is_new && !is_agent && other.is_open(&phrase)).then_some((order..time.end, event - 1..phrase.end))
}

/// Returns where a common noun phrase that begins at `start` ends: "the start of the season".
fn noun_phrase_end(piece: &PassageSide<'_>, start: usize) -> Option<usize> {
    let simple_end = |start: usize| {
        let belongs = |at: &usize| matches!(piece.upos(*at), Upos::Det | Upos::Adj | Upos::Noun);
        let end = (start..piece.len()).take_while(belongs).last()? + 1;
        (piece.upos(end - 1) == Upos::Noun).then_some(end)
    };
    let end = simple_end(start)?;
    let of = (end < piece.len() && piece.norm(end) == "of").then(|| simple_end(end + 1)).flatten();
    Some(of.unwrap_or(end))
}

/// Returns whether a "by" names who did what the passive before it says: "was signed by".
fn follows_passive(piece: &PassageSide<'_>, by: usize) -> bool {
    let verb = (0..by).rev().take(MAX_WORDS_TO_VERB).find(|&at| piece.upos(at) == Upos::Verb);
    verb.is_some_and(|verb| {
        piece.penn(verb) == "VBN" && (verb.saturating_sub(3)..verb).any(|at| is_form_of_be(piece.norm(at)))
    })
}

/// Most words between a verb and the "by" that belongs to it.
const MAX_WORDS_TO_VERB: usize = 6;

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Checks the dates that changed, as before and after.
    #[track_caller]
    fn check(old: &str, new: &str, want: &[(Option<&str>, Option<&str>)]) {
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let facets = comparison.changes.iter().flat_map(|change| &change.facets);
        let dates = facets.filter(|facet| facet.kind == ChangeKind::Date);
        let told: Vec<_> = dates.map(|facet| (facet.before.as_deref(), facet.after.as_deref())).collect();
        assert_eq!(told, want, "{old} > {new}");
    }

    #[test]
    fn an_event_tells_when() {
        check(
            "The road will stay shut until Friday, the council said.",
            "The road will stay shut until further notice, the council said.",
            &[(Some("until Friday"), Some("until further notice"))],
        );
        check(
            "Shares had fallen 4% by the closing bell.",
            "Shares had fallen 4% by noon.",
            &[(Some("by the closing bell"), Some("by noon"))],
        );
        check(
            "The suspect left before 3 p.m., a neighbour said.",
            "The suspect left before the end of the match, a neighbour said.",
            &[(Some("before 3 p.m."), Some("before the end of the match"))],
        );
        // Who signed is no time.
        check("The contract was signed by Monday.", "The contract was signed by the mayor.", &[(Some("Monday"), None)]);
    }
}
