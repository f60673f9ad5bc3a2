//! Reads what a page states about its article outside the paragraphs.
//!
//! Several places state the same thing, and they differ: `og:title` is written
//! for sharing, JSON-LD may lag behind. What readers see goes first (the `<h1>`,
//! the byline line); metadata for machines fills the gaps.

use std::ops::RangeInclusive;

use chrono_tz::Tz;
use dom_query::{Document, NodeRef};

use super::byline;
use super::extracted::Extracted;
use super::fields::{is_elsewhere, meta, text_of};
use super::json_ld::Stated;
use super::metadata_table::{MODIFIED, MODIFIED_WORDS, PUBLISHED};
use crate::ingest::{address_key, clean};
use crate::model::DocumentTime;

/// Elements that hold the standfirst.
const STANDFIRST: &str = ".standfirst, .article-standfirst, [class*='standfirst'], [data-testid*='standfirst'], \
    [itemprop='alternativeHeadline'], .subheadline, .sub-headline, .article-subtitle, .subtitle, .dek, [class*='-dek'], \
    .article__summary, .article-summary, .p-summary, [class*='ArticleHeader-summary']";

/// Words of a standfirst: fewer are a label such as "Live", more are the first paragraphs.
const STANDFIRST_WORDS: RangeInclusive<usize> = 3..=80;

/// Words of a site's name behind a vertical bar, at most: "Ferry burns | The Harbour Wire".
const OUTLET_WORDS: usize = 4;

/// Share of the shorter line's words, 0 to 1, from which an `<h1>` counts as the stated headline.
///
/// Headline and `og:title` are often worded apart, so half is too much to ask; the site's
/// name, which may stand in an `<h1>` too, shares no words with a headline.
const MIN_HEADLINE_SHARE: f64 = 0.4;

/// Share of the shorter name's words, 0 to 1, from which the end of a title counts as the outlet's
/// name: "Harbour Wire" for an outlet that calls itself "Harbour Wire News".
const MIN_OUTLET_SHARE: f64 = 0.5;

/// Reads headline, standfirst, byline, dates, outlet, address and language of a page, with what its JSON-LD states.
pub(super) fn metadata_of(page: &Document, stated: &Stated, url: Option<&str>, zone: Tz) -> Extracted {
    let outlet = stated.publisher.clone().or_else(|| meta(page, "meta[property='og:site_name']"));
    let outlet = outlet.or_else(|| stated.site.clone());
    let headline = headline(page, stated, outlet.as_deref().or(url.and_then(host_name)));
    let byline = byline::byline_of(page, stated);
    let (published, modified) = dates(page, stated, zone);
    Extracted {
        standfirst: standfirst(page, headline.as_deref()),
        headline,
        byline_line: byline.line,
        byline: byline.names,
        published,
        modified,
        outlet: outlet.or_else(|| meta(page, "meta[name='application-name']")),
        canonical: canonical(page, stated, url),
        language: language(page, stated),
        ..Extracted::default()
    }
}

fn headline(page: &Document, stated: &Stated, outlet: Option<&str>) -> Option<String> {
    let told = stated.headline.clone().or_else(|| meta(page, "meta[property='og:title']"));
    let told = told.or_else(|| meta(page, "meta[name='twitter:title']"));
    let title = text_of(page.select("head > title").nodes().first()).map(|title| without_outlet(&title, outlet));
    let told = told.map(|told| without_outlet(&told, outlet)).or(title);
    let shown = page.select("h1");
    let mut shown = shown.nodes().iter().filter_map(|node| text_of(Some(node)));
    match told {
        // The site's name may stand in an `<h1>` too: only one that shares words is the headline.
        Some(told) => shown
            .find(|shown| share_of_words(shown, &told) >= MIN_HEADLINE_SHARE)
            .or_else(|| lower_heading(page, &told, outlet))
            .or(Some(told)),
        None => shown.next(),
    }
}

/// Returns the heading that a title ends or begins with: "Harbour Notes: Ferry burns off Cebu" over `<h3>Ferry burns off Cebu`.
///
/// The name of the site may stand in the title and over the page as well.
fn lower_heading(page: &Document, title: &str, outlet: Option<&str>) -> Option<String> {
    /// Words of such a heading, at least: fewer are the name of a section.
    const FEWEST_WORDS: usize = 3;
    let title = clean::folded(title);
    let n_words = |text: &str| text.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
    let found = page.select("h2, h3");
    let mut headings = found.nodes().iter().filter(|node| !is_elsewhere(node)).filter_map(|node| text_of(Some(node)));
    headings.find(|heading| {
        let folded = clean::folded(heading);
        let Some(rest) = title.strip_suffix(&folded).or_else(|| title.strip_prefix(&folded)) else { return false };
        let is_outlet = |words: &str| outlet.is_some_and(|outlet| is_name_of(words, outlet));
        // What is left of the title names the site, or a part of it and is shorter.
        let is_most = n_words(rest) < n_words(&folded) || is_outlet(rest);
        FEWEST_WORDS <= n_words(&folded) && is_most && !is_outlet(&folded)
    })
}

