//! Cuts a line into the pieces that numbers are made of.
//!
//! `$1.2bn-plus` becomes `$` `1.2` `bn` `-` `plus`. The tokens of the document
//! follow the treebanks, which split some of these and keep others whole;
//! figures need one rule for all, so the line is cut again, without allocation.

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// `12`, `1,200`, `3.5`
    Digits,
    /// Digits joined by marks no quantity has: `14:32`, `9/11`, `1.2.3`.
    Code,
    Word,
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct NumberPiece {
    start: usize,
    end: usize,
    kind: PieceKind,
    /// White space stands before it.
    spaced: bool,
}

/// Holds the memory that one line after the other is cut in.
#[derive(Default)]
pub(crate) struct Buffer {
    lower: String,
    pieces: Vec<NumberPiece>,
}

/// A line and its pieces.
#[derive(Clone, Copy)]
pub(crate) struct PieceLine<'b> {
    text: &'b str,
    /// The same in lower case; ASCII only, so that offsets agree.
    lower: &'b str,
    pieces: &'b [NumberPiece],
}

impl Buffer {
    /// Cuts `text` into pieces.
    pub(crate) fn cut<'b>(&'b mut self, text: &'b str) -> PieceLine<'b> {
        self.lower.clear();
        self.lower.push_str(text);
        self.lower.make_ascii_lowercase();
        self.pieces.clear();
        let (mut at, mut spaced) = (0, false);
        while let Some(c) = text[at..].chars().next() {
            let (kind, length) = match c {
                c if c.is_whitespace() => {
                    spaced = true;
                    at += c.len_utf8();
                    continue;
                }
                '0'..='9' => number_length(&text[at..]),
                c if c.is_alphabetic() => (PieceKind::Word, word_length(&text[at..])),
                c => (PieceKind::Mark, c.len_utf8()),
            };
            self.pieces.push(NumberPiece { start: at, end: at + length, kind, spaced });
            spaced = false;
            at += length;
        }
        PieceLine { text, lower: &self.lower, pieces: &self.pieces }
    }
}

/// Letters, with apostrophes between letters.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let apostrophe = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, after)| after.is_alphabetic());
        if !c.is_alphabetic() && !apostrophe {
            return at;
        }
    }
    text.len()
}

fn number_length(text: &str) -> (PieceKind, usize) {
    let plain = grouped_length(text);
    let mut end = plain;
    let mut joints = 0;
    let mut kind = PieceKind::Digits;
    while let Some(joint) = text[end..].chars().next().filter(|c| matches!(c, '.' | ':' | '/')) {
        let more = digits_length(&text[end + 1..]);
        if more == 0 {
            break;
        }
        joints += 1;
        if joint != '.' || joints > 1 {
            kind = PieceKind::Code;
        }
        end += 1 + more;
    }
    (kind, end)
}

/// "1,200,000", "10,00,000", "12 500" with a narrow space: the digits before the decimal point.
fn grouped_length(text: &str) -> usize {
    let first = digits_length(text);
    if first > 3 {
        return first;
    }
    let mut end = first;
    while let Some(mark) = text[end..].chars().next().filter(|c| matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
    {
        let from = end + mark.len_utf8();
        let digits = digits_length(&text[from..]);
        let goes_on =
            mark == ',' && digits == 2 && text[from + 2..].starts_with(',') && digits_length(&text[from + 3..]) > 1;
        if digits != 3 && !goes_on {
            break;
        }
        end = from + digits;
    }
    end
}

fn digits_length(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

impl<'b> PieceLine<'b> {
    pub(crate) fn len(&self) -> usize {
        self.pieces.len()
    }

    pub(crate) fn kind(&self, at: usize) -> Option<PieceKind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    /// Returns the piece in lower case; nothing beyond the end.
    pub(crate) fn word(&self, at: usize) -> &'b str {
        self.pieces.get(at).map_or("", |piece| &self.lower[piece.start..piece.end])
    }

    /// Returns the piece as written; nothing beyond the end.
    pub(crate) fn raw(&self, at: usize) -> &'b str {
        self.pieces.get(at).map_or("", |piece| &self.text[piece.start..piece.end])
    }

    /// Returns the word before `at`; nothing at the start.
    pub(crate) fn before(&self, at: usize) -> &'b str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Returns the first character, `\0` beyond the end.
    pub(crate) fn char(&self, at: usize) -> char {
        self.raw(at).chars().next().unwrap_or('\0')
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
    }

    /// Returns whether a word begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.char(at).is_uppercase()
    }

    /// Returns whether the piece stands directly behind the one before.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.pieces.get(at).is_some_and(|piece| !piece.spaced)
    }

    /// Steps over a hyphen between two words: "twenty-five", "5-million-dollar".
    pub(crate) fn past_hyphen(&self, at: usize) -> usize {
        let hyphen = self.is_hyphen(at) && self.is_glued(at) && self.is_glued(at + 1) && self.is_word(at + 1);
        at + usize::from(hyphen)
    }

    /// Returns whether the piece is a hyphen or a dash.
    pub(crate) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.char(at), '-' | '‐' | '‑' | '–' | '−')
    }

    /// Returns whether the words from `at` on are these, in lower case, hyphens or spaces between.
    pub(crate) fn has(&self, at: usize, words: &str) -> Option<usize> {
        if !words.starts_with(self.word(at)) {
            return None;
        }
        let mut next = at;
        for (index, word) in words.split(' ').enumerate() {
            if index > 0 {
                next = self.past_hyphen(next);
            }
            if self.word(next) != word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    pub(crate) fn start(&self, at: usize) -> usize {
        self.pieces.get(at).map_or(self.text.len(), |piece| piece.start)
    }

    /// Returns the end of the piece before `at`.
    pub(crate) fn end_before(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|before| self.pieces.get(before)).map_or(0, |piece| piece.end)
    }

    /// Returns the text from the piece on, as written.
    pub(crate) fn original(&self, at: usize) -> &'b str {
        &self.text[self.start(at)..]
    }

    /// Returns the text from the piece on, in lower case.
    pub(crate) fn rest(&self, at: usize) -> &'b str {
        &self.lower[self.start(at)..]
    }

    /// Returns whether most words begin with a capital, as in the headlines of some outlets.
    pub(crate) fn is_title_case(&self) -> bool {
        let long = |piece: &&NumberPiece| piece.kind == PieceKind::Word && piece.end - piece.start > 3;
        let words = self.pieces.iter().filter(long).count();
        let capital = |piece: &&NumberPiece| self.text[piece.start..].chars().next().is_some_and(char::is_uppercase);
        words > 2 && 4 * self.pieces.iter().filter(long).filter(capital).count() > 3 * words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let mut buffer = Buffer::default();
        let line = buffer.cut(text);
        let got: Vec<&str> = (0..line.len()).map(|at| line.raw(at)).collect();
        assert_eq!(got.join("|"), want, "for {text}");
    }

    #[test]
    fn pieces_keep_numbers_whole() {
        check("$1.2bn-plus", "$|1.2|bn|-|plus");
        check("1,200 and 3,4 or 5.", "1,200|and|3|,|4|or|5|.");
        check("14:32, 9/11, v1.2.3", "14:32|,|9/11|,|v|1.2.3");
        check("Kyiv’s 12\u{202f}500", "Kyiv’s|12\u{202f}500");
        check("10,00,000 in 2020, 25 in", "10,00,000|in|2020|,|25|in");
    }
}
