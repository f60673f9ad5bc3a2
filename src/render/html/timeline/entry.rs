//! Writes an entry: as a line of the timeline, and as a page with all its evidence.

use std::collections::HashMap;

use chrono_tz::Tz;
use maud::{Markup, html};

use super::days::{DayEntry, clock};
use crate::model::{ChangeKind, EntryKind, EntrySource};
use crate::render::counted::count;
use crate::render::entry_words::{first_report_words, kind_word, rests_on, tag_words, when_words};
use crate::render::html::cite::{self, Citation};
use crate::render::html::site::{Site, person_path, sentence_path, story_path};
use crate::render::html::{live_page, words};
use crate::render::safe::web_address;
use crate::render::screen::times;
use crate::render::status::entry_tellers;
use crate::render::titles::story_title;
use crate::view::{EntryView, EvidenceView, HistoryView, TimelineView};

/// Characters at the most that a value of an entry's history takes.
const VALUE: usize = 90;

/// Lines that tell how an entry's values moved; its own page tells all.
const MOVES: usize = 3;

/// Writes an entry as a line of the timeline.
pub(super) fn item(own: &DayEntry<'_>, view: &TimelineView, site: &Site) -> Markup {
    let DayEntry { entry, is_undated } = own;
    let zone = view.timezone;
    let moves = moves(entry);
    let class = words::classes(&[Some("e"), Some(entry.kind.as_str()), words::status_class(entry.status)]);
    html! {
        li id=(entry.id) class=(class) {
            @if let Some(clock) = clock(own, zone) { span.t { (clock) } }
            p.x dir=[words::is_right_to_left(&entry.text).then_some("rtl")] { (text(entry)) }
            p.m {
                @if let Some(word) = words::status(entry.status, || entry_tellers(entry)) { b { (word) } " " }
                @if *is_undated { b { "undated" } " " }
                @if entry.kind == EntryKind::Planned { b { "planned" } " " }
                @if entry.pinned { b { "pinned" } " " }
                @if let Some(tags) = tag_words(entry) { b { (tags) } " " }
                (source(entry, site)) (more(entry, view, site))
            }
            @for chain in moves.iter().take(MOVES) { p.h { (chain_line(chain, zone)) } }
            @if MOVES < moves.len() { p.h { "and " (count(moves.len() - MOVES, "more change", "more changes")) } }
            @if let Some(note) = &entry.note { p.note { "Note: " (note) } }
            @if site.is_single_file() { (evidence_fold(entry, zone)) }
        }
    }
}

/// Returns how many bytes a page takes for an entry, about.
pub(super) fn bytes(entry: &EntryView) -> usize {
    const LINE: usize = 100;
    let moves = moves(entry).len().min(MOVES + 1);
    250 + entry.text.len() + moves * LINE + entry.note.as_ref().map_or(0, |note| LINE + note.len())
}

/// Writes the words, with their speaker where the words do not name them.
fn text(entry: &EntryView) -> Markup {
    let is_said = entry.kind == EntryKind::Statement;
    html! {
        @if let Some(speaker) = entry.untold_speaker().filter(|_| is_said) { span.who { (speaker) ":" } " " }
        (entry.text)
    }
}

/// Writes the link to the sentence in which the words shown stood first.
fn source(entry: &EntryView, site: &Site) -> Markup {
    match entry.cited_sentence() {
        Some(evidence) => evidence_link(&evidence, site),
        None => elsewhere(entry, site),
    }
}

/// Writes what an entry in an editor's words rests on, in the archive and outside.
fn elsewhere(entry: &EntryView, site: &Site) -> Markup {
    let sources = entry.by_hand.iter().flat_map(|own| &own.sources);
    html! {
        "added by hand"
        @for evidence in &entry.evidence { " · " (evidence_link(evidence, site)) }
        @for source in sources {
            @match source {
                EntrySource::Page { url } => { " · " @if let Some(url) = web_address(url) { a href=(url) rel="external noreferrer" { (words::cut(url, 60)) } } },
                EntrySource::Document { name } => { " · " (name) },
                EntrySource::Passage { .. } => {},
            }
        }
    }
}

fn evidence_link(evidence: &EvidenceView, site: &Site) -> Markup {
    let who = evidence.outlet.as_deref().unwrap_or(&evidence.article);
    let path = sentence_path(&evidence.article, evidence.version, evidence.sentence);
    site.link(&path, format!("{who} v{}", evidence.version))
}

/// Writes the link to the entry's own page, where there is one.
fn more(entry: &EntryView, view: &TimelineView, site: &Site) -> Markup {
    let n = entry.evidence.len();
    if site.is_single_file() {
        return html! {};
    }
    let words = if 1 < n { format!("{n}\u{a0}reports") } else { "details".to_owned() };
    match site.is_served() {
        // The page of the timeline lies just above: with hundreds of entries a short address counts.
        true => html! { " · " a href={ "entry/" (entry.id) "/" } { (words) } },
        false => html! { " · " (site.link(&story_path(&view.story, &format!("entry/{}", entry.id)), words)) },
    }
}

/// Returns how the entry's values moved: one chain for each kind of value and article.
fn moves(entry: &EntryView) -> Vec<Vec<&HistoryView>> {
    let told = |step: &&HistoryView| !matches!(step.kind, ChangeKind::Wording | ChangeKind::Typography);
    let mut chains: Vec<Vec<&HistoryView>> = Vec::new();
    // The chains of an article: a step follows none of another's.
    let mut own: HashMap<&str, Vec<usize>> = HashMap::new();
    for step in entry.history.iter().filter(told) {
        let follows =
            |last: &&HistoryView| !last.differs && !step.differs && last.kind == step.kind && last.after == step.before;
        let own = own.entry(&step.article).or_default();
        match own.iter().find(|at| chains[**at].last().is_some_and(follows)) {
            Some(at) => chains[*at].push(step),
            None => {
                own.push(chains.len());
                chains.push(vec![step]);
            }
        }
    }
    chains
}

