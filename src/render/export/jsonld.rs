//! Writes a timeline as schema.org JSON-LD.
//!
//! Events become `Event`, statements `Quotation`, each with the articles that
//! tell it. Never `ClaimReview`: nothing here gives a verdict.

use serde_json::{Map, Value, json};

use crate::model::{Edtf, EntryKind, EntrySource, Precision, Status};
use crate::render::entry_words::title;
use crate::render::safe::web_address;
use crate::view::{ArticleHead, EntryView, TimelineView};

/// Writes every entry; an undated one has no date property.
pub fn timeline(view: &TimelineView) -> String {
    let entries = view.entries.iter().chain(&view.undated);
    let list: Vec<_> = entries
        .enumerate()
        .map(|(index, entry)| json!({"@type": "ListItem", "position": index + 1, "item": item(entry, view)}))
        .collect();
    let graph = json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": title(view),
        "numberOfItems": list.len(),
        "itemListElement": list,
    });
    let mut text = serde_json::to_string_pretty(&graph).expect("plain data");
    text.push('\n');
    text
}

fn item(entry: &EntryView, view: &TimelineView) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("@id", json!(format!("#{}", entry.id)));
    if entry.kind == EntryKind::Statement {
        put("@type", json!("Quotation"));
        put("text", json!(entry.text));
        if let Some(speaker) = &entry.speaker {
            put("spokenByCharacter", json!({"@type": "Thing", "name": speaker}));
        }
        if let Some(date) = entry.when.as_ref().and_then(iso) {
            put("dateCreated", json!(date));
        }
    } else {
        put("@type", json!("Event"));
        put("name", json!(entry.text));
        if let Some(date) = entry.when.as_ref().and_then(iso) {
            put("startDate", json!(date));
        }
        if entry.status == Status::Withdrawn {
            put("description", json!("no longer in the text"));
        }
    }
    if let Some(when) = &entry.when {
        put("temporalCoverage", json!(when));
    }
    if !entry.tags.is_empty() {
        put("keywords", json!(entry.tags));
    }
    put("subjectOf", Value::Array(articles(entry, view)));
    Value::Object(item)
}

/// Returns the date where ISO 8601 can write it whole.
fn iso(date: &Edtf) -> Option<&str> {
    let known = matches!(date.precision(), Precision::Year | Precision::Month | Precision::Day | Precision::Second);
    (known && !date.is_interval() && !date.is_doubtful() && !date.as_str().contains('X')).then(|| date.as_str())
}

/// Returns the articles that tell an entry, each once.
fn articles(entry: &EntryView, view: &TimelineView) -> Vec<Value> {
    let tells = |article: &&ArticleHead| {
        entry.evidence.iter().any(|evidence| evidence.article == article.reference || evidence.article == article.name)
    };
    let shape = |article: &ArticleHead| {
        let mut shape = json!({"@type": "NewsArticle"});
        if let Some(outlet) = &article.outlet {
            shape["publisher"] = json!({"@type": "Organization", "name": outlet});
        }
        if let Some(url) = article.url.as_deref().and_then(web_address) {
            shape["url"] = json!(url);
        }
        shape
    };
    let sources = entry.by_hand.iter().flat_map(|own| &own.sources);
    let elsewhere = sources.filter_map(|source| match source {
        EntrySource::Page { url } => Some(json!({"@type": "WebPage", "url": web_address(url)?})),
        EntrySource::Document { name } => Some(json!({"@type": "CreativeWork", "name": name})),
        EntrySource::Passage { .. } => None,
    });
    view.articles.iter().filter(tells).map(shape).chain(elsewhere).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn events_and_quotations_name_their_articles() {
        let json: Value = serde_json::from_str(&timeline(&sample::timeline())).expect("JSON");
        let item = |n: usize| &json["itemListElement"][n]["item"];
        assert_eq!(json["numberOfItems"], 5);
        assert_eq!(item(1)["startDate"], "2025-05-01");
        assert_eq!(item(2)["@type"], "Quotation");
        assert_eq!(item(2)["spokenByCharacter"]["name"], "Ada Nwosu");
        assert_eq!(item(0).get("startDate"), None); // "the 1960s" is no ISO date
        assert_eq!(item(0)["temporalCoverage"], "196X");
        assert_eq!(item(1)["subjectOf"][0]["publisher"]["name"], "River Wire");
    }
}
