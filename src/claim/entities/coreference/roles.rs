//! Finds whom "the minister" and "the company" mean.
//!
//! A role leads to the person who was last given it; a company, ministry or
//! party to the organization named last whose name holds that word, and for
//! general words ("the firm") to the one named last at all.

use std::ops::Range;

use super::discourse::{Discourse, RecentMention};
use crate::claim::names::{organizations_table, role_noun, titles_table};
use crate::model::{Document, EntityKind};
use crate::text::rule_table::is_listed;

/// A general word for an organization looks back this many sentences.
const MAX_SENTENCES: usize = 3;
/// "the former deputy prime minister": words between article and role.
const MAX_MODIFIERS: usize = 3;

/// Returns the tokens of a role that begins at `token`: "the prime minister".
pub(super) fn phrase_at(document: &Document<'_>, token: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if document.norm(token) != "the" {
        return None;
    }
    let limit = sentence.end.min(token + 2 + MAX_MODIFIERS);
    for at in token + 1..limit {
        let norm = document.norm(at);
        let role = titles_table::of(norm).is_some_and(titles_table::Title::is_role);
        let next = if at + 1 < sentence.end { document.norm(at + 1) } else { "" };
        let goes_on = titles_table::of(next).is_some_and(titles_table::Title::is_role);
        let small = (token + 1..at).all(|at| document.word(at).starts_with(char::is_lowercase));
        if (role || organizations_table::is_head(norm) && small) && !goes_on {
            let named = at + 1 < sentence.end && document.word(at + 1).starts_with(char::is_uppercase);
            return (!named && !matches!(next, "of" | "-" | "'s" | "who")).then_some(token..at + 1);
        }
        let modifies =
            role || is_listed(titles_table::MODIFIERS, norm) || document.word(at).starts_with(char::is_uppercase);
        if !modifies {
            return None;
        }
    }
    None
}

/// Returns the entity that a role means.
pub(super) fn resolve(
    document: &Document<'_>,
    tokens: &Range<usize>,
    sentence: usize,
    discourse: &Discourse<'_>,
) -> Option<usize> {
    let noun = document.norm(tokens.end - 1);
    if role_noun(document, tokens).is_some() {
        return person(document, tokens, noun, discourse);
    }
    let near = |seen: &&RecentMention| sentence - seen.sentence <= MAX_SENTENCES;
    let is_organization =
        |seen: &&RecentMention| discourse.profiles[seen.entity].entity.kind == EntityKind::Organization;
    let holds = |seen: &&RecentMention| discourse.profiles[seen.entity].words.iter().any(|word| word == noun);
    let mut organizations = discourse.recent().filter(is_organization);
    let named = discourse.recent().filter(is_organization).find(holds);
    let any = || organizations.find(near).filter(|_| organizations_table::is_general(noun));
    named.or_else(any).map(|seen| seen.entity)
}

/// Returns the person who was last given the role, one with the same modifiers first.
fn person(document: &Document<'_>, tokens: &Range<usize>, noun: &str, discourse: &Discourse<'_>) -> Option<usize> {
    let modifiers: Vec<&str> = (tokens.start + 1..tokens.end - 1).map(|token| document.norm(token)).collect();
    let has_role = |entity: usize, all: bool| {
        discourse.profiles[entity].entity.roles.iter().any(|role| {
            let lower = role.to_lowercase();
            let holds =
                |word: &&str| lower.split(' ').any(|part| part == *word || titles_table::in_full(part) == *word);
            holds(&noun) && (!all || modifiers.iter().all(holds))
        })
    };
    let last = |all: bool| discourse.recent().find(|seen| has_role(seen.entity, all)).map(|seen| seen.entity);
    last(true).or_else(|| if modifiers.is_empty() { last(false) } else { None })
}
