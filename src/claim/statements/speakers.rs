//! Finds the entity that is the source of a statement.
//!
//! `Ann Lee, who runs the port, said` → "Ann Lee"; `she added` → "Ann Lee" too;
//! `a spokesman for the port` stays as it is; `a senior official` is anonymous.
//! Where the mention of an entity lies over the heart of the source, the
//! entity's name is taken. A pronoun that nothing resolves is the speaker of
//! the statement before, as a reader would take it.

use std::ops::Range;

use super::draft::StatementDraft;
use super::lexicon::speaker_table::{NOBODY, TITLES, UNNAMED};
use super::syntax::phrases;
use super::view::DocumentView;
use crate::claim::names::{Gender, person_gender, pronoun_gender};
use crate::claim::people::is_one_person;
use crate::model::{Document, Entity, EntityKind, Mention, MentionForm, Rel, Upos};
use crate::text::rule_table::is_listed;
use crate::text::{Negation, is_preposition, is_third_person, negation_of};

/// What is known about who a text names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Naming<'a> {
    pub entities: &'a [Entity],
    /// In order of the text.
    pub mentions: &'a [Mention],
}

/// Who says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Speaker {
    pub entity: Option<usize>,
    pub name: Option<String>,
    pub anonymous: bool,
}

/// Returns the speakers of statements that stand in order of the text.
///
/// A quotation that stands alone is given the source of the statement before it.
pub(super) fn resolve(view: &DocumentView<'_, '_>, naming: Naming<'_>, drafts: &mut [StatementDraft]) -> Vec<Speaker> {
    let mut last_named = Speaker::default();
    let mut last_paragraph = 0;
    let mut last_source = None;
    let mut speakers = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let paragraph = view.paragraph_of(draft.start());
        let speaker = match &draft.source {
            // Another paragraph between, and nobody can tell.
            None if draft.inherits && paragraph <= last_paragraph + 1 => {
                draft.source.clone_from(&last_source);
                last_named.clone()
            }
            None if draft.sourceless => Speaker { anonymous: true, ..Speaker::default() },
            None => Speaker::default(),
            Some(source) if goes_on(view, naming, source, &last_named, paragraph == last_paragraph) => {
                last_named.clone()
            }
            Some(source) => speaker_of(view, naming, source, &last_named),
        };
        if speaker.name.is_some() {
            last_paragraph = view.paragraph_of(draft.last());
        }
        if speaker.name.is_some() && !speaker.anonymous {
            last_source.clone_from(&draft.source);
            last_named = speaker.clone();
        }
        speakers.push(speaker);
    }
    speakers
}

/// Returns whether "she said" goes on with the speaker before it in the paragraph, whoever else was named.
fn goes_on(
    view: &DocumentView<'_, '_>,
    naming: Naming<'_>,
    source: &Range<usize>,
    last: &Speaker,
    is_beside: bool,
) -> bool {
    let Some(gender) = pronoun_gender(view.norm(source.start)) else { return false };
    let fits = match last.entity.map(|entity| &naming.entities[entity]) {
        Some(entity) => {
            entity.kind == EntityKind::Person && person_gender(&entity.name).is_none_or(|own| own == gender)
        }
        // "An Ashdown spokeswoman denied it … she said"
        None => last.name.as_deref().is_some_and(|name| is_unnamed_person(name, gender)),
    };
    is_beside && source.len() == 1 && fits
}

/// Returns whether a phrase without a name is of one person whom "he" or "she" can be: "A spokeswoman for the port".
fn is_unnamed_person(phrase: &str, gender: Gender) -> bool {
    let small = phrase.to_lowercase();
    let end = small.find([',', '(']).unwrap_or(small.len());
    let words = small[..end].split(' ').take_while(|word| !is_preposition(word) && *word != "who");
    let Some(noun) = words.last() else { return false };
    let other = match gender {
        Gender::Male => noun.ends_with("woman") || noun == "mother",
        Gender::Female => noun.ends_with("man") && !noun.ends_with("woman") || noun == "father",
    };
    is_one_person(noun) && !other
}

/// Returns who says something within what `outer` says: her "she" is herself.
pub(super) fn of_inner(
    view: &DocumentView<'_, '_>,
    naming: Naming<'_>,
    inner: &StatementDraft,
    outer: &Speaker,
) -> Speaker {
    match &inner.source {
        None => Speaker { anonymous: inner.sourceless, ..Speaker::default() },
        Some(source) => speaker_of(view, naming, source, outer),
    }
}

/// Returns whether the words that begin at a token stand for nobody: "no one", "none of the ministers", "no group", but
/// not "No 10".
pub(crate) fn is_nobody(document: &Document<'_>, first: usize) -> bool {
    let is_number = || document.tokens.get(first + 1).is_some_and(|next| matches!(next.upos, Upos::Num | Upos::Punct));
    match negation_of(document.norm(first)) {
        Some(Negation::Pronoun | Negation::Pair) => true,
        Some(Negation::Noun) => !is_number(),
        _ => false,
    }
}

