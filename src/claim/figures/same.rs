//! Compares figures by what they mean.
//!
//! 12, twelve and a dozen are one quantity; so are $1.2bn and $1.2 billion, and
//! 50 % and half. `1,200` is a rounding of `1,196`, and not the same.

use crate::model::Figure;

/// Two values closer than this share of the larger one are equal; floats come from different spellings.
const CLOSE: f64 = 1e-9;

/// Returns whether two figures say the same: value, range, unit and bound.
pub fn same_quantity(a: &Figure, b: &Figure) -> bool {
    a.bound == b.bound && same_amount(a, b)
}

/// Returns whether value, range and unit agree, whatever the bound: "12" and "at least 12".
pub fn same_amount(a: &Figure, b: &Figure) -> bool {
    let (factor_a, unit_a) = plain_unit(a);
    let (factor_b, unit_b) = plain_unit(b);
    let upper = match (a.upper, b.upper) {
        (None, None) => true,
        (Some(upper_a), Some(upper_b)) => close(upper_a * factor_a, upper_b * factor_b),
        _ => false,
    };
    units_agree(unit_a, unit_b) && upper && close(a.value * factor_a, b.value * factor_b)
}

/// Returns whether `rough` is what `exact` becomes when it is rounded as `rough` was.
///
/// "about 1,200" rounds 1,196; "£4m" rounds £3.96m; "48%" rounds 48.3%. A figure
/// is no rounding of an equal one.
pub fn is_rounding_of(rough: &Figure, exact: &Figure) -> bool {
    let (factor_rough, unit_rough) = plain_unit(rough);
    let (factor_exact, unit_exact) = plain_unit(exact);
    let (value, other) = (rough.value * factor_rough, exact.value * factor_exact);
    if !units_agree(unit_rough, unit_exact) || rough.upper.is_some() || exact.upper.is_some() || close(value, other) {
        return false;
    }
    let step = last_digit(rough.value) * factor_rough;
    is_within_half(value, other, step)
}

/// Returns whether `rough` is what `exact` becomes when it is rounded to the digits of `rough`: 530,000 for 531,000.
pub fn rounds(rough: f64, exact: f64) -> bool {
    is_within_half(rough, exact, last_digit(rough))
}

fn is_within_half(rough: f64, exact: f64, step: f64) -> bool {
    (rough - exact).abs() <= step / 2.0 + CLOSE * rough.abs()
}

/// Returns the value that equal amounts share, whatever their unit is called: 0.5 for "50%" and for "half".
pub fn plain_value(figure: &Figure) -> f64 {
    plain_unit(figure).0 * figure.value
}

/// Returns the unit that equal amounts share, and how much of it one of the figure's own is: 50 % and half are parts of one.
pub fn plain_unit(figure: &Figure) -> (f64, Option<&str>) {
    match figure.unit.as_deref() {
        Some("%") => (0.01, Some("fraction")),
        // "one and a half times its capacity" is 150 % of it.
        Some("times") => (1.0, Some("fraction")),
        None if figure.value > 0.0 && figure.value < 1.0 => (1.0, Some("fraction")),
        unit => (1.0, unit),
    }
}

/// Returns whether two units may be the same: those of a bare count and a count of people may, other two may not.
fn units_agree(a: Option<&str>, b: Option<&str>) -> bool {
    a == b || matches!((a, b), (None, Some("people")) | (Some("people"), None))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= CLOSE * a.abs().max(b.abs())
}

/// Returns the worth of the last digit that is not zero: 100 for 1,200, 0.1 for 48.3.
fn last_digit(value: f64) -> f64 {
    let mut step = 1e12;
    for _ in 0..18 {
        let parts = value / step;
        if close(parts, parts.round()) && parts.round() != 0.0 {
            return step;
        }
        step /= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(words: &str) -> Figure {
        let text = format!("It said {words}.");
        let figures = crate::claim::figures::figures_in(&crate::text::read(&text), &[]);
        assert_eq!(figures.len(), 1, "{words}: {figures:?}");
        figures.into_iter().next().expect("one figure")
    }

    #[test]
    fn other_words_for_the_same_quantity_agree() {
        for (a, b) in [
            ("12 boats", "twelve boats"),
            ("12 boats", "a dozen boats"),
            ("$1.2bn", "$1.2 billion"),
            ("$1.2bn", "1.2 billion dollars"),
            ("50% of voters", "half of voters"),
            ("50% of voters", "50 per cent of voters"),
            ("one in five voters", "20% of voters"),
            ("50p", "£0.50"),
            ("at least 12 boats", "no fewer than twelve boats"),
        ] {
            assert!(same_quantity(&only(a), &only(b)), "{a} and {b}");
        }
    }

    #[test]
    fn other_quantities_differ() {
        for (a, b) in [
            ("12 boats", "15 boats"),
            ("12 boats", "at least 12 boats"),
            ("$5m", "£5m"),
            ("$5m", "$5bn"),
            ("4%", "4 percentage points"),
            ("5 km", "5 miles"),
        ] {
            assert!(!same_quantity(&only(a), &only(b)), "{a} and {b}");
        }
    }

    #[test]
    fn roundings_are_told_from_other_values() {
        assert!(is_rounding_of(&only("about 1,200 boats"), &only("1,196 boats")));
        assert!(is_rounding_of(&only("just over 48%"), &only("48.3%")));
        assert!(is_rounding_of(&only("£4m"), &only("£3.96m")));
        assert!(!is_rounding_of(&only("1,200 boats"), &only("1,300 boats")));
        assert!(!is_rounding_of(&only("48.3%"), &only("48%")));
    }
}
