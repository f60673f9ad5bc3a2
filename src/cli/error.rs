//! Defines why a command could not be done, and what to type next.
//!
//! ```text
//! error: no story is called `flod`
//! hint: did you mean `flood`?
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::io;

use crate::ingest::{IngestError, LineError};
use crate::model::{plain_lines, with_causes};
use crate::track::TrackError;

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    /// The command line asks for what cannot be meant.
    #[error("{message}")]
    Usage { message: String, hint: Option<String> },
    /// The command is clear but cannot be done.
    #[error("{message}")]
    Refused { message: String, hint: Option<String> },
    #[error(transparent)]
    Archive(#[from] TrackError),
    #[error(transparent)]
    Ingest(#[from] IngestError),
    #[error(transparent)]
    Line(#[from] LineError),
    #[cfg(feature = "web")]
    #[error(transparent)]
    Serve(#[from] crate::web::ServeError),
    #[error("cannot write the output")]
    Output(#[from] io::Error),
    #[error("cannot write the output as JSON")]
    Json(#[from] serde_json::Error),
}

impl CliError {
    /// Returns a complaint about the command line itself.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: Some(hint.into()) }
    }

    /// Returns a refusal of what was clearly asked.
    pub(super) fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), hint: Some(hint.into()) }
    }

    /// Returns why a question could not be answered, with a hint of the command's own in place of the usual one.
    pub(super) fn with_hint(error: TrackError, hint: impl FnOnce(&TrackError) -> Option<String>) -> Self {
        match hint(&error) {
            Some(hint) => Self::refused(error.to_string(), hint),
            None => error.into(),
        }
    }

    /// Returns what the reader can type next, if we know.
    pub(super) fn hint(&self) -> Option<String> {
        match self {
            Self::Usage { hint, .. } | Self::Refused { hint, .. } => hint.clone(),
            Self::Archive(error) => error.hint(),
            Self::Ingest(error) => error.hint(),
            Self::Line(error) => error.hint(),
            #[cfg(feature = "web")]
            Self::Serve(error) => error.hint(),
            Self::Output(_) | Self::Json(_) => None,
        }
    }

    /// Returns the exit status: 2 for a wrong command line, else 1.
    pub(super) fn exit_status(&self) -> u8 {
        match self {
            Self::Usage { .. } => 2,
            _ => 1,
        }
    }

    /// Returns whether whoever read the output stopped reading.
    pub(super) fn is_closed_pipe(&self) -> bool {
        let mut cause: Option<&(dyn Error + 'static)> = Some(self);
        while let Some(error) = cause {
            if error.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe) {
                return true;
            }
            cause = error.source();
        }
        false
    }

    /// Returns the error with its causes, for a line in a list of many.
    pub(super) fn one_line(&self) -> String {
        with_causes(self)
    }

    /// Returns the error, its causes and the hint, a line each.
    pub(super) fn report(&self) -> String {
        let mut text = format!("error: {self}\n");
        let mut cause = self.source();
        let mut said = self.to_string();
        while let Some(error) = cause {
            let message = error.to_string();
            if message != said {
                let _ = writeln!(text, "caused by: {message}");
            }
            said = message;
            cause = error.source();
        }
        if let Some(hint) = self.hint() {
            let _ = writeln!(text, "hint: {hint}");
        }
        plain_lines(&text)
    }
}
