//! Reads the fields that questions share, and refuses what cannot be used.

use std::io;

use chrono_tz::Tz;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::{DocumentTime, Setting};

/// One line of input: a JSON object.
pub(super) struct Question {
    id: Value,
    fields: Map<String, Value>,
}

/// Why a line cannot be used; answered in its place.
#[derive(Debug)]
pub(super) struct Refusal {
    code: &'static str,
    message: String,
    hint: String,
}

/// A refusal as it is written.
#[derive(Serialize)]
pub(super) struct RefusalAnswer<'a> {
    id: &'a Value,
    line: usize,
    error: RefusalError<'a>,
}

#[derive(Serialize)]
struct RefusalError<'a> {
    code: &'a str,
    message: &'a str,
    hint: &'a str,
}

impl Refusal {
    /// Returns a refusal with its code, its message and what to do about it.
    pub(super) fn new(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    /// Returns the refusal of a line that could not be read.
    pub(super) fn unreadable(error: &io::Error) -> Self {
        let hint = "what stands before it is answered; give the rest again once it can be read";
        Self::new("unreadable", format!("cannot read on: {error}"), hint)
    }

    /// Returns the refusal of a line whose answer cannot be written down.
    pub(super) fn unwritable(error: &dyn std::fmt::Display) -> Self {
        let hint = "memory may be short: give the line alone, or ask with `--threads 1`";
        Self::new("internal", error.to_string(), hint)
    }

    pub(super) fn too_long(most: usize) -> Self {
        let message = format!("the line is longer than {} MB", most >> 20);
        Self::new("too-long", message, "end each line with a line feed, and cut long texts")
    }

    /// Shapes the refusal of line number `line`, counted from 1.
    pub(super) fn answer<'a>(&'a self, id: &'a Value, line: usize) -> RefusalAnswer<'a> {
        let error = RefusalError { code: self.code, message: &self.message, hint: &self.hint };
        RefusalAnswer { id, line, error }
    }
}

impl Question {
    /// Reads one line.
    ///
    /// # Errors
    ///
    /// [`Refusal`] when it is not a JSON object in UTF-8.
    pub(super) fn read(line: &[u8]) -> Result<Self, Refusal> {
        const HINT: &str = "each line is one JSON object; `writethru pipe schema` prints its shape";
        match serde_json::from_slice(line) {
            Ok(Value::Object(mut fields)) => Ok(Self { id: fields.remove("id").unwrap_or(Value::Null), fields }),
            Ok(_) => Err(Refusal::new("bad-json", "the line is JSON but no object", HINT)),
            Err(error) => Err(Refusal::new("bad-json", error.to_string(), HINT)),
        }
    }

    /// Returns the id of the question, to be repeated in its answer.
    pub(super) fn id(&self) -> &Value {
        &self.id
    }

    /// Returns a field's value, unless it is absent or null.
    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    /// Returns a field that holds text, if it is there.
    pub(super) fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        text_of(name, self.field(name))
    }

    /// Returns a text that must be there.
    pub(super) fn needed_text(&self, name: &str) -> Result<&str, Refusal> {
        self.text(name)?.ok_or_else(|| missing(name))
    }

    /// Returns the story's time zone; UTC without one.
    pub(super) fn timezone(&self) -> Result<Tz, Refusal> {
        let Some(name) = self.text("timezone")? else { return Ok(Tz::UTC) };
        name.parse().map_err(|_| {
            let message = format!("`{name}` is no time zone");
            Refusal::new("bad-timezone", message, "use a name of the IANA list, such as `Europe/London`")
        })
    }

    /// Returns the setting with the document time that field `published` gives.
    pub(super) fn setting(&self, published: &str) -> Result<Setting, Refusal> {
        let timezone = self.timezone()?;
        let published = time_of(published, self.field(published), timezone)?;
        Ok(Setting { published, timezone })
    }
}

/// Refuses a line that lacks a field.
pub(super) fn missing(name: &str) -> Refusal {
    Refusal::new("missing-field", format!("the line has no `{name}`"), format!("add `\"{name}\": \"…\"`"))
}

/// Reads a value that must be text, if it is there.
pub(super) fn text_of<'q>(name: &str, value: Option<&'q Value>) -> Result<Option<&'q str>, Refusal> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal::new("bad-field", format!("`{name}` is no text"), "write it in quote marks")),
    }
}

/// Reads a date or an ISO date-time; without offset it is in `zone`.
pub(super) fn time_of(name: &str, value: Option<&Value>, zone: Tz) -> Result<Option<DocumentTime>, Refusal> {
    let Some(text) = text_of(name, value)? else { return Ok(None) };
    match DocumentTime::read(text, zone) {
        Some(time) => Ok(Some(time)),
        None => {
            let message = format!("`{name}` holds no date: `{text}`");
            Err(Refusal::new("bad-date", message, "use a date or ISO time, such as `2025-04-24T08:00:00Z`"))
        }
    }
}
