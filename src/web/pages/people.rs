//! The people who are quoted in a story, a page of each, and the forms that put their names right.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};
use serde::Deserialize;

use super::entry::{author, editor};
use super::form::check_token;
use crate::render::html::people::{self, CitedSpeaker, PeoplePage};
use crate::render::html::story;
use crate::view::{NameRequest, StoryHead};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::redirect;
use crate::web::story_shelf::{Now, StoryClaims};
use crate::web::visit::Visit;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PeopleQuery {
    /// Number of the page, from 1.
    page: String,
}

/// Answers with a page that is written from all who speak in a story; `person` is whom the address names.
async fn answer(
    app: &Arc<App>,
    (name, person): (String, Option<String>),
    query: &PeopleQuery,
    page: impl FnOnce(PeoplePage<'_>) -> Answer + Send + 'static,
) -> Answer {
    let at = query.page.trim().parse().unwrap_or_default();
    app.ask(move |archive| {
        let (head, mut now) = (archive.head(&name)?, archive.claims_now(&name)?);
        // Somebody who is not among those of a moment ago may be quoted in what was recorded since.
        if !now.is_latest && person.is_some_and(|person| page_of(&head, &now, 0).speaker(&person).is_none()) {
            now = archive.claims_latest(&name)?;
        }
        page(page_of(&head, &now, at))
    })
    .await
}

/// Returns the page of those who speak in a story.
fn page_of<'v>(head: &'v StoryHead, now: &'v Now<StoryClaims>, page: usize) -> PeoplePage<'v> {
    PeoplePage { head, people: &now.people, claims: &now.claims, is_latest: now.is_latest, page }
}

pub(crate) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(query): Query<PeopleQuery>,
) -> Answer {
    answer(&app, (name, None), &query, move |page| {
        Ok(visit.page(story::frame(page.head, "people"), &people::body(&page, &visit.site)))
    })
    .await
}

pub(crate) async fn one(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((name, person)): Path<(String, String)>,
    Query(query): Query<PeopleQuery>,
) -> Answer {
    answer(&app, (name, Some(person.clone())), &query, move |page| {
        let gone = || Problem::not_found("nobody of this name is quoted in this story now");
        let speaker = page.speaker(&person).ok_or_else(gone)?;
        let body = html! {
            (people::person_page(&page, &speaker, &visit.site))
            @if visit.site.is_editable() { (forms(&visit, &page, &speaker)) }
        };
        Ok(visit.page(story::frame(page.head, speaker.name), &body))
    })
    .await
}

/// Writes the forms that say which names are of this person.
fn forms(visit: &Visit, page: &PeoplePage<'_>, speaker: &CitedSpeaker<'_>) -> Markup {
    let Some(person) = speaker.person else { return html! {} };
    let others = page.people.people.iter().filter(|other| other.name != person.name);
    let act = |name: &str, fields: &Markup, words: &str| {
        html! { form method="post" {
            (visit.token()) input type="hidden" name="act" value=(name); input type="hidden" name="name" value=(person.name);
            (fields) (author(visit)) button type="submit" { (words) }
        } }
    };
    let other = html! { p {
        label for="p-other" { "Also called" }
        input id="p-other" name="other" type="text" list="p-names" maxlength="2000" required;
        datalist id="p-names" { @for other in others { option value=(other.name) {} } }
    } };
    let forms = html! { p {
        label for="p-apart" { "Somebody else’s name" }
        select id="p-apart" name="other" { @for form in person.names.iter().filter(|form| form.name != person.name) { option { (form.name) } } }
    } };
    html! {
        details.filters {
            summary { "Put names right by hand" }
            p.k { "The texts stay as they are. " a href="../../edits/" { "All edits of this story" } " can be undone." }
            div.acts {
                (act("alias", &other, "Is the same"))
                @if person.names.iter().any(|form| form.name != person.name) { (act("apart", &forms, "Is another")) }
            }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamesForm {
    form_token: String,
    act: String,
    name: String,
    other: String,
    author: String,
}

impl NamesForm {
    fn request(&self) -> Result<NameRequest, Problem> {
        let (name, other) = (self.name.clone(), self.other.clone());
        match self.act.as_str() {
            "alias" => Ok(NameRequest::Alias { name, other }),
            "apart" => Ok(NameRequest::Apart { name, other }),
            _ => Err(Problem::form("this form asks for nothing that can be done", "go back and load the page again")),
        }
    }
}

pub(crate) async fn edit(
    State(app): State<Arc<App>>,
    Path((name, _)): Path<(String, String)>,
    Form(form): Form<NamesForm>,
) -> Answer {
    check_token(&app, &form.form_token)?;
    let (request, author) = (form.request()?, editor(&app, &form.author)?);
    app.change(move |archive, now| Ok(archive.edit_names(&name, &request, &author, now)?)).await?;
    Ok(redirect("../../edits/?done=edited"))
}
