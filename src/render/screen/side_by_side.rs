//! Writes two versions in two columns that fit the screen, old on the left.

use unicode_width::UnicodeWidthStr;

use super::diff::head;
use super::folding::{DiffOptions, ShownPart, is_shown, stretches};
use super::{ScreenStyle, StyledText, TextMark, wrap};
use crate::render::counted::count;
use crate::view::{DiffView, Passage, PassageKind, RunKind};

/// Columns where the screen's width is not known.
const USUAL_WIDTH: usize = 120;

/// Writes two versions in two columns.
pub fn side_by_side(look: ScreenStyle, view: &DiffView, options: DiffOptions) -> String {
    let width = look.width.unwrap_or(USUAL_WIDTH).max(30);
    let column = (width - 3) / 2;
    let mut text = head(look, view, options);
    let (a, b) = (format!("v{}", view.a.number), format!("v{}", view.b.number));
    text.push('\n');
    text.push_str(&row(look, column, &[(TextMark::Strong, a)], " ", &[(TextMark::Strong, b)]));
    for stretch in stretches(view, options) {
        match stretch {
            ShownPart::Folded(n) => {
                let told = format!("… {} unchanged …", count(n, "sentence", "sentences"));
                text.push_str(&row(look, column, &[(TextMark::Faint, told.clone())], " ", &[(TextMark::Faint, told)]));
            }
            ShownPart::Shown(passage) => text.push_str(&passage_rows(look, column, passage, options)),
        }
    }
    text
}

fn passage_rows(look: ScreenStyle, column: usize, passage: &Passage, options: DiffOptions) -> String {
    let shown = is_shown(passage, options);
    let sign = match passage.kind {
        _ if !shown => " ",
        PassageKind::Same => " ",
        PassageKind::Edited | PassageKind::Headline => "~",
        PassageKind::Added => "+",
        PassageKind::Removed => "-",
        PassageKind::MovedHere => "»",
        PassageKind::MovedAway => "«",
    };
    let side = |gone: RunKind, own: RunKind, mark: TextMark| -> Vec<StyledText> {
        let runs = passage.runs.iter().filter(|run| run.kind != gone);
        runs.map(|run| match run.kind == own && shown {
            true => look.marked(mark, &run.text),
            false => (TextMark::Plain, run.text.clone()),
        })
        .collect()
    };
    let mut old = side(RunKind::Added, RunKind::Removed, TextMark::Removed);
    let mut new = side(RunKind::Removed, RunKind::Added, TextMark::Added);
    match passage.kind {
        PassageKind::MovedHere => old = vec![(TextMark::Moved, "(moved here)".to_owned())],
        PassageKind::MovedAway => new = vec![(TextMark::Moved, "(moved away)".to_owned())],
        _ => {}
    }
    let opening = if passage.opens_paragraph { row(look, column, &[], " ", &[]) } else { String::new() };
    opening + &row(look, column, &old, sign, &new)
}

/// Returns two cells beside each other, as many lines as the longer one needs.
fn row(look: ScreenStyle, column: usize, old: &[StyledText], sign: &str, new: &[StyledText]) -> String {
    let (old, new) = (wrap::lines(column, old), wrap::lines(column, new));
    let mut text = String::new();
    for at in 0..old.len().max(new.len()) {
        let left = old.get(at).map_or(&[][..], Vec::as_slice);
        let right = new.get(at).map_or(&[][..], Vec::as_slice);
        let used: usize = left.iter().map(|(_, words)| words.width()).sum();
        let mut line = paint(look, left);
        line.push_str(&" ".repeat(column.saturating_sub(used)));
        line.push_str(&format!(" {} ", if at == 0 { sign } else { " " }));
        line.push_str(&paint(look, right));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn paint(look: ScreenStyle, pieces: &[StyledText]) -> String {
    pieces.iter().map(|(mark, words)| look.paint(*mark, words)).collect()
}
