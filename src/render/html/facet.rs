//! Writes a change as a list entry: a line for each changed claim, then how it came about.
//!
//! `figure  at least 12 → at least 19  killed`, below it `development; no notice found`.
//! Words taken out are struck through, new ones underlined, and both are named in hidden
//! words, since screen readers do not tell `del` from `ins`.

use maud::{Markup, html};

use super::live_page;
use super::site::diff_path;
use super::words;
use crate::model::ChangeKind;
use crate::render::counted::count;
use crate::render::facts::{ListedChange, ListedFacet, shown_facets};
use crate::render::screen::facet::{begun, quoted};
use crate::render::titles::capital;
use crate::view::{ArticleHead, ChangeCounts, ChangeView, DiffView, FacetView, UpdateView};

/// Characters at the most that one side of a change takes.
const SIDE: usize = 200;
/// Characters at the most that the words a change is about take.
const ABOUT: usize = 60;
/// Characters at the most of a title.
const TITLE: usize = 120;

/// The two versions whose changes are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct VersionPair<'v> {
    reference: &'v str,
    from: usize,
    to: usize,
    /// The address of the article, where its pages lead to the words of a change.
    url: Option<&'v str>,
    /// The pages of the changes lie below the one that is written.
    has_pages: bool,
}

impl<'v> VersionPair<'v> {
    pub(super) fn of_update(update: &'v UpdateView) -> Self {
        Self {
            reference: &update.article.reference,
            from: update.from.number,
            to: update.to.number,
            url: None,
            has_pages: false,
        }
    }

    pub(super) fn of_diff(view: &'v DiffView) -> Self {
        Self { reference: &view.article.reference, from: view.a.number, to: view.b.number, url: None, has_pages: false }
    }

    /// Lets each change lead to its words on the live page: the new version is the latest one.
    pub(super) fn with_live_page(self, article: &'v ArticleHead) -> Self {
        Self { url: article.url.as_deref(), ..self }
    }

    /// Lets each change lead to its own page, below the one that is written.
    pub(super) fn with_pages(self) -> Self {
        Self { has_pages: true, ..self }
    }

    /// Returns the path of the page that compares them.
    pub(super) fn path(self) -> String {
        diff_path(self.reference, self.from, self.to)
    }
}

/// Returns the anchor of a change: it follows its identity, and its article, since a page may hold the same change of two
/// articles with the very same words.
pub(super) fn anchor(change: &ChangeView, pair: VersionPair<'_>) -> String {
    let VersionPair { reference, from, to, .. } = pair;
    format!("c{}", words::short_hash(&format!("{reference}@{from}..{to} {}", change.id)))
}

/// Returns what changed, as a title: `Figure: at least 12 → 19, killed`.
pub(super) fn title(change: &ChangeView) -> String {
    if change.rewritten {
        return words::cut(&format!("Rewritten, same facts: {}", quoted(&change.b_text)), TITLE);
    }
    let facets = shown_facets(change);
    let Some(first) = facets.first() else { return format!("Sentence {}", change.action.as_str()) };
    let value = match (first.before.as_deref(), first.after.as_deref()) {
        (Some(before), Some(after)) => format!(": {before} → {after}"),
        (None, Some(after)) => format!(", new: {after}"),
        (Some(before), None) => format!(", no longer in the text: {before}"),
        (None, None) => String::new(),
    };
    let about = about(first).map(|about| format!(", {about}")).unwrap_or_default();
    words::cut(&format!("{}{value}{about}", capital(first.kind.as_str())), TITLE)
}

/// Writes a change in words: its claims, then its sentences before and after.
pub(super) fn in_words(change: &ChangeView, numbers: (usize, usize)) -> Markup {
    let facets = shown_facets(change).into_iter().map(|facet| ListedFacet { facet, places: 1 });
    told_in_words(change, &facets.collect::<Vec<_>>(), numbers)
}

/// Writes the same of a change in a list, whose claims may be told elsewhere too.
pub(super) fn told_in_words(change: &ChangeView, facets: &[ListedFacet<'_>], (a, b): (usize, usize)) -> Markup {
    let side = |text: &str| html! { @if text.is_empty() { "not in the text" } @else { (text) } };
    html! {
        @if change.rewritten { (line("wording", &rewritten(change), None)) }
        @else { @for own in facets { (line(own.facet.kind.as_str(), &told_with_places(*own), None)) } }
        dl {
            dt { "Before, in version " (a) } dd dir="auto" { (side(&change.a_text)) }
            dt { "After, in version " (b) } dd dir="auto" { (side(&change.b_text)) }
        }
        p.m { (words::standing(change)) }
    }
}

/// Where a reader is told that no notice was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoticePlace {
    /// Beside each change.
    Each,
    /// In the head, for all of them.
    InHead,
}

impl NoticePlace {
    /// Returns where to tell it: once, where it holds for every material change.
    pub(super) fn of(counts: ChangeCounts) -> Self {
        if counts.silent == counts.material { Self::InHead } else { Self::Each }
    }
}

