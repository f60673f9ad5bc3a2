//! Writes where words were found, the matches in bold.

use super::wrap::hanging_indent;
use super::{ScreenStyle, TextMark, times};
use crate::render::counted::count;
use crate::view::{SearchHit, SearchView};

/// Writes the matches of a search.
pub fn search(look: ScreenStyle, view: &SearchView) -> String {
    let mut text = String::new();
    for hit in &view.hits {
        text.push_str(&hit_lines(look, hit));
    }
    if view.hits.len() < view.total {
        let shown = view.hits.len();
        text.push_str(&format!("{shown} of {} shown; --limit shows more\n", count(view.total, "place", "places")));
    }
    text
}

fn hit_lines(look: ScreenStyle, hit: &SearchHit) -> String {
    let versions = match (hit.first == hit.last, hit.gone) {
        (true, false) => format!("v{}", hit.first),
        (true, true) => format!("only v{}; no longer in the text", hit.first),
        (false, false) => format!("v{} to v{}", hit.first, hit.last),
        (false, true) => format!("v{} to v{}; no longer in the text", hit.first, hit.last),
    };
    let evidence = hit.sentence.map(|sentence| format!(" [v{} s{sentence}]", hit.last)).unwrap_or_default();
    let name = look.link(&hit.article.reference, hit.article.url.as_deref());
    let when = times::moment_of_zone(hit.captured, hit.timezone);
    let facts = format!("  {versions}  {when}{evidence}");
    let mut text = format!("{}{}\n", look.paint(TextMark::Strong, &name), look.paint(TextMark::Faint, &facts));
    let mark = |index: usize| if index % 2 == 1 { TextMark::Alert } else { TextMark::Plain };
    let pieces: Vec<_> = hit.snippet.iter().enumerate().map(|(index, part)| (mark(index), part.clone())).collect();
    text.push_str(&hanging_indent(look, "  ", &pieces));
    text
}
