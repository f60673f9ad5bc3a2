//! Reports something that the analysis saw but could not use.

use serde::Serialize;

use super::Span;

/// A diagnostic for the reader; never an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Stable kebab-case name, such as `unclosed-quote`.
    pub code: &'static str,
    /// One sentence for people.
    pub message: String,
    /// The words it is about, if it is about some.
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Note {
    /// Returns a note about the text as a whole.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None }
    }

    /// Returns a note about one passage.
    pub fn at(code: &'static str, message: impl Into<String>, span: Span) -> Self {
        Self { code, message: message.into(), span: Some(span) }
    }
}
