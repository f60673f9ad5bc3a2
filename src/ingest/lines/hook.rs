//! Holds a hook as it is imported and exported: who is told of changes, and of which.
//!
//! Secrets are named and never written. What it has told already is left to the archive that told it.

use serde::{Deserialize, Serialize};

use crate::model::{HookFilter, HookTarget};

/// Someone or something that is told of changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HookLine {
    pub name: String,
    pub target: HookTarget,
    #[serde(default)]
    pub filter: HookFilter,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    pub created: String,
}
