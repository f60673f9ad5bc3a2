//! Lists the words that numbers are made of.
//!
//! A row is a word and what it does to the number: `twelve` is 12, `million`
//! multiplies, `dozens` is at least 24, `third` is a place or a part.

/// What a word does to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word {
    /// 0 to 19
    Unit(f64),
    /// 20, 30 … 90
    Ten(f64),
    Hundred,
    /// thousand and up
    Scale(f64),
    Dozen,
    /// "dozens", "hundreds": at least this many.
    Plural(f64),
    Ordinal(f64),
    /// "thirds": parts of a whole.
    Fraction(f64),
    Half,
    /// "a", "an"
    Article,
    /// "several", "few"
    Few,
}

use Word::*;

/// Every word of a number, sorted.
#[rustfmt::skip]
pub(crate) const WORDS: &[(&str, Word)] = &[
    ("a", Article), ("an", Article), ("billion", Scale(1e9)), ("billions", Plural(2e9)), ("billionth", Ordinal(1e9)), ("couple", Few),
    ("crore", Scale(1e7)), ("crores", Scale(1e7)), ("dozen", Dozen), ("dozens", Plural(24.0)), ("eight", Unit(8.0)), ("eighteen", Unit(18.0)),
    ("eighteenth", Ordinal(18.0)), ("eighth", Ordinal(8.0)), ("eighths", Fraction(8.0)), ("eightieth", Ordinal(80.0)), ("eighty", Ten(80.0)),
    ("eleven", Unit(11.0)), ("eleventh", Ordinal(11.0)), ("few", Few), ("fifteen", Unit(15.0)), ("fifteenth", Ordinal(15.0)), ("fifth", Ordinal(5.0)),
    ("fifths", Fraction(5.0)), ("fiftieth", Ordinal(50.0)), ("fifty", Ten(50.0)), ("first", Ordinal(1.0)), ("five", Unit(5.0)),
    ("fortieth", Ordinal(40.0)), ("forty", Ten(40.0)), ("four", Unit(4.0)), ("fourteen", Unit(14.0)), ("fourteenth", Ordinal(14.0)),
    ("fourth", Ordinal(4.0)), ("half", Half), ("hundred", Hundred), ("hundreds", Plural(200.0)), ("hundredth", Ordinal(100.0)), ("lakh", Scale(1e5)),
    ("lakhs", Scale(1e5)), ("million", Scale(1e6)), ("millions", Plural(2e6)), ("millionth", Ordinal(1e6)), ("nine", Unit(9.0)),
    ("nineteen", Unit(19.0)), ("nineteenth", Ordinal(19.0)), ("ninetieth", Ordinal(90.0)), ("ninety", Ten(90.0)), ("ninth", Ordinal(9.0)),
    ("one", Unit(1.0)), ("quarter", Fraction(4.0)), ("quarters", Fraction(4.0)), ("scores", Plural(40.0)), ("second", Ordinal(2.0)),
    ("seven", Unit(7.0)), ("seventeen", Unit(17.0)), ("seventeenth", Ordinal(17.0)), ("seventh", Ordinal(7.0)), ("seventieth", Ordinal(70.0)),
    ("seventy", Ten(70.0)), ("several", Few), ("six", Unit(6.0)), ("sixteen", Unit(16.0)), ("sixteenth", Ordinal(16.0)), ("sixth", Ordinal(6.0)),
    ("sixtieth", Ordinal(60.0)), ("sixty", Ten(60.0)), ("ten", Unit(10.0)), ("tens", Plural(20.0)), ("tenth", Ordinal(10.0)),
    ("tenths", Fraction(10.0)), ("third", Ordinal(3.0)), ("thirds", Fraction(3.0)), ("thirteen", Unit(13.0)), ("thirteenth", Ordinal(13.0)),
    ("thirtieth", Ordinal(30.0)), ("thirty", Ten(30.0)), ("thousand", Scale(1e3)), ("thousands", Plural(2e3)), ("thousandth", Ordinal(1e3)),
    ("three", Unit(3.0)), ("trillion", Scale(1e12)), ("trillions", Plural(2e12)), ("twelfth", Ordinal(12.0)), ("twelve", Unit(12.0)),
    ("twentieth", Ordinal(20.0)), ("twenty", Ten(20.0)), ("two", Unit(2.0)), ("zero", Unit(0.0)),
];

/// What follows metres, and never millions: "a 30m-high wall", "the 100m final". Sorted.
#[rustfmt::skip]
pub(crate) const AFTER_METRES: &[&str] = &[
    "above", "across", "apart", "away", "backstroke", "behind", "below", "breaststroke", "butterfly", "champion", "cliff", "crater", "deep", "dinghy",
    "down", "drop", "fall", "final", "freestyle", "from", "heats", "high", "hurdles", "long", "mast", "medley", "race", "radius", "relay", "sprint",
    "sprinter", "statue", "steeplechase", "tall", "tower", "trench", "tsunami", "under", "underground", "underwater", "up", "wall", "wave", "waves",
    "wide", "yacht",
];

/// Returns what a lower-case word does to a number.
pub(crate) fn of(word: &str) -> Option<Word> {
    if word.is_empty() || word.len() > 11 {
        return None;
    }
    let at = WORDS.binary_search_by_key(&word, |row| row.0).ok()?;
    Some(WORDS[at].1)
}

/// Returns the factor of a scale written short, as in "1.2bn"; capitals tell `M` (million) from `m`.
pub(crate) fn short_scale(raw: &str) -> Option<f64> {
    let factor = match raw {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" | "MM" => 1e6,
        "bn" | "b" | "B" | "Bn" | "bln" => 1e9,
        "tn" | "trn" | "T" => 1e12,
        _ => return None,
    };
    Some(factor)
}

/// Short scales that may stand apart from their number, and that no unit is written like: "1.2 bn". Sorted.
pub(crate) const SPACED_SHORT_SCALES: &[&str] = &["bln", "bn", "mln", "mn", "tn", "trn"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_found() {
        assert!(WORDS.is_sorted_by_key(|row| row.0));
        assert!(AFTER_METRES.is_sorted());
        assert!(WORDS.iter().all(|row| of(row.0) == Some(row.1)));
    }
}
