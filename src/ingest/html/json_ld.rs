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
    /// Name of the site, which an object of its own states.
    pub site: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// The text, where the page states it whole: `articleBody`.
    pub body: Option<String>,
    /// `wordCount`.
    pub words: Option<usize>,
}

/// How deep objects are looked into; pages nest a handful of times.
const MAX_DEPTH: usize = 6;

/// Returns what the JSON-LD of a page states about its article.
pub(super) fn stated_by(page: &Document) -> Option<Stated> {
    let (mut article, mut site) = (None, None);
    for script in &page.select("script[type='application/ld+json']") {
        let text = script.text();
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        let text = text.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
        let value = serde_json::from_str(text).or_else(|_| serde_json::from_str(&repaired(text)));
        let Ok(value) = value else { continue };
        site = site.or_else(|| site_name(&value, MAX_DEPTH));
        if article.is_none() {
            article = find_article(&value, MAX_DEPTH).map(stated);
        }
    }
    let mut article = article.or_else(|| site.is_some().then(Stated::default))?;
    article.site = site;
    Some(article)
}

/// Returns JSON without the faults that pages put into it: raw line breaks within strings, comments, commas before a bracket.
fn repaired(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_string = false;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        match c {
            '\\' if is_string => {
                taken = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
                repaired.push_str(&rest[..taken]);
            }
            '"' => {
                is_string = !is_string;
                repaired.push(c);
            }
            c if c.is_control() => repaired.push(' '),
            '/' if !is_string && rest.starts_with("/*") => taken = rest.find("*/").map_or(rest.len(), |at| at + 2),
            '/' if !is_string && rest.starts_with("//") => taken = rest.find('\n').unwrap_or(rest.len()),
            ',' if !is_string && rest[1..].trim_start().starts_with(['}', ']']) => {}
            c => repaired.push(c),
        }
        rest = &rest[taken..];
    }
    repaired
}

/// Returns the name of the site, where an object of its own states it.
fn site_name(value: &Value, depth: usize) -> Option<String> {
    match value {
        _ if depth == 0 => None,
        Value::Array(list) => list.iter().find_map(|value| site_name(value, depth - 1)),
        Value::Object(fields) if value["@type"] == "WebSite" => fields.get("name").and_then(plain),
        Value::Object(fields) => site_name(fields.get("@graph")?, depth - 1),
        _ => None,
    }
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
        body: article["articleBody"].as_str().map(str::to_owned).filter(|body| !body.trim().is_empty()),
        words: number(&article["wordCount"]),
        site: None,
    }
}

/// Returns a number, which some pages write as text.
fn number(value: &Value) -> Option<usize> {
    let number = value.as_u64().or_else(|| value.as_str()?.trim().replace(',', "").parse().ok())?;
    usize::try_from(number).ok()
}

/// Returns the names of persons; an organization is no author but the outlet.
fn authors(value: &Value) -> Option<Vec<String>> {
    let list = match value {
        Value::Array(list) => list.iter().collect(),
        Value::Null => return None,
        one => vec![one],
    };
    let is_person = |author: &&Value| author["@type"].as_str().is_none_or(|kind| kind == "Person");
    // An address in the place of a name leads to a page about the author.
    let names = list.into_iter().filter(is_person).filter_map(name_of).filter(|name| !name.contains("://"));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then_some(names)
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) => list.iter().find_map(name_of),
        Value::Object(fields) => fields.get("name").and_then(name_of).or_else(|| {
            let parts: Vec<String> =
                ["givenName", "familyName"].iter().filter_map(|part| plain(&value[part])).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }),
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
