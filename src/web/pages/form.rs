//! Reads forms as browsers send them, and refuses those that are not ours.

use axum::extract::Multipart;
use serde::Deserialize;

use crate::web::app::App;
use crate::web::error::Problem;

/// The longest field that is read as text; files are bounded by the form.
const FIELD_CHARS: usize = 4 << 20;

/// A form that only says "do it".
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TokenForm {
    form_token: String,
}

impl TokenForm {
    /// Refuses a form that did not come from our pages.
    pub(crate) fn check(&self, app: &App) -> Result<(), Problem> {
        check_token(app, &self.form_token)
    }
}

/// Refuses a token that our forms do not bear.
pub(crate) fn check_token(app: &App, token: &str) -> Result<(), Problem> {
    match app.gate.is_form_token(token) {
        true => Ok(()),
        false => Err(Problem::new(
            axum::http::StatusCode::FORBIDDEN,
            "this form is not of this run of the server",
            "go back, load the page again, and send the form once more",
        )),
    }
}

/// A form with a file.
#[derive(Debug, Default)]
pub(crate) struct FileForm {
    fields: Vec<(String, String)>,
    /// Name and bytes of the file.
    pub file: Option<(String, Vec<u8>)>,
}

impl FileForm {
    /// Reads the whole form.
    pub(crate) async fn read(mut multipart: Multipart) -> Result<Self, Problem> {
        let unread = |error: axum::extract::multipart::MultipartError| Problem {
            status: error.status(),
            message: error.body_text(),
            hint: Some("send a smaller file, at most 32 MB".to_owned()),
        };
        let mut form = Self::default();
        while let Some(field) = multipart.next_field().await.map_err(unread)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file) => {
                    let bytes = field.bytes().await.map_err(unread)?;
                    form.file = (!bytes.is_empty()).then(|| (file, bytes.to_vec()));
                }
                None => {
                    let text = field.text().await.map_err(unread)?;
                    if FIELD_CHARS < text.len() {
                        return Err(Problem::form(format!("`{name}` is too long"), "send it as a file"));
                    }
                    form.fields.push((name, text));
                }
            }
        }
        Ok(form)
    }

    /// Returns a field without blanks around it; `None` where it is empty.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(own, _)| own == name)?;
        Some(field.1.trim()).filter(|text| !text.is_empty())
    }
}
