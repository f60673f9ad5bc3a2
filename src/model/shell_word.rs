//! Writes a word as it is typed in a shell, so that a command in a hint can be copied.

/// Returns a word as it is typed in a shell: `flood`, `'Big Flood'`.
pub(crate) fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+' | ',' | ':' | '@' | '%');
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_where_the_shell_would_part_or_change_it() {
        let check = |word: &str, want: &str| assert_eq!(shell_word(word), want);
        check("ferry/post@1..2", "ferry/post@1..2");
        check("Big Flood", "'Big Flood'");
        check("it's $1", "'it'\\''s $1'");
        check("", "''");
    }
}