/// Writes a change; each of its lines leads to `place`, where there is one. Changes told with it keep their anchors.
pub(super) fn change(
    told_change: &ListedChange<'_>,
    pair: VersionPair<'_>,
    place: Option<&str>,
    notices: NoticePlace,
) -> Markup {
    let ListedChange { change, facets, left_out, others } = told_change;
    let silent = words::needs_look(change).then_some("silent");
    let standing = match notices {
        NoticePlace::InHead => words::standing(change).trim_end_matches("; no notice found").to_owned(),
        NoticePlace::Each => words::standing(change),
    };
    html! {
        li id=(anchor(change, pair)) class=(words::classes(&[Some("change"), silent])) {
            @for other in others { span id=(anchor(other, pair)) {} }
            @if change.rewritten { (line("wording", &rewritten(change), place)) }
            @else { @for own in facets { (line(own.facet.kind.as_str(), &told_with_places(*own), place)) } }
            @if 0 < *left_out { p.f { span.k { (change.action.as_str()) } " and " (count(*left_out, "more sentence", "more sentences")) } }
            @if facets.is_empty() { (line(change.action.as_str(), &whole(change), place)) }
            p.m { (standing) (live_page::link_to_words(pair.url, &change.b_text)) (page_link(change, pair)) }
        }
    }
}

/// Writes what one changed claim was and is, and where else it is told.
fn told_with_places(own: ListedFacet<'_>) -> Markup {
    let elsewhere = own.elsewhere();
    html! { (before_and_after(own.facet)) @if !elsewhere.is_empty() { " " span.about { (elsewhere) } } }
}

/// Writes that sentences say the same in other words.
fn rewritten(change: &ChangeView) -> Markup {
    html! { span.v { span.plain { "rewritten, same facts: " } (quoted(&words::cut(&change.b_text, ABOUT))) } }
}

/// Writes the link to the change's own page, where there is one.
pub(super) fn page_link(change: &ChangeView, pair: VersionPair<'_>) -> Markup {
    html! { @if pair.has_pages { " · " a href={ (anchor(change, pair)) "/" } { "cite or share" span.hidden { " change " (change.number) } } } }
}

fn line(name: &str, told: &Markup, place: Option<&str>) -> Markup {
    html! {
        p.f {
            @match place {
                Some(place) => a.k href=(place) { (name) },
                None => span.k { (name) },
            }
            " " (told)
        }
    }
}

/// Writes what one changed claim was and is.
fn before_and_after(facet: &FacetView) -> Markup {
    use ChangeKind::*;
    let (before, after) = (facet.before.as_deref(), facet.after.as_deref());
    let in_quotes = matches!(facet.kind, Certainty | Polarity | Quote | Wording | Typography);
    let shown = |text: &str| words::cut(&if in_quotes { quoted(text) } else { begun(text).to_owned() }, SIDE);
    let plain = |text: &'static str| html! { span.plain { (text) } };
    let value = match (facet.kind, before, after) {
        (Order, _, _) => {
            html! { span.plain { "moved: " } span.moved { (words::cut(after.or(before).unwrap_or_default(), SIDE)) } }
        }
        (Certainty, None, Some(after)) => html! { (plain("stated as fact")) " → " ins { (shown(after)) } },
        (Certainty, Some(before), None) => html! { del { (shown(before)) } " → " (plain("stated as fact")) },
        (Source, None, Some(after)) => html! { (plain("no source named")) " → " ins { (shown(after)) } },
        (Source, Some(before), None) => html! { del { (shown(before)) } " → " (plain("no source named")) },
        (_, Some(before), Some(after)) => html! { del { (shown(before)) } " → " ins { (shown(after)) } },
        (_, None, Some(after)) => html! { (plain("new: ")) ins { (shown(after)) } },
        (_, Some(before), None) => html! { (plain("no longer in the text: ")) del { (shown(before)) } },
        (_, None, None) => html! {},
    };
    html! { span.v { (value) @if let Some(about) = about(facet) { " " span.about { (about) } } } }
}

fn about(facet: &FacetView) -> Option<String> {
    let about = facet.about.as_deref().filter(|about| !about.is_empty())?;
    let about = words::cut(about, ABOUT);
    Some(if facet.kind == ChangeKind::Figure { about } else { quoted(&about) })
}

/// Writes a change that carries no facet by its sentences.
fn whole(change: &ChangeView) -> Markup {
    let cut = |text: &str| words::cut(text, SIDE);
    match (change.a_text.as_str(), change.b_text.as_str()) {
        ("", after) => html! { span.v { ins { (cut(after)) } } },
        (before, "") => html! { span.v { del { (cut(before)) } } },
        (before, after) => html! { span.v { del { (cut(before)) } " → " ins { (cut(after)) } } },
    }
}

/// Returns the changes with the weightiest first, in order of the text within a weight.
pub(super) fn by_weight(changes: &[ChangeView]) -> Vec<&ChangeView> {
    let mut changes: Vec<&ChangeView> = changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.weight));
    changes
}
