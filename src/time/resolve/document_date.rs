//! Finds the date of a document that came without one.
//!
//! A page has its date in a time stamp ("Published 3 May 2025") or in its
//! dateline ("PARIS, May 3, 2025 (Reuters) -").

use chrono::NaiveDate;

use crate::model::{Document, Role};
use crate::text::dateline;
use crate::time::context::FoundPhrase;
use crate::time::phrase::{DateDirection, TimePhrase};

/// Sentences at the top of a text, the headline and byline among them, that may hold a dateline.
const MAX_DATELINE_SENTENCE: usize = 4;

/// Returns the day that a page gives itself: that of its first time stamp, else of its dateline.
pub(crate) fn document_day(document: &Document<'_>, found: &[FoundPhrase]) -> Option<NaiveDate> {
    let is_full = |found: &&FoundPhrase| full_date(&found.phrase).is_some();
    let role = |found: &FoundPhrase| document.sentences[found.sentence].role;
    let stamp = found.iter().filter(is_full).find(|found| matches!(role(found), Role::Stamp | Role::EntryTime));
    let in_dateline = |found: &&FoundPhrase| {
        found.sentence < MAX_DATELINE_SENTENCE && dateline::holds(document, found.sentence, found.span)
    };
    let dateline = || found.iter().filter(is_full).find(in_dateline);
    stamp.or_else(dateline).and_then(|found| full_date(&found.phrase))
}

/// Returns the day of a phrase that gives day, month and year.
fn full_date(phrase: &TimePhrase) -> Option<NaiveDate> {
    let date = phrase.date().filter(|date| !date.numeric && date.direction == DateDirection::Open)?;
    NaiveDate::from_ymd_opt(date.year?, date.month?, date.day?)
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    #[test]
    fn a_page_without_a_date_takes_its_stamp_or_dateline() {
        check("Published 3 May 2025\n\nThe bridge was closed yesterday.", None, "2025-05-03 2025-05-02");
        check("PARIS, May 3, 2025 (Reuters) - The bridge was closed yesterday.", None, "2025-05-03 2025-05-02");
        check("It was closed on May 3, 2025. It opened yesterday.", None, "2025-05-03");
    }
}
