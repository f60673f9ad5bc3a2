//! Looks up words and phrases of news English that may, or may not, stand for each other.
//!
//! `news/*.txt` hold the sets, one file a field, in the form that `news/README.md` describes:
//!
//! ```text
//! same v  turn down | reject | knock back
//! + The council {turned down|rejected} the plan on Monday.
//! - The council {turned down|deferred} the plan on Monday.
//! ```
//!
//! A head line names kind, part of speech and members; the sentences below it are examples for and against.
//! Members are found in a text by dictionary form ("rejects"), by the form written ("knocked out"), with the object inside
//! the phrase ("turned the plan down") and with any possessive ("lost her life", written `lose one's life`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::model::{Document, Upos};

/// The tables, one a field.
const TABLES: &[&str] = &[
    include_str!("news/general.txt"),
    include_str!("news/business_labour.txt"),
    include_str!("news/courts_police.txt"),
    include_str!("news/health_science_culture.txt"),
    include_str!("news/politics_war.txt"),
    include_str!("news/sport_weather_transport.txt"),
];

/// The place of the word that the others of an `implies` set imply.
const GENERAL: u8 = u8::MAX;

/// Longest phrase that is looked up, in words.
pub(crate) const MAX_PHRASE_WORDS: usize = 6;

/// What the members of a set are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SetKind {
    /// One may stand for another, in this sense of the words.
    Same,
    /// One word in two registers, varieties or spellings.
    Style,
    /// No two say the same: stages, kinds, roles.
    Unlike,
    /// Two that deny each other.
    Opposite,
    /// Steps of a scale, from least to most.
    Rank,
    /// The last member is true wherever one of the others is.
    Implies,
    /// One event told from two sides.
    Turn,
}

/// One meaning of a phrase: its place in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Sense {
    /// Number of the set, over all tables.
    pub set: u16,
    /// Place of the member in its set.
    pub member: u8,
    /// What the set says.
    pub kind: SetKind,
}

/// A phrase that stands in a text.
#[derive(Clone, Debug)]
pub(crate) struct KnownPhrase {
    /// Its tokens; one that stands apart from the first ("turned … down") is the last.
    pub tokens: Vec<usize>,
    /// What it may mean.
    pub senses: &'static [Sense],
}

#[derive(Default)]
struct PhraseTable {
    senses: FxHashMap<String, Vec<Sense>>,
    /// Those of them that take an object in their midst.
    spread: FxHashMap<String, Vec<Sense>>,
    /// First words of all phrases, each with the most tokens of a phrase that begins with it.
    first_words: FxHashMap<String, usize>,
}

static PHRASES: LazyLock<PhraseTable> = LazyLock::new(|| {
    let mut table = PhraseTable::default();
    let heads = TABLES.iter().flat_map(|text| text.lines()).filter_map(set_of);
    for (set, (kind, members)) in heads.enumerate() {
        let members: Vec<&str> = members.split(['|', '<', '>']).map(str::trim).collect();
        for (member, words) in members.iter().enumerate() {
            let is_general = kind == SetKind::Implies && member + 1 == members.len();
            let member = if is_general { GENERAL } else { member as u8 };
            let sense = Sense { set: set as u16, member, kind };
            add_forms(&mut table, words, sense);
        }
    }
    table
});

/// Returns kind and members of a head line; `None` for any other line.
fn set_of(line: &str) -> Option<(SetKind, &str)> {
    let (kind, rest) = line.split_once(' ')?;
    let kind = match kind {
        "same" => SetKind::Same,
        "style" => SetKind::Style,
        "unlike" => SetKind::Unlike,
        "opposite" => SetKind::Opposite,
        "rank" => SetKind::Rank,
        "implies" => SetKind::Implies,
        "turn" => SetKind::Turn,
        _ => return None,
    };
    // The part of speech tells people which sense is meant; here the other member of the set does.
    let (_, members) = rest.split_once(' ')?;
    Some((kind, members))
}

/// Adds a member as it is written and, for a passive, without "be"; capitals that stand for roles are left out.
fn add_forms(table: &mut PhraseTable, words: &str, sense: Sense) {
    let is_role = |word: &&str| sense.kind == SetKind::Turn && word.len() == 1 && word.chars().all(char::is_uppercase);
    let takes_object = words.contains(" ~ ");
    let words: Vec<String> =
        words.split(' ').filter(|word| *word != "~" && !is_role(word)).map(str::to_lowercase).collect();
    let plain = words.strip_prefix(&["be".to_owned()]).filter(|rest| !rest.is_empty());
    for form in [Some(words.as_slice()), plain].into_iter().flatten() {
        if let Some(first) = form.first() {
            // A compound is one word in the tables and several tokens in a text.
            let n_tokens: usize = form.iter().map(|word| 1 + 2 * word.matches('-').count()).sum();
            let longest = table.first_words.entry(first.split('-').next().unwrap_or(first).to_owned()).or_default();
            *longest = n_tokens.max(*longest);
            let tables = [Some(&mut table.senses), takes_object.then_some(&mut table.spread)];
            for table in tables.into_iter().flatten() {
                let senses = table.entry(form.join(" ")).or_default();
                if !senses.contains(&sense) {
                    senses.push(sense);
                }
            }
        }
    }
}

