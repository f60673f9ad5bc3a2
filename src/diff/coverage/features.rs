//! Extracts the features that separate a changed fact from the same fact in other words or in another place.
//!
//! Old: `The bus was headed to Roland School.`   New: `…, on its way to Roland School, …` in another sentence.
//! The removed sentence has three telling words, of which the new text lacks one verb; it has the same names.
//! Each feature has a name, so that a learnt table can be read.

use std::ops::{Index, IndexMut, Range};

use super::content::{Covered, TextContent, TokenContent};
use super::covered::{Coverage, CoveredText};
use crate::diff::edit::FoundFacet;
use crate::diff::lexicon::phrases::{SetRelation, set_relation};
use crate::diff::lexicon::{Relation, relation};
use crate::model::{ChangeKind, Document, Rel, Span, Upos, Weight};
use crate::text::is_article;

/// Lists features: the type that numbers them, their names and their values stand in one place.
macro_rules! features {
    ($(#[$doc:meta])* $feature:ident, $values:ident { $($variant:ident => $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        enum $feature {
            $($variant,)*
        }

        impl $feature {
            const NAMES: &[&str] = &[$($name,)*];
            const COUNT: usize = Self::NAMES.len();
        }

        /// The value of each feature.
        struct $values([f32; $feature::COUNT]);

        impl Index<$feature> for $values {
            type Output = f32;

            fn index(&self, feature: $feature) -> &f32 {
                &self.0[feature as usize]
            }
        }

        impl IndexMut<$feature> for $values {
            fn index_mut(&mut self, feature: $feature) -> &mut f32 {
                &mut self.0[feature as usize]
            }
        }
    };
}

features! {
    /// A feature of one side of a facet.
    SideFeature, SideValues {
        TellingWords => "telling words",
        NounsNotCovered => "nouns not covered",
        VerbsNotCovered => "verbs not covered",
        AdjectivesNotCovered => "adjectives not covered",
        OtherWordsNotCovered => "other words not covered",
        NamesNotCovered => "names not covered",
        FiguresNotCovered => "figures not covered",
        TimesNotCovered => "times not covered",
        Negations => "negations",
        ShareNotCovered => "share not covered",
        WordsCoveredElsewhere => "words covered elsewhere",
        WordsCoveredByStem => "words covered by stem",
        WordsCoveredByMeaning => "words covered by meaning",
        WordsNotCoveredButRelated => "words not covered but related",
        SilentWords => "words that tell nothing",
        WordsOfQuotations => "words of quotations",
        Infinitives => "infinitives",
        PastForms => "past forms",
        Participles => "participles and perfect forms",
        ModalVerbs => "modal verbs",
        Prepositions => "prepositions",
        Quantifiers => "quantifiers",
        GoverningVerbs => "verbs that govern a verb",
        Words => "words",
        FiguresWithAnotherBound => "figures with another bound",
        ShareInOneSentence => "share of words in one sentence of the other text",
        ShareInTwoSentences => "share of words in two sentences of the other text",
    }
}

features! {
    /// A feature of both sides of a facet.
    PairFeature, PairValues {
        Statement => "statement",
        Source => "source",
        Date => "date",
        Figure => "figure",
        Name => "name",
        Polarity => "polarity",
        Certainty => "certainty",
        Quote => "quote",
        Wording => "wording",
        ProposedAsAFact => "proposed as a fact",
        WholeSentence => "whole sentence",
        DecidedByWeights => "decided by weights",
        DecidedByASet => "decided by a set",
        SetSame => "set: same",
        SetUnlike => "set: unlike",
        SetOpposite => "set: opposite",
        SetRank => "set: rank",
        SetImplies => "set: implies",
        SetImplied => "set: implied",
        SetTurn => "set: turn",
        OldWordsExplained => "telling words of the old side explained by a set",
        NewWordsExplained => "telling words of the new side explained by a set",
        ThesaurusSame => "thesaurus: same",
        ThesaurusSynonym => "thesaurus: synonym",
        ThesaurusKin => "thesaurus: kin",
        ThesaurusOpposite => "thesaurus: opposite",
        ThesaurusCousin => "thesaurus: cousin",
        ThesaurusStranger => "thesaurus: stranger",
        ThesaurusUnknown => "thesaurus: unknown",
        OneWordForOneWord => "one word for one word",
        TheSameClassOfWord => "the same class of word",
        SharedBeginning => "shared beginning",
        NegationsDiffer => "negations differ",
        PassageFacets => "facets of the passage",
        OldMissingWords => "words of changed sentences not covered, old",
        NewMissingWords => "words of changed sentences not covered, new",
        ChangedNegationsDiffer => "negations of changed sentences differ",
        ShareOfChanged => "share of the changed sentences",
        OldSentences => "sentences of the old text",
        ChangedSentences => "changed sentences",
        ShareOfSentences => "share of sentences changed",
        MissingValues => "figures of changed sentences not covered",
        NounForNoun => "noun for noun",
        MissingUnlike => "missing word unlike a missing word",
        MissingOpposite => "missing word opposite to a missing word",
        MissingImplied => "missing word implied by, or implying, a missing word",
        OtherFunctionWords => "other function words",
        BothSidesTellNothing => "both sides tell nothing",
    }
}

