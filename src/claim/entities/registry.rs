//! Gives every name to an entity, old or new.
//!
//! `Lee` is the `Ann Lee` named last; `WFA` the `World Food Agency` whose
//! initials it spells; `Acme` is `Acme Ltd`. A fuller form that comes later
//! becomes the entity's name.

use std::collections::HashMap;
use std::ops::Range;

use super::profile::{NamedMention, Profile};
use crate::claim::names::{self, Name, compare, places_table};
use crate::model::{Document, Entity, EntityKind, Upos};
use crate::text::{is_article, is_possessive};

/// Of the entities that share a word, only so many of the last are looked at.
const MAX_NAMESAKES: usize = 12;
/// An entity keeps at most this many roles.
const MAX_ROLES: usize = 8;

#[derive(Default)]
struct Registry {
    profiles: Vec<Profile>,
    /// Entities by each folded word of their names; looked up only.
    by_word: HashMap<String, Vec<usize>>,
    by_acronym: HashMap<String, usize>,
}

/// Gives every name to an entity.
pub(super) fn gather(document: &Document<'_>, names: Vec<Name>) -> (Vec<Profile>, Vec<NamedMention>) {
    let mut registry = Registry::default();
    let named = names
        .into_iter()
        .map(|name| {
            let entity = registry.give(document, &name);
            NamedMention { name, entity }
        })
        .collect();
    (registry.profiles, named)
}

impl Registry {
    fn give(&mut self, document: &Document<'_>, name: &Name) -> usize {
        let written = names::written(document, &name.tokens);
        let words = folded_words(document, &name.tokens, &written, name.kind);
        let person = self.person_called_so(document, &words, name);
        let found = person.or_else(|| self.by_short_form(&written)).or_else(|| self.namesake(&words, name));
        let entity = match found {
            Some(entity) if person.is_some() => entity,
            Some(entity) => self.extend(entity, written, &words, name),
            None => self.create(written, words, name),
        };
        self.describe(document, entity, name);
        entity
    }

    /// "WFA" after "World Food Agency".
    fn by_short_form(&self, written: &str) -> Option<usize> {
        let plain: String = written.chars().filter(|c| *c != '.').collect();
        names::is_acronym(&plain).then(|| self.by_acronym.get(&plain).copied()).flatten()
    }

    /// Returns the entity named last that these words name too.
    fn namesake(&self, words: &[String], name: &Name) -> Option<usize> {
        let (first, last) = (words.first()?, words.last()?);
        let by = |word: &String| self.by_word.get(word).into_iter().flatten().rev().take(MAX_NAMESAKES).copied();
        let fits = |&entity: &usize| fits(&self.profiles[entity], words, name);
        let whole =
            by(last).find(|&entity| self.profiles[entity].words == words && !clash(&self.profiles[entity], name));
        whole.or_else(|| by(last).find(fits)).or_else(|| by(first).find(fits))
    }

    /// Returns the person by whose surname a place seems to be named: "Maria Mendoza quit. Mendoza told staff."
    ///
    /// "In Bergen" is the town, whoever is called so.
    fn person_called_so(&self, document: &Document<'_>, words: &[String], name: &Name) -> Option<usize> {
        let [word] = words else { return None };
        let before = name.tokens.start.checked_sub(1);
        let is_where =
            before.is_some_and(|before| document.tokens[before].upos == Upos::Adp && document.norm(before) != "by");
        if name.kind != EntityKind::Place || is_where {
            return None;
        }
        let is_called_so = |&entity: &usize| {
            let Profile { entity, words, .. } = &self.profiles[entity];
            entity.kind == EntityKind::Person && 1 < words.len() && words.last() == Some(word)
        };
        self.by_word.get(word)?.iter().rev().take(MAX_NAMESAKES).copied().find(is_called_so)
    }

    fn create(&mut self, written: String, words: Vec<String>, name: &Name) -> usize {
        let entity = self.profiles.len();
        for word in &words {
            self.remember(word, entity);
        }
        let acronym = (name.kind == EntityKind::Organization).then(|| initials(&written)).flatten();
        if let Some(acronym) = &acronym {
            self.by_acronym.entry(acronym.clone()).or_insert(entity);
        }
        let model = Entity { kind: name.kind, name: written, roles: Vec::new() };
        self.profiles.push(Profile { entity: model, words, gender: name.gender, acronym, is_sure: name.is_sure });
        entity
    }

