//! Reads what a sentence asserts or denies of whom: the predicates that accounts of other articles may contradict.
//!
//! "The road was closed on Sunday at Lom" asserts of the road that it was closed, at Lom; "rebels denied that they had
//! shelled a school" denies that the rebels shelled a school. Plans, conditions, questions and the saying itself assert
//! nothing. Each predicate is a verb or a word tied to its subject by "be".

use serde::{Deserialize, Serialize};

use super::participants::ParticipantReader;
use super::statement_index::StatementIndex;
use crate::claim::events::is_denial;
use crate::diff::lexicon::phrases::{Sense, with_opposites_of_synonyms};
use crate::model::{Analysis, Certainty, EntityKind, Mention, Modality, Rel, Sentence, Upos, touching};
use crate::text::reporting_verbs::has_speech_role;
use crate::text::reporting_verbs_table::SpeechRole;
use crate::text::{Negation, base_form, is_empty_verb, negation_of, stem};
use crate::timeline::similarity::number;

/// Predicates of one sentence that are kept: bounds the cost of a list that never ends.
const MOST: usize = 12;
/// Words between a preposition and the name of a place.
const REACH: usize = 3;
/// Words of a predicate and of what follows it that are shown.
const SHOWN: usize = 12;

/// A predicate with those of whom it is asserted or denied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Predication {
    /// The predicate with what follows it, as it is written.
    pub words: String,
    /// Its dictionary form.
    pub lemma: String,
    /// The number of its stem.
    pub stem: u32,
    /// What the lexicon of news English says of it.
    pub senses: Vec<Sense>,
    /// It is denied.
    pub denied: bool,
    /// It is yet to come.
    pub planned: bool,
    /// The stems of the words for who does it, by number, sorted.
    pub doers: Vec<u32>,
    /// The stems of the words for whom or what it is done to, by number, sorted; of a state, whose it is.
    pub undergoers: Vec<u32>,
    /// The stems of what else belongs to it, by number, sorted: to what, for what.
    pub complements: Vec<u32>,
    /// What it is of has a name.
    pub named: bool,
    /// Where it happened, by name: the words, and the numbers of their stems.
    pub places: Vec<(String, u32)>,
    /// Who says so, where somebody does.
    pub speaker: Option<String>,
}

impl Predication {
    /// Returns of whom or what it is asserted: whom it is done to, else who does it.
    pub fn theme(&self) -> &[u32] {
        if self.undergoers.is_empty() { &self.doers } else { &self.undergoers }
    }
}

/// Returns what each sentence asserts or denies.
pub(super) fn assertions(
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
    reader: &ParticipantReader<'_>,
) -> Vec<Vec<Predication>> {
    let document = &text.document;
    let mut cues = vec![false; document.tokens.len()];
    for cue in text.statements.iter().flat_map(|statement| &statement.cue).flat_map(|&cue| document.tokens_in(cue)) {
        // "Parliament rejected the bill" is done and not only said.
        cues[cue] = has_speech_role(document.lemma(cue), SpeechRole::OnlySpeech);
    }
    let of_sentence = |sentence: &Sentence| {
        let predicates = sentence.tokens.clone().filter(|&token| !cues[token]);
        predicates.filter_map(|token| assertion(text, index, reader, token)).take(MOST).collect()
    };
    document.sentences.iter().map(of_sentence).collect()
}

/// Returns what the predicate that a token heads asserts, if it is one.
fn assertion(
    text: &Analysis<'_>,
    index: &StatementIndex<'_>,
    reader: &ParticipantReader<'_>,
    token: usize,
) -> Option<Predication> {
    let document = &text.document;
    let this = &document.tokens[token];
    let is_state = this.upos == Upos::Adj && reader.tree().dependent(document, token, &[Rel::Cop]).is_some();
    if !(this.upos == Upos::Verb && this.rel != Rel::Amod && this.rel != Rel::Compound || is_state) {
        return None;
    }
    let particle = reader
        .tree()
        .dependent(document, token, &[Rel::Compound])
        .filter(|&own| document.tokens[own].upos == Upos::Adp);
    let senses = reader.senses(token);
    if particle.is_none() && senses.is_empty() && is_empty_verb(document.lemma(token))
        || has_exception(text, reader, token)
    {
        return None;
    }
    let said = index.over(this.span);
    let certainty = said.map(|said| said.certainty);
    let modality = modality(text, reader, token);
    if modality == Modality::Hypothetical || matches!(certainty, Some(Certainty::Conditional | Certainty::Questioned)) {
        return None;
    }
    // Who denies that it was not cleaned asserts that it was; that it is told as denied is what the verb of denial says.
    let is_below_cue =
        said.is_some_and(|said| said.cue.iter().any(|cue| cue.contains(document.tokens[this.head].span)));
    let own = if is_below_cue { is_denied(text, reader, token) } else { modality == Modality::Negated };
    let denied = own != (certainty == Some(Certainty::Denied));
    let participants = reader.participants(token);
    if participants.doers.is_empty() && participants.undergoers.is_empty() {
        return None;
    }
    // "Untreated" is what was not treated.
    let opposite = document.norm(token).strip_prefix("un").filter(|rest| is_state && rest.ends_with("ed"));
    let denied = denied != opposite.is_some();
    let mut lemma = opposite.map_or_else(|| document.lemma(token).to_owned(), |rest| base_form(rest).into_owned());
    if let Some(particle) = particle {
        lemma.push(' ');
        lemma.push_str(document.norm(particle));
    }
    Some(Predication {
        words: shown_words(text, reader, token),
        stem: number(&stem(&lemma)),
        lemma,
        senses: with_opposites_of_synonyms(senses),
        denied,
        complements: reader.complements(token),
        named: participants.named,
        planned: modality == Modality::Planned || is_ahead(text, reader, token),
        doers: participants.doers,
        undergoers: participants.undergoers,
        places: places(text, reader, token),
        speaker: said.and_then(|said| said.speaker.clone()),
    })
}

