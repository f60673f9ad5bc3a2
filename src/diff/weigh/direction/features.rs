//! Extracts the features that separate "more is said" from "something else is said".
//!
//! `a rock band` > `an indie rock band formed in 1997`: one word alone before a
//! noun, a clause alone at the end, nothing removed. Each feature is a count or
//! a share with a name; those of one side stand in a block, so that the same
//! edit seen from the other side is the same list with two blocks exchanged.

use std::ops::Range;

use super::features_table::{LIMITS, PRONOUNS};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Rel, Upos, Weight};

/// Names of the features of one side.
const SIDE: [&str; 41] = [
    "words of its own",
    "words that nothing answers to",
    "nouns",
    "verbs",
    "adjectives",
    "names",
    "numbers",
    "pronouns",
    "commas",
    "and",
    "ends of sentences",
    "capitals",
    "words that limit",
    "length",
    "share of words that the other side has",
    "share of words that only qualify",
    "nouns that qualify",
    "parts of a compound",
    "parts of a name",
    "items of a list",
    "things beside a verb",
    "clauses",
    "places where words stand alone",
    "words that stand alone",
    "most words that stand alone in one place",
    "single words alone",
    "alone before a noun",
    "alone before an adjective",
    "alone before a preposition",
    "alone behind an article",
    "alone behind an adjective",
    "alone and opening with and",
    "alone and opening with a mark",
    "alone at the start",
    "alone at the end",
    "words in replaced places",
    "replaced places that hold the other side's words",
    "statements or wording on this side only",
    "dates on this side only",
    "names and figures on this side only",
    "more by count of words",
];

/// Names of the features of both sides together.
const BOTH: [&str; 25] = [
    "places",
    "replaced places",
    "number for number",
    "name for name",
    "noun for noun",
    "adjective for adjective",
    "verb for verb",
    "one word for one word",
    "the same relation",
    "the same class of word",
    "a near word for a word",
    "a cousin for a word",
    "an unknown word for a word",
    "the same first letters",
    "qualifier replaced",
    "root replaced",
    "adverb replaced",
    "object replaced",
    "item of a list replaced",
    "words in common",
    "figure for figure",
    "name for name by meaning",
    "date for date",
    "statement or wording for another",
    "stance or speaker for another",
];

/// How many features an edit has.
pub const N_FEATURES: usize = 2 * SIDE.len() + BOTH.len();

/// Values in the order of `names`: the side that would say more, the other side, both.
pub type DirectionFeatures = [f32; N_FEATURES];

/// Returns the name of a feature.
pub fn name(at: usize) -> (&'static str, &'static str) {
    match at {
        at if at < SIDE.len() => ("here", SIDE[at]),
        at if at < 2 * SIDE.len() => ("there", SIDE[at - SIDE.len()]),
        at => ("both", BOTH[at - 2 * SIDE.len()]),
    }
}

/// The places of words that carry content and that the other side has nowhere in the passage.
pub struct Sides {
    /// Places of the old side.
    pub old: Vec<usize>,
    /// Places of the new side.
    pub new: Vec<usize>,
}

impl Sides {
    /// Collects the words of either side that the other one lacks.
    pub fn new(edit: &EditedPassage<'_>) -> Self {
        Self { old: only_in(&edit.a, &edit.b), new: only_in(&edit.b, &edit.a) }
    }
}

fn only_in(own: &PassageSide<'_>, other: &PassageSide<'_>) -> Vec<usize> {
    let mut left: Vec<u32> = (0..other.len()).filter(|&at| other.is_changed(at)).map(|at| other.word_ids[at]).collect();
    left.sort_unstable();
    let tells = |at: &usize| matches!(own.class(*at), TokenClass::Content | TokenClass::Number);
    let mut changed: Vec<usize> = (0..own.len()).filter(|&at| own.is_changed(at)).filter(tells).collect();
    changed.sort_by_key(|&at| own.word_ids[at]);
    let mut next = 0;
    changed.retain(|&at| {
        let number = own.word_ids[at];
        next += left[next..].iter().take_while(|&&other| other < number).count();
        let matched = left.get(next) == Some(&number);
        next += usize::from(matched);
        !matched
    });
    changed.sort_unstable();
    changed
}

