//! Writes updates as an Atom feed: an entry an update, the changes inside it.
//!
//! `updated` moves only for material changes, so that a reader is not called
//! back for a comma. Ids are stable: article and version number.

use atom_syndication::{Content, Entry, Feed, Link, Person, Text};
use chrono::{DateTime, Utc};

use super::updates::{html_of, id_of, title_of};
use crate::model::Weight;
use crate::render::safe::{one_line, web_address};
use crate::view::{ChangesView, UpdateView};

/// Writes the feed called `title`; the newest update comes first.
pub fn changes(view: &ChangesView, title: &str) -> String {
    let entries: Vec<Entry> = view.updates.iter().rev().map(entry).collect();
    let material = view.updates.iter().filter(|update| update.verdict.weight == Some(Weight::Material));
    let updated = material.map(|update| update.to.captured).max().unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    let title = one_line(title);
    let feed = Feed {
        id: format!("urn:writethru:changes:{title}"),
        title: Text::plain(format!("Changes: {title}")),
        updated: updated.fixed_offset(),
        authors: vec![Person { name: "writethru".to_owned(), ..Person::default() }],
        entries,
        ..Feed::default()
    };
    let mut text = feed.to_string();
    text.push('\n');
    text
}

fn entry(update: &UpdateView) -> Entry {
    let link = |url: &str| Link { href: url.to_owned(), ..Link::default() };
    let content = Content { value: Some(html_of(update)), content_type: Some("html".to_owned()), ..Content::default() };
    Entry {
        id: id_of(update),
        title: Text::plain(title_of(update)),
        updated: update.to.captured.fixed_offset(),
        links: update.article.url.as_deref().and_then(web_address).map(link).into_iter().collect(),
        content: Some(content),
        ..Entry::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn the_feed_reads_back() {
        let text = changes(&sample::changes(), "flood");
        let feed: Feed = text.parse().expect("an Atom feed");
        assert_eq!(feed.entries().len(), 2);
        assert_eq!(feed.entries()[1].id(), "urn:writethru:flood/wire:v2");
        assert_eq!(feed.updated().to_rfc3339(), "2025-05-03T09:30:00+00:00"); // the later one is cosmetic
        let content = feed.entries()[1].content().and_then(|content| content.value()).unwrap_or_default();
        assert!(content.contains("<del>"), "{content}");
    }
}