/// Returns 1 for yes and 0 for no.
fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// How many features a facet has.
pub const N_FEATURES: usize = 2 * SideFeature::COUNT + PairFeature::COUNT;

/// The value of each feature: old side, new side, both.
pub type FactFeatures = [f32; N_FEATURES];

/// Returns the name of the feature with this number.
pub fn name(at: usize) -> String {
    match at.checked_sub(2 * SideFeature::COUNT) {
        Some(at) => PairFeature::NAMES[at].to_owned(),
        None if at < SideFeature::COUNT => format!("old: {}", SideFeature::NAMES[at]),
        None => format!("new: {}", SideFeature::NAMES[at - SideFeature::COUNT]),
    }
}

/// Returns the features of a proposed facet in a passage of `n_facets`.
pub(super) fn fact_features(coverage: &Coverage<'_>, found: &FoundFacet, n_facets: usize) -> FactFeatures {
    let places = |text: &CoveredText<'_>, span: Option<Span>| {
        span.map_or(0..0, |span| text.content.analysis.document.tokens_in(span))
    };
    let (old, new) = (places(&coverage.a, found.facet.a_span), places(&coverage.b, found.facet.b_span));
    let mut features = [0.0; N_FEATURES];
    let (sides, both) = features.split_at_mut(2 * SideFeature::COUNT);
    sides[..SideFeature::COUNT].copy_from_slice(&side(&coverage.a, &coverage.b, &old).0);
    sides[SideFeature::COUNT..].copy_from_slice(&side(&coverage.b, &coverage.a, &new).0);
    both.copy_from_slice(&together(coverage, found, (&old, &new), n_facets).0);
    features
}

/// Returns the features of one side of a facet.
fn side(own: &CoveredText<'_>, other: &CoveredText<'_>, places: &Range<usize>) -> SideValues {
    let mut values = SideValues([0.0; SideFeature::COUNT]);
    let document = &own.content.analysis.document;
    let (mut last, mut missing) = (TokenContent::Nothing, 0.0);
    for at in places.clone() {
        let content = own.content.tokens[at];
        let token = &document.tokens[at];
        values[SideFeature::WordsOfQuotations] += flag(token.in_quotes);
        grammar(document, at, &mut values);
        match content {
            TokenContent::Nothing => values[SideFeature::SilentWords] += 1.0,
            TokenContent::Negation => values[SideFeature::Negations] += 1.0,
            // A figure or time counts once, however many words it has.
            TokenContent::Figure(_) | TokenContent::Time(_) if content == last => {}
            _ => {
                values[SideFeature::TellingWords] += 1.0;
                let covered = own.covered[at];
                match covered {
                    Covered::Exactly => {}
                    Covered::ByStem => values[SideFeature::WordsCoveredByStem] += 1.0,
                    Covered::ByMeaning => values[SideFeature::WordsCoveredByMeaning] += 1.0,
                    Covered::Elsewhere => values[SideFeature::WordsCoveredElsewhere] += 1.0,
                    Covered::WithOtherBound => values[SideFeature::FiguresWithAnotherBound] += 1.0,
                    Covered::No => {
                        values[missing_feature(content, own.content.upos(at))] += 1.0;
                        missing += 1.0;
                        values[SideFeature::WordsNotCoveredButRelated] += flag(is_related_to_missing(own, other, at));
                    }
                }
            }
        }
        last = content;
    }
    values[SideFeature::ShareNotCovered] = missing / values[SideFeature::TellingWords].max(1.0);
    let words: Vec<usize> = places.clone().filter(|&at| own.content.tokens[at] == TokenContent::Word).collect();
    (values[SideFeature::ShareInOneSentence], values[SideFeature::ShareInTwoSentences]) =
        other.content.shares_in_sentences(&own.content, &words);
    values
}