/// Returns the phrases of the tables that stand in `tokens`, longer ones before shorter ones at the same place.
pub(crate) fn phrases_in(document: &Document<'_>, tokens: std::ops::Range<usize>) -> Vec<KnownPhrase> {
    let mut found = Vec::new();
    let mut key = String::new();
    for start in tokens.clone() {
        let longest = [document.norm(start), document.lemma(start)].map(|word| PHRASES.first_words.get(word).copied());
        let Some(longest) = longest.into_iter().flatten().max() else { continue };
        for end in (start + 1..=(start + longest.min(MAX_PHRASE_WORDS)).min(tokens.end)).rev() {
            push_phrase(document, &(start..end), &mut key, &mut found);
        }
        if document.tokens[start].upos == Upos::Verb {
            let apart = (start + 2..(start + MAX_PHRASE_WORDS).min(tokens.end))
                .find(|&at| matches!(document.tokens[at].penn, "RP" | "RB" | "IN"));
            if let Some(particle) = apart {
                push_phrase(document, &[start, particle].into_iter(), &mut key, &mut found);
            }
            push_spread(document, start..tokens.end, &mut key, &mut found);
        }
    }
    found
}

/// Adds the phrases that begin with the verb at the start of `tokens` and take an object in their midst: "found the officer
/// not guilty".
fn push_spread(
    document: &Document<'_>,
    tokens: std::ops::Range<usize>,
    key: &mut String,
    found: &mut Vec<KnownPhrase>,
) {
    let (verb, end) = (tokens.start, tokens.end.min(tokens.start + MAX_PHRASE_WORDS));
    for at in verb + 2..end {
        let words = [Some(verb), (document.norm(at - 1) == "not").then_some(at - 1), Some(at)];
        let words: Vec<usize> = words.into_iter().flatten().collect();
        key.clear();
        key.push_str(document.lemma(verb));
        words[1..].iter().for_each(|&at| [" ", document.norm(at)].iter().for_each(|part| key.push_str(part)));
        if let Some(senses) = PHRASES.spread.get(key.as_str()) {
            found.push(KnownPhrase { tokens: words, senses });
        }
    }
}

/// Adds what the phrase of these tokens may mean, by the forms written and by dictionary forms.
fn push_phrase(
    document: &Document<'_>,
    tokens: &(impl ExactSizeIterator<Item = usize> + Clone),
    key: &mut String,
    found: &mut Vec<KnownPhrase>,
) {
    let or_possessive = |at: usize, word| if document.tokens[at].penn == "PRP$" { "one's" } else { word };
    // "turned down", "turn down" and, for "was found to be", "be find to be".
    let mut seen: [Option<&'static Vec<Sense>>; 3] = [None; 3];
    for (turn, n_lemmas) in [0, 1, tokens.len()].into_iter().enumerate() {
        key.clear();
        for (place, at) in tokens.clone().enumerate() {
            let word = if place < n_lemmas { document.lemma(at) } else { document.norm(at) };
            key.push_str(if place == 0 { "" } else { " " });
            key.push_str(or_possessive(at, word));
        }
        if key.contains(" - ") {
            *key = key.replace(" - ", "-");
        }
        let Some(senses) = PHRASES.senses.get(key.as_str()) else { continue };
        let is_seen = seen.iter().flatten().any(|own| std::ptr::eq(*own, senses));
        if !is_seen {
            seen[turn] = Some(senses);
            found.push(KnownPhrase { tokens: tokens.clone().collect(), senses });
        }
    }
}

/// How two phrases are related by the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SetRelation {
    /// A set says that they are the same.
    pub same: bool,
    /// A set says that they are not, without an order.
    pub unlike: bool,
    /// They deny each other.
    pub opposite: bool,
    /// They are different steps of a scale.
    pub rank: bool,
    /// The first implies the second.
    pub implies: bool,
    /// The second implies the first.
    pub implied: bool,
    /// They tell one event from two sides.
    pub turn: bool,
}

impl SetRelation {
    /// Returns all that either of two relations says.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            same: self.same | other.same,
            unlike: self.unlike | other.unlike,
            opposite: self.opposite | other.opposite,
            rank: self.rank | other.rank,
            implies: self.implies | other.implies,
            implied: self.implied | other.implied,
            turn: self.turn | other.turn,
        }
    }
}

