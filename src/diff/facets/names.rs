//! Finds changed people, places, organizations, ranks and titles.
//!
//! Zelensky is Zelenskyy, Mr Healey is John Healey, the US is the United
//! States; Clarke is not Clark, since one letter makes another person.

use std::ops::Range;

use super::super::edit::{Edit, Found, Piece};
use super::super::name_table::{ALIASES, HONORIFICS, ROLES};
use super::super::words::{Hunk, squeeze};
use crate::model::{ChangeKind, Information, Weight};

pub fn find(edit: &mut Edit<'_>, found: &mut Vec<Found>) {
    for hunk in edit.hunks.clone() {
        if !edit.a.is_open(&hunk.old) && !edit.b.is_open(&hunk.new) {
            continue;
        }
        let (a, b) = (name(&edit.a, &hunk.old), name(&edit.b, &hunk.new));
        match (a, b) {
            (Some(a), Some(b)) => replaced(edit, found, &a, &b),
            _ if has_role(&edit.a, &hunk.old) || has_role(&edit.b, &hunk.new) => role(edit, found, &hunk),
            _ => {}
        }
    }
}

fn replaced(edit: &mut Edit<'_>, found: &mut Vec<Found>, a: &Range<usize>, b: &Range<usize>) {
    let same = is_same_name(edit.a.text(a), edit.b.text(b));
    let (kind, weight, information, why) = match same {
        true => (ChangeKind::Wording, Weight::Minor, Information::Same, "same-name"),
        false => (ChangeKind::Name, Weight::Material, Information::Updated, "name-differs"),
    };
    found.push(Found { facet: edit.facet(kind, a, b), weight, information, why });
    edit.a.explain(a);
    edit.b.explain(b);
}

fn role(edit: &mut Edit<'_>, found: &mut Vec<Found>, hunk: &Hunk) {
    let (a, b) = (with_role(&edit.a, &hunk.old), with_role(&edit.b, &hunk.new));
    let shortened = is_shortened(edit.a.text(&a), edit.b.text(&b));
    let (kind, weight, information, why) = match shortened {
        true => (ChangeKind::Wording, Weight::Minor, Information::Same, "title-shortened"),
        false => (ChangeKind::Name, Weight::Material, Information::Updated, "title-differs"),
    };
    found.push(Found { facet: edit.facet(kind, &a, &b), weight, information, why });
    edit.a.explain(&a);
    edit.b.explain(&b);
}

/// "The Defence Ministry" is "the ministry": the last word stands, nothing else is said.
fn is_shortened(old: &str, new: &str) -> bool {
    let words = |text: &str| {
        text.to_lowercase().split_whitespace().filter(|word| *word != "the").map(str::to_owned).collect::<Vec<_>>()
    };
    let (old, new) = (words(old), words(new));
    let (long, short) = if old.len() >= new.len() { (&old, &new) } else { (&new, &old) };
    short.len() == 1 && long.last() == short.last() && !long.iter().any(|word| RANKING.contains(&word.as_str()))
}

/// Words that make another office of a title.
const RANKING: &[&str] =
    &["acting", "assistant", "associate", "deputy", "interim", "junior", "senior", "former", "vice", "shadow"];

/// Returns the places of the name in a hunk, widened to the whole name; `None` when other content stands there too.
fn name(piece: &Piece<'_>, places: &Range<usize>) -> Option<Range<usize>> {
    let is_light = |at: usize| {
        let word = piece.norm(at);
        matches!(word, "the" | "a" | "of" | "and" | "'s" | "'" | "." | "-" | "de" | "al" | "bin" | "von" | "van")
            || HONORIFICS.contains(&word)
    };
    let open: Vec<usize> = places.clone().filter(|&at| piece.is_changed(at) && !piece.done[at]).collect();
    let named = open.iter().filter(|&&at| is_name_word(piece, at)).count();
    if named == 0 || !open.iter().all(|&at| is_name_word(piece, at) || is_light(at)) {
        return None;
    }
    let (mut start, mut end) = (places.start, places.end);
    while start > 0 && is_name_word(piece, start - 1) && !piece.done[start - 1] {
        start -= 1;
    }
    while end < piece.len() && is_name_word(piece, end) && !piece.done[end] {
        end += 1;
    }
    if start > 0 && piece.norm(start - 1) == "the" {
        start -= 1;
    }
    Some(start..end)
}

/// Tells whether the word is written as names are: with a capital that its place does not explain.
fn is_name_word(piece: &Piece<'_>, place: usize) -> bool {
    let word = piece.word(place);
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let token = piece.tokens[place];
    let document = piece.document();
    let mentioned = || {
        let span = document.tokens[token].span;
        piece
            .near(&piece.analysis.mentions, |mention| mention.span)
            .any(|mention| mention.form == crate::model::MentionForm::Name && mention.span.contains(span))
    };
    let opens = place == 0 || matches!(piece.norm(place - 1), "." | "\"" | ":" | "?" | "!");
    !opens || mentioned() || document.tokens[token].upos == crate::model::Upos::Propn
}

