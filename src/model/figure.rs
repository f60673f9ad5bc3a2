//! Holds a quantity that a text states.

use serde::{Deserialize, Serialize};

use super::Span;

/// A number with what it measures: "at least 12 people were killed".
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands in the text.
    pub span: Span,
    /// The number; the lower one of a range.
    pub value: f64,
    /// The upper end of a range, in the same unit.
    pub upper: Option<f64>,
    /// `people`, an ISO 4217 code, `%`, `pp` (percentage points), `km` …
    pub unit: Option<String>,
    /// What it counts: `killed`, `jobs`.
    pub of: Option<String>,
    /// How exact the number is.
    pub bound: Bound,
}

/// How a value bounds the quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The value itself.
    #[default]
    Exact,
    /// Near the value: "about 12".
    About,
    /// The value or more: "at least 12".
    AtLeast,
    /// The value or less: "up to 12".
    AtMost,
    /// From the value to `upper`: "10 to 12".
    Between,
}

/// Returns what a count of people is of: "people killed", but "men".
pub fn people_counted(of: &str) -> String {
    let is_plural = ["s", "men", "children"].iter().any(|ending| of.ends_with(ending))
        || matches!(of, "people" | "police" | "staff");
    if is_plural { of.to_owned() } else { format!("people {of}") }
}

#[cfg(test)]
mod tests {
    use super::people_counted;

    #[test]
    fn people_are_named_by_what_became_of_them_or_who_they_are() {
        assert_eq!(people_counted("killed"), "people killed");
        assert_eq!(people_counted("workers"), "workers");
        assert_eq!(people_counted("men"), "men");
        assert_eq!(people_counted("schoolchildren"), "schoolchildren");
    }
}
