//! Reads off an edit what tells a changed fact from other words for the same one.
//!
//! `lodgings` > `accommodation` is one pair of synonyms; `in the galley` > `on
//! the car deck` is a stranger and a word more. The traits are few and each
//! has a name, so that `weights_table.rs`, learnt from them, can be read.

use crate::diff::edit::{EditedPassage, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::model::Upos;

/// Names of the traits, in the order of their values.
pub const NAMES: [&str; N_TRAITS] = [
    "bias",
    "same word",
    "synonym",
    "kin",
    "opposite",
    "cousin",
    "stranger",
    "unknown",
    "one stranger alone",
    "old words left over",
    "new words left over",
    "words only taken out",
    "words only put in",
    "phrase taken out",
    "phrase put in",
    "quantity word replaced",
    "quantity word",
    "pronoun replaced",
    "modal verb",
    "preposition replaced",
    "words swapped",
    "function words",
    "one place only",
    "places",
    "length differs",
    "capital taken out",
    "capital put in",
    "name-like words differ",
    "tense differs",
    "verb put in",
    "verb taken out",
    "number differs",
    "things side by side",
    "noun for another noun",
    "verb for another verb",
    "turned by its first syllable",
];
pub const N_TRAITS: usize = 36;

pub type FallbackFeatures = [f32; N_TRAITS];

const QUANTITIES: &[&str] = &[
    "all", "both", "each", "eight", "every", "few", "fewer", "first", "five", "four", "half", "last", "least", "less",
    "many", "more", "nine", "none", "one", "only", "second", "seven", "several", "six", "some", "ten", "third",
    "three", "two",
];
const PRONOUNS: &[&str] =
    &["he", "her", "him", "his", "i", "my", "our", "she", "their", "them", "they", "us", "we", "you", "your"];
const MODALS: &[&str] = &["can", "could", "may", "might", "must", "should", "will", "would"];
const PREPOSITIONS: &[&str] = &[
    "above", "after", "against", "and", "before", "below", "but", "down", "for", "from", "in", "or", "out", "over",
    "to", "under", "up", "with",
];

/// The open words of one side of a hunk, content words apart.
struct HunkSide<'e> {
    content: Vec<&'e str>,
    /// The class of each content word.
    classes: Vec<Upos>,
    all: Vec<&'e str>,
}

/// Returns the traits of the words that no finder has explained.
pub fn read(edit: &EditedPassage<'_>) -> FallbackFeatures {
    let mut traits = Counter([0.0; N_TRAITS]);
    traits.set("bias", 1.0);
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
        relate(&mut traits, old, new, &old_words, &new_words);
    }
    word_classes(&mut traits, &old_words, &new_words);
    swaps(&mut traits, &hunks);
    names(&mut traits, edit);
    traits.set("one place only", f32::from(u8::from(hunks.len() == 1)));
    traits.set("places", (1.0 + hunks.len() as f32).ln());
    let (n_a, n_b) = (edit.a.len() as f32, edit.b.len() as f32);
    traits.set("length differs", (n_a - n_b).abs() / n_a.max(n_b).max(1.0));
    traits.0
}

/// Counts by name; no trait counts more than three.
struct Counter(FallbackFeatures);

impl Counter {
    fn at(name: &str) -> usize {
        NAMES.iter().position(|own| *own == name).expect("every trait set is in NAMES")
    }

    fn add(&mut self, name: &str, by: usize) {
        let value = &mut self.0[Self::at(name)];
        *value = (*value + by as f32).min(3.0);
    }

    fn set(&mut self, name: &str, value: f32) {
        self.0[Self::at(name)] = value;
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
fn relate(traits: &mut Counter, old: &HunkSide<'_>, new: &HunkSide<'_>, old_words: &[String], new_words: &[String]) {
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
                traits.add(name_of(near), 1);
                traits.add(
                    "things side by side",
                    usize::from(near == Relation::Cousin && both(word, &other, Upos::Noun)),
                );
                traits.add("turned by its first syllable", usize::from(is_turned(word, &other)));
            }
            Some((Relation::Unknown, _)) => {
                traits.add("unknown", 1);
                unmatched += 1;
            }
            _ => {
                let meets = |class: Upos| usize::from(new_left.iter().any(|other| both(word, other, class)));
                traits.add("noun for another noun", meets(Upos::Noun));
                traits.add("verb for another verb", meets(Upos::Verb));
                let turned = new_left.iter().any(|other| is_turned(word, other));
                traits.add("turned by its first syllable", usize::from(turned));
                unmatched += 1;
            }
        }
    }
    left_over(traits, (old, unmatched), (new, new_left.len()));
}

