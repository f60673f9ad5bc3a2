//! Writes links to the page of an article as it is now, and to words in it.
//!
//! `https://…/flood#:~:text=At%20least%20twelve,officials%20said` makes a browser scroll to the words and mark them;
//! where they no longer stand there, it shows the page from its top.

use maud::{Markup, html};

use super::site::encoded;
use crate::render::safe::web_address;
use crate::view::ArticleHead;

/// Words at each end of a longer passage by which a browser finds it.
const END_WORDS: usize = 4;

/// Writes the link to the live page, if the article has an address that can be followed.
pub(super) fn link(article: &ArticleHead) -> Markup {
    html! {
        @if let Some(url) = article.url.as_deref().and_then(web_address) {
            " · " a href=(url) rel="external noreferrer" { "live page" } span.print { " " (url) }
        }
    }
}

/// Writes the link to words on the live page.
pub(super) fn link_to_words(url: Option<&str>, words: &str) -> Markup {
    html! {
        @if let Some(url) = url.and_then(web_address).filter(|_| words.contains(char::is_alphanumeric)) {
            " · " a href=(with_fragment(url, words)) rel="external noreferrer" { "find on the live page" }
        }
    }
}

/// Returns an address that leads to words on its page.
fn with_fragment(url: &str, words: &str) -> String {
    // In a fragment, a hyphen and a comma have meanings of their own; `encoded` leaves the hyphen.
    let part = |words: &[&str]| encoded(&words.join(" ")).replace('-', "%2D");
    let words: Vec<&str> = words.split_whitespace().collect();
    let text = match words.len() {
        n if n <= 2 * END_WORDS => part(&words),
        n => format!("{},{}", part(&words[..END_WORDS]), part(&words[n - END_WORDS..])),
    };
    let mark = if url.contains('#') { "" } else { "#" };
    format!("{url}{mark}:~:text={text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_named_by_its_ends() {
        let check = |url: &str, words: &str, want: &str| assert_eq!(with_fragment(url, words), want);
        check(
            "https://a.example/1",
            "twelve-hour vigil, she said",
            "https://a.example/1#:~:text=twelve%2Dhour%20vigil%2C%20she%20said",
        );
        check(
            "https://a.example/1#top",
            "one two three four five six seven eight nine",
            "https://a.example/1#top:~:text=one%20two%20three%20four,six%20seven%20eight%20nine",
        );
        assert_eq!(link_to_words(Some("javascript:alert(1)"), "words").into_string(), "");
    }
}