fn speaker_of(view: &DocumentView<'_, '_>, naming: Naming<'_>, source: &Range<usize>, last_named: &Speaker) -> Speaker {
    if is_nobody(view.document, source.start) {
        return Speaker::default();
    }
    let antecedent = antecedent(view, source);
    let source = antecedent.as_ref().unwrap_or(source);
    let core = core_of(view, source.clone());
    let heart = heart_of(view, &core);
    if let Some(mention) = mention_at(view, naming, &core, heart).or_else(|| named_behind(view, naming, source, &core))
    {
        let name = naming.entities[mention.entity].name.clone();
        return Speaker { entity: Some(mention.entity), name: Some(name), anonymous: false };
    }
    if view.norm(heart) == "it" && is_person(naming, last_named) {
        return thing_before(view, naming, heart).unwrap_or_default();
    }
    if is_third_person(view.norm(heart)) && last_named.name.is_some() {
        return last_named.clone();
    }
    let anonymous = is_anonymous(view, &core, heart) || is_hidden(view, source);
    let named = if anonymous { without_acquaintance(view, naming, &core, heart) } else { core.clone() };
    let name = view.span(without_title(view, named)).of(view.document.text).to_owned();
    Speaker { entity: None, name: Some(name), anonymous }
}

fn is_person(naming: Naming<'_>, speaker: &Speaker) -> bool {
    speaker.entity.is_some_and(|entity| naming.entities[entity].kind == EntityKind::Person)
}

/// Returns the subject of the sentence before, which "it" goes on with where the last speaker is a person: "The regulator
/// rejected that. “We acted,” it said."
fn thing_before(view: &DocumentView<'_, '_>, naming: Naming<'_>, pronoun: usize) -> Option<Speaker> {
    let here = view.sentence_of(pronoun);
    let before = view.sentence_of(here.start.checked_sub(1)?);
    let is_beside = view.paragraph_of(before.start) == view.paragraph_of(pronoun);
    let is_subject = |token: &usize| view.rel(*token) == Rel::Nsubj && !view.is_quoted(*token);
    let heart = before.clone().find(is_subject).filter(|_| is_beside)?;
    if view.is_pronoun(heart) || is_one_person(view.norm(heart)) {
        return None;
    }
    let core = phrases::ending_at(view, heart + 1, before.start)?;
    let mention = mention_at(view, naming, &core, heart);
    if mention.is_some_and(|mention| naming.entities[mention.entity].kind == EntityKind::Person) {
        return None;
    }
    let name = match mention {
        Some(mention) => naming.entities[mention.entity].name.clone(),
        None => view.span(core).of(view.document.text).to_owned(),
    };
    Some(Speaker { entity: mention.map(|mention| mention.entity), name: Some(name), anonymous: false })
}

/// Returns whom "who" and "which" stand for: the noun phrase before them.
fn antecedent(view: &DocumentView<'_, '_>, source: &Range<usize>) -> Option<Range<usize>> {
    if source.len() != 1 || !matches!(view.norm(source.start), "who" | "which") {
        return None;
    }
    let floor = view.sentence_of(source.start).start;
    let end = if floor < source.start && view.norm(source.start - 1) == "," { source.start - 1 } else { source.start };
    phrases::ending_at(view, end, floor)
}

/// Returns the source without what is said about it between commas or brackets.
fn core_of(view: &DocumentView<'_, '_>, source: Range<usize>) -> Range<usize> {
    let closes = |token: usize| {
        view.sets_off(token) || matches!(view.norm(token), "(" | "who" | "which") || phrases::is_agent(view, token)
    };
    let ends = |token: usize| closes(token) && source.start < token;
    let end = source.clone().find(|token| ends(*token)).unwrap_or(source.end);
    source.start..end
}

/// Returns the word that the phrase is about: the last noun before "of", "for" and the like.
fn heart_of(view: &DocumentView<'_, '_>, core: &Range<usize>) -> usize {
    let end = core.clone().find(|token| view.upos(*token) == Upos::Adp && core.start < *token).unwrap_or(core.end);
    (core.start..end).rev().find(|token| view.is_noun(*token)).unwrap_or(core.start)
}

/// Returns the mention that covers the heart of a source, else the person it names.
fn mention_at<'a>(
    view: &DocumentView<'_, '_>,
    naming: Naming<'a>,
    core: &Range<usize>,
    heart: usize,
) -> Option<&'a Mention> {
    let (whole, heart) = (view.span(core.clone()), view.document.tokens[heart].span);
    let from = naming.mentions.partition_point(|mention| mention.span.end <= whole.start);
    let inside = || naming.mentions[from..].iter().take_while(|mention| mention.span.start < whole.end);
    let named = |mention: &&Mention| mention.form == MentionForm::Name;
    let is_person = |mention: &&Mention| naming.entities[mention.entity].kind == EntityKind::Person;
    inside()
        .filter(|mention| mention.span.overlaps(heart))
        .max_by_key(|mention| (named(mention), is_person(mention), mention.span.len()))
        .or_else(|| inside().filter(|mention| mention.span.contains(whole)).find(named))
}

