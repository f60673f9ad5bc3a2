//! Lists what sites put into and around an article that is not part of it.
//!
//! Add a row when a kind of page, not a single one, is read wrongly. The tests of
//! `body.rs` remove each example by its row, and show that no other row does.

/// An element that is not part of the article.
#[derive(Clone, Copy)]
pub(super) struct Furniture {
    /// CSS selector of the element.
    pub selector: &'static str,
    /// An element that the row removes.
    #[cfg_attr(not(test), allow(dead_code))]
    pub example: &'static str,
}

/// Every row; a test shows that each one is needed.
#[rustfmt::skip]
pub(super) const FURNITURE: &[Furniture] = &[
    Furniture { selector: "script, style, noscript, template, iframe, svg, form, button, input, select", example: "<button>Share on Flotsam</button>" },
    Furniture { selector: "figcaption, [class*='caption']",       example: "<figcaption>The ferry at dawn</figcaption>" },
    Furniture { selector: "[class*='newsletter'], [id*='newsletter']", example: "<div class='newsletter-box'>Sign up for our letter</div>" },
    Furniture { selector: "[class*='related'], [id*='related']",  example: "<aside class='related'>More about ferries</aside>" },
    Furniture { selector: "[class*='social'], [class*='share-'], [class*='sharing']", example: "<ul class='share-tools'><li>Mail</li></ul>" },
    Furniture { selector: "[class*='cookie'], [id*='cookie']",    example: "<div id='cookie-banner'>We use cookies</div>" },
    Furniture { selector: "[class*='advert'], .ad, [id^='ad-']",  example: "<div class='advert'>Buy</div>" },
    Furniture { selector: "[class*='comments'], [id='comments'], [id*='disqus']", example: "<section id='comments'>First!</section>" },
    Furniture { selector: "[class*='most-read'], [class*='trending'], [class*='recommended']", example: "<div class='trending'>Recipes</div>" },
    Furniture { selector: "[hidden], [aria-hidden='true'], [style*='display:none'], [style*='display: none']", example: "<p hidden>Secret</p>" },
];
