//! Writes two versions in two columns that fit the screen, old on the left.

use unicode_width::UnicodeWidthStr;

use super::diff::{DiffOptions, Stretch, head, is_shown, stretches};
use super::{Look, Mark, Piece, count, wrap};
use crate::view::{DiffView, Passage, PassageKind, RunKind};

/// Columns where the screen's width is not known.
const USUAL_WIDTH: usize = 120;

pub fn side_by_side(look: Look, view: &DiffView, options: DiffOptions) -> String {
    let width = look.width.unwrap_or(USUAL_WIDTH).max(30);
    let column = (width - 3) / 2;
    let mut text = head(look, view, options);
    let (a, b) = (format!("v{}", view.a.number), format!("v{}", view.b.number));
    text.push('\n');
    text.push_str(&row(look, column, &[(Mark::Strong, a)], " ", &[(Mark::Strong, b)]));
    for stretch in stretches(view, options) {
        match stretch {
            Stretch::Folded(n) => {
                let told = format!("… {} unchanged …", count(n, "sentence", "sentences"));
                text.push_str(&row(look, column, &[(Mark::Faint, told.clone())], " ", &[(Mark::Faint, told)]));
            }
            Stretch::Shown(passage) => text.push_str(&passage_rows(look, column, passage, options)),
        }
    }
    text
}

fn passage_rows(look: Look, column: usize, passage: &Passage, options: DiffOptions) -> String {
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
    let side = |gone: RunKind, own: RunKind, mark: Mark| -> Vec<Piece> {
        let runs = passage.runs.iter().filter(|run| run.kind != gone);
        runs.map(|run| match run.kind == own && shown {
            true => look.marked(mark, &run.text),
            false => (Mark::Plain, run.text.clone()),
        })
        .collect()
    };
    let mut old = side(RunKind::Added, RunKind::Removed, Mark::Removed);
    let mut new = side(RunKind::Removed, RunKind::Added, Mark::Added);
    match passage.kind {
        PassageKind::MovedHere => old = vec![(Mark::Moved, "(moved here)".to_owned())],
        PassageKind::MovedAway => new = vec![(Mark::Moved, "(moved away)".to_owned())],
        _ => {}
    }
    let opening = if passage.opens_paragraph { row(look, column, &[], " ", &[]) } else { String::new() };
    opening + &row(look, column, &old, sign, &new)
}

/// Returns two cells beside each other, as many lines as the longer one needs.
fn row(look: Look, column: usize, old: &[Piece], sign: &str, new: &[Piece]) -> String {
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

fn paint(look: Look, pieces: &[Piece]) -> String {
    pieces.iter().map(|(mark, words)| look.paint(*mark, words)).collect()
}
