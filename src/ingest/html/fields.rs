//! Reads single values off a page, for all that is stated about its article.

use dom_query::{Document, NodeRef};

use crate::ingest::clean;

/// Returns whether a node belongs to something beside the article.
pub(super) fn is_elsewhere(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|ancestor| {
        let name = ancestor.node_name();
        let is_beside = name.is_some_and(|name| matches!(name.as_ref(), "aside" | "footer" | "nav"));
        is_beside || ancestor.class().is_some_and(|class| class.to_lowercase().contains("comment"))
    })
}

/// Returns the content of the first `<meta>` that a selector names.
pub(super) fn meta(page: &Document, selector: &str) -> Option<String> {
    let content = page.select(selector).nodes().first()?.attr("content")?;
    Some(clean::flow(&content)).filter(|text| !text.is_empty())
}

/// Returns the words of a node, if it has some.
pub(super) fn text_of(node: Option<&NodeRef<'_>>) -> Option<String> {
    Some(clean::flow(&node?.text())).filter(|text| !text.is_empty())
}
