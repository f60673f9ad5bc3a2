//! Writes who is quoted in a story, and what one person is reported to say, under every name that the texts use.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use maud::{Markup, html};

use super::claims::{stands, state};
use super::pager::Pager;
use super::site::{Site, person_path, sentence_path, story_path};
use super::story::{self, StoryTab};
use super::words;
use crate::model::slug;
use crate::render::counted::count;
use crate::render::screen::claims::{claim_words, is_denied};
use crate::render::screen::times;
use crate::view::{ClaimOccurrence, ClaimView, ClaimsView, PeopleView, PersonView, StoryHead};

/// People that a served page lists, and claims of one of them.
const PEOPLE: usize = 200;
const CLAIMS: usize = 100;

/// Who speaks in a story, and what is claimed.
#[derive(Clone, Debug)]
pub struct PeoplePage<'v> {
    pub head: &'v StoryHead,
    pub people: &'v PeopleView,
    pub claims: &'v ClaimsView,
    /// All this holds for the archive as it is now; else as it was a moment ago.
    pub is_latest: bool,
    /// Number of the page, from 1.
    pub page: usize,
}

/// A person of a story, or somebody cited without a name: "officials".
#[derive(Clone, Debug)]
pub struct CitedSpeaker<'v> {
    /// The name to go by.
    pub name: &'v str,
    /// Where it is a person by name.
    pub person: Option<&'v PersonView>,
    /// What they are reported to say.
    claims: Vec<&'v ClaimView>,
}

impl<'v> PeoplePage<'v> {
    /// Returns the names of those who are cited, each with a page of their own.
    pub fn speakers(&self) -> BTreeSet<&'v str> {
        let people = self.people.people.iter().map(|person| person.name.as_str());
        people.chain(self.claims.claims.iter().filter_map(|claim| claim.speaker.as_deref())).collect()
    }

    /// Returns who is meant by the last part of an address: one name of a person, as an address has it.
    pub fn speaker(&self, address: &str) -> Option<CitedSpeaker<'v>> {
        let is_meant = |name: &str| slug(name).as_deref() == Some(address);
        let by_name = self.people.people.iter().find(|person| is_meant(&person.name));
        let by_form = || self.people.people.iter().find(|person| person.names.iter().any(|form| is_meant(&form.name)));
        let person = by_name.or_else(by_form);
        let is_own = |claim: &&ClaimView| match (person, claim.speaker.as_deref()) {
            (Some(person), Some(speaker)) => person.name == speaker,
            (None, Some(speaker)) => is_meant(speaker),
            (_, None) => false,
        };
        let claims: Vec<&ClaimView> = self.claims.claims.iter().filter(is_own).collect();
        let name = person.map(|person| person.name.as_str()).or_else(|| claims.first()?.speaker.as_deref())?;
        Some(CitedSpeaker { name, person, claims })
    }

    /// Returns who is cited without a name, each with how many claims they make.
    fn unnamed(&self) -> BTreeMap<&'v str, usize> {
        let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
        for speaker in self.claims.claims.iter().filter_map(|claim| claim.speaker.as_deref()) {
            *claims.entry(speaker).or_default() += 1;
        }
        self.people.people.iter().for_each(|person| _ = claims.remove(person.name.as_str()));
        claims
    }
}

/// Writes the people of a story, those with most statements first, then those who are cited without a name.
pub fn body(page: &PeoplePage<'_>, site: &Site) -> Markup {
    let (people, unnamed) = (&page.people.people, page.unnamed());
    let story = &page.head.story;
    let pager = Pager::new(people.len(), PEOPLE, page.page, site);
    html! {
        (story::head(page.head, StoryTab::People, site))
        (state(page.is_latest))
        @if people.is_empty() && unnamed.is_empty() { div.empty { p { "Nobody was found to be quoted or cited." } } }
        ul.people { @for person in &people[pager.shown(people.len())] { li {
            (site.link(&person_path(story, &person.name), &person.name)) " "
            span.m { (count(person.statements, "statement", "statements")) ", " (count(person.outlets.len(), "outlet", "outlets")) }
            @let others = other_names(person);
            @if !others.is_empty() { " " span.m { "also " (others.join(", ")) } }
        } } }
        (pager.links(""))
        @if !unnamed.is_empty() {
            section.after {
                h2 { "Without a name" }
                ul.people { @for (name, claims) in unnamed { li { (site.link(&person_path(story, name), name)) " " span.m { (count(claims, "claim", "claims")) } } } }
            }
        }
    }
}

/// Returns the other names that the texts use for a person, in quotation marks.
fn other_names(person: &PersonView) -> Vec<String> {
    let others = person.names.iter().filter(|form| form.name != person.name);
    others.map(|form| format!("“{}”", form.name)).collect()
}

/// Writes what one person of a story is reported to say.
pub fn person_page(page: &PeoplePage<'_>, speaker: &CitedSpeaker<'_>, site: &Site) -> Markup {
    let head = page.head;
    let pager = Pager::new(speaker.claims.len(), CLAIMS, page.page, site);
    html! {
        header.head {
            p.crumbs { (site.link(&story_path(&head.story, ""), story::title(head))) " › " (site.link(&story_path(&head.story, "people"), "people")) }
            h1 dir="auto" { (speaker.name) }
            p.k { "All that " (speaker.name) " is reported to say in this story: " (count(speaker.claims.len(), "claim", "claims")) "." }
            @if let Some(person) = speaker.person { (names(person)) }
        }
        (state(page.is_latest))
        ol.claims role="list" { @for claim in &speaker.claims[pager.shown(speaker.claims.len())] { li class=[words::status_class(claim.status)] {
            p.x { @if is_denied(claim) { span.who { "Denied:" } " " } (claim_words(claim)) }
            @for occurrence in &claim.occurrences { (place(occurrence, head.timezone, site)) }
        } } }
        (pager.links(""))
    }
}

/// Tells under which names the outlets quote a person.
fn names(person: &PersonView) -> Markup {
    let forms = person.names.iter().map(|form| format!("“{}” ({})", form.name, form.outlets.join(", ")));
    html! { p.k { "Called " (forms.collect::<Vec<_>>().join("; ")) "." } }
}

fn place(own: &ClaimOccurrence, zone: Tz, site: &Site) -> Markup {
    let who = own.outlet.as_deref().unwrap_or(&own.article);
    html! { p.m { (site.link(&sentence_path(&own.article, own.version, own.sentence), format!("{who} v{}", own.version))) ", " (times::moment(own.captured, zone)) "; " (stands(own, site)) } }
}
