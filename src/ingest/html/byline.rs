//! Reads who wrote an article: correct metadata before what a box shows, several authors as several names.

use dom_query::{Document, NodeRef};

use super::article::ends_sentence;
use super::byline_table::{BY, META, NO_NAMES};
use super::fields::{is_elsewhere, meta, text_of};
use super::json_ld::Stated;

use crate::ingest::clean;
use crate::text::is_name_particle;

/// Elements that hold the byline.
const BYLINE: &str = ".byline, [class*='byline'], [class*='Byline'], [data-testid*='byline'], [rel='author'], \
    [itemprop='author'], .author-name, .article-author, .c-byline, .vcard .fn";

/// Elements within a byline that hold a name and nothing else.
const NAME: &str = "[rel='author'], [itemprop='name'], .author-name, .name";

/// Words of a byline, at most: longer, it is a biography.
const BYLINE_WORDS: usize = 30;

/// Words of a line that nothing marks as a byline but how it begins, at most.
const SAID_WORDS: usize = 14;

/// Who wrote an article.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub names: Vec<String>,
    /// The line that names them.
    pub line: Option<String>,
}

/// Reads the authors of a page.
pub(super) fn byline_of(page: &Document, stated: &Stated) -> Byline {
    let told: Vec<String> = stated.authors.iter().flat_map(|author| names_in(author)).collect();
    let (shown, line) = shown(page).unwrap_or_default();
    let names = [told, shown].into_iter().find(|names| !names.is_empty()).unwrap_or_else(|| in_meta(page));
    let same = |line: &String| !names.is_empty() && folded(&names_in(line)) == folded(&names);
    let line = line.filter(|line| is_plain(line) && (same(line) || names.is_empty()));
    Byline { line: line.or_else(|| line_of(&names)), names }
}

fn folded(names: &[String]) -> Vec<String> {
    names.iter().map(|name| clean::folded(name)).collect()
}

/// Returns whether a line says "By …" and nothing that changes by itself.
fn is_plain(line: &str) -> bool {
    line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "))
        && !line.contains(|c: char| c.is_ascii_digit() || c == '|')
}

/// Returns the names that the page shows, and the line that names them.
fn shown(page: &Document) -> Option<(Vec<String>, Option<String>)> {
    let found = page.select(BYLINE);
    let mut boxes = found.nodes().iter().filter(|node| !is_elsewhere(node));
    boxes.find_map(names_of)
}

fn names_of(node: &NodeRef<'_>) -> Option<(Vec<String>, Option<String>)> {
    node.descendants_it()
        .filter(|inner| inner.has_name("script") || inner.has_name("style"))
        .collect::<Vec<_>>()
        .iter()
        .for_each(NodeRef::remove_from_parent);
    let line = text_of(Some(node))?;
    let words = line.split_whitespace().count();
    if BYLINE_WORDS < words || !line.contains(char::is_alphabetic) || line.contains("http") {
        return None;
    }
    let named = dom_query::Selection::from(*node);
    let named: Vec<String> = named
        .select(NAME)
        .nodes()
        .iter()
        .filter_map(|inner| text_of(Some(inner)))
        .flat_map(|name| names_in(&name))
        .collect();
    let parts: Vec<String> = node
        .descendants_it()
        .filter(NodeRef::is_text)
        .map(|text| clean::flow(&text.text()))
        .filter(|part| !part.is_empty())
        .collect();
    let names = if named.is_empty() { names_said(&parts.join(" | ")) } else { named };
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    Some((unique, Some(line)))
}

/// What stands behind a name and belongs to it.
const SUFFIXES: [&str; 6] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III"];

