//! What is watched, how each watch is doing, and the buttons that let it rest or go on.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};
use serde::Deserialize;

use super::form::check_token;
use crate::render::counted::count;
use crate::render::html::site::story_path;
use crate::render::html::{Frame, Section};
use crate::render::safe::web_address;
use crate::render::screen::times;
use crate::view::{WatchRow, WatchesView};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::headers::redirect;
use crate::web::visit::Visit;

/// Days of rest from which nobody expects the watch to go on by itself.
const FOR_GOOD_DAYS: i64 = 10_000;

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Answer {
    let now = (app.clock)();
    app.ask(move |archive| {
        let view = archive.watches(now)?;
        let stories: BTreeSet<String> = archive.stories()?.stories.into_iter().map(|story| story.name).collect();
        Ok(visit.page(Frame::new("Watches", Section::Watches), &page(&view, &stories, &visit)))
    })
    .await
}

fn page(view: &WatchesView, stories: &BTreeSet<String>, visit: &Visit) -> Markup {
    html! {
        header.head {
            h1 { "Watches" }
            @if !view.watches.is_empty() { p.k { (count(view.watches.len(), "page is", "pages are")) " looked at again and again, while " code { "writethru watch run" } " runs. Times are in UTC." } }
        }
        @if view.watches.is_empty() {
            div.empty {
                p { "Nothing is watched yet. A watch looks at a feed, a sitemap, a section or an article again and again, and records what changed." }
                p { code { "writethru watch add https://example.org/rss.xml --story NAME" } " begins one." }
            }
        }
        ol.articles role="list" { @for row in &view.watches { li { (self::row(row, view.now, stories, visit)) } } }
    }
}

fn row(row: &WatchRow, now: DateTime<Utc>, stories: &BTreeSet<String>, visit: &Visit) -> Markup {
    let rests = row.paused_until.is_some_and(|until| now < until);
    let (act, words) = if rests { ("resume", "Go on") } else { ("pause", "Let it rest") };
    html! {
        h2 { (row.name) }
        p.k {
            (row.kind)
            @match web_address(&row.url) { Some(url) => { " · " a href=(url) rel="external noreferrer" { (url) } } None => { " · " (row.url) } }
            @if let Some(story) = &row.story {
                " · files under "
                // The first article that is recorded makes the story.
                @if stories.contains(story) { (visit.site.link(&story_path(story, ""), story)) } @else { (story) }
            }
            @if let Some(group) = &row.group { " · in group " (group) }
            @if let Some(hours) = &row.hours { " · at " (hours) }
            @if !row.words.is_empty() { " · only items with " (row.words.join(", ")) }
        }
        p.k { (count(row.items, "page", "pages")) ", " (state(row, now)) @if let Some(last) = row.last_look { ", last look " (times::moment(last, Tz::UTC)) } }
        @if 0 < row.failing { p.note { (count(row.failing, "page", "pages")) " could not be read at the last look." } }
        @if let Some(failure) = &row.failure { p.note { "The list could not be read: " (failure) } }
        @if visit.site.is_editable() {
            form.acts method="post" {
                (visit.token()) input type="hidden" name="name" value=(row.name); input type="hidden" name="act" value=(act);
                button type="submit" { (words) span.hidden { ": " (row.name) } }
            }
        }
    }
}

fn state(row: &WatchRow, now: DateTime<Utc>) -> String {
    match (row.paused_until.filter(|until| now < *until), row.next_look) {
        (Some(until), _) if FOR_GOOD_DAYS < (until - now).num_days() => "rests until it is told to go on".to_owned(),
        (Some(until), _) => format!("rests until {}", times::moment(until, Tz::UTC)),
        (None, Some(next)) if next <= now => "a look is due".to_owned(),
        (None, Some(next)) => format!("next look {}", times::moment(next, Tz::UTC)),
        (None, None) => "nothing to look at".to_owned(),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WatchForm {
    form_token: String,
    name: String,
    /// `pause`, `resume`.
    act: String,
}

/// Lets a watch rest, or go on.
pub(crate) async fn act(State(app): State<Arc<App>>, Form(form): Form<WatchForm>) -> Answer {
    check_token(&app, &form.form_token)?;
    let is_pause = form.act == "pause";
    app.change(move |archive, now| match is_pause {
        true => Ok(archive.pause_watch(&form.name, None, now)?),
        false => Ok(archive.resume_watch(&form.name, now)?),
    })
    .await?;
    Ok(redirect(&format!("./?done={}", if is_pause { "paused" } else { "resumed" })))
}
