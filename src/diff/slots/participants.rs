//! Reads which part a named participant has in what happened: who sued, who was sued, to whom an estate was sold.

use super::slot::{Slot, SlotText, SubjectSlots};
use crate::diff::facets::exchanges::is_mutual;
use crate::model::{Rel, Upos};
use crate::text::dateline;

/// Returns the part of each named participant of each verb.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let verbs = (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Verb);
    let verbs = verbs.filter(|&at| is_in_full_sentence(text, at) && !text.is_cue(at));
    let slots = verbs.flat_map(|verb| {
        let parts = text.tree.dependents(verb).filter_map(move |at| Some((at, part(text, verb, at)?)));
        parts.filter_map(move |(at, part)| {
            let name = name(text, at)?;
            let of = format!("{} {}", document.lemma(verb), document.lemma(name));
            let span = document.tokens[verb].span.cover(document.tokens[name].span);
            Some(Slot { of, value: part.to_owned(), span })
        })
    });
    slots.collect()
}

/// Returns whether a token stands in a sentence that is closed by a mark: in a heading, "Mill Bottom cleared" is passive.
fn is_in_full_sentence(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    let sentence = &document.sentences[text.sentence(document.tokens[at].span)];
    sentence.tokens.clone().next_back().is_some_and(|last| document.tokens[last].upos == Upos::Punct)
}

/// Returns the part that a dependent of a verb has.
fn part(text: &SlotText<'_>, verb: usize, at: usize) -> Option<&'static str> {
    let document = &text.analysis.document;
    let passive = text.tree.is_passive(&text.analysis.document, verb);
    match document.tokens[at].rel {
        Rel::Nsubj if passive => Some("patient"),
        Rel::Nsubj => Some("agent"),
        Rel::Obj => Some("patient"),
        Rel::Obl => {
            let case = text.tree.dependents(at).find(|&own| document.tokens[own].rel == Rel::Case)?;
            match document.norm(case) {
                "by" if passive => Some("by"),
                "to" => Some("to"),
                "from" => Some("from"),
                "for" => Some("for"),
                "against" => Some("against"),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Returns the name that a noun phrase is known by: its head, or the name before or after it.
fn name(text: &SlotText<'_>, at: usize) -> Option<usize> {
    let document = &text.analysis.document;
    let span = |at: usize| document.tokens[at].span;
    let is_place_of_writing = |at: usize| dateline::holds(document, text.sentence(span(at)), span(at));
    let is_name =
        |at: &usize| document.tokens[*at].upos == Upos::Propn && !text.is_time(*at) && !is_place_of_writing(*at);
    let last_of_name = || text.tree.dependents(at).rfind(|own| document.tokens[*own].rel == Rel::Flat);
    if is_name(&at) {
        return Some(last_of_name().filter(is_name).unwrap_or(at));
    }
    // "The Duhamel family", "its rival Velmar".
    let is_beside = |own: &usize| match document.tokens[*own].rel {
        Rel::Compound => true,
        Rel::Appos | Rel::Flat => *own == at + 1,
        _ => false,
    };
    text.tree.dependents(at).filter(is_beside).rfind(is_name)
}

/// Returns whether one participant cannot have both parts in one deed, as the texts tell it.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    const EXCLUSIVE: &[(&str, &str)] =
        &[("by", "to"), ("by", "from"), ("by", "against"), ("to", "from"), ("for", "against")];
    let (x, y) = (old.value.as_str(), new.value.as_str());
    let is_pair = |one: &(&str, &str)| (x, y) == *one || (y, x) == *one;
    // "The storm sank the Ada" and "the Ada sank" agree, "the Ada sank the Orla" and "the Orla sank the Ada" do not.
    let is_exchanged = || matches!((x, y), ("agent" | "by", "patient") | ("patient", "agent" | "by"));
    EXCLUSIVE.iter().any(is_pair) || is_exchanged() && other_is_exchanged(texts, old, new)
}

/// Returns whether another named participant of the same deed took the part that this one gave up.
fn other_is_exchanged(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let Some((verb, _)) = old.of.split_once(' ') else { return false };
    let plain = |part: &'_ str| if part == "by" { "agent".to_owned() } else { part.to_owned() };
    let has = |slots: &[Slot], part: &str| slots.iter().any(|slot| plain(&slot.value) == plain(part));
    // Subjects are a verb and a name: those of one verb stand side by side.
    let of_verb = texts[0].slots.range(format!("{verb} ")..format!("{verb}!"));
    let mut others = of_verb.filter(|(subject, _)| **subject != old.of);
    let took = |(subject, before): (&String, &Vec<Slot>)| {
        has(before, &new.value) && texts[1].slots.get(subject).is_some_and(|after| has(after, &old.value))
    };
    !is_mutual(verb) && others.any(took)
}
