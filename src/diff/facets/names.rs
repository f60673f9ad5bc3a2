//! Explains changed people, places, organizations, ranks and titles.
//!
//! Zelensky is Zelenskyy, Mr Healey is John Healey, the US is the United
//! States; Clarke is not Clark, since one letter makes another person.

use std::ops::Range;

use super::names_table::{QUALITIES, RANKING, ROLES};
use super::spelling::is_slip;
use crate::claim::names::places_table::is_demonym;
use crate::claim::names::{is_address, is_named_the_same};
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, knows, relation};
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, EntityKind, Information, Upos, Weight};
use crate::text::rule_table::is_listed;
use crate::text::{is_article, is_name_particle};

/// Explains hunks that hold a name on both sides, or a word of office.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for hunk in edit.hunks.clone().iter() {
        if !edit.a.is_open(&hunk.old) && !edit.b.is_open(&hunk.new) {
            continue;
        }
        let (a, b) = (name(&edit.a, &hunk.old), name(&edit.b, &hunk.new));
        match (a, b) {
            (Some(a), Some(b)) => replaced(edit, found, &a, &b),
            _ if has_role(&edit.a, &hunk.old) || has_role(&edit.b, &hunk.new) => role(edit, found, hunk),
            _ => {}
        }
    }
}

fn replaced(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, a: &Range<usize>, b: &Range<usize>) {
    let same =
        is_named_the_same(edit.a.text(a), edit.b.text(b)) || is_common_word(edit, a, b) || is_misspelt(edit, a, b);
    let (kind, weight, information, why) = match same {
        true => (ChangeKind::Wording, Weight::Minor, Information::Same, "same-name"),
        false => (ChangeKind::Name, Weight::Material, Information::Updated, "name-differs"),
    };
    found.push(FoundFacet { facet: edit.facet(kind, a, b), weight, information, why });
    edit.a.mark_explained(a);
    edit.b.mark_explained(b);
}

/// Returns whether a common word that opens the sentence is only spelt otherwise, and no name: "Protestor",
/// "Protester".
fn is_common_word(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (old, new) = (edit.a.text(a).to_lowercase(), edit.b.text(b).to_lowercase());
    a.start == 0 && b.start == 0 && a.len() == 1 && b.len() == 1 && is_slip(&old, &new) && (knows(&old) || knows(&new))
}

/// Returns whether a common word within a name is only spelt wrong or in another number, which makes no other name:
/// "Harbour Comittee", "Relief Funds".
///
/// Of people every letter counts: Clarke is not Clark.
fn is_misspelt(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let is_person = |piece: &PassageSide<'_>, places: &Range<usize>| {
        piece.span(places).is_some_and(|span| {
            let persons = piece.analysis.mentions.iter().filter(|mention| mention.span.overlaps(span));
            persons.map(|mention| piece.analysis.entities[mention.entity].kind).any(|kind| kind == EntityKind::Person)
        })
    };
    let slips = |x: usize, y: usize| {
        let (old, new) = (edit.a.norm(x), edit.b.norm(y));
        let one_is_no_word = knows(old) != knows(new) && is_slip(old, new);
        old == new || one_is_no_word || knows(old) && relation(old, new) == Relation::Same
    };
    a.len() == b.len()
        && a.clone().zip(b.clone()).all(|(x, y)| slips(x, y))
        && !is_person(&edit.a, a)
        && !is_person(&edit.b, b)
}

fn role(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>, hunk: &Hunk) {
    let alone = hunk.old.is_empty() || hunk.new.is_empty();
    let (mut a, mut b) = (with_role(&edit.a, &hunk.old), with_role(&edit.b, &hunk.new));
    if alone && a.len() != b.len() {
        // A rank put on or taken off is told with the title it goes with: "Lt. Cmdr.".
        (a, b) = (with_title(&edit.a, &a), with_title(&edit.b, &b));
    }
    let shortened = is_shortened(edit.a.text(&a), edit.b.text(&b));
    let renamed = hunk.old.len() == hunk.new.len()
        && hunk.old.clone().zip(hunk.new.clone()).all(|(x, y)| {
            let near = relation(edit.a.norm(x), edit.b.norm(y));
            let (old, new) = (edit.a.word(x), edit.b.word(y));
            old.starts_with(char::is_lowercase)
                && (matches!(near, Relation::Synonym | Relation::Kin) || is_slip(old, new))
        });
    let last = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().last().map_or("", |at| piece.norm(at)).to_owned()
    };
    let heads = relation(&last(&edit.a, &hunk.old), &last(&edit.b, &hunk.new));
    let lower = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().all(|at| piece.word(at).starts_with(char::is_lowercase))
    };
    let renamed = renamed
        || !alone
            && lower(&edit.a, &hunk.old)
            && lower(&edit.b, &hunk.new)
            && matches!(heads, Relation::Synonym | Relation::Kin);
    let (kind, weight, information, why) = match shortened {
        _ if renamed => (ChangeKind::Wording, Weight::Minor, Information::Same, "same-office"),
        true => (ChangeKind::Wording, Weight::Minor, Information::Same, "title-shortened"),
        false => (ChangeKind::Name, Weight::Material, Information::Updated, "title-differs"),
    };
    found.push(FoundFacet { facet: edit.facet(kind, &a, &b), weight, information, why });
    edit.a.mark_explained(&a);
    edit.b.mark_explained(&b);
}

