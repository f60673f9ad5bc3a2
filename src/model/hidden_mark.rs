//! Holds marks that a text carries for machines and no reader sees.

use serde::{Deserialize, Serialize};

/// What a hidden mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiddenMarkKind {
    /// A signed statement of origin, written as variation selectors (C2PA, "embedding manifests into unstructured text").
    C2paManifest,
    /// Other bytes written as variation selectors.
    HiddenBytes,
    /// Characters without a width, where they join and part nothing: watermarks that follow a copy, or leftovers.
    ZeroWidth,
    /// Tag characters outside a flag.
    Tags,
}

impl HiddenMarkKind {
    /// Returns the mark in a reader's words, one or several of it.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::C2paManifest => ("C2PA manifest", "C2PA manifests"),
            Self::HiddenBytes => ("run of hidden bytes", "runs of hidden bytes"),
            Self::ZeroWidth => ("zero-width character", "zero-width characters"),
            Self::Tags => ("run of tag characters", "runs of tag characters"),
        }
    }
}

/// How many marks of one kind a text carries: a fact of its capture, and no part of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HiddenMarks {
    /// What they are.
    pub kind: HiddenMarkKind,
    /// How many there are.
    pub count: usize,
}