/// One side of an edit as the other sees it.
struct SideView<'v, 'e> {
    own: &'v PassageSide<'e>,
    other: &'v PassageSide<'e>,
    lone: &'v [usize],
    /// Stretches of this side, and of the other.
    hunks: Vec<(Range<usize>, Range<usize>)>,
    /// The facet stands on this side only.
    is_here: fn(&FoundFacet) -> bool,
    found: &'v [FoundFacet],
    says_more: bool,
    unmatched: usize,
}

/// Returns the features as seen from the old text, and as seen from the new one.
pub fn features_of(
    edit: &EditedPassage<'_>,
    found: &[FoundFacet],
    sides: &Sides,
    by_words: Information,
) -> (DirectionFeatures, DirectionFeatures) {
    let pair = |at: &crate::diff::words::word_diff::Hunk| (at.old.clone(), at.new.clone());
    let turned = |at: &crate::diff::words::word_diff::Hunk| (at.new.clone(), at.old.clone());
    let matched = n_matched(edit, sides);
    let old = SideView {
        own: &edit.a,
        other: &edit.b,
        lone: &sides.old,
        hunks: edit.hunks.iter().map(pair).collect(),
        is_here: |found| found.facet.before.is_some() && found.facet.after.is_none(),
        found,
        says_more: by_words == Information::Removed,
        unmatched: sides.old.len() - matched,
    };
    let new = SideView {
        own: &edit.b,
        other: &edit.a,
        lone: &sides.new,
        hunks: edit.hunks.iter().map(turned).collect(),
        is_here: |found| found.facet.before.is_none() && found.facet.after.is_some(),
        found,
        says_more: by_words == Information::Added,
        unmatched: sides.new.len() - matched,
    };
    let (of_old, of_new, of_both) = (side_block(&old), side_block(&new), both(edit, sides, found));
    (join(&of_new, &of_old, &of_both), join(&of_old, &of_new, &of_both))
}

fn side_block(view: &SideView<'_, '_>) -> [f32; SIDE.len()] {
    let mut block = [0.0; SIDE.len()];
    let parts = view.words().into_iter().chain(view.relations()).chain(view.alone()).chain(view.facets());
    block.iter_mut().zip(parts).for_each(|(own, value)| *own = value);
    block
}

fn join(here: &[f32; SIDE.len()], there: &[f32; SIDE.len()], both: &[f32; BOTH.len()]) -> DirectionFeatures {
    let mut features = [0.0; N_FEATURES];
    let values = here.iter().chain(there).chain(both);
    features.iter_mut().zip(values).for_each(|(own, value)| *own = *value);
    features
}

impl SideView<'_, '_> {
    fn count(&self, test: impl Fn(usize) -> bool) -> f32 {
        self.lone.iter().filter(|&&at| test(at)).count() as f32
    }

