//! Finds events that are reported as a noun with a date: "the sinking of the Doña Paz in December 1987".
//!
//! Only a time that no verb took is looked at, and only where the noun stands right
//! before it, right behind it, or before it with "of" and a name between. A time
//! ahead is left alone: "the elections in 2030" need no one to have planned them;
//! and so is a mere bound: "since the war", "the worst since 2008".

use std::collections::HashSet;

use crate::model::{Analysis, DocumentTime, EntryKind, Timex, TimexType, Upos};
use crate::text::rule_table::is_listed;

use super::event_mention::EventMention;
use super::nominal_events_table::{BOUNDS, HAPPENINGS, THINGS};

/// Words between a happening and its time: "sinking *of the ferry Doña Paz in* 1987".
const STEPS: usize = 7;
/// Returns the events that only a noun reports.
pub(super) fn nominal_events(
    text: &Analysis<'_>,
    known: &[EventMention],
    published: Option<DocumentTime>,
) -> Vec<EventMention> {
    let dated = text.events.iter().map(|event| (event.sentence, event.when.as_ref()));
    let dated: HashSet<_> = dated.chain(known.iter().map(|mention| (mention.line, mention.when.as_ref()))).collect();
    let taken = |timex: &Timex| {
        let line = text.document.sentence_at(timex.span.start);
        line.is_some_and(|line| dated.contains(&(line, timex.edtf.as_ref())))
    };
    let past = |timex: &&Timex| {
        let (Some(when), Some(published)) = (&timex.edtf, published) else { return false };
        when.bounds(chrono_tz::Tz::UTC).1 < published.instant(chrono_tz::Tz::UTC)
    };
    let dates = text.timexes.iter().filter(|timex| timex.kind == TimexType::Date && !timex.span.is_empty());
    dates.filter(past).filter(|timex| !taken(timex)).filter_map(|timex| nominal_event(timex, text)).collect()
}

fn nominal_event(timex: &Timex, text: &Analysis<'_>) -> Option<EventMention> {
    let document = &text.document;
    let line = document.sentence_at(timex.span.start)?;
    let sentence = document.sentences[line].tokens.clone();
    let inside = document.tokens_in(timex.span);
    let names_one = |token: usize| document.tokens[token].upos == Upos::Noun && is_event_noun(document.norm(token));
    let before = (sentence.start..inside.start).rev();
    if before.clone().next().is_some_and(|token| is_listed(BOUNDS, document.norm(token))) {
        return None;
    }
    let phrase = before
        .take(STEPS)
        .take_while(|&token| !matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Punct));
    let mut nouns = phrase.filter(|&token| names_one(token));
    let ahead = nouns.find(|&token| inside.start <= token + 2 || document.norm(token + 1) == "of");
    let behind = (inside.end..sentence.end).next().filter(|&token| names_one(token));
    let noun = ahead.or(behind)?;
    Some(EventMention {
        kind: EntryKind::Event,
        line,
        from_line: line,
        when: timex.edtf.clone(),
        span: document.tokens[noun].span,
        lemmas: vec![document.norm(noun).to_owned()],
        ..EventMention::default()
    })
}

/// Returns whether a noun in lower case names a happening.
fn is_event_noun(noun: &str) -> bool {
    is_listed(HAPPENINGS, noun) || noun.ends_with("ing") && !is_listed(THINGS, noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::Setting;
    use crate::text::rule_table::needless_words;

    #[track_caller]
    fn check(sentence: &str, want: &[&str]) {
        let published = Some("2024-06-03".parse::<DocumentTime>().unwrap());
        let text = claim::analyze(sentence, Setting { published, ..Setting::default() });
        let found = nominal_events(&text, &[], published);
        let shown: Vec<_> = found.iter().map(|mention| mention.when.as_ref().unwrap().to_string()).collect();
        assert_eq!(shown, want, "in {sentence:?}");
    }

    #[test]
    fn every_word_decides_in_a_frame_of_its_list() {
        let published = Some("2024-06-03".parse::<DocumentTime>().unwrap());
        let found = |sentence: &str| {
            let text = claim::analyze(sentence, Setting { published, ..Setting::default() });
            nominal_events(&text, &[], published)
        };
        for (list, frames) in [
            (
                HAPPENINGS,
                &["Compared with the {} of March 1991, it is small.", "The {} of March 1991 was on many minds."][..],
            ),
            (THINGS, &["The {} of March 1991 was on many minds.", "There is a stone for the {} of March 1991."]),
            (
                BOUNDS,
                &[
                    "It was the worst storm {} March 1991.",
                    "It is the worst fire {} March 1991.",
                    "There was a fire {} March 1991.",
                    "There was a fire {} the flood of March 1991.",
                ],
            ),
        ] {
            assert!(list.is_sorted(), "{list:?}");
            assert_eq!(needless_words(list, frames, found), [""; 0], "in {frames:?}");
        }
    }

    #[test]
    fn a_noun_may_tell_what_happened_and_when() {
        check("The sinking of the Maria Rosa in March 1991 was on many minds.", &["1991-03"]);
        check("The building of 1991 is grey.", &[]);
        check("It was the worst storm since March 1991.", &[]);
        check("The election in March 2030 is far away.", &[]);
    }
}
