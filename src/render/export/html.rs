//! Writes a timeline as one plain page that needs nothing else.
//!
//! Reading order is document order: a heading a day, a list of entries under it,
//! an anchor each. No script and no outside request: the page's own policy
//! forbids both, and its filters are check boxes that the style sheet heeds.
//! Doubt is said in words first, then shown in shape, never in colour alone.

use base64::prelude::{BASE64_STANDARD, Engine};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::markdown::history_words;
use super::parts::{
    count, evidence_words, first_report_words, kind_word, moment_words, status_word, title, when_words,
};
use super::safe::web_address;
use crate::model::{ConflictState, Edtf, EntryKind, Precision, Status};
use crate::view::{ConflictView, EntryView, TimelineView};

const STYLE: &str = include_str!("timeline.css");
/// Days between two dated days from which the gap is stated.
const GAP_DAYS: i64 = 7;

/// Writes the timeline as one page with its style and nothing from elsewhere.
pub fn timeline(view: &TimelineView) -> String {
    let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title(view)) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body(view)) }
        }
    };
    page.into_string()
}

fn body(view: &TimelineView) -> Markup {
    html! {
        a.skip href="#entries" { "Skip to the timeline" }
        header {
            h1 { (title(view)) }
            p role="status" { (summary(view)) }
            (filters())
        }
        main id="entries" {
            @if view.entries.is_empty() && view.undated.is_empty() { p { "Nothing dated is told yet." } }
            (days(view))
            @if !view.undated.is_empty() {
                section {
                    h2 { "Undated" }
                    ol role="list" { @for entry in &view.undated { (item(entry, view.timezone)) } }
                }
            }
            @if !view.conflicts.is_empty() {
                section {
                    h2 { "Where accounts differ" }
                    ul role="list" { @for conflict in &view.conflicts { (conflict_item(conflict)) } }
                }
            }
        }
        footer {
            h2 { "Articles" }
            ul { @for article in &view.articles {
                li {
                    @match &article.url {
                        Some(url) if web_address(url).is_some() => a href=(url) { (article.outlet.as_deref().unwrap_or(&article.name)) },
                        _ => (article.outlet.as_deref().unwrap_or(&article.name)),
                    }
                    " (" (article.reference) ")"
                    @if let Some(url) = &article.url { span.print { " " (url) } }
                }
            } }
        }
    }
}

fn summary(view: &TimelineView) -> String {
    let entries = count(view.entries.len(), "dated entry", "dated entries");
    let articles = count(view.articles.len(), "article", "articles");
    let as_of =
        view.as_of.map(|moment| format!(", as readers had been told by {}", moment_words(moment, view.timezone)));
    format!("{entries}, {} undated, from {articles}{}", view.undated.len(), as_of.unwrap_or_default())
}

fn filters() -> Markup {
    html! {
        form.filters aria-label="Show" {
            @for (id, label) in [("events", "Events"), ("statements", "Statements"), ("planned", "Planned")] {
                label { input type="checkbox" id={ "show-" (id) } checked; " " (label) }
            }
        }
    }
}

/// Writes the dated entries, a section for each run of equal dates.
fn days(view: &TimelineView) -> Markup {
    let zone = view.timezone;
    let runs = view.entries.chunk_by(|a, b| heading(a, zone) == heading(b, zone));
    let mut before: Option<DateTime<Utc>> = None;
    html! {
        @for run in runs {
            @if let Some(days) = gap(&mut before, &run[0], zone) { p.gap { "Nothing reported for " (days) " days" } }
            section {
                h2 { (heading(&run[0], zone)) }
                ol role="list" { @for entry in run { (item(entry, zone)) } }
            }
        }
    }
}

/// Returns the heading an entry stands under: its day where it has one, else its date in words.
fn heading(entry: &EntryView, zone: Tz) -> String {
    let day = entry.when.as_ref().and_then(|when| when.day(zone));
    day.map_or_else(|| when_words(entry), |day| day.format("%A %-d %B %Y").to_string())
}

/// Returns the days since the run before, where both are exact to the day and enough lie between.
fn gap(before: &mut Option<DateTime<Utc>>, entry: &EntryView, zone: Tz) -> Option<i64> {
    let when = entry.when.as_ref().filter(|when| Precision::Day <= when.precision() && !when.is_interval())?;
    let now = when.earliest(zone);
    let days = before.replace(now).map_or(0, |before| (now - before).num_days());
    (GAP_DAYS <= days).then_some(days)
}

fn item(entry: &EntryView, zone: Tz) -> Markup {
    let class = match entry.kind {
        EntryKind::Event => "event",
        EntryKind::Statement => "statement",
        EntryKind::Planned => "planned",
    };
    html! {
        li class=(class) {
            article id=(entry.id) {
                h3 {
                    @if let Some(speaker) = &entry.speaker { span.speaker { (speaker) ": " } }
                    @if entry.status == Status::Withdrawn {
                        del { span.hidden { "no longer in the text: " } (entry.text) }
                    } @else { (entry.text) }
                }
                p.facts {
                    (when(entry))
                    @for word in [kind_word(entry.kind), status_word(entry.status, entry.outlets)].into_iter().flatten() {
                        " · " span.word { (word) }
                    }
                }
                details {
                    summary { "Evidence and history" }
                    p { (first_report_words(entry, zone)) }
                    ul {
                        @for evidence in &entry.evidence { li { (evidence_words(evidence)) } }
                        @for step in &entry.history { li { (history_words(step, zone)) } }
                    }
                    p { a href={ "#" (entry.id) } { "Link to this entry" } }
                }
            }
        }
    }
}

/// Writes the date in words; what HTML can read goes into `datetime`, the rest into `data-edtf`.
fn when(entry: &EntryView) -> Markup {
    let words = when_words(entry);
    match &entry.when {
        None => html! { span.vague { (words) } },
        Some(date) if is_plain(date) => html! { time datetime=(date) { (words) } },
        Some(date) => html! { time.vague data-edtf=(date) { (words) } },
    }
}

/// Returns whether HTML's `time` element knows the date's form.
fn is_plain(date: &Edtf) -> bool {
    let known = matches!(date.precision(), Precision::Year | Precision::Month | Precision::Day | Precision::Second);
    known
        && !date.is_interval()
        && !date.is_doubtful()
        && !date.as_str().contains('X')
        && !date.as_str().starts_with('-')
}

fn conflict_item(conflict: &ConflictView) -> Markup {
    html! {
        li {
            p {
                (conflict.kind.as_str()) ": " (conflict.about)
                @if conflict.state == ConflictState::Past { " (settled since)" }
            }
            ul { @for side in &conflict.sides {
                li { (side.outlet.as_deref().unwrap_or(&side.article)) " v" (side.version) ": " q { (side.value) } }
            } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn the_page_escapes_names_and_loads_nothing() {
        let page = timeline(&sample::timeline());
        assert!(page.contains("&lt;b&gt;held&lt;/b&gt;, &amp; hold."));
        assert!(!page.contains("<script") && !page.contains("<b>"));
        assert!(page.contains("default-src 'none'"));
        assert_eq!(page.matches("<h1>").count(), 1);
        assert!(page.contains("data-edtf=\"../2025-09\"") && page.contains("<time datetime=\"2025-05-01\">"));
    }

    #[test]
    fn only_web_addresses_become_links() {
        let mut view = sample::timeline();
        view.articles[0].url = Some("javascript:alert(1)".to_owned());
        assert!(!timeline(&view).contains("href=\"javascript"));
    }
}
