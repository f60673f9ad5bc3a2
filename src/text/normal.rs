//! Folds what typography varies: case, quote marks, dashes, ligatures, hidden signs.
//!
//! “Don’t” and "don't" have the same normal form.

use unicode_normalization::UnicodeNormalization;

use super::rule_table::rows;
use super::token_table::BRACKETS;

/// Appends the normal form of `word` to `forms`.
pub(super) fn fold_into(word: &str, forms: &mut String) {
    if word.is_ascii() {
        return fold_ascii(word, forms);
    }
    for c in word.nfkc().flat_map(char::to_lowercase) {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => forms.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '«' | '»' => forms.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => forms.push('-'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c => forms.push(c),
        }
    }
}

fn fold_ascii(word: &str, forms: &mut String) {
    match word {
        "``" | "''" => forms.push('"'),
        "`" => forms.push('\''),
        "--" | "---" => forms.push('-'),
        _ => match rows(BRACKETS).find(|(bracket, _)| *bracket == word) {
            Some((_, sign)) => forms.push_str(sign),
            None => {
                let start = forms.len();
                forms.push_str(word);
                forms[start..].make_ascii_lowercase();
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, want: &str) {
        let mut forms = String::new();
        fold_into(word, &mut forms);
        assert_eq!(forms, want, "for {word}");
    }

    #[test]
    fn typographic_variants_are_equal() {
        check("N’T", "n't");
        check("“", "\"");
        check("``", "\"");
        check("—", "-");
        check("--", "-");
        check("-LRB-", "(");
        check("ﬁnal", "final");
        check("Zürich", "zürich");
        check("…", "...");
        check("co\u{ad}op", "coop");
    }
}
