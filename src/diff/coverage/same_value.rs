//! Finds facets whose two sides state one value, time, name, condition or mood in two forms.
//!
//! Old: `10:42 p.m. CDT`   New: `11:42 p.m. EDT`, one moment; `50 basis points` and `half a percentage point`, one amount;
//! `Lincs Police` and `Lincolnshire Police`, one name. That needs no weighing.

use super::covered::{Coverage, CoveredText};
use super::modality::mood_of;
use super::time_keys::{keys_of, sought_keys};
use crate::claim::figures::{plain_unit, plain_value, same_quantity};
use crate::claim::names::is_named_the_same;
use crate::diff::edit::FoundFacet;
use crate::model::{ChangeKind, Figure, Span, touching};
use crate::text::conditions::condition_opened;

/// Returns whether both sides of a facet state the same.
pub(super) fn has_one_value(coverage: &Coverage<'_>, found: &FoundFacet) -> bool {
    if found.facet.kind == ChangeKind::Statement && tells_nothing(coverage, found) {
        return true;
    }
    let (Some(old), Some(new)) = (found.facet.a_span, found.facet.b_span) else { return false };
    match found.facet.kind {
        ChangeKind::Date => is_one_time(coverage, old, new),
        ChangeKind::Figure => is_one_amount(coverage, old, new),
        ChangeKind::Certainty | ChangeKind::Polarity => {
            is_one_condition(coverage, old, new) || is_one_mood(coverage, old, new)
        }
        ChangeKind::Name | ChangeKind::Source => {
            let name = |text: &CoveredText<'_>, span: Span| span.of(text.content.analysis.document.text).to_lowercase();
            let (old, new) = (name(&coverage.a, old), name(&coverage.b, new));
            // "director" and "deputy director" are two offices.
            !old.contains(&new) && !new.contains(&old) && is_named_the_same(&old, &new)
        }
        _ => false,
    }
}

/// Returns whether what one side has and the other lacks says nothing: "In order", "(NW)" in a dateline.
fn tells_nothing(coverage: &Coverage<'_>, found: &FoundFacet) -> bool {
    let tells = |text: &CoveredText<'_>, span: Option<Span>| {
        span.is_some_and(|span| text.content.telling(text.content.analysis.document.tokens_in(span)).next().is_some())
    };
    let is_one_sided = found.facet.a_span.is_none() || found.facet.b_span.is_none();
    // A sign that goes makes another number.
    let has_words = |text: &CoveredText<'_>, span: Option<Span>| {
        span.is_some_and(|span| span.of(text.content.analysis.document.text).contains(char::is_alphabetic))
    };
    let has_words = has_words(&coverage.a, found.facet.a_span) || has_words(&coverage.b, found.facet.b_span);
    is_one_sided && has_words && !tells(&coverage.a, found.facet.a_span) && !tells(&coverage.b, found.facet.b_span)
}

fn is_one_time(coverage: &Coverage<'_>, old: Span, new: Span) -> bool {
    let (a, b) = (&coverage.a.content.analysis, &coverage.b.content.analysis);
    let old: Vec<_> = touching(&a.timexes, old, |timex| timex.span).collect();
    let new: Vec<_> = touching(&b.timexes, new, |timex| timex.span).collect();
    agree(&old, &new, |x, y| {
        let known = keys_of(x, a.document.text);
        sought_keys(y, b.document.text).iter().any(|key| known.contains(key))
    })
}

fn is_one_amount(coverage: &Coverage<'_>, old: Span, new: Span) -> bool {
    let old: Vec<_> = touching(&coverage.a.content.analysis.figures, old, |figure| figure.span).collect();
    let new: Vec<_> = touching(&coverage.b.content.analysis.figures, new, |figure| figure.span).collect();
    // "from 4.4 per cent to 4.1", "from 4.4 to 4.1 per cent"
    let is_one = |x: &Figure, y: &Figure| {
        same_quantity(x, y)
            || is_elided(x, y) && x.bound == y.bound && plain_value(x).total_cmp(&plain_value(y)).is_eq()
            || is_part_of_total(&coverage.a, x, y)
            || is_part_of_total(&coverage.b, y, x)
    };
    agree(&old, &new, is_one)
}

