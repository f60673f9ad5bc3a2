//! Writes what is watched, how it is doing, and what happens while it runs.

use chrono::{DateTime, Utc};

use super::{ScreenStyle, TextMark, clean, cut, looked};
use crate::model::DAY_IN_SECONDS;
use crate::render::counted::count;
use crate::view::{
    LookOutcome, Outcome, PageLookRow, WatchEvent, WatchEventView, WatchPageRow, WatchRow, WatchSummary, WatchTestView,
    WatchView, WatchesView,
};

/// Pages that are listed of a watch before the rest is only counted.
const MOST_LISTED: usize = 40;

/// Writes everything that is watched.
pub fn watches(look: ScreenStyle, view: &WatchesView) -> String {
    if view.watches.is_empty() {
        return "nothing is watched yet; `writethru watch add URL` begins\n".to_owned();
    }
    view.watches.iter().map(|row| line(look, row, view.now)).collect()
}

fn line(look: ScreenStyle, row: &WatchRow, now: DateTime<Utc>) -> String {
    let name = look.paint(TextMark::Strong, &row.name);
    let story = row.story.as_ref().map(|story| format!(" → {}", clean(story))).unwrap_or_default();
    let mut text = format!("{name}  {}{story}  {}\n", row.kind, clean(&row.url));
    let state = match row.paused_until.filter(|until| now < *until) {
        Some(until) if 10_000 < (until - now).num_days() => "rests".to_owned(),
        Some(until) => format!("rests until {}", moment(until)),
        None => match row.next_look {
            Some(next) => format!("next look {}", from_now(next, now)),
            None => "nothing to look at".to_owned(),
        },
    };
    let looked = row.last_look.map(|time| format!(", last {}", from_now(time, now))).unwrap_or_default();
    let failing = if row.failing == 0 { String::new() } else { format!(", {} failing", row.failing) };
    let group = row.group.as_ref().map(|group| format!(", in group {}", clean(group))).unwrap_or_default();
    let hours = row.hours.as_ref().map(|hours| format!(", at {}", clean(hours))).unwrap_or_default();
    text.push_str(&format!("  {}, {state}{looked}{failing}{hours}{group}\n", count(row.items, "page", "pages")));
    if let Some(failure) = &row.failure {
        text.push_str(&format!("  {}\n", look.paint(TextMark::Alert, &format!("failed: {}", clean(failure)))));
    }
    text
}

/// Writes a watch with its pages.
pub fn watch(look: ScreenStyle, view: &WatchView) -> String {
    let mut text = line(look, &view.watch, view.now);
    for word in &view.watch.words {
        text.push_str(&format!("  takes items with “{}”\n", clean(word)));
    }
    text.extend(view.pages.iter().take(MOST_LISTED).map(|page| page_line(look, page, view.now)));
    let more = view.pages.len().saturating_sub(MOST_LISTED);
    if 0 < more {
        text.push_str(&format!("  … and {} (`--format json` lists them)\n", count(more, "page", "pages")));
    }
    text
}

/// Writes a fact of a page: "2025-04-24 08:00 UTC  gone: absent since …".
fn fact_line(look: ScreenStyle, fact: &PageLookRow) -> String {
    let told = format!("{}  {}: {}", moment(fact.looked), fact.kind, clean(&fact.message));
    format!("    {}\n", look.paint(TextMark::Faint, &told))
}

fn page_line(look: ScreenStyle, page: &WatchPageRow, now: DateTime<Utc>) -> String {
    let what = match (&page.article, page.is_list) {
        (_, true) => "list".to_owned(),
        (Some(article), _) => article.clone(),
        (None, _) => "not seen yet".to_owned(),
    };
    let next = match page.ended {
        Some(ended) => format!("done with {}: gone for good", from_now(ended, now)),
        None => format!("next {}", from_now(page.next_look, now)),
    };
    let mut text = format!("  {}  {}  {next}\n", clean(&page.url), clean(&what));
    if let Some(failure) = &page.failure {
        let times = count(page.failures as usize, "time", "times");
        text.push_str(&format!(
            "    {}\n",
            look.paint(TextMark::Alert, &format!("failed {times}: {}", clean(failure)))
        ));
    }
    text.extend(page.facts.iter().map(|fact| fact_line(look, fact)));
    text
}

