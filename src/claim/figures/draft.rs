//! Holds a figure while it is read.

use crate::claim::numbers::NumberForm;
use crate::model::Bound;

/// A figure while it is read: pieces `start..next` of the line.
#[derive(Clone, Debug)]
pub(super) struct FigureDraft {
    /// The first piece.
    pub start: usize,
    /// The piece behind the last.
    pub next: usize,
    /// The value, in `unit`; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What it is measured in.
    pub unit: Option<&'static str>,
    /// What is counted, or what befell those counted.
    pub of: Option<String>,
    /// Whether the value is exact, a minimum, a maximum or approximate.
    pub bound: Bound,
    /// How the number is written.
    pub form: NumberForm,
}
