//! Writes claims: a list of a story's, and the life of one.

use chrono_tz::Tz;
use maud::{Markup, html};

use super::pager::Pager;
use super::site::{Site, encoded, person_path, sentence_path, story_path, version_path};
use super::story::{self, StoryTab};
use super::words;
use crate::model::Certainty;
use crate::render::counted::count;
use crate::render::screen::claims::{claim_words, is_denied};
use crate::render::screen::times;
use crate::render::status::claim_tellers;
use crate::view::{ClaimKind, ClaimOccurrence, ClaimView, StoryHead};

/// Claims that a served page lists.
const SHOWN: usize = 200;

/// Returns the name that a claim had before claims had identities; links that were given away still use it.
pub fn former_key(claim: &ClaimView) -> String {
    let first = claim.occurrences.first();
    let place = first.map(|own| {
        format!("{}\u{1}{}\u{1}{}", own.article.rsplit('/').next().unwrap_or_default(), own.version, own.put.value)
    });
    words::short_hash(&format!("{}\u{1}{}", claim.kind.as_str(), place.unwrap_or_default()))
}

/// What a reader wants to see of the claims.
#[derive(Clone, Debug, Default)]
pub struct ClaimsPage<'v> {
    pub head: StoryHead,
    pub claims: Vec<&'v ClaimView>,
    /// Number of claims before the filter.
    pub total: usize,
    /// They hold for the archive as it is now; else as it was a moment ago.
    pub is_latest: bool,
    /// Number of the page, from 1.
    pub page: usize,
    /// `statement`, `figure`, `event`, or empty.
    pub kind: String,
    /// `revised`, `disputed`, `withdrawn`, or empty.
    pub status: String,
}

/// Writes the list of a story's claims.
pub fn body(page: &ClaimsPage<'_>, site: &Site) -> Markup {
    let pager = Pager::new(page.claims.len(), SHOWN, page.page, site);
    let claims = &page.claims[pager.shown(page.claims.len())];
    html! {
        (story::head(&page.head, StoryTab::Claims, site))
        @if site.is_served() { (kinds(page)) }
        p.k role="status" { (shown(page)) }
        (state(page.is_latest))
        @if page.claims.is_empty() { div.empty { p { "No claim of this kind was found." } } }
        (list(claims.iter().copied(), &page.head.story, page.head.timezone, site))
        (pager.links(&format!("kind={}&status={}&", encoded(&page.kind), encoded(&page.status))))
    }
}

/// Says so where claims are not those of the archive as it is now.
pub(super) fn state(is_latest: bool) -> Markup {
    html! { @if !is_latest { p.note { "As the claims stood a moment ago: what was recorded since is being read." } } }
}

fn shown(page: &ClaimsPage<'_>) -> String {
    let n = page.claims.len();
    let of = if n == page.total { String::new() } else { format!(" of {}", page.total) };
    format!("{}{of}", count(n, "claim", "claims"))
}

fn kinds(page: &ClaimsPage<'_>) -> Markup {
    let kinds = [("", "All"), ("statement", "Statements"), ("figure", "Figures"), ("event", "Events")];
    let states = [("revised", "Revised"), ("disputed", "Accounts differ"), ("withdrawn", "No longer in the text")];
    html! {
        nav.modes aria-label="Kinds of claim" { ul {
            @for (kind, words) in kinds {
                li { a href={ "?kind=" (kind) } aria-current=[(page.status.is_empty() && page.kind == kind).then_some("true")] { (words) } }
            }
            @for (status, words) in states {
                li { a href={ "?status=" (status) } aria-current=[(page.status == status).then_some("true")] { (words) } }
            }
        } }
    }
}

