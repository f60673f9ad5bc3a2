//! Writes the pages that lead to all others: today, stories, a story's articles, search.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::facet::{self, NoticePlace, VersionPair};
use super::frame::{Frame, Section, feed_links};
use super::site::{Site, article_path, sentence_path, story_path, version_path};
use super::story::{self, StoryTab};
use super::{article, changes, claims, words};
use crate::model::ChangeKind;
use crate::render::counted::count;
use crate::render::facts::without_repeats;
use crate::render::screen::times;
use crate::render::titles::story_title;
use crate::view::{
    ArticleList, ChangesView, ClaimView, SearchHit, SearchView, StoryHead, StoryList, StoryRow, UpdateView,
};

/// Updates that the first page shows.
const UPDATES: usize = 40;

/// Returns the frame of the first page.
pub fn today_frame() -> Frame {
    Frame { feeds: feed_links("", "all stories"), ..Frame::new("What changed", Section::Today) }
}

/// What changed since somebody looked last.
#[derive(Clone, Debug)]
pub struct TodayPage<'v> {
    pub view: &'v ChangesView,
    pub stories: &'v StoryList,
    /// The moment up to which everything is known to the reader.
    pub since: Option<DateTime<Utc>>,
    /// The form that says "I have seen this".
    pub seen: Option<Markup>,
}

/// Writes what changed since the reader looked last, silent material changes first.
pub fn today(page: &TodayPage<'_>, site: &Site) -> Markup {
    let row_of =
        |update: &UpdateView| page.stories.stories.iter().find(|row| Some(&row.name) == update.article.story.as_ref());
    let zone_of = |update: &UpdateView| row_of(update).map_or(page.view.timezone, |row| row.timezone);
    let story_of = |update: &UpdateView| row_of(update).map(|row| story_title(row.title.as_deref(), &row.name));
    let mut updates: Vec<&UpdateView> = page.view.updates.iter().rev().collect();
    let needs_look = |update: &UpdateView| update.changes.iter().any(words::needs_look);
    updates.sort_by_key(|update| (!needs_look(update), std::cmp::Reverse(update.verdict.weight)));
    let silent = updates.iter().filter(|update| needs_look(update)).count();
    html! {
        header.head {
            h1 { "What changed" }
            p.k role="status" {
                @match page.since { Some(since) => { "Since " (times::moment(since, page.view.timezone)) " " (page.view.timezone.name()) ": " } None => "" }
                (count(updates.len(), "update", "updates")) @if 0 < silent { ", " (silent) " with something replaced or unclear and no notice found" }
            }
        }
        @if let Some(seen) = page.seen.as_ref().filter(|_| !updates.is_empty()) { (seen) }
        @if page.stories.stories.is_empty() { (first_steps(site)) }
        @else if updates.is_empty() { div.empty { p { "Nothing changed since." } p { (site.link("stories/", "All stories")) @if page.since.is_some() { " · " a href="?all=1" { "All updates" } } } } }
        ol.updates role="list" { @for update in updates.iter().take(UPDATES) { li { (changes::update(update, story_of(update).as_deref(), zone_of(update), site)) } } }
        @if UPDATES < updates.len() { p.m { (count(updates.len() - UPDATES, "more update stands", "more updates stand")) " on the pages of the stories." } }
    }
}

/// Writes what to do with an archive in which nothing is.
fn first_steps(site: &Site) -> Markup {
    html! {
        div.empty {
            p { "This archive is empty. Record what an article says today, and again when it was changed: writethru then tells what changed." }
            @match site.is_editable() {
                true => ol {
                    li { (site.link("add/", "Add a first version")) ": paste a text, or choose a saved page." }
                    li { "Add the same article again, once it reads otherwise." }
                    li { (site.link("", "Today")) " then lists what changed, and the story’s page tells what happened when." }
                },
                false => p { code { "writethru add FILE --story NAME" } " records a first version." },
            }
        }
    }
}

/// Writes every story.
pub fn stories(view: &StoryList, site: &Site) -> Markup {
    let mut rows: Vec<&StoryRow> = view.stories.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.last_captured));
    html! {
        header.head { h1 { "Stories" } p.k { (count(rows.len(), "story", "stories")) } }
        @if rows.is_empty() { (first_steps(site)) }
        ol.articles role="list" { @for row in rows {
            li {
                h2 dir="auto" { (site.link(&story_path(&row.name, ""), story_title(row.title.as_deref(), &row.name))) }
                p.k { @if 0 < row.outlets { (count(row.outlets, "outlet", "outlets")) " · " } (count(row.articles, "article", "articles")) " · " (count(row.versions, "version", "versions"))
                    @match (row.first_captured, row.last_captured) { (Some(first), Some(last)) => { ", captured " (times::range(first, last, row.timezone)) } _ => "" } }
            }
        } }
    }
}

