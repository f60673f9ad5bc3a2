//! Gathers names into entities: one person, organization or place each.
//!
//! "President Volodymyr Zelensky … Mr Zelensky … Zelenskyy … he" is one entity
//! called `Volodymyr Zelensky` with the role `president`. Names are merged in
//! order of the text; `coreference` adds roles ("the minister") and pronouns.

pub mod coreference;
mod registry;
mod same;

use super::names::{self, Gender};
use crate::model::{Document, Entity, Mention, MentionForm, Span};

pub use same::{same, same_name};

/// Who a text names, and where, in order of the text.
#[derive(Clone, Debug, Default)]
pub struct FoundEntities {
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
}

/// What is known of an entity beyond its model, for telling whom a pronoun means.
#[derive(Clone, Debug)]
pub struct Profile {
    pub entity: Entity,
    /// Folded words of the name.
    pub words: Vec<String>,
    pub gender: Option<Gender>,
    /// Initials of an organization, or the short form in brackets behind it.
    pub acronym: Option<String>,
    pub is_sure: bool,
}

/// One name that was given to an entity.
#[derive(Clone, Debug)]
pub struct NamedMention {
    pub name: names::Name,
    pub entity: usize,
}

/// Finds the entities of a text and their mentions.
pub fn find(document: &Document<'_>) -> FoundEntities {
    if !document.is_english() {
        return FoundEntities::default();
    }
    let (profiles, named) = registry::gather(document, names::find(document));
    let mut mentions: Vec<Mention> = named.iter().map(|named| mention(document, named)).collect();
    mentions.extend(coreference::find(document, &profiles, &named));
    mentions.sort_by_key(|mention| mention.span);
    let entities = profiles.into_iter().map(|profile| profile.entity).collect();
    FoundEntities { entities, mentions }
}

fn mention(document: &Document<'_>, named: &NamedMention) -> Mention {
    Mention { span: span_of(document, &named.name.tokens), entity: named.entity, form: MentionForm::Name }
}

/// Returns the bytes from the first to the last token.
pub fn span_of(document: &Document<'_>, tokens: &std::ops::Range<usize>) -> Span {
    document.tokens[tokens.start].span.cover(document.tokens[tokens.end - 1].span)
}

/// Returns the entity that the words at `span` name: the first name in it, else a role or pronoun.
pub fn resolve(mentions: &[Mention], span: Span) -> Option<usize> {
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    let inside = || mentions[from..].iter().take_while(|mention| mention.span.start < span.end);
    let named = inside().find(|mention| mention.form == MentionForm::Name);
    named.or_else(|| inside().next()).map(|mention| mention.entity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let document = crate::text::read(text);
        let found = find(&document);
        let written = |mention: &Mention| format!("{}={}", mention.span.of(text), found.entities[mention.entity].name);
        let got: Vec<String> = found.mentions.iter().map(written).collect();
        assert_eq!(got.join("; "), want, "in {text:?}");
    }

    #[test]
    fn forms_of_one_name_are_one_entity() {
        check(
            "President Volodymyr Zelensky left. Mr Zelenskyy spoke in Paris.",
            "Volodymyr Zelensky=Volodymyr Zelensky; Zelenskyy=Volodymyr Zelensky; Paris=Paris",
        );
        check(
            "The World Food Agency (WFA) met. The WFA agreed.",
            "World Food Agency=World Food Agency; WFA=World Food Agency; WFA=World Food Agency",
        );
        check("He left the US. The United States agreed.", "US=United States; United States=United States");
    }

    #[test]
    fn roles_and_pronouns_lead_to_their_person() {
        check(
            "Ann Lee, the defence minister, spoke. She left. The minister agreed.",
            "Ann Lee=Ann Lee; the defence minister=Ann Lee; She=Ann Lee; The minister=Ann Lee",
        );
        check(
            "John Hill met Mary Stone. She thanked him.",
            "John Hill=John Hill; Mary Stone=Mary Stone; She=Mary Stone; him=John Hill",
        );
    }
}
