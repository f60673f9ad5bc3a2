//! Checks the selectors that a reader gives for a site, and counts what they find.

use dom_query::{Document, Matcher};

use super::bounds;
use crate::model::Selectors;

/// The longest selector, in bytes: what a person writes is a tenth of it.
const MAX_LENGTH: usize = 500;
/// Selectors of a site for what is left out, at most.
const MOST_REMOVED: usize = 50;

/// Why selectors cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SelectorError {
    #[error("`{selector}` for `{part}` is no CSS selector")]
    NoSelector { part: &'static str, selector: String },
    #[error("no selector is given")]
    Nothing,
    #[error("there are more than {} selectors for what is left out", MOST_REMOVED)]
    TooMany,
}

/// Returns what is wrong with selectors, if anything is.
pub fn check_selectors(selectors: &Selectors) -> Result<(), SelectorError> {
    let parts = selectors.parts();
    if parts.is_empty() {
        return Err(SelectorError::Nothing);
    }
    if MOST_REMOVED < selectors.remove.len() {
        return Err(SelectorError::TooMany);
    }
    let is_bad = |selector: &str| MAX_LENGTH < selector.len() || Matcher::new(selector).is_err();
    match parts.into_iter().find(|(_, selector)| is_bad(selector)) {
        Some((part, selector)) => {
            let selector = selector.chars().take(MAX_LENGTH).collect();
            Err(SelectorError::NoSelector { part, selector })
        }
        None => Ok(()),
    }
}

/// Returns how many elements of a page each selector names: part, selector, count.
pub fn elements_selected(html: &str, selectors: &Selectors) -> Vec<(&'static str, String, usize)> {
    let page = Document::from(bounds::bounded(html).as_ref());
    let count = |selector: &str| page.try_select(selector).map_or(0, |found| found.length());
    let parts = selectors.parts().into_iter();
    parts.map(|(part, selector)| (part, selector.to_owned(), count(selector))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(selector: &str) -> Selectors {
        Selectors { body: Some(selector.to_owned()), ..Selectors::default() }
    }

    #[test]
    fn selectors_are_checked_before_they_are_kept() {
        assert_eq!(check_selectors(&body(".story > p, [data-x='a']")), Ok(()));
        assert_eq!(check_selectors(&Selectors::default()), Err(SelectorError::Nothing));
        for bad in ["", "..story", "p[", ":nonsense(", "p { color: red }"] {
            let error = check_selectors(&body(bad)).unwrap_err();
            assert!(error.to_string().contains("`body`"), "{error}");
        }
        assert!(check_selectors(&body(&"a ".repeat(300))).is_err());
        let many = Selectors { remove: vec!["p".to_owned(); 51], ..Selectors::default() };
        assert_eq!(check_selectors(&many), Err(SelectorError::TooMany));
    }

    #[test]
    fn elements_are_counted() {
        let selectors = Selectors { remove: vec![".ad".to_owned(), "aside".to_owned()], ..body("main") };
        let found = elements_selected("<main><p class=ad>a</p><p class='ad b'>c</p></main>", &selectors);
        let counts: Vec<usize> = found.iter().map(|(_, _, count)| *count).collect();
        assert_eq!(counts, [1, 2, 0]);
    }
}
