//! Reads to which of the named countries, teams or people something belongs: "France's goalkeeper", "the Danish boat".

use super::slot::{Slot, SlotText, SubjectSlots};
use crate::claim::names::{fold, places_table::country_of};
use crate::model::{Rel, Upos};

/// Returns the named owner of each thing.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |noun: usize| {
        let held = || text.tree.dependents(noun);
        let own = held().find_map(|at| Some((at, owner(text, noun, at)?)));
        // "The Egyptian team's bus": whose team it is says whose bus it is.
        let holder = || held().find(|&at| document.tokens[at].upos == Upos::Noun && is_possessor(text, at));
        let of_holder = || {
            let holder = holder()?;
            text.tree.dependents(holder).find_map(|at| Some((at, owner(text, holder, at)?)))
        };
        let (at, value) = own.or_else(of_holder)?;
        let span = document.tokens[at].span.cover(document.tokens[noun].span);
        Some(Slot { of: document.lemma(noun).to_owned(), value, span })
    };
    (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Noun).filter_map(slot).collect()
}

/// Returns whether two owners differ that both texts name.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let names = |text: &SlotText<'_>, wanted: &str| {
        let document = &text.analysis.document;
        let is_named = |at: usize| matches!(document.tokens[at].upos, Upos::Propn | Upos::Adj | Upos::Noun);
        (0..document.tokens.len()).any(|at| is_named(at) && plain(document.word(at)) == wanted)
    };
    old.value != new.value && names(texts[0].text, &new.value) && names(texts[1].text, &old.value)
}

/// Returns the owner that a dependent of a noun names: a possessor with a name, or an adjective of a country.
fn owner(text: &SlotText<'_>, noun: usize, at: usize) -> Option<String> {
    let document = &text.analysis.document;
    let word = document.word(at);
    let is_name = document.tokens[at].upos == Upos::Propn && is_possessor(text, at);
    let is_country = || at < noun && country_of(&word.to_lowercase()).is_some() && word.starts_with(char::is_uppercase);
    (is_name || matches!(document.tokens[at].rel, Rel::Amod | Rel::Compound) && is_country()).then(|| plain(word))
}

/// Returns whether a token stands in the genitive: "Cameroon's".
fn is_possessor(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    document.tokens[at].rel == Rel::Nmod && text.tree.dependents(at).any(|own| document.tokens[own].penn == "POS")
}

/// Returns the country that a word stands for, else the word, in one form for both texts.
fn plain(word: &str) -> String {
    let folded = fold(word);
    country_of(&word.to_lowercase()).map_or(folded, str::to_owned)
}