/// Returns whether one title is the last word of the other and nothing else is said: "The Defence Ministry" is "the
/// ministry".
fn is_shortened(old: &str, new: &str) -> bool {
    let words = |text: &str| {
        text.to_lowercase().split_whitespace().filter(|word| *word != "the").map(str::to_owned).collect::<Vec<_>>()
    };
    let (old, new) = (words(old), words(new));
    let (long, short) = if old.len() >= new.len() { (&old, &new) } else { (&new, &old) };
    short.len() == 1 && long.last() == short.last() && !long.iter().any(|word| is_listed(RANKING, word))
}

/// Returns the places of the name in a hunk, widened to the whole name; `None` when other content stands there too.
fn name(piece: &PassageSide<'_>, places: &Range<usize>) -> Option<Range<usize>> {
    let is_light = |at: usize| {
        let word = piece.norm(at);
        is_article(word)
            || is_name_particle(word)
            || is_address(word)
            || matches!(word, "of" | "and" | "'s" | "'" | "." | "-")
    };
    let open: Vec<usize> = places.clone().filter(|&at| piece.is_open_at(at)).collect();
    let named = open.iter().filter(|&&at| is_name_word(piece, at)).count();
    if named == 0 || !open.iter().all(|&at| is_name_word(piece, at) || is_light(at)) {
        return None;
    }
    let (mut start, mut end) = (places.start, places.end);
    while start > 0 && is_name_word(piece, start - 1) && !piece.explained[start - 1] {
        start -= 1;
    }
    while end < piece.len() && is_name_word(piece, end) && !piece.explained[end] {
        end += 1;
    }
    if start > 0 && piece.norm(start - 1) == "the" {
        start -= 1;
    }
    Some(start..end)
}

/// Returns whether the word is written as names are: with a capital that its place does not explain.
fn is_name_word(piece: &PassageSide<'_>, place: usize) -> bool {
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
    let opens =
        place == 0 || matches!(piece.norm(place - 1), "." | "\"" | ":" | "?" | "!") || follows_stamp(piece, place);
    // "Breton", "Sicilian" are in no list of countries.
    let nation = || {
        is_demonym(&word.to_lowercase()) || ["ean", "ese", "ian", "ican", "ish"].iter().any(|end| word.ends_with(end))
    };
    !opens
        || mentioned()
        || document.tokens[token].upos == Upos::Propn
        || document.tokens[token].upos == Upos::Adj && nation()
}

/// Returns whether a word opens a live entry, behind its time: "18:40 – Nurse freed".
fn follows_stamp(piece: &PassageSide<'_>, place: usize) -> bool {
    let is_of_time =
        |at: usize| !piece.norm(at).chars().any(char::is_alphabetic) || matches!(piece.norm(at), "am" | "pm");
    1 < place && matches!(piece.norm(place - 1), "-" | "|") && (0..place - 1).all(is_of_time)
}

fn has_role(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let is_noun = |at: usize| {
        let upos = piece.upos(at);
        matches!(upos, Upos::Noun | Upos::Propn) || piece.word(at).starts_with(char::is_uppercase)
    };
    // "a premier product", "the principal cause": words of quality, not of office.
    let qualifies = |at: usize| {
        let next = piece.tokens.get(at + 1).map(|&token| piece.document().tokens[token].upos);
        piece.word(at).starts_with(char::is_lowercase)
            && next == Some(Upos::Noun)
            && !ROLES.contains(&piece.norm(at + 1))
            && is_listed(QUALITIES, piece.norm(at))
    };
    let touches = |at: usize| ROLES.contains(&piece.norm(at).trim_end_matches('.')) && is_noun(at) && !qualifies(at);
    let open = places.clone().any(|at| piece.is_open_at(at));
    let is_open = |at: usize| piece.is_open_at(at);
    let near = |at: usize| is_open(at) && (is_listed(RANKING, piece.norm(at)) || touches(at) || before_role(piece, at));
    open && places.len() <= 4 && !places.is_empty() && places.clone().any(near)
}

/// Returns whether the next matched word is a role: "foreign" in "foreign minister".
fn before_role(piece: &PassageSide<'_>, place: usize) -> bool {
    place + 1 < piece.len() && piece.partner[place + 1].is_some() && ROLES.contains(&piece.norm(place + 1)) && {
        piece.norm(place).chars().all(char::is_alphabetic) && !crate::text::is_function_word(piece.norm(place))
    }
}

/// Returns the places with the rest of the title.
fn with_role(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
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

/// Returns the places up to the last word of office that follows.
fn with_title(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let is_office = |at: &usize| *at < piece.len() && ROLES.contains(&piece.norm(*at).trim_end_matches('.'));
    let is_stop = |at: usize| piece.norm(at) == ".";
    let mut end = places.end;
    while end < places.end + 3 {
        match (is_office(&end), is_stop(end)) {
            (true, _) => end += 1,
            (false, true) if is_office(&(end + 1)) => end += 2,
            _ => break,
        }
    }
    places.start..end
}
