//! Cuts a text into words to count and compare, in scripts with and without spaces.
//!
//! "A fire broke out" has four words, as `wc -w` counts them. Chinese, Japanese and Thai put no spaces between theirs; two
//! signs make a word there, which is about the mean.

/// Signs of a script without spaces that count as one word.
const SIGNS_A_WORD: usize = 2;

/// Returns the words of a text, in order; signs of a script without spaces are taken two by two.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let is_bare = has_no_spaces(rest.chars().next()?);
            let longest = if is_bare { SIGNS_A_WORD } else { usize::MAX };
            let signs = rest.chars().take_while(|sign| has_no_spaces(*sign) == is_bare).take(longest);
            let (word, after) = rest.split_at(signs.map(char::len_utf8).sum());
            rest = after;
            Some(word)
        })
    })
}

/// Returns whether most of a text is in signs that stand for syllables or words: a line of it says as much as two of letters.
pub fn is_dense(text: &str) -> bool {
    let (mut dense, mut all) = (0, 0);
    for sign in text.chars() {
        dense += usize::from(matches!(sign, '\u{2E80}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'));
        all += 1;
    }
    all < dense * 2
}

/// The first and the last sign of each script that puts no spaces between words: the only list of them.
pub(crate) const UNSPACED: [(char, char); 7] = [
    ('\u{0E00}', '\u{0EFF}'), // Thai, Lao
    ('\u{1000}', '\u{109F}'), // Burmese
    ('\u{1780}', '\u{17FF}'), // Khmer
    ('\u{2E80}', '\u{9FFF}'), // Chinese, Japanese
    ('\u{F900}', '\u{FAFF}'),
    ('\u{FF01}', '\u{FF9F}'),
    ('\u{20000}', '\u{3FFFF}'),
];

/// Returns whether a sign belongs to a script that puts no spaces between words.
pub(crate) fn has_no_spaces(sign: char) -> bool {
    UNSPACED[0].0 <= sign && UNSPACED.iter().any(|(first, last)| (*first..=*last).contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_in_every_script() {
        let check = |text: &str, want: &[&str]| assert_eq!(words_of(text).collect::<Vec<_>>(), want, "for {text}");
        check("A fire broke out.", &["A", "fire", "broke", "out."]);
        check("東京駅前の建物", &["東京", "駅前", "の建", "物"]);
        check("3月 NHKによる", &["3", "月", "NHK", "によ", "る"]);
        check("불이 났다", &["불이", "났다"]);
        check(" \n", &[]);
    }

    #[test]
    fn scripts_without_spaces_are_told() {
        assert!("人々東ｶﾅไฟ".chars().all(has_no_spaces), "signs that repeat others and half-width kana are signs, too");
        assert!(!"né불 —".chars().any(has_no_spaces));
        assert!(UNSPACED.is_sorted());
    }

    #[test]
    fn dense_scripts_are_told() {
        assert!(is_dense("東京駅前の建物 3") && is_dense("불이 났다"));
        assert!(!is_dense("A fire at 東京") && !is_dense("ไฟไหม้") && !is_dense(""));
    }
}
