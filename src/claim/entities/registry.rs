//! Gives every name to an entity, old or new.
//!
//! `Lee` is the `Ann Lee` named last; `WFA` the `World Food Agency` whose
//! initials it spells; `Acme` is `Acme Ltd`. A fuller form that comes later
//! becomes the entity's name.

use std::collections::HashMap;
use std::ops::Range;

use super::profile::{NamedMention, Profile};
use crate::claim::names::{self, Gender, Name, organizations_table, places_table};
use crate::model::{Document, Entity, EntityKind};

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
        let found = self.by_short_form(&written).or_else(|| self.namesake(&words, name));
        let entity = match found {
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
    let article = matches!(document.norm(tokens.start), "a" | "an" | "the" | "its" | "his" | "her" | "their");
    names::written(document, &(tokens.start + usize::from(article)..tokens.end))
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
    kinds || genders_clash(profile.gender, name.gender)
}

fn genders_clash(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// Returns whether `words` may be a shorter or longer form of the entity's name.
fn fits(profile: &Profile, words: &[String], name: &Name) -> bool {
    if clash(profile, name) || profile.words == words {
        return profile.words == words && !clash(profile, name);
    }
    match (profile.entity.kind, name.kind) {
        (EntityKind::Person, EntityKind::Person | EntityKind::Other) => person_fits(&profile.words, words),
        (EntityKind::Other, EntityKind::Person) => person_fits(words, &profile.words),
        (EntityKind::Organization, EntityKind::Organization | EntityKind::Other | EntityKind::Person)
            if !name.is_sure || name.kind == EntityKind::Organization =>
        {
            organization_fits(&profile.words, words)
        }
        _ => false,
    }
}

/// "Lee", "Ann" and "Ann Mary Lee" fit "Ann Lee"; "John Lee" does not.
fn person_fits(full: &[String], words: &[String]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let (Some(full_first), Some(full_last)) = (full.first(), full.last()) else { return false };
    match (full.len(), words.len()) {
        (_, 1) => last == full_last || last == full_first || full.contains(last),
        (1, _) => full_first == last || full_first == first,
        _ => {
            last == full_last && (first == full_first || is_initial(first, full_first) || is_initial(full_first, first))
                || full.ends_with(words)
                || words.ends_with(full)
        }
    }
}

fn is_initial(a: &str, b: &str) -> bool {
    a.chars().count() == 1 && b.starts_with(a)
}

/// "Acme" fits "Acme Ltd", "Defence Ministry" fits "Ministry of Defence".
fn organization_fits(full: &[String], words: &[String]) -> bool {
    let core = |words: &[String]| -> Vec<String> {
        let kept = words.iter().filter(|word| {
            organizations_table::SUFFIXES.binary_search(&word.as_str()).is_err()
                && !matches!(word.as_str(), "of" | "the" | "for")
        });
        kept.cloned().collect()
    };
    let (mut full, mut words) = (core(full), core(words));
    if !words.is_empty() && !full.is_empty() && (full.starts_with(&words) || words.starts_with(&full)) {
        let head = |words: &[String]| words.iter().any(|word| organizations_table::is_head(word));
        return words.len() == full.len() || head(&full) != head(&words) || words.len() > 1 && full.len() > 1;
    }
    full.sort();
    words.sort();
    full == words && 1 < words.len()
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
