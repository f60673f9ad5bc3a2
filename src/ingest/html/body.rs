//! Finds the paragraphs of the article on a page.

use dom_query::{Document, NodeRef, Selection};
use dom_smoothie::{Config, Readability, TextMode};

use super::extracted::{Extracted, Selectors};
use super::furniture_table::FURNITURE;
use crate::ingest::clean;
use crate::text::is_page_control;

/// Pages with more elements than this are lists or archives; reading one would take seconds.
const MAX_ELEMENTS: usize = 60_000;

/// One part in so many of a page's letters is the most that one piece of furniture takes.
const MAX_SHARE: usize = 4;

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
            clear(&body);
            body.formatted_text().to_string()
        }
        None => {
            clear(&page.select("body"));
            readable(page)
        }
    };
    clean::paragraphs(tidied(&text, found))
}

/// Takes furniture out of an element, unless it holds much of what the element says.
///
/// Class names are loose ("has-related" may sit on the article itself), so a
/// selector alone is not trusted with half a page.
fn clear(part: &Selection<'_>) {
    let all: usize = part.nodes().iter().map(NodeRef::normalized_char_count).sum();
    for row in FURNITURE {
        for node in part.select(row.selector).nodes() {
            if node.normalized_char_count() * MAX_SHARE <= all {
                node.remove_from_parent();
            }
        }
    }
}

fn readable(page: Document) -> String {
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MAX_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut reader =
        Readability::with_document(page, None, Some(config)).expect("no address is given that could be bad");
    reader.parse().map(|article| article.text_content.to_string()).unwrap_or_default()
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