/// Returns whether a predicate is a fact, a plan, a guess or a denial.
fn modality(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> Modality {
    let span = text.document.tokens[token].span;
    let first = text.events.partition_point(|event| event.span.end <= span.start);
    let told = text.events.get(first).filter(|event| event.span == span).map(|event| event.modality);
    match told {
        Some(Modality::Actual) | None if is_denied(text, reader, token) => Modality::Negated,
        Some(modality) => modality,
        None if has_modal(text, reader, token) => Modality::Hypothetical,
        None => Modality::Actual,
    }
}

/// Returns whether a word of the predicate, its subject or its object denies it: "no patient has died", "found nothing".
fn is_denied(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> bool {
    let document = &text.document;
    let denies = |own: usize| negation_of(document.norm(own));
    reader.tree().dependents(token).any(|own| match document.tokens[own].rel {
        Rel::Advmod | Rel::Cc => matches!(denies(own), Some(Negation::Clause | Negation::Pair)),
        Rel::Nsubj | Rel::Obj => {
            matches!(denies(own), Some(Negation::Pronoun | Negation::Pair))
                || reader
                    .tree()
                    .dependents(own)
                    .any(|word| matches!(denies(word), Some(Negation::Noun | Negation::Pair)))
        }
        _ => false,
    })
}

/// Returns whether a predicate is told of the future: "will not begin".
fn is_ahead(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> bool {
    let document = &text.document;
    let is_modal = |own: usize| matches!(document.norm(own), "will" | "wo" | "'ll" | "would" | "shall");
    // "Did not plan to sue" denies a plan; "refused to meet" denies the meeting.
    let this = &document.tokens[token];
    let is_infinitive = this.penn == "VB" && this.rel == Rel::Xcomp && !is_denial(document.lemma(this.head));
    is_infinitive || reader.tree().dependents(token).any(is_modal)
}

/// Returns whether a predicate holds of all but some: "attended every class except the last".
fn has_exception(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> bool {
    reader.tree().subtree(token).any(|own| matches!(text.document.norm(own), "except" | "unless" | "until"))
}

fn has_modal(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> bool {
    reader.tree().dependents(token).any(|own| text.document.tokens[own].penn == "MD")
}

/// Returns the names of the places where it happened: "at *Changi Airport*", "in *Ghent*".
fn places(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> Vec<(String, u32)> {
    let document = &text.document;
    let span = document.tokens[token].span;
    let Some(sentence) = document.sentence_at(span.start).map(|at| document.sentences[at].span) else {
        return Vec::new();
    };
    let is_place =
        |mention: &&Mention| text.entities.get(mention.entity).is_some_and(|entity| entity.kind != EntityKind::Person);
    let is_where = |mention: &&Mention| {
        let words = document.tokens_in(mention.span);
        // Articles and nouns of the phrase stand between: "at his flat on Sentosa island", "near the Orda cave".
        let before = (words.start.saturating_sub(REACH)..words.start).rev();
        let mut case = before.skip_while(|&at| matches!(document.tokens[at].upos, Upos::Det | Upos::Adj));
        case.next().is_some_and(|at| is_locative(document.norm(at)))
            && reader.tree().clause(document, words.start) == token
    };
    let named = touching(&text.mentions, sentence, |mention| mention.span).filter(is_place).filter(is_where);
    let place = |mention: &Mention| {
        let words = mention.span.of(document.text).to_owned();
        let number = number(&words.to_lowercase());
        (words, number)
    };
    named.map(place).collect()
}

fn is_locative(norm: &str) -> bool {
    matches!(norm, "in" | "at" | "near" | "outside" | "on" | "off")
}

/// Returns a predicate from its first auxiliary to the last word of what is told of it.
fn shown_words(text: &Analysis<'_>, reader: &ParticipantReader<'_>, token: usize) -> String {
    let document = &text.document;
    let own = |rels: &'static [Rel]| {
        reader.tree().dependents(token).filter(move |&at| rels.contains(&document.tokens[at].rel))
    };
    let first = own(&[Rel::Aux, Rel::Cop, Rel::Advmod]).min().unwrap_or(token).min(token);
    let last = own(&[Rel::Obj, Rel::Obl, Rel::Xcomp]).map(|at| reader.tree().subtree(at).end.saturating_sub(1)).max();
    let last = last.unwrap_or(token).max(token).min(first + SHOWN);
    let span = document.tokens[first].span.cover(document.tokens[last.min(document.tokens.len() - 1)].span);
    span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
