//! Holds a quantity that a text states.

use serde::{Deserialize, Serialize};

use super::Span;

/// A number with what it measures: "at least 12 people were killed".
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub span: Span,
    pub value: f64,
    /// The upper end of a range, in the same unit.
    pub upper: Option<f64>,
    /// `people`, an ISO 4217 code, `%`, `pp` (percentage points), `km` …
    pub unit: Option<String>,
    /// What it counts: `killed`, `jobs`.
    pub of: Option<String>,
    pub bound: Bound,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    #[default]
    Exact,
    About,
    AtLeast,
    AtMost,
    Between,
}
