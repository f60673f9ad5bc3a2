//! Extracts the features that separate a changed fact from the same fact in other words or in another place.
//!
//! Old: `The bus was headed to Roland School.`   New: `…, on its way to Roland School, …` in another sentence.
//! The removed sentence has three telling words, of which the new text lacks one verb; it has the same names.
//! Each feature has a name, so that a learnt table can be read.

use std::ops::Range;

use super::content::{Covered, TokenContent};
use super::covered::{Coverage, CoveredText};
use crate::diff::edit::FoundFacet;
use crate::diff::lexicon::phrases::{SetRelation, set_relation};
use crate::diff::lexicon::{Relation, relation};
use crate::model::{ChangeKind, Document, Rel, Upos, Weight};

/// Features of each side of a facet, the old one first.
const SIDE: [&str; 27] = [
    "telling words",
    "nouns not covered",
    "verbs not covered",
    "adjectives not covered",
    "other words not covered",
    "names not covered",
    "figures not covered",
    "times not covered",
    "negations",
    "share not covered",
    "words covered elsewhere",
    "words covered by stem",
    "words covered by meaning",
    "words not covered but related",
    "words that tell nothing",
    "words of quotations",
    "infinitives",
    "past forms",
    "participles and perfect forms",
    "modal verbs",
    "prepositions",
    "quantifiers",
    "verbs that govern a verb",
    "words",
    "figures with another bound",
    "share of words in one sentence of the other text",
    "share of words in two sentences of the other text",
];

/// Features of both sides together.
const BOTH: [&str; 44] = [
    "statement",
    "source",
    "date",
    "figure",
    "name",
    "polarity",
    "certainty",
    "quote",
    "wording",
    "proposed as a fact",
    "whole sentence",
    "set: same",
    "set: unlike",
    "set: opposite",
    "set: rank",
    "set: implies",
    "set: implied",
    "set: turn",
    "telling words of the old side explained by a set",
    "telling words of the new side explained by a set",
    "thesaurus: same",
    "thesaurus: synonym",
    "thesaurus: kin",
    "thesaurus: opposite",
    "thesaurus: cousin",
    "thesaurus: stranger",
    "thesaurus: unknown",
    "one word for one word",
    "the same class of word",
    "shared beginning",
    "negations differ",
    "facets of the passage",
    "words of changed sentences not covered, old",
    "words of changed sentences not covered, new",
    "negations of changed sentences differ",
    "share of the changed sentences",
    "sentences of the old text",
    "figures of changed sentences not covered",
    "noun for noun",
    "missing word unlike a missing word",
    "missing word opposite to a missing word",
    "missing word implied by, or implying, a missing word",
    "other function words",
    "both sides tell nothing",
];

/// How many features a facet has.
pub const N_FEATURES: usize = 2 * SIDE.len() + BOTH.len();

/// The value of each feature: old side, new side, both.
pub type FactFeatures = [f32; N_FEATURES];

/// Returns the name of the feature with this number.
pub fn name(at: usize) -> String {
    match at.checked_sub(2 * SIDE.len()) {
        Some(at) => BOTH[at].to_owned(),
        None if at < SIDE.len() => format!("old: {}", SIDE[at]),
        None => format!("new: {}", SIDE[at - SIDE.len()]),
    }
}

/// Returns the features of a proposed facet in a passage of `n_facets`.
pub(super) fn read(coverage: &Coverage<'_>, found: &FoundFacet, n_facets: usize) -> FactFeatures {
    let places = |text: &CoveredText<'_>, span: Option<crate::model::Span>| {
        span.map_or(0..0, |span| text.content.analysis.document.tokens_in(span))
    };
    let (old, new) = (places(&coverage.a, found.facet.a_span), places(&coverage.b, found.facet.b_span));
    let mut features = [0.0; N_FEATURES];
    let (sides, both) = features.split_at_mut(2 * SIDE.len());
    sides[..SIDE.len()].copy_from_slice(&side(&coverage.a, &coverage.b, &old));
    sides[SIDE.len()..].copy_from_slice(&side(&coverage.b, &coverage.a, &new));
    both.copy_from_slice(&together(coverage, found, (&old, &new), n_facets));
    features
}

/// Returns the features of one side of a facet.
fn side(own: &CoveredText<'_>, other: &CoveredText<'_>, places: &Range<usize>) -> [f32; SIDE.len()] {
    let mut values = [0.0; SIDE.len()];
    let document = &own.content.analysis.document;
    let (mut last, mut missing) = (TokenContent::Nothing, 0.0);
    for at in places.clone() {
        let content = own.content.tokens[at];
        let token = &document.tokens[at];
        values[15] += f32::from(u8::from(token.in_quotes));
        grammar(document, at, &mut values);
        match content {
            TokenContent::Nothing => values[14] += 1.0,
            TokenContent::Negation => values[8] += 1.0,
            // A figure or time counts once, however many words it has.
            TokenContent::Figure(_) | TokenContent::Time(_) if content == last => {}
            _ => {
                values[0] += 1.0;
                let covered = own.covered[at];
                match covered {
                    Covered::Exactly => {}
                    Covered::ByStem => values[11] += 1.0,
                    Covered::ByMeaning => values[12] += 1.0,
                    Covered::Elsewhere => values[10] += 1.0,
                    Covered::WithOtherBound => values[24] += 1.0,
                    Covered::No => {
                        values[missing_feature(content, own.content.upos(at))] += 1.0;
                        missing += 1.0;
                        values[13] += f32::from(u8::from(is_related_to_missing(own, other, at)));
                    }
                }
            }
        }
        last = content;
    }
    values[9] = missing / values[0].max(1.0);
    let words: Vec<usize> = places.clone().filter(|&at| own.content.tokens[at] == TokenContent::Word).collect();
    (values[25], values[26]) = other.content.shares_in_sentences(&own.content, &words);
    values
}

