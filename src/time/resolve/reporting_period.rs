//! Finds the period whose figures a text reports.
//!
//! "Profit rose in the third quarter from that of a year ago": a year ago is the
//! third quarter of the year before, because like is compared with like. After
//! "for the nine months, net fell" a year ago is the year before. A quarter
//! mentioned in passing ("after a flat second quarter") counts in its own
//! sentence only, and one to come is nothing that figures can be compared with.

use chrono::NaiveDate;

use crate::time::calendar::CalendarPeriod;
use crate::time::phrase::{Length, TimeUnit};

/// Sentences for which a period stays what "a year ago" compares with.
const MAX_DISTANCE: usize = 6;

/// The period that figures were reported of last.
#[derive(Debug, Default)]
pub(crate) struct ReportingPeriod {
    /// The quarter, and the sentence it stands in.
    quarter: Option<(CalendarPeriod, usize)>,
    /// An earlier quarter that the same report mentions in passing, and its sentence.
    passing: Option<(CalendarPeriod, usize)>,
    /// The sentence that spoke of several months in sum.
    months: Option<usize>,
}

impl ReportingPeriod {
    /// Takes in a quarter that a sentence speaks of.
    pub(crate) fn add(&mut self, quarter: CalendarPeriod, sentence: usize, document_day: Option<NaiveDate>) {
        let begin = quarter.days().0;
        if !matches!(quarter, CalendarPeriod::Quarter(..)) || document_day.is_some_and(|day| day < begin) {
            return;
        }
        // "It will take a charge in the fourth quarter": it has no figures yet.
        let is_under_way = document_day.is_some_and(|day| day <= quarter.days().1);
        if is_under_way && self.is_quarter_near(sentence) {
            return;
        }
        self.months = None;
        match self.quarter {
            Some((known, at)) if begin < known.days().0 && sentence <= at + MAX_DISTANCE => {
                self.passing = Some((quarter, sentence));
            }
            _ => self.quarter = Some((quarter, sentence)),
        }
    }

    /// Takes in that figures are summed over "the six months" or "the nine months".
    pub(crate) fn add_length(&mut self, length: &Length, sentence: usize) {
        let is_sum = length.unit == TimeUnit::Month && length.number.is_some_and(|n| [6.0, 9.0].contains(&n));
        if is_sum {
            self.months = Some(sentence);
        }
    }

    /// Returns the quarter that a sentence speaks of, however far back it was named.
    pub(crate) fn quarter(&self, sentence: usize) -> Option<CalendarPeriod> {
        let passing = self.passing.filter(|(_, at)| *at == sentence);
        passing.or(self.quarter).map(|(quarter, _)| quarter)
    }

    /// Returns the quarter named in this sentence or the one before.
    pub(crate) fn quarter_beside(&self, sentence: usize) -> Option<CalendarPeriod> {
        self.quarter.filter(|(_, at)| sentence <= at + 1).map(|(quarter, _)| quarter)
    }

    /// Returns the quarter that "a year ago" compares with.
    pub(crate) fn quarter_near(&self, sentence: usize) -> Option<CalendarPeriod> {
        self.quarter(sentence).filter(|_| self.is_quarter_near(sentence) && !self.is_sum(sentence))
    }

    fn is_quarter_near(&self, sentence: usize) -> bool {
        self.quarter.is_some_and(|(_, at)| sentence <= at + MAX_DISTANCE)
    }

    /// Returns whether figures are summed over months.
    pub(crate) fn is_sum(&self, sentence: usize) -> bool {
        self.months.is_some_and(|at| sentence <= at + MAX_DISTANCE)
    }
}

#[cfg(test)]
mod tests {
    use crate::time::tests::found;

    #[test]
    fn like_is_compared_with_like() {
        for (text, want) in [
            (
                "In the third quarter sales rose. For the nine months they fell from those of a year earlier.",
                "the third quarter|DATE|1989-Q3; the nine months|DURATION|P9M; a year earlier|DATE|1988",
            ),
            (
                "Third-quarter sales rose. After a flat second quarter that was news. A year ago they fell.",
                "Third-quarter|DATE|1989-Q3; second quarter|DATE|1989-Q2; A year ago|DATE|1988-Q3",
            ),
            (
                "In the third quarter of 1990 sales may rise. They fell from those of a year ago.",
                "the third quarter of 1990|DATE|1990-Q3; a year ago|DATE|1988",
            ),
            (
                "Third-quarter sales rose. It will take a fourth-quarter charge. Sales fell in the latest quarter.",
                "Third-quarter|DATE|1989-Q3; fourth-quarter|DATE|1989-Q4; the latest quarter|DATE|1989-Q3",
            ),
            (
                "Sales rose in the fiscal first quarter. They were $4 million for the quarter ended Sept. 30.",
                "the fiscal first quarter|DATE|1989-Q1; the quarter|DATE|1989-Q1; Sept. 30|DATE|1989-09-30",
            ),
            (
                "Sales rose in this year's third quarter from those of the same quarter last year.",
                "this year's third quarter|DATE|1989-Q3; the same quarter last year|DATE|1988-Q3",
            ),
        ] {
            assert_eq!(found(text, "1989-11-02"), want, "in {text:?}");
        }
    }
}
