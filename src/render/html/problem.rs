//! Writes why something could not be shown or done, what to do about it, and where to go on.

use maud::{Markup, html};

use super::site::Site;

/// Writes the page; parts in `backticks` are what one types.
pub fn body(title: &str, message: &str, hint: Option<&str>, site: &Site) -> Markup {
    html! {
        header.head { h1 { (title) } }
        div.prose {
            p { (with_code(message)) }
            @if let Some(hint) = hint { p.k { (with_code(hint)) } }
            p.k { (site.link("", "What changed")) " · " (site.link("stories/", "All stories")) @if site.is_served() { " · " (site.link("search/", "Search")) } }
        }
    }
}

/// Writes words, those between backticks as code.
fn with_code(words: &str) -> Markup {
    let is_paired = words.matches('`').count().is_multiple_of(2);
    html! {
        @for (at, part) in words.split('`').enumerate() {
            @match (is_paired, at % 2 == 1) {
                (true, true) => code { (part) },
                (true, false) => (part),
                (false, _) => { @if 0 < at { "`" } (part) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_set_apart() {
        let check = |words: &str, want: &str| assert_eq!(with_code(words).into_string(), want);
        check("no story is called `flo<d`.", "no story is called <code>flo&lt;d</code>.");
        check("a lone ` stays", "a lone ` stays");
        check("", "");
    }
}
