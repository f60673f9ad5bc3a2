//! The list of stories.

use std::sync::Arc;

use axum::extract::State;

use crate::render::html::{Frame, Section, lists};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::visit::Visit;

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Answer {
    app.ask(move |archive| {
        let view = archive.stories()?;
        Ok(visit.page(Frame::new("Stories", Section::Stories), &lists::stories(&view, &visit.site)))
    })
    .await
}