/// Returns whether words are the name of an outlet, which its address writes as one.
fn is_name_of(words: &str, outlet: &str) -> bool {
    let joined = |text: &str| clean::folded(text).replace(|sign: char| !sign.is_alphanumeric(), "");
    share_of_words(words, outlet) >= MIN_OUTLET_SHARE || joined(words) == joined(outlet)
}

/// Returns the name of a host without what every host has: `harbourwire` of `www.harbourwire.example`.
fn host_name(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', ':', '?']).next()?;
    host.trim_start_matches("www.").split('.').next().filter(|name| !name.is_empty())
}

/// Returns the share of the shorter line's words that the longer one has too.
fn share_of_words(a: &str, b: &str) -> f64 {
    let (a, b) = (clean::folded(a), clean::folded(b));
    let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(&a), words(&b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared as f64 / short.len().max(1) as f64
}

/// Takes the outlet's name off the end of a title: "Ferry burns | Harbour Wire".
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let Some((head, tail)) = [" | ", " - ", " – ", " — ", " • "].iter().find_map(|mark| title.rsplit_once(mark))
    else {
        return title.to_owned();
    };
    let is_outlet = outlet.is_some_and(|outlet| is_name_of(tail, outlet));
    let is_bar = title.contains(" | ") && tail.split_whitespace().count() <= OUTLET_WORDS;
    if is_outlet || is_bar { head.trim().to_owned() } else { title.to_owned() }
}

fn standfirst(page: &Document, headline: Option<&str>) -> Option<String> {
    let headline = headline.map(clean::folded);
    let found = page.select(STANDFIRST);
    let mut lines = found.nodes().iter().filter(|node| !is_elsewhere(node)).filter_map(|node| text_of(Some(node)));
    lines.find(|line| {
        let words = line.split_whitespace().count();
        STANDFIRST_WORDS.contains(&words) && Some(clean::folded(line)) != headline
    })
}

fn dates(page: &Document, stated: &Stated, zone: Tz) -> (Option<DocumentTime>, Option<DocumentTime>) {
    let read = |text: &str| DocumentTime::read(text, zone);
    let listed = |places: &[(&str, &str)]| {
        places
            .iter()
            .find_map(|(selector, attribute)| read(page.select(selector).nodes().first()?.attr(attribute)?.as_ref()))
    };
    let published = stated.published.as_deref().and_then(read).or_else(|| listed(PUBLISHED));
    let modified = stated.modified.as_deref().and_then(read).or_else(|| listed(MODIFIED));
    let (first, updated) = shown_dates(page, zone);
    let published = published.or(first);
    let modified = modified.or(updated).filter(|modified| Some(*modified) != published);
    (published, modified)
}

/// Returns the dates of the `<time>` elements: the first plain one, and the first that says it was updated.
fn shown_dates(page: &Document, zone: Tz) -> (Option<DocumentTime>, Option<DocumentTime>) {
    let found = page.select("time[datetime]");
    let (mut published, mut modified) = (None, None);
    for node in found.nodes().iter().filter(|node| !is_elsewhere(node)) {
        let Some(time) = node.attr("datetime").and_then(|text| DocumentTime::read(&text, zone)) else { continue };
        // "Published <time> Updated <time>": the word may stand in the element or before it.
        let before =
            node.prev_sibling().filter(NodeRef::is_text).map(|text| text.text().to_string()).unwrap_or_default();
        let marks = [
            before,
            node.text().to_string(),
            node.attr_or("class", "").to_string(),
            node.attr_or("itemprop", "").to_string(),
        ];
        let words = marks.join(" ").to_lowercase();
        match MODIFIED_WORDS.iter().any(|word| words.contains(word)) {
            true => modified = modified.or(Some(time)),
            false => published = published.or(Some(time)),
        }
    }
    (published, modified)
}

fn canonical(page: &Document, stated: &Stated, url: Option<&str>) -> Option<String> {
    let link = page.select("link[rel='canonical'][href]").nodes().first().and_then(|node| node.attr("href"));
    let places = [link.map(|link| link.to_string()), meta(page, "meta[property='og:url']"), stated.url.clone()];
    let mut whole = places.into_iter().flatten().filter_map(|place| absolute(place.trim(), url));
    // A home page as canonical address is a fault of the site's template.
    whole
        .find(|place| address_key(place).contains('/') || url.is_some_and(|url| address_key(url) == address_key(place)))
}

/// Returns a whole address; one that names only a path is on the host of the page.
fn absolute(place: &str, url: Option<&str>) -> Option<String> {
    if place.starts_with("http://") || place.starts_with("https://") {
        return Some(place.to_owned());
    }
    let (scheme, rest) = url?.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    match place.strip_prefix("//") {
        Some(other) => Some(format!("{scheme}://{other}")),
        None => place.starts_with('/').then(|| format!("{scheme}://{host}{place}")),
    }
}

fn language(page: &Document, stated: &Stated) -> Option<String> {
    let html =
        page.select("html[lang]").nodes().first().and_then(|node| node.attr("lang")).map(|lang| lang.to_string());
    let code = html.or_else(|| stated.language.clone()).or_else(|| meta(page, "meta[property='og:locale']"))?;
    let code = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    ((2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphabetic())).then_some(code)
}
