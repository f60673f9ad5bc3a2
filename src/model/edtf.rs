//! Holds a date that may be vague, as EDTF writes it, and compares it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A date of EDTF level 0 or 1: `2025-04-23`, `2025-04`, `199X`, `../2025-09`, `2022-02~`.
///
/// Invariant: the text is valid EDTF. That is why the field is private.
///
/// Source: EDTF specification, 4 February 2019, Library of Congress (ISO 8601-2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf(String);

/// The text is no date that EDTF level 0 or 1 knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an EDTF date")]
pub struct EdtfError(String);

impl Edtf {
    /// Returns the date written so.
    ///
    /// # Errors
    ///
    /// [`EdtfError`] when `date` has another shape or names a day that does not exist.
    pub fn new(date: impl Into<String>) -> Result<Self, EdtfError> {
        let date = date.into();
        match edtf_core::Edtf::parse(&date) {
            Ok(_) => Ok(Self(date)),
            Err(_) => Err(EdtfError(date)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(date: String) -> Result<Self, EdtfError> {
        Self::new(date)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.0
    }
}