/// Counts words that nothing on the other side is related to.
fn left_over(traits: &mut Counter, (old, n_old): (&HunkSide<'_>, usize), (new, n_new): (&HunkSide<'_>, usize)) {
    let pairs = n_old.min(n_new);
    traits.add("stranger", pairs);
    if n_old == 1 && n_new == 1 {
        traits.add("one stranger alone", 1);
    }
    let (rest_old, rest_new) = (n_old - pairs, n_new - pairs);
    match (old.content.is_empty(), new.content.is_empty()) {
        (true, false) => {
            traits.add("words only put in", rest_new);
            traits.add("phrase put in", usize::from(3 <= rest_new));
        }
        (false, true) => {
            traits.add("words only taken out", rest_old);
            traits.add("phrase taken out", usize::from(3 <= rest_old));
        }
        _ => {
            traits.add("old words left over", rest_old);
            traits.add("new words left over", rest_new);
        }
    }
}

/// Returns whether one word is the other with a syllable that turns it round: "optimal", "suboptimal".
fn is_turned(one: &str, other: &str) -> bool {
    let turns = |long: &str, short: &str| {
        4 <= short.len()
            && ["anti", "dis", "il", "im", "in", "ir", "mal", "mis", "non", "non-", "sub", "un", "under"]
                .iter()
                .any(|head| long.strip_prefix(head) == Some(short))
    };
    turns(one, other) || turns(other, one)
}

fn name_of(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "same word",
        Relation::Synonym => "synonym",
        Relation::Kin => "kin",
        Relation::Opposite => "opposite",
        Relation::Cousin => "cousin",
        Relation::Stranger => "stranger",
        Relation::Unknown => "unknown",
    }
}

fn word_classes(traits: &mut Counter, old: &[String], new: &[String]) {
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
    traits.add("quantity word replaced", usize::from(replaced));
    traits.add("quantity word", usize::from(quantity && !replaced));
    traits.add("pronoun replaced", usize::from(differ(PRONOUNS).1));
    traits.add("modal verb", usize::from(differ(MODALS).0));
    traits.add(
        "function words",
        usize::from(old.iter().chain(new).any(|word| crate::diff::words::stop_words_table::is_function_word(word))),
    );
}

/// Words that changed places with each other, and single prepositions replaced.
fn swaps(traits: &mut Counter, hunks: &[(HunkSide<'_>, HunkSide<'_>)]) {
    let swapped = |(old, new): &(HunkSide<'_>, HunkSide<'_>)| {
        !old.content.is_empty()
            && !new.content.is_empty()
            && hunks.iter().any(|other| other.0.content == new.content && other.1.content == old.content)
    };
    traits.add("words swapped", usize::from(hunks.iter().any(swapped)));
    let preposition = |(old, new): &&(HunkSide<'_>, HunkSide<'_>)| match (&old.all[..], &new.all[..]) {
        ([x], [y]) => PREPOSITIONS.contains(x) && PREPOSITIONS.contains(y),
        _ => false,
    };
    traits.add("preposition replaced", hunks.iter().filter(preposition).count());
}

/// Capitals, verbs and numbers that only one side has.
fn names(traits: &mut Counter, edit: &EditedPassage<'_>) {
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
    traits.add("capital taken out", usize::from(0 < out && put == 0));
    traits.add("capital put in", usize::from(0 < put && out == 0));
    traits.add("name-like words differ", out.min(put));
    let (verbs_out, verbs_in) = (lone(&edit.a, &edit.b, &verb), lone(&edit.b, &edit.a, &verb));
    traits.add("verb taken out", verbs_out.saturating_sub(verbs_in));
    traits.add("verb put in", verbs_in.saturating_sub(verbs_out));
    traits.add("number differs", lone(&edit.a, &edit.b, &number) + lone(&edit.b, &edit.a, &number));
    let aux = |piece: &PassageSide<'_>, at: usize| {
        matches!(piece.norm(at), "is" | "are" | "was" | "were" | "has" | "have" | "had")
    };
    traits.add("tense differs", usize::from(lone(&edit.a, &edit.b, &aux) > 0 && lone(&edit.b, &edit.a, &aux) > 0));
}
