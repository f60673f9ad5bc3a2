//! Extracts the features that separate a changed fact from another wording of the same one.
//!
//! `lodgings` > `accommodation` is one pair of synonyms; `in the galley` > `on
//! the car deck` is a stranger and a word more. The features are few and each
//! has a name, so that the learnt `weights_table.rs` can be read.

use super::features_table::{AUXILIARIES, MODALS, PREPOSITIONS, PRONOUNS, QUANTITIES, TURNING_PREFIXES};
use crate::claim::certainty::NEGATIVE_PREFIXES;
use crate::diff::edit::{EditedPassage, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::model::Upos;

/// A feature; its number is its place among the values and the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Feature {
    Bias,
    SameWord,
    Synonym,
    Kin,
    Opposite,
    Cousin,
    Stranger,
    Unknown,
    OneStrangerAlone,
    OldWordsLeftOver,
    NewWordsLeftOver,
    WordsOnlyTakenOut,
    WordsOnlyPutIn,
    PhraseTakenOut,
    PhrasePutIn,
    QuantityWordReplaced,
    QuantityWord,
    PronounReplaced,
    ModalVerb,
    PrepositionReplaced,
    WordsSwapped,
    FunctionWords,
    OnePlaceOnly,
    Places,
    LengthDiffers,
    CapitalTakenOut,
    CapitalPutIn,
    NameLikeWordsDiffer,
    TenseDiffers,
    VerbPutIn,
    VerbTakenOut,
    NumberDiffers,
    ThingsSideBySide,
    NounForAnotherNoun,
    VerbForAnotherVerb,
    TurnedByItsFirstSyllable,
}

/// Every feature with its name, in the order of the values.
#[rustfmt::skip]
const FEATURES: [(Feature, &str); N_FEATURES] = [
    (Feature::Bias, "bias"),
    (Feature::SameWord, "same word"),
    (Feature::Synonym, "synonym"),
    (Feature::Kin, "kin"),
    (Feature::Opposite, "opposite"),
    (Feature::Cousin, "cousin"),
    (Feature::Stranger, "stranger"),
    (Feature::Unknown, "unknown"),
    (Feature::OneStrangerAlone, "one stranger alone"),
    (Feature::OldWordsLeftOver, "old words left over"),
    (Feature::NewWordsLeftOver, "new words left over"),
    (Feature::WordsOnlyTakenOut, "words only taken out"),
    (Feature::WordsOnlyPutIn, "words only put in"),
    (Feature::PhraseTakenOut, "phrase taken out"),
    (Feature::PhrasePutIn, "phrase put in"),
    (Feature::QuantityWordReplaced, "quantity word replaced"),
    (Feature::QuantityWord, "quantity word"),
    (Feature::PronounReplaced, "pronoun replaced"),
    (Feature::ModalVerb, "modal verb"),
    (Feature::PrepositionReplaced, "preposition replaced"),
    (Feature::WordsSwapped, "words swapped"),
    (Feature::FunctionWords, "function words"),
    (Feature::OnePlaceOnly, "one place only"),
    (Feature::Places, "places"),
    (Feature::LengthDiffers, "length differs"),
    (Feature::CapitalTakenOut, "capital taken out"),
    (Feature::CapitalPutIn, "capital put in"),
    (Feature::NameLikeWordsDiffer, "name-like words differ"),
    (Feature::TenseDiffers, "tense differs"),
    (Feature::VerbPutIn, "verb put in"),
    (Feature::VerbTakenOut, "verb taken out"),
    (Feature::NumberDiffers, "number differs"),
    (Feature::ThingsSideBySide, "things side by side"),
    (Feature::NounForAnotherNoun, "noun for another noun"),
    (Feature::VerbForAnotherVerb, "verb for another verb"),
    (Feature::TurnedByItsFirstSyllable, "turned by its first syllable"),
];

/// How many features a passage has.
pub const N_FEATURES: usize = 36;

/// The value of each feature, in the order of `FEATURES`.
pub type FallbackFeatures = [f32; N_FEATURES];

/// Returns the name of the feature with this number.
pub fn name(at: usize) -> &'static str {
    FEATURES[at].1
}

/// The open words of one side of a hunk, content words apart.
struct HunkSide<'e> {
    content: Vec<&'e str>,
    /// The class of each content word.
    classes: Vec<Upos>,
    all: Vec<&'e str>,
}

