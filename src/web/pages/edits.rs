//! What was edited by hand in a story, and the way to undo it.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use maud::{Markup, html};
use serde::Deserialize;

use super::entry::{author, editor};
use super::form::check_token;
use crate::render::html::site::story_path;
use crate::render::html::{Frame, Section, story_title};
use crate::render::screen::{edit_words, times};
use crate::view::{EditRow, EditState, EditsView};
use crate::web::app::App;
use crate::web::error::Answer;
use crate::web::headers::redirect;
use crate::web::visit::Visit;

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(name): Path<String>) -> Answer {
    app.ask(move |archive| {
        let view = archive.edits(&name)?;
        Ok(visit.page(Frame::new("Edited by hand", Section::Stories), &page(&view, &visit)))
    })
    .await
}

fn page(view: &EditsView, visit: &Visit) -> Markup {
    html! {
        header.head {
            p.crumbs { (visit.site.link(&story_path(&view.story, ""), story_title(None, &view.story))) " › edits" }
            h1 { "Edited by hand" }
        }
        @if view.edits.is_empty() { div.empty { p { "Nothing was edited by hand. The page of an entry has the forms." } } }
        @if visit.site.is_editable() { p.k { a href="../entry/" { "Add an entry by hand" } } }
        ol.claims role="list" { @for row in view.edits.iter().rev() { (self::row(row, view, visit)) } }
    }
}

fn row(row: &EditRow, view: &EditsView, visit: &Visit) -> Markup {
    let edit = &row.edit;
    html! {
        li {
            p.x { b { (edit.edit.as_str()) } (edit_words(&edit.edit, view.timezone)) @if !edit.edit.is_about_names() { ": " (edit.text) } }
            p.m { (edit.author) ", " (times::moment(edit.at, view.timezone))
                @match row.state {
                    EditState::Applied => "",
                    EditState::Undone => " · undone",
                    EditState::NoEntry => " · the timeline has no such entry now",
                } }
            @if visit.site.is_editable() && row.state != EditState::Undone {
                form.acts method="post" {
                    (visit.token()) input type="hidden" name="number" value=(edit.number); (author(visit))
                    button type="submit" { "Undo" span.hidden { " edit " (edit.number) } }
                }
            }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct UndoForm {
    form_token: String,
    number: usize,
    author: String,
}

pub(crate) async fn undo(State(app): State<Arc<App>>, Path(name): Path<String>, Form(form): Form<UndoForm>) -> Answer {
    check_token(&app, &form.form_token)?;
    let author = editor(&app, &form.author)?;
    app.change(move |archive, now| Ok(archive.undo_edit(&name, form.number, &author, now)?)).await?;
    Ok(redirect("./?done=undone"))
}