/// Counts what a token is in the grammar of its sentence.
fn grammar(document: &Document<'_>, at: usize, values: &mut SideValues) {
    let token = &document.tokens[at];
    let feature = match token.penn {
        "VB" => Some(SideFeature::Infinitives),
        "VBD" => Some(SideFeature::PastForms),
        "VBN" | "VBG" => Some(SideFeature::Participles),
        "MD" => Some(SideFeature::ModalVerbs),
        "IN" | "TO" => Some(SideFeature::Prepositions),
        "DT" | "PDT" if !is_article(document.norm(at)) => Some(SideFeature::Quantifiers),
        _ => None,
    };
    if let Some(feature) = feature {
        values[feature] += 1.0;
    }
    // "offered to resign": what was offered need not have come about.
    let governs = token.upos == Upos::Verb
        && (at + 1..(at + 4).min(document.tokens.len()))
            .any(|next| document.tokens[next].rel == Rel::Xcomp && document.tokens[next].head == at);
    values[SideFeature::GoverningVerbs] += flag(governs);
    values[SideFeature::Words] += flag(document.norm(at).contains(char::is_alphanumeric));
}

/// Returns the feature that counts a missing token.
fn missing_feature(content: TokenContent, class: Upos) -> SideFeature {
    match (content, class) {
        (TokenContent::Figure(_), _) => SideFeature::FiguresNotCovered,
        (TokenContent::Time(_), _) => SideFeature::TimesNotCovered,
        (_, Upos::Noun) => SideFeature::NounsNotCovered,
        (_, Upos::Verb | Upos::Aux) => SideFeature::VerbsNotCovered,
        (_, Upos::Adj) => SideFeature::AdjectivesNotCovered,
        (_, Upos::Propn) => SideFeature::NamesNotCovered,
        _ => SideFeature::OtherWordsNotCovered,
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
) -> PairValues {
    use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source, Statement, Wording};
    let flag = |yes: bool| flag(yes);
    let mut values = PairValues([0.0; PairFeature::COUNT]);
    let kind = match found.facet.kind {
        Statement => Some(PairFeature::Statement),
        Source => Some(PairFeature::Source),
        Date => Some(PairFeature::Date),
        Figure => Some(PairFeature::Figure),
        Name => Some(PairFeature::Name),
        Polarity => Some(PairFeature::Polarity),
        Certainty => Some(PairFeature::Certainty),
        Quote => Some(PairFeature::Quote),
        Wording => Some(PairFeature::Wording),
        _ => None,
    };
    if let Some(kind) = kind {
        values[kind] = 1.0;
    }
    values[PairFeature::ProposedAsAFact] = flag(found.weight == Weight::Material);
    values[PairFeature::WholeSentence] = flag(found.why.starts_with("sentence-"));
    values[PairFeature::DecidedByWeights] = flag(found.why.starts_with("learnt-"));
    values[PairFeature::DecidedByASet] = flag(found.why == "other-of-a-set");
    sets(coverage, (old, new), &mut values);
    thesaurus(coverage, (old, new), &mut values);
    let negations = |text: &CoveredText<'_>, places: &Range<usize>| {
        places.clone().filter(|&at| text.content.tokens[at] == TokenContent::Negation).count() as f32
    };
    values[PairFeature::NegationsDiffer] = (negations(&coverage.a, old) - negations(&coverage.b, new)).abs();
    values[PairFeature::PassageFacets] = (1.0 + n_facets as f32).ln();
    values[PairFeature::OldMissingWords] = coverage.a.missing.len().min(20) as f32;
    values[PairFeature::NewMissingWords] = coverage.b.missing.len().min(20) as f32;
    values[PairFeature::ChangedNegationsDiffer] = (coverage.a.negations as f32 - coverage.b.negations as f32).abs();
    let changed = (coverage.a.n_changed + coverage.b.n_changed).max(1) as f32;
    values[PairFeature::ShareOfChanged] = (old.len() + new.len()) as f32 / changed;
    values[PairFeature::OldSentences] = (1.0 + coverage.a.content.analysis.document.sentences.len() as f32).ln();
    let n_changed = (coverage.a.content.n_sentences_changed() + coverage.b.content.n_sentences_changed()) as f32;
    let n_sentences = |text: &CoveredText<'_>| text.content.analysis.document.sentences.len();
    values[PairFeature::ChangedSentences] = n_changed;
    values[PairFeature::ShareOfSentences] =
        n_changed / (n_sentences(&coverage.a) + n_sentences(&coverage.b)).max(1) as f32;
    let (left, right) = (function_words(&coverage.a, old), function_words(&coverage.b, new));
    values[PairFeature::OtherFunctionWords] =
        flag(!left.is_empty() && !right.is_empty() && !left.iter().any(|word| right.contains(word)));
    let tells = |text: &CoveredText<'_>, places: &Range<usize>| text.content.telling(places.clone()).next().is_some();
    values[PairFeature::BothSidesTellNothing] = flag(!tells(&coverage.a, old) && !tells(&coverage.b, new));
    let across = across(coverage, (old, new));
    values[PairFeature::MissingUnlike] = flag(across.unlike | across.rank);
    values[PairFeature::MissingOpposite] = flag(across.opposite);
    values[PairFeature::MissingImplied] = flag(across.implies | across.implied);
    values[PairFeature::MissingValues] = (coverage.a.missing_values + coverage.b.missing_values).min(9) as f32;
    values
}

