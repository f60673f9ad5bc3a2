//! Names the numbers that have a word of their own, in counting and in order: the only list of them.
//!
//! Figures read them ("twelve killed"), times ("the third week"), and what people type beside a unit of time ("two
//! hours ago"). Words that are made of these, and round ones such as "dozens", are the business of `claim::numbers`.

use std::ops::RangeInclusive;

/// A number with words of its own.
pub(crate) struct NumberName {
    /// "three"
    pub cardinal: &'static str,
    /// "third"
    pub ordinal: &'static str,
    /// The number.
    pub value: u64,
}

const fn name(cardinal: &'static str, ordinal: &'static str, value: u64) -> NumberName {
    NumberName { cardinal, ordinal, value }
}

/// The numbers in ascending order.
#[rustfmt::skip]
pub(crate) const NUMBER_NAMES: &[NumberName] = &[
    name("one", "first", 1), name("two", "second", 2), name("three", "third", 3), name("four", "fourth", 4),
    name("five", "fifth", 5), name("six", "sixth", 6), name("seven", "seventh", 7), name("eight", "eighth", 8),
    name("nine", "ninth", 9), name("ten", "tenth", 10), name("eleven", "eleventh", 11), name("twelve", "twelfth", 12),
    name("thirteen", "thirteenth", 13), name("fourteen", "fourteenth", 14), name("fifteen", "fifteenth", 15),
    name("sixteen", "sixteenth", 16), name("seventeen", "seventeenth", 17), name("eighteen", "eighteenth", 18),
    name("nineteen", "nineteenth", 19), name("twenty", "twentieth", 20), name("thirty", "thirtieth", 30),
    name("forty", "fortieth", 40), name("fifty", "fiftieth", 50), name("sixty", "sixtieth", 60),
    name("seventy", "seventieth", 70), name("eighty", "eightieth", 80), name("ninety", "ninetieth", 90),
    name("hundred", "hundredth", 100), name("thousand", "thousandth", 1000), name("million", "millionth", 1_000_000),
    name("billion", "billionth", 1_000_000_000), name("trillion", "trillionth", 1_000_000_000_000),
];

/// The largest number of one word that is typed beside a unit of time.
const MOST_TYPED: u64 = 90;
/// The tens that another word may stand behind: `twenty-one`.
const TENS: RangeInclusive<u64> = 20..=MOST_TYPED;

/// Returns the number up to ninety-nine that a word in small letters names.
pub(crate) fn number_named(word: &str) -> Option<u32> {
    let named = |word: &str| {
        let mut typed = NUMBER_NAMES.iter().take_while(|row| row.value <= MOST_TYPED);
        typed.find(|row| row.cardinal == word).map(|row| row.value)
    };
    let number = match word.split_once('-') {
        Some((tens, units)) => {
            let tens = named(tens).filter(|tens| TENS.contains(tens))?;
            tens + named(units).filter(|units| *units < 10)?
        }
        None => named(word)?,
    };
    u32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_up_to_ninety_nine() {
        let named = |word: &str| number_named(word);
        assert_eq!([named("one"), named("seven"), named("twelve")], [Some(1), Some(7), Some(12)]);
        assert_eq!([named("thirteen"), named("ninety"), named("ninety-nine")], [Some(13), Some(90), Some(99)]);
        for none in ["hundred", "Two", "", "-", "one-two", "twenty-ten", "twenty-one-two", "twenty-"] {
            assert_eq!(named(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_ascend() {
        assert!(NUMBER_NAMES.is_sorted_by_key(|row| row.value));
    }
}
