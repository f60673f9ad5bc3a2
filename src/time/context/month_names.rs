//! Tells months from people who are called like them: "Theresa May", "Judge August Keller", "April Jones".
//!
//! Grammar ties the parts of a name together, and a month to nothing: in "Mrs May told them" the two words are one name.
//! Behind "in" and the like a month stays one, whoever is named next: "In March Trump said". Once a text has named somebody
//! so, the bare word is that person wherever nothing makes a time of it: "May told the House".

use super::finder::FoundPhrase;
use super::month_names_table::{NO_SURNAMES, TIME_LEADS, TITLES};
use crate::model::{Document, Rel, Upos, month_named};
use crate::text::rule_table::is_listed;
use crate::time::phrase::PartialDate;

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
    let is_led = token.checked_sub(1).is_some_and(|before| is_listed(TIME_LEADS, document.norm(before)));
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
        && !is_listed(NO_SURNAMES, document.norm(next))
        && document.word(next).chars().any(char::is_lowercase);
    // "Theresa May met them": two subjects side by side are one.
    let is_twin = token.checked_sub(1).is_some_and(|before| {
        let (own, other) = (&tokens[token], &tokens[before]);
        own.rel == Rel::Nsubj && other.rel == Rel::Nsubj && own.head == other.head && is_name(before)
    });
    let is_titled = token.checked_sub(1).is_some_and(|before| {
        is_listed(TITLES, document.norm(before)) && document.word(before).starts_with(char::is_uppercase)
    });
    is_later_part || opens || is_twin || is_titled
}

/// Returns whether a bare word does or suffers something, as a person does.
fn stands_for_somebody(document: &Document<'_>, token: usize) -> bool {
    let is_led = token.checked_sub(1).is_some_and(|before| is_listed(TIME_LEADS, document.norm(before)));
    !is_led && matches!(document.tokens[token].rel, Rel::Nsubj | Rel::Obj | Rel::Iobj | Rel::Conj)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;
    use crate::time::tests::found;

    #[test]
    fn every_word_beside_a_month_decides() {
        assert!(TIME_LEADS.is_sorted() && NO_SURNAMES.is_sorted() && TITLES.is_sorted());
        let lists = [
            (TIME_LEADS, &["Sales rose {} April Tesco said."][..]),
            (
                NO_SURNAMES,
                &[
                    "It opened on May {Word}.",
                    "June {Word} Leeds opened.",
                    "The Leeds May {Word} opened.",
                    "March {Word} said so.",
                    "Ann Lee and June {Word} came.",
                    "The March {Word} Holiday was wet.",
                    "April {Word} was held.",
                    "June {Word} said so.",
                ],
            ),
            (
                TITLES,
                &[
                    "{Word} May told them to wait.",
                    "They told {Word} May to wait.",
                    "The talks with {Word} May failed.",
                    "“It is over,” said {Word} May.",
                    "{Word} May, 61, left.",
                    "They left {Word} May and Ann Lee.",
                    "Lawyers for {Word} May won.",
                    "{Word} May resigned.",
                    "It was {Word} May who left.",
                    "The plan of {Word} May failed.",
                    "{Word} May’s plan failed.",
                    "{Word} April won.",
                    "{Word} May and {Word} June told them.",
                    "{Word} June said: “It is over.”",
                    "He met {Word} March in Leeds.",
                    "{Word} August was asked.",
                ],
            ),
        ];
        for (list, frames) in lists {
            assert_eq!(needless_words(list, frames, |text| found(text, "2024-05-15")), [""; 0]);
        }
    }

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
