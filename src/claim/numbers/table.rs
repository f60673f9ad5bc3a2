//! Lists the words that numbers are made of.
//!
//! A row is a word and what it does to the number: `twelve` is 12, `million`
//! multiplies, `dozens` is at least 24, `third` is a place or a part.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::NUMBER_NAMES;

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

/// Words of a number besides the names in `model/number_names.rs`, sorted.
#[rustfmt::skip]
pub(crate) const WORDS: &[(&str, Word)] = &[
    ("a", Article), ("an", Article), ("billions", Plural(2e9)), ("couple", Few), ("crore", Scale(1e7)),
    ("crores", Scale(1e7)), ("dozen", Dozen), ("dozens", Plural(24.0)), ("eighths", Fraction(8.0)), ("few", Few),
    ("fifths", Fraction(5.0)), ("half", Half), ("hundreds", Plural(200.0)), ("lakh", Scale(1e5)), ("lakhs", Scale(1e5)),
    ("millions", Plural(2e6)), ("quarter", Fraction(4.0)), ("quarters", Fraction(4.0)), ("scores", Plural(40.0)),
    ("several", Few), ("tens", Plural(20.0)), ("tenths", Fraction(10.0)), ("thirds", Fraction(3.0)),
    ("thousands", Plural(2e3)), ("trillions", Plural(2e12)), ("zero", Unit(0.0)),
];

/// All words of a number; looked up only.
static ALL: LazyLock<FxHashMap<&str, Word>> = LazyLock::new(|| {
    let cardinals = NUMBER_NAMES.iter().map(|row| (row.cardinal, cardinal(row.value)));
    let ordinals = NUMBER_NAMES.iter().map(|row| (row.ordinal, Ordinal(row.value as f64)));
    cardinals.chain(ordinals).chain(WORDS.iter().copied()).collect()
});

/// Returns what the name of a number does to the number it stands in.
fn cardinal(value: u64) -> Word {
    match value {
        ..20 => Unit(value as f64),
        20..100 => Ten(value as f64),
        100 => Hundred,
        _ => Scale(value as f64),
    }
}

/// What follows metres, and never millions: "a 30m-high wall", "the 100m final". Sorted.
#[rustfmt::skip]
pub(crate) static AFTER_METRES: &[&str] = &[
    "above", "across", "apart", "away", "backstroke", "behind", "below", "breaststroke", "butterfly", "champion", "cliff", "crater", "deep", "dinghy",
    "down", "drop", "fall", "final", "freestyle", "from", "heats", "high", "hurdles", "long", "mast", "medley", "race", "radius", "relay", "sprint",
    "sprinter", "statue", "steeplechase", "tall", "tower", "trench", "tsunami", "under", "underground", "underwater", "up", "wall", "wave", "waves",
    "wide", "yacht",
];

/// Words behind an ordinal that make it a share: "a third *of*", "rose by a fifth *to*". Sorted.
#[rustfmt::skip]
pub(crate) static AFTER_SHARE: &[&str] = &[
    "bigger", "compared", "fewer", "from", "greater", "higher", "in", "larger", "less", "lower", "more", "of", "since", "smaller", "to",
];

/// Returns what a lower-case word does to a number.
pub(crate) fn of(word: &str) -> Option<Word> {
    if word.is_empty() || word.len() > 11 {
        return None;
    }
    ALL.get(word).copied()
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
pub(crate) static SPACED_SHORT_SCALES: &[&str] = &["bln", "bn", "mln", "mn", "tn", "trn"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_found() {
        assert!(WORDS.is_sorted_by_key(|row| row.0));
        assert!(AFTER_METRES.is_sorted());
        assert!(WORDS.iter().all(|row| of(row.0) == Some(row.1)));
        assert_eq!(ALL.len(), WORDS.len() + 2 * NUMBER_NAMES.len());
        let words = ["twelve", "twelfth", "forty", "hundred", "million"].map(of);
        assert_eq!(words, [Unit(12.0), Ordinal(12.0), Ten(40.0), Hundred, Scale(1e6)].map(Some));
    }
}