/// Writes how a watch is looked at, and in which group it is.
pub fn watch_setting(row: &WatchRow) -> String {
    let every = row.every_minutes.map(|minutes| format!("every {}", count(minutes as usize, "minute", "minutes")));
    let hours = row.hours.as_deref().map_or_else(|| "at all hours".to_owned(), clean);
    let group = row.group.as_ref().map(|group| format!("in group {}", clean(group)));
    let parts: Vec<String> = every.into_iter().chain([hours]).chain(group).collect();
    format!("looks at its pages {}", parts.join(", "))
}

/// Writes what was done to a watch.
pub fn watch_done(look: ScreenStyle, row: &WatchRow, what: &str) -> String {
    format!("{}  {}  {what}\n", look.paint(TextMark::Strong, &row.name), row.kind)
}

/// Writes what a watch would find.
pub fn watch_test(look: ScreenStyle, view: &WatchTestView) -> String {
    let title = view.title.as_ref().map(|title| format!("  “{}”", clean(title))).unwrap_or_default();
    let taken = view.items.iter().filter(|item| item.taken).count();
    let of = count(view.items.len(), "page", "pages");
    let mut text = format!("{}{title}: takes {taken} of {of}\n", look.paint(TextMark::Strong, &view.kind));
    for item in &view.items {
        let mark = if item.taken { "+" } else { "-" };
        let time = item.published.map(|time| format!("  {}", moment(time))).unwrap_or_default();
        let title = item.title.as_ref().map(|title| format!("  “{}”", cut(title, 70))).unwrap_or_default();
        text.push_str(&format!("  {mark} {}{time}{title}\n", clean(&item.url)));
    }
    text
}

/// Writes what happened, where it is news.
pub fn watch_event(look: ScreenStyle, event: &WatchEventView) -> String {
    let time = event.at.format("%H:%M:%S");
    match &event.event {
        WatchEvent::List { url, failure: Some(failure), .. } => {
            let head = look.paint(TextMark::Alert, &format!("{}: cannot read {}", event.watch, clean(url)));
            format!("{time} {head}: {}\n", clean(failure))
        }
        WatchEvent::List { added: 0, .. } | WatchEvent::NotYet { .. } => String::new(),
        WatchEvent::List { added, .. } => {
            format!("{time} {}: {}\n", event.watch, count(*added, "new page", "new pages"))
        }
        WatchEvent::Look(view) => match &view.outcome {
            LookOutcome::Recorded { recorded, .. } if recorded.outcome == Outcome::Unchanged => String::new(),
            // One line a failure: whoever reads along has seen the hints.
            LookOutcome::Failed { message, .. } => {
                let head = look.paint(TextMark::Alert, &format!("not recorded: {}", clean(&view.url)));
                format!("{time} {head}: {}\n", clean(message))
            }
            LookOutcome::Doubtful { message, .. } => {
                format!("{time} {}: looked at again before it counts: {}\n", clean(&view.url), clean(message))
            }
            _ => format!("{time} {}", looked(look, view)),
        },
    }
}

/// Writes what a run did.
pub fn watch_summary(summary: &WatchSummary) -> String {
    let WatchSummary { looks, versions, added, failed, doubtful } = *summary;
    let doubtful = if doubtful == 0 { String::new() } else { format!(", {doubtful} in doubt") };
    format!(
        "{}: {} recorded, {} found, {failed} failed{doubtful}\n",
        count(looks, "look", "looks"),
        count(versions, "version", "versions"),
        count(added, "page", "pages"),
    )
}

fn moment(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// Writes how far a moment lies from now.
fn from_now(time: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let seconds = (time - now).num_seconds();
    let length = match seconds.abs() {
        0..=59 => return if seconds <= 0 { "now".to_owned() } else { "in a minute".to_owned() },
        60..=7_199 => format!("{} min", seconds.abs() / 60),
        7_200..=172_799 => format!("{} h", seconds.abs() / 3_600),
        _ => format!("{} days", seconds.abs() / DAY_IN_SECONDS),
    };
    if seconds < 0 { format!("{length} ago") } else { format!("in {length}") }
}