    /// Counts words of this side, whatever they carry, that are changed and that the other side's changed words lack.
    fn lone_words(&self, test: impl Fn(&str) -> bool) -> f32 {
        let count = |piece: &PassageSide<'_>| {
            (0..piece.len()).filter(|&at| piece.is_changed(at) && test(piece.norm(at))).count() as f32
        };
        (count(self.own) - count(self.other)).max(0.0)
    }

    fn upos(&self, at: usize) -> Upos {
        self.own.upos(at)
    }

    fn words(&self) -> [f32; 15] {
        let class = |wanted: Upos| self.count(|at| self.upos(at) == wanted);
        let content = |piece: &PassageSide<'_>| (0..piece.len()).filter(|&at| is_open(piece.upos(at))).count() as f32;
        let own = content(self.own);
        [
            self.lone.len() as f32,
            self.unmatched as f32,
            class(Upos::Noun),
            class(Upos::Verb),
            class(Upos::Adj),
            class(Upos::Propn),
            self.count(|at| self.own.norm(at).contains(|c: char| c.is_ascii_digit())),
            self.lone_words(|word| PRONOUNS.contains(&word)),
            self.lone_words(|word| word == ","),
            self.lone_words(|word| word == "and"),
            self.lone_words(|word| matches!(word, "." | ";")),
            self.count(|at| self.own.word(at).starts_with(char::is_uppercase)),
            self.lone_words(|word| LIMITS.contains(&word)),
            self.own.len() as f32,
            1.0 - (self.lone.len() as f32 / own.max(1.0)).min(1.0),
        ]
    }

    fn relations(&self) -> [f32; 7] {
        let qualifies = |at: usize| {
            matches!(self.own.rel(at), Rel::Amod | Rel::Compound | Rel::Nummod | Rel::Nmod | Rel::Advmod | Rel::Flat)
        };
        let of = |wanted: &[Rel]| self.count(|at| wanted.contains(&self.own.rel(at)));
        [
            self.count(qualifies) / (self.lone.len() as f32).max(1.0),
            of(&[Rel::Nmod]),
            of(&[Rel::Compound]),
            of(&[Rel::Flat]),
            of(&[Rel::Conj]),
            of(&[Rel::Obl]),
            of(&[Rel::Acl, Rel::Advcl, Rel::Ccomp, Rel::Parataxis]),
        ]
    }

    /// Stretches in which only this side says something.
    fn alone(&self) -> [f32; 15] {
        let lone_in = |places: &Range<usize>| {
            self.lone.partition_point(|&at| at < places.end) - self.lone.partition_point(|&at| at < places.start)
        };
        let other_says =
            |places: &Range<usize>| places.clone().any(|at| is_open(self.other.upos(at)) && self.other.is_changed(at));
        let (mut alone, mut replaced, mut holds) = (Vec::new(), 0, 0);
        for (here, there) in &self.hunks {
            let words = lone_in(here);
            match words {
                0 => {}
                _ if !other_says(there) => alone.push((here.clone(), words)),
                _ => {
                    replaced += words;
                    holds += usize::from(self.own.text(here).contains(self.other.text(there)));
                }
            }
        }
        let places = |test: &dyn Fn(&Range<usize>) -> bool| alone.iter().filter(|(here, _)| test(here)).count() as f32;
        let next = |wanted: &'static [Upos]| {
            places(&|here: &Range<usize>| here.end < self.own.len() && wanted.contains(&self.upos(here.end)))
        };
        let before = |wanted: Upos| {
            places(&|here: &Range<usize>| here.start.checked_sub(1).is_some_and(|at| self.upos(at) == wanted))
        };
        [
            alone.len() as f32,
            alone.iter().map(|(_, words)| *words).sum::<usize>() as f32,
            alone.iter().map(|(_, words)| *words).max().unwrap_or(0) as f32,
            alone.iter().filter(|(_, words)| *words == 1).count() as f32,
            next(&[Upos::Noun, Upos::Propn]),
            next(&[Upos::Adj]),
            next(&[Upos::Adp]),
            before(Upos::Det),
            before(Upos::Adj),
            places(&|here| self.own.norm(here.start) == "and"),
            places(&|here| matches!(self.own.norm(here.start), "," | "(" | "-")),
            places(&|here| here.start == 0),
            places(&|here| self.own.len() <= here.end + 1),
            replaced as f32,
            holds as f32,
        ]
    }

    fn facets(&self) -> [f32; 4] {
        let here = |wanted: &[ChangeKind]| {
            let fits = |found: &&FoundFacet| (self.is_here)(found) && wanted.contains(&found.facet.kind);
            self.found.iter().filter(fits).count() as f32
        };
        [
            here(&[ChangeKind::Statement, ChangeKind::Wording]),
            here(&[ChangeKind::Date]),
            here(&[ChangeKind::Name, ChangeKind::Figure]),
            f32::from(u8::from(self.says_more)),
        ]
    }
}

fn is_open(class: Upos) -> bool {
    matches!(class, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num | Upos::X)
}

/// Among more words than this, looking for near ones is slow and says little.
const MOST_WORDS: usize = 24;

/// Counts the words of one side that have a related word on the other side.
fn n_matched(edit: &EditedPassage<'_>, sides: &Sides) -> usize {
    if MOST_WORDS < sides.old.len().max(sides.new.len()) {
        return 0;
    }
    let mut left: Vec<usize> = sides.new.clone();
    let near = |x: usize, y: usize| relation(edit.a.norm(x), edit.b.norm(y)) < Relation::Stranger;
    let matched = |&&x: &&usize| match left.iter().position(|&y| near(x, y)) {
        Some(at) => {
            left.remove(at);
            true
        }
        None => false,
    };
    sides.old.iter().filter(matched).count()
}