/// Returns the features of the words that no finder has explained.
pub fn fallback_features(edit: &EditedPassage<'_>) -> FallbackFeatures {
    let mut features = FeatureCounts([0.0; N_FEATURES]);
    features.set(Feature::Bias, 1.0);
    let hunks: Vec<(HunkSide<'_>, HunkSide<'_>)> = edit
        .hunks
        .iter()
        .map(|hunk| (open(&edit.a, hunk.old.clone()), open(&edit.b, hunk.new.clone())))
        .filter(|(old, new)| !old.all.is_empty() || !new.all.is_empty())
        .collect();
    let all = |pick: &dyn for<'x> Fn(&'x (HunkSide<'x>, HunkSide<'x>)) -> &'x [&'x str]| -> Vec<String> {
        hunks.iter().flat_map(|hunk| pick(hunk).iter().map(|word| (*word).to_owned())).collect()
    };
    let (old_words, new_words) = (all(&|hunk| &hunk.0.all), all(&|hunk| &hunk.1.all));
    for (old, new) in &hunks {
        relate(&mut features, old, new, &old_words, &new_words);
    }
    word_classes(&mut features, &old_words, &new_words);
    swaps(&mut features, &hunks);
    names(&mut features, edit);
    features.set(Feature::OnePlaceOnly, f32::from(u8::from(hunks.len() == 1)));
    features.set(Feature::Places, (1.0 + hunks.len() as f32).ln());
    let (n_a, n_b) = (edit.a.len() as f32, edit.b.len() as f32);
    features.set(Feature::LengthDiffers, (n_a - n_b).abs() / n_a.max(n_b).max(1.0));
    features.0
}

/// The values of the features so far.
struct FeatureCounts(FallbackFeatures);

/// No count is higher than this: the fourth of its kind says no more than the third.
const MAX_COUNT: f32 = 3.0;

impl FeatureCounts {
    fn add(&mut self, feature: Feature, by: usize) {
        let value = &mut self.0[feature as usize];
        *value = (*value + by as f32).min(MAX_COUNT);
    }

    fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }
}

fn open<'e>(piece: &PassageSide<'e>, places: std::ops::Range<usize>) -> HunkSide<'e> {
    let left: Vec<usize> = places.filter(|&at| piece.is_open_at(at)).collect();
    let own: Vec<usize> = left.iter().copied().filter(|&at| matches!(piece.class(at), TokenClass::Content)).collect();
    let content = own.iter().map(|&at| piece.norm(at)).collect();
    let classes = own.iter().map(|&at| piece.upos(at)).collect();
    let all = left.iter().filter(|&&at| piece.class(at) != TokenClass::Mark).map(|&at| piece.norm(at)).collect();
    HunkSide { content, classes, all }
}

/// Pairs the content words of a hunk by their nearest relation and counts what is left.
fn relate(
    features: &mut FeatureCounts,
    old: &HunkSide<'_>,
    new: &HunkSide<'_>,
    old_words: &[String],
    new_words: &[String],
) {
    let kept = |words: &[&str], other: &[String]| -> Vec<String> {
        words.iter().filter(|word| !other.iter().any(|own| own == *word)).map(|word| (*word).to_owned()).collect()
    };
    let (old_left, mut new_left) = (kept(&old.content, new_words), kept(&new.content, old_words));
    let class = |open: &HunkSide<'_>, word: &str| {
        open.content.iter().position(|own| *own == word).map_or(Upos::X, |at| match open.classes[at] {
            Upos::Propn => Upos::Noun,
            class => class,
        })
    };
    let both = |one: &str, other: &str, wanted: Upos| class(old, one) == wanted && class(new, other) == wanted;
    let mut unmatched = 0;
    for word in &old_left {
        let best = new_left.iter().enumerate().map(|(at, other)| (relation(word, other), at)).min();
        match best {
            Some((near, at)) if near < Relation::Stranger => {
                let other = new_left.remove(at);
                features.add(feature_of(near), 1);
                features.add(
                    Feature::ThingsSideBySide,
                    usize::from(near == Relation::Cousin && both(word, &other, Upos::Noun)),
                );
                features.add(Feature::TurnedByItsFirstSyllable, usize::from(is_turned(word, &other)));
            }
            Some((Relation::Unknown, _)) => {
                features.add(Feature::Unknown, 1);
                unmatched += 1;
            }
            _ => {
                let meets = |class: Upos| usize::from(new_left.iter().any(|other| both(word, other, class)));
                features.add(Feature::NounForAnotherNoun, meets(Upos::Noun));
                features.add(Feature::VerbForAnotherVerb, meets(Upos::Verb));
                let turned = new_left.iter().any(|other| is_turned(word, other));
                features.add(Feature::TurnedByItsFirstSyllable, usize::from(turned));
                unmatched += 1;
            }
        }
    }
    left_over(features, (old, unmatched), (new, new_left.len()));
}

/// Counts words that nothing on the other side is related to.
fn left_over(features: &mut FeatureCounts, (old, n_old): (&HunkSide<'_>, usize), (new, n_new): (&HunkSide<'_>, usize)) {
    let pairs = n_old.min(n_new);
    features.add(Feature::Stranger, pairs);
    if n_old == 1 && n_new == 1 {
        features.add(Feature::OneStrangerAlone, 1);
    }
    let (rest_old, rest_new) = (n_old - pairs, n_new - pairs);
    match (old.content.is_empty(), new.content.is_empty()) {
        (true, false) => {
            features.add(Feature::WordsOnlyPutIn, rest_new);
            features.add(Feature::PhrasePutIn, usize::from(3 <= rest_new));
        }
        (false, true) => {
            features.add(Feature::WordsOnlyTakenOut, rest_old);
            features.add(Feature::PhraseTakenOut, usize::from(3 <= rest_old));
        }
        _ => {
            features.add(Feature::OldWordsLeftOver, rest_old);
            features.add(Feature::NewWordsLeftOver, rest_new);
        }
    }
}

