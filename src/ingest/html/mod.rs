//! Takes the article out of a web page: headline, standfirst, byline, dates, paragraphs.
//!
//! In: the HTML of a page, and the selectors that a reader gives for its site. Out: an [`Extracted`], or in it why the page
//! shows no article: an error or a bot wall would read as if everything had been deleted. In order:
//!
//! - `bounds`: what a page may cost, before it is parsed; `selection`: the selectors, checked
//! - `json_ld`, `fields`, `byline`, `metadata`: what the page states of its article, which decides what a version is and
//!   where the headline stands; `extracted` holds it
//! - `article`, `body`: the region that holds the article, and of its blocks those that are text
//! - `completeness`: whether far less was found than the page says that it has
//! - `unusable`, by the phrases of `page_sign_table`: whether it is an article at all

mod article;
mod body;
mod bounds;
mod byline;
mod byline_table;
mod completeness;
mod extracted;
mod fields;
mod json_ld;
mod metadata;
mod metadata_table;
mod page_sign_table;
mod selection;
#[cfg(test)]
mod tests;
mod unusable;

use chrono_tz::Tz;
use dom_query::Document;

use super::clean;
use super::error::IngestError;
use super::source::Source;
use crate::model::{Capture, Content, Selectors};

pub use extracted::Extracted;
pub use selection::{SelectorError, check_selectors, elements_selected};

/// Returns whether a text opens as a page does.
pub(super) fn begins_like_a_page(text: &str) -> bool {
    const OPENINGS: [&str; 8] = ["<!doctype", "<html", "<head", "<body", "<article", "<main", "<div", "<?xml"];
    let head: String = text.trim_start_matches('\u{FEFF}').trim_start().chars().take(16).collect();
    let head = head.to_ascii_lowercase();
    OPENINGS.iter().any(|opening| head.starts_with(opening)) || head.starts_with("<!--")
}

/// Reads a page; never fails. `url` is where it was found, `zone` that of dates which state none.
pub fn extract(html: &str, url: Option<&str>, zone: Tz, selectors: Option<&Selectors>) -> Extracted {
    let bounded = bounds::bounded(html);
    let page = Document::from(bounded.as_ref());
    let stated = json_ld::stated_by(&page).unwrap_or_default();
    let mut found = metadata::metadata_of(&page, &stated, url, zone);
    let none = Selectors::default();
    let selectors = selectors.unwrap_or(&none);
    apply(selectors, &page, &mut found);
    let body = body::body_of(&page, selectors, &found, zone);
    if let (true, Some(said)) = (found.byline.is_empty(), body.byline) {
        (found.byline, found.byline_line) = (said.names, said.line);
    }
    if found.published.is_none() {
        (found.published, found.modified) = (body.times.published, found.modified.or(body.times.modified));
    }
    found.text = body.text;
    let mut is_menu = body.is_menu;
    if let Some(text) = completeness::stated_text(&stated).filter(|_| is_menu) {
        // What a script would put between the links of the page is stated in words.
        (found.text, is_menu) = (text, false);
    }
    found.standfirst = found.standfirst.or(body.standfirst);
    completeness::check(&mut found, &stated);
    found.unusable = unusable::reason(&found, &body.around, is_menu);
    found
}

/// Takes what a site's own selectors name.
fn apply(selectors: &Selectors, page: &Document, found: &mut Extracted) {
    let text = |selector: &Option<String>| -> Option<String> {
        let selection = page.try_select(selector.as_deref()?)?;
        Some(clean::flow(&selection.first().text())).filter(|text| !text.is_empty())
    };
    found.headline = text(&selectors.headline).or(found.headline.take());
    found.standfirst = text(&selectors.standfirst).or(found.standfirst.take());
    if let Some(line) = text(&selectors.byline) {
        found.byline = byline::names_in(&line);
        found.byline_line = Some(line);
    }
}

/// Reads the elements that another program took off a page as the article's text.
#[cfg(feature = "fetch")]
pub(super) fn fragment_capture(elements: &str, source: Source<'_>) -> Result<Capture, IngestError> {
    let selectors = Selectors { body: Some("article".to_owned()), ..Selectors::default() };
    let page = format!("<!DOCTYPE html><html><body><article>{elements}</article></body></html>");
    capture(&page, Source { selectors: Some(&selectors), ..source })
}

/// Says why a text by itself is no article, if it is none.
#[cfg(feature = "fetch")]
pub(super) fn unusable_words(headline: Option<&str>, text: &str) -> Option<super::error::Unusable> {
    let found = Extracted { headline: headline.map(str::to_owned), text: text.to_owned(), ..Extracted::default() };
    let shown = text.replace('’', "'").to_lowercase();
    unusable::reason(&found, &body::Around { page: shown.clone(), article: shown }, false)
}

/// Reads a page as a capture; refuses one that shows no article.
pub(super) fn capture(html: &str, source: Source<'_>) -> Result<Capture, IngestError> {
    let found = extract(html, source.url, source.timezone, source.selectors);
    if let Some(reason) = found.unusable {
        return Err(IngestError::Unusable { name: source.name.to_owned(), reason });
    }
    Ok(Capture {
        content: Content {
            headline: found.headline,
            standfirst: found.standfirst,
            byline: found.byline_line,
            body: found.text,
        },
        published: found.published,
        modified: found.modified,
        outlet: found.outlet,
        addresses: found.canonical.into_iter().collect(),
        language: found.language,
        promised_words: found.promised_words,
        is_page: true,
        notes: found.notes,
        ..Capture::default()
    })
}
