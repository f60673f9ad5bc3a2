//! Reads word cues off a sentence: what it leaves open, whether it gives a cause, how it names those who came to harm.
//!
//! "The budget includes a review of the baths." leaves the baths open;
//! "The road was closed because a wall had fallen." gives a cause.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::cues_table::{COUNTING_WORDS, GIVES_CAUSE, HARM_WORDS, LEADS_TO_CAUSE, LEAVES_OPEN};
use crate::text::rule_table::rows;
use crate::text::{Negation, denies_verb, negation_of, opens_indirect_question, singular, stem};
use crate::timeline::similarity::{has_content, number};

/// Content words behind a cue that may name what is left open.
const NAMES: usize = 2;

/// Returns the words, by number, for what a sentence leaves open; a question ("a review of how …") names nothing.
pub(crate) fn left_open(sentence: &str) -> Vec<u32> {
    let lower = sentence.to_lowercase();
    let Some(rest) = rows(LEAVES_OPEN).find_map(|(words, _)| Some(lower.split_once(words)?.1)) else {
        return Vec::new();
    };
    let clause = rest.split([',', '.', ';', ':', '?']).next().unwrap_or_default().trim();
    let is_question = |first: &str| opens_indirect_question(first);
    if clause.split_once(' ').is_some_and(|(first, _)| is_question(first)) {
        return Vec::new();
    }
    clause.split_whitespace().filter(|word| has_content(word)).take(NAMES).map(|word| number(&stem(word))).collect()
}

/// Returns whether a sentence gives a cause.
pub(crate) fn gives_cause(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    rows(GIVES_CAUSE).any(|(words, _)| lower.contains(words))
}

/// What somebody says brought something about: words by number.
#[derive(Debug, PartialEq)]
pub(crate) struct StatedCause {
    /// What came about.
    pub effect: Vec<u32>,
    /// The head of its subject: "fire" of "the Ross Mill fire".
    pub head: u32,
    /// What brought it about.
    pub cause: Vec<u32>,
}

/// Words before a participle among which stands what denies it: "was *not* thought to have been caused by".
const DENIAL: usize = 6;

/// Returns what came about and what brought it about: "the road was closed | because of frost".
///
/// `None` where nothing is said to have brought it about, or where it is denied.
pub(crate) fn stated_cause(sentence: &str) -> Option<StatedCause> {
    const ENDS: [char; 3] = [',', ';', ':'];
    let lower = sentence.to_lowercase();
    let (cue, before, behind) = rows(LEADS_TO_CAUSE).find_map(|(words, _)| {
        let (before, behind) = lower.split_once(words)?;
        Some((words, before, behind))
    })?;
    let effect = before.rsplit(ENDS).next().unwrap_or_default();
    let cause = behind.split(ENDS).next().unwrap_or_default();
    let denies = |word: &str| denies_verb(word) || negation_of(word) == Some(Negation::Pair);
    // "Was not caused by a lamp" denies the lamp, "did not open because of frost" the opening.
    let reach = if cue.ends_with(" by ") { DENIAL } else { 1 };
    if effect.split_whitespace().rev().take(reach).any(denies) {
        return None;
    }
    let words = |clause: &str| -> Vec<u32> {
        let words = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| has_content(word));
        words.map(|word| number(&stem(word))).collect()
    };
    let all = effect.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let phrase = all.skip_while(|word| !has_content(word)).take_while(|word| has_content(word));
    let head = phrase.last().map(|word| number(&stem(word)))?;
    let (effect, cause) = (words(effect), words(cause));
    (!cause.is_empty()).then_some(StatedCause { effect, head, cause })
}

/// Returns whether the word of this number stands in every count of people, and so says nothing of what is counted.
pub(crate) fn is_counting(word: u32) -> bool {
    COUNTING_WORDS.contains(&word)
}

/// The word under which people who came to harm are counted, by the stem of every word for it.
static HARM: LazyLock<HashMap<Cow<'static, str>, &'static str>> =
    LazyLock::new(|| HARM_WORDS.iter().map(|(word, harm, _)| (stem(word), *harm)).collect());

/// Returns the word to show for what is counted: "killed" for "dead" and "deaths", otherwise the singular.
pub(crate) fn counted_word(words: &str) -> Cow<'static, str> {
    let lower = words.to_lowercase();
    match HARM.get(&stem(&lower)) {
        Some(harm) => Cow::Borrowed(*harm),
        None => Cow::Owned(singular(&lower).into_owned()),
    }
}

/// Returns whether this is a word under which people who came to harm are counted, as `counted_word` gives it.
pub(crate) fn is_harm(word: &str) -> bool {
    HARM_WORDS.iter().any(|(_, harm, _)| *harm == word)
}

/// Returns the number by which what is counted is compared: one for "dead", "deaths" and "killing".
pub(crate) fn counted_number(words: &str) -> u32 {
    number(&stem(&counted_word(words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_rows;

    #[test]
    fn every_cause_gives_the_cause_in_its_example_and_no_other_row_does() {
        for (words, example) in GIVES_CAUSE {
            assert!(gives_cause(example), "{words} in {example:?}");
        }
        assert_eq!(needless_rows(GIVES_CAUSE, |(_, example)| gives_cause(example)), [] as [&(&str, &str); 0]);
        assert!(!gives_cause("The council thanked the crews."));
    }

    #[test]
    fn what_came_about_and_what_brought_it_about_are_told_apart() {
        let words = |words: &[&str]| words.iter().map(|word| number(&stem(word))).collect::<Vec<_>>();
        for (cue, example) in LEADS_TO_CAUSE {
            let told = stated_cause(example).expect(cue);
            assert!(told.effect.contains(&number(&stem("road"))), "{cue}");
            assert_eq!(told.cause, words(&["frost"]), "{cue}");
        }
        assert_eq!(needless_rows(LEADS_TO_CAUSE, |(_, example)| stated_cause(example)), [] as [&(&str, &str); 0]);
        assert_eq!(stated_cause("The fire was not caused by a lamp."), None);
        assert_eq!(stated_cause("The fire was never thought to have been caused by a lamp."), None);
        assert_eq!(stated_cause("The council thanked the crews."), None);
        let head = |sentence: &str| stated_cause(sentence).map(|told| told.head);
        assert_eq!(head("The Ross Mill fire was caused by a lamp."), Some(number(&stem("fire"))));
        assert_eq!(head("The rink did not open because of frost."), Some(number(&stem("rink"))));
    }

    #[test]
    fn every_open_cue_names_what_its_example_leaves_open_and_no_other_row_does() {
        for (words, example) in LEAVES_OPEN {
            assert!(left_open(example).contains(&number(&stem("baths"))), "{words} in {example:?}");
        }
        assert_eq!(needless_rows(LEAVES_OPEN, |(_, example)| left_open(example)), [] as [&(&str, &str); 0]);
        assert!(left_open("Ministers promised a review of how councils are paid for.").is_empty());
        assert!(left_open("The council will close the baths.").is_empty());
    }

    #[test]
    fn every_harm_word_counts_as_its_example_says() {
        for (word, harm, example) in HARM_WORDS {
            assert_eq!(counted_word(example), *harm, "{word}");
            assert_ne!(stem(word), *harm, "{word} needs no row");
        }
        assert_eq!((counted_word("houses"), counted_word("house")), ("house".into(), "house".into()));
        assert_eq!(counted_number("houses"), counted_number("house"));
        assert_eq!(counted_number("killing"), counted_number("deaths"));
        assert_ne!(counted_number("house"), counted_number("employee"));
    }
}
