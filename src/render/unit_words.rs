//! Puts the symbols of units into words, where a reader is told what is measured.

/// Symbols that stand for a unit alone, sorted, with the words for several.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("%", "per cent"), ("GW", "gigawatts"), ("MW", "megawatts"), ("cm", "centimetres"), ("ft", "feet"), ("g", "grams"),
    ("ha", "hectares"), ("in", "inches"), ("kg", "kilograms"), ("km", "kilometres"), ("km/h", "kilometres an hour"),
    ("km²", "square kilometres"), ("m", "metres"), ("mm", "millimetres"), ("mph", "miles an hour"), ("m²", "square metres"),
    ("m³", "cubic metres"), ("pp", "percentage points"), ("t", "tonnes"), ("°C", "degrees Celsius"), ("°F", "degrees Fahrenheit"),
];

/// Returns what a figure is about in words: `m` is `metres`; words stay as they are.
pub(crate) fn unit_words(about: &str) -> &str {
    UNITS.binary_search_by_key(&about, |(symbol, _)| symbol).map_or(about, |at| UNITS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_alone_is_told_in_words() {
        assert!(UNITS.is_sorted_by_key(|(symbol, _)| symbol));
        for (about, want) in
            [("m", "metres"), ("km/h", "kilometres an hour"), ("people killed", "people killed"), ("USD", "USD")]
        {
            assert_eq!(unit_words(about), want);
        }
    }
}
