//! The form that adds an entry to a timeline by hand: what no version reports, or not so.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::html;
use serde::Deserialize;

use super::entry::{author, editor, read_date};
use super::form::check_token;
use crate::model::EntryKind;
use crate::render::html::site::story_path;
use crate::render::html::story;
use crate::view::EntryRequest;
use crate::web::app::{App, read_only};
use crate::web::error::{Answer, Problem};
use crate::web::headers::redirect;
use crate::web::visit::Visit;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewEntryQuery {
    /// What it rests on, as a page that leads here fills it in.
    source: String,
}

/// What an entry may tell, in the order in which it is offered.
const KINDS: [(EntryKind, &str); 3] = [
    (EntryKind::Event, "something happened"),
    (EntryKind::Statement, "somebody said it"),
    (EntryKind::Planned, "something is planned"),
];

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(query): Query<NewEntryQuery>,
) -> Answer {
    if app.archives.is_read_only() {
        return Err(read_only());
    }
    app.ask(move |archive| {
        let head = archive.head(&name)?;
        let body = html! {
            header.head {
                p.crumbs { (visit.site.link(&story_path(&head.story, ""), story::title(&head))) " › new entry" }
                h1 { "Add an entry by hand" }
                p.k { "For what no recorded version reports, or not so. It is marked as added by hand wherever it is shown, with your name; "
                    a href="../edits/" { "all edits of this story" } " can be undone." }
            }
            form.sheet method="post" {
                (visit.token())
                p { label for="n-text" { "What happened, in your words" } textarea.short #n-text name="text" rows="3" maxlength="2000" required {} }
                p { label for="n-when" { "When: 2025-08-12, 2025-08, 2025-08-12~ for about, or words such as “yesterday 8pm”; empty for no date" }
                    input #n-when name="when" type="text" maxlength="100" autocomplete="off"; }
                p { label for="n-kind" { "What it tells" }
                    select #n-kind name="kind" { @for (kind, words) in KINDS { option value=(kind.as_str()) { (words) } } } }
                p { label for="n-speaker" { "Who said it, for a statement" } input #n-speaker name="speaker" type="text" maxlength="2000" autocomplete="off"; }
                p { label for="n-sources" { "What it rests on, one a line: a sentence as “herald v2 s5”, the address of a page, or a document in words" }
                    textarea.short #n-sources name="sources" rows="3" required { (query.source) } }
                (author(&visit))
                p.buttons { button type="submit" { "Add" } }
            }
        };
        Ok(visit.page(story::frame(&head, "new entry"), &body))
    })
    .await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewEntryForm {
    form_token: String,
    text: String,
    when: String,
    kind: String,
    speaker: String,
    sources: String,
    author: String,
}

impl NewEntryForm {
    fn request(&self, zone: Tz, now: DateTime<Utc>) -> Result<EntryRequest, Problem> {
        let kind = EntryKind::ALL.into_iter().find(|kind| kind.as_str() == self.kind);
        let unknown = || Problem::form("this is no kind of entry", "go back and load the page again");
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(EntryRequest {
            when: filled(&self.when).map(|when| read_date(&when, zone, now)).transpose()?.flatten(),
            kind: kind.ok_or_else(unknown)?,
            text: self.text.clone(),
            speaker: filled(&self.speaker),
            sources: self.sources.lines().filter_map(filled).collect(),
        })
    }
}

pub(crate) async fn add(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Form(form): Form<NewEntryForm>,
) -> Answer {
    check_token(&app, &form.form_token)?;
    let author = editor(&app, &form.author)?;
    let view = app.change(move |archive, now| {
        let request = form.request(archive.zone_of(Some(&name))?, now)?;
        Ok(archive.add_entry(&name, &request, &author, now)?)
    });
    let view = view.await?;
    let added = view.edits.first().map(|row| format!("{}/", row.edit.entry)).unwrap_or_default();
    Ok(redirect(&format!("./{added}?done=added")))
}
