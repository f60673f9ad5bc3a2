//! Writes two versions compared: the typed list first, then the text with its words marked.
//!
//! Three ways to read: `inline`, `side` by side, and `linear`, where each change is told in
//! words with its sentence before and after, for screen readers and narrow screens. What did
//! not change is grey, and folded away from changes; it opens without script.

use std::collections::HashMap;
use std::ops::Range;

use maud::{Markup, html};

use super::facet::{self, NoticePlace, VersionPair};
use super::live_page;
use super::site::{Site, article_path, diff_path, story_path, version_path};
use super::words;
use crate::model::Weight;
use crate::render::counted::count;
use crate::render::facts::{ListedChange, shown_facets, without_repeats};
use crate::render::screen::{REPLACED, times};
use crate::render::titles::story_title;
use crate::view::{ChangeView, DiffView, Passage, PassageKind, Run, RunKind};

/// Sentences shown on each side of a change.
const CONTEXT: usize = 1;
/// Words in common, in percent, below which two texts are better read whole than as marks.
const RELATED: usize = 33;

/// How a comparison is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DiffMode {
    /// One text with its words marked.
    #[default]
    Inline,
    /// The old text left, the new one right.
    Side,
    /// A change after the other, in words.
    Linear,
}

impl DiffMode {
    const ALL: [Self; 3] = [Self::Inline, Self::Side, Self::Linear];

    /// Returns the mode of this name; the usual one for any other.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|mode| mode.name() == name).unwrap_or_default()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Side => "side",
            Self::Linear => "linear",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Inline => "Inline",
            Self::Side => "Side by side",
            Self::Linear => "In words",
        }
    }
}

/// A comparison with the versions that the article has around it.
#[derive(Clone, Debug)]
pub struct DiffPage<'v> {
    pub view: &'v DiffView,
    /// Numbers of the article's versions, in order of capture.
    pub versions: &'v [usize],
    pub mode: DiffMode,
    /// What did not change is counted, not shown.
    pub is_excerpt: bool,
    /// The form that marks the update as reviewed, or takes the mark back.
    pub review: Option<Markup>,
}

/// Returns the title of a comparison.
pub fn title(view: &DiffView) -> String {
    let name = view.b.headline.as_deref().or(view.a.headline.as_deref()).unwrap_or(&view.article.name);
    format!("{name}: version {} and {}", view.a.number, view.b.number)
}

/// Writes the page.
pub fn body(page: &DiffPage<'_>, site: &Site) -> Markup {
    let view = page.view;
    let places = ChangePlaces::of(view);
    let pair = match page.versions.last() == Some(&view.b.number) {
        true => VersionPair::of_diff(view).with_live_page(&view.article),
        false => VersionPair::of_diff(view),
    };
    let pair = if site.is_served() { pair.with_pages() } else { pair };
    html! {
        div.diff.(page.mode.name()) {
            (head(page, site))
            div.columns {
                section.typed aria-labelledby="typed" {
                    h2 #typed { (count(view.changes.len(), "change", "changes")) }
                    @if view.changes.is_empty() { p { "The two versions say the same, word for word." } }
                    @if page.mode != DiffMode::Linear { ol role="list" { @for own in without_repeats(facet::by_weight(&view.changes)) { (facet::change(&own, pair, places.link_to(own.change).as_deref(), NoticePlace::of(view.counts))) } } }
                    @else { (linear(view, pair)) }
                }
                @if page.mode != DiffMode::Linear { (text(page, &places)) }
            }
        }
    }
}

fn head(page: &DiffPage<'_>, site: &Site) -> Markup {
    let DiffPage { view, .. } = page;
    let (zone, reference) = (view.timezone, &view.article.reference);
    let version = |number: usize| site.link(&version_path(reference, number), format!("version {number}"));
    html! {
        header.head {
            (crumbs(page, site))
            h1 dir="auto" { (view.b.headline.as_deref().or(view.a.headline.as_deref()).unwrap_or(&view.article.name)) }
            p.k { (version(view.a.number)) " → " (version(view.b.number)) ", " (words::changed(&view.a, &view.b, zone)) " (" (zone.name()) ")" }
            p.verdict { (words::verdict(view.counts)) }
            @if let Some(words) = rewritten(view) { p.k { (words) } }
            @if let Some(at) = view.reviewed.filter(|_| page.review.is_some()) { p.k { "Reviewed " (times::moment(at, zone)) "." } }
            @if site.is_served() { (modes(page)) }
            div.bar { (neighbours(page, site)) @if let Some(form) = &page.review { (form) } }
        }
    }
}

