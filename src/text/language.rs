//! Detects which language a text is in, where that is sure.
//!
//! "The mayor said …" is English by its small words alone; only a text without
//! them is looked at by `whatlang`. Short texts and doubtful ones count as
//! English, since most of them are names, figures and headlines.

use super::language_table::{CODES, SMALL_WORDS};

/// A shorter text, in bytes, says too little.
const LEAST_BYTES: usize = 100;
/// No more than this, in bytes, is looked at.
const SAMPLE_BYTES: usize = 2_000;
/// English texts have at least one small word in so many words.
const WORDS_PER_SMALL_WORD: usize = 10;
/// Below this confidence (0 to 1) a guess is not used.
const LEAST_CONFIDENCE: f64 = 0.8;

/// Returns the ISO 639-1 code of the language of `text`, where it is sure.
pub(super) fn language_of(text: &str) -> Option<&'static str> {
    if text.len() < LEAST_BYTES {
        return None;
    }
    let end = (0..=SAMPLE_BYTES.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let sample = &text[..end];
    let words = sample.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut all, mut small, mut named) = (0, 0, 0);
    for word in words {
        all += 1;
        named += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        small += usize::from(SMALL_WORDS.iter().any(|small| word.eq_ignore_ascii_case(small)));
    }
    if all <= small * WORDS_PER_SMALL_WORD {
        return Some("en");
    }
    if all < named * 2 {
        return None; // Names, addresses and figures are the same in many languages.
    }
    let guess =
        whatlang::detect(sample).filter(|guess| guess.is_reliable() && LEAST_CONFIDENCE <= guess.confidence())?;
    CODES.iter().find(|(lang, _)| *lang == guess.lang()).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_show_no_language() {
        let address = "Ingrid Vandermolen, Halden Power Source Inc, 114 Market Place Ste 500, Baltimore MD 21202, Phone 410-555-0198, Fax 410-555-0199, Email";
        assert_eq!(language_of(address), None);
    }

    #[test]
    fn sure_languages_are_named_and_short_texts_are_not() {
        let english = "The mayor said on Monday that the bridge would stay closed until the spring because of the damage to two of its piers.";
        let german = "Die Bürgermeisterin sagte am Montag, die Brücke bleibe bis zum Frühjahr gesperrt, weil zwei ihrer Pfeiler beschädigt seien.";
        let french = "La maire a déclaré lundi que le pont resterait fermé jusqu'au printemps parce que deux de ses piles étaient endommagées.";
        assert_eq!([english, german, french, "Guten Tag"].map(language_of), [Some("en"), Some("de"), Some("fr"), None]);
    }
}