/// Counts what stands against each other in one place.
fn both(edit: &EditedPassage<'_>, sides: &Sides, found: &[FoundFacet]) -> [f32; BOTH.len()] {
    let mut block = [0.0; BOTH.len()];
    block[0] = edit.hunks.len() as f32;
    let within = |lone: &[usize], places: &Range<usize>| -> Vec<usize> {
        lone.iter().copied().filter(|at| places.contains(at)).take(MOST_WORDS).collect()
    };
    for hunk in edit.hunks.iter() {
        let (old, new) = (within(&sides.old, &hunk.old), within(&sides.new, &hunk.new));
        if !old.is_empty() && !new.is_empty() {
            let values = replaced(edit, (&old, &hunk.old), (&new, &hunk.new));
            block[1..].iter_mut().zip(values).for_each(|(own, holds)| *own += f32::from(u8::from(holds)));
        }
    }
    let common = (edit.a.partner.iter().filter(|partner| partner.is_some()).count() * 2) as f32;
    block[19] = common / ((edit.a.len() + edit.b.len()) as f32).max(1.0);
    let changed = |wanted: &[ChangeKind]| {
        let fits = |found: &&FoundFacet| {
            let both = found.facet.before.is_some() && found.facet.after.is_some();
            both && wanted.contains(&found.facet.kind)
        };
        found.iter().filter(fits).count() as f32
    };
    block[20] = changed(&[ChangeKind::Figure]);
    block[21] = changed(&[ChangeKind::Name]);
    block[22] = changed(&[ChangeKind::Date]);
    block[23] = changed(&[ChangeKind::Statement, ChangeKind::Wording]);
    block[24] = found
        .iter()
        .filter(|found| found.weight == Weight::Material)
        .filter(|found| {
            use ChangeKind::{Certainty, Polarity, Quote, Source};
            matches!(found.facet.kind, Certainty | Polarity | Source | Quote)
        })
        .count() as f32;
    block
}

/// Returns what stands for what in a hunk in which both sides say something, in the order of `BOTH` from "replaced places".
fn replaced(
    edit: &EditedPassage<'_>,
    (old, in_old): (&[usize], &Range<usize>),
    (new, in_new): (&[usize], &Range<usize>),
) -> [bool; 18] {
    let any = |test: &dyn Fn(usize, usize) -> bool| old.iter().any(|&x| new.iter().any(|&y| test(x, y)));
    let class = |wanted: Upos| any(&|x, y| edit.a.upos(x) == wanted && edit.b.upos(y) == wanted);
    let top = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let outside = |at: &usize| {
            let head = piece.document().tokens[piece.tokens[*at]].head;
            let is_root = head == piece.tokens[*at];
            is_root || !places.clone().any(|own| piece.tokens[own] == head)
        };
        places.clone().filter(|&at| piece.upos(at) != Upos::Punct).take(MOST_WORDS).find(outside)
    };
    let (top_old, top_new) = (top(&edit.a, in_old), top(&edit.b, in_new));
    let rel_old = top_old.map(|at| edit.a.rel(at));
    let nearest = old
        .iter()
        .flat_map(|&x| new.iter().map(move |&y| (x, y)))
        .take(MOST_WORDS)
        .map(|(x, y)| relation(edit.a.norm(x), edit.b.norm(y)))
        .min();
    let opens = |piece: &PassageSide<'_>, at: usize| piece.norm(at).chars().take(4).collect::<String>();
    let top_is = |wanted: &[Rel]| rel_old.is_some_and(|rel| wanted.contains(&rel));
    [
        true,
        class(Upos::Num),
        class(Upos::Propn),
        class(Upos::Noun),
        class(Upos::Adj),
        class(Upos::Verb),
        old.len() == 1 && new.len() == 1,
        rel_old.is_some() && rel_old == top_new.map(|at| edit.b.rel(at)),
        top_old.map(|at| edit.a.upos(at)) == top_new.map(|at| edit.b.upos(at)),
        nearest.is_some_and(|near| near < Relation::Opposite),
        nearest == Some(Relation::Cousin),
        nearest == Some(Relation::Unknown),
        any(&|x, y| opens(&edit.a, x) == opens(&edit.b, y)),
        top_is(&[Rel::Compound, Rel::Amod]),
        top_is(&[Rel::Root]),
        top_is(&[Rel::Advmod]),
        top_is(&[Rel::Obj]),
        top_is(&[Rel::Conj]),
    ]
}
