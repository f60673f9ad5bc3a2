//! The way in where a password is asked for. Its form bears no token, since the visitor is not known yet.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use maud::html;
use serde::Deserialize;

use crate::render::html::{Frame, Section};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::{redirect, with_cookie};
use crate::web::visit::Visit;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoginForm {
    password: String,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Answer {
    if !app.gate.asks_password() {
        return Ok(redirect("../"));
    }
    let body = html! {
        header.head { h1 { "This archive asks for a password" } }
        form.sheet method="post" {
            p { label for="password" { "Password" } input #password name="password" type="password" autocomplete="current-password" required; }
            p.buttons { button type="submit" { "Enter" } }
        }
    };
    Ok(visit.page(Frame::new("Enter", Section::None), &body))
}

pub(crate) async fn enter(State(app): State<Arc<App>>, headers: HeaderMap, Form(form): Form<LoginForm>) -> Answer {
    if !app.guesses.is_right(|| app.gate.is_password(&form.password)).await? {
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "this is not the password", "go back and type it again"));
    }
    Ok(with_cookie(redirect("../"), &app.gate.pass(&headers)))
}
