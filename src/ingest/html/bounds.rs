//! Bounds what a page can cost before it is parsed: how deep its elements nest, how many attributes a tag has.
//!
//! Finding the article takes time that grows with depth times size, so a page that nests a hundred thousand
//! `<div>` would take a minute. No page that people write nests deeper than some hundred.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// Elements within each other, at most; deeper ones are taken out, their words stay.
const MAX_DEPTH: usize = 400;
/// Attributes of one tag, at most; those after are taken out.
const MAX_ATTRIBUTES: usize = 100;

/// Elements that have no end tag, or that the next of their kind ends: within one parent they do not nest.
#[rustfmt::skip]
const OPEN_ENDED: [&str; 29] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];
/// Elements that an end tag within them cannot reach through: `<div><table></div>` leaves the `<div>` open.
const BARRIERS: [&str; 9] = ["applet", "button", "caption", "marquee", "object", "select", "table", "template", "svg"];
/// Elements whose content is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Returns a page with no more depth and attributes than a reader of pages can bear; a usual page as it is.
pub(super) fn bounded(page: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut copied = 0;
    let mut open = OpenElements::default();
    let mut at = 0;
    while let Some(tag) = next_tag(page, at) {
        let name = page[tag.name.clone()].to_ascii_lowercase();
        at = tag.end;
        if RAW.contains(&name.as_str()) && !tag.is_end {
            at = end_of_raw(page, tag.end, &name);
            continue;
        }
        // A `/` before the `>` ends no element: readers of pages take `<div/>` for `<div>`.
        let is_too_deep = match (OPEN_ENDED.contains(&name.as_str()), tag.is_end) {
            (true, _) => false,
            (false, true) => open.end(&name),
            (false, false) => open.start(name),
        };
        let cut = is_too_deep.then_some(tag.start..tag.end);
        let cut = cut.or_else(|| excess_attributes(page, tag.name.end, tag.end));
        if let Some(cut) = cut {
            kept.push_str(&page[copied..cut.start]);
            copied = cut.end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    kept.push_str(&page[copied..]);
    Cow::Owned(kept)
}

/// The elements that are open at a place of the page.
#[derive(Default)]
struct OpenElements {
    /// Names of those that a reader of the page sees, the outermost first: no more than it can bear.
    seen: Vec<String>,
    /// Those whose start tag was taken out, within the innermost that is seen.
    cut: FxHashMap<String, usize>,
}

impl OpenElements {
    /// Opens an element; returns whether it lies too deep, so that its tag goes.
    fn start(&mut self, name: String) -> bool {
        if self.seen.len() < MAX_DEPTH {
            self.seen.push(name);
            return false;
        }
        *self.cut.entry(name).or_insert(0) += 1;
        true
    }

    /// Ends the innermost element called so with all that is open within it; one that was never opened ends nothing.
    ///
    /// Returns whether its start tag was taken out, so that this one goes too.
    fn end(&mut self, name: &str) -> bool {
        if let Some(count) = self.cut.get_mut(name).filter(|count| 0 < **count) {
            *count -= 1;
            return true;
        }
        for (at, open) in self.seen.iter().enumerate().rev() {
            if open == name {
                self.seen.truncate(at);
                self.cut.clear();
                break;
            }
            if BARRIERS.contains(&open.as_str()) {
                break;
            }
        }
        false
    }
}

/// A tag of a page, by its place.
struct PageTag {
    start: usize,
    name: std::ops::Range<usize>,
    end: usize,
    is_end: bool,
}

/// Returns the first tag from `at` on; comments and declarations are passed over.
fn next_tag(page: &str, mut at: usize) -> Option<PageTag> {
    let bytes = page.as_bytes();
    loop {
        let start = at + page.get(at..)?.find('<')?;
        if page[start..].starts_with("<!--") {
            at = page[start + 4..].find("-->").map_or(page.len(), |end| start + 4 + end + 3);
            continue;
        }
        let is_end = bytes.get(start + 1) == Some(&b'/');
        let from = start + 1 + usize::from(is_end);
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            at = start + 1;
            continue;
        }
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b':';
        let name = from..from + bytes[from..].iter().take_while(|byte| is_name(byte)).count();
        let end = end_of_tag(bytes, name.end);
        return Some(PageTag { start, name, end, is_end });
    }
}

/// Returns the place behind the `>` of a tag; one in quotes is part of a value.
fn end_of_tag(bytes: &[u8], from: usize) -> usize {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if bytes[at - 1] == b'=' => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}

fn end_of_raw(page: &str, from: usize, name: &str) -> usize {
    let rest = &page.as_bytes()[from..];
    let closing = format!("</{name}");
    let found = rest.windows(closing.len()).position(|window| window.eq_ignore_ascii_case(closing.as_bytes()));
    found.map_or(page.len(), |at| from + at)
}

/// Returns the attributes of a tag that are too many.
fn excess_attributes(page: &str, from: usize, end: usize) -> Option<std::ops::Range<usize>> {
    // An attribute takes two bytes at the least.
    if end - from < MAX_ATTRIBUTES * 2 {
        return None;
    }
    let bytes = page.as_bytes();
    let (mut count, mut quote, mut is_between) = (0, None, false);
    for at in from..end {
        let byte = bytes[at];
        if let Some(open) = quote {
            quote = Some(open).filter(|open| *open != byte);
        } else if byte.is_ascii_whitespace() {
            is_between = true;
        } else if matches!(byte, b'"' | b'\'') && bytes[at - 1] == b'=' {
            quote = Some(byte);
        } else if is_between && !matches!(byte, b'>' | b'/') {
            is_between = false;
            count += 1;
            if MAX_ATTRIBUTES < count {
                let close = if bytes[end - 1] == b'>' { end - 1 } else { end };
                return (at < close).then_some(at..close);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_page_stays_as_it_is() {
        let page = "<html><body><!-- <div> --><script>if (a<b) {}</script><article a='x>y'><p>One<p>Two<br></article>";
        assert!(matches!(bounded(page), Cow::Borrowed(own) if own == page));
        assert_eq!(bounded("a < b and <3"), "a < b and <3");
    }

    #[test]
    fn what_nests_too_deep_loses_its_tags_and_no_words() {
        let page = format!("<article>{}<p>Words.</p>{}</article>", "<div>".repeat(5000), "</div>".repeat(5000));
        let bounded = bounded(&page);
        assert_eq!(bounded.matches("<div>").count(), MAX_DEPTH - 1);
        assert_eq!(bounded.matches("</div>").count(), MAX_DEPTH - 1);
        assert!(bounded.contains("<p>Words.</p>"));
    }

    #[test]
    fn no_form_of_tags_nests_deeper_than_the_bound() {
        for tags in
            ["<div></z>", "<div/>", "<div/></z>", "<rt>", "<optgroup>", "<rb><rp>", "<div><table></div>", "<b></i>"]
        {
            let page = format!("<article>{}<p>Words.</p></article>", tags.repeat(5000));
            let bounded = bounded(&page);
            let depth = deepest(&dom_query::Document::from(&*bounded));
            assert!(depth <= MAX_DEPTH + 5 && bounded.contains("Words."), "{tags}: {depth}");
        }
    }

    #[test]
    fn elements_that_end_are_no_depth() {
        for tags in [
            "<div></div>",
            "<svg><path/><path/></svg>",
            "<ruby>a<rt>b</ruby>",
            "<p><b>a</b><br/>",
            "<ul><li>a<li>b</ul>",
        ] {
            let page = format!("<article>{}</article>", tags.repeat(2000));
            assert!(matches!(bounded(&page), Cow::Borrowed(_)), "{tags}");
        }
    }

    fn deepest(page: &dom_query::Document) -> usize {
        let mut deepest = 0;
        let mut open = vec![(page.root(), 0)];
        while let Some((node, depth)) = open.pop() {
            deepest = deepest.max(depth);
            open.extend(node.children().into_iter().map(|child| (child, depth + 1)));
        }
        deepest
    }

    #[test]
    fn too_many_attributes_go() {
        let many = " a='x y'".repeat(1000);
        let page = format!("<body{many}><p>Words.</p></body>");
        let bounded = bounded(&page);
        assert_eq!(bounded.matches("='x y'").count(), MAX_ATTRIBUTES);
        assert!(bounded.ends_with(" ><p>Words.</p></body>"), "{bounded}");
    }
}