/// Counts what a token is in the grammar of its sentence.
fn grammar(document: &Document<'_>, at: usize, values: &mut [f32; SIDE.len()]) {
    let token = &document.tokens[at];
    let feature = match token.penn {
        "VB" => Some(16),
        "VBD" => Some(17),
        "VBN" | "VBG" => Some(18),
        "MD" => Some(19),
        "IN" | "TO" => Some(20),
        "DT" | "PDT" if !matches!(document.norm(at), "a" | "an" | "the") => Some(21),
        _ => None,
    };
    if let Some(feature) = feature {
        values[feature] += 1.0;
    }
    // "offered to resign": what was offered need not have come about.
    let governs = token.upos == Upos::Verb
        && (at + 1..(at + 4).min(document.tokens.len()))
            .any(|next| document.tokens[next].rel == Rel::Xcomp && document.tokens[next].head == at);
    values[22] += f32::from(u8::from(governs));
    values[23] += f32::from(u8::from(document.norm(at).contains(char::is_alphanumeric)));
}

/// Returns the number of the feature that counts a missing token.
fn missing_feature(content: TokenContent, class: Upos) -> usize {
    match (content, class) {
        (TokenContent::Figure(_), _) => 6,
        (TokenContent::Time(_), _) => 7,
        (_, Upos::Noun) => 1,
        (_, Upos::Verb | Upos::Aux) => 2,
        (_, Upos::Adj) => 3,
        (_, Upos::Propn) => 5,
        _ => 4,
    }
}

/// Most missing words of the other text that a word is compared with.
const MOST_COMPARED: usize = 60;

/// Returns whether a word that the other text lacks is related to one that this text lacks.
fn is_related_to_missing(own: &CoveredText<'_>, other: &CoveredText<'_>, at: usize) -> bool {
    let word = own.content.lemma(at);
    own.content.tokens[at] == TokenContent::Word
        && other.missing.iter().take(MOST_COMPARED).any(|&there| {
            matches!(relation(word, other.content.lemma(there)), Relation::Same | Relation::Synonym | Relation::Kin)
        })
}

/// Returns the features of both sides of a facet.
fn together(
    coverage: &Coverage<'_>,
    found: &FoundFacet,
    (old, new): (&Range<usize>, &Range<usize>),
    n_facets: usize,
) -> [f32; BOTH.len()] {
    use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source, Statement, Wording};
    let flag = |yes: bool| f32::from(u8::from(yes));
    let mut values = [0.0; BOTH.len()];
    let kinds = [Statement, Source, Date, Figure, Name, Polarity, Certainty, Quote, Wording];
    for (value, kind) in values.iter_mut().zip(kinds) {
        *value = flag(found.facet.kind == kind);
    }
    values[9] = flag(found.weight == Weight::Material);
    values[10] = flag(found.why.starts_with("sentence-"));
    sets(coverage, (old, new), &mut values);
    thesaurus(coverage, (old, new), &mut values);
    let negations = |text: &CoveredText<'_>, places: &Range<usize>| {
        places.clone().filter(|&at| text.content.tokens[at] == TokenContent::Negation).count() as f32
    };
    values[30] = (negations(&coverage.a, old) - negations(&coverage.b, new)).abs();
    values[31] = (1.0 + n_facets as f32).ln();
    values[32] = coverage.a.missing.len().min(20) as f32;
    values[33] = coverage.b.missing.len().min(20) as f32;
    values[34] = (coverage.a.negations as f32 - coverage.b.negations as f32).abs();
    let changed = (coverage.a.n_changed + coverage.b.n_changed).max(1) as f32;
    values[35] = (old.len() + new.len()) as f32 / changed;
    values[36] = (1.0 + coverage.a.content.analysis.document.sentences.len() as f32).ln();
    let (left, right) = (function_words(&coverage.a, old), function_words(&coverage.b, new));
    values[42] = flag(!left.is_empty() && !right.is_empty() && !left.iter().any(|word| right.contains(word)));
    let tells = |text: &CoveredText<'_>, places: &Range<usize>| text.content.telling(places.clone()).next().is_some();
    values[43] = flag(!tells(&coverage.a, old) && !tells(&coverage.b, new));
    let across = across(coverage, (old, new));
    values[39] = flag(across.unlike | across.rank);
    values[40] = flag(across.opposite);
    values[41] = flag(across.implies | across.implied);
    values[37] = (coverage.a.missing_values + coverage.b.missing_values).min(9) as f32;
    values
}

