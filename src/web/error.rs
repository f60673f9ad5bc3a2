//! Defines why the server could not start, or a request not be answered, and what to do next.

use std::io;
use std::net::SocketAddr;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::ingest::IngestError;
use crate::store::StoreError;
use crate::track::TrackError;

/// Why the server could not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("cannot listen at {at}")]
    Listen { at: SocketAddr, source: io::Error },
    #[error("the server could not run")]
    Run(#[from] io::Error),
    #[error("the system gives no random numbers: {0}")]
    Random(getrandom::Error),
    #[error(transparent)]
    Archive(#[from] TrackError),
}

impl ServeError {
    /// Returns what the reader can type next, if we know.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Listen { source, .. } if source.kind() == io::ErrorKind::AddrInUse => {
                Some("another program listens there; `--port 0` takes any free port".to_owned())
            }
            Self::Listen { .. } => Some("name an address of this machine with `--host`".to_owned()),
            Self::Archive(error) => error.hint(),
            Self::Run(_) | Self::Random(_) => None,
        }
    }
}

/// What a handler returns.
pub(super) type Answer = Result<Response, Problem>;

/// Why a request was not answered, in words for the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub status: StatusCode,
    pub message: String,
    pub hint: Option<String>,
}

impl Problem {
    /// Returns a problem with its cure.
    pub(super) fn new(status: StatusCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { status, message: message.into(), hint: Some(hint.into()) }
    }

    /// Returns the problem of a page that is not there.
    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message, "the list of stories tells what there is")
    }

    /// Returns the problem of a form that asks for what cannot be meant.
    pub(super) fn form(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, message, hint)
    }
}

impl From<TrackError> for Problem {
    fn from(error: TrackError) -> Self {
        use TrackError::*;
        let status = match &error {
            NoSuchStory { .. }
            | NoSuchArticle { .. }
            | NoSuchVersion { .. }
            | OnlyOne { .. }
            | NoOriginal { .. }
            | NoSuchEntry { .. }
            | NoSuchEdit { .. } => StatusCode::NOT_FOUND,
            Store(StoreError::Busy { .. }) => StatusCode::SERVICE_UNAVAILABLE,
            Store(StoreError::ReadOnly { .. }) => StatusCode::FORBIDDEN,
            Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { status, message: error.to_string(), hint: error.hint() }
    }
}

impl From<IngestError> for Problem {
    fn from(error: IngestError) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, message: error.to_string(), hint: error.hint() }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, message: error.to_string(), hint: None }
    }
}

/// The answer bears the problem; `headers.rs` writes it as a page or as JSON, since it knows the address.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
