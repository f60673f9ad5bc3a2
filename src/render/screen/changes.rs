//! Writes every update in order: between which captures it came, and what it did.

use super::wrap::{hanging_indent, hanging_indent_at};
use super::{REPLACED, ScreenStyle, TextMark, facet, log, times};
use crate::model::Weight;
use crate::render::counted::count;
use crate::view::{ChangesView, UpdateView};

/// Writes the updates with their changes.
pub fn changes(look: ScreenStyle, view: &ChangesView, why: bool) -> String {
    let mut text = String::new();
    for update in &view.updates {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&update_lines(look, update, view.timezone));
        let told = update.changes.iter().filter(|change| change.weight != Weight::Cosmetic);
        text.push_str(&facet::all(look, told, why));
    }
    text
}

fn update_lines(look: ScreenStyle, update: &UpdateView, zone: chrono_tz::Tz) -> String {
    let (from, to) = (&update.from, &update.to);
    let name = look.link(&update.article.reference, update.article.url.as_deref());
    let mut pieces = times::change(from, to, zone);
    pieces.extend(log::counts(update.counts));
    if let Some(earlier) = to.returns_to {
        pieces.push((TextMark::Alert, format!("; the text of v{earlier} again")));
    }
    let first = format!("{}  v{} → v{}  ", look.paint(TextMark::Strong, &name), from.number, to.number);
    if let Some(reviewed) = update.reviewed {
        let day = reviewed.with_timezone(&zone).format("%-d %b %Y");
        pieces.push((TextMark::Faint, format!("; reviewed {day}")));
    }
    if update.verdict.replaced {
        pieces.push((TextMark::Alert, format!("; {REPLACED}")));
    }
    let mut text = hanging_indent_at(look, &first, 4, &pieces);
    if 0 < update.counts.cosmetic && update.changes.iter().all(|change| change.weight == Weight::Cosmetic) {
        let told = count(update.counts.cosmetic, "cosmetic change", "cosmetic changes");
        text.push_str(&hanging_indent(
            look,
            "  ",
            &[(TextMark::Faint, format!("only {told}: quote marks, dashes or spaces"))],
        ));
    }
    text
}
