//! Reads what a page says of its article in JSON-LD.
//!
//! Pages nest it freely: lists, `@graph`, an article within a page. The first
//! object of an article's type that has a headline or a date is taken.
//!
//! Source: schema.org `NewsArticle`.

use dom_query::Document;
use serde_json::Value;

use crate::ingest::clean;

/// What an article says of itself.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    /// Persons, in order.
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// How deep objects are looked into; pages nest a handful of times.
const MAX_DEPTH: usize = 6;

/// Returns what the JSON-LD of a page states about its article.
pub(super) fn read(page: &Document) -> Option<Stated> {
    for script in &page.select("script[type='application/ld+json']") {
        let text = script.text();
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        let text = text.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
        // Raw line breaks within strings are a common fault.
        let value =
            serde_json::from_str(text).or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        let Ok(value) = value else { continue };
        if let Some(article) = find_article(&value, MAX_DEPTH) {
            return Some(stated(article));
        }
    }
    None
}

fn find_article(value: &Value, depth: usize) -> Option<&Value> {
    match value {
        _ if depth == 0 => None,
        Value::Array(list) => list.iter().find_map(|value| find_article(value, depth - 1)),
        Value::Object(fields) => {
            let told = ["headline", "datePublished", "articleBody"].iter().any(|name| fields.contains_key(*name));
            if told && is_article(value) {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]
                .iter()
                .find_map(|name| find_article(fields.get(*name)?, depth - 1))
        }
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let is = |name: &str| name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report";
    match &value["@type"] {
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn stated(article: &Value) -> Stated {
    let text = |name: &str| plain(&article[name]);
    Stated {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        authors: authors(&article["author"]).or_else(|| authors(&article["creator"])).unwrap_or_default(),
        publisher: name_of(&article["publisher"]).or_else(|| name_of(&article["sourceOrganization"])),
        url: plain(&article["mainEntityOfPage"])
            .or_else(|| plain(&article["mainEntityOfPage"]["@id"]))
            .or_else(|| text("url")),
        language: text("inLanguage"),
    }
}

/// Returns the names of persons; an organization is no author but the outlet.
fn authors(value: &Value) -> Option<Vec<String>> {
    let list = match value {
        Value::Array(list) => list.iter().collect(),
        Value::Null => return None,
        one => vec![one],
    };
    let persons = list.into_iter().filter(|author| author["@type"].as_str().is_none_or(|kind| kind == "Person"));
    let names: Vec<String> = persons.filter_map(name_of).collect();
    (!names.is_empty()).then_some(names)
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) => list.iter().find_map(name_of),
        Value::Object(_) => plain(&value["name"]),
        _ => plain(value),
    }
}

/// Returns text without the entities that some pages escape twice.
fn plain(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let text = match text.contains('&') || text.contains('<') {
        true => clean::flow(&dom_query::Document::fragment(text).text()),
        false => clean::flow(text),
    };
    (!text.is_empty()).then_some(text)
}
