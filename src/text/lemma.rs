//! Finds the dictionary form of a word, with its tag or without one.
//!
//! "said" → "say", "stopped" → "stop", "hoping" → "hope", "cities" → "city".
//!
//! A list holds irregular forms. For "-ed" and "-ing" the last letters of the
//! stem decide whether an "e" was lost; a doubled consonant is removed again.
//!
//! [`lemma`] knows the part of speech, so it leaves the noun "meeting" alone.
//! [`base_form`] knows only the word, so it gives "meet" for noun and verb:
//! use it where words of different parts of speech are compared.

use std::borrow::Cow;

use super::lemma_table::{
    BASES, DEGREE_KEEPS, DEGREE_LOSES_E, DEGREES, DOUBLE_LETTER_STEMS, ENDINGS_IN_ES, NOUNS, OTHERS, PLURALS_IN_OES,
    STEM_ENDS, VERBS,
};
use super::rule_table::rows;
use crate::model::Upos;

/// Returns the dictionary form of a common word in lower case, whatever its part of speech.
///
/// Endings of number and tense are removed: "houses" → "house", "studied" →
/// "study", "dying" → "die". Comparatives and derived words stay ("larger",
/// "closure"). Names are not recognized: do not pass them.
pub fn base_form(word: &str) -> Cow<'_, str> {
    if BASES.binary_search(&word).is_ok() {
        return Cow::Borrowed(word);
    }
    let (stem, ending) = [NOUNS, VERBS]
        .into_iter()
        .find_map(|list| look_up(list, word).map(|base| ("", base)))
        .or_else(|| without_ending(word))
        .unwrap_or((word, ""));
    match (stem, ending) {
        ("", base) => Cow::Borrowed(base),
        (stem, "") => Cow::Borrowed(stem),
        (stem, ending) => Cow::Owned(format!("{stem}{ending}")),
    }
}

/// Returns one form for all forms of a word in lower case, whatever its part of speech: "houses" and "house" have the
/// same stem, and so have "killing", "killings", "killed" and "kill".
pub fn stem(word: &str) -> Cow<'_, str> {
    // Twice: the base form of "killings" is "killing", a form of "kill".
    match base_form(word) {
        Cow::Borrowed(base) => base_form(base),
        Cow::Owned(base) => Cow::Owned(base_form(&base).into_owned()),
    }
}

/// Removes the ending of a regular form.
fn without_ending(word: &str) -> Option<(&str, &'static str)> {
    if let Some(start) = word.strip_suffix("ed") {
        return past_stem(start).filter(|_| !start.ends_with('e'));
    }
    if let Some(start) = word.strip_suffix("ing") {
        return verb_stem(start);
    }
    if let Some(start) = word.strip_suffix("oes").filter(|start| 2 <= start.len()) {
        return Some((&word[..=start.len()], ""));
    }
    let is_decade = word.starts_with(|c: char| c.is_ascii_digit());
    let is_plural = !is_decade && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
    // "mps" and "ads" are plurals, "gas" and "yes" are not.
    let is_short = word.len() <= 3 && word.bytes().nth_back(1).is_some_and(is_vowel);
    noun(word).filter(|_| word.ends_with("men") || is_plural && !is_short)
}

/// Returns the dictionary form as a known word or a stem with an ending.
///
/// `None` where the normal form is the dictionary form.
pub(super) fn lemma<'w>(norm: &'w str, upos: Upos, penn: &str) -> Option<(&'w str, &'static str)> {
    match upos {
        Upos::Verb | Upos::Aux => verb(norm, penn),
        Upos::Noun if penn == "NNS" => noun(norm),
        Upos::Adj | Upos::Adv if matches!(penn, "JJR" | "JJS" | "RBR" | "RBS") => degree(norm),
        Upos::Pron | Upos::Det | Upos::Part if norm != "her" || penn == "PRP" => other(norm),
        _ => None,
    }
}

/// Returns the words that `norm` may be an irregular form of, whatever its part of speech: "left" → "leave".
pub fn irregular_bases(norm: &str) -> impl Iterator<Item = &'static str> {
    [VERBS, NOUNS, DEGREES].into_iter().filter_map(move |list| look_up(list, norm))
}

fn look_up(list: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    list.binary_search_by(|(form, _)| (*form).cmp(word)).ok().map(|at| list[at].1)
}

fn other(norm: &str) -> Option<(&'static str, &'static str)> {
    match norm {
        "her" => Some(("", "she")),
        _ => look_up(OTHERS, norm).map(|word| ("", word)),
    }
}

