//! The timeline of a story, with its filters.

use std::sync::Arc;

use axum::extract::{Path, Query, State};

use super::story;
use crate::model::{DocumentTime, TimelineQuery};
use crate::render::html::timeline::{self, TimelineFilter, TimelinePage};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::visit::Visit;

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(mut filter): Query<TimelineFilter>,
) -> Answer {
    filter.newest_first = filter.order == "new";
    let (heads, wanted) = (Arc::clone(&app), filter.clone());
    let (head, view, total) = app
        .ask(move |archive| {
            let head = heads.heads.of(archive, &name)?;
            let as_of = match wanted.as_of.trim() {
                "" => None,
                words => {
                    Some(DocumentTime::read(words, head.timezone).ok_or_else(|| no_time(words))?.instant(head.timezone))
                }
            };
            let mut view = archive.timeline(&name, &TimelineQuery { as_of, ..TimelineQuery::default() })?;
            let total = view.entries.len() + view.undated.len();
            wanted.apply(&mut view);
            Ok((head, view, total))
        })
        .await?;
    let frame = story::frame(&head, "");
    let page = TimelinePage { head, view: &view, filter, total };
    Ok(visit.page(frame, &timeline::body(&page, &visit.site)))
}

fn no_time(words: &str) -> Problem {
    Problem::form(format!("`{words}` names no time"), "write a time such as `2025-04-24T08:00`")
}
