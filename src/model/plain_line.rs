//! Writes words of others without signs that steer: a terminal, the direction of what stands behind them, or a parser.

/// Returns a text on one line without such signs: breaks and tabs become blanks, escapes and marks that turn the direction of
/// writing are dropped.
pub(crate) fn plain_line(text: &str) -> String {
    let is_break = |c: char| c.is_control() && c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}');
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
    };
    if !text.contains(|c| steers(c) || is_break(c)) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_break(c) { ' ' } else { c }).filter(|c| !steers(*c)).collect()
}

/// Returns a text without such signs; its lines stay.
pub(crate) fn plain_lines(text: &str) -> String {
    text.split('\n').map(plain_line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_and_every_word_stays() {
        let check = |text: &str, want: &str| assert_eq!(plain_line(text), want, "{text:?}");
        check("a\u{1b}[31mb\nc\u{202e}d", "a[31mb cd");
        check("X\r\nBEGIN:VEVENT\u{2066}\u{9b}", "X  BEGIN:VEVENT");
        check("a\u{2028}b\tc", "a b c");
        check("50\u{a0}000 “q” שלום", "50\u{a0}000 “q” שלום");
        assert_eq!(plain_lines("a\u{1b}\nb\u{202e}\n"), "a\nb\n");
    }
}
