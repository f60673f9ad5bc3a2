//! The timeline of a story, with its filters.

use std::sync::Arc;

use axum::extract::{Path, Query, State};

use crate::model::{DocumentTime, TimelineQuery};
use crate::render::html::frame::oembed_link;
use crate::render::html::site::story_path;
use crate::render::html::story;
use crate::render::html::timeline::{self, TimelineFilter, TimelinePage};
use crate::view::{EntryFilter, TimelineView};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::frames::FramesFor;
use crate::web::headers::redirect;
use crate::web::story_shelf::Now;
use crate::web::visit::Visit;

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(filter): Query<TimelineFilter>,
) -> Answer {
    let is_framed = app.frames == FramesFor::Everybody;
    app.ask(move |archive| {
        let head = archive.head(&name)?;
        if let Some(filter) = filter.at_stop(head.timezone) {
            return Ok(redirect(&filter.address()));
        }
        let zone = head.timezone;
        let as_of = match filter.as_of.trim() {
            "" => None,
            words => Some(DocumentTime::read(words, zone).ok_or_else(|| no_time(words))?.instant(zone)),
        };
        let (query, asked) = (TimelineQuery { as_of, ..TimelineQuery::default() }, filter.asked());
        // All of it is asked for most, so that is kept.
        let now = match as_of.is_none() && asked == EntryFilter::default() {
            true => archive.timeline_now(&name)?,
            false => Now::latest(archive.timeline_of(&name, &query, &asked)?),
        };
        let view: &TimelineView = &now;
        let shown = view.entries.len() + view.undated.len();
        let total = view.filter.as_ref().map_or(shown, |filter| filter.of);
        let mut frame = story::frame(&head, "");
        if is_framed {
            frame.feeds.push(oembed_link(&story_path(&head.story, ""), frame.title.clone()));
        }
        let page = TimelinePage { head, view, filter, total, is_latest: now.is_latest };
        Ok(visit.page(frame, &timeline::body(&page, &visit.site)))
    })
    .await
}

fn no_time(words: &str) -> Problem {
    Problem::form(format!("`{words}` names no time"), "write a time such as `2025-04-24T08:00`")
}
