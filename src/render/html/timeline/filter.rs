//! Holds what a reader wants to see of a timeline, and writes the form that asks for it.
//!
//! The form is plain: it works without script, and its address is what one sends to others.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use maud::{Markup, html};
use serde::Deserialize;

use crate::model::{EntryKind, Status};
use crate::render::html::site::encoded;
use crate::view::{EntryFilter, TimelineView};

/// What a reader wants to see of a timeline; an empty field asks for everything.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TimelineFilter {
    /// Words that an entry must hold.
    pub q: String,
    pub outlet: String,
    pub speaker: String,
    /// `event`, `statement`, `planned`.
    pub kind: String,
    /// `reported`, `revised`, `disputed`, `withdrawn`.
    pub status: String,
    /// A word by which editors find it.
    pub tag: String,
    /// First day of what happened.
    pub from: String,
    /// Last day of what happened.
    pub to: String,
    /// What readers had been told by this time.
    pub as_of: String,
    /// Where the slider of `as_of` was moved to, from 1: leads to the address with its moment.
    pub stop: String,
    /// The moments that the slider has, in seconds since 1970, with commas.
    pub stops: String,
    /// `new` lists the newest day first.
    pub order: String,
    /// Number of the page, from 1.
    pub page: String,
}

/// What `order` is for the newest day first.
pub(super) const NEWEST_FIRST: &str = "new";

const KINDS: [(&str, &str); 3] = [("event", "Events"), ("statement", "Statements"), ("planned", "Plans")];
const STATES: [(&str, &str); 4] = [
    ("reported", "As first reported"),
    ("revised", "Revised"),
    ("disputed", "Accounts differ"),
    ("withdrawn", "No longer in the text"),
];

impl TimelineFilter {
    /// Returns what the fields ask for; one that cannot be read asks for nothing.
    pub fn asked(&self) -> EntryFilter {
        let day = |text: &str| text.trim().parse::<NaiveDate>().ok();
        let list = |text: &str| if text.trim().is_empty() { Vec::new() } else { vec![text.trim().to_owned()] };
        EntryFilter {
            from: day(&self.from),
            to: day(&self.to),
            outlets: list(&self.outlet),
            speakers: list(&self.speaker),
            kinds: EntryKind::ALL.into_iter().filter(|kind| kind.as_str() == self.kind).collect(),
            statuses: Status::ALL.into_iter().filter(|status| status.as_str() == self.status).collect(),
            tags: list(&self.tag),
            words: self.q.clone(),
            newest_first: false,
        }
    }

    /// Returns whether the newest day comes first.
    pub(super) fn is_newest_first(&self) -> bool {
        self.order == NEWEST_FIRST
    }

    /// Returns the number of the page, from 0.
    pub(super) fn page(&self) -> usize {
        self.page.trim().parse::<usize>().unwrap_or(1).saturating_sub(1)
    }

    /// Returns the address of a page, from 0, of what is asked for.
    pub(super) fn address_of(&self, page: usize) -> String {
        let mut fields = self.query();
        fields.push(format!("page={}", page + 1));
        format!("?{}", fields.join("&"))
    }

    /// Returns the address of what is asked for, relative to the story's.
    pub fn address(&self) -> String {
        match self.query() {
            fields if fields.is_empty() => "./".to_owned(),
            fields => format!("./?{}", fields.join("&")),
        }
    }

    fn query(&self) -> Vec<String> {
        let set = self.fields().into_iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, value)| format!("{name}={}", encoded(value))).collect()
    }

    /// Returns whether more is asked for than what the slider asks for.
    fn is_narrow(&self) -> bool {
        self.fields().iter().any(|(name, value)| *name != "as_of" && !value.is_empty())
    }

    fn is_set(&self) -> bool {
        self.fields().iter().any(|(_, value)| !value.is_empty())
    }

    /// Returns the fields of the form with their values.
    pub(super) fn fields(&self) -> [(&'static str, &str); 10] {
        [
            ("q", &self.q),
            ("outlet", &self.outlet),
            ("speaker", &self.speaker),
            ("kind", &self.kind),
            ("status", &self.status),
            ("tag", &self.tag),
            ("from", &self.from),
            ("to", &self.to),
            ("as_of", &self.as_of),
            ("order", &self.order),
        ]
    }
}