/// Writes claims, one an entry.
pub(super) fn list<'v>(claims: impl Iterator<Item = &'v ClaimView>, story: &str, zone: Tz, site: &Site) -> Markup {
    html! {
        ol.claims role="list" { @for claim in claims {
            li class=(words::classes(&[Some("e"), words::status_class(claim.status)])) {
                p.x { (speaker(claim, story, site)) (claim_words(claim)) }
                p.m {
                    @if let Some(word) = words::status(claim.status, || claim_tellers(claim)) { span.st { (word) } " " }
                    (claim.kind.as_str()) @if let Some(about) = &claim.about { ", " (about) }
                    "; first in " (claim.first.outlet.as_deref().unwrap_or(&claim.first.article)) " v" (claim.first.version) ", " (times::moment(claim.first.captured, zone)) " · "
                    @if site.is_served() { (site.link(&story_path(story, &format!("claim/{}", claim.id)), wordings(claim))) }
                    @else { (cited_place(claim, site)) }
                }
            }
        } }
    }
}

/// Names the page that tells how a claim was worded, and where.
fn wordings(claim: &ClaimView) -> String {
    match claim.occurrences.len() {
        0 | 1 => "details".to_owned(),
        n => format!("{n}\u{a0}wordings"),
    }
}

fn cited_place(claim: &ClaimView, site: &Site) -> Markup {
    html! { @if let Some(own) = claim.cited() { (site.link(&sentence_path(&own.article, own.version, own.sentence), "the sentence")) } }
}

fn speaker(claim: &ClaimView, story: &str, site: &Site) -> Markup {
    let speaker = claim.speaker.as_ref().filter(|_| claim.kind == ClaimKind::Statement);
    html! { @if let Some(speaker) = speaker { span.who { (site.link(&person_path(story, speaker), speaker)) @if is_denied(claim) { " denies" } ":" } " " } }
}

/// Writes the life of one claim through versions and outlets.
pub fn claim_page(head: &StoryHead, claim: &ClaimView, site: &Site) -> Markup {
    let zone = head.timezone;
    html! {
        header.head {
            p.crumbs { (site.link(&story_path(&head.story, ""), story::title(head))) " › " (site.link(&story_path(&head.story, "claims"), "claims")) }
            h1.quoted dir="auto" { (speaker(claim, &head.story, site)) (claim_words(claim)) }
            p.k { (claim.kind.as_str()) @if let Some(about) = &claim.about { ", " (about) }
                " · " (claim_tellers(claim).1) @if 1 < claim_tellers(claim).0 { ", " (claim.sources) " in words of their own" }
                @if let Some(word) = words::status(claim.status, || (1, String::new())) { " · " b { (word) } } }
        }
        ol.life role="list" { @for occurrence in &claim.occurrences { li { (self::occurrence(occurrence, zone, site)) } } }
    }
}

fn occurrence(own: &ClaimOccurrence, zone: Tz, site: &Site) -> Markup {
    let who = own.outlet.as_deref().unwrap_or(&own.article);
    html! {
        p.k { (times::moment(own.captured, zone)) " · " (site.link(&sentence_path(&own.article, own.version, own.sentence), format!("{who} v{}", own.version)))
            " · " (stands(own, site)) }
        p.x { (own.put.text) }
        p.m {
            @if let Some(speaker) = &own.put.speaker { "said by " (speaker) @if let Some(via) = &own.put.via { ", as told by " (via) } }
            @else { "no source named" }
            @if let Some(word) = own.put.certainty.and_then(certainty_word) { " · " b.st { (word) } }
            @if let Some(when) = &own.put.when { " · " (when.words_in(zone)) }
        }
    }
}

/// Returns how a wording is put, where it is more or less than said to be so.
fn certainty_word(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Asserted => None,
        Certainty::Hedged => Some("as possible or likely"),
        Certainty::Denied => Some("denied"),
        Certainty::Questioned => Some("as a question"),
        Certainty::Conditional => Some("on a condition"),
    }
}

/// Writes in which versions a wording stands: "present in v3 and v4, not in v5".
pub(super) fn stands(own: &ClaimOccurrence, site: &Site) -> Markup {
    html! {
        @match (own.until, own.gone_in) {
            (None, _) => "present since, to the latest version",
            (Some(until), Some(gone)) => {
                @if until == own.version { "present in v" (until) } @else { "present until v" (until) }
                ", not in " (site.link(&version_path(&own.article, gone), format!("v{gone}")))
            }
            (Some(until), None) => { "present until v" (until) }
        }
    }
}
