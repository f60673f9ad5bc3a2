//! Decides whether a text narrates a history, far from its own date.
//!
//! News: "The bank failed on Friday" … "in March". A narrative: "In March 1940
//! …", "by June", "the next day". A narrative shows by its years, most of which
//! lie well before its date, and by how rarely it speaks of today, or of a day
//! without a year that lies near its own date: "on Nov 17" in a report of the 18th.

use chrono::{Datelike, NaiveDate};

use crate::time::context::FoundPhrase;
use crate::time::phrase::{Anchor, DateDirection, PartialDate, TimeExpr};

/// Past years that a narrative names at least; fewer may be the background of a news text.
const MIN_PAST_YEARS: usize = 6;

/// Returns whether a text is a narrative, whose dates are read against each other; without a date of its own it is.
pub(crate) fn is_narrative(found: &[FoundPhrase], document_day: Option<NaiveDate>) -> bool {
    let Some(document_day) = document_day else { return true };
    let (mut past, mut recent, mut deictic, mut days, mut near) = (0, 0, 0, 0, 0);
    for FoundPhrase { phrase, .. } in found {
        match &phrase.expr {
            TimeExpr::Date(date) => match date.year {
                Some(year) if year < document_day.year() => past += 1,
                Some(_) => recent += 1,
                None if date.weekday.is_some() && date.day.is_none() => deictic += 1,
                None if matches!(date.direction, DateDirection::Last | DateDirection::This | DateDirection::Next) => {
                    deictic += 1;
                }
                None => {
                    if let Some(gap) = days_to(date, document_day) {
                        days += 1;
                        near += usize::from(gap <= NEAR_DAYS);
                    }
                }
            },
            TimeExpr::Unit { anchor: Anchor::Document, .. } | TimeExpr::Shift { anchor: Anchor::Document, .. } => {
                deictic += 1;
            }
            _ => {}
        }
    }
    MIN_PAST_YEARS <= past && 3 * recent <= past && 4 * deictic <= past && 2 * near <= days
}

/// Days within which a day without a year is one of the news.
const NEAR_DAYS: i64 = 45;

/// Returns how far a day that leaves its year out lies from the text's own, in the year in which it is nearest.
fn days_to(date: &PartialDate, document_day: NaiveDate) -> Option<i64> {
    let (month, day) = (date.month?, date.day?);
    let years = document_day.year() - 1..=document_day.year() + 1;
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.map(|day| (day - document_day).num_days().abs()).min()
}

#[cfg(test)]
mod tests {
    use crate::time::tests::check_edtf as check;

    const BACKGROUND: &str = "The firm was founded in 2009, grew in 2012, was sold in 2014, split in 2016, failed in 2019 \
        and was wound up in 2022.";

    #[test]
    fn days_near_the_report_are_of_its_year_whatever_the_background() {
        let text = format!("He was convicted on Oct 21. {BACKGROUND} He was sentenced on Nov 17.");
        check(&text, Some("2025-11-18"), "2025-10-21 2009 2012 2014 2016 2019 2022 2025-11-17");
    }

    #[test]
    fn a_history_goes_on_from_its_own_years() {
        let text = "In May 1909 they met. In June 1910 they wed. In May 1912 they left. In May 1914 war came. In June 1916 he \
            fell. In May 1919 she returned. On July 9 she opened a school.";
        check(text, Some("2025-11-18"), "1909-05 1910-06 1912-05 1914-05 1916-06 1919-05 1919-07-09");
    }
}
