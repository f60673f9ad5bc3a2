//! An entry of a timeline with all its evidence, and the forms that edit it by hand.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use maud::{Markup, html};
use serde::Deserialize;

use super::form::check_token;
use crate::model::{Edtf, TimelineQuery, typed_date};
use crate::render::html::story;
use crate::render::html::timeline::{EntryPage, entry_page};
use crate::view::{EditRequest, EntryView, StoryHead};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::{moved_permanently, redirect};
use crate::web::visit::Visit;

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((name, id)): Path<(String, String)>,
) -> Answer {
    app.ask(move |archive| {
        let view = archive.timeline(&name, &TimelineQuery::default())?;
        let (story, title) = (view.story.clone(), view.title.clone());
        let head = StoryHead { story, title, line: Some(archive.line()), ..StoryHead::default() };
        let entry = view.entries.iter().chain(&view.undated).find(|entry| entry.id == id);
        if entry.is_none()
            && let Some(now) = archive.entry_identity_now(&view.story, &id)?
        {
            return Ok(moved_permanently(&format!("../{now}/")));
        }
        let gone = || Problem::not_found("this timeline has no such entry now; it may be hidden or merged");
        let entry = entry.ok_or_else(gone)?;
        let body = html! {
            (entry_page(&EntryPage { view: &view, entry }, &visit.site))
            @if visit.site.is_editable() { (forms(&visit, entry)) }
        };
        Ok(visit.page(story::frame(&head, "an entry"), &body))
    })
    .await
}

/// Writes the forms that edit an entry.
fn forms(visit: &Visit, entry: &EntryView) -> Markup {
    let act = |name: &str, fields: &Markup, words: &str| {
        html! { form method="post" { (visit.token()) input type="hidden" name="act" value=(name); (fields) (author(visit)) button type="submit" { (words) } } }
    };
    let field = |id: &str, label: &str, value: &str, hint: &str| {
        html! { p { label for=(id) { (label) } input id=(id) name="value" type="text" value=(value) placeholder=(hint) maxlength="2000" required; } }
    };
    let date = entry.when.as_ref().map(ToString::to_string).unwrap_or_default();
    html! {
        details.filters {
            summary { "Edit by hand" }
            p.k { "Texts and evidence stay as they are. " a href="../../edits/" { "All edits of this story" } " can be undone." }
            div.acts {
                (act("note", &field("e-note", "Note", entry.note.as_deref().unwrap_or_default(), "words beside the entry"), "Annotate"))
                (act("date", &field("e-date", "Date", &date, "2025-08-12, or none"), "Date"))
                (act("merge", &field("e-merge", "Same as the entry", "", "its id, or words only it holds"), "Merge"))
                (act("tag", &field("e-tag", "Tag", "", "a word to find it by"), "Tag"))
                @for tag in &entry.tags {
                    (act("untag", &html! { input type="hidden" name="value" value=(tag); }, &format!("Take away #{tag}")))
                }
                (act("pin", &html! {}, "Pin"))
                (act("hide", &html! {}, "Hide"))
            }
        }
    }
}

/// Writes the field that names who edits, where the server was not told.
pub(super) fn author(visit: &Visit) -> Markup {
    match &visit.author {
        Some(_) => html! {},
        None => html! { label { "Your name " input name="author" type="text" maxlength="100" required; } },
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EditForm {
    form_token: String,
    act: String,
    value: String,
    author: String,
}

impl EditForm {
    fn request(&self, zone: Tz, now: DateTime<Utc>) -> Result<EditRequest, Problem> {
        let value = self.value.trim();
        Ok(match self.act.as_str() {
            "pin" => EditRequest::Pin,
            "hide" => EditRequest::Hide,
            "merge" => EditRequest::Merge(value.to_owned()),
            "note" => EditRequest::Note(value.to_owned()),
            "tag" => EditRequest::Tag(value.to_owned()),
            "untag" => EditRequest::Untag(value.to_owned()),
            "date" => EditRequest::Date(read_date(value, zone, now)?),
            _ => {
                return Err(Problem::form(
                    "this form asks for nothing that can be done",
                    "go back and load the page again",
                ));
            }
        })
    }
}

/// Reads a date as an editor types it; `none` takes it away.
pub(super) fn read_date(typed: &str, zone: Tz, now: DateTime<Utc>) -> Result<Option<Edtf>, Problem> {
    typed_date(typed, zone, now).map_err(|error| Problem::form(error.to_string(), error.hint()))
}

/// Returns who edits: as the server was told, else as the form says.
pub(super) fn editor(app: &App, named: &str) -> Result<String, Problem> {
    let named = Some(named.trim().to_owned()).filter(|name| !name.is_empty());
    let author = app.author.clone().or(named);
    author.ok_or_else(|| Problem::form("an edit bears its author's name", "give your name"))
}

pub(crate) async fn edit(
    State(app): State<Arc<App>>,
    Path((name, id)): Path<(String, String)>,
    Form(form): Form<EditForm>,
) -> Answer {
    check_token(&app, &form.form_token)?;
    let author = editor(&app, &form.author)?;
    app.change(move |archive, now| {
        let request = form.request(archive.zone_of(Some(&name))?, now)?;
        Ok(archive.edit(&name, &id, &request, &author, now)?)
    })
    .await?;
    Ok(redirect("../../edits/?done=edited"))
}
