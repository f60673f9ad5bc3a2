//! Writes a story's timeline: days in the margin, entries beside them, outlets as quiet labels.
//!
//! In: a timeline view. Out: the markup of its page. `days` groups the entries, `entry` writes one.
//!
//! Background, which lies before the story's own days, is folded into one line. What no text
//! dates stands on the day on which it was first told, and says so. An entry leads to its
//! sentence in its version; how its words changed since stands in one line.
//! `filter` holds what a reader wants to see of it; `as_of` lets them go back in it.

mod as_of;
mod days;
mod entry;
mod filter;

use std::ops::Range;

use maud::{Markup, html};

use super::conflicts;
use super::site::Site;
use super::story::{self, StoryTab};
use super::words;
use crate::render::counted::count;
use crate::render::entry_words::asked_words;
use crate::render::screen::times;
use crate::view::{StoryHead, TimelineView};
use days::{Day, days};

pub use entry::{EntryPage, entry_page};
use filter::NEWEST_FIRST;
pub use filter::TimelineFilter;

/// Days between two dated days from which the gap is stated.
const GAP_DAYS: i64 = 7;
/// Bytes that the days of a served page take, about, unless one day alone takes more: with its head, a page stays below 120 KB.
const PAGE_BYTES: usize = 100_000;
/// Longer gaps lie between eras, not in the story.
const MAX_GAP_DAYS: i64 = 366;

/// A timeline as it is asked for.
#[derive(Clone, Debug)]
pub struct TimelinePage<'v> {
    pub head: StoryHead,
    pub view: &'v TimelineView,
    pub filter: TimelineFilter,
    /// How many entries there are before the filter.
    pub total: usize,
    /// It holds for the archive as it is now; else as it was a moment ago.
    pub is_latest: bool,
}

impl<'v> TimelinePage<'v> {
    /// Returns the page of a whole timeline, by what the timeline itself tells.
    pub fn whole(view: &'v TimelineView) -> Self {
        let mut outlets: Vec<String> = view.articles.iter().filter_map(|article| article.outlet.clone()).collect();
        outlets.sort();
        outlets.dedup();
        let head = StoryHead {
            story: view.story.clone(),
            title: view.title.clone(),
            timezone: view.timezone,
            outlets,
            ..StoryHead::default()
        };
        let shown = view.entries.len() + view.undated.len();
        let total = view.filter.as_ref().map_or(shown, |filter| filter.of);
        Self { head, view, filter: TimelineFilter::default(), total, is_latest: true }
    }

    /// Returns the same page with the newest day first; the entries of `view` are in order of when they happened.
    pub fn newest_first(view: &'v TimelineView) -> Self {
        let filter = TimelineFilter { order: NEWEST_FIRST.to_owned(), ..TimelineFilter::default() };
        Self { filter, ..Self::whole(view) }
    }
}

/// Writes the page.
pub fn body(page: &TimelinePage<'_>, site: &Site) -> Markup {
    let TimelinePage { view, filter, .. } = page;
    let (background, mut days) = days(view);
    if filter.is_newest_first() {
        days.reverse();
    }
    // What is written as files has no questions that could ask for another page.
    let whole = 0..days.len();
    let pages = match site.is_served() {
        true => pages(days.iter().map(bytes), PAGE_BYTES),
        false => vec![whole],
    };
    let at = filter.page().min(pages.len() - 1);
    let (is_first, is_last) = (at == 0, at + 1 == pages.len());
    html! {
        (story::head(&page.head, StoryTab::Timeline, site))
        @if site.is_served() { (as_of::slider(filter, view.as_of, &page.head)) }
        p.k.shown role="status" { (shown(page)) @if 1 < pages.len() { "; page " (at + 1) " of " (pages.len()) } }
        @if site.is_editable() { p.k.by-hand { a href="entry/" { "Add an entry by hand" } } }
        @if site.is_served() { (filter::form(filter, view)) }
        @if !page.is_latest { p.note { "As the timeline stood a moment ago: what was recorded since is being read." } }
        @for note in &view.notes { p.note { (note.message) } }
        @if page.total == 0 { (empty(site)) }
        @if is_first && !filter.is_newest_first() { (fold(&background, view, site)) }
        (sections(&days[pages[at].clone()], view, site))
        @if is_last && filter.is_newest_first() { (fold(&background, view, site)) }
        @if 1 < pages.len() {
            nav.neighbours aria-label="Pages" {
                @if !is_first { a rel="prev" href=(filter.address_of(at - 1)) { "← page " (at) } }
                @if !is_last { a rel="next" href=(filter.address_of(at + 1)) { "page " (at + 2) " →" } }
            }
        }
        @if site.is_single_file() { (appendix(view, site)) }
    }
}

