//! Takes out of a timeline what is not asked for.
//!
//! A vague date is kept where one of its days fits; an open end says nothing of its side, so "by September" counts as
//! September. What no text dates is left out as soon as days are asked for.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::EntryFilter;
use super::timeline::{EntryView, TimelineView};
use crate::model::Edtf;

impl EntryFilter {
    /// Takes out of a timeline what is not asked for, and conflicts that no remaining entry is about; turns the order
    /// round where that is asked for.
    pub fn apply(&self, view: &mut TimelineView) {
        let wanted = self.outlets_meant(&outlets_of(view));
        let zone = view.timezone;
        let keep = |entry: &EntryView| self.fits(entry, &wanted) && self.lies_within(entry.when.as_ref(), zone);
        view.entries.retain(keep);
        view.undated.retain(keep);
        if !self.is_whole() {
            let left: Vec<&EntryView> = view.entries.iter().chain(&view.undated).collect();
            let is_left = |words: &str| left.iter().any(|entry| entry.sentences.iter().any(|own| own == words));
            view.conflicts.retain(|conflict| conflict.sides.iter().any(|side| is_left(&side.sentence)));
        }
        if self.newest_first {
            view.entries.reverse();
        }
    }

    /// Counts the entries without a date that days leave out which are asked for, and nothing else would.
    pub fn undated_left_out(&self, view: &TimelineView) -> usize {
        let wanted = self.outlets_meant(&outlets_of(view));
        let left_out = |entry: &&EntryView| self.fits(entry, &wanted) && !self.lies_within(None, view.timezone);
        view.undated.iter().filter(left_out).count()
    }

    /// Returns whether an entry is asked for, whenever it happened.
    fn fits(&self, entry: &EntryView, outlets: &[String]) -> bool {
        self.wants(entry) && self.is_reported_by(entry, outlets)
    }

    fn is_reported_by(&self, entry: &EntryView, meant: &[String]) -> bool {
        let mut tellers = entry.evidence.iter().map(|own| own.outlet.as_deref().unwrap_or(&own.article));
        self.outlets.is_empty() || tellers.any(|teller| meant.iter().any(|name| name == teller))
    }

    fn wants(&self, entry: &EntryView) -> bool {
        let holds = |own: &str, asked: &str| own.to_lowercase().contains(&asked.trim().to_lowercase());
        let is_spoken = |asked: &String| entry.speaker.as_deref().is_some_and(|own| holds(own, asked));
        let is_tagged = |asked: &String| entry.tags.iter().any(|own| own.to_lowercase() == asked.trim().to_lowercase());
        let mut texts = entry.sentences.iter().chain([&entry.text]);
        (self.kinds.is_empty() || self.kinds.contains(&entry.kind))
            && (self.statuses.is_empty() || self.statuses.contains(&entry.status))
            && (self.speakers.is_empty() || self.speakers.iter().any(is_spoken))
            && (self.tags.is_empty() || self.tags.iter().any(is_tagged))
            && (self.words.trim().is_empty() || texts.any(|own| holds(own, &self.words)))
    }

    fn lies_within(&self, when: Option<&Edtf>, zone: chrono_tz::Tz) -> bool {
        let Some(when) = when else { return self.from.is_none() && self.to.is_none() };
        let (first, last) = days_of(when, zone);
        self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
    }
}

/// Returns who publishes the articles of a timeline.
fn outlets_of(view: &TimelineView) -> Vec<&str> {
    view.articles.iter().map(|article| article.outlet.as_deref().unwrap_or(&article.reference)).collect()
}

/// Returns the first and the last day that a date can mean; of an open end, the known one.
fn days_of(when: &Edtf, zone: chrono_tz::Tz) -> (NaiveDate, NaiveDate) {
    let (first, last) = (day_of(when.earliest(zone), zone), day_of(when.latest(zone), zone));
    match when.as_str() {
        text if text.starts_with("../") => (last, last),
        text if text.ends_with("/..") => (first, first),
        _ => (first, last),
    }
}

