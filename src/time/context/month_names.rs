//! Tells months from people who are called like them: "Theresa May", "Judge August Keller", "April Jones".
//!
//! Grammar ties the parts of a name together, and a month to nothing: in "Mrs May told them" the two words are one name.
//! Behind "in" and the like a month stays one, whoever is named next: "In March Trump said". Once a text has named somebody
//! so, the bare word is that person wherever nothing makes a time of it: "May told the House".

use super::finder::FoundPhrase;
use crate::model::{Document, Rel, Upos, month_named};
use crate::time::phrase::PartialDate;

/// Words before a month that leave it one.
const TIME_LEADS: [&str; 15] = [
    "around", "before", "by", "during", "early", "from", "in", "last", "late", "mid", "next", "of", "since", "this",
    "until",
];

/// Words that a month begins a holiday or a fair with: "May Day rallies", "the May Bank Holiday", "May Fair".
const NO_SURNAMES: [&str; 3] = ["bank", "day", "fair"];

/// Titles before a name, which may as well be a month's.
///
/// They stand apart from those of `claim::names`, a layer that this one may not use; roles ("the mayor") are left out.
const TITLES: [&str; 21] = [
    "capt.",
    "chancellor",
    "dame",
    "dr",
    "dr.",
    "judge",
    "justice",
    "lady",
    "lord",
    "madam",
    "miss",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "prof.",
    "professor",
    "senator",
    "sir",
];

/// Leaves out the months that are parts of names.
pub(super) fn drop_names(document: &Document<'_>, found: &mut Vec<FoundPhrase>) {
    let mut named: Vec<&str> = Vec::new();
    for token in found.iter().filter_map(|found| lone_month(document, found)) {
        if is_in_name(document, token) {
            named.push(document.norm(token));
        }
    }
    if named.is_empty() {
        return;
    }
    found.retain(|found| {
        let month = lone_month(document, found).filter(|&token| named.contains(&document.norm(token)));
        !month.is_some_and(|token| is_in_name(document, token) || stands_for_somebody(document, token))
    });
}

/// Returns the one token of a phrase that is a month and nothing more.
fn lone_month(document: &Document<'_>, found: &FoundPhrase) -> Option<usize> {
    let month = found.phrase.date()?.month;
    let is_bare = found.phrase.date() == Some(&PartialDate { month, ..PartialDate::default() });
    let mut tokens = document.tokens_in(found.span);
    let token = tokens.next().filter(|_| tokens.next().is_none() && month.is_some() && is_bare)?;
    document.word(token).starts_with(char::is_uppercase).then_some(token)
}

/// Returns whether a month is the first or a later part of a name.
fn is_in_name(document: &Document<'_>, token: usize) -> bool {
    let tokens = &document.tokens;
    let is_led = token.checked_sub(1).is_some_and(|before| TIME_LEADS.contains(&document.norm(before)));
    let is_name = |at: usize| {
        tokens[at].upos == Upos::Propn
            && document.word(at).starts_with(char::is_uppercase)
            && month_named(document.norm(at)).is_none()
    };
    let is_later_part =
        tokens[token].rel == Rel::Flat && tokens[token].head + 1 == token && is_name(tokens[token].head);
    let next = token + 1;
    let opens = !is_led
        && tokens.get(next).is_some_and(|part| part.rel == Rel::Flat && part.head == token)
        && is_name(next)
        && !NO_SURNAMES.contains(&document.norm(next))
        && document.word(next).chars().any(char::is_lowercase);
    // "Theresa May met them": two subjects side by side are one.
    let is_twin = token.checked_sub(1).is_some_and(|before| {
        let (own, other) = (&tokens[token], &tokens[before]);
        own.rel == Rel::Nsubj && other.rel == Rel::Nsubj && own.head == other.head && is_name(before)
    });
    let is_titled = token.checked_sub(1).is_some_and(|before| {
        TITLES.contains(&document.norm(before)) && document.word(before).starts_with(char::is_uppercase)
    });
    is_later_part || opens || is_twin || is_titled
}

/// Returns whether a bare word does or suffers something, as a person does.
fn stands_for_somebody(document: &Document<'_>, token: usize) -> bool {
    let is_led = token.checked_sub(1).is_some_and(|before| TIME_LEADS.contains(&document.norm(before)));
    !is_led && matches!(document.tokens[token].rel, Rel::Nsubj | Rel::Obj | Rel::Iobj | Rel::Conj)
}

#[cfg(test)]
mod tests {
    use crate::time::tests::found;

    #[test]
    fn a_month_in_a_name_is_none() {
        for (text, want) in [
            ("Theresa May told them to wait.", ""),
            ("Judge August Keller threw out the claim.", ""),
            ("Theresa May met Judge May Fenton in Leeds.", ""),
            ("The hotel was sold to June Whitfield.", ""),
            ("The May Fair was held in Leeds.", "May|DATE|2024-05"),
            ("They joined the May Day rallies in Leeds.", "May Day|DATE|2024-05-01"),
            ("In March Trump said taxes would fall.", "March|DATE|2024-03"),
            ("The strike began in March and ended in May.", "March|DATE|2024-03; May|DATE|2024-05"),
        ] {
            assert_eq!(found(text, "2024-05-15"), want, "in {text:?}");
        }
    }
}