/// "its president, Arturo Lopez,": returns the mention that names whom a phrase without a name describes.
fn named_behind<'a>(
    view: &DocumentView<'_, '_>,
    naming: Naming<'a>,
    source: &Range<usize>,
    core: &Range<usize>,
) -> Option<&'a Mention> {
    let rest = core.end + 1..source.end;
    if rest.is_empty() || view.norm(core.end) != "," || !view.document.word(rest.start).starts_with(char::is_uppercase)
    {
        return None;
    }
    // In "a friend of the singer, Lola Reyes," the name is the singer's.
    let heart = heart_of(view, core);
    if is_listed(UNNAMED, view.norm(heart)) && (heart..core.end).any(|token| view.upos(token) == Upos::Adp) {
        return None;
    }
    let whole = view.span(rest.clone());
    // "his lawyer, Senior Counsel Harbans Gill": titles stand before the name.
    let leads = |name: &Mention| {
        let start = view.document.tokens_in(name.span).start;
        let is_title = |token: usize| {
            view.document.word(token).starts_with(char::is_uppercase) || is_listed(TITLES, view.norm(token))
        };
        (rest.start..start).all(is_title)
    };
    let from = naming.mentions.partition_point(|mention| mention.span.end <= whole.start);
    let inside = naming.mentions[from..].iter().take_while(|mention| mention.span.start < whole.end);
    let fits = |mention: &Mention| match naming.entities[mention.entity].kind {
        // "its owner, Delta Foods"
        EntityKind::Person | EntityKind::Organization => true,
        // "her sister, Irina"
        EntityKind::Other => is_one_person(view.norm(heart)),
        EntityKind::Place => false,
    };
    inside.filter(|mention| mention.form == MentionForm::Name && fits(mention)).find(|mention| leads(mention))
}

/// Returns a phrase without article and title: "Sen. Ann Lee" → "Ann Lee".
fn without_title(view: &DocumentView<'_, '_>, core: Range<usize>) -> Range<usize> {
    let is_title = |token: usize| is_listed(TITLES, view.norm(token).trim_end_matches('.'));
    let mut start = core.start;
    while start + 1 < core.end && is_title(start) && view.upos(start + 1) == Upos::Propn {
        start += 1;
    }
    start..core.end
}

/// Leaves the person out whom somebody unnamed only knows: "A source | close to Frank Cole".
fn without_acquaintance(
    view: &DocumentView<'_, '_>,
    naming: Naming<'_>,
    core: &Range<usize>,
    heart: usize,
) -> Range<usize> {
    let rest = view.span(heart + 1..core.end);
    let from = naming.mentions.partition_point(|mention| mention.span.end <= rest.start);
    let mut inside = naming.mentions[from..].iter().take_while(|mention| mention.span.start < rest.end);
    let is_person = |mention: &Mention| naming.entities[mention.entity].kind == EntityKind::Person;
    if heart + 1 < core.end && inside.any(is_person) { core.start..heart + 1 } else { core.clone() }
}

/// Returns whether somebody's name is kept back in so many words: "a nurse, who asked not to be named".
///
/// "A nurse who asked to be named" hides nothing, and "a woman who waived her anonymity" no more.
fn is_hidden(view: &DocumentView<'_, '_>, source: &Range<usize>) -> bool {
    let before = |token: usize| source.start..token;
    let refuses = |token: usize| view.is_negation(token) || matches!(view.document.lemma(token), "decline" | "refuse");
    let gives_up = |token: usize| matches!(view.document.lemma(token), "forgo" | "lose" | "waive");
    let is_small = |token: usize| view.document.word(token).starts_with(char::is_lowercase);
    source.clone().any(|token| match view.norm(token) {
        "anonymity" | "anonymous" | "anonymously" => is_small(token) && !before(token).any(gives_up),
        "named" | "identified" => {
            let is_be = |at: usize| view.document.lemma(at) == "be";
            let is_passive = before(token).rev().find(|at| !view.is_negation(*at)).is_some_and(is_be);
            is_passive && before(token).any(refuses)
        }
        _ => false,
    })
}

/// Returns whether a source is kept unnamed.
fn is_anonymous(view: &DocumentView<'_, '_>, core: &Range<usize>, heart: usize) -> bool {
    // "A source close to Frank Cole" is not he.
    let own = heart..(heart + 1..core.end).find(|&token| !view.is_noun(token)).unwrap_or(core.end);
    let is_named = own.into_iter().any(|token| view.upos(token) == Upos::Propn);
    is_listed(NOBODY, view.norm(core.start)) && core.len() <= 2 || !is_named && is_listed(UNNAMED, view.norm(heart))
}