/// Returns the prepositions, conjunctions, determiners and particles at `places`.
fn function_words<'t>(text: &'t CoveredText<'_>, places: &Range<usize>) -> Vec<&'t str> {
    let document = &text.content.analysis.document;
    let is_one = |at: &usize| matches!(document.tokens[*at].penn, "IN" | "TO" | "CC" | "DT" | "RP");
    places.clone().filter(is_one).map(|at| document.norm(at)).collect()
}

/// Reads off what the tables of phrases say about the two sides.
fn sets(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>), values: &mut PairValues) {
    let (a, b) = (&coverage.a.content, &coverage.b.content);
    let mut known = SetRelation::default();
    let (mut explained_old, mut explained_new) = (Vec::new(), Vec::new());
    for x in a.phrases_touching(old) {
        for y in b.phrases_touching(new) {
            let relation = set_relation(x.senses, y.senses);
            if relation.same || relation.turn {
                explained_old.extend(&x.tokens);
                explained_new.extend(&y.tokens);
            }
            known = known.or(relation);
        }
    }
    values[PairFeature::SetSame] = flag(known.same);
    values[PairFeature::SetUnlike] = flag(known.unlike);
    values[PairFeature::SetOpposite] = flag(known.opposite);
    values[PairFeature::SetRank] = flag(known.rank);
    values[PairFeature::SetImplies] = flag(known.implies);
    values[PairFeature::SetImplied] = flag(known.implied);
    values[PairFeature::SetTurn] = flag(known.turn);
    let share = |text: &TextContent<'_>, places: &Range<usize>, explained: &[usize]| {
        let telling: Vec<usize> = text.telling(places.clone()).collect();
        telling.iter().filter(|at| explained.contains(at)).count() as f32 / telling.len().max(1) as f32
    };
    values[PairFeature::OldWordsExplained] = share(a, old, &explained_old);
    values[PairFeature::NewWordsExplained] = share(b, new, &explained_new);
}

/// Returns how phrases of a facet that the other text lacks are related to phrases that this text lacks, wherever they stand.
fn across(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>)) -> SetRelation {
    let relate = |own: &CoveredText<'_>, other: &CoveredText<'_>, places: &Range<usize>| {
        let mut known = SetRelation::default();
        let first = own.missing.partition_point(|&at| at < places.start);
        for &at in own.missing[first..].iter().take_while(|&&at| at < places.end) {
            for phrase in own.content.phrases_touching(&(at..at + 1)) {
                for &there in other.missing.iter().take(MOST_COMPARED) {
                    for across in other.content.phrases_touching(&(there..there + 1)) {
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
fn thesaurus(coverage: &Coverage<'_>, (old, new): (&Range<usize>, &Range<usize>), values: &mut PairValues) {
    let (a, b) = (&coverage.a.content, &coverage.b.content);
    let words = |text: &TextContent<'_>, places: &Range<usize>| -> Vec<usize> {
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
        Relation::Same => PairFeature::ThesaurusSame,
        Relation::Synonym => PairFeature::ThesaurusSynonym,
        Relation::Kin => PairFeature::ThesaurusKin,
        Relation::Opposite => PairFeature::ThesaurusOpposite,
        Relation::Cousin => PairFeature::ThesaurusCousin,
        Relation::Stranger => PairFeature::ThesaurusStranger,
        Relation::Unknown => PairFeature::ThesaurusUnknown,
    };
    if let ([x], [y]) = (&left[..], &right[..]) {
        values[PairFeature::OneWordForOneWord] = 1.0;
        values[PairFeature::TheSameClassOfWord] = flag(a.upos(*x) == b.upos(*y));
        values[PairFeature::NounForNoun] = flag(a.upos(*x) == Upos::Noun && b.upos(*y) == Upos::Noun);
        let same = a.lemma(*x).bytes().zip(b.lemma(*y).bytes()).take_while(|(x, y)| x == y).count();
        values[PairFeature::SharedBeginning] = same as f32 / a.lemma(*x).len().max(b.lemma(*y).len()).max(1) as f32;
    }
    for &x in &left {
        if let Some(best) = right.iter().map(|&y| relation(a.lemma(x), b.lemma(y))).min() {
            values[feature(best)] += 1.0;
        }
    }
}
