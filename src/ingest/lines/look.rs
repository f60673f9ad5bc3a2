//! Holds a look at a version as it is imported and exported: when, by whose word, whence, what was received.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::error::LineError;
use super::time::line_time;
use crate::model::{CapturedBy, DocumentTime, HiddenMarks, HttpFacts, OriginKind, Original, hex};

/// A look that found a version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LookLine {
    pub captured: String,
    pub captured_by: CapturedBy,
    /// The program's clock when it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    pub origin: OriginLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpFacts>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden_marks: Vec<HiddenMarks>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<OriginalLine>,
}

/// The way by which a look came in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OriginLine {
    pub kind: OriginKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The page or file as received: whole at the first look that has it, then by its hash alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OriginalLine {
    /// SHA-256 in hexadecimal.
    pub hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
}

impl LookLine {
    /// Returns when the page said it was published and last changed.
    pub fn stated(&self) -> Result<(Option<DocumentTime>, Option<DocumentTime>), LineError> {
        let published = line_time("published", self.published.as_deref(), Tz::UTC)?;
        Ok((published, line_time("modified", self.modified.as_deref(), Tz::UTC)?))
    }
}

impl OriginalLine {
    /// Returns the line of an original: whole, or its hash alone.
    pub fn of(hash: String, original: Option<&Original>) -> Self {
        Self {
            hash,
            media_type: original.map(|original| original.media_type.clone()),
            encoding: original.map(|original| original.encoding.clone()),
            base64: original.map(|original| STANDARD.encode(&original.bytes)),
        }
    }

    /// Returns the original, if the line holds it whole; its bytes are those that the hash names.
    pub fn original(&self) -> Result<Option<Original>, LineError> {
        let Some(base64) = &self.base64 else { return Ok(None) };
        let bytes = STANDARD.decode(base64).map_err(|_| LineError::Base64)?;
        if hex(&Sha256::digest(&bytes)) != self.hash {
            return Err(LineError::OriginalHash);
        }
        Ok(Some(Original {
            media_type: self.media_type.clone().unwrap_or_default(),
            encoding: self.encoding.clone().unwrap_or_default(),
            bytes,
        }))
    }
}
