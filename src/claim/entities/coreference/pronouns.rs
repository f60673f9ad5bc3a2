//! Finds whom "he", "she", "him" and "her" mean.
//!
//! Each person named in the last sentences is weighed: near counts most, then
//! being a subject, being often named, and having a gender that is known to fit.

use super::discourse::{Discourse, RecentMention};
use crate::claim::certainty;
use crate::claim::names::Gender;
use crate::model::{Document, EntityKind, MentionForm, Rel};

/// Persons named further back are not meant.
const MAX_SENTENCES: usize = 5;

// Weights of the evidence, in sentences of distance; set by hand.
const SUBJECT: f64 = 1.2;
const SPEAKER: f64 = 0.8;
const GENDER_KNOWN: f64 = 0.8;
const PRONOUN_BEFORE: f64 = 0.4;
/// For each doubling of how often someone is named.
const OFTEN: f64 = 0.5;
const OTHER_PRONOUN: f64 = -1.5;
const POSSESSIVE: f64 = -0.5;
const OTHER_SIDE_OF_QUOTE: f64 = -1.5;
/// "Hill was charged. He denies it": the subject goes on, within a paragraph.
const GOES_ON: f64 = 1.2;
const NOT_SURE_A_PERSON: f64 = -0.8;
const NOT_KNOWN_AS_PERSON: f64 = -3.0;

/// Returns the entity that the pronoun at `token` means.
pub(super) fn resolve(
    document: &Document<'_>,
    token: usize,
    sentence: usize,
    gender: Gender,
    discourse: &Discourse<'_>,
    quoted: &[bool],
) -> Option<usize> {
    let last = discourse.seen.last();
    if matches!(document.norm(token), "himself" | "herself")
        && let Some(last) = last.filter(|last| last.token + 1 == token)
    {
        return Some(last.entity);
    }
    let mut best: Option<(f64, usize)> = None;
    let near = |seen: &&RecentMention| sentence - seen.sentence <= MAX_SENTENCES;
    for (nth, seen) in discourse.recent().take_while(near).enumerate() {
        let Some(score) = score(document, token, sentence, gender, discourse, seen, quoted) else { continue };
        let score = score - nth as f64 * 1e-3;
        if best.is_none_or(|(best, _)| best < score) {
            best = Some((score, seen.entity));
        }
    }
    best.map(|(_, entity)| entity)
}

/// Weighs one mention; nothing when it cannot be meant.
fn score(
    document: &Document<'_>,
    token: usize,
    sentence: usize,
    gender: Gender,
    discourse: &Discourse<'_>,
    seen: &RecentMention,
    quoted: &[bool],
) -> Option<f64> {
    let profile = &discourse.profiles[seen.entity];
    let kind = profile.entity.kind;
    let known = profile.gender.is_some();
    let may_be_person = kind == EntityKind::Person || kind == EntityKind::Other && !profile.is_sure;
    if !may_be_person || known && profile.gender != Some(gender) || is_bound(document, token, seen) {
        return None;
    }
    let when = |condition: bool, weight: f64| if condition { weight } else { 0.0 };
    let speaks = seen.is_subject && certainty::strength_of(document.norm(document.tokens[seen.token].head)).is_some();
    Some(
        when(seen.is_subject, SUBJECT)
            + when(speaks, SPEAKER)
            + when(known || discourse.leaning[seen.entity] == Some(gender), GENDER_KNOWN)
            + when(seen.form == MentionForm::Pronoun, PRONOUN_BEFORE)
            + when(seen.is_possessive, POSSESSIVE)
            + when(seen.is_quoted != quoted[token], OTHER_SIDE_OF_QUOTE)
            + when(goes_on(document, token, sentence, seen), GOES_ON)
            + when(kind != EntityKind::Person, NOT_KNOWN_AS_PERSON)
            + when(!profile.is_sure, NOT_SURE_A_PERSON)
            + when(discourse.leaning[seen.entity].is_some_and(|leaning| leaning != gender), OTHER_PRONOUN)
            + OFTEN * (discourse.n_names[seen.entity].max(1) as f64).log2()
            - (sentence - seen.sentence) as f64,
    )
}

/// Returns whether a pronoun opens a sentence as its subject, as the mention did the one before in this paragraph.
fn goes_on(document: &Document<'_>, token: usize, sentence: usize, seen: &RecentMention) -> bool {
    let here = &document.sentences[sentence];
    let before = &document.sentences[seen.sentence];
    let opens = here.tokens.start == token && document.tokens[token].rel == Rel::Nsubj;
    opens && seen.is_subject && seen.sentence + 1 == sentence && before.paragraph == here.paragraph
}

/// Returns whether a pronoun is bound by its own subject, which it cannot mean: "Hill thanked him".
fn is_bound(document: &Document<'_>, token: usize, seen: &RecentMention) -> bool {
    let pronoun = &document.tokens[token];
    let object = matches!(pronoun.rel, Rel::Obj | Rel::Iobj | Rel::Obl);
    object && seen.is_subject && document.tokens[seen.token].head == pronoun.head
}