fn verb<'w>(norm: &'w str, penn: &str) -> Option<(&'w str, &'static str)> {
    // "Found" and "felt" may be verbs of their own; no short form is.
    if !matches!(penn, "VB" | "VBP") || norm.len() <= 3 {
        match norm {
            "'s" | "s" if penn == "VBZ" => return Some(("", "be")),
            "'d" if penn == "VBD" => return Some(("", "have")),
            _ => {}
        }
        if let Some(word) = look_up(VERBS, norm).filter(|_| !(norm == "saw" && matches!(penn, "VB" | "VBP"))) {
            return Some(("", word));
        }
    }
    match penn {
        "VBZ" => third_person(norm),
        "VBD" | "VBN" => norm.strip_suffix("ed").and_then(past_stem),
        "VBG" => norm.strip_suffix("ing").or_else(|| norm.strip_suffix("in'")).and_then(verb_stem),
        _ => None,
    }
}

/// Returns whether a word in lower case ends in a hissing sound and "-es": "churches", "boxes".
fn ends_in_es(word: &str) -> bool {
    rows(ENDINGS_IN_ES).any(|ending| word.ends_with(ending))
}

/// Returns a noun in lower case without the ending of a regular plural: "churches" → "church".
pub(crate) fn singular(word: &str) -> Cow<'_, str> {
    const SINGULARS: &[&str] = &["ss", "us", "is"];
    /// "gas", "yes" and "mps" are too short to tell.
    const SHORT_WORD_LETTERS: usize = 3;
    match word.strip_suffix('s') {
        Some(rest) if SHORT_WORD_LETTERS < word.len() && !SINGULARS.iter().any(|ending| word.ends_with(ending)) => {
            match rest.strip_suffix("ie") {
                Some(start) if SHORT_WORD_LETTERS <= start.len() => Cow::Owned(format!("{start}y")),
                _ if ends_in_es(word) => Cow::Borrowed(&rest[..rest.len() - 1]),
                _ => Cow::Borrowed(rest),
            }
        }
        _ => Cow::Borrowed(word),
    }
}

/// Returns a word without the mark of owning at its end: "Lee's" → "Lee".
pub(crate) fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

fn third_person(norm: &str) -> Option<(&str, &'static str)> {
    if let Some(start) = norm.strip_suffix("ies").filter(|start| 2 <= start.len()) {
        return Some((start, "y"));
    }
    let sibilant = ends_in_es(norm) || norm.ends_with("oes");
    let cut = if sibilant { "es" } else { "s" };
    norm.strip_suffix(cut)
        .filter(|start| 2 <= start.len() && !start.ends_with('s') || sibilant)
        .map(|start| (start, ""))
}

fn past_stem(start: &str) -> Option<(&str, &'static str)> {
    match start.strip_suffix('i') {
        Some(start) if 2 <= start.len() => Some((start, "y")),
        _ => verb_stem(start),
    }
}

/// Returns the verb whose stem, "-ed" or "-ing" taken off, is `start`.
fn verb_stem(start: &str) -> Option<(&str, &'static str)> {
    if !start.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return None;
    }
    if !start.is_ascii() {
        return Some((start, ""));
    }
    let bytes = start.as_bytes();
    let [.., before, last] = *bytes else { return Some((start, "")) };
    if before == last && !matches!(last, b's' | b'z' | b'f' | b'e' | b'o') {
        // "called" keeps its two letters, "controlled" and "travelled" lose one.
        let doubled = match last {
            // "Controlled", "patrolled", but "trolled", "strolled"
            b'l' => {
                start.ends_with("troll") && !matches!(start, "troll" | "stroll")
                    || start.ends_with("ell") && travels(start)
            }
            _ => 3 <= start.len() && !rows(DOUBLE_LETTER_STEMS).any(|stem| *stem == start),
        };
        return Some((if doubled { &start[..start.len() - 1] } else { start }, ""));
    }
    Some((start, if loses_e(STEM_ENDS, start) { "e" } else { "" }))
}

/// Returns whether the verb of a stem ends in an "e" that "-ed" and "-ing" take away; the longest ending decides.
fn loses_e(rows: &[(&str, bool, &str)], stem: &str) -> bool {
    let rows = rows.iter().filter(|(ending, ..)| stem.ends_with(ending));
    rows.max_by_key(|(ending, ..)| ending.len()).is_some_and(|(_, loses_e, _)| *loses_e)
}