fn chain_line(chain: &[&HistoryView], zone: Tz) -> Markup {
    let first = chain[0];
    let who = first.outlet.as_deref().unwrap_or(&first.article);
    let versions: Vec<String> = chain.iter().map(|step| format!("v{}", step.version)).collect();
    html! {
        @if first.differs { (who) " v" (first.version) " " (move_words(chain, zone)) }
        @else { (move_words(chain, zone)) " " (who) " " (versions.join(", ")) }
    }
}

/// Writes what changes that follow each other did to a value, without who made them.
fn move_words(chain: &[&HistoryView], zone: Tz) -> Markup {
    let (first, last) = (chain[0], chain.last().expect("a chain holds a step"));
    let value = |text: &str| words::value(text, zone, VALUE);
    html! {
        @if first.differs { "has " b { (first.after.as_deref().map_or_else(|| "another account".to_owned(), value)) } }
        @else {
            (first.kind.as_str()) " "
            @for step in chain { @if let Some(before) = &step.before { s { (value(before)) } " → " } }
            @match &last.after { Some(after) => b { (value(after)) }, None => b { "no longer in the text" } }
        }
    }
}

fn evidence_fold(entry: &EntryView, zone: Tz) -> Markup {
    html! {
        details {
            summary { "Evidence" }
            p { (when_words(entry, zone)) "; " (first_report_words(entry, zone)) "." }
            p { "Stands in " (rests_on(entry).join("; ")) "." }
        }
    }
}

/// An entry with what its page needs of its timeline.
#[derive(Clone, Copy, Debug)]
pub struct EntryPage<'v> {
    pub view: &'v TimelineView,
    pub entry: &'v EntryView,
}

/// Writes the page of an entry: where it stands, how it moved, what decided, how to cite it.
pub fn entry_page(page: &EntryPage<'_>, site: &Site) -> Markup {
    let EntryPage { view, entry } = page;
    let zone = view.timezone;
    html! {
        header.head {
            p.crumbs { (site.link(&story_path(&view.story, ""), story_title(view.title.as_deref(), &view.story))) " › entry" }
            h1.quoted dir="auto" { (text(entry)) }
            p.k { (when_words(entry, zone))
                @for word in [kind_word(entry.kind).map(str::to_owned), words::status(entry.status, || entry_tellers(entry))].into_iter().flatten() { " · " (word) }
                @if let Some(speaker) = &entry.speaker { " · " (site.link(&person_path(&view.story, speaker), speaker)) }
            }
            p.k { (first_report_words(entry, zone)) (live_page::link_to_words(article_url(page), &entry.text)) }
            @if let Some(note) = &entry.note { p.note { "Note: " (note) } }
        }
        section.prose {
            h2 { (count(entry.evidence.len(), "place where it stands", "places where it stands")) }
            ul { @for evidence in &entry.evidence { li { (evidence_link(evidence, site)) ", sentence " (evidence.sentence) } } }
            @if entry.by_hand.is_some() { p { (elsewhere(entry, site)) } }
            @let others: Vec<&String> = entry.sentences.iter().filter(|sentence| **sentence != entry.text).collect();
            @if !others.is_empty() {
                h2 { "In other words" }
                ul.quotes { @for sentence in others { li { (sentence) } } }
            }
            @if !entry.history.is_empty() {
                h2 { "How it moved" }
                ol role="list" { @for step in &entry.history { li { (step_line(step, zone, site)) } } }
            }
            @if let Some(linked) = &entry.linked {
                p { (site.link(&story_path(&view.story, &format!("entry/{linked}")), "The plan of this event, or the event of this plan")) }
            }
            h2 { "What decided" }
            ul { @for why in &entry.why { li { (why) } } }
            @if entry.why.is_empty() { p { "No rule is recorded." } }
            @if entry.cited().is_some() { (cite::block(&citation(page), &[], site)) }
        }
    }
}

fn step_line(step: &HistoryView, zone: Tz, site: &Site) -> Markup {
    let who = step.outlet.as_deref().unwrap_or(&step.article);
    let path = crate::render::html::site::version_path(&step.article, step.version);
    html! {
        @if let Some(at) = step.captured { (times::moment(at, zone)) ", " }
        (site.link(&path, format!("{who} v{}", step.version))) ": " (move_words(&[step], zone))
    }
}

/// Returns the address of the article in which the words shown stood first.
fn article_url<'v>(page: &EntryPage<'v>) -> Option<&'v str> {
    let first = &page.entry.cited()?.article;
    page.view.articles.iter().find(|article| article.reference == *first)?.url.as_deref()
}

fn citation(page: &EntryPage<'_>) -> Citation {
    let EntryPage { view, entry } = page;
    let (first, url) = (entry.cited(), article_url(page).map(str::to_owned));
    Citation {
        key: entry.id.clone(),
        title: words::cut(&entry.text, 160),
        author: Vec::new(),
        outlet: first.and_then(|first| first.outlet.clone()),
        published: first.and_then(|first| first.published),
        captured: first.and_then(|first| first.captured),
        timezone: view.timezone,
        url,
        version: first.map(|first| first.version),
        hash: None,
    }
}
