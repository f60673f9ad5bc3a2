//! Holds how the pages of a site are read, as it is imported and exported.

use serde::{Deserialize, Serialize};

use crate::model::Selectors;

/// A site that is read by selectors of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteLine {
    pub host: String,
    pub selectors: Selectors,
    pub created: String,
}
