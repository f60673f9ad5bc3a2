//! Writes updates in order, newest first: between which captures each came, and what it changed.

use maud::{Markup, html};

use super::facet::{self, NoticePlace, VersionPair};
use super::pager::Pager;
use super::site::{Site, article_path, story_path};
use super::story::{self, StoryTab};
use super::{rhythm, words};
use crate::model::Weight;
use crate::render::counted::count;
use crate::render::facts::without_repeats;
use crate::render::screen::REPLACED;
use crate::view::{ChangeView, ChangesView, StoryHead, UpdateView};

/// Changes of an update that a list shows.
const SHOWN: usize = 6;

/// Updates that a served page lists.
const PAGE_UPDATES: usize = 50;

/// Which updates are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewFilter {
    #[default]
    All,
    NotReviewed,
    Reviewed,
}

impl ReviewFilter {
    const ALL: [Self; 3] = [Self::All, Self::NotReviewed, Self::Reviewed];

    /// Returns the filter of this name; all updates for any other.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.name() == name).unwrap_or_default()
    }

    fn name(self) -> &'static str {
        match self {
            Self::All => "",
            Self::NotReviewed => "no",
            Self::Reviewed => "yes",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::NotReviewed => "Not reviewed",
            Self::Reviewed => "Reviewed",
        }
    }

    fn wants(self, update: &UpdateView) -> bool {
        match self {
            Self::All => true,
            Self::NotReviewed => update.reviewed.is_none(),
            Self::Reviewed => update.reviewed.is_some(),
        }
    }
}

/// Which of a story's updates a page lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangesWanted {
    pub filter: ReviewFilter,
    /// Number of the page, from 1.
    pub page: usize,
}

/// Writes the page of a story's changes.
pub fn story_changes(head: &StoryHead, view: &ChangesView, wanted: ChangesWanted, site: &Site) -> Markup {
    let filter = wanted.filter;
    let shown: Vec<&UpdateView> = view.updates.iter().rev().filter(|update| filter.wants(update)).collect();
    let pager = Pager::new(shown.len(), PAGE_UPDATES, wanted.page, site);
    html! {
        (story::head(head, StoryTab::Changes, site))
        @if view.updates.is_empty() { (nothing_yet(site)) }
        @else if site.is_served() { (filters(view, filter)) }
        @if shown.is_empty() && !view.updates.is_empty() { div.empty { p { @if filter == ReviewFilter::Reviewed { "No update was marked as reviewed yet. The page of an update has the button." } @else { "Every update was reviewed." } } } }
        @if wanted.page < 2 { (rhythm::rhythm(&view.updates, view.timezone)) }
        ol.updates role="list" { @for update in &shown[pager.shown(shown.len())] { li { (self::update(update, None, view.timezone, site)) } } }
        (pager.links(&format!("reviewed={}&", filter.name())))
    }
}

/// Writes the links that choose which updates are listed, each with how many there are.
fn filters(view: &ChangesView, chosen: ReviewFilter) -> Markup {
    let count = |filter: ReviewFilter| view.updates.iter().filter(|update| filter.wants(update)).count();
    html! {
        nav.modes aria-label="Which updates" { ul {
            @for filter in ReviewFilter::ALL {
                li { a href={ "?reviewed=" (filter.name()) } aria-current=[(filter == chosen).then_some("true")] { (filter.words()) " (" (count(filter)) ")" } }
            }
        } }
    }
}

/// Writes what brings the first change.
pub(super) fn nothing_yet(site: &Site) -> Markup {
    html! {
        div.empty {
            p { "No change was captured yet. The second version of an article brings the first one." }
            @if site.is_editable() { p { (site.link("add/", "Add a version")) "." } }
        }
    }
}

/// Writes one update with its weightiest changes; `story` is the title of its story, where a list holds those of several.
pub(super) fn update(update: &UpdateView, story: Option<&str>, zone: chrono_tz::Tz, site: &Site) -> Markup {
    let pair = VersionPair::of_update(update);
    let path = pair.path();
    let outlet = update.article.outlet.as_deref().unwrap_or(&update.article.name);
    let changes = facet::by_weight(&update.changes);
    let mut told = without_repeats(changes.iter().copied().filter(|change| change.weight != Weight::Cosmetic));
    let more = told.len().saturating_sub(SHOWN) + update.counts.cosmetic;
    told.truncate(SHOWN);
    let silent = update.changes.iter().any(words::needs_look).then_some("silent");
    html! {
        article class=(words::classes(&[Some("update"), silent])) {
            h2 dir="auto" { (site.link(&path, update.to.headline.as_deref().unwrap_or(&update.article.reference))) }
            p.k {
                @if let (Some(title), Some(name)) = (story, &update.article.story) { (site.link(&story_path(name, ""), title)) " · " }
                (site.link(&article_path(&update.article), outlet)) " v" (update.from.number) " → v" (update.to.number)
                ", " (words::changed(&update.from, &update.to, zone))
                @if site.is_served() && update.reviewed.is_some() { " · " span.st { "reviewed" } }
            }
            p.verdict { (words::verdict(update.counts)) @if update.verdict.replaced { "; " (REPLACED) } }
            @if !told.is_empty() { ol.typed role="list" { @for own in &told { (facet::change(own, pair, None, NoticePlace::of(update.counts))) } } }
            @if 0 < more { p.m { (site.link(&path, count(more, "more change", "more changes"))) } }
        }
    }
}

/// Returns the address of a change on the page that compares its two versions.
pub fn change_place(update: &UpdateView, change: &ChangeView) -> String {
    let pair = VersionPair::of_update(update);
    format!("{}#{}", pair.path(), facet::anchor(change, pair))
}