/// Returns whether "-ell" comes from "-el": "travell", "cancell", but "sell", "spell", "dwell".
fn travels(start: &str) -> bool {
    let syllables = start.bytes().zip(start.bytes().skip(1)).filter(|(a, b)| is_vowel(*a) && !is_vowel(*b)).count();
    2 <= syllables && !start.ends_with("spell")
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn noun(norm: &str) -> Option<(&str, &'static str)> {
    if let Some(word) = look_up(NOUNS, norm) {
        return Some(("", word));
    }
    if let Some(start) = norm.strip_suffix("ies").filter(|start| 2 <= start.len()) {
        return Some((start, "y"));
    }
    let sibilant = ends_in_es(norm);
    let cut = if sibilant || rows(PLURALS_IN_OES).any(|plural| *plural == norm) { "es" } else { "s" };
    if norm.ends_with("men") && 4 < norm.len() {
        return norm.strip_suffix("en").map(|start| (start, "an"));
    }
    norm.strip_suffix(cut)
        .filter(|start| 2 <= start.len() && !start.ends_with('s') || sibilant)
        .map(|start| (start, ""))
}

fn degree(norm: &str) -> Option<(&str, &'static str)> {
    if let Some(word) = look_up(DEGREES, norm) {
        return Some(("", word));
    }
    let start = norm
        .strip_suffix("est")
        .or_else(|| norm.strip_suffix("er"))
        .filter(|start| 2 <= start.len() && start.is_ascii())?;
    if let Some(start) = start.strip_suffix('i') {
        return Some((start, "y"));
    }
    let [.., before, last] = *start.as_bytes() else { return None };
    if before == last && !matches!(last, b'l' | b's' | b'e') {
        return Some((&start[..start.len() - 1], ""));
    }
    let loses_e =
        start.ends_with(['c', 'g', 'v', 's', 'u', 'z']) || rows(DEGREE_LOSES_E).any(|ending| start.ends_with(ending));
    let keeps = rows(DEGREE_KEEPS).any(|ending| start.ends_with(ending));
    Some((start, if loses_e && !keeps { "e" } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;

    #[track_caller]
    fn check(upos: Upos, penn: &str, pairs: &str) {
        for pair in pairs.split_whitespace() {
            let (norm, want) = pair.split_once('>').expect("form>lemma");
            let got = lemma(norm, upos, penn).map_or(norm.to_owned(), |(start, ending)| format!("{start}{ending}"));
            assert_eq!(got, want, "for {norm}/{penn}");
        }
    }

    #[test]
    fn verbs_lose_their_endings() {
        check(
            Upos::Verb,
            "VBD",
            "said>say stopped>stop hoped>hope visited>visit tried>try called>call controlled>control",
        );
        check(
            Upos::Verb,
            "VBD",
            "agreed>agree happened>happen created>create repeated>repeat announced>announce died>die travelled>travel",
        );
        check(
            Upos::Verb,
            "VBN",
            "killed>kill told>tell injured>injure charged>charge passed>pass offered>offer added>add",
        );
        check(
            Upos::Verb,
            "VBG",
            "making>make running>run saying>say lying>lie seeing>see bringing>bring changing>change",
        );
        check(Upos::Verb, "VBZ", "says>say goes>go passes>pass tries>try closes>close watches>watch denies>deny");
        check(Upos::Aux, "VBZ", "is>be has>have 's>be does>do");
        check(Upos::Aux, "MD", "wo>will ca>can 'll>will would>would might>might");
    }

    #[test]
    fn nouns_adjectives_and_pronouns() {
        check(
            Upos::Noun,
            "NNS",
            "men>man cities>city buses>bus boxes>box jobs>job heroes>hero policemen>policeman houses>house",
        );
        check(Upos::Adj, "JJR", "bigger>big larger>large easier>easy better>good higher>high cheaper>cheap");
        check(Upos::Pron, "PRP", "him>he them>they her>she it>it");
        check(Upos::Part, "RB", "n't>not");
    }

    #[test]
    fn base_forms_need_no_part_of_speech() {
        for pair in "houses>house house>house bridges>bridge employees>employee boats>boat towers>tower ships>ship \
                     workers>worker need>need needed>need seed>seed seeds>seed feed>feed studied>study studies>study \
                     stopped>stop hoping>hope dying>die died>die dies>die killed>kill killing>kill lives>life men>man \
                     policemen>policeman specimen>specimen boxes>box churches>church losses>loss loss>loss virus>virus \
                     crisis>crisis crises>crisis mps>mp gas>gas yes>yes vetoes>veto shoes>shoe movies>movie bus>bus \
                     thing>thing king>king spring>spring morning>morning hundred>hundred hundreds>hundred shed>shed \
                     red>red agreed>agree freed>free people>people wounded>wound wound>wound found>find shot>shoot \
                     sank>sink sinking>sink struck>strike taxis>taxi rabies>rabies larger>larger 90s>90s"
            .split_whitespace()
        {
            let (word, want) = pair.split_once('>').expect("form>base");
            assert_eq!(base_form(word), want, "for {word}");
        }
    }

    #[test]
    fn a_base_form_is_its_own_base_form() {
        let changed = [NOUNS, VERBS].concat().into_iter().map(|(_, base)| base).filter(|base| base_form(base) != *base);
        assert_eq!(
            changed.collect::<Vec<_>>(),
            ["saw", "saw"],
            "only the tool is not told from the past form of \"see\""
        );
    }

    #[test]
    fn lists_are_sorted() {
        for list in [VERBS, NOUNS, DEGREES, OTHERS] {
            assert!(list.is_sorted_by_key(|(form, _)| *form));
        }
        assert!(BASES.is_sorted());
    }

    #[test]
    fn every_ending_and_stem_of_the_small_lists_decides() {
        fn needless(list: &'static [&'static str], examples: &str, upos: Upos, penn: &str) -> Vec<&'static str> {
            let frames: Vec<&str> = examples.split(' ').collect();
            needless_words(list, &frames, |word| lemma(word, upos, penn).map(|(start, end)| format!("{start}{end}")))
        }
        let degrees = "l{}er f{}er sm{}er w{}er m{}er s{}er bro{}er y{}er c{}er n{}er d{}er p{}er th{}er stro{}er str{}er \
            gr{}er {}er bl{}er l{}est purp{}er p{}lest sub{}er h{}er no{}er am{}er simp{}er gent{}er br{}er l{}er un{}er";
        assert_eq!(needless(DEGREE_LOSES_E, degrees, Upos::Adj, "JJR"), [""; 0]);
        assert_eq!(needless(DEGREE_KEEPS, degrees, Upos::Adj, "JJR"), [""; 0]);
        assert_eq!(needless(PLURALS_IN_OES, "{}", Upos::Noun, "NNS"), [""; 0]);
        assert_eq!(needless(ENDINGS_IN_ES, "gla{} di{} bea{} bo{} bu{}", Upos::Noun, "NNS"), [""; 0]);
        assert_eq!(needless(DOUBLE_LETTER_STEMS, "{}ed {}ing", Upos::Verb, "VBD"), [""; 0]);
        check(Upos::Verb, "VBD", "patrolled>patrol trolled>troll strolled>stroll enrolled>enroll");
    }

    #[test]
    fn every_stem_ending_decides_its_example_and_no_other_row_would() {
        for (at, (ending, has_e, example)) in STEM_ENDS.iter().enumerate() {
            let (tag, stem) = match example.strip_suffix("ing") {
                Some(stem) => ("VBG", stem),
                None => ("VBD", example.strip_suffix("ed").expect("examples end in -ed or -ing")),
            };
            let want = if *has_e { format!("{stem}e") } else { stem.to_owned() };
            let got = lemma(example, Upos::Verb, tag).map(|(start, ending)| format!("{start}{ending}"));
            assert_eq!(got, Some(want), "for {example}");
            let others = [&STEM_ENDS[..at], &STEM_ENDS[at + 1..]].concat();
            assert_ne!(loses_e(&others, stem), *has_e, "{example} without the row {ending}");
        }
    }

    #[test]
    fn all_forms_of_a_word_have_one_stem() {
        for forms in [
            "house houses",
            "bridge bridges",
            "employee employees",
            "boat boats",
            "tower towers",
            "ship ships",
            "seed seeds seeded seeding",
            "need needs needed",
            "library libraries",
            "abstain abstained abstaining",
            "close closed closing closes",
            "kill kills killed killing killings",
            "stop stopped stopping",
            "carry carried carries",
            "die died",
            "agree agreed agrees",
            "church churches",
            "man men",
            "shoot shot",
            "drive drove driven drives",
            "loss losses",
        ] {
            let stems: Vec<_> = forms.split(' ').map(stem).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (one, other) in
            [("seed", "see"), ("need", "new"), ("employee", "employ"), ("thing", "th"), ("wound", "wind")]
        {
            assert_ne!(stem(one), stem(other), "{one} / {other}");
        }
        assert_eq!((stem("need"), stem("seed"), stem("gas")), ("need".into(), "seed".into(), "gas".into()));
    }
}
