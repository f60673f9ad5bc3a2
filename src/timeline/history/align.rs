//! Pairs the sentences and mentions of two neighbouring versions of an article.
//!
//! Sentences are paired by equal words first and by likeness second; within a
//! pair, mentions of one kind and time belong together, then those that share
//! a verb. A planned and a past mention may pair too: the plan was carried out.

use std::collections::HashMap;

use chrono_tz::Tz;

use crate::claim::names::is_same_name;
use crate::model::{DocumentTime, EntryKind};

use super::revision::is_named_now;
use crate::timeline::mention::cues::counted_number;
use crate::timeline::mention::event_mention::{
    EventMention, MentionSentence, StatementContent, VersionMentions, are_other_news, share_verb,
};
use crate::timeline::similarity::{number, similarity};

/// Share of common words below which two sentences are not one rewritten.
const LIKE: f64 = 0.4;
/// How far a rewritten sentence may move, in sentences; further, only equal words are found.
const MAX_SENTENCES_MOVED: usize = 100;

/// Returns for each new line the old one it continues.
pub(crate) fn pair_lines(old: &[MentionSentence], new: &[MentionSentence]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    pair_equal(old, new, &mut pairs, &mut taken);
    let mut likely = Vec::new();
    for (j, line) in new.iter().enumerate().filter(|(j, _)| pairs[*j].is_none()) {
        for i in j.saturating_sub(MAX_SENTENCES_MOVED)..(j + MAX_SENTENCES_MOVED).min(old.len()) {
            if taken[i] {
                continue;
            }
            let like = similarity(&old[i].words, &line.words);
            if LIKE <= like {
                likely.push((like, i.abs_diff(j), i, j));
            }
        }
    }
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    for (_, _, i, j) in likely {
        if !taken[i] && pairs[j].is_none() {
            taken[i] = true;
            pairs[j] = Some(i);
        }
    }
    pairs
}

/// Pairs lines with the very same words, the earliest with the earliest.
fn pair_equal(old: &[MentionSentence], new: &[MentionSentence], pairs: &mut [Option<usize>], taken: &mut [bool]) {
    if old.is_empty() {
        return;
    }
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, line) in old.iter().enumerate().rev() {
        places.entry(&line.text).or_default().push(i);
    }
    for (j, line) in new.iter().enumerate() {
        if let Some(i) = places.get_mut(line.text.as_str()).and_then(Vec::pop) {
            pairs[j] = Some(i);
            taken[i] = true;
        }
    }
}

/// Returns for each new mention the old one it continues, or the plan it carries out.
pub(crate) fn pair_mentions(
    old: &VersionMentions,
    new: &VersionMentions,
    lines: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut pairs = vec![None; new.mentions.len()];
    let mut taken = vec![false; old.mentions.len()];
    for rule in [same_time, same_content, plan_done, same_kind, became_event] {
        for (j, mention) in new.mentions.iter().enumerate() {
            let Some(line) = lines[mention.line].filter(|_| pairs[j].is_none()) else { continue };
            let sentence = new.line_of(mention);
            let is_news = is_news(mention, old);
            let first = old.mentions.partition_point(|mention| mention.line < line);
            let candidates = (first..old.mentions.len()).take_while(|&i| old.mentions[i].line == line);
            let other = |was: &EventMention| {
                is_news && was.kind == EntryKind::Event && was.when != mention.when && !share_verb(was, mention)
            };
            let mut left = candidates.filter(|&i| !taken[i] && !other(&old.mentions[i]));
            // The rules are cheaper than the comparison of two names.
            let fits = |was: &EventMention| {
                rule(was, mention)
                    && may_be_of_one(was, mention, sentence)
                    && !is_replaced((was, old.line_of(was)), (mention, sentence))
            };
            let found = left.find(|&i| fits(&old.mentions[i]));
            if let Some(i) = found {
                taken[i] = true;
                pairs[j] = Some(i);
            }
        }
    }
    pairs
}