fn crumbs(page: &DiffPage<'_>, site: &Site) -> Markup {
    let article = &page.view.article;
    let outlet = article.outlet.as_deref().unwrap_or(&article.name);
    html! {
        p.crumbs {
            @if let Some(story) = &article.story { (site.link(&story_path(story, ""), story_title(None, story))) " › " }
            (site.link(&article_path(article), outlet))
            (live_page::link(article))
        }
    }
}

fn modes(page: &DiffPage<'_>) -> Markup {
    html! {
        nav.modes aria-label="Ways to read" { ul {
            @for mode in DiffMode::ALL {
                li { a href={ "?mode=" (mode.name()) } aria-current=[(mode == page.mode).then_some("true")] { (mode.words()) } }
            }
        } }
    }
}

/// Writes links to the updates before and after.
fn neighbours(page: &DiffPage<'_>, site: &Site) -> Markup {
    let DiffPage { view, versions, .. } = page;
    let place = |number: usize| versions.iter().position(|own| *own == number);
    let pair = |from: Option<usize>, to: Option<usize>| {
        let (from, to) = (versions.get(from?)?, versions.get(to?)?);
        Some((diff_path(&view.article.reference, *from, *to), format!("v{from} → v{to}")))
    };
    let before = place(view.a.number).and_then(|at| pair(at.checked_sub(1), Some(at)));
    let after = place(view.b.number).and_then(|at| pair(Some(at), Some(at + 1)));
    if site.is_single_file() || (before.is_none() && after.is_none()) {
        return html! {};
    }
    html! {
        nav.neighbours aria-label="Other updates" {
            @if let Some((path, words)) = before { a rel="prev" href=(site.page(&path)) { "← previous update, " (words) } " " }
            @if let Some((path, words)) = after { a rel="next" href=(site.page(&path)) { "next update, " (words) " →" } }
        }
    }
}

/// Writes a remark where little is left of the old text, or where the words changed and no claim did.
fn rewritten(view: &DiffView) -> Option<&'static str> {
    if view.verdict.replaced {
        return Some(REPLACED);
    }
    if common(view) < RELATED {
        return Some("Less than a third of the words are common to both: the texts are best read one after the other.");
    }
    let nothing_else = view.counts.material == 0 && 0 < view.counts.minor;
    nothing_else.then_some("Worded anew; no changed claim was found.")
}

/// Returns how many of the words stand in both texts, in percent of the longer one.
fn common(view: &DiffView) -> usize {
    let runs = view.passages.iter().flat_map(|passage| &passage.runs);
    let same = runs.filter(|run| run.kind == RunKind::Same).map(|run| run.text.split_whitespace().count());
    let longer = view.a.words.max(view.b.words).max(1);
    same.sum::<usize>() * 100 / longer
}

/// A part of the text as it is shown, by the places of its passages.
enum Stretch {
    Shown(usize),
    Folded(Range<usize>),
}

/// Folds what did not change, away from changes.
fn stretches(view: &DiffView) -> Vec<Stretch> {
    let passages = &view.passages;
    let near = |at: usize| {
        let around = at.saturating_sub(CONTEXT)..passages.len().min(at + CONTEXT + 1);
        passages[around].iter().any(|passage| passage.weight.is_some())
    };
    let mut stretches: Vec<Stretch> = Vec::new();
    for at in 0..passages.len() {
        match (near(at), stretches.last_mut()) {
            (true, _) => stretches.push(Stretch::Shown(at)),
            (false, Some(Stretch::Folded(folded))) => folded.end = at + 1,
            (false, _) => stretches.push(Stretch::Folded(at..at + 1)),
        }
    }
    stretches
}

