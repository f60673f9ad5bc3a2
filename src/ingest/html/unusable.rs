//! Finds pages that show no article.
//!
//! An error page recorded as a version would read as if every sentence had been
//! deleted, so it is refused. Only short pages can be one: an article may well
//! tell of access that was denied.

use super::body::{Around, MAX_STUB_WORDS};
use super::extracted::Extracted;
use super::page_sign_table::{CONSENT_SIGNS, CONSENT_WORDS, SIGNS, STUB_SIGNS};
use crate::ingest::error::Unusable;
use crate::text::skim;

/// With more words than this, a page shows an article whatever else it says.
const MIN_ARTICLE_WORDS: usize = 120;

/// Share of the words, 0 to 1, that stand in lines about consent where a page shows nothing else.
const CONSENT_SHARE: f64 = 0.6;

/// Returns why a page shows no article, if it shows none.
pub(super) fn reason(found: &Extracted, around: &Around, is_menu: bool) -> Option<Unusable> {
    let words = found.text.split_whitespace().count();
    if MAX_STUB_WORDS < words {
        return None;
    }
    if asks_for_consent(&found.text, around) {
        return Some(Unusable::ConsentWall);
    }
    if words < MIN_ARTICLE_WORDS {
        let title = found.headline.clone().unwrap_or_default().replace('’', "'").to_lowercase();
        // Where nothing was found, the whole page may tell.
        let shown = if words < 5 { &around.page } else { &around.article };
        if let Some(sign) = SIGNS.iter().find(|sign| sign.is_in(&title) || sign.is_in(shown)) {
            return Some(sign.reason);
        }
    }
    if let Some(sign) = STUB_SIGNS.iter().find(|sign| sign.is_in(&around.article)) {
        return Some(sign.reason);
    }
    match words {
        0 => Some(Unusable::Empty),
        _ => is_menu.then_some(Unusable::Menu),
    }
}

/// Returns whether a page asks for consent and shows hardly anything else.
fn asks_for_consent(text: &str, around: &Around) -> bool {
    let folded = |text: &str| text.replace('’', "'").to_lowercase();
    let (shown, own) = match text.is_empty() {
        true => (around.page.clone(), around.page.clone()),
        false => (folded(text), folded(&unquoted(text))),
    };
    if !CONSENT_SIGNS.iter().any(|sign| sign.is_in(&own)) {
        return false;
    }
    let n_words = |line: &str| line.split_whitespace().count();
    let is_about = |line: &&str| CONSENT_WORDS.iter().any(|word| line.contains(word));
    let about: usize = shown.lines().filter(is_about).map(n_words).sum();
    text.is_empty() || CONSENT_SHARE * n_words(&shown) as f64 <= about as f64
}