/// Reads a line that says by whom the article is, such as `By Ann Lee` or `Von Ann Lee, 12. Mai`.
///
/// `By Tuesday, Ann Lee and Bo Tan had left.` is a line of the text.
pub(super) fn said(line: &str) -> Option<Byline> {
    let rest = without_by(line).filter(|_| line.split_whitespace().count() <= SAID_WORDS)?;
    let mut names = names_said(line);
    // The full stop is that of the line; "Jr." has one of its own.
    let has_own = |name: &String| name.rsplit(' ').next().is_some_and(|last| SUFFIXES.contains(&last));
    if let Some(last) = names.last_mut().filter(|last| last.ends_with('.') && !has_own(last)) {
        last.pop();
    }
    let first_word = |text: &str| text.split([' ', ',']).next().map(str::to_owned);
    let is_whole = names.first().is_some_and(|name| name.contains(' ') && first_word(name) == first_word(rest));
    let ends_in_name =
        names.last().is_some_and(|name| rest.trim_end_matches('.').ends_with(name.trim_end_matches('.')));
    if !is_whole || ends_sentence(line) && !ends_in_name {
        return None;
    }
    let plain = Some(line.to_owned()).filter(|line| is_plain(line));
    Some(Byline { line: plain.or_else(|| line_of(&names)), names })
}

/// Returns whether two lists name the same people.
pub(super) fn are_same(names: &[String], others: &[String]) -> bool {
    folded(names) == folded(others)
}

/// Returns the names in a line that the page shows, which may begin with "By" in its language.
fn names_said(line: &str) -> Vec<String> {
    let names = without_by(line).map(|rest| names_in(rest.split(" - ").next().unwrap_or(rest)));
    names.filter(|names| !names.is_empty()).unwrap_or_else(|| names_in(line))
}

/// Returns what follows "By" at the beginning of a line, in any language that is known: a name of several words.
fn without_by(line: &str) -> Option<&str> {
    let rest = BY.iter().find_map(|by| {
        line.get(..by.len()).filter(|start| start.eq_ignore_ascii_case(by)).map(|_| &line[by.len()..])
    })?;
    let mut words = rest.split_whitespace();
    let is_name = words.next().is_some_and(|word| word.starts_with(char::is_uppercase)) && words.next().is_some();
    is_name.then_some(rest)
}

fn in_meta(page: &Document) -> Vec<String> {
    let read = |selector: &&str| meta(page, selector).filter(|author| !author.contains("://"));
    META.iter().filter_map(read).map(|author| names_in(&author)).find(|names| !names.is_empty()).unwrap_or_default()
}

/// Writes names as a byline: "By Ann Lee, Bo Tan and Cy Oh".
fn line_of(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(format!("By {one}")),
        [first @ .., last] => Some(format!("By {} and {last}", first.join(", "))),
    }
}

/// Returns the names in a byline.
pub(super) fn names_in(line: &str) -> Vec<String> {
    let line = clean::flow(&line.replace(['\u{A0}', '\u{202F}'], " "));
    // "The Harbour Wire | By Ann Lee": what stands before is no name.
    let after_by = [" By ", " BY ", " by "].iter().filter_map(|by| line.find(by).map(|at| at + by.len())).min();
    let opens = ["By ", "BY ", "by "].iter().any(|by| line.starts_with(by));
    let rest = if opens { &line[3..] } else { after_by.map_or(line.as_str(), |at| &line[at..]) };
    let mut rest = format!(" {rest} ");
    for suffix in SUFFIXES {
        rest = rest
            .replace(&format!(", {suffix} "), &format!(" {suffix} "))
            .replace(&format!(", {suffix},"), &format!(" {suffix},"));
    }
    for word in [" and ", " AND ", " And ", " & ", " with ", " By ", " by "] {
        rest = rest.replace(word, " , ");
    }
    let parts = rest.split([',', ';', '|', '·', '•', '/']).map(str::trim).filter(|part| !part.is_empty());
    let mut names: Vec<String> = Vec::new();
    for part in parts {
        let place = [" in ", " for ", " at "].iter().filter_map(|word| part.find(word)).min();
        let part = place.map_or(part, |at| part[..at].trim());
        // One word alone is a name only where no other stands before it.
        if is_name(part) && (names.is_empty() || part.contains(' ')) {
            names.push(part.to_owned());
        }
    }
    names
}

fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || is_name_particle(word)
            || *word == "ten" // "Corrie ten Boom"; in a sentence it is a number
            || !word.starts_with(char::is_alphabetic)
            || !word.is_ascii()
    };
    let has_other = words
        .iter()
        .any(|word| NO_NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()));
    (1..=5).contains(&words.len())
        && !has_other
        && words.iter().all(is_word)
        && words[0].starts_with(|c: char| c.is_uppercase() || !c.is_ascii() && c.is_alphabetic())
        && !part.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | ':'))
}
