//! Breaks marked words into lines that fit the screen.
//!
//! A style runs on over a line break, but never over the indent of the next
//! line, so that a struck-through passage does not strike through the margin.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{ScreenStyle, StyledText, TextMark, clean};

/// Returns `pieces` as lines: the first begins with `first`, the others with as many blanks.
pub(super) fn hanging_indent(look: ScreenStyle, first: &str, pieces: &[StyledText]) -> String {
    hanging_indent_at(look, first, visible_width(first), pieces)
}

/// Columns that a screen leaves for words, however far in they would stand.
const LEAST_ROOM: usize = 20;

/// Returns `pieces` as lines: the first begins with `first`, the others with `indent` blanks, or fewer on a narrow screen.
pub(super) fn hanging_indent_at(look: ScreenStyle, first: &str, indent: usize, pieces: &[StyledText]) -> String {
    let indent = look.width.map_or(indent, |width| indent.min(width.saturating_sub(LEAST_ROOM)));
    let room = look.width.map_or(usize::MAX, |width| width.saturating_sub(indent).max(LEAST_ROOM));
    let mut text = String::from(first);
    let ahead = visible_width(first).saturating_sub(indent);
    for (index, line) in lines_after(ahead, room, pieces).iter().enumerate() {
        if 0 < index {
            text.push_str(&" ".repeat(indent));
        }
        for (mark, words) in line {
            text.push_str(&look.paint(*mark, &words.replace('\u{a0}', " ")));
        }
        text.push('\n');
    }
    text
}

/// Breaks each line that is still too wide for the screen between its words; what follows stands two columns further in.
pub fn fitted(look: ScreenStyle, text: String) -> String {
    let Some(width) = look.width.filter(|width| text.lines().any(|line| *width < visible_width(line))) else {
        return text;
    };
    text.split_inclusive('\n').map(|line| fitted_line(line, width)).collect()
}

fn fitted_line(line: &str, width: usize) -> String {
    if visible_width(line.trim_end()) <= width {
        return line.to_owned();
    }
    let indent = line.len() - line.trim_start_matches(' ').len() + 2;
    let (mut text, mut used) = (String::new(), 0);
    for word in line.split_inclusive(' ') {
        let wide = visible_width(word.trim_end());
        // The blanks before the first word are no line.
        if width < used + wide && indent < used {
            text.truncate(text.trim_end().len());
            text.push_str(&format!("\n{}", " ".repeat(indent)));
            used = indent;
        }
        // Two blanks between parts of a line are none at its beginning.
        let is_at_margin = used == indent && text.ends_with(' ') && text.contains('\n');
        if !(is_at_margin && word == " ") {
            text.push_str(word);
            used += visible_width(word.trim_end_matches('\n'));
        }
    }
    text
}

/// Returns the columns that `text` takes on a screen, styles left out.
pub(super) fn visible_width(text: &str) -> usize {
    let plain = anstream::adapter::strip_str(text).to_string();
    plain.as_str().width()
}

/// Breaks pieces between words into lines of at most `room` columns; there is at least one line.
pub(crate) fn lines(room: usize, pieces: &[StyledText]) -> Vec<Vec<StyledText>> {
    lines_after(0, room, pieces)
}

/// Breaks pieces into lines, the first of which has `used` columns taken already.
fn lines_after(mut used: usize, room: usize, pieces: &[StyledText]) -> Vec<Vec<StyledText>> {
    let mut lines: Vec<Vec<StyledText>> = vec![Vec::new()];
    for (mark, words) in pieces {
        let cleaned = clean(words);
        for word in cleaned.split_inclusive(' ').flat_map(|word| fitting(word, room)) {
            let wide = word.trim_end().width();
            if room < used + wide && 0 < used {
                trim_last(&mut lines);
                lines.push(Vec::new());
                used = 0;
            }
            let word = if used == 0 && starts_line(&lines) { word.trim_start() } else { word };
            used += word.width();
            append(&mut lines, *mark, word);
        }
    }
    trim_last(&mut lines);
    lines
}