/// Returns a text without what stands in quotation marks: an article may quote a wall.
fn unquoted(text: &str) -> String {
    let document = skim(text);
    let mut own = String::with_capacity(text.len());
    let mut from = 0;
    for quotation in document.quotations.iter().filter(|quotation| quotation.depth == 0) {
        own.push_str(&text[from..quotation.outer.start]);
        from = quotation.outer.end;
    }
    own.push_str(&text[from..]);
    own
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::ingest::html::extract;

    fn refused(headline: &str, line: &str) -> Option<Unusable> {
        let page = format!(
            "<html><body><article><h1>{headline}</h1><p>The council met on Monday and heard what the engineers had \
             found at the bridge, where work is to begin in May.</p><p>{line}</p></article></body></html>"
        );
        extract(&page, None, Tz::UTC, None).unusable
    }

    #[test]
    fn every_sign_refuses_its_page_and_leaves_an_article_that_comes_near() {
        for sign in SIGNS.iter().chain(STUB_SIGNS) {
            assert_eq!(refused("The bridge", sign.words), Some(sign.reason), "{}", sign.words);
            assert_eq!(refused("The bridge", sign.passes), None, "{}", sign.passes);
            assert_eq!(refused(sign.passes, "It is to open again."), None, "{}", sign.passes);
        }
    }

    #[test]
    fn a_page_that_asks_for_consent_is_told_from_an_article_about_it() {
        let page = |line: &str| {
            let html = format!(
                "<div><h1>The Post</h1><p>{line}</p><p>Cookies and personal data are kept for a year.</p></div>"
            );
            extract(&html, None, Tz::UTC, None).unusable
        };
        for sign in CONSENT_SIGNS {
            assert_eq!(page(sign.words), Some(Unusable::ConsentWall), "{}", sign.words);
            assert_eq!(page(sign.passes), None, "{}", sign.passes);
            assert_eq!(refused("The bridge", sign.words), None, "{}", sign.words);
        }
    }

    #[test]
    fn an_article_may_tell_of_consent_and_quote_a_wall() {
        let page = |lines: &[&str]| {
            let lines = lines.iter().map(|line| format!("<p>{line}</p>")).collect::<Vec<_>>().concat();
            extract(&format!("<article><h1>Cookies</h1>{lines}</article>"), None, Tz::UTC, None).unusable
        };
        let study = "Researchers counted which buttons people press when a site asks for consent to its cookies.";
        for told in [
            "“We value your privacy”, nearly every cookie banner begins, and hardly anybody reads on from there.",
            "'We value your privacy,' nearly every cookie banner says, and hardly anybody reads on from there.",
            "« Nous et nos partenaires », commencent presque toutes les demandes de cookies, et personne ne lit la suite.",
            "Die Abgeordneten gaben am Freitag nach langem Streit ihre Zustimmung zu dem Gesetz über den Datenschutz.",
            "El Senado dio el viernes, tras meses de disputa, su consentimiento a la ley de privacidad y de datos personales.",
        ] {
            assert_eq!(page(&[told]), None, "{told}");
            assert_eq!(page(&[told, study]), None, "{told}");
        }
        let wall = "By clicking “Accept all cookies”, you agree to the storing of cookies on your device.";
        assert_eq!(page(&[wall]), Some(Unusable::ConsentWall));
    }

    #[test]
    fn a_label_on_a_teaser_of_another_article_says_nothing_of_this_one() {
        let page = |behind: &str| {
            let html = format!(
                "<article><h1>The bridge</h1><p>The council met on Monday and heard what the engineers had found at \
                 the bridge, where work is to begin in May.</p></article>{behind}"
            );
            extract(&html, None, Tz::UTC, None).unusable
        };
        for teaser in [
            "<section><div><span>Réservé aux abonnés</span><h3><a href=1>Le port fermera en mai</a></h3></div></section>",
            "<div><a href=1>Harbour to close in May after all</a><p>Subscribe to read this</p></div>",
            "<ul><li><a href=1>Exclusivo para suscriptores</a></li><li><a href=2>El puerto cierra en mayo por obras</a></li></ul>",
            "<h3><a href=1>Harbour to close in May</a></h3><p>Subscribe to read more</p>",
        ] {
            assert_eq!(page(teaser), None, "{teaser}");
        }
        for wall in [
            "<div><p>Réservé aux abonnés</p><a href=1>Voir les offres</a></div>",
            "<div><p>Subscribe to continue reading.</p><p><a href=1>Already a subscriber? Sign in</a></p></div>",
            "<p>Jetzt weiterlesen</p><section><h3><a href=1>Der Hafen schließt im Mai</a></h3></section>",
        ] {
            assert_eq!(page(wall), Some(Unusable::PaywallStub), "{wall}");
        }
    }

    #[test]
    fn a_page_of_links_that_states_its_text_in_words_is_an_article() {
        let link = |n: usize| format!("<li><a href='/{n}'>Council sets new fares for bus {n}</a></li>");
        let links: String = (0..8).map(link).collect();
        let page = |body: &str| {
            let json = format!(r#"{{"@type": "NewsArticle", "headline": "New fares", "articleBody": "{body}"}}"#);
            let script = format!("<script type='application/ld+json'>{json}</script>");
            extract(&format!("{script}<h1>New fares</h1><ul>{links}</ul>"), None, Tz::UTC, None)
        };
        let body = "The council met on Monday and set new fares for all of its buses. ".repeat(8);
        let found = page(&body);
        assert_eq!((found.unusable, found.text.split_whitespace().count()), (None, 112));
        assert_eq!(page("What the council set.").unusable, Some(Unusable::Menu));
    }

    #[test]
    fn a_list_of_links_is_told_from_an_article_that_ends_in_one() {
        let link = |n: usize| format!("<li><a href='/{n}'>Council sets new fares for bus number {n}</a></li>");
        let links: String = (0..8).map(link).collect();
        let page =
            |before: &str| extract(&format!("<h1>News</h1>{before}<ul>{links}</ul>"), None, Tz::UTC, None).unusable;
        assert_eq!(page(""), Some(Unusable::Menu));
        assert_eq!(page("<p>The council met on Monday and set new fares for all of its buses.</p>"), None);
    }

    #[test]
    fn titles_of_error_pages_are_told_in_their_usual_forms() {
        for title in
            ["Access Denied", "Error 403 | Access denied", "Page not found - The Post", "Sorry, page not found!"]
        {
            assert_eq!(refused(title, "Try the search."), Some(Unusable::ErrorPage), "{title}");
        }
    }
}
