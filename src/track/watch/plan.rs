//! Decides when a page is looked at next: pure rules over a clock that is passed in.
//!
//! A text that was just published or changed is looked at every few minutes, one that rests ever
//! more rarely: each wait is a part of the time it has rested, so that a page costs some fifty
//! looks in its first month and a change is still seen soon after it is made.
//!
//! ```text
//! rested   10 minutes   1 hour   1 day   1 month
//! wait      5 minutes  10 min    4 h     5 days
//! ```

use std::hash::{Hash as _, Hasher as _};

use chrono::{DateTime, TimeDelta, Utc};
use rustc_hash::FxHasher;

use crate::model::WatchHours;
use crate::store::{FARTHEST_LOOK, LEASE, PlanRole, PlanRow, Watch};

/// The wait is this part of the time that a page has rested.
const PART: i32 = 6;
/// No page is looked at more often.
pub(crate) const MIN_INTERVAL: TimeDelta = TimeDelta::minutes(5);
/// An article is looked at so often at least.
pub(crate) const LONGEST_ITEM: TimeDelta = TimeDelta::days(7);
/// A list is looked at so often at least, since it is how new articles are found.
pub(crate) const LONGEST_LIST: TimeDelta = TimeDelta::hours(1);
/// A lifetime that a server or feed states is believed up to this.
const LONGEST_LIFETIME: TimeDelta = TimeDelta::hours(24);
/// A text in doubt is looked at again after so long.
const AGAIN: TimeDelta = TimeDelta::minutes(2);
/// A page that failed again and again is still looked at so often: nothing is ever given up.
const LONGEST_BACKOFF: TimeDelta = TimeDelta::days(1);
/// A page that its server calls gone for good is asked for once more after so long, since servers err for an hour.
const GONE: TimeDelta = TimeDelta::days(1);
/// A second such answer after so long ends the looks.
const GONE_FOR_GOOD: TimeDelta = TimeDelta::hours(12);

/// Pages that waited for one moment are looked at within so long after it.
const OPENING: TimeDelta = TimeDelta::minutes(10);

/// The longest wait that a reader can choose.
pub const LONGEST_EVERY: TimeDelta = TimeDelta::days(36);
/// A wait with its jitter must not look like the work of a wrong clock.
const _: () = assert!(LONGEST_EVERY.num_hours() * 11 / 10 < FARTHEST_LOOK.num_hours());

/// What a look taught about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LookNews {
    /// Something is new: another text, or another item.
    Changed,
    /// It is as it was; `lifetime` is how long the server says that it stays so.
    Same { lifetime: Option<TimeDelta> },
    /// It must be seen again before it counts.
    Doubtful,
    /// There was no answer that could be used; `retry_at` is when the server wants to be asked again, and `is_of_server`
    /// whether it lies with the server, so that its other pages fail as well.
    Failed { message: String, retry_at: Option<DateTime<Utc>>, is_of_server: bool },
    /// The server calls it gone for good.
    Gone { message: String },
    /// The look did not take place, because the server's turn or the program's end came before.
    NotYet { retry_at: Option<DateTime<Utc>> },
}

impl LookNews {
    /// Returns what a failed look taught: `status` is what the server answered, if it did.
    pub(crate) fn failed(status: Option<u16>, message: String, retry_at: Option<DateTime<Utc>>) -> Self {
        match status {
            Some(410) => Self::Gone { message },
            _ => Self::Failed { message, retry_at, is_of_server: !status.is_some_and(is_of_page) },
        }
    }
}

/// Returns whether a status tells of the page that was asked for, or of how, and nothing of the server.
const fn is_of_page(status: u16) -> bool {
    matches!(status, 400 | 404..=406 | 410 | 414 | 451)
}

/// What the reader said of the times of looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pace {
    /// The wait between two looks at a page, if it is fixed.
    pub every: Option<TimeDelta>,
    /// The hours of the day for looks, if not all are.
    pub hours: Option<WatchHours>,
}

impl From<&Watch> for Pace {
    fn from(watch: &Watch) -> Self {
        Self { every: watch.every, hours: watch.hours }
    }
}

impl Pace {
    /// Returns `at`, or a time after the hours for looks begin next: pages that waited for it are not all asked for at once.
    pub(crate) fn open_from(self, at: DateTime<Utc>, url: &str) -> DateTime<Utc> {
        let Some(hours) = self.hours else { return at };
        let opens = hours.open_from(at);
        if opens == at {
            return at;
        }
        let spread = opens + share_of(OPENING, share(url, opens));
        // Hours may be shorter.
        if hours.open_from(spread) == spread { spread } else { opens }
    }
}

