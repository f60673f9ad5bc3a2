//! The claims of a story, and the life of one.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use crate::model::Status;
use crate::render::html::claims::{self, ClaimsPage};
use crate::render::html::story;
use crate::view::{ClaimKind, ClaimsView, StoryHead};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::moved_permanently;
use crate::web::visit::Visit;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ClaimsQuery {
    kind: String,
    status: String,
}

impl ClaimsQuery {
    fn kind(&self) -> Option<ClaimKind> {
        [ClaimKind::Statement, ClaimKind::Figure, ClaimKind::Event].into_iter().find(|kind| kind.as_str() == self.kind)
    }

    fn wants(&self, status: Status) -> bool {
        match self.status.as_str() {
            "revised" => status == Status::Revised,
            "disputed" => status == Status::Disputed,
            "withdrawn" => status == Status::Withdrawn,
            _ => true,
        }
    }
}

/// Answers with a page that is written from the head of a story and all its claims.
async fn answer(
    app: &Arc<App>,
    name: String,
    page: impl FnOnce(StoryHead, ClaimsView) -> Answer + Send + 'static,
) -> Answer {
    app.ask(move |archive| page(archive.head(&name)?, archive.claims(&name, None, None, None)?)).await
}

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(query): Query<ClaimsQuery>,
) -> Answer {
    answer(&app, name, move |head, mut view| {
        let total = view.claims.len();
        let kind = query.kind();
        view.claims.retain(|claim| kind.is_none_or(|kind| claim.kind == kind) && query.wants(claim.status));
        let frame = story::frame(&head, "claims");
        let page = ClaimsPage { head, claims: &view.claims, total, kind: query.kind, status: query.status };
        Ok(visit.page(frame, &claims::body(&page, &visit.site)))
    })
    .await
}

pub(crate) async fn one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((name, key)): Path<(String, String)>,
) -> Answer {
    app.ask(move |archive| {
        let (head, view) = (archive.head(&name)?, archive.claims(&name, None, None, None)?);
        let Some(claim) = view.claims.iter().find(|claim| claim.id == key) else {
            let former = view.claims.iter().find(|claim| claims::former_key(claim) == key);
            let now =
                former.map_or_else(|| archive.claim_identity_now(&name, &key), |claim| Ok(Some(claim.id.clone())))?;
            let now = now.filter(|now| view.claims.iter().any(|claim| claim.id == *now));
            let now = now.ok_or_else(|| Problem::not_found("this story has no such claim now"))?;
            return Ok(moved_permanently(&format!("../{now}/")));
        };
        Ok(visit.page(story::frame(&head, "a claim"), &claims::claim_page(&head, claim, &visit.site)))
    })
    .await
}
