//! The timeline of a story, with its filters.

use std::sync::Arc;

use axum::extract::{Path, Query, State};

use crate::model::{DocumentTime, TimelineQuery};
use crate::render::html::frame::oembed_link;
use crate::render::html::site::story_path;
use crate::render::html::story;
use crate::render::html::timeline::{self, TimelineFilter, TimelinePage};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::frames::FramesFor;
use crate::web::headers::redirect;
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
        let query = TimelineQuery { as_of, ..TimelineQuery::default() };
        let view = archive.timeline_of(&name, &query, &filter.asked())?;
        let shown = view.entries.len() + view.undated.len();
        let total = view.filter.as_ref().map_or(shown, |filter| filter.of);
        let mut frame = story::frame(&head, "");
        if is_framed {
            frame.feeds.push(oembed_link(&story_path(&head.story, ""), frame.title.clone()));
        }
        let page = TimelinePage { head, view: &view, filter, total };
        Ok(visit.page(frame, &timeline::body(&page, &visit.site)))
    })
    .await
}

fn no_time(words: &str) -> Problem {
    Problem::form(format!("`{words}` names no time"), "write a time such as `2025-04-24T08:00`")
}
