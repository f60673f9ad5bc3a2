//! Guesses the dictionary forms of a word: "studies" may be "study" or "studie".
//!
//! Only the thesaurus decides which guess is a word, so guessing too much is harmless.
//! Forms that no ending explains stand in the lists of `text`.

use crate::text::irregular_bases;

/// Endings and what they may stand for.
#[rustfmt::skip]
const ENDINGS: &[(&str, &str)] = &[
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""),
];

/// Returns the word and what it may be a form of.
pub(crate) fn base_forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    for (ending, plain) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| 2 <= stem.len()) {
            forms.push(format!("{stem}{plain}"));
            let bytes = stem.as_bytes();
            let doubled = plain.is_empty() && bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
            if doubled && stem.is_char_boundary(stem.len() - 1) {
                forms.push(stem[..stem.len() - 1].to_owned());
            }
        }
    }
    forms.extend(irregular_bases(word).map(str::to_owned));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_led_back_to_their_word() {
        for (form, word) in [
            ("studies", "study"),
            ("stopped", "stop"),
            ("used", "use"),
            ("rose", "rise"),
            ("women", "woman"),
            ("worst", "bad"),
            ("larger", "large"),
        ] {
            assert!(base_forms(form).iter().any(|base| base == word), "{form}");
        }
    }
}