fn text(page: &DiffPage<'_>, places: &ChangePlaces<'_>) -> Markup {
    let view = page.view;
    let write = |at: usize| match page.mode {
        DiffMode::Side => pair(at, places),
        _ => inline(at, places),
    };
    html! {
        section.text aria-labelledby="text" {
            h2 #text { "The text" }
            @if page.mode == DiffMode::Side { div.pair.heads { p { "Version " (view.a.number) } p { "Version " (view.b.number) } } }
            @for stretch in stretches(view) {
                @match stretch {
                    Stretch::Shown(at) => (write(at)),
                    Stretch::Folded(passages) if page.is_excerpt => p.fold { (count(passages.len(), "sentence", "sentences")) " unchanged" },
                    Stretch::Folded(passages) => details.fold {
                        summary { (count(passages.len(), "sentence", "sentences")) " unchanged" }
                        @for at in passages { (write(at)) }
                    },
                }
            }
        }
    }
}

/// The changes of a comparison by number, each with the place of its first passage.
struct ChangePlaces<'v> {
    view: &'v DiffView,
    by_number: HashMap<usize, (&'v ChangeView, Option<usize>)>,
}

impl<'v> ChangePlaces<'v> {
    fn of(view: &'v DiffView) -> Self {
        let mut by_number: HashMap<_, _> = view.changes.iter().map(|change| (change.number, (change, None))).collect();
        for (at, passage) in view.passages.iter().enumerate() {
            if let Some((_, first @ None)) = passage.change.and_then(|number| by_number.get_mut(&number)) {
                *first = Some(at);
            }
        }
        Self { view, by_number }
    }

    /// Returns the address of the first passage of a change; a changed byline has none.
    fn link_to(&self, change: &ChangeView) -> Option<String> {
        let (_, first) = self.by_number.get(&change.number)?;
        first.map(|_| format!("#t{}", change.number))
    }

    /// Returns the anchor of a passage that is the first of its change.
    fn anchor_at(&self, at: usize) -> Option<String> {
        let number = self.view.passages[at].change?;
        let (_, first) = self.by_number.get(&number)?;
        (*first == Some(at)).then(|| format!("t{number}"))
    }

    /// Writes the words that lead from a passage back to the line of its change in the list.
    fn back(&self, passage: &Passage) -> Markup {
        let change = passage.change.and_then(|number| self.by_number.get(&number));
        let Some((change, _)) = change else { return html! {} };
        let kind = shown_facets(change).first().map_or(change.action.as_str(), |facet| facet.kind.as_str());
        html! {
            " " a.back href={ "#" (facet::anchor(change, VersionPair::of_diff(self.view))) } title="Back to the list" {
                (kind) @match passage.kind { PassageKind::MovedHere => ", moved here", PassageKind::MovedAway => ", moved away", _ => "" }
            }
        }
    }
}

fn class(passage: &Passage) -> &'static str {
    match passage.kind {
        _ if passage.weight.is_none() => "same",
        PassageKind::Same => "same",
        PassageKind::Headline => "headline",
        PassageKind::Edited => "edited",
        PassageKind::Added => "added",
        PassageKind::Removed => "removed",
        PassageKind::MovedHere | PassageKind::MovedAway => "moved",
    }
}

/// Returns the direction of a passage, where it is not that of the page.
fn direction(passage: &Passage) -> Option<&'static str> {
    passage.runs.iter().any(|run| words::is_right_to_left(&run.text)).then_some("rtl")
}

fn inline(at: usize, places: &ChangePlaces<'_>) -> Markup {
    let passage = &places.view.passages[at];
    let opens = passage.opens_paragraph.then_some("opens");
    html! {
        p class=(words::classes(&[Some(class(passage)), opens])) id=[places.anchor_at(at)] dir=[direction(passage)] {
            (runs(passage, |_| true)) (places.back(passage))
        }
    }
}

