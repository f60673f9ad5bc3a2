//! Brings a text to the form in which it is stored.
//!
//! Only what no reader can see is touched: line ends, trailing spaces, control
//! characters, hidden marks. Quote marks, dashes and hard spaces stay as
//! they are, for a change of them is a change, if a cosmetic one.

use super::hidden_marks::without;

/// Returns a line without what nobody sees, and without spaces around it.
pub(super) fn line(line: &str) -> String {
    recorded_line(&without(line))
}

/// Returns a line whose runs of white space became one space each.
pub(super) fn flow(text: &str) -> String {
    recorded_flow(&without(text))
}

/// Does what [`line`] does to a line that was recorded once, maybe when fewer marks were known: those are kept.
pub(super) fn recorded_line(line: &str) -> String {
    let seen = line.chars().filter(|c| !is_unseen(*c)).map(|c| if c.is_control() { ' ' } else { c });
    seen.collect::<String>().trim().to_owned()
}

/// Does what [`flow`] does to what was recorded once.
pub(super) fn recorded_flow(text: &str) -> String {
    let mut flowed = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        match c {
            // A hard space is one that an editor chose.
            '\u{A0}' | '\u{202F}' => flowed.push(c),
            c if c.is_whitespace() => {
                if !flowed.ends_with(' ') {
                    flowed.push(' ');
                }
            }
            c => flowed.push(c),
        }
    }
    flowed.trim().to_owned()
}

/// Joins paragraphs with an empty line between them.
pub(super) fn paragraphs<T: AsRef<str>>(blocks: impl IntoIterator<Item = T>) -> String {
    let mut text = String::new();
    for block in blocks {
        if block.as_ref().is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(block.as_ref());
    }
    text
}

/// Folds what a comparison of two lines should not see: case, white space, the shape of quote marks.
pub(super) fn folded(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).flat_map(char::to_lowercase);
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_unseen(c: char) -> bool {
    match c {
        // Joiners shape Arabic and Indic letters and emoji; they stay.
        '\u{200C}' | '\u{200D}' => false,
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' => true,
        // A tab, a lone carriage return or a form feed stands between words.
        c => c.is_control() && !c.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_sees_goes() {
        assert_eq!(line("  “It\u{200B}’s”\u{A0}– 5\u{AD}0 % \r"), "“It’s”\u{A0}– 50 %");
        assert_eq!(flow(" a\n  b\t c\u{A0}d "), "a b c\u{A0}d");
        assert_eq!(line("Fire\rout\u{B}on\u{C}the\u{85}hill\u{7}s"), "Fire out on the hills");
        assert_eq!(flow("Fire\rout\r\non"), "Fire out on");
        assert_eq!(paragraphs(["a", "", "b"]), "a\n\nb");
        assert_eq!(folded("The “Talks”,  again!"), "the talks again");
    }
}
