//! Writes which version brought each sentence.

use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, cut, log, times};
use crate::view::{BlameLine, BlameView};

/// Writes each sentence with the version that brought it.
pub fn blame(look: ScreenStyle, view: &BlameView) -> String {
    let mut text = log::head(look, &view.article, Some(view.timezone));
    for line in &view.lines {
        if line.opens_paragraph {
            text.push('\n');
        }
        let mark = if line.since == view.version.number { TextMark::Added } else { TextMark::Faint };
        let when = times::moment(line.captured, view.timezone);
        let margin = format!("{:<4} {when:<17} s{:<3} ", format!("v{}", line.since), line.sentence);
        let mut pieces = vec![(TextMark::Plain, line.text.clone())];
        pieces.extend(history(line).map(|told| (TextMark::Faint, format!("  ({told})"))));
        text.push_str(&hanging_indent(look, &look.paint(mark, &margin), &pieces));
    }
    if view.lines.is_empty() {
        text.push_str(&cut("this version has no text\n", 80));
    }
    text
}

/// Writes what became of a sentence before it had these words.
fn history(line: &BlameLine) -> Option<String> {
    if let Some(earlier) = line.returns_to {
        return Some(format!("as in v{earlier}, changed in between"));
    }
    let before: Vec<_> = line.edited_in.iter().filter(|&&n| n < line.since).map(|n| format!("v{n}")).collect();
    match (line.origin < line.since, before.is_empty()) {
        (false, _) => None,
        (true, true) => Some(format!("first told in v{}", line.origin)),
        (true, false) => Some(format!("first told in v{}, edited in {}", line.origin, before.join(", "))),
    }
}