/// Writes the articles of a story.
pub fn story_articles(head: &StoryHead, view: &ArticleList, site: &Site) -> Markup {
    html! {
        (story::head(head, StoryTab::Articles, site))
        @if view.articles.is_empty() { div.empty { p { "No article stands in this story yet." } @if site.is_editable() { p { (site.link("add/", "Add one")) "." } } } }
        (article::list(&view.articles, site))
    }
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct SearchPage {
    /// What was typed.
    pub query: String,
    pub passages: Option<SearchView>,
    /// Updates with the changes that match.
    pub updates: Vec<UpdateView>,
    /// Claims that match, with the story of each.
    pub claims: Vec<(StoryRow, ClaimView)>,
    /// The claims hold for the archive as it is now; else as it was a moment ago.
    pub is_latest: bool,
    /// What of the query could not be read.
    pub complaint: Option<String>,
}

/// What can be typed, beside `kind:`.
const OPERATORS: [(&str, &str); 8] = [
    ("\"walk away\"", "these words together"),
    ("-moscow", "without this word"),
    ("speaker:macaspac", "what somebody is reported to say"),
    ("outlet:harbour", "of outlets with this word in their name"),
    ("story:ferry-fire", "of one story"),
    ("after:2025-08-13", "captured on this day or later; before:2025-08-15 for earlier"),
    ("removed:", "what the latest version no longer has"),
    ("material", "material changes; silent for those without a notice"),
];

/// Writes what a search found.
pub fn search(page: &SearchPage, site: &Site) -> Markup {
    let passages = page.passages.as_ref().map_or(&[][..], |view| &view.hits);
    let found = passages.len() + page.updates.len() + page.claims.len();
    html! {
        header.head {
            h1 { "Search" }
            form.query role="search" {
                label for="q" { "Words, phrases and operators" }
                p.buttons { input #q name="q" type="search" value=(page.query) maxlength="400" autocomplete="off"; " " button type="submit" { "Search" } }
            }
            @if let Some(complaint) = &page.complaint { p.note role="alert" { (complaint) } }
            @if !page.query.trim().is_empty() { p.k role="status" { (found_words(page, found)) } }
        }
        @if page.query.trim().is_empty() || (found == 0 && page.complaint.is_none()) { (help()) }
        @if !page.updates.is_empty() { section { h2 { "Changes" } ol.updates role="list" { @for update in &page.updates { li { (update_hit(update, site)) } } } } }
        @if !page.claims.is_empty() { section { h2 { "Claims" } (claims::state(page.is_latest)) @for (story, claim) in &page.claims { (claims::list(std::iter::once(claim), &story.name, story.timezone, site)) } } }
        @if !passages.is_empty() { section { h2 { "Passages" } ol.hits role="list" { @for hit in passages { li { (self::hit(hit, site)) } } } } }
    }
}

fn found_words(page: &SearchPage, found: usize) -> String {
    let total = page.passages.as_ref().map_or(0, |view| view.total);
    match found {
        0 => "Nothing was found. Every version is searched, also what was taken out since.".to_owned(),
        _ if found < total => format!("{found} shown of at most {total}"),
        _ => format!("{found} found"),
    }
}

fn help() -> Markup {
    let kinds: Vec<&str> = ChangeKind::ALL.iter().map(|kind| kind.as_str()).collect();
    html! {
        div.empty {
            p { "Every version is searched, also what was taken out since." }
            dl.operators { @for (operator, words) in OPERATORS { dt { code { (operator) } } dd { (words) } }
                dt { code { "kind:figure" } } dd { "changes of one kind: " (kinds.join(", ")) } }
        }
    }
}

fn update_hit(update: &UpdateView, site: &Site) -> Markup {
    let pair = VersionPair::of_update(update);
    let outlet = update.article.outlet.as_deref().unwrap_or(&update.article.name);
    html! {
        article.update {
            p.k { (site.link(&pair.path(), format!("{outlet} v{} → v{}", update.from.number, update.to.number))) " · " (update.to.headline.as_deref().unwrap_or_default()) }
            ol.typed role="list" { @for own in without_repeats(&update.changes) { (facet::change(&own, pair, None, NoticePlace::Each)) } }
        }
    }
}

fn hit(hit: &SearchHit, site: &Site) -> Markup {
    let reference = &hit.article.reference;
    let path = match hit.sentence {
        Some(sentence) => sentence_path(reference, hit.last, sentence),
        None => version_path(reference, hit.last),
    };
    html! {
        p.x { @for (at, part) in hit.snippet.iter().enumerate() { @if at % 2 == 1 { mark { (part) } } @else { (part) } } }
        p.m {
            (site.link(&path, format!("{} v{}", hit.article.outlet.as_deref().unwrap_or(reference), hit.last)))
            @if hit.gone { " · " b.st { "no longer in the text" } }
            @if hit.first < hit.last { " · since v" (hit.first) }
            " · " (times::moment(hit.captured, hit.timezone)) " · "
            (site.link(&article_path(&hit.article), hit.headline.as_deref().unwrap_or(reference)))
        }
    }
}
