//! Writes how the pages of sites are read, what selectors would change, and the lines that sites repeat.

use chrono::{DateTime, Utc};

use super::{ScreenStyle, TextMark, clean};
use crate::model::Selectors;
use crate::render::counted::count;
use crate::view::{PageReading, RepeatedLinesView, SitePageView, SiteTestView, SitesView};

/// Paragraphs that come or go which are shown of a page.
const MOST_SHOWN: usize = 5;

/// Writes every site.
pub fn sites(look: ScreenStyle, view: &SitesView) -> String {
    if view.sites.is_empty() {
        return "every site is read by the general rules; `writethru site add` says how one is read\n".to_owned();
    }
    let site = |host: &str, selectors: &Selectors| {
        format!("{}\n{}", look.paint(TextMark::Strong, &clean(host)), parts(selectors))
    };
    view.sites.iter().map(|row| site(&row.host, &row.selectors)).collect()
}

/// Writes sites after something was done to them.
pub fn site_done(look: ScreenStyle, view: &SitesView, what: &str) -> String {
    let lines = view.sites.iter().map(|site| format!("{}  {what}", look.paint(TextMark::Strong, &clean(&site.host))));
    lines.map(|line| line + "\n").collect()
}

/// Writes the lines that sites repeat.
pub fn repeated_lines(look: ScreenStyle, view: &RepeatedLinesView) -> String {
    if view.lines.is_empty() {
        let whose = view.host.as_deref().map_or_else(|| "no site".to_owned(), clean);
        return format!("{whose}: no line is known that stands on many of its pages\n");
    }
    let mut text = String::new();
    let mut host = "";
    for row in &view.lines {
        let line = &row.line;
        if line.host != host {
            text.push_str(&format!("{}\n", look.paint(TextMark::Strong, &clean(&line.host))));
        }
        host = &line.host;
        let since = |time: &DateTime<Utc>| time.format("%Y-%m-%d");
        let state = match &line.kept {
            Some(kept) => format!("text since {}", since(kept)),
            None => "left out".to_owned(),
        };
        text.push_str(&format!("  {:>4}  {}\n", row.number, clean(&line.line)));
        text.push_str(&format!(
            "        {state}; learnt {} from {} of {}, left out of {}\n",
            since(&line.learnt),
            line.articles,
            count(line.looked, "article", "articles"),
            count(row.left_out_of, "article", "articles"),
        ));
    }
    text
}

/// Writes what selectors would change.
pub fn site_test(look: ScreenStyle, view: &SiteTestView) -> String {
    if view.pages.is_empty() {
        let host = clean(&view.host);
        return format!("no page of {host} is kept; name a saved page: `writethru site test {host} page.html`\n");
    }
    view.pages.iter().map(|page| tried(look, page)).collect()
}

fn parts(selectors: &Selectors) -> String {
    let parts = selectors.parts();
    let lines = parts.iter().map(|(part, selector)| format!("  {part:<10}  {}", clean(selector)));
    lines.map(|line| line + "\n").collect()
}

fn tried(look: ScreenStyle, page: &SitePageView) -> String {
    let mut text = format!("{}\n", look.paint(TextMark::Strong, &clean(&page.page)));
    for found in &page.selected {
        let number = count(found.elements, "element", "elements");
        let number = if found.elements == 0 { look.paint(TextMark::Alert, &number) } else { number };
        text.push_str(&format!("  {:<10}  {}: {number}\n", found.part, clean(&found.selector)));
    }
    let (before, after) = (&page.before, &page.after);
    let pairs = [
        ("headline", &before.headline, &after.headline),
        ("standfirst", &before.standfirst, &after.standfirst),
        ("byline", &before.byline, &after.byline),
    ];
    for (part, before, after) in pairs.into_iter().filter(|(_, before, after)| before != after) {
        let words = |line: &Option<String>| line.as_deref().map_or_else(|| "nothing".to_owned(), clean);
        text.push_str(&format!("  {part}: {} → {}\n", words(before), words(after)));
    }
    text.push_str(&format!("  text: {} → {}\n", length(before), length(after)));
    for (mark, paragraphs) in [('-', &page.lost), ('+', &page.gained)] {
        for paragraph in paragraphs.iter().take(MOST_SHOWN) {
            text.push_str(&format!("  {mark} {}\n", clean(&beginning(paragraph))));
        }
        if MOST_SHOWN < paragraphs.len() {
            text.push_str(&format!("  {mark} … and {} more\n", paragraphs.len() - MOST_SHOWN));
        }
    }
    text
}

fn length(reading: &PageReading) -> String {
    let words = count(reading.words, "word", "words");
    let refused = reading.unusable.as_ref().map(|reason| format!(", refused ({reason})")).unwrap_or_default();
    format!("{} with {words}{refused}", count(reading.paragraphs, "paragraph", "paragraphs"))
}

/// Returns the first words of a paragraph.
fn beginning(paragraph: &str) -> String {
    const MAX_CHARS: usize = 100;
    match paragraph.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &paragraph[..end]),
        None => paragraph.to_owned(),
    }
}
