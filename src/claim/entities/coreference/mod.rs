//! Finds whom roles and pronouns mean.
//!
//! "Ann Lee, the defence minister, resigned. **The minister** said **she** …":
//! a role leads to whoever was last given it, a pronoun to the person that is
//! nearest, most talked of, and of that gender; "it" to an organization that
//! speaks. Where nobody fits, nothing is said.

pub(crate) mod groups;
pub(crate) mod pronouns;
pub(crate) mod roles;

use std::ops::Range;

use crate::claim::entities::{self, NamedMention, Profile};
use crate::claim::names::Gender;
use crate::model::{Document, Mention, MentionForm, Rel};

/// Only so many of the last mentions are looked at.
const MEMORY: usize = 40;

/// A place where someone was named, as later words look back at it.
#[derive(Clone, Debug)]
struct RecentMention {
    entity: usize,
    /// The last token of the mention.
    token: usize,
    sentence: usize,
    form: MentionForm,
    is_subject: bool,
    is_possessive: bool,
    is_quoted: bool,
}

/// What was named so far.
struct Memory<'a> {
    profiles: &'a [Profile],
    /// In order of the text; the newest last.
    seen: Vec<RecentMention>,
    /// How often each entity was called by name.
    n_names: Vec<usize>,
    /// The gender of the pronouns that led to each entity so far.
    leaning: Vec<Option<Gender>>,
}

/// Finds the roles and pronouns of a text that lead to an entity.
pub fn find(document: &Document<'_>, profiles: &[Profile], named: &[NamedMention]) -> Vec<Mention> {
    let quoted: Vec<bool> = document.tokens.iter().map(|token| token.in_quotes).collect();
    let mut memory =
        Memory { profiles, seen: Vec::new(), n_names: vec![0; profiles.len()], leaning: vec![None; profiles.len()] };
    let mut found = Vec::new();
    let mut next_name = named.iter().peekable();
    for (sentence_idx, sentence) in document.sentences.iter().enumerate() {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            if let Some(named) = next_name.next_if(|named| named.name.tokens.start <= token) {
                let seen = seen(document, &named.name.tokens, named.entity, sentence_idx, MentionForm::Name, &quoted);
                token = named.name.tokens.end.max(token);
                memory.add(seen);
                continue;
            }
            let Some((tokens, entity, form)) =
                resolved_at(document, token, sentence_idx, &sentence.tokens, &memory, &quoted)
            else {
                token += 1;
                continue;
            };
            memory.leaning[entity] = memory.leaning[entity].or(pronouns::gender(document.norm(token)));
            found.push(Mention { span: entities::span_of(document, &tokens), entity, form });
            token = tokens.end;
            memory.add(seen(document, &tokens, entity, sentence_idx, form, &quoted));
        }
    }
    found
}

fn resolved_at(
    document: &Document<'_>,
    token: usize,
    sentence_idx: usize,
    sentence: &Range<usize>,
    memory: &Memory<'_>,
    quoted: &[bool],
) -> Option<(Range<usize>, usize, MentionForm)> {
    if let Some(gender) = pronouns::gender(document.norm(token)) {
        let entity = pronouns::resolve(document, token, sentence_idx, gender, memory, quoted)?;
        return Some((token..token + 1, entity, MentionForm::Pronoun));
    }
    if let Some(entity) = groups::resolve(document, token, sentence_idx, memory) {
        return Some((token..token + 1, entity, MentionForm::Pronoun));
    }
    let tokens = roles::phrase_at(document, token, sentence)?;
    let entity = roles::resolve(document, &tokens, sentence_idx, memory)?;
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
    let is_subject = tokens.clone().any(|token| document.tokens[token].rel == Rel::Nsubj);
    let behind = document.tokens.get(tokens.end).map(|_| document.norm(tokens.end));
    let is_possessive = matches!(behind, Some("'s" | "'"));
    let token = tokens.end - 1;
    RecentMention { entity, token, sentence, form, is_subject, is_possessive, is_quoted: quoted[token] }
}

impl Memory<'_> {
    fn add(&mut self, seen: RecentMention) {
        self.n_names[seen.entity] += usize::from(seen.form == MentionForm::Name);
        self.seen.push(seen);
    }

    /// Returns the last mentions, the newest first.
    fn recent(&self) -> impl Iterator<Item = &RecentMention> {
        self.seen.iter().rev().take(MEMORY)
    }
}