/// Cuts a word that is wider than a line, as in scripts without spaces, into pieces that fit.
///
/// A combining character stays with the one before it, since it takes no column.
fn fitting(word: &str, room: usize) -> Vec<&str> {
    if word.trim_end().width() <= room {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, c) in word.char_indices() {
        let wide = c.width().unwrap_or(0);
        if room < used + wide && start < at {
            pieces.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    pieces.push(&word[start..]);
    pieces
}

fn starts_line(lines: &[Vec<StyledText>]) -> bool {
    lines.last().is_none_or(Vec::is_empty)
}

/// Adds words to the last line, joined to the piece before where the mark is the same.
fn append(lines: &mut [Vec<StyledText>], mark: TextMark, word: &str) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some((last, words)) if *last == mark => words.push_str(word),
        _ if word.is_empty() => {}
        _ => line.push((mark, word.to_owned())),
    }
}

/// Takes the blanks off the end of the last line.
fn trim_last(lines: &mut [Vec<StyledText>]) {
    let Some((_, words)) = lines.last_mut().and_then(|line| line.last_mut()) else { return };
    words.truncate(words.trim_end().len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_keep_their_marks() {
        let look = ScreenStyle { width: Some(24), ..ScreenStyle::default() };
        let pieces =
            [(TextMark::Plain, "At least ".to_owned()), (TextMark::Removed, "[-eight people in all-] ".to_owned())];
        assert_eq!(hanging_indent(look, "~ ", &pieces), "~ At least [-eight\n  people in all-]\n");
        assert_eq!(hanging_indent(look, "- ", &[]), "- \n");
    }

    #[test]
    fn a_wide_margin_leaves_room_for_words() {
        let look = ScreenStyle { width: Some(40), ..ScreenStyle::default() };
        let pieces = [(TextMark::Plain, "Two people were killed at the mill on Monday.".to_owned())];
        let want = "v1   6 May 2025 09:10  s1    Two people\n                    were killed at the\n                    mill on Monday.\n";
        assert_eq!(hanging_indent(look, "v1   6 May 2025 09:10  s1    ", &pieces), want);
        assert_eq!(fitted(look, want.to_owned()), want);
    }

    #[test]
    fn scripts_without_spaces_break_between_characters() {
        let look = ScreenStyle { width: Some(20), ..ScreenStyle::default() };
        let pieces = [(TextMark::Plain, "東京消防庁によると火災は午後三時".to_owned())];
        assert_eq!(hanging_indent(look, "", &pieces), "東京消防庁によると火\n災は午後三時\n");
    }

    #[test]
    fn a_line_that_is_too_wide_is_broken_between_its_words() {
        let look = ScreenStyle { width: Some(24), ..ScreenStyle::default() };
        let fitted = |text: &str| super::fitted(look, text.to_owned());
        assert_eq!(fitted("flood/herald  The Herald  times in UTC\n"), "flood/herald  The Herald\n  times in UTC\n");
        assert_eq!(fitted("  a line that is as wide\nb\n"), "  a line that is as wide\nb\n");
        assert_eq!(fitted("  https://post.example/a/long/address\n"), "  https://post.example/a/long/address\n");
        let painted = "\u{1b}[1mflood/herald\u{1b}[0m  The Herald  1\n";
        assert_eq!(fitted(painted), "\u{1b}[1mflood/herald\u{1b}[0m  The Herald\n  1\n");
        assert_eq!(fitted("a word and another one  and more\n"), "a word and another one\n  and more\n");
    }

    #[test]
    fn without_a_width_nothing_breaks() {
        let pieces = [(TextMark::Plain, "word ".repeat(100))];
        assert_eq!(hanging_indent(ScreenStyle::default(), "", &pieces).lines().count(), 1);
    }
}
