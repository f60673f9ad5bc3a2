//! Writes updates in order, newest first: between which captures each came, and what it changed.

use maud::{Markup, html};

use super::facet::{self, NoticeWords};
use super::site::{Site, article_path, diff_path};
use super::story::{self, StoryTab};
use super::words;
use crate::model::Weight;
use crate::render::screen::{count, times};
use crate::view::{ChangesView, StoryHead, UpdateView};

/// Changes of an update that a list shows.
const SHOWN: usize = 6;

/// Writes the page of a story's changes.
pub fn story_changes(head: &StoryHead, view: &ChangesView, site: &Site) -> Markup {
    html! {
        (story::head(head, StoryTab::Changes, site))
        @if view.updates.is_empty() { (nothing_yet(site)) }
        ol.updates role="list" { @for update in view.updates.iter().rev() { li { (self::update(update, view.timezone, site)) } } }
    }
}

/// Says what brings the first change.
pub(super) fn nothing_yet(site: &Site) -> Markup {
    html! {
        div.empty {
            p { "No change was captured yet. The second version of an article brings the first one." }
            @if site.is_editable() { p { (site.link("add/", "Add a version")) "." } }
        }
    }
}

/// Writes one update with its weightiest changes.
pub(super) fn update(update: &UpdateView, zone: chrono_tz::Tz, site: &Site) -> Markup {
    let reference = &update.article.reference;
    let path = diff_path(reference, update.from.number, update.to.number);
    let outlet = update.article.outlet.as_deref().unwrap_or(&update.article.name);
    let changes = facet::by_weight(&update.changes);
    let told: Vec<_> = changes.iter().filter(|change| change.weight != Weight::Cosmetic).take(SHOWN).collect();
    let more = changes.len() - told.len();
    let silent = update.changes.iter().any(words::needs_look).then_some("silent");
    html! {
        article class=(words::classes(&[Some("update"), silent])) {
            h2 dir="auto" { (site.link(&path, update.to.headline.as_deref().unwrap_or(reference))) }
            p.k { (site.link(&article_path(&update.article), outlet)) " v" (update.from.number) " → v" (update.to.number)
                ", changed " (words::between(update.from.last_seen, update.to.captured, zone))
                @if let Some(stated) = update.to.modified { "; the page says " (times::stated_beside(stated, update.to.captured, zone)) } }
            p.verdict { (words::verdict(update.counts)) }
            @if !told.is_empty() { ol.typed role="list" { @for change in told { (facet::change(change, None, NoticeWords::of(update.counts))) } } }
            @if 0 < more { p.m { (site.link(&path, format!("{} more", count(more, "change", "changes")))) } }
        }
    }
}
