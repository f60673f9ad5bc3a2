//! Splits a run into title and name, and reads the roles beside it.
//!
//! `President Ada Okoye` → `President` + `Ada Okoye`; `Yuriy Sak, an adviser to
//! the ministry,` has the role `adviser`; `spokeswoman Ann Lee` is titled by the
//! small words before her.

use std::ops::Range;

use super::titles_table::{self, Title};
use super::{Name, kinds};
use crate::model::{Document, EntityKind};

/// A role beside a name is at most this many words long.
const MAX_ROLE: usize = 8;

/// Splits a run and adds its names to `names`.
pub fn split(document: &Document<'_>, run: Range<usize>, sentence: usize, names: &mut Vec<Name>) {
    let start = title_end(document, &run);
    if start == run.end {
        lone_title(document, run, sentence, names);
        return;
    }
    let tokens = start..run.end;
    let title = if start > run.start { run.start..start } else { small_title(document, start) };
    let guess = kinds::of(document, &tokens, &title);
    let apposition = if guess.kind == EntityKind::Person { apposition(document, run.end) } else { run.end..run.end };
    names.push(Name { tokens, title, apposition, kind: guess.kind, is_sure: guess.is_sure, gender: guess.gender, sentence });
}

/// "the Prime Minister" names nobody, "US" before a title is a place of its own.
fn lone_title(document: &Document<'_>, run: Range<usize>, sentence: usize, names: &mut Vec<Name>) {
    let first = run.start..run.start + 1;
    if !super::places_table::is_known(document.norm(run.start)) {
        return;
    }
    let (title, apposition) = (run.start..run.start, run.end..run.end);
    names.push(Name { tokens: first, title, apposition, kind: EntityKind::Place, is_sure: true, gender: None, sentence });
}

/// Returns where the name begins behind its title; the run's end when it is all title.
fn title_end(document: &Document<'_>, run: &Range<usize>) -> usize {
    let last_title = run.clone().rev().find(|&token| is_title(document, token));
    let Some(last) = last_title else { return run.start };
    let mut start = last + 1;
    if start < run.end && document.norm(start) == "." {
        start += 1;
    }
    // "Ministry of Defence Secretary" and "Chief of Staff John Kelly" are read to their last title;
    // a title inside an organization ("Royal Court") or before "of" stays.
    let holds_head = run.clone().any(|token| super::organizations_table::is_head(document.norm(token)));
    match () {
        () if start < run.end && matches!(document.norm(start), "of" | "for" | "de" | "-" | "&") => run.start,
        () if holds_head && start >= run.end => run.start,
        () => start,
    }
}

fn is_title(document: &Document<'_>, token: usize) -> bool {
    titles_table::of(document.norm(token)).is_some()
}

/// Returns the small words of a role right before a name: "prime minister", "defence secretary".
fn small_title(document: &Document<'_>, name: usize) -> Range<usize> {
    let floor = document.sentence_at(document.tokens[name].span.start).map_or(0, |at| document.sentences[at].tokens.start);
    let Some(last) = name.checked_sub(1).filter(|&token| floor <= token) else { return name..name };
    if !is_title(document, last) && !(document.norm(last) == "." && last > floor && is_title(document, last - 1)) {
        return name..name;
    }
    let mut start = last;
    while start > floor && name - start < 4 && is_modifier(document, start - 1) {
        start -= 1;
    }
    start..name
}

/// Words inside a role: "prime", "foreign", "deputy", "UK".
fn is_modifier(document: &Document<'_>, token: usize) -> bool {
    let norm = document.norm(token);
    is_title(document, token) || titles_table::MODIFIERS.binary_search(&norm).is_ok() || super::places_table::is_known(norm)
}

/// Returns the words between commas behind a name that give it a role.
fn apposition(document: &Document<'_>, from: usize) -> Range<usize> {
    let none = from..from;
    let Some(sentence) = from.checked_sub(1).and_then(|token| document.sentence_at(document.tokens[token].span.start)) else { return none };
    let limit = document.sentences[sentence].tokens.end.min(from + 2 * MAX_ROLE);
    if from >= limit || document.norm(from) != "," {
        return none;
    }
    let end = (from + 1..limit).find(|&token| matches!(document.norm(token), "," | "." | ";" | ":" | "who" | "which" | ")")).unwrap_or(limit);
    let words = from + 1..end;
    let has_role = words.clone().take(MAX_ROLE).any(|token| is_title(document, token));
    let opens = words.start < words.end
        && (matches!(document.norm(words.start), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "who" | "former" | "chief") || is_title(document, words.start) || is_modifier(document, words.start) || has_role);
    if has_role && opens { words } else { none }
}

/// Returns the noun of a role: `secretary` of "UK defence secretary", `adviser` of "an adviser to the ministry".
pub fn role_noun<'d>(document: &'d Document<'_>, tokens: &Range<usize>) -> Option<&'d str> {
    let stop = tokens.clone().find(|&token| matches!(document.norm(token), "of" | "to" | "for" | "at" | "in" | "on" | "with" | "who"));
    let front = tokens.start..stop.unwrap_or(tokens.end);
    front.rev().map(|token| document.norm(token)).find(|norm| titles_table::of(norm).is_some_and(Title::is_role))
}

/// Returns the role that a phrase such as "the defence secretary" names by its last word.
pub fn head_role<'d>(document: &'d Document<'_>, tokens: &Range<usize>) -> Option<&'d str> {
    role_noun(document, tokens)
}
