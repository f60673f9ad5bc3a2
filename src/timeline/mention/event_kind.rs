//! Decides what an event is in a timeline: something that happened, a plan, or nothing.
//!
//! "Pupils may be given free meals by June 12" is a plan on June 1; what is only asked, doubted or denied is no event.

use chrono::NaiveDate;

use crate::model::{Analysis, Basis, Certainty, Edtf, EntryKind, Event, Modality, Upos};

use super::extract_table::CONDITIONS;
use super::statement_index::StatementIndex;
use crate::text::rule_table::is_listed;
use crate::timeline::date_range::end_day;

/// Returns what an event is in a timeline, or `None` where it did not happen or is only the saying of something.
pub(super) fn kind_of(
    event: &Event,
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
    today: Option<NaiveDate>,
) -> Option<EntryKind> {
    // "proposed a truce in March" says something and is news itself; "said on Tuesday" is dated as a statement.
    let says = index.touching(event.span).any(|statement| {
        statement.cue.iter().any(|cue| cue.overlaps(event.span))
            && (statement.when.is_some() || event.basis != Basis::Stated)
    });
    let doubted = index.over(event.span).is_some_and(|statement| {
        matches!(statement.certainty, Certainty::Conditional | Certainty::Questioned | Certainty::Denied)
    });
    match event.modality {
        _ if says || doubted => None,
        Modality::Actual if lies_ahead(event, text, today) => Some(EntryKind::Planned),
        Modality::Actual => Some(EntryKind::Event),
        Modality::Planned => Some(EntryKind::Planned),
        Modality::Hypothetical if event.basis == Basis::Stated => {
            reported_plan(event, text, index, today).or_else(|| possible_plan(event, today))
        }
        Modality::Hypothetical | Modality::Negated => None,
    }
}

/// Returns whether a noun is dated after the text: "the vote was put off until 12 June" reports no vote yet.
///
/// A verb in the past tense is believed rather than what a page says of its own date.
fn lies_ahead(event: &Event, text: &Analysis<'_>, today: Option<NaiveDate>) -> bool {
    let token = text.document.tokens_in(event.span).start;
    if text.document.tokens.get(token).is_none_or(|token| token.upos != Upos::Noun) {
        return false;
    }
    let day = event.when.as_ref().and_then(Edtf::day_as_written).filter(|_| event.basis != Basis::Document);
    day.zip(today).is_some_and(|(day, today)| today < day)
}

/// Returns what a dated event in reported speech is: "it would open an inquiry on 25 August" is a plan.
fn reported_plan(
    event: &Event,
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
    today: Option<NaiveDate>,
) -> Option<EntryKind> {
    index.over(event.span)?;
    let document = &text.document;
    let sentence = document.sentences.get(event.sentence)?;
    let words: Vec<&str> = sentence.tokens.clone().map(|token| document.norm(token)).collect();
    let conditional =
        words.iter().any(|word| is_listed(CONDITIONS, word)) || matches!(words.first(), Some(&"had" | &"were"));
    let published = today?;
    let first = event.when.as_ref()?.day_as_written()?;
    match (conditional, words.contains(&"would")) {
        (true, _) => None,
        (false, true) => (published <= first).then_some(EntryKind::Planned),
        (false, false) => Some(if published < first { EntryKind::Planned } else { EntryKind::Event }),
    }
}

/// Returns what may be done on a day ahead: "pupils may be given free meals by June 12".
fn possible_plan(event: &Event, today: Option<NaiveDate>) -> Option<EntryKind> {
    let when = event.when.as_ref()?;
    let day = when.day_as_written().or_else(|| end_day(when))?;
    (today? < day).then_some(EntryKind::Planned)
}