/// Returns the day of a moment in a zone, at the ends of the calendar too.
fn day_of(at: DateTime<Utc>, zone: chrono_tz::Tz) -> NaiveDate {
    let day = Duration::days(1);
    at.clamp(DateTime::<Utc>::MIN_UTC + day, DateTime::<Utc>::MAX_UTC - day).with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntryKind, Status};
    use crate::render::export::sample;

    #[track_caller]
    fn check(filter: &EntryFilter, want: &[&str]) {
        let mut view = sample::timeline();
        filter.apply(&mut view);
        let ids: Vec<&str> = view.entries.iter().chain(&view.undated).map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, want, "{filter:?}");
    }

    #[test]
    fn each_field_narrows_the_timeline() {
        let names = |name: &str| vec![name.to_owned()];
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let all = EntryFilter::default;
        check(&all(), &["e1", "e2", "e3", "e4", "e5"]);
        check(&EntryFilter { kinds: vec![EntryKind::Planned, EntryKind::Statement], ..all() }, &["e3", "e4"]);
        check(&EntryFilter { statuses: vec![Status::Withdrawn], ..all() }, &["e3"]);
        check(&EntryFilter { speakers: names("nwosu"), ..all() }, &["e3"]);
        check(&EntryFilter { words: "LEAVE".to_owned(), ..all() }, &["e5"]);
        check(&EntryFilter { outlets: names("river"), ..all() }, &["e1", "e2", "e3", "e4", "e5"]);
        check(&EntryFilter { outlets: names("Other"), ..all() }, &[]);
        check(&EntryFilter { tags: names("toll"), ..all() }, &["e2"]);
        // "By September" lies before a day of October, "the 1960s" before 1999; what has no date is not asked for.
        check(&EntryFilter { from: day("2025-05-01"), ..all() }, &["e2", "e3", "e4"]);
        check(&EntryFilter { from: day("2025-10-01"), ..all() }, &[]);
        check(&EntryFilter { to: day("1999-12-31"), ..all() }, &["e1"]);
        check(&EntryFilter { from: day("1965-01-01"), to: day("1965-12-31"), ..all() }, &["e1"]);
        check(&EntryFilter { newest_first: true, ..all() }, &["e4", "e3", "e2", "e1", "e5"]);
    }

    #[test]
    fn only_days_leave_out_what_has_no_date() {
        let check = |filter: EntryFilter, want: usize| {
            assert_eq!(filter.undated_left_out(&sample::timeline()), want, "{filter:?}");
        };
        let from = "2025-05-01".parse::<NaiveDate>().ok();
        check(EntryFilter::default(), 0);
        check(EntryFilter { from, ..EntryFilter::default() }, 1);
        check(EntryFilter { from, words: "LEAVE".to_owned(), ..EntryFilter::default() }, 1);
        check(EntryFilter { from, words: "clinic".to_owned(), ..EntryFilter::default() }, 0);
        check(EntryFilter { from, outlets: vec!["Other".to_owned()], ..EntryFilter::default() }, 0);
    }

    #[test]
    fn conflicts_stay_with_their_entries() {
        let left = |filter: EntryFilter| {
            let mut view = sample::timeline();
            view.conflicts[0].sides[0].sentence = view.entries[1].text.clone();
            filter.apply(&mut view);
            view.conflicts.len()
        };
        assert_eq!(left(EntryFilter::default()), 1);
        assert_eq!(left(EntryFilter { newest_first: true, ..EntryFilter::default() }), 1);
        assert_eq!(left(EntryFilter { kinds: vec![EntryKind::Event], ..EntryFilter::default() }), 1);
        assert_eq!(left(EntryFilter { kinds: vec![EntryKind::Planned], ..EntryFilter::default() }), 0);
    }
}
