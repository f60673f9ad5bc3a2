//! Finds whom "it" and "they" mean where an organization or a government speaks.
//!
//! "The Red Cross said **it** had sent trucks. **It** said more would come": what
//! somebody says of "it" is mostly themselves, and "it" can say something only if
//! it is an organization. Elsewhere "it" may be anything, and nothing is said.

use super::discourse::{Discourse, RecentMention};
use crate::claim::certainty;
use crate::model::{Document, EntityKind, Rel};

/// Returns the entity that the pronoun at `token` means.
pub(super) fn resolve(
    document: &Document<'_>,
    token: usize,
    sentence: usize,
    discourse: &Discourse<'_>,
) -> Option<usize> {
    let pronoun = document.tokens[token];
    let is_it = document.norm(token) == "it";
    if pronoun.rel != Rel::Nsubj || !is_it && document.norm(token) != "they" {
        return None;
    }
    let verb = pronoun.head;
    let saying = document.tokens[verb].head;
    let is_told = document.tokens[verb].rel == Rel::Ccomp && reports(document, saying);
    let own = discourse.recent().take_while(|seen| seen.sentence == sentence).find(|seen| {
        is_told && speaks_for_itself(discourse, seen, is_it) && subject_of(document, seen.token) == Some(saying)
    });
    let before = || {
        let mut subjects = discourse.recent().filter(|seen| seen.is_subject && sentence <= seen.sentence + 1);
        subjects.next().filter(|seen| is_it && reports(document, verb) && speaks_for_itself(discourse, seen, is_it))
    };
    own.or_else(before).map(|seen| seen.entity)
}

fn reports(document: &Document<'_>, verb: usize) -> bool {
    certainty::strength_of(document.norm(verb)).is_some()
}

/// Returns whether whoever is mentioned is called "it" (or "they").
fn speaks_for_itself(discourse: &Discourse<'_>, seen: &RecentMention, is_it: bool) -> bool {
    match discourse.profiles[seen.entity].entity.kind {
        EntityKind::Organization => true,
        EntityKind::Place => is_it,
        _ => false,
    }
}

/// Returns the verb whose subject is, or ends with, the token.
fn subject_of(document: &Document<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..4 {
        let here = document.tokens[at];
        match here.rel {
            Rel::Nsubj => return Some(here.head),
            Rel::Flat | Rel::Compound | Rel::Nmod | Rel::Appos if here.head < token => at = here.head,
            _ => return None,
        }
    }
    None
}