    fn remember(&mut self, word: &str, entity: usize) {
        let entities = self.by_word.entry(word.to_owned()).or_default();
        if entities.last() != Some(&entity) {
            entities.push(entity);
        }
    }

    /// Adds what a further form tells: a fuller name, a surer kind, a gender.
    fn extend(&mut self, entity: usize, written: String, words: &[String], name: &Name) -> usize {
        let profile = &mut self.profiles[entity];
        if !profile.is_sure && name.is_sure || profile.entity.kind == EntityKind::Other {
            (profile.entity.kind, profile.is_sure) = (name.kind, name.is_sure);
        }
        profile.gender = profile.gender.or(name.gender);
        let longer = written.len() > profile.entity.name.len() && !names::is_acronym(&written);
        if profile.words.len() < words.len() || names::is_acronym(&profile.entity.name) && longer {
            profile.entity.name = written;
            words.clone_into(&mut profile.words);
        }
        for word in words {
            self.remember(word, entity);
        }
        entity
    }

    /// Adds roles, and the short form that follows in brackets.
    fn describe(&mut self, document: &Document<'_>, entity: usize, name: &Name) {
        let has_role = |tokens: &Range<usize>| names::role_noun(document, tokens).is_some();
        let profile = &mut self.profiles[entity];
        for tokens in [&name.title, &name.apposition] {
            if has_role(tokens) && profile.entity.roles.len() < MAX_ROLES {
                let role = without_article(document, tokens);
                if !profile.entity.roles.contains(&role) {
                    profile.entity.roles.push(role);
                }
            }
        }
        if let Some(short) = short_form_behind(document, name.tokens.end) {
            profile.acronym = Some(short.clone());
            self.by_acronym.entry(short).or_insert(entity);
        }
    }
}

fn without_article(document: &Document<'_>, tokens: &Range<usize>) -> String {
    let norm = document.norm(tokens.start);
    let opens = is_article(norm) || is_possessive(norm);
    names::written(document, &(tokens.start + usize::from(opens)..tokens.end))
}

/// Returns the folded words of a name; a country by whatever name is its own.
fn folded_words(document: &Document<'_>, tokens: &Range<usize>, written: &str, kind: EntityKind) -> Vec<String> {
    if kind == EntityKind::Place
        && let Some(country) = places_table::country_of(&written.to_lowercase())
    {
        return country.split(' ').map(str::to_owned).collect();
    }
    let is_word = |token: &usize| document.norm(*token).starts_with(char::is_alphanumeric);
    tokens.clone().filter(is_word).map(|token| names::fold(document.word(token))).collect()
}

/// Returns whether kinds or genders cannot be one entity's.
fn clash(profile: &Profile, name: &Name) -> bool {
    let kinds = profile.is_sure && name.is_sure && profile.entity.kind != name.kind;
    kinds || compare::do_genders_differ(profile.gender, name.gender)
}

/// Returns whether `words` may be a shorter or longer form of the entity's name.
fn fits(profile: &Profile, words: &[String], name: &Name) -> bool {
    if clash(profile, name) || profile.words == words {
        return profile.words == words && !clash(profile, name);
    }
    match (profile.entity.kind, name.kind) {
        (EntityKind::Person, EntityKind::Person | EntityKind::Other) => {
            compare::is_form_of_person(&profile.words, words)
        }
        (EntityKind::Other, EntityKind::Person) => compare::is_form_of_person(words, &profile.words),
        (EntityKind::Organization, EntityKind::Organization | EntityKind::Other | EntityKind::Person)
            if !name.is_sure || name.kind == EntityKind::Organization =>
        {
            compare::is_form_of_organization(&profile.words, words)
        }
        _ => false,
    }
}

/// Returns the initials of the capitalised words: `WFA` of "World Food Agency".
fn initials(written: &str) -> Option<String> {
    let letters: String =
        written.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (2..=6).contains(&letters.chars().count()).then_some(letters)
}

/// Returns the acronym that stands in brackets right behind a name.
fn short_form_behind(document: &Document<'_>, at: usize) -> Option<String> {
    if at + 2 >= document.tokens.len() || document.norm(at) != "(" || document.norm(at + 2) != ")" {
        return None;
    }
    let word = document.word(at + 1);
    names::is_acronym(word).then(|| word.chars().filter(|c| *c != '.').collect())
}
