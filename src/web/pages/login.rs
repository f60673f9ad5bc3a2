//! The way in where a password is asked for.

use std::sync::Arc;
use std::time::Duration;

use axum::Form;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;
use serde::Deserialize;

use super::form::check_token;
use crate::render::html::{Frame, Section};
use crate::web::app::App;
use crate::web::error::{Answer, Problem};
use crate::web::headers::redirect;
use crate::web::visit::Visit;

/// How long whoever types a wrong password has to wait.
const WRONG: Duration = Duration::from_secs(1);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoginForm {
    form_token: String,
    password: String,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Answer {
    if !app.gate.asks_password() {
        return Ok(redirect("../"));
    }
    let body = html! {
        header.head { h1 { "This archive asks for a password" } }
        form.sheet method="post" {
            (visit.token())
            p { label for="password" { "Password" } input #password name="password" type="password" autocomplete="current-password" required; }
            p.buttons { button type="submit" { "Enter" } }
        }
    };
    Ok(visit.page(Frame::new("Enter", Section::None), &body))
}

pub(crate) async fn enter(State(app): State<Arc<App>>, Form(form): Form<LoginForm>) -> Answer {
    check_token(&app, &form.form_token)?;
    if !app.gate.is_password(&form.password) {
        tokio::time::sleep(WRONG).await;
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "this is not the password", "go back and type it again"));
    }
    let mut response: Response = redirect("../").into_response();
    if let Ok(pass) = app.gate.pass().parse() {
        response.headers_mut().insert(header::SET_COOKIE, pass);
    }
    Ok(response)
}
