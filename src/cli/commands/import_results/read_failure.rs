//! Defines why a file of answers is not read to its end.

use std::io;

use crate::cli::error::CliError;

/// Why not all of a file was given.
pub(super) enum ReadFailure {
    /// The file cannot be read.
    File(String),
    /// Whoever was given an answer could not go on.
    Given(CliError),
}

impl From<io::Error> for ReadFailure {
    fn from(error: io::Error) -> Self {
        Self::File(error.to_string())
    }
}
