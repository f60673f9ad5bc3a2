//! Finds what opens a sentence and is no part of it: a dateline, a time stamp, the credit of a photograph.
//!
//! `ABERFORD, Sept 14 (Northgate Wire) - A bridge fell on Monday.`: the sentence
//! itself begins at "A". Where and when a report was written, and for whom,
//! changes with every new version and is no news. Several openings may follow
//! each other: a credit, then a dateline.

use std::ops::Range;

use super::dateline_table::{CREDITS, DASHES, SMALL};
use super::rule_table::rows;
use crate::model::{Document, Span, Upos};

/// An opening has at most this many tokens: `PORT ELLIS | Wed Apr 29, 2009 11:17 am BST PORT ELLIS (NW) -`.
const MAX_OPENING_TOKENS: usize = 30;

/// Returns the first token of the sentence itself, behind all openings; `None` without an opening.
pub(crate) fn end(document: &Document<'_>, sentence: usize) -> Option<usize> {
    let tokens = document.sentences.get(sentence)?.tokens.clone();
    let mut first = tokens.start;
    while let Some(next) = opening(document, first..tokens.end).filter(|next| *next < tokens.end) {
        first = next;
    }
    (tokens.start < first).then_some(first)
}

/// Returns whether a span lies in an opening of a sentence: "Sept 14" of the example above.
pub(crate) fn holds(document: &Document<'_>, sentence: usize, span: Span) -> bool {
    end(document, sentence).is_some_and(|end| span.end <= document.tokens[end].span.start)
}

/// Returns the end of the one opening that begins with the first of the tokens.
fn opening(document: &Document<'_>, tokens: Range<usize>) -> Option<usize> {
    let first = tokens.clone().next()?;
    // Most sentences are done here.
    if !starts_name(document.word(first)) && document.lemma(first) != "(" {
        return None;
    }
    let end = tokens.end;
    let run = first..tokens.take(MAX_OPENING_TOKENS).take_while(|&token| may_stand_in(document, token)).last()? + 1;
    bracketed(document, run.clone()).or_else(|| dateline(document, run.clone(), end)).or_else(|| stamp(document, run))
}

/// "ABERFORD, May 3 —", and "Aberford (NW) --" where a sentence of its own comes behind.
fn dateline(document: &Document<'_>, run: Range<usize>, end: usize) -> Option<usize> {
    let dash = run.clone().skip(1).find(|&token| is_any(document, token, DASHES))?;
    let begins_sentence = || {
        let mut behind = dash + 1..end;
        let is_lower = |token: usize| document.word(token).starts_with(char::is_lowercase);
        let is_verb = |token: usize| matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux);
        !behind.clone().take(1).any(is_lower) && behind.any(is_verb)
    };
    let names_agency = document.lemma(dash - 1) == ")";
    (is_shouted(document.word(run.start)) || names_agency && begins_sentence()).then_some(dash + 1)
}

/// "May 3, 2025 at 6:18 pm |", "ABERFORD, 5:29 p.m. ET:", and "Aberford, 7:32 ET)", whose bracket opened before.
fn stamp(document: &Document<'_>, run: Range<usize>) -> Option<usize> {
    let clock = run.clone().find(|&token| is_clock(document, token))?;
    let mut closes = clock + 1..run.end;
    let is_shouted = is_shouted(document.word(run.start));
    let opened = run.clone().any(|token| document.lemma(token) == "(");
    let close = closes.find(|&token| match document.lemma(token) {
        "|" => true,
        ":" => is_shouted,
        ")" => !opened,
        _ => false,
    })?;
    Some(close + 1)
}

/// "(Updated 8:14 a.m. Tuesday in Aberford)", "(By Ann Day -- Northgate Wire)", "(NW) —".
fn bracketed(document: &Document<'_>, run: Range<usize>) -> Option<usize> {
    if document.lemma(run.start) != "(" {
        return None;
    }
    let close = run.clone().find(|&token| document.lemma(token) == ")")?;
    let inside = run.start + 1..close;
    let is_dash = |token: usize| is_any(document, token, DASHES);
    let is_credit = |token: usize| is_dash(token) || is_any(document, token, CREDITS);
    let before_dash = close + 1 < run.end && is_dash(close + 1);
    let fits = inside.clone().any(|token| is_clock(document, token) || is_credit(token)) || before_dash;
    (fits && !inside.is_empty()).then_some(close + 1 + usize::from(before_dash))
}

