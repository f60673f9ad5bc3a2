//! Gathers names into entities: one person, organization or place each.
//!
//! "President Volodymyr Zelensky … Mr Zelensky … Zelenskyy … he" is one entity
//! called `Volodymyr Zelensky` with the role `president`.
//!
//! In: a document. Out: its entities, and their mentions in order of the text.
//!
//! 1. `profile`: what is known of an entity while the text is read.
//! 2. `registry`: gives each name to an entity, in order of the text.
//! 3. `coreference`: adds roles ("the minister") and pronouns.

mod coreference;
mod profile;
mod registry;

use super::names;
use crate::model::{Document, Entity, Mention, MentionForm, Span};

use profile::{NamedMention, span_of};

/// Who a text names, and where, in order of the text.
#[derive(Clone, Debug, Default)]
pub struct FoundEntities {
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
}

/// Returns the entities of a text and their mentions.
pub fn entities_in(document: &Document<'_>) -> FoundEntities {
    if !document.is_english() {
        return FoundEntities::default();
    }
    let (profiles, named) = registry::gather(document, names::names_in(document));
    let mut mentions: Vec<Mention> = named.iter().map(|named| mention(document, named)).collect();
    mentions.extend(coreference::coreferences(document, &profiles, &named));
    mentions.sort_by_key(|mention| mention.span);
    let entities = profiles.into_iter().map(|profile| profile.entity).collect();
    FoundEntities { entities, mentions }
}

fn mention(document: &Document<'_>, named: &NamedMention) -> Mention {
    Mention { span: span_of(document, &named.name.tokens), entity: named.entity, form: MentionForm::Name }
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
        let found = entities_in(&document);
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
    fn a_place_that_a_person_of_the_text_is_called_like_is_that_person() {
        check(
            "Maria Mendoza quit. Mendoza told staff in Bergen.",
            "Maria Mendoza=Maria Mendoza; Mendoza=Maria Mendoza; Bergen=Bergen",
        );
        check(
            "Anna Bergen spoke in Bergen. Bergen left.",
            "Anna Bergen=Anna Bergen; Bergen=Bergen; Bergen=Anna Bergen",
        );
        check("Maria Mendoza quit. Norway agreed.", "Maria Mendoza=Maria Mendoza; Norway=Norway");
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