/// Returns how two phrases are related by the sets that hold both.
pub(crate) fn set_relation(one: &[Sense], other: &[Sense]) -> SetRelation {
    let mut relation = SetRelation::default();
    for x in one {
        for y in other.iter().filter(|y| y.set == x.set && y.member != x.member) {
            match x.kind {
                SetKind::Same | SetKind::Style => relation.same = true,
                SetKind::Opposite => relation.opposite = true,
                SetKind::Rank => relation.rank = true,
                SetKind::Implies if y.member == GENERAL => relation.implies = true,
                SetKind::Implies if x.member == GENERAL => relation.implied = true,
                // "lorry" and "van" are both vehicles, and not the same.
                SetKind::Unlike | SetKind::Implies => relation.unlike = true,
                SetKind::Turn => relation.turn = true,
            }
        }
    }
    relation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::Setting;

    /// Returns how any phrase of one text is related to any phrase of the other.
    fn related(one: &str, other: &str) -> SetRelation {
        let (one, other) = (read_side(None, one, Setting::default()), read_side(None, other, Setting::default()));
        let phrases = |document: &Document<'_>| phrases_in(document, 0..document.tokens.len());
        let (one, other) = (phrases(&one.text.document), phrases(&other.text.document));
        let pairs = one.iter().flat_map(|x| other.iter().map(move |y| set_relation(x.senses, y.senses)));
        pairs.fold(SetRelation::default(), SetRelation::or)
    }

    #[test]
    fn every_set_has_examples_for_and_against() {
        for table in TABLES {
            let mut signs = String::new();
            for line in table.lines().chain(["same v  end | end"]) {
                if set_of(line).is_some() {
                    let complete = signs.is_empty() || signs.contains('+') && signs.contains('-');
                    assert!(complete, "the set before {line:?} lacks an example");
                    signs = String::from("=");
                } else if line.starts_with("+ ") || line.starts_with("- ") {
                    assert_eq!(line.matches('{').count(), 1, "{line}");
                    signs.push_str(&line[..1]);
                }
            }
        }
    }

    #[test]
    fn phrases_are_found_in_any_form() {
        assert!(related("The council turned down the plan.", "The council rejected the plan.").same);
        assert!(related("The council turned the plan down.", "The council rejected the plan.").same);
        assert!(related("Jurors found the broker not guilty.", "Jurors acquitted the broker.").same);
        assert!(related("Jurors found the broker guilty.", "Jurors acquitted the broker.").opposite);
        assert!(!related("The council approved the plan.", "The council rejected the plan.").same);
        assert!(related("Rents rose in May.", "Rents fell in May.").opposite);
    }

    /// Returns kind, sign and both readings of every example of the tables.
    fn examples() -> impl Iterator<Item = (SetKind, char, String, String)> {
        let mut kind = SetKind::Same;
        TABLES.iter().flat_map(|table| table.lines()).filter_map(move |line| {
            kind = set_of(line).map_or(kind, |set| set.0);
            let sign = line.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
            let (before, rest) = line.get(2..)?.split_once('{')?;
            let (two, after) = rest.split_once('}')?;
            let (x, y) = two.split_once('|')?;
            Some((kind, sign, format!("{before}{x}{after}"), format!("{before}{y}{after}")))
        })
    }

    /// Returns whether the look-up sees in two readings what a set of this kind says.
    fn is_seen(kind: SetKind, x: &str, y: &str) -> bool {
        let seen = related(x, y);
        match kind {
            SetKind::Same | SetKind::Style => seen.same,
            SetKind::Unlike => seen.unlike,
            SetKind::Opposite => seen.opposite,
            SetKind::Rank => seen.rank,
            SetKind::Implies => seen.implies | seen.implied,
            SetKind::Turn => seen.turn,
        }
    }

    #[test]
    fn sets_are_seen_in_their_examples_and_not_in_those_against() {
        // A word that the tagger or the lemmas misread is not seen; a word with several senses may be in a set of another one.
        let share = |sign: char, kinds: &[SetKind]| {
            let of = |example: &(SetKind, char, String, String)| example.1 == sign && kinds.contains(&example.0);
            let seen: Vec<bool> = examples().filter(of).map(|(kind, _, x, y)| is_seen(kind, &x, &y)).collect();
            seen.iter().filter(|seen| **seen).count() as f64 / seen.len() as f64
        };
        let exchanged = [SetKind::Same, SetKind::Style, SetKind::Unlike, SetKind::Opposite, SetKind::Rank];
        let (seen, mistaken) = (share('+', &exchanged), share('-', &exchanged[..2]));
        assert!(0.96 <= seen && mistaken <= 0.0235, "seen {seen}, mistaken {mistaken}");
    }

    #[test]
    fn what_implies_a_word_is_unlike_what_also_implies_it() {
        let implies = |member| Sense { set: 0, member, kind: SetKind::Implies };
        assert!(set_relation(&[implies(0)], &[implies(GENERAL)]).implies);
        assert!(set_relation(&[implies(GENERAL)], &[implies(1)]).implied);
        assert!(set_relation(&[implies(0)], &[implies(1)]).unlike);
    }
}