/// Returns whether a share of a text is a count of the other, by a total that stands before the share: "twelve were held and
/// half of them fined", "six of them".
fn is_part_of_total(text: &CoveredText<'_>, share: &Figure, count: &Figure) -> bool {
    let is_share = plain_unit(share).1 == Some("fraction") && plain_value(share) < 1.0;
    let is_count = |figure: &Figure| matches!(figure.unit.as_deref(), None | Some("people")) && figure.upper.is_none();
    if !is_share || !is_count(count) || share.bound != count.bound || share.upper.is_some() {
        return false;
    }
    let analysis = &text.content.analysis;
    let sentence = analysis.document.sentences[text.sentence(share.span)].span;
    let totals = touching(&analysis.figures, sentence, |figure| figure.span);
    let mut totals = totals.filter(|total| total.span.end <= share.span.start && is_count(total));
    totals.any(|total| (total.value * plain_value(share) - count.value).abs() < LEAST_PART)
}

/// What is left over, at most, where a share of a total is a whole number.
const LEAST_PART: f64 = 1e-6;

/// Returns whether both sides open a condition, and the same sort of one: "if the city agrees", "should the city agree".
fn is_one_condition(coverage: &Coverage<'_>, old: Span, new: Span) -> bool {
    let condition = |text: &CoveredText<'_>, span: Span| {
        let document = &text.content.analysis.document;
        document.tokens_in(span).find_map(|at| condition_opened(document, at))
    };
    condition(&coverage.a, old).is_some_and(|opened| condition(&coverage.b, new) == Some(opened))
}

/// Returns whether both sides put a deed in one mood: "could not confirm", "were unable to confirm".
fn is_one_mood(coverage: &Coverage<'_>, old: Span, new: Span) -> bool {
    let mood = |text: &CoveredText<'_>, span: Span| mood_of(&text.content.analysis.document, span);
    mood(&coverage.a, old).is_some_and(|own| mood(&coverage.b, new) == Some(own))
}

/// Returns whether one of two figures is a percentage and the other has no unit.
fn is_elided(x: &Figure, y: &Figure) -> bool {
    let is = |unit: &Figure, none: &Figure| unit.unit.as_deref() == Some("%") && none.unit.is_none();
    is(x, y) || is(y, x)
}

/// Returns whether there are values on both sides, as many on each, and they agree in order.
fn agree<T>(old: &[&T], new: &[&T], same: impl Fn(&T, &T) -> bool) -> bool {
    !old.is_empty() && old.len() == new.len() && old.iter().zip(new).all(|(x, y)| same(x, y))
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};

    /// Checks whether a fact changed between two texts.
    #[track_caller]
    fn check(old: &str, new: &str, is_fact: bool) {
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        assert_eq!(comparison.verdict.weight == Some(Weight::Material), is_fact, "{old} / {new}");
    }

    #[test]
    fn one_value_in_two_forms_is_no_fact() {
        check("The train left Reno at 10:42 p.m. CDT.", "The train left Reno at 11:42 p.m. EDT.", false);
        check("The train left Reno at 10:42 p.m. CDT.", "The train left Reno at 10:45 p.m. CDT.", true);
        check("The rate fell from 4.4 to 4.1 per cent.", "The rate fell to 4.1 per cent from 4.4 per cent.", false);
        check("The bank cut its rate by 25 basis points.", "The bank cut its rate by 0.25 percentage points.", false);
        check("The bank cut its rate by 25 basis points.", "The bank cut its rate by 0.5 percentage points.", true);
        let old = "Twelve men were detained, and half of them were fined.";
        check(old, "Twelve men were detained, and six of them were fined.", false);
        check(old, "Twelve men were detained, and four of them were fined.", true);
    }

    #[test]
    fn a_condition_opened_by_another_word_is_no_fact() {
        let old = "The stadium will be rebuilt if the city finds a partner.";
        check(old, "Should the city find a partner, the stadium will be rebuilt.", false);
        check(old, "Provided the city finds a partner, the stadium will be rebuilt.", false);
        check(old, "Unless the city finds a partner, the stadium will be rebuilt.", true);
    }

    #[test]
    fn one_mood_in_two_forms_is_no_fact() {
        let old = "Monitors could not confirm who had fired.";
        check(old, "Monitors were unable to confirm who had fired.", false);
        check(old, "Monitors could confirm who had fired.", true);
        check("The firm refused to take back the workers.", "The firm would not take back the workers.", false);
        check("The firm will not sell the mill.", "The firm is to sell the mill.", true);
        check("The bridge is to open in May.", "The bridge will not open in May.", true);
        check("Drivers must stop at the gate.", "Drivers do not have to stop at the gate.", true);
        check("The firm declined to pay the fine.", "The firm has not refused to pay the fine.", true);
    }

    #[test]
    fn an_office_inside_another_is_another_one() {
        check("The director signed the order, she said.", "The deputy director signed the order, she said.", true);
    }
}
