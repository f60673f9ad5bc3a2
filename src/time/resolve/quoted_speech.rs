//! Finds the day on which a quotation was said.
//!
//! "We vote tomorrow," she said on Monday: tomorrow is Tuesday.

use chrono::NaiveDate;

use super::anchors::Anchors;
use crate::model::Document;
use crate::text::reporting_verbs::has_speech_role;
use crate::text::reporting_verbs_table::SpeechRole;
use crate::time::calendar::CalendarPeriod;
use crate::time::context::FoundPhrase;
use crate::time::phrase::{Anchor, TimeExpr, TimePhrase, TimeUnit};
use crate::time::tense::clause::Clauses;
use crate::time::tense::tense_context;

/// Returns the day on which a quotation was said, for a time inside it that is relative to that day.
pub(crate) fn day_of_speech(
    document: &Document<'_>,
    clauses: &Clauses,
    found: &[FoundPhrase],
    place: usize,
    anchors: &Anchors,
) -> Option<NaiveDate> {
    let this = &found[place];
    if anchors.is_narrative || !is_deictic(&this.phrase) || !is_quoted(document, this) {
        return None;
    }
    let near = found[place.saturating_sub(MAX_PHRASES)..].iter().take(2 * MAX_PHRASES);
    let others = near.filter(|other| other.sentence == this.sentence);
    let mut days = others.filter(|other| !is_quoted(document, other)).filter_map(|other| {
        let verb = clauses.governor(document, document.tokens_in(other.span).start)?;
        let is_reported = has_speech_role(document.lemma(verb), SpeechRole::DatesQuotation);
        let tense = tense_context(document, clauses, other.sentence, other.span);
        is_reported.then(|| anchors.period_of(&other.phrase, tense, other.sentence)).flatten()
    });
    days.find_map(|period| match period {
        CalendarPeriod::Day(day) => Some(day),
        _ => None,
    })
}

/// Phrases on either side of a quoted one that are looked at for the day of speaking.
const MAX_PHRASES: usize = 8;

/// Returns whether a phrase is relative to the day of speaking: "today", "last night", "next week".
fn is_deictic(phrase: &TimePhrase) -> bool {
    match &phrase.expr {
        TimeExpr::Unit { unit, anchor: Anchor::Document, .. } => *unit <= TimeUnit::Week,
        TimeExpr::Date(date) => date.weekday.is_some() && date.day.is_none(),
        _ => false,
    }
}

/// Returns whether a phrase stands between quotation marks of its sentence.
fn is_quoted(document: &Document<'_>, found: &FoundPhrase) -> bool {
    document.tokens[document.tokens_in(found.span)].first().is_some_and(|token| token.in_quotes)
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    #[test]
    fn a_quotation_speaks_of_the_day_it_was_said() {
        check("\"We vote tomorrow,\" she said on Monday.", Some("2025-05-07"), "2025-05-06 2025-05-05");
        check("\"We vote tomorrow,\" she said.", Some("2025-05-07"), "2025-05-08");
    }

    #[test]
    fn every_reporting_verb_dates_its_quotation() {
        for verb in ["told us", "announced", "declared", "wrote", "added", "warned", "stated"] {
            let text = format!("\"We vote tomorrow,\" she {verb} on Monday.");
            check(&text, Some("2025-05-07"), "2025-05-06 2025-05-05");
        }
        check("\"We vote tomorrow,\" she smiled on Monday.", Some("2025-05-07"), "2025-05-08 2025-05-05");
    }
}
