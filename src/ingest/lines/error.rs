//! Defines why a line cannot be imported, and what to do next.

use crate::ingest::IngestError;

/// Why a line cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error("it is no JSON: {0}")]
    NoJson(String),
    #[error("it is {0}, not a JSON object")]
    NoObject(&'static str),
    #[error("there is no field `{field}`")]
    UnknownField { field: String, near: Option<String> },
    #[error("`{field}` holds {found}, and {wanted} is needed")]
    Shape { field: String, found: &'static str, wanted: &'static str },
    #[error("its fields cannot be read: {0}")]
    Fields(String),
    #[error("it has neither `text` nor `html`")]
    NoText,
    #[error("`text` holds no words")]
    EmptyText,
    #[error("it names no {0}")]
    NoName(&'static str),
    #[error("`{0}` cannot be a name: it holds no letter or digit")]
    BadName(String),
    #[error("the original of a look is not in base64")]
    Base64,
    #[error("the original of a look is not the one that its hash names")]
    OriginalHash,
    #[error("`{field}` holds no date: `{value}`")]
    Date { field: &'static str, value: String },
    #[error("the site cannot be read so: {0}")]
    Site(String),
    #[error("its `entry` names no place of a version")]
    Entry,
    #[error("it cannot be watched: {0}")]
    Watch(String),
    #[error("`{0}` is no time zone")]
    Zone(String),
    #[error(transparent)]
    Page(#[from] IngestError),
}

impl LineError {
    /// Returns what the reader can do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::UnknownField { near: Some(near), .. } => return Some(format!("did you mean `{near}`?")),
            Self::UnknownField { near: None, .. } => "leave it out; `writethru help import jsonl` lists the fields",
            Self::EmptyText => "leave the line out: a version has words",
            Self::BadName(_) => "write words, such as `ferry-fire`",
            Self::Base64 | Self::OriginalHash | Self::Entry => "take the line as `export jsonl` wrote it",
            Self::Date { .. } => "write a date or an ISO time, such as 2025-04-24T08:00:00Z",
            Self::Site(_) => {
                "write {\"site\": {\"host\": \"example.org\", \"selectors\": {\"body\": \".story\"}, \"created\": …}}"
            }
            Self::Watch(_) => "take the line as `export jsonl` wrote it, or begin the watch with `writethru watch add`",
            Self::Zone(_) => "use a name of the IANA list, such as Europe/London",
            Self::Page(error) => return error.hint(),
            _ => "each line is one object: {\"story\": …, \"article\": …, \"captured\": …, \"text\": …}",
        };
        Some(hint.to_owned())
    }
}