fn has_role(piece: &Piece<'_>, places: &Range<usize>) -> bool {
    let touches = |at: usize| ROLES.contains(&piece.norm(at).trim_end_matches('.'));
    let open = places.clone().any(|at| piece.is_changed(at) && !piece.done[at]);
    let near = |at: usize| RANKING.contains(&piece.norm(at)) || touches(at) || before_role(piece, at);
    open && places.len() <= 4 && !places.is_empty() && places.clone().any(near)
}

/// Tells whether the next matched word is a role: "foreign" in "foreign minister".
fn before_role(piece: &Piece<'_>, place: usize) -> bool {
    place + 1 < piece.len() && piece.partner[place + 1].is_some() && ROLES.contains(&piece.norm(place + 1)) && {
        piece.norm(place).chars().all(char::is_alphabetic)
            && !super::super::function_word_table::is_function_word(piece.norm(place))
    }
}

/// Returns the places with the rest of the title.
fn with_role(piece: &Piece<'_>, places: &Range<usize>) -> Range<usize> {
    let is_role = |at: usize| ROLES.contains(&piece.norm(at).trim_end_matches('.'));
    let mut end = places.end;
    while end < piece.len() && end < places.end + 2 && is_role(end) {
        end += 1;
    }
    let mut start = places.start;
    while start > 0 && places.start < start + 2 && is_role(start - 1) {
        start -= 1;
    }
    start..end
}

/// Tells whether two names mean the same: alias, acronym, surname, transliteration, title or not.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let (x, y) = (Parts::read(one), Parts::read(other));
    if x.words.is_empty() || y.words.is_empty() {
        return false;
    }
    let (full_x, full_y) = (x.words.join(" "), y.words.join(" "));
    let alias = |a: &str, b: &str| ALIASES.iter().any(|row| row.contains(&a) && row.contains(&b));
    squeeze(one) == squeeze(other)
        || full_x == full_y
        || alias(&full_x, &full_y)
        || is_acronym(&x.words, &full_y)
        || is_acronym(&y.words, &full_x)
        || is_part(&x, &y)
        || x.words.len() == y.words.len()
            && x.words.iter().zip(&y.words).all(|(a, b)| a == b || is_transliterated(a, b))
}

/// A name as lower-case words without titles.
struct Parts {
    words: Vec<String>,
    titled: bool,
}

impl Parts {
    fn read(name: &str) -> Self {
        let lower = name.to_lowercase().replace('’', "'");
        let words = lower
            .split(|c: char| c.is_whitespace() || c == ',')
            .map(|word| word.trim_end_matches("'s").replace('.', ""));
        let all: Vec<String> = words.filter(|word| !word.is_empty() && word != "the").collect();
        let titled = all.first().is_some_and(|word| HONORIFICS.contains(&word.as_str()));
        let words = all.into_iter().filter(|word| !HONORIFICS.contains(&word.as_str())).collect();
        Self { words, titled }
    }
}

fn is_acronym(words: &[String], short: &str) -> bool {
    let initials: String = words
        .iter()
        .filter(|word| !matches!(word.as_str(), "of" | "and" | "for"))
        .filter_map(|word| word.chars().next())
        .collect();
    words.len() >= 2 && initials == short
}

/// "Mr Healey" and "Healey" are "John Healey"; two different first names are two people.
fn is_part(x: &Parts, y: &Parts) -> bool {
    let (short, long) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    let ends = long.words.ends_with(&short.words);
    ends && (short.titled || short.words.len() < long.words.len() && short.words.len() == 1)
}

/// Tells whether two spellings of a name differ as transliterations do: Zelensky, Zelenskyy, Zelenskiy.
fn is_transliterated(one: &str, other: &str) -> bool {
    const ENDINGS: &[&str] = &["skyy", "skiy", "skyi", "skij", "skii", "sky", "ski"];
    let plain = |word: &str| ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).map(str::to_owned);
    matches!((plain(one), plain(other)), (Some(x), Some(y)) if x == y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mean_the_same_are_the_same() {
        for (one, other) in [
            ("Zelensky", "Zelenskyy"),
            ("the United States", "the US"),
            ("Mr Healey", "John Healey"),
            ("Kiev", "Kyiv"),
            ("World Health Organization", "WHO"),
            ("Downing Street", "No. 10"),
        ] {
            assert!(is_same_name(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Stephen Clarke", "Stephen Clark"),
            ("Maria Oyelaran", "Marie Oyelaran"),
            ("the Arts Council", "the Heritage Fund"),
        ] {
            assert!(!is_same_name(one, other), "{one} / {other}");
        }
    }
}