/// Returns whether a token is a time of day: "5:29", or the "5" of "5 p.m.".
fn is_clock(document: &Document<'_>, token: usize) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let word = document.word(token);
    let is_whole = word.split_once(':').is_some_and(|(hours, minutes)| digits(hours) && digits(minutes));
    let has_half =
        || document.tokens.get(token + 1).is_some() && is_any(document, token + 1, &["am", "pm", "a.m.", "p.m."]);
    is_whole || digits(word) && has_half()
}

fn is_any(document: &Document<'_>, token: usize, words: &'static [&'static str]) -> bool {
    rows(words).any(|word| word.eq_ignore_ascii_case(document.word(token)))
}

fn starts_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_shouted(word: &str) -> bool {
    2 < word.len() && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Returns whether a token may be part of an opening: a place, a day, a time, an agency, a mark.
fn may_stand_in(document: &Document<'_>, token: usize) -> bool {
    let word = document.word(token);
    let is_verb = matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux);
    let is_name = !word.starts_with(char::is_lowercase) && (!is_verb || is_shouted(word));
    is_name || is_any(document, token, SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;

    fn behind(text: &str) -> Option<String> {
        let document = crate::text::read(text);
        let first = end(&document, 0)?;
        Some(text[document.tokens[first].span.start..].to_owned())
    }

    #[test]
    fn the_sentence_begins_behind_what_is_the_page_s() {
        for opening in [
            "ABERFORD —",
            "ABERFORD, Sept 14 (Northgate Wire) -",
            "PORT ELLIS, Maine, Oct. 4 (NW) —",
            "ABERFORD AND LEITH (Northgate Wire) –",
            "RIO DE JANEIRO, May 3, 2025 -",
            "ABERFORD | Wed Apr 29, 2009 11:17 am BST ABERFORD (Northgate Wire) -",
            "Aberford, Maine (NW) --",
            "(NW) --",
            "Tue Mar 1, 2011 6:36 pm EST ABERFORD -LRB- NW -RRB- -",
            "May 8, 2025 at 6:18 pm |",
            "ABERFORD, 5:29 p.m. ET, 12:29 a.m. local:",
            "(Updated 8:14 a.m. Tuesday in Aberford, 1:14 a.m. ET Tuesday)",
            "(By Ann Day -- Northgate Wire)",
            "(Ann Day - Northgate Wire) ABERFORD, Oct. 15 --",
            "Aberford, 7:32 ET)",
        ] {
            let text = format!("{opening} A bridge fell on Monday.");
            assert_eq!(behind(&text).as_deref(), Some("A bridge fell on Monday."), "{text}");
        }
    }

    #[test]
    fn every_small_word_and_mark_of_an_opening_decides() {
        let lists = [
            (
                SMALL,
                &[
                    "ABERFORD, May 3, 9 {} — A bridge fell on Monday.",
                    "ABERFORD, May 3, 9 {} ET — A bridge fell on Monday.",
                    "ABERFORD {} MOSS, May 3 — A bridge fell on Monday.",
                    "(Ann Day {} Moss, 9:30 am) A bridge fell on Monday.",
                ][..],
            ),
            (CREDITS, &["({Word} Ann Day) A bridge fell on Monday.", "(Ann Day, {Word}) A bridge fell on Monday."]),
            (DASHES, &["ABERFORD, May 3 {} A bridge fell on Monday."]),
        ];
        for (list, frames) in lists {
            assert_eq!(needless_words(list, frames, behind), [""; 0]);
        }
    }

    #[test]
    fn what_the_sentence_tells_is_left_to_it() {
        for text in [
            "NATO said the ships - two of them - had left.",
            "A bridge fell — on Monday.",
            "ABERFORD —",
            "UNESCO lists old towns - and walls.",
            "Northgate Holdings (NGH) - once the largest - is for sale.",
            "Ann Day, 31, left at 5:30 p.m. on Monday.",
            "Monday, 7:30 p.m.: The council meets.",
            "(The bridge was built in 1931.)",
            "At 9:30 a.m. (8:30 ET) Ann Day left.",
            "Ann Day (Green) - Joe Moss (Labour) - Kim Lee (Blue).",
        ] {
            assert_eq!(behind(text), None, "{text}");
        }
    }
}