/// Returns whether an event happened after the old version was written and seen: what that reported was another event.
///
/// "A rival offered to buy the firm on Monday." > "The firm agreed on Friday to be bought." Where both use one verb, it is
/// one event that is dated otherwise.
fn is_news(mention: &EventMention, old: &VersionMentions) -> bool {
    let instant = |time: DocumentTime| time.instant(Tz::UTC);
    let written = old.published.map(instant).max(old.captured.map(instant));
    let begins = mention.when.as_ref().filter(|_| mention.kind == EntryKind::Event).map(|when| when.bounds(Tz::UTC).0);
    written.zip(begins).is_some_and(|(written, begins)| written < begins)
}

/// Returns whether other news stands in the place of what was told: neither what happened nor to whom is the same, nor what is
/// counted.
pub(crate) fn is_replaced(old: (&EventMention, &MentionSentence), new: (&EventMention, &MentionSentence)) -> bool {
    let counts = |line: &MentionSentence| -> Vec<(Option<String>, u32)> {
        let counted =
            line.figures.iter().filter_map(|figure| Some((figure.unit.clone(), counted_number(figure.of.as_ref()?))));
        counted.collect()
    };
    let is_of_one_time = old.0.when.is_some() && old.0.when == new.0.when;
    let (before, after) = (counts(old.1), counts(new.1));
    !is_of_one_time && are_other_news(old.0, new.0) && !before.iter().any(|count| after.contains(count))
}

fn same_time(old: &EventMention, new: &EventMention) -> bool {
    old.kind == new.kind && old.when == new.when && (old.kind != EntryKind::Statement || same_content(old, new))
}

fn same_content(old: &EventMention, new: &EventMention) -> bool {
    old.kind == new.kind
        && match (&old.statement, &new.statement) {
            (Some(one), Some(other)) => LIKE <= similarity(&one.words, &other.words),
            (None, None) => share_verb(old, new),
            _ => false,
        }
}

/// Returns whether two mentions are not statements of two people: what one says is never a later wording of what another said.
pub(crate) fn may_be_of_one(old: &EventMention, new: &EventMention, sentence: &MentionSentence) -> bool {
    let Some((was, is)) = old.statement.as_ref().zip(new.statement.as_ref()) else { return true };
    // The very same words that go to another speaker were credited wrongly before.
    was.content == is.content || may_be_one_speaker(old.speaker.as_ref(), new.speaker.as_ref(), &sentence.text)
}

/// Returns whether two versions of a sentence may name one speaker, who may have been only described in the old one.
pub(crate) fn may_be_one_speaker(old: Option<&String>, new: Option<&String>, sentence: &str) -> bool {
    old.zip(new).is_none_or(|(one, other)| is_same_name(one, other) || is_named_now(one, sentence))
}

fn plan_done(old: &EventMention, new: &EventMention) -> bool {
    old.kind == EntryKind::Planned && new.kind == EntryKind::Event && (share_verb(old, new) || old.when == new.when)
}

/// Returns whether two mentions of one kind may be one event: they share a verb, or no other time tells them apart.
///
/// "Negotiators left at 11:40 p.m. Thursday" > "The walkout began at 12:01 a.m. Friday, after negotiators left" are two.
fn same_kind(old: &EventMention, new: &EventMention) -> bool {
    let is_apart = || old.when.as_ref().zip(new.when.as_ref()).is_some_and(|(a, b)| !(a.refines(b) || b.refines(a)));
    old.kind == new.kind && old.kind != EntryKind::Statement && (share_verb(old, new) || !is_apart())
}

/// Returns whether the old version quotes somebody about what the new one reports as an event: "may have met", "met on Friday".
pub(crate) fn became_event(old: &EventMention, new: &EventMention) -> bool {
    let holds =
        |said: &StatementContent| new.lemmas.iter().any(|lemma| said.words.binary_search(&number(lemma)).is_ok());
    new.kind == EntryKind::Event && old.statement.as_ref().is_some_and(holds)
}
