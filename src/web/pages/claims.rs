//! The claims of a story, and the life of one.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use serde::Deserialize;

use crate::model::Status;
use crate::render::html::claims::{self, ClaimsPage};
use crate::render::html::story;
use crate::view::{ClaimKind, ClaimView, StoryHead};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::moved_permanently;
use crate::web::story_shelf::{Now, StoryClaims};
use crate::web::visit::Visit;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ClaimsQuery {
    kind: String,
    status: String,
    /// Number of the page, from 1.
    page: String,
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
    page: impl FnOnce(StoryHead, Now<StoryClaims>) -> Answer + Send + 'static,
) -> Answer {
    app.ask(move |archive| page(archive.head(&name)?, archive.claims_now(&name)?)).await
}

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(query): Query<ClaimsQuery>,
) -> Answer {
    answer(&app, name, move |head, now| {
        let (all, kind) = (&now.claims.claims, query.kind());
        let wanted = |claim: &&ClaimView| kind.is_none_or(|kind| claim.kind == kind) && query.wants(claim.status);
        let claims = all.iter().filter(wanted).collect();
        let frame = story::frame(&head, "claims");
        let page = ClaimsPage {
            head,
            claims,
            total: all.len(),
            is_latest: now.is_latest,
            page: query.page.trim().parse().unwrap_or_default(),
            kind: query.kind,
            status: query.status,
        };
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
        let (head, mut kept) = (archive.head(&name)?, archive.claims_now(&name)?);
        // A claim that is not among those of a moment ago may be of what was recorded since.
        if !kept.is_latest && !kept.claims.claims.iter().any(|claim| claim.id == key) {
            kept = archive.claims_latest(&name)?;
        }
        let all = &kept.claims.claims;
        let Some(claim) = all.iter().find(|claim| claim.id == key) else {
            let former = all.iter().find(|claim| claims::former_key(claim) == key);
            let now =
                former.map_or_else(|| archive.claim_identity_now(&name, &key), |claim| Ok(Some(claim.id.clone())))?;
            let now = now.filter(|now| all.iter().any(|claim| claim.id == *now));
            let now = now.ok_or_else(|| Problem::not_found("this story has no such claim now"))?;
            return Ok(moved_permanently(&format!("../{now}/")));
        };
        Ok(visit.page(story::frame(&head, "a claim"), &claims::claim_page(&head, claim, &visit.site)))
    })
    .await
}