/// Returns the prepositions, conjunctions, determiners and particles at `places`.
fn function_words<'t>(text: &'t CoveredText<'_>, places: &Range<usize>) -> Vec<&'t str> {
    let document = &text.content.analysis.document;
    let is_one = |at: &usize| matches!(document.tokens[*at].penn, "IN" | "TO" | "CC" | "DT" | "RP");
    places.clone().filter(is_one).map(|at| document.norm(at)).collect()
}

/// Reads off what the tables of phrases say about the two sides.
fn sets(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>), values: &mut [f32; BOTH.len()]) {
    let (a, b) = (&coverage.a.content, &coverage.b.content);
    let mut known = SetRelation::default();
    let (mut explained_old, mut explained_new) = (Vec::new(), Vec::new());
    let touching = |text: &super::content::TextContent<'_>, places: &Range<usize>| -> Vec<usize> {
        let first = text.phrases.partition_point(|phrase| phrase.tokens[0] + 8 < places.start);
        (first..text.phrases.len())
            .take_while(|&at| text.phrases[at].tokens[0] < places.end)
            .filter(|&at| text.phrases[at].tokens.iter().any(|token| places.contains(token)))
            .collect()
    };
    for x in touching(a, old) {
        for y in touching(b, new) {
            let relation = set_relation(a.phrases[x].senses, b.phrases[y].senses);
            if relation.same || relation.turn {
                explained_old.extend(&a.phrases[x].tokens);
                explained_new.extend(&b.phrases[y].tokens);
            }
            known = known.or(relation);
        }
    }
    let flags = [known.same, known.unlike, known.opposite, known.rank, known.implies, known.implied, known.turn];
    for (value, flag) in values[11..18].iter_mut().zip(flags) {
        *value = f32::from(u8::from(flag));
    }
    let share = |text: &super::content::TextContent<'_>, places: &Range<usize>, explained: &[usize]| {
        let telling: Vec<usize> = text.telling(places.clone()).collect();
        telling.iter().filter(|at| explained.contains(at)).count() as f32 / telling.len().max(1) as f32
    };
    values[18] = share(a, old, &explained_old);
    values[19] = share(b, new, &explained_new);
}

/// Returns how phrases of a facet that the other text lacks are related to phrases that this text lacks, wherever they stand.
fn across(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>)) -> SetRelation {
    let relate = |own: &CoveredText<'_>, other: &CoveredText<'_>, places: &Range<usize>| {
        let mut known = SetRelation::default();
        for &at in own.missing.iter().filter(|at| places.contains(at)) {
            for phrase in own.content.phrases_at(at) {
                for &there in other.missing.iter().take(MOST_COMPARED) {
                    for across in other.content.phrases_at(there) {
                        known = known.or(set_relation(phrase.senses, across.senses));
                    }
                }
            }
        }
        known
    };
    relate(&coverage.a, &coverage.b, old).or(relate(&coverage.b, &coverage.a, new))
}

/// Longest side, in telling words, whose words are looked up in the thesaurus.
const MOST_RELATED: usize = 8;

/// Reads off what the thesaurus says about the words that the two sides do not share.
fn thesaurus(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>), values: &mut [f32; BOTH.len()]) {
    let (a, b) = (&coverage.a.content, &coverage.b.content);
    let words = |text: &super::content::TextContent<'_>, places: &Range<usize>| -> Vec<usize> {
        text.telling(places.clone()).filter(|&at| text.tokens[at] == TokenContent::Word).collect()
    };
    let (mut left, mut right) = (words(a, old), words(b, new));
    let shared: Vec<&str> =
        left.iter().map(|&at| a.lemma(at)).filter(|word| right.iter().any(|&at| b.lemma(at) == *word)).collect();
    left.retain(|&at| !shared.contains(&a.lemma(at)));
    right.retain(|&at| !shared.contains(&b.lemma(at)));
    if MOST_RELATED < left.len().max(right.len()) {
        return;
    }
    let feature = |relation: Relation| match relation {
        Relation::Same => 20,
        Relation::Synonym => 21,
        Relation::Kin => 22,
        Relation::Opposite => 23,
        Relation::Cousin => 24,
        Relation::Stranger => 25,
        Relation::Unknown => 26,
    };
    if let ([x], [y]) = (&left[..], &right[..]) {
        values[27] = 1.0;
        values[28] = f32::from(u8::from(a.upos(*x) == b.upos(*y)));
        values[38] = f32::from(u8::from(a.upos(*x) == Upos::Noun && b.upos(*y) == Upos::Noun));
        let same = a.lemma(*x).bytes().zip(b.lemma(*y).bytes()).take_while(|(x, y)| x == y).count();
        values[29] = same as f32 / a.lemma(*x).len().max(b.lemma(*y).len()).max(1) as f32;
    }
    for &x in &left {
        if let Some(best) = right.iter().map(|&y| relation(a.lemma(x), b.lemma(y))).min() {
            values[feature(best)] += 1.0;
        }
    }
}
