//! Writes the frame of every page: head, way around, foot.
//!
//! A page that is served or baked links to its style sheet; a file by itself carries it, and
//! a policy that allows nothing else. No page needs script; a served one may use a little.

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::baked_search::SEARCH_PATH;
use super::site::{Site, encoded};

/// The style of every page.
pub const STYLE: &str = include_str!("style.css");
/// The mark of every page.
pub const ICON: &str = include_str!("icon.svg");
/// The name of the mark within a site.
pub const ICON_FILE: &str = "assets/icon.svg";
/// The name of the style sheet within a site.
pub const STYLE_FILE: &str = "assets/style.css";
/// The name of the script within a served site.
pub const SCRIPT_FILE: &str = "assets/script.js";

/// The names of the feeds beside a page.
pub const ATOM_FILE: &str = "feed.atom";
pub const JSON_FEED_FILE: &str = "feed.json";
/// The media types of the feeds.
pub const ATOM: &str = "application/atom+xml";
pub const JSON_FEED: &str = "application/feed+json";

/// Where in the site a page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    Today,
    Stories,
    Search,
    Add,
    Watches,
    /// Under none of the entries of the way around.
    #[default]
    None,
}

/// A feed that a page announces.
#[derive(Clone, Debug)]
pub struct FeedLink {
    /// Path within the site.
    pub path: String,
    /// Media type.
    pub kind: &'static str,
    pub title: String,
}

/// Returns the feeds that a page announces; `path` is that of the page.
pub fn feed_links(path: &str, title: &str) -> Vec<FeedLink> {
    let link = |file: &str, kind| FeedLink { path: format!("{path}{file}"), kind, title: format!("Changes: {title}") };
    vec![link(ATOM_FILE, ATOM), link(JSON_FEED_FILE, JSON_FEED)]
}

/// Returns the link by which a served page says how others may show it.
pub fn oembed_link(path: &str, title: String) -> FeedLink {
    FeedLink { path: format!("oembed?url={}", encoded(path)), kind: "application/json+oembed", title }
}

/// What the frame says of its page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Title of the page, without the program's name.
    pub title: String,
    pub section: Section,
    pub feeds: Vec<FeedLink>,
    /// The line of the ledger that the page was written at, where what is recorded after it concerns the page.
    pub line: Option<usize>,
    /// The script by which a page of a site of files works, within the site.
    pub script: Option<&'static str>,
    /// What was just done, shown first.
    pub done: Option<String>,
}

impl Frame {
    /// Returns the frame of a page with this title.
    pub fn new(title: impl Into<String>, section: Section) -> Self {
        Self { title: title.into(), section, ..Self::default() }
    }

    /// Writes the page around its body.
    pub fn page(&self, site: &Site, body: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    @if let Some(policy) = policy(site, self.script) { meta http-equiv="Content-Security-Policy" content=(policy); }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content=(if site.is_served() { "same-origin" } else { "no-referrer" });
                    title { (self.title) " · writethru" }
                    @for feed in &self.feeds {
                        link rel="alternate" type=(feed.kind) title=(feed.title) href=(site.file(&feed.path));
                    }
                    @if site.is_single_file() { style { (PreEscaped(STYLE)) } } @else { link rel="stylesheet" href=(site.file(STYLE_FILE));
                        link rel="icon" href=(site.file(ICON_FILE)); }
                    @if site.is_served() { script src=(site.file(SCRIPT_FILE)) defer {} }
                    @else if let Some(script) = self.script { script src=(site.file(script)) defer {} }
                }
                body data-line=[self.line.filter(|_| site.is_editable())] {
                    a.skip href="#main" { "Skip to the page’s content" }
                    @if !site.is_single_file() { (self.way_around(site)) }
                    main #main tabindex="-1" {
                        @if let Some(done) = &self.done { p.done role="status" { (done) } }
                        (body)
                    }
                    footer { p { "writethru shows what this archive captured, and when. It does not see between captures." } }
                }
            }
        };
        page.into_string()
    }

    fn way_around(&self, site: &Site) -> Markup {
        let entry = |section: Section, path: &str, words: &str| {
            let current = (self.section == section).then_some("page");
            html! { li { a href=(site.page(path)) aria-current=[current] { (words) } } }
        };
        html! {
            header.top {
                nav aria-label="Main" {
                    ul {
                        li { a.name href=(site.page("")) { "writethru" } }
                        (entry(Section::Today, "", "Today"))
                        (entry(Section::Stories, "stories/", "Stories"))
                        (entry(Section::Search, SEARCH_PATH, "Search"))
                        @if site.is_editable() { (entry(Section::Add, "add/", "Add")) }
                        @if site.is_served() && cfg!(feature = "fetch") { (entry(Section::Watches, "watches/", "Watches")) }
                    }
                }
                @if site.is_served() && self.section != Section::Search {
                    form.find role="search" action=(site.page("search/")) {
                        label.hidden for="find" { "Search every version" }
                        input #find name="q" type="search" placeholder="Search every version" maxlength="400" autocomplete="off";
                        button type="submit" { "Search" }
                    }
                }
            }
        }
    }
}

/// Returns the policy that a file carries; a server sends its own.
fn policy(site: &Site, script: Option<&str>) -> Option<String> {
    if site.is_served() {
        return None;
    }
    Some(match site.is_single_file() {
        true => single_file_policy(),
        false => {
            let scripts = if script.is_some() { "; script-src 'self' file:" } else { "" };
            policy_with(&format!("'self' file:; img-src 'self' file:{scripts}"))
        }
    })
}

/// Returns the policy of a page that needs nothing else.
pub fn single_file_policy() -> String {
    policy_with(&format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(STYLE))))
}

fn policy_with(style: &str) -> String {
    format!("default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'")
}
