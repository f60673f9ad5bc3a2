//! The pages of a story that show one view each: changes, conflicts, figures, articles.

use std::sync::Arc;

use axum::extract::{Path, State};

use crate::render::html::{
    Frame, Section, changes as change_pages, conflicts as conflict_pages, figures as figure_pages, lists, story,
};
use crate::view::StoryHead;
use crate::web::api::feeds::feed_links;
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::visit::Visit;

/// Returns the frame of a page of a story.
pub(crate) fn frame(head: &StoryHead, page: &str) -> Frame {
    let title = story::title(head);
    let title = if page.is_empty() { title.to_owned() } else { format!("{title}: {page}") };
    Frame { feeds: feed_links(&format!("story/{}/", head.story), &title), ..Frame::new(title, Section::Stories) }
}

pub(crate) async fn changes(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    let heads = Arc::clone(&app);
    let (head, view) =
        app.ask(move |archive| Ok((heads.heads.of(archive, &story)?, archive.changes(Some(&story))?))).await?;
    Ok(visit.page(frame(&head, "changes"), &change_pages::story_changes(&head, &view, &visit.site)))
}

pub(crate) async fn conflicts(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    let heads = Arc::clone(&app);
    let (head, view) =
        app.ask(move |archive| Ok((heads.heads.of(archive, &story)?, archive.conflicts(&story)?))).await?;
    Ok(visit.page(frame(&head, "accounts that differ"), &conflict_pages::body(&head, &view, &visit.site)))
}

pub(crate) async fn figures(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    let heads = Arc::clone(&app);
    let (head, view) =
        app.ask(move |archive| Ok((heads.heads.of(archive, &story)?, archive.figures(&story, None)?))).await?;
    Ok(visit.page(frame(&head, "figures"), &figure_pages::body(&head, &view, &visit.site)))
}

pub(crate) async fn articles(State(app): State<Arc<App>>, visit: Visit, Path(story): Path<String>) -> Answer {
    let heads = Arc::clone(&app);
    let (head, view) =
        app.ask(move |archive| Ok((heads.heads.of(archive, &story)?, archive.articles(Some(&story))?))).await?;
    Ok(visit.page(frame(&head, "articles"), &lists::story_articles(&head, &view, &visit.site)))
}