/// Returns the row after a look at `now`.
pub(crate) fn after_look(row: &PlanRow, news: &LookNews, pace: Pace, now: DateTime<Utc>) -> PlanRow {
    let mut next = row.clone();
    if !matches!(news, LookNews::NotYet { .. }) {
        next.looked = Some(now);
    }
    match news {
        LookNews::Changed => next.changed = Some(now),
        LookNews::Failed { message, .. } | LookNews::Gone { message } => {
            next.failures = row.failures.saturating_add(1);
            next.failure = Some(message.clone());
            next.is_of_server = matches!(news, LookNews::Failed { retry_at: None, is_of_server: true, .. });
        }
        _ => {}
    }
    if matches!(news, LookNews::Changed | LookNews::Same { .. } | LookNews::Doubtful) {
        (next.failures, next.failure, next.is_of_server) = (0, None, false);
    }
    match news {
        LookNews::Gone { .. } => {
            next.ended = row.gone.filter(|gone| GONE_FOR_GOOD <= now - *gone).map(|_| now);
            next.gone = row.gone.or(Some(now));
        }
        LookNews::NotYet { .. } => {}
        _ => next.gone = None,
    }
    let wait = wait(&next, news, pace.every, now).min(LONGEST_EVERY);
    next.next_at = now + jittered(wait, row, now);
    if let LookNews::Failed { retry_at: Some(at), .. } | LookNews::NotYet { retry_at: Some(at) } = news {
        next.next_at = next.next_at.max(*at);
    }
    next.next_at = pace.open_from(next.next_at, &row.url);
    next
}

/// Returns the row at a pace that was changed at `now`: counted from the last look, and what would be overdue by it a little
/// later. What failed keeps its wait, and what is due within a lease its time, since a look may be under way.
pub(crate) fn at_pace(row: &PlanRow, pace: Pace, now: DateTime<Utc>) -> PlanRow {
    let mut next = row.clone();
    if now + LEASE < row.next_at {
        if row.failures == 0 && row.gone.is_none() {
            let looked = row.looked.unwrap_or(row.found);
            let wait = pace.every.unwrap_or_else(|| usual(row, looked)).min(LONGEST_EVERY);
            let soon = now + share_of(OPENING, share(&row.url, now));
            next.next_at = (looked + jittered(wait, row, looked)).max(soon);
        }
        next.next_at = pace.open_from(next.next_at, &row.url);
    }
    next
}

fn wait(row: &PlanRow, news: &LookNews, every: Option<TimeDelta>, now: DateTime<Utc>) -> TimeDelta {
    let usual = every.unwrap_or_else(|| usual(row, now));
    match news {
        LookNews::Changed => usual,
        LookNews::Same { lifetime } => usual.max(lifetime.unwrap_or_default().min(LONGEST_LIFETIME)),
        LookNews::Doubtful => AGAIN,
        LookNews::Failed { .. } => {
            let doubled = MIN_INTERVAL * 2_i32.pow(row.failures.clamp(1, 12) - 1);
            doubled.max(usual).min(every.unwrap_or_default().max(LONGEST_BACKOFF))
        }
        LookNews::Gone { .. } => GONE,
        LookNews::NotYet { .. } => TimeDelta::seconds(30),
    }
}

/// Returns the wait for a page that is as usual.
fn usual(row: &PlanRow, now: DateTime<Utc>) -> TimeDelta {
    let longest = match row.role {
        PlanRole::List => LONGEST_LIST,
        PlanRole::Item => LONGEST_ITEM,
    };
    // A date to come, or one before the page was known, does not make it rest for longer or shorter.
    let published = row.published.filter(|time| *time <= now);
    let begun = row.changed.or(published).unwrap_or(row.found);
    ((now - begun) / PART).clamp(MIN_INTERVAL, longest)
}

/// Returns a wait that is up to a tenth shorter or longer, so that pages found together are not asked for together.
fn jittered(wait: TimeDelta, row: &PlanRow, now: DateTime<Utc>) -> TimeDelta {
    wait + share_of(wait, (share(&row.url, now) - 0.5) * 0.2)
}

/// Returns a number from 0 to 1 that is another for each page and moment.
fn share(url: &str, at: DateTime<Utc>) -> f64 {
    let mut hasher = FxHasher::default();
    (url, at.timestamp_millis()).hash(&mut hasher);
    (hasher.finish() >> 11) as f64 / (1_u64 << 53) as f64
}

