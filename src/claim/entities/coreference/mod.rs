//! Resolves roles and pronouns to entities (coreference).
//!
//! "Ann Lee, the defence minister, resigned. **The minister** said **she** …":
//! a role refers to whoever was last given it, a pronoun to the person that is
//! nearest, most often named, and of that gender; "it" to an organization that
//! speaks. A word that fits no entity has no mention.
//!
//! In: the profiles and names of a document. Out: mentions by role and pronoun.
//!
//! 1. `discourse`: the mentions so far.
//! 2. `pronouns`: "he", "she" and their forms.
//! 3. `organizations`: "it" and "they" where an organization or a government speaks.
//! 4. `roles`: "the minister", "the company".

mod discourse;
mod organizations;
mod pronouns;
mod roles;

use std::ops::Range;

use crate::claim::entities::profile::{NamedMention, Profile, span_of};
use crate::claim::names::pronoun_gender;
use crate::model::{Document, Mention, MentionForm, Rel};
use discourse::{Discourse, RecentMention};

/// Returns the roles and pronouns of a text that refer to an entity.
pub(super) fn coreferences(document: &Document<'_>, profiles: &[Profile], named: &[NamedMention]) -> Vec<Mention> {
    let quoted: Vec<bool> = document.tokens.iter().map(|token| token.in_quotes).collect();
    let mut discourse =
        Discourse { profiles, seen: Vec::new(), n_names: vec![0; profiles.len()], leaning: vec![None; profiles.len()] };
    let mut found = Vec::new();
    let mut next_name = named.iter().peekable();
    for (sentence_idx, sentence) in document.sentences.iter().enumerate() {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            if let Some(named) = next_name.next_if(|named| named.name.tokens.start <= token) {
                let seen = seen(document, &named.name.tokens, named.entity, sentence_idx, MentionForm::Name, &quoted);
                token = named.name.tokens.end.max(token);
                discourse.add(seen);
                continue;
            }
            let Some((tokens, entity, form)) =
                resolved_at(document, token, sentence_idx, &sentence.tokens, &discourse, &quoted)
            else {
                token += 1;
                continue;
            };
            discourse.leaning[entity] = discourse.leaning[entity].or(pronoun_gender(document.norm(token)));
            found.push(Mention { span: span_of(document, &tokens), entity, form });
            token = tokens.end;
            discourse.add(seen(document, &tokens, entity, sentence_idx, form, &quoted));
        }
    }
    found
}

fn resolved_at(
    document: &Document<'_>,
    token: usize,
    sentence_idx: usize,
    sentence: &Range<usize>,
    discourse: &Discourse<'_>,
    quoted: &[bool],
) -> Option<(Range<usize>, usize, MentionForm)> {
    if let Some(gender) = pronoun_gender(document.norm(token)) {
        let entity = pronouns::resolve(document, token, sentence_idx, gender, discourse, quoted)?;
        return Some((token..token + 1, entity, MentionForm::Pronoun));
    }
    if let Some(entity) = organizations::resolve(document, token, sentence_idx, discourse) {
        return Some((token..token + 1, entity, MentionForm::Pronoun));
    }
    let tokens = roles::phrase_at(document, token, sentence)?;
    let entity = roles::resolve(document, &tokens, sentence_idx, discourse)?;
    Some((tokens, entity, MentionForm::Role))
}

fn seen(
    document: &Document<'_>,
    tokens: &Range<usize>,
    entity: usize,
    sentence: usize,
    form: MentionForm,
    quoted: &[bool],
) -> RecentMention {
    // "Her husband, Carl Fisk, wept": who is named behind a subject is one.
    let is_subject = tokens.clone().any(|token| match document.tokens[token].rel {
        Rel::Nsubj => true,
        Rel::Appos => document.tokens[document.tokens[token].head].rel == Rel::Nsubj,
        _ => false,
    });
    let behind = document.tokens.get(tokens.end).map(|_| document.norm(tokens.end));
    let is_possessive = matches!(behind, Some("'s" | "'"));
    let token = tokens.end - 1;
    RecentMention { entity, token, sentence, form, is_subject, is_possessive, is_quoted: quoted[token] }
}
