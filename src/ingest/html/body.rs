//! Finds the paragraphs of the article on a page.

use dom_query::{Document, NodeRef, Selection};
use dom_smoothie::{Config, Readability, TextMode};

use super::extracted::{Extracted, Selectors};
use super::furniture_table::{FURNITURE, Furniture};
use crate::ingest::clean;
use crate::text::is_page_control;

/// Elements of a page, at most: pages with more are lists or archives, and reading one would take seconds.
const MAX_ELEMENTS: usize = 60_000;

/// An element is removed as furniture only where it holds at most one part in this many of the characters.
const FURNITURE_PARTS: usize = 4;

/// Returns the paragraphs, an empty line between them.
pub(super) fn read(page: Document, selectors: &Selectors, found: &Extracted) -> String {
    for selector in &selectors.remove {
        if let Some(unwanted) = page.try_select(selector) {
            unwanted.remove();
        }
    }
    let given = selectors.body.as_deref().and_then(|selector| page.try_select(selector)).filter(Selection::exists);
    let text = match given {
        Some(body) => {
            clear(&body, FURNITURE);
            body.formatted_text().to_string()
        }
        None => {
            clear(&page.select("body"), FURNITURE);
            readable(page)
        }
    };
    clean::paragraphs(tidied(&text, found))
}

/// Removes the furniture of an element, unless it holds much of the element's text.
///
/// Class names are vague (the article itself may be of class "has-related"), so a
/// selector alone must not remove half a page.
fn clear(part: &Selection<'_>, rows: &[Furniture]) {
    let all: usize = part.nodes().iter().map(NodeRef::normalized_char_count).sum();
    for row in rows {
        for node in part.select(row.selector).nodes() {
            if node.normalized_char_count() * FURNITURE_PARTS <= all {
                node.remove_from_parent();
            }
        }
    }
}

/// Returns the text that Readability takes for the article, one paragraph a line.
fn readable(page: Document) -> String {
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MAX_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut reader =
        Readability::with_document(page, None, Some(config)).expect("no address is given that could be bad");
    match reader.parse() {
        Ok(article) => article.text_content.to_string(),
        // No article, or more elements than are read: `unusable` names a page without text.
        Err(_) => String::new(),
    }
}

/// Returns the paragraphs without headline, standfirst and byline at the top, and without furniture.
fn tidied(text: &str, found: &Extracted) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(clean::flow).filter(|line| !line.is_empty()).collect();
    lines.retain(|line| !is_page_control(line));
    let head = [&found.headline, &found.standfirst, &found.byline_line];
    let head: Vec<String> = head.into_iter().flatten().map(|line| clean::folded(line)).collect();
    let top = lines.iter().take(head.len() + 2).rposition(|line| head.contains(&clean::folded(line)));
    if let Some(last) = top {
        let mut index = 0;
        lines.retain(|line| {
            index += 1;
            index > last + 1 || !head.contains(&clean::folded(line))
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The ferry left the harbour at noon with two hundred people on board, and it burnt off Cebu \
        before the coast guard could reach it, a spokesman said on Tuesday.";

    /// Returns the text of an article with one more element, cleared by these rows.
    fn cleared(element: &str, rows: &[Furniture]) -> String {
        let page = Document::from(format!("<article><p>{PROSE}</p>{element}</article>"));
        let article = page.select("article");
        clear(&article, rows);
        tidied(&article.formatted_text(), &Extracted::default()).join(" ")
    }

    #[test]
    fn every_row_of_the_furniture_removes_its_example_and_no_other_row_does() {
        for (index, row) in FURNITURE.iter().enumerate() {
            let others = [&FURNITURE[..index], &FURNITURE[index + 1..]].concat();
            assert_eq!(cleared(row.example, FURNITURE), PROSE, "for {}", row.selector);
            assert_ne!(cleared(row.example, &others), PROSE, "without {}", row.selector);
        }
    }
}