fn share_of(time: TimeDelta, share: f64) -> TimeDelta {
    TimeDelta::milliseconds((time.num_milliseconds() as f64 * share) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(role: PlanRole) -> PlanRow {
        PlanRow {
            page: crate::store::PageId(1),
            watch: crate::store::WatchId(1),
            role,
            url: "https://post.example/a".into(),
            host: "post.example".into(),
            next_at: at(0),
            found: at(0),
            published: None,
            changed: None,
            looked: None,
            failures: 0,
            failure: None,
            is_of_server: false,
            gone: None,
            ended: None,
        }
    }

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    /// Checks the wait after a look at `minute`, in minutes, within the jitter.
    #[track_caller]
    fn check(row: &PlanRow, news: &LookNews, minute: i64, want: f64) -> PlanRow {
        let next = after_look(row, news, Pace::default(), at(minute));
        let got = (next.next_at - at(minute)).num_milliseconds() as f64 / 60_000.0;
        assert!((got - want).abs() <= want * 0.1 + 0.01, "{news:?} at {minute}: {got}, not {want}");
        next
    }

    #[test]
    fn a_page_is_looked_at_less_often_the_longer_it_rests() {
        let item = row(PlanRole::Item);
        let same = || LookNews::Same { lifetime: None };
        check(&item, &same(), 10, 5.0);
        check(&item, &same(), 60, 10.0);
        check(&item, &same(), 24 * 60, 240.0);
        check(&item, &same(), 365 * 24 * 60, 7.0 * 24.0 * 60.0);
        check(&row(PlanRole::List), &same(), 365 * 24 * 60, 60.0);
        let changed = check(&item, &LookNews::Changed, 24 * 60, 5.0);
        check(&changed, &same(), 24 * 60 + 120, 20.0);
        let published = PlanRow { published: Some(at(-600)), ..item };
        check(&published, &same(), 0, 100.0);
        check(&PlanRow { published: Some(at(99_999)), ..published }, &same(), 0, 5.0);
    }

    #[test]
    fn a_month_of_rest_costs_some_fifty_looks() {
        let mut plan = row(PlanRole::Item);
        let mut looks = 0;
        while plan.next_at < at(30 * 24 * 60) {
            plan = after_look(&plan, &LookNews::Same { lifetime: None }, Pace::default(), plan.next_at);
            looks += 1;
        }
        assert!((40..=65).contains(&looks), "{looks}");
    }

    #[test]
    fn failures_back_off_and_are_never_given_up() {
        let failed = || LookNews::Failed { message: "timeout".into(), retry_at: None, is_of_server: true };
        let mut plan = row(PlanRole::Item);
        for want in [5.0, 10.0, 20.0, 40.0, 80.0] {
            plan = check(&plan, &failed(), 1, want);
        }
        assert_eq!((plan.failures, plan.failure.as_deref()), (5, Some("timeout")));
        for _ in 0..500 {
            plan = after_look(&plan, &failed(), Pace::default(), at(1));
        }
        check(&plan, &failed(), 1, 24.0 * 60.0);
        let well = check(&plan, &LookNews::Same { lifetime: None }, 1, 5.0);
        assert_eq!((well.failures, well.failure), (0, None));
    }

    #[test]
    fn a_page_that_is_gone_for_good_is_asked_for_once_more() {
        let gone = || LookNews::Gone { message: "410".into() };
        let first = check(&row(PlanRole::Item), &gone(), 1, 24.0 * 60.0);
        assert_eq!((first.gone, first.ended), (Some(at(1)), None));
        let soon = after_look(&first, &gone(), Pace::default(), at(10));
        assert_eq!(soon.ended, None, "a reader who looks again at once learns nothing");
        assert_eq!(after_look(&first, &gone(), Pace::default(), at(24 * 60)).ended, Some(at(24 * 60)));
        let between = after_look(
            &first,
            &LookNews::Failed { message: "503".into(), retry_at: None, is_of_server: true },
            Pace::default(),
            at(600),
        );
        assert_eq!(after_look(&between, &gone(), Pace::default(), at(24 * 60)).ended, None);
        let back = after_look(&first, &LookNews::Changed, Pace::default(), at(600));
        assert_eq!(back.gone, None);
    }

    #[test]
    fn what_servers_and_readers_ask_for_is_kept() {
        let item = row(PlanRole::Item);
        let later = LookNews::Failed { message: String::new(), retry_at: Some(at(300)), is_of_server: true };
        assert_eq!(after_look(&item, &later, Pace::default(), at(0)).next_at, at(300));
        check(&item, &LookNews::Same { lifetime: Some(TimeDelta::minutes(30)) }, 1, 30.0);
        check(&item, &LookNews::Same { lifetime: Some(TimeDelta::days(365)) }, 1, 24.0 * 60.0);
        check(&item, &LookNews::Doubtful, 500, 2.0);
        let every = |wait: TimeDelta, news: &LookNews| {
            after_look(&item, news, Pace { every: Some(wait), hours: None }, at(0)).next_at
        };
        let found = every(TimeDelta::minutes(50), &LookNews::Changed);
        assert!((at(45)..=at(55)).contains(&found), "{found}");
        assert!(every(TimeDelta::days(366), &LookNews::Changed) < at(0) + FARTHEST_LOOK);
        let failed = LookNews::Failed { message: String::new(), retry_at: None, is_of_server: true };
        assert!(at(0) + TimeDelta::days(8) < every(TimeDelta::days(9), &failed), "a failure asks no more often");
    }

    #[test]
    fn a_look_waits_for_the_hours_of_its_watch() {
        let pace = Pace { every: None, hours: Some("06:00-23:00 UTC".parse().unwrap()) };
        let next = |news: &LookNews, minute: i64| after_look(&row(PlanRole::Item), news, pace, at(minute)).next_at;
        for news in [
            LookNews::Changed,
            LookNews::Doubtful,
            LookNews::Failed { message: String::new(), retry_at: None, is_of_server: true },
        ] {
            assert!((at(30 * 60)..at(30 * 60 + 10)).contains(&next(&news, 23 * 60)), "{news:?}");
            assert!(next(&news, 12 * 60) < at(15 * 60), "{news:?}");
        }
        let pages = (0..20).map(|n| PlanRow { url: format!("https://post.example/{n}"), ..row(PlanRole::Item) });
        let times = pages.map(|page| after_look(&page, &LookNews::Changed, pace, at(23 * 60)).next_at);
        let times: std::collections::HashSet<_> = times.collect();
        assert!(15 < times.len(), "pages that wait for the hours are not asked for together: {times:?}");
        let narrow = Pace { every: None, hours: Some("06:00-06:01 UTC".parse().unwrap()) };
        assert!((at(30 * 60)..at(30 * 60 + 1)).contains(&narrow.open_from(at(23 * 60), "https://post.example/a")));
    }

    #[test]
    fn a_failure_is_of_the_server_or_of_the_page() {
        let check = |status: Option<u16>, retry_at: Option<DateTime<Utc>>, want: bool| {
            let news = LookNews::failed(status, "it failed".into(), retry_at);
            assert_eq!(
                after_look(&row(PlanRole::Item), &news, Pace::default(), at(1)).is_of_server,
                want,
                "{status:?}"
            );
        };
        check(Some(503), None, true);
        check(Some(403), None, true);
        check(None, None, true);
        check(Some(404), None, false);
        check(Some(410), None, false);
        check(Some(503), Some(at(300)), false); // the server named a time
    }

    #[test]
    fn another_pace_counts_from_the_last_look_and_asks_for_nothing_at_once() {
        let page = |n: i64| PlanRow {
            url: format!("https://post.example/{n}"),
            looked: Some(at(0)),
            next_at: at(600),
            ..row(PlanRole::Item)
        };
        let every = |minutes: i64| Pace { every: Some(TimeDelta::minutes(minutes)), hours: None };
        let next = |page: &PlanRow, pace: Pace| at_pace(page, pace, at(60)).next_at;
        assert!((at(108)..=at(132)).contains(&next(&page(0), every(120))));
        let overdue: Vec<_> = (0..20).map(|n| next(&page(n), every(10))).collect();
        assert!(overdue.iter().all(|time| (at(60)..at(70)).contains(time)), "{overdue:?}");
        assert!(15 < overdue.iter().collect::<std::collections::HashSet<_>>().len(), "{overdue:?}");
        let failed = PlanRow { failures: 2, failure: Some("404".into()), ..page(0) };
        assert_eq!(next(&failed, every(10)), at(600), "a failure is not asked for sooner");
        let taken = PlanRow { next_at: at(70), ..page(0) };
        assert_eq!(next(&taken, every(600)), at(70));
        let night = Pace { every: None, hours: Some("22:00-24:00 UTC".parse().unwrap()) };
        assert!((at(22 * 60)..at(22 * 60 + 10)).contains(&next(&page(0), night)));
    }
}