/// Writes the form.
pub(super) fn form(filter: &TimelineFilter, view: &TimelineView) -> Markup {
    let outlets: BTreeSet<&str> = view.articles.iter().filter_map(|article| article.outlet.as_deref()).collect();
    let outlets: Vec<(&str, &str)> = outlets.into_iter().map(|outlet| (outlet, outlet)).collect();
    html! {
        details.filters open[filter.is_narrow()] {
            summary { "Filter and order" }
            form method="get" {
                (input("q", "Words", "search", &filter.q))
                (choice("outlet", "Outlet", "All outlets", &outlets, &filter.outlet))
                (input("speaker", "Speaker", "text", &filter.speaker))
                (choice("kind", "Kind", "All kinds", &KINDS, &filter.kind))
                (choice("status", "Standing", "Any", &STATES, &filter.status))
                @if !filter.tag.is_empty() || view.entries.iter().chain(&view.undated).any(|entry| !entry.tags.is_empty()) {
                    (input("tag", "Tag", "text", &filter.tag))
                }
                (input("from", "Happened from", "date", &filter.from))
                (input("to", "Happened until", "date", &filter.to))
                (input("as_of", "As told by", clock_field(&filter.as_of), &filter.as_of))
                (choice("order", "Order", "Oldest first", &[("new", "Newest first")], &filter.order))
                p.buttons { button type="submit" { "Show" } @if filter.is_set() { " " a href="./" { "Show everything" } } }
            }
        }
    }
}

/// Returns the kind of field that holds a time: the second pass of an hour that comes twice is no time of a plain clock.
fn clock_field(time: &str) -> &'static str {
    if time.ends_with('Z') { "text" } else { "datetime-local" }
}

fn input(name: &str, label: &str, kind: &str, value: &str) -> Markup {
    html! { p { label for={ "f-" (name) } { (label) } input id={ "f-" (name) } name=(name) type=(kind) value=(value); } }
}

fn choice(name: &str, label: &str, any: &str, options: &[(&str, &str)], value: &str) -> Markup {
    html! {
        p {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (any) }
                @for (own, words) in options { option value=(own) selected[*own == value] { (words) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_asks_for_something_and_what_cannot_be_read_for_nothing() {
        let filled = TimelineFilter {
            kind: "planned".to_owned(),
            status: "withdrawn".to_owned(),
            speaker: " Ms Nwosu ".to_owned(),
            outlet: "wire".to_owned(),
            tag: "toll".to_owned(),
            from: "2025-01-01".to_owned(),
            to: "soon".to_owned(),
            q: "a&b".to_owned(),
            order: "new".to_owned(),
            ..TimelineFilter::default()
        };
        let asked = EntryFilter {
            kinds: vec![EntryKind::Planned],
            statuses: vec![Status::Withdrawn],
            speakers: vec!["Ms Nwosu".to_owned()],
            outlets: vec!["wire".to_owned()],
            tags: vec!["toll".to_owned()],
            from: NaiveDate::from_ymd_opt(2025, 1, 1),
            words: "a&b".to_owned(),
            ..EntryFilter::default()
        };
        assert_eq!(filled.asked(), asked);
        assert_eq!(TimelineFilter::default().asked(), EntryFilter::default());
        let filter = TimelineFilter { q: "a&b".to_owned(), order: "new".to_owned(), ..TimelineFilter::default() };
        assert_eq!(filter.address_of(1), "?q=a%26b&order=new&page=2");
    }
}
