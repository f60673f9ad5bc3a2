//! Reads the given name of each person who has one: another one makes another person.

use super::slot::{Slot, SlotText, SubjectSlots};
use crate::claim::names::is_same_name;
use crate::model::{EntityKind, MentionForm};

/// Returns the whole name of each person, by surname.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let names = text.analysis.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    let slots = names.filter_map(|mention| {
        let entity = &text.analysis.entities[mention.entity];
        let (_, surname) = entity.name.rsplit_once(' ')?;
        let is_whole = mention.span.of(document.text).contains(entity.name.as_str());
        let is_person = entity.kind == EntityKind::Person;
        (is_person && is_whole).then(|| Slot {
            of: surname.to_lowercase(),
            value: entity.name.clone(),
            span: mention.span,
        })
    });
    slots.collect()
}

/// Returns whether two names of one surname are of two people of whom each text knows one; a couple may share the surname.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let is_known = |text: &SlotText<'_>, name: &str| {
        let document = &text.analysis.document;
        let given = name.split(' ').next().unwrap_or(name);
        (0..document.tokens.len()).any(|at| document.word(at) == given)
    };
    !is_same_name(&old.value, &new.value)
        && !is_known(texts[1].text, &old.value)
        && !is_known(texts[0].text, &new.value)
}
