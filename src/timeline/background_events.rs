//! Separates counts of an earlier event from those of the story's own.
//!
//! "Nine were killed on Monday. In 2013 a fire at the mill killed thirty." counts two
//! fires: a sentence that dates itself well before the first report counts by its
//! own year, in a series of its own.

use chrono::{Datelike, NaiveDate};

use super::mention::event_mention::VersionMentions;

/// A sentence dated more than this many days before the first report is about another event.
const ANOTHER_EVENT: i64 = 60;

/// Returns the year that a sentence dates itself to, where that lies well before the day on which the story began.
pub fn earlier_year(version: &VersionMentions, line: usize, began: NaiveDate) -> Option<i32> {
    let behind = &version.mentions[version.mentions.partition_point(|mention| mention.line < line)..];
    let dates = behind.iter().take_while(|mention| mention.line == line).filter_map(|mention| mention.when.as_ref());
    let years = dates.filter_map(|when| match when.day_as_written() {
        Some(day) => (ANOTHER_EVENT < (began - day).num_days()).then(|| day.year()),
        None => when.first_year().filter(|year| *year < began.year()),
    });
    years.min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::Setting;
    use crate::timeline::gather;

    #[track_caller]
    fn check(text: &str, want: Option<i32>) {
        let setting = Setting { published: "2024-06-04".parse().ok(), ..Setting::default() };
        let mentions = gather(&claim::read_side(None, text, setting), None);
        let began = NaiveDate::from_ymd_opt(2024, 6, 4).unwrap();
        assert_eq!(earlier_year(&mentions, 0, began), want, "in {text:?}");
    }

    #[test]
    fn a_sentence_well_before_the_story_counts_by_its_own_year() {
        check("A fire at the mill killed thirty people in 2013.", Some(2013));
        check("A fire at the mill killed thirty people on 3 May 2013.", Some(2013));
        check("A fire at the mill killed nine people on 3 June 2024.", None);
        check("A fire at the mill killed nine people.", None);
    }
}
