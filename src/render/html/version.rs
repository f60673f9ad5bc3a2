//! Writes one version as it stood, each sentence with an anchor of its own.

use std::collections::{BTreeSet, HashMap};

use maud::{Markup, html};

use super::cite::{self, Citation};
use super::live_page;
use super::site::{Site, article_path, diff_path, story_path, version_path};
use super::words;
use crate::render::counted::count;
use crate::render::screen::times;
use crate::render::titles::story_title;
use crate::view::{BlameLine, BlameView, ParagraphView, SentenceView, ShowView};

/// A version with what else is known of its sentences.
#[derive(Clone, Copy, Debug)]
pub struct VersionPage<'v> {
    pub view: &'v ShowView,
    /// Numbers of the article's versions, in order of capture.
    pub versions: &'v [usize],
    /// Which version brought each sentence.
    pub blame: Option<&'v BlameView>,
    /// The sentences that are quoted; `None` quotes the whole text.
    pub quoted: Option<&'v BTreeSet<usize>>,
}

/// Returns the title.
pub fn title(view: &ShowView) -> String {
    format!("{}: version {}", view.version.headline.as_deref().unwrap_or(&view.article.name), view.version.number)
}

/// Writes the page.
pub fn body(page: &VersionPage<'_>, site: &Site) -> Markup {
    let VersionPage { view, .. } = page;
    let (article, version, zone) = (&view.article, &view.version, view.timezone);
    let lines = page.blame.iter().flat_map(|blame| &blame.lines).map(|line| (line.sentence, line)).collect();
    html! {
        header.head {
            p.crumbs {
                @if let Some(story) = &article.story { (site.link(&story_path(story, ""), story_title(None, story))) " › " }
                (site.link(&article_path(article), article.outlet.as_deref().unwrap_or(&article.name)))
                (live_page::link(article))
            }
            p.k { b { "Version " (version.number) } " of " (view.versions) ", as it stood: " (words::seen(version, zone))
                @if let Some(stated) = version.modified.or(version.published) { "; the page says " (times::stated(stated, zone)) }
                " (" (zone.name()) ") · " (count(version.words, "word", "words")) }
            (neighbours(page, site))
        }
        article.prose lang=[view.language.as_deref()] dir="auto" { (opening(view)) @for paragraph in &view.paragraphs { (self::paragraph(page, &lines, paragraph, site)) } }
        @if page.quoted.is_some() { p.note { "An excerpt: the sentences that the pages of the story refer to." } }
        @for note in &view.notes { p.note { (note.message) } }
        p.k { "SHA-256 of the text: " code { (version.hash) } }
        (cite::block(&Citation::of_version(article, version, zone), &[], site))
    }
}

/// Writes headline and standfirst, where the text does not hold them.
fn opening(view: &ShowView) -> Markup {
    let holds = |role: &str| view.paragraphs.iter().any(|paragraph| paragraph.role == role);
    let (headline, standfirst) = (&view.version.headline, &view.version.standfirst);
    html! {
        @if let Some(headline) = headline.as_ref().filter(|_| !holds("headline")) { h1 { (headline) } }
        @if let Some(standfirst) = standfirst.as_ref().filter(|_| !holds("standfirst")) { p.standfirst { (standfirst) } }
    }
}

/// Writes links to the versions before and after, and to what they changed.
fn neighbours(page: &VersionPage<'_>, site: &Site) -> Markup {
    let (reference, number) = (&page.view.article.reference, page.view.version.number);
    let Some(place) = page.versions.iter().position(|own| *own == number).filter(|_| !site.is_single_file()) else {
        return html! {};
    };
    let before = place.checked_sub(1).map(|before| page.versions[before]);
    let after = page.versions.get(place + 1).copied();
    html! {
        nav.neighbours aria-label="Other versions" {
            @if let Some(before) = before {
                a rel="prev" href=(site.page(&version_path(reference, before))) { "← version " (before) } " "
                a href=(site.page(&diff_path(reference, before, number))) { "what it changed" } " "
            }
            @if let Some(after) = after {
                a href=(site.page(&diff_path(reference, number, after))) { "what changed next" } " "
                a rel="next" href=(site.page(&version_path(reference, after))) { "version " (after) " →" }
            }
        }
    }
}

/// Which version brought each sentence, by the sentence.
type BlameLines<'v> = HashMap<usize, &'v BlameLine>;

fn paragraph(page: &VersionPage<'_>, lines: &BlameLines<'_>, paragraph: &ParagraphView, site: &Site) -> Markup {
    let is_quoted = |sentence: &&SentenceView| page.quoted.is_none_or(|quoted| quoted.contains(&sentence.number));
    if !paragraph.sentences.iter().any(|sentence| is_quoted(&sentence)) {
        return html! {};
    }
    let sentences = html! {
        @for sentence in paragraph.sentences.iter().filter(is_quoted) {
            span.s id={ "s" (sentence.number) } { (sentence.text) (since(page, lines.get(&sentence.number).copied(), site)) } " "
        }
    };
    match paragraph.role.as_str() {
        "headline" => html! { h1 { (sentences) } },
        "standfirst" => html! { p.standfirst { (sentences) } },
        "list-item" => html! { p.item { (sentences) } },
        "body" => html! { p { (sentences) } },
        role => html! { p.(role) { (sentences) } },
    }
}

/// Writes which version brought a sentence, where that is not the first.
fn since(page: &VersionPage<'_>, line: Option<&BlameLine>, site: &Site) -> Markup {
    let Some(line) = line.filter(|line| Some(&line.since) != page.versions.first()) else { return html! {} };
    let place = page.versions.iter().position(|own| *own == line.since);
    let before = place.and_then(|at| at.checked_sub(1)).map(|at| page.versions[at]);
    let hidden = if line.origin == line.since { "new in version " } else { "so since version " };
    let words = html! { span.hidden { (hidden) } "v" (line.since) };
    html! {
        " " span.since { @match before {
            Some(before) => (site.link(&diff_path(&page.view.article.reference, before, line.since), &words)),
            None => (words),
        } }
    }
}