/// Returns how many bytes a page takes for a day, about.
fn bytes(day: &Day<'_>) -> usize {
    const HEADING: usize = 130;
    HEADING + day.entries.iter().map(|own| entry::bytes(own.entry)).sum::<usize>()
}

/// Returns which days stand on each page of `room`, by the room that each day takes; there is always a first page.
fn pages(days: impl Iterator<Item = usize>, room: usize) -> Vec<Range<usize>> {
    let nothing = 0..0;
    let (mut pages, mut taken) = (vec![nothing], 0);
    for (at, own) in days.enumerate() {
        if 0 < taken && room < taken + own {
            pages.push(at..at);
            taken = 0;
        }
        taken += own;
        pages.last_mut().expect("there is a first page").end = at + 1;
    }
    pages
}

fn shown(page: &TimelinePage<'_>) -> String {
    let shown = page.view.entries.len() + page.view.undated.len();
    let mut words = match shown == page.total {
        true => count(shown, "entry", "entries"),
        false => format!("{shown} of {}", count(page.total, "entry", "entries")),
    };
    if let Some(asked) = asked_words(page.view) {
        words = asked;
    }
    if let Some(as_of) = page.view.as_of {
        words.push_str(&format!(", as readers had been told by {}", times::moment(as_of, page.view.timezone)));
    }
    words
}

fn empty(site: &Site) -> Markup {
    html! {
        div.empty {
            p { "No event or statement is found yet." }
            @if site.is_editable() { p { "A timeline begins with the first version: " (site.link("add/", "add an article")) "." } }
        }
    }
}

/// Writes what lies before the story's own days, folded into one line.
fn fold(background: &[Day<'_>], view: &TimelineView, site: &Site) -> Markup {
    let n: usize = background.iter().map(|day| day.entries.len()).sum();
    let (Some(first), Some(last)) = (background.first(), background.last()) else { return html! {} };
    let span = match background.len() {
        1 => first.words(),
        _ => format!("{} to {}", first.words(), last.words()),
    };
    html! {
        details.background {
            summary { "Background: " (count(n, "entry", "entries")) ", " (span) }
            @for (at, day) in background.iter().enumerate() { (section(day, at.checked_sub(1).map(|before| &background[before]), view, site)) }
        }
    }
}

fn sections(days: &[Day<'_>], view: &TimelineView, site: &Site) -> Markup {
    html! {
        @for (at, day) in days.iter().enumerate() {
            @if let Some(gap) = at.checked_sub(1).and_then(|before| gap(&days[before], day)) { p.gap { "Nothing reported for " (gap) " days" } }
            (section(day, at.checked_sub(1).map(|before| &days[before]), view, site))
        }
    }
}

/// Returns the days between two days, where enough lie between.
fn gap(before: &Day<'_>, after: &Day<'_>) -> Option<i64> {
    let days = (after.date? - before.date?).num_days().abs() - 1;
    (GAP_DAYS..MAX_GAP_DAYS).contains(&days).then_some(days)
}

fn section(day: &Day<'_>, before: Option<&Day<'_>>, view: &TimelineView, site: &Site) -> Markup {
    html! {
        section.day {
            h2.date { (day.heading(before.and_then(Day::year))) }
            ol role="list" { @for dated in &day.entries { (entry::item(dated, view, site)) } }
        }
    }
}

/// Writes what a file by itself must hold: conflicts and articles.
fn appendix(view: &TimelineView, site: &Site) -> Markup {
    html! {
        @if !view.conflicts.is_empty() {
            section.after { h2 { "Accounts that differ" } (conflicts::list(&view.conflicts, view.timezone, site)) }
        }
        section.after {
            h2 { "Articles" }
            ul { @for article in &view.articles { li {
                (article.outlet.as_deref().unwrap_or(&article.name)) " "
                @match article.url.as_deref().and_then(crate::render::safe::web_address) {
                    Some(url) => a href=(url) rel="external noreferrer" { (words::cut(url, 90)) },
                    None => span.m { (article.reference) },
                }
            } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_is_torn_and_none_is_lost() {
        let check =
            |days: &[usize], want: &[Range<usize>]| assert_eq!(pages(days.iter().copied(), 300), want, "{days:?}");
        let whole = 0..2;
        check(&[100, 200], std::slice::from_ref(&whole));
        check(&[100, 201, 99, 1], &[0..1, 1..3, 3..4]);
        check(&[5000, 1], &[0..1, 1..2]);
        let none = 0..0;
        check(&[], std::slice::from_ref(&none));
    }
}
