//! Draws a change as a card that is shared as a picture: before, after, where and when it was seen.
//!
//! Everything is text and lines, so the card needs no font of its own and reads well where it is drawn; what it says
//! stands beside it in words for those who do not see it.

use maud::{Markup, html};

use super::{facet, words};
use crate::render::screen::{TextMark, wrap};
use crate::render::titles::capital;
use crate::view::{ChangeView, DiffView};

/// Size of the card, as sites show shared pictures.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
/// Room at the sides.
const MARGIN: u32 = 64;
/// Columns of the text: a letter takes about half its size.
const COLUMNS: usize = 62;
/// Lines of each side, and the distance from one to the next.
const LINES: usize = 4;
const LINE: usize = 46;
/// The colours of the light pages: a picture does not know the reader's theme.
const INK: &str = "#1b1a17";
const SOFT: &str = "#59554c";
const GONE: &str = "#7c1d12";
const NEW: &str = "#17430e";

/// Returns what the card says, for those who do not see it.
pub(super) fn alternative(view: &DiffView, change: &ChangeView) -> String {
    let side = |text: &str| {
        if text.is_empty() { "not in the text".to_owned() } else { format!("“{}”", words::cut(text, 300)) }
    };
    format!("{}. Before: {}. After: {}. {}.", source(view), side(&change.a_text), side(&change.b_text), seen(view))
}

/// Returns the name of the file in which the card is saved.
pub(super) fn file_name(view: &DiffView, change: &ChangeView) -> String {
    format!("{}-v{}-v{}-change-{}.svg", view.article.name, view.a.number, view.b.number, change.number)
}

/// Writes the card as a file of its own.
pub fn card(view: &DiffView, change: &ChangeView) -> String {
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(HEIGHT) viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby="title told" {
            title id="title" { (facet::title(change)) }
            desc id="told" { (alternative(view, change)) }
            rect width=(WIDTH) height=(HEIGHT) fill="#fffefb" {}
            rect width=(WIDTH) height="10" fill=(INK) {}
            (line(60, 26, INK, &words::cut(&source(view), 78), &[("font-weight", "700")]))
            (line(96, 22, SOFT, &words::cut(view.b.headline.as_deref().unwrap_or_default(), 92), &[]))
            (side(150, &format!("Before, in version {}", view.a.number), &change.a_text, GONE, "line-through"))
            (side(360, &format!("After, in version {}", view.b.number), &change.b_text, NEW, "underline"))
            (line(HEIGHT as usize - 30, 20, SOFT, &words::cut(&format!("{} · {}", seen(view), words::standing(change)), 104), &[]))
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.into_string())
}

fn source(view: &DiffView) -> String {
    let who = view.article.outlet.as_deref().unwrap_or(&view.article.name);
    format!("{who}, version {} → {}", view.a.number, view.b.number)
}

fn seen(view: &DiffView) -> String {
    capital(&format!("{} ({})", words::changed(&view.a, &view.b, view.timezone), view.timezone.name()))
}

/// Writes the sentence of one side below its label.
fn side(top: usize, label: &str, text: &str, colour: &str, decoration: &str) -> Markup {
    let (shown, colour, decoration) = match text {
        "" => ("not in the text", SOFT, "none"),
        text => (text, colour, decoration),
    };
    let shown = words::cut(shown, COLUMNS * LINES - COLUMNS / 2);
    let lines = wrap::lines(COLUMNS, &[(TextMark::Plain, shown)]);
    let mut texts: Vec<String> =
        lines.iter().map(|line| line.iter().map(|(_, words)| words.as_str()).collect()).collect();
    if LINES < texts.len() {
        texts.truncate(LINES);
        texts[LINES - 1] = format!("{}…", texts[LINES - 1].trim_end_matches(['…', ' ']));
    }
    html! {
        (line(top, 20, SOFT, label, &[]))
        @for (at, text) in texts.iter().enumerate() { (line(top + 44 + at * LINE, 34, colour, text, &[("font-family", "Georgia, serif"), ("text-decoration", decoration)])) }
    }
}

/// Writes one line of text.
fn line(y: usize, size: u32, colour: &str, text: &str, more: &[(&str, &str)]) -> Markup {
    let own = |name: &str| more.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
    html! {
        text x=(MARGIN) y=(y) font-size=(size) fill=(colour) font-family=(own("font-family").unwrap_or("system-ui, sans-serif"))
            font-weight=[own("font-weight")] text-decoration=[own("text-decoration")] { (text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn a_card_holds_both_sides_as_text_alone() {
        let mut view = sample::diff();
        view.changes[0].b_text = "<script>alert(1)</script> & 19 people".to_owned();
        let svg = card(&view, &view.changes[0]);
        assert!(
            svg.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 19 people") && !svg.contains("<script"),
            "{svg}"
        );
        assert!(svg.contains("Before, in version 1") && svg.contains("After, in version 2"), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains("href"), "a picture may load nothing: {svg}");
        view.changes[0].a_text = String::new();
        assert!(alternative(&view, &view.changes[0]).contains("Before: not in the text"));
    }

    #[test]
    fn a_long_sentence_is_cut_to_its_lines() {
        let mut view = sample::diff();
        view.changes[0].a_text = "many words of one sentence ".repeat(200);
        let svg = card(&view, &view.changes[0]);
        assert!(svg.matches("line-through").count() <= LINES);
        // Words that leave the lines half empty.
        view.changes[0].a_text = "Donaudampfschifffahrtsgesellschaften ".repeat(8);
        for svg in [svg, card(&view, &view.changes[0])] {
            let last = svg.split("<text").filter(|text| text.contains("line-through")).last().unwrap_or_default();
            assert!(last.contains("…</text>"), "{last}");
        }
    }
}