fn pair(at: usize, places: &ChangePlaces<'_>) -> Markup {
    let passage = &places.view.passages[at];
    let opens = passage.opens_paragraph.then_some("opens");
    let is_new = matches!(passage.kind, PassageKind::Added | PassageKind::MovedHere);
    let is_gone = matches!(passage.kind, PassageKind::Removed | PassageKind::MovedAway);
    html! {
        div class=(words::classes(&[Some("pair"), Some(class(passage)), opens])) id=[places.anchor_at(at)] {
            p dir=[direction(passage)] { @if !is_new { (runs(passage, |kind| kind != RunKind::Added)) } @if is_gone { (places.back(passage)) } }
            p dir=[direction(passage)] { @if !is_gone { (runs(passage, |kind| kind != RunKind::Removed)) (places.back(passage)) } }
        }
    }
}

/// Writes the runs that are wanted, each marked for what it is.
fn runs(passage: &Passage, wanted: impl Fn(RunKind) -> bool) -> Markup {
    let runs: Vec<&Run> = passage.runs.iter().filter(|run| wanted(run.kind)).collect();
    let neighbours = std::iter::once(None).chain(runs.iter().map(Some));
    html! {
        @for (before, run) in neighbours.zip(&runs) {
            @match run.kind {
                RunKind::Same => (run.text),
                _ => {
                    // One word in the place of another: they stand apart.
                    @if before.is_some_and(|before| before.kind != RunKind::Same && !before.text.ends_with(char::is_whitespace)) && !run.text.starts_with(char::is_whitespace) { " " }
                    (marked(run))
                }
            }
        }
    }
}

/// Writes a run as removed or added; blanks at its ends belong to no mark, so that words keep their distance.
fn marked(run: &Run) -> Markup {
    let text = match run.text.trim() {
        "" => run.text.as_str(),
        text => text,
    };
    let (before, after) = run.text.split_once(text).unwrap_or_default();
    html! {
        (before) @if run.kind == RunKind::Removed { del { (text) } } @else { ins { (text) } } (after)
    }
}

/// Writes each change in words, with links to the next and the one before.
fn linear(view: &DiffView, pair: VersionPair<'_>) -> Markup {
    let changes = facet::by_weight(&view.changes);
    let shown = without_repeats(changes.into_iter().filter(|change| change.weight != Weight::Cosmetic));
    let link = |at: Option<usize>, words: &'static str| {
        let change = at.and_then(|at| shown.get(at));
        change.map(|own| html! { a href={ "#" (facet::anchor(own.change, pair)) } { (words) } })
    };
    html! {
        ol role="list" { @for (at, ListedChange { change, facets, others, .. }) in shown.iter().enumerate() {
            li.change id=(facet::anchor(change, pair)) {
                @for other in others { span id=(facet::anchor(other, pair)) {} }
                h3 { "Change " (at + 1) " of " (shown.len()) ": " (change.action.as_str()) }
                (facet::told_in_words(change, facets, (view.a.number, view.b.number)))
                @let (before, after) = (link(at.checked_sub(1), "Previous change"), link(Some(at + 1), "Next change"));
                p.steps { (before.clone().unwrap_or_default()) @if before.is_some() && after.is_some() { " · " } (after.unwrap_or_default()) (facet::page_link(change, pair)) }
            }
        } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_keep_their_distance() {
        use RunKind::{Added, Removed, Same};
        let passage = |parts: &[(RunKind, &str)]| Passage {
            kind: PassageKind::Edited,
            opens_paragraph: false,
            a: vec![1],
            b: vec![1],
            change: None,
            weight: Some(Weight::Minor),
            runs: parts.iter().map(|(kind, text)| Run { kind: *kind, text: (*text).to_owned() }).collect(),
        };
        let check = |parts: &[(RunKind, &str)], want: &str| {
            assert_eq!(runs(&passage(parts), |_| true).into_string(), want);
        };
        check(&[(Same, "The "), (Removed, "big "), (Same, "dog")], "The <del>big</del> dog");
        check(
            &[(Same, "At least "), (Removed, "eight"), (Added, "12"), (Same, " died")],
            "At least <del>eight</del> <ins>12</ins> died",
        );
        check(&[(Removed, "eight "), (Added, "12 "), (Same, "died")], "<del>eight</del> <ins>12</ins> died");
        check(&[(Same, "a"), (Removed, "  "), (Added, " "), (Same, "b")], "a<del>  </del><ins> </ins>b");
    }
}
