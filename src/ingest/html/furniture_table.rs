//! Lists what sites put into and around an article that is no part of it.
//!
//! Add a row when a kind of page, not a single one, shows something wrong; the
//! example is run by a test.

/// What a site puts beside the words, by the CSS selector that finds it.
pub(super) struct Furniture {
    pub selector: &'static str,
    /// A piece of a page that must go.
    #[cfg_attr(not(test), allow(dead_code))]
    pub example: &'static str,
}

#[rustfmt::skip]
pub(super) const FURNITURE: &[Furniture] = &[
    Furniture { selector: "script, style, noscript, template, iframe, svg, form, button, input, select", example: "<button>Share</button>" },
    Furniture { selector: "figcaption, [class*='caption']",       example: "<figcaption>The ferry at dawn</figcaption>" },
    Furniture { selector: "[class*='newsletter'], [id*='newsletter']", example: "<div class='newsletter-box'>Sign up</div>" },
    Furniture { selector: "[class*='related'], [id*='related']",  example: "<aside class='related'>Read more</aside>" },
    Furniture { selector: "[class*='social'], [class*='share-'], [class*='sharing']", example: "<ul class='share-tools'><li>Mail</li></ul>" },
    Furniture { selector: "[class*='cookie'], [id*='cookie']",    example: "<div id='cookie-banner'>We use cookies</div>" },
    Furniture { selector: "[class*='advert'], .ad, [id^='ad-']",  example: "<div class='advert'>Buy</div>" },
    Furniture { selector: "[class*='comments'], [id='comments'], [id*='disqus']", example: "<section id='comments'>First!</section>" },
    Furniture { selector: "[class*='most-read'], [class*='trending'], [class*='recommended']", example: "<div class='trending'>Recipes</div>" },
    Furniture { selector: "[hidden], [aria-hidden='true'], [style*='display:none'], [style*='display: none']", example: "<p hidden>Secret</p>" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_takes_its_own_example_and_leaves_the_words() {
        for row in FURNITURE {
            let page = dom_query::Document::from(format!("<article><p>The ferry sank.</p>{}</article>", row.example));
            page.select(row.selector).remove();
            assert_eq!(page.select("article").text().trim(), "The ferry sank.", "for {}", row.selector);
        }
    }
}