/// Returns whether one word is the other with a prefix that reverses it: "optimal", "suboptimal".
fn is_turned(one: &str, other: &str) -> bool {
    let turns = |long: &str, short: &str| {
        4 <= short.len()
            && NEGATIVE_PREFIXES.iter().chain(TURNING_PREFIXES).any(|head| long.strip_prefix(head) == Some(short))
    };
    turns(one, other) || turns(other, one)
}

fn feature_of(relation: Relation) -> Feature {
    match relation {
        Relation::Same => Feature::SameWord,
        Relation::Synonym => Feature::Synonym,
        Relation::Kin => Feature::Kin,
        Relation::Opposite => Feature::Opposite,
        Relation::Cousin => Feature::Cousin,
        Relation::Stranger => Feature::Stranger,
        Relation::Unknown => Feature::Unknown,
    }
}

fn word_classes(features: &mut FeatureCounts, old: &[String], new: &[String]) {
    let of = |words: &[String], class: &[&str]| -> Vec<String> {
        let mut own: Vec<String> = words.iter().filter(|word| class.contains(&word.as_str())).cloned().collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    let differ = |class: &[&str]| {
        let (x, y) = (of(old, class), of(new, class));
        (x != y, x != y && !x.is_empty() && !y.is_empty())
    };
    let (quantity, replaced) = differ(QUANTITIES);
    features.add(Feature::QuantityWordReplaced, usize::from(replaced));
    features.add(Feature::QuantityWord, usize::from(quantity && !replaced));
    features.add(Feature::PronounReplaced, usize::from(differ(PRONOUNS).1));
    features.add(Feature::ModalVerb, usize::from(differ(MODALS).0));
    features.add(
        Feature::FunctionWords,
        usize::from(old.iter().chain(new).any(|word| crate::text::is_function_word(word))),
    );
}

/// Words that changed places with each other, and single prepositions replaced.
fn swaps(features: &mut FeatureCounts, hunks: &[(HunkSide<'_>, HunkSide<'_>)]) {
    let swapped = |(old, new): &(HunkSide<'_>, HunkSide<'_>)| {
        !old.content.is_empty()
            && !new.content.is_empty()
            && hunks.iter().any(|other| other.0.content == new.content && other.1.content == old.content)
    };
    features.add(Feature::WordsSwapped, usize::from(hunks.iter().any(swapped)));
    let preposition = |(old, new): &&(HunkSide<'_>, HunkSide<'_>)| match (&old.all[..], &new.all[..]) {
        ([x], [y]) => PREPOSITIONS.contains(x) && PREPOSITIONS.contains(y),
        _ => false,
    };
    features.add(Feature::PrepositionReplaced, hunks.iter().filter(preposition).count());
}

/// Capitals, verbs and numbers that only one side has.
fn names(features: &mut FeatureCounts, edit: &EditedPassage<'_>) {
    let lone =
        |piece: &PassageSide<'_>, other: &PassageSide<'_>, test: &dyn Fn(&PassageSide<'_>, usize) -> bool| -> usize {
            let own = |at: &usize| piece.is_open_at(*at) && test(piece, *at);
            let stands = |word: &str| (0..other.len()).any(|at| other.norm(at) == word);
            (0..piece.len()).filter(own).filter(|&at| !stands(piece.norm(at))).count()
        };
    let capital = |piece: &PassageSide<'_>, at: usize| at > 0 && piece.word(at).starts_with(char::is_uppercase);
    let verb = |piece: &PassageSide<'_>, at: usize| piece.upos(at) == Upos::Verb;
    let number = |piece: &PassageSide<'_>, at: usize| piece.norm(at).starts_with(|c: char| c.is_ascii_digit());
    let (out, put) = (lone(&edit.a, &edit.b, &capital), lone(&edit.b, &edit.a, &capital));
    features.add(Feature::CapitalTakenOut, usize::from(0 < out && put == 0));
    features.add(Feature::CapitalPutIn, usize::from(0 < put && out == 0));
    features.add(Feature::NameLikeWordsDiffer, out.min(put));
    let (verbs_out, verbs_in) = (lone(&edit.a, &edit.b, &verb), lone(&edit.b, &edit.a, &verb));
    features.add(Feature::VerbTakenOut, verbs_out.saturating_sub(verbs_in));
    features.add(Feature::VerbPutIn, verbs_in.saturating_sub(verbs_out));
    features.add(Feature::NumberDiffers, lone(&edit.a, &edit.b, &number) + lone(&edit.b, &edit.a, &number));
    let aux = |piece: &PassageSide<'_>, at: usize| AUXILIARIES.contains(&piece.norm(at));
    features
        .add(Feature::TenseDiffers, usize::from(lone(&edit.a, &edit.b, &aux) > 0 && lone(&edit.b, &edit.a, &aux) > 0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_listed_in_the_order_of_their_numbers() {
        for (at, (feature, _)) in FEATURES.iter().enumerate() {
            assert_eq!(*feature as usize, at, "{feature:?}");
        }
    }
}
